//! Reading: properties, own and inherited, variables, globals, and fields of scopes.

use super::prototype::PRIMITIVE_PROTOTYPES;
use super::{Flow, MANY};
use crate::keys::{KeyId, Keys};
use crate::place::{Accessor, Kind, Place};
use crate::set::{NULLISH, NUMBER, PRIMITIVES, STRING, Set, Things};
use crate::thing::{Made, Origin, Thing};
use microvium_format::Builtin;
use microvium_ir::{FunctionId, Key, Node, NodeId, Property, Text, VariableId};
use std::collections::BTreeMap;

/// What function objects have by their nature.
const NAME_KEYS: [(KeyId, u8); 2] = [(KeyId::NAME, STRING), (KeyId::LENGTH, NUMBER)];

/// What is read of a value that may be a promise: by `await`, and by a script itself.
const WAITING_KEYS: [KeyId; 4] = [KeyId::PROMISE, KeyId::THEN, KeyId::CATCH, KeyId::FINALLY];

impl<'a> Flow<'a> {
    /// The `name` and the `length` of a function object that is made while the program runs.
    pub(super) fn made_name(&mut self, thing: Thing, keys: Keys) -> Set {
        let Origin::Made(Made::Closure(function), ..) = self.origin(thing) else {
            return Set::default();
        };
        let mut primitives = 0;
        for (key, primitive) in NAME_KEYS {
            if keys.contains(key) {
                primitives |= primitive;
            }
        }
        if primitives != 0 {
            self.use_names(function);
        }
        Set::primitives(primitives)
    }

    /// Function objects of a function get their names.
    pub(super) fn use_names(&mut self, function: FunctionId) {
        if self.facts.new_names.insert(function) {
            self.facts.new_properties.insert(function);
            self.note(Place::NewName(function));
        }
    }

    /// Reads properties of any of the values, inherited ones too.
    pub fn read(&mut self, values: &Set, keys: Keys) -> Set {
        self.read_for(values, values, keys)
    }

    /// The same; getters are called with the receiver.
    pub fn read_for(&mut self, receiver: &Set, values: &Set, keys: Keys) -> Set {
        let mut result = Set::default();
        self.use_length(keys);
        let mut level = values.things.clone();
        // Neither primitives nor what is the host's have one.
        let private = keys.is_private();
        if private {
            result.primitives |= NULLISH;
        }
        for (primitive, builtin) in PRIMITIVE_PROTOTYPES {
            // A string has a length of its own.
            let is_own = primitive == STRING && keys == Keys::One(KeyId::LENGTH);
            if values.has(primitive) && !private && !is_own {
                level.add(&self.builtin(builtin).things);
                result.primitives |= NULLISH;
            }
        }
        if values.has(STRING) && !private {
            // Its length and its characters.
            result.primitives |= NUMBER | STRING;
        }
        result.add(&self.look_up(receiver, level, keys));
        result
    }

    /// Reads properties of each of the things for itself: those go together of which the same may be read. What several
    /// inherit from the same prototypes is looked up once, for all of them.
    pub fn read_each(&mut self, values: &Set, keys: Keys) -> Vec<(Set, Set)> {
        self.use_length(keys);
        self.use_parents_for(&values.things, keys);
        let things = &values.things;
        let apart = self.told_apart(things, keys);
        let mut groups: BTreeMap<(Set, Things), Things> = BTreeMap::new();
        for thing in apart.iter() {
            let alone = Things::from(thing);
            let read = self.read_level(&alone, keys, &Set::of(thing));
            groups.entry(read).or_default().insert(thing);
        }
        self.places.watch(Place::AccessorOwners);
        let has_accessor = self.places.owners.unnamed_accessor(things);
        for thing in things.without(&apart).iter() {
            let holder = self.holder(thing);
            let mut own = self.get_passed(Place::Unnamed(holder));
            if has_accessor.contains(thing) {
                own.add(&self.read_accessor(Accessor::UNNAMED, &Set::of(thing)));
            }
            self.see(&own);
            let prototype = self.prototype(thing);
            if prototype.things.is_empty() || prototype.primitives != 0 {
                own.primitives |= NULLISH;
            }
            let group = groups.entry((own, prototype.things)).or_default();
            group.insert(thing);
        }
        let mut inherited: BTreeMap<Things, Set> = BTreeMap::new();
        let mut each = Vec::new();
        for ((mut read, prototypes), things) in groups {
            if !inherited.contains_key(&prototypes) {
                self.see_others(&prototypes);
                let set = self.look_up(values, prototypes.clone(), keys);
                inherited.insert(prototypes.clone(), set);
            }
            read.add(&inherited[&prototypes]);
            each.push((Set::from(things), read));
        }
        each
    }

