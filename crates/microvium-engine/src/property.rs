//! Properties: own ones by the kind of object, inherited ones along the chain of prototypes.

use crate::number::decimal;
use crate::{Fault, Vm, Width};
use microvium_format::attribute::ACCESSOR;
use microvium_format::{Builtin, ErrorCode, Kind};

pub(crate) const OBJECT: usize = Kind::Object as usize;
pub(crate) const DICTIONARY: usize = Kind::Dictionary as usize;
pub(crate) const ARRAY: usize = Kind::Array as usize;
pub(crate) const PACKED: usize = Kind::Packed as usize;
pub(crate) const STRING: usize = Kind::String as usize;
pub(crate) const FUNCTION: usize = Kind::Function as usize;
pub(crate) const CLOSURE: usize = Kind::Closure as usize;
pub(crate) const SCOPE: usize = Kind::Scope as usize;
const HOST: usize = Kind::Host as usize;
const EPHEMERAL: usize = Kind::Ephemeral as usize;
pub(crate) const NUMBER: usize = Kind::Number as usize;
pub(crate) const SYMBOL: usize = Kind::Symbol as usize;
/// What `Vm::kind` says of a value that is no cell.
pub(crate) const NO_CELL: usize = 0xFF;

impl<W: Width> Vm<W> {
    /// The cell that holds an object's properties or elements, itself or what it refers to, and the kind of that.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn storage_kind(&self, object: W::Value) -> (W::Value, usize) {
        let mut storage = object;
        let mut kind = self.kind(storage);
        if kind == Kind::Indirect as usize {
            storage = self.field(storage, 1);
            kind = self.kind(storage);
        }
        (storage, kind)
    }

    /// That cell alone.
    #[inline(always)]
    pub(crate) fn storage(&self, object: W::Value) -> W::Value {
        self.storage_kind(object).0
    }

    /// Makes `storage`, which is in RAM, the storage of the object at `depth` of the stack.
    pub(crate) fn set_storage(&mut self, depth: usize, storage: W::Value) -> Result<(), Fault> {
        let object = self.peek(depth);
        if !W::in_ram(object) {
            return self.fault(ErrorCode::AttemptToWriteToRom);
        }
        // One that is closed stays so.
        if !self.is(object, Kind::Indirect) {
            self.set_word(object, 0, W::header(Kind::Indirect, 0));
        }
        self.set_field(object, 1, storage);
        Ok(())
    }

    /// Whether an object is closed: no property can be added to it, and of an array nothing changes.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn is_closed(&self, object: W::Value) -> bool {
        self.is(object, Kind::Indirect) && self.count(object) != 0
    }

    /// Adds a property that isn't there. Stack: object, key, value, kept.
    fn add_property(&mut self) -> Result<(), Fault> {
        if self.is_closed(self.peek(2)) {
            return self.fault(ErrorCode::ReadonlyProperty);
        }
        W::add_property(self)
    }

    /// A builtin slot.
    #[cfg_attr(not(feature = "speed"), inline(always))]
    pub(crate) fn builtin(&self, builtin: Builtin) -> W::Value {
        W::builtin(self, builtin as usize)
    }

    /// The property of `receiver` that a key or inline integer names, own or inherited; undefined if there
    /// is none. Of an accessor it is the Property cell, which no script must see.
    #[inline(never)]
    pub(crate) fn get(&mut self, receiver: W::Value, key: W::Value) -> Result<W::Value, Fault> {
        if self.is_nullish(receiver) {
            return self.fault(ErrorCode::PropertyOfNullish);
        }
        let value = self.lookup(receiver, key)?;
        if value == W::EMPTY {
            return Ok(W::UNDEFINED);
        }
        self.content(value)
    }

    /// What a property's word means: its value, or the cell of an accessor.
    pub(crate) fn content(&mut self, word: W::Value) -> Result<W::Value, Fault> {
        if self.is(word, Kind::Property) && self.count(word) & usize::from(ACCESSOR) == 0 {
            return W::present(self, self.field(word, 1));
        }
        Ok(word)
    }

    /// `object.key` for the object at the top of the stack. So many values are dropped, and the result is to
    /// take the place of what is at the top then: a getter is entered for that.
    pub(crate) fn get_named(&mut self, key: W::Value, dropped: usize) -> Result<W::Value, Fault> {
        let object = self.peek(0);
        let value = W::get_fast(self, object, key)?;
        self.drop_values(dropped);
        if self.is(value, Kind::Property) {
            return (self.library()?.getter)(self, value);
        }
        Ok(value)
    }

    /// Prepares the call of a method of the object at the top of the stack. Stack: object. Becomes: callee,
    /// record, object; or that of the getter which will return the callee.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn get_method(&mut self, key: W::Value) -> Result<(), Fault> {
        let callee = W::get_fast(self, self.peek(0), key)?;
        if self.is(callee, Kind::Property) {
            return (self.library()?.method)(self, callee);
        }
        self.push(callee);
        self.make_method();
        Ok(())
    }

    /// Prepares the call of a method. Stack: object, callee. Becomes: callee, record, object.
    #[inline(always)]
    pub(crate) fn make_method(&mut self) {
        let (object, callee) = (self.peek(1), self.peek(0));
        self.drop_values(1);
        self.replace(0, callee);
        self.push_frame(object);
    }

    /// The same as the word that holds it, EMPTY if there is none.
    pub(crate) fn lookup(&mut self, receiver: W::Value, key: W::Value) -> Result<W::Value, Fault> {
        let mut object = receiver;
        while !self.is_nullish(object) {
            let own = self.own(object, key)?;
            if own != W::EMPTY {
                return Ok(own);
            }
            object = self.prototype_of(object);
            // Only a forged image has a chain without an end.
            self.tick()?;
        }
        Ok(W::EMPTY)
    }

    /// The prototype of a value; undefined where the chain ends because the image has none.
    pub(crate) fn prototype_of(&self, value: W::Value) -> W::Value {
        let (storage, kind) = self.storage_kind(value);
        let builtin = match kind {
            OBJECT | DICTIONARY | SCOPE => return W::prototype(self, storage),
            PACKED if W::is_typed(self, storage) => Builtin::BytesPrototype,
            ARRAY | PACKED => Builtin::ArrayPrototype,
            STRING => Builtin::StringPrototype,
            SYMBOL => Builtin::SymbolPrototype,
            FUNCTION | CLOSURE | HOST | EPHEMERAL => {
                // A class that extends another one inherits from it: its properties do.
                let properties = W::function_properties(self, value);
                if properties != W::UNDEFINED {
                    let parent = W::prototype(self, self.storage(properties));
                    if !self.is_nullish(parent) {
                        return parent;
                    }
                }
                Builtin::FunctionPrototype
            }
            kind if W::is_namespace(kind) => return W::NULL,
            _ if value == W::TRUE || value == W::FALSE => Builtin::BooleanPrototype,
            _ => Builtin::NumberPrototype,
        };
        self.builtin(builtin)
    }

    /// The own property of a value as the word that holds it; EMPTY if there is none.
    pub(crate) fn own(&mut self, object: W::Value, key: W::Value) -> Result<W::Value, Fault> {
        let (storage, kind) = self.storage_kind(object);
        match kind {
            OBJECT | DICTIONARY => self.own_field(storage, key),
            kind @ (ARRAY | PACKED | STRING) => {
                if let Some(index) = self.as_index(key) {
                    return match kind {
                        STRING => self.string_at(storage, index),
                        _ => self.element(storage, index),
                    };
                }
                if key != self.builtin(Builtin::LengthKey) {
                    return Ok(W::EMPTY);
                }
                let length = match kind {
                    STRING => self.string_length(storage),
                    _ => self.array_length(storage),
                };
                W::new_integer(self, length as i32)
            }
            FUNCTION | CLOSURE => {
                let (mut properties, mut key) = (W::function_properties(self, object), key);
                if W::makes_property(self, object, key) {
                    self.push(object);
                    self.push(key);
                    properties = self.add_function_properties(1)?;
                    key = self.peek(0);
                    self.drop_values(2);
                }
                if properties == W::UNDEFINED {
                    return Ok(W::EMPTY);
                }
                self.own_field(self.storage(properties), key)
            }
            SCOPE => match W::config().typed_arrays {
                Some(part) => (part.own)(self, storage, key),
                None => Ok(W::EMPTY),
            },
            kind if W::is_namespace(kind) => W::namespace_member(self, storage, key),
            _ => Ok(W::EMPTY),
        }
    }

    #[inline(always)]
    fn own_field(&mut self, storage: W::Value, key: W::Value) -> Result<W::Value, Fault> {
        match W::find(self, storage, key) {
            0 => Ok(W::EMPTY),
            word => W::present(self, self.field(storage, word)),
        }
    }

    /// The key that names a property with a computed name: an inline integer for a small array index, or
    /// else an interned string; a symbol is one itself.
    pub(crate) fn to_key(&mut self, value: W::Value) -> Result<W::Value, Fault> {
        if self.is(value, Kind::Symbol) {
            return Ok(value);
        }
        // A number of more digits is the key that its text is, which `canonical_index` makes no integer.
        if let Some(index) = self.as_index(value)
            && (!W::BUILDS || index < 1_000_000_000)
            && let Some(inline) = W::try_inline(index as i32)
        {
            return Ok(inline);
        }
        let string = self.to_string(value)?;
        if let Some(index) = canonical_index(self.text(string))
            && let Some(inline) = W::try_inline(index)
        {
            return Ok(inline);
        }
        W::intern(self, string)
    }

    /// `object[key]`. Stack: object, key; the result is to take the object's place, which is the top then. Or
    /// that of the value below, if the object is dropped: a getter gets that as `this`.
    #[inline(never)]
    pub(crate) fn get_element(&mut self, dropped: usize) -> Result<W::Value, Fault> {
        let key = self.element_key(1, 0)?;
        self.drop_values(1);
        self.get_named(key, dropped)
    }

    /// `object[key] = value`. Stack: object, key, value, taken off.
    #[cfg_attr(feature = "speed", inline(never))]
    #[cfg_attr(not(feature = "speed"), inline(always))]
    pub(crate) fn set_by_value(&mut self) -> Result<(), Fault> {
        let key = self.element_key(2, 1)?;
        self.replace(1, key);
        self.assign()
    }

    /// The key that names a property with a computed name of an object, both by their depths in the
    /// stack: the index itself where it is one of an element.
    #[inline(never)]
    pub(crate) fn element_key(&mut self, object: usize, key: usize) -> Result<W::Value, Fault> {
        let object = self.peek(object);
        let key = self.peek(key);
        if self.is_nullish(object) {
            return self.fault(ErrorCode::PropertyOfNullish);
        }
        if self.as_index(key).is_some()
            && let (_, ARRAY | PACKED | STRING | SCOPE) = self.storage_kind(object)
        {
            return Ok(key);
        }
        self.to_key(key)
    }

    /// `object[key] = value` for a key as `to_key` makes it. Stack: object, key, value, taken off. A setter is
    /// entered.
    #[inline(never)]
    pub(crate) fn assign(&mut self) -> Result<(), Fault> {
        let setter = self.set()?;
        if setter != W::EMPTY {
            return (self.library()?.call_setter)(self, setter);
        }
        self.drop_values(3);
        Ok(())
    }

    /// Sets the property that a key names. Stack: object, key, value, kept. Returns EMPTY, or the setter that
    /// is to be called.
    #[inline(never)]
    pub(crate) fn set(&mut self) -> Result<W::Value, Fault> {
        let object = self.peek(2);
        let key = self.peek(1);
        let (storage, kind) = self.storage_kind(object);
        match kind {
            OBJECT | DICTIONARY | FUNCTION | CLOSURE => return self.set_named(),
            kind @ (ARRAY | PACKED) if kind == ARRAY || !W::is_typed(self, storage) => {
                if let Some(index) = self.as_index(key) {
                    self.set_element(index)?;
                } else if key == self.builtin(Builtin::LengthKey) {
                    let number = self.to_number(self.peek(0))?;
                    match self.as_index(number) {
                        Some(length) => self.set_length(2, length)?,
                        None => return self.fault(ErrorCode::RangeError),
                    }
                } else {
                    return self.fault(ErrorCode::NotImplemented);
                }
            }
            kind if W::is_namespace(kind) => return self.fault(ErrorCode::ReadonlyProperty),
            _ if self.is_nullish(object) => return self.fault(ErrorCode::PropertyOfNullish),
            _ => return (self.library()?.set_other)(self),
        }
        Ok(W::EMPTY)
    }

    /// The same where nothing can call a setter.
    pub(crate) fn set_data(&mut self) -> Result<(), Fault> {
        if self.set()? != W::EMPTY {
            return self.fault(ErrorCode::NotImplemented);
        }
        Ok(())
    }

    /// OrdinarySet (ECMAScript 10.1.9) of an object or function. Stack and result as for `set`.
    fn set_named(&mut self) -> Result<W::Value, Fault> {
        let word = self.find_to_define()?;
        let old = if word != 0 {
            self.field(self.storage(self.peek(2)), word)
        } else {
            let prototype = self.prototype_of(self.peek(5));
            self.lookup(prototype, self.peek(1))?
        };
        let mut setter = W::EMPTY;
        if self.is(old, Kind::Property) {
            // Without that part a property has such a cell if it can't be written.
            setter = match W::config().library {
                Some(part) => (part.setter)(self, old, word != 0)?,
                None => return self.fault(ErrorCode::ReadonlyProperty),
            };
        }
        if setter == W::EMPTY {
            self.put(word)?;
        }
        self.drop_values(3);
        Ok(setter)
    }

    /// What holds the own properties of the object at `depth` of the stack: of a function an object beside it.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn holder(&mut self, depth: usize) -> Result<W::Value, Fault> {
        let mut holder = self.peek(depth);
        if self.function_of(holder).is_some() {
            holder = W::function_properties(self, holder);
            if holder == W::UNDEFINED {
                holder = self.add_function_properties(depth)?;
            }
        }
        Ok(holder)
    }

    /// Begins to define a property of an object or function: pushes the object that holds it, the key and
    /// the value. Returns the word that has it, or 0. Stack: object, key, value, kept.
    pub(crate) fn find_to_define(&mut self) -> Result<usize, Fault> {
        let holder = self.holder(2)?;
        self.push(holder);
        self.push(self.peek(2));
        self.push(self.peek(2));
        let (storage, key) = (self.storage(holder), self.peek(1));
        Ok(W::find(self, storage, key))
    }

    /// Sets the own property at a word, or adds it if that is 0. Stack: object, key, value, kept.
    pub(crate) fn put(&mut self, word: usize) -> Result<(), Fault> {
        if word == 0 {
            return self.add_property();
        }
        let storage = self.storage(self.peek(2));
        let storage = if W::in_ram(storage) {
            storage
        } else {
            W::make_writable(self, 2)?
        };
        W::replace_property(self, storage, word)
    }

    /// Gives the function at `depth` of the stack an object for its own properties.
    pub(crate) fn add_function_properties(&mut self, depth: usize) -> Result<W::Value, Fault> {
        self.push(self.peek(depth));
        self.push(W::NULL);
        let object = W::new_empty(self)?;
        self.replace(0, object);
        W::set_function_properties(self)?;
        W::complete_function(self)?;
        let object = self.peek(0);
        self.drop_values(2);
        Ok(object)
    }

    /// Pushes the interned form of a text.
    pub(crate) fn push_key(&mut self, text: &[u8]) -> Result<(), Fault> {
        let string = self.new_string(text)?;
        let key = W::intern(self, string)?;
        self.push(key);
        Ok(())
    }
}

/// The number whose canonical decimal form a text is, if that is an array index that may be inline.
fn canonical_index(text: &[u8]) -> Option<i32> {
    if text.first() == Some(&b'0') && text.len() > 1 || text.is_empty() {
        return None;
    }
    decimal(text)
}
