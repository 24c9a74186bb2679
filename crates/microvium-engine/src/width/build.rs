//! What only a width has that also runs programs before the snapshot: globals, modules, and what is made or loaded when
//! it is first asked for.
//!
//! Module namespaces are cells of their own only there. In an image they are ordinary objects in ROM: values that change
//! lie in variable slots, and writing throws.

use crate::{Fault, Vm, Width};
use microvium_format::ErrorCode;

/// What a width does before the snapshot. What is given here is for those that don't run then.
pub trait Build<W: Width> {
    /// Calls a function that exists only before the snapshot. After it the call throws, and what it throws is that function:
    /// so a host can tell which one it was.
    fn call_ephemeral(
        vm: &mut Vm<W>,
        callee: W::Value,
        arguments: usize,
    ) -> Result<W::Value, Fault>;
    /// A property of the global object, whose name is the top of the stack and is to be replaced with it. If
    /// there is none: a fault if it's required, else undefined. Only a width that builds has globals.
    fn global(vm: &mut Vm<W>, _required: bool) -> Result<W::Value, Fault> {
        vm.fault(ErrorCode::InvalidBytecode)
    }
    /// Assigns one. Stack: value, name, taken off.
    fn set_global(vm: &mut Vm<W>) -> Result<(), Fault> {
        vm.fault(ErrorCode::InvalidBytecode)
    }
    /// The name of the global whose absence was the last UninitializedGlobal, or undefined.
    fn missing_global(_vm: &Vm<W>) -> W::Value {
        W::UNDEFINED
    }
    /// Whether a cell of this kind is one.
    #[inline(always)]
    fn is_namespace(_kind: usize) -> bool {
        false
    }
    /// The value of the variable that a key means, EMPTY if it means none.
    fn namespace_member(
        _vm: &mut Vm<W>,
        _namespace: W::Value,
        _key: W::Value,
    ) -> Result<W::Value, Fault> {
        Ok(W::EMPTY)
    }
    /// Whether a key means a property of an object, own or inherited. `Vm::has` without conversions.
    fn has(vm: &mut Vm<W>, object: W::Value, key: W::Value) -> Result<bool, Fault> {
        Ok(vm.lookup(object, key)? != W::EMPTY)
    }
    /// A value as a property or a builtin slot has it. The wide width may have to load the module of the
    /// library that it is in.
    #[inline(always)]
    fn present(_vm: &mut Vm<W>, value: W::Value) -> Result<W::Value, Fault> {
        Ok(value)
    }
    /// The number of a value that isn't loaded yet.
    fn view_lazy(_value: W::Value) -> Option<u16> {
        None
    }
    /// Whether this width also runs programs before the snapshot. Then a function gets its `name`, `length` and
    /// `prototype` when one is first asked for; else who makes it gives it those that are needed.
    const BUILDS: bool;
    /// Whether arrays may be longer than mere ones are: see `Vm::allow_long_arrays`.
    fn has_long_arrays(_vm: &Vm<W>) -> bool {
        false
    }
    /// Whether a function that has no own properties yet would have this one, made when it is asked for.
    fn makes_property(_vm: &Vm<W>, _function: W::Value, _key: W::Value) -> bool {
        false
    }
    /// Makes those. Stack: function, the object for its properties, kept.
    fn complete_function(_vm: &mut Vm<W>) -> Result<(), Fault> {
        Ok(())
    }
}
