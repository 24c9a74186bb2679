//! `microvium run`.

use crate::arguments::RunOptions;
use crate::{Failure, file_failure, print_line, sidecar};
use microvium::{Function, Machine, RunError, Thrown, Value};
use microvium_snapshot::decode;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Resumes a snapshot and makes the calls.
pub fn run(options: &RunOptions) -> Result<(), Failure> {
    let image = fs::read(&options.snapshot)
        .map_err(|error| file_failure("read", &options.snapshot, &error))?;
    let print: Function = Box::new(|arguments| {
        let line = arguments.first().unwrap_or(&Value::Undefined).to_line();
        print_line(&line).map_err(|failure| failure.0)?;
        Ok(Value::Undefined)
    });
    let mut machine = Machine::restore(&image, BTreeMap::from([(1, print)]))
        .map_err(|error| refused(&options.snapshot, &image, &error))?;
    let failure = |error: RunError| match error {
        RunError::Uncaught(thrown) => uncaught(&thrown, &options.snapshot, &image),
        error => Failure(error.to_string()),
    };
    for call in &options.calls {
        let result = machine.call(call.id, &call.arguments).map_err(failure)?;
        if result != Value::Undefined {
            print_line(&format!("=> {}", result.to_line_json()))?;
        }
    }
    Ok(())
}

/// An exception with the calls that were running, as the image's map has them.
fn uncaught(thrown: &Thrown, path: &Path, image: &[u8]) -> Failure {
    let mut text = thrown.to_string();
    match sidecar::read(path, image) {
        Ok(sidecar) => {
            for frame in &thrown.trace {
                // An address at which a call returns is behind the call.
                text.extend(
                    sidecar
                        .describe(frame.end - 1)
                        .map(|at| format!("\n    at {at}")),
                );
            }
        }
        Err(reason) => {
            for frame in &thrown.trace {
                text.push_str(&format!("\n    at {:#06x}", frame.end - 1));
            }
            text.push_str(&format!("\nhelp: for names and source positions, {reason}"));
        }
    }
    Failure(text)
}

/// Why an image can't be resumed. What reads images for people knows more of it than an engine's code
/// says.
fn refused(path: &Path, image: &[u8], error: &RunError) -> Failure {
    let path = path.display();
    let reason = match (error, decode(image)) {
        (RunError::Restore(_), Err(reason)) => reason.to_string(),
        (RunError::Restore(code), Ok(_)) => code.text().to_owned(),
        (RunError::MissingImport(ids), _) => {
            let ids: Vec<String> = ids.iter().map(u16::to_string).collect();
            format!(
                "it imports host functions that `microvium run` doesn't have: {}; it has only 1, which prints",
                ids.join(", ")
            )
        }
        _ => return Failure(error.to_string()),
    };
    Failure(format!("error: can't resume `{path}`: {reason}"))
}
