//! Accessors: which of them keys may mean, and what calls them.

use super::Flow;
use crate::keys::{KeyId, Keys};
use crate::place::{Accessor, Place};
use crate::set::{NULLISH, Set, Things};
use crate::task::Task;
use crate::thing::Thing;

impl<'a> Flow<'a> {
    /// The places of accessors that the keys may mean, besides those whose keys aren't known.
    pub(super) fn accessors(&mut self, holder: Thing, keys: Keys) -> Vec<Accessor> {
        let accessor = |key| Accessor { holder, key };
        match keys {
            Keys::One(key) => vec![accessor(key)],
            Keys::Numeric | Keys::Any => {
                let mut known = self.places.accessor_keys(holder);
                known.extend(self.captured_keys(holder, |_, it| it.setter.is_some()));
                known
                    .into_iter()
                    .filter(|key| keys.contains(*key))
                    .map(accessor)
                    .collect()
            }
        }
    }

    /// The getters and setters of own accessors, as values.
    pub fn read_accessors(&mut self, values: &Set, keys: Keys) -> Set {
        let mut functions = Set::default();
        for thing in values.things.iter() {
            let holder = self.holder(thing);
            let named = self.accessors(holder, keys);
            for accessor in named.into_iter().chain([Accessor::UNNAMED]) {
                functions.add(&self.get(Place::Getter(accessor)));
                functions.add(&self.get(Place::Setter(accessor)));
            }
            self.keep(holder, keys);
        }
        self.see(&functions);
        functions
    }

    /// Whether an own property of a thing may be an accessor.
    pub(super) fn may_have_accessor(&mut self, thing: Thing, key: KeyId) -> bool {
        self.places.watch(Place::AccessorOwners);
        let (owners, things) = (&self.places.owners, Things::from(thing));
        !owners.accessors(key, &things).is_empty() || !owners.unnamed_accessor(&things).is_empty()
    }

    /// Visits those of things, each with the receivers for which it may be called.
    fn each_accessor(
        &mut self,
        things: &Things,
        keys: Keys,
        receiver: &Set,
        mut visit: impl FnMut(&mut Self, Accessor, &Set),
    ) {
        self.places.watch(Place::AccessorOwners);
        let owners = &self.places.owners;
        let named = match keys {
            Keys::One(key) => owners.accessors(key, things),
            Keys::Numeric | Keys::Any => owners.any_accessor(things),
        };
        let unnamed = owners.unnamed_accessor(things);
        for thing in named.iter() {
            let holder = self.holder(thing);
            let receiver = self.receivers(&Things::from(thing), receiver);
            for accessor in self.accessors(holder, keys) {
                visit(self, accessor, &receiver);
            }
        }
        if !unnamed.is_empty() {
            let receiver = self.receivers(&unnamed, receiver);
            visit(self, Accessor::UNNAMED, &receiver);
        }
    }

    /// What getters of things return.
    pub(super) fn read_accessors_of(&mut self, things: &Things, keys: Keys, receiver: &Set) -> Set {
        let mut result = Set::default();
        self.each_accessor(things, keys, receiver, |flow, accessor, receiver| {
            result.add(&flow.read_accessor(accessor, receiver));
        });
        result
    }

    /// What the getter of an accessor returns.
    pub(super) fn read_accessor(&mut self, accessor: Accessor, receiver: &Set) -> Set {
        if !self.is_filled(Place::Getter(accessor)) {
            return Set::default();
        }
        let mut result = self.get_passed(Place::Got(accessor));
        result.primitives |= NULLISH;
        let receiver = self.collapse(receiver);
        self.add(Place::Receiver(accessor), &receiver);
        if self.read_accessors.insert(accessor) {
            self.places.tasks.start(Task::Getter(accessor));
        }
        result
    }

    /// Setters of things are called.
    pub(super) fn write_accessors_of(
        &mut self,
        things: &Things,
        keys: Keys,
        receiver: &Set,
        value: &Set,
    ) {
        self.each_accessor(things, keys, receiver, |flow, accessor, receiver| {
            flow.write_accessor(accessor, receiver, value);
        });
    }

    fn write_accessor(&mut self, accessor: Accessor, receiver: &Set, value: &Set) {
        if self.is_filled(Place::Setter(accessor)) {
            self.add(Place::Assigned(accessor), value);
            let receiver = self.collapse(receiver);
            self.add(Place::Receiver(accessor), &receiver);
            if self.written_accessors.insert(accessor) {
                self.places.tasks.start(Task::Setter(accessor));
            }
        }
    }
}
