//! Families: where a program captured many objects that look the same, such as the nodes of a list or the
//! rows of a table, analysis takes them for one. Else the time it needs would grow with the square of
//! their number.

use microvium_ir::{FunctionId, Graph, Key, Node, NodeId, Value};
use std::collections::{BTreeMap, BTreeSet};

/// So many lookalikes are still told apart.
const MOST: usize = 16;

/// What objects have in common that look the same.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Look<'a> {
    Array(usize, u8, bool),
    Object(Option<NodeId>, Option<FunctionId>, Vec<(&'a Key, u8)>, u8),
}

/// The families, each named by its first member.
#[derive(Default)]
pub struct Families {
    heads: BTreeMap<NodeId, NodeId>,
    members: BTreeMap<NodeId, Vec<NodeId>>,
}

impl Families {
    /// Finds the families of a graph. Prototypes and the objects that hold the properties of functions
    /// are in none: which of them is meant matters.
    pub fn new(graph: &Graph) -> Families {
        let mut apart: BTreeSet<NodeId> = BTreeSet::new();
        for (id, node) in graph.nodes.iter() {
            match node {
                Node::Object {
                    prototype,
                    properties,
                    ..
                } => {
                    apart.extend(node_of(prototype));
                    if properties.iter().any(|it| it.setter.is_some()) {
                        apart.insert(id);
                    }
                    let named = properties.iter().find(|it| it.key.is("prototype"));
                    apart.extend(named.and_then(|property| node_of(&property.value)));
                }
                Node::Closure { properties, .. } => apart.extend(properties),
                _ => {}
            }
        }
        let mut looks: BTreeMap<Look, Vec<NodeId>> = BTreeMap::new();
        for (id, node) in graph.nodes.iter().filter(|(id, _)| !apart.contains(id)) {
            let flags = graph.flags(id);
            let look = match node {
                Node::Array(elements) => Look::Array(elements.len(), flags, graph.is_weak(id)),
                Node::Object {
                    prototype,
                    properties,
                    constructor,
                } => {
                    let keys = properties.iter().map(|it| (&it.key, it.attributes));
                    Look::Object(node_of(prototype), *constructor, keys.collect(), flags)
                }
                _ => continue,
            };
            looks.entry(look).or_default().push(id);
        }
        let mut families = Families::default();
        for members in looks.into_values().filter(|members| members.len() > MOST) {
            let head = members[0];
            families
                .heads
                .extend(members.iter().map(|member| (*member, head)));
            families.members.insert(head, members);
        }
        families
    }

    /// The node that stands for a node in analysis.
    pub fn head(&self, node: NodeId) -> NodeId {
        self.heads.get(&node).copied().unwrap_or(node)
    }

    /// The nodes that a node stands for.
    pub fn members(&self, head: NodeId) -> Vec<NodeId> {
        self.members.get(&head).cloned().unwrap_or(vec![head])
    }

    /// Every family: its head and its members.
    pub fn iter(&self) -> impl Iterator<Item = (NodeId, &[NodeId])> {
        self.members
            .iter()
            .map(|(head, members)| (*head, members.as_slice()))
    }
}

fn node_of(value: &Value) -> Option<NodeId> {
    match value {
        Value::Node(node) => Some(*node),
        Value::Constant(_) | Value::Fault(_) => None,
    }
}
