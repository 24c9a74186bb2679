//! Prototypes: what things inherit from.

use super::Flow;
use crate::keys::{KeyId, Keys};
use crate::place::{Kind, Place};
use crate::set::{BOOLEAN, NULLISH, NUMBER, STRING, Set, Things};
use crate::thing::{Origin, Thing};
use microvium_format::Builtin;
use microvium_ir::waiting;

/// Where primitives inherit from.
pub(super) const PRIMITIVE_PROTOTYPES: [(u8, Builtin); 3] = [
    (STRING, Builtin::StringPrototype),
    (NUMBER, Builtin::NumberPrototype),
    (BOOLEAN, Builtin::BooleanPrototype),
];

impl<'a> Flow<'a> {
    /// The `prototype` of a function object that is made when it's first needed.
    pub(super) fn made_prototype(&mut self, thing: Thing) -> Set {
        let Some(function) = self.code(thing) else {
            return Set::default();
        };
        let own = self.sure(&Things::from(thing), Keys::One(KeyId::PROTOTYPE));
        if !own.is_empty() || !self.variants.body(function).kind.makes_instances() {
            return Set::default();
        }
        if matches!(self.origin(thing), Origin::Made(..)) {
            self.facts.new_prototypes.insert(function);
            self.note(Place::NewPrototype(function));
        }
        Set::of(self.thing(Origin::Prototype(function)))
    }

    /// What things inherit from, and a null if some may inherit from nothing.
    pub(super) fn prototypes_of(&mut self, things: &Things) -> Set {
        let scopes = things.common(&self.sorts.scopes);
        let mut all = self.gather(Kind::Prototype, &things.without(&scopes));
        for scope in scopes.iter() {
            let prototype = self.prototype(scope);
            if prototype.things.is_empty() || prototype.primitives != 0 {
                all.primitives |= NULLISH;
            }
            all.things.add(&prototype.things);
        }
        all
    }

    /// Plain objects may be left out of a chain of prototypes; others are there or not, as a whole.
    pub(super) fn see_others(&mut self, prototypes: &Things) {
        let others = prototypes.iter().filter(|it| !self.is_object(*it));
        let things = others.collect();
        self.see(&Set {
            primitives: 0,
            things,
        });
    }

    /// What the primitives among the values inherit from.
    pub(super) fn primitive_prototypes(&mut self, values: &Set) -> Set {
        let mut result = Set::default();
        for (primitive, builtin) in PRIMITIVE_PROTOTYPES {
            if values.has(primitive) {
                result.add(&self.builtin(builtin));
            }
        }
        result
    }

    /// The prototypes of any of the values.
    pub fn prototypes(&mut self, values: &Set) -> Set {
        let mut result = Set::primitives(NULLISH);
        result.add(&self.primitive_prototypes(values));
        self.use_parents(&values.things);
        for thing in values.things.iter() {
            result.add(&self.prototype(thing));
            for own in self.typed_own(thing).things.iter() {
                result.add(&self.prototype(own));
            }
        }
        self.see(&result);
        result
    }

    /// What a thing inherits from. A suspended call has it in its first field.
    pub(super) fn prototype(&mut self, thing: Thing) -> Set {
        if self.is_scope(thing) {
            let prototype = self.read_field(&Set::of(thing), waiting::PROTOTYPE);
            return self.expand(prototype);
        }
        self.get(Place::Prototype(thing))
    }

    /// Whether the prototype of a constructor's instances is looked up, and not in a shape that the image
    /// has for them.
    pub fn finds_prototype(&mut self, closure: Thing) -> bool {
        let holder = self.holder(closure);
        match self.origin(holder) {
            Origin::Node(_) => self.is_filled(Place::Written(holder)) || self.is_bound(closure),
            _ => true,
        }
    }

    /// Whether a function has a `prototype` only if it was given one: others may inherit it.
    fn is_bound(&self, closure: Thing) -> bool {
        let function = self.code(closure);
        function.is_some_and(|it| !self.variants.body(it).kind.makes_instances())
    }

    /// The object whose `prototype` a function's instances get, which isn't read as a value: an image
    /// holds it in the shape of the instances.
    pub fn instance_prototype(&mut self, closure: Thing) -> Set {
        let holder = self.holder(closure);
        let key = KeyId::PROTOTYPE;
        if self.is_bound(closure) {
            let mut set = self.read(&Set::of(closure), Keys::One(key));
            set.primitives |= NULLISH;
            return self.expand(set);
        }
        let mut set = if self.is_filled(Place::Written(holder)) {
            self.read_own(closure, Keys::One(key), &Set::of(closure))
        } else {
            let mut set = self.made_prototype(closure);
            set.add(&self.get(Place::Property(holder, key)));
            set
        };
        // The engine calls no getter, and takes an accessor for no object.
        if self.may_have_accessor(closure, key) {
            set.primitives |= NULLISH;
        }
        self.expand(set)
    }
}
