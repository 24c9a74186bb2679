//! What the count of an Indirect cell says of an object: flags. Either of them keeps the engine from adding properties.

/// It is closed: no property can be added, and of an array nothing changes.
pub const CLOSED: u8 = 1;
/// It is an array object: an array that is more than its elements, which are its properties. What is added to it
/// follows the rules of arrays, which the library knows.
pub const ARRAY: u8 = 2;
