//! Which nodes lie in RAM: those that may be written, and those that may become garbage and refer to such.
//!
//! What is in ROM can't be collected, so its references to RAM last for ever. For a node that lasts for
//! ever anyway that is right. For another it would be a leak: the first node of a queue, never written
//! and long passed, would keep the second one, and with it all that have been appended since.

use microvium_analysis::Facts;
use microvium_format::Builtin;
use microvium_ir::{Function, FunctionId, Graph, Key, Node, NodeId, Op, Program, Property, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What the encoder knows of the program when it decides what a node refers to.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The code.
    pub program: &'a Program,
    /// The captured state.
    pub graph: &'a Graph,
    /// What of it matters.
    pub facts: &'a Facts,
}

impl<'a> Scene<'a> {
    /// The nodes that have to lie in RAM.
    pub fn in_ram(self) -> BTreeSet<NodeId> {
        let facts = self.facts;
        let variables = (facts.read_variables)
            .difference(&facts.written_variables)
            .filter_map(|variable| self.graph.variables.get(variable));
        // A global is a slot or a constant; where the global object is a value, it may be its property.
        let (written, constant) = self.globals();
        let builtins = (facts.builtins.iter())
            .filter_map(|builtin| self.graph.builtins.get(builtin))
            .filter_map(|value| facts.prototype(self.graph, value));
        let lasting: Vec<NodeId> = variables
            .chain(constant)
            .chain(self.graph.exports.values())
            .filter_map(node_of)
            .chain(self.graph.global.filter(|_| facts.shows_global(self.graph)))
            .chain(builtins)
            .collect();
        let slots = (facts.written_variables.intersection(&facts.read_variables))
            .filter_map(|variable| self.graph.variables.get(variable));
        let slots = slots.chain(written).filter_map(node_of);

        // Shapes are in ROM, so the prototypes they name last.
        let all = reach(lasting.iter().copied().chain(slots), |node| {
            let mut next = self.references(node);
            next.extend(self.prototype(node));
            next
        });
        let prototypes = all.iter().filter_map(|node| self.prototype(*node));
        let lasting = reach(
            lasting.iter().copied().chain(prototypes),
            |node| match self.moves(node) {
                true => Vec::new(),
                false => self.references(node),
            },
        );

        let mut referrers: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
        for &node in &all {
            for target in self.references(node) {
                referrers.entry(target).or_default().push(node);
            }
        }
        let starts = all.iter().copied().filter(|node| {
            self.moves(*node) || self.has_new_properties(*node) && !lasting.contains(node)
        });
        reach(starts, |node| {
            let referrers = referrers.get(&node).into_iter().flatten();
            let passing = referrers.filter(|it| !lasting.contains(it));
            passing.copied().collect()
        })
    }

    /// The values of the globals that code reads by their names: those that it assigns, and the others.
    fn globals(self) -> (Vec<&'a Value>, Vec<&'a Value>) {
        let Some(Node::Object { properties, .. }) =
            self.graph.global.map(|it| &self.graph.nodes[it])
        else {
            return Default::default();
        };
        let kept = properties.iter().filter(|it| {
            (self.graph.global).is_some_and(|global| self.facts.keeps_property(global, &it.key))
        });
        let (written, constant): (Vec<_>, Vec<_>) = kept.partition(|it| {
            it.key
                .text()
                .is_some_and(|name| self.facts.written_globals.contains(name))
        });
        let values = |of: Vec<&'a Property>| of.into_iter().map(|it| &it.value).collect();
        (values(written), values(constant))
    }

    /// Whether the node itself may change.
    fn moves(self, node: NodeId) -> bool {
        match self.graph.nodes[node] {
            Node::Object { .. } | Node::Array(_) | Node::Bytes(_) | Node::Scope(_) => {
                (self.facts.is_written(node) || self.facts.shows_closed(node))
                    && (!self.graph.is_frozen(node) || self.facts.adds_private(node))
            }
            Node::Closure { .. }
            | Node::Namespace(_)
            | Node::Host(_)
            | Node::Symbol(_)
            | Node::Ephemeral(_)
            | Node::Lazy(_) => false,
        }
    }

