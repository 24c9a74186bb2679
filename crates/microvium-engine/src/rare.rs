//! The part `LIBRARY`: operations that few programs have.

use crate::operators::boolean;
use crate::property::{ARRAY, DICTIONARY, OBJECT, PACKED, SCOPE};
use crate::stack::{CONSTRUCT, RECORD};
use crate::{Fault, Vm, Width};
use microvium_format::attribute::FIXED;
use microvium_format::code::FRAME_UNIT;
use microvium_format::{Builtin, ErrorCode, Special};

/// The word of a suspended call with its code.
const CODE: usize = 2;

const APPLY: u8 = Special::Apply as u8;
const CONSTRUCT_LIST: u8 = Special::Construct as u8;
const DEFINE_PRIVATE: u8 = Special::DefinePrivate as u8;
const DELETE: u8 = Special::Delete as u8;
const GET_PRIVATE: u8 = Special::GetPrivate as u8;
const HAS_PRIVATE: u8 = Special::HasPrivate as u8;
const IN: u8 = Special::In as u8;
const INSTANCE_OF: u8 = Special::InstanceOf as u8;
const NEW_TARGET: u8 = Special::NewTarget as u8;
const PROTOTYPE_OF: u8 = Special::PrototypeOf as u8;
const SET_PRIVATE: u8 = Special::SetPrivate as u8;

impl<W: Width> Vm<W> {
    /// One of them. Returns what the value at the top of the stack is to be replaced with.
    pub(crate) fn rare(&mut self, operation: u8) -> Result<W::Value, Fault> {
        let result = match operation {
            // The second is the first with the flag CONSTRUCT.
            APPLY | CONSTRUCT_LIST => {
                self.apply((operation - APPLY).into())?;
                return Ok(self.peek(0));
            }
            PROTOTYPE_OF => return Ok(self.prototype_of(self.peek(0))),
            NEW_TARGET => {
                let target = self.new_target();
                self.push(target);
                return Ok(target);
            }
            IN => self.has(),
            INSTANCE_OF => self.instance_of(),
            DELETE => self.delete(),
            GET_PRIVATE | HAS_PRIVATE => {
                let word = self.private(0)?;
                let found = word != W::EMPTY;
                let value = match operation {
                    HAS_PRIVATE if self.is_object(self.peek(1)) => boolean::<W>(found),
                    GET_PRIVATE if found => word,
                    _ => return self.fault(ErrorCode::TypeError),
                };
                self.drop_values(1);
                return Ok(value);
            }
            SET_PRIVATE | DEFINE_PRIVATE => {
                let found = self.private(1)? != W::EMPTY;
                let adds = operation == DEFINE_PRIVATE;
                if found == adds {
                    return self.fault(ErrorCode::TypeError);
                }
                if adds {
                    self.add_private()?;
                } else {
                    // It has no setter.
                    self.set()?;
                }
                self.drop_values(2);
                return Ok(self.peek(0));
            }
            _ => self.fault(ErrorCode::InvalidBytecode),
        }?;
        self.drop_values(1);
        Ok(boolean::<W>(result))
    }

    /// `new.target`, which a function that asks for it gets in the place of `this`.
    fn new_target(&self) -> W::Value {
        let words = [self.frame_word(-2), self.frame_word(-1)];
        match W::unpack_record(self, words).1 & CONSTRUCT {
            0 => W::UNDEFINED,
            _ => W::from_word(self.frame_word(0)),
        }
    }

    /// Calls, or constructs, with the elements of an array. Stack: callee, record, this, array.
    pub(crate) fn apply(&mut self, flags: usize) -> Result<(), Fault> {
        let entered = self.enter_with_list(flags);
        // Another's result lies where the arguments were.
        if self.has_no_frame() {
            let result = self.peek(0);
            self.drop_segment();
            self.push(result);
        }
        entered
    }

    fn enter_with_list(&mut self, flags: usize) -> Result<(), Fault> {
        let list = self.peek(0);
        // Lowering passes nothing else; an image may.
        let (storage, ARRAY | PACKED) = self.storage_kind(list) else {
            return self.fault(ErrorCode::TypeError);
        };
        let count = self.array_length(storage);
        // Room for the arguments and for the frame: it begins where they are.
        let mut room = count;
        if let Some(function) = self.function_of(self.peek(1 + RECORD)) {
            room += usize::from(Self::read_u8(W::code(self, function), 3)) * FRAME_UNIT;
        }
        if !self.has_room(room) {
            self.add_segment(2 + RECORD, room)?;
        }
        for i in 0..count {
            let index = W::new_integer(self, i as i32)?;
            let element = self.get(self.peek(0), index)?;
            let array = self.peek(0);
            self.replace(0, element);
            self.push(array);
        }
        self.drop_values(1);
        self.enter(count, flags)
    }

