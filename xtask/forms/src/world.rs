//! What the programs' operations mean, for running them in either form and counting dispatches. It has
//! what the kernels and the example need, and ends with a message at anything else. Nothing is freed.

mod operations;

use crate::program::Built;
use anyhow::{Context, Result, anyhow, ensure};
use microvium_format::Builtin;
use microvium_forms_machines::vm::*;
use microvium_ir::{Constant, FunctionId, Node, NodeId, SegmentConstant, Value};
use microvium_snapshot::slots::Slot;
use std::collections::BTreeMap;

/// A thing that a value names.
#[derive(Clone)]
enum Thing {
    Float(f64),
    Text(String),
    /// A prototype and properties by the values of their keys.
    Object(u32, Vec<(u32, u32)>),
    Array(Vec<u32>),
    Scope(Vec<u32>),
    Function(FunctionId),
    /// A function, its scope, its own properties.
    Closure(FunctionId, u32, u32),
    Host(u16),
    Shape(Vec<u32>),
    /// What the programs don't need; using it is a fault.
    Other,
}

/// Where a function's code is, and its parameters.
type Entries = BTreeMap<FunctionId, (u16, usize)>;

/// The state of a program that runs.
pub struct Programs<'a> {
    built: &'a Built,
    things: Vec<Thing>,
    texts: BTreeMap<String, u32>,
    nodes: BTreeMap<NodeId, u32>,
    constants: Vec<u32>,
    variables: Vec<u32>,
    entries: Entries,
    /// Instructions decoded so far.
    dispatches: u64,
    /// Why the last fault.
    message: String,
}

/// A form of code: the interpreter's loop.
pub type Interpreter<'a> = fn(&mut Vm<Programs<'a>>) -> Outcome<u32>;

/// A call from the host: an export and strings or integers.
pub struct Call {
    /// The export.
    pub export: u16,
    /// The arguments.
    pub arguments: Vec<Argument>,
}

/// An argument of such a call.
pub enum Argument {
    /// A string.
    Text(&'static str),
    /// An integer.
    Integer(i32),
}

/// Makes calls of a program in the form that `code` has; the last result, and how many dispatches.
pub fn run<'a>(
    built: &'a Built,
    code: impl Iterator<Item = &'a [u8]>,
    interpret: Interpreter<'a>,
    calls: &[Call],
) -> Result<(f64, u64)> {
    let mut all = vec![0; SIZE];
    let mut entries = Entries::new();
    let mut end = 0;
    for (function, code) in built.segment.functions.iter().zip(code) {
        entries.insert(
            function.function,
            (end as u16, function.head.parameters.into()),
        );
        all[end..end + code.len()].copy_from_slice(code);
        end += code.len();
    }
    let code: Box<[u8; SIZE]> = all.into_boxed_slice().try_into().ok().context("size")?;
    let stack = vec![0; SIZE].into_boxed_slice().try_into();
    let mut stack: Box<[u32; SIZE]> = stack.ok().context("size")?;
    let mut vm = Vm {
        code: &code,
        stack: &mut stack,
        pc: 0,
        sp: 0,
        fp: 0,
        accumulator: UNDEFINED,
        world: Programs::new(built, entries),
    };
    let mut result = UNDEFINED;
    for call in calls {
        let function = built.graph.exports.get(&call.export);
        let function = vm
            .world
            .captured(function.context("there is no such export")?);
        for value in [function, UNDEFINED, UNDEFINED, UNDEFINED] {
            vm.push(value);
        }
        for argument in &call.arguments {
            let value = match argument {
                Argument::Text(text) => vm.world.text(text),
                Argument::Integer(n) => vm.world.number((*n).into()),
            };
            vm.push(value);
        }
        let outcome = vm
            .enter(call.arguments.len(), HOST)
            .and_then(|_| interpret(&mut vm));
        result = outcome.map_err(|Fault| anyhow!("{}", vm.world.message))?;
        ensure!(vm.sp == 0, "the stack isn't empty after a call");
    }
    let result = vm.world.to_number(result).unwrap_or(f64::NAN);
    Ok((result, vm.world.dispatches))
}

