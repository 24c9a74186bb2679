//! Strings of a width.

use crate::{Fault, Vm, Width};

/// How a width stores strings.
pub trait Strings<W: Width> {
    /// Writes the header of a string that is ASCII, and the final NUL: the last of its words is 0.
    fn frame_string(vm: &mut Vm<W>, string: W::Value, length: usize, words: usize);
    /// Says in the header of a string that it isn't ASCII.
    fn clear_ascii(vm: &mut Vm<W>, string: W::Value);
    /// Bytes of a string cell before its text, for a string of this length.
    fn string_prefix(length: usize) -> usize;
    /// A string's bytes.
    fn text(vm: &Vm<W>, string: W::Value) -> *mut [u8];
    /// Whether all of them are ASCII.
    fn is_ascii(vm: &Vm<W>, string: W::Value) -> bool;
    /// The longest text of a string, in bytes.
    const MAX_TEXT: usize;
    /// The form of a string in which it is a key.
    fn intern(vm: &mut Vm<W>, string: W::Value) -> Result<W::Value, Fault>;
}
