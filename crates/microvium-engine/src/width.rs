//! What differs between engines of different width: the encoding of values and of cells, and how
//! properties are stored. Everything else is written once, for any width. Each theme is a trait of its own.

mod build;
mod cell;
mod collection;
mod number;
mod shortcut;
mod store;
mod string;

pub use build::Build;
pub use cell::Cells;
pub use collection::Collection;
pub use number::Numbers;
pub use shortcut::Shortcuts;
pub use store::Store;
pub use string::Strings;

use crate::{Config, Fault, Vm};
use microvium_format::ErrorCode;

/// A width. A cell is a header word followed by words, in every width; `Value` is a word in registers.
pub trait Width:
    Sized
    + 'static
    + Build<Self>
    + Cells<Self>
    + Collection<Self>
    + Numbers<Self>
    + Shortcuts<Self>
    + Store<Self>
    + Strings<Self>
{
    /// What memory holds: 16 bits in Narrow, 64 in Wide.
    type Word: Copy;
    /// A value in registers.
    type Value: Copy + PartialEq + Eq;
    /// An offset in the heap.
    type Offset: Copy;
    /// What this width's VM holds besides.
    type State;
    /// The offset of the first byte of a heap, so that no reference is 0.
    const HEAP_START: usize;
    /// The most bytes of a heap that offsets can address, whatever the configuration says.
    const MAX_HEAP: usize;
    /// An offset in registers.
    fn from_offset(offset: Self::Offset) -> usize;
    /// An offset in memory.
    fn to_offset(offset: usize) -> Self::Offset;
    /// `undefined`.
    const UNDEFINED: Self::Value;
    /// `null`.
    const NULL: Self::Value;
    /// `false`.
    const FALSE: Self::Value;
    /// `true`.
    const TRUE: Self::Value;
    /// What is no value: a hole, an uninitialized variable.
    const EMPTY: Self::Value;
    /// undefined, null, false or true, by its number.
    #[inline(always)]
    fn primitive(number: u8) -> Self::Value {
        match number {
            0 => Self::UNDEFINED,
            1 => Self::NULL,
            2 => Self::FALSE,
            _ => Self::TRUE,
        }
    }
    /// The configuration.
    fn config() -> &'static Config<Self>;
    /// The most bytes a heap may have.
    fn max_heap() -> usize {
        Self::config().max_heap as usize
    }
    /// A value from memory other than ROM.
    fn from_word(word: Self::Word) -> Self::Value;
    /// The form that memory holds.
    fn to_word(value: Self::Value) -> Self::Word;
    /// The value that stands for a fault.
    fn fault(code: ErrorCode) -> Self::Value;
    /// The code of a fault value.
    fn as_fault(value: Self::Value) -> Option<ErrorCode>;
    /// Whether ToBoolean makes a value false that is no string.
    fn is_falsy(value: Self::Value) -> bool;
    /// Whether two values are equal numbers or strings. They aren't the same value, nor NaN or -0.
    fn equal_primitives(vm: &Vm<Self>, a: Self::Value, b: Self::Value) -> bool;
    /// The two words of a frame's record: a position in code and a number below 2¹⁴. A collection that
    /// takes them for values finds nothing to move.
    fn pack_record(vm: &Vm<Self>, pc: *const u8, number: usize) -> (Self::Word, Self::Word);
    /// The reverse.
    fn unpack_record(vm: &Vm<Self>, words: [Self::Word; 2]) -> (*const u8, usize);
    /// A word that the host passed.
    fn from_host(vm: &Vm<Self>, word: Self::Word) -> Self::Value;
    /// A constant.
    fn constant(vm: &Vm<Self>, index: usize) -> Self::Value;
    /// A variable.
    fn variable(vm: &Vm<Self>, index: usize) -> Self::Value;
    /// Sets a variable.
    fn set_variable(vm: &mut Vm<Self>, index: usize, value: Self::Value);
    /// A builtin slot.
    fn builtin(vm: &Vm<Self>, index: usize) -> Self::Value;
    /// Calls the host function that a Host cell with this count stands for. The result goes to the VM's
    /// `result`.
    fn call_host(vm: &mut Vm<Self>, index: usize, arguments: usize) -> Result<Self::Value, Fault>;
    /// Counts a step: a call or a jump backwards. Throws when the limit is reached.
    fn step(vm: &mut Vm<Self>) -> Result<(), Fault>;
    /// Something was thrown in the running frame.
    #[inline(always)]
    fn thrown(_vm: &mut Vm<Self>) {}
    /// The running frame looks for a handler of it,
    #[inline(always)]
    fn visited(_vm: &mut Vm<Self>) {}
    /// and had one.
    #[inline(always)]
    fn caught(_vm: &mut Vm<Self>) {}
    /// The error object of the fault that was caught last is about to be made.
    #[inline(always)]
    fn making(_vm: &mut Vm<Self>) {}
    /// A constructor gets its instance.
    #[inline(always)]
    fn made(_vm: &mut Vm<Self>, _instance: Self::Value) {}
}
