//! The part `LIBRARY`: properties with attributes, and accessors. Both have a Property cell in the place of their value,
//! which nothing else makes.

use crate::property::{ARRAY, CLOSURE, DICTIONARY, FUNCTION, OBJECT, PACKED, SCOPE};
use crate::stack::{DISCARD, FINDS_METHOD};
use crate::{Fault, Vm, Width};
use microvium_format::attribute::{ACCESSOR, FIXED, HIDDEN, LENGTH, READONLY};
use microvium_format::{ErrorCode, Kind, closed};

impl<W: Width> Vm<W> {
    /// The attributes of the property that has this word.
    pub(crate) fn attributes(&self, word: W::Value) -> u8 {
        if self.is(word, Kind::Property) {
            self.count(word) as u8
        } else {
            0
        }
    }

    /// Enters the getter of an accessor for the object at the top of the stack. Its result will take the
    /// object's place; until then the top, which is returned, may take its own place.
    #[cold]
    #[inline(never)]
    pub(crate) fn call_getter(
        &mut self,
        accessor: W::Value,
        flags: usize,
    ) -> Result<W::Value, Fault> {
        let (object, getter) = (self.peek(0), self.field(accessor, 1));
        if getter == W::UNDEFINED {
            return Ok(getter);
        }
        self.replace(0, getter);
        self.push_frame(object);
        self.enter(0, flags)?;
        Ok(self.peek(0))
    }

    /// The same for the getter of a method of that object, which prepares its call.
    pub(crate) fn call_method_getter(&mut self, accessor: W::Value) -> Result<(), Fault> {
        self.push(self.peek(0));
        let frame = self.fp;
        let callee = self.call_getter(accessor, FINDS_METHOD)?;
        if self.fp == frame {
            self.replace(0, callee);
            self.make_method();
        }
        Ok(())
    }

    /// The setter that sets a property, own or inherited, by its Property cell; EMPTY if it has a value that may be
    /// set. The attributes of an own one go to the new value, at the top of the stack.
    pub(crate) fn setter_of(&mut self, cell: W::Value, is_own: bool) -> Result<W::Value, Fault> {
        let (mut cell, mut attributes) = (cell, self.attributes(cell));
        let mut accessor = cell;
        if W::BUILDS && attributes & READONLY != 0 {
            // What isn't loaded yet may be an accessor, or may be written once it is there.
            self.push(cell);
            let value = W::present(self, self.field(cell, 1))?;
            cell = self.peek(0);
            self.drop_values(1);
            attributes = self.attributes(cell);
            accessor = match self.is(value, Kind::Property) {
                true => value,
                false => cell,
            };
        }
        if attributes & (READONLY | ACCESSOR) != 0 {
            let setter = self.field(accessor, 2);
            if setter == W::UNDEFINED {
                return self.fault(ErrorCode::ReadonlyProperty);
            }
            return Ok(setter);
        }
        if is_own {
            if attributes & LENGTH != 0 {
                return self.fault(ErrorCode::ReadonlyProperty);
            }
            self.add_attributes(attributes)?;
        }
        Ok(W::EMPTY)
    }

    /// Sets a property of what has none of its own: where it inherits a setter. See `Library::set_other`.
    pub(crate) fn set_inherited(&mut self) -> Result<W::Value, Fault> {
        let word = self.lookup(self.peek(2), self.peek(1))?;
        if self.is(word, Kind::Property) {
            let setter = self.setter_of(word, false)?;
            if setter != W::EMPTY {
                return Ok(setter);
            }
        }
        self.fault(ErrorCode::TypeError)
    }

    /// Enters a setter. Stack: object, key, value, taken off.
    pub(crate) fn call_setter(&mut self, setter: W::Value) -> Result<(), Fault> {
        let (object, value) = (self.peek(2), self.peek(0));
        self.drop_values(3);
        self.push(setter);
        self.push_frame(object);
        self.push(value);
        let frame = self.fp;
        self.enter(1, DISCARD)?;
        if self.fp == frame {
            self.drop_values(1);
        }
        Ok(())
    }

    /// Whether it is an array object.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn is_array_object(&self, object: W::Value) -> bool {
        self.is(object, Kind::Indirect) && self.count(object) & usize::from(closed::ARRAY) != 0
    }

    /// Defines an own property with these attributes, whatever was there. Stack: object, key, value, kept; of
    /// an accessor the value is its cell.
    pub(crate) fn define(&mut self, attributes: u8) -> Result<(), Fault> {
        match self.storage_kind(self.peek(2)).1 {
            OBJECT | DICTIONARY | FUNCTION | CLOSURE => {}
            ARRAY | PACKED | SCOPE if attributes == 0 && !self.is(self.peek(0), Kind::Property) => {
                return self.set_data();
            }
            kind if W::is_namespace(kind) => return self.fault(ErrorCode::ReadonlyProperty),
            _ => return self.fault(ErrorCode::NotImplemented),
        }
        let word = self.find_to_define()?;
        self.add_attributes(attributes)?;
        if word == 0 && self.is_array_object(self.peek(2)) {
            W::add_property(self)?;
        } else {
            self.put(word)?;
        }
        self.drop_values(3);
        Ok(())
    }

    /// Gives the value at the top of the stack a cell with attributes in its place, if it has any.
    fn add_attributes(&mut self, attributes: u8) -> Result<(), Fault> {
        if attributes & !ACCESSOR != 0 && !self.is(self.peek(0), Kind::Property) {
            let cell = self.new_property(attributes, 0)?;
            self.replace(0, cell);
        }
        Ok(())
    }

    /// A Property cell with the value at `depth` of the stack.
    #[inline(always)]
    pub(crate) fn new_property(&mut self, attributes: u8, depth: usize) -> Result<W::Value, Fault> {
        let cell = self.allocate(Kind::Property, attributes.into(), 2)?;
        self.set_field(cell, 1, self.peek(depth));
        self.set_field(cell, 2, W::UNDEFINED);
        Ok(cell)
    }

    /// `Native::Define` or `DefineAccessor`. Stack: object, key, value, attributes, undefined; or object, key, getter,
    /// setter, attributes. Kept are the first three.
    pub(crate) fn define_native(&mut self, is_accessor: bool) -> Result<(), Fault> {
        let attributes = W::integer(self, self.peek(usize::from(!is_accessor)));
        let attributes =
            attributes.unwrap_or_default() as u8 & (READONLY | HIDDEN | FIXED | LENGTH);
        let key = self.to_key(self.peek(3))?;
        self.replace(3, key);
        if is_accessor {
            let old = self.own(self.peek(4), key)?;
            if self.attributes(old) & ACCESSOR != 0 {
                let mut field = 2;
                while field > 0 {
                    if self.peek(3 - field) == W::UNDEFINED {
                        self.replace(3 - field, self.field(old, field));
                    }
                    field -= 1;
                }
            }
            let cell = self.new_accessor(attributes, 2, 1)?;
            self.replace(2, cell);
        }
        self.drop_values(2);
        self.define(attributes)
    }

    /// A Property cell for a getter and a setter, by their depths in the stack.
    pub(crate) fn new_accessor(
        &mut self,
        attributes: u8,
        getter: usize,
        setter: usize,
    ) -> Result<W::Value, Fault> {
        let cell = self.new_property(attributes | ACCESSOR, getter)?;
        self.set_field(cell, 2, self.peek(setter));
        Ok(cell)
    }
}