    /// Those of the things that have, or are, more than what has no name and is inherited.
    fn told_apart(&mut self, things: &Things, keys: Keys) -> Things {
        let Keys::One(key) = keys else {
            return things.clone();
        };
        let is_special = key == KeyId::PROTOTYPE || NAME_KEYS.iter().any(|(name, _)| *name == key);
        if is_special || keys.is_private() {
            return things.clone();
        }
        self.places.watch(Place::Owners(key));
        self.places.watch(Place::AccessorOwners);
        let owners = &self.places.owners;
        let mut apart = owners.data(key, things);
        apart.add(&owners.accessors(key, things));
        apart.add(&owners.captured(key, things));
        for sort in [&self.sorts.alien, &self.sorts.typed, &self.sorts.scopes] {
            apart.add(&things.common(sort));
        }
        apart
    }

    /// Reads properties of things and of what they inherit from, level by level.
    fn look_up(&mut self, receiver: &Set, mut level: Things, keys: Keys) -> Set {
        let mut result = Set::default();
        let mut visited = level.clone();
        while !level.is_empty() {
            self.use_parents_for(&level, keys);
            let (own, next) = self.read_level(&level, keys, receiver);
            result.add(&own);
            self.see_others(&next);
            level = next.without(&visited);
            visited.add(&level);
        }
        result
    }

    /// Reads own properties of things, and finds where to look for others.
    fn read_level(&mut self, things: &Things, keys: Keys, receiver: &Set) -> (Set, Things) {
        let mut own = self.read_own_all(things, keys, receiver);
        let sure = self.sure(things, keys);
        let prototypes = self.prototypes_of(&things.without(&sure));
        own.primitives |= prototypes.primitives;
        (own, prototypes.things)
    }

    /// What the places of a kind hold that the things have.
    pub(super) fn gather(&mut self, kind: Kind, things: &Things) -> Set {
        let many = things.len() >= MANY;
        if many && let Some(known) = self.places.gathered(kind, things) {
            return known;
        }
        let mut all = Set::default();
        for thing in things.iter() {
            let holder = match kind {
                Kind::Prototype => thing,
                _ => self.holder(thing),
            };
            if kind == Kind::Named {
                self.fill_named(holder);
            }
            let place = kind.of(holder);
            // Who reads many looks at them all together.
            let mut set = match many {
                true => self.peek(place),
                false => self.get_passed(place),
            };
            if kind == Kind::Prototype && (set.things.is_empty() || set.primitives != 0) {
                set.primitives = NULLISH;
            }
            all.add(&set);
        }
        if many {
            self.places.gather(kind, things, all.clone());
        }
        all
    }

    /// Reads own properties of a thing; getters are called with the receiver.
    pub fn read_own(&mut self, thing: Thing, keys: Keys, receiver: &Set) -> Set {
        self.read_own_all(&Things::from(thing), keys, receiver)
    }

