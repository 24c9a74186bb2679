//! The Microvium virtual machine: it restores a snapshot and calls what it exports. One interpreter in
//! two widths, see `Width`: `Narrow` for devices, `Wide` for build time and big hosts.
//!
//! Unsafe code stands in `embed`, `embed/memory`, `heap`, `host`, `interpreter`, `narrow`, `restore`,
//! `stack`, `table`, `wide` and `wide/shape`, and relies on one contract: an image is what the encoder writes, or was
//! verified, and a cell is what its header says.
#![no_std]
#![deny(unsafe_code)]

#[cfg(feature = "embed")]
extern crate std;

mod array;
mod attributes;
mod bytes;
mod collect;
pub mod config;
mod delegate;
#[cfg(feature = "embed")]
#[allow(unsafe_code)]
pub mod embed;
mod find_key;
mod function;
#[allow(unsafe_code)]
mod heap;
#[allow(unsafe_code)]
pub mod host;
pub mod inspect;
#[allow(unsafe_code)]
mod interpreter;
#[allow(unsafe_code)]
pub mod narrow;
mod natives;
mod number;
mod operators;
mod parts;
mod property;
mod rare;
#[allow(unsafe_code)]
pub mod restore;
mod special;
#[allow(unsafe_code)]
mod stack;
pub mod statistics;
mod string;
#[allow(unsafe_code)]
mod table;
#[cfg(test)]
mod third;
mod typed;
mod verify;
mod weak;
#[allow(unsafe_code)]
pub mod wide;
pub mod width;

pub use config::{Config, Platform};
pub use heap::Vm;
pub use host::{Handle, HostFunction};
pub use narrow::Narrow;
pub use number::Number;
pub use wide::{Wide, WideVm};
pub use width::Width;

/// An operation failed. What was thrown is in the VM: the error needs no room in results.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fault;
