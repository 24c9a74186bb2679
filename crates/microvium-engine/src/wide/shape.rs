//! Shapes: the keys of an object and its prototype, made as properties are added. A cache remembers where a shape
//! has a key.
//!
//! The words of a Shape: prototype, keys (an Array shared with other shapes), transitions (an Array of
//! keys and shapes), the shape it began as, and there the most keys any instance had.
//!
//! Contract: the cache has CACHE entries; what marks a key is above all its other bits.

use super::{SPECIAL, Value, Wide, shape};
use crate::width::Cells;
use crate::{Fault, Platform, Vm, Width};
use core::num::NonZeroU64;
use microvium_format::Kind;

pub(super) const PROTOTYPE: usize = 1;
pub(super) const KEYS: usize = 2;
pub(super) const TRANSITIONS: usize = 3;
pub(super) const ROOT: usize = 4;
pub(super) const HINT: usize = 5;
pub(super) const WORDS: usize = 5;

/// Entries of the cache of property lookups, a power of two.
pub(super) const CACHE: usize = 1 << 10;
/// Where a shape has a key: the word of the value, or 0.
#[derive(Clone, Copy)]
pub(super) struct Cached {
    shape: u32,
    key: u32,
    word: u32,
}

pub(super) const NOTHING: Cached = Cached {
    shape: 0,
    key: 0,
    word: 0,
};

/// What `find_word` adds for a property with a Property cell.
pub(super) const SPECIAL_WORD: usize = 1 << 31;

/// A key without what is noted beside it in a shape.
#[inline(always)]
pub(super) fn plain_key(key: Value) -> Value {
    // SAFETY: keys have other bits.
    unsafe { NonZeroU64::new_unchecked(key.get() & !SPECIAL) }
}

impl<P: Platform<Wide<P>>> Vm<Wide<P>> {
    /// The shape of object literals with these keys, each interned or an inline integer.
    /// `key` makes the key of an index.
    pub fn literal_shape(
        &mut self,
        count: usize,
        key: &mut dyn FnMut(&mut Self, usize) -> Result<Value, Fault>,
    ) -> Result<Value, Fault> {
        let empty = Wide::<P>::from_word(self.state.empty_shape);
        self.extend_shape(empty, count, key)
    }

    /// The shape with these keys behind its own.
    pub(super) fn extend_shape(
        &mut self,
        shape: Value,
        count: usize,
        key: &mut dyn FnMut(&mut Self, usize) -> Result<Value, Fault>,
    ) -> Result<Value, Fault> {
        self.push(shape);
        for i in 0..count {
            let key = key(self, i)?;
            self.push(key);
            let next = self.transition()?;
            self.drop_values(1);
            self.replace(0, next);
        }
        let shape = self.peek(0);
        self.drop_values(1);
        Ok(shape)
    }

    /// A shape without keys. The prototype may move while it is made; it is read back from the stack.
    pub(super) fn new_root_shape(&mut self, prototype: Value) -> Result<Value, Fault> {
        self.push(prototype);
        let keys = self.new_array(0)?;
        self.push(keys);
        let cell = self.allocate(Kind::Shape, 0, shape::WORDS)?;
        self.fill(cell, 1, shape::WORDS, Wide::<P>::UNDEFINED);
        self.set_field(cell, shape::PROTOTYPE, self.peek(1));
        self.set_field(cell, shape::KEYS, self.peek(0));
        self.drop_values(2);
        Ok(cell)
    }

    /// The shape with one more key. Stack: shape, key, kept.
    pub(super) fn transition(&mut self) -> Result<Value, Fault> {
        let (from, key) = (self.peek(1), self.peek(0));
        let transitions = self.field(from, shape::TRANSITIONS);
        if transitions != Wide::<P>::UNDEFINED {
            let storage = self.storage(transitions);
            let (length, first) = Wide::<P>::array_length(self, storage);
            for i in (0..length).step_by(2) {
                if self.field(storage, first + i) == key {
                    return Ok(self.field(storage, first + i + 1));
                }
            }
        } else {
            let list = self.new_array(0)?;
            let from = self.peek(1);
            self.set_field(from, shape::TRANSITIONS, list);
        }
        if self.is_key(plain_key(key), b"return") {
            self.set_variable(self.state.returns, Wide::<P>::TRUE);
        }
        let next = self.allocate(Kind::Shape, 0, shape::WORDS)?;
        let from = self.peek(1);
        let count = self.count(from);
        self.copy_fields(from, 1, next, 1, shape::WORDS);
        self.set_word(next, 0, Wide::<P>::header(Kind::Shape, count + 1));
        self.set_field(next, shape::TRANSITIONS, Wide::<P>::UNDEFINED);
        if self.field(from, shape::ROOT) == Wide::<P>::UNDEFINED {
            self.set_field(next, shape::ROOT, from);
        }
        self.push(next);
        self.extend_keys(count)?;
        for depth in [1, 0] {
            // Append key and shape to the transitions: stack for `set_element` is array, key, value.
            self.push(self.field(self.peek(2), shape::TRANSITIONS));
            self.push(Wide::<P>::UNDEFINED);
            self.push(self.peek(depth + 2));
            let length = self.array_length(self.storage(self.peek(2)));
            self.set_element(length)?;
            self.drop_values(3);
        }
        let next = self.peek(0);
        self.drop_values(1);
        Ok(next)
    }

