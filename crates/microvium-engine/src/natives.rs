//! The part `LIBRARY`: what the library's JavaScript can't do by itself. Only the library calls these,
//! with as many arguments as each has; what the specification asks for besides, it does before and after.

use crate::config::Library;
use crate::operators::boolean;
use crate::property::{self, ARRAY, DICTIONARY};
use crate::stack::RECORD;
use crate::{Fault, Vm, Width};
use microvium_format::attribute::{ACCESSOR, FIXED, HIDDEN};
use microvium_format::{
    Builtin, ErrorCode, Kind, Native, Operation, Special, ValueType, closed, is_private,
};

/// How many arguments natives find: those that weren't passed are undefined.
const ARGUMENTS: usize = 5;
/// How deep in the stack the first of them is, and the next ones. What they are to most natives.
const OBJECT: usize = ARGUMENTS - 1;
const KEY: usize = OBJECT - 1;
pub(crate) const VALUE: usize = KEY - 1;

/// The bit of a native in a set. Those behind the first 32 have the bits of the first ones, which are in no set.
const fn bit(native: Native) -> u32 {
    1 << (native as u32 & 31)
}

/// Those that look at or change what of a typed array its own properties are.
const LOOKS: u32 = bit(Native::GetPrototype) | bit(Native::IsClosed) | bit(Native::KeyAt);
const DEFINES: u32 = bit(Native::Define) | bit(Native::DefineAccessor);
const ADDS: u32 = DEFINES | bit(Native::SetPrototype) | bit(Native::Close);

const _: () = {
    let mut index = 32;
    while index < Native::ALL.len() {
        assert!((LOOKS | ADDS) & bit(Native::ALL[index]) == 0);
        index += 1;
    }
};

impl<W: Width> Library<W> {
    /// The part.
    pub const PART: Self = Library {
        delegate: Vm::delegate,
        operate: Vm::rare,
        define: |vm, operation| {
            let is_method = operation == Special::DefineMethod as u8;
            if vm.is_array_object(vm.peek(2)) {
                // See `delegate`.
                return vm.fault(ErrorCode::NotImplemented);
            }
            let old = vm.own(vm.peek(2), vm.peek(1))?;
            if vm.attributes(old) & FIXED != 0 {
                return vm.fault(ErrorCode::ReadonlyProperty);
            }
            vm.define(if is_method { HIDDEN } else { 0 })
        },
        getter: |vm, accessor| vm.call_getter(accessor, 0),
        method: Vm::call_method_getter,
        setter: Vm::setter_of,
        call_setter: Vm::call_setter,
        call: Vm::native,
        set_other: Vm::set_other,
    };
}

impl<W: Width> Vm<W> {
    fn native(&mut self, id: u16, count: usize) -> Result<W::Value, Fault> {
        let code = id as u8;
        if code == Native::Defer as u8 {
            self.defer(count)?;
            return Ok(W::UNDEFINED);
        }
        if code == Native::ArrayPush as u8 {
            return self.push_other(count);
        }
        // If it fails, the stack is as it was, too: see `delegate`.
        let sp = self.sp;
        let value = self.native_with_arguments(code, count);
        self.sp = sp;
        value
    }

