//! What a Microvium image is made of, declared once: operations, cell kinds, constants, builtin
//! slots, sections, parts and error codes. Engine, emitter, encoder, disassembler and the C header
//! derive from these tables.
#![no_std]
#![forbid(unsafe_code)]

#[macro_use]
mod list;

pub mod attribute;
pub mod builtin;
pub mod closed;
pub mod code;
pub mod crc;
pub mod decode;
pub mod effect;
pub mod error;
pub mod image;
pub mod kind;
pub mod narrow;
pub mod native;
pub mod operation;
pub mod part;
pub mod private;
pub mod typed;
pub mod value_type;
pub mod version;

pub use builtin::Builtin;
pub use error::{ErrorClass, ErrorCode};
pub use kind::Kind;
pub use native::Native;
pub use operation::{Operation, Special};
pub use part::Parts;
pub use private::{is_private, private_name, private_parts};
pub use value_type::ValueType;

/// The longest array of any width: no element has this index.
pub const LONGEST_ARRAY: usize = 1 << 26;
