//! What a program does that means something else here than in ECMAScript: builds warn of it.

use super::{Flow, symbol};
use crate::facts::Difference;
use crate::keys::{KeyId, KeyTable, Keys};
use crate::place::Place;
use crate::set::Set;
use microvium_format::Builtin;
use microvium_ir::{Graph, Key, Node, NodeId, Property, Value};

/// The properties by which a script makes a difference.
pub(super) struct Differing {
    /// What arrays and typed arrays inherit from: those with numbers as keys.
    indexed: Vec<NodeId>,
    /// What says what array methods make.
    species: Vec<(NodeId, KeyId)>,
}

impl Differing {
    pub fn new(graph: &Graph, key_table: &mut KeyTable) -> Differing {
        let builtin = |builtin| match graph.builtins.get(&builtin) {
            Some(Value::Node(node)) => Some(*node),
            _ => None,
        };
        let indexed = [
            Builtin::ArrayPrototype,
            Builtin::BytesPrototype,
            Builtin::TypedPrototype,
            Builtin::ObjectPrototype,
        ];
        let mut species = Vec::new();
        if let Some(arrays) = builtin(Builtin::ArrayPrototype) {
            species.push((arrays, key_table.id(&"constructor".into())));
            // Both may be there, or one of them still be lazy.
            let constructors = [
                own(graph, arrays, &"constructor".into()),
                graph.global(&"Array".into()),
            ];
            let constructor = constructors
                .into_iter()
                .flatten()
                .find_map(|it| match it.value {
                    Value::Node(node) if matches!(graph.nodes[node], Node::Closure { .. }) => {
                        Some(node)
                    }
                    _ => None,
                });
            if let (Some(constructor), Some(symbol)) = (constructor, symbol(graph, "species"))
                && let Node::Closure { properties, .. } = &graph.nodes[constructor]
            {
                species.extend(properties.map(|it| (it, key_table.id(&Key::Symbol(symbol)))));
            }
        }
        Differing {
            indexed: indexed.into_iter().filter_map(builtin).collect(),
            species,
        }
    }
}

impl Flow<'_> {
    /// What is different when the snapshot is taken.
    pub(super) fn find_differences(&mut self) {
        let graph = self.graph;
        let indexed = self.differing.indexed.iter();
        if (indexed.flat_map(|it| &self.own_keys[it.index()])).any(|it| it.is_numeric()) {
            self.facts.differences.insert(Difference::Indices);
        }
        // The library's function of that name, or what stands for it.
        let is_as_made = |property: &Property, name: &str| match &property.value {
            Value::Node(node) => match &graph.nodes[*node] {
                Node::Closure { function, .. } => {
                    let function = &self.program.functions[*function];
                    let module = self.program.library_module(function.position.file);
                    module.is_some() && function.name == name
                }
                node => matches!(node, Node::Lazy(_)),
            },
            _ => false,
        };
        let names = ["Array", "species"];
        let mut species = self.differing.species.iter().zip(names);
        if species.any(|(&(node, key), name)| {
            let property = own(graph, node, self.key_table.key(key));
            !property.is_some_and(|it| is_as_made(it, name))
        }) {
            self.facts.differences.insert(Difference::Species);
        }
        let inherits = |node: &Node| match node {
            Node::Object { prototype, .. } => is_protected(graph, prototype),
            _ => false,
        };
        if graph.nodes.iter().any(|(_, node)| inherits(node)) {
            self.facts.differences.insert(Difference::Parents);
        }
    }

    /// Properties of a node are written, defined or deleted.
    pub(super) fn watch_differences(&mut self, node: NodeId, keys: Keys) {
        if let Keys::One(key) = keys
            && self.differing.species.contains(&(node, key))
        {
            self.facts.differences.insert(Difference::Species);
        }
    }

    /// Something inherits from these.
    pub fn inherit_from(&mut self, prototypes: &Set) {
        let mut prototypes = prototypes.things.iter();
        if prototypes.any(|it| self.namespace(it).is_some()) {
            self.facts.differences.insert(Difference::Parents);
        }
    }

    /// Where there are array objects, array methods ask what they make.
    pub(super) fn drop_differences(&mut self) {
        if self.is_filled(Place::ArrayObjects) {
            self.facts.differences.remove(&Difference::Species);
        }
    }
}

/// Whether a value is a frozen mere array, or a module namespace.
fn is_protected(graph: &Graph, value: &Value) -> bool {
    let Value::Node(id) = value else {
        return false;
    };
    match graph.nodes[*id] {
        Node::Array(_) => graph.closed.contains(id),
        Node::Namespace(_) => true,
        _ => false,
    }
}

/// An own property of a captured object.
fn own<'g>(graph: &'g Graph, node: NodeId, key: &Key) -> Option<&'g Property> {
    match &graph.nodes[node] {
        Node::Object { properties, .. } => properties.iter().find(|it| it.key == *key),
        _ => None,
    }
}
