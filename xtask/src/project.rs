//! Where the project's files are, how other programs are run, and how measurements are reported.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

/// The folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is a folder of the workspace")
}

/// Where cargo builds.
pub fn target_dir() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// A new or existing folder for what a task makes.
pub fn work_dir(task: &str) -> Result<PathBuf> {
    let dir = target_dir().join("xtask").join(task);
    fs::create_dir_all(&dir).with_context(|| format!("can't create {}", dir.display()))?;
    Ok(dir)
}

/// Runs a program that must succeed; its output is the terminal's.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("can't run {}", shown(command)))?;
    ensure!(status.success(), "failed with {status}: {}", shown(command));
    Ok(())
}

/// Runs a program that must succeed and returns what it prints.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("can't run {}", shown(command)))?;
    ensure!(
        output.status.success(),
        "failed with {}: {}",
        output.status,
        shown(command)
    );
    Ok(String::from_utf8(output.stdout)?)
}

/// Whether a program can be found on the path.
pub fn has_program(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|dir| dir.join(name).is_file())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// What to do with a measurement: print it, or compare it with the committed one.
#[derive(clap::Args, Default)]
pub struct Report {
    /// Print only the numbers, as JSON
    #[arg(long)]
    pub json: bool,
    /// Fail if the committed files aren't what is measured now
    #[arg(long, conflicts_with = "json")]
    pub check: bool,
}

/// A measurement: the numbers, and the same for people.
pub struct Measured {
    /// The name of the committed files, without extension.
    pub name: &'static str,
    pub numbers: Value,
    /// The first line names the tools, if the numbers depend on their versions.
    pub text: String,
}

impl Report {
    /// Prints, commits to `docs/`, or compares.
    pub fn deliver(&self, measured: &Measured) -> Result<()> {
        let mut numbers = measured.numbers.clone();
        // Whether serde_json keeps their order depends on what is built beside this program.
        numbers.sort_all_objects();
        let json = serde_json::to_string_pretty(&numbers)? + "\n";
        if self.json {
            print!("{json}");
            return Ok(());
        }
        let docs = root().join("docs");
        let file = |extension| docs.join(measured.name).with_extension(extension);
        if !self.check {
            print!("{}", measured.text);
            fs::create_dir_all(&docs)?;
            fs::write(file("json"), json)?;
            fs::write(file("txt"), &measured.text)?;
            return Ok(());
        }
        let stored_json = fs::read_to_string(file("json")).unwrap_or_default();
        let stored_text = fs::read_to_string(file("txt")).unwrap_or_default();
        let is_fresh = stored_json == json && stored_text == measured.text || {
            stored_text.lines().next() != measured.text.lines().next()
                && serde_json::from_str(&stored_json).is_ok_and(|stored| is_near(&stored, &numbers))
        };
        if !is_fresh {
            print_difference(&(stored_json + &stored_text), &(json + &measured.text));
            bail!(
                "docs/{0}.json and .txt are stale: run `cargo xtask {0}` and commit them",
                measured.name
            );
        }
        Ok(())
    }
}

/// Prints the lines that only one of two texts has.
fn print_difference(stored: &str, fresh: &str) {
    for (sign, lines, others) in [('-', stored, fresh), ('+', fresh, stored)] {
        let others: BTreeSet<&str> = others.lines().collect();
        for line in lines.lines().filter(|line| !others.contains(line)) {
            println!("{sign} {line}");
        }
    }
}

/// Another version of a compiler makes other code; what it may differ by is what it usually does.
const TOLERANCE: f64 = 0.03;

/// Whether two measurements have the same shape and nearly the same numbers.
fn is_near(stored: &Value, fresh: &Value) -> bool {
    match (stored, fresh) {
        (Value::Object(stored), Value::Object(fresh)) => {
            stored.len() == fresh.len()
                && stored
                    .iter()
                    .all(|(key, stored)| fresh.get(key).is_some_and(|fresh| is_near(stored, fresh)))
        }
        (Value::Number(stored), Value::Number(fresh)) => match (stored.as_f64(), fresh.as_f64()) {
            (Some(stored), Some(fresh)) => (stored - fresh).abs() <= stored.abs() * TOLERANCE,
            _ => false,
        },
        _ => stored == fresh,
    }
}

#[cfg(test)]
mod tests {
    use super::is_near;
    use serde_json::json;

    #[test]
    fn other_compilers_may_differ_a_little() {
        let stored = json!({ "int": { "engine": 1000 } });
        assert!(is_near(&stored, &json!({ "int": { "engine": 1029 } })));
        assert!(!is_near(&stored, &json!({ "int": { "engine": 1031 } })));
        assert!(!is_near(&stored, &json!({ "int": {} })));
        assert!(!is_near(&stored, &json!({})));
    }
}
