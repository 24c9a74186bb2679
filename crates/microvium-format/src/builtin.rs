//! Builtin slots: where the engine finds the library's part of an operation.

use crate::Parts;

list! {
    /// A value that the engine needs and the library provides. An image holds the slots up to its last
    /// used one; an unused slot is undefined. So the most used ones come first.
    pub enum Builtin : u8 {
        LengthKey = 0, "The key `length`.";
        ArrayPrototype = 1, "The prototype of arrays.";
        PrototypeKey = 2, "The key `prototype`.";
        ObjectPrototype = 3, "The prototype of object literals.";
        MakeError = 4, "(code) => Error: the object a script catches for a fault of the engine.";
        StringPrototype = 5, "The prototype of strings.";
        FunctionPrototype = 6, "The prototype of functions.";
        NumberPrototype = 7, "The prototype of numbers.";
        BooleanPrototype = 8, "The prototype of booleans.";
        Operate = 9, "(operation, a, b) => result: does the operation, one of whose operands is an object.";
        Access = 10, "(operation, a, b) => result: the same where the object is the key of a property.";
        BytesPrototype = 11, "The prototype of Uint8Arrays.";
        SymbolPrototype = 12, "The prototype of symbols.";
        AsyncStart = 13, "() => [promise, callback]: begins what a host function ends later, by calling back.";
        TypedPrototype = 14, "What the prototypes of typed arrays inherit from. The library's own.";
        WeakLists = 15, "The array of all weak lists, for the collector.";
        AssignArray = 16, "(operation, array, key, value): sets or defines a property of an array that the engine doesn't.";
        PushOther = 17, "Array.prototype.push for what is no mere array.";
    }
}

impl Builtin {
    /// The part of the engine that uses it.
    pub const fn part(self) -> Parts {
        match self {
            Builtin::Operate | Builtin::Access | Builtin::AssignArray | Builtin::PushOther => {
                Parts::LIBRARY
            }
            Builtin::WeakLists => Parts::WEAK,
            _ => Parts::NONE,
        }
    }
}
