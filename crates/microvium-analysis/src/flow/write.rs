//! Writing them.

use super::{Flow, MANY};
use crate::keys::{KeyId, Keys};
use crate::place::{Accessor, Place};
use crate::set::{Set, Things};
use crate::thing::{Made, Origin, Thing};
use microvium_format::attribute::READONLY;
use microvium_ir::{FunctionKind, Node, Property, Text};

impl<'a> Flow<'a> {
    /// Assigns a global by its name.
    pub fn write_global(&mut self, name: &Text, value: &Set) {
        let Some(global) = self.graph.global else {
            return;
        };
        let object = Set::of(self.node(global));
        match self.graph.global(name) {
            Some(property) if property.setter.is_none() && property.attributes & READONLY == 0 => {
                self.facts.written_globals.insert(name.clone());
            }
            Some(_) => self.see(&object),
            // To assign one that isn't there throws. Only what has the object can make it.
            None if !self.is_filled(Place::GlobalShown) => return,
            None => {}
        }
        let keys = self.text_keys(name);
        self.write(&object, keys, value);
    }

    /// Writes properties of any of the values.
    pub fn write(&mut self, values: &Set, keys: Keys, value: &Set) {
        self.write_through(values, keys, value);
        self.define(values, keys, value);
    }

    /// Defines properties of any of the values, whatever they inherit.
    pub fn define(&mut self, values: &Set, keys: Keys, value: &Set) {
        if values.things.len() >= MANY && values.things.common(&self.sorts.typed).is_empty() {
            // With many of them it is done again and again.
            let stored = (keys, values.things.clone(), value.clone());
            if !self.stored.insert(stored) {
                return;
            }
        }
        for thing in values.things.iter() {
            if self.namespace(thing).is_some() {
                continue; // that throws
            }
            if self.is_bytes(thing) {
                self.facts.stores_bytes = true;
                // A plain one has no properties of its own.
                self.facts.makes_typed_arrays |= keys.is_named();
            } else if self.is_typed(thing) {
                self.facts.stores_bytes = true;
                self.write_typed(thing);
                if keys == Keys::Numeric {
                    continue;
                }
                let own = self.typed_own(thing);
                self.define(&own, keys, value);
            }
            self.use_length(keys);
            let holder = self.holder(thing);
            self.mark_written(thing);
            self.watch(thing, keys);
            if let Keys::One(key) = keys {
                // The length of an array is a number, whatever it is set to.
                if key != KeyId::LENGTH || !self.is_array(thing) {
                    self.add(Place::Property(holder, key), value);
                }
                continue;
            }
            self.add(Place::Elements(holder), value);
            if keys == Keys::Any {
                self.add(Place::Unnamed(holder), value);
            }
        }
    }

    /// Those of the values that have a private field, or may get it: with others, access throws.
    pub fn private_owners(&mut self, values: &Set, keys: Keys) -> Set {
        let Keys::One(key) = keys else {
            return values.clone();
        };
        let mut owners = Set::default();
        let things = self.with_own(&values.things);
        self.places.watch(Place::Owners(key));
        for thing in self.places.owners.data(key, &things).iter() {
            let place = Place::Property(self.holder(thing), key);
            if self.is_filled(place) {
                owners.things.insert(thing);
            }
        }
        owners
    }

    /// Private fields are added to any of the values.
    pub fn add_private(&mut self, values: &Set) {
        for thing in values.things.iter() {
            let holder = self.holder(thing);
            if let Some(contents) = self.contents(holder) {
                contents.private = true;
            }
        }
    }

    /// Setters, own and inherited, that writing may call, and properties that it mustn't overwrite.
    fn write_through(&mut self, values: &Set, keys: Keys, value: &Set) {
        self.use_length(keys);
        let mut level = self.with_own(&values.things);
        level.add(&self.primitive_prototypes(values).things);
        let mut visited = level.clone();
        while !level.is_empty() {
            self.use_parents_for(&level, keys);
            self.write_accessors_of(&level, keys, values, value);
            self.keep_protected_all(&level, keys);
            let next = self.prototypes_of(&level).things;
            level = self.with_own(&next).without(&visited);
            visited.add(&level);
            for thing in level.iter() {
                let holder = self.holder(thing);
                if let Some(contents) = self.contents(holder) {
                    contents.protects = true;
                }
            }
        }
    }

