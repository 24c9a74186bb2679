//! The bytecode: a stack machine whose operations come in groups of sixteen.
//!
//! The high nibble of an operation's first byte is its group. In the groups with an operand the low
//! nibble is the operand; `Extend` operations before it supply higher bits, four each, so an operand
//! has any size and a small one costs nothing. In the other groups the low nibble chooses the operation.
//!
//! A frame is one indexed range: slot 0 is `this`, then come the parameters, then the locals, then
//! temporaries. Below slot 0 lie the callee and two words that the engine uses for its own record, so
//! a call sequence is: push the callee, `Frame` (or `Method`, which does both), arguments, `Call`.
//!
//! Stack effects are written `before -> after`, the top at the right; `v1..vn` is as many values as the operand
//! says, and `!` means that the next instruction doesn't follow. [`Effect`](crate::effect::Effect) reads them.

use crate::Parts;

/// What follows an operation's name in the instruction stream.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operand {
    /// Nothing.
    None,
    /// The low nibble with its extensions, or the byte that follows with its extensions.
    Slot,
    /// An integer.
    Integer,
    /// An index in the constant table.
    Constant,
    /// An index in the constant table, of an interned string.
    Key,
    /// The index of a variable slot.
    Variable,
    /// The index of a field of a scope.
    Field,
    /// How many values are on the stack.
    Count,
    /// A signed byte: the distance from the end of the operation.
    Jump8,
    /// Two bytes, little-endian, signed: the distance from the end of the operation.
    Jump16,
    /// The byte of a `Special`.
    Special,
}

/// Where an operation's operand stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// One byte, no operand.
    Plain,
    /// In the low nibble.
    Nibble,
    /// In the byte that follows (an `Extend` supplies bits from the eighth on).
    Byte,
    /// In the two bytes that follow.
    Word,
}

macro_rules! operations {
    ($( $name:ident = $code:literal, $form:ident, $operand:ident, $effect:literal, $text:literal; )*) => {
        list! {
            /// An operation's first byte (with a nibble operand: the low nibble is 0).
            pub enum Operation : u8 {
                $( $name = $code, $text; )*
            }
        }
        impl Operation {
            /// Where the operand stands.
            pub const fn form(self) -> Form {
                match self { $( Self::$name => Form::$form, )* }
            }
            /// What the operand is.
            pub const fn operand(self) -> Operand {
                match self { $( Self::$name => Operand::$operand, )* }
            }
            /// The stack before and after.
            pub const fn effect(self) -> &'static str {
                match self { $( Self::$name => $effect, )* }
            }
        }
    };
}

