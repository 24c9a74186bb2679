//! Shortcuts of fast builds.

use crate::{Fault, Vm, Width};

/// What a width can do at once where it is common. It may always say no.
pub trait Shortcuts<W: Width> {
    /// Arithmetic on numbers of any form, without a collection.
    #[inline(always)]
    fn number_fast(
        _vm: &mut Vm<W>,
        _operation: u8,
        _a: W::Value,
        _b: W::Value,
    ) -> Option<W::Value> {
        None
    }
    /// Comparison of numbers of any form.
    #[inline(always)]
    fn compare_fast(_vm: &Vm<W>, _operation: u8, _a: W::Value, _b: W::Value) -> Option<bool> {
        None
    }
    /// `Vm::get`, as quick as may be.
    #[inline(always)]
    fn get_fast(vm: &mut Vm<W>, object: W::Value, key: W::Value) -> Result<W::Value, Fault> {
        vm.get(object, key)
    }
    /// `Vm::set` where it only writes a word. Stack: object, value, kept.
    #[inline(always)]
    fn set_fast(_vm: &mut Vm<W>, _key: W::Value) -> bool {
        false
    }
    /// `array[index]` where it is no hole.
    #[inline(always)]
    fn element_fast(_vm: &Vm<W>, _array: W::Value, _index: W::Value) -> Option<W::Value> {
        None
    }
    /// `array[index] = value` where it only writes a word.
    #[inline(always)]
    fn set_element_fast(
        _vm: &mut Vm<W>,
        _array: W::Value,
        _index: W::Value,
        _value: W::Value,
    ) -> bool {
        false
    }
}
