//! What a thing is, and where what it holds is kept.

use super::Flow;
use crate::facts::Contents;
use crate::keys::{KeyId, Keys};
use crate::place::Place;
use crate::set::{BOOLEAN, NULL, NUMBER, STRING, Set, Things, UNDEFINED};
use crate::thing::{Made, Origin, Thing};
use microvium_format::{Builtin, ValueType};
use microvium_ir::{
    FunctionId, FunctionKind, Node, NodeId, Text, Types, Value, VariableId, waiting,
};

/// The types of primitives.
const PRIMITIVE_TYPES: [(u8, ValueType); 5] = [
    (UNDEFINED, ValueType::Undefined),
    (NULL, ValueType::Null),
    (BOOLEAN, ValueType::Boolean),
    (NUMBER, ValueType::Number),
    (STRING, ValueType::String),
];

/// What there is of some sorts.
#[derive(Default)]
pub(super) struct Sorts {
    /// Things of the host's, and module namespaces.
    pub alien: Things,
    /// Uint8Arrays, and other typed arrays.
    pub typed: Things,
    pub arrays: Things,
    pub scopes: Things,
    /// Generators, which are scopes.
    pub generators: Things,
    pub functions: Things,
    /// Function objects that the program makes.
    pub made_functions: Things,
}

impl<'a> Flow<'a> {
    /// What a thing is.
    pub fn origin(&self, thing: Thing) -> Origin {
        self.things.origin(thing)
    }

    /// The thing of an origin.
    pub fn thing(&mut self, origin: Origin) -> Thing {
        let known = self.things.len();
        let thing = self.things.thing(origin);
        if self.things.len() > known {
            self.sort(thing);
        }
        thing
    }

    /// A captured thing.
    pub fn node(&mut self, node: NodeId) -> Thing {
        self.thing(Origin::Node(node))
    }

    /// Whether some code may hold a captured thing as a value.
    pub(super) fn is_seen(&self, node: NodeId) -> bool {
        let thing = self.things.find(Origin::Node(self.families.head(node)));
        thing.is_some_and(|it| self.seen.contains(it))
    }

    /// Sorts the things that are there from the start.
    pub(super) fn sort_constants(&mut self) {
        for thing in Thing::CONSTANTS {
            self.sort(thing);
        }
    }

    /// Notes what a new thing is, and what it has.
    fn sort(&mut self, thing: Thing) {
        let is_namespace = self.namespace(thing).is_some();
        if is_namespace || thing == Thing::FOREIGN {
            self.sorts.alien.insert(thing);
        } else if self.is_bytes(thing) || self.is_typed(thing) {
            self.sorts.typed.insert(thing);
        }
        if self.is_array(thing) {
            self.sorts.arrays.insert(thing);
        }
        if self.is_scope(thing) {
            self.sorts.scopes.insert(thing);
            if self.is_generator(thing) {
                self.sorts.generators.insert(thing);
            }
        }
        if self.code(thing).is_some() {
            self.sorts.functions.insert(thing);
            if matches!(self.origin(thing), Origin::Made(..)) {
                self.sorts.made_functions.insert(thing);
            }
        }
        let holder = self.holder(thing);
        if holder != thing {
            self.places.owners.add_function(thing, holder);
        }
        if let Origin::Node(node) = self.origin(holder)
            && let Node::Object { properties, .. } = &self.graph.nodes[node]
        {
            for (key, property) in self.own_keys[node.index()].iter().zip(properties) {
                let is_accessor = property.setter.is_some();
                self.places.owners.add_captured(thing, *key, is_accessor);
            }
        }
    }

