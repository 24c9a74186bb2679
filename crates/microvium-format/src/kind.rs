//! The kinds of heap cells, the same in every width.
//!
//! A cell is a header word followed by whole words; a word holds one value (16 bits in Narrow, 64 in
//! Wide). The header has a kind and a count, whose meaning is the kind's. Strings, packed elements,
//! boxed numbers and code are raw bytes, all other kinds hold nothing but values.

/// The part of an image that may have cells of a kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// None: they are made at run time, or in another width.
    Nowhere,
    /// The initial RAM.
    Ram,
    /// What stays in ROM.
    Rom,
    /// Both.
    Anywhere,
}

/// What words of a cell are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Content {
    /// Values, which a collection follows.
    Values,
    /// Anything else.
    Bytes,
}

macro_rules! kinds {
    ($( $name:ident = $code:literal, $place:ident, $content:ident, $text:literal; )*) => {
        list! {
            /// What a cell is. The count is what the header says; words are those after the header.
            pub enum Kind : u8 {
                $( $name = $code, $text; )*
            }
        }
        impl Kind {
            /// Which part of an image may have such cells.
            pub const fn place(self) -> Place {
                match self { $( Self::$name => Place::$place, )* }
            }
            /// What their words are.
            pub const fn content(self) -> Content {
                match self { $( Self::$name => Content::$content, )* }
            }
            /// The kinds that the initial RAM may have: a bit for each, by its number.
            pub const IN_RAM: u32 =
                0 $( | (matches!(Place::$place, Place::Ram | Place::Anywhere) as u32) << $code )*;
            /// Those that ROM may have.
            pub const IN_ROM: u32 =
                0 $( | (matches!(Place::$place, Place::Rom | Place::Anywhere) as u32) << $code )*;
            /// Those that hold values.
            pub const OF_VALUES: u32 =
                0 $( | (matches!(Content::$content, Content::Values) as u32) << $code )*;
        }
    };
}

kinds! {
    Forward = 0, Nowhere, Values, "Only while collecting: the cell has moved. Words: its new reference.";
    Indirect = 1, Ram, Values, "An object whose storage lies elsewhere. Count: see `closed`. Words: a reference to an Object, Dictionary or Array.";
    Object = 2, Anywhere, Values, "Properties laid out by a shape. Count: properties present. Words: shape, values (as many as the shape has keys).";
    Dictionary = 3, Nowhere, Values, "Properties without a shape. Count: pairs present. Words: prototype, then capacity pairs of key and value.";
    Array = 4, Anywhere, Values, "Count: length. Words: elements (capacity follows from the length).";
    Property = 5, Rom, Values, "A property with attributes, in the place of its value. Count: see `attribute`. Words: value, undefined; of an accessor: getter, setter.";
    Closure = 6, Anywhere, Values, "A function object. Count: words. Words: function, scope, then own properties (an object), then instance shape.";
    Scope = 7, Anywhere, Values, "Captured variables, or a suspended call, which is an object. Count: words. Words: the fields; the first one of a call is its prototype.";
    Symbol = 8, Rom, Values, "A symbol or private name. Words: description.";
    String = 9, Rom, Bytes, "Count: bytes and a flag for ASCII. Bytes: WTF-8, then NUL.";
    Number = 10, Rom, Bytes, "Narrow only. Count: bytes, 4 for an integer of 32 bits, 8 for a float. Bytes: little-endian.";
    Host = 11, Rom, Values, "A function of the host. Count: index in the import table (Narrow), or the host's id (Wide). Words: none (Narrow), own properties (Wide).";
    Shape = 12, Rom, Values, "Count: keys. Words: prototype, keys in order of creation.";
    Packed = 13, Rom, Bytes, "Integers: the elements of an array, in ROM only, or a Uint8Array. Count: length. Bytes: see `packed` in `narrow`.";
    Function = 14, Rom, Bytes, "Compiled code; see `code`. Narrow: the code block itself, in ROM. Wide: a word that refers to it.";
    Ephemeral = 15, Rom, Values, "A function that existed only at build time. Count: 0. Words: its name.";
    Namespace = 16, Nowhere, Values, "Wide only: a module namespace. Count: capacity. Words: shape, numbers of the variables. Narrow: an Object in ROM.";
}
