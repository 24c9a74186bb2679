//! From the live build-time engine to the graph: everything that the roots refer to, as it is now.

use microvium_engine::inspect::View;
use microvium_engine::wide::Value as Live;
use microvium_engine::{Fault, Platform, Vm, Wide};
use microvium_format::attribute::{EPHEMERAL, FIXED, HIDDEN, READONLY};
use microvium_format::native::FIRST_EPHEMERAL;
use microvium_format::{Builtin, Native};
use microvium_ir::{
    Constant, FunctionId, FunctionKind, Graph, Key, Node, NodeId, Program, Property, Text, Value,
    VariableId,
};
use std::collections::BTreeMap;

/// Captures the state of a program whose top-level code is done. `exports` are its exported values;
/// `ephemeral` names the build-time function with an id. No value may move meanwhile: capture allocates
/// nothing in the VM.
pub fn capture<P: Platform<Wide<P>>>(
    vm: &mut Vm<Wide<P>>,
    program: &Program,
    exports: &BTreeMap<u16, Live>,
    ephemeral: &dyn Fn(usize) -> Text,
) -> Result<Graph, Fault> {
    let mut capture = Capture {
        vm,
        ephemeral,
        graph: Graph::default(),
        nodes: BTreeMap::new(),
        pending: Vec::new(),
    };
    for variable in program.variables.ids() {
        let value = capture.vm.get_variable(variable.index());
        let value = capture.value(value);
        capture.graph.variables.insert(variable, value);
    }
    let global = capture.vm.global_object();
    capture.graph.global = Some(capture.reference(global));
    for (&id, &value) in exports {
        let value = capture.value(value);
        capture.graph.exports.insert(id, value);
    }
    for &builtin in Builtin::ALL {
        let value = capture.vm.get_builtin(builtin);
        let value = capture.value(value);
        if value != Value::Constant(Constant::Undefined) {
            capture.graph.builtins.insert(builtin, value);
        }
    }
    while let Some((live, node)) = capture.pending.pop() {
        capture.graph.nodes[node] = capture.node(live)?;
        if capture.vm.is_closed_object(live) {
            capture.graph.closed.insert(node);
        }
        if capture.vm.is_array(live) {
            capture.graph.array_objects.insert(node);
        }
    }
    let mut graph = capture.graph;
    if let Some(Value::Node(lists)) = graph.builtins.get(&Builtin::WeakLists)
        && let Node::Array(lists) = &graph.nodes[*lists]
    {
        let lists = lists.iter().filter_map(|it| match it {
            Value::Node(list) => Some(*list),
            Value::Constant(_) | Value::Fault(_) => None,
        });
        graph.weak = lists.filter(|it| graph.owner(*it).is_some()).collect();
    }
    complete_functions(program, &mut graph);
    name_constructors(&mut graph);
    Ok(graph)
}

struct Capture<'a, P: Platform<Wide<P>>> {
    vm: &'a mut Vm<Wide<P>>,
    ephemeral: &'a dyn Fn(usize) -> Text,
    graph: Graph,
    /// The nodes by the references to what they capture.
    nodes: BTreeMap<Live, NodeId>,
    /// Nodes that aren't captured yet. A list and no recursion: heaps are deep.
    pending: Vec<(Live, NodeId)>,
}

