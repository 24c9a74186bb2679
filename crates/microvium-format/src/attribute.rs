//! Attributes of properties, as flags that say what isn't as assignment makes a property: writable,
//! enumerable, configurable data. A property with any of them has a `Kind::Property` cell in the place of
//! its value.

/// It can't be written.
pub const READONLY: u8 = 1;
/// It isn't enumerable.
pub const HIDDEN: u8 = 2;
/// It isn't configurable.
pub const FIXED: u8 = 4;
/// It has a getter and a setter, one of which may be undefined, and no value.
pub const ACCESSOR: u8 = 8;
/// Its object is a module namespace: only `Symbol.toStringTag` of those has this.
pub const NAMESPACE: u8 = 32;
/// It exists only before the snapshot: images have none.
pub const EPHEMERAL: u8 = 16;
/// It is the length of an array object: assigning it is the library's.
pub const LENGTH: u8 = 64;
