//! The host functions of a resumed snapshot.

use crate::value::Value;
use microvium_engine::embed::{Host, Kept};
use microvium_engine::{Fault, Vm, Width};
use microvium_format::ErrorCode;
use microvium_format::native::FIRST_EPHEMERAL;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// A host function in terms of copied values. Its error message is thrown as a string.
pub type Function = Box<dyn Fn(&[Value]) -> Result<Value, String>>;

/// A host function that begins something which ends later: the script gets a promise.
pub type AsyncFunction = Box<dyn Fn(&[Value], Started)>;

/// What such a function has begun.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Started(pub(crate) usize);

/// The arguments of what settles a promise.
pub(crate) fn settlement(outcome: Result<Value, Value>) -> [Value; 2] {
    match outcome {
        Ok(value) => [Value::Boolean(true), value],
        Err(reason) => [Value::Boolean(false), reason],
    }
}

/// What an import returned, unless it can't be passed to a resumed snapshot; what is wrong then.
pub fn passable(id: u16, value: Value) -> Result<Value, String> {
    match value {
        Value::Array(_) | Value::Object(_) | Value::Instance { .. } | Value::Error { .. } => {
            Err(format!(
                "import {id} returned {}; only primitives can be passed to a resumed snapshot",
                value.to_line_json()
            ))
        }
        value => Ok(value),
    }
}

/// Host functions by import id.
pub(crate) struct Imports<W: Width> {
    functions: BTreeMap<u16, Function>,
    later: BTreeMap<u16, AsyncFunction>,
    /// The callbacks of what has begun and not ended.
    started: RefCell<Vec<Option<Kept<W>>>>,
}

impl<W: Width> Imports<W> {
    pub fn new(functions: BTreeMap<u16, Function>, later: BTreeMap<u16, AsyncFunction>) -> Self {
        Imports {
            functions,
            later,
            started: RefCell::default(),
        }
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
            let [promise, callback] = vm.async_start()?;
            let callback = Kept::new(vm, callback);
            self.started.borrow_mut().push(Some(callback));
            function(&values, Started(self.started.borrow().len() - 1));
            return Ok(promise);
        }
        let result = self.functions.get(&id).map(|function| function(&values));
        match result.map(|it| it.and_then(|value| passable(id, value))) {
            Some(Ok(value)) => value.to_vm(vm),
            Some(Err(message)) => {
                let message = vm.new_string(message.as_bytes())?;
                vm.throw_value(message)
            }
            None if id >= FIRST_EPHEMERAL => vm.throw_fault(ErrorCode::DetachedEphemeral),
            None => vm.throw_fault(ErrorCode::UnresolvedImport),
        }
    }
}
