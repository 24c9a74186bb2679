//! What a script or the engine threw, for people.

use crate::shown;
use crate::value::Value;
use microvium_engine::embed::{Frame, Past, SHOWN_FRAMES, Trace, Traced};
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
    /// The calls that ran when it was thrown, the first time if it was caught and thrown again. The innermost first, up to
    /// as many as are shown.
    pub trace: Vec<Frame>,
    /// Whether there were more.
    pub is_cut: bool,
    /// The call that threw it again, if it did so on purpose and nothing did later.
    pub again: Option<Frame>,
    /// The errors that it has as its `cause` and its `errors`.
    causes: Box<Causes>,
    /// Whether it is why a promise of the top level was rejected, which nobody has asked for.
    pub in_promise: bool,
    /// What engines know of where it came from, which takes the source to understand.
    pub(crate) origin: Box<Trace>,
}

/// The causes of an exception.
#[derive(Clone, PartialEq, Default, Debug)]
struct Causes {
    shown: Vec<Thrown>,
    /// Whether there are more, of this exception or of one of its causes.
    is_cut: bool,
}

/// What has been found while causes are looked for.
#[derive(Default)]
struct Search {
    /// The errors whose causes are looked at: one may be a cause of itself.
    errors: Vec<u64>,
    /// How many causes there are so far.
    count: usize,
}

impl Thrown {
    /// Something that was thrown.
    fn new(name: Option<String>, message: String, code: ErrorCode, origin: Trace) -> Thrown {
        let mut thrown = Thrown {
            name,
            message,
            code,
            trace: Vec::new(),
            is_cut: false,
            again: None,
            causes: Box::default(),
            in_promise: false,
            origin: Box::new(origin),
        };
        thrown.set_trace(thrown.origin.calls.clone());
        thrown
    }

    fn set_trace(&mut self, mut calls: Vec<Frame>) {
        self.is_cut = calls.len() > SHOWN_FRAMES;
        calls.truncate(SHOWN_FRAMES);
        self.trace = calls;
    }

    /// What the last failed call of a VM threw, and where.
    pub(crate) fn of<P: Traced, W: Width>(vm: &mut Vm<W>) -> Thrown
    where
        W::Word: Into<u64>,
    {
        let mut origin = P::take_trace();
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
                general(code).to_owned()
            };
            let name = Some(code.class().name().to_owned());
            return Thrown::new(name, message, code, origin);
        }
        if let Value::Object(_) | Value::Error { .. } = Value::from_vm(vm, thrown) {
            // What an error object has may be made when it is read, and the object moves: the VM's outcome is a root.
            let own = |vm: &mut Vm<W>, name: &[u8]| Self::read(vm, vm.outcome(), name);
            if let Some(name) = own(vm, b"name")
                && let Some(message) = own(vm, b"message")
            {
                let mut error = Self::error::<W>(name, message, origin);
                let thrown = vm.outcome();
                error.causes = Self::causes_of::<P, W>(vm, thrown, &mut Search::default());
                return error;
            }
        }
        let message = Value::from_vm(vm, vm.outcome()).to_line();
        origin.fault = code;
        Thrown::new(None, message, code, origin)
    }

    /// The causes of an error object, and their own, up to as many as are shown. Nothing is allocated, as that moves objects.
    fn causes_of<P: Traced, W: Width>(
        vm: &mut Vm<W>,
        error: W::Value,
        search: &mut Search,
    ) -> Box<Causes>
    where
        W::Word: Into<u64>,
    {
        search.errors.push(W::to_word(error).into());
        let mut causes = Vec::from_iter(shown::own(vm, error, b"cause").map(Ok));
        if let Some(errors) = shown::own(vm, error, b"errors")
            && let View::Array { length } = vm.view(errors)
        {
            causes.extend((0..length.min(CAUSES + 1)).map_while(|index| {
                match vm.packed_integer(errors, index) {
                    Some(integer) => Some(Err(integer)),
                    None => vm.array_element(errors, index).ok().map(Ok),
                }
            }));
        }
        let mut found = Box::<Causes>::default();
        for cause in causes {
            let is_known = |cause: &W::Value| {
                matches!(vm.view(*cause), View::Object { .. })
                    && search.errors.contains(&W::to_word(*cause).into())
            };
            if cause.as_ref().is_ok_and(is_known) {
                continue;
            }
            if search.count == CAUSES {
                found.is_cut = true;
                break;
            }
            search.count += 1;
            found.shown.push(match cause {
                Ok(cause) => {
                    let mut thrown = Self::cause::<P, W>(vm, cause);
                    thrown.causes = Self::causes_of::<P, W>(vm, cause, search);
                    found.is_cut |= thrown.causes.is_cut;
                    thrown
                }
                Err(integer) => {
                    let code = ErrorCode::UncaughtException;
                    Self::new(None, integer.to_string(), code, Trace::default())
                }
            });
        }
        found
    }

    fn cause<P: Traced, W: Width>(vm: &mut Vm<W>, cause: W::Value) -> Thrown
    where
        W::Word: Into<u64>,
    {
        let origin = P::trace_of(vm, cause);
        // An image may lack the names of classes that only faults are of.
        let name = match (shown::own(vm, cause, b"name"), origin.fault) {
            (None, fault) if fault != ErrorCode::UncaughtException => {
                Some(fault.class().name().to_owned())
            }
            _ => shown::text(vm, cause, b"name"),
        };
        match (name, shown::text(vm, cause, b"message")) {
            (Some(name), Some(message)) => Self::error::<W>(name, message, origin),
            _ => {
                let message = Value::from_vm(vm, cause).to_line();
                let code = ErrorCode::UncaughtException;
                Self::new(None, message, code, Trace::default())
            }
        }
    }

    /// An error object with these properties.
    fn error<W: Width>(name: String, message: String, mut origin: Trace) -> Thrown {
        // What a script has made, or changed, is its own. Of errors that were there before the snapshot nothing is known, which
        // only the narrow width can tell: it notes where scripts make errors.
        let is_known =
            W::BUILDS || origin.fault != ErrorCode::UncaughtException || !origin.made.is_empty();
        let fault = Self::fault(&name, &message);
        let message = match fault.filter(|it| !is_known || *it == origin.fault) {
            Some(code) => general(code).to_owned(),
            None => {
                origin.fault = ErrorCode::UncaughtException;
                message
            }
        };
        Thrown::new(Some(name), message, ErrorCode::UncaughtException, origin)
    }

    /// The fault that was caught and thrown again, if an error is its: it has its number.
    fn fault(name: &str, message: &str) -> Option<ErrorCode> {
        let number = message
            .strip_prefix("fault ")
            .and_then(|it| it.parse().ok());
        let is = |code: &&ErrorCode| number == Some(**code as u8) && name == code.class().name();
        ErrorCode::ALL.iter().find(is).copied()
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

/// How many causes of an error are shown.
const CAUSES: usize = 5;

/// What a fault says of itself: not what it is about.
fn general(code: ErrorCode) -> &'static str {
    code.text().trim_end_matches('.')
}

