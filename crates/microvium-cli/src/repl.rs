//! `microvium repl`: a session with the build-time engine.

use crate::build::describe;
use crate::console::Console;
use crate::files::Files;
use crate::loader::FileLoader;
use crate::terminal::Terminal;
use crate::{Failure, complain, file_failure, print_line};
use microvium::{Build, Value, is_incomplete};
use rustyline::error::ReadlineError;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{Completer, Editor, Helper, Highlighter, Hinter};
use std::io::{BufRead, IsTerminal};
use std::path::{Path, PathBuf};

/// The steps that one input may take.
const STEPS: u64 = 1_000_000_000;

/// Reads inputs until there are no more. What one declares, the next ones see.
pub fn repl(terminal: Terminal) -> Result<(), Failure> {
    let folder = Path::new(".").canonicalize();
    let folder = folder.map_err(|error| file_failure("read", Path::new("."), &error))?;
    let mut session = Session::new(&folder, terminal)?;
    if std::io::stdin().is_terminal() {
        return converse(&mut session);
    }
    let mut input = String::new();
    for line in std::io::stdin().lock().lines() {
        let line =
            line.map_err(|error| Failure(format!("error: can't read the input: {error}")))?;
        input.push_str(&line);
        input.push('\n');
        if !is_incomplete(&input) {
            session.run(&input)?;
            input.clear();
        }
    }
    match input.trim().is_empty() {
        true => Ok(()),
        false => session.run(&input),
    }
}

/// With somebody at a terminal.
fn converse(session: &mut Session) -> Result<(), Failure> {
    let broken = |error: ReadlineError| Failure(format!("error: can't read the input: {error}"));
    let mut editor = Editor::new().map_err(broken)?;
    editor.set_helper(Some(Lines));
    let history = history();
    if let Some(history) = &history {
        // The first time there is none.
        let _ = editor.load_history(history);
    }
    complain("Ctrl-D ends the session.");
    loop {
        match editor.readline("> ") {
            Ok(input) => {
                // An input that can't be remembered is run all the same.
                let _ = editor.add_history_entry(&input);
                session.run(&input)?;
            }
            Err(ReadlineError::Interrupted) => {}
            Err(ReadlineError::Eof) => break,
            Err(error) => return Err(broken(error)),
        }
    }
    if let Some(history) = history
        && let Err(error) = editor.save_history(&history)
    {
        complain(&format!("the history can't be saved: {error}"));
    }
    Ok(())
}

/// Where inputs are remembered.
fn history() -> Option<PathBuf> {
    let home = std::env::var_os("HOME")?;
    Some(Path::new(&home).join(".microvium_history"))
}

/// Goes on with the next line while an input is incomplete.
#[derive(Completer, Helper, Highlighter, Hinter)]
struct Lines;

impl Validator for Lines {
    fn validate(&self, context: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        Ok(match is_incomplete(context.input()) {
            true => ValidationResult::Incomplete,
            false => ValidationResult::Valid(None),
        })
    }
}

/// The inputs so far.
struct Session {
    build: Build,
    loader: FileLoader,
    console: Console,
    terminal: Terminal,
    count: usize,
}

impl Session {
    fn new(folder: &Path, terminal: Terminal) -> Result<Session, Failure> {
        let loader = FileLoader::new(folder);
        let console = Console::default();
        let print = {
            let console = console.clone();
            move |stream, line: &str| console.print(stream, line)
        };
        let report = |error| describe(error, loader.names(), terminal);
        let mut build = Build::new(Box::new(print), STEPS).map_err(report)?;
        let files = Files::new(folder.to_owned(), folder.to_owned());
        files.define(&mut build).map_err(report)?;
        Ok(Session {
            build,
            loader,
            console,
            terminal,
            count: 0,
        })
    }

    /// Runs an input and prints its value. What it throws is shown, and no failure of the session.
    fn run(&mut self, input: &str) -> Result<(), Failure> {
        if input.trim().is_empty() {
            return Ok(());
        }
        self.count += 1;
        let name = self.loader.give_session(self.count, input);
        self.build.limit_steps(STEPS);
        match self.build.evaluate_session(&name, &mut self.loader) {
            Ok(Value::Undefined) => {}
            Ok(value) => print_line(&value.to_literal())?,
            Err(error) => {
                let failure = describe(error, self.loader.names(), self.terminal);
                complain(&failure.to_string());
            }
        }
        self.console.check()
    }
}