    /// Reads own properties of things.
    pub fn read_own_all(&mut self, things: &Things, keys: Keys, receiver: &Set) -> Set {
        let mut result = Set::default();
        for thing in things.common(&self.sorts.alien).iter() {
            result.add(&self.read_alien(thing, keys));
        }
        let things = things.without(&self.sorts.alien);
        for thing in things.common(&self.sorts.typed).iter() {
            if self.is_bytes(thing) {
                result.primitives |= NUMBER | NULLISH;
            } else {
                result.add(&self.read_typed(thing, keys, receiver));
            }
        }
        if things.is_empty() {
            self.see(&result);
            return result;
        }
        if keys.contains(KeyId::LENGTH) && !things.common(&self.sorts.arrays).is_empty() {
            result.primitives |= NUMBER;
        }
        if let Keys::One(key) = keys {
            self.places.watch(Place::Owners(key));
            for thing in self.places.owners.data(key, &things).iter() {
                let holder = self.holder(thing);
                result.add(&self.get_passed(Place::Property(holder, key)));
            }
        } else {
            result.add(&self.gather(Kind::Elements, &things));
        }
        if keys == Keys::Any {
            result.add(&self.gather(Kind::Named, &things));
        }
        if !keys.is_private() {
            result.add(&self.gather(Kind::Unnamed, &things));
        }
        result.add(&self.read_accessors_of(&things, keys, receiver));
        if keys.contains(KeyId::PROTOTYPE) {
            for thing in things.common(&self.sorts.functions).iter() {
                result.add(&self.made_prototype(thing));
            }
        }
        if NAME_KEYS.iter().any(|(name, _)| keys.contains(*name)) {
            for thing in things.common(&self.sorts.made_functions).iter() {
                result.add(&self.made_name(thing, keys));
            }
        }
        self.keep_all(&things, keys);
        self.see(&result);
        result
    }

    /// Reads from what has no properties as objects do: things of the host's, and module namespaces.
    fn read_alien(&mut self, thing: Thing, keys: Keys) -> Set {
        if let Some((node, members)) = self.namespace(thing) {
            return self.read_members(node, members, keys);
        }
        if WAITING_KEYS.map(Keys::One).contains(&keys) {
            // The host may have got a promise of the library's.
            self.use_builtin(Builtin::AsyncStart);
        }
        Set::primitives(match keys {
            _ if keys.is_private() => NULLISH,
            // The engine knows no other one of such a thing.
            Keys::One(KeyId::LENGTH) => NUMBER | NULLISH,
            _ => PRIMITIVES,
        })
    }

    /// All that is in the properties of a thing that places are known for, but private ones.
    fn fill_named(&mut self, holder: Thing) {
        let place = Place::Named(holder);
        if !self.places.knows(place) {
            let mut all = Set::default();
            for key in self.known_keys(holder) {
                all.add(&self.get_passed(Place::Property(holder, key)));
            }
            self.places.insert(place, all);
        }
    }

    /// Reads the variables that keys of a namespace mean.
    fn read_members(
        &mut self,
        namespace: NodeId,
        members: &[(Text, VariableId)],
        keys: Keys,
    ) -> Set {
        let mut result = Set::default();
        for (name, variable) in members {
            let key = Key::from(name);
            if keys.contains(self.key_table.id(&key)) {
                let contents = self.facts.contents.entry(namespace).or_default();
                contents.keys.insert(key);
                result.add(&self.read_variable(*variable));
            }
        }
        if let Some(tag) = self.graph.tag().map(Key::Symbol)
            && keys.contains(self.key_table.id(&tag))
        {
            let contents = self.facts.contents.entry(namespace).or_default();
            contents.keys.insert(tag);
            result.primitives |= STRING;
        }
        result
    }

    /// Reads a module-level variable.
    pub fn read_variable(&mut self, variable: VariableId) -> Set {
        self.facts.read_variables.insert(variable);
        let set = self.get_passed(Place::Variable(variable));
        self.see(&set);
        set
    }

    /// Reads a global by its name.
    pub fn read_global(&mut self, name: &Text) -> Set {
        let Some(global) = self.graph.global else {
            return Set::primitives(NULLISH);
        };
        let object = Set::of(self.node(global));
        let keys = self.text_keys(name);
        let mut set = self.read(&object, keys);
        let is_variable = match self.graph.global(name) {
            Some(property) => property.setter.is_none(),
            None => set.things.is_empty() && set.primitives & !NULLISH == 0,
        };
        if !is_variable {
            self.see(&object);
        }
        set.primitives |= NULLISH;
        set
    }

    /// The named properties that places are known for, but private ones.
    fn known_keys(&mut self, holder: Thing) -> Vec<KeyId> {
        let mut known = self.places.keys(holder);
        known.extend(self.captured_keys(holder, |key, it| !self.is_unnamed(key, it)));
        let all = known.into_iter();
        all.filter(|it| Keys::Any.contains(*it)).collect()
    }

