//! Uint8Arrays: bytes in a Packed cell of their own. Their length never changes.

use crate::operators::{AND, small};
use crate::{Fault, Vm, Width};
use microvium_format::narrow::packed::PREFIX;
use microvium_format::{ErrorCode, Kind};

impl<W: Width> Vm<W> {
    /// Whether an object's storage is a Uint8Array.
    pub(crate) fn is_bytes(&self, storage: W::Value) -> bool {
        self.is(storage, Kind::Packed) && W::is_typed(self, storage)
    }

    /// The words that bytes take, without a count.
    pub(crate) const fn packed_words(length: usize) -> usize {
        (PREFIX + length).div_ceil(Self::WORD)
    }

    /// Where the first byte is.
    const START: usize = W::TYPED_FIRST * Self::WORD + PREFIX;

    /// A Uint8Array of zeros.
    pub fn new_bytes(&mut self, length: usize) -> Result<W::Value, Fault> {
        if length > W::MAX_ARRAY {
            return self.fault(ErrorCode::InvalidUint8ArrayLength);
        }
        let words = W::TYPED_FIRST - 1 + Self::packed_words(length);
        let bytes = self.allocate(Kind::Packed, 0, words)?;
        W::frame_typed(self, bytes, length);
        for offset in Self::START - PREFIX..Self::START + length {
            self.set_byte(bytes, offset, 0);
        }
        Ok(bytes)
    }

    /// The length that a value means.
    pub(crate) fn new_bytes_of(&mut self, length: W::Value) -> Result<W::Value, Fault> {
        match self.as_index(length) {
            Some(length) => self.new_bytes(length),
            None => self.fault(ErrorCode::InvalidUint8ArrayLength),
        }
    }

    /// Stores an element. Stack: bytes, key, value, kept. An index that isn't within is left alone; there
    /// are no other properties.
    pub(crate) fn store_byte(&mut self) -> Result<(), Fault> {
        // Scripts come here with nothing else; a forged image may.
        if !self.is_bytes(self.storage(self.peek(2))) {
            return self.fault(ErrorCode::TypeError);
        }
        let Some(index) = self.as_index(self.peek(1)) else {
            return self.fault(ErrorCode::ReadonlyProperty);
        };
        let byte = self.step(AND, small::<W>(0xFF))?;
        let byte = W::integer(self, byte).unwrap_or_default();
        if index < self.array_length(self.storage(self.peek(2))) {
            let storage = self.writable_bytes(2)?;
            self.set_byte(storage, Self::START + index, byte as u8);
        }
        Ok(())
    }

    /// The storage of the bytes at `depth` of the stack, in RAM: the first write copies what lies in ROM.
    fn writable_bytes(&mut self, depth: usize) -> Result<W::Value, Fault> {
        let storage = self.storage(self.peek(depth));
        if W::in_ram(storage) {
            return Ok(storage);
        }
        let copy = self.new_bytes(self.array_length(storage))?;
        let storage = self.storage(self.peek(depth));
        let length = self.array_length(storage);
        for offset in Self::START..Self::START + length {
            let byte = Self::read_u8(self.bytes(storage, offset), 0);
            self.set_byte(copy, offset, byte);
        }
        self.set_storage(depth, copy)?;
        Ok(copy)
    }

    // For hosts.

    /// A Uint8Array with these bytes, which lie outside of the VM's memory.
    pub fn bytes_from(&mut self, from: &[u8]) -> Result<W::Value, Fault> {
        let bytes = self.new_bytes(from.len())?;
        for (offset, &byte) in (Self::START..).zip(from) {
            self.set_byte(bytes, offset, byte);
        }
        Ok(bytes)
    }

    /// The bytes of a Uint8Array; None if it is none. They stay where they are until the next allocation.
    pub fn bytes_of(&self, value: W::Value) -> Option<&[u8]> {
        let storage = self.storage(value);
        self.is_bytes(storage).then(|| {
            let length = self.array_length(storage);
            self.slice(storage, Self::START, length)
        })
    }

    /// The bytes of a Uint8Array, which are brought to RAM, so that the host may write them until the next
    /// allocation.
    pub fn own_bytes(&mut self, bytes: W::Value) -> Result<*mut [u8], Fault> {
        if !self.is_bytes(self.storage(bytes)) {
            return self.fault(ErrorCode::TypeError);
        }
        // There may be no stack between calls.
        self.add_segment(0, 16)?;
        self.push(bytes);
        let storage = self.writable_bytes(0);
        self.drop_segment();
        storage.map(|storage| {
            let length = self.array_length(storage);
            core::ptr::slice_from_raw_parts_mut(self.bytes(storage, Self::START), length)
        })
    }
}
