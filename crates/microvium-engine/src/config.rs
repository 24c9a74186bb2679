//! What a firmware chooses when it is linked: allocator, limits, and which optional parts there are.
//! What a configuration doesn't name, the linker drops.

use microvium_format::Parts;

/// The choices, one constant per firmware.
#[repr(C)]
pub struct Config {
    /// Returns a block of this many bytes, aligned for pointers, or null.
    pub allocate: unsafe extern "C" fn(size: usize) -> *mut u8,
    /// Takes back a block and its size.
    pub release: unsafe extern "C" fn(block: *mut u8, size: usize),
    /// The most bytes a heap may have. Narrow can address no more than 65,534.
    pub max_heap: u32,
    /// Bytes of room that a collection leaves on top of what lives.
    pub heap_slack: u32,
    /// Words of the first stack segment, and of further ones unless a frame needs more.
    pub stack_segment: u32,
    /// The most words that all stack segments may have.
    pub max_stack: u32,
    /// Float arithmetic.
    pub float: Option<&'static Float>,
    /// Printing and parsing of floats.
    pub float_text: Option<&'static FloatText>,
    /// The operator `**`.
    pub power: Option<&'static Power>,
    /// Counting instructions.
    pub counting: Option<&'static Counting>,
    /// What the standard library stands on.
    pub library: Option<&'static Library>,
}

/// The part `FLOAT`. Numbers are passed by their bits.
pub struct Float {
    /// a op b for the arithmetic operations, by `Operation as u8 & 15`.
    pub arithmetic: fn(operation: u8, a: u64, b: u64) -> u64,
    /// -1, 0 or 1 as a is less than, equal to or greater than b; 2 if either is NaN.
    pub compare: fn(a: u64, b: u64) -> i32,
    /// The float of an integer.
    pub from_integer: fn(value: i32) -> u64,
    /// The integer that a float is exactly, if it is one of 32 bits.
    pub as_integer: fn(a: u64) -> Option<i32>,
    /// ToInt32 (ECMAScript 7.1.6).
    pub to_int32: fn(a: u64) -> i32,
}

/// The part `POWER`: larger than all other arithmetic, and rarely used.
pub struct Power {
    /// a ** b.
    pub power: fn(a: u64, b: u64) -> u64,
}

/// The part `FLOAT_TEXT`.
pub struct FloatText {
    /// Writes the shortest text that reads as the same number; returns its length.
    pub print: fn(a: u64, out: &mut [u8; 32]) -> usize,
    /// StringToNumber (ECMAScript 7.1.4.1.1).
    pub parse: fn(text: &[u8]) -> u64,
}

/// The part `COUNTING`. A VM has a counter only where there is this part.
pub struct Counting {
    /// Called at calls and backward jumps, the only places where a program can go on for ever. Counts
    /// down unless the counter is negative; returns false when it was 0.
    pub step: fn(counter: &mut i32) -> bool,
}

/// The part `LIBRARY`: see `natives`.
pub struct Library {
    /// Calls the native with this id, which finds its arguments at the top of the stack; true if its
    /// result is the VM's outcome, false if that was thrown.
    pub(crate) call: unsafe fn(vm: *mut (), id: u16, count: usize) -> bool,
}

impl Config {
    /// The parts that this configuration has.
    pub fn parts(&self) -> Parts {
        let mut parts = Parts::NONE;
        if self.float.is_some() {
            parts = parts.with(Parts::FLOAT);
        }
        if self.float_text.is_some() {
            parts = parts.with(Parts::FLOAT_TEXT);
        }
        if self.power.is_some() {
            parts = parts.with(Parts::POWER);
        }
        if self.library.is_some() {
            parts = parts.with(Parts::LIBRARY);
        }
        if self.counting.is_some() {
            parts = parts.with(Parts::COUNTING);
        }
        parts
    }
}
