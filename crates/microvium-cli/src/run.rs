//! `microvium run`.

use crate::arguments::{HostOptions, RunOptions, Width};
use crate::call::Call;
use crate::console::Console;
use crate::import::Action;
use crate::scripts;
use crate::terminal::Terminal;
use crate::verify::malformed;
use crate::{Failure, complain, file_failure, print_line, sidecar};
use microvium::error::thrown_again;
use microvium::{
    AsyncFunction, BuildError, Frame, Function, LostPromise, Machine, Promise, Resumed, RunError,
    Snapshot, Started, Thrown, Value, passable,
};
use microvium_format::image::{Field, HEADER_SIZE, Header};
use microvium_format::{ErrorCode, Parts};
use microvium_snapshot::{Sidecar, decode};
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::path::Path;
use std::rc::Rc;

/// What is resumed.
struct Source {
    image: Vec<u8>,
    /// The map; or why there is none.
    sidecar: Result<Sidecar, String>,
    /// If it was built just now.
    snapshot: Option<Snapshot>,
}

/// Resumes a snapshot and makes the calls.
pub fn run(options: &RunOptions, terminal: Terminal) -> Result<(), Failure> {
    let source = source(options, terminal)?;
    let imports = imports(&options.host, terminal)?;
    microvium::limit_memory(usize::MAX);
    let device = options.host.device.device();
    if let Some(device) = device {
        device.simulate();
    }
    match options.width {
        Width::Wide if device.is_some() => Err(Failure(
            "error: `--without`, `--heap` and `--stack` are about the device's engine, and `--width wide` is that of build time"
                .to_owned(),
        )),
        Width::Narrow => narrow(options, &source, imports),
        Width::Wide => wide(options, &source, imports),
    }
}

/// Resumes an image as a host does, in the device's engine.
pub fn calls_of(image: &Path, host: &HostOptions, terminal: Terminal) -> Result<(), Failure> {
    let options = RunOptions {
        snapshot: image.to_owned(),
        host: host.clone(),
        width: Width::Narrow,
        max_instructions: None,
    };
    run(&options, terminal)
}

/// Reads the image, or builds it if a script is given.
fn source(options: &RunOptions, terminal: Terminal) -> Result<Source, Failure> {
    let path = &options.snapshot;
    if scripts::is_script(path) {
        let snapshot = scripts::build(path, terminal)?;
        return Ok(Source {
            image: snapshot.bytes().to_owned(),
            sidecar: Ok(snapshot.sidecar.clone()),
            snapshot: Some(snapshot),
        });
    }
    let image = fs::read(path).map_err(|error| file_failure("read", path, &error))?;
    Ok(Source {
        sidecar: sidecar::read(path, &image),
        image,
        snapshot: None,
    })
}

/// The host functions: import 1 prints unless it is told otherwise; `--host` is asked before that, and
/// `--import` first.
fn imports(options: &HostOptions, terminal: Terminal) -> Result<Imports, Failure> {
    let mut imports = Imports {
        functions: BTreeMap::from([(1, print())]),
        ..Imports::default()
    };
    if let Some(path) = &options.script {
        host(path, terminal, &mut imports)?;
    }
    for import in &options.imports {
        let function = match import.action.clone() {
            Action::Print => print(),
            Action::Return(value) => Box::new(move |_: &[Value]| Ok(value.clone())) as Function,
        };
        imports.later.remove(&import.id);
        imports.functions.insert(import.id, function);
    }
    Ok(imports)
}

fn print() -> Function {
    Box::new(|arguments| {
        let line = arguments.first().unwrap_or(&Value::Undefined).to_line();
        print_line(&line).map_err(|failure| failure.0)?;
        Ok(Value::Undefined)
    })
}

/// The exports of a script that plays the host, which runs in the build-time engine. What async functions return is
/// passed to the snapshot when its call is done; a promise that another function returns is passed as far as it is.
fn host(path: &Path, terminal: Terminal, imports: &mut Imports) -> Result<(), Failure> {
    let console = Console::default();
    let build = scripts::evaluate(path, &console, terminal)?;
    console.check()?;
    let build = Rc::new(RefCell::new(build));
    let ids = build.borrow().exports();
    let is_async = |id| build.borrow().is_async(id);
    let describe = |error| match error {
        BuildError::Uncaught { thrown, .. } => thrown.description(),
        error => error.to_string(),
    };
    for id in ids {
        let build = build.clone();
        let call = move |arguments: &[Value]| {
            let result = build.borrow_mut().call(id, arguments);
            result.or_else(|error| match &error {
                BuildError::Uncaught { thrown, .. } if build.borrow().is_rejection(thrown) => {
                    let reason = describe(error);
                    Ok(Value::rejected(Value::String(reason.as_str().into())))
                }
                _ => Err(describe(error)),
            })
        };
        if is_async(id) {
            let ended = imports.ended.clone();
            let function: AsyncFunction = Box::new(move |arguments, started| {
                let result = call(arguments).and_then(|result| passable(id, result));
                let outcome = match result.as_ref().map(Value::promise) {
                    Ok(Some(Promise::Fulfilled(value))) => Ok(Value::clone(value)),
                    Ok(Some(Promise::Rejected(reason))) => Err(Value::clone(reason)),
                    Ok(_) => return,
                    Err(message) => Err(Value::String(message.as_str().into())),
                };
                ended.borrow_mut().push_back((started, outcome));
            });
            imports.functions.remove(&id);
            imports.later.insert(id, function);
        } else {
            imports.functions.insert(id, Box::new(call));
        }
    }
    Ok(())
}

