//! The layout of a code block: what precedes a function's instructions.
//!
//! ```text
//! offset  size
//!      0     2  head: kind Function in bits 0-3, flags in bits 4-15
//!      2     1  parameters
//!      3     1  frame: slots above `this` that the function uses at most, in units of FRAME_UNIT
//!      4        if HANDLERS: a byte n, then n handlers of HANDLER_SIZE, inner ones first
//!               instructions
//! ```
//!
//! All offsets inside are relative to the first instruction. The block is the same in every width; in
//! Narrow it is the Function cell itself.

/// Bytes before the handlers.
pub const HEAD_SIZE: usize = 4;
/// The function may be the target of `new`.
pub const CONSTRUCTOR: u16 = 1 << 4;
/// The function is a class: calling it without `new` throws.
pub const CLASS: u16 = 1 << 5;
/// The function has exception handlers.
pub const HANDLERS: u16 = 1 << 6;
/// The bit of OWN_PROPERTIES.
pub const OWN_PROPERTIES_BIT: u16 = 7;
/// Function objects of this code have room for own properties.
pub const OWN_PROPERTIES: u16 = 1 << OWN_PROPERTIES_BIT;
/// The last parameter is an array of all arguments that are left.
pub const REST: u16 = 1 << 8;
/// `new` puts `new.target` where `this` goes, and makes no instance.
pub const TARGET: u16 = 1 << 9;
/// The code uses the scope it was created with: no value refers to it, but Closures that have one.
pub const SCOPED: u16 = 1 << 10;
/// Where a function object is asked for a `prototype`, none is made, even if it constructs.
pub const BOUND: u16 = 1 << 11;
/// The frame size counts in units of this many slots.
pub const FRAME_UNIT: usize = 4;
/// The most slots above `this` that a frame can have.
pub const MAX_FRAME: usize = 255 * FRAME_UNIT;
/// The most parameters.
pub const MAX_PARAMETERS: usize = 255;
/// The most handlers.
pub const MAX_HANDLERS: usize = 255;
/// Bytes of one handler.
pub const HANDLER_SIZE: usize = 8;

/// An exception handler: an exception in `start..end` continues at `target` with the frame cut to
/// `depth` slots (`this` included) and the exception pushed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Handler {
    /// First byte of the region.
    pub start: u16,
    /// First byte after it.
    pub end: u16,
    /// Where to continue.
    pub target: u16,
    /// Slots kept, counted from `this`.
    pub depth: u16,
}

impl Handler {
    /// The encoded form, little-endian.
    pub fn to_bytes(self) -> [u8; HANDLER_SIZE] {
        let mut bytes = [0; HANDLER_SIZE];
        let fields = [self.start, self.end, self.target, self.depth];
        for (slot, field) in bytes.chunks_exact_mut(2).zip(fields) {
            slot.copy_from_slice(&field.to_le_bytes());
        }
        bytes
    }
}

/// What a code block starts with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// All but HANDLERS, which is derived.
    pub flags: u16,
    /// Declared parameters.
    pub parameters: u8,
    /// Slots above `this`, in units of FRAME_UNIT, rounded up.
    pub frame: u8,
}
