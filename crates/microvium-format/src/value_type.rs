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
