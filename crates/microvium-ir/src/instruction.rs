//! Instructions and terminators.

mod operands;

use crate::function::{BlockId, LocalId, ValueId};
use crate::program::{FileId, FunctionId, Position, VariableId};
use crate::text::Text;
use microvium_format::ErrorCode;
use microvium_format::ValueType;

/// An instruction: an operation, where it stands in the source, and the value it defines if it does.
#[derive(Clone, Debug)]
pub struct Instruction {
    /// The value that holds the result; None exactly for operations without one.
    pub result: Option<ValueId>,
    /// What it does.
    pub op: Op,
    /// Where it stands.
    pub position: Position,
}

/// A constant of the language.
#[derive(Clone, PartialEq, Debug)]
pub enum Constant {
    /// `undefined`.
    Undefined,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(f64),
    /// A string.
    String(Text),
    /// What marks an uninitialized variable or a hole in an array.
    Empty,
}

/// What an instruction does. Operands are evaluated by earlier instructions; each operation may throw
/// unless it says otherwise, and takes effect in program order.
#[derive(Clone, Debug)]
pub enum Op {
    /// A constant. Pure.
    Constant(Constant),
    /// The function's `this`. Pure.
    This,
    /// A parameter, counted from 0, as the caller passed it. Pure.
    Parameter(u32),
    /// `new.target` of a function with `target`: undefined if it was called. Pure.
    NewTarget,
    /// The function object that runs. Pure.
    Callee,
    /// The scope that the function was created with. Pure.
    Captured,
    /// An operator with one operand.
    Unary(UnaryOperator, ValueId),
    /// An operator with two operands.
    Binary(BinaryOperator, ValueId, ValueId),
    /// `object.key`.
    GetProperty(ValueId, Text),
    /// `object.key = value`. No result.
    SetProperty(ValueId, Text, ValueId),
    /// `object[key]`.
    GetElement(ValueId, ValueId),
    /// The same, where the object is known to have the property itself.
    GetOwn(ValueId, ValueId),
    /// `super[key]`: a property of the object that comes second. Its getter gets the first as `this`. The key, the
    /// third, is a primitive.
    GetSuper(ValueId, ValueId, ValueId),
    /// `object[key] = value`. No result.
    SetElement(ValueId, ValueId, ValueId),
    /// `delete object[key]`: whether it's gone.
    Delete(ValueId, ValueId),
    /// Defines the own property `object[key]`; enumerable or not. No result.
    Define {
        /// The object.
        object: ValueId,
        /// The key, a primitive.
        key: ValueId,
        /// The property's value.
        value: ValueId,
        /// False for methods of classes.
        enumerable: bool,
    },
    /// `object.#field`, by the key of the private name; TypeError if the object doesn't have it itself.
    GetPrivate(ValueId, ValueId),
    /// `object.#field = value`, likewise. No result.
    SetPrivate(ValueId, ValueId, ValueId),
    /// Adds a private field; TypeError if the object has it. No result.
    DefinePrivate(ValueId, ValueId, ValueId),
    /// `#field in object`; TypeError if that is no object.
    HasPrivate(ValueId, ValueId),
    /// Calls a value with `this` undefined.
    Call(ValueId, Vec<ValueId>),
    /// `object.key(arguments)`. The property is read before the arguments are evaluated: the
    /// instruction that does it is `GetMethod`.
    CallMethod(ValueId, Vec<ValueId>),
    /// Reads `object.key` as the callee of a `CallMethod`, which uses the result exactly once, in the
    /// same block. The result is a pair (callee, this) and nothing else may use it.
    GetMethod(ValueId, Text),
    /// The same with a computed key.
    GetMethodElement(ValueId, ValueId),
    /// The same pair from a callee and its `this` that were evaluated before: for callees that are
    /// inspected first (`a.b?.()`) and for arguments with control flow, which end the block. Can't throw.
    Method(ValueId, ValueId),
    /// `new callee(arguments)`.
    New(ValueId, Vec<ValueId>),
    /// Calls what a pair says with the elements of an array as arguments.
    Apply(ValueId, ValueId),
    /// Constructs likewise; the pair is of the constructor and `new.target`, which is the same if it is
    /// undefined.
    Construct(ValueId, ValueId),
    /// Constructs with these arguments what such a pair says.
    Super(ValueId, Vec<ValueId>),
    /// An object literal with these keys, all different and none an array index. Can't throw but for memory.
    Object(Vec<Text>, Vec<ValueId>),
    /// An array literal. Can't throw but for memory.
    Array(Vec<ValueId>),
    /// The namespace object of a module, the same each time: the names it exports, in order, and the
    /// variables they mean. Only modules do this. Pure.
    Namespace(FileId, Vec<(Text, VariableId)>),
    /// A function object, over a scope if the function uses one.
    Closure(FunctionId, Option<ValueId>),
    /// Gives a new function object a name that isn't known before, if anything may ask for names: calls a
    /// function of the library with it and what its name follows from. The result is what that returns, or else
    /// the second operand.
    SetName {
        /// The code.
        code: FunctionId,
        /// The function object.
        function: ValueId,
        /// What its name follows from, such as a computed key.
        key: ValueId,
        /// The library's function.
        helper: &'static str,
    },
    /// The code of a function without scope as a function, the same each time: one that no script sees.
    /// Pure.
    Function(FunctionId),
    /// A scope with these fields. What stands for a suspended call is one too: its first field is what it
    /// inherits from.
    Scope(Vec<ValueId>),
    /// A field of a scope. Can't throw.
    GetField(ValueId, u32),
    /// Sets a field of a scope. No result; can't throw.
    SetField(ValueId, u32, ValueId),
    /// A module-level variable. Can't throw (see `Check`).
    GetVariable(VariableId),
    /// Sets a module-level variable. No result; can't throw.
    SetVariable(VariableId, ValueId),
    /// A property of the global object; ReferenceError if there is none.
    GetGlobal(Text),
    /// Assigns a property of the global object; ReferenceError if there is none. No result.
    SetGlobal(Text, ValueId),
    /// A property of the global object, undefined if there is none.
    ProbeGlobal(Text),
    /// The global object. Only emission does this, for images in which it is a value. Pure.
    GlobalObject,
    /// A mutable local. Can't throw.
    GetLocal(LocalId),
    /// Sets a mutable local. No result; can't throw.
    SetLocal(LocalId, ValueId),
    /// The value itself; throws TdzError if it is empty. The name is the variable's, for people.
    Check(ValueId, String),
    /// The caught exception as the script sees it: an error object if it was a fault. Its operand is the
    /// parameter of the handler's entry block, and it stands there, first.
    Caught(ValueId),
    /// Ends the call with a suspended call that inherits from this; what follows runs when that is
    /// resumed for the first time. In an async function the operand is a function that the suspended call is
    /// passed to, and the call ends with what that returns. The result is what it is resumed with. It and the
    /// next three are gone when a function is finished: its code has been cut at them.
    Start(ValueId),
    /// Suspends the call, which gives this to whoever resumed it. The result is what it is resumed with.
    Yield(ValueId),
    /// The same, where the library goes on with the call when the promise for this is settled. Only in an async generator
    /// does it make a difference which of the two it was: the number of the point says so.
    Await(ValueId),
    /// How the call was resumed: see `Resumption`. Stands right behind one of these and says that the code
    /// there deals with all of them; behind others `throw` and `return` end the call.
    Resumption,
}

