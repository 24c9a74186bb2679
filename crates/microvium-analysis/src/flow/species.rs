//! What array methods make (ArraySpeciesCreate): mere arrays, unless a script changes the `constructor` of `Array.prototype` or
//! the species of `Array`, or there are array objects.

use super::{Flow, symbol};
use crate::keys::Keys;
use crate::place::Place;
use microvium_format::Builtin;
use microvium_ir::{FunctionId, Graph, Key, Node, NodeId, Program, Value};

/// A property that says it, of a node that may be a function: its key, and the name of the function that is its value or
/// getter.
pub(super) struct Watched {
    pub node: NodeId,
    pub key: Key,
    made: &'static str,
}

/// The properties that say it.
pub(super) fn properties(program: &Program, graph: &Graph) -> Vec<Watched> {
    let mut properties = Vec::new();
    if let Some(Value::Node(arrays)) = graph.builtins.get(&Builtin::ArrayPrototype) {
        properties.push(Watched {
            node: *arrays,
            key: "constructor".into(),
            made: "Array",
        });
    }
    let mut nodes = graph.nodes.iter();
    let array = nodes.find(|(_, node)| match node {
        Node::Closure { function, .. } => is_library(program, *function, "Array"),
        _ => false,
    });
    if let (Some((array, _)), Some(symbol)) = (array, symbol(graph, "species")) {
        properties.push(Watched {
            node: array,
            key: Key::Symbol(symbol),
            made: "species",
        });
    }
    properties
}

/// Whether a function is the library's one of this name.
fn is_library(program: &Program, function: FunctionId, name: &str) -> bool {
    let function = &program.functions[function];
    function.name == name && program.library_module(function.position.file).is_some()
}

/// Whether there are array objects, or a script has changed one of the properties.
pub(super) fn is_asked(program: &Program, graph: &Graph, properties: &[Watched]) -> bool {
    let is_as_made = |it: &Watched| {
        let holder = match graph.nodes[it.node] {
            Node::Closure { properties, .. } => properties.unwrap_or(it.node),
            _ => it.node,
        };
        let Node::Object { properties, .. } = &graph.nodes[holder] else {
            return false;
        };
        let property = properties.iter().find(|own| own.key == it.key);
        match property.map(|it| &it.value) {
            Some(Value::Node(node)) => match &graph.nodes[*node] {
                Node::Closure { function, .. } => is_library(program, *function, it.made),
                node => matches!(node, Node::Lazy(_)),
            },
            _ => false,
        }
    };
    !graph.array_objects.is_empty() || !properties.iter().all(is_as_made)
}

impl Flow<'_> {
    /// Properties of a node are written, defined or deleted.
    pub(super) fn watch_species(&mut self, node: NodeId, keys: Keys) {
        let mut watched = self.species.iter();
        if watched.any(|(it, key)| *it == node && keys.contains(*key)) {
            self.ask_species();
        }
    }

    /// Array methods may have to make something else than mere arrays.
    pub(super) fn ask_species(&mut self) {
        if !self.facts.asks_species {
            self.facts.asks_species = true;
            self.note(Place::AsksSpecies);
        }
    }
}