    /// The natives that need nothing but their arguments. What they push stays on the stack.
    #[inline(always)]
    fn native_with_arguments(&mut self, code: u8, count: usize) -> Result<W::Value, Fault> {
        let mut count = count;
        while count < ARGUMENTS {
            self.push(W::UNDEFINED);
            count += 1;
        }
        let bit = 1 << (code & 31);
        if bit & (LOOKS | ADDS) != 0 {
            let key = match bit & DEFINES {
                0 => W::UNDEFINED,
                _ => self.peek(KEY),
            };
            self.find_own_object(OBJECT, key, bit & ADDS != 0)?;
        }
        let (first, second, third) = (self.peek(OBJECT), self.peek(KEY), self.peek(VALUE));
        let native = Native::from_code(code);
        match native {
            Some(Native::TypeCode) => {
                let code = self.value_type(first) as i32;
                W::new_integer(self, code)
            }
            Some(Native::CharCode) => {
                let unit = self.code_unit(first, second);
                W::new_integer(self, unit)
            }
            Some(Native::FromCharCode) => {
                let code = W::integer(self, first).unwrap_or_default();
                self.unit_string(code & 0xFFFF)
            }
            Some(Native::Slice) => self.slice_string(first, second, third),
            Some(Native::KeyAt) => self.key_at(),
            Some(Native::GetPrototype) => {
                let prototype = self.prototype_of(first);
                Ok(if prototype == W::UNDEFINED {
                    W::NULL
                } else {
                    prototype
                })
            }
            Some(Native::SetPrototype) => {
                self.set_prototype(OBJECT)?;
                Ok(self.peek(OBJECT))
            }
            Some(Native::IsConstructor) => Ok(boolean::<W>(self.is_constructor(first))),
            Some(native @ (Native::HasOwn | Native::Attributes | Native::Accessor)) => {
                let word = self.own_word()?;
                let attributes = self.attributes(word);
                match native {
                    Native::HasOwn => Ok(boolean::<W>(word != W::EMPTY)),
                    Native::Attributes => {
                        let mut attributes = match word == W::EMPTY {
                            true => -1,
                            false => i32::from(attributes),
                        };
                        if W::BUILDS && W::is_namespace(self.kind(self.peek(OBJECT))) {
                            // In an image they have it themselves.
                            attributes |= i32::from(FIXED);
                        }
                        W::new_integer(self, attributes)
                    }
                    _ if attributes & ACCESSOR == 0 => Ok(W::UNDEFINED),
                    _ => Ok(self.field(word, 1 + usize::from(third == W::TRUE))),
                }
            }
            Some(Native::NewBytes) => self.new_bytes_of(first),
            Some(
                native @ (Native::NewTyped
                | Native::TypedLength
                | Native::TypedType
                | Native::TypedField
                | Native::TypedBytes
                | Native::ReadNumber
                | Native::WriteNumber),
            ) => match W::config().typed_arrays {
                Some(part) => (part.call)(self, native, count),
                None => self.plain_native(native, first),
            },
            Some(Native::Close) => {
                let holder = self.holder(OBJECT)?;
                self.replace(OBJECT, holder);
                let flags = W::integer(self, self.peek(KEY)).unwrap_or(closed::CLOSED.into());
                self.close(OBJECT, flags as u8)?;
                Ok(W::UNDEFINED)
            }
            Some(Native::IsClosed) => {
                let mut object = first;
                if self.is_callable(object) {
                    object = W::function_properties(self, object);
                }
                // What isn't closed and may be asked this lies in RAM.
                let is_namespace = W::BUILDS && W::is_namespace(self.storage_kind(object).1);
                let closed = self.is_closed_object(object) || !W::in_ram(object) || is_namespace;
                Ok(boolean::<W>(closed && object != W::UNDEFINED))
            }
            Some(Native::Define | Native::DefineAccessor) => {
                self.define_native(native == Some(Native::DefineAccessor))?;
                // There are fewer values now.
                Ok(self.peek(VALUE))
            }
            Some(Native::Become) => self.become_object(),
            Some(Native::NewSymbol) => self.new_symbol(first),
            Some(Native::Description) if self.is(first, Kind::Symbol) => Ok(self.field(first, 1)),
            Some(Native::FindKey) => self.find_key(),
            Some(native @ (Native::HighBits | Native::LowBits)) => {
                self.number_bits(first, native == Native::HighBits)
            }
            Some(Native::FromBits) => {
                let high = W::integer(self, first).unwrap_or_default();
                let low = W::integer(self, second).unwrap_or_default();
                let bits = u64::from(high as u32) << 32 | u64::from(low as u32);
                let float = self.float_part()?;
                (float.from_bits)(self, bits)
            }
            _ => self.fault(ErrorCode::FunctionNotFound),
        }
    }