/// What has begun and ended, and how.
type Ended = Rc<RefCell<VecDeque<(Started, Result<Value, Value>)>>>;

/// The functions of the host.
#[derive(Default)]
struct Imports {
    functions: BTreeMap<u16, Function>,
    /// Those that end later.
    later: BTreeMap<u16, AsyncFunction>,
    /// What those have begun that is to be settled.
    ended: Ended,
}

/// What has ended is settled behind a call, in turn, until nothing is left: each may begin more.
fn settle_all(
    ended: &Ended,
    mut settle: impl FnMut(Started, Result<Value, Value>) -> Result<(), RunError>,
) -> Result<(), RunError> {
    loop {
        let Some((started, outcome)) = ended.borrow_mut().pop_front() else {
            return Ok(());
        };
        settle(started, outcome)?;
    }
}

fn narrow(options: &RunOptions, source: &Source, imports: Imports) -> Result<(), Failure> {
    let mut machine = Machine::restore_async(&source.image, imports.functions, imports.later)
        .map_err(|error| refused(options, source, &error))?;
    machine.limit_steps(options.max_instructions.unwrap_or(u64::MAX));
    let result = calls(options, |call| {
        let result = machine.call(call.id, &call.arguments);
        let result = result.and_then(|result| {
            settle_all(&imports.ended, |it, outcome| machine.settle(it, outcome))?;
            Ok(machine.promised().unwrap_or(result))
        });
        result.map_err(|mut error| {
            if let (RunError::Uncaught(thrown), Ok(sidecar)) = (&mut error, &source.sidecar) {
                thrown.explain(sidecar);
            }
            failed(&error, |thrown| mapped(thrown, &source.sidecar))
        })
    });
    for lost in machine.lost_promises() {
        complain(&lost_promise(&lost, &source.sidecar));
    }
    if options.host.stats {
        let used = machine.statistics();
        complain(&format!(
            "{} steps (calls and backward jumps), {} collections, {} bytes of memory at most",
            used.steps, used.collections, used.peak
        ));
    }
    result
}

fn wide(options: &RunOptions, source: &Source, imports: Imports) -> Result<(), Failure> {
    let Some(snapshot) = &source.snapshot else {
        return Err(Failure(format!(
            "error: `{}` is an image, and images are of the narrow width\nhelp: give the script that it was built from: `microvium run main.js --width wide`",
            options.snapshot.display()
        )));
    };
    let mut resumed = Resumed::restore_async(snapshot, imports.functions, imports.later)
        .map_err(|error| Failure(error.to_string()))?;
    let limit = options.max_instructions.unwrap_or(u64::MAX);
    resumed.limit_steps(limit);
    let result = calls(options, |call| {
        let result = resumed.call(call.id, &call.arguments);
        let result = result.and_then(|result| {
            settle_all(&imports.ended, |it, outcome| resumed.settle(it, outcome))?;
            Ok(resumed.promised().unwrap_or(result))
        });
        result.map_err(|mut error| {
            if let RunError::Uncaught(thrown) = &mut error {
                resumed.explain(thrown, snapshot);
            }
            failed(&error, |thrown| {
                let stack = resumed.stack(thrown, snapshot);
                let mut text = thrown.list_calls(stack.iter().map(ToString::to_string));
                let again = thrown.again.as_ref();
                if let Some(again) = again.and_then(|call| resumed.origin(call, snapshot)) {
                    text.push_str(&thrown_again(&again));
                }
                text + &thrown.list_causes(|_, cause| {
                    let stack = resumed.stack(cause, snapshot).into_iter();
                    stack.map(|call| call.to_string())
                })
            })
        })
    });
    if options.host.stats {
        complain(&format!(
            "{} steps (calls and backward jumps)",
            limit - resumed.steps_left()
        ));
    }
    result
}

/// Makes the calls and prints their results.
fn calls(
    options: &RunOptions,
    mut make: impl FnMut(&Call) -> Result<Value, Failure>,
) -> Result<(), Failure> {
    if options.host.calls.is_empty() {
        complain("nothing is called: `--call ID` calls an export");
    }
    for call in &options.host.calls {
        let result = make(call)?;
        let text = match (result.promise(), &result) {
            (None, result) => shown(result),
            (Some(Promise::Fulfilled(value)), _) => shown(value),
            (Some(_), promise) => Some(promise.to_literal()),
        };
        if let Some(text) = text {
            print_line(&format!("=> {text}"))?;
        }
    }
    Ok(())
}

