//! `microvium run`.

use crate::arguments::RunOptions;
use crate::{Failure, file_failure};
use microvium::{Function, Machine, Value};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;

/// Resumes a snapshot and makes the calls.
pub fn run(options: &RunOptions) -> Result<(), Failure> {
    let image = fs::read(&options.snapshot)
        .map_err(|error| file_failure("read", &options.snapshot, &error))?;
    let print: Function = Box::new(|arguments| {
        print_line(&arguments.first().unwrap_or(&Value::Undefined).to_line())?;
        Ok(Value::Undefined)
    });
    let failure = |error: microvium::RunError| Failure(error.to_string());
    let mut machine = Machine::restore(&image, BTreeMap::from([(1, print)])).map_err(failure)?;
    for call in &options.calls {
        let result = machine.call(call.id, &call.arguments).map_err(failure)?;
        if result != Value::Undefined {
            print_line(&format!("=> {}", result.to_line_json())).map_err(Failure)?;
        }
    }
    Ok(())
}

fn print_line(line: &str) -> Result<(), String> {
    writeln!(std::io::stdout().lock(), "{line}")
        .map_err(|error| format!("error: can't print: {error}"))
}
