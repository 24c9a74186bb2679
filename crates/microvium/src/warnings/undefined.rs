//! Names that stand for nothing, in code that a snapshot holds: a script may catch the ReferenceError.

use crate::build::Build;
use microvium_analysis::Facts;
use microvium_compiler::diagnostic::help_with_name;
use microvium_compiler::{Diagnostic, Finding};
use microvium_ir::{Graph, Op, Position, Program, Text};
use std::collections::BTreeSet;

impl Build {
    /// A warning for each place.
    pub(super) fn undefined_names(&self, graph: &Graph, facts: &Facts) -> Vec<Diagnostic> {
        // A program that handles the global object may define them in ways of its own.
        if facts.shows_global(graph) {
            return Vec::new();
        }
        let program = self.program();
        let uses = uses(&program, facts);
        let missing = uses.iter().filter(|(_, name)| graph.global(name).is_none());
        let warning = |(position, name): &(Position, &Text)| {
            let file = &program.files[position.file];
            let name = name.to_display();
            let span = position.offset..position.offset + name.len() as u32;
            let warning = Diagnostic::new(Finding::Undefined, file, span, &[&name]);
            let known = self.names(Some(&file.name));
            match help_with_name(&name, known.iter().map(String::as_str)) {
                Some(help) => warning.help(help),
                None => warning,
            }
        };
        missing.map(warning).collect()
    }
}

/// Where reached code of scripts uses globals by their names, in the order of the source: but for those that it
/// also asks `typeof` of, which says that they may be missing.
fn uses<'a>(program: &'a Program, facts: &Facts) -> BTreeSet<(Position, &'a Text)> {
    let mut uses = BTreeSet::new();
    let mut probed = BTreeSet::new();
    for &function in &facts.called {
        let function = &program.functions[function];
        if crate::is_library_module(&program.files[function.position.file].name) {
            continue;
        }
        for instruction in function.blocks.iter().flat_map(|(_, it)| &it.instructions) {
            match &instruction.op {
                Op::GetGlobal(name) | Op::SetGlobal(name, _) => {
                    uses.insert((instruction.position, name));
                }
                Op::ProbeGlobal(name) => {
                    probed.insert(name);
                }
                _ => {}
            }
        }
    }
    uses.retain(|(_, name)| !probed.contains(name));
    uses
}
