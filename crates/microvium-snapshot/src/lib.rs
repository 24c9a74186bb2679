//! The captured state of a Microvium program, and its encoding as an image.
#![forbid(unsafe_code)]

pub mod capture;
mod cells;
pub mod decode;
pub mod dump;
pub mod encode;
pub mod image;
mod keep;
mod layout;
pub mod needs;
mod placement;
pub mod sidecar;
pub mod slots;
pub mod source_map;

pub use capture::capture;
pub use decode::{DecodeError, Decoded, decode};
pub use dump::Dump;
pub use encode::encode;
pub use image::{EncodeError, Image, Item};
pub use sidecar::Sidecar;
pub use slots::{Slot, Slots};
