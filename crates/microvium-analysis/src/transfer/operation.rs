//! What each operation does to the sets.

use super::Transfer;
use super::array_key::is_name;
use super::converted::code;
use crate::flow::{Arguments, Flow};
use crate::keys::Keys;
use crate::place::Place;
use crate::set::{BOOLEAN, NULLISH, NUMBER, STRING, Set, Things, UNDEFINED};
use crate::thing::{Made, Origin};
use microvium_format::attribute::FIXED;
use microvium_format::{Builtin, Operation, Special, ValueType};
use microvium_ir::{
    BinaryOperator, FunctionId, FunctionKind, Op, Types, UnaryOperator, ValueId,
    emit::new_functions, waiting,
};

impl Transfer<'_> {
    pub(super) fn operation(
        &mut self,
        function: FunctionId,
        op: &Op,
        result: Option<ValueId>,
    ) -> Set {
        let flow = &mut self.flow;
        let value = |flow: &mut Flow, value: &ValueId| flow.get(Place::Value(function, *value));
        // Where it flows on.
        let passed =
            |flow: &mut Flow, value: &ValueId| flow.get_passed(Place::Value(function, *value));
        let make = |flow: &mut Flow, made: Made| {
            let value = result.expect("operations that make something have a result");
            flow.thing(Origin::Made(made, function, value))
        };
        match op {
            Op::Constant(constant) => Set::constant(constant),
            Op::This => flow.get_passed(Place::This(function)),
            Op::NewTarget => {
                let mut set = flow.get(Place::This(function));
                set.primitives = match flow.is_filled(Place::Called(function)) {
                    true => UNDEFINED,
                    false => 0,
                };
                set
            }
            Op::Parameter(index) => {
                let passed = flow.get_passed(Place::Parameter(function, *index));
                let code = flow.variants.body(function);
                if !code.rest || index + 1 != code.parameters {
                    return passed;
                }
                let list = flow.thing(Origin::Rest(function));
                flow.add(Place::Elements(list), &passed);
                Set::of(list)
            }
            Op::Callee => flow.get(Place::Callee(flow.variants.base(function))),
            Op::Captured => flow.get(Place::Captured(flow.variants.base(function))),
            Op::Unary(UnaryOperator::Is(ValueType::Array), operand) => {
                let test = result.expect("operators have results");
                self.test_array(function, test, *operand);
                Set::primitives(BOOLEAN)
            }
            Op::Unary(UnaryOperator::IsOneOf(Types::OBJECTS), operand) => {
                let test = result.expect("operators have results");
                self.test(function, test, *operand, |flow, it| !flow.is_symbol(it));
                Set::primitives(BOOLEAN)
            }
            Op::Unary(UnaryOperator::IsNullish, operand) => {
                let test = result.expect("operators have results");
                self.test_nullish(function, test, *operand);
                Set::primitives(BOOLEAN)
            }
            Op::Unary(UnaryOperator::IsObjectKey, operand) => {
                let test = result.expect("operators have results");
                self.may_be_object_key(function, test, *operand);
                Set::primitives(BOOLEAN)
            }
            Op::Unary(operator, operand) => {
                let operand = match operator.converts() {
                    true => passed(flow, operand),
                    false => value(flow, operand),
                };
                self.unary(*operator, &operand)
            }
            Op::Binary(operator, left, right) => {
                if let BinaryOperator::StrictEqual | BinaryOperator::StrictNotEqual = operator {
                    let test = result.expect("operators have results");
                    self.compare(function, test, *operator, [*left, *right]);
                    return Set::primitives(BOOLEAN);
                }
                if *operator == BinaryOperator::InstanceOf {
                    let test = result.expect("operators have results");
                    let operands = [*left, *right];
                    if self.test_instance(function, test, operands) == (true, true) {
                        self.instance_of(function, operands);
                    }
                    return Set::primitives(BOOLEAN);
                }
                let keys = self.keys(function, *left);
                let (key, left) = (*left, self.get_passed(function, *left));
                let right = self.get_passed(function, *right);
                if *operator == BinaryOperator::In {
                    self.access(Some(Special::In as u8), key, function, &[&left, &right]);
                }
                self.binary(*operator, &left, &right, &keys)
            }
            Op::GetProperty(object, key) => {
                let object = value(flow, object);
                let keys = flow.text_keys(key);
                let found = flow.read(&object, keys);
                if key.is_private() {
                    flow.facts.read_private.insert(key.clone());
                    if found.has(!NULLISH) || !found.things.is_empty() {
                        let result = result.expect("what is read has a result");
                        let base = flow.variants.base(function);
                        flow.facts.found_private.insert((base, result));
                    }
                }
                found
            }
            Op::SetProperty(object, key, new) => {
                let object = value(flow, object);
                let new = passed(flow, new);
                let keys = flow.text_keys(key);
                flow.write(&object, keys, &new);
                let names = Set::primitives(STRING);
                self.assign_arrays(&object, &[keys], &names, &new, is_name(key));
                Set::default()
            }
            Op::GetElement(object, key) => {
                let object = value(flow, object);
                let keys = self.keys(function, *key);
                let operand = self.get(function, *key);
                self.access(None, *key, function, &[&object, &operand]);
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
                let new = passed(flow, new);
                let operand = self.get(function, *key);
                self.flow.make_keys(&operand);
                let operand = self.get_passed(function, *key);
                let operands = [&object, &operand, &new];
                let code = Operation::SetElement as u8;
                self.access(Some(code), *key, function, &operands);
                let keys = self.keys(function, *key);
                self.convert_assigned(code, &object, &keys, &new, &operands);
                for &keys in &keys {
                    self.flow.write(&object, keys, &new);
                }
                let is_name = self.is_name(function, *key);
                self.assign_arrays(&object, &keys, &operand, &new, is_name);
                Set::default()
            }
            Op::Define {
                object,
                key,
                value: new,
                enumerable,
            } => {
                let object = value(flow, object);
                let new = passed(flow, new);
                let operand = self.get(function, *key);
                self.flow.make_keys(&operand);
                let operand = self.get_passed(function, *key);
                let operands = [&object, &operand, &new];
                let keys = self.keys(function, *key);
                // Emission makes the first of what isn't enumerable, too, where nobody can see that.
                let codes = [Special::Define as u8, Special::DefineMethod as u8];
                for code in codes.into_iter().take(if *enumerable { 1 } else { 2 }) {
                    self.access(Some(code), *key, function, &operands);
                    self.convert_assigned(code, &object, &keys, &new, &operands);
                }
                for &keys in &keys {
                    for thing in object.things.iter() {
                        self.flow.keep_protected(thing, keys, FIXED);
                    }
                    self.flow.define(&object, keys, &new);
                }
                let is_name = self.is_name(function, *key);
                self.assign_arrays(&object, &keys, &operand, &new, is_name);
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
                let new = passed(flow, new);
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
                let code = Special::Delete as u8;
                self.access(Some(code), *key, function, &[&object, &operand]);
                let generators = Set::from(self.flow.generators(&object.things));
                if !generators.is_empty() {
                    // By its code the engine knows a suspended call.
                    self.flow.read_field(&generators, waiting::CODE);
                    let arguments = [Set::primitives(NUMBER), generators, operand];
                    self.call_builtin(Builtin::Access, Some(code), &arguments);
                }
                let things = self.flow.with_own(&object.things);
                let keys = self.keys(function, *key);
                keys.iter().for_each(|keys| self.flow.use_length(*keys));
                let is_named = keys.iter().any(|keys| *keys != Keys::Numeric);
                self.flow.facts.deletes |= is_named;
                for thing in things.iter() {
                    if self.flow.namespace(thing).is_some() {
                        // Deleting throws if there is the key.
                        self.read_all(&Set::of(thing), &keys);
                    } else {
                        self.flow.mark_written(thing);
                        if is_named {
                            self.flow.note_deletion(thing);
                        }
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
                self.access(None, *key, function, &operands.each_ref());
                Set::default()
            }
            Op::Call(callee, arguments) => {
                let callee = value(flow, callee);
                let arguments = self.arguments(function, arguments);
                let arguments = Arguments::Each(&arguments);
                self.call(&callee, &Set::primitives(UNDEFINED), arguments)
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
                    let new = passed(flow, new);
                    let keys = flow.text_keys(key);
                    flow.define(&Set::of(object), keys, &new);
                }
                Set::of(object)
            }
            Op::Array(values) => {
                let array = make(flow, Made::Array);
                for element in values {
                    let element = passed(flow, element);
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
                let kind = self.flow.program.functions[*code].kind;
                if kind == FunctionKind::Async && self.flow.is_filled(Place::NewParent(*code)) {
                    self.call_helper(new_functions::ASYNC, &[Set::of(made)]);
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
                if flow.program.functions[*code].kind == FunctionKind::Bound {
                    for parts in key.things.iter() {
                        let targets = flow.get(Place::Elements(parts));
                        flow.bind(&targets);
                    }
                    if flow.is_filled(Place::NewParent(*code)) {
                        self.call_helper(new_functions::BOUND, &[object.clone(), key.clone()]);
                    }
                }
                if self.flow.is_filled(Place::NewName(*code)) {
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
                    let field = passed(flow, field);
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
                let new = passed(flow, new);
                flow.write_field(&scope, *index, &new);
                Set::default()
            }
            Op::GetVariable(variable) => flow.read_variable(*variable),
            Op::SetVariable(variable, new) => {
                flow.facts.written_variables.insert(*variable);
                let new = passed(flow, new);
                flow.add(Place::Variable(*variable), &new);
                Set::default()
            }
            Op::GetGlobal(name) | Op::ProbeGlobal(name) => flow.read_global(name),
            Op::SetGlobal(name, new) => {
                let new = passed(flow, new);
                flow.write_global(name, &new);
                Set::default()
            }
            // Only emission makes it.
            Op::GlobalObject => Set::default(),
            Op::GetLocal(local) => flow.get_passed(Place::Local(function, *local)),
            Op::SetLocal(local, new) => {
                let new = passed(flow, new);
                flow.add(Place::Local(function, *local), &new);
                Set::default()
            }
            Op::Check(operand, _) => passed(flow, operand),
            Op::Caught(thrown) => {
                let mut set = passed(flow, thrown);
                set.add(&self.call_builtin(Builtin::MakeError, None, &[Set::primitives(NUMBER)]));
                set
            }
        }
    }

    fn unary(&mut self, operator: UnaryOperator, operand: &Set) -> Set {
        if operator == UnaryOperator::MayDecide {
            self.flow.use_classes(operand);
        }
        Set::primitives(match operator {
            UnaryOperator::Not
            | UnaryOperator::IsNullish
            | UnaryOperator::Is(_)
            | UnaryOperator::IsOneOf(_)
            | UnaryOperator::IsObjectKey
            | UnaryOperator::MayDecide
            | UnaryOperator::ConstructsBound
            | UnaryOperator::AsksSpecies
            | UnaryOperator::IsSurelyNullish
            | UnaryOperator::IteratesAnew => BOOLEAN,
            UnaryOperator::AsObject => {
                let objects = operand.things.iter();
                let objects: Things = objects.filter(|it| !self.flow.is_symbol(*it)).collect();
                return Set::from(objects);
            }
            UnaryOperator::AsOther => {
                let mut others = operand.clone();
                others.things = (operand.things.iter())
                    .filter(|it| !self.flow.is_array(*it) || self.flow.is_array_object(*it))
                    .collect();
                return others;
            }
            UnaryOperator::PrototypeOf => return self.flow.prototypes(operand),
            UnaryOperator::TypeOf => STRING,
            UnaryOperator::ToString => {
                self.convert(None, &[operand]);
                STRING
            }
            UnaryOperator::Negate
            | UnaryOperator::BitNot
            | UnaryOperator::ToNumber
            | UnaryOperator::Increment
            | UnaryOperator::Decrement => {
                self.convert(None, &[operand]);
                NUMBER
            }
        })
    }

    fn binary(&mut self, operator: BinaryOperator, left: &Set, right: &Set, keys: &[Keys]) -> Set {
        use BinaryOperator as B;
        match operator {
            B::StrictEqual | B::StrictNotEqual => return Set::primitives(BOOLEAN),
            B::In => {
                let right = self.flow.expand(right.clone());
                self.read_all(&right, keys);
                return Set::primitives(BOOLEAN);
            }
            _ => {}
        }
        self.convert(code(operator), &[left, right]);
        let is_text = |set: &Set| set.has(STRING) || !set.things.is_empty();
        Set::primitives(match operator {
            B::Less | B::LessEqual | B::Greater | B::GreaterEqual => BOOLEAN,
            B::LooseEqual | B::LooseNotEqual => BOOLEAN,
            B::Add if is_text(left) || is_text(right) => NUMBER | STRING,
            _ => NUMBER,
        })
    }
}