    /// Array.prototype.push of anything but an array: the library's function gets a frame in its place.
    fn push_other(&mut self, count: usize) -> Result<W::Value, Fault> {
        let function = W::present(self, self.builtin(Builtin::PushOther))?;
        if self.is_nullish(self.peek(count)) || function == W::UNDEFINED {
            return self.fault(ErrorCode::TypeError);
        }
        // As a getter or setter it would need flags.
        let called = Self::read_u8(self.pc.wrapping_sub(1), 0);
        if called >> 4 != Operation::Call as u8 >> 4 && called != Special::Apply as u8 {
            return self.fault(ErrorCode::NotImplemented);
        }
        self.replace(count + RECORD, function);
        self.enter(count, 0)?;
        // What calls natives drops the arguments and pushes the result.
        let top = self.peek(0);
        self.sp = self.sp.wrapping_add(count + RECORD);
        Ok(top)
    }

    /// Makes the array that is the first argument an object without properties that inherits from the second, or else
    /// from what the array did. Returns its storage, which is an array of its own then.
    fn become_object(&mut self) -> Result<W::Value, Fault> {
        let array = self.peek(OBJECT);
        if self.value_type(array) != ValueType::Array {
            return self.fault(ErrorCode::InvalidArguments);
        }
        // It must stay where it is meanwhile.
        self.close(OBJECT, closed::ARRAY)?;
        let mut prototype = self.peek(KEY);
        if prototype == W::UNDEFINED {
            prototype = self.prototype_of(self.peek(OBJECT));
        }
        self.push(prototype);
        let object = W::new_empty(self)?;
        self.drop_values(1);
        let array = self.peek(OBJECT);
        let elements = self.storage(array);
        self.set_storage(OBJECT, object)?;
        self.set_word(array, 0, W::header(Kind::Indirect, 0));
        Ok(elements)
    }

    /// Closes the object or array at `depth` of the stack, or marks it, see `closed`: it becomes an identity for good.
    pub(crate) fn close(&mut self, depth: usize, flags: u8) -> Result<(), Fault> {
        let object = self.peek(depth);
        if !self.is(object, Kind::Indirect) {
            match self.kind(object) {
                property::OBJECT | DICTIONARY | ARRAY if W::in_ram(object) => {}
                _ => return self.fault(ErrorCode::NotImplemented),
            }
            let words = W::size(self, self.word(object, 0), self.word(object, 1));
            let copy = self.allocate(Kind::Array, 0, words - 1)?;
            let object = self.peek(depth);
            for index in 0..words {
                self.set_word(copy, index, self.word(object, index));
            }
            self.set_storage(depth, copy)?;
        }
        let object = self.peek(depth);
        let flags = self.count(object) | usize::from(flags);
        self.set_word(object, 0, W::header(Kind::Indirect, flags));
        Ok(())
    }

    /// The word of an own property, EMPTY if there is none. Stack: object and key, the first arguments, kept.
    fn own_word(&mut self) -> Result<W::Value, Fault> {
        let key = self.to_key(self.peek(KEY))?;
        self.replace(KEY, key);
        if key == self.builtin(Builtin::LengthKey) && self.is_bytes(self.peek(OBJECT)) {
            // What it has of its own is no property of its own to scripts.
            return Ok(W::EMPTY);
        }
        let mut word = self.own(self.peek(OBJECT), key)?;
        // What stands for an accessor becomes one.
        if W::BUILDS && self.is(word, Kind::Property) {
            W::present(self, self.field(word, 1))?;
            word = self.own(self.peek(OBJECT), self.peek(KEY))?;
        }
        Ok(word)
    }

    /// The code unit at an index of a string, -1 if there is none.
    fn code_unit(&self, string: W::Value, index: W::Value) -> i32 {
        let (true, Some(index)) = (self.is_string(string), self.as_index(index)) else {
            return -1;
        };
        self.unit_at(string, index)
    }

