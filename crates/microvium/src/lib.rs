//! The Microvium toolchain as a library: run modules at build time, take the snapshot, resume it. It
//! touches no files, clock or terminal: sources come from a `Loader`, images are bytes.
#![forbid(unsafe_code)]

pub mod build;
pub mod error;
pub mod host;
mod load;
pub mod thrown;
pub mod value;

pub use build::Build;
pub use error::BuildError;
pub use host::{Console, Stream};
pub use microvium_compiler::Loader;
pub use thrown::Thrown;
pub use value::Value;
