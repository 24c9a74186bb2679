//! The values that an operation uses.

use super::Op;
use crate::function::ValueId;

/// References to them, which can be changed if the operation can: up to three, and a list. Who asks wants no allocation for
/// each.
macro_rules! references {
    ($op:expr) => {
        match $op {
            Op::Constant(_)
            | Op::This
            | Op::NewTarget
            | Op::Parameter(_)
            | Op::Callee
            | Op::Captured
            | Op::GlobalObject
            | Op::Namespace(..)
            | Op::Closure(_, None)
            | Op::Function(_)
            | Op::Resumption
            | Op::GetVariable(_)
            | Op::GetGlobal(_)
            | Op::ProbeGlobal(_)
            | Op::GetLocal(_) => ([None, None, None], Default::default()),
            Op::Unary(_, a)
            | Op::GetProperty(a, _)
            | Op::GetMethod(a, _)
            | Op::Closure(_, Some(a))
            | Op::GetField(a, _)
            | Op::SetVariable(_, a)
            | Op::SetGlobal(_, a)
            | Op::SetLocal(_, a)
            | Op::Check(a, _)
            | Op::Start(a)
            | Op::Yield(a)
            | Op::Await(a)
            | Op::Caught(a) => ([Some(a), None, None], Default::default()),
            Op::Binary(_, a, b)
            | Op::SetProperty(a, _, b)
            | Op::GetElement(a, b)
            | Op::GetOwn(a, b)
            | Op::Delete(a, b)
            | Op::GetPrivate(a, b)
            | Op::HasPrivate(a, b)
            | Op::GetMethodElement(a, b)
            | Op::Method(a, b)
            | Op::Apply(a, b)
            | Op::Construct(a, b)
            | Op::SetName {
                function: a,
                key: b,
                ..
            }
            | Op::SetField(a, _, b) => ([Some(a), Some(b), None], Default::default()),
            Op::SetElement(a, b, c)
            | Op::GetSuper(a, b, c)
            | Op::SetPrivate(a, b, c)
            | Op::DefinePrivate(a, b, c) => ([Some(a), Some(b), Some(c)], Default::default()),
            Op::Define {
                object, key, value, ..
            } => ([Some(object), Some(key), Some(value)], Default::default()),
            Op::Call(callee, arguments)
            | Op::CallMethod(callee, arguments)
            | Op::New(callee, arguments)
            | Op::Super(callee, arguments) => ([Some(callee), None, None], arguments),
            Op::Object(_, values) | Op::Array(values) | Op::Scope(values) => {
                ([None, None, None], values)
            }
        }
    };
}

impl Op {
    /// The values it uses, in the order in which the engine wants them.
    pub fn operands(&self) -> impl Iterator<Item = ValueId> {
        let (first, rest): ([Option<&ValueId>; 3], &[ValueId]) = references!(self);
        first.into_iter().flatten().chain(rest).copied()
    }

    /// The same, to be changed.
    pub fn operands_mut(&mut self) -> impl Iterator<Item = &mut ValueId> {
        let (first, rest): ([Option<&mut ValueId>; 3], &mut [ValueId]) = references!(self);
        first.into_iter().flatten().chain(rest)
    }
}
