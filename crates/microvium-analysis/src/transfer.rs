//! What is done to the sets: the tasks, and what operations have in common.

mod array_key;
mod call;
mod converted;
mod instance;
mod native;
mod operation;

use crate::flow::{Arguments, Flow};
use crate::keys::{KeyId, Keys};
use crate::place::Place;
use crate::set::{BOOLEAN, NULL, NULLISH, NUMBER, STRING, Set, Things, UNDEFINED};
use crate::task::{Task, TaskId};
use crate::thing::{Origin, Thing};
use microvium_format::{Builtin, ValueType};
use microvium_ir::{
    BinaryOperator, BlockId, Constant, Edge, FunctionId, FunctionKind, Instruction, Node, Op,
    Position, Terminator, Text, Types, UnaryOperator, ValueId,
};
use rustc_hash::FxHashMap;

/// Applies operations to the sets.
pub struct Transfer<'a> {
    /// The sets.
    pub flow: Flow<'a>,
    /// What defines the values of each function that runs.
    definitions: Vec<Vec<Option<&'a Op>>>,
    /// The instruction that is looked at: where it stands, and in which function.
    at: Option<(Position, FunctionId)>,
    /// The function that it calls from, if it is a call.
    caller: Option<FunctionId>,
    /// What tests have answered in each variant; only looked up.
    tests: FxHashMap<(FunctionId, ValueId), (bool, bool)>,
    /// Branches on tests of values, before any value was met: the tests, what they ask about, and where that leads.
    undecided: Vec<(TaskId, FunctionId, [ValueId; 2], &'a Edge)>,
}

