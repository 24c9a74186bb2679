//! What a program does that means something else here than in ECMAScript: builds warn of it.

use super::Flow;
use crate::facts::Difference;
use crate::keys::{KeyId, KeyTable};
use crate::place::{Accessor, Place};
use crate::set::{Set, Things};
use microvium_format::Builtin;
use microvium_format::attribute::READONLY;
use microvium_ir::{Graph, Node, Property, Text, Value};

/// What is different when the snapshot is taken.
pub(super) fn differences(graph: &Graph, key_table: &mut KeyTable) -> Vec<Difference> {
    let mut differences = Vec::new();
    let refuses = |it: &Property| it.setter.is_some() || it.attributes & READONLY != 0;
    let is_index = |it: &Property| it.key.text().is_some_and(is_index);
    let arrays = inherited(graph, Builtin::ArrayPrototype);
    if arrays.iter().any(|it| refuses(it) && is_index(it)) {
        differences.push(Difference::Indices);
    }
    let typed = inherited(graph, Builtin::BytesPrototype);
    if (typed.iter()).any(|it| key_table.id(&it.key).is_numeric()) {
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
            let getter = self.get(Place::Getter(Accessor { holder, key }));
            if !getter.things.is_empty() {
                self.facts.differences.insert(Difference::PrototypeGetters);
            }
        }
    }

    /// Something inherits from these.
    pub fn inherit_from(&mut self, prototypes: &Set) {
        let is_exotic = |it| self.namespace(it).is_some() || self.is_bytes(it) || self.is_typed(it);
        if prototypes.things.iter().any(is_exotic) {
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

/// Whether a text is that of an array index.
fn is_index(text: &Text) -> bool {
    let text = text.to_display();
    let number = text.parse::<u32>();
    number.is_ok_and(|it| it < u32::MAX && it.to_string() == text)
}

/// What inherits from a builtin inherits these properties.
fn inherited(graph: &Graph, builtin: Builtin) -> Vec<&Property> {
    let mut found = Vec::new();
    let mut next = graph.builtins.get(&builtin);
    while let Some(Value::Node(node)) = next
        && let Node::Object {
            prototype,
            properties,
            ..
        } = &graph.nodes[*node]
    {
        found.extend(properties);
        next = Some(prototype);
    }
    found
}

/// Whether a value is a frozen mere array, a typed array, or a module namespace.
fn is_protected(graph: &Graph, value: &Value) -> bool {
    let Value::Node(id) = value else {
        return false;
    };
    match graph.nodes[*id] {
        Node::Array(_) => graph.closed.contains(id),
        Node::Namespace(_) | Node::Bytes(_) => true,
        _ => graph.is_typed_array(*id),
    }
}
