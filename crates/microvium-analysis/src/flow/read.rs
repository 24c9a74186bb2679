//! Reading: properties, own and inherited, variables, globals, and fields of scopes.

use super::Flow;
use crate::keys::{Keys, is_private};
use crate::place::Place;
use crate::places::Reader;
use crate::set::{BOOLEAN, Made, NULLISH, NUMBER, PRIMITIVES, STRING, Set, Thing, Things};
use microvium_format::Builtin;
use microvium_ir::{FunctionId, FunctionKind, Key, Node, NodeId, Text, VariableId, waiting};
use std::collections::BTreeMap;

/// Where primitives inherit from.
const PRIMITIVE_PROTOTYPES: [(u8, Builtin); 3] = [
    (STRING, Builtin::StringPrototype),
    (NUMBER, Builtin::NumberPrototype),
    (BOOLEAN, Builtin::BooleanPrototype),
];

/// What function objects have by their nature.
const NAME_KEYS: [(&str, u8); 2] = [("name", STRING), ("length", NUMBER)];

impl<'a> Flow<'a> {
    /// The places of accessors that the keys may mean.
    pub(super) fn accessors(&mut self, holder: Thing, keys: &Keys) -> Vec<Option<Key>> {
        let mut named = match keys {
            Keys::One(key) => vec![Some(key.clone())],
            Keys::Numeric | Keys::Any => {
                let mut known = self.places.accessor_keys(holder);
                if let Thing::Node(node) = holder
                    && let Node::Object { properties, .. } = &self.graph.nodes[node]
                {
                    let captured = properties.iter().filter(|it| it.setter.is_some());
                    known.extend(captured.map(|it| it.key.clone()));
                }
                let meant = known.into_iter().filter(|key| keys.contains(key));
                meant.map(Some).collect()
            }
        };
        named.push(None);
        named
    }

    /// The getters and setters of own accessors, as values.
    pub fn read_accessors(&mut self, values: &Set, keys: &Keys) -> Set {
        let mut functions = Set::default();
        for &thing in &values.things {
            let holder = self.holder(thing);
            for key in self.accessors(holder, keys) {
                functions.add(&self.get(&Place::Getter(holder, key.clone())));
                functions.add(&self.get(&Place::Setter(holder, key)));
            }
            self.keep(holder, keys);
        }
        self.see(&functions);
        functions
    }

    /// The `prototype` of a function object that is made when it's first needed.
    pub(super) fn made_prototype(&mut self, thing: Thing) -> Set {
        let Some(function) = self.code(thing) else {
            return Set::default();
        };
        match self.program.functions[function].kind {
            _ if self.surely_has(thing, &Keys::One("prototype".into())) => Set::default(),
            FunctionKind::Plain | FunctionKind::Class => {
                if matches!(thing, Thing::Made(..)) {
                    self.facts.new_prototypes.insert(function);
                    self.note(Place::NewPrototype(function));
                }
                Set::of(Thing::Prototype(function))
            }
            FunctionKind::Method
            | FunctionKind::Generator
            | FunctionKind::Async
            | FunctionKind::AsyncGenerator
            | FunctionKind::Resumption
            | FunctionKind::Module => Set::default(),
        }
    }

