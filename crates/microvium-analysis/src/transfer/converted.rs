//! Which operators the library's conversion of objects has to do: those that the program has. Else it would divide in every
//! image that converts an object, and need floats.

use super::Transfer;
use crate::place::Place;
use microvium_format::{Builtin, Operation};
use microvium_ir::{BinaryOperator, Constant, FunctionId, Node, Op, Value, ValueId};

/// The operators that are one operation each, of which nothing else is made.
const OPERATORS: [(BinaryOperator, Operation); 9] = [
    (BinaryOperator::Multiply, Operation::Multiply),
    (BinaryOperator::Divide, Operation::Divide),
    (BinaryOperator::Remainder, Operation::Remainder),
    (BinaryOperator::And, Operation::And),
    (BinaryOperator::Or, Operation::Or),
    (BinaryOperator::Xor, Operation::Xor),
    (BinaryOperator::ShiftLeft, Operation::ShiftLeft),
    (BinaryOperator::ShiftRight, Operation::ShiftRight),
    (
        BinaryOperator::ShiftRightUnsigned,
        Operation::ShiftRightUnsigned,
    ),
];

impl Transfer<'_> {
    /// A function has an operator.
    pub(super) fn use_operator(&mut self, function: FunctionId, operator: BinaryOperator) {
        let known = OPERATORS.iter().find(|it| it.0 == operator);
        if let Some((_, operation)) = known
            && !self.is_builtin(function, Builtin::Operate)
        {
            self.flow.note(Place::Operation(*operation));
        }
    }

    /// The operation with which a function compares the one that it is to do.
    pub(super) fn asks_operation(
        &mut self,
        function: FunctionId,
        [left, right]: [ValueId; 2],
    ) -> Option<Operation> {
        if !self.is_builtin(function, Builtin::Operate) {
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
        let mut operations = OPERATORS.iter().map(|it| it.1);
        operations.find(|it| f64::from(*it as u8) == *code)
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
