//! What places held when the snapshot was taken.

use super::Flow;
use crate::keys::is_numeric;
use crate::place::Place;
use crate::set::{Made, NULLISH, Set, Thing};
use microvium_format::Builtin;
use microvium_ir::{Graph, Key, Node, NodeId, Property, Value};

impl<'a> Flow<'a> {
    /// What a place held when the snapshot was taken.
    pub(super) fn captured(&self, place: &Place) -> Set {
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
                | Thing::Typed
                | Thing::Foreign => None,
                Thing::Rest(_) => builtin(Builtin::ArrayPrototype),
                Thing::Bytes | Thing::ForeignBytes => builtin(Builtin::BytesPrototype),
            },
            _ => None,
        };
        value.map(|it| self.value_set(it)).unwrap_or_default()
    }

    /// What a node and those that it stands for hold: elements, and properties with some keys.
    pub(super) fn captured_properties(&self, node: NodeId, wanted: impl Fn(&Key) -> bool) -> Set {
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
                    let seen = |it| self.seen[self.families.head(it).index()];
                    for element in self.graph.elements(member, elements, seen) {
                        set.add(&self.value_set(element));
                    }
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

    /// Whether a value is something of the library that nothing has named. A key that isn't known doesn't
    /// mean it: else one `list[key]` would reach every method of arrays, and with them the whole library.
    pub(super) fn is_lazy(graph: &Graph, value: &Value) -> bool {
        matches!(value, Value::Node(node) if matches!(graph.nodes[*node], Node::Lazy(_)))
    }

    /// A captured value.
    pub fn value_set(&self, value: &Value) -> Set {
        match value {
            Value::Constant(constant) => Set::constant(constant),
            Value::Node(node) => Set::of(Thing::Node(self.families.head(*node))),
        }
    }
}
