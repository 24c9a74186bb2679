//! What a program does that means something else here than in ECMAScript: builds warn of it.

use super::Flow;
use crate::facts::Difference;
use crate::keys::{KeyId, KeyTable};
use crate::place::{Accessor, Place};
use crate::set::{Set, Things};
use microvium_format::Builtin;
use microvium_format::attribute::READONLY;
use microvium_ir::{Graph, Node, Property, Value};

/// What is different when the snapshot is taken.
pub(super) fn differences(graph: &Graph, key_table: &mut KeyTable) -> Vec<Difference> {
    let mut differences = Vec::new();
    let mut by_number = |builtin| {
        let mut found = Vec::new();
        if let Some(Value::Node(node)) = graph.builtins.get(&builtin)
            && let Node::Object { properties, .. } = &graph.nodes[*node]
        {
            found.extend(properties);
            found.retain(|it: &&Property| key_table.id(&it.key).is_numeric());
        }
        found
    };
    let objects = by_number(Builtin::ObjectPrototype);
    let arrays = by_number(Builtin::ArrayPrototype);
    let refuses = |it: &&Property| it.setter.is_some() || it.attributes & READONLY != 0;
    if objects.iter().chain(&arrays).any(refuses) {
        differences.push(Difference::Indices);
    }
    let bytes = by_number(Builtin::BytesPrototype);
    let typed = by_number(Builtin::TypedPrototype);
    if !(objects.is_empty() && bytes.is_empty() && typed.is_empty()) {
        differences.push(Difference::TypedIndices);
    }
    let inherits = |node: &Node| match node {
        Node::Object { prototype, .. } => is_protected(graph, prototype),
        _ => false,
    };
    if graph.nodes.iter().any(|(_, node)| inherits(node)) {
        differences.push(Difference::Parents);
    }
    differences
}

impl Flow<'_> {
    /// A constructor of a script makes an instance for one of these.
    pub fn watch_targets(&mut self, targets: &Things) {
        for target in targets.iter() {
            let holder = self.holder(target);
            let key = KeyId::PROTOTYPE;
            if self.is_filled(Place::Getter(Accessor { holder, key })) {
                self.facts.differences.insert(Difference::PrototypeGetters);
            }
        }
    }

    /// Something inherits from these.
    pub fn inherit_from(&mut self, prototypes: &Set) {
        let mut prototypes = prototypes.things.iter();
        if prototypes.any(|it| self.namespace(it).is_some()) {
            self.facts.differences.insert(Difference::Parents);
        }
    }

    /// Only where there are typed arrays their prototypes count.
    pub(super) fn drop_differences(&mut self) {
        if !self.is_filled(Place::Bytes) {
            self.facts.differences.remove(&Difference::TypedIndices);
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
