//! `microvium watch`: builds, and makes the calls, again whenever a source changes.

use crate::arguments::WatchOptions;
use crate::run;
use crate::scripts::is_script;
use crate::terminal::Terminal;
use crate::{Failure, build, complain};
use notify_debouncer_mini::notify::RecursiveMode;
use notify_debouncer_mini::{DebounceEventResult, new_debouncer};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

/// How long files must be left alone until a build begins: editors write them in several steps.
const REST: Duration = Duration::from_millis(100);

/// Goes on until it is stopped.
pub fn watch(options: &WatchOptions, terminal: Terminal) -> Result<(), Failure> {
    let (sender, events) = mpsc::channel();
    let watching = |error| Failure(format!("error: can't watch files: {error}"));
    let mut debouncer = new_debouncer(REST, move |event: DebounceEventResult| {
        // If nobody receives it any more, the program ends.
        let _ = sender.send(event);
    })
    .map_err(watching)?;
    let mut watched: BTreeSet<PathBuf> = BTreeSet::new();
    loop {
        let sources = attempt(options, terminal);
        let folders: BTreeSet<PathBuf> = (sources.iter())
            .filter_map(|source| source.parent().map(Path::to_owned))
            .collect();
        for folder in folders.difference(&watched) {
            let watcher = debouncer.watcher();
            watcher
                .watch(folder, RecursiveMode::NonRecursive)
                .map_err(watching)?;
        }
        watched.extend(folders);
        complain("waiting for changes");
        loop {
            let event = events.recv();
            let event =
                event.map_err(|_| Failure("error: can't watch files any more".to_owned()))?;
            let changed = event.map_err(watching)?;
            let mut paths = changed.iter().map(|it| &it.path);
            if let Some(path) = paths.find(|path| concerns(path, &sources)) {
                complain(&format!("{} has changed", shown(path)));
                break;
            }
        }
    }
}

/// Builds and calls; gives the files that it depends on, absolute and without links.
fn attempt(options: &WatchOptions, terminal: Terminal) -> Vec<PathBuf> {
    let mut sources = Vec::new();
    let result = build::build_noting(&options.build, terminal, &mut sources).and_then(|target| {
        match (options.calls.is_empty(), target) {
            (false, Some(target)) => run::calls_of(&target, &options.calls, terminal),
            _ => Ok(()),
        }
    });
    if let Err(failure) = result {
        complain(&failure.to_string());
    }
    sources
}

/// Whether a change of this file may change the outcome. What a build that has failed would have read isn't
/// known: any script beside those that it has read may be it.
fn concerns(path: &Path, sources: &[PathBuf]) -> bool {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let is_json = path.extension().is_some_and(|it| it == "json");
    sources.contains(&path) || is_script(&path) || is_json
}

fn shown(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    format!("`{}`", name.to_string_lossy())
}
