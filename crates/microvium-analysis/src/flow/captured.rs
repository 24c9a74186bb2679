//! What places held when the snapshot was taken.

use super::Flow;
use crate::keys::{KeyId, Keys};
use crate::place::{Accessor, Place};
use crate::set::{NULLISH, PRIMITIVES, Set};
use crate::thing::{Made, Origin};
use microvium_format::Builtin;
use microvium_ir::{Graph, Node, NodeId, Property, Value};

impl<'a> Flow<'a> {
    /// What a place held when the snapshot was taken.
    pub(super) fn captured(&mut self, place: Place) -> Set {
        let graph = self.graph;
        let builtin = |builtin| graph.builtins.get(&builtin);
        let origin = |thing| self.origin(thing);
        let value = match place {
            Place::Variable(variable) => graph.variables.get(&variable),
            Place::Property(thing, key) => match origin(thing) {
                Origin::Node(node) => return self.captured_properties(node, Keys::One(key)),
                _ => None,
            },
            Place::Getter(Accessor { holder, key }) => match origin(holder) {
                Origin::Node(node) => self.captured_accessor(node, key).map(|it| &it.value),
                _ => None,
            },
            Place::Setter(Accessor { holder, key }) => match origin(holder) {
                Origin::Node(node) => {
                    let accessor = self.captured_accessor(node, key);
                    accessor.and_then(|it| it.setter.as_ref())
                }
                _ => None,
            },
            Place::Elements(thing) => {
                let mut set = Set::primitives(NULLISH);
                if let Origin::Node(node) = origin(thing) {
                    set.add(&self.captured_properties(node, Keys::Numeric));
                }
                return set;
            }
            Place::Field(thing, index) => match origin(thing) {
                Origin::Node(node) => match &graph.nodes[node] {
                    Node::Scope(fields) => fields.get(index as usize),
                    _ => None,
                },
                _ => None,
            },
            Place::Local(..) => return Set::primitives(NULLISH),
            Place::Prototype(thing) => match origin(thing) {
                Origin::Node(node) => match &graph.nodes[node] {
                    Node::Object { prototype, .. } => Some(prototype),
                    Node::Array(_) => builtin(Builtin::ArrayPrototype),
                    Node::Bytes(_) => builtin(Builtin::BytesPrototype),
                    // Of a class that extends another one, the prototype is that of its properties.
                    Node::Closure { properties, .. } => properties
                        .and_then(|properties| match &graph.nodes[properties] {
                            Node::Object { prototype, .. } => Some(prototype),
                            _ => None,
                        })
                        .filter(|prototype| matches!(prototype, Value::Node(_)))
                        .or(builtin(Builtin::FunctionPrototype)),
                    Node::Host(_) | Node::Ephemeral(_) => builtin(Builtin::FunctionPrototype),
                    Node::Symbol(_) => builtin(Builtin::SymbolPrototype),
                    Node::Namespace(_) | Node::Scope(_) | Node::Lazy(_) => None,
                },
                Origin::Made(Made::Object, ..) | Origin::Prototype(_) => {
                    builtin(Builtin::ObjectPrototype)
                }
                Origin::Made(Made::Array, ..) => builtin(Builtin::ArrayPrototype),
                Origin::Made(Made::Closure(_), ..) => builtin(Builtin::FunctionPrototype),
                Origin::Symbol => builtin(Builtin::SymbolPrototype),
                Origin::Made(Made::Instance | Made::Scope, ..)
                | Origin::Instance(_)
                | Origin::Typed
                | Origin::Foreign
                | Origin::Passed
                | Origin::Unnamed => None,
                Origin::Rest(_) => builtin(Builtin::ArrayPrototype),
                Origin::Bytes | Origin::ForeignBytes => builtin(Builtin::BytesPrototype),
            },
            _ => None,
        };
        value.map(|it| self.value_set(it)).unwrap_or_default()
    }

    /// What a node and those that it stands for hold: elements, and properties with some keys.
    pub(super) fn captured_properties(&mut self, node: NodeId, wanted: Keys) -> Set {
        let graph = self.graph;
        let mut set = Set::default();
        for member in self.families.members(node) {
            match &graph.nodes[member] {
                Node::Object { properties, .. } => {
                    for (index, property) in properties.iter().enumerate() {
                        let key = self.own_keys[member.index()][index];
                        if property.setter.is_none() && wanted.contains(key) {
                            set.add(&self.value_set(&property.value));
                        }
                    }
                }
                Node::Array(elements) if wanted == Keys::Numeric => {
                    let seen = |it| self.is_seen(it);
                    let elements = graph.elements(member, elements, seen);
                    for element in elements {
                        set.add(&self.value_set(element));
                    }
                }
                _ => {}
            }
        }
        set
    }

    /// A captured accessor. Objects that have one are in no family.
    fn captured_accessor(&self, node: NodeId, key: KeyId) -> Option<&'a Property> {
        let property = self.captured_property(node, key)?;
        property.setter.is_some().then_some(property)
    }

    /// A captured property.
    pub(super) fn captured_property(&self, node: NodeId, key: KeyId) -> Option<&'a Property> {
        let graph: &'a Graph = self.graph;
        let Node::Object { properties, .. } = &graph.nodes[node] else {
            return None;
        };
        let index = self.own_keys[node.index()]
            .iter()
            .position(|it| *it == key)?;
        properties.get(index)
    }

    /// A captured value.
    pub fn value_set(&mut self, value: &Value) -> Set {
        match value {
            Value::Constant(constant) => Set::constant(constant),
            Value::Fault(_) => Set::primitives(PRIMITIVES),
            Value::Node(node) => Set::of(self.node(self.families.head(*node))),
        }
    }
}