/// How a suspended call is resumed: the numbers of the result of `Op::Resumption`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Resumption {
    /// It goes on.
    Next = 0,
    /// It throws.
    Throw = 1,
    /// It returns.
    Return = 2,
}

/// Operators with one operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnaryOperator {
    /// `!a`.
    Not,
    /// `-a`.
    Negate,
    /// `~a`.
    BitNot,
    /// `+a`.
    ToNumber,
    /// The string of a value, as templates make it.
    ToString,
    /// `a + 1`, as a number.
    Increment,
    /// `a - 1`, as a number.
    Decrement,
    /// `typeof a`.
    TypeOf,
    /// Whether `a` is undefined or null. Can't throw.
    IsNullish,
    /// Whether `a` is of this type, which is that of objects. Can't throw.
    Is(ValueType),
    /// Whether `a` is of one of these types. Can't throw.
    IsOneOf(Types),
    /// Whether `a`, a key that is used more than once or a length, is an object or a function. Can't throw. Where analysis says
    /// that it is none, emission takes that for the answer.
    IsObjectKey,
    /// Whether `a`, the right side of an `instanceof`, is an object, which may have a method that decides. Can't throw.
    /// Where analysis sees no such method in the program, emission takes false for the answer.
    MayDecide,
    /// Whether a bound function may be constructed, or is asked whether it can be. Can't throw. Emission takes what
    /// analysis says for the answer.
    ConstructsBound,
    /// Whether array methods, of which `a` is an operand, have to ask what to make (ArraySpeciesCreate). Can't throw. Emission
    /// takes what analysis says for the answer.
    AsksSpecies,
    /// `a`, of which the library knows that it is an object. Can't throw. It tells analysis; emission drops it.
    AsObject,
    /// `a`, of which the library knows that it is no array, unless an array object. As above.
    AsOther,
    /// Whether arrays and strings, of which `a` may be one, may be iterated in another way than the language's, as a
    /// script can change that. Can't throw. Where analysis sees no such script, emission takes false for the answer.
    IteratesAnew,
    /// Whether `a`, which is no array, can be nothing but undefined or null. Can't throw. Emission takes what analysis says
    /// for the answer: false where it can be something else.
    IsSurelyNullish,
    /// The prototype of `a`, undefined or null if there is none. Can't throw.
    PrototypeOf,
}

