//! The kinds of heap cells, the same in every width.
//!
//! A cell is a header word followed by whole words; a word holds one value (16 bits in Narrow, 64 in
//! Wide). The header has a kind and a count, whose meaning is the kind's. Strings, packed elements
//! and boxed numbers are raw bytes, all other kinds hold nothing but values.

list! {
    /// What a cell is. The count is what the header says; words are those after the header.
    pub enum Kind : u8 {
        Forward = 0, "Only while collecting: the cell has moved. Words: its new reference.";
        Indirect = 1, "An object whose storage lies elsewhere. Count: 1 if it is closed: no property can be added, and of an array nothing changes. Words: a reference to an Object, Dictionary or Array.";
        Object = 2, "Properties laid out by a shape. Count: properties present. Words: shape, values (as many as the shape has keys).";
        Dictionary = 3, "Properties without a shape. Count: pairs present. Words: prototype, then capacity pairs of key and value.";
        Array = 4, "Count: length. Words: elements (capacity follows from the length).";
        Property = 5, "A property with attributes, in the place of its value. Count: see `attribute`. Words: value, undefined; of an accessor: getter, setter.";
        Closure = 6, "A function object. Count: words. Words: function, scope, then own properties (an object), then instance shape.";
        Scope = 7, "Captured variables, or a suspended call, which is an object. Count: words. Words: the fields; the first one of a call is its prototype.";
        Symbol = 8, "A symbol or private name. Words: description.";
        String = 9, "Count: bytes and a flag for ASCII. Bytes: WTF-8, then NUL.";
        Number = 10, "Narrow only. Count: bytes, 4 for an integer of 32 bits, 8 for a float. Bytes: little-endian.";
        Host = 11, "A function of the host. Count: index in the import table (Narrow), or the host's id (Wide).";
        Shape = 12, "Count: keys. Words: prototype, keys in order of creation.";
        Packed = 13, "Integers: the elements of an array, in ROM only, or a Uint8Array. Count: length. Bytes: see `packed` in `narrow`.";
        Function = 14, "Compiled code; see `code`. Narrow: the code block itself, in ROM. Wide: a word that refers to it.";
        Ephemeral = 15, "A function that existed only at build time. Count: 0. Words: its name.";
        Namespace = 16, "Wide only: a module namespace. Count: capacity. Words: shape, numbers of the variables. Narrow: an Object in ROM.";
    }
}
