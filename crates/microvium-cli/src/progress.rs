//! What a long build is doing, for those who wait at a terminal.

use crate::terminal::Terminal;
use indicatif::{ProgressBar, ProgressDrawTarget};
use std::time::Duration;

/// How long a build may take until it says what it does.
const PATIENCE: Duration = Duration::from_millis(500);

/// A line that says what is going on. It goes when there is something else to say.
#[derive(Clone)]
pub struct Progress(Option<ProgressBar>);

impl Progress {
    /// Begins, if somebody looks on.
    pub fn start(terminal: Terminal, quiet: bool) -> Progress {
        if quiet || !terminal.interactive {
            return Progress(None);
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let shown = bar.clone();
        std::thread::spawn(move || {
            std::thread::sleep(PATIENCE);
            if !shown.is_finished() {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(Duration::from_millis(120));
            }
        });
        Progress(Some(bar))
    }

    /// Says what goes on from now on.
    pub fn say(&self, what: &str) {
        if let Some(bar) = &self.0 {
            bar.set_message(what.to_owned());
        }
    }

    /// Does something that writes to the terminal.
    pub fn suspend<R>(&self, write: impl FnOnce() -> R) -> R {
        match &self.0 {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    /// The line goes.
    pub fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
