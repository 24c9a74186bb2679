//! The 16-bit encoding of values and cells: what stands in a Narrow image and its heap.
//!
//! ```text
//! value   xxxx xxxx xxxx xxx0   a cell in RAM, by its offset in the heap; in a word of ROM instead
//!                               the offset of the link slot that holds the value
//!         xxxx xxxx xxxx xx01   a cell in ROM, by its offset in the image; below FIRST_CELL a constant,
//!                               from FIRST_FAULT on a fault
//!         xxxx xxxx xxxx xx11   an integer of 14 bits
//! header  llll llll llll kkkk   count and kind
//! string  aaaa aaaa aaaf kkkk   f: the string is ASCII; a: its length in bytes
//! ```
//!
//! One bit tells RAM from ROM, so that a table of two base pointers decodes any reference without a
//! branch. RAM values are offsets, so restoring is a copy. The offsets that the image's header occupies
//! can't be cells: they are the constants.
//!
//! A count that doesn't fit is all ones, and the first word holds it (arrays, strings, bytes, packed).

use crate::Kind;

/// Bytes of a word.
pub const WORD: usize = 2;
/// The offset of the first word in RAM, so that no value is 0.
pub const RAM_START: u16 = 2;
/// ROM offsets below this one are constants.
pub const FIRST_CELL: u16 = 28;
/// Cells in ROM begin at multiples of this.
pub const ROM_ALIGN: usize = 4;

/// `undefined`.
pub const UNDEFINED: u16 = 1;
/// `null`.
pub const NULL: u16 = 5;
/// `false`.
pub const FALSE: u16 = 9;
/// `true`.
pub const TRUE: u16 = 13;
/// What is no value: a hole in an array, a variable before its declaration, a property that isn't there.
pub const EMPTY: u16 = 17;
/// NaN.
pub const NAN: u16 = 21;
/// Negative zero.
pub const NEGATIVE_ZERO: u16 = 25;

/// The first of the fault values: what is thrown for a fault, as long as no script has seen it. They take
/// the offsets above the largest image.
pub const FIRST_FAULT: u16 = 0xFE01;

/// The value that stands for a fault.
pub const fn fault(code: crate::ErrorCode) -> u16 {
    FIRST_FAULT + ((code as u16) << 2)
}

/// Every constant with its name.
pub const CONSTANTS: &[(u16, &str)] = &[
    (UNDEFINED, "undefined"),
    (NULL, "null"),
    (FALSE, "false"),
    (TRUE, "true"),
    (EMPTY, "empty"),
    (NAN, "NaN"),
    (NEGATIVE_ZERO, "-0"),
];

/// The least inline integer.
pub const MIN_INTEGER: i32 = -(1 << 13);
/// The greatest inline integer.
pub const MAX_INTEGER: i32 = (1 << 13) - 1;

/// The value of an inline integer. `value` is in range.
pub const fn integer(value: i32) -> u16 {
    (value << 2) as u16 | 3
}

/// The value that refers to a ROM cell at `offset`, a multiple of `ROM_ALIGN`.
pub const fn rom(offset: u16) -> u16 {
    offset | 1
}

/// The word in ROM that stands for the value of this variable slot.
pub const fn slot(index: u16) -> u16 {
    RAM_START + index * WORD as u16
}

/// A count that stands for "the first word holds the count", see `long_count`.
pub const LONG: u16 = 0xFFE;

/// The same of a Packed cell that is a Uint8Array, and no array's storage.
pub const TYPED: u16 = 0xFFF;

/// The most elements that an array has, or bytes that a typed array has: a long count has 15 bits.
pub const MAX_ARRAY: usize = 0x7FF0;

/// A long count of elements as a word: odd, as a collection that visits an array's words would take an
/// even one for a reference to RAM.
pub const fn long_count(count: u16) -> u16 {
    count << 1 | 1
}

/// The reverse.
pub const fn from_long_count(word: u16) -> u16 {
    word >> 1
}
/// The same for strings, whose count has one bit less.
pub const LONG_STRING: u16 = 0x7FF;

/// The header of a cell.
pub const fn header(kind: Kind, count: u16) -> u16 {
    kind as u16 | count << 4
}

/// The header of a string of `length` bytes, which may be LONG_STRING.
pub const fn string_header(length: u16, ascii: bool) -> u16 {
    Kind::String as u16 | (ascii as u16) << 4 | length << 5
}

/// The kind bits of a header.
pub const fn kind_of(header: u16) -> u8 {
    (header & 15) as u8
}

/// The count bits of a header.
pub const fn count_of(header: u16) -> u16 {
    header >> 4
}

/// Elements that an array of this length has room for: the length rounded up to a multiple of a quarter
/// to an eighth of itself. A function of the length alone, so that no capacity is stored.
pub const fn array_capacity(length: usize) -> usize {
    // No logarithm: counting leading zeros is a call into the runtime on a small processor.
    let mut step = 1;
    while step <= length >> 3 {
        step <<= 1;
    }
    (length + (length == 0) as usize + step - 1) & !(step - 1)
}

/// The element width of a Packed cell, whose first byte says which: then come the elements, naturally
/// aligned to two bytes at most, little-endian. The same in all widths.
pub mod packed {
    /// Unsigned bytes.
    pub const U8: u8 = 0;
    /// Signed bytes.
    pub const I8: u8 = 1;
    /// Unsigned 16-bit integers.
    pub const U16: u8 = 2;
    /// Signed 16-bit integers.
    pub const I16: u8 = 3;
    /// Signed 32-bit integers.
    pub const I32: u8 = 4;
    /// Bytes between the header (and a long count) and the first element; the first of them is the width.
    pub const PREFIX: usize = 2;
    /// Whether elements are sign-extended to 32 bits.
    pub const fn is_signed(width: u8) -> bool {
        width & 1 != 0
    }
    /// Bytes of an element.
    pub const fn size(width: u8) -> usize {
        1 << (width >> 1)
    }
}