operations! {
    Extend = 0x00, Nibble, Integer, "->", "Four higher bits of the next operation's operand.";
    Load = 0x10, Nibble, Slot, "-> v", "Push a slot of the frame.";
    Store = 0x20, Nibble, Slot, "v ->", "Pop into a slot of the frame.";
    Integer = 0x30, Nibble, Integer, "-> n", "Push the operand as a number.";
    Constant = 0x40, Nibble, Constant, "-> v", "Push a constant.";
    LoadVariable = 0x50, Nibble, Variable, "-> v", "Push a variable.";
    StoreVariable = 0x60, Nibble, Variable, "v ->", "Pop into a variable.";
    LoadCaptured = 0x70, Nibble, Field, "-> v", "Push a field of the callee's scope.";
    LoadField = 0x80, Nibble, Field, "scope -> v", "Push a field of a scope.";
    Get = 0x90, Nibble, Key, "object -> v", "Push a property.";
    Set = 0xA0, Nibble, Key, "object v ->", "Set a property.";
    Method = 0xB0, Nibble, Key, "object -> callee _ _ object", "Prepare the call of a property.";
    Call = 0xC0, Nibble, Count, "callee _ _ this a1..an -> result", "Call with n arguments.";

    Add = 0xD0, Plain, None, "a b -> c", "a + b.";
    Subtract = 0xD1, Plain, None, "a b -> c", "a - b.";
    Multiply = 0xD2, Plain, None, "a b -> c", "a * b.";
    Divide = 0xD3, Plain, None, "a b -> c", "a / b.";
    Remainder = 0xD4, Plain, None, "a b -> c", "a % b.";
    And = 0xD5, Plain, None, "a b -> c", "a & b.";
    Or = 0xD6, Plain, None, "a b -> c", "a | b.";
    Xor = 0xD7, Plain, None, "a b -> c", "a ^ b.";
    ShiftLeft = 0xD8, Plain, None, "a b -> c", "a << b.";
    ShiftRight = 0xD9, Plain, None, "a b -> c", "a >> b.";
    ShiftRightUnsigned = 0xDA, Plain, None, "a b -> c", "a >>> b.";
    Less = 0xDB, Plain, None, "a b -> c", "a < b.";
    LessEqual = 0xDC, Plain, None, "a b -> c", "a <= b.";
    Greater = 0xDD, Plain, None, "a b -> c", "a > b.";
    GreaterEqual = 0xDE, Plain, None, "a b -> c", "a >= b.";
    StrictEqual = 0xDF, Plain, None, "a b -> c", "a === b.";

    Undefined = 0xE0, Plain, None, "-> undefined", "Push undefined.";
    Null = 0xE1, Plain, None, "-> null", "Push null.";
    False = 0xE2, Plain, None, "-> false", "Push false.";
    True = 0xE3, Plain, None, "-> true", "Push true.";
    Pop = 0xE4, Plain, None, "v ->", "Drop the top.";
    Duplicate = 0xE5, Plain, None, "v -> v v", "Push the top again.";
    Not = 0xE6, Plain, None, "v -> c", "!v.";
    Negate = 0xE7, Plain, None, "v -> n", "-v.";
    Frame = 0xE8, Plain, None, "callee -> callee _ _ undefined", "Prepare a call without this.";
    Return = 0xE9, Plain, None, "v -> !", "Return the top.";
    ReturnUndefined = 0xEA, Plain, None, "-> !", "Return undefined.";
    GetElement = 0xEB, Plain, None, "object key -> v", "Push a property with a computed key.";
    SetElement = 0xEC, Plain, None, "object key v ->", "Set a property with a computed key.";
    Increment = 0xED, Plain, None, "v -> n", "v + 1 as a number.";
    LooseEqual = 0xEE, Plain, None, "a b -> c", "a == b.";
    Throw = 0xEF, Plain, None, "v -> !", "Throw the top.";

    Jump = 0xF0, Byte, Jump8, "-> !", "Continue elsewhere.";
    JumpIfTrue = 0xF1, Byte, Jump8, "v ->", "Continue elsewhere if the top is truthy.";
    JumpIfFalse = 0xF2, Byte, Jump8, "v ->", "Continue elsewhere if the top is falsy.";
    JumpFar = 0xF3, Word, Jump16, "-> !", "Jump with a longer distance.";
    JumpIfTrueFar = 0xF4, Word, Jump16, "v ->", "JumpIfTrue with a longer distance.";
    JumpIfFalseFar = 0xF5, Word, Jump16, "v ->", "JumpIfFalse with a longer distance.";
    New = 0xF6, Byte, Count, "callee _ _ target a1..an -> object", "Construct with n arguments; without a target, what is called is it.";
    NewArray = 0xF7, Byte, Count, "v1..vn -> array", "Make an array of n elements.";
    NewObject = 0xF8, Byte, Constant, "v1..vn -> object", "Make an object with the n keys of a shape.";
    NewClosure = 0xF9, Byte, Constant, "scope -> closure", "Make a function object of a function.";
    NewScope = 0xFA, Byte, Count, "v1..vn -> scope", "Make a scope of n fields.";
    StoreField = 0xFB, Byte, Field, "scope v ->", "Pop into a field of a scope.";
    StoreCaptured = 0xFC, Byte, Field, "v ->", "Pop into a field of the callee's scope.";
    Enter = 0xFD, Byte, Count, "-> undefined..", "Push undefined n times: the locals.";
    IntegerNegative = 0xFE, Byte, Integer, "-> n", "Push -1 minus the operand.";
    Special = 0xFF, Byte, Special, "", "One of the rarer operations, named by the byte.";
}

