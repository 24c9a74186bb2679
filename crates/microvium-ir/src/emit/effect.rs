//! What an operation does to the world, and so past which others it may move.

use crate::function::LocalId;
use crate::instruction::{Op, UnaryOperator};
use crate::program::VariableId;
use crate::segment::{Access, GlobalAccess, VariableAccess};

/// What an operation may read or write, besides its operands.
#[derive(Clone, Default, Debug)]
pub struct Effect {
    /// May run any code: reads and writes everything but this function's locals, and may throw.
    pub calls: bool,
    /// May throw.
    pub throws: bool,
    /// What it reads.
    pub reads: Option<Place>,
    /// What it writes.
    pub writes: Option<Place>,
}

/// Something that can be read and written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// A module-level variable.
    Variable(VariableId),
    /// This field of some scope.
    Field(u32),
    /// A mutable local.
    Local(LocalId),
}

impl Place {
    /// Whether other functions can reach it.
    const fn is_shared(self) -> bool {
        !matches!(self, Place::Local(_))
    }
}

/// The effect of an operation.
pub fn effect(op: &Op, access: &dyn Access) -> Effect {
    let mut effect = Effect::default();
    match op {
        Op::GetVariable(id) => {
            if matches!(access.variable(*id), VariableAccess::Slot(_)) {
                effect.reads = Some(Place::Variable(*id));
            }
        }
        Op::GetGlobal(name) | Op::ProbeGlobal(name)
            if access.global(name) == GlobalAccess::Captured => {}
        Op::SetVariable(id, _) => effect.writes = Some(Place::Variable(*id)),
        Op::GetField(_, index) => effect.reads = Some(Place::Field(*index)),
        Op::SetField(_, index, _) => effect.writes = Some(Place::Field(*index)),
        Op::GetLocal(id) => effect.reads = Some(Place::Local(*id)),
        Op::SetLocal(id, _) => effect.writes = Some(Place::Local(*id)),
        Op::Check(..) => effect.throws = true,
        op if is_pure(op) => {}
        _ => {
            effect.calls = true;
            effect.throws = true;
        }
    }
    effect
}

/// Whether an operation whose result isn't used can be left out.
pub const fn is_pure(op: &Op) -> bool {
    match op {
        Op::Constant(_)
        | Op::This
        | Op::NewTarget
        | Op::Parameter(_)
        | Op::Callee
        | Op::GlobalObject
        | Op::Captured
        | Op::Object(..)
        | Op::Array(_)
        | Op::Namespace(..)
        | Op::Closure(..)
        | Op::Function(_)
        | Op::Method(..)
        | Op::Scope(_)
        | Op::GetField(..)
        | Op::GetVariable(_)
        | Op::GetLocal(_) => true,
        Op::Unary(operator, _) => matches!(
            operator,
            UnaryOperator::Not
                | UnaryOperator::TypeOf
                | UnaryOperator::IsNullish
                | UnaryOperator::Is(_)
                | UnaryOperator::IsOneOf(_)
                | UnaryOperator::IsObjectKey
                | UnaryOperator::MayDecide
                | UnaryOperator::ConstructsBound
                | UnaryOperator::AsksSpecies
                | UnaryOperator::AsObject
                | UnaryOperator::IsSurelyNullish
                | UnaryOperator::AsOther
                | UnaryOperator::IteratesAnew
                | UnaryOperator::PrototypeOf
        ),
        Op::Binary(operator, ..) => matches!(
            operator,
            crate::BinaryOperator::StrictEqual | crate::BinaryOperator::StrictNotEqual
        ),
        _ => false,
    }
}

impl Effect {
    /// Whether something with this effect may be done after `other` instead of before it.
    pub fn may_pass(&self, other: &Effect) -> bool {
        let other_reads_shared = other.reads.is_some_and(Place::is_shared);
        if self.calls
            && (other.calls || other.throws || other.writes.is_some() || other_reads_shared)
        {
            return false;
        }
        if self.throws && (other.calls || other.throws || other.writes.is_some()) {
            return false;
        }
        match self.reads {
            Some(place) => !(other.calls && place.is_shared()) && other.writes != Some(place),
            None => true,
        }
    }
}
