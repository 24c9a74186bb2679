//! What each operation does to the sets.

mod call;
mod native;

use crate::flow::{Arguments, Flow};
use crate::keys::Keys;
use crate::place::Place;
use crate::set::{BOOLEAN, Made, NULLISH, NUMBER, STRING, Set, Thing};
use microvium_format::attribute::FIXED;
use microvium_format::{Builtin, ValueType};
use microvium_ir::{
    BinaryOperator, Block, BlockId, Constant, Edge, FunctionId, FunctionKind, Instruction, Key, Op,
    Terminator, Text, Types, UnaryOperator, ValueId, emit::new_functions,
};
use std::collections::{BTreeMap, BTreeSet};

/// The callee of a method call, before it is read.
#[derive(Clone)]
enum Method {
    /// `object.key`.
    Named(ValueId, Text),
    /// `object[key]`.
    Computed(ValueId, ValueId),
    /// A callee and its `this`.
    Pair(ValueId, ValueId),
}

/// Applies operations to the sets.
pub struct Transfer<'a> {
    /// The sets.
    pub flow: Flow<'a>,
    /// What defines the callees of method calls.
    methods: BTreeMap<(FunctionId, ValueId), Method>,
    /// The values that are constant strings.
    strings: BTreeMap<(FunctionId, ValueId), Text>,
    /// The values that say whether another one is a key to be converted.
    key_tests: BTreeMap<(FunctionId, ValueId), ValueId>,
    /// The values that say whether `instanceof` may be decided by a method.
    instance_tests: BTreeSet<(FunctionId, ValueId)>,
    /// The values that say whether arrays may be iterated in another way than the language's.
    iteration_tests: BTreeSet<(FunctionId, ValueId)>,
    /// The values that are read from variables.
    read_variables: BTreeSet<(FunctionId, ValueId)>,
    /// The blocks that may run.
    reached: BTreeSet<(FunctionId, BlockId)>,
}

