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
    /// The header's fields, each 16 bits, from `CHECKED_FROM` on.
    pub enum Field : u8 {
        Size = 0, "Bytes of the image.";
        Needs = 1, "The parts the image can't run without.";
        Constants = 2, "Entries of the constant table.";
        Builtins = 3, "Entries of the builtin table.";
        Imports = 4, "Entries of the import table.";
        Exports = 5, "Entries of the export table.";
        Slots = 6, "Words of variable and strong link slots.";
        WeakLinks = 7, "Words of weak link slots, which follow them.";
        Ram = 8, "Bytes of the initial RAM part, slots included.";
        Strings = 9, "Offset of the first string cell; strings are the last cells of the image.";
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

/// The sections that are tables, in order, each with the field that counts its entries and the bytes of
/// one. Cells follow them.
const TABLES: [(Field, u8); 5] = [
    (Field::Constants, 2),
    (Field::Builtins, 2),
    (Field::Imports, 2),
    (Field::Exports, 4),
    (Field::Ram, 1),
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
    #[inline(never)]
    pub fn section(&self, section: Section) -> (usize, usize) {
        let mut start = HEADER_SIZE;
        let mut end = start;
        for &(field, size) in TABLES.iter().take(section as usize + 1) {
            start = end;
            end += usize::from(size) * usize::from(self.get(field));
        }
        match section {
            Section::Cells => ((end + 3) & !3, self.get(Field::Size).into()),
            _ => (start, end),
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