/// Modules of the library that iterate for the code that calls them.
const ITERATION: [&str; 2] = ["library/iterate.js", "library/async_iterate.js"];

/// Modules of the library that catch what rejects a promise, or fails a module, and throw it again where that is asked for.
const REJECTING: [&str; 4] = [
    "library/promise.js",
    "library/async_generator.js",
    "library/async_iterate.js",
    "library/modules.js",
];

/// Modules of the library with what syntax stands for: no call of the script enters them.
const SYNTAX: [&str; 5] = [
    "library/iterate.js",
    "library/async_iterate.js",
    "library/language.js",
    "library/primitive.js",
    "library/private.js",
];

fn is_one_of(modules: &[&str], file: &SourceFile) -> bool {
    modules.contains(&file.name.as_str())
}

fn rejects(file: &SourceFile) -> bool {
    is_one_of(&REJECTING, file)
}

/// The message of a fault that was thrown in the library, by the calls there, and where the script entered that.
fn in_library(
    library: &[&(SourceFile, u32)],
    (script, offset): &(SourceFile, u32),
    fault: ErrorCode,
) -> Option<String> {
    use microvium_compiler::library::{called, general, written, written_of_call};
    let ((outermost, _), (innermost, at)) = (library.last()?, library.first()?);
    let mut calls = library[1..].iter().rev();
    let reason = calls.find_map(|(file, at)| written_of_call(file, *at));
    let reason = reason.or_else(|| written(innermost, *at));
    let is_called = !is_one_of(&SYNTAX, outermost);
    match called(script, *offset).filter(|_| is_called) {
        Some(called) => Some(format!("{called}: {}", reason.or(general(fault))?)),
        None => reason.map(str::to_owned),
    }
}

/// Where a call is in the source.
pub(crate) type PlaceOf<'a> = dyn Fn(&Frame) -> Option<(SourceFile, u32)> + 'a;

