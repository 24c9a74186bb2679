//! Where what is thrown comes from. A value that was caught may be thrown again, by `finally`, by a promise, by the
//! script: its first throw is what people want to see. Devices know nothing of it.

use super::{Frame, SHOWN_FRAMES};
use crate::{Vm, Width};
use microvium_format::ErrorCode;
use std::cell::Cell;
use std::collections::{BTreeSet, HashMap, VecDeque};
use std::vec::Vec;

/// Where something was thrown. Lists of calls begin with the innermost one, and have one more than is shown if there
/// were more.
#[derive(Clone, PartialEq, Debug)]
pub struct Trace {
    /// The calls that ran then. Of an object that was thrown more than once, the first time.
    pub calls: Vec<Frame>,
    /// What it was at first: the fault whose error object it is, or UncaughtException.
    pub fault: ErrorCode,
    /// The calls that ran when an error was made that hadn't been thrown before.
    pub made: Vec<Frame>,
    /// The calls that ran when an object was thrown the last time, if that wasn't the first.
    pub again: Vec<Frame>,
    /// When what is no object was caught that was equal, the latest last. One of them may be what is thrown now.
    pub past: Vec<Past>,
}

/// A throw of something that was caught.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Past {
    /// The calls that ran when it was thrown.
    pub calls: Vec<Frame>,
    /// The one of them that caught it.
    pub catcher: Frame,
}

impl Default for Trace {
    fn default() -> Trace {
        Trace {
            calls: Vec::new(),
            fault: ErrorCode::UncaughtException,
            made: Vec::new(),
            again: Vec::new(),
            past: Vec::new(),
        }
    }
}

/// How many throws of the past are remembered, of those that aren't of objects.
const PAST: usize = 16;

/// A value in one of the VMs of a thread: the VM's address, and the value's word.
type Known = (usize, u64);

std::thread_local! {
    /// Whether the next object that is made is the error of what was caught last.
    static MAKING: Cell<bool> = const { Cell::new(false) };
}

pub(crate) fn is_making() -> bool {
    MAKING.get()
}

/// What the VMs of a platform have thrown, in this thread.
#[derive(Default)]
pub struct Tracer {
    /// What is thrown and not caught yet. What a host function passes on was thrown where it was called from, or
    /// further in.
    now: Option<(Known, bool, Trace)>,
    /// What was caught last.
    caught: Trace,
    /// The frame that has looked for a handler last.
    visited: Option<Frame>,
    /// Errors, and other objects that were thrown. They don't keep the objects alive.
    objects: HashMap<Known, Trace>,
    past: VecDeque<(Known, Past)>,
    /// Whether objects in ROM are prototypes of errors.
    prototypes: HashMap<Known, bool>,
    /// The codes of all that was thrown.
    pub(super) codes: BTreeSet<ErrorCode>,
}

fn shown(frames: &mut dyn Iterator<Item = Frame>) -> Vec<Frame> {
    frames.take(SHOWN_FRAMES + 1).collect()
}

impl Tracer {
    /// Nothing has been thrown yet.
    pub(super) fn new() -> Tracer {
        Tracer::default()
    }

    /// Something was thrown.
    pub(crate) fn thrown<W: Width>(
        &mut self,
        vm: &Vm<W>,
        word: u64,
        frames: &mut dyn Iterator<Item = Frame>,
    ) {
        let code = vm.error();
        self.codes.insert(code);
        if code == ErrorCode::NotImplemented {
            super::UNSUPPORTED.set(true);
        }
        MAKING.set(false);
        if self.now.is_some() {
            return;
        }
        let known = (address(vm), word);
        let is_object = code == ErrorCode::UncaughtException && vm.is_object(vm.outcome());
        let calls = shown(frames);
        let trace = match self.objects.get_mut(&known) {
            Some(trace) if is_object => {
                let first = &mut trace.calls;
                match first.is_empty() {
                    true => *first = calls,
                    false => trace.again = calls,
                }
                trace.clone()
            }
            _ => {
                let trace = Trace {
                    calls,
                    fault: code,
                    ..Trace::default()
                };
                if is_object {
                    self.objects.insert(known, trace.clone());
                }
                trace
            }
        };
        self.now = Some((known, is_object, trace));
    }

    /// A frame looks for a handler.
    pub(crate) fn visited(&mut self, frame: Option<Frame>) {
        self.visited = frame;
    }

