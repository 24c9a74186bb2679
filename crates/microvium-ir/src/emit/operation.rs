//! Which operation of the engine an operator is.

use super::step::Symbolic;
use crate::instruction::{BinaryOperator, UnaryOperator};
use microvium_format::{Operation, Special};

const fn plain(operation: Operation) -> Symbolic {
    Symbolic::Plain(operation, 0)
}

/// Of an operator with one operand. `TypeOf`, `Is` and `IsOneOf` are the number of the type here.
pub const fn unary(operator: UnaryOperator) -> Symbolic {
    match operator {
        UnaryOperator::Not => plain(Operation::Not),
        UnaryOperator::Negate => plain(Operation::Negate),
        UnaryOperator::Increment => plain(Operation::Increment),
        UnaryOperator::BitNot => Symbolic::Special(Special::BitNot),
        UnaryOperator::ToNumber => Symbolic::Special(Special::ToNumber),
        UnaryOperator::ToString => Symbolic::Special(Special::ToString),
        UnaryOperator::Decrement => Symbolic::Special(Special::Decrement),
        UnaryOperator::TypeOf => Symbolic::Special(Special::TypeCode),
        UnaryOperator::IsNullish => Symbolic::Special(Special::IsNullish),
        UnaryOperator::PrototypeOf => Symbolic::Special(Special::PrototypeOf),
        UnaryOperator::Is(_)
        | UnaryOperator::IsOneOf(_)
        | UnaryOperator::IsObjectKey
        | UnaryOperator::MayDecide
        | UnaryOperator::ConstructsBound
        | UnaryOperator::AsksSpecies
        | UnaryOperator::AsObject
        | UnaryOperator::IsSurelyNullish
        | UnaryOperator::AsOther
        | UnaryOperator::IteratesAnew => Symbolic::Special(Special::TypeCode),
    }
}

/// Of an operator with two operands. The unequal ones are the equal ones here.
pub const fn binary(operator: BinaryOperator) -> Symbolic {
    match operator {
        BinaryOperator::Add => plain(Operation::Add),
        BinaryOperator::Subtract => plain(Operation::Subtract),
        BinaryOperator::Multiply => plain(Operation::Multiply),
        BinaryOperator::Divide => plain(Operation::Divide),
        BinaryOperator::Remainder => plain(Operation::Remainder),
        BinaryOperator::Exponent => Symbolic::Special(Special::Exponent),
        BinaryOperator::And => plain(Operation::And),
        BinaryOperator::Or => plain(Operation::Or),
        BinaryOperator::Xor => plain(Operation::Xor),
        BinaryOperator::ShiftLeft => plain(Operation::ShiftLeft),
        BinaryOperator::ShiftRight => plain(Operation::ShiftRight),
        BinaryOperator::ShiftRightUnsigned => plain(Operation::ShiftRightUnsigned),
        BinaryOperator::Less => plain(Operation::Less),
        BinaryOperator::LessEqual => plain(Operation::LessEqual),
        BinaryOperator::Greater => plain(Operation::Greater),
        BinaryOperator::GreaterEqual => plain(Operation::GreaterEqual),
        BinaryOperator::LooseEqual | BinaryOperator::LooseNotEqual => plain(Operation::LooseEqual),
        BinaryOperator::StrictEqual | BinaryOperator::StrictNotEqual => {
            plain(Operation::StrictEqual)
        }
        BinaryOperator::In => Symbolic::Special(Special::In),
        BinaryOperator::InstanceOf => Symbolic::Special(Special::InstanceOf),
    }
}
