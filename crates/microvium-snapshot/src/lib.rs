//! The captured state of a Microvium program, and its encoding as an image.
#![forbid(unsafe_code)]

mod cells;
pub mod encode;
pub mod image;
mod layout;
pub mod slots;

pub use encode::encode_with;
pub use image::{EncodeError, Image, Item};
pub use slots::{Slot, Slots};
