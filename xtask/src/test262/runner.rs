//! Running a test: before the snapshot and after it, each in a process of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use tempfile::TempDir;
use wait_timeout::ChildExt;

use super::exclusions::{is_left_out, is_refused};
use super::front::Test;
use super::harness::{self, HOST};

/// How a test ended.
#[derive(Clone, PartialEq)]
pub enum Outcome {
    Passed,
    LeftOut,
    /// It failed, and uses what isn't supported and not to be, though its features don't say so.
    Refused(String),
    Failed(String),
}

pub struct Runner {
    command: PathBuf,
    harness: PathBuf,
    /// How long a run may take.
    limit: Duration,
    /// Where what is written lies; nothing is written beside the tests.
    folder: TempDir,
    /// The modules of the harness that are written, by the names of its files.
    modules: Mutex<BTreeMap<String, PathBuf>>,
}

impl Runner {
    pub fn new(command: PathBuf, harness: PathBuf, limit: Duration) -> Result<Runner> {
        Ok(Runner {
            command,
            harness,
            limit,
            folder: tempfile::tempdir()?,
            modules: Mutex::default(),
        })
    }

    /// Runs tests, as many at a time as there are processors, and gives the outcomes in their order.
    pub fn run_all(&self, files: &[PathBuf]) -> Result<Vec<Outcome>> {
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let next = AtomicUsize::new(0);
        let mut all = thread::scope(|scope| {
            let next = &next;
            let work = |worker: usize| {
                let folder = self.folder.path().join(worker.to_string());
                fs::create_dir(&folder)?;
                let mut outcomes = Vec::new();
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(file) = files.get(index) else {
                        return Ok(outcomes);
                    };
                    if index > 0 && index.is_multiple_of(1000) {
                        eprintln!("{index} of {}", files.len());
                    }
                    let outcome = self.run(file, &folder);
                    let outcome = outcome
                        .unwrap_or_else(|why| Outcome::Failed(format!("can't be run: {why:#}")));
                    outcomes.push((index, outcome));
                }
            };
            let started: Vec<_> = (0..workers)
                .map(|worker| scope.spawn(move || work(worker)))
                .collect();
            let joined = started
                .into_iter()
                .map(|it| it.join().expect("a worker panicked"));
            joined.collect::<Result<Vec<_>>>()
        })?
        .concat();
        all.sort_by_key(|(index, _)| *index);
        Ok(all.into_iter().map(|(_, outcome)| outcome).collect())
    }

    /// Runs a test in both ways, unless it is left out.
    fn run(&self, path: &Path, folder: &Path) -> Result<Outcome> {
        let test = Test::read(path)?;
        if is_left_out(&test) {
            return Ok(Outcome::LeftOut);
        }
        Ok(match self.run_both(&test, path, folder)? {
            Outcome::Failed(reason) if is_refused(&test, &reason) => Outcome::Refused(reason),
            outcome => outcome,
        })
    }

    fn run_both(&self, test: &Test, path: &Path, folder: &Path) -> Result<Outcome> {
        let harness = self.harness_of(test)?;
        let mut outcome = self.before(test, &harness, &import(path), folder)?;
        let script = !test.has("module") && !test.has("raw");
        let is_wrong = outcome != Outcome::Passed && !test.fails_early();
        if is_wrong && script && wants_script(test, &outcome) {
            outcome = self.before(test, &harness, &function(&test.text), folder)?;
        }
        // What imports can't be within a function, and what isn't built makes no snapshot.
        if outcome != Outcome::Passed || !script || test.fails_early() {
            return Ok(outcome);
        }
        let text = &test.text;
        let mut outcome = self.after(test, &harness, text, folder)?;
        if outcome != Outcome::Passed && wants_script(test, &outcome) {
            outcome = self.after(test, &harness, &function(text), folder)?;
        }
        Ok(match outcome {
            Outcome::Failed(reason) => Outcome::Failed(format!("after the snapshot: {reason}")),
            other => other,
        })
    }

    /// The imports of the harness; none if the test wants none.
    fn harness_of(&self, test: &Test) -> Result<String> {
        if test.has("raw") {
            return Ok(String::new());
        }
        let mut names = vec![HOST, "assert.js", "sta.js"];
        if test.has("async") {
            names.push("doneprintHandle.js");
        }
        names.extend(test.includes.iter().map(String::as_str));
        let mut modules = self.modules.lock().expect("a worker panicked");
        let mut imports = String::new();
        for name in names {
            let path = match modules.get(name) {
                Some(path) => path.clone(),
                None => {
                    let path = (self.folder.path()).join(format!("harness{}.js", modules.len()));
                    fs::write(&path, harness::module(&self.harness, name)?)?;
                    modules.insert(name.to_owned(), path.clone());
                    path
                }
            };
            imports += &import(&path);
        }
        Ok(imports)
    }

    /// Runs a source at the top level of a build.
    fn before(&self, test: &Test, harness: &str, source: &str, folder: &Path) -> Result<Outcome> {
        let script = folder.join("before.js");
        fs::write(&script, format!("{harness}{source}"))?;
        self.run_script(test, &script, &["--quiet", "--no-snapshot"])
    }

    /// Runs a text in an export that is called after the snapshot.
    fn after(&self, test: &Test, harness: &str, text: &str, folder: &Path) -> Result<Outcome> {
        let script = folder.join("after.js");
        fs::write(
            &script,
            format!("{harness}vmExport(1, () => {{ {text}\n}});\n"),
        )?;
        self.run_script(test, &script, &["run", "--call", "1"])
    }

    fn run_script(&self, test: &Test, script: &Path, arguments: &[&str]) -> Result<Outcome> {
        let said = tempfile::tempfile_in(self.folder.path())?;
        let mut child = Command::new(&self.command)
            .args(arguments)
            .arg(script)
            .stdout(said.try_clone()?)
            .stderr(said.try_clone()?)
            .stdin(Stdio::null())
            .spawn()?;
        let Some(status) = child.wait_timeout(self.limit)? else {
            child.kill()?;
            child.wait()?;
            return Ok(Outcome::Failed(format!(
                "takes longer than {:?}",
                self.limit
            )));
        };
        let said = text_of(said)?;
        Ok(match status.code() {
            Some(code) => judge(test, code == 0, &said),
            None => Outcome::Failed(format!("the command ended by a signal: {status}")),
        })
    }
}

