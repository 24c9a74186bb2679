//! The types that a host sees.

list! {
    /// `mvm_TeType`: what `mvm_typeOf` and the operation TypeCode answer.
    pub enum TypeCode : u8 {
        Undefined = 0, "undefined.";
        Null = 1, "null.";
        Boolean = 2, "true or false.";
        Number = 3, "A number.";
        String = 4, "A string.";
        Function = 5, "A function that is no class.";
        Object = 6, "An object that is none of the others.";
        Array = 7, "An array.";
        Uint8Array = 8, "A Uint8Array.";
        Class = 9, "A class.";
        Symbol = 10, "A symbol.";
        BigInt = 11, "A BigInt.";
    }
}

impl TypeCode {
    /// What `typeof` says of such a value.
    pub const fn type_of(self) -> &'static str {
        match self {
            TypeCode::Undefined => "undefined",
            TypeCode::Boolean => "boolean",
            TypeCode::Number => "number",
            TypeCode::String => "string",
            TypeCode::Function | TypeCode::Class => "function",
            TypeCode::Symbol => "symbol",
            TypeCode::BigInt => "bigint",
            TypeCode::Null | TypeCode::Object | TypeCode::Array | TypeCode::Uint8Array => "object",
        }
    }
}