impl<'a> Transfer<'a> {
    pub fn new(flow: Flow<'a>) -> Transfer<'a> {
        Transfer {
            flow,
            methods: BTreeMap::new(),
            strings: BTreeMap::new(),
            key_tests: BTreeMap::new(),
            instance_tests: BTreeSet::new(),
            iteration_tests: BTreeSet::new(),
            read_variables: BTreeSet::new(),
            reached: BTreeSet::new(),
        }
    }

    /// The host gets these values.
    pub fn escape(&mut self, values: &Set) {
        self.flow.see(values);
        self.flow.add(Place::Escaped, values);
    }

    /// What the host may do with what it has: call functions with anything, and look at the elements and
    /// own properties of everything else. It writes nothing but bytes.
    pub fn host(&mut self) {
        if !(self.flow.get(&Place::Builtin(Builtin::AsyncStart))).is_empty() {
            let started = self.call_builtin(Builtin::AsyncStart, &[]);
            self.escape(&started);
        }
        // A list and no waiting for the next round: chains of objects are long.
        let mut pending: Vec<Thing> = self.flow.get(&Place::Escaped).things.to_vec();
        let mut known: BTreeSet<Thing> = pending.iter().copied().collect();
        while let Some(thing) = pending.pop() {
            let escaping = match self.flow.code(thing) {
                Some(function) => self.call_from_host(thing, function),
                None => {
                    // Bytes it may even write.
                    if self.flow.is_bytes(thing) {
                        self.flow.mark_written(thing);
                    } else if self.flow.is_typed(thing) {
                        self.flow.write_typed(thing);
                    }
                    self.flow.read_own(thing, &Keys::Any, &Set::of(thing))
                }
            };
            self.escape(&escaping);
            let new = escaping.things.iter().filter(|it| known.insert(**it));
            pending.extend(new);
        }
    }

    /// The host calls a function, or constructs with a class.
    fn call_from_host(&mut self, closure: Thing, function: FunctionId) -> Set {
        let code = &self.flow.program.functions[function];
        let is_class = code.kind == FunctionKind::Class;
        let arguments = vec![self.flow.unknown(); code.parameters as usize];
        let callee = Set::of(closure);
        if is_class {
            let arguments = Arguments::Each(&arguments);
            return self.construct(&callee, None, Thing::Instance(function), arguments);
        }
        let arguments = Arguments::Each(&arguments);
        self.call(&callee, &Set::primitives(NULLISH), arguments)
    }

    /// Everything a function does.
    pub fn function(&mut self, id: FunctionId) {
        let program = self.flow.program;
        let function = &program.functions[id];
        self.reach(id, function.entry());
        let mut looked = BTreeSet::new();
        let mut more = true;
        while more {
            more = false;
            for (at, block) in function.blocks.iter() {
                if self.reached.contains(&(id, at)) && looked.insert(at) {
                    more = true;
                    self.block(id, block);
                }
            }
        }
    }

    fn block(&mut self, id: FunctionId, block: &Block) {
        for instruction in &block.instructions {
            self.instruction(id, instruction);
        }
        match &block.terminator {
            Terminator::Jump(edge) => self.edge(id, edge),
            Terminator::Branch(condition, yes, no) => {
                let (may, may_not) = self.outcomes(id, *condition);
                if may {
                    self.edge(id, yes);
                }
                if may_not {
                    self.edge(id, no);
                }
            }
            Terminator::Return(value) => {
                let value = self.get(id, *value);
                self.flow.add(Place::Returned(id), &value);
            }
            Terminator::Throw(value) => {
                let value = self.get(id, *value);
                self.throw(&value);
            }
            Terminator::Fault(_) | Terminator::Unreachable => {}
        }
        if let Some(handler) = block.handler {
            self.handler(id, handler);
        }
    }

    fn get(&mut self, function: FunctionId, value: ValueId) -> Set {
        self.flow.get(&Place::Value(function, value))
    }

    /// A block may run. Only what may run counts: where a value is always an array, nothing of what is done with
    /// others.
    fn reach(&mut self, function: FunctionId, block: BlockId) {
        self.reached.insert((function, block));
    }

    /// Whether a condition may hold, and whether it may not.
    fn outcomes(&mut self, function: FunctionId, condition: ValueId) -> (bool, bool) {
        // A variable that nothing was assigned to.
        if self.read_variables.contains(&(function, condition)) {
            let set = self.get(function, condition);
            return (set.primitives != NULLISH || !set.things.is_empty(), true);
        }
        if self.instance_tests.contains(&(function, condition)) {
            return (self.flow.facts.has_instance, true);
        }
        if self.iteration_tests.contains(&(function, condition)) {
            return (self.flow.facts.iterates_anew, true);
        }
        if let Some(&value) = self.key_tests.get(&(function, condition)) {
            return (
                self.flow.facts.object_keys.contains(&(function, value)),
                true,
            );
        }
        if !self.flow.facts.tests.contains_key(&(function, condition)) {
            return (true, true);
        }
        match self.flow.facts.outcome(function, condition) {
            Some(is) => (is, !is),
            None => (true, true),
        }
    }

    /// A function asks whether a value is a thing of some sort.
    fn test(
        &mut self,
        function: FunctionId,
        test: ValueId,
        value: ValueId,
        is: impl Fn(&Flow<'_>, Thing) -> bool,
    ) {
        let set = self.get(function, value);
        let yes = set.things.iter().any(|it| is(&self.flow, *it));
        let no = set.primitives != 0 || set.things.iter().any(|it| !is(&self.flow, *it));
        let seen = self.flow.facts.tests.entry((function, test)).or_default();
        *seen = (seen.0 | yes, seen.1 | no);
    }

    fn edge(&mut self, function: FunctionId, edge: &Edge) {
        self.reach(function, edge.block);
        let program = self.flow.program;
        let parameters = &program.functions[function].blocks[edge.block].parameters;
        for (parameter, argument) in parameters.iter().zip(&edge.arguments) {
            let set = self.get(function, *argument);
            self.flow.add(Place::Value(function, *parameter), &set);
        }
    }

    /// A handler gets what is thrown anywhere, and faults, which are like numbers.
    fn handler(&mut self, function: FunctionId, handler: BlockId) {
        self.reach(function, handler);
        let program = self.flow.program;
        let mut thrown = self.flow.get(&Place::Thrown);
        thrown.primitives |= NUMBER;
        for parameter in &program.functions[function].blocks[handler].parameters {
            self.flow.add(Place::Value(function, *parameter), &thrown);
        }
    }

    /// What is thrown may reach the host, which asks for the name and the message of an error.
    fn throw(&mut self, value: &Set) {
        self.flow.add(Place::Thrown, value);
        self.escape(value);
        let is_error = |it: &&Thing| !self.flow.is_function(**it);
        let errors = value.things.iter().filter(is_error).copied();
        let errors = Set {
            primitives: 0,
            things: errors.collect(),
        };
        for key in ["name", "message"] {
            self.flow.read(&errors, &Keys::One(key.into()));
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
        let value = |flow: &mut Flow, value: &ValueId| flow.get(&Place::Value(function, *value));
        let make = |made: Made| {
            let value = result.expect("operations that make something have a result");
            Thing::Made(made, function, value)
        };
        match op {
            Op::Constant(constant) => {
                if let (Constant::String(text), Some(value)) = (constant, result) {
                    self.strings.insert((function, value), text.clone());
                }
                Set::constant(constant)
            }
            Op::This => flow.get(&Place::This(function)),
            Op::NewTarget => {
                let mut set = flow.get(&Place::This(function));
                set.primitives |= NULLISH;
                set
            }
            Op::Parameter(index) => {
                let passed = flow.get(&Place::Parameter(function, *index));
                let code = &flow.program.functions[function];
                if !code.rest || index + 1 != code.parameters {
                    return passed;
                }
                let list = Thing::Rest(function);
                flow.add(Place::Elements(list), &passed);
                Set::of(list)
            }
            Op::Callee => flow.get(&Place::Callee(function)),
            Op::Captured => flow.get(&Place::Captured(function)),
            Op::Unary(UnaryOperator::Is(ValueType::Array), operand) => {
                let test = result.expect("operators have results");
                self.test(function, test, *operand, |flow, it| flow.is_array(it));
                Set::primitives(BOOLEAN)
            }
            Op::Unary(UnaryOperator::IsOneOf(Types::OBJECTS), operand) => {
                let test = result.expect("operators have results");
                self.test(function, test, *operand, |flow, it| !flow.is_symbol(it));
                Set::primitives(BOOLEAN)
            }
            Op::Unary(UnaryOperator::IsObjectKey, operand) => {
                let value = result.expect("operators have results");
                self.key_tests.insert((function, value), *operand);
                let operands = self.get(function, *operand);
                if self.needs_library(Builtin::Access, &[&operands]) {
                    self.flow.facts.object_keys.insert((function, *operand));
                }
                Set::primitives(BOOLEAN)
            }
            Op::Unary(UnaryOperator::MayDecide, _) => {
                let value = result.expect("operators have results");
                self.instance_tests.insert((function, value));
                flow.get(&Place::HasInstance);
                Set::primitives(BOOLEAN)
            }
            Op::Unary(UnaryOperator::IteratesAnew, _) => {
                let value = result.expect("operators have results");
                self.iteration_tests.insert((function, value));
                flow.get(&Place::IteratesAnew);
                Set::primitives(BOOLEAN)
            }
            Op::Unary(operator, operand) => {
                let operand = value(flow, operand);
                self.unary(*operator, &operand)
            }
            Op::Binary(operator, left, right) => {
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
                flow.read(&object, &Keys::one(key))
            }
            Op::SetProperty(object, key, new) => {
                let object = value(flow, object);
                let new = value(flow, new);
                flow.write(&object, &Keys::one(key), &new);
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
                    set.add(&self.flow.read_for(&this, &object, &keys));
                }
                set
            }
            Op::GetOwn(object, key) => {
                let object = value(flow, object);
                let mut set = Set::default();
                for keys in self.keys(function, *key) {
                    if object.has(STRING) && !matches!(keys, Keys::One(Key::Symbol(_))) {
                        set.primitives |= STRING;
                    }
                    self.flow.use_length(&keys);
                    for &thing in &object.things {
                        set.add(&self.flow.read_own(thing, &keys, &object));
                    }
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
                let is_typed = |it: &Thing| self.flow.is_bytes(*it) || self.flow.is_typed(*it);
                if object.things.iter().any(is_typed) {
                    self.delegate(Builtin::Access, &[&new], &operands);
                }
                for keys in self.keys(function, *key) {
                    self.flow.write(&object, &keys, &new);
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
                    self.flow.define(&object, &keys, &new);
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
                for keys in &keys {
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
                keys.iter().for_each(|keys| self.flow.use_length(keys));
                if keys.iter().any(|keys| *keys != Keys::Numeric) {
                    self.flow.facts.deletes = true;
                    self.flow.note(Place::Deletes);
                }
                for &thing in &things {
                    if self.flow.namespace(thing).is_some() {
                        // Deleting throws if there is the key.
                        self.read_all(&Set::of(thing), &keys);
                    } else {
                        self.flow.mark_written(thing);
                        for keys in &keys {
                            self.flow.keep_protected(thing, keys, FIXED);
                            self.flow.watch(thing, keys);
                        }
                    }
                }
                Set::primitives(BOOLEAN)
            }
            Op::GetMethod(object, key) => {
                self.method(function, result, Method::Named(*object, key.clone()))
            }
            Op::GetMethodElement(object, key) => {
                let operands = [self.get(function, *object), self.get(function, *key)];
                self.access(*key, function, &operands.each_ref());
                self.method(function, result, Method::Computed(*object, *key))
            }
            Op::Method(callee, this) => self.method(function, result, Method::Pair(*callee, *this)),
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
                let elements = flow.read(&list, &Keys::Numeric);
                self.call_method(function, *method, Arguments::All(&elements))
            }
            Op::Construct(method, list) => {
                let list = value(flow, list);
                let elements = flow.read(&list, &Keys::Numeric);
                let arguments = Arguments::All(&elements);
                self.construct_pair(function, *method, make(Made::Instance), arguments)
            }
            Op::Super(method, arguments) => {
                let arguments = self.arguments(function, arguments);
                let arguments = Arguments::Each(&arguments);
                self.construct_pair(function, *method, make(Made::Instance), arguments)
            }
            Op::New(callee, arguments) => {
                let callee = value(flow, callee);
                let arguments = self.arguments(function, arguments);
                let arguments = Arguments::Each(&arguments);
                self.construct(&callee, None, make(Made::Instance), arguments)
            }
            Op::Object(keys, values) => {
                let object = make(Made::Object);
                for (key, new) in keys.iter().zip(values) {
                    let new = value(flow, new);
                    flow.add(Place::Property(object, key.into()), &new);
                }
                Set::of(object)
            }
            Op::Array(values) => {
                let array = make(Made::Array);
                for element in values {
                    let element = value(flow, element);
                    flow.add(Place::Elements(array), &element);
                }
                Set::of(array)
            }
            // Modules are instantiated before the snapshot.
            Op::Namespace(..) => Set::default(),
            Op::Closure(code, scope) => {
                let made = make(Made::Closure(*code));
                flow.reach(*code, made);
                if !flow.get(&Place::NewName(*code)).is_empty() {
                    let (length, name) = (Set::primitives(NUMBER), Set::primitives(STRING));
                    self.call_helper(new_functions::NAME, &[Set::of(made), length, name]);
                }
                if !self.flow.get(&Place::NewPrototype(*code)).is_empty() {
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
                if !flow.get(&Place::NewName(*code)).is_empty() {
                    set.add(&self.call_helper(helper, &[object, key]));
                }
                set
            }
            Op::Function(code) => {
                let made = make(Made::Closure(*code));
                flow.reach(*code, made);
                Set::of(made)
            }
            Op::Start(_) | Op::Yield(_) | Op::Await(_) | Op::Resumption => {
                unreachable!("a finished function has been cut at them")
            }
            Op::Scope(values) => {
                let scope = make(Made::Scope);
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
            Op::GetVariable(variable) => {
                self.read_variables.extend(result.map(|it| (function, it)));
                flow.read_variable(*variable)
            }
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
            Op::GetLocal(local) => flow.get(&Place::Local(function, *local)),
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
                let objects = operand.things.iter().copied();
                return Set {
                    primitives: 0,
                    things: objects.filter(|it| !self.flow.is_symbol(*it)).collect(),
                };
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
                self.flow.read(right, &Keys::One("prototype".into()));
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
        if !self.strings.contains_key(&(function, key)) {
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
        let is_object = |it: &Thing| !self.flow.is_function(*it) && !self.flow.is_symbol(*it);
        let has_objects = |set: &&Set| set.things.iter().any(is_object);
        values.iter().any(has_objects) || !self.flow.get(&Place::Builtin(builtin)).is_empty()
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
        let callee = self.flow.read_global(&name.into());
        let arguments = Arguments::Each(arguments);
        self.call(&callee, &Set::primitives(NULLISH), arguments)
    }

    /// The keys that a value may turn into.
    fn keys(&mut self, function: FunctionId, key: ValueId) -> Vec<Keys> {
        if let Some(text) = self.strings.get(&(function, key)) {
            return vec![Keys::one(text)];
        }
        let key = self.get(function, key);
        self.flow.keys(&key)
    }

    fn read_all(&mut self, object: &Set, keys: &[Keys]) -> Set {
        let mut result = Set::default();
        for keys in keys {
            result.add(&self.flow.read(object, keys));
        }
        result
    }

    /// Private fields are own ones.
    fn read_private(&mut self, object: &Set, keys: &[Keys]) -> Set {
        let mut result = Set::default();
        for keys in keys {
            for &thing in &self.flow.private_owners(object, keys).things {
                result.add(&self.flow.read_own(thing, keys, object));
            }
        }
        result
    }

    fn arguments(&mut self, function: FunctionId, arguments: &[ValueId]) -> Vec<Set> {
        (arguments.iter())
            .map(|argument| self.get(function, *argument))
            .collect()
    }

    fn method(&mut self, function: FunctionId, result: Option<ValueId>, method: Method) -> Set {
        let value = result.expect("the callee of a method call is a value");
        self.methods.insert((function, value), method);
        Set::default()
    }

    /// The block of a callee comes later: this function is looked at again.
    fn later(&mut self) -> Set {
        self.flow.places.again();
        Set::default()
    }

    /// Each receiver calls its own method: `a.m()` and `b.m()` in one place don't mix.
    fn call_method(
        &mut self,
        function: FunctionId,
        method: ValueId,
        arguments: Arguments<'_>,
    ) -> Set {
        let (object, keys) = match self.methods.get(&(function, method)).cloned() {
            Some(Method::Named(object, key)) => (object, vec![Keys::one(key)]),
            Some(Method::Computed(object, key)) => (object, self.keys(function, key)),
            Some(Method::Pair(callee, this)) => {
                let callee = self.get(function, callee);
                let this = self.get(function, this);
                return self.call(&callee, &this, arguments);
            }
            None => return self.later(),
        };
        let receivers = self.get(function, object);
        let primitives = Set::primitives(receivers.primitives);
        let mut each: BTreeMap<Set, Set> = BTreeMap::new();
        for keys in &keys {
            for (receiver, callee) in self.flow.read_each(&receivers, keys) {
                each.entry(receiver).or_default().add(&callee);
            }
        }
        let read = self.read_all(&primitives, &keys);
        each.insert(primitives, read);
        // Those with the same methods call them together.
        let mut calls: BTreeMap<Set, Set> = BTreeMap::new();
        for (receiver, callee) in each {
            calls.entry(callee).or_default().add(&receiver);
        }
        let mut result = Set::default();
        for (callee, receivers) in calls {
            result.add(&self.call(&callee, &receivers, arguments));
        }
        result
    }
}