    /// Properties of things matter that writing doesn't simply overwrite.
    fn keep_protected_all(&mut self, things: &Things, keys: Keys) {
        let mut new = match keys {
            Keys::One(key) => self.places.owners.captured(key, things),
            Keys::Numeric | Keys::Any => {
                let kept = &mut self.kept_protected_all[usize::from(keys == Keys::Any)];
                let new = things.without(kept);
                kept.add(&new);
                new
            }
        };
        if let Keys::One(KeyId::NAME | KeyId::LENGTH | KeyId::PROTOTYPE) = keys {
            new.add(&things.common(&self.sorts.made_functions));
        }
        for thing in new.iter() {
            self.keep_protected(thing, keys, READONLY);
        }
    }

    /// Properties matter that writing doesn't simply overwrite, or deleting doesn't remove: those that have one of
    /// these attributes.
    pub fn keep_protected(&mut self, thing: Thing, keys: Keys, attributes: u8) {
        if attributes & READONLY != 0 {
            self.made_name(thing, keys);
        }
        if let Origin::Made(Made::Closure(function), ..) = self.origin(thing)
            && (attributes & READONLY == 0
                || self.variants.body(function).kind == FunctionKind::Class)
            && keys == Keys::One(KeyId::PROTOTYPE)
        {
            self.made_prototype(thing);
        }
        let holder = self.holder(thing);
        let Origin::Node(node) = self.origin(holder) else {
            return;
        };
        let graph = self.graph;
        let Node::Object { properties, .. } = &graph.nodes[node] else {
            return;
        };
        // What is frozen while the program runs protects what it has then, even if nothing else names that.
        if matches!(keys, Keys::One(_)) && self.is_filled(Place::Restricted(holder)) {
            self.keep(holder, keys);
            let values = self.captured_properties(node, keys);
            self.see(&values);
        }
        if !self.kept_protected.insert((node, keys, attributes)) {
            return;
        }
        let protected = |it: &Property| {
            it.attributes & attributes != 0 || attributes & READONLY != 0 && it.setter.is_some()
        };
        for (index, property) in properties.iter().enumerate() {
            let key = self.own_keys[node.index()][index];
            let is_unnamed = self.is_unnamed(key, property);
            if protected(property) && keys.contains(key) && !(keys == Keys::Any && is_unnamed) {
                let contents = self.facts.contents.entry(node).or_default();
                contents.keys.insert(property.key.clone());
                // Of all that the node stands for.
                let mut values = self.captured_properties(node, Keys::One(key));
                for value in property.values() {
                    values.add(&self.value_set(value));
                }
                self.see(&values);
            }
        }
    }

    /// Defines a property of any of the values.
    pub fn define_accessor(&mut self, values: &Set, keys: Keys, getter: &Set, setter: &Set) {
        for thing in values.things.iter() {
            self.mark_written(thing);
            self.watch(thing, keys);
            let own = self.typed_own(thing);
            self.define_accessor(&own, keys, getter, setter);
            let holder = self.holder(thing);
            let accessor = match keys {
                Keys::One(key) => Accessor { holder, key },
                Keys::Numeric | Keys::Any => {
                    self.places.note_unnamed(holder);
                    Accessor::UNNAMED
                }
            };
            self.add(Place::Getter(accessor), getter);
            self.add(Place::Setter(accessor), setter);
        }
    }

    /// Named properties of a thing are deleted.
    pub fn note_deletion(&mut self, thing: Thing) {
        let holder = self.holder(thing);
        self.note(Place::Deleted(holder));
    }

    /// Any property of any of the values may be given attributes.
    pub fn restrict(&mut self, values: &Set) {
        for thing in values.things.iter() {
            let holder = self.holder(thing);
            self.note(Place::Restricted(holder));
        }
    }

    /// A thing may change.
    pub fn mark_written(&mut self, thing: Thing) {
        if let Origin::Made(Made::Closure(function), ..) = self.origin(thing) {
            self.facts.new_properties.insert(function);
        }
        let holder = self.holder(thing);
        if let Some(contents) = self.contents(holder)
            && !contents.written
        {
            contents.written = true;
            self.note(Place::Written(holder));
        }
    }

    /// Writes a field of any of the scopes.
    pub fn write_field(&mut self, scopes: &Set, index: u32, value: &Set) {
        for scope in scopes.things.iter() {
            if !self.is_scope(scope) {
                continue;
            }
            self.mark_written(scope);
            self.add(Place::Field(scope, index), value);
        }
    }
}