    #[inline(never)]
    fn slice_string(
        &mut self,
        string: W::Value,
        start: W::Value,
        end: W::Value,
    ) -> Result<W::Value, Fault> {
        let Some(start) = self.as_index(start) else {
            return self.fault(ErrorCode::InvalidArguments);
        };
        let end = self.as_index(end).unwrap_or_default();
        if !self.is_string(string) {
            return self.fault(ErrorCode::InvalidArguments);
        }
        if end <= start {
            return self.new_string(&[]);
        }
        // A character of four bytes may be cut into its two units, of three bytes each.
        let text = self.text(string);
        let mut units = self.units(string);
        units.skip(start);
        let low = units.pending();
        let from = text.len() - units.rest();
        units.skip(end - start - 1);
        let mut high = units.next();
        let mut to = text.len() - units.rest();
        if units.pending() == 0 {
            high = 0;
        } else {
            to -= 4;
        }
        let half = |unit: i32| if unit > 0 { 3 } else { 0 };
        let length = to.saturating_sub(from);
        let slice = self.new_text(half(low) + length + half(high))?;
        // The first argument.
        let part = self.text(self.peek(OBJECT)).get(from..to);
        let part = part.unwrap_or_default() as *const [u8];
        self.write_text(slice, half(low), part);
        self.write_surrogate(slice, 0, low);
        self.write_surrogate(slice, half(low) + length, high);
        Ok(slice)
    }

    /// Writes a surrogate into a new string, unless it is 0.
    #[inline(never)]
    fn write_surrogate(&mut self, string: W::Value, at: usize, unit: i32) {
        if unit > 0 {
            let bytes = [
                0xED,
                0x80 | (unit >> 6 & 0x3F) as u8,
                0x80 | (unit & 0x3F) as u8,
            ];
            self.write_text(string, at, &bytes);
        }
    }

    /// Whether a key is a private name: a text that no string of a script is, or a symbol described by one.
    pub fn is_private(&self, key: W::Value) -> bool {
        let text = match self.is(key, Kind::Symbol) {
            true => self.field(key, 1),
            false => key,
        };
        self.is_string(text) && is_private(self.text(text))
    }

    /// The key of an own property, as a string or symbol; null if it is a private name. Stack: object and index, the
    /// first arguments, kept.
    fn key_at(&mut self) -> Result<W::Value, Fault> {
        let mut object = self.peek(OBJECT);
        if self.function_of(object).is_some() {
            if W::BUILDS {
                self.own(object, self.builtin(Builtin::LengthKey))?;
                object = self.peek(OBJECT);
            }
            object = W::function_properties(self, object);
        }
        let (storage, kind) = self.storage_kind(object);
        let has_keys = kind == Kind::Object as usize
            || kind == Kind::Dictionary as usize
            || W::is_namespace(kind);
        match self.as_index(self.peek(KEY)) {
            Some(index) if has_keys && index < W::property_count(self, storage) => {
                let (key, _) = W::property_at(self, storage, index);
                if self.is_private(key) {
                    return Ok(W::NULL);
                }
                if self.is(key, Kind::Symbol) {
                    return Ok(key);
                }
                self.to_string(key)
            }
            _ => Ok(W::UNDEFINED),
        }
    }

    /// Gives an ordinary object or function another prototype. Stack: the object at `depth`, above it the prototype,
    /// kept.
    pub(crate) fn set_prototype(&mut self, depth: usize) -> Result<(), Fault> {
        // The object with a function's properties inherits in its place.
        let holder = self.holder(depth)?;
        let (_, kind) = self.storage_kind(holder);
        if kind != Kind::Object as usize && kind != Kind::Dictionary as usize {
            return self.fault(ErrorCode::ProtoIsReadonly);
        }
        self.push(holder);
        self.push(self.peek(depth));
        W::set_prototype(self)?;
        self.drop_values(2);
        Ok(())
    }

    /// A symbol.
    #[inline(never)]
    pub fn new_symbol(&mut self, description: W::Value) -> Result<W::Value, Fault> {
        self.push(description);
        let symbol = self.allocate(Kind::Symbol, 1, 1)?;
        self.set_field(symbol, 1, self.peek(0));
        self.drop_values(1);
        Ok(symbol)
    }

    /// 32 bits of a number's IEEE 754 form.
    fn number_bits(&mut self, number: W::Value, high: bool) -> Result<W::Value, Fault> {
        let float = self.float_part()?;
        let bits = (float.bits)(self, number);
        // No shift by a variable, which is a routine of the compiler's runtime.
        let half = if high { bits >> 32 } else { bits };
        W::new_integer(self, half as i32)
    }
}
