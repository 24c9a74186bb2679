//! Where values flow: a set for each place that can hold values, and what reading and writing a place
//! means for the facts.

use crate::facts::{Contents, Facts};
use crate::family::Families;
use crate::keys::{Keys, is_numeric};
use crate::places::{Places, Reader};
use crate::set::{BOOLEAN, Made, NULLISH, NUMBER, PRIMITIVES, STRING, Set, Thing, Things};
use microvium_format::Builtin;
use microvium_format::attribute::READONLY;
use microvium_ir::{
    FunctionId, FunctionKind, Graph, Key, LocalId, Node, NodeId, Program, Property, Text, Value,
    ValueId, VariableId,
};
use std::collections::BTreeSet;

/// A place that can hold values.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Place {
    /// A value of a function.
    Value(FunctionId, ValueId),
    /// A mutable local.
    Local(FunctionId, LocalId),
    /// A parameter; of one for the rest, what its array may hold.
    Parameter(FunctionId, u32),
    /// `this`.
    This(FunctionId),
    /// The function objects that have this code.
    Callee(FunctionId),
    /// The scopes that those were created with.
    Captured(FunctionId),
    /// What a function returns.
    Returned(FunctionId),
    /// A module-level variable.
    Variable(VariableId),
    /// A property.
    Property(Thing, Key),
    /// The getters of an accessor; without a key, of one whose key may be any.
    Getter(Thing, Option<Key>),
    /// The setters.
    Setter(Thing, Option<Key>),
    /// For whom accessors are called.
    Receiver(Thing, Option<Key>),
    /// What getters return.
    Got(Thing, Option<Key>),
    /// What setters are passed.
    Assigned(Thing, Option<Key>),
    /// What is stored by a computed key, which may be any.
    Unnamed(Thing),
    /// Elements, and properties whose key looks like a number.
    Elements(Thing),
    /// A field of a scope.
    Field(Thing, u32),
    /// The prototype of an object.
    Prototype(Thing),
    /// What the host was given.
    Escaped,
    /// What is thrown.
    Thrown,
    /// Nothing that is held, but a place to look at: the keys that are known of a thing.
    Keys(Thing),
    /// Not empty if a thing is written.
    Written(Thing),
    /// Not empty if function objects that are made of a function need a `prototype`.
    NewPrototype(FunctionId),
    /// Not empty if an operation uses a builtin slot.
    Builtin(Builtin),
    /// Not empty if properties are deleted.
    Deletes,
    /// Not empty if code holds the global object as a value.
    GlobalShown,
    /// Not empty if there are Uint8Arrays in the program, so that the host's are more than data.
    Bytes,
}

/// Where primitives inherit from.
const PRIMITIVE_PROTOTYPES: [(u8, Builtin); 3] = [
    (STRING, Builtin::StringPrototype),
    (NUMBER, Builtin::NumberPrototype),
    (BOOLEAN, Builtin::BooleanPrototype),
];

/// What a call passes.
#[derive(Clone, Copy)]
pub enum Arguments<'s> {
    /// One set for each argument.
    Each(&'s [Set]),
    /// Any number of values of one set.
    All(&'s Set),
}

impl<'s> Arguments<'s> {
    /// What an argument may be; what isn't passed isn't among it.
    pub fn get(self, index: usize) -> Option<&'s Set> {
        match self {
            Arguments::Each(sets) => sets.get(index),
            Arguments::All(set) => Some(set),
        }
    }

    pub fn sets(self) -> &'s [Set] {
        match self {
            Arguments::Each(sets) => sets,
            Arguments::All(set) => std::slice::from_ref(set),
        }
    }
}

/// The sets as far as they're known, and the facts that follow from them.
pub struct Flow<'a> {
    pub program: &'a Program,
    pub graph: &'a Graph,
    pub facts: Facts,
    pub places: Places,
    /// The nodes among `facts.identities`, which are looked up all the time.
    seen: Vec<bool>,
    /// The accessors that are read.
    read_accessors: BTreeSet<(Thing, Option<Key>)>,
    /// The accessors that are written.
    written_accessors: BTreeSet<(Thing, Option<Key>)>,
    families: Families,
}

