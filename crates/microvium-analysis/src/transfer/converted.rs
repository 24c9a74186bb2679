//! Which operations the library does on objects: those that the program has. Else its conversion would divide in every
//! image that converts an object, and need floats, and where a key is an object, reading would write.

use super::Transfer;
use crate::place::Place;
use microvium_format::{Builtin, Operation, Special};
use microvium_ir::{BinaryOperator, Constant, FunctionId, Node, Op, Value, ValueId};

/// The codes of the operators that are one operation each, of which nothing else is made.
const OPERATORS: [(BinaryOperator, u8); 9] = [
    (BinaryOperator::Multiply, Operation::Multiply as u8),
    (BinaryOperator::Divide, Operation::Divide as u8),
    (BinaryOperator::Remainder, Operation::Remainder as u8),
    (BinaryOperator::And, Operation::And as u8),
    (BinaryOperator::Or, Operation::Or as u8),
    (BinaryOperator::Xor, Operation::Xor as u8),
    (BinaryOperator::ShiftLeft, Operation::ShiftLeft as u8),
    (BinaryOperator::ShiftRight, Operation::ShiftRight as u8),
    (
        BinaryOperator::ShiftRightUnsigned,
        Operation::ShiftRightUnsigned as u8,
    ),
];

/// The codes of the operations on properties that do more than read.
const ACCESSES: [u8; 5] = [
    Special::In as u8,
    Special::Delete as u8,
    Special::Define as u8,
    Special::DefineMethod as u8,
    Operation::SetElement as u8,
];

impl Transfer<'_> {
    /// The library may have to do an operator.
    pub(super) fn use_operator(&mut self, operator: BinaryOperator) {
        let known = OPERATORS.iter().find(|it| it.0 == operator);
        if let Some((_, code)) = known {
            self.use_operation(Builtin::Operate, *code);
        }
    }

    /// The function in a builtin slot may have to do the operation with this code, and not for itself.
    pub(super) fn use_operation(&mut self, builtin: Builtin, code: u8) {
        let is_own = (self.at).is_some_and(|(_, it)| self.is_builtin(it, builtin));
        if !is_own {
            self.flow.note(Place::Operation(code));
        }
    }

    /// The code of the operation with which a function compares the one that it is to do.
    pub(super) fn asks_operation(
        &mut self,
        function: FunctionId,
        [left, right]: [ValueId; 2],
    ) -> Option<u8> {
        let operators = OPERATORS.map(|it| it.1);
        let known: &[u8] = if self.is_builtin(function, Builtin::Operate) {
            &operators
        } else if self.is_builtin(function, Builtin::Access) {
            &ACCESSES
        } else {
            return None;
        };
        let Some(Op::Parameter(0)) = self.definition(function, left) else {
            return None;
        };
        // Their codes are constants of the library's modules.
        let code = match self.definition(function, right) {
            Some(Op::Check(value, _)) => self.definition(function, *value),
            other => other,
        };
        let Some(Op::GetVariable(code)) = code else {
            return None;
        };
        let Some(Value::Constant(Constant::Number(code))) = self.flow.graph.variables.get(code)
        else {
            return None;
        };
        known.iter().copied().find(|it| f64::from(*it) == *code)
    }

    /// Whether a function is the one that a builtin slot holds.
    pub(super) fn is_builtin(&self, function: FunctionId, builtin: Builtin) -> bool {
        let flow = &self.flow;
        let Some(Value::Node(node)) = flow.graph.builtins.get(&builtin) else {
            return false;
        };
        let own = match flow.graph.nodes[*node] {
            Node::Closure { function, .. } => Some(function),
            _ => None,
        };
        own == Some(flow.variants.base(function))
    }
}
