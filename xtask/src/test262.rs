//! `cargo xtask test262`: runs a checkout of tc39/test262. Each test that isn't left out runs twice: as the top level of
//! a build, and as an export that is called after the snapshot, in the narrow width.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use wait_timeout::ChildExt;

use crate::device::command;
use crate::project::root;

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
}

/// The folders below `test` that are run.
const FOLDERS: [&str; 2] = ["language", "built-ins"];

/// What isn't supported and not to be, by the names that the suite has for features.
const FEATURES: &[&str] = &[
    "Atomics",
    "BigInt",
    "FinalizationRegistry",
    "Proxy",
    "SharedArrayBuffer",
    "Temporal",
    "Intl",
    "caller",
    "cross-realm",
    "dynamic-import",
    "IsHTMLDDA",
    "regexp-dotall",
    "regexp-duplicate-named-groups",
    "regexp-lookbehind",
    "regexp-match-indices",
    "regexp-modifiers",
    "regexp-named-groups",
    "regexp-unicode-property-escapes",
    "regexp-v-flag",
    "ShadowRealm",
    "tail-call-optimization",
];

/// The flags of tests that aren't for strict mode, or for hosts of another kind.
const FLAGS: &[&str] = &["noStrict", "raw", "CanBlockIsFalse", "CanBlockIsTrue"];

/// How long a run may take.
const LIMIT: Duration = Duration::from_secs(20);

/// What hosts give every test.
const HOST: &str = "\
const print = vmImport(1);
const $262 = { global: globalThis, gc() {}, detachArrayBuffer(buffer) { buffer.transfer(); }, evalScript() { throw 'not supported'; }, createRealm() { throw 'not supported'; } };
function $DONOTEVALUATE() { throw 'evaluated'; }
";

/// What a test says of itself.
#[derive(Default)]
struct Test {
    text: String,
    flags: Vec<String>,
    features: Vec<String>,
    includes: Vec<String>,
    /// The phase and the type of the error that it is to end with.
    negative: Option<(String, String)>,
}

/// How a run ended.
#[derive(Clone, PartialEq)]
enum Outcome {
    Passed,
    Failed(String),
}

/// Runs the task.
pub fn test262(arguments: &Arguments) -> Result<()> {
    let expected = arguments.expected.clone();
    let expected = expected.unwrap_or_else(|| root().join("xtask/test262.txt"));
    let mut expected = expectations(&expected)?;
    let folder = arguments.root.join("test");
    let mut files = Vec::new();
    for name in FOLDERS {
        collect(&folder.join(name), &mut files)?;
    }
    ensure!(!files.is_empty(), "no tests below {}", folder.display());
    files.sort();
    let runner = Runner {
        command: command()?,
        harness: arguments.root.join("harness"),
    };
    let (mut passed, mut left_out, mut as_expected) = (0, 0, 0);
    let mut wrong: Vec<(String, String)> = Vec::new();
    let name = |file: &Path| {
        let name = file.strip_prefix(&folder).unwrap_or(file);
        name.to_string_lossy().into_owned()
    };
    files.retain(|it| name(it).contains(&arguments.filter));
    for (file, outcome) in runner.run_all(&files)? {
        let path = name(file);
        let Some(outcome) = outcome else {
            left_out += 1;
            continue;
        };
        let known = expected
            .iter_mut()
            .find(|(name, _)| **name == path || name.ends_with('/') && path.starts_with(&**name));
        match (outcome, known) {
            (Outcome::Passed, None) => passed += 1,
            (Outcome::Failed(_), Some((_, met))) => {
                *met = true;
                as_expected += 1;
            }
            (Outcome::Failed(reason), None) => wrong.push((path, reason)),
            // Of a folder some may pass.
            (Outcome::Passed, Some((name, _))) if name.ends_with('/') => passed += 1,
            (Outcome::Passed, Some(_)) => {
                wrong.push((path, "passed, and was expected to fail".to_owned()));
            }
        }
    }
    if arguments.filter.is_empty() {
        let gone = expected.into_iter().filter(|(_, met)| !met);
        wrong.extend(gone.map(|(name, _)| {
            (
                name,
                "is expected to fail, and nothing of it did".to_owned(),
            )
        }));
    }
    if arguments.json {
        let failures: Vec<_> = wrong
            .iter()
            .map(|(test, why)| json!({ "test": test, "why": why }))
            .collect();
        let result = json!({
            "passed": passed,
            "failed as expected": as_expected,
            "left out": left_out,
            "wrong": failures,
        });
        println!("{}", serde_json::to_string_pretty(&result)?);
    } else {
        for (test, why) in &wrong {
            println!("{test}: {why}");
        }
        println!("{passed} passed, {as_expected} failed as expected, {left_out} left out");
    }
    ensure!(wrong.is_empty(), "{} tests aren't as expected", wrong.len());
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
        } else if name.ends_with(".js") && !name.ends_with("_FIXTURE.js") {
            files.push(path);
        }
    }
    Ok(())
}

