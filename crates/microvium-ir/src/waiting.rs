//! The fields of the scope that stands for a call which waits, as the compiler lays it out; and how promises are told.

/// What it inherits from.
pub const PROTOTYPE: u32 = 0;
/// The code that goes on with it, a `FunctionKind::Resumption`.
pub const CODE: u32 = 1;
/// Where it waits: the number of the point.
pub const POINT: u32 = 2;
/// The first of the values that live across its points.
pub const FIRST_VALUE: u32 = 3;

/// The key by which a promise of the library knows itself: `$$self` there.
pub const PROMISE: &[u8] = b"\x80self";
