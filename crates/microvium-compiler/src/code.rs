//! The codes of diagnostics.

/// The source isn't JavaScript.
pub const SYNTAX: &str = "syntax";
/// The source is JavaScript that isn't supported.
pub const UNSUPPORTED: &str = "unsupported";
/// The source is nested too deeply.
pub const NESTING: &str = "nesting";
/// A module can't be found or read.
pub const MISSING_MODULE: &str = "missing-module";
/// A module doesn't export what is imported from it.
pub const MISSING_EXPORT: &str = "missing-export";
/// A function is larger than the bytecode can say.
pub const LIMIT: &str = "limit";
/// What exists only before the snapshot is called after it.
pub const EPHEMERAL: &str = "ephemeral";
/// An array may be assigned to by a key that is no index.
pub const ARRAY_KEY: &str = "array-key";
/// Something means something else than in ECMAScript.
pub const DIFFERENT: &str = "different";
/// A name stands for nothing.
pub const UNDEFINED: &str = "undefined";
/// A module exports several things under the imported name.
pub const AMBIGUOUS_EXPORT: &str = "ambiguous-export";
