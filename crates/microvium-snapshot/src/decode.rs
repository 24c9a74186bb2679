//! Reading an image back: tables and cells, from nothing but its bytes, which may be anything.

use microvium_format::code::{HANDLER_SIZE, HANDLERS, HEAD_SIZE, Handler};
use microvium_format::crc::crc32;
use microvium_format::decode::{Decoder, Instruction};
use microvium_format::image::{CHECKED_FROM, Field, HEADER_SIZE, Header, MAGIC, NARROW, Section};
use microvium_format::version::VERSION;
use microvium_format::{Kind, narrow};
use std::collections::BTreeMap;
use std::fmt;

/// Why bytes are no image.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DecodeError {
    /// There are no bytes.
    Empty,
    /// It doesn't begin as an image does.
    Foreign,
    /// It begins as a snapshot of Microvium's C engine does.
    CEngine,
    /// It is of another version of the format, or of another width.
    Version(u8, u8),
    /// It has fewer bytes than it says.
    Truncated,
    /// The checksum is wrong.
    Checksum,
    /// Something in it isn't what the format says, at this offset.
    Malformed(usize),
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DecodeError::Empty => write!(f, "this is no Microvium image: it is empty"),
            DecodeError::Foreign => write!(f, "this is no Microvium image"),
            DecodeError::CEngine => write!(
                f,
                "this is a snapshot of Microvium's C engine, which has another format: build the script anew"
            ),
            DecodeError::Version(version, width) => write!(
                f,
                "the image is of version {version} with values of {width} bits, not of version \
                 {VERSION} with {NARROW} bits"
            ),
            DecodeError::Truncated => write!(f, "the image is truncated"),
            DecodeError::Checksum => write!(f, "the image is damaged: its checksum is wrong"),
            DecodeError::Malformed(offset) => {
                write!(f, "the image is malformed at offset {offset}")
            }
        }
    }
}

impl std::error::Error for DecodeError {}

/// An image that has been read.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The header.
    pub header: Header,
    /// The checksum, which names the image.
    pub crc: u32,
    /// The constant table.
    pub constants: Vec<u16>,
    /// The builtin table.
    pub builtins: Vec<u16>,
    /// The ids of imports.
    pub imports: Vec<u16>,
    /// The exports: ids and values.
    pub exports: Vec<(u16, u16)>,
    /// Variable slots, strong and weak link slots.
    pub slots: Vec<u16>,
    /// The cells in RAM.
    pub ram: Vec<DecodedCell>,
    /// The cells in ROM.
    pub rom: Vec<DecodedCell>,
}

/// A cell that has been read.
#[derive(Clone, Debug)]
pub struct DecodedCell {
    /// Its offset: in the heap, or in the image.
    pub offset: u16,
    /// Its bytes, without alignment.
    pub size: usize,
    /// What it is.
    pub kind: Kind,
    /// What the header counts.
    pub count: usize,
    /// What is in it.
    pub content: Content,
}

/// What is in a cell.
#[derive(Clone, Debug)]
pub enum Content {
    /// Values.
    Values(Vec<u16>),
    /// Code.
    Code(DecodedCode),
    /// A string.
    Text(Vec<u8>),
    /// A number.
    Number(f64),
    /// The elements of a packed array.
    Integers(Vec<i32>),
    /// A Uint8Array.
    Bytes(Vec<u8>),
}

/// A code block that has been read.
#[derive(Clone, Debug)]
pub struct DecodedCode {
    /// The head's flags.
    pub flags: u16,
    /// Parameters.
    pub parameters: u8,
    /// Frame size, in units.
    pub frame: u8,
    /// Handlers.
    pub handlers: Vec<Handler>,
    /// The offset of the first instruction in the image.
    pub first: usize,
    /// The instructions, at offsets from the first one.
    pub instructions: Vec<Instruction>,
}

