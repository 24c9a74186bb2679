//! A program, built as users build it, and its code in both forms.

use crate::{emit, item, tree};
use anyhow::{Context, Result, anyhow};
use microvium::{Build, Loader};
use microvium_ir::{FunctionId, Graph, Program, Segment};
use microvium_snapshot::slots::{Slot, Slots};
use std::fs;
use std::path::{Path, PathBuf};

/// A program's captured state, and the code of all functions in its image.
pub struct Built {
    /// The state.
    pub graph: Graph,
    /// What each variable slot holds.
    pub slots: Vec<Slot>,
    /// The code, in the stack form.
    pub segment: Segment,
    /// The functions' instructions in the accumulator form, in the same order.
    pub accumulator: Vec<Vec<u8>>,
}

/// Sources in a folder; the entry is given.
struct Files {
    folder: PathBuf,
    entry: String,
}

impl Loader for Files {
    fn resolve(&mut self, from: &str, specifier: &str) -> Result<String, String> {
        let mut parts: Vec<&str> = from.split('/').collect();
        parts.pop();
        for part in specifier.split('/') {
            match part {
                "." => {}
                ".." => drop(parts.pop()),
                name => parts.push(name),
            }
        }
        Ok(format!("{}.js", parts.join("/").trim_end_matches(".js")))
    }

    fn load(&mut self, name: &str) -> Result<String, String> {
        if name == "main.js" {
            return Ok(self.entry.clone());
        }
        fs::read_to_string(self.folder.join(name)).map_err(|error| error.to_string())
    }
}

/// Builds a script; `rest` is added to its source.
pub fn build(script: &Path, rest: &str) -> Result<Built> {
    let entry = fs::read_to_string(script)
        .with_context(|| format!("can't read {}", script.display()))?
        + rest;
    let folder = script.parent().context("a script is in a folder")?.into();
    let shown = |error: microvium::BuildError| anyhow!(error.render(false));
    let mut build = Build::new(Box::new(|_, _| {}), u64::MAX).map_err(shown)?;
    let mut files = Files { folder, entry };
    build.evaluate("main.js", &mut files).map_err(shown)?;
    let snapshot = build.snapshot().map_err(shown)?;
    let functions: Vec<FunctionId> = snapshot.image.functions.iter().map(|it| it.1).collect();
    in_both_forms(&snapshot.program, snapshot.graph, functions)
}

fn in_both_forms(program: &Program, graph: Graph, mut functions: Vec<FunctionId>) -> Result<Built> {
    functions.sort();
    functions.dedup();
    let facts = microvium_analysis::analyse(program, &graph);
    let access = Slots::new(program, &graph, &facts);
    let slots = access.order().to_vec();
    let segment = microvium_ir::emit(program, &functions, &access, 0)?;
    let accumulator = segment
        .functions
        .iter()
        .map(|code| {
            let runs = tree::runs(code, &segment.constants)?;
            item::assemble(emit::emit(&runs, code.head.parameters.into())?)
        })
        .collect::<Result<_>>()?;
    Ok(Built {
        graph,
        slots,
        segment,
        accumulator,
    })
}

impl Built {
    /// Bytes of instructions in the stack form and in the accumulator form.
    pub fn bytes(&self) -> (usize, usize) {
        let stack = self.segment.functions.iter();
        let stack = stack.map(|code| code.instructions.len()).sum();
        (stack, self.accumulator.iter().map(Vec::len).sum())
    }
}