impl<'a> Flow<'a> {
    pub fn new(program: &'a Program, graph: &'a Graph) -> Flow<'a> {
        Flow {
            program,
            graph,
            facts: Facts::default(),
            places: Places::new(),
            seen: vec![false; graph.nodes.len()],
            read_accessors: BTreeSet::new(),
            written_accessors: BTreeSet::new(),
            families: Families::new(graph),
        }
    }

    /// What a place may hold.
    pub fn get(&mut self, place: &Place) -> Set {
        if let Some(set) = self.places.get(place) {
            return set;
        }
        let set = self.captured(place);
        self.places.insert(place, set);
        self.places.get(place).unwrap_or_default()
    }

    /// Lets values flow to a place.
    pub fn add(&mut self, place: Place, values: &Set) {
        if !self.places.knows(&place) {
            let set = self.captured(&place);
            self.places.insert(&place, set);
        }
        self.places.add(&place, values);
    }

    /// Marks a place that is looked at for whether it is empty.
    pub fn note(&mut self, place: Place) {
        self.add(place, &Set::primitives(BOOLEAN));
    }

    /// A function may be called.
    fn start(&mut self, function: FunctionId) {
        if self.facts.functions.insert(function) {
            self.places.start(Reader::Function(function));
        }
    }

    /// What a place held when the snapshot was taken.
    fn captured(&self, place: &Place) -> Set {
        let builtin = |builtin| self.graph.builtins.get(&builtin);
        let value = match place {
            Place::Variable(variable) => self.graph.variables.get(variable),
            Place::Property(Thing::Node(node), key) => {
                return self.captured_properties(*node, |it| it == key);
            }
            Place::Getter(Thing::Node(node), Some(key)) => {
                let accessor = self.captured_accessor(*node, key);
                accessor.map(|it| &it.value)
            }
            Place::Setter(Thing::Node(node), Some(key)) => {
                let accessor = self.captured_accessor(*node, key);
                accessor.and_then(|it| it.setter.as_ref())
            }
            Place::Elements(thing) => {
                let mut set = Set::primitives(NULLISH);
                if let Thing::Node(node) = thing {
                    set.add(&self.captured_properties(*node, is_numeric));
                }
                return set;
            }
            Place::Field(Thing::Node(node), index) => match &self.graph.nodes[*node] {
                Node::Scope(fields) => fields.get(*index as usize),
                _ => None,
            },
            Place::Local(..) => return Set::primitives(NULLISH),
            Place::Prototype(thing) => match thing {
                Thing::Node(node) => match &self.graph.nodes[*node] {
                    Node::Object { prototype, .. } => Some(prototype),
                    Node::Array(_) => builtin(Builtin::ArrayPrototype),
                    Node::Bytes(_) => builtin(Builtin::BytesPrototype),
                    // Of a class that extends another one, the prototype is that of its properties.
                    Node::Closure { properties, .. } => properties
                        .and_then(|properties| match &self.graph.nodes[properties] {
                            Node::Object { prototype, .. } => Some(prototype),
                            _ => None,
                        })
                        .filter(|prototype| matches!(prototype, Value::Node(_)))
                        .or(builtin(Builtin::FunctionPrototype)),
                    Node::Host(_) | Node::Ephemeral(_) => builtin(Builtin::FunctionPrototype),
                    Node::Symbol(_) => builtin(Builtin::SymbolPrototype),
                    Node::Namespace(_) | Node::Scope(_) | Node::Lazy(_) => None,
                },
                Thing::Made(Made::Object, ..) | Thing::Prototype(_) => {
                    builtin(Builtin::ObjectPrototype)
                }
                Thing::Made(Made::Array, ..) => builtin(Builtin::ArrayPrototype),
                Thing::Made(Made::Closure(_), ..) => builtin(Builtin::FunctionPrototype),
                Thing::Symbol => builtin(Builtin::SymbolPrototype),
                Thing::Made(Made::Instance | Made::Scope, ..)
                | Thing::Instance(_)
                | Thing::Foreign => None,
                Thing::Rest(_) => builtin(Builtin::ArrayPrototype),
                Thing::Bytes | Thing::ForeignBytes => builtin(Builtin::BytesPrototype),
            },
            _ => None,
        };
        value.map(|it| self.value_set(it)).unwrap_or_default()
    }

    /// What a node and those that it stands for hold: elements, and properties with some keys.
    fn captured_properties(&self, node: NodeId, wanted: impl Fn(&Key) -> bool) -> Set {
        let mut set = Set::default();
        for member in self.families.members(node) {
            match &self.graph.nodes[member] {
                Node::Object { properties, .. } => {
                    let data = properties.iter().filter(|it| it.setter.is_none());
                    for property in data.filter(|it| wanted(&it.key)) {
                        set.add(&self.value_set(&property.value));
                    }
                }
                Node::Array(elements) if wanted(&"0".into()) => {
                    elements.iter().for_each(|element| {
                        set.add(&self.value_set(element));
                    })
                }
                _ => {}
            }
        }
        set
    }

    /// A captured accessor. Objects that have one are in no family.
    fn captured_accessor(&self, node: NodeId, key: &Key) -> Option<&'a Property> {
        let graph: &'a Graph = self.graph;
        let Node::Object { properties, .. } = &graph.nodes[node] else {
            return None;
        };
        let mut accessors = properties.iter().filter(|it| it.setter.is_some());
        accessors.find(|it| it.key == *key)
    }

    /// A function is called.
    pub fn enter(&mut self, function: FunctionId, this: &Set, arguments: Arguments<'_>) -> Set {
        self.add(Place::This(function), this);
        let missing = Set::primitives(NULLISH);
        let code = &self.program.functions[function];
        let (parameters, rest) = (code.parameters, code.rest);
        for index in 0..parameters {
            let argument = arguments.get(index as usize);
            if argument.is_none() || matches!(arguments, Arguments::All(_)) {
                self.add(Place::Parameter(function, index), &missing);
            }
            if let Some(argument) = argument {
                self.add(Place::Parameter(function, index), argument);
            }
        }
        if let (Arguments::Each(sets), true) = (arguments, rest) {
            for argument in sets.iter().skip(parameters as usize) {
                self.add(Place::Parameter(function, parameters - 1), argument);
            }
        }
        self.get(&Place::Returned(function))
    }

    /// Calls the getters of what is read, and the setters of what is written: each once, however often that is.
    pub fn call_accessors(&mut self) {
        for (holder, key) in self.read_accessors.clone() {
            let getters = self.get(&Place::Getter(holder, key.clone()));
            let receiver = self.get(&Place::Receiver(holder, key.clone()));
            let got = self.enter_all(&getters, &receiver, &[]);
            self.add(Place::Got(holder, key), &got);
        }
        for (holder, key) in self.written_accessors.clone() {
            let setters = self.get(&Place::Setter(holder, key.clone()));
            let receiver = self.get(&Place::Receiver(holder, key.clone()));
            let value = self.get(&Place::Assigned(holder, key));
            self.enter_all(&setters, &receiver, &[value]);
        }
    }

    /// Getters or setters are called. Those of the host get and return what it may pass.
    fn enter_all(&mut self, functions: &Set, this: &Set, arguments: &[Set]) -> Set {
        let mut result = Set::default();
        self.see(functions);
        for &thing in &functions.things {
            match self.code(thing) {
                Some(function) => {
                    result.add(&self.enter(function, this, Arguments::Each(arguments)));
                }
                None if !self.is_function(thing) => {}
                None => {
                    let known = self.unknown();
                    for values in arguments.iter().chain([this]) {
                        self.see(values);
                        self.add(Place::Escaped, values);
                    }
                    result.add(&known);
                }
            }
        }
        result
    }

    /// The places of accessors that the keys may mean.
    fn accessors(&mut self, holder: Thing, keys: &Keys) -> Vec<Option<Key>> {
        let mut named = match keys {
            Keys::One(key) => vec![Some(key.clone())],
            Keys::Numeric | Keys::Any => {
                let known = self.known_keys(holder, &Keys::Any).into_iter();
                known.filter(|key| keys.contains(key)).map(Some).collect()
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
    fn made_prototype(&mut self, thing: Thing) -> Set {
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
            FunctionKind::Method | FunctionKind::Generator | FunctionKind::Module => Set::default(),
        }
    }

    /// What the host may pass: any primitive, things of its own, and what it was given.
    pub fn unknown(&mut self) -> Set {
        let mut set = self.get(&Place::Escaped);
        set.primitives = PRIMITIVES;
        set.things.insert(Thing::Foreign);
        if !self.get(&Place::Bytes).is_empty() {
            set.things.insert(Thing::ForeignBytes);
        }
        set
    }

    /// Some code may hold these values: what they can be used for becomes reachable. Whatever of a
    /// captured node is read goes through here, as the image will hold it.
    pub fn see(&mut self, values: &Set) {
        for thing in &values.things {
            let Thing::Node(node) = thing else { continue };
            if std::mem::replace(&mut self.seen[node.index()], true) {
                continue;
            }
            self.facts.identities.insert(*node);
            if self.graph.global == Some(*node) {
                self.note(Place::GlobalShown);
            }
            match &self.graph.nodes[*node] {
                Node::Closure {
                    function, scope, ..
                } => {
                    self.reach(*function, *thing);
                    if let Some(scope) = scope {
                        let scope = Set::of(Thing::Node(*scope));
                        self.add(Place::Captured(*function), &scope);
                    }
                }
                Node::Bytes(_) => self.use_bytes(),
                _ => {}
            }
        }
    }

    /// A function may be called, as this function object.
    pub fn reach(&mut self, function: FunctionId, closure: Thing) {
        self.start(function);
        let closure = Set::of(closure);
        self.add(Place::Callee(function), &closure);
        let prototype = Thing::Prototype(function);
        self.add(Place::Property(prototype, "constructor".into()), &closure);
    }

    /// The code of a function object.
    pub fn code(&self, thing: Thing) -> Option<FunctionId> {
        match thing {
            Thing::Made(Made::Closure(function), ..) => Some(function),
            Thing::Node(node) => match self.graph.nodes[node] {
                Node::Closure { function, .. } => Some(function),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether it is a function object, or something of the host's, which makes no other objects.
    pub fn is_function(&self, thing: Thing) -> bool {
        match thing {
            Thing::Node(node) => matches!(
                self.graph.nodes[node],
                Node::Closure { .. } | Node::Host(_) | Node::Ephemeral(_)
            ),
            Thing::Made(Made::Closure(_), ..) | Thing::Foreign | Thing::ForeignBytes => true,
            _ => false,
        }
    }

    pub fn is_bytes(&self, thing: Thing) -> bool {
        match thing {
            Thing::Bytes | Thing::ForeignBytes => true,
            Thing::Node(node) => matches!(self.graph.nodes[node], Node::Bytes(_)),
            _ => false,
        }
    }

    /// There are Uint8Arrays in the program.
    pub fn use_bytes(&mut self) {
        self.note(Place::Bytes);
    }

    pub fn is_symbol(&self, thing: Thing) -> bool {
        match thing {
            Thing::Node(node) => matches!(self.graph.nodes[node], Node::Symbol(_)),
            _ => thing == Thing::Symbol,
        }
    }

    /// The keys that a set of values may turn into.
    pub fn keys(&self, set: &Set) -> Vec<Keys> {
        let mut keys = Vec::new();
        for &thing in &set.things {
            match thing {
                Thing::Node(node) if self.is_symbol(thing) => {
                    keys.push(Keys::One(Key::Symbol(node)))
                }
                _ => return vec![Keys::Any],
            }
        }
        keys.extend(Keys::of_primitives(set.primitives));
        keys
    }

    pub fn is_array(&self, thing: Thing) -> bool {
        match thing {
            Thing::Made(made, ..) => made == Made::Array,
            Thing::Rest(_) => true,
            Thing::Node(node) => matches!(self.graph.nodes[node], Node::Array(_)),
            _ => false,
        }
    }

    fn is_object(&self, thing: Thing) -> bool {
        match thing {
            Thing::Node(node) => matches!(self.graph.nodes[node], Node::Object { .. }),
            _ => true,
        }
    }

    /// The thing that holds the own properties: for a captured function an object beside it.
    fn holder(&self, thing: Thing) -> Thing {
        match thing {
            Thing::Node(node) => match self.graph.nodes[node] {
                Node::Closure {
                    properties: Some(properties),
                    ..
                } => Thing::Node(properties),
                _ => thing,
            },
            _ => thing,
        }
    }

    fn contents(&mut self, thing: Thing) -> Option<&mut Contents> {
        match thing {
            Thing::Node(node) => Some(self.facts.contents.entry(node).or_default()),
            _ => None,
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
        for (primitive, builtin) in PRIMITIVE_PROTOTYPES {
            if values.has(primitive) {
                level.add(&self.builtin(builtin).things);
                result.primitives |= NULLISH;
            }
        }
        if values.has(STRING) {
            // Its length and its characters.
            result.primitives |= NUMBER | STRING;
        }
        let mut visited = level.clone();
        while !level.is_empty() {
            let mut next = Things::default();
            for &thing in &level {
                let own = self.read_own(thing, keys, receiver);
                result.add(&own);
                if self.surely_has(thing, keys) {
                    continue;
                }
                let prototypes = self.prototype(thing);
                if prototypes.things.is_empty() || prototypes.primitives != 0 {
                    result.primitives |= NULLISH;
                }
                next.add(&prototypes.things);
            }
            // Plain objects may be left out of a chain; others are there or not, as a whole.
            let others = next.iter().filter(|it| !self.is_object(**it));
            let things = others.copied().collect();
            self.see(&Set {
                primitives: 0,
                things,
            });
            level = next.without(&visited);
            visited.add(&level);
        }
        result
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
        }
        self.see(&result);
        result
    }

    /// What a thing inherits from. A suspended call has it in its first field.
    fn prototype(&mut self, thing: Thing) -> Set {
        if self.is_scope(thing) {
            return self.read_field(&Set::of(thing), 0);
        }
        self.get(&Place::Prototype(thing))
    }

    fn is_scope(&self, thing: Thing) -> bool {
        match thing {
            Thing::Made(made, ..) => made == Made::Scope,
            Thing::Node(node) => matches!(self.graph.nodes[node], Node::Scope(_)),
            _ => false,
        }
    }

    /// What a builtin slot holds.
    fn builtin(&self, builtin: Builtin) -> Set {
        let value = self.graph.builtins.get(&builtin);
        value.map(|it| self.value_set(it)).unwrap_or_default()
    }

    /// Reads own properties of a thing; getters are called with the receiver.
    pub fn read_own(&mut self, thing: Thing, keys: &Keys, receiver: &Set) -> Set {
        if thing == Thing::Foreign {
            return Set::primitives(PRIMITIVES);
        }
        if let Some((node, members)) = self.namespace(thing) {
            return self.read_members(node, members, keys);
        }
        if self.is_bytes(thing) {
            return Set::primitives(NUMBER | NULLISH);
        }
        let mut result = Set::default();
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
        for key in self.known_keys(holder, keys) {
            result.add(&self.get(&Place::Property(holder, key)));
        }
        if let Keys::One(key) = keys {
            result.add(&self.get(&Place::Property(holder, key.clone())));
        }
        result.add(&self.get(&Place::Unnamed(holder)));
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
        self.keep(holder, keys);
        self.see(&result);
        result
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

    /// The node and the members of a thing that is a module namespace.
    pub fn namespace(&self, thing: Thing) -> Option<(NodeId, &'a [(Text, VariableId)])> {
        let graph = self.graph;
        match thing {
            Thing::Node(node) => match &graph.nodes[node] {
                Node::Namespace(members) => Some((node, members)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a value is something of the library that nothing has named. A key that isn't known doesn't
    /// mean it: else one `list[key]` would reach every method of arrays, and with them the whole library.
    fn is_lazy(graph: &Graph, value: &Value) -> bool {
        matches!(value, Value::Node(node) if matches!(graph.nodes[*node], Node::Lazy(_)))
    }

    /// The named properties among the keys that places are known for.
    fn known_keys(&mut self, holder: Thing, keys: &Keys) -> Vec<Key> {
        if *keys != Keys::Any {
            return Vec::new();
        }
        let mut known = self.places.keys(holder);
        if let Thing::Node(node) = holder
            && let Node::Object { properties, .. } = &self.graph.nodes[node]
        {
            let present = properties
                .iter()
                .filter(|it| !Self::is_lazy(self.graph, &it.value));
            known.extend(present.map(|it| it.key.clone()));
        }
        known.into_iter().collect()
    }

    /// The symbols that may be keys of an object.
    pub fn symbol_keys(&mut self, values: &Set) -> Things {
        let mut symbols = Vec::new();
        for &thing in &values.things {
            let holder = self.holder(thing);
            let known = self.known_keys(holder, &Keys::Any);
            symbols.extend(known.iter().filter_map(|key| match key {
                Key::Symbol(node) => Some(Thing::Node(*node)),
                Key::Text(_) => None,
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
            return false;
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
            }
            self.use_length(keys);
            let holder = self.holder(thing);
            self.mark_written(thing);
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
                self.keep_protected(holder, keys);
                next.add(&self.prototype(thing).things);
            }
            level = next.without(&visited);
            visited.add(&level);
        }
    }

    /// Captured properties matter that writing doesn't simply overwrite.
    fn keep_protected(&mut self, holder: Thing, keys: &Keys) {
        let Thing::Node(node) = holder else { return };
        let Node::Object { properties, .. } = &self.graph.nodes[node] else {
            return;
        };
        let protected = |it: &&Property| it.setter.is_some() || it.attributes & READONLY != 0;
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

    /// The engine may have to tell whether a key is `length`.
    pub fn use_length(&mut self, keys: &Keys) {
        if keys.contains(&"length".into()) {
            self.use_builtin(Builtin::LengthKey);
        }
    }

    /// An operation may use a builtin slot.
    pub fn use_builtin(&mut self, builtin: Builtin) {
        if self.graph.builtins.contains_key(&builtin) {
            self.facts.builtins.insert(builtin);
            self.note(Place::Builtin(builtin));
        }
    }

    /// Attributes of a thing's properties may be asked for.
    pub fn show_attributes(&mut self, thing: Thing) {
        self.facts.attributes = true;
        let holder = self.holder(thing);
        if let Some(contents) = self.contents(holder)
            && !contents.attributes
        {
            contents.attributes = true;
        }
    }

    /// It may be asked whether a thing is closed.
    pub fn show_closed(&mut self, thing: Thing) {
        let holder = self.holder(thing);
        if let Some(contents) = self.contents(holder) {
            contents.closed = true;
        }
    }

    /// Defines a property of any of the values.
    pub fn define_accessor(&mut self, values: &Set, keys: &Keys, getter: &Set, setter: &Set) {
        for &thing in &values.things {
            self.mark_written(thing);
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

    /// A captured value.
    pub fn value_set(&self, value: &Value) -> Set {
        match value {
            Value::Constant(constant) => Set::constant(constant),
            Value::Node(node) => Set::of(Thing::Node(self.families.head(*node))),
        }
    }

    /// The facts, when nothing changes any more.
    pub fn finish(self) -> Facts {
        let mut facts = self.facts;
        for (head, members) in self.families.iter() {
            if facts.identities.contains(&head) {
                facts.identities.extend(members);
            }
            if let Some(contents) = facts.contents.get(&head).cloned() {
                let all = members.iter().map(|member| (*member, contents.clone()));
                facts.contents.extend(all);
            }
        }
        facts
    }
}
