//! `cargo xtask corpus`: the language corpus on the Cortex-M0. Its format is in `tests/corpus/README.md`.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::{Result, ensure};
use microvium_format::ErrorCode;

use crate::device::{Call, Device, Outcome, build_image, command};
use crate::project::{root, work_dir};

/// One test: a script, and what it says about itself.
struct Test {
    /// The path below the corpus, which is the test's name.
    name: String,
    script: PathBuf,
    calls: Vec<Call>,
    expected: Vec<String>,
    uncaught: Option<String>,
}

/// How many tests did what.
#[derive(Default)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

/// Runs the task.
pub fn corpus() -> Result<()> {
    let tally = run_all()?;
    println!("{} passed, {} failed", tally.passed, tally.failed);
    ensure!(tally.failed == 0, "tests of the corpus failed");
    Ok(())
}

/// Runs every test that is for devices, as many at a time as there are processors.
pub fn run_all() -> Result<Tally> {
    let tests = Mutex::new(VecDeque::from(tests()?));
    ensure!(
        !tests.lock().expect("no test panics").is_empty(),
        "there are no tests in the corpus"
    );
    let device = Device::new()?;
    let microvium = command()?;
    let workers = std::thread::available_parallelism()?.get();
    let work = |worker: usize| -> Result<Vec<(String, Result<()>)>> {
        let dir = work_dir("corpus")?.join(worker.to_string());
        fs::create_dir_all(&dir)?;
        let mut results = Vec::new();
        while let Some(test) = { tests.lock().expect("no test panics").pop_front() } {
            let result = run(&test, &device, &microvium, &dir);
            results.push((test.name, result));
        }
        Ok(results)
    };
    let by_worker = std::thread::scope(|scope| {
        let work = &work;
        let threads: Vec<_> = (0..workers)
            .map(|worker| scope.spawn(move || work(worker)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("no test panics"))
            .collect::<Result<Vec<_>>>()
    })?;
    let mut results: Vec<_> = by_worker.into_iter().flatten().collect();
    results.sort_by(|a, b| a.0.cmp(&b.0));

    let mut tally = Tally::default();
    for (name, result) in results {
        match result {
            Ok(()) => tally.passed += 1,
            Err(error) => {
                tally.failed += 1;
                println!("FAILED {name}: {error:#}");
            }
        }
    }
    Ok(tally)
}

fn run(test: &Test, device: &Device, microvium: &Path, dir: &Path) -> Result<()> {
    let image = dir.join("main.mvm-bc");
    build_image(microvium, &test.script, &image)?;
    let outcome = device.run(&image, &test.calls, dir)?;
    compare(test, outcome)
}

fn compare(test: &Test, mut outcome: Outcome) -> Result<()> {
    let uncaught = if outcome.succeeded {
        None
    } else {
        outcome.lines.pop()
    };
    ensure!(
        outcome.lines == test.expected,
        "printed\n  {}\nbut expected\n  {}",
        outcome.lines.join("\n  "),
        test.expected.join("\n  ")
    );
    let name = uncaught.as_deref().map(exception_name);
    // The C interface can't ask a thrown object for its name.
    let is_expected = name == test.uncaught
        || name.as_deref() == Some("[object]")
            && test
                .uncaught
                .as_ref()
                .is_some_and(|name| name.ends_with("Error"));
    ensure!(
        is_expected,
        "ended with {uncaught:?} but expected {:?}",
        test.uncaught
    );
    Ok(())
}

/// The name of what a call didn't catch. Of a fault, the device has the number.
fn exception_name(line: &str) -> String {
    let text = line.strip_prefix("Uncaught ").unwrap_or(line);
    let fault = text
        .strip_prefix("error ")
        .and_then(|code| ErrorCode::from_code(code.parse().ok()?));
    match fault {
        Some(fault) => fault.class().name().to_string(),
        None => text.split(':').next().unwrap_or(text).to_string(),
    }
}

/// All tests that can run on a device, by name.
fn tests() -> Result<Vec<Test>> {
    let corpus = root().join("tests/corpus");
    let mut scripts = Vec::new();
    find(&corpus, &mut scripts)?;
    let mut tests = Vec::new();
    for script in scripts {
        let name = script.strip_prefix(&corpus)?.display().to_string();
        if let Some(test) = read(name, script)? {
            tests.push(test);
        }
    }
    Ok(tests)
}

/// A folder with a `main.js` is one test; every other script is one of its own.
fn find(dir: &Path, scripts: &mut Vec<PathBuf>) -> Result<()> {
    let main = dir.join("main.js");
    if main.is_file() {
        scripts.push(main);
        return Ok(());
    }
    let mut paths = fs::read_dir(dir)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() && !path.ends_with("refused") {
            find(&path, scripts)?;
        } else if path.extension().is_some_and(|extension| extension == "js") {
            scripts.push(path);
        }
    }
    Ok(())
}

/// Reads what a script says about itself; `None` if it isn't for devices.
fn read(name: String, script: PathBuf) -> Result<Option<Test>> {
    let source = fs::read_to_string(&script)?;
    let comments = |key: &str| {
        let mark = format!("// {key}:");
        let texts = source
            .lines()
            .filter_map(move |line| Some(line.split_once(&mark)?.1.trim_end()));
        texts
            .map(|text| text.strip_prefix(' ').unwrap_or(text).to_string())
            .collect::<Vec<_>>()
    };
    if !comments("heap").is_empty() || !comments("device").is_empty() {
        return Ok(None);
    }
    let mut calls = comments("call")
        .iter()
        .map(|call| call.parse())
        .collect::<Result<Vec<Call>>>()?;
    if calls.is_empty() {
        calls.push("1".parse()?);
    }
    let uncaught = comments("expect-uncaught").pop();
    Ok(Some(Test {
        name,
        script,
        calls,
        expected: comments("expect"),
        uncaught,
    }))
}
