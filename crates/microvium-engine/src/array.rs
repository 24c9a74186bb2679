//! Arrays: elements in one cell, as many as the length and some room to grow, which follows from the
//! length. When it is full, a larger cell takes its place and the old one becomes a reference to it.

use crate::{Fault, Vm, Width};
use microvium_format::narrow::{array_capacity, packed};
use microvium_format::{ErrorCode, Kind};

impl<W: Width> Vm<W> {
    /// The length of an array's storage.
    #[inline]
    pub(crate) fn array_length(&self, storage: W::Value) -> usize {
        W::array_length(self, storage).0
    }

    /// The element of an array's storage: EMPTY for a hole and beyond the end.
    #[inline]
    pub(crate) fn element(&mut self, storage: W::Value, index: usize) -> Result<W::Value, Fault> {
        let (length, first) = W::array_length(self, storage);
        if index >= length {
            return Ok(W::EMPTY);
        }
        if self.is(storage, Kind::Array) {
            return Ok(self.field(storage, first + index));
        }
        let integer = self.packed_element(storage, first, index);
        W::new_integer(self, integer)
    }

    /// The element of a Packed cell.
    pub(crate) fn packed_element(&self, storage: W::Value, first: usize, index: usize) -> i32 {
        let prefix = first * Self::WORD;
        let width = self.slice(storage, prefix, 1).first().copied().unwrap_or(0);
        let size = packed::size(width);
        let bytes = self.slice(storage, prefix + packed::PREFIX + index * size, size);
        let mut number = 0;
        for &byte in bytes.iter().rev() {
            number = number << 8 | i32::from(byte);
        }
        if packed::is_signed(width) {
            let unused = 32 - 8 * size;
            number = number << unused >> unused;
        }
        number
    }

    /// A new array of this length, full of EMPTY. Collects if it must.
    pub fn new_array(&mut self, length: usize) -> Result<W::Value, Fault> {
        if length > W::MAX_ARRAY {
            return self.fault(ErrorCode::ArrayTooLong);
        }
        let words = Self::array_words(length);
        let array = self.allocate(Kind::Array, 0, words)?;
        let first = W::set_array_length(self, array, length);
        self.fill_new(array, first, words + 1 - first);
        Ok(array)
    }

    /// Words behind the header of an array of this length.
    pub(crate) fn array_words(length: usize) -> usize {
        W::array_first(length) - 1 + array_capacity(length)
    }

    /// Sets the element of the array that is second below the top of the stack: array, key, value.
    pub(crate) fn set_element(&mut self, index: usize) -> Result<(), Fault> {
        let storage = self.storage(self.peek(2));
        if index >= self.array_length(storage)
            || !W::in_ram(storage)
            || self.is_closed(self.peek(2))
        {
            self.set_length(2, (index + 1).max(self.array_length(storage)))?;
        }
        let storage = self.storage(self.peek(2));
        let (_, first) = W::array_length(self, storage);
        let value = self.peek(0);
        self.set_field(storage, first + index, value);
        Ok(())
    }

    /// Sets the length of the array at `depth` of the stack; its storage is in RAM then.
    pub(crate) fn set_length(&mut self, depth: usize, length: usize) -> Result<(), Fault> {
        if self.is_closed(self.peek(depth)) {
            return self.fault(ErrorCode::ReadonlyProperty);
        }
        let storage = self.storage(self.peek(depth));
        let old = self.array_length(storage);
        let fits = Self::array_words(length) <= Self::array_words(old)
            && W::array_first(length) >= W::array_first(old);
        if !fits || !W::in_ram(storage) {
            let array = self.new_array(length)?;
            self.push(array);
            let first = W::array_first(length);
            for i in 0..length.min(old) {
                let storage = self.storage(self.peek(depth + 1));
                let element = self.element(storage, i)?;
                self.set_field(self.peek(0), first + i, element);
            }
            let array = self.peek(0);
            self.drop_values(1);
            return self.set_storage(depth, array);
        }
        let first = W::set_array_length(self, storage, length);
        if length > old {
            self.fill(storage, first + old, length - old, W::EMPTY);
        }
        Ok(())
    }
}
