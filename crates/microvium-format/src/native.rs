//! The functions that the engine itself provides to scripts. A Host cell refers to one as to an import
//! whose id no host uses.

use crate::Parts;

list! {
    /// A function of the engine, by its import id.
    pub enum Native : u16 {
        ArrayPush = 0xFF00, "Array.prototype.push: appends its arguments to `this`.";
        TypeCode = 0xFF01, "(value): its `ValueType`.";
        CharCode = 0xFF02, "(string, index): the code unit there, or -1 beyond the end.";
        FromCharCode = 0xFF03, "(code): the string of one code unit.";
        Slice = 0xFF04, "(string, start, end): the code units from start on up to end; both are in range.";
        KeyAt = 0xFF05, "(object, index): the key of an own property, by order of creation; undefined behind the last, null for a private name.";
        HasOwn = 0xFF06, "(object, key): whether there is this own property.";
        GetPrototype = 0xFF07, "(value): its prototype, or null.";
        SetPrototype = 0xFF08, "(object, prototype): sets it. That it's no cycle has been checked.";
        HighBits = 0xFF09, "(number): the upper 32 bits of its IEEE 754 form.";
        LowBits = 0xFF0A, "(number): the lower 32 bits.";
        FromBits = 0xFF0B, "(high, low): the number with these bits.";
        IsConstructor = 0xFF0C, "(value): whether `new` can be used with it.";
        Attributes = 0xFF0D, "(object, key): the attributes of an own property, see `attribute`; -1 if there is none.";
        Define = 0xFF0E, "(object, key, value, attributes): defines an own property, whatever was there.";
        DefineAccessor = 0xFF0F, "(object, key, getter, setter, attributes): the same with functions, or undefined for the one that was there.";
        Accessor = 0xFF10, "(object, key, which): the getter of an own accessor, or the setter if that is asked for.";
        NewBytes = 0xFF11, "(length): a Uint8Array of zeros.";
        NewSymbol = 0xFF13, "(description): a new symbol.";
        Description = 0xFF14, "(symbol): its description, a string or undefined.";
        Close = 0xFF15, "(object, flags): closes it: no property can be added, and of an array nothing changes. Or marks it, see `closed`.";
        IsClosed = 0xFF16, "(object): whether it is closed.";
        Defer = 0xFF17, "(): ends the function that calls it, which goes on when the host's outermost call has ended, and returns or throws what that did.";
        FindKey = 0xFF18, "(keys, slots, key): the index of a key in a list; if it isn't there, the complement of its slot. Undefined if cells have moved since.";
        NewTyped = 0xFF19, "(...fields): a typed array of these fields, see `typed`.";
        TypedLength = 0xFF1A, "(value): the length of a typed array, -1 if its buffer doesn't hold it, undefined if it is none.";
        TypedType = 0xFF1B, "(value): what elements a typed array has, undefined if it is none.";
        TypedField = 0xFF1C, "(value, index): another of its fields that is a number, see `typed`.";
        TypedBytes = 0xFF1D, "(array, value): the bytes of a typed array, or what they are to be. A Uint8Array that is its own gets fields.";
        ReadNumber = 0xFF1E, "(bytes, position, code): the number there, see `typed`.";
        WriteNumber = 0xFF1F, "(bytes, position, code, number): stores one.";
        Become = 0xFF20, "(array, prototype): makes an array an object without properties, and returns an array of its elements.";
    }
}

impl Native {
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
