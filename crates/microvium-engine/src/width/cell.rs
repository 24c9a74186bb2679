//! The layout of cells in a width.

use crate::{Vm, Width};
use microvium_format::Kind;

/// How a width lays out cells, and refers to them.
pub trait Cells<W: Width> {
    /// Whether the value refers to a cell, and so has a kind.
    fn is_cell(value: W::Value) -> bool;
    /// Whether that cell is in RAM: can be written and moves.
    fn in_ram(value: W::Value) -> bool;
    /// Where a cell is.
    fn address(vm: &Vm<W>, cell: W::Value) -> *mut W::Word;
    /// The reference to the cell at this offset in the heap.
    fn reference(offset: usize) -> W::Value;
    /// The cell's offset in the heap. `cell` is in RAM.
    fn offset(cell: W::Value) -> usize;
    /// The value in a word of `cell`, which may be in ROM.
    fn load(vm: &Vm<W>, cell: W::Value, word: W::Word) -> W::Value;
    /// Makes a header.
    fn header(kind: Kind, count: usize) -> W::Word;
    /// The bits of a header that are the kind.
    fn kind(header: W::Word) -> usize;
    /// The count in a header, without a long form.
    fn count(header: W::Word) -> usize;
    /// The word of the first element of an array of this length.
    fn array_first(length: usize) -> usize;
    /// The length of an array (or Packed) and the word of its first element.
    fn array_length(vm: &Vm<W>, array: W::Value) -> (usize, usize);
    /// Writes the length into an array's header; returns the word of the first element.
    fn set_array_length(vm: &mut Vm<W>, array: W::Value, length: usize) -> usize;
    /// Whether a Packed cell is a Uint8Array.
    fn is_typed(vm: &Vm<W>, packed: W::Value) -> bool;
    /// The word of a Uint8Array where its elements begin.
    const TYPED_FIRST: usize;
    /// Writes the header of a Uint8Array.
    fn frame_typed(vm: &mut Vm<W>, bytes: W::Value, length: usize);
    /// The words of a cell in RAM, header included, and whether they are values: from its header and
    /// the word behind it.
    fn size(vm: &Vm<W>, header: W::Word, first: W::Word) -> usize;
    /// Whether the words of cells of this kind in RAM are values.
    fn has_values(kind: usize) -> bool;
    /// The code block of a Function cell.
    fn code(vm: &Vm<W>, function: W::Value) -> *const u8;
    /// The longest array.
    const MAX_ARRAY: usize;
    /// Words behind the header of a Closure that is to be made of a function.
    fn closure_words(vm: &Vm<W>, function: W::Value) -> usize;
}
