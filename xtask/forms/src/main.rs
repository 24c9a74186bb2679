//! The kernels and an example in two forms of bytecode, as JSON: bytes of code and dispatched instructions.
//! `cargo xtask forms` runs it.
//!
//! This is the sketch that the choice of the stack form rests on, kept so that it can be measured again.
//! It is no part of the product.
#![forbid(unsafe_code)]

mod emit;
mod item;
mod program;
mod tree;
mod world;

use anyhow::{Context, Result, bail, ensure};
use microvium_forms_machines::{accumulator, stack};
use serde_json::{Map, Value, json};
use std::path::Path;
use world::{Argument, Call};

/// How many events the example handles, one at each tick.
const TICKS: i32 = 1000;

const USAGE: &str = "usage: microvium-forms corpus | microvium-forms TESTS KERNEL=RESULT...";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let numbers = match &arguments[..] {
        [corpus_only] if corpus_only == "corpus" => corpus()?,
        [tests, kernels @ ..] => programs(Path::new(tests), kernels)?,
        [] => bail!(USAGE),
    };
    println!("{}", serde_json::to_string_pretty(&numbers)?);
    Ok(())
}

/// Bytes and dispatches of the kernels and of the example in the project's folder of tests.
fn programs(tests: &Path, kernels: &[String]) -> Result<Value> {
    let mut rows = Map::new();
    for kernel in kernels {
        let (kernel, expected) = kernel.split_once('=').context(USAGE)?;
        let script = tests.join("kernels").join(kernel).with_extension("js");
        let row = measure(
            &script,
            "vmExport(1, run);\n",
            &[call(1)],
            expected.parse()?,
        );
        rows.insert(kernel.into(), row.with_context(|| kernel.to_owned())?);
    }
    let calls: Vec<Call> = (0..TICKS)
        .flat_map(|n| {
            let event = Call {
                export: 2,
                arguments: vec![Argument::Text("square"), Argument::Integer(n)],
            };
            [event, call(1)]
        })
        .collect();
    let script = tests.join("programs/prog50/main.js");
    let row = measure(&script, "", &calls, TICKS.into());
    rows.insert("prog50".into(), row.context("prog50")?);
    Ok(rows.into())
}

/// A call without arguments.
fn call(export: u16) -> Call {
    Call {
        export,
        arguments: vec![],
    }
}

/// A script, with `rest` added, in both forms; in both the last call must give the expected result.
fn measure(script: &Path, rest: &str, calls: &[Call], expected: f64) -> Result<Value> {
    let built = program::build(script, rest)?;
    let code = built
        .segment
        .functions
        .iter()
        .map(|it| &it.instructions[..]);
    let on_stack = world::run(&built, code, stack::interpret, calls).context("stack")?;
    let code = built.accumulator.iter().map(|it| &it[..]);
    let in_accumulator =
        world::run(&built, code, accumulator::interpret, calls).context("accumulator")?;
    for (result, _) in [on_stack, in_accumulator] {
        ensure!(
            result == expected,
            "computes {result} instead of {expected}"
        );
    }
    let bytes = built.bytes();
    Ok(json!({
        "stack": { "bytes": bytes.0, "dispatches": on_stack.1 },
        "accumulator": { "bytes": bytes.1, "dispatches": in_accumulator.1 },
    }))
}

/// Bytes of code of the whole language corpus, summed up.
fn corpus() -> Result<Value> {
    let (mut stack, mut accumulator, mut scripts) = (0, 0, 0);
    for test in microvium_corpus::tests()? {
        if !test.errors.is_empty() {
            continue;
        }
        let built = program::build(&test.script, "").with_context(|| test.name.clone())?;
        let bytes = built.bytes();
        stack += bytes.0;
        accumulator += bytes.1;
        scripts += 1;
    }
    Ok(json!({
        "scripts": scripts,
        "stack": { "bytes": stack },
        "accumulator": { "bytes": accumulator },
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tests() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests"))
    }

    #[test]
    fn programs_compute_the_same_in_both_forms() {
        let rows = programs(tests(), &["class=1283".into(), "string=7500".into()]).unwrap();
        let dispatches = |form: &str| rows["class"][form]["dispatches"].as_u64().unwrap();
        // Each of the 100,000 calls takes more than a few instructions.
        assert!(dispatches("stack") > 1_000_000 && dispatches("accumulator") > 1_000_000);
        assert!(rows["prog50"]["accumulator"]["bytes"].as_u64() > Some(100));
    }

    #[test]
    fn a_wrong_result_is_an_error() {
        let error = programs(tests(), &["string=7501".into()]).unwrap_err();
        assert!(
            format!("{error:#}").contains("7500 instead of 7501"),
            "{error:#}"
        );
    }
}
