//! The microvium command.
#![forbid(unsafe_code)]

use clap::Parser;
use microvium_cli::arguments::{Arguments, Command};
use microvium_cli::terminal::Terminal;
use microvium_cli::{build, inspect, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Nobody is left to tell if even this can't be printed.
            let _ = error.print();
            return match error.use_stderr() {
                true => ExitCode::FAILURE,
                false => ExitCode::SUCCESS,
            };
        }
    };
    let terminal = Terminal::new(arguments.color);
    let result = match &arguments.command {
        Some(Command::Run(options)) => run::run(options),
        Some(Command::Inspect(options)) => inspect::inspect(options),
        None => build::build(&arguments.build, terminal),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            microvium_cli::complain(&failure.to_string());
            ExitCode::FAILURE
        }
    }
}
