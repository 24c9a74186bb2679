//! `cargo xtask test262`: runs a checkout of tc39/test262. Each test that isn't left out runs twice: as the top level of
//! a build, and as an export that is called after the snapshot, in the narrow width.

mod exclusions;
mod front;
mod harness;
mod runner;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::device::{command, release_command};
use crate::project::root;
use runner::{Outcome, Runner};

/// What to run.
#[derive(clap::Args)]
pub struct Arguments {
    /// The checkout: the folder that holds `harness` and `test`
    #[arg(long)]
    root: PathBuf,
    /// Only the tests whose path contains this
    #[arg(long, default_value = "")]
    filter: String,
    /// Print the results as JSON
    #[arg(long)]
    json: bool,
    /// The list of the tests that fail as expected
    #[arg(long)]
    expected: Option<PathBuf>,
    /// Run the debug build of the command, which takes several times as long
    #[arg(long)]
    debug: bool,
    /// The seconds that a run may take
    #[arg(long, default_value_t = LIMIT)]
    limit: u64,
}

/// The seconds that a run may take unless told otherwise.
const LIMIT: u64 = 20;

/// The folders below `test` that are run.
const FOLDERS: [&str; 2] = ["language", "built-ins"];

/// How many tests ended in which way.
#[derive(Default)]
struct Counts {
    passed: usize,
    as_expected: usize,
    left_out: usize,
    refused: usize,
    wrong: usize,
}

impl Counts {
    fn json(&self) -> Value {
        json!({
            "passed": self.passed,
            "failed as expected": self.as_expected,
            "left out": self.left_out,
            "refused": self.refused,
            "wrong": self.wrong,
        })
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} passed, {} failed as expected, {} left out, {} refused, {} wrong",
            self.passed, self.as_expected, self.left_out, self.refused, self.wrong
        )
    }
}

/// Runs the task.
pub fn test262(arguments: &Arguments) -> Result<()> {
    let expected = arguments.expected.clone();
    let expected = expected.unwrap_or_else(|| root().join("xtask/test262.txt"));
    let mut expected = expectations(&expected)?;
    // Links and relative paths would name modules twice.
    let checkout = arguments.root.canonicalize();
    let checkout = checkout.with_context(|| format!("no {}", arguments.root.display()))?;
    let folder = checkout.join("test");
    let mut files = Vec::new();
    for name in FOLDERS {
        collect(&folder.join(name), &mut files)?;
    }
    ensure!(!files.is_empty(), "no tests below {}", folder.display());
    files.sort();
    let name = |file: &Path| {
        let name = file.strip_prefix(&folder).unwrap_or(file);
        name.to_string_lossy().replace('\\', "/")
    };
    files.retain(|it| name(it).contains(&arguments.filter));
    let command = match arguments.debug {
        true => command()?,
        false => release_command()?,
    };
    let limit = Duration::from_secs(arguments.limit);
    let runner = Runner::new(command, checkout.join("harness"), limit)?;
    let mut all = Counts::default();
    let mut folders: BTreeMap<String, Counts> = BTreeMap::new();
    let mut wrong: Vec<(String, String)> = Vec::new();
    let mut refused: Vec<(String, String)> = Vec::new();
    for (file, outcome) in files.iter().zip(runner.run_all(&files)?) {
        let path = name(file);
        let counts = folders.entry(top(&path)).or_default();
        let known = expected
            .iter_mut()
            .find(|(name, _)| **name == path || name.ends_with('/') && path.starts_with(&**name));
        let count: fn(&mut Counts) -> &mut usize = match (outcome, known) {
            (Outcome::LeftOut, _) => |it| &mut it.left_out,
            // Of a folder some may pass.
            (Outcome::Passed, None) => |it| &mut it.passed,
            (Outcome::Passed, Some((name, _))) if name.ends_with('/') => |it| &mut it.passed,
            (Outcome::Failed(_) | Outcome::Refused(_), Some((_, met))) => {
                *met = true;
                |it| &mut it.as_expected
            }
            (Outcome::Refused(reason), None) => {
                refused.push((path, reason));
                |it| &mut it.refused
            }
            (Outcome::Failed(reason), None) => {
                wrong.push((path, reason));
                |it| &mut it.wrong
            }
            (Outcome::Passed, Some(_)) => {
                wrong.push((path, "passed, and was expected to fail".to_owned()));
                |it| &mut it.wrong
            }
        };
        *count(&mut all) += 1;
        *count(counts) += 1;
    }
    if arguments.filter.is_empty() {
        // A checkout may be older or newer than the list.
        let stale = |(name, met): &(String, bool)| !met && folder.join(name).exists();
        for (name, _) in expected.into_iter().filter(stale) {
            let why = "is expected to fail, and nothing of it did";
            wrong.push((name, why.to_owned()));
            all.wrong += 1;
        }
    }
    if arguments.json {
        let listed = |tests: &[(String, String)]| -> Vec<Value> {
            let tests = tests.iter();
            tests
                .map(|(test, why)| json!({ "test": test, "why": why }))
                .collect()
        };
        let folders: serde_json::Map<_, _> = folders
            .iter()
            .map(|(name, counts)| (name.clone(), counts.json()))
            .collect();
        let mut result = all.json();
        result["wrong"] = listed(&wrong).into();
        result["refused"] = listed(&refused).into();
        result["folders"] = folders.into();
        println!("{}", serde_json::to_string_pretty(&result)?);
    } else {
        for (test, why) in &wrong {
            println!("{test}: {why}");
        }
        for (name, counts) in &folders {
            println!("{name}: {counts}");
        }
        println!("{all}");
    }
    ensure!(all.wrong == 0, "{} tests aren't as expected", all.wrong);
    Ok(())
}

/// The task on a small tree of the suite's layout.
pub fn sample() -> Result<()> {
    let root = root().join("xtask/test262");
    let expected = Some(root.join("expected.txt"));
    test262(&Arguments {
        root,
        filter: String::new(),
        json: false,
        expected,
        debug: true,
        limit: LIMIT,
    })
}

/// The tests that fail as expected, and whether they have.
fn expectations(path: &Path) -> Result<BTreeMap<String, bool>> {
    let text = fs::read_to_string(path).with_context(|| format!("no {}", path.display()))?;
    let lines = text.lines().map(str::trim);
    let names = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(names.map(|name| (name.to_owned(), false)).collect())
}

/// The tests of a folder and of those below it.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.to_string_lossy();
        if path.is_dir() {
            collect(&path, files)?;
        } else if name.ends_with(".js") && !name.contains("_FIXTURE") {
            files.push(path);
        }
    }
    Ok(())
}

/// The first two folders of a test's path, as the suite is divided.
fn top(path: &str) -> String {
    let folders: Vec<&str> = path.split('/').collect();
    let depth = (folders.len() - 1).min(2);
    folders[..depth].join("/")
}
