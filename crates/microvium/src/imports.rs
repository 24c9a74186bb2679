//! The host functions of a resumed snapshot.

use crate::value::{Promise, Value};
use microvium_engine::embed::{Frame, Host, Kept, async_start};
use microvium_engine::{Fault, Vm, Width};
use microvium_format::ErrorCode;
use microvium_format::native::FIRST_EPHEMERAL;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// A host function in terms of copied values. Its error message is thrown as a string. Of a promise that it gives, the
/// script gets one that is as far.
pub type Function = Box<dyn Fn(&[Value]) -> Result<Value, String>>;

/// A host function that begins something which ends later: the script gets a promise.
pub type AsyncFunction = Box<dyn Fn(&[Value], Started)>;

/// What such a function has begun.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Started(pub(crate) usize);

/// A promise that a script didn't get, as it waits for nothing that hosts return: it got undefined.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LostPromise {
    /// The import that gave it.
    pub import: u16,
    /// The calls that ran, the innermost first.
    pub calls: Vec<Frame>,
}

/// The arguments of what settles a promise.
pub(crate) fn settlement(outcome: Result<Value, Value>) -> [Value; 2] {
    match outcome {
        Ok(value) => [Value::Boolean(true), value],
        Err(reason) => [Value::Boolean(false), reason],
    }
}

/// What an import returned, or a promise of it, unless it can't be passed to a resumed snapshot; what is wrong then.
pub fn passable(id: u16, value: Value) -> Result<Value, String> {
    let own = match value.promise() {
        None => &value,
        Some(Promise::Pending) => &Value::Undefined,
        Some(Promise::Fulfilled(own) | Promise::Rejected(own)) => &**own,
    };
    match own {
        Value::Array(_) | Value::Object(_) | Value::Instance { .. } | Value::Error { .. } => {
            Err(format!(
                "import {id} returned {}; only primitives can be passed to a resumed snapshot",
                own.to_line_json()
            ))
        }
        _ => Ok(value),
    }
}

/// Gives a script what a function of the host returned, copied as its VM copies values, or a promise of that.
pub(crate) fn give<W: Width>(
    vm: &mut Vm<W>,
    value: &Value,
    copy: impl Fn(&Value, &mut Vm<W>) -> Result<W::Value, Fault>,
) -> Result<W::Value, Fault> {
    let (is_success, value) = match value.promise() {
        None => return copy(value, vm),
        Some(Promise::Pending) => (None, &Value::Undefined),
        Some(Promise::Fulfilled(value)) => (Some(W::TRUE), &**value),
        Some(Promise::Rejected(reason)) => (Some(W::FALSE), &**reason),
    };
    let Some([promise, callback]) = async_start(vm)? else {
        return Ok(W::UNDEFINED);
    };
    let Some(is_success) = is_success else {
        return Ok(promise);
    };
    let [promise, callback] = [promise, callback].map(|it| Kept::new(vm, it));
    let value = copy(value, vm);
    let take = |vm: &mut Vm<W>, it: Kept<W>| it.take(vm).map_or(W::UNDEFINED, W::from_word);
    let callback = take(vm, callback);
    let settled = value.and_then(|value| vm.call(callback, &[is_success, value]));
    let promise = take(vm, promise);
    settled.map(|_| promise)
}

/// Host functions by import id.
pub(crate) struct Imports<W: Width> {
    functions: BTreeMap<u16, Function>,
    later: BTreeMap<u16, AsyncFunction>,
    /// The callbacks of what has begun and not ended.
    started: RefCell<Vec<Option<Kept<W>>>>,
    /// The promises that the script didn't get, one for each place.
    lost: RefCell<Vec<LostPromise>>,
    /// The calls that run.
    running: fn(&Vm<W>) -> Vec<Frame>,
}

impl<W: Width> Imports<W> {
    pub fn new(
        functions: BTreeMap<u16, Function>,
        later: BTreeMap<u16, AsyncFunction>,
        running: fn(&Vm<W>) -> Vec<Frame>,
    ) -> Self {
        Imports {
            functions,
            later,
            started: RefCell::default(),
            lost: RefCell::default(),
            running,
        }
    }

    /// Notes that a script doesn't get a promise.
    fn lose(&self, vm: &Vm<W>, import: u16) {
        let calls = (self.running)(vm);
        let place = calls.first();
        let mut lost = self.lost.borrow_mut();
        if !(lost.iter()).any(|it| it.import == import && it.calls.first() == place) {
            lost.push(LostPromise { import, calls });
        }
    }

    /// The promises that the script didn't get, by the places where it called the host.
    pub fn lost(&self) -> Vec<LostPromise> {
        self.lost.borrow().clone()
    }

    pub fn has(&self, id: u16) -> bool {
        self.functions.contains_key(&id) || self.later.contains_key(&id)
    }

    /// The callback of what has begun, once.
    pub fn end(&self, vm: &mut Vm<W>, started: Started) -> Option<W::Word> {
        let callback = self.started.borrow_mut().get_mut(started.0)?.take()?;
        callback.take(vm)
    }
}

impl<W: Width> Host<W> for Imports<W> {
    fn call(&self, vm: &mut Vm<W>, id: u16, arguments: &[W::Value]) -> Result<W::Value, Fault> {
        let values: Vec<Value> = arguments
            .iter()
            .map(|&value| Value::from_vm(vm, value))
            .collect();
        if let Some(function) = self.later.get(&id) {
            let started = async_start(vm)?;
            if started.is_none() {
                self.lose(vm, id);
            }
            let callback = started.map(|[_, callback]| Kept::new(vm, callback));
            self.started.borrow_mut().push(callback);
            function(&values, Started(self.started.borrow().len() - 1));
            return Ok(started.map_or(W::UNDEFINED, |[promise, _]| promise));
        }
        let result = self.functions.get(&id).map(|function| function(&values));
        match result.map(|it| it.and_then(|value| passable(id, value))) {
            Some(Ok(value)) => {
                let given = give(vm, &value, Value::to_vm)?;
                if value.promise().is_some() && given == W::UNDEFINED {
                    self.lose(vm, id);
                }
                Ok(given)
            }
            Some(Err(message)) => {
                let message = vm.new_string(message.as_bytes())?;
                vm.throw_value(message)
            }
            None if id >= FIRST_EPHEMERAL => vm.throw_fault(ErrorCode::DetachedEphemeral),
            None => vm.throw_fault(ErrorCode::UnresolvedImport),
        }
    }
}
