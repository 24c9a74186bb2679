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
        ToPrimitive = 7, "(object, hint: 0 default, 1 number, 2 string) => primitive.";
        MakePrototype = 8, "(function) => function: gives it a `prototype` whose constructor it is.";
    }
}
