//! The host functions of a resumed snapshot.

use crate::value::Value;
use microvium_engine::embed::Host;
use microvium_engine::{Fault, Vm, Width};
use microvium_format::ErrorCode;
use microvium_format::native::FIRST_EPHEMERAL;
use std::collections::BTreeMap;

/// A host function in terms of copied values. Its error message is thrown as a string.
pub type Function = Box<dyn Fn(&[Value]) -> Result<Value, String>>;

/// Host functions by import id.
pub(crate) struct Imports(pub BTreeMap<u16, Function>);

impl<W: Width> Host<W> for Imports {
    fn call(&self, vm: &mut Vm<W>, id: u16, arguments: &[W::Value]) -> Result<W::Value, Fault> {
        let values: Vec<Value> = arguments
            .iter()
            .map(|&value| Value::from_vm(vm, value))
            .collect();
        match self.0.get(&id).map(|function| function(&values)) {
            Some(Ok(value @ (Value::Array(_) | Value::Object(_) | Value::Error { .. }))) => {
                let message = format!(
                    "import {id} returned {}; only primitives can be passed to a resumed snapshot",
                    value.to_line_json()
                );
                let message = vm.new_string(message.as_bytes())?;
                vm.throw_value(message)
            }
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