    /// The keys of captured properties.
    pub(super) fn captured_keys(
        &self,
        holder: Thing,
        wanted: impl Fn(KeyId, &Property) -> bool,
    ) -> Vec<KeyId> {
        let Origin::Node(node) = self.origin(holder) else {
            return Vec::new();
        };
        let Node::Object { properties, .. } = &self.graph.nodes[node] else {
            return Vec::new();
        };
        let keys = self.own_keys[node.index()].iter().zip(properties);
        let wanted = keys.filter(|(key, property)| wanted(**key, property));
        wanted.map(|(key, _)| *key).collect()
    }

    /// The symbols that may be keys of an object.
    pub fn symbol_keys(&mut self, values: &Set) -> Things {
        let mut symbols = Vec::new();
        for thing in values.things.iter() {
            let holder = self.holder(thing);
            if self.namespace(thing).is_some() {
                symbols.extend(self.graph.tag().map(|it| self.node(it)));
            }
            let known = self.known_keys(holder);
            for key in known {
                if let Key::Symbol(node) = *self.key_table.key(key)
                    && !self.is_private(node)
                {
                    symbols.push(self.node(node));
                }
            }
            if self.is_filled(Place::Unnamed(holder)) {
                symbols.push(Thing::SYMBOL);
            }
        }
        symbols.into_iter().collect()
    }

    /// The captured properties among the keys matter, and the elements.
    fn keep_all(&mut self, things: &Things, keys: Keys) {
        let new = match keys {
            Keys::One(key) => self.places.owners.captured(key, things),
            Keys::Numeric | Keys::Any => {
                let kept = &mut self.kept_all[usize::from(keys == Keys::Any)];
                let new = things.without(kept);
                kept.add(&new);
                new
            }
        };
        for thing in new.iter() {
            let holder = self.holder(thing);
            self.keep(holder, keys);
            if !matches!(keys, Keys::One(_))
                && self.is_array(thing)
                && let Some(contents) = self.contents(thing)
            {
                contents.elements = true;
            }
        }
    }

    /// The captured properties among the keys matter.
    pub(super) fn keep(&mut self, holder: Thing, keys: Keys) {
        let Origin::Node(node) = self.origin(holder) else {
            return;
        };
        if !self.kept.insert((node, keys)) {
            return;
        }
        let present = |key, it: &Property| keys != Keys::Any || !self.is_unnamed(key, it);
        for key in self.captured_keys(holder, present) {
            if keys.contains(key) {
                let contents = self.facts.contents.entry(node).or_default();
                contents.keys.insert(self.key_table.key(key).clone());
            }
        }
    }

    /// Those of the things that surely have a property, so that the lookup ends there.
    pub(super) fn sure(&mut self, things: &Things, keys: Keys) -> Things {
        let Keys::One(key) = keys else {
            return Things::default();
        };
        let mut sure = self.places.owners.captured(key, things);
        if NAME_KEYS.iter().any(|(name, _)| *name == key) {
            sure.add(&things.common(&self.sorts.made_functions));
        }
        let shrinking: Things = (sure.iter())
            .filter(|it| {
                let holder = self.holder(*it);
                self.is_filled(Place::Deleted(holder))
            })
            .collect();
        let mut sure = sure.without(&shrinking);
        if key == KeyId::LENGTH {
            sure.add(&things.common(&self.sorts.arrays));
        }
        let key = self.key_table.key(key).text();
        for thing in things.common(&self.sorts.alien).iter() {
            if let Some((_, members)) = self.namespace(thing)
                && members.iter().any(|(name, _)| key == Some(name))
            {
                sure.insert(thing);
            }
        }
        sure
    }

    /// Reads a field of any of the scopes.
    pub fn read_field(&mut self, scopes: &Set, index: u32) -> Set {
        let mut result = Set::default();
        for scope in scopes.things.iter() {
            if !self.is_scope(scope) {
                continue; // that throws
            }
            result.add(&self.get_passed(Place::Field(scope, index)));
            if let Some(contents) = self.contents(scope) {
                contents.fields.insert(index);
            }
        }
        self.see(&result);
        result
    }
}
