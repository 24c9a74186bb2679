//! The Microvium toolchain as a library: run modules at build time, take the snapshot, resume it. It
//! touches no files, clock or terminal: sources come from a `Loader`, images are bytes.
#![forbid(unsafe_code)]

pub mod build;
mod code;
pub mod error;
mod evaluation;
pub mod host;
mod imports;
mod library;
mod load;
pub mod machine;
mod make;
mod modules;
mod positions;
mod promised;
pub mod resumed;
mod shown;
pub mod snapshot;
pub mod thrown;
pub mod value;
mod warnings;

pub use build::Build;
pub use error::{BuildError, Origin, RunError};
pub use host::{Console, Stream};
pub use imports::{AsyncFunction, Function, LostPromise, Started, passable};
pub use machine::{Machine, Statistics};
pub use microvium_compiler::diagnostic::nearest;
pub use microvium_compiler::{Diagnostic, Finding, Language, Loader, is_incomplete};
pub use microvium_engine::embed::{Device, Frame};
pub use resumed::Resumed;
pub use snapshot::Snapshot;
pub use thrown::Thrown;
pub use value::{Promise, Value};

/// Whether a module of this name is the library's.
pub fn is_library_module(name: &str) -> bool {
    microvium_library::is_module(name)
}

/// Whether engines of this thread have thrown, since the last call of this function, that something isn't implemented.
pub fn met_unsupported() -> bool {
    microvium_engine::embed::unsupported()
}

/// Limits the bytes that the engines of this thread may allocate from now on.
pub fn limit_memory(bytes: usize) {
    microvium_engine::embed::Memory::set_limit(bytes);
}
