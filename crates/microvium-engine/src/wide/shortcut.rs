//! Shortcuts: arithmetic on doubles, properties by the cache of shapes, elements of arrays.

use super::number::{as_double, double};
use super::shape::SPECIAL_WORD;
use super::{Value, Wide};
use crate::operators::holds;
use crate::width::{Build, Numbers, Shortcuts, Store};
use crate::{Fault, Platform, Vm, Width};
use microvium_format::attribute::ACCESSOR;
use microvium_format::{Kind, Operation};

impl<P: Platform<Wide<P>>> Shortcuts<Self> for Wide<P> {
    #[inline(always)]
    fn compare_fast(_: &Vm<Self>, operation: u8, a: Value, b: Value) -> Option<bool> {
        const STRICT_EQUAL: u8 = Operation::StrictEqual as u8 & 15;
        let order = as_double(a)?.partial_cmp(&as_double(b)?);
        Some(match order {
            Some(order) if operation == STRICT_EQUAL => order.is_eq(),
            Some(order) => holds(operation, order as i32),
            None => false,
        })
    }
    #[inline(always)]
    fn number_fast(_: &mut Vm<Self>, operation: u8, a: Value, b: Value) -> Option<Value> {
        const ADD: u8 = Operation::Add as u8 & 15;
        const SUBTRACT: u8 = Operation::Subtract as u8 & 15;
        const MULTIPLY: u8 = Operation::Multiply as u8 & 15;
        const DIVIDE: u8 = Operation::Divide as u8 & 15;
        let (a, b) = (as_double(a)?, as_double(b)?);
        Some(double(match operation {
            ADD => a + b,
            SUBTRACT => a - b,
            MULTIPLY => a * b,
            DIVIDE => a / b,
            _ => return None,
        }))
    }
    #[inline(always)]
    fn get_fast(vm: &mut Vm<Self>, object: Value, key: Value) -> Result<Value, Fault> {
        let mut holder = object;
        for _ in 0..3 {
            let storage = vm.storage(holder);
            if !vm.is(storage, Kind::Object) {
                break;
            }
            let word = vm.find_word(storage, key);
            if word & SPECIAL_WORD != 0 {
                let cell = vm.field(storage, word & !SPECIAL_WORD);
                if vm.count(cell) & usize::from(ACCESSOR) != 0 {
                    return Ok(cell);
                }
                return Self::present(vm, vm.field(cell, 1));
            }
            if word != 0 {
                return Self::present(vm, vm.field(storage, word));
            }
            holder = Self::prototype(vm, storage);
        }
        vm.get(object, key)
    }
    #[inline(always)]
    fn set_fast(vm: &mut Vm<Self>, key: Value) -> bool {
        let storage = vm.storage(vm.peek(1));
        if !vm.is(storage, Kind::Object) {
            return false;
        }
        let word = vm.find_word(storage, key);
        if word == 0 || word & SPECIAL_WORD != 0 {
            return false;
        }
        vm.set_field(storage, word, vm.peek(0));
        true
    }
    #[inline(always)]
    fn element_fast(vm: &Vm<Self>, array: Value, index: Value) -> Option<Value> {
        let storage = vm.storage(array);
        if !Self::both_integers(index, index) || !vm.is(storage, Kind::Array) {
            return None;
        }
        let index = Self::inline_integer(index) as u32 as usize;
        if index >= vm.count(storage) {
            return None;
        }
        let element = vm.field(storage, 1 + index);
        (element != Self::EMPTY).then_some(element)
    }
    #[inline(always)]
    fn set_element_fast(vm: &mut Vm<Self>, array: Value, index: Value, value: Value) -> bool {
        let storage = vm.storage(array);
        if !Self::both_integers(index, index) || !vm.is(storage, Kind::Array) || vm.is_closed(array)
        {
            return false;
        }
        let index = Self::inline_integer(index) as u32 as usize;
        if index >= vm.count(storage) {
            return false;
        }
        vm.set_field(storage, 1 + index, value);
        true
    }
}