impl UnaryOperator {
    /// Whether it turns an object into a primitive first.
    pub const fn converts(self) -> bool {
        matches!(
            self,
            UnaryOperator::Negate
                | UnaryOperator::BitNot
                | UnaryOperator::ToNumber
                | UnaryOperator::ToString
                | UnaryOperator::Increment
                | UnaryOperator::Decrement
        )
    }
}

/// A set of types, each the bit of its number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Types(pub u32);

impl Types {
    /// What `typeof` calls `"function"`.
    pub const FUNCTIONS: Types = Types::of(&[ValueType::Function, ValueType::Class]);
    /// What it calls `"object"`.
    pub const NULL_OR_OBJECTS: Types = Types::of(&[
        ValueType::Null,
        ValueType::Object,
        ValueType::Array,
        ValueType::Uint8Array,
    ]);
    /// Objects and functions.
    pub const OBJECTS: Types =
        Types((Types::FUNCTIONS.0 | Types::NULL_OR_OBJECTS.0) & !Types::of(&[ValueType::Null]).0);

    /// These types.
    pub const fn of(types: &[ValueType]) -> Types {
        let mut bits = 0;
        let mut i = 0;
        while i < types.len() {
            bits |= 1 << types[i] as u32;
            i += 1;
        }
        Types(bits)
    }

    /// All the other types.
    pub const fn others(self) -> Types {
        Types(!self.0 & ((2 << ValueType::BigInt as u32) - 1))
    }

    /// Those that are in another set too.
    pub const fn common(self, other: Types) -> Types {
        Types(self.0 & other.0)
    }

    /// Whether no type is in both sets.
    pub const fn is_apart(self, other: Types) -> bool {
        self.0 & other.0 == 0
    }

    /// The types of which `typeof` says this.
    pub fn named(name: &Text) -> Types {
        let all = ValueType::ALL.iter();
        let named = all.filter(|it| Text::from(it.type_of()) == *name);
        Types(named.fold(0, |bits, it| bits | 1 << *it as u32))
    }
}

/// Operators with two operands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BinaryOperator {
    /// `a + b`.
    Add,
    /// `a - b`.
    Subtract,
    /// `a * b`.
    Multiply,
    /// `a / b`.
    Divide,
    /// `a % b`.
    Remainder,
    /// `a ** b`.
    Exponent,
    /// `a & b`.
    And,
    /// `a | b`.
    Or,
    /// `a ^ b`.
    Xor,
    /// `a << b`.
    ShiftLeft,
    /// `a >> b`.
    ShiftRight,
    /// `a >>> b`.
    ShiftRightUnsigned,
    /// `a < b`.
    Less,
    /// `a <= b`.
    LessEqual,
    /// `a > b`.
    Greater,
    /// `a >= b`.
    GreaterEqual,
    /// `a == b`.
    LooseEqual,
    /// `a != b`.
    LooseNotEqual,
    /// `a === b`. Can't throw.
    StrictEqual,
    /// `a !== b`. Can't throw.
    StrictNotEqual,
    /// `a in b`.
    In,
    /// `a instanceof b`.
    InstanceOf,
}

/// A way to another block, with the values of its parameters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edge {
    /// The block.
    pub block: BlockId,
    /// One value for each of its parameters.
    pub arguments: Vec<ValueId>,
}

/// How a block ends.
#[derive(Clone, Debug)]
pub enum Terminator {
    /// Continue at a block.
    Jump(Edge),
    /// Continue at the first block if the value is truthy, else at the second.
    Branch(ValueId, Edge, Edge),
    /// Return a value.
    Return(ValueId),
    /// Throw a value.
    Throw(ValueId),
    /// Throw a fault.
    Fault(ErrorCode),
    /// Never reached: the code before doesn't come back.
    Unreachable,
}

impl Edge {
    /// An edge without arguments.
    pub fn to(block: BlockId) -> Edge {
        Edge {
            block,
            arguments: Vec::new(),
        }
    }
}

impl Op {
    /// Whether the operation defines a value.
    pub const fn has_result(&self) -> bool {
        !matches!(
            self,
            Op::SetProperty(..)
                | Op::SetElement(..)
                | Op::Define { .. }
                | Op::SetPrivate(..)
                | Op::DefinePrivate(..)
                | Op::SetField(..)
                | Op::SetVariable(..)
                | Op::SetGlobal(..)
                | Op::SetLocal(..)
        )
    }
}
