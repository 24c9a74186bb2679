//! The graph: the captured state of a program as typed nodes, without addresses; what the IR is to its
//! code. Capture makes it from the live build-time engine; analysis and boost work on it; encoding turns
//! it into an image.

use crate::{Arena, Constant, FunctionId, Id, Key, Text, VariableId};
use microvium_format::attribute::{FIXED, READONLY};
use microvium_format::{Builtin, ErrorCode, closed, typed};
use std::collections::{BTreeMap, BTreeSet};

/// Names a node.
pub type NodeId = Id<Node>;

/// The state of a program when its top-level code is done.
#[derive(Clone, Default, Debug)]
pub struct Graph {
    /// Everything with an identity or a storage of its own.
    pub nodes: Arena<Node>,
    /// The module-level variables.
    pub variables: BTreeMap<VariableId, Value>,
    /// The global object.
    pub global: Option<NodeId>,
    /// The exported values by id.
    pub exports: BTreeMap<u16, Value>,
    /// The builtin slots.
    pub builtins: BTreeMap<Builtin, Value>,
    /// The objects that no property can be added to, and the frozen arrays.
    pub closed: BTreeSet<NodeId>,
    /// The array objects: arrays that are more than their elements, which are properties of an object.
    pub array_objects: BTreeSet<NodeId>,
    /// The weak lists, arrays of an owner and pairs of a key and a value: see `weak` in the engine.
    pub weak: BTreeSet<NodeId>,
    /// Whether a script has changed how arrays or strings are iterated.
    pub iterates_anew: bool,
}

impl Graph {
    /// Whether nothing of an object or array can change.
    pub fn is_frozen(&self, id: NodeId) -> bool {
        self.closed.contains(&id)
            && match &self.nodes[id] {
                Node::Object { properties, .. } => properties.iter().all(|it| {
                    it.attributes & FIXED != 0
                        && (it.setter.is_some() || it.attributes & READONLY != 0)
                }),
                _ => true,
            }
    }

    /// What an identity says of an object, see `closed` in the format.
    pub fn flags(&self, id: NodeId) -> u8 {
        let mut flags = 0;
        if self.closed.contains(&id) {
            flags |= closed::CLOSED;
        }
        if self.array_objects.contains(&id) {
            flags |= closed::ARRAY;
        }
        flags
    }

    /// Whether a node is a typed array that isn't its own bytes.
    pub fn is_typed_array(&self, id: NodeId) -> bool {
        let number = |value: &Value| matches!(value, Value::Constant(Constant::Number(_)));
        let Node::Scope(fields) = &self.nodes[id] else {
            return false;
        };
        // A scope of a script's may have as many.
        let inherits = || matches!(fields[typed::PROTOTYPE], Value::Node(_));
        let holds = || match &fields[typed::BYTES] {
            Value::Node(of) => matches!(self.nodes[*of], Node::Bytes(_) | Node::Scope(_)),
            Value::Constant(_) | Value::Fault(_) => false,
        };
        if fields.len() != typed::FIELDS
            || !inherits()
            || !holds()
            || !number(&fields[typed::OFFSET])
        {
            return false;
        }
        match &fields[typed::TYPE] {
            Value::Node(of) => match &self.nodes[*of] {
                Node::Scope(fields) => fields.first().is_some_and(number),
                _ => false,
            },
            code => number(code),
        }
    }

