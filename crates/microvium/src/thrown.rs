//! What a script or the engine threw, for people.

use crate::value::Value;
use microvium_engine::embed::{Frame, SHOWN_FRAMES};
use microvium_engine::inspect::View;
use microvium_engine::{Vm, Width};
use microvium_format::ErrorCode;
use microvium_ir::SourceFile;
use microvium_snapshot::Sidecar;
use std::fmt;

/// An exception that nobody caught.
#[derive(Clone, PartialEq, Debug)]
pub struct Thrown {
    /// The class of the error; None if the script threw something else.
    pub name: Option<String>,
    /// The error's message, or the value that was thrown.
    pub message: String,
    /// The error's code; UncaughtException if the script threw a value of its own.
    pub code: ErrorCode,
    /// The calls that ran then, the innermost first, up to as many as are shown.
    pub trace: Vec<Frame>,
    /// Whether there were more.
    pub is_cut: bool,
    /// Whether it is why a promise of the top level was rejected, which nobody has asked for.
    pub in_promise: bool,
}

impl Thrown {
    /// What the last failed call of a VM threw, while these calls ran.
    pub(crate) fn of<W: Width>(vm: &mut Vm<W>, mut trace: Vec<Frame>) -> Thrown {
        let is_cut = trace.len() > SHOWN_FRAMES;
        trace.truncate(SHOWN_FRAMES);
        let (code, thrown) = (vm.error(), vm.outcome());
        if code != ErrorCode::UncaughtException {
            let message = if let Some(name) = vm.ephemeral_name(thrown) {
                format!(
                    "{} exists only before the snapshot",
                    String::from_utf8_lossy(name)
                )
            } else if code == ErrorCode::UninitializedGlobal
                && let Some(name) = vm.string_bytes(W::missing_global(vm))
            {
                format!("{} is not defined", String::from_utf8_lossy(name))
            } else {
                code.text().trim_end_matches('.').to_owned()
            };
            return Thrown {
                name: Some(code.class().name().to_owned()),
                message,
                code,
                trace,
                is_cut,
                in_promise: false,
            };
        }
        // The class and message of an error object; what they are read from may move, so it is rooted in
        // the VM's outcome, which `property` leaves alone.
        if let Value::Object(_) | Value::Error { .. } = Value::from_vm(vm, thrown) {
            let name = Self::read(vm, thrown, b"name");
            let message = Self::read(vm, vm.outcome(), b"message");
            if name.is_some() && message.is_some() {
                return Thrown {
                    message: Self::spelled_out(name.as_deref(), message.unwrap_or_default()),
                    name,
                    code,
                    trace,
                    is_cut,
                    in_promise: false,
                };
            }
        }
        let message = Value::from_vm(vm, vm.outcome()).to_line();
        Thrown {
            name: None,
            message,
            code,
            trace,
            is_cut,
            in_promise: false,
        }
    }

    /// The message of an error; of a fault that was caught and thrown again, an image has its number.
    fn spelled_out(name: Option<&str>, message: String) -> String {
        let number = message
            .strip_prefix("fault ")
            .and_then(|it| it.parse().ok());
        let is =
            |code: &&ErrorCode| number == Some(**code as u8) && name == Some(code.class().name());
        match ErrorCode::ALL.iter().find(is) {
            Some(code) => code.text().trim_end_matches('.').to_owned(),
            None => message,
        }
    }

    /// The `stack` of the error that the last failed call of a VM threw, if it is one and has it.
    pub(crate) fn stack<W: Width>(vm: &mut Vm<W>) -> Option<String> {
        let thrown = vm.outcome();
        let View::Object { .. } = vm.view(thrown) else {
            return None;
        };
        Self::read(vm, thrown, b"stack")
    }

    fn read<W: Width>(vm: &mut Vm<W>, object: W::Value, name: &[u8]) -> Option<String> {
        let property = vm.property(object, name).ok()?;
        match Value::from_vm(vm, property) {
            Value::String(text) => Some(text.to_display()),
            _ => None,
        }
    }
}

/// Modules of the library that iterate for the code that calls them.
const ITERATION: [&str; 2] = ["library/iterate.js", "library/async_iterate.js"];

impl Thrown {
    /// Has a fault name what it is about, by the places of the calls that ran, the innermost first.
    pub(crate) fn explain_by(&mut self, mut places: impl Iterator<Item = (SourceFile, u32)>) {
        let place = match self.code {
            ErrorCode::UncaughtException | ErrorCode::UninitializedGlobal => return,
            ErrorCode::NotIterable => {
                places.find(|(file, _)| !ITERATION.contains(&file.name.as_str()))
            }
            _ => places.next(),
        };
        if let Some((file, offset)) = place
            && !crate::is_library_module(&file.name)
            && let Some(message) = microvium_compiler::blame(&file, offset, self.code)
        {
            self.message = message;
        }
    }

    /// The same of an exception that an image threw, by its sidecar.
    pub fn explain(&mut self, sidecar: &Sidecar) {
        // An address at which a call returns is behind the call.
        let places: Vec<(SourceFile, u32)> = (self.trace.iter())
            .map_while(|frame| sidecar.source(frame.end - 1))
            .collect();
        self.explain_by(places.into_iter());
    }

    /// Calls as lines below a message, with a mark if there were more.
    pub fn list_calls(&self, calls: impl IntoIterator<Item = String>) -> String {
        let mut text: String = calls
            .into_iter()
            .map(|it| format!("\n    at {it}"))
            .collect();
        if self.is_cut {
            text.push_str("\n    and more");
        }
        text
    }

    /// What was thrown: `NAME: message`, or the value.
    pub fn description(&self) -> String {
        match &self.name {
            Some(name) if self.message.is_empty() => name.clone(),
            Some(name) => format!("{name}: {}", self.message),
            None => self.message.clone(),
        }
    }
}

impl fmt::Display for Thrown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.in_promise { "(in promise) " } else { "" };
        write!(f, "Uncaught {place}{}", self.description())
    }
}
