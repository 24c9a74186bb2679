//! The part `TYPED_ARRAYS`: what the library needs for typed arrays besides Uint8Arrays with bytes of their own, and for
//! DataView. Elements are numbers among bytes. See `microvium_format::typed`.

use crate::bytes::View;
use crate::config::TypedArrays;
use crate::operators::SHIFT_UNSIGNED;
use crate::property::{DICTIONARY, NO_CELL, OBJECT};
use crate::{Fault, Vm, Width};
use microvium_format::narrow::packed;
use microvium_format::typed::*;
use microvium_format::{ErrorCode, Kind, Native};
use microvium_number::convert;

impl<W: Width> TypedArrays<W> {
    /// The part.
    pub const PART: Self = TypedArrays {
        view: Vm::scope_view,
        own: Vm::own_typed,
        set: Vm::set_typed,
        own_object: Vm::own_object,
        call: Vm::typed_native,
    };
}

impl<W: Width> Vm<W> {
    /// The code of the elements of an object's storage, if it is a typed array's.
    fn typed_code(&self, storage: W::Value) -> Option<u8> {
        if self.is_bytes(storage) {
            return Some(packed::U8);
        }
        if !self.is(storage, Kind::Scope) || self.count(storage) != FIELDS {
            return None;
        }
        // An image may have others than the library makes.
        let own = self.field(storage, 1 + OWN);
        if !matches!(self.storage_kind(own).1, OBJECT | DICTIONARY | NO_CELL)
            || self.is_array_object(own)
        {
            return None;
        }
        // Of a suspended call this is its code.
        let mut code = self.field(storage, 1 + TYPE);
        if self.is(code, Kind::Scope) {
            code = self.field(code, 1);
        }
        self.as_index(code).map(|code| code as u8)
    }

    /// One of the natives for typed arrays.
    fn typed_native(&mut self, native: Native, count: usize) -> Result<W::Value, Fault> {
        // There are at least five, most of them undefined.
        let argument = |vm: &Self, index: usize| vm.peek(count - 1 - index);
        let (first, second) = (argument(self, 0), argument(self, 1));
        match native {
            Native::TypedLength => self.typed_length(first),
            Native::TypedType => self.typed_field(first, TYPE),
            Native::TypedField => {
                self.typed_field(first, self.as_index(second).unwrap_or_default())
            }
            Native::TypedBytes => self.typed_bytes(count - 1),
            Native::NewTyped if count == FIELDS => self.new_typed(),
            Native::ReadNumber => {
                let code = self.code(argument(self, 2));
                self.read_number(self.storage(first), self.as_index(second), code)
            }
            Native::WriteNumber => {
                let code = self.code(argument(self, 2));
                self.make_number(count - 4)?;
                let at = self.as_index(argument(self, 1));
                self.push(argument(self, 0));
                self.push(self.peek(count - 3));
                self.write_number(at, code)?;
                self.drop_values(2);
                Ok(W::UNDEFINED)
            }
            _ => self.fault(ErrorCode::FunctionNotFound),
        }
    }

    fn scope_view(&self, object: W::Value) -> Option<View<W::Value>> {
        let storage = self.storage(object);
        let code = self.typed_code(storage)?;
        let mut data = self.field(storage, 1 + BYTES);
        if self.is(data, Kind::Scope) {
            data = self.field(data, 1);
        }
        let offset = self.as_index(self.field(storage, 1 + OFFSET))?;
        let length = self.as_index(self.field(storage, 1 + LENGTH));
        if !self.is_bytes(data) {
            return None;
        }
        let bytes = self.array_length(self.storage(data));
        let room = bytes.checked_sub(offset)? >> shift(code);
        let length = length.unwrap_or(room);
        (length <= room).then_some(View {
            data,
            offset,
            length,
            code,
        })
    }

    /// `Native::TypedLength`.
    fn typed_length(&mut self, value: W::Value) -> Result<W::Value, Fault> {
        let length = match self.typed_view(value) {
            Some(view) => view.length as i32,
            None if self.typed_code(self.storage(value)).is_none() => return Ok(W::UNDEFINED),
            None => -1,
        };
        W::new_integer(self, length)
    }

    /// `Native::TypedField`.
    fn typed_field(&mut self, value: W::Value, field: usize) -> Result<W::Value, Fault> {
        let storage = self.storage(value);
        match self.typed_code(storage) {
            Some(_) if self.is(storage, Kind::Scope) => Ok(self.field(storage, 1 + field.min(OWN))),
            Some(_) if field == LENGTH => self.typed_length(value),
            Some(_) => Ok(W::ZERO),
            None => Ok(W::UNDEFINED),
        }
    }