/// The calls that ran when something was thrown the first time, if all that threw it again only let it pass: statements,
/// promises, and the library's modules for these. What a promise was rejected with, and nobody had thrown, is taken for
/// something equal that was thrown before.
pub(crate) fn first_calls(origin: &Trace, place: &PlaceOf<'_>) -> Vec<Frame> {
    let mut calls = &origin.calls;
    let mut past = &origin.past[..];
    while let Some(innermost) = calls.first()
        && let Some((file, offset)) = place(innermost)
    {
        let passing = microvium_compiler::passing(&file, offset);
        let awaited = passing.awaited || passing.thrown && rejects(&file);
        let passes = |it: &Past| {
            let guarded = passing.guarded.as_ref();
            place(&it.catcher).is_some_and(|(file, at)| {
                let is_guarded = guarded.is_some_and(|it| it.contains(&at));
                is_guarded && it.catcher.function == innermost.function || awaited && rejects(&file)
            })
        };
        let Some(index) = past.iter().rposition(passes) else {
            break;
        };
        calls = &past[index].calls;
        past = &past[..index];
    }
    calls.clone()
}

impl Thrown {
    /// Finds where it was thrown first, and has a fault name what it is about.
    pub(crate) fn explain_by(&mut self, place: &PlaceOf<'_>) {
        let in_script = |call: &&Frame| {
            place(call).is_some_and(|(file, _)| !crate::is_library_module(&file.name))
        };
        let mut calls = first_calls(&self.origin, place);
        if !calls.iter().any(|it| in_script(&it)) && !self.origin.made.is_empty() {
            calls.clone_from(&self.origin.made);
        }
        self.set_trace(calls);
        let again = self.origin.again.iter().find(in_script);
        let on_purpose = |call: &&Frame| {
            let passing = place(call).map(|(file, at)| microvium_compiler::passing(&file, at));
            passing.is_some_and(|it| it.guarded.is_none() && !it.awaited)
        };
        self.again = again.filter(on_purpose).copied();
        self.name_fault(place);
        for cause in &mut self.causes.shown {
            cause.explain_by(place);
        }
    }

    /// The causes of an error, and theirs: each before its own.
    pub fn causes(&self) -> Vec<&Thrown> {
        let own = self.causes.shown.iter();
        own.flat_map(|it| [vec![it], it.causes()].concat())
            .collect()
    }

    fn name_fault(&mut self, place: &PlaceOf<'_>) {
        match self.origin.fault {
            // An engine that knows names has said it.
            ErrorCode::UninitializedGlobal | ErrorCode::DetachedEphemeral
                if self.message != general(self.origin.fault) =>
            {
                return;
            }
            ErrorCode::UncaughtException => return,
            _ => {}
        }
        let places: Vec<_> = self.trace.iter().map_while(place).collect();
        let is_library = |(file, _): &&(SourceFile, u32)| crate::is_library_module(&file.name);
        let library: Vec<_> = places.iter().take_while(is_library).collect();
        let fault = self.origin.fault;
        let message = match (&library[..], places.get(library.len())) {
            (_, None) => None,
            ([_, ..], Some(script))
                if fault != ErrorCode::NotIterable
                    || !library.iter().all(|(file, _)| is_one_of(&ITERATION, file)) =>
            {
                in_library(&library, script, fault)
            }
            (_, Some((file, offset))) => microvium_compiler::blame(file, *offset, fault),
        };
        if let Some(message) = message {
            self.message = message;
        }
    }

    /// The calls that ran when it was thrown last.
    pub(crate) fn last_calls(&self) -> &[Frame] {
        match self.origin.again.as_slice() {
            [] => &self.origin.calls,
            again => again,
        }
    }

    /// Finds out by an image's sidecar what an exception is about, and where it was thrown first.
    pub fn explain(&mut self, sidecar: &Sidecar) {
        // An address at which a call returns is behind the call.
        self.explain_by(&|call| sidecar.source(call.end - 1, microvium_library::source));
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

    /// The causes as lines, each with its calls, and a mark if there are more.
    pub fn list_causes<C: IntoIterator<Item = String>>(
        &self,
        mut calls: impl FnMut(usize, &Thrown) -> C,
    ) -> String {
        let causes = self.causes();
        let causes = causes.iter().enumerate();
        let mut text: String = causes
            .map(|(index, cause)| cause.as_cause(calls(index, cause)))
            .collect();
        if self.causes.is_cut {
            text.push_str("\nand more causes");
        }
        text
    }

    /// The lines that say that it is the cause of something, with its calls.
    fn as_cause(&self, calls: impl IntoIterator<Item = String>) -> String {
        format!(
            "\ncaused by {}{}",
            self.description(),
            self.list_calls(calls)
        )
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
