//! What is done to the sets: the tasks, and what operations have in common.

mod array_key;
mod call;
mod converted;
mod instance;
mod narrowed;
mod native;
mod operation;
mod test;

use crate::flow::{Arguments, Flow, Narrowed};
use crate::keys::{KeyId, Keys};
use crate::place::Place;
use crate::set::{NUMBER, Set, Things, UNDEFINED};
use crate::task::{Task, TaskId};
use crate::thing::{Origin, Thing};
use microvium_format::Builtin;
use microvium_ir::{
    BlockId, Constant, Edge, FunctionId, FunctionKind, Instruction, Op, Position, Terminator, Text,
    ValueId,
};
use rustc_hash::FxHashMap;

/// Applies operations to the sets.
pub struct Transfer<'a> {
    /// The sets.
    pub flow: Flow<'a>,
    /// What defines the values of each function that runs.
    definitions: Vec<Vec<Option<&'a Op>>>,
    /// What type tests say in the blocks of each function, as far as that was asked for.
    narrowed: Vec<Option<Vec<Option<Narrowed>>>>,
    /// The instruction that is looked at: where it stands, and in which function.
    at: Option<(Position, FunctionId)>,
    /// The function that it calls from, if it is a call.
    caller: Option<FunctionId>,
    /// The code of the operation for which the engine calls.
    code: Option<u8>,
    /// What tests have answered in each variant; only looked up.
    tests: FxHashMap<(FunctionId, ValueId), (bool, bool)>,
    /// Branches on tests before any value was met that they ask about: the tests, and where yes leads.
    undecided: Vec<(TaskId, FunctionId, ValueId, &'a Edge)>,
}

impl<'a> Transfer<'a> {
    pub fn new(flow: Flow<'a>) -> Transfer<'a> {
        Transfer {
            definitions: vec![Vec::new(); flow.program.functions.len()],
            narrowed: vec![None; flow.program.functions.len()],
            undecided: Vec::new(),
            at: None,
            caller: None,
            code: None,
            tests: FxHashMap::default(),
            flow,
        }
    }

    /// Does all tasks, again and again, until nothing changes, or it turns out that functions are told apart in vain.
    pub fn run(&mut self) {
        loop {
            while let Some((id, task)) = self.flow.places.tasks.take() {
                self.flow.places.reader = id;
                if self.flow.variants.in_vain {
                    return;
                }
                match task {
                    Task::Later => self.start_later(),
                    Task::Host(thing) => self.host(thing),
                    Task::Getter(accessor) => self.flow.call_getters(accessor),
                    Task::Setter(accessor) => self.flow.call_setters(accessor),
                    Task::Step(function, block, at) => self.step(function, block, at as usize),
                }
            }
            if self.undecided.is_empty() {
                return;
            }
            // Where no value is asked about, emission takes yes for the answer, unless another variant asks.
            for (reader, function, test, yes) in std::mem::take(&mut self.undecided) {
                self.flow.places.reader = reader;
                let base = self.flow.variants.base(function);
                if !self.flow.facts.is_answered(base, test) {
                    self.edge(function, yes);
                }
            }
        }
    }

    /// The host starts functions that end later.
    fn start_later(&mut self) {
        if self.flow.is_filled(Place::Builtin(Builtin::AsyncStart)) {
            let started = self.call_builtin(Builtin::AsyncStart, None, &[]);
            self.flow.escape(&started);
        }
    }

    /// What the host may do with what it has: call functions with anything, and look at the elements and
    /// own properties of everything else. It writes nothing but bytes.
    fn host(&mut self, thing: Thing) {
        let escaping = match self.flow.code(thing) {
            Some(function) => self.call_from_host(thing, function),
            None => {
                // Bytes it may even write.
                if self.flow.is_bytes(thing) {
                    self.flow.mark_written(thing);
                } else if self.flow.is_typed(thing) {
                    self.flow.write_typed(thing);
                }
                self.flow.read_own(thing, Keys::Any, &Set::of(thing))
            }
        };
        self.flow.escape(&escaping);
    }

    /// The host calls a function, or constructs with a class.
    fn call_from_host(&mut self, closure: Thing, function: FunctionId) -> Set {
        let code = self.flow.variants.body(function);
        let is_class = code.kind == FunctionKind::Class;
        let arguments = vec![self.flow.unknown(); code.parameters as usize];
        let callee = Set::of(closure);
        if is_class {
            let arguments = Arguments::Each(&arguments);
            let instance = self.flow.thing(Origin::Instance(function));
            return self.construct(&callee, None, instance, arguments);
        }
        let arguments = Arguments::Each(&arguments);
        self.call(&callee, &Set::primitives(UNDEFINED), arguments)
    }

    /// A step of a block: an instruction, its terminator, or what its handler gets.
    fn step(&mut self, function: FunctionId, block: BlockId, at: usize) {
        let narrowed = self.narrowed(function, block);
        self.flow.narrowed = narrowed.map(|it| (function, it));
        self.step_here(function, block, at);
        self.flow.narrowed = None;
    }

    fn step_here(&mut self, function: FunctionId, block: BlockId, at: usize) {
        let block = &self.flow.variants.body(function).blocks[block];
        match block.instructions.get(at) {
            Some(instruction) => {
                self.at = Some((instruction.position, self.flow.variants.base(function)));
                self.instruction(function, instruction);
                self.at = None;
            }
            None if at == block.instructions.len() => self.terminator(function, &block.terminator),
            None => {
                if let Some(handler) = block.handler {
                    self.handler(function, handler);
                }
            }
        }
    }

    fn terminator(&mut self, function: FunctionId, terminator: &'a Terminator) {
        match terminator {
            Terminator::Jump(edge) => self.edge(function, edge),
            Terminator::Branch(condition, yes, no) => {
                let (may, may_not) = self.outcomes(function, *condition);
                if may {
                    self.edge(function, yes);
                }
                if may_not {
                    self.edge(function, no);
                }
                if let (false, false) = (may, may_not) {
                    let reader = self.flow.places.reader;
                    self.undecided.push((reader, function, *condition, yes));
                }
            }
            Terminator::Return(value) => {
                let value = self.get_passed(function, *value);
                self.flow.add(Place::Returned(function), &value);
            }
            Terminator::Throw(value) => {
                let value = self.get_passed(function, *value);
                self.throw(&value);
            }
            Terminator::Fault(_) | Terminator::Unreachable => {}
        }
    }

    fn get(&mut self, function: FunctionId, value: ValueId) -> Set {
        self.flow.get(Place::Value(function, value))
    }

    /// The same where what the host was given doesn't matter: see `Flow::get_passed`.
    fn get_passed(&mut self, function: FunctionId, value: ValueId) -> Set {
        self.flow.get_passed(Place::Value(function, value))
    }

    /// The operation that gives a value; none for a parameter of a block.
    fn definition(&mut self, function: FunctionId, value: ValueId) -> Option<&'a Op> {
        let body = self.flow.variants.body(function);
        let base = self.flow.variants.base(function);
        let known = &mut self.definitions[base.index()];
        if known.is_empty() {
            let function = body;
            known.resize(function.values.len(), None);
            for (_, block) in function.blocks.iter() {
                for instruction in &block.instructions {
                    if let Some(result) = instruction.result {
                        known[result.index()] = Some(&instruction.op);
                    }
                }
            }
        }
        known[value.index()]
    }