    /// `Native::TypedBytes`, of the typed array at `depth` of the stack. What they are to be is above it.
    fn typed_bytes(&mut self, depth: usize) -> Result<W::Value, Fault> {
        if self.typed_code(self.storage(self.peek(depth))).is_none() {
            return self.fault(ErrorCode::TypeError);
        }
        self.give_fields(depth)?;
        let storage = self.storage(self.peek(depth));
        let bytes = self.peek(depth - 1);
        if bytes != W::UNDEFINED {
            if !W::in_ram(storage) {
                return self.fault(ErrorCode::AttemptToWriteToRom);
            }
            self.set_field(storage, 1 + BYTES, bytes);
        }
        Ok(self.field(storage, 1 + BYTES))
    }

    /// A typed array of the fields at the top of the stack.
    fn new_typed(&mut self) -> Result<W::Value, Fault> {
        let cell = self.allocate(Kind::Scope, FIELDS, FIELDS)?;
        Ok(self.filled(cell, 1, FIELDS))
    }

    /// Gives a Uint8Array at `depth` of the stack that has none the fields of any typed array.
    fn give_fields(&mut self, depth: usize) -> Result<(), Fault> {
        let storage = self.storage(self.peek(depth));
        if !self.is(storage, Kind::Packed) {
            return Ok(());
        }
        let prototype = self.prototype_of(storage);
        self.push(prototype);
        self.push(W::ZERO);
        let copy = self.copy_bytes(depth + 2)?;
        self.push(copy);
        self.push(W::ZERO);
        let length = W::new_integer(self, self.array_length(copy) as i32)?;
        self.push(length);
        // One more would be too many for the stack.
        let cell = self.allocate(Kind::Scope, FIELDS, FIELDS)?;
        self.filled(cell, 1, OWN);
        self.set_field(cell, 1 + OWN, W::UNDEFINED);
        self.drop_values(OWN);
        self.set_storage(depth, cell)
    }

    /// Makes the typed array at `depth` of the stack have an object for its own properties; returns that.
    fn typed_own(&mut self, depth: usize) -> Result<W::Value, Fault> {
        self.give_fields(depth)?;
        let storage = self.storage(self.peek(depth));
        let own = self.field(storage, 1 + OWN);
        if own != W::UNDEFINED {
            return Ok(own);
        }
        if !W::in_ram(storage) {
            return self.fault(ErrorCode::AttemptToWriteToRom);
        }
        self.push(self.field(storage, 1 + PROTOTYPE));
        let own = W::new_empty(self)?;
        self.drop_values(1);
        let storage = self.storage(self.peek(depth));
        self.set_field(storage, 1 + PROTOTYPE, own);
        self.set_field(storage, 1 + OWN, own);
        Ok(own)
    }

    /// See `find_own_object`.
    fn own_object(&mut self, depth: usize, key: W::Value, adds: bool) -> Result<bool, Fault> {
        if self.typed_code(self.storage(self.peek(depth))).is_none() {
            return Ok(false);
        }
        if self.canonical_number(key)? != W::UNDEFINED {
            return Ok(true);
        }
        let storage = self.storage(self.peek(depth));
        let own = match self.is(storage, Kind::Scope) {
            _ if adds => self.typed_own(depth)?,
            true => self.field(storage, 1 + OWN),
            false => W::UNDEFINED,
        };
        if own != W::UNDEFINED {
            self.replace(depth, own);
        }
        Ok(false)
    }

    /// The own property of a Scope that is a value; EMPTY if there is none.
    fn own_typed(&mut self, storage: W::Value, key: W::Value) -> Result<W::Value, Fault> {
        if self.typed_code(storage).is_none() {
            return Ok(W::EMPTY);
        }
        if let Some(index) = self.as_index(key) {
            return match self.typed_view(storage) {
                Some(view) if index < view.length => {
                    let at = view.offset + (index << shift(view.code));
                    self.read_number(self.storage(view.data), Some(at), view.code)
                }
                _ => Ok(W::EMPTY),
            };
        }
        let own = self.field(storage, 1 + OWN);
        if own == W::UNDEFINED {
            return Ok(W::EMPTY);
        }
        self.own(own, key)
    }

    /// Sets a property of a typed array. Stack: object, key, value, kept. Returns EMPTY, or the setter that is to be called.
    fn set_typed(&mut self) -> Result<W::Value, Fault> {
        if self.typed_code(self.storage(self.peek(2))).is_none() {
            return self.fault(ErrorCode::NotImplemented);
        }
        let number = self.canonical_number(self.peek(1))?;
        if number == W::UNDEFINED {
            for _ in 0..3 {
                self.push(self.peek(2));
            }
            let own = self.typed_own(2)?;
            self.replace(2, own);
            let setter = self.set()?;
            self.drop_values(3);
            return Ok(setter);
        }
        let index = self.as_index(number);
        // What the library is to convert must stay where it is.
        self.make_number(0)?;
        if let Some(index) = index
            && let Some(view) = self.typed_view(self.peek(2))
            && index < view.length
        {
            self.push(view.data);
            self.push(self.peek(1));
            self.write_number(Some(view.offset + (index << shift(view.code))), view.code)?;
            self.drop_values(2);
        }
        Ok(W::EMPTY)
    }

