//! Uint8Arrays: bytes in a Packed cell of their own. Their length never changes. What else can be done with typed
//! arrays is in the part `TYPED_ARRAYS`, see `typed`.

use crate::operators::OR;
use crate::property::PACKED;
use crate::{Fault, Vm, Width};
use microvium_format::narrow::packed::{self, PREFIX};
use microvium_format::{ErrorCode, Kind, Native};

/// Where the elements of a typed array are.
pub(crate) struct View<V> {
    /// A Uint8Array that holds them.
    pub data: V,
    /// Bytes before the first one.
    pub offset: usize,
    /// How many there are.
    pub length: usize,
    /// What they are.
    pub code: u8,
}

impl<W: Width> Vm<W> {
    /// Whether an object is a Uint8Array with bytes of its own, or the storage of one.
    pub(crate) fn is_bytes(&self, object: W::Value) -> bool {
        let (storage, kind) = self.storage_kind(object);
        kind == PACKED && W::is_typed(self, storage)
    }

    /// The words that bytes take, without a count.
    pub(crate) const fn packed_words(length: usize) -> usize {
        (PREFIX + length).div_ceil(Self::WORD)
    }

    /// Where the first byte is.
    pub(crate) const START: usize = W::TYPED_FIRST * Self::WORD + PREFIX;

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

    /// The storage of the bytes at `depth` of the stack, in RAM: the first write copies what lies in ROM.
    pub(crate) fn writable_bytes(&mut self, depth: usize) -> Result<W::Value, Fault> {
        let storage = self.storage(self.peek(depth));
        if W::in_ram(storage) {
            return Ok(storage);
        }
        let copy = self.copy_bytes(depth)?;
        self.set_storage(depth, copy)?;
        Ok(copy)
    }

    /// Other bytes like those at `depth` of the stack.
    pub(crate) fn copy_bytes(&mut self, depth: usize) -> Result<W::Value, Fault> {
        let length = self.array_length(self.storage(self.peek(depth)));
        let copy = self.new_bytes(length)?;
        let storage = self.storage(self.peek(depth));
        let words = W::TYPED_FIRST + Self::packed_words(length);
        Self::copy(W::address(self, storage), W::address(self, copy), words);
        Ok(copy)
    }

    /// `Library::set_other`.
    pub(crate) fn set_other(&mut self) -> Result<W::Value, Fault> {
        let storage = self.storage(self.peek(2));
        let is_plain = self.is_bytes(storage);
        if !is_plain && !self.is(storage, Kind::Scope) {
            return self.set_inherited();
        }
        if is_plain && let Some(index) = self.as_index(self.peek(1)) {
            let byte = self.low_bits()?;
            if index < self.array_length(self.storage(self.peek(2))) {
                let storage = self.writable_bytes(2)?;
                self.set_byte(storage, Self::START + index, byte as u8);
            }
            return Ok(W::EMPTY);
        }
        match W::config().typed_arrays {
            Some(part) => (part.set)(self),
            None if is_plain => self.fault(ErrorCode::RequiresTypedArrays),
            None => self.fault(ErrorCode::NotImplemented),
        }
    }

    /// ToInt32 of the value at the top of the stack, which stays there for the library if that is to convert it.
    #[inline(always)]
    pub(crate) fn low_bits(&mut self) -> Result<i32, Fault> {
        let mut number = self.peek(0);
        if W::integer(self, number).is_none() {
            number = self.step(OR, W::ZERO)?;
        }
        Ok(W::integer(self, number).unwrap_or_default())
    }

    /// Puts the object for its own properties in the place of the typed array at `depth` of the stack, if it has one;
    /// `adds`: it gets one. Returns whether the key asks for an element instead.
    pub(crate) fn find_own_object(
        &mut self,
        depth: usize,
        key: W::Value,
        adds: bool,
    ) -> Result<bool, Fault> {
        if let Some(part) = W::config().typed_arrays {
            return (part.own_object)(self, depth, key, adds);
        }
        let is_plain = self.is_bytes(self.peek(depth));
        if is_plain && adds {
            return self.fault(ErrorCode::RequiresTypedArrays);
        }
        Ok(is_plain && self.as_index(key).is_some())
    }

    /// What natives for typed arrays say where there is none besides plain Uint8Arrays.
    pub(crate) fn plain_native(
        &mut self,
        native: Native,
        value: W::Value,
    ) -> Result<W::Value, Fault> {
        let storage = self.storage(value);
        match native {
            Native::NewTyped | Native::TypedBytes => self.fault(ErrorCode::RequiresTypedArrays),
            _ if !self.is_bytes(storage) => Ok(W::UNDEFINED),
            Native::TypedLength => W::new_integer(self, self.array_length(storage) as i32),
            _ => Ok(W::ZERO),
        }
    }

    /// Where the elements of a typed array are; None if it is none, or its bytes don't hold it.
    #[inline(never)]
    pub(crate) fn typed_view(&self, object: W::Value) -> Option<View<W::Value>> {
        let storage = self.storage(object);
        if self.is_bytes(storage) {
            return Some(View {
                data: object,
                offset: 0,
                length: self.array_length(storage),
                code: packed::U8,
            });
        }
        (W::config().typed_arrays?.view)(self, object)
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
        let view = self.typed_view(value)?;
        let data = self.storage(view.data);
        (view.code == packed::U8).then(|| self.slice(data, Self::START + view.offset, view.length))
    }

    /// The bytes of a Uint8Array, which are brought to RAM, so that the host may write them until the next
    /// allocation.
    pub fn own_bytes(&mut self, bytes: W::Value) -> Result<*mut [u8], Fault> {
        let view = match self.typed_view(bytes) {
            Some(view) if view.code == packed::U8 => view,
            _ => return self.fault(ErrorCode::TypeError),
        };
        // There may be no stack between calls.
        self.add_segment(0, 16)?;
        self.push(view.data);
        let storage = self.writable_bytes(0);
        self.drop_segment();
        storage.map(|storage| {
            let start = self.bytes(storage, Self::START + view.offset);
            core::ptr::slice_from_raw_parts_mut(start, view.length)
        })
    }
}
