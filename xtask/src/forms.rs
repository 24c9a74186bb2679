//! `cargo xtask forms`: the stack form of bytecode beside an accumulator form, in bytes of code, dispatches
//! and bytes of engine. `docs/bytecode.md` says what came of it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use object::{Object, ObjectSymbol};
use rustc_demangle::demangle;
use serde_json::{Value, json};

use crate::bench::KERNELS;
use crate::project::{Measured, Report, output, root, run, work_dir};
use crate::targets::CORTEX_M0;

/// The forms, as the modules of their interpreters are called. The first is ours.
const FORMS: [&str; 2] = ["stack", "accumulator"];

#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    report: Report,
    /// Only sum up the code of the language corpus
    #[arg(long, conflicts_with_all = ["json", "check"])]
    corpus: bool,
}

/// Runs the task.
pub fn forms(arguments: &Arguments) -> Result<()> {
    if arguments.corpus {
        print!("{}", sketch(&["corpus".into()])?);
        return Ok(());
    }
    measure(&arguments.report)
}

/// Measures both forms.
pub fn measure(report: &Report) -> Result<()> {
    let tests = root().join("tests").display().to_string();
    let kernels = KERNELS
        .iter()
        .map(|(name, result)| format!("{name}={result}"));
    let arguments: Vec<String> = std::iter::once(tests).chain(kernels).collect();
    let programs: Value = serde_json::from_str(&sketch(&arguments)?)?;
    let engine = engine()?;
    report.deliver(&Measured {
        name: "forms",
        text: text(&programs, &engine)?,
        numbers: json!({ "programs": programs, CORTEX_M0.triple: engine }),
    })
}

/// Runs the sketch.
fn sketch(arguments: &[String]) -> Result<String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--package", "microvium-forms", "--"]);
    output(cargo.args(arguments).current_dir(root()))
}

/// Bytes of each form's interpreter, without what both call.
fn engine() -> Result<BTreeMap<String, u64>> {
    let file = work_dir("forms")?.join("machines.o");
    let mut cargo = CORTEX_M0.toolchain()?.cargo("rustc");
    cargo.args(["--package", "microvium-forms-machines", "--lib"]);
    // One crate in one unit has nothing left to optimize at link time, and would be no machine code.
    cargo.args([
        "--profile",
        "firmware",
        "--config",
        "profile.firmware.lto=false",
    ]);
    cargo
        .arg("--")
        .arg(format!("--emit=obj={}", file.display()));
    run(cargo.current_dir(root()))?;
    let bytes = fs::read(&file).with_context(|| format!("can't read {}", file.display()))?;
    let object = object::File::parse(&*bytes)?;
    let mut sizes = BTreeMap::new();
    for form in FORMS {
        let prefix = format!("microvium_forms_machines::{form}::");
        let symbols = object.symbols().filter(|symbol| {
            let name = symbol.name().unwrap_or_default();
            format!("{:#}", demangle(name)).starts_with(&prefix)
        });
        sizes.insert(form.to_owned(), symbols.map(|symbol| symbol.size()).sum());
    }
    Ok(sizes)
}

fn text(programs: &Value, engine: &BTreeMap<String, u64>) -> Result<String> {
    let mut text = CORTEX_M0.toolchain()?.version()? + "\n\n";
    let number = |row: &Value, form: &str, what: &str| {
        let number = row[form][what].as_u64();
        number.context("the sketch prints numbers")
    };
    let [ours, other] = FORMS;
    writeln!(
        text,
        "{:<12}{:>20}{:>36}",
        "", "bytes of code", "dispatches"
    )?;
    writeln!(
        text,
        "{:<12}{ours:>8}{other:>12}{ours:>14}{other:>14}{:>8}",
        "", "ratio"
    )?;
    let (mut sums, mut logs) = ([0, 0], Vec::new());
    for (name, row) in programs
        .as_object()
        .context("the sketch prints an object")?
    {
        let bytes = [number(row, ours, "bytes")?, number(row, other, "bytes")?];
        let dispatches = [
            number(row, ours, "dispatches")?,
            number(row, other, "dispatches")?,
        ];
        let ratio = dispatches[1] as f64 / dispatches[0] as f64;
        writeln!(
            text,
            "{name:<12}{:>8}{:>12}{:>14}{:>14}{ratio:>8.2}",
            bytes[0], bytes[1], dispatches[0], dispatches[1]
        )?;
        sums = [sums[0] + bytes[0], sums[1] + bytes[1]];
        logs.push(ratio.ln());
    }
    let mean = (logs.iter().sum::<f64>() / logs.len() as f64).exp();
    writeln!(
        text,
        "{:<12}{:>8}{:>12}{:>36.2}",
        "together", sums[0], sums[1], mean
    )?;
    let (ours, other) = (engine[ours], engine[other]);
    writeln!(text, "\n{:<12}{ours:>8}{other:>12}", "interpreter")?;
    Ok(text)
}