macro_rules! specials {
    ($( $name:ident = $code:literal, $effect:literal, $text:literal; )*) => {
        list! {
            /// The rarer operations: the byte behind `Operation::Special`.
            pub enum Special : u8 {
                $( $name = $code, $text; )*
            }
        }
        impl Special {
            /// The stack before and after.
            pub const fn effect(self) -> &'static str {
                match self { $( Self::$name => $effect, )* }
            }
        }
    };
}

impl Special {
    /// The parts of the engine without which it can't be done.
    pub const fn parts(self) -> Parts {
        match self {
            Special::Exponent => Parts::FLOAT.with(Parts::POWER),
            Special::In
            | Special::InstanceOf
            | Special::Delete
            | Special::Apply
            | Special::Construct
            | Special::PrototypeOf
            | Special::NewTarget
            | Special::GetPrivate
            | Special::SetPrivate
            | Special::DefinePrivate
            | Special::HasPrivate => Parts::LIBRARY,
            _ => Parts::NONE,
        }
    }
}

impl Special {
    /// Whether only code that runs before the snapshot has it.
    pub const fn is_ephemeral(self) -> bool {
        matches!(
            self,
            Special::GetGlobal | Special::SetGlobal | Special::ProbeGlobal
        )
    }
}

specials! {
    BitNot = 0, "v -> n", "~v.";
    ToNumber = 1, "v -> n", "+v.";
    ToString = 2, "v -> s", "The string of a primitive, as in a template.";
    Decrement = 3, "v -> n", "v - 1 as a number.";
    Exponent = 4, "a b -> c", "a ** b.";
    In = 5, "key object -> c", "Whether the object has the property, own or inherited.";
    InstanceOf = 6, "v constructor -> c", "Whether the constructor's prototype is in the value's chain.";
    Delete = 7, "object key -> c", "Delete an own property.";
    TypeCode = 8, "v -> n", "The `mvm_TeType` of a value.";
    Check = 9, "v -> v", "Throw TdzError if the top is empty.";
    Empty = 10, "-> empty", "Push the mark of an uninitialized variable or a hole.";
    Captured = 11, "-> scope", "Push the callee's scope.";
    Callee = 12, "-> function", "Push the function that runs.";
    MethodElement = 13, "object key -> callee _ _ object", "Prepare the call of a property with a computed key.";
    Define = 14, "object key v -> object", "Define an enumerable own property.";
    DefineMethod = 15, "object key v -> object", "Define an own property that isn't enumerable.";
    Caught = 16, "v -> v", "At the start of a handler: make the error object if a fault was caught.";
    Fault = 17, "n -> !", "Throw the fault with this code.";
    GetGlobal = 18, "key -> v", "Build time: a property of the global object, or ReferenceError.";
    SetGlobal = 19, "v key ->", "Build time: assign an existing global, or ReferenceError.";
    ProbeGlobal = 20, "key -> v", "Build time: like GetGlobal, undefined if there is none (typeof).";
    IsNullish = 21, "v -> c", "Whether the top is undefined or null.";
    DefinePrivate = 22, "object key v -> object", "Add a private field.";
    HasPrivate = 23, "object key -> c", "Whether the object has the private field.";
    Apply = 24, "callee _ _ this array -> result", "Call with the elements of an array as arguments.";
    Construct = 25, "callee _ _ target array -> object", "Construct with the elements of an array as arguments.";
    PrototypeOf = 26, "v -> prototype", "The prototype of a value.";
    NewTarget = 27, "-> target", "Push new.target of a function that is passed it.";
    GetSuper = 28, "this object key -> v", "Push a property of the object, whose getter gets this `this`.";
    GetPrivate = 29, "object key -> v", "Push a private field.";
    SetPrivate = 30, "object key v -> object", "Set a private field.";
}
