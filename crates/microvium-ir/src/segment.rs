//! What emission makes: code and the constants it refers to, without addresses.

use crate::function::ValueId;
use crate::instruction::Constant;
use crate::program::{FileId, FunctionId, Position, VariableId};
use crate::text::Text;
use microvium_format::Parts;
use microvium_format::code::{Handler, Head};

/// The code of some functions, and the constants they need. Code refers to constants by index; the
/// first one of this segment has the index that emission was given.
#[derive(Clone, PartialEq, Debug)]
pub struct Segment {
    /// One for each function that was asked for, in that order.
    pub functions: Vec<Code>,
    /// The constants, the most used first.
    pub constants: Vec<SegmentConstant>,
    /// The parts that the code can't run without.
    pub needs: Parts,
}

/// The code of one function.
#[derive(Clone, PartialEq, Debug)]
pub struct Code {
    /// The function.
    pub function: FunctionId,
    /// Flags, parameters, frame size.
    pub head: Head,
    /// Exception handlers, inner ones first.
    pub handlers: Vec<Handler>,
    /// The instructions.
    pub instructions: Vec<u8>,
    /// Where instructions come from: (offset, position), ordered by offset; each holds until the next.
    pub positions: Vec<(u32, Position)>,
}

impl Code {
    /// The code block: head, handlers, instructions, as `microvium_format::code` lays them out.
    pub fn to_block(&self) -> Vec<u8> {
        use microvium_format::{Kind, code};
        let mut flags = self.head.flags;
        if !self.handlers.is_empty() {
            flags |= code::HANDLERS;
        }
        let mut block = (flags | Kind::Function as u16).to_le_bytes().to_vec();
        block.push(self.head.parameters);
        block.push(self.head.frame);
        if !self.handlers.is_empty() {
            block.push(self.handlers.len() as u8);
            block.extend(self.handlers.iter().flat_map(|handler| handler.to_bytes()));
        }
        block.extend(&self.instructions);
        block
    }

    /// Where the instructions begin in the block.
    pub fn first_instruction(&self) -> usize {
        self.to_block().len() - self.instructions.len()
    }
}

/// A constant that code refers to.
#[derive(Clone, PartialEq, Debug)]
pub enum SegmentConstant {
    /// A number that no operation holds as an operand.
    Number(f64),
    /// A string; as a key it is interned.
    String(Text),
    /// A function's code.
    Function(FunctionId),
    /// The keys of an object literal.
    Shape(Vec<Text>),
    /// The array of `typeof`'s answers, indexed by `mvm_TeType`.
    TypeNames,
    /// The namespace object of a module: its keys, and the variables that they mean.
    Namespace(FileId, Vec<(Text, VariableId)>),
    /// The captured value of a variable that no code writes.
    Variable(VariableId),
    /// The captured value of a property of the global object that no code writes.
    Global(Text),
    /// The global object.
    GlobalObject,
}

/// How code reaches variables and globals: at build time all live in slots and the global object; in an
/// image, what no code writes is a constant.
pub trait Access {
    /// Whether the attributes of a property can be told, so that one which isn't enumerable has to be made so.
    fn attributes(&self) -> bool {
        true
    }
    /// Whether a function may be called. If it can't be, its objects have no code.
    fn is_called(&self, _: FunctionId) -> bool {
        true
    }
    /// How a variable is reached.
    fn variable(&self, variable: VariableId) -> VariableAccess;
    /// Whether a variable has got its first value: it is never empty again.
    fn is_initialized(&self, _: VariableId) -> bool {
        false
    }
    /// How a property of the global object is reached.
    fn global(&self, name: &Text) -> GlobalAccess;
    /// What the result of a function's test whether a value is an array, or an object, is, if that is known.
    fn outcome(&self, function: FunctionId, value: ValueId) -> Option<bool>;
    /// Whether anything has a method `Symbol.hasInstance` besides that of all functions.
    fn has_instance(&self) -> bool {
        true
    }
    /// Whether a bound function may be constructed, or is asked whether it can be.
    fn constructs_bound(&self) -> bool {
        true
    }
    /// Whether array methods may have to make something else than mere arrays.
    fn asks_species(&self) -> bool {
        true
    }
    /// Whether arrays and strings may be iterated in another way than the language's.
    fn iteration(&self) -> Iteration {
        Iteration::Known(false)
    }
    /// Whether a key that is the library's own may be read.
    fn reads_private(&self, _: &Text) -> bool {
        true
    }
    /// Whether there may be something where a function reads by such a key, with this result.
    fn finds_private(&self, _: FunctionId, _: ValueId) -> bool {
        true
    }
    /// Whether a value of a function, which asks whether this key is an object, may be one.
    fn may_be_object_key(&self, _: FunctionId, _: ValueId) -> bool {
        true
    }
    /// What function objects need that are made of this function.
    fn closure(&self, function: FunctionId) -> ClosureNeeds;
}

/// Whether a script has changed how arrays and strings are iterated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Iteration {
    /// Whether one may.
    Known(bool),
    /// While scripts run, a variable is true once one may have.
    Variable(VariableId),
}

/// What a new function object needs besides its code and scope.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct ClosureNeeds {
    /// Room for own properties.
    pub properties: bool,
    /// A `prototype` of its own, which needs that room.
    pub prototype: bool,
    /// To inherit, if it is an async one, from what those do, and if it is a bound one, as its target does: that needs it too.
    pub parent: bool,
    /// A `name` and a `length` of its own, which need it too.
    pub name: Naming,
}

/// What code has to do for the `name` and the `length` of new function objects.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Naming {
    /// Nothing: nobody asks for them.
    #[default]
    Nothing,
    /// To give them the names that computed keys make. The engine knows the others.
    Computed,
    /// To give them both.
    All,
}

/// How code reaches a variable.
#[derive(Clone, PartialEq, Debug)]
pub enum VariableAccess {
    /// In this variable slot.
    Slot(u32),
    /// It always has this value.
    Known(Constant),
    /// It always has the captured value: `SegmentConstant::Variable`.
    Captured,
}

/// How code reaches a global.
#[derive(Clone, PartialEq, Debug)]
pub enum GlobalAccess {
    /// By looking it up when it is used.
    Lookup,
    /// In this variable slot.
    Slot(u32),
    /// It always has this value.
    Known(Constant),
    /// It always has the captured value: `SegmentConstant::Global`.
    Captured,
    /// A property of the global object, which is a value like any other in this program.
    Property {
        /// Whether there always is one.
        certain: bool,
    },
    /// There is none: a ReferenceError (`ErrorCode::UninitializedGlobal`) when used.
    Missing,
}