    /// The code of a function object.
    pub fn code(&self, thing: Thing) -> Option<FunctionId> {
        match self.origin(thing) {
            Origin::Made(Made::Closure(function), ..) => Some(function),
            Origin::Node(node) => match self.graph.nodes[node] {
                Node::Closure { function, .. } => Some(function),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether it is a function object, or something of the host's, which makes no other objects.
    pub fn is_function(&self, thing: Thing) -> bool {
        match self.origin(thing) {
            Origin::Node(node) => matches!(
                self.graph.nodes[node],
                Node::Closure { .. } | Node::Host(_) | Node::Ephemeral(_)
            ),
            Origin::Made(Made::Closure(_), ..) => true,
            Origin::Foreign | Origin::ForeignBytes | Origin::Passed => true,
            _ => false,
        }
    }

    /// Those of the values that may have one of these types.
    pub fn of_types(&self, values: &Set, types: Types) -> Set {
        let mut all = Set::default();
        for (primitive, its) in PRIMITIVE_TYPES {
            if values.has(primitive) && !types.is_apart(Types::of(&[its])) {
                all.primitives |= primitive;
            }
        }
        let is_one = |it: &Thing| !types.is_apart(self.types(*it));
        if values.things.iter().all(|it| is_one(&it)) {
            all.things = values.things.clone();
        } else {
            all.things = values.things.iter().filter(is_one).collect();
        }
        all
    }

    /// The types that a thing may have.
    fn types(&self, thing: Thing) -> Types {
        match self.origin(thing) {
            Origin::Foreign => Types::OBJECTS,
            Origin::Passed => Types(Types::OBJECTS.0 | Types::of(&[ValueType::Symbol]).0),
            _ if self.is_function(thing) && !self.is_bytes(thing) => Types::FUNCTIONS,
            _ if self.is_symbol(thing) => Types::of(&[ValueType::Symbol]),
            // An array object is none, nor is a Uint8Array of which somebody has asked for its buffer.
            _ if self.is_array(thing) => Types::of(&[ValueType::Array, ValueType::Object]),
            _ if self.is_bytes(thing) || self.is_typed(thing) => {
                Types::of(&[ValueType::Uint8Array, ValueType::Object])
            }
            _ => Types::of(&[ValueType::Object]),
        }
    }

    pub fn is_bytes(&self, thing: Thing) -> bool {
        match self.origin(thing) {
            Origin::Bytes | Origin::ForeignBytes => true,
            Origin::Node(node) => matches!(self.graph.nodes[node], Node::Bytes(_)),
            _ => false,
        }
    }

    /// There are Uint8Arrays in the program.
    pub fn use_bytes(&mut self) {
        self.note(Place::Bytes);
    }

    pub fn is_symbol(&self, thing: Thing) -> bool {
        match self.origin(thing) {
            Origin::Node(node) => matches!(self.graph.nodes[node], Node::Symbol(_)),
            it => it == Origin::Symbol,
        }
    }

    /// Whether a key is a symbol.
    pub fn is_symbol_key(&self, keys: Keys) -> bool {
        matches!(keys, Keys::One(key) if self.key_table.key(key).text().is_none())
    }

    /// Whether a captured symbol is a private name.
    pub(super) fn is_private(&self, symbol: NodeId) -> bool {
        matches!(&self.graph.nodes[symbol], Node::Symbol(Some(text)) if text.is_private())
    }

    pub fn is_array(&self, thing: Thing) -> bool {
        match self.origin(thing) {
            Origin::Made(made, ..) => made == Made::Array,
            Origin::Rest(_) => true,
            Origin::Node(node) => matches!(self.graph.nodes[node], Node::Array(_)),
            _ => false,
        }
    }

    /// Whether it is an object or array whose prototype its place holds.
    pub fn has_prototype_place(&self, thing: Thing) -> bool {
        !self.is_typed(thing)
            && match self.origin(thing) {
                Origin::Node(node) => {
                    matches!(self.graph.nodes[node], Node::Object { .. } | Node::Array(_))
                }
                Origin::Made(made, ..) => {
                    matches!(made, Made::Object | Made::Instance | Made::Array)
                }
                Origin::Instance(_) | Origin::Prototype(_) | Origin::Rest(_) => true,
                _ => false,
            }
    }

    pub(super) fn is_object(&self, thing: Thing) -> bool {
        match self.origin(thing) {
            Origin::Node(node) => matches!(self.graph.nodes[node], Node::Object { .. }),
            _ => true,
        }
    }

    /// The thing that holds the own properties: for a captured function an object beside it.
    pub(super) fn holder(&mut self, thing: Thing) -> Thing {
        match self.origin(thing) {
            Origin::Node(node) => match self.graph.nodes[node] {
                Node::Closure {
                    properties: Some(properties),
                    ..
                } => self.node(properties),
                _ => thing,
            },
            _ => thing,
        }
    }

    pub(super) fn contents(&mut self, thing: Thing) -> Option<&mut Contents> {
        match self.origin(thing) {
            Origin::Node(node) => Some(self.facts.contents.entry(node).or_default()),
            _ => None,
        }
    }

    pub(super) fn is_scope(&self, thing: Thing) -> bool {
        match self.origin(thing) {
            Origin::Made(made, ..) => made == Made::Scope,
            Origin::Node(node) => matches!(self.graph.nodes[node], Node::Scope(_)),
            it => it == Origin::Typed,
        }
    }

    /// Those among things that are generators: of their own properties the library knows.
    pub fn generators(&self, things: &Things) -> Things {
        things.common(&self.sorts.generators)
    }

    /// Whether a scope is a generator. A captured one isn't told from the call of an async generator, which no script sees.
    fn is_generator(&self, scope: Thing) -> bool {
        let node = |value: Option<&Value>| match value {
            Some(Value::Node(node)) => Some(*node),
            _ => None,
        };
        match self.origin(scope) {
            Origin::Made(_, function, _) => {
                self.variants.body(function).kind == FunctionKind::Generator
            }
            Origin::Node(id) => {
                let Node::Scope(fields) = &self.graph.nodes[id] else {
                    return false;
                };
                let code = node(fields.get(waiting::CODE as usize));
                let prototype = node(fields.get(waiting::PROTOTYPE as usize));
                code.is_some_and(|it| matches!(self.graph.nodes[it], Node::Closure { .. }))
                    && prototype.is_some_and(|it| {
                        // An async call has its promise there.
                        !self.own_keys[it.index()].contains(&KeyId::PROMISE)
                    })
            }
            _ => false,
        }
    }

    /// Whether it is a typed array that isn't its own bytes.
    pub fn is_typed(&self, thing: Thing) -> bool {
        match self.origin(thing) {
            Origin::Node(node) => self.graph.is_typed_array(node),
            it => it == Origin::Typed,
        }
    }

    /// What a builtin slot holds.
    pub fn builtin(&mut self, builtin: Builtin) -> Set {
        let value = self.graph.builtins.get(&builtin);
        value.map(|it| self.value_set(it)).unwrap_or_default()
    }

    /// The node and the members of a thing that is a module namespace.
    pub fn namespace(&self, thing: Thing) -> Option<(NodeId, &'a [(Text, VariableId)])> {
        let graph = self.graph;
        match self.origin(thing) {
            Origin::Node(node) => match &graph.nodes[node] {
                Node::Namespace(members) => Some((node, members)),
                _ => None,
            },
            _ => None,
        }
    }
}
