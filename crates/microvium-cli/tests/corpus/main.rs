//! The language corpus on the desktop's engines: every script before the snapshot, and after it in both
//! widths; every refused one refused. See `tests/corpus/README.md`. And together they use all that there is.

mod coverage;

use libtest_mimic::{Arguments, Failed, Trial};
use microvium::{Build, BuildError, Function, Machine, Resumed, RunError, Value};
use microvium_cli::call::Call;
use microvium_cli::loader::FileLoader;
use microvium_corpus::Test;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::process::ExitCode;
use std::rc::Rc;

type Lines = Rc<RefCell<Vec<String>>>;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    for test in microvium_corpus::tests().expect("the corpus can be read") {
        if cfg!(feature = "stress") && !test.stress {
            continue;
        }
        let trial = |phase: &str, run: fn(&Test) -> Result<(), Failed>| {
            let test = test.clone();
            Trial::test(format!("{phase}::{}", test.name), move || run(&test))
        };
        if test.errors.is_empty() {
            trials.push(trial("build", before_snapshot));
            trials.push(trial("narrow", after_snapshot));
            trials.push(trial("wide", resumed));
        } else {
            trials.push(trial("refused", refused));
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    let is_whole = !arguments.list && conclusion.num_filtered_out == 0 && !cfg!(feature = "stress");
    let missing = coverage::missing();
    if is_whole && !missing.is_empty() {
        eprintln!("no script of the corpus uses\n  {}", missing.join("\n  "));
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}

/// A build that has run the test's top level, and the lines it prints.
fn build(test: &Test) -> Result<(Build, Lines), String> {
    // Some scripts go to the limit.
    microvium::limit_memory(if cfg!(feature = "stress") {
        7 << 18
    } else {
        32 << 20
    });
    let folder = test.script.parent().expect("a script is in a folder");
    let mut loader = FileLoader::new(folder);
    let lines = Lines::default();
    let console = lines.clone();
    let print = move |_, line: &str| console.borrow_mut().push(line.to_owned());
    let mut build = Build::new(Box::new(print), 10_000_000).map_err(|error| error.to_string())?;
    let out = lines.clone();
    build.bind_import(1, move |arguments| print_to(&out, arguments));
    let name = loader.name(&test.script);
    build
        .evaluate(&name, &mut loader)
        .map_err(|error| explain(&error))?;
    Ok((build, lines))
}

/// Why a build failed.
fn explain(error: &BuildError) -> String {
    match error {
        BuildError::Diagnostics(all) => {
            coverage::note_findings(all);
            // A test names the exception that other engines throw.
            format!("{}\n{error}", all[0].class())
        }
        _ => error.to_string(),
    }
}

/// What a host prints for a value, as node does it.
fn printed(value: &Value) -> String {
    match value {
        Value::String(_) => value.to_line(),
        _ => json(value),
    }
}

fn json(value: &Value) -> String {
    value.to_json().unwrap_or_else(|| value.to_line_json())
}

fn print_to(lines: &Lines, arguments: &[Value]) -> Result<Value, String> {
    lines
        .borrow_mut()
        .push(printed(arguments.first().unwrap_or(&Value::Undefined)));
    Ok(Value::Undefined)
}

/// Makes the calls until one fails; returns the message of that failure.
fn calls(
    test: &Test,
    lines: &Lines,
    mut call: impl FnMut(&Call) -> Result<Value, String>,
) -> Result<Option<String>, Failed> {
    for text in &test.calls {
        match call(&text.parse::<Call>()?) {
            Ok(Value::Undefined) => {}
            Ok(result) => lines.borrow_mut().push(format!("=> {}", json(&result))),
            Err(message) => return Ok(Some(message)),
        }
    }
    Ok(None)
}

fn before_snapshot(test: &Test) -> Result<(), Failed> {
    let (mut build, lines) = build(test)?;
    let uncaught = calls(test, &lines, |call| {
        build
            .call(call.id, &call.arguments)
            .map_err(|error: BuildError| error.to_string())
    })?;
    Ok(test.compare(&lines.borrow(), uncaught.as_deref())?)
}

fn after_snapshot(test: &Test) -> Result<(), Failed> {
    let (mut build, lines) = build(test)?;
    let snapshot = build.snapshot().map_err(|error| error.to_string())?;
    coverage::note_snapshot(&snapshot);
    let out = lines.clone();
    let print: Function = Box::new(move |arguments| print_to(&out, arguments));
    let restored = Machine::restore(snapshot.bytes(), BTreeMap::from([(1, print)]));
    let mut machine = restored.map_err(|error| error.to_string())?;
    let uncaught = calls(test, &lines, |call| {
        machine
            .call(call.id, &call.arguments)
            .map_err(|error: RunError| error.to_string())
    })?;
    coverage::note_faults();
    Ok(test.compare(&lines.borrow(), uncaught.as_deref())?)
}

fn resumed(test: &Test) -> Result<(), Failed> {
    let (mut build, lines) = build(test)?;
    let snapshot = build.snapshot().map_err(|error| error.to_string())?;
    let out = lines.clone();
    let print: Function = Box::new(move |arguments| print_to(&out, arguments));
    let resumed = Resumed::restore(&snapshot, BTreeMap::from([(1, print)]));
    let mut resumed = resumed.map_err(|error| error.to_string())?;
    let uncaught = calls(test, &lines, |call| {
        resumed
            .call(call.id, &call.arguments)
            .map_err(|error: RunError| error.to_string())
    })?;
    Ok(test.compare(&lines.borrow(), uncaught.as_deref())?)
}

fn refused(test: &Test) -> Result<(), Failed> {
    // Some limits show only when the snapshot is taken.
    let result = build(test).and_then(|(mut build, _)| {
        let snapshot = build.snapshot();
        snapshot.map_err(|error| explain(&error))
    });
    let Err(message) = result else {
        return Err("it was built".into());
    };
    let message = message.to_lowercase();
    for error in &test.errors {
        if !message.contains(&error.to_lowercase()) {
            return Err(format!("the message doesn't contain `{error}`:\n{message}").into());
        }
    }
    Ok(())
}
