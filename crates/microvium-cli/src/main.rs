//! The microvium command.
#![forbid(unsafe_code)]

use clap::{CommandFactory, Parser};
use microvium_cli::arguments::{Arguments, Command};
use microvium_cli::terminal::Terminal;
use microvium_cli::{Failure, build, inspect, repl, run, symbolize, verify, watch};
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let printed = error.print().and_then(|()| io::stdout().flush());
            return match error.use_stderr() {
                // Nobody is left to tell if even this can't be printed.
                true => ExitCode::FAILURE,
                false => exit(microvium_cli::printed(printed)),
            };
        }
    };
    let terminal = Terminal::new(arguments.color);
    if let Some(shell) = arguments.completions {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut Arguments::command(), "microvium", &mut script);
        return exit(microvium_cli::print_line(
            String::from_utf8_lossy(&script).trim_end(),
        ));
    }
    exit(match &arguments.command {
        Some(Command::Run(options)) => run::run(options, terminal),
        Some(Command::Inspect(options)) => inspect::inspect(options),
        Some(Command::Watch(options)) => watch::watch(options, terminal),
        Some(Command::Repl) => repl::repl(terminal),
        Some(Command::Verify(options)) => verify::verify(options),
        Some(Command::Symbolize(options)) => symbolize::symbolize(options),
        None => build::build(&arguments.build, terminal),
    })
}

fn exit(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            microvium_cli::complain(&failure.to_string());
            ExitCode::FAILURE
        }
    }
}
