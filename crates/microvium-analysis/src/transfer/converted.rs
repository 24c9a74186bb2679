//! What the library does for the operations on objects is told apart by the operation. Else its conversion would divide in
//! every image that converts an object, and need floats, and what is read by a key that is an object would be written.

use super::Transfer;
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

/// The code of an operator, if it is one of those.
pub(super) fn code(operator: BinaryOperator) -> Option<u8> {
    let known = OPERATORS.iter().find(|it| it.0 == operator);
    known.map(|it| it.1)
}

impl Transfer<'_> {
    /// A function compares the operation that it is to do with one: whether it may be that, and whether it may be another.
    pub(super) fn is_operation(
        &mut self,
        function: FunctionId,
        [left, right]: [ValueId; 2],
    ) -> Option<[bool; 2]> {
        if !self.is_builtin(function, Builtin::Operate)
            && !self.is_builtin(function, Builtin::Access)
        {
            return None;
        }
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
        match self.flow.variants.operation(function) {
            Some(own) => Some([f64::from(own) == *code, f64::from(own) != *code]),
            None => {
                let mut apart = OPERATORS.iter().map(|it| it.1).chain(ACCESSES);
                apart
                    .any(|it| f64::from(it) == *code)
                    .then_some([false, true])
            }
        }
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