    /// The nodes that the image's form of a node refers to, without its prototype.
    fn references(self, id: NodeId) -> Vec<NodeId> {
        let facts = self.facts;
        match &self.graph.nodes[id] {
            Node::Object { properties, .. } => (properties.iter())
                .filter(|property| facts.keeps_property(id, &property.key))
                .flat_map(Property::values)
                .filter_map(node_of)
                .collect(),
            Node::Array(elements) if facts.keeps_elements(id) => {
                let reached = |node| facts.identities.contains(&node);
                let elements = self.graph.elements(id, elements, reached);
                elements.into_iter().filter_map(node_of).collect()
            }
            Node::Scope(fields) => (fields.iter().zip(0..))
                .filter(|(_, index)| facts.keeps_field(id, *index))
                .filter_map(|(field, _)| node_of(field))
                .collect(),
            Node::Closure {
                function,
                scope,
                properties,
            } => {
                let scope = scope.filter(|_| uses_scope(&self.program.functions[*function]));
                let kept = properties.filter(|_| self.has_properties(id, *properties));
                scope.into_iter().chain(kept).collect()
            }
            // What the variables of a namespace refer to lasts anyway.
            Node::Array(_)
            | Node::Bytes(_)
            | Node::Namespace(_)
            | Node::Host(_)
            | Node::Symbol(_)
            | Node::Ephemeral(_)
            | Node::Lazy(_) => Vec::new(),
        }
    }

    /// The prototype that a shape for the node, or for the instances of the function it is, names.
    fn prototype(self, id: NodeId) -> Option<NodeId> {
        let prototype = match &self.graph.nodes[id] {
            Node::Object { prototype, .. } => prototype,
            Node::Closure {
                function,
                properties,
                ..
            } => self.instance_prototype(*function, *properties)?,
            _ => return None,
        };
        self.facts.prototype(self.graph, prototype)
    }

    /// Whether any of a function's own properties matters.
    pub fn has_properties(self, closure: NodeId, properties: Option<NodeId>) -> bool {
        let contents = self.facts.contents.get(&properties.unwrap_or(closure));
        // A class that extends another one inherits through its properties.
        let inherits = |it: NodeId| match &self.graph.nodes[it] {
            Node::Object { prototype, .. } => self.facts.prototype(self.graph, prototype).is_some(),
            _ => false,
        };
        contents.is_some_and(|it| it.written || !it.keys.is_empty())
            || properties.is_some_and(inherits)
    }

    /// Whether a function gets an object for own properties that it hadn't when it was captured.
    fn has_new_properties(self, id: NodeId) -> bool {
        match self.graph.nodes[id] {
            Node::Closure {
                properties: None, ..
            } => self.has_properties(id, None),
            _ => false,
        }
    }

    /// The prototype of a function's instances, if the function may be constructed and its prototype
    /// stays what it is: then its instances get a shape that names it.
    pub fn instance_prototype(
        self,
        function: FunctionId,
        properties: Option<NodeId>,
    ) -> Option<&'a Value> {
        let id = properties?;
        if !self.facts.constructed.contains(&function) || self.facts.is_written(id) {
            return None;
        }
        let Node::Object { properties, .. } = &self.graph.nodes[id] else {
            return None;
        };
        let found = (properties.iter()).find(|it| it.key.is("prototype"))?;
        // Else they inherit from `Object.prototype`, as the engine calls no getter for it.
        match (&found.setter, &found.value) {
            (None, Value::Node(it)) if !matches!(self.graph.nodes[*it], Node::Symbol(_)) => {
                Some(&found.value)
            }
            _ => self.graph.builtins.get(&Builtin::ObjectPrototype),
        }
    }

    /// The keys that a constructor's instances are expected to have: first those that the constructor
    /// gives them that it extends, and so on.
    pub fn instance_keys(self, function: FunctionId, properties: Option<NodeId>) -> Vec<Key> {
        let mut chain = vec![function];
        let mut properties = properties;
        while let Some(Node::Object {
            prototype: Value::Node(parent),
            ..
        }) = properties.map(|it| &self.graph.nodes[it])
            && let Node::Closure {
                function,
                properties: next,
                ..
            } = self.graph.nodes[*parent]
            && !chain.contains(&function)
        {
            chain.push(function);
            properties = next;
        }
        let mut keys = Vec::new();
        for function in chain.into_iter().rev() {
            for key in &self.program.functions[function].instance_keys {
                let key = Key::from(key);
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
        }
        keys
    }
}

/// Whether a function refers to the scope it was created with.
pub fn uses_scope(function: &Function) -> bool {
    (function.blocks.iter())
        .flat_map(|(_, block)| &block.instructions)
        .any(|instruction| matches!(instruction.op, Op::Captured))
}

fn node_of(value: &Value) -> Option<NodeId> {
    match value {
        Value::Node(node) => Some(*node),
        Value::Constant(_) | Value::Fault(_) => None,
    }
}

/// Everything that can be reached from some nodes.
fn reach(
    starts: impl Iterator<Item = NodeId>,
    next: impl Fn(NodeId) -> Vec<NodeId>,
) -> BTreeSet<NodeId> {
    let mut pending: Vec<NodeId> = starts.collect();
    let mut reached: BTreeSet<NodeId> = pending.iter().copied().collect();
    while let Some(node) = pending.pop() {
        let new = next(node).into_iter().filter(|it| reached.insert(*it));
        pending.extend(new);
    }
    reached
}
