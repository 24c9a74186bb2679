//! How each operation is written.

use super::Stackifier;
use crate::emit::step::Symbolic;
use crate::emit::{EmitError, Limit, operation};
use crate::function::ValueId;
use crate::instruction::{BinaryOperator, Op, UnaryOperator};
use crate::segment::{GlobalAccess, SegmentConstant, VariableAccess};
use microvium_format::{Operation, Special};

/// An operation: code, operands (with code behind the first), code.
#[derive(Default)]
pub(super) struct Plan {
    pub prefix: Vec<Symbolic>,
    pub operands: Vec<ValueId>,
    pub between: Vec<Symbolic>,
    pub suffix: Vec<Symbolic>,
}

impl Stackifier<'_> {
    /// How an operation is written.
    pub(super) fn plan(&mut self, op: &Op, result: Option<ValueId>) -> Result<Plan, EmitError> {
        let mut plan = Plan {
            operands: op.operands().collect(),
            ..Plan::default()
        };
        let plain = |operation| Symbolic::Plain(operation, 0);
        plan.suffix = match op {
            Op::Constant(constant) => vec![self.constants.push(constant)],
            Op::This => vec![plain(Operation::Load)],
            Op::NewTarget => vec![Symbolic::Special(Special::NewTarget)],
            // United into values that are there from the start.
            Op::Parameter(index) => vec![Symbolic::Plain(Operation::Load, 1 + index)],
            Op::Callee => vec![Symbolic::Special(Special::Callee)],
            Op::Captured => vec![Symbolic::Special(Special::Captured)],
            Op::Unary(UnaryOperator::TypeOf, _) => {
                let type_code = Symbolic::Special(Special::TypeCode);
                if result.is_some_and(|value| self.prepared.type_codes.contains(&value)) {
                    vec![type_code]
                } else {
                    let names = self.constants.number(SegmentConstant::TypeNames);
                    plan.prefix = vec![Symbolic::Indexed(Operation::Constant, names)];
                    vec![type_code, plain(Operation::GetElement)]
                }
            }
            Op::Unary(UnaryOperator::Is(value_type), _) => vec![
                Symbolic::Special(Special::TypeCode),
                Symbolic::Plain(Operation::Integer, *value_type as u32),
                plain(Operation::StrictEqual),
            ],
            Op::Unary(UnaryOperator::IsOneOf(types), _) => {
                // One bit of a mask for each type.
                plan.prefix = vec![Symbolic::Plain(Operation::Integer, 1)];
                vec![
                    Symbolic::Special(Special::TypeCode),
                    plain(Operation::ShiftLeft),
                    Symbolic::Plain(Operation::Integer, types.0),
                    plain(Operation::And),
                    plain(Operation::Not),
                    plain(Operation::Not),
                ]
            }
            Op::Unary(operator, _) => vec![operation::unary(*operator)],
            Op::Binary(BinaryOperator::StrictNotEqual, ..) => {
                vec![plain(Operation::StrictEqual), plain(Operation::Not)]
            }
            Op::Binary(BinaryOperator::LooseNotEqual, ..) => {
                vec![plain(Operation::LooseEqual), plain(Operation::Not)]
            }
            Op::Binary(operator, ..) => vec![operation::binary(*operator)],
            Op::GetProperty(_, key) => vec![self.keyed(Operation::Get, key)],
            Op::SetProperty(_, key, _) => vec![self.keyed(Operation::Set, key)],
            Op::GetElement(..) | Op::GetOwn(..) => vec![plain(Operation::GetElement)],
            Op::GetSuper(..) => vec![Symbolic::Special(Special::GetSuper)],
            Op::SetElement(..) => vec![plain(Operation::SetElement)],
            Op::Delete(..) => vec![Symbolic::Special(Special::Delete)],
            Op::Define {
                object, enumerable, ..
            } => {
                let special = if *enumerable || !self.access.attributes() {
                    Special::Define
                } else {
                    Special::DefineMethod
                };
                vec![Symbolic::Define(*object, special), Symbolic::POP]
            }
            Op::GetPrivate(..) => vec![Symbolic::Special(Special::GetPrivate)],
            Op::HasPrivate(..) => vec![Symbolic::Special(Special::HasPrivate)],
            Op::SetPrivate(..) => vec![Symbolic::Special(Special::SetPrivate), Symbolic::POP],
            Op::DefinePrivate(object, ..) => {
                let define = Symbolic::Define(*object, Special::DefinePrivate);
                vec![define, Symbolic::POP]
            }
            Op::Call(_, arguments) => {
                plan.between = vec![plain(Operation::Frame)];
                vec![Symbolic::Plain(Operation::Call, arguments.len() as u32)]
            }
            Op::New(_, arguments) => {
                plan.between = vec![plain(Operation::Frame)];
                vec![Symbolic::Plain(Operation::New, arguments.len() as u32)]
            }
            Op::CallMethod(_, arguments) => {
                vec![Symbolic::Plain(Operation::Call, arguments.len() as u32)]
            }
            Op::Super(_, arguments) => {
                vec![Symbolic::Plain(Operation::New, arguments.len() as u32)]
            }
            Op::Apply(..) => vec![Symbolic::Special(Special::Apply)],
            Op::Construct(..) => vec![Symbolic::Special(Special::Construct)],
            Op::GetMethod(_, key) => vec![self.keyed(Operation::Method, key)],
            Op::GetMethodElement(..) => vec![Symbolic::Special(Special::MethodElement)],
            Op::Method(_, this) if self.is_undefined(*this) => {
                plan.operands.pop();
                vec![plain(Operation::Frame)]
            }
            Op::Method(..) => {
                // The place of `this` is taken by the one that was evaluated.
                plan.between = vec![plain(Operation::Frame), Symbolic::POP];
                vec![]
            }
            Op::Object(keys, _) => {
                let shape = self.constants.number(SegmentConstant::Shape(keys.clone()));
                vec![Symbolic::Indexed(Operation::NewObject, shape)]
            }
            Op::Array(values) => vec![Symbolic::Plain(Operation::NewArray, values.len() as u32)],
            Op::Scope(values) => vec![Symbolic::Plain(Operation::NewScope, values.len() as u32)],
            Op::Namespace(file, members) => {
                let namespace = SegmentConstant::Namespace(*file, members.clone());
                let number = self.constants.number(namespace);
                vec![Symbolic::Indexed(Operation::Constant, number)]
            }
            Op::Closure(function, scope) => {
                if scope.is_none() {
                    plan.prefix = vec![plain(Operation::Undefined)];
                }
                let code = self.constants.number(SegmentConstant::Function(*function));
                vec![Symbolic::Indexed(Operation::NewClosure, code)]
            }
            Op::SetName { .. } => unreachable!("`new_functions` has replaced it"),
            Op::Function(function) => {
                let code = self.constants.number(SegmentConstant::Function(*function));
                vec![Symbolic::Indexed(Operation::Constant, code)]
            }
            Op::Start(_) | Op::Yield(_) | Op::Await(_) | Op::Resumption => {
                unreachable!("a finished function has been cut at them")
            }
            Op::GetField(scope, index) if self.is_captured(*scope) => {
                plan.operands.clear();
                vec![Symbolic::Plain(Operation::LoadCaptured, *index)]
            }
            Op::GetField(_, index) => vec![Symbolic::Plain(Operation::LoadField, *index)],
            Op::SetField(scope, index, value) if self.is_captured(*scope) => {
                plan.operands = vec![*value];
                vec![Symbolic::Plain(Operation::StoreCaptured, *index)]
            }
            Op::SetField(_, index, _) => vec![Symbolic::Plain(Operation::StoreField, *index)],
            Op::GetVariable(id) => match self.access.variable(*id) {
                VariableAccess::Slot(slot) => vec![Symbolic::Plain(Operation::LoadVariable, slot)],
                VariableAccess::Known(constant) => vec![self.constants.push(&constant)],
                VariableAccess::Captured => {
                    let number = self.constants.number(SegmentConstant::Variable(*id));
                    vec![Symbolic::Indexed(Operation::Constant, number)]
                }
            },
            Op::SetVariable(id, _) => match self.access.variable(*id) {
                VariableAccess::Slot(slot) => vec![Symbolic::Plain(Operation::StoreVariable, slot)],
                _ => return Err(self.error(Limit::WrittenConstant)),
            },
            Op::GetGlobal(name) | Op::ProbeGlobal(name) => match self.access.global(name) {
                GlobalAccess::Lookup => {
                    plan.prefix = vec![self.keyed(Operation::Constant, name)];
                    vec![Symbolic::Special(match op {
                        Op::GetGlobal(_) => Special::GetGlobal,
                        _ => Special::ProbeGlobal,
                    })]
                }
                GlobalAccess::Slot(slot) => vec![Symbolic::Plain(Operation::LoadVariable, slot)],
                GlobalAccess::Known(constant) => vec![self.constants.push(&constant)],
                GlobalAccess::Captured => {
                    let number = self.constants.number(SegmentConstant::Global(name.clone()));
                    vec![Symbolic::Indexed(Operation::Constant, number)]
                }
                GlobalAccess::Property { .. } | GlobalAccess::Missing => {
                    return Err(self.error(Limit::WrittenConstant));
                }
            },
            Op::SetGlobal(name, _) => match self.access.global(name) {
                GlobalAccess::Lookup => {
                    let key = self.keyed(Operation::Constant, name);
                    vec![key, Symbolic::Special(Special::SetGlobal)]
                }
                GlobalAccess::Slot(slot) => vec![Symbolic::Plain(Operation::StoreVariable, slot)],
                _ => return Err(self.error(Limit::WrittenConstant)),
            },
            Op::GlobalObject => {
                let number = self.constants.number(SegmentConstant::GlobalObject);
                vec![Symbolic::Indexed(Operation::Constant, number)]
            }
            Op::GetLocal(id) => vec![Symbolic::Load(self.local(*id))],
            Op::SetLocal(id, _) => vec![Symbolic::Store(self.local(*id))],
            Op::Check(..) => vec![Symbolic::Special(Special::Check)],
            Op::Caught(_) => vec![Symbolic::Special(Special::Caught)],
        };
        Ok(plan)
    }

    fn keyed(&mut self, operation: Operation, key: &crate::Text) -> Symbolic {
        Symbolic::Indexed(operation, self.constants.text(key))
    }

    fn is_captured(&self, scope: ValueId) -> bool {
        matches!(self.op(scope), Some(Op::Captured))
    }

    fn local(&self, id: crate::LocalId) -> usize {
        self.prepared.function.values.len() + id.index()
    }

    fn error(&self, limit: Limit) -> EmitError {
        EmitError::new(&self.prepared.function, limit)
    }
}