    /// `key in object`. Stack: key, object, kept.
    pub(crate) fn has(&mut self) -> Result<bool, Fault> {
        if !self.is_object(self.peek(0)) {
            return self.fault(ErrorCode::TypeError);
        }
        let key = self.element_key(0, 1)?;
        W::has(self, self.peek(0), key)
    }

    /// A private field of the object below the key at this depth of the stack, EMPTY if it has none: it inherits
    /// none. The key becomes one as `to_key` makes it.
    #[inline(always)]
    fn private(&mut self, depth: usize) -> Result<W::Value, Fault> {
        let key = self.to_key(self.peek(depth))?;
        self.replace(depth, key);
        self.own(self.peek(depth + 1), key)
    }

    /// Adds a private field, to a closed object too. Stack: object, key, value, kept.
    fn add_private(&mut self) -> Result<(), Fault> {
        let holder = self.holder(2)?;
        self.push(holder);
        self.push(self.peek(2));
        self.push(self.peek(2));
        self.find_own_object(2, W::UNDEFINED, true)?;
        match self.storage_kind(self.peek(2)).1 {
            OBJECT | DICTIONARY => {}
            _ => return self.fault(ErrorCode::NotImplemented),
        }
        W::add_property(self)?;
        self.drop_values(3);
        Ok(())
    }

    /// `delete object[key]`. Stack: object, key, kept.
    pub(crate) fn delete(&mut self) -> Result<bool, Fault> {
        let key = self.element_key(1, 0)?;
        self.replace(0, key);
        let object = self.peek(1);
        if self.function_of(object).is_some() {
            if W::makes_property(self, object, key) {
                self.add_function_properties(1)?;
            }
            // What isn't an object holds no properties.
            let properties = W::function_properties(self, self.peek(1));
            self.replace(1, properties);
        }
        let is_element = self.find_own_object(1, self.peek(0), false)?;
        let (storage, kind) = self.storage_kind(self.peek(1));
        if W::is_namespace(kind) {
            return match W::find(self, storage, self.peek(0)) {
                0 => Ok(true),
                _ => self.fault(ErrorCode::ReadonlyProperty),
            };
        }
        let mut word = self.own(self.peek(1), self.peek(0))?;
        if W::BUILDS
            && let OBJECT | DICTIONARY = kind
            && self.attributes(word) & FIXED != 0
        {
            // What isn't loaded yet may be removed once it is there.
            W::present(self, self.field(word, 1))?;
            word = self.own(self.peek(1), self.peek(0))?;
        }
        if word == W::EMPTY {
            if kind == SCOPE
                && self.count(storage) >= CODE
                && self.is_callable(self.field(storage, CODE))
            {
                // Another object may have a generator's own properties: the library knows.
                return self.fault(ErrorCode::MissingLibrary);
            }
            return Ok(true);
        }
        match kind {
            OBJECT | DICTIONARY if self.attributes(word) & FIXED == 0 => {
                W::remove_property(self)?;
                return Ok(true);
            }
            ARRAY | PACKED if !is_element => {
                if self.is_bytes(self.peek(1)) {
                    // What it has of its own is no property of its own to scripts.
                    return Ok(true);
                }
                if let Some(index) = self.as_index(self.peek(0)) {
                    self.push(W::EMPTY);
                    self.set_element(index)?;
                    self.drop_values(1);
                    return Ok(true);
                }
            }
            _ => {}
        }
        // Elements of typed arrays, what strings have, and the length of arrays, too.
        self.fault(ErrorCode::ReadonlyProperty)
    }

    /// `value instanceof constructor`. Stack: value, constructor, kept.
    pub(crate) fn instance_of(&mut self) -> Result<bool, Fault> {
        if !self.is_callable(self.peek(0)) {
            return self.fault(ErrorCode::TypeError);
        }
        let prototype = self.get(self.peek(0), self.builtin(Builtin::PrototypeKey))?;
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
            // As in `lookup`.
            self.tick()?;
        }
    }
}