    fn edge(&mut self, function: FunctionId, edge: &Edge) {
        self.flow.reach_block(function, edge.block);
        let parameters = &self.flow.variants.body(function).blocks[edge.block].parameters;
        for (parameter, argument) in parameters.iter().zip(&edge.arguments) {
            let set = self.get_passed(function, *argument);
            self.flow.add(Place::Value(function, *parameter), &set);
        }
    }

    /// A handler gets what is thrown anywhere, and faults, which are like numbers.
    fn handler(&mut self, function: FunctionId, handler: BlockId) {
        self.flow.reach_block(function, handler);
        let mut thrown = self.flow.get_passed(Place::Thrown);
        thrown.primitives |= NUMBER;
        for parameter in &self.flow.variants.body(function).blocks[handler].parameters {
            self.flow.add(Place::Value(function, *parameter), &thrown);
        }
    }

    /// What is thrown may reach the host, which asks for the name and the message of an error.
    fn throw(&mut self, value: &Set) {
        self.flow.add(Place::Thrown, value);
        self.flow.escape(value);
        let value = self.flow.expand(value.clone());
        let is_error = |it: &Thing| !self.flow.is_function(*it);
        let errors: Things = value.things.iter().filter(is_error).collect();
        for key in [KeyId::NAME, KeyId::MESSAGE] {
            self.flow.read(&Set::from(errors.clone()), Keys::One(key));
        }
    }

    fn instruction(&mut self, function: FunctionId, instruction: &Instruction) {
        self.caller = match &instruction.op {
            Op::Call(..) | Op::CallMethod(..) | Op::Apply(..) => Some(function),
            Op::New(..) | Op::Construct(..) | Op::Super(..) => Some(function),
            _ => None,
        };
        let result = self.operation(function, &instruction.op, instruction.result);
        self.caller = None;
        if let Some(value) = instruction.result {
            self.flow.add(Place::Value(function, value), &result);
        }
    }

    /// Operands of which one may be an object are used where primitives are needed: by an operator with this code, or one
    /// that isn't told apart.
    fn convert(&mut self, code: Option<u8>, operands: &[&Set]) {
        self.delegate(Builtin::Operate, code, operands, operands);
    }

