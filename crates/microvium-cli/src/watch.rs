//! `microvium watch`: builds, and makes the calls, again whenever a source changes.

use crate::arguments::WatchOptions;
use crate::files::contents;
use crate::run;
use crate::scripts::is_script;
use crate::terminal::Terminal;
use crate::{Failure, build, complain};
use notify::{EventKind, RecursiveMode, Watcher, recommended_watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// How long files must be left alone until a build begins: editors write them in several steps.
const REST: Duration = Duration::from_millis(100);

type Event = notify::Result<notify::Event>;

/// Goes on until it is stopped.
pub fn watch(options: &WatchOptions, terminal: Terminal) -> Result<(), Failure> {
    if options.build.no_snapshot && !options.host.calls.is_empty() {
        let message = "error: `--no-snapshot` leaves nothing for `--call`";
        return Err(Failure(message.to_owned()));
    }
    build::require_script(&options.build)?;
    let (sender, events) = channel();
    let mut watcher = recommended_watcher(move |event: Event| {
        // If nobody receives it any more, the program ends.
        let _ = sender.send(event);
    })
    .map_err(failed)?;
    let mut watched: BTreeSet<PathBuf> = BTreeSet::new();
    loop {
        let sources = attempt(options, terminal);
        let folders: BTreeSet<PathBuf> = (sources.files.keys())
            .flat_map(|source| [Some(source.as_path()), source.parent()])
            .flatten()
            .filter(|folder| folder.is_dir())
            .map(Path::to_owned)
            .collect();
        for folder in folders.difference(&watched) {
            watcher
                .watch(folder, RecursiveMode::NonRecursive)
                .map_err(failed)?;
        }
        watched.extend(folders);
        // What changed after it was read, but before its folder was watched, no event tells.
        let changed = match sources.stale() {
            Some(changed) => changed.clone(),
            None => {
                complain("waiting for changes");
                wait(&events, &sources)?
            }
        };
        complain(&format!("{} has changed", shown(&changed)));
    }
}

fn failed(error: notify::Error) -> Failure {
    Failure(format!("error: can't watch files: {error}"))
}

/// Waits until a source has changed, and then until nothing changes for a while; gives the source.
fn wait(events: &Receiver<Event>, sources: &Sources) -> Result<PathBuf, Failure> {
    let changed = loop {
        let event = events
            .recv()
            .map_err(|_| Failure("error: can't watch files any more".to_owned()))?;
        let event = event.map_err(failed)?;
        // That a file was read is an event, too.
        if !matches!(event.kind, EventKind::Access(_))
            && let Some(path) = event.paths.into_iter().find(|path| sources.concern(path))
        {
            break path;
        }
    };
    while events.recv_timeout(REST).is_ok() {}
    Ok(changed)
}

/// What the outcome of a build depends on.
struct Sources {
    files: build::Sources,
    /// Whether the build was done with its scripts. What else one that has failed would have read isn't known.
    complete: bool,
}

impl Sources {
    /// A file that isn't any more what the build has read.
    fn stale(&self) -> Option<&PathBuf> {
        self.files.keys().find(|path| self.is_stale(path))
    }

    fn is_stale(&self, path: &Path) -> bool {
        let read = self.files.get(path).and_then(Option::as_ref);
        read.is_some_and(|read| contents(path).is_ok_and(|now| now != *read))
    }

    /// Whether a change of this file may change the outcome.
    fn concern(&self, path: &Path) -> bool {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let is_json = || path.extension().is_some_and(|it| it == "json");
        let is_listed = || path.parent().is_some_and(|it| self.is_stale(it));
        self.files.contains_key(&path)
            || is_listed()
            || !self.complete && (is_script(&path) || is_json())
    }
}

/// Builds and calls.
fn attempt(options: &WatchOptions, terminal: Terminal) -> Sources {
    let mut files = build::Sources::new();
    let built = build::build_noting(&options.build, terminal, &mut files);
    let complete = built.is_ok();
    let result = built.and_then(|target| match (options.host.calls.is_empty(), target) {
        (false, Some(target)) => run::calls_of(&target, &options.host, terminal),
        _ => Ok(()),
    });
    if let Err(failure) = result {
        complain(&failure.to_string());
    }
    Sources { files, complete }
}

fn shown(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    format!("`{}`", name.to_string_lossy())
}
