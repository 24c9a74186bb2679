//! The functions that the engine itself provides to scripts. A Host cell refers to one as to an import
//! whose id no host uses.

use crate::Parts;

list! {
    /// A function of the engine, by the low byte of its import id.
    pub enum Native : u8 {
        ArrayPush = 0x00, "Array.prototype.push: appends its arguments to `this`.";
        TypeCode = 0x01, "(value): its `ValueType`.";
        CharCode = 0x02, "(string, index): the code unit there, or -1 beyond the end.";
        FromCharCode = 0x03, "(code): the string of one code unit.";
        Slice = 0x04, "(string, start, end): the code units from start on up to end; both are in range.";
        KeyAt = 0x05, "(object, index): the key of an own property, by order of creation; undefined behind the last, null for a private name.";
        HasOwn = 0x06, "(object, key): whether there is this own property.";
        GetPrototype = 0x07, "(value): its prototype, or null.";
        SetPrototype = 0x08, "(object, prototype): sets it. That it's no cycle has been checked.";
        HighBits = 0x09, "(number): the upper 32 bits of its IEEE 754 form.";
        LowBits = 0x0A, "(number): the lower 32 bits.";
        FromBits = 0x0B, "(high, low): the number with these bits.";
        IsConstructor = 0x0C, "(value): whether `new` can be used with it.";
        Attributes = 0x0D, "(object, key): the attributes of an own property, see `attribute`; -1 if there is none.";
        Define = 0x0E, "(object, key, value, attributes): defines an own property, whatever was there.";
        DefineAccessor = 0x0F, "(object, key, getter, setter, attributes): the same with functions, or undefined for the one that was there.";
        Accessor = 0x10, "(object, key, which): the getter of an own accessor, or the setter if that is asked for.";
        NewBytes = 0x11, "(length): a Uint8Array of zeros.";
        NewSymbol = 0x13, "(description): a new symbol.";
        Description = 0x14, "(symbol): its description, a string or undefined.";
        Close = 0x15, "(object, flags): closes it: no property can be added, and of an array nothing changes. Or marks it, see `closed`.";
        IsClosed = 0x16, "(object): whether it is closed.";
        Defer = 0x17, "(): ends the function that calls it, which goes on when the host's outermost call has ended, and returns or throws what that did.";
        FindKey = 0x18, "(keys, slots, key): the index of a key in a list; if it isn't there, the complement of its slot. Undefined if cells have moved since.";
        NewTyped = 0x19, "(...fields): a typed array of these fields, see `typed`.";
        TypedLength = 0x1A, "(value): the length of a typed array, -1 if its buffer doesn't hold it, undefined if it is none.";
        TypedType = 0x1B, "(value): what elements a typed array has, undefined if it is none.";
        TypedField = 0x1C, "(value, index): another of its fields that is a number, see `typed`.";
        TypedBytes = 0x1D, "(array, value): the bytes of a typed array, or what they are to be. A Uint8Array that is its own gets fields.";
        ReadNumber = 0x1E, "(bytes, position, code): the number there, see `typed`.";
        WriteNumber = 0x1F, "(bytes, position, code, number): stores one.";
        Become = 0x20, "(array, prototype): makes an array an object without properties, and returns an array of its elements.";
    }
}

impl Native {
    /// The import id that means it.
    pub const fn id(self) -> u16 {
        FIRST_NATIVE | self as u16
    }

    /// The function that an import id means, if it is the engine's.
    pub const fn from_id(id: u16) -> Option<Native> {
        match id {
            FIRST_NATIVE.. => Native::from_code(id as u8),
            _ => None,
        }
    }

    /// The part of the engine that it belongs to.
    pub const fn part(self) -> Parts {
        match self {
            Native::ArrayPush => Parts::NONE,
            // Others look at typed arrays, of which there may be none but plain Uint8Arrays.
            Native::ReadNumber | Native::WriteNumber => Parts::LIBRARY.with(Parts::TYPED_ARRAYS),
            _ => Parts::LIBRARY,
        }
    }
}

/// Host functions from this id on exist only at build time; scripts can't import them. The engine's own
/// follow behind.
pub const FIRST_EPHEMERAL: u16 = 0xFE00;

/// The first id of the functions that the engine itself provides to scripts.
pub const FIRST_NATIVE: u16 = 0xFF00;
