//! What of the library a key may mean that isn't known: what scripts name.

use super::Flow;
use crate::keys::{KeyId, KeyTable};
use crate::place::{Accessor, Place};
use crate::set::Set;
use crate::thing::{Origin, Thing};
use microvium_format::attribute::HIDDEN;
use microvium_ir::{Constant, Graph, Key, Node, Op, Program, Property, Text, Value};
use rustc_hash::FxHashSet;

impl Flow<'_> {
    /// Whether a property is something of the library that nothing has named. A key that isn't known doesn't
    /// mean it: else one `list[key]` would reach every method of arrays, and with them the whole library.
    pub(super) fn is_unnamed(&self, key: KeyId, property: &Property) -> bool {
        is_lazy(self.graph, &property.value) && !self.named.contains(&key)
    }

    /// The keys of objects are listed: those of the library's that others have too are what a key may be. It may be one that
    /// isn't enumerable only if a script has made it while the program runs.
    pub fn list_keys(&mut self, values: &Set) {
        for thing in values.things.iter() {
            let holder = self.holder(thing);
            let mut keys = self.places.keys(holder);
            keys.extend(self.captured_keys(holder, |_, it| it.attributes & HIDDEN == 0));
            keys.extend(self.places.accessor_keys(holder));
            for key in keys {
                if self.lazy.contains(&key) && !self.named.contains(&key) && self.lists(holder, key)
                {
                    self.listed.insert(self.key_table.key(key).clone());
                }
            }
        }
    }

    /// Whether a thing itself has a property of that key that may be listed.
    fn lists(&mut self, holder: Thing, key: KeyId) -> bool {
        match self.origin(holder) {
            Origin::Prototype(_) if key == KeyId::CONSTRUCTOR => return false,
            Origin::Node(node) => {
                if let Some(property) = self.captured_property(node, key) {
                    return property.attributes & HIDDEN == 0;
                }
            }
            _ => {}
        }
        let accessor = Accessor { holder, key };
        let places = [
            Place::Property(holder, key),
            Place::Getter(accessor),
            Place::Setter(accessor),
        ];
        places.into_iter().any(|it| self.is_filled(it))
    }
}

/// Whether a value is something of the library that isn't loaded.
fn is_lazy(graph: &Graph, value: &Value) -> bool {
    matches!(value, Value::Node(node) if matches!(graph.nodes[*node], Node::Lazy(_)))
}

/// The keys of such values.
pub(super) fn lazy_keys(graph: &Graph, key_table: &mut KeyTable) -> FxHashSet<KeyId> {
    let mut keys = FxHashSet::default();
    for (_, node) in graph.nodes.iter() {
        if let Node::Object { properties, .. } = node {
            let properties = properties.iter().filter(|it| is_lazy(graph, &it.value));
            keys.extend(properties.map(|it| key_table.id(&it.key)));
        }
    }
    keys
}

/// Those that are texts in scripts, and so may be what a key is that isn't known. Keys of object literals aren't, unless they
/// are listed, but for `__proto__`: who copies that by assignment changes a prototype.
pub(super) fn named(
    program: &Program,
    graph: &Graph,
    lazy: &FxHashSet<KeyId>,
    key_table: &mut KeyTable,
) -> FxHashSet<KeyId> {
    let mut named = FxHashSet::default();
    let accessor = Text::from("__proto__");
    let mut has_accessor = graph.nodes.iter().any(|(_, node)| match node {
        Node::Object { properties, .. } => (properties.iter()).any(|it| {
            it.key == Key::from(&accessor) && it.setter.is_none() && !is_lazy(graph, &it.value)
        }),
        _ => false,
    });
    for (_, function) in program.functions.iter() {
        if program.library_module(function.position.file).is_some() {
            continue;
        }
        let blocks = function.blocks.iter();
        for instruction in blocks.flat_map(|(_, block)| &block.instructions) {
            match &instruction.op {
                Op::Constant(Constant::String(text)) => {
                    let key = key_table.id(&text.into());
                    if lazy.contains(&key) {
                        named.insert(key);
                    }
                }
                Op::Object(keys, _) => has_accessor |= keys.contains(&accessor),
                _ => {}
            }
        }
    }
    if has_accessor {
        named.insert(key_table.id(&(&accessor).into()));
    }
    named
}
