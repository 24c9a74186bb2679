//! The version of the image format.

/// Raised by every change after which an older engine would misread a newer image, or the other way
/// round: a renumbered operation, kind, constant or section, or another meaning of one. Appending an
/// operation doesn't raise it, as an engine that lacks it refuses the image by its needs.
pub const VERSION: u8 = 2;
