//! What a call has returned and what ends later may still change: a promise.

use crate::value::{Promise, Value};
use microvium_engine::embed::Kept;
use microvium_engine::{Vm, Width};

/// The promise that the last call returned, if it wasn't settled then.
pub(crate) struct Promised<W: Width>(Option<Kept<W>>);

impl<W: Width> Promised<W> {
    pub fn none() -> Promised<W> {
        Promised(None)
    }

    /// Copies what a call has returned.
    pub fn copy(&mut self, vm: &mut Vm<W>, returned: W::Value) -> Value {
        if let Some(kept) = self.0.take() {
            kept.take(vm);
        }
        let copy = Value::from_vm(vm, returned);
        if copy.promise() == Some(&Promise::Pending) {
            self.0 = Some(Kept::new(vm, returned));
        }
        copy
    }

    /// The promise as it is now.
    pub fn now(&mut self, vm: &mut Vm<W>) -> Option<Value> {
        let word = self.0.take()?.take(vm)?;
        Some(self.copy(vm, W::from_word(word)))
    }
}
