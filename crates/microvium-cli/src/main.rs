//! The microvium command.
#![forbid(unsafe_code)]

use clap::Parser;
use microvium_cli::arguments::{Arguments, Command};
use microvium_cli::{build, inspect, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match &arguments.command {
        Some(Command::Run(options)) => run::run(options),
        Some(Command::Inspect(options)) => inspect::inspect(options),
        None => build::build(&arguments.build),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            microvium_cli::complain(&failure.to_string());
            ExitCode::FAILURE
        }
    }
}