impl<'a> Transfer<'a> {
    pub fn new(flow: Flow<'a>) -> Transfer<'a> {
        Transfer {
            definitions: vec![Vec::new(); flow.program.functions.len()],
            undecided: Vec::new(),
            at: None,
            caller: None,
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
            // Where there is no value at all, nothing is asked: `Facts::outcome` says yes, unless another variant asks.
            for (reader, function, [test, value], yes) in std::mem::take(&mut self.undecided) {
                self.flow.places.reader = reader;
                let base = self.flow.variants.base(function);
                let is_answered = self.flow.facts.is_answered(base, test);
                if self.get(function, value).is_empty() && !is_answered {
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
                if let (false, false) = (may, may_not)
                    && let Some(value) = self.tested(function, *condition)
                {
                    let reader = self.flow.places.reader;
                    self.undecided
                        .push((reader, function, [*condition, value], yes));
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

    /// Whether a condition may hold, and whether it may not. Only what may run counts: where a value is always an array,
    /// nothing of what is done with others.
    fn outcomes(&mut self, function: FunctionId, condition: ValueId) -> (bool, bool) {
        match self.definition(function, condition) {
            // A variable that nothing was assigned to.
            Some(Op::GetVariable(_)) => {
                let set = self.get(function, condition);
                let is_nothing = set.has(NULLISH) && set.primitives & !NULLISH == 0;
                (!is_nothing || !set.things.is_empty(), true)
            }
            Some(Op::Unary(UnaryOperator::ConstructsBound, _)) => {
                self.flow.get(Place::ConstructsBound);
                (self.flow.facts.constructs_bound, true)
            }
            Some(Op::Unary(UnaryOperator::AsksSpecies, _)) => {
                self.flow.get(Place::AsksSpecies);
                (self.flow.facts.asks_species, true)
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
                (self.may_be_object_key(function, condition, *key), true)
            }
            Some(Op::Unary(UnaryOperator::Is(ValueType::Array), value)) => {
                self.test_array(function, condition, *value)
            }
            Some(Op::Unary(UnaryOperator::IsOneOf(Types::OBJECTS), value)) => {
                self.test(function, condition, *value, |flow, it| !flow.is_symbol(it))
            }
            Some(Op::Unary(UnaryOperator::IsNullish, value)) => {
                self.test_nullish(function, condition, *value)
            }
            Some(Op::Unary(UnaryOperator::IsSurelyNullish, value)) => {
                self.test_surely_nullish(function, condition, *value)
            }
            Some(Op::Binary(
                operator @ (BinaryOperator::StrictEqual | BinaryOperator::StrictNotEqual),
                left,
                right,
            )) => self.compare(function, condition, *operator, [*left, *right]),
            Some(Op::Binary(BinaryOperator::InstanceOf, value, constructor)) => {
                self.test_instance(function, condition, [*value, *constructor])
            }
            _ => (true, true),
        }
    }

    /// A function asks whether a value is a key to be converted.
    fn may_be_object_key(&mut self, function: FunctionId, test: ValueId, key: ValueId) -> bool {
        let operand = self.get_passed(function, key);
        let may_be = self.needs_library(Builtin::Access, &[&operand]);
        if may_be {
            let base = self.flow.variants.base(function);
            self.flow.facts.object_keys.insert((base, key));
        }
        self.answer_for_all(function, test, [may_be, true]).0
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
        self.answer(function, test, [yes, no])
    }

    /// A function asks of a value that is no array, but may be an array object, whether it can be nothing but undefined or null.
    fn test_surely_nullish(
        &mut self,
        function: FunctionId,
        test: ValueId,
        value: ValueId,
    ) -> (bool, bool) {
        let set = self.get(function, value);
        let mut is_plain = |it| self.flow.is_array(it) && !self.flow.is_array_object(it);
        let is_other = set.has(!NULLISH) || set.things.iter().any(|it| !is_plain(it));
        self.answer_for_all(function, test, [set.has(NULLISH), is_other])
    }

    /// A function asks whether a value is undefined or null.
    fn test_nullish(
        &mut self,
        function: FunctionId,
        test: ValueId,
        value: ValueId,
    ) -> (bool, bool) {
        let may_be = self.may_be(function, value, NULLISH);
        self.answer(function, test, may_be)
    }

    /// A test may hold, or not.
    fn answer(
        &mut self,
        function: FunctionId,
        test: ValueId,
        [yes, no]: [bool; 2],
    ) -> (bool, bool) {
        self.note_answer(function, test, [yes, no]);
        let seen = self.tests.entry((function, test)).or_default();
        *seen = (seen.0 | yes, seen.1 | no);
        *seen
    }

    /// The same, where what an image does depends on the answers of all variants together: those it returns.
    fn answer_for_all(
        &mut self,
        function: FunctionId,
        test: ValueId,
        answers: [bool; 2],
    ) -> (bool, bool) {
        self.note_answer(function, test, answers);
        let base = self.flow.variants.base(function);
        self.flow.get(Place::Answered(base, test));
        self.flow.facts.tests[&(base, test)]
    }

    fn note_answer(&mut self, function: FunctionId, test: ValueId, [yes, no]: [bool; 2]) {
        let base = self.flow.variants.base(function);
        let all = self.flow.facts.tests.entry((base, test)).or_default();
        *all = (all.0 | yes, all.1 | no);
        for (answered, mark) in [(yes, BOOLEAN), (no, UNDEFINED)] {
            if answered {
                let place = Place::Answered(base, test);
                self.flow.add(place, &Set::primitives(mark));
            }
        }
    }

    /// A function asks whether a value is an array: array objects are something else.
    fn test_array(&mut self, function: FunctionId, test: ValueId, value: ValueId) -> (bool, bool) {
        let set = self.get(function, value);
        let mut others = set.things.iter();
        if others.any(|it| self.flow.is_array(it) && self.flow.is_array_object(it)) {
            self.answer(function, test, [false, true]);
        }
        self.test(function, test, value, Flow::is_array)
    }

    /// A function asks whether two values are the same. What is known is that both are one captured function, that what one
    /// may be the other never is, that one is the `typeof` of a value that always has that type, or never,
    /// that one is undefined or null, which the other always is, or never, or that they are operations, of which the program
    /// hasn't this one.
    fn compare(
        &mut self,
        function: FunctionId,
        test: ValueId,
        operator: BinaryOperator,
        operands: [ValueId; 2],
    ) -> (bool, bool) {
        let [mut yes, mut no] = if let Some((value, name)) = self.asks_type(function, operands) {
            let types = self.types(function, value).into_iter();
            let same: Vec<bool> = types.map(|it| Text::from(it) == *name).collect();
            [same.contains(&true), same.contains(&false)]
        } else if let Some((value, nullish)) = self.asks_nullish(function, operands) {
            self.may_be(function, value, nullish)
        } else if let Some(operation) = self.asks_operation(function, operands) {
            [self.flow.is_filled(Place::Operation(operation)), true]
        } else {
            self.same(function, operands)
        };
        if operator == BinaryOperator::StrictNotEqual {
            (yes, no) = (no, yes);
        }
        self.answer(function, test, [yes, no])
    }

    /// Whether a value may be one of these primitives, and whether it may be something else.
    fn may_be(&mut self, function: FunctionId, value: ValueId, primitives: u8) -> [bool; 2] {
        let set = self.get(function, value);
        let others = set.has(!primitives) || !set.things.is_empty();
        [set.has(primitives), others]
    }

    /// The value that is compared with `undefined` or `null`, and which of them.
    fn asks_nullish(
        &mut self,
        function: FunctionId,
        [left, right]: [ValueId; 2],
    ) -> Option<(ValueId, u8)> {
        [(left, right), (right, left)]
            .into_iter()
            .find_map(
                |(value, constant)| match self.definition(function, constant) {
                    Some(Op::Constant(Constant::Undefined)) => Some((value, UNDEFINED)),
                    Some(Op::Constant(Constant::Null)) => Some((value, NULL)),
                    _ => None,
                },
            )
    }

    /// What `typeof` may say of a value.
    fn types(&mut self, function: FunctionId, value: ValueId) -> Vec<&'static str> {
        let set = self.get(function, value);
        let mut types = Vec::new();
        let primitives = [
            (UNDEFINED, "undefined"),
            (NULL, "object"),
            (BOOLEAN, "boolean"),
            (NUMBER, "number"),
            (STRING, "string"),
        ];
        for (primitive, name) in primitives {
            if set.has(primitive) {
                types.push(name);
            }
        }
        for thing in set.things.iter() {
            match self.flow.origin(thing) {
                Origin::Foreign => types.extend(["function", "object"]),
                Origin::ForeignBytes => types.push("object"),
                _ if self.flow.is_function(thing) => types.push("function"),
                _ if self.flow.is_symbol(thing) => types.push("symbol"),
                _ => types.push("object"),
            }
        }
        types
    }

    /// The value and the name in a comparison of the value's `typeof` with that name.
    fn asks_type(
        &mut self,
        function: FunctionId,
        [left, right]: [ValueId; 2],
    ) -> Option<(ValueId, &'a Text)> {
        [(left, right), (right, left)]
            .into_iter()
            .find_map(|(answer, name)| match self.definition(function, answer) {
                Some(Op::Unary(UnaryOperator::TypeOf, value)) => {
                    Some((*value, self.string(function, name)?))
                }
                _ => None,
            })
    }

    /// Whether two values may be the same, and whether they may be different.
    fn same(&mut self, function: FunctionId, [left, right]: [ValueId; 2]) -> [bool; 2] {
        let (left, right) = (self.get(function, left), self.get(function, right));
        let is_captured = |it| match self.flow.origin(it) {
            Origin::Node(node) => matches!(self.flow.graph.nodes[node], Node::Closure { .. }),
            _ => false,
        };
        // Where one of them has no value at all, nothing is asked.
        if left.is_empty() || right.is_empty() {
            return [true, false];
        }
        let is_one = |it: &Set| it.primitives == 0 && it.things.len() == 1;
        let is_same = is_one(&left) && left == right && left.things.iter().all(is_captured);
        [!left.is_apart(&right), !is_same]
    }

    /// The value that a test is about.
    fn tested(&mut self, function: FunctionId, condition: ValueId) -> Option<ValueId> {
        match self.definition(function, condition)? {
            Op::Unary(_, value) => Some(*value),
            Op::Binary(_, left, right) => {
                let operands = [*left, *right];
                match self.asks_type(function, operands) {
                    Some((value, _)) => Some(value),
                    None => Some(self.asks_nullish(function, operands)?.0),
                }
            }
            _ => None,
        }
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

    /// Operands of which one may be an object are used where primitives are needed.
    fn convert(&mut self, operands: &[&Set]) {
        self.delegate(Builtin::Operate, operands, operands);
    }

    /// Keys of which one may be an object are used: `operands` are those of the operation.
    fn access(&mut self, key: ValueId, function: FunctionId, operands: &[&Set]) {
        if self.string(function, key).is_none() {
            let key = self.get_passed(function, key);
            self.delegate(Builtin::Access, &[&key], operands);
        }
    }

    /// The library does an operation if one of the values may be an object. Functions are no reason where the host may have
    /// passed the value, as it has every export, nor are symbols: where the library isn't there, to convert one throws.
    fn delegate(&mut self, builtin: Builtin, values: &[&Set], operands: &[&Set]) {
        if self.needs_library(builtin, values) {
            self.flow.facts.builtins.insert(builtin);
            self.flow.note(Place::Builtin(builtin));
            let mut arguments = vec![Set::primitives(NUMBER)];
            arguments.extend(operands.iter().map(|it| (*it).clone()));
            self.call_builtin(builtin, &arguments);
        }
    }

    /// Whether one of the values may be an object, or a function of which the host doesn't know, or the library is there.
    fn needs_library(&mut self, builtin: Builtin, values: &[&Set]) -> bool {
        let is_object = |it: Thing| !self.flow.is_symbol(it) && !self.flow.is_function(it);
        let has_objects = |set: &&Set| set.things.iter().any(is_object);
        let has_functions = |set: &&Set| {
            let mut things = set.things.iter();
            !set.things.contains(Thing::FOREIGN) && things.any(|it| self.flow.is_function(it))
        };
        values.iter().any(|it| has_objects(it) || has_functions(it))
            || self.flow.is_filled(Place::Builtin(builtin))
    }

    fn call_builtin(&mut self, builtin: Builtin, arguments: &[Set]) -> Set {
        let Some(value) = self.flow.graph.builtins.get(&builtin) else {
            return Set::default();
        };
        let callee = self.flow.value_set(value);
        self.flow.use_builtin(builtin);
        let call = self.at.map(|(place, function)| (builtin, place, function));
        self.flow.facts.builtin_calls.extend(call);
        self.flow.see(&callee);
        let arguments = Arguments::Each(arguments);
        self.call(&callee, &Set::primitives(UNDEFINED), arguments)
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
