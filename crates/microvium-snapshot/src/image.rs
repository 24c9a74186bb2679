//! What encoding makes, and why it can't.

use crate::needs::Need;
use crate::slots::Slot;
use microvium_format::Native;
use microvium_format::image::MAX_SIZE;
use microvium_ir::emit::EmitError;
use microvium_ir::{FunctionId, Position};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

/// An encoded image, with what the sidecar and the report tell about it.
#[derive(Clone, Debug)]
pub struct Image {
    /// The image.
    pub bytes: Vec<u8>,
    /// Everything in it, largest first.
    pub items: Vec<Item>,
    /// Why it needs which parts of the engine.
    pub needs: Vec<Need>,
    /// What each variable slot holds.
    pub slots: Vec<Slot>,
    /// Where the instructions of functions lie.
    pub functions: Vec<(Range<u16>, FunctionId)>,
    /// The offsets of instructions with where they come from, of each function in order and from its first
    /// instruction on; each holds until the next.
    pub positions: Vec<(u16, Position)>,
}

impl Image {
    /// The checksum, which names the image.
    pub fn crc(&self) -> u32 {
        u32::from_le_bytes([4, 5, 6, 7].map(|at| self.bytes[at]))
    }
}

/// Something that takes room in an image.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// What it is, for people.
    pub name: String,
    /// Bytes of the image.
    pub bytes: usize,
    /// Whether they are in the initial RAM part as well.
    pub ram: bool,
    /// What sort of thing it is.
    pub sort: Sort,
    /// What keeps it in the image, from the root on.
    pub chain: Vec<String>,
}

/// A sort of things in an image.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    /// The code of a function.
    Function(FunctionId),
    /// A string.
    String,
    /// Objects, arrays, scopes, numbers, and their layouts.
    Data,
    /// The image's header and tables.
    Table,
}

impl Sort {
    /// What things of this sort are called.
    fn name(self) -> &'static str {
        match self {
            Sort::Function(_) => "functions",
            Sort::String => "strings",
            Sort::Data => "objects, arrays, scopes and the like",
            Sort::Table => "tables",
        }
    }
}

/// By sort, how many things there are and how large they are together.
pub(crate) fn by_sort(items: &[Item]) -> Vec<(&'static str, usize, usize)> {
    let mut sorts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for item in items {
        let (count, bytes) = sorts.entry(item.sort.name()).or_default();
        *count += 1;
        *bytes += item.bytes;
    }
    let mut sorts: Vec<_> = (sorts.into_iter())
        .map(|(name, (count, bytes))| (name, count, bytes))
        .collect();
    sorts.sort_by_key(|&(.., bytes)| Reverse(bytes));
    sorts
}

/// What a host function is called: the engine's own by their names.
pub(crate) fn import_name(id: u16) -> String {
    match Native::from_id(id) {
        Some(native) => native.name().to_owned(),
        None => format!("import {id}"),
    }
}

/// Why a graph can't be encoded.
#[derive(Debug)]
pub enum EncodeError {
    /// The image is larger than its width allows.
    TooLarge {
        /// Its bytes.
        bytes: usize,
        /// What they are, by sort: how many of it, and their bytes; the largest first.
        sorts: Vec<(&'static str, usize, usize)>,
        /// The largest things in it.
        largest: Vec<Item>,
    },
    /// A cell has more words than a header can count.
    TooMany {
        /// What it is.
        name: String,
        /// Its words.
        words: usize,
        /// What keeps it in the image, from the root on.
        chain: Vec<String>,
    },
    /// An array has more elements than one has on the device.
    TooLong {
        /// What it is.
        name: String,
        /// What keeps it in the image, from the root on.
        chain: Vec<String>,
    },
    /// Code can't be emitted.
    Emit(EmitError),
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EncodeError::TooLarge {
                bytes,
                sorts,
                largest,
            } => {
                let over = bytes - MAX_SIZE;
                write!(f, "the image has {bytes} bytes, {over} more than fit")?;
                for (sort, count, bytes) in sorts {
                    write!(f, "\n  {bytes:>6} {sort} ({count})")?;
                }
                f.write_str("\nlargest:")?;
                for item in largest {
                    write!(f, "\n  {:>6} {}", item.bytes, item.name)?;
                    write_chain(f, &item.chain)?;
                }
                Ok(())
            }
            EncodeError::TooMany { name, words, chain } => {
                write!(f, "{name} has {words} entries, more than a cell can hold")?;
                write_chain(f, chain)
            }
            EncodeError::TooLong { name, chain } => {
                let most = microvium_format::narrow::MAX_ARRAY;
                write!(
                    f,
                    "{name}, but an array has at most {most} elements on the device"
                )?;
                write_chain(f, chain)
            }
            EncodeError::Emit(error) => error.fmt(f),
        }
    }
}

/// What keeps something, from it on.
fn write_chain(f: &mut fmt::Formatter<'_>, chain: &[String]) -> fmt::Result {
    chain
        .iter()
        .rev()
        .try_for_each(|name| write!(f, " <- {name}"))
}

impl std::error::Error for EncodeError {}

impl From<EmitError> for EncodeError {
    fn from(error: EmitError) -> Self {
        EncodeError::Emit(error)
    }
}
