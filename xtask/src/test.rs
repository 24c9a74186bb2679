//! `cargo xtask test`: everything that must hold, on this machine and on the device.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::corpus::{self, Tally};
use crate::project::{Report, has_program, output, root, run};
use crate::{
    bench, costs, examples, forged, forms, generate, parser_tests, parts, ram, size, test262,
    values,
};

/// Runs the task. One failing step doesn't keep the others from running.
pub fn test() -> Result<()> {
    let fresh = Report {
        check: true,
        ..Report::default()
    };
    let mut total = Tally::default();
    total.step("format", format);
    total.step("clippy", || clippy(&["--workspace", "--all-targets"]));
    // The workspace as a whole has all features of the engine; firmware has none.
    total.step("clippy on the engine without features", || {
        clippy(&["--package", "microvium-engine"])
    });
    total.step("documentation", documentation);
    total.tests("tests", || tests(&["--workspace"]));
    total.tests(
        "the corpus, collecting and moving at every allocation",
        || {
            let stress = ["--package", "microvium-cli", "--features", "stress"];
            tests(&[&stress[..], &["--test", "corpus"]].concat())
        },
    );
    total.tests("the kernels in both widths", bench::results);
    total.step("the example scripts", examples::scripts);
    total.step("a tree like test262", test262::sample);
    if has_program("node") {
        total.step("the example scripts in node", examples::in_node);
        total.step("what the library computes, beside node", values::values);
        total.step("what is JavaScript", parser_tests::parser_tests);
        total.step("random programs", generate::sample);
        total.step("the corpus in node", corpus_in_node);
    } else {
        println!("\n== the example scripts and the corpus in node: left out, as there is no node");
    }
    total.step("the example on the desktop", examples::c_host);
    total.step("the example firmware in C", examples::c_firmware);
    total.step("the example firmware in Rust", examples::rust_firmware);
    total.step("optional parts", parts::parts);
    total.tests("the corpus on the Cortex-M0", corpus::run_all);
    total.step("forged images of a program", forged::one);
    total.step("size", || size::size(&fresh));
    total.step("ram", || ram::ram(&fresh));
    total.step("costs", || costs::costs(&fresh));
    total.step("forms", || forms::measure(&fresh));
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 {
        // The summary is to be the last line.
        std::process::exit(1);
    }
    Ok(())
}

impl Tally {
    /// A step that passes or fails as a whole.
    fn step(&mut self, name: &str, step: impl FnOnce() -> Result<()>) {
        self.tests(name, || {
            step().map(|()| Tally {
                passed: 1,
                failed: 0,
            })
        });
    }

    /// A step of many tests; if it can't even run, that is one failure.
    fn tests(&mut self, name: &str, tests: impl FnOnce() -> Result<Tally>) {
        println!("\n== {name}");
        let start = Instant::now();
        let tally = tests().unwrap_or_else(|error| {
            println!("FAILED {name}: {error:#}");
            Tally {
                passed: 0,
                failed: 1,
            }
        });
        let seconds = start.elapsed().as_secs();
        println!(
            "{} passed, {} failed, {seconds} s",
            tally.passed, tally.failed
        );
        self.passed += tally.passed;
        self.failed += tally.failed;
    }
}

/// node proves what the corpus expects.
fn corpus_in_node() -> Result<()> {
    let script = root().join("tests/corpus/node.mjs");
    run(Command::new("node").arg(script))
}

fn cargo(arguments: &[&str]) -> Result<()> {
    run(Command::new("cargo").args(arguments).current_dir(root()))
}

fn format() -> Result<()> {
    components()?;
    cargo(&["fmt", "--all", "--check"])?;
    let example = "examples/rust-firmware/Cargo.toml";
    cargo(&["fmt", "--manifest-path", example, "--check"])
}

fn clippy(which: &[&str]) -> Result<()> {
    cargo(&[&["clippy", "--quiet"], which, &["--", "-D", "warnings"]].concat())
}

fn documentation() -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.args(["doc", "--quiet", "--workspace", "--no-deps"]);
    run(cargo.env("RUSTDOCFLAGS", "-D warnings").current_dir(root()))
}

/// rustup's minimal profile comes without these two.
fn components() -> Result<()> {
    let has =
        |component: &str| output(Command::new("cargo").args([component, "--version"])).is_ok();
    if has("fmt") && has("clippy") {
        return Ok(());
    }
    run(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]))
}

/// Runs tests, shows what they print, and adds up what each test binary says.
fn tests(which: &[&str]) -> Result<Tally> {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["test", "--quiet", "--no-fail-fast"])
        .args(which)
        .current_dir(root());
    let mut child = cargo.stdout(Stdio::piped()).spawn()?;
    let mut tally = Tally::default();
    for line in BufReader::new(child.stdout.take().context("the output is piped")?).lines() {
        let line = line?;
        println!("{line}");
        if let Some(result) = line.strip_prefix("test result: ") {
            tally.passed += count(result, "passed")?;
            tally.failed += count(result, "failed")?;
        }
    }
    let status = child.wait()?;
    ensure!(
        status.success() || tally.failed > 0,
        "cargo test failed before any test did"
    );
    Ok(tally)
}

/// The number before a word of `ok. 5 passed; 0 failed; 0 ignored; …`.
fn count(result: &str, what: &str) -> Result<usize> {
    let words: Vec<_> = result
        .split([' ', ';', '.'])
        .filter(|word| !word.is_empty())
        .collect();
    let position = words
        .iter()
        .position(|word| *word == what)
        .context("cargo test's summary has the word")?;
    let number = position
        .checked_sub(1)
        .context("a number stands before it")?;
    Ok(words[number].parse()?)
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn a_summary_is_counted() {
        let line =
            "FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 1 filtered out; finished in 0.02s";
        assert_eq!(count(line, "passed").ok(), Some(12));
        assert_eq!(count(line, "failed").ok(), Some(3));
        assert!(count("ok.", "passed").is_err());
    }
}
