//! The layout of a Narrow image, little-endian, 4-aligned in memory.
//!
//! ```text
//! offset  size
//!      0     2  magic
//!      2     1  version
//!      3     1  width: bits of a value
//!      4     4  CRC-32 of all bytes from offset 8 on
//!      8    20  ten fields of 16 bits, see `Field`
//!     28        sections, see `Section`, each right behind the one before
//! ```

use crate::crc::crc32;
use crate::version::VERSION;

/// The first two bytes of an image.
pub const MAGIC: [u8; 2] = *b"MV";
/// What the width byte of a Narrow image says.
pub const NARROW: u8 = 16;
/// Where the checksummed bytes begin.
pub const CHECKED_FROM: usize = 8;
/// Bytes of the header.
pub const HEADER_SIZE: usize = 28;
/// The largest Narrow image, in bytes: offsets above are fault values.
pub const MAX_SIZE: usize = 0xFDFC;

list! {
    /// The header's fields, each 16 bits, from `CHECKED_FROM` on. Offsets count from the start of the
    /// image.
    pub enum Field : u8 {
        Needs = 0, "The parts the image can't run without.";
        Slots = 1, "Words of variable and strong link slots.";
        WeakLinks = 2, "Words of weak link slots, which follow them.";
        Builtins = 3, "Offset of the builtin table, which ends the constant table.";
        Imports = 4, "Offset of the import table.";
        Exports = 5, "Offset of the export table.";
        Ram = 6, "Offset of the initial RAM part, slots included.";
        Cells = 7, "Where that ends. Cells follow, when aligned.";
        Strings = 8, "Offset of the first string cell; strings are the last cells of the image.";
        Size = 9, "Bytes of the image.";
    }
}

list! {
    /// The sections, in order. Tables come first, cells last.
    pub enum Section : u8 {
        Constants = 0, "What code refers to: a value each.";
        Builtins = 1, "The builtin slots: a value each.";
        Imports = 2, "The ids of imported host functions, 2 bytes each.";
        Exports = 3, "Pairs of id and value, ordered by id.";
        Ram = 4, "The initial RAM part: slots, then cells.";
        Cells = 5, "ROM cells, each 4-aligned; strings last.";
    }
}

/// The field that says where each section begins, from the second one on.
const STARTS: [Field; 5] = [
    Field::Builtins,
    Field::Imports,
    Field::Exports,
    Field::Ram,
    Field::Cells,
];

/// The fields of an image's header, in memory as they are in an image at `CHECKED_FROM`, but for the
/// order of bytes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
#[repr(transparent)]
pub struct Header {
    fields: [u16; Field::ALL.len()],
}

impl Header {
    /// The field's value.
    pub const fn get(&self, field: Field) -> u16 {
        self.fields[field as usize]
    }

    /// Sets a field.
    pub const fn set(&mut self, field: Field, value: u16) {
        self.fields[field as usize] = value;
    }

    /// Where a section begins and ends, in bytes from the start of the image: the one function for
    /// writer, reader, verifier and dumper.
    #[inline(always)]
    pub const fn section(&self, section: Section) -> (usize, usize) {
        let start = match section {
            Section::Constants => HEADER_SIZE,
            Section::Cells => (self.get(Field::Cells) as usize + 3) & !3,
            _ => self.get(STARTS[section as usize - 1]) as usize,
        };
        let end = match section {
            Section::Cells => self.get(Field::Size),
            _ => self.get(STARTS[section as usize]),
        };
        (start, end as usize)
    }

    /// Whether each part lies behind the one before, as far as the fields say, and has whole words.
    pub fn is_ordered(&self) -> bool {
        let mut last = HEADER_SIZE as u16;
        for &offset in &self.fields[Field::Builtins as usize..] {
            if offset < last || offset & 1 != 0 {
                return false;
            }
            last = offset;
        }
        true
    }

    /// Notes where the tables lie, from the bytes of each, constants first and the RAM part last.
    pub const fn set_tables(&mut self, bytes: [usize; 5]) {
        let mut end = HEADER_SIZE;
        let mut i = 0;
        while i < bytes.len() {
            end += bytes[i];
            self.set(STARTS[i], end as u16);
            i += 1;
        }
    }

    /// Reads the fields from an image of at least HEADER_SIZE bytes. Nothing is checked.
    pub fn parse(image: &[u8; HEADER_SIZE]) -> Header {
        let mut header = Header::default();
        for (field, bytes) in header
            .fields
            .iter_mut()
            .zip(image[CHECKED_FROM..].chunks_exact(2))
        {
            *field = u16::from_le_bytes([bytes[0], bytes[1]]);
        }
        header
    }

    /// Writes header and checksum over the first HEADER_SIZE bytes of a finished image.
    pub fn seal(&self, image: &mut [u8]) {
        image[..2].copy_from_slice(&MAGIC);
        image[2] = VERSION;
        image[3] = NARROW;
        for (bytes, field) in image[CHECKED_FROM..HEADER_SIZE]
            .chunks_exact_mut(2)
            .zip(self.fields)
        {
            bytes.copy_from_slice(&field.to_le_bytes());
        }
        let crc = crc32(&image[CHECKED_FROM..]);
        image[4..8].copy_from_slice(&crc.to_le_bytes());
    }
}
