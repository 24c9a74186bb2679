//! How arrays and strings are iterated, and whether a script changes that.

use super::{Flow, marked, symbol};
use crate::keys::Keys;
use crate::place::Place;
use crate::thing::{Origin, Thing};
use microvium_format::Builtin;
use microvium_ir::{Graph, Key, NodeId, Value};

/// The properties that say it: those of the prototypes, of what their iterators inherit from, and `return`, which
/// no iterator of the language has.
pub(super) fn properties(graph: &Graph) -> Vec<(NodeId, Key)> {
    let mut properties = Vec::new();
    let builtin = |builtin| match graph.builtins.get(&builtin) {
        Some(Value::Node(node)) => Some(*node),
        _ => None,
    };
    let symbol = symbol(graph, "iterator");
    for prototype in [Builtin::ArrayPrototype, Builtin::StringPrototype] {
        if let (Some(prototype), Some(symbol)) = (builtin(prototype), symbol) {
            properties.push((prototype, Key::Symbol(symbol)));
        }
    }
    for id in marked(graph, b"iterator") {
        properties.extend([(id, "next".into()), (id, "return".into())]);
    }
    let objects = builtin(Builtin::ObjectPrototype);
    properties.extend(objects.map(|it| (it, "return".into())));
    properties
}

impl Flow<'_> {
    /// Properties of a thing are written, defined or deleted.
    pub fn watch(&mut self, thing: Thing, keys: Keys) {
        let Origin::Node(node) = self.origin(thing) else {
            return;
        };
        self.watch_species(node, keys);
        let mut watched = self.iteration.iter();
        if !self.facts.iterates_anew && watched.any(|(it, key)| *it == node && keys.contains(*key))
        {
            self.facts.iterates_anew = true;
            self.note(Place::IteratesAnew);
        }
    }
}