    /// The elements of an array. Of a weak list, and of the array of all of them, only what would be there if no more than
    /// these nodes were reached otherwise.
    pub fn elements<'a>(
        &'a self,
        id: NodeId,
        elements: &'a [Value],
        reached: impl Fn(NodeId) -> bool,
    ) -> Vec<&'a Value> {
        const HOLE: &Value = &Value::Constant(Constant::Empty);
        let is_there = |value: &Value| match value {
            Value::Node(node) => reached(*node),
            Value::Constant(_) | Value::Fault(_) => false,
        };
        if !self.is_weak(id) {
            return elements.iter().collect();
        }
        if !self.weak.contains(&id) {
            let lives = |list: &&Value| match list {
                Value::Node(list) => self.owner(*list).is_some_and(&reached),
                Value::Constant(_) | Value::Fault(_) => false,
            };
            return elements.iter().filter(lives).collect();
        }
        let mut kept: Vec<&Value> = elements.iter().take(1).collect();
        for pair in elements.get(1..).unwrap_or_default().chunks(2) {
            let is_there = pair.first().is_some_and(is_there);
            kept.extend(pair.iter().map(|it| if is_there { it } else { HOLE }));
        }
        kept
    }

    /// `Symbol.toStringTag`, which module namespaces have besides their members.
    pub fn tag(&self) -> Option<NodeId> {
        match self.global(&Text::helper("Symbol.toStringTag"))?.value {
            Value::Node(symbol) => Some(symbol),
            Value::Constant(_) | Value::Fault(_) => None,
        }
    }

    /// Whether it is a weak list, or the array of all of them.
    pub fn is_weak(&self, id: NodeId) -> bool {
        self.weak.contains(&id) || self.builtins.get(&Builtin::WeakLists) == Some(&Value::Node(id))
    }

    /// The owner of a weak list.
    pub fn owner(&self, list: NodeId) -> Option<NodeId> {
        match &self.nodes[list] {
            Node::Array(elements) => match elements.first() {
                Some(Value::Node(owner)) => Some(*owner),
                _ => None,
            },
            _ => None,
        }
    }

    /// An own property of the global object.
    pub fn global(&self, name: &Text) -> Option<&Property> {
        let Node::Object { properties, .. } = &self.nodes[self.global?] else {
            return None;
        };
        properties.iter().find(|it| it.key.text() == Some(name))
    }
}

/// A value in the graph.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// One without identity.
    Constant(Constant),
    /// One with identity.
    Node(NodeId),
    /// What a call that waits in a `finally` will throw again: an error that nobody has caught yet. Only scopes hold such.
    Fault(ErrorCode),
}

/// A thing with an identity or a storage of its own.
#[derive(Clone, Debug)]
pub enum Node {
    /// An ordinary object.
    Object {
        /// Its prototype: null or an object.
        prototype: Value,
        /// Its own properties, in order of creation.
        properties: Vec<Property>,
        /// The function whose `new` made it, if known: its instances share a layout.
        constructor: Option<FunctionId>,
    },
    /// An array; holes are `Constant::Empty`.
    Array(Vec<Value>),
    /// A Uint8Array.
    Bytes(Vec<u8>),
    /// A function object.
    Closure {
        /// Its code.
        function: FunctionId,
        /// The scope it was created with.
        scope: Option<NodeId>,
        /// Its own properties (an Object node with prototype null), `prototype` among them once made.
        properties: Option<NodeId>,
    },
    /// A module namespace: its keys, and the variables that they mean.
    Namespace(Vec<(Text, VariableId)>),
    /// The captured variables of a function or block, or a call that waits.
    Scope(Vec<Value>),
    /// A function of the host, by its import id.
    Host(u16),
    /// A function that existed only at build time, by its name.
    Ephemeral(Text),
    /// A symbol, with its description.
    Symbol(Option<Text>),
    /// What the library holds but the program hasn't needed yet, by its number there. What analysis
    /// reaches is loaded before anything is encoded.
    Lazy(u16),
}

/// An own property.
#[derive(Clone, PartialEq, Debug)]
pub struct Property {
    /// What names it.
    pub key: Key,
    /// The value; of an accessor the getter, or undefined.
    pub value: Value,
    /// The setter of an accessor, or undefined; None if it has a value.
    pub setter: Option<Value>,
    /// See `microvium_format::attribute`; ACCESSOR isn't among them.
    pub attributes: u8,
}

impl Property {
    /// A property as assignment makes it.
    pub fn data(key: Key, value: Value) -> Property {
        Property {
            key,
            value,
            setter: None,
            attributes: 0,
        }
    }

    /// What it refers to.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        std::iter::once(&self.value).chain(&self.setter)
    }
}
