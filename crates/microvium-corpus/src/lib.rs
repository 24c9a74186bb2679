//! Reads the language corpus, whose format is in `tests/corpus/README.md`, for all that run it.
#![forbid(unsafe_code)]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A test: a script, and what it says about itself.
#[derive(Clone, Debug)]
pub struct Test {
    /// The path below the corpus, which is the test's name.
    pub name: String,
    /// The main file.
    pub script: PathBuf,
    /// The calls to make, in order: `1`, `2(3,"x")`.
    pub calls: Vec<String>,
    /// The lines that they print.
    pub expected: Vec<String>,
    /// What the last call doesn't catch.
    pub uncaught: Option<String>,
    /// What the message of the refused build contains; empty for tests that build.
    pub errors: Vec<String>,
    /// Whether it is for a device with 16 kB of RAM.
    pub device: bool,
    /// Whether it is for engines that collect at every allocation.
    pub stress: bool,
}

impl Test {
    /// Compares what the calls printed, and the line `Uncaught …` if the last one ended with it.
    pub fn compare(&self, lines: &[String], uncaught: Option<&str>) -> Result<(), String> {
        if lines != self.expected {
            return Err(format!(
                "printed\n  {}\nbut expected\n  {}\nended with {uncaught:?}",
                lines.join("\n  "),
                self.expected.join("\n  ")
            ));
        }
        let name = uncaught.map(exception_name);
        if name != self.uncaught {
            return Err(format!(
                "ended with {uncaught:?} but expected {:?}",
                self.uncaught
            ));
        }
        Ok(())
    }
}

/// What stands between `Uncaught ` and the first colon, or the end of the line.
pub fn exception_name(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    let text = line.strip_prefix("Uncaught ").unwrap_or(line);
    text.split(':').next().unwrap_or(text).to_owned()
}

/// All tests, ordered by name.
pub fn tests() -> io::Result<Vec<Test>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/corpus")
        .canonicalize()?;
    let mut scripts = Vec::new();
    find(&corpus, &mut scripts)?;
    scripts
        .into_iter()
        .map(|script| read(&corpus, script))
        .collect()
}

/// A folder with a `main.js` is one test; every other script is one of its own.
fn find(folder: &Path, scripts: &mut Vec<PathBuf>) -> io::Result<()> {
    let main = folder.join("main.js");
    if main.is_file() {
        scripts.push(main);
        return Ok(());
    }
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    for path in paths {
        if path.is_dir() {
            find(&path, scripts)?;
        } else if path.extension().is_some_and(|extension| extension == "js") {
            scripts.push(path);
        }
    }
    Ok(())
}

/// Reads what a script says about itself.
fn read(corpus: &Path, script: PathBuf) -> io::Result<Test> {
    let source = fs::read_to_string(&script)?;
    let comments = |key: &str| -> Vec<String> {
        let mark = format!("// {key}:");
        let lines = source
            .lines()
            .filter_map(|line| Some(line.split_once(&mark)?.1.trim_end()));
        lines
            .map(|text| text.strip_prefix(' ').unwrap_or(text).to_owned())
            .collect()
    };
    let mut calls = comments("call");
    if calls.is_empty() {
        calls.push("1".to_owned());
    }
    let name = script
        .strip_prefix(corpus)
        .unwrap_or(&script)
        .display()
        .to_string();
    Ok(Test {
        name,
        calls,
        expected: comments("expect"),
        uncaught: comments("expect-uncaught").pop(),
        errors: comments("expect-error"),
        device: comments("heap").is_empty() && comments("device").is_empty(),
        stress: comments("stress").is_empty(),
        script,
    })
}
