//! Builtin slots: where the engine finds the library's part of an operation.

list! {
    /// A value that the engine needs and the library provides. An image holds the slots up to its last
    /// used one; an unused slot is undefined.
    pub enum Builtin : u8 {
        ObjectPrototype = 0, "The prototype of object literals.";
        FunctionPrototype = 1, "The prototype of functions.";
        ArrayPrototype = 2, "The prototype of arrays.";
        StringPrototype = 3, "The prototype of strings.";
        NumberPrototype = 4, "The prototype of numbers.";
        BooleanPrototype = 5, "The prototype of booleans.";
        MakeError = 6, "(code) => Error: the object a script catches for a fault of the engine.";
        Operate = 7, "(operation, a, b) => result: does the operation, one of whose operands is an object.";
        MakePrototype = 8, "(function) => function: gives it a `prototype` whose constructor it is.";
        Access = 9, "(operation, a, b) => result: the same where the object is the key of a property.";
        LengthKey = 10, "The key `length`.";
        PrototypeKey = 11, "The key `prototype`.";
    }
}
