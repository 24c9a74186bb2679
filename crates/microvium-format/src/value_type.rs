//! What a value is to a host.

list! {
    /// The type of a value: `mvm_TeType`.
    pub enum ValueType : u8 {
        Undefined = 0, "undefined.";
        Null = 1, "null.";
        Boolean = 2, "true or false.";
        Number = 3, "A number.";
        String = 4, "A string.";
        Function = 5, "A function that is no class, of the script or of the host.";
        Object = 6, "An object of none of the other types.";
        Array = 7, "An array.";
        Uint8Array = 8, "A Uint8Array.";
        Class = 9, "A class.";
        Symbol = 10, "A symbol.";
        BigInt = 11, "A big integer.";
    }
}

impl ValueType {
    /// What `typeof` says of such a value (ECMAScript 13.5.3).
    pub const fn type_of(self) -> &'static str {
        match self {
            ValueType::Undefined => "undefined",
            ValueType::Boolean => "boolean",
            ValueType::Number => "number",
            ValueType::String => "string",
            ValueType::Function | ValueType::Class => "function",
            ValueType::Symbol => "symbol",
            ValueType::BigInt => "bigint",
            ValueType::Null | ValueType::Object | ValueType::Array | ValueType::Uint8Array => {
                "object"
            }
        }
    }
}
