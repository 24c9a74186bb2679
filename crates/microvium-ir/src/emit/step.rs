//! Symbolic code: instructions whose slots, constants and jumps aren't numbered yet.

use super::constants::Constants;
use crate::function::ValueId;
use crate::program::Position;
use microvium_format::effect::Effect;
use microvium_format::{Operation, Special};

/// Something that may live in a slot of the frame: a value, or, numbered after all values, a local.
pub type Home = usize;

/// An instruction and where it stands in the source.
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    /// The instruction.
    pub code: Symbolic,
    /// Where it stands.
    pub position: Position,
}

/// A symbolic instruction.
#[derive(Clone, PartialEq, Debug)]
pub enum Symbolic {
    /// Push the slot of a home.
    Load(Home),
    /// Pop into the slot of a home.
    Store(Home),
    /// An operation with its operand, or 0.
    Plain(Operation, u32),
    /// An operation whose operand is a constant, numbered as they were met.
    Indexed(Operation, usize),
    /// One of the rarer operations.
    Special(Special),
    /// Define a property of the object that this value is; it stays on the stack.
    Define(ValueId, Special),
    /// The top is what the edge at the end of the block passes as this argument; it stays on the stack.
    Argument(usize),
}

/// How a block of symbolic code ends.
#[derive(Clone, PartialEq, Debug)]
pub enum Exit {
    /// Continue at a block.
    Jump(usize),
    /// Pop, and continue at the first block if it was truthy, else at the second.
    Branch(usize, usize),
    /// The last step doesn't come back.
    End,
}

/// A block of symbolic code.
#[derive(Clone, Debug)]
pub struct Body {
    /// The code.
    pub steps: Vec<Step>,
    /// Where the edge of `Exit::Jump` wants its arguments.
    pub targets: Vec<Home>,
    /// What comes next.
    pub exit: Exit,
    /// Where an exception continues.
    pub handler: Option<usize>,
    /// Where the end stands in the source.
    pub position: Position,
}

impl Symbolic {
    /// Pops the top.
    pub const POP: Symbolic = Symbolic::Plain(Operation::Pop, 0);
    /// Pushes the top again.
    pub const DUPLICATE: Symbolic = Symbolic::Plain(Operation::Duplicate, 0);

    /// How many values it pops and pushes.
    pub fn effect(&self, constants: &Constants) -> (usize, usize) {
        match self {
            Symbolic::Load(_) => (0, 1),
            Symbolic::Store(_) => (1, 0),
            Symbolic::Plain(operation, operand) => Effect::of(*operation).with(*operand as usize),
            Symbolic::Indexed(operation, constant) => {
                Effect::of(*operation).with(constants.keys(*constant))
            }
            Symbolic::Special(special) | Symbolic::Define(_, special) => {
                Effect::of_special(*special).with(0)
            }
            Symbolic::Argument(_) => (1, 1),
        }
    }

    /// Whether it may throw, call, or stop because memory or time is used up.
    pub fn may_throw(&self) -> bool {
        match self {
            Symbolic::Load(_) | Symbolic::Store(_) | Symbolic::Argument(_) => false,
            Symbolic::Plain(operation, _) | Symbolic::Indexed(operation, _) => !matches!(
                operation,
                Operation::Load
                    | Operation::Store
                    | Operation::Integer
                    | Operation::IntegerNegative
                    | Operation::Constant
                    | Operation::LoadVariable
                    | Operation::StoreVariable
                    | Operation::LoadCaptured
                    | Operation::StoreCaptured
                    | Operation::LoadField
                    | Operation::StoreField
                    | Operation::StrictEqual
                    | Operation::Undefined
                    | Operation::Null
                    | Operation::False
                    | Operation::True
                    | Operation::Pop
                    | Operation::Duplicate
                    | Operation::Not
                    | Operation::Frame
                    | Operation::Return
                    | Operation::ReturnUndefined
                    | Operation::Enter
            ),
            Symbolic::Special(special) => !matches!(
                special,
                Special::TypeCode
                    | Special::Empty
                    | Special::Captured
                    | Special::Callee
                    | Special::IsNullish
            ),
            Symbolic::Define(..) => true,
        }
    }
}
