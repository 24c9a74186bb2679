//! `cargo xtask values`: what the library computes, in both widths and in node. The scripts of `tests/values` print
//! the results of many thousand calls.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::device::command;
use crate::project::{output, root};

/// Runs the task.
pub fn values() -> Result<()> {
    let microvium = command()?;
    let mut failed = Vec::new();
    for script in scripts()? {
        let name = script.file_stem().unwrap_or_default().to_string_lossy();
        let expected = in_node(&script)?;
        for width in ["narrow", "wide"] {
            let mut run = Command::new(&microvium);
            run.arg("run").arg(&script).args(["--call", "1"]);
            let found = output(run.args(["--width", width]))?;
            match difference(&expected, &found) {
                None => println!("{name}, {width}: {} lines", expected.lines().count()),
                Some(line) => {
                    println!("{name}, {width}: {line}");
                    failed.push(format!("{name} in {width}"));
                }
            }
        }
    }
    ensure!(failed.is_empty(), "other than node: {}", failed.join(", "));
    Ok(())
}

fn scripts() -> Result<Vec<PathBuf>> {
    let folder = root().join("tests/values");
    let mut scripts = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("no {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "mjs") {
            scripts.push(path);
        }
    }
    scripts.sort();
    Ok(scripts)
}

/// What a script prints there, by the shim of the examples.
fn in_node(script: &Path) -> Result<String> {
    let shim = root().join("examples/node.mjs");
    output(Command::new("node").arg(shim).arg(script).arg("1"))
}

/// The first line that differs.
fn difference(expected: &str, found: &str) -> Option<String> {
    let (mut expected, mut found) = (expected.lines(), found.lines());
    for number in 1.. {
        match (expected.next(), found.next()) {
            (None, None) => break,
            (expected, found) if expected == found => {}
            (expected, found) => {
                let [expected, found] = [expected, found].map(|it| it.unwrap_or("the end"));
                return Some(format!("line {number}: expected {expected}, found {found}"));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn the_first_difference_is_found() {
        assert_eq!(difference("a\nb\n", "a\nb\n"), None);
        let found = difference("a\nb\nc\n", "a\nx\ny\n");
        assert_eq!(found.as_deref(), Some("line 2: expected b, found x"));
        let found = difference("a\n", "a\nb\n");
        assert_eq!(found.as_deref(), Some("line 2: expected the end, found b"));
    }
}
