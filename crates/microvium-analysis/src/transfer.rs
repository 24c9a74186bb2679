//! What each operation does to the sets.

mod call;
mod native;

use crate::flow::{Arguments, Flow};
use crate::keys::{KeyId, Keys};
use crate::place::Place;
use crate::set::{BOOLEAN, NULLISH, NUMBER, STRING, Set, Things};
use crate::task::{Task, TaskId};
use crate::thing::{Made, Origin, Thing};
use microvium_format::attribute::FIXED;
use microvium_format::{Builtin, ValueType};
use microvium_ir::{
    BinaryOperator, BlockId, Constant, Edge, FunctionId, FunctionKind, Instruction, Node, Op,
    Terminator, Text, Types, UnaryOperator, ValueId, emit::new_functions,
};
use std::collections::BTreeMap;

/// Applies operations to the sets.
pub struct Transfer<'a> {
    /// The sets.
    pub flow: Flow<'a>,
    /// What defines the values of each function that runs.
    definitions: Vec<Vec<Option<&'a Op>>>,
    /// Branches on tests of values, before any value was met.
    undecided: Vec<(TaskId, FunctionId, ValueId, &'a Edge)>,
}

impl<'a> Transfer<'a> {
    pub fn new(flow: Flow<'a>) -> Transfer<'a> {
        Transfer {
            definitions: vec![Vec::new(); flow.program.functions.len()],
            undecided: Vec::new(),
            flow,
        }
    }

    /// Does all tasks, again and again, until nothing changes.
    pub fn run(&mut self) {
        loop {
            while let Some((id, task)) = self.flow.places.tasks.take() {
                self.flow.places.reader = id;
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
            // Where there is no value at all, nothing is asked: `Facts::outcome` says yes.
            for (reader, function, value, yes) in std::mem::take(&mut self.undecided) {
                self.flow.places.reader = reader;
                if self.get(function, value).is_empty() {
                    self.edge(function, yes);
                }
            }
        }
    }

    /// The host starts functions that end later.
    fn start_later(&mut self) {
        if self.flow.is_filled(Place::Builtin(Builtin::AsyncStart)) {
            let started = self.call_builtin(Builtin::AsyncStart, &[]);
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
        let code = &self.flow.program.functions[function];
        let is_class = code.kind == FunctionKind::Class;
        let arguments = vec![self.flow.unknown(); code.parameters as usize];
        let callee = Set::of(closure);
        if is_class {
            let arguments = Arguments::Each(&arguments);
            let instance = self.flow.thing(Origin::Instance(function));
            return self.construct(&callee, None, instance, arguments);
        }
        let arguments = Arguments::Each(&arguments);
        self.call(&callee, &Set::primitives(NULLISH), arguments)
    }

    /// A step of a block: an instruction, its terminator, or what its handler gets.
    fn step(&mut self, function: FunctionId, block: BlockId, at: usize) {
        let program = self.flow.program;
        let block = &program.functions[function].blocks[block];
        match block.instructions.get(at) {
            Some(instruction) => self.instruction(function, instruction),
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
                if let (false, false) = (may, may_not)
                    && let Some(Op::Unary(_, value)) = self.definition(function, *condition)
                {
                    let reader = self.flow.places.reader;
                    self.undecided.push((reader, function, *value, yes));
                }
            }
            Terminator::Return(value) => {
                let value = self.get(function, *value);
                self.flow.add(Place::Returned(function), &value);
            }
            Terminator::Throw(value) => {
                let value = self.get(function, *value);
                self.throw(&value);
            }
            Terminator::Fault(_) | Terminator::Unreachable => {}
        }
    }

    fn get(&mut self, function: FunctionId, value: ValueId) -> Set {
        self.flow.get(Place::Value(function, value))
    }

    /// The operation that gives a value; none for a parameter of a block.
    fn definition(&mut self, function: FunctionId, value: ValueId) -> Option<&'a Op> {
        let program = self.flow.program;
        let known = &mut self.definitions[function.index()];
        if known.is_empty() {
            let function = &program.functions[function];
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

    /// Whether a condition may hold, and whether it may not. Only what may run counts: where a value is always an array,
    /// nothing of what is done with others.
    fn outcomes(&mut self, function: FunctionId, condition: ValueId) -> (bool, bool) {
        match self.definition(function, condition) {
            // A variable that nothing was assigned to.
            Some(Op::GetVariable(_)) => {
                let set = self.get(function, condition);
                (set.primitives != NULLISH || !set.things.is_empty(), true)
            }
            Some(Op::Unary(UnaryOperator::MayDecide, _)) => {
                self.flow.get(Place::HasInstance);
                (self.flow.facts.has_instance, true)
            }
            Some(Op::Unary(UnaryOperator::IteratesAnew, _)) => {
                self.flow.get(Place::IteratesAnew);
                (self.flow.facts.iterates_anew, true)
            }
            Some(Op::Unary(UnaryOperator::IsObjectKey, key)) => {
                let key = self.get(function, *key);
                (self.needs_library(Builtin::Access, &[&key]), true)
            }
            Some(Op::Unary(UnaryOperator::Is(ValueType::Array), value)) => {
                self.test(function, condition, *value, Flow::is_array)
            }
            Some(Op::Unary(UnaryOperator::IsOneOf(Types::OBJECTS), value)) => {
                self.test(function, condition, *value, |flow, it| !flow.is_symbol(it))
            }
            Some(Op::Binary(
                operator @ (BinaryOperator::StrictEqual | BinaryOperator::StrictNotEqual),
                left,
                right,
            )) => self.test_same(function, condition, *operator, [*left, *right]),
            _ => (true, true),
        }
    }

    /// A function asks whether a value is a thing of some sort.
    fn test(
        &mut self,
        function: FunctionId,
        test: ValueId,
        value: ValueId,
        is: impl Fn(&Flow<'a>, Thing) -> bool,
    ) -> (bool, bool) {
        let set = self.get(function, value);
        let yes = set.things.iter().any(|it| is(&self.flow, it));
        let no = set.primitives != 0 || set.things.iter().any(|it| !is(&self.flow, it));
        let seen = self.flow.facts.tests.entry((function, test)).or_default();
        *seen = (seen.0 | yes, seen.1 | no);
        *seen
    }

    /// A function asks whether two values are the same. What is known is that both are one captured function.
    fn test_same(
        &mut self,
        function: FunctionId,
        test: ValueId,
        operator: BinaryOperator,
        [left, right]: [ValueId; 2],
    ) -> (bool, bool) {
        let (left, right) = (self.get(function, left), self.get(function, right));
        let is_captured = |it| match self.flow.origin(it) {
            Origin::Node(node) => matches!(self.flow.graph.nodes[node], Node::Closure { .. }),
            _ => false,
        };
        let same = left.primitives == 0
            && left.things.len() == 1
            && left == right
            && left.things.iter().all(is_captured);
        let (yes, no) = match operator {
            BinaryOperator::StrictEqual => (true, !same),
            _ => (!same, true),
        };
        let seen = self.flow.facts.tests.entry((function, test)).or_default();
        *seen = (seen.0 | yes, seen.1 | no);
        *seen
    }

    fn edge(&mut self, function: FunctionId, edge: &Edge) {
        self.flow.reach_block(function, edge.block);
        let program = self.flow.program;
        let parameters = &program.functions[function].blocks[edge.block].parameters;
        for (parameter, argument) in parameters.iter().zip(&edge.arguments) {
            let set = self.get(function, *argument);
            self.flow.add(Place::Value(function, *parameter), &set);
        }
    }

    /// A handler gets what is thrown anywhere, and faults, which are like numbers.
    fn handler(&mut self, function: FunctionId, handler: BlockId) {
        self.flow.reach_block(function, handler);
        let program = self.flow.program;
        let mut thrown = self.flow.get(Place::Thrown);
        thrown.primitives |= NUMBER;
        for parameter in &program.functions[function].blocks[handler].parameters {
            self.flow.add(Place::Value(function, *parameter), &thrown);
        }
    }

    /// What is thrown may reach the host, which asks for the name and the message of an error.
    fn throw(&mut self, value: &Set) {
        self.flow.add(Place::Thrown, value);
        self.flow.escape(value);
        let is_error = |it: &Thing| !self.flow.is_function(*it);
        let errors: Things = value.things.iter().filter(is_error).collect();
        for key in [KeyId::NAME, KeyId::MESSAGE] {
            self.flow.read(&Set::from(errors.clone()), Keys::One(key));
        }
    }

    fn instruction(&mut self, function: FunctionId, instruction: &Instruction) {
        let result = self.operation(function, &instruction.op, instruction.result);
        if let Some(value) = instruction.result {
            self.flow.add(Place::Value(function, value), &result);
        }
    }

    fn operation(&mut self, function: FunctionId, op: &Op, result: Option<ValueId>) -> Set {
        let flow = &mut self.flow;
        let value = |flow: &mut Flow, value: &ValueId| flow.get(Place::Value(function, *value));
        let make = |flow: &mut Flow, made: Made| {
            let value = result.expect("operations that make something have a result");
            flow.thing(Origin::Made(made, function, value))
        };
        match op {
            Op::Constant(constant) => Set::constant(constant),
            Op::This => flow.get(Place::This(function)),
            Op::NewTarget => {
                let mut set = flow.get(Place::This(function));
                set.primitives |= NULLISH;
                set
            }
            Op::Parameter(index) => {
                let passed = flow.get(Place::Parameter(function, *index));
                let code = &flow.program.functions[function];
                if !code.rest || index + 1 != code.parameters {
                    return passed;
                }
                let list = flow.thing(Origin::Rest(function));
                flow.add(Place::Elements(list), &passed);
                Set::of(list)
            }
            Op::Callee => flow.get(Place::Callee(function)),
            Op::Captured => flow.get(Place::Captured(function)),
            Op::Unary(UnaryOperator::Is(ValueType::Array), operand) => {
                let test = result.expect("operators have results");
                self.test(function, test, *operand, Flow::is_array);
                Set::primitives(BOOLEAN)
            }
            Op::Unary(UnaryOperator::IsOneOf(Types::OBJECTS), operand) => {
                let test = result.expect("operators have results");
                self.test(function, test, *operand, |flow, it| !flow.is_symbol(it));
                Set::primitives(BOOLEAN)
            }
            Op::Unary(UnaryOperator::IsObjectKey, operand) => {
                let operands = self.get(function, *operand);
                if self.needs_library(Builtin::Access, &[&operands]) {
                    self.flow.facts.object_keys.insert((function, *operand));
                }
                Set::primitives(BOOLEAN)
            }
            Op::Unary(operator, operand) => {
                let operand = value(flow, operand);
                self.unary(*operator, &operand)
            }
            Op::Binary(operator, left, right) => {
                if let BinaryOperator::StrictEqual | BinaryOperator::StrictNotEqual = operator {
                    let test = result.expect("operators have results");
                    self.test_same(function, test, *operator, [*left, *right]);
                    return Set::primitives(BOOLEAN);
                }
                let keys = self.keys(function, *left);
                let (key, left) = (*left, self.get(function, *left));
                let right = self.get(function, *right);
                if *operator == BinaryOperator::In {
                    self.access(key, function, &[&left, &right]);
                }
                self.binary(*operator, &left, &right, &keys)
            }
            Op::GetProperty(object, key) => {
                let object = value(flow, object);
                let keys = flow.text_keys(key);
                flow.read(&object, keys)
            }
            Op::SetProperty(object, key, new) => {
                let object = value(flow, object);
                let new = value(flow, new);
                let keys = flow.text_keys(key);
                flow.write(&object, keys, &new);
                Set::default()
            }
            Op::GetElement(object, key) => {
                let object = value(flow, object);
                let keys = self.keys(function, *key);
                let operand = self.get(function, *key);
                self.access(*key, function, &[&object, &operand]);
                self.read_all(&object, &keys)
            }
            Op::GetSuper(this, object, key) => {
                let this = value(flow, this);
                let object = value(flow, object);
                let mut set = Set::default();
                for keys in self.keys(function, *key) {
                    set.add(&self.flow.read_for(&this, &object, keys));
                }
                set
            }
            Op::GetOwn(object, key) => {
                let object = value(flow, object);
                let mut set = Set::default();
                for keys in self.keys(function, *key) {
                    if object.has(STRING) && !self.flow.is_symbol_key(keys) {
                        set.primitives |= STRING;
                    }
                    self.flow.use_length(keys);
                    set.add(&self.flow.read_own_all(&object.things, keys, &object));
                }
                set.primitives |= NULLISH;
                set
            }
            Op::SetElement(object, key, new) => {
                let object = value(flow, object);
                let new = value(flow, new);
                let operand = self.get(function, *key);
                let operands = [&object, &operand, &new];
                self.flow.make_keys(&operand);
                self.access(*key, function, &operands);
                let is_typed = |it: Thing| self.flow.is_bytes(it) || self.flow.is_typed(it);
                if object.things.iter().any(is_typed) {
                    self.delegate(Builtin::Access, &[&new], &operands);
                }
                for keys in self.keys(function, *key) {
                    self.flow.write(&object, keys, &new);
                }
                Set::default()
            }
            Op::Define {
                object,
                key,
                value: new,
                ..
            } => {
                let object = value(flow, object);
                let new = value(flow, new);
                let operand = self.get(function, *key);
                self.flow.make_keys(&operand);
                self.access(*key, function, &[&object, &operand, &new]);
                for keys in self.keys(function, *key) {
                    self.flow.define(&object, keys, &new);
                }
                Set::default()
            }
            Op::GetPrivate(object, key) | Op::HasPrivate(object, key) => {
                let object = value(flow, object);
                let keys = self.keys(function, *key);
                let found = self.read_private(&object, &keys);
                match op {
                    Op::GetPrivate(..) => found,
                    _ => Set::primitives(BOOLEAN),
                }
            }
            Op::SetPrivate(object, key, new) | Op::DefinePrivate(object, key, new) => {
                let object = value(flow, object);
                let new = value(flow, new);
                let keys = self.keys(function, *key);
                self.read_private(&object, &keys);
                let adds = matches!(op, Op::DefinePrivate(..));
                for &keys in &keys {
                    let owners = match adds {
                        true => object.clone(),
                        false => self.flow.private_owners(&object, keys),
                    };
                    self.flow.define(&owners, keys, &new);
                }
                if adds {
                    self.flow.add_private(&object);
                }
                Set::default()
            }
            Op::Delete(object, key) => {
                let object = value(flow, object);
                let operand = self.get(function, *key);
                self.access(*key, function, &[&object, &operand]);
                let things = object.things;
                let keys = self.keys(function, *key);
                keys.iter().for_each(|keys| self.flow.use_length(*keys));
                if keys.iter().any(|keys| *keys != Keys::Numeric) {
                    self.flow.facts.deletes = true;
                    self.flow.note(Place::Deletes);
                }
                for thing in things.iter() {
                    if self.flow.namespace(thing).is_some() {
                        // Deleting throws if there is the key.
                        self.read_all(&Set::of(thing), &keys);
                    } else {
                        self.flow.mark_written(thing);
                        for &keys in &keys {
                            self.flow.keep_protected(thing, keys, FIXED);
                            self.flow.watch(thing, keys);
                        }
                    }
                }
                Set::primitives(BOOLEAN)
            }
            // The callees of method calls are read there.
            Op::GetMethod(..) | Op::Method(..) => Set::default(),
            Op::GetMethodElement(object, key) => {
                let operands = [self.get(function, *object), self.get(function, *key)];
                self.access(*key, function, &operands.each_ref());
                Set::default()
            }
            Op::Call(callee, arguments) => {
                let callee = value(flow, callee);
                let arguments = self.arguments(function, arguments);
                let arguments = Arguments::Each(&arguments);
                self.call(&callee, &Set::primitives(NULLISH), arguments)
            }
            Op::CallMethod(method, arguments) => {
                let arguments = self.arguments(function, arguments);
                self.call_method(function, *method, Arguments::Each(&arguments))
            }
            Op::Apply(method, list) => {
                let list = value(flow, list);
                let elements = flow.read(&list, Keys::Numeric);
                self.call_method(function, *method, Arguments::All(&elements))
            }
            Op::Construct(method, list) => {
                let list = value(flow, list);
                let elements = flow.read(&list, Keys::Numeric);
                let arguments = Arguments::All(&elements);
                let made = make(&mut self.flow, Made::Instance);
                self.construct_pair(function, *method, made, arguments)
            }
            Op::Super(method, arguments) => {
                let arguments = self.arguments(function, arguments);
                let arguments = Arguments::Each(&arguments);
                let made = make(&mut self.flow, Made::Instance);
                self.construct_pair(function, *method, made, arguments)
            }
            Op::New(callee, arguments) => {
                let callee = value(flow, callee);
                let arguments = self.arguments(function, arguments);
                let arguments = Arguments::Each(&arguments);
                let made = make(&mut self.flow, Made::Instance);
                self.construct(&callee, None, made, arguments)
            }
            Op::Object(keys, values) => {
                let object = make(flow, Made::Object);
                for (key, new) in keys.iter().zip(values) {
                    let new = value(flow, new);
                    let keys = flow.text_keys(key);
                    flow.define(&Set::of(object), keys, &new);
                }
                Set::of(object)
            }
            Op::Array(values) => {
                let array = make(flow, Made::Array);
                for element in values {
                    let element = value(flow, element);
                    flow.add(Place::Elements(array), &element);
                }
                Set::of(array)
            }
            // Modules are instantiated before the snapshot.
            Op::Namespace(..) => Set::default(),
            Op::Closure(code, scope) => {
                let made = make(flow, Made::Closure(*code));
                flow.reach(*code, made);
                if flow.is_filled(Place::NewName(*code)) {
                    let (length, name) = (Set::primitives(NUMBER), Set::primitives(STRING));
                    self.call_helper(new_functions::NAME, &[Set::of(made), length, name]);
                }
                if self.flow.is_filled(Place::NewPrototype(*code)) {
                    let arguments = [Set::of(made), Set::primitives(NUMBER)];
                    self.call_helper(new_functions::PROTOTYPE, &arguments);
                }
                let flow = &mut self.flow;
                if let Some(scope) = scope {
                    let scope = value(flow, scope);
                    flow.add(Place::Captured(*code), &scope);
                }
                Set::of(made)
            }
            Op::SetName {
                code,
                function: object,
                key,
                helper,
            } => {
                let object = value(flow, object);
                let key = value(flow, key);
                let mut set = key.clone();
                if flow.is_filled(Place::NewName(*code)) {
                    set.add(&self.call_helper(helper, &[object, key]));
                }
                set
            }
            Op::Function(code) => {
                let made = make(flow, Made::Closure(*code));
                flow.reach(*code, made);
                Set::of(made)
            }
            Op::Start(_) | Op::Yield(_) | Op::Await(_) | Op::Resumption => {
                unreachable!("a finished function has been cut at them")
            }
            Op::Scope(values) => {
                let scope = make(flow, Made::Scope);
                for (field, index) in values.iter().zip(0..) {
                    let field = value(flow, field);
                    flow.add(Place::Field(scope, index), &field);
                }
                Set::of(scope)
            }
            Op::GetField(scope, index) => {
                let scope = value(flow, scope);
                flow.read_field(&scope, *index)
            }
            Op::SetField(scope, index, new) => {
                let scope = value(flow, scope);
                let new = value(flow, new);
                flow.write_field(&scope, *index, &new);
                Set::default()
            }
            Op::GetVariable(variable) => flow.read_variable(*variable),
            Op::SetVariable(variable, new) => {
                flow.facts.written_variables.insert(*variable);
                let new = value(flow, new);
                flow.add(Place::Variable(*variable), &new);
                Set::default()
            }
            Op::GetGlobal(name) | Op::ProbeGlobal(name) => flow.read_global(name),
            Op::SetGlobal(name, new) => {
                let new = value(flow, new);
                flow.write_global(name, &new);
                Set::default()
            }
            // Only emission makes it.
            Op::GlobalObject => Set::default(),
            Op::GetLocal(local) => flow.get(Place::Local(function, *local)),
            Op::SetLocal(local, new) => {
                let new = value(flow, new);
                flow.add(Place::Local(function, *local), &new);
                Set::default()
            }
            Op::Check(operand, _) => value(flow, operand),
            Op::Caught(thrown) => {
                let mut set = value(flow, thrown);
                set.add(&self.call_builtin(Builtin::MakeError, &[Set::primitives(NUMBER)]));
                set
            }
        }
    }

    fn unary(&mut self, operator: UnaryOperator, operand: &Set) -> Set {
        Set::primitives(match operator {
            UnaryOperator::Not
            | UnaryOperator::IsNullish
            | UnaryOperator::Is(_)
            | UnaryOperator::IsOneOf(_)
            | UnaryOperator::IsObjectKey
            | UnaryOperator::MayDecide
            | UnaryOperator::IteratesAnew => BOOLEAN,
            UnaryOperator::AsObject => {
                let objects = operand.things.iter();
                let objects: Things = objects.filter(|it| !self.flow.is_symbol(*it)).collect();
                return Set::from(objects);
            }
            UnaryOperator::PrototypeOf => return self.flow.prototypes(operand),
            UnaryOperator::TypeOf => STRING,
            UnaryOperator::ToString => {
                self.convert(&[operand]);
                STRING
            }
            UnaryOperator::Negate
            | UnaryOperator::BitNot
            | UnaryOperator::ToNumber
            | UnaryOperator::Increment
            | UnaryOperator::Decrement => {
                self.convert(&[operand]);
                NUMBER
            }
        })
    }

    fn binary(&mut self, operator: BinaryOperator, left: &Set, right: &Set, keys: &[Keys]) -> Set {
        use BinaryOperator as B;
        match operator {
            B::StrictEqual | B::StrictNotEqual => return Set::primitives(BOOLEAN),
            B::InstanceOf => {
                self.flow.use_builtin(Builtin::PrototypeKey);
                self.flow.read(right, Keys::One(KeyId::PROTOTYPE));
                return Set::primitives(BOOLEAN);
            }
            B::In => {
                self.read_all(right, keys);
                return Set::primitives(BOOLEAN);
            }
            _ => {}
        }
        self.convert(&[left, right]);
        let is_text = |set: &Set| set.has(STRING) || !set.things.is_empty();
        Set::primitives(match operator {
            B::Less | B::LessEqual | B::Greater | B::GreaterEqual => BOOLEAN,
            B::LooseEqual | B::LooseNotEqual => BOOLEAN,
            B::Add if is_text(left) || is_text(right) => NUMBER | STRING,
            _ => NUMBER,
        })
    }

    /// Operands of which one may be an object are used where primitives are needed.
    fn convert(&mut self, operands: &[&Set]) {
        self.delegate(Builtin::Operate, operands, operands);
    }

    /// Keys of which one may be an object are used: `operands` are those of the operation.
    fn access(&mut self, key: ValueId, function: FunctionId, operands: &[&Set]) {
        if self.string(function, key).is_none() {
            let key = self.get(function, key);
            self.delegate(Builtin::Access, &[&key], operands);
        }
    }

    /// The library does an operation if one of the values may be an object. Functions alone are no
    /// reason, as hosts have them all, nor are symbols: where the library isn't there, to convert one throws.
    fn delegate(&mut self, builtin: Builtin, values: &[&Set], operands: &[&Set]) {
        if self.needs_library(builtin, values) {
            self.flow.facts.builtins.insert(builtin);
            self.flow.note(Place::Builtin(builtin));
            let mut arguments = vec![Set::primitives(NUMBER)];
            arguments.extend(operands.iter().map(|it| (*it).clone()));
            self.call_builtin(builtin, &arguments);
        }
    }

    /// Whether one of the values may be an object, or a function where the library is there.
    fn needs_library(&mut self, builtin: Builtin, values: &[&Set]) -> bool {
        let is_object = |it: Thing| !self.flow.is_function(it) && !self.flow.is_symbol(it);
        let has_objects = |set: &&Set| set.things.iter().any(is_object);
        values.iter().any(has_objects) || self.flow.is_filled(Place::Builtin(builtin))
    }

    fn call_builtin(&mut self, builtin: Builtin, arguments: &[Set]) -> Set {
        let Some(value) = self.flow.graph.builtins.get(&builtin) else {
            return Set::default();
        };
        let callee = self.flow.value_set(value);
        self.flow.use_builtin(builtin);
        self.flow.see(&callee);
        let arguments = Arguments::Each(arguments);
        self.call(&callee, &Set::primitives(NULLISH), arguments)
    }

    /// Emission calls a function of the library.
    fn call_helper(&mut self, name: &str, arguments: &[Set]) -> Set {
        let callee = self.flow.read_global(&Text::helper(name));
        let arguments = Arguments::Each(arguments);
        self.call(&callee, &Set::primitives(NULLISH), arguments)
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
            .map(|argument| self.get(function, *argument))
            .collect()
    }

    /// Each receiver calls its own method: `a.m()` and `b.m()` in one place don't mix.
    fn call_method(
        &mut self,
        function: FunctionId,
        method: ValueId,
        arguments: Arguments<'_>,
    ) -> Set {
        let (object, keys) = match self.definition(function, method) {
            Some(Op::GetMethod(object, key)) => (*object, vec![self.flow.text_keys(key)]),
            Some(Op::GetMethodElement(object, key)) => (*object, self.keys(function, *key)),
            Some(Op::Method(callee, this)) => {
                let callee = self.get(function, *callee);
                let this = self.get(function, *this);
                return self.call(&callee, &this, arguments);
            }
            _ => return Set::default(),
        };
        let receivers = self.get(function, object);
        let primitives = Set::primitives(receivers.primitives);
        // Those with the same methods call them together.
        let mut calls: BTreeMap<Set, Set> = BTreeMap::new();
        for &keys in &keys {
            for (receivers, callee) in self.flow.read_each(&receivers, keys) {
                calls.entry(callee).or_default().add(&receivers);
            }
        }
        let read = self.read_all(&primitives, &keys);
        calls.entry(read).or_default().add(&primitives);
        let mut result = Set::default();
        for (callee, receivers) in calls {
            result.add(&self.call(&callee, &receivers, arguments));
        }
        result
    }
}