    /// Keys of which one may be an object are used: `operands` are those of the operation, whose code matters if it does
    /// more than read.
    fn access(&mut self, code: Option<u8>, key: ValueId, function: FunctionId, operands: &[&Set]) {
        if self.string(function, key).is_none() {
            let key = self.get_passed(function, key);
            self.delegate(Builtin::Access, code, &[&key], operands);
        }
    }

    /// What an element of a typed array becomes, or the length of an array, is converted: there the value matters like a key. An
    /// array's length only where the library is there; else to assign an object to it throws.
    fn convert_assigned(
        &mut self,
        code: u8,
        object: &Set,
        keys: &[Keys],
        new: &Set,
        operands: &[&Set],
    ) {
        let is_length = keys.iter().any(|it| it.contains(KeyId::LENGTH))
            && object.things.iter().any(|it| self.flow.is_array(it))
            && self.flow.is_filled(Place::Builtin(Builtin::Access));
        let is_typed = |it: Thing| self.flow.is_bytes(it) || self.flow.is_typed(it);
        if is_length || object.things.iter().any(is_typed) {
            self.delegate(Builtin::Access, Some(code), &[new], operands);
        }
    }

    /// The library does an operation if one of the values may be an object. What the host passes, and symbols, are no
    /// reason: where the library isn't there, to convert one throws.
    fn delegate(&mut self, builtin: Builtin, code: Option<u8>, values: &[&Set], operands: &[&Set]) {
        if self.needs_library(builtin, values) {
            self.flow.facts.builtins.insert(builtin);
            self.flow.note(Place::Builtin(builtin));
            let mut arguments = vec![Set::primitives(NUMBER)];
            arguments.extend(operands.iter().map(|it| (*it).clone()));
            self.call_builtin(builtin, code, &arguments);
        }
    }

    /// Whether one of the values may be an object, and not only one for which the library isn't there.
    fn needs_library(&mut self, builtin: Builtin, values: &[&Set]) -> bool {
        let of_host = [Thing::FOREIGN, Thing::FOREIGN_BYTES, Thing::PASSED];
        let things = || values.iter().flat_map(|it| it.things.iter());
        things().any(|it| !of_host.contains(&it) && !self.flow.is_symbol(it))
            || things().next().is_some() && self.flow.is_filled(Place::Builtin(builtin))
    }

    /// The engine calls the function in a builtin slot, for an operation with this code if that is told apart.
    fn call_builtin(&mut self, builtin: Builtin, code: Option<u8>, arguments: &[Set]) -> Set {
        let Some(value) = self.flow.graph.builtins.get(&builtin) else {
            return Set::default();
        };
        let callee = self.flow.value_set(value);
        self.flow.use_builtin(builtin);
        let call = self.at.map(|(place, function)| (builtin, place, function));
        self.flow.facts.builtin_calls.extend(call);
        self.flow.see(&callee);
        let arguments = Arguments::Each(arguments);
        self.code = code;
        let result = self.call(&callee, &Set::primitives(UNDEFINED), arguments);
        self.code = None;
        result
    }

    /// Emission calls a function of the library.
    fn call_helper(&mut self, name: &str, arguments: &[Set]) -> Set {
        let callee = self.flow.read_global(&Text::helper(name));
        let arguments = Arguments::Each(arguments);
        self.call(&callee, &Set::primitives(UNDEFINED), arguments)
    }

    /// The text of a value that is a constant string.
    fn string(&mut self, function: FunctionId, value: ValueId) -> Option<&'a Text> {
        match self.definition(function, value) {
            Some(Op::Constant(Constant::String(text))) => Some(text),
            _ => None,
        }
    }

    /// The keys that a value may turn into.
    fn keys(&mut self, function: FunctionId, key: ValueId) -> Vec<Keys> {
        if let Some(text) = self.string(function, key) {
            return vec![self.flow.text_keys(text)];
        }
        let key = self.get(function, key);
        self.flow.keys(&key)
    }

    fn read_all(&mut self, object: &Set, keys: &[Keys]) -> Set {
        let mut result = Set::default();
        for &keys in keys {
            result.add(&self.flow.read(object, keys));
        }
        result
    }

    /// Private fields are own ones.
    fn read_private(&mut self, object: &Set, keys: &[Keys]) -> Set {
        let mut result = Set::default();
        for &keys in keys {
            let owners = self.flow.private_owners(object, keys);
            result.add(&self.flow.read_own_all(&owners.things, keys, object));
        }
        result
    }

    fn arguments(&mut self, function: FunctionId, arguments: &[ValueId]) -> Vec<Set> {
        (arguments.iter())
            .map(|argument| self.get_passed(function, *argument))
            .collect()
    }
}
