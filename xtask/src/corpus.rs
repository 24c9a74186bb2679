//! `cargo xtask corpus`: the language corpus on the Cortex-M0. Its format is in `tests/corpus/README.md`.

use std::collections::VecDeque;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use anyhow::{Error, Result, ensure};
use microvium_corpus::{Test, tests};
use microvium_format::ErrorCode;

use crate::device::{Call, Device, build_image, command};
use crate::project::work_dir;

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
    let tests: VecDeque<Test> = tests()?
        .into_iter()
        .filter(|test| test.device && test.errors.is_empty())
        .collect();
    let tests = Mutex::new(tests);
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
    let calls = test
        .calls
        .iter()
        .map(|call| call.parse())
        .collect::<Result<Vec<Call>>>()?;
    let mut outcome = device.run(&image, &calls, dir)?;
    let uncaught = if outcome.succeeded {
        None
    } else {
        outcome.lines.pop()
    };
    let uncaught = uncaught.map(|line| name_of(&line, test));
    test.compare(&outcome.lines, uncaught.as_deref())
        .map_err(Error::msg)
}

/// A device has only the number of a fault, and of a thrown object only that it is one: the C interface can't ask it for
/// its name.
fn name_of(line: &str, test: &Test) -> String {
    let text = line.strip_prefix("Uncaught ").unwrap_or(line);
    let fault = text
        .strip_prefix("error ")
        .and_then(|code| ErrorCode::from_code(code.parse().ok()?));
    match (fault, &test.uncaught) {
        (Some(fault), _) => fault.class().name().to_string(),
        (None, Some(name)) if text == "[object]" && name.ends_with("Error") => name.clone(),
        _ => text.to_string(),
    }
}
