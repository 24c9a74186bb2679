//! The optional parts that a configuration may name, and what only they make useful.

use crate::Vm;
use microvium_engine::config::{Counting, Float, FloatText, Library, Power};
use microvium_engine::{natives, parts};

/// `MVM_PART_FLOAT`.
#[unsafe(no_mangle)]
pub static mvm_float: Float = parts::FLOAT;
/// `MVM_PART_FLOAT_TEXT`.
#[unsafe(no_mangle)]
pub static mvm_floatText: FloatText = parts::FLOAT_TEXT;
/// `MVM_PART_POWER`.
#[unsafe(no_mangle)]
pub static mvm_power: Power = parts::POWER;
/// `MVM_PART_LIBRARY`.
#[unsafe(no_mangle)]
// SAFETY: it is the part of this library's one width.
pub static mvm_library: Library = unsafe { natives::library::<crate::Width>() };
/// `MVM_PART_COUNTING`.
#[unsafe(no_mangle)]
pub static mvm_counting: Counting = parts::COUNTING;

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_stopAfterNInstructions(vm: &mut Vm, count: i32) {
    if let Some(counter) = vm.counter() {
        *counter = count;
    }
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_getInstructionCountRemaining(vm: &mut Vm) -> i32 {
    vm.counter().map_or(-1, |counter| *counter)
}