/// Whether this begins as snapshots of Microvium's C engine do: a version, the size of the header, and behind them the size of
/// the whole; the first section is behind the header.
fn is_c_engines(bytes: &[u8]) -> bool {
    const HEADER: u8 = 28;
    let size = (bytes.len() as u64).to_le_bytes();
    matches!(bytes, [1..=255, HEADER, _, 0, low, high, _, _, _, _, _, _, HEADER, 0, ..] if [*low, *high] == size[..2])
}

/// Reads an image.
pub fn decode(image: &[u8]) -> Result<Decoded, DecodeError> {
    if image.is_empty() {
        return Err(DecodeError::Empty);
    }
    let Some(head) = image.first_chunk::<HEADER_SIZE>() else {
        return Err(match image.starts_with(&MAGIC) {
            true => DecodeError::Truncated,
            false => DecodeError::Foreign,
        });
    };
    if head[..2] != MAGIC {
        return Err(match is_c_engines(image) {
            true => DecodeError::CEngine,
            false => DecodeError::Foreign,
        });
    }
    if (head[2], head[3]) != (VERSION, NARROW) {
        return Err(DecodeError::Version(head[2], head[3]));
    }
    let header = Header::parse(head);
    let size = usize::from(header.get(Field::Size));
    let image = image.get(..size).ok_or(DecodeError::Truncated)?;
    let checked = image.get(CHECKED_FROM..).ok_or(DecodeError::Truncated)?;
    let crc = crc32(checked);
    if crc.to_le_bytes() != head[4..8] {
        return Err(DecodeError::Checksum);
    }
    let reader = Reader { image };
    let (ram, ram_end) = header.section(Section::Ram);
    let slots_end = ram
        + narrow::WORD
            * (usize::from(header.get(Field::Slots)) + usize::from(header.get(Field::WeakLinks)));
    if slots_end > ram_end {
        return Err(DecodeError::Malformed(ram));
    }
    let section = |section| reader.words(header.section(section));
    let exports = section(Section::Exports)?;
    let exports = exports.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    let mut decoded = Decoded {
        header,
        crc,
        constants: section(Section::Constants)?,
        builtins: section(Section::Builtins)?,
        imports: section(Section::Imports)?,
        exports: exports.collect(),
        slots: reader.words((ram, slots_end))?,
        ram: Vec::new(),
        rom: Vec::new(),
    };
    let mut at = slots_end;
    while at < ram_end {
        let cell = reader.cell(at, Some(ram))?;
        at += cell.size.next_multiple_of(narrow::WORD);
        decoded.ram.push(cell);
    }
    let (cells, end) = header.section(Section::Cells);
    let strings = usize::from(header.get(Field::Strings));
    let mut found = BTreeMap::new();
    let mut at = strings;
    while at < end {
        let cell = reader.cell(at, None)?;
        at += cell.size.next_multiple_of(narrow::ROM_ALIGN);
        found.insert(cell.offset, cell);
    }
    reader.follow(&decoded, &mut found)?;
    if found.keys().any(|&offset| usize::from(offset) < cells) {
        return Err(DecodeError::Malformed(cells));
    }
    let starts: Vec<u16> = found.keys().copied().skip(1).chain([end as u16]).collect();
    for (cell, next) in found.values_mut().zip(starts) {
        reader.read_code(cell, next.into())?;
    }
    decoded.rom = found.into_values().collect();
    Ok(decoded)
}

/// The cells in ROM that a word of a table or cell may refer to.
fn rom_references(words: &[u16]) -> impl Iterator<Item = u16> {
    let cells = narrow::FIRST_CELL..narrow::FIRST_FAULT;
    let references = words
        .iter()
        .filter(move |word| *word & 3 == 1 && cells.contains(*word));
    references.map(|word| word & !3)
}

struct Reader<'a> {
    image: &'a [u8],
}

