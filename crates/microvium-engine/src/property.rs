//! Properties: own ones by the kind of object, inherited ones along the chain of prototypes.

use crate::number::decimal;
use crate::{Fault, Vm, Width};
use microvium_format::{Builtin, ErrorCode, Kind};

const OBJECT: usize = Kind::Object as usize;
const DICTIONARY: usize = Kind::Dictionary as usize;
const ARRAY: usize = Kind::Array as usize;
const PACKED: usize = Kind::Packed as usize;
pub(crate) const STRING: usize = Kind::String as usize;
const FUNCTION: usize = Kind::Function as usize;
const CLOSURE: usize = Kind::Closure as usize;
const HOST: usize = Kind::Host as usize;
const EPHEMERAL: usize = Kind::Ephemeral as usize;
pub(crate) const NUMBER: usize = Kind::Number as usize;
/// What `Vm::kind` says of a value that is no cell.
pub(crate) const NO_CELL: usize = 0xFF;

impl<W: Width> Vm<W> {
    /// The cell that holds an object's properties or elements: itself, or what it refers to.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn storage(&self, object: W::Value) -> W::Value {
        if self.is(object, Kind::Indirect) {
            self.field(object, 1)
        } else {
            object
        }
    }

    /// Makes `storage`, which is in RAM, the storage of the object at `depth` of the stack.
    pub(crate) fn set_storage(&mut self, depth: usize, storage: W::Value) -> Result<(), Fault> {
        let object = self.peek(depth);
        if !W::in_ram(object) {
            return self.fault(ErrorCode::AttemptToWriteToRom);
        }
        self.set_word(object, 0, W::header(Kind::Indirect, 0));
        self.set_field(object, 1, storage);
        Ok(())
    }

    /// A builtin slot.
    pub(crate) fn builtin(&self, builtin: Builtin) -> W::Value {
        W::builtin(self, builtin as usize)
    }

    /// The property of `receiver` that an interned key or inline integer names, own or inherited;
    /// undefined if there is none.
    #[inline(never)]
    pub(crate) fn get(&mut self, receiver: W::Value, key: W::Value) -> Result<W::Value, Fault> {
        if self.is_nullish(receiver) {
            return self.fault(ErrorCode::PropertyOfNullish);
        }
        let value = self.lookup(receiver, key)?;
        Ok(if value == W::EMPTY {
            W::UNDEFINED
        } else {
            value
        })
    }

    /// The same, EMPTY if there is none.
    pub(crate) fn lookup(&mut self, receiver: W::Value, key: W::Value) -> Result<W::Value, Fault> {
        let mut object = receiver;
        while !self.is_nullish(object) {
            let own = self.own(object, key)?;
            if own != W::EMPTY {
                return Ok(own);
            }
            object = self.prototype_of(object);
        }
        Ok(W::EMPTY)
    }

    /// The prototype of a value; undefined where the chain ends because the image has none.
    pub(crate) fn prototype_of(&self, value: W::Value) -> W::Value {
        let storage = self.storage(value);
        let builtin = match self.kind(storage) {
            OBJECT | DICTIONARY => return W::prototype(self, storage),
            ARRAY | PACKED => Builtin::ArrayPrototype,
            STRING => Builtin::StringPrototype,
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

    /// The own property of a value; EMPTY if there is none.
    pub(crate) fn own(&mut self, object: W::Value, key: W::Value) -> Result<W::Value, Fault> {
        let storage = self.storage(object);
        match self.kind(storage) {
            OBJECT | DICTIONARY => self.own_field(storage, key),
            kind @ (ARRAY | PACKED | STRING) => {
                if let Some(index) = self.as_index(key) {
                    return match kind {
                        STRING => self.string_at(storage, index),
                        _ => self.element(storage, index),
                    };
                }
                if !W::is_key(self, key, b"length") {
                    return Ok(W::EMPTY);
                }
                let length = match kind {
                    STRING => self.string_length(storage),
                    _ => self.array_length(storage),
                };
                W::new_integer(self, length as i32)
            }
            FUNCTION | CLOSURE => {
                let properties = W::function_properties(self, object);
                let mut value = W::EMPTY;
                if properties != W::UNDEFINED {
                    let storage = self.storage(properties);
                    value = self.own_field(storage, key)?;
                }
                if W::MAKES_PROTOTYPES && value == W::EMPTY && W::is_key(self, key, b"prototype") {
                    return self.make_prototype(object);
                }
                Ok(value)
            }
            kind if W::is_namespace(kind) => W::namespace_member(self, storage, key),
            _ => Ok(W::EMPTY),
        }
    }

    fn own_field(&mut self, storage: W::Value, key: W::Value) -> Result<W::Value, Fault> {
        match W::find(self, storage, key) {
            0 => Ok(W::EMPTY),
            word => W::present(self, self.field(storage, word)),
        }
    }

    /// The key that names a property with a computed name: an inline integer for a small array index, or
    /// else an interned string.
    pub(crate) fn to_key(&mut self, value: W::Value) -> Result<W::Value, Fault> {
        if let Some(index) = self.as_index(value)
            && let Some(inline) = i32::try_from(index).ok().and_then(W::try_inline)
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

    /// `object[key]`. Stack: object, key, kept.
    #[inline(never)]
    pub(crate) fn get_element(&mut self) -> Result<W::Value, Fault> {
        let key = self.element_key(1, 0)?;
        self.get(self.peek(1), key)
    }

    /// `object[key] = value`. Stack: object, key, value, kept.
    #[inline(never)]
    pub(crate) fn set_by_value(&mut self) -> Result<(), Fault> {
        let key = self.element_key(2, 1)?;
        self.replace(1, key);
        self.set()
    }

    /// The key that names a property with a computed name of an object, both by their depths in the
    /// stack: the index itself where it is one of an element.
    #[inline(never)]
    fn element_key(&mut self, object: usize, key: usize) -> Result<W::Value, Fault> {
        let object = self.peek(object);
        let key = self.peek(key);
        if self.is_nullish(object) {
            return self.fault(ErrorCode::PropertyOfNullish);
        }
        if self.as_index(key).is_some()
            && let ARRAY | PACKED | STRING = self.kind(self.storage(object))
        {
            return Ok(key);
        }
        self.to_key(key)
    }

    /// Sets the property that a key names. Stack: object, key, value, kept (the object may be replaced
    /// by the one that holds a function's properties).
    #[inline(never)]
    pub(crate) fn set(&mut self) -> Result<(), Fault> {
        let object = self.peek(2);
        let key = self.peek(1);
        let storage = self.storage(object);
        match self.kind(storage) {
            OBJECT | DICTIONARY => self.set_field_of(storage, key),
            ARRAY | PACKED => {
                if let Some(index) = self.as_index(key) {
                    return self.set_element(index);
                }
                if !W::is_key(self, key, b"length") {
                    return self.fault(ErrorCode::NotImplemented);
                }
                let number = self.to_number(self.peek(0))?;
                match self.as_index(number) {
                    Some(length) => self.set_length(2, length),
                    None => self.fault(ErrorCode::RangeError),
                }
            }
            FUNCTION | CLOSURE => {
                let mut properties = W::function_properties(self, object);
                if properties == W::UNDEFINED {
                    properties = self.add_function_properties(2)?;
                }
                self.replace(2, properties);
                let (key, storage) = (self.peek(1), self.storage(properties));
                self.set_field_of(storage, key)
            }
            kind if W::is_namespace(kind) => self.fault(ErrorCode::ReadonlyProperty),
            NO_CELL if self.is_nullish(object) => self.fault(ErrorCode::PropertyOfNullish),
            NO_CELL | STRING | NUMBER => self.fault(ErrorCode::TypeError),
            _ => self.fault(ErrorCode::NotImplemented),
        }
    }

    /// Sets a property of an Object or Dictionary. Stack: object, key, value, kept.
    fn set_field_of(&mut self, storage: W::Value, key: W::Value) -> Result<(), Fault> {
        let word = W::find(self, storage, key);
        if word == 0 {
            return W::add_property(self);
        }
        let storage = if W::in_ram(storage) {
            storage
        } else {
            W::make_writable(self, 2)?
        };
        let value = self.peek(0);
        self.set_field(storage, word, value);
        Ok(())
    }

    /// Gives the function at `depth` of the stack an object for its own properties.
    pub(crate) fn add_function_properties(&mut self, depth: usize) -> Result<W::Value, Fault> {
        self.push(self.peek(depth));
        self.push(W::NULL);
        let object = W::new_empty(self)?;
        self.replace(0, object);
        W::set_function_properties(self)?;
        let object = self.peek(0);
        self.drop_values(2);
        Ok(object)
    }

    /// The `prototype` of a function that doesn't have one yet: constructors get an object whose
    /// `constructor` they are; of others it is EMPTY.
    pub(crate) fn make_prototype(&mut self, function: W::Value) -> Result<W::Value, Fault> {
        if !self.is_constructor(function) {
            return Ok(W::EMPTY);
        }
        // Stack: function, prototype object, key, function.
        self.push(function);
        self.push(self.builtin(Builtin::ObjectPrototype));
        let object = W::new_empty(self)?;
        self.replace(0, object);
        self.push_key(b"constructor")?;
        self.push(self.peek(2));
        W::add_property(self)?;
        self.drop_values(2);
        // Stack: function, prototype object; then the properties object, key, prototype object.
        let mut properties = W::function_properties(self, self.peek(1));
        if properties == W::UNDEFINED {
            properties = self.add_function_properties(1)?;
        }
        self.push(properties);
        self.push_key(b"prototype")?;
        self.push(self.peek(2));
        W::add_property(self)?;
        let prototype = self.peek(0);
        self.drop_values(5);
        Ok(prototype)
    }

    /// Pushes the interned form of a text.
    pub(crate) fn push_key(&mut self, text: &[u8]) -> Result<(), Fault> {
        let string = self.new_string(text)?;
        let key = W::intern(self, string)?;
        self.push(key);
        Ok(())
    }

    /// `key in object`. Stack: key, object, kept.
    pub(crate) fn has(&mut self) -> Result<bool, Fault> {
        if !self.is_object(self.peek(0)) {
            return self.fault(ErrorCode::TypeError);
        }
        let key = self.element_key(0, 1)?;
        W::has(self, self.peek(0), key)
    }

    /// `delete object[key]`. Stack: object, key, kept.
    pub(crate) fn delete(&mut self) -> Result<bool, Fault> {
        let key = self.element_key(1, 0)?;
        self.replace(0, key);
        let object = self.peek(1);
        if self.function_of(object).is_some() {
            if W::is_key(self, key, b"prototype") && self.is_constructor(object) {
                return self.fault(ErrorCode::ReadonlyProperty);
            }
            // What isn't an object holds no properties.
            let properties = W::function_properties(self, object);
            self.replace(1, properties);
        }
        let storage = self.storage(self.peek(1));
        match self.kind(storage) {
            OBJECT | DICTIONARY => {
                let word = W::find(self, storage, key);
                if word != 0 {
                    W::remove_property(self, word)?;
                }
                Ok(true)
            }
            ARRAY | PACKED => {
                if let Some(index) = self.as_index(key) {
                    if index < self.array_length(storage) {
                        self.push(W::EMPTY);
                        self.set_element(index)?;
                        self.drop_values(1);
                    }
                    return Ok(true);
                }
                if W::is_key(self, key, b"length") {
                    self.fault(ErrorCode::ReadonlyProperty)
                } else {
                    Ok(true)
                }
            }
            kind if W::is_namespace(kind) => match W::find(self, storage, key) {
                0 => Ok(true),
                _ => self.fault(ErrorCode::ReadonlyProperty),
            },
            NO_CELL | STRING | NUMBER => Ok(true),
            _ => self.fault(ErrorCode::NotImplemented),
        }
    }

    /// `value instanceof constructor`. Stack: value, constructor, kept.
    pub(crate) fn instance_of(&mut self) -> Result<bool, Fault> {
        if !self.is_callable(self.peek(0)) {
            return self.fault(ErrorCode::TypeError);
        }
        self.push_key(b"prototype")?;
        let prototype = self.get(self.peek(1), self.peek(0))?;
        self.drop_values(1);
        let mut object = self.peek(1);
        if !self.is_object(object) {
            return Ok(false);
        }
        if !self.is_object(prototype) {
            return self.fault(ErrorCode::TypeError);
        }
        loop {
            object = self.prototype_of(object);
            if self.is_nullish(object) {
                return Ok(false);
            }
            if object == prototype {
                return Ok(true);
            }
        }
    }
}

/// The number whose canonical decimal form a text is, if that is an array index that may be inline.
fn canonical_index(text: &[u8]) -> Option<i32> {
    if text.first() == Some(&b'0') && text.len() > 1 || text.is_empty() {
        return None;
    }
    decimal(text)
}
