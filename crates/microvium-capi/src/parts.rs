//! The optional parts that a configuration may name, and what only they make useful.

use crate::{Vm, Width};
use microvium_engine::config::{
    Counting, Float, FloatText, Library, Power, TypedArrays, Verifier, Weak,
};

/// `MVM_PART_FLOAT`.
#[unsafe(no_mangle)]
pub static mvm_float: Float<Width> = Float::PART;
/// `MVM_PART_FLOAT_TEXT`.
#[unsafe(no_mangle)]
pub static mvm_floatText: FloatText<Width> = FloatText::PART;
/// `MVM_PART_POWER`.
#[unsafe(no_mangle)]
pub static mvm_power: Power<Width> = Power::PART;
/// `MVM_PART_LIBRARY`.
#[unsafe(no_mangle)]
pub static mvm_library: Library<Width> = Library::PART;
/// `MVM_PART_TYPED_ARRAYS`.
#[unsafe(no_mangle)]
pub static mvm_typedArrays: TypedArrays<Width> = TypedArrays::PART;
/// `MVM_PART_WEAK`.
#[unsafe(no_mangle)]
pub static mvm_weak: Weak<Width> = Weak::PART;
/// `MVM_PART_VERIFIER`.
#[unsafe(no_mangle)]
pub static mvm_verifier: Verifier<Width> = Verifier::PART;
/// `MVM_PART_COUNTING`.
#[unsafe(no_mangle)]
pub static mvm_counting: Counting = Counting::PART;

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_stopAfterNInstructions(vm: &mut Vm, count: i32) {
    vm.limit_steps(count);
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_getInstructionCountRemaining(vm: &Vm) -> i32 {
    vm.steps()
}