impl<'a> Programs<'a> {
    fn new(built: &'a Built, entries: Entries) -> Programs<'a> {
        let mut world = Programs {
            built,
            things: Vec::new(),
            texts: BTreeMap::new(),
            nodes: BTreeMap::new(),
            constants: Vec::new(),
            variables: Vec::new(),
            entries,
            dispatches: 0,
            message: String::new(),
        };
        for constant in &built.segment.constants {
            let value = match constant {
                SegmentConstant::Number(n) => world.number(*n),
                SegmentConstant::String(text) => world.text(&text.to_display()),
                SegmentConstant::Function(id) => world.add(Thing::Function(*id)),
                SegmentConstant::Shape(keys) => {
                    let keys = keys.iter().map(|key| world.text(&key.to_display()));
                    let keys = keys.collect();
                    world.add(Thing::Shape(keys))
                }
                SegmentConstant::Variable(id) => world.captured(&built.graph.variables[id]),
                SegmentConstant::Global(name) => {
                    let property = built.graph.global(name);
                    property.map_or(UNDEFINED, |it| world.captured(&it.value))
                }
                _ => world.add(Thing::Other),
            };
            world.constants.push(value);
        }
        for slot in &built.slots {
            let value = match slot {
                Slot::Variable(id) => built.graph.variables.get(id),
                Slot::Global(name) => built.graph.global(name).map(|it| &it.value),
            };
            let value = value.map_or(UNDEFINED, |value| world.captured(value));
            world.variables.push(value);
        }
        world
    }

    fn add(&mut self, thing: Thing) -> u32 {
        self.things.push(thing);
        FIRST_THING + 2 * (self.things.len() as u32 - 1)
    }

    fn thing(&self, value: u32) -> Option<&Thing> {
        let index = value.checked_sub(FIRST_THING).filter(|_| value & 1 == 0)?;
        self.things.get(index as usize / 2)
    }

    fn thing_mut(&mut self, value: u32) -> Option<&mut Thing> {
        let index = value.checked_sub(FIRST_THING).filter(|_| value & 1 == 0)?;
        self.things.get_mut(index as usize / 2)
    }

    /// The value of a number.
    fn number(&mut self, n: f64) -> u32 {
        let integer = n as i32;
        let inline = try_inline(integer).filter(|_| f64::from(integer).to_bits() == n.to_bits());
        inline.unwrap_or_else(|| self.add(Thing::Float(n)))
    }

    /// The one value of a string of the program.
    fn text(&mut self, text: &str) -> u32 {
        if let Some(&value) = self.texts.get(text) {
            return value;
        }
        let value = self.add(Thing::Text(text.to_owned()));
        self.texts.insert(text.to_owned(), value);
        value
    }

    /// A captured value.
    fn captured(&mut self, value: &Value) -> u32 {
        match value {
            Value::Constant(constant) => match constant {
                Constant::Undefined => UNDEFINED,
                Constant::Null => NULL,
                Constant::Boolean(b) => boolean(*b),
                Constant::Number(n) => self.number(*n),
                Constant::String(text) => self.text(&text.to_display()),
                Constant::Empty => EMPTY,
            },
            Value::Node(id) => self.node(*id),
            Value::Fault(_) => unreachable!("no call waits in these programs"),
        }
    }

    fn node(&mut self, id: NodeId) -> u32 {
        if let Some(&value) = self.nodes.get(&id) {
            return value;
        }
        // Known before it is filled: graphs are cyclic.
        let value = self.add(Thing::Other);
        self.nodes.insert(id, value);
        let built = self.built;
        let thing = match &built.graph.nodes[id] {
            Node::Object {
                prototype,
                properties,
                ..
            } => {
                let prototype = self.captured(prototype);
                let pairs = properties.iter().map(|property| {
                    let key = self.text(&property.key.to_display());
                    (key, self.captured(&property.value))
                });
                let pairs = pairs.collect();
                Thing::Object(prototype, pairs)
            }
            Node::Array(elements) => {
                Thing::Array(elements.iter().map(|it| self.captured(it)).collect())
            }
            Node::Scope(fields) => {
                Thing::Scope(fields.iter().map(|it| self.captured(it)).collect())
            }
            Node::Closure {
                function,
                scope,
                properties,
            } => {
                let scope = scope.map_or(UNDEFINED, |scope| self.node(scope));
                let properties = properties.map_or(UNDEFINED, |it| self.node(it));
                Thing::Closure(*function, scope, properties)
            }
            Node::Host(id) => Thing::Host(*id),
            _ => Thing::Other,
        };
        if let Some(place) = self.thing_mut(value) {
            *place = thing;
        }
        value
    }

    fn fault<T>(&mut self, message: &str) -> Outcome<T> {
        message.clone_into(&mut self.message);
        Err(Fault)
    }

    fn to_number(&self, value: u32) -> Option<f64> {
        if both_integers(value, value) {
            return Some(integer_of(value).into());
        }
        match self.thing(value) {
            Some(Thing::Float(n)) => Some(*n),
            _ => None,
        }
    }

    /// The value of an own property, or of one of the prototypes.
    fn property(&mut self, mut object: u32, key: u32) -> Outcome<u32> {
        loop {
            object = match self.thing(object) {
                Some(Thing::Object(prototype, properties)) => {
                    if let Some((_, value)) = properties.iter().find(|(name, _)| *name == key) {
                        return Ok(*value);
                    }
                    *prototype
                }
                Some(Thing::Closure(_, _, properties)) => *properties,
                Some(Thing::Array(elements)) => {
                    let length = elements.len() as f64;
                    if key == self.text("length") {
                        return Ok(self.number(length));
                    }
                    match self.built.graph.builtins.get(&Builtin::ArrayPrototype) {
                        Some(prototype) => {
                            let prototype = prototype.clone();
                            self.captured(&prototype)
                        }
                        None => NULL,
                    }
                }
                None if object == NULL || object == UNDEFINED => return Ok(UNDEFINED),
                _ => return self.fault("a property of something that isn't sketched"),
            };
        }
    }
}

const fn boolean(b: bool) -> u32 {
    if b { TRUE } else { FALSE }
}
