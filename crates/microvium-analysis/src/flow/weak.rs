//! Weak lists: what they hold counts when its key does.

use super::Flow;
use crate::facts::Facts;
use crate::family::Families;
use crate::place::Place;
use crate::set::Set;
use microvium_format::Builtin;
use microvium_ir::{Graph, Node, NodeId, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The captured weak lists, by what is in them.
#[derive(Default)]
pub struct Weak {
    /// The nodes that own lists.
    owners: BTreeSet<NodeId>,
    /// The lists that have a node as a key, and the values there.
    pairs: BTreeMap<NodeId, Vec<(NodeId, Vec<Value>)>>,
}

impl Weak {
    pub fn new(graph: &Graph, families: &Families) -> Weak {
        let mut weak = Weak::default();
        for &list in &graph.weak {
            let owner = graph.owner(list);
            weak.owners.extend(owner.map(|it| families.head(it)));
            let Node::Array(elements) = &graph.nodes[list] else {
                continue;
            };
            for pair in elements.get(1..).unwrap_or_default().chunks(2) {
                if let Some(Value::Node(key)) = pair.first() {
                    let pairs = weak.pairs.entry(families.head(*key)).or_default();
                    pairs.push((families.head(list), pair.to_vec()));
                }
            }
        }
        weak
    }
}

impl Flow<'_> {
    /// Code may hold a node, which may be an owner or a key.
    pub(super) fn see_weakly(&mut self, node: NodeId) {
        if self.weak.owners.contains(&node) {
            self.use_builtin(Builtin::WeakLists);
        }
        for (list, pair) in self.weak.pairs.remove(&node).unwrap_or_default() {
            let mut set = Set::default();
            pair.iter().for_each(|it| {
                set.add(&self.value_set(it));
            });
            let list = self.node(list);
            self.add(Place::Elements(list), &set);
        }
    }
}

/// Keeps the lists whose owners are reached: the collector writes to them.
pub fn keep_lists(graph: &Graph, facts: &mut Facts) {
    let Some(Value::Node(all)) = graph.builtins.get(&Builtin::WeakLists) else {
        return;
    };
    let kept = |it: &NodeId| {
        graph
            .owner(*it)
            .is_some_and(|it| facts.identities.contains(&it))
    };
    let mut lists: Vec<NodeId> = graph.weak.iter().copied().filter(kept).collect();
    if !lists.is_empty() || facts.identities.contains(all) {
        lists.push(*all);
        facts.builtins.insert(Builtin::WeakLists);
    }
    for list in lists {
        facts.identities.insert(list);
        let contents = facts.contents.entry(list).or_default();
        contents.elements = true;
        contents.written = true;
    }
}