    /// The `name` and the `length` of a function object that is made while the program runs.
    pub(super) fn made_name(&mut self, thing: Thing, keys: &Keys) -> Set {
        let Thing::Made(Made::Closure(function), ..) = thing else {
            return Set::default();
        };
        let mut primitives = 0;
        for (key, primitive) in NAME_KEYS {
            if keys.contains(&key.into()) {
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
    pub fn read(&mut self, values: &Set, keys: &Keys) -> Set {
        self.read_for(values, values, keys)
    }

    /// The same; getters are called with the receiver.
    pub fn read_for(&mut self, receiver: &Set, values: &Set, keys: &Keys) -> Set {
        let mut result = Set::default();
        self.use_length(keys);
        let mut level = values.things.clone();
        // Neither primitives nor what is the host's have one.
        let private = is_private(keys);
        if private {
            result.primitives |= NULLISH;
        }
        for (primitive, builtin) in PRIMITIVE_PROTOTYPES {
            if values.has(primitive) && !private {
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

    /// Reads properties of each of the things for itself. What several inherit from the same prototypes is
    /// looked up once, for all of them.
    pub fn read_each(&mut self, values: &Set, keys: &Keys) -> Vec<(Set, Set)> {
        self.use_length(keys);
        let mut inherited: BTreeMap<Things, Set> = BTreeMap::new();
        let mut each = Vec::new();
        for &thing in &values.things {
            let thing_alone = Set::of(thing);
            let (mut read, prototypes) = self.read_one(thing, keys, &thing_alone);
            if !inherited.contains_key(&prototypes) {
                self.see_others(&prototypes);
                let set = self.look_up(values, prototypes.clone(), keys);
                inherited.insert(prototypes.clone(), set);
            }
            read.add(&inherited[&prototypes]);
            each.push((thing_alone, read));
        }
        each
    }

    /// Reads properties of things and of what they inherit from, level by level.
    fn look_up(&mut self, receiver: &Set, mut level: Things, keys: &Keys) -> Set {
        let mut result = Set::default();
        let mut visited = level.clone();
        while !level.is_empty() {
            let mut next = Things::default();
            for &thing in &level {
                let (own, prototypes) = self.read_one(thing, keys, receiver);
                result.add(&own);
                next.add(&prototypes);
            }
            self.see_others(&next);
            level = next.without(&visited);
            visited.add(&level);
        }
        result
    }

    /// Reads own properties of a thing, and finds where to look for others.
    fn read_one(&mut self, thing: Thing, keys: &Keys, receiver: &Set) -> (Set, Things) {
        let mut own = self.read_own(thing, keys, receiver);
        if self.surely_has(thing, keys) {
            return (own, Things::default());
        }
        let prototypes = self.prototype(thing);
        if prototypes.things.is_empty() || prototypes.primitives != 0 {
            own.primitives |= NULLISH;
        }
        (own, prototypes.things)
    }

    /// Plain objects may be left out of a chain of prototypes; others are there or not, as a whole.
    fn see_others(&mut self, prototypes: &Things) {
        let others = prototypes.iter().filter(|it| !self.is_object(**it));
        let things = others.copied().collect();
        self.see(&Set {
            primitives: 0,
            things,
        });
    }

    /// The prototypes of any of the values.
    pub fn prototypes(&mut self, values: &Set) -> Set {
        let mut result = Set::primitives(NULLISH);
        for (primitive, builtin) in PRIMITIVE_PROTOTYPES {
            if values.has(primitive) {
                result.add(&self.builtin(builtin));
            }
        }
        for &thing in &values.things {
            result.add(&self.prototype(thing));
            for own in self.typed_own(thing).things.iter() {
                result.add(&self.prototype(*own));
            }
        }
        self.see(&result);
        result
    }

    /// What a thing inherits from. A suspended call has it in its first field.
    pub(super) fn prototype(&mut self, thing: Thing) -> Set {
        if self.is_scope(thing) {
            return self.read_field(&Set::of(thing), waiting::PROTOTYPE);
        }
        self.get(&Place::Prototype(thing))
    }

    /// Reads own properties of a thing; getters are called with the receiver.
    pub fn read_own(&mut self, thing: Thing, keys: &Keys, receiver: &Set) -> Set {
        if thing == Thing::Foreign {
            if let Keys::One(Key::Text(key)) = keys
                && key.as_bytes() == waiting::PROMISE
            {
                // The host may have got one of the library's.
                self.use_builtin(Builtin::AsyncStart);
            }
            return match is_private(keys) {
                true => Set::primitives(NULLISH),
                false => Set::primitives(PRIMITIVES),
            };
        }
        if let Some((node, members)) = self.namespace(thing) {
            return self.read_members(node, members, keys);
        }
        let mut result = Set::default();
        if self.is_bytes(thing) {
            result.primitives |= NUMBER | NULLISH;
        } else if self.is_typed(thing) {
            result.add(&self.read_typed(thing, keys, receiver));
        }
        if self.is_array(thing) && keys.contains(&"length".into()) {
            result.primitives |= NUMBER;
        }
        let holder = self.holder(thing);
        if matches!(keys, Keys::Numeric | Keys::Any) {
            result.add(&self.get(&Place::Elements(holder)));
            if self.is_array(holder) && self.contents(holder).is_some_and(|it| !it.elements) {
                self.contents(holder).expect("just looked").elements = true;
            }
        }
        if *keys == Keys::Any {
            result.add(&self.named(holder));
        }
        if let Keys::One(key) = keys {
            result.add(&self.get(&Place::Property(holder, key.clone())));
        }
        if !is_private(keys) {
            result.add(&self.get(&Place::Unnamed(holder)));
        }
        for key in self.accessors(holder, keys) {
            if !self.get(&Place::Getter(holder, key.clone())).is_empty() {
                result.primitives |= NULLISH;
                result.add(&self.get(&Place::Got(holder, key.clone())));
                self.add(Place::Receiver(holder, key.clone()), receiver);
                if self.read_accessors.insert((holder, key)) {
                    self.places.start(Reader::Accessors);
                }
            }
        }
        if keys.contains(&"prototype".into()) {
            result.add(&self.made_prototype(thing));
        }
        result.add(&self.made_name(thing, keys));
        self.keep(holder, keys);
        self.see(&result);
        result
    }

    /// What is in all properties that places are known for, but private ones.
    fn named(&mut self, holder: Thing) -> Set {
        let place = Place::Named(holder);
        if !self.places.knows(&place) {
            let mut all = Set::default();
            for key in self.known_keys(holder) {
                all.add(&self.get(&Place::Property(holder, key)));
            }
            self.places.insert(&place, all);
        }
        self.get(&place)
    }

    /// Reads the variables that keys of a namespace mean.
    fn read_members(
        &mut self,
        namespace: NodeId,
        members: &[(Text, VariableId)],
        keys: &Keys,
    ) -> Set {
        let mut result = Set::default();
        let members = members
            .iter()
            .map(|(key, variable)| (Key::from(key), variable));
        for (key, variable) in members.filter(|(key, _)| keys.contains(key)) {
            let contents = self.facts.contents.entry(namespace).or_default();
            contents.keys.insert(key);
            result.add(&self.read_variable(*variable));
        }
        result
    }

    /// Reads a module-level variable.
    pub fn read_variable(&mut self, variable: VariableId) -> Set {
        self.facts.read_variables.insert(variable);
        let set = self.get(&Place::Variable(variable));
        self.see(&set);
        set
    }

    /// Reads a global by its name.
    pub fn read_global(&mut self, name: &Text) -> Set {
        let Some(global) = self.graph.global else {
            return Set::primitives(NULLISH);
        };
        let object = Set::of(Thing::Node(global));
        let mut set = self.read(&object, &Keys::one(name));
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
    fn known_keys(&mut self, holder: Thing) -> Vec<Key> {
        let mut known = self.places.keys(holder);
        if let Thing::Node(node) = holder
            && let Node::Object { properties, .. } = &self.graph.nodes[node]
        {
            let present = properties
                .iter()
                .filter(|it| !Self::is_lazy(self.graph, &it.value));
            known.extend(present.map(|it| it.key.clone()));
        }
        let all = known.into_iter();
        all.filter(|it| Keys::Any.contains(it)).collect()
    }

    /// The symbols that may be keys of an object.
    pub fn symbol_keys(&mut self, values: &Set) -> Things {
        let mut symbols = Vec::new();
        for &thing in &values.things {
            let holder = self.holder(thing);
            let known = self.known_keys(holder);
            symbols.extend(known.iter().filter_map(|key| match key {
                Key::Symbol(node) if !self.is_private(*node) => Some(Thing::Node(*node)),
                _ => None,
            }));
            if !self.get(&Place::Unnamed(holder)).is_empty() {
                symbols.push(Thing::Symbol);
            }
        }
        symbols.into_iter().collect()
    }

    /// The captured properties among the keys matter.
    fn keep(&mut self, holder: Thing, keys: &Keys) {
        let Thing::Node(node) = holder else { return };
        let Node::Object { properties, .. } = &self.graph.nodes[node] else {
            return;
        };
        if *keys == Keys::Any && !self.kept.insert(node) {
            return;
        }
        let graph = self.graph;
        let meant = |it: &&microvium_ir::Property| {
            keys.contains(&it.key) && (*keys != Keys::Any || !Self::is_lazy(graph, &it.value))
        };
        for property in properties.iter().filter(meant) {
            let contents = self.facts.contents.entry(node).or_default();
            contents.keys.insert(property.key.clone());
        }
    }

    /// Whether the lookup ends at this thing.
    fn surely_has(&mut self, thing: Thing, keys: &Keys) -> bool {
        let Keys::One(key) = keys else { return false };
        if self.is_array(thing) && key.is("length") {
            return true;
        }
        let Thing::Node(node) = self.holder(thing) else {
            return matches!(thing, Thing::Made(Made::Closure(_), ..))
                && NAME_KEYS.iter().any(|(name, _)| key.is(name))
                && self.get(&Place::Deletes).is_empty();
        };
        match &self.graph.nodes[node] {
            Node::Object { properties, .. } => {
                properties.iter().any(|it| it.key == *key) && self.get(&Place::Deletes).is_empty()
            }
            Node::Namespace(members) => members.iter().any(|(name, _)| key.text() == Some(name)),
            _ => false,
        }
    }

    /// Whether the prototype of a constructor's instances is looked up, and not in a shape that the image
    /// has for them.
    pub fn finds_prototype(&mut self, closure: Thing) -> bool {
        match self.holder(closure) {
            holder @ Thing::Node(_) => !self.get(&Place::Written(holder)).is_empty(),
            _ => true,
        }
    }

    /// The object whose `prototype` a function's instances get, which isn't read as a value: an image
    /// holds it in the shape of the instances.
    pub fn instance_prototype(&mut self, closure: Thing) -> Set {
        let holder = self.holder(closure);
        let key = Key::from("prototype");
        if !self.get(&Place::Written(holder)).is_empty() {
            return self.read_own(closure, &Keys::One(key), &Set::of(closure));
        }
        let mut set = self.made_prototype(closure);
        set.add(&self.get(&Place::Property(holder, key)));
        set
    }

    /// Reads a field of any of the scopes.
    pub fn read_field(&mut self, scopes: &Set, index: u32) -> Set {
        let mut result = Set::default();
        for &scope in &scopes.things {
            if !self.is_scope(scope) {
                continue; // that throws
            }
            result.add(&self.get(&Place::Field(scope, index)));
            if let Some(contents) = self.contents(scope) {
                contents.fields.insert(index);
            }
        }
        self.see(&result);
        result
    }
}