    /// Adds a key behind the `count` keys of the new shape, in an array of its own if another shape has
    /// already continued the shared one. Stack: key, shape, kept.
    pub(super) fn extend_keys(&mut self, count: usize) -> Result<(), Fault> {
        let keys = self.field(self.peek(0), shape::KEYS);
        if self.array_length(self.storage(keys)) > count {
            let copy = self.new_array(count)?;
            let next = self.peek(0);
            let keys = self.storage(self.field(next, shape::KEYS));
            self.copy_fields(keys, 1, copy, 1, count);
            self.set_field(next, shape::KEYS, copy);
        }
        self.push(self.field(self.peek(0), shape::KEYS));
        self.push(Wide::<P>::UNDEFINED);
        self.push(self.peek(3));
        self.set_element(count)?;
        self.drop_values(3);
        Ok(())
    }

    /// The shape with the keys of another one, added anew to what that began with: without the key of one
    /// word, or with what is to be noted beside it for a new value.
    pub(super) fn rebuild_shape(
        &mut self,
        old: Value,
        word: usize,
        value: Option<Value>,
    ) -> Result<Value, Fault> {
        let count = self.count(old);
        self.push(value.unwrap_or(Wide::<P>::UNDEFINED));
        self.push(old);
        self.push(self.field(old, shape::ROOT));
        for i in 0..count {
            let at_word = 2 + i == word;
            if at_word && value.is_none() {
                continue;
            }
            self.push(self.shape_entry(self.peek(1), i));
            if at_word {
                self.replace(0, plain_key(self.peek(0)));
                self.mark_key(self.peek(3));
            }
            let next = self.transition()?;
            self.drop_values(1);
            self.replace(0, next);
        }
        let next = self.peek(0);
        self.drop_values(3);
        Ok(next)
    }

    /// The key at `index` of a shape.
    pub(crate) fn shape_key(&self, cell: Value, index: usize) -> Value {
        plain_key(self.shape_entry(cell, index))
    }

    /// The same with what is noted beside it.
    pub(super) fn shape_entry(&self, cell: Value, index: usize) -> Value {
        let keys = self.storage(self.field(cell, shape::KEYS));
        self.field(keys, 1 + index)
    }

    /// Notes beside the key at the top of the stack whether `value` is a Property cell.
    pub(super) fn mark_key(&mut self, value: Value) {
        let key = plain_key(self.peek(0));
        if self.is(value, Kind::Property) {
            self.replace(0, Wide::<P>::from_word(key.get() | SPECIAL));
        }
    }

    /// Where in the cache a shape's key would be.
    #[inline(always)]
    pub(super) fn cache_slot(cell: Value, key: Value) -> usize {
        let hash = (cell.get() >> 3) ^ (key.get() >> 2).wrapping_mul(0x9E37_79B1);
        (hash ^ hash >> 15) as usize & (CACHE - 1)
    }

    /// The word of a property as `find` returns it, with SPECIAL_WORD if it has a Property cell.
    #[inline(always)]
    pub(super) fn find_word(&mut self, storage: Value, key: Value) -> usize {
        let cell = self.field(storage, 1);
        // SAFETY: the cache has CACHE entries and a slot is less.
        let cached = unsafe { *self.state.cache.items.add(Self::cache_slot(cell, key)) };
        if cached.shape == cell.get() as u32
            && cached.key == key.get() as u32
            && Wide::<P>::is_cell(key)
        {
            return cached.word as usize;
        }
        self.find_uncached(cell, key)
    }

    pub(super) fn find_uncached(&mut self, cell: Value, key: Value) -> usize {
        let keys = self.storage(self.field(cell, shape::KEYS));
        let mut word = 0;
        for i in 0..self.count(cell) {
            let entry = self.field(keys, 1 + i);
            if plain_key(entry) == key {
                word = 2 + i;
                if entry != key {
                    word |= SPECIAL_WORD;
                }
                break;
            }
        }
        // Of a key that is no cell, an inline integer, the low half may equal an offset.
        if Wide::<P>::is_cell(key)
            && let Some(slot) = self
                .state
                .cache
                .as_mut_slice()
                .get_mut(Self::cache_slot(cell, key))
        {
            *slot = Cached {
                shape: cell.get() as u32,
                key: key.get() as u32,
                word: word as u32,
            };
        }
        word
    }

    /// An object with this shape and room for `capacity` values. Stack: the shape, kept.
    pub(super) fn new_with_capacity(&mut self, capacity: usize) -> Result<Value, Fault> {
        let object = self.allocate(Kind::Object, capacity, 1 + capacity)?;
        self.set_field(object, 1, self.peek(0));
        self.fill(object, 2, capacity, Wide::<P>::UNDEFINED);
        Ok(object)
    }
}
