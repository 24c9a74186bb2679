//! The part `LIBRARY`: what the library's JavaScript can't do by itself. Only the library calls these,
//! with as many arguments as each has; what the specification asks for besides, it does before and after.

use crate::config::Library;
use crate::operators::boolean;
use crate::string::Units;
use crate::{Fault, Vm, Width};
use microvium_format::attribute::{ACCESSOR, FIXED, HIDDEN};
use microvium_format::{Builtin, ErrorCode, Kind, Native, Special, is_private};

impl<W: Width> Library<W> {
    /// The part.
    pub const PART: Self = Library {
        delegate: Vm::delegate,
        operate: Vm::rare,
        define: |vm, operation| {
            let is_method = operation == Special::DefineMethod;
            vm.define(if is_method { HIDDEN } else { 0 })
        },
        getter: Vm::call_getter,
        setter: Vm::setter_of,
        call_setter: Vm::call_setter,
        call: |vm, id, count| vm.native(Native::from_code(id), count),
        set_bytes: Vm::set_bytes,
        scan: W::scan_apart,
    };
}

impl<W: Width> Vm<W> {
    fn native(&mut self, native: Option<Native>, count: usize) -> Result<W::Value, Fault> {
        let is_element = self.find_holder(native, count)?;
        // The library passes what there must be; this is for what isn't the library.
        let [first, second, third] = [0, 1, 2].map(|index| {
            if index < count {
                self.peek(count - 1 - index)
            } else {
                W::UNDEFINED
            }
        });
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
            Some(Native::KeyAt) => self.key_at(first, second),
            Some(Native::HasOwn) => {
                let word = self.own_word(first, second)?;
                Ok(if word == W::EMPTY { W::FALSE } else { W::TRUE })
            }
            Some(Native::GetPrototype) => {
                let prototype = self.prototype_of(first);
                Ok(if prototype == W::UNDEFINED {
                    W::NULL
                } else {
                    prototype
                })
            }
            Some(Native::SetPrototype) => self.set_prototype(first, second),
            Some(Native::IsConstructor) => Ok(boolean::<W>(self.is_constructor(first))),
            Some(Native::Attributes) => {
                let word = self.own_word(first, second)?;
                let mut attributes = match word == W::EMPTY {
                    true => -1,
                    false => i32::from(self.attributes(word)),
                };
                if W::is_namespace(self.kind(self.peek(count - 1))) {
                    // In an image they have it themselves.
                    attributes |= i32::from(FIXED);
                }
                W::new_integer(self, attributes)
            }
            Some(Native::Accessor) => {
                let word = self.own_word(first, second)?;
                match self.attributes(word) & ACCESSOR {
                    0 => Ok(W::UNDEFINED),
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
                self.push(first);
                let holder = self.holder(0)?;
                self.replace(0, holder);
                self.close()?;
                self.drop_values(1);
                Ok(W::UNDEFINED)
            }
            Some(Native::IsClosed) => {
                let mut object = first;
                if self.is_callable(object) {
                    object = W::function_properties(self, object);
                    if object == W::UNDEFINED {
                        return Ok(W::FALSE);
                    }
                }
                // What isn't closed and may be asked this lies in RAM.
                let kind = self.kind(self.storage(object));
                let closed = self.is_closed(object) || !W::in_ram(object) || W::is_namespace(kind);
                Ok(boolean::<W>(closed))
            }
            Some(Native::Define) => self.define_native(first, second, third, count, is_element),
            Some(Native::DefineAccessor) => self.define_accessor_native(count, is_element),
            Some(Native::NewSymbol) => self.new_symbol(first),
            Some(Native::Description) if self.is(first, Kind::Symbol) => Ok(self.field(first, 1)),
            Some(Native::Defer) => {
                self.defer(count)?;
                Ok(W::UNDEFINED)
            }
            Some(Native::FindKey) if count == 3 => self.find_key(),
            Some(Native::HighBits) => self.number_bits(first, 32),
            Some(Native::LowBits) => self.number_bits(first, 0),
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

    /// Puts what holds own properties in the place of a typed array, the first argument of a native that looks at
    /// or changes what all objects have. Returns whether it asks for an element.
    fn find_holder(&mut self, native: Option<Native>, count: usize) -> Result<bool, Fault> {
        let adds = match native {
            Some(Native::GetPrototype | Native::IsClosed | Native::KeyAt) => false,
            Some(
                Native::SetPrototype | Native::Define | Native::DefineAccessor | Native::Close,
            ) => true,
            _ => return Ok(false),
        };
        let key = match count {
            0 => return Ok(false),
            1 | 2 => W::UNDEFINED,
            _ => self.peek(count - 2),
        };
        self.find_own_object(count - 1, key, adds)
    }

    /// Closes the object or array at the top of the stack: it becomes an identity for good.
    pub(crate) fn close(&mut self) -> Result<(), Fault> {
        const PLAIN: [usize; 3] = [
            Kind::Object as usize,
            Kind::Dictionary as usize,
            Kind::Array as usize,
        ];
        let object = self.peek(0);
        if !self.is(object, Kind::Indirect) {
            if !PLAIN.contains(&self.kind(object)) || !W::in_ram(object) {
                return self.fault(ErrorCode::NotImplemented);
            }
            let words = W::size(self, self.word(object, 0), self.word(object, 1));
            let copy = self.allocate(Kind::Array, 0, words - 1)?;
            let object = self.peek(0);
            for index in 0..words {
                self.set_word(copy, index, self.word(object, index));
            }
            self.set_storage(0, copy)?;
        }
        self.set_word(self.peek(0), 0, W::header(Kind::Indirect, 1));
        Ok(())
    }

    /// The word of an own property, EMPTY if there is none.
    fn own_word(&mut self, object: W::Value, key: W::Value) -> Result<W::Value, Fault> {
        self.push(object);
        let key = self.to_key(key)?;
        self.push(key);
        let mut word = self.own(self.peek(1), key)?;
        // What stands for an accessor becomes one.
        if W::BUILDS && self.is(word, Kind::Property) {
            W::present(self, self.field(word, 1))?;
            word = self.own(self.peek(1), self.peek(0))?;
        }
        self.drop_values(2);
        Ok(word)
    }

    /// The code unit at an index of a string, -1 if there is none.
    fn code_unit(&self, string: W::Value, index: W::Value) -> i32 {
        let (true, Some(index)) = (self.is_string(string), self.as_index(index)) else {
            return -1;
        };
        self.unit_at(string, index)
    }

    fn slice_string(
        &mut self,
        string: W::Value,
        start: W::Value,
        end: W::Value,
    ) -> Result<W::Value, Fault> {
        let (true, Some(start), Some(end)) = (
            self.is_string(string),
            self.as_index(start),
            self.as_index(end),
        ) else {
            return self.fault(ErrorCode::InvalidArguments);
        };
        if end <= start {
            return self.new_string(&[]);
        }
        // A character of four bytes may be cut into its two units.
        let text = self.text(string);
        let mut units = self.units(string);
        units.skip(start);
        let low = units.pending();
        let from = text.len() - units.rest();
        units.skip(end - start);
        let mut to = text.len() - units.rest();
        let mut high = 0;
        if units.pending() != 0 {
            to -= 4;
            high = Units::new(text.get(to..).unwrap_or_default()).next();
        }
        self.push(string);
        let middle = self.copy_part(from, to)?;
        self.replace(0, middle);
        if low != 0 {
            let low = self.unit_string(low)?;
            let middle = self.peek(0);
            self.replace(0, low);
            self.append(middle)?;
        }
        if high != 0 {
            let high = self.unit_string(high)?;
            self.append(high)?;
        }
        let slice = self.peek(0);
        self.drop_values(1);
        Ok(slice)
    }

    /// A string of some bytes of the string at the top of the stack.
    fn copy_part(&mut self, from: usize, to: usize) -> Result<W::Value, Fault> {
        let length = to.saturating_sub(from);
        let copy = self.new_text(length)?;
        let part = self.text(self.peek(0)).get(from..to).unwrap_or_default();
        self.write_text(copy, 0, part);
        Ok(copy)
    }

    /// Appends a string to the one at the top of the stack.
    fn append(&mut self, string: W::Value) -> Result<(), Fault> {
        self.push(string);
        let joined = self.concatenate()?;
        self.drop_values(1);
        self.replace(0, joined);
        Ok(())
    }

    /// Whether a key is a private name: a text that no string of a script is, or a symbol described by one.
    pub fn is_private(&self, key: W::Value) -> bool {
        let text = match self.is(key, Kind::Symbol) {
            true => self.field(key, 1),
            false => key,
        };
        self.is_string(text) && is_private(self.text(text))
    }

    /// The key of an own property, as a string or symbol; null if it is a private name.
    fn key_at(&mut self, object: W::Value, index: W::Value) -> Result<W::Value, Fault> {
        let mut object = object;
        if self.function_of(object).is_some() {
            if W::BUILDS {
                self.own_word(object, self.builtin(Builtin::LengthKey))?;
                object = self.peek(1);
            }
            object = W::function_properties(self, object);
        }
        let storage = self.storage(object);
        let kind = self.kind(storage);
        let has_keys = kind == Kind::Object as usize
            || kind == Kind::Dictionary as usize
            || W::is_namespace(kind);
        match self.as_index(index) {
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

    /// Gives an ordinary object another prototype: its properties move to new storage.
    pub(crate) fn set_prototype(
        &mut self,
        object: W::Value,
        prototype: W::Value,
    ) -> Result<W::Value, Fault> {
        if self.function_of(object).is_some() {
            // The object with a function's properties inherits in its place.
            self.push(object);
            self.push(prototype);
            let mut properties = W::function_properties(self, object);
            if properties == W::UNDEFINED {
                properties = self.add_function_properties(1)?;
            }
            let prototype = self.peek(0);
            self.set_prototype(properties, prototype)?;
            let function = self.peek(1);
            self.drop_values(2);
            return Ok(function);
        }
        let kind = self.kind(self.storage(object));
        if kind != Kind::Object as usize && kind != Kind::Dictionary as usize {
            return self.fault(ErrorCode::ProtoIsReadonly);
        }
        // Stack: object, new object; then key, value while one is added.
        self.push(object);
        self.push(prototype);
        let new = W::new_empty(self)?;
        self.replace(0, new);
        let count = W::property_count(self, self.storage(self.peek(1)));
        for index in 0..count {
            let storage = self.storage(self.peek(1));
            let (key, value) = W::property_at(self, storage, index);
            self.push(key);
            self.push(value);
            // A property with attributes keeps its cell.
            W::add_property(self)?;
            self.drop_values(2);
        }
        let storage = self.storage(self.peek(0));
        self.set_storage(1, storage)?;
        let object = self.peek(1);
        self.drop_values(2);
        Ok(object)
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
    fn number_bits(&mut self, number: W::Value, shift: u32) -> Result<W::Value, Fault> {
        let float = self.float_part()?;
        let bits = (float.bits)(self, number);
        W::new_integer(self, (bits >> shift) as i32)
    }
}
