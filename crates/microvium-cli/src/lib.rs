//! The shell of the toolchain: files, terminal, arguments. Everything else is in the `microvium` library.
#![forbid(unsafe_code)]

pub mod arguments;
mod beside;
pub mod build;
pub mod call;
pub mod console;
mod files;
mod generate;
pub mod import;
pub mod inspect;
pub mod loader;
pub mod output;
mod progress;
pub mod repl;
pub mod report;
pub mod run;
mod scripts;
pub mod sidecar;
pub mod symbolize;
pub mod terminal;
pub mod verify;
pub mod watch;

use std::fmt;
use std::io::{self, Write};

/// A failure that has been put in words for the user.
#[derive(Debug)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

/// A file could not be read or written.
pub(crate) fn file_failure(doing: &str, path: &std::path::Path, error: &std::io::Error) -> Failure {
    Failure(format!(
        "error: can't {doing} `{}`: {error}",
        path.display()
    ))
}

/// How a command ends whose output nobody reads any more, as `head` does: as the signal would end it.
const BROKEN_PIPE: i32 = 128 + 13;

/// Prints a line. That it can't be printed is a failure, not a panic as with `println`.
pub fn print_line(line: &str) -> Result<(), Failure> {
    printed(writeln!(io::stdout().lock(), "{line}"))
}

/// Puts into words that something couldn't be printed.
pub fn printed(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            std::process::exit(BROKEN_PIPE);
        }
        result => result.map_err(|error| Failure(format!("error: can't print: {error}"))),
    }
}

/// Prints a line on stderr. If even that is closed, nothing is left to tell it to.
pub fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
