//! Scripts that are built in memory: to be resumed at once, or to play the host.

use crate::build::{describe, warn};
use crate::console::Console;
use crate::files::Files;
use crate::loader::{FileLoader, Names};
use crate::terminal::Terminal;
use crate::{Failure, file_failure};
use microvium::{Build, Snapshot};
use std::path::Path;

/// Whether a file is a script, by its name.
pub fn is_script(path: &Path) -> bool {
    let extension = path.extension().and_then(|it| it.to_str());
    matches!(extension, Some("js" | "mjs" | "ts" | "mts"))
}

/// Runs the top level of a script and of what it imports. What it writes goes nowhere.
pub fn evaluate(path: &Path, console: &Console, terminal: Terminal) -> Result<Build, Failure> {
    evaluate_named(path, console, terminal).map(|(build, _)| build)
}

/// The same; gives also how its modules are named.
fn evaluate_named(
    path: &Path,
    console: &Console,
    terminal: Terminal,
) -> Result<(Build, Names), Failure> {
    let full = path
        .canonicalize()
        .map_err(|error| file_failure("read", path, &error))?;
    let folder = full.parent().unwrap_or(&full).to_owned();
    let mut loader = FileLoader::new(&folder);
    let names = loader.names().clone();
    let report = |error| describe(error, &names, terminal);
    let console = console.clone();
    let print = move |stream, line: &str| console.print(stream, line);
    let mut build = Build::new(Box::new(print), microvium::build::DEFAULT_STEPS).map_err(report)?;
    Files::new(folder.clone(), folder)
        .define(&mut build)
        .map_err(report)?;
    let name = loader.name(&full);
    build.evaluate(&name, &mut loader).map_err(report)?;
    Ok((build, names))
}

/// Builds a script, in memory alone.
pub fn build(path: &Path, terminal: Terminal) -> Result<Snapshot, Failure> {
    let console = Console::default();
    let (mut build, names) = evaluate_named(path, &console, terminal)?;
    console.check()?;
    let snapshot = build.snapshot();
    let snapshot = snapshot.map_err(|error| describe(error, &names, terminal))?;
    warn(&snapshot, &names, terminal);
    Ok(snapshot)
}