impl<P: Platform<Wide<P>>> Capture<'_, P> {
    fn value(&mut self, live: Live) -> Value {
        Value::Constant(match self.vm.view(live) {
            View::Undefined => Constant::Undefined,
            View::Null => Constant::Null,
            View::Boolean(boolean) => Constant::Boolean(boolean),
            View::Empty => Constant::Empty,
            View::Number(number) => Constant::Number(number),
            View::Fault(code) => return Value::Fault(code),
            View::String => Constant::String(self.text(live)),
            // What no script knows of doesn't exist any more.
            View::Ephemeral(id) if (self.ephemeral)(id).as_bytes().is_empty() => {
                Constant::Undefined
            }
            _ => return Value::Node(self.reference(live)),
        })
    }

    fn text(&self, string: Live) -> Text {
        Text::from_wtf8(self.vm.string_bytes(string).unwrap_or_default())
    }

    /// The node for what a reference refers to.
    fn reference(&mut self, live: Live) -> NodeId {
        if let Some(&node) = self.nodes.get(&live) {
            return node;
        }
        let node = self.graph.nodes.push(Node::Scope(Vec::new()));
        self.nodes.insert(live, node);
        self.pending.push((live, node));
        node
    }

    /// What is at a reference, or None for `undefined`.
    fn optional(&mut self, live: Live) -> Option<NodeId> {
        match self.value(live) {
            Value::Node(node) => Some(node),
            Value::Constant(_) | Value::Fault(_) => None,
        }
    }

    fn key(&mut self, key: Live) -> Key {
        match self.vm.view(key) {
            View::Number(index) => Key::from((index as i64).to_string().as_str()),
            View::Symbol { .. } => Key::Symbol(self.reference(key)),
            _ => Key::Text(self.text(key)),
        }
    }

    fn properties(&mut self, object: Live) -> Vec<Property> {
        let View::Object { properties } = self.vm.view(object) else {
            return Vec::new();
        };
        let mut captured = Vec::new();
        for index in 0..properties {
            let property = self.vm.own_property(object, index);
            if property.attributes & EPHEMERAL != 0 {
                continue;
            }
            captured.push(Property {
                key: self.key(property.key),
                value: self.value(property.value),
                setter: property.setter.map(|setter| self.value(setter)),
                attributes: property.attributes,
            });
        }
        captured
    }

    fn node(&mut self, live: Live) -> Result<Node, Fault> {
        Ok(match self.vm.view(live) {
            View::Array { length } => {
                let mut elements = Vec::new();
                for index in 0..length {
                    let element = self.vm.array_element(live, index)?;
                    elements.push(self.value(element));
                }
                Node::Array(elements)
            }
            View::Bytes => Node::Bytes(self.vm.bytes_of(live).unwrap_or_default().to_vec()),
            View::Namespace { properties } => {
                let members = (0..properties).filter_map(|index| {
                    let variable = self.vm.namespace_variable(live, index)?;
                    let key = self.vm.own_property(live, index).key;
                    Some((self.text(key), VariableId::new(variable)))
                });
                Node::Namespace(members.collect())
            }
            View::Closure {
                function,
                scope,
                properties,
            } => Node::Closure {
                function: FunctionId::new(function),
                scope: self.optional(scope),
                properties: self.optional(properties),
            },
            View::Scope { fields } => {
                let fields = (0..fields).map(|index| self.vm.scope_field(live, index));
                let fields: Vec<Live> = fields.collect();
                Node::Scope(fields.into_iter().map(|it| self.value(it)).collect())
            }
            View::Host(id) => match u16::try_from(id) {
                Ok(id) if id < FIRST_EPHEMERAL || Native::from_id(id).is_some() => Node::Host(id),
                _ => Node::Ephemeral((self.ephemeral)(id)),
            },
            View::Ephemeral(id) => Node::Ephemeral((self.ephemeral)(id)),
            View::Lazy(number) => Node::Lazy(number),
            View::Symbol { description } => Node::Symbol(match self.value(description) {
                Value::Constant(Constant::String(text)) => Some(text),
                _ => None,
            }),
            // Only references come here, and these are all kinds of them in a wide VM but functions
            // without a function object, which no value is.
            _ => {
                let prototype = self.vm.prototype(live);
                Node::Object {
                    prototype: self.value(prototype),
                    properties: self.properties(live),
                    constructor: None,
                }
            }
        })
    }
}

/// Gives functions the properties that the engine makes when one of them is first needed, so that what follows
/// needs no exception for them. Analysis drops those that don't matter.
fn complete_functions(program: &Program, graph: &mut Graph) {
    let root = graph.builtins.get(&Builtin::ObjectPrototype).cloned();
    let root = root.unwrap_or(Value::Constant(Constant::Null));
    for id in graph.nodes.ids() {
        let Node::Closure {
            function,
            properties: None,
            ..
        } = graph.nodes[id]
        else {
            continue;
        };
        let function = &program.functions[function];
        let (length, name) = (function.length.into(), function.name.as_str().into());
        let length = Value::Constant(Constant::Number(length));
        let name = Value::Constant(Constant::String(name));
        let mut own = vec![
            hidden_property("length", length, READONLY),
            hidden_property("name", name, READONLY),
        ];
        if function.kind.makes_instances() {
            let prototype = graph.nodes.push(Node::Object {
                prototype: root.clone(),
                properties: vec![hidden_property("constructor", Value::Node(id), 0)],
                constructor: None,
            });
            let readonly = match function.kind {
                FunctionKind::Class => READONLY,
                _ => 0,
            };
            let prototype = Value::Node(prototype);
            own.push(hidden_property("prototype", prototype, FIXED | readonly));
        }
        let own = graph.nodes.push(Node::Object {
            prototype: Value::Constant(Constant::Null),
            properties: own,
            constructor: None,
        });
        if let Node::Closure { properties, .. } = &mut graph.nodes[id] {
            *properties = Some(own);
        }
    }
}

fn hidden_property(key: &str, value: Value, attributes: u8) -> Property {
    Property {
        attributes: attributes | HIDDEN,
        ..Property::data(key.into(), value)
    }
}

fn property<'a>(graph: &'a Graph, object: NodeId, key: &str) -> Option<&'a Value> {
    let Node::Object { properties, .. } = &graph.nodes[object] else {
        return None;
    };
    let found = (properties.iter()).find(|it| it.key.is(key));
    found.map(|property| &property.value)
}

/// Finds out which function's `new` made an object: the one whose `prototype` the object inherits from.
fn name_constructors(graph: &mut Graph) {
    let mut constructors: BTreeMap<NodeId, FunctionId> = BTreeMap::new();
    for (_, node) in graph.nodes.iter() {
        if let Node::Closure {
            function,
            properties: Some(properties),
            ..
        } = node
            && let Some(Value::Node(prototype)) = property(graph, *properties, "prototype")
        {
            constructors.insert(*prototype, *function);
        }
    }
    for (id, node) in graph.nodes.iter_mut() {
        // The prototype of a class that extends another one isn't an instance of that.
        if let Node::Object {
            prototype: Value::Node(prototype),
            constructor,
            ..
        } = node
            && !constructors.contains_key(&id)
        {
            *constructor = constructors.get(prototype).copied();
        }
    }
}
