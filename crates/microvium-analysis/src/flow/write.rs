//! Writing them.

use super::Flow;
use crate::keys::Keys;
use crate::place::Place;
use crate::places::Reader;
use crate::set::{Made, Set, Thing, Things};
use microvium_format::attribute::READONLY;
use microvium_ir::{FunctionKind, Node, Property, Text};

impl<'a> Flow<'a> {
    /// Assigns a global by its name.
    pub fn write_global(&mut self, name: &Text, value: &Set) {
        let Some(global) = self.graph.global else {
            return;
        };
        let object = Set::of(Thing::Node(global));
        match self.graph.global(name) {
            Some(property) if property.setter.is_none() && property.attributes & READONLY == 0 => {
                self.facts.written_globals.insert(name.clone());
            }
            Some(_) => self.see(&object),
            // To assign one that isn't there throws. Only what has the object can make it.
            None if self.get(&Place::GlobalShown).is_empty() => return,
            None => {}
        }
        self.write(&object, &Keys::one(name), value);
    }

    /// Writes properties of any of the values.
    pub fn write(&mut self, values: &Set, keys: &Keys, value: &Set) {
        self.write_through(values, keys, value);
        self.define(values, keys, value);
    }

    /// Defines properties of any of the values, whatever they inherit.
    pub fn define(&mut self, values: &Set, keys: &Keys, value: &Set) {
        for &thing in &values.things {
            if self.namespace(thing).is_some() {
                continue; // that throws
            }
            if self.is_bytes(thing) {
                self.facts.stores_bytes = true;
            } else if self.is_typed(thing) {
                self.facts.stores_bytes = true;
                self.write_typed(thing);
                if *keys == Keys::Numeric {
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
                self.add(Place::Property(holder, key.clone()), value);
                continue;
            }
            self.add(Place::Elements(holder), value);
            if *keys == Keys::Any {
                self.add(Place::Unnamed(holder), value);
            }
        }
    }

    /// Those of the values that have a private field, or may get it: with others, access throws.
    pub fn private_owners(&mut self, values: &Set, keys: &Keys) -> Set {
        let Keys::One(key) = keys else {
            return values.clone();
        };
        let mut owners = Set::default();
        for &thing in &values.things {
            let mut holders = self.typed_own(thing);
            holders.things.insert(thing);
            for &holder in &holders.things {
                let place = Place::Property(self.holder(holder), key.clone());
                if !self.get(&place).is_empty() {
                    owners.things.insert(holder);
                }
            }
        }
        owners
    }

    /// Private fields are added to any of the values.
    pub fn add_private(&mut self, values: &Set) {
        for &thing in &values.things {
            let holder = self.holder(thing);
            if let Some(contents) = self.contents(holder) {
                contents.private = true;
            }
        }
    }

    /// Setters, own and inherited, that writing may call, and properties that it mustn't overwrite.
    fn write_through(&mut self, values: &Set, keys: &Keys, value: &Set) {
        self.use_length(keys);
        let mut level = values.things.clone();
        let mut visited = level.clone();
        while !level.is_empty() {
            let mut next = Things::default();
            for &thing in &level {
                let holder = self.holder(thing);
                for key in self.accessors(holder, keys) {
                    if !self.get(&Place::Setter(holder, key.clone())).is_empty() {
                        self.add(Place::Assigned(holder, key.clone()), value);
                        self.add(Place::Receiver(holder, key.clone()), values);
                        if self.written_accessors.insert((holder, key)) {
                            self.places.start(Reader::Accessors);
                        }
                    }
                }
                self.keep_protected(thing, keys, READONLY);
                next.add(&self.prototype(thing).things);
            }
            level = next.without(&visited);
            visited.add(&level);
        }
    }

    /// Properties matter that writing doesn't simply overwrite, or deleting doesn't remove: those that have one of
    /// these attributes.
    pub fn keep_protected(&mut self, thing: Thing, keys: &Keys, attributes: u8) {
        if attributes & READONLY != 0 {
            self.made_name(thing, keys);
        }
        if let Thing::Made(Made::Closure(function), ..) = thing
            && (attributes & READONLY == 0
                || self.program.functions[function].kind == FunctionKind::Class)
            && *keys == Keys::One("prototype".into())
        {
            self.made_prototype(thing);
        }
        let Thing::Node(node) = self.holder(thing) else {
            return;
        };
        let Node::Object { properties, .. } = &self.graph.nodes[node] else {
            return;
        };
        if *keys == Keys::Any && !self.kept_protected.insert((node, attributes)) {
            return;
        }
        let protected = |it: &&Property| {
            it.attributes & attributes != 0 || attributes & READONLY != 0 && it.setter.is_some()
        };
        for property in properties.iter().filter(protected) {
            if *keys == Keys::Any && Self::is_lazy(self.graph, &property.value) {
                continue;
            }
            if keys.contains(&property.key) {
                let contents = self.facts.contents.entry(node).or_default();
                contents.keys.insert(property.key.clone());
                // Of all that the node stands for.
                let mut values = self.captured_properties(node, |it| *it == property.key);
                for value in property.values() {
                    values.add(&self.value_set(value));
                }
                self.see(&values);
            }
        }
    }

    /// Defines a property of any of the values.
    pub fn define_accessor(&mut self, values: &Set, keys: &Keys, getter: &Set, setter: &Set) {
        for &thing in &values.things {
            self.mark_written(thing);
            self.watch(thing, keys);
            let own = self.typed_own(thing);
            self.define_accessor(&own, keys, getter, setter);
            let holder = self.holder(thing);
            let key = match keys {
                Keys::One(key) => Some(key.clone()),
                Keys::Numeric | Keys::Any => None,
            };
            self.add(Place::Getter(holder, key.clone()), getter);
            self.add(Place::Setter(holder, key), setter);
        }
    }

    /// A thing may change.
    pub fn mark_written(&mut self, thing: Thing) {
        if let Thing::Made(Made::Closure(function), ..) = thing {
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
        for &scope in &scopes.things {
            if !self.is_scope(scope) {
                continue;
            }
            self.mark_written(scope);
            self.add(Place::Field(scope, index), value);
        }
    }
}
