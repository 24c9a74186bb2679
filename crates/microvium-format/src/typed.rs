//! Typed arrays. A Uint8Array is a Packed cell of its own as long as nothing else refers to its bytes; any other
//! typed array is a Scope of these fields.

/// What it inherits from: its own properties, if it has some, and else its prototype.
pub const PROTOTYPE: usize = 0;
/// What its elements are: a Scope whose first field is their code, or the code itself.
pub const TYPE: usize = 1;
/// The bytes, or a Scope whose first field is the bytes that several share.
pub const BYTES: usize = 2;
/// Where it begins among them.
pub const OFFSET: usize = 3;
/// How many elements it has; undefined if there are as many as the bytes have room for.
pub const LENGTH: usize = 4;
/// The object that holds its own properties, or undefined.
pub const OWN: usize = 5;
/// How many fields there are.
pub const FIELDS: usize = 6;

// The codes of elements. What is `packed` has the least; bits 1 and 2 are the logarithm of the size.

/// Unsigned 32-bit integers.
pub const U32: u8 = 5;
/// Floats of 64 bits.
pub const F64: u8 = 6;
/// Unsigned bytes, to which larger and smaller numbers are clamped.
pub const CLAMPED: u8 = 8;
/// Floats of 32 bits.
pub const F32: u8 = 12;
/// Added to a code where the highest byte comes first.
pub const BIG_ENDIAN: u8 = 16;

/// The logarithm of the bytes of an element.
pub const fn shift(code: u8) -> usize {
    (code >> 1 & 3) as usize
}