fn text_of(mut file: fs::File) -> Result<String> {
    use std::io::{Read, Seek};
    file.rewind()?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).context("no output")?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// An import of a module for its effects.
fn import(path: &Path) -> String {
    format!("import {:?};\n", path.to_string_lossy())
}

/// A script as the body of a function whose `this` is the global object.
fn function(text: &str) -> String {
    format!("(function () {{ {text}\n}}).call(globalThis);\n")
}

/// Whether a test that failed may have done so because it is a script, and ran as a module: there, `this` is undefined,
/// a function may not have the name of a `var`, and `await` is reserved.
fn wants_script(test: &Test, outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Failed(reason) if reason.contains("error[syntax]"))
        || test.text.contains("this")
}

/// What a run says of a test.
fn judge(test: &Test, succeeded: bool, said: &str) -> Outcome {
    let right = match &test.negative {
        None if test.has("async") => {
            succeeded
                && said.contains("Test262:AsyncTestComplete")
                && !said.contains("Test262:AsyncTestFailure")
        }
        None => succeeded,
        Some((phase, kind)) if phase == "runtime" => {
            !succeeded && said.lines().any(|line| thrown(line) == Some(kind))
        }
        Some((_, kind)) => !succeeded && kind == "SyntaxError" && is_syntax_error(said),
    };
    if right {
        return Outcome::Passed;
    }
    let telling = |line: &&str| !line.trim().is_empty() && !line.starts_with("warning");
    let first = said.lines().find(telling);
    Outcome::Failed(first.unwrap_or("ends without an error").trim().to_owned())
}

/// Whether the command said that a source is wrong, or that a name can't be imported.
fn is_syntax_error(said: &str) -> bool {
    ["syntax", "missing-export", "ambiguous-export"]
        .iter()
        .any(|code| said.contains(&format!("error[{code}]")))
}

/// The name of the error that a line says wasn't caught.
fn thrown(line: &str) -> Option<&str> {
    let error = line.trim().strip_prefix("Uncaught ")?;
    // The harness's own errors inherit from no Error, and so are shown as what they hold.
    if error.starts_with("{\"message\":") {
        return Some("Test262Error");
    }
    Some(error.split([':', ' ', '{']).next().unwrap_or(error))
}