/// How a result is printed, if it is.
fn shown(result: &Value) -> Option<String> {
    (*result != Value::Undefined).then(|| result.to_line_json())
}

/// Why a call failed; `stack` gives the calls that were running, each on a line.
fn failed(error: &RunError, stack: impl FnOnce(&Thrown) -> String) -> Failure {
    let mut text = error.to_string();
    if let RunError::Uncaught(thrown) = error {
        text.push_str(&stack(thrown));
        if thrown.code == ErrorCode::InstructionCountReached {
            text.push_str("\nhelp: `--max-instructions` sets another limit");
        }
    }
    Failure(text)
}

/// Calls of the script, each as a line, as the image's map has them; without it, addresses.
fn calls_of_script(calls: &[Frame], sidecar: &Result<Sidecar, String>) -> Vec<String> {
    // An address at which a call returns is behind the call.
    let addresses = calls.iter().map(|frame| frame.end - 1);
    match sidecar {
        Ok(sidecar) => addresses
            .filter_map(|address| sidecar.call(address))
            .filter(|call| !microvium::is_library_module(call.at.file))
            .map(|call| call.to_string())
            .collect(),
        Err(_) => addresses.map(|address| format!("{address:#06x}")).collect(),
    }
}

/// The calls that were running, as the image's map has them.
fn mapped(thrown: &Thrown, sidecar: &Result<Sidecar, String>) -> String {
    let calls = |thrown: &Thrown| calls_of_script(&thrown.trace, sidecar);
    let mut text = thrown.list_calls(calls(thrown));
    if let (Ok(sidecar), Some(again)) = (sidecar, thrown.again)
        && let Some(again) = sidecar.call(again.end - 1)
    {
        text.push_str(&thrown_again(&again));
    }
    text.push_str(&thrown.list_causes(|_, cause| calls(cause)));
    if let Err(reason) = sidecar {
        text.push_str(&format!("\nhelp: for names and source positions, {reason}"));
    }
    text
}

/// What to tell of a promise that the script didn't get.
fn lost_promise(lost: &LostPromise, sidecar: &Result<Sidecar, String>) -> String {
    let id = lost.import;
    let name = sidecar.as_ref().ok().and_then(|it| it.imports.get(&id));
    let name = name.map_or(String::new(), |it| format!(" ({it})"));
    let mut text =
        format!("warning: import {id}{name} gave a promise, and the script got undefined");
    for line in calls_of_script(&lost.calls, sidecar).iter().take(1) {
        text.push_str(&format!("\n    at {line}"));
    }
    text.push_str(
        "\nhelp: the snapshot has no promises for the host, as its code never waits for what a host function returns: `await` it, \
         or call its `then`",
    );
    text
}

/// Which parts of the engine an image lacks, and who takes them away.
fn missing(options: &RunOptions, image: &[u8]) -> Option<String> {
    let header = Header::parse(image.first_chunk::<HEADER_SIZE>()?);
    let without = options.host.device.device()?.without;
    let is_missing =
        |part: Parts| without.contains(part) && Parts(header.get(Field::Needs)).contains(part);
    let names: Vec<String> = (Parts::ALL.iter())
        .filter(|(part, ..)| is_missing(*part))
        .map(|(_, name, _)| format!("`{name}`"))
        .collect();
    (!names.is_empty()).then(|| {
        format!(
            "\nhelp: it needs {}, which `--without` takes away; building it with `--report` lists what for",
            names.join(", ")
        )
    })
}

/// Why an image can't be resumed. What reads images for people knows more of it than an engine's code
/// says.
fn refused(options: &RunOptions, source: &Source, error: &RunError) -> Failure {
    let path = options.snapshot.display();
    let reason = match (error, decode(&source.image)) {
        (RunError::Restore(_) | RunError::Malformed(_), Err(reason)) => reason.to_string(),
        (RunError::Malformed(offset), Ok(decoded)) => malformed(&decoded, *offset),
        (RunError::Restore(code), Ok(_)) => {
            let help = missing(options, &source.image).unwrap_or_default();
            let text = code.text().trim_end_matches('.');
            format!("{text} (error {}){help}", *code as u8)
        }
        (RunError::MissingImport(ids), _) => {
            let names = source.sidecar.as_ref().map(|it| &it.imports);
            let named = ids.iter().map(|id| match names.map(|it| it.get(id)) {
                Ok(Some(name)) => format!("{id} ({name})"),
                _ => id.to_string(),
            });
            format!(
                "it imports host functions that nothing provides: {}\n\
                 help: `--import ID=print` or `--import ID=VALUE` provides one, `--host FILE.js` those that a script exports by `vmExport(ID, f)`",
                named.collect::<Vec<_>>().join(", ")
            )
        }
        _ => return Failure(error.to_string()),
    };
    Failure(format!("error: can't resume `{path}`: {reason}"))
}