    /// And has one.
    pub(crate) fn caught(&mut self) {
        let Some((known, is_object, _)) = self.now else {
            return;
        };
        let trace = self.take();
        if !is_object && let Some(catcher) = self.visited {
            let calls = trace.calls.clone();
            let past = (known, Past { calls, catcher });
            self.past.retain(|it| *it != past);
            if self.past.len() == PAST {
                self.past.pop_front();
            }
            self.past.push_back(past);
        }
        self.caught = trace;
    }

    /// The error object of what was caught last is about to be made.
    pub(crate) fn making(&mut self) {
        MAKING.set(true);
    }

    /// A constructor gets an instance. One that is an error has a place before it is thrown, if `all` are to have one.
    pub(crate) fn made<W: Width>(
        &mut self,
        vm: &Vm<W>,
        instance: W::Value,
        word: u64,
        all: bool,
        frames: &mut dyn Iterator<Item = Frame>,
    ) {
        let known = (address(vm), word);
        if MAKING.take() {
            self.objects.insert(known, self.caught.clone());
        } else if all && self.is_error(vm, instance) {
            let made = shown(frames);
            let trace = Trace {
                made,
                ..Trace::default()
            };
            self.objects.insert(known, trace);
        }
    }

    /// Whether an object inherits from one that has a name and a message of its own: `Error.prototype` or its like.
    fn is_error<W: Width>(&mut self, vm: &Vm<W>, object: W::Value) -> bool {
        let mut next = vm.prototype(object);
        // A chain of prototypes may be a circle.
        for _ in 0..100 {
            let crate::inspect::View::Object { properties } = vm.view(next) else {
                return false;
            };
            let has = || {
                let named = |name: &[u8]| {
                    (0..properties).any(|index| {
                        vm.string_bytes(vm.own_property(next, index).key) == Some(name)
                    })
                };
                named(b"name") && named(b"message")
            };
            let is_error = match W::in_ram(next) {
                true => has(),
                false => {
                    let known = (address(vm), W::offset(next) as u64);
                    *self.prototypes.entry(known).or_insert_with(has)
                }
            };
            if is_error {
                return true;
            }
            next = vm.prototype(next);
        }
        false
    }

    /// Objects of a VM have moved, or died.
    pub(crate) fn moved<W: Width>(
        &mut self,
        vm: &Vm<W>,
        moved: &mut dyn FnMut(u64) -> Option<u64>,
    ) {
        let vm = address(vm);
        if self.objects.is_empty() && self.past.is_empty() {
            return;
        }
        let mut now_at = |known: Known| match known.0 == vm {
            true => moved(known.1).map(|word| (vm, word)),
            false => Some(known),
        };
        self.objects = std::mem::take(&mut self.objects)
            .into_iter()
            .filter_map(|(known, trace)| Some((now_at(known)?, trace)))
            .collect();
        self.past = std::mem::take(&mut self.past)
            .into_iter()
            .filter_map(|(known, past)| Some((now_at(known)?, past)))
            .collect();
    }

    /// A VM ends. Another may get its address.
    pub(crate) fn forget<W: Width>(&mut self, vm: &Vm<W>) {
        let vm = address(vm);
        self.objects.retain(|known, _| known.0 != vm);
        self.prototypes.retain(|known, _| known.0 != vm);
        self.past.retain(|(known, _)| known.0 != vm);
    }

    /// What was thrown, and not caught. It is forgotten.
    pub(super) fn take(&mut self) -> Trace {
        let Some((known, is_object, mut trace)) = self.now.take() else {
            return Trace::default();
        };
        if !is_object {
            let past = self.past.iter().filter(|it| it.0 == known);
            trace.past = past.map(|it| it.1.clone()).collect();
        }
        trace
    }

    /// Where an object was thrown first, or made, as far as that is known.
    pub(super) fn of<W: Width>(&self, vm: &Vm<W>, word: u64) -> Trace {
        let known = (address(vm), word);
        self.objects.get(&known).cloned().unwrap_or_default()
    }

    /// What was caught last.
    pub(super) fn last_caught(&self) -> Trace {
        self.caught.clone()
    }
}

/// What tells a VM from others: its host. A VM of the wide width may move.
fn address<W: Width>(vm: &Vm<W>) -> usize {
    vm.context() as usize
}
