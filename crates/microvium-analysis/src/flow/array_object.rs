//! Array objects: captured ones, and arrays that may become some. What is written to them, and what of an array isn't a
//! mere element, is the library's.

use super::Flow;
use crate::keys::{KeyId, Keys};
use crate::place::Place;
use crate::set::{Set, Things};
use crate::thing::{Origin, Thing};
use microvium_format::Builtin;

impl Flow<'_> {
    /// An array may become an array object, and inherit from one of these.
    pub fn make_array_object(&mut self, array: Thing, prototypes: &Set) {
        if self.is_array(array) {
            self.mark_written(array);
            self.note(Place::ArrayObjects);
            self.ask_species();
            self.note(Place::ArrayObject(array));
            self.add(Place::Prototype(array), prototypes);
        }
    }

    /// Whether a thing may be an array object.
    pub fn is_array_object(&mut self, thing: Thing) -> bool {
        match self.origin(thing) {
            Origin::Node(node) if self.graph.array_objects.contains(&node) => true,
            _ => {
                self.is_array(thing)
                    && self.is_filled(Place::ArrayObjects)
                    && self.is_filled(Place::ArrayObject(thing))
            }
        }
    }

    /// Those among the values that the library assigns to in the place of the engine: array objects, suspended calls if any key
    /// is known and isn't what the library `converts` for the engine, and mere arrays if one of the keys is a name, or may be.
    /// That a number may be no index, or that what an array lacks is no key, doesn't bring it into an image.
    pub fn assigned_by_library(
        &mut self,
        values: &Set,
        keys: &[Keys],
        is_name: bool,
        converts: bool,
    ) -> Set {
        if keys.iter().all(|it| it.is_private()) {
            return Set::default();
        }
        let mut may_be_name = |keys: &Keys| match *keys {
            Keys::One(KeyId::LENGTH) | Keys::Numeric => false,
            keys => keys.is_named() || self.is_filled(Place::Builtin(Builtin::AssignArray)),
        };
        let is_name = is_name || keys.iter().any(&mut may_be_name);
        let is_there = self.is_filled(Place::Builtin(Builtin::AssignArray));
        let is_known = is_name || keys.iter().any(|it| *it != Keys::Any);
        let generators = self.generators(&values.things);
        let mut arrays = Things::default();
        for thing in values.things.iter() {
            if is_name && self.is_array(thing)
                || (is_there || is_known && !converts) && generators.contains(thing)
                || self.is_array_object(thing)
            {
                arrays.insert(thing);
            }
        }
        Set::from(arrays)
    }

    /// Those of the values for which accessors of some things may be called: mere arrays have none, and inherit few.
    pub(super) fn receivers(&mut self, holders: &Things, values: &Set) -> Set {
        let arrays = values.things.common(&self.sorts.arrays);
        if arrays.is_empty() || self.may_inherit_from(holders) {
            return values.clone();
        }
        let mut receivers = values.clone();
        receivers.things = values.things.without(&arrays);
        for array in arrays.iter().filter(|it| self.is_array_object(*it)) {
            receivers.things.insert(array);
        }
        receivers
    }

    /// Whether mere arrays inherit from one of the things.
    fn may_inherit_from(&mut self, things: &Things) -> bool {
        let mut level = self.builtin(Builtin::ArrayPrototype).things;
        let mut visited = level.clone();
        while !level.is_empty() {
            if !level.common(things).is_empty() {
                return true;
            }
            level = self.prototypes_of(&level).things.without(&visited);
            visited.add(&level);
        }
        false
    }
}
