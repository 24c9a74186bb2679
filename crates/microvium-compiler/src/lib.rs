//! From JavaScript source to Microvium IR: parsing, linking of modules, lowering, and diagnostics.
//!
//! `Modules::compile` does all of it for a module and what it depends on. No I/O happens here: sources
//! come from a `Loader`.
#![forbid(unsafe_code)]

mod awaits;
mod blame;
pub mod code;
pub mod diagnostic;
mod dynamic_import;
mod early_errors;
pub mod finding;
mod finish;
mod language;
mod link;
mod lower;
mod module;
mod nesting;
mod parameter_scope;
mod parse;
mod record;
mod request;
mod rethrow;
mod rewrite;
mod ssa;
mod suspend;
mod syntax;
mod typescript;
mod unsupported;
mod variables;

pub use blame::{blame, library};
pub use diagnostic::{Diagnostic, Label, frame, render};
pub use finding::Finding;
pub use language::Language;
pub use module::{Compiled, CompiledModule, Loader, Modules};
pub use parse::is_incomplete;
pub use record::{ParsedModule, parse};
pub use request::Request;
pub use rethrow::{Passing, passing};
pub use suspend::waits_at;