impl Reader<'_> {
    fn bytes(&self, at: usize, count: usize) -> Result<&[u8], DecodeError> {
        let range = at..at.saturating_add(count);
        self.image.get(range).ok_or(DecodeError::Malformed(at))
    }

    fn word(&self, at: usize) -> Result<u16, DecodeError> {
        let bytes = self.bytes(at, narrow::WORD)?;
        Ok(u16::from_le_bytes([bytes[0], bytes[1]]))
    }

    fn words(&self, (start, end): (usize, usize)) -> Result<Vec<u16>, DecodeError> {
        let bytes = self.bytes(start, end.saturating_sub(start))?;
        let words = bytes.chunks_exact(narrow::WORD);
        Ok(words
            .map(|word| u16::from_le_bytes([word[0], word[1]]))
            .collect())
    }

    /// The cell at `at` in the image; `ram` is where the RAM part begins, for cells in it.
    fn cell(&self, at: usize, ram: Option<usize>) -> Result<DecodedCell, DecodeError> {
        let header = self.word(at)?;
        let malformed = DecodeError::Malformed(at);
        let kind = Kind::from_code(narrow::kind_of(header)).ok_or(malformed.clone())?;
        let count = narrow::count_of(header);
        // The long form of a count is in the first word.
        let (count, long) = match kind {
            Kind::String if count >> 1 == narrow::LONG_STRING => (self.word(at + 2)?, true),
            Kind::String => (count >> 1, false),
            Kind::Array | Kind::Packed if count >= narrow::LONG => {
                (narrow::from_long_count(self.word(at + 2)?), true)
            }
            _ => (count, false),
        };
        let count = usize::from(count);
        let body = at + narrow::WORD * (1 + usize::from(long));
        let values = |words: usize| {
            let values = self.words((body, body + words * narrow::WORD))?;
            Ok((Content::Values(values), words * narrow::WORD))
        };
        let (content, size) = match kind {
            Kind::Forward | Kind::Namespace => return Err(malformed),
            Kind::Indirect | Kind::Ephemeral | Kind::Symbol => values(1)?,
            Kind::Object if ram.is_some() => values(1 + self.shape_keys(body)?.max(count))?,
            Kind::Object | Kind::Shape => values(1 + count)?,
            Kind::Dictionary if ram.is_some() => values(1 + 2 * narrow::array_capacity(count))?,
            Kind::Dictionary => values(1 + 2 * count)?,
            Kind::Array if ram.is_some() => values(narrow::array_capacity(count))?,
            Kind::Array | Kind::Closure | Kind::Scope => values(count)?,
            Kind::Host => values(0)?,
            Kind::String => {
                let text = self.bytes(body, count + 1)?;
                (Content::Text(text[..count].to_vec()), count + 1)
            }
            Kind::Number => (Content::Number(self.number(body, count)?), count),
            Kind::Property => values(2)?,
            Kind::Packed if narrow::count_of(header) == narrow::TYPED => {
                let bytes = self.bytes(body, narrow::packed::PREFIX + count)?;
                let (prefix, bytes) = bytes.split_at(narrow::packed::PREFIX);
                if prefix[0] != narrow::packed::U8 {
                    return Err(malformed);
                }
                (Content::Bytes(bytes.to_vec()), prefix.len() + count)
            }
            Kind::Packed => self.packed(body, count)?,
            Kind::Function => {
                let code = self.code(at, header)?;
                let size = code.first - body;
                (Content::Code(code), size)
            }
        };
        let offset = match ram {
            Some(start) => at - start + usize::from(narrow::RAM_START),
            None => at,
        };
        Ok(DecodedCell {
            offset: offset as u16,
            size: body - at + size,
            kind,
            count,
            content,
        })
    }

    /// How many keys the shape has that the word at `at` refers to.
    fn shape_keys(&self, at: usize) -> Result<usize, DecodeError> {
        let shape = self.word(at)?;
        let header = self.word(usize::from(shape & !3))?;
        if narrow::kind_of(header) != Kind::Shape as u8 {
            return Err(DecodeError::Malformed(at));
        }
        Ok(narrow::count_of(header).into())
    }

    fn number(&self, at: usize, count: usize) -> Result<f64, DecodeError> {
        let bytes = self.bytes(at, count)?;
        if let Ok(bytes) = bytes.try_into() {
            return Ok(f64::from(i32::from_le_bytes(bytes)));
        }
        let bytes = bytes.try_into().map_err(|_| DecodeError::Malformed(at))?;
        Ok(f64::from_le_bytes(bytes))
    }

    fn packed(&self, at: usize, count: usize) -> Result<(Content, usize), DecodeError> {
        use narrow::packed::{I8, I16, I32, PREFIX, size};
        let width = self.bytes(at, PREFIX)?[0];
        if width > I32 {
            return Err(DecodeError::Malformed(at));
        }
        let bytes = self.bytes(at + PREFIX, count * size(width))?;
        let integers = bytes.chunks_exact(size(width)).map(|bytes| {
            let mut wide = [0; 4];
            wide[..bytes.len()].copy_from_slice(bytes);
            let integer = i32::from_le_bytes(wide);
            match width {
                I8 => i32::from(integer as i8),
                I16 => i32::from(integer as i16),
                _ => integer,
            }
        });
        Ok((Content::Integers(integers.collect()), PREFIX + bytes.len()))
    }

    /// Reads the cells in ROM that anything refers to, as code has no length that would tell where the
    /// next cell begins.
    fn follow(
        &self,
        decoded: &Decoded,
        found: &mut BTreeMap<u16, DecodedCell>,
    ) -> Result<(), DecodeError> {
        let exports = decoded.exports.iter().map(|(_, value)| *value).collect();
        let mut words = vec![
            decoded.constants.clone(),
            decoded.builtins.clone(),
            exports,
            decoded.slots.clone(),
        ];
        words.extend(decoded.ram.iter().filter_map(|cell| match &cell.content {
            Content::Values(values) => Some(values.clone()),
            _ => None,
        }));
        let mut total = 0;
        while let Some(values) = words.pop() {
            for offset in rom_references(&values) {
                if found.contains_key(&offset) {
                    continue;
                }
                let cell = self.cell(offset.into(), None)?;
                // Cells don't overlap; hostile ones might, and take any amount of memory.
                total += cell.size;
                if total > self.image.len() {
                    return Err(DecodeError::Malformed(offset.into()));
                }
                if let Content::Values(values) = &cell.content {
                    words.push(values.clone());
                }
                found.insert(offset, cell);
            }
        }
        Ok(())
    }

    /// What precedes the instructions of a code block.
    fn code(&self, at: usize, header: u16) -> Result<DecodedCode, DecodeError> {
        let head = self.bytes(at, HEAD_SIZE)?;
        let mut handlers = Vec::new();
        let mut first = at + HEAD_SIZE;
        if header & HANDLERS != 0 {
            let count = usize::from(self.bytes(first, 1)?[0]);
            let words = self.words((first + 1, first + 1 + count * HANDLER_SIZE))?;
            handlers.extend(words.chunks_exact(HANDLER_SIZE / 2).map(|words| Handler {
                start: words[0],
                end: words[1],
                target: words[2],
                depth: words[3],
            }));
            first += 1 + count * HANDLER_SIZE;
        }
        Ok(DecodedCode {
            flags: header & !15,
            parameters: head[2],
            frame: head[3],
            handlers,
            first,
            instructions: Vec::new(),
        })
    }

    /// Reads the instructions of a cell, if it is a code block, up to `next`, where the next cell begins.
    fn read_code(&self, cell: &mut DecodedCell, next: usize) -> Result<(), DecodeError> {
        let Content::Code(code) = &mut cell.content else {
            return Ok(());
        };
        let bytes = self.image.get(code.first..next);
        let mut bytes = bytes.ok_or(DecodeError::Malformed(code.first))?;
        // What pads a cell is no part of the code, whose last instruction returns, throws or jumps
        // back, and so doesn't end with a byte 0.
        for _ in 1..narrow::ROM_ALIGN {
            bytes = bytes.strip_suffix(&[0]).unwrap_or(bytes);
        }
        for instruction in Decoder::new(bytes) {
            let invalid = |offset| DecodeError::Malformed(code.first + offset);
            code.instructions
                .push(instruction.map_err(|it| invalid(it.offset))?);
        }
        cell.size = code.first + bytes.len() - usize::from(cell.offset);
        Ok(())
    }
}
