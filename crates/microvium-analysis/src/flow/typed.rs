//! Typed arrays: scopes whose fields the engine reads, and Uint8Arrays that may become such. See
//! `microvium_format::typed`.

use super::Flow;
use crate::keys::Keys;
use crate::place::Place;
use crate::set::{NUMBER, Set, Things};
use crate::thing::{Origin, Thing};
use microvium_format::{Builtin, typed};
use microvium_ir::{Constant, Node, Value};

impl Flow<'_> {
    fn typed_field(&mut self, thing: Thing, field: usize) -> Set {
        self.read_field(&Set::of(thing), field as u32)
    }

    /// The captured objects that hold own properties of a typed array.
    pub fn typed_own(&mut self, thing: Thing) -> Set {
        match thing != Thing::TYPED && self.is_typed(thing) {
            true => self.typed_field(thing, typed::OWN),
            false => Set::default(),
        }
    }

    /// Things, with those objects of the typed arrays among them.
    pub fn with_own(&mut self, things: &Things) -> Things {
        let mut all = things.clone();
        for thing in things.common(&self.sorts.typed).iter() {
            all.add(&self.typed_own(thing).things);
        }
        all
    }

    /// The same where the engine asks whether it is a typed array: by its type it knows.
    pub fn known_own(&mut self, thing: Thing) -> Set {
        if self.is_typed(thing) {
            self.typed_type(&Set::of(thing));
        }
        self.typed_own(thing)
    }

    /// What says of which type typed arrays are.
    pub fn typed_type(&mut self, values: &Set) -> Set {
        let mut types = Set::primitives(NUMBER);
        for thing in values.things.iter() {
            types.add(&self.typed_field(thing, typed::TYPE));
        }
        self.read_field(&types, 0);
        types
    }

    /// The bytes of typed arrays, or what shares them.
    pub fn typed_buffers(&mut self, values: &Set) -> Set {
        let mut buffers = Set::default();
        for thing in values.things.iter() {
            if self.is_typed(thing) {
                buffers.add(&self.typed_field(thing, typed::BYTES));
            } else if self.is_bytes(thing) {
                buffers.add(&self.get(Place::Field(thing, typed::BYTES as u32)));
                buffers.things.insert(Thing::BYTES);
            }
        }
        buffers
    }

    /// The cells of bytes of a typed array, all of whose fields the engine reads.
    pub fn typed_bytes(&mut self, thing: Thing) -> Set {
        let this = Set::of(thing);
        self.typed_type(&this);
        for field in [typed::OFFSET, typed::LENGTH, typed::OWN] {
            self.typed_field(thing, field);
        }
        let buffers = self.typed_buffers(&this);
        let mut bytes = self.read_field(&buffers, 0);
        bytes.add(&buffers);
        bytes
    }

    /// Whether a typed array of these fields can't be but a Uint8Array with bytes of its own, which isn't made so.
    fn is_plain(&mut self, fields: &[Set]) -> bool {
        let [prototypes, types, bytes, ..] = fields else {
            return false;
        };
        let plain = self.builtin(Builtin::BytesPrototype);
        let is_uint8 = |thing| match self.origin(thing) {
            Origin::Node(node) => match &self.graph.nodes[node] {
                Node::Scope(fields) => {
                    fields.first() == Some(&Value::Constant(Constant::Number(0.0)))
                }
                _ => false,
            },
            _ => false,
        };
        plain.things.holds(&prototypes.things)
            && types.things.iter().all(is_uint8)
            && bytes.things.iter().all(|thing| self.is_bytes(thing))
    }

    /// A typed array is made. What it refers to may be reached, and written, from then on.
    pub fn new_typed(&mut self, fields: &[Set]) -> Set {
        self.facts.makes_typed_arrays |= !self.is_plain(fields);
        for (index, field) in (0..).zip(fields) {
            self.add(Place::Field(Thing::TYPED, index), field);
        }
        self.use_bytes();
        self.write_typed_bytes(Thing::TYPED);
        Set::of(Thing::TYPED)
    }

    /// Elements are written.
    pub fn write_typed(&mut self, thing: Thing) {
        if thing != Thing::TYPED {
            self.write_typed_bytes(thing);
        }
    }

    fn write_typed_bytes(&mut self, thing: Thing) {
        for bytes in self.typed_bytes(thing).things.iter() {
            if self.is_bytes(bytes) {
                self.mark_written(bytes);
            }
        }
    }

    /// What a typed array itself is: elements, and properties of an object beside it.
    pub fn read_typed(&mut self, thing: Thing, keys: Keys, receiver: &Set) -> Set {
        let mut result = Set::primitives(NUMBER);
        if thing != Thing::TYPED {
            self.typed_bytes(thing);
            for own in self.typed_own(thing).things.iter() {
                result.add(&self.read_own(own, keys, receiver));
            }
        }
        result
    }
}
