//! What a VM does that runs out of memory or of steps anywhere: scripts of the corpus, resumed in the narrow width with
//! each request for memory refused in turn, and with each number of steps as their limit. The VM throws, works
//! afterwards, and leaves no memory behind. The test has nothing to say of what a script makes of the exception.
//!
//! Of the scripts every eighth is run; the others are `--ignored`.

use libtest_mimic::{Arguments, Failed, Trial};
use microvium::{Build, Function, Machine, Value};
use microvium_cli::call::Call;
use microvium_cli::loader::FileLoader;
use microvium_corpus::Test;
use microvium_engine::embed::Memory;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::process::ExitCode;
use std::rc::Rc;

/// How many places of a script are tried, for memory and for steps: all of them, or so many with equal distances.
const PLACES: u64 = 100;

/// A call that takes longer than this runs into a loop that a lost exception made endless.
const ENOUGH_STEPS: u64 = 3_000_000;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let tests = microvium_corpus::tests().expect("the corpus can be read");
    let of_image = |test: &Test| test.errors.is_empty() && test.stress;
    let trials = (tests.into_iter().filter(of_image).enumerate())
        .map(|(i, test)| {
            let name = test.name.clone();
            Trial::test(name, move || exhaust(&test)).with_ignored_flag(i % 8 != 0)
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn exhaust(test: &Test) -> Result<(), Failed> {
    let image = image(test)?;
    let used = Memory::now().used;
    Memory::refuse_request(u64::MAX);
    let (printed, steps) = run(&image, test, u64::MAX)?;
    let requests = Memory::refuse_request(u64::MAX);
    let nothing_left = |at: &str| match Memory::now().used - used {
        0 => Ok(()),
        bytes => Err(format!("{at}: {bytes} bytes are left behind")),
    };
    nothing_left("no limit")?;

    for request in places(requests) {
        Memory::refuse_request(request);
        // Without memory there may be no VM.
        let _ = run(&image, test, u64::MAX);
        Memory::refuse_request(u64::MAX);
        nothing_left(&format!("request {request} refused"))?;
    }
    for limit in places(steps) {
        run(&image, test, limit)?;
        nothing_left(&format!("after {limit} steps"))?;
    }
    let (again, _) = run(&image, test, steps)?;
    if again != printed {
        return Err(format!("{steps} steps aren't enough: {again:?}").into());
    }
    Ok(())
}

/// Some of the numbers from 0 on.
fn places(count: u64) -> impl Iterator<Item = u64> {
    (0..count).step_by((count / PLACES + 1) as usize)
}

/// The image of a test.
fn image(test: &Test) -> Result<Vec<u8>, Failed> {
    let folder = test.script.parent().expect("a script is in a folder");
    let mut loader = FileLoader::new(folder);
    let mut build = Build::new(Box::new(|_, _| ()), 10_000_000)?;
    build.bind_import(1, |_| Ok(Value::Undefined));
    let name = loader.name(&test.script);
    build.evaluate(&name, &mut loader)?;
    Ok(build.snapshot()?.bytes().to_vec())
}

/// Makes the test's calls in a new VM that may take so many steps, and then once more without that limit. Returns what
/// the first calls printed, and the steps that they took.
fn run(image: &[u8], test: &Test, steps: u64) -> Result<(Vec<String>, u64), Failed> {
    let lines = Rc::new(RefCell::new(Vec::new()));
    let out = lines.clone();
    let print: Function = Box::new(move |arguments| {
        let line = arguments.first().unwrap_or(&Value::Undefined).to_line();
        out.borrow_mut().push(line);
        Ok(Value::Undefined)
    });
    let mut machine = Machine::restore(image, BTreeMap::from([(1, print)]))?;
    machine.limit_steps(steps);
    let call_all = |machine: &mut Machine| -> Result<(), Failed> {
        for call in &test.calls {
            let call = call.parse::<Call>()?;
            let result = machine.call(call.id, &call.arguments);
            lines.borrow_mut().push(match result {
                Ok(value) => value.to_line_json(),
                Err(error) => error.to_string(),
            });
        }
        Ok(())
    };
    call_all(&mut machine)?;
    let printed = lines.borrow().clone();
    let taken = machine.statistics().steps;
    machine.limit_steps(ENOUGH_STEPS);
    call_all(&mut machine)?;
    machine.collect();
    Ok((printed, taken))
}
