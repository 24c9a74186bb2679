//! What a thing is, and where what it holds is kept.

use super::Flow;
use crate::facts::Contents;
use crate::place::Place;
use crate::set::{Made, Set, Thing};
use microvium_format::Builtin;
use microvium_ir::{FunctionId, Node, NodeId, Text, VariableId};

impl<'a> Flow<'a> {
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

    /// Whether a captured symbol is a private name.
    pub(super) fn is_private(&self, symbol: NodeId) -> bool {
        matches!(&self.graph.nodes[symbol], Node::Symbol(Some(text)) if text.is_private())
    }

    pub fn is_array(&self, thing: Thing) -> bool {
        match thing {
            Thing::Made(made, ..) => made == Made::Array,
            Thing::Rest(_) => true,
            Thing::Node(node) => matches!(self.graph.nodes[node], Node::Array(_)),
            _ => false,
        }
    }

    pub(super) fn is_object(&self, thing: Thing) -> bool {
        match thing {
            Thing::Node(node) => matches!(self.graph.nodes[node], Node::Object { .. }),
            _ => true,
        }
    }

    /// The thing that holds the own properties: for a captured function an object beside it.
    pub(super) fn holder(&self, thing: Thing) -> Thing {
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

    pub(super) fn contents(&mut self, thing: Thing) -> Option<&mut Contents> {
        match thing {
            Thing::Node(node) => Some(self.facts.contents.entry(node).or_default()),
            _ => None,
        }
    }

    pub(super) fn is_scope(&self, thing: Thing) -> bool {
        match thing {
            Thing::Made(made, ..) => made == Made::Scope,
            Thing::Node(node) => matches!(self.graph.nodes[node], Node::Scope(_)),
            _ => thing == Thing::Typed,
        }
    }

    /// Whether it is a typed array that isn't its own bytes.
    pub fn is_typed(&self, thing: Thing) -> bool {
        match thing {
            Thing::Node(node) => self.graph.is_typed_array(node),
            _ => thing == Thing::Typed,
        }
    }

    /// What a builtin slot holds.
    pub(super) fn builtin(&self, builtin: Builtin) -> Set {
        let value = self.graph.builtins.get(&builtin);
        value.map(|it| self.value_set(it)).unwrap_or_default()
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
}