impl Test {
    fn read(path: &Path) -> Result<Test> {
        let text = fs::read(path)?;
        let mut test = Test {
            text: String::from_utf8_lossy(&text).into_owned(),
            ..Test::default()
        };
        let front = test
            .text
            .split_once("/*---")
            .and_then(|(_, rest)| rest.split_once("---*/"));
        let front = front
            .with_context(|| format!("{} says nothing of itself", path.display()))?
            .0;
        let (mut phase, mut kind) = (String::new(), String::new());
        // The key that a list continues.
        let mut open = String::new();
        let front = front.replace('\r', "\n");
        for line in front.lines() {
            let indented = line.starts_with([' ', '\t']);
            let line = line.trim();
            if let (Some(item), true) = (line.strip_prefix("- "), !open.is_empty()) {
                test.list(&open, item);
                continue;
            }
            let Some((key, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim();
            match (key, indented) {
                ("phase", true) if open == "negative" => value.clone_into(&mut phase),
                ("type", true) if open == "negative" => value.clone_into(&mut kind),
                (_, true) => {}
                (key, false) => {
                    key.clone_into(&mut open);
                    let inline = value.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
                    let items = inline.unwrap_or_default().split(',');
                    let items: Vec<String> = items.map(|it| it.trim().to_owned()).collect();
                    for item in items.iter().filter(|it| !it.is_empty()) {
                        test.list(key, item);
                    }
                }
            }
        }
        if !kind.is_empty() {
            test.negative = Some((phase, kind));
        }
        Ok(test)
    }

    fn list(&mut self, key: &str, item: &str) {
        let list = match key {
            "flags" => &mut self.flags,
            "features" => &mut self.features,
            "includes" => &mut self.includes,
            _ => return,
        };
        list.push(item.trim().to_owned());
    }

    fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|it| it == flag)
    }

    fn is_left_out(&self) -> bool {
        self.flags.iter().any(|it| FLAGS.contains(&&**it))
            || self.features.iter().any(|it| FEATURES.contains(&&**it))
    }

    /// Whether it can't be built at all.
    fn fails_early(&self) -> bool {
        matches!(&self.negative, Some((phase, _)) if phase != "runtime")
    }
}

struct Runner {
    command: PathBuf,
    harness: PathBuf,
}

impl Runner {
    /// Runs tests, as many at a time as there are processors. One that is left out has no outcome.
    fn run_all<'f>(&self, files: &'f [PathBuf]) -> Result<Vec<(&'f Path, Option<Outcome>)>> {
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let mut all = thread::scope(|scope| {
            let run = |first: usize| {
                let mut outcomes = Vec::new();
                for file in files.iter().skip(first).step_by(workers) {
                    let test = Test::read(file)?;
                    let outcome = match test.is_left_out() {
                        true => None,
                        false => Some(self.run(file, &test)?),
                    };
                    outcomes.push((file.as_path(), outcome));
                }
                Ok(outcomes)
            };
            let started: Vec<_> = (0..workers)
                .map(|first| scope.spawn(move || run(first)))
                .collect();
            let joined = started
                .into_iter()
                .map(|it| it.join().expect("a worker panicked"));
            joined.collect::<Result<Vec<_>>>()
        })?
        .concat();
        all.sort_by_key(|(file, _)| *file);
        Ok(all)
    }

    /// Runs a test in both ways.
    fn run(&self, path: &Path, test: &Test) -> Result<Outcome> {
        let mut before = HOST.to_owned();
        let mut names = vec!["assert.js", "sta.js"];
        if test.has("async") {
            names.push("doneprintHandle.js");
        }
        names.extend(test.includes.iter().map(String::as_str));
        for name in names {
            let file = self.harness.join(name);
            before +=
                &fs::read_to_string(&file).with_context(|| format!("no {}", file.display()))?;
            before += "\n";
        }
        let at_build = format!("{before}{}\n", test.text);
        let outcome = self.run_source(path, test, &at_build, &[])?;
        // What imports can't be within a function, and what isn't built makes no snapshot.
        if outcome != Outcome::Passed || test.has("module") || test.fails_early() {
            return Ok(outcome);
        }
        let text = &test.text;
        let after = format!("{before}vmExport(1, () => {{ {text}\n }});\n");
        let outcome = self.run_source(path, test, &after, &["--call", "1"])?;
        Ok(match outcome {
            Outcome::Failed(reason) => Outcome::Failed(format!("after the snapshot: {reason}")),
            passed => passed,
        })
    }

    /// Runs a source beside the test's file, where its imports are.
    fn run_source(
        &self,
        path: &Path,
        test: &Test,
        source: &str,
        arguments: &[&str],
    ) -> Result<Outcome> {
        let folder = path.parent().context("a test is in a folder")?;
        let script = tempfile::Builder::new()
            .prefix("running_FIXTURE")
            .suffix(".js")
            .tempfile_in(folder)?;
        fs::write(script.path(), source)?;
        let said = tempfile::NamedTempFile::new()?;
        let mut child = Command::new(&self.command)
            .arg("run")
            .arg(script.path())
            .args(arguments)
            .stdout(said.reopen()?)
            .stderr(said.reopen()?)
            .stdin(Stdio::null())
            .spawn()?;
        let Some(status) = child.wait_timeout(LIMIT)? else {
            child.kill()?;
            child.wait()?;
            return Ok(Outcome::Failed(format!("takes longer than {LIMIT:?}")));
        };
        let said = fs::read_to_string(said.path())?;
        Ok(judge(test, status.success(), &said))
    }
}

/// What a run says of a test.
fn judge(test: &Test, succeeded: bool, said: &str) -> Outcome {
    let right = match &test.negative {
        None if test.has("async") => succeeded && said.contains("Test262:AsyncTestComplete"),
        None => succeeded,
        Some((phase, kind)) if phase == "runtime" => {
            !succeeded && said.lines().any(|line| thrown(line) == Some(kind))
        }
        Some((_, kind)) => !succeeded && kind == "SyntaxError" && said.contains("error[syntax]"),
    };
    if right {
        return Outcome::Passed;
    }
    let first = said.lines().find(|line| !line.trim().is_empty());
    Outcome::Failed(first.unwrap_or("ends without an error").trim().to_owned())
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