    /// CanonicalNumericIndexString (ECMAScript 7.1.21) of a key, undefined if it is none.
    fn canonical_number(&mut self, key: W::Value) -> Result<W::Value, Fault> {
        if !self.is_string(key) {
            return Ok(if self.is(key, Kind::Symbol) {
                W::UNDEFINED
            } else {
                key
            });
        }
        let is_number = matches!(
            self.text(key),
            b"NaN" | b"Infinity" | [b'-', b'0'..=b'9' | b'I', ..] | [b'0'..=b'9', ..]
        );
        if !is_number {
            return Ok(W::UNDEFINED);
        }
        self.push(key);
        let mut number = self.to_number(key)?;
        self.push(number);
        let text = self.to_string(number)?;
        number = self.peek(0);
        let is_canonical = match number == W::NEGATIVE_ZERO {
            true => self.text(self.peek(1)) == b"-0",
            false => self.strict_equal(text, self.peek(1)),
        };
        if !is_canonical {
            number = W::UNDEFINED;
        }
        self.drop_values(2);
        Ok(number)
    }

    /// The code of elements that a value is.
    fn code(&self, value: W::Value) -> u8 {
        self.as_index(value).unwrap_or_default() as u8
    }

    /// Where a number with this code begins in a cell of bytes.
    fn number_at(&mut self, bytes: W::Value, at: Option<usize>, code: u8) -> Result<usize, Fault> {
        match at {
            Some(at)
                if self.is_bytes(bytes)
                    && at.saturating_add(1 << shift(code)) <= self.array_length(bytes) =>
            {
                Ok(Self::START + at)
            }
            _ => self.fault(ErrorCode::RangeError),
        }
    }

    /// The number at a position among bytes.
    #[inline(never)]
    fn read_number(
        &mut self,
        bytes: W::Value,
        at: Option<usize>,
        code: u8,
    ) -> Result<W::Value, Fault> {
        let at = self.number_at(bytes, at, code)?;
        let size = 1 << shift(code);
        let mut halves = [0u32; 2];
        for i in 0..size {
            let from = if code & BIG_ENDIAN != 0 {
                size - 1 - i
            } else {
                i
            };
            let byte = Self::read_u8(self.bytes(bytes, at + from), 0);
            halves[i >> 2 & 1] |= u32::from(byte) << (8 * (i & 3));
        }
        let [low, high] = halves;
        match code & !BIG_ENDIAN {
            F32 | F64 => {
                let float = self.float_part()?;
                let bits = match code & 8 {
                    0 => u64::from(high) << 32 | u64::from(low),
                    _ => convert::from_f32(low),
                };
                (float.from_bits)(self, bits)
            }
            code => {
                let mut integer = low as i32;
                if packed::is_signed(code) {
                    // Only a forged image has one of 8 bytes.
                    let unused = 32usize.saturating_sub(8 * size);
                    integer = integer << unused >> unused;
                }
                let mut number = W::new_integer(self, integer)?;
                if code == U32 {
                    self.push(number);
                    number = self.step(SHIFT_UNSIGNED, W::ZERO)?;
                    self.drop_values(1);
                }
                Ok(number)
            }
        }
    }

    /// Stores a number at a position among bytes. Stack: bytes, number, kept.
    #[inline(never)]
    fn write_number(&mut self, at: Option<usize>, code: u8) -> Result<(), Fault> {
        let mut integer = W::integer(self, self.peek(0));
        let mut high = 0;
        if code & 8 != 0 || code & !BIG_ENDIAN == F64 {
            if code & !BIG_ENDIAN != CLAMPED || integer.is_none() {
                let float = self.float_part()?;
                let bits = (float.bits)(self, self.peek(0));
                high = (bits >> 32) as u32;
                integer = Some(match code & !BIG_ENDIAN {
                    CLAMPED => convert::to_clamped(bits).into(),
                    F32 => convert::to_f32(bits) as i32,
                    _ => bits as i32,
                });
            } else {
                integer = integer.map(|it| it.clamp(0, 0xFF));
            }
        } else {
            integer = Some(self.low_bits()?);
        }
        // Only what holds the number is bytes that can be copied.
        let at = self.number_at(self.storage(self.peek(1)), at, code)?;
        let storage = self.writable_bytes(1)?;
        let size = 1 << shift(code);
        let halves = [integer.unwrap_or_default() as u32, high];
        for i in 0..size {
            let byte = halves[i >> 2 & 1] >> (8 * (i & 3));
            let to = if code & BIG_ENDIAN != 0 {
                size - 1 - i
            } else {
                i
            };
            self.set_byte(storage, at + to, byte as u8);
        }
        Ok(())
    }
}
