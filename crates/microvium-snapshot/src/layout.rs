//! From cells to bytes: one pass writes everything and notes where references stand; then, as all
//! addresses are known, the references are filled in.

use crate::cells::{Body, Cell, CellId, Cells, Place, Word};
use crate::image::{EncodeError, Item, Sort, by_sort};
use microvium_format::image::{Field, HEADER_SIZE, Header, MAX_SIZE, Section};
use microvium_format::{Kind, Parts, narrow};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How many of the largest items an error shows.
const LARGEST: usize = 5;

/// What sort of thing a cell is, and what keeps it.
pub type Explain<'a> = dyn Fn(CellId) -> (Sort, Vec<String>) + 'a;

/// What precedes the cells of an image.
#[derive(Default)]
pub struct Tables {
    /// The constant table.
    pub constants: Vec<Word>,
    /// The builtin table.
    pub builtins: Vec<Word>,
    /// The ids of imports.
    pub imports: Vec<u16>,
    /// The exports by id.
    pub exports: Vec<(u16, Word)>,
    /// The values of the variable slots.
    pub variables: Vec<Word>,
}

/// The bytes, and what is where.
pub struct Layout {
    /// The image.
    pub bytes: Vec<u8>,
    /// The offset of each ROM cell in the image, and of each RAM cell in the heap.
    pub addresses: BTreeMap<CellId, u16>,
    /// Everything in it, largest first.
    pub items: Vec<Item>,
}

/// A reference whose value is written when all addresses are known.
struct Relocation {
    /// Where it stands in the image.
    at: usize,
    /// The cell it refers to.
    cell: CellId,
    /// Whether it stands in the RAM part.
    in_ram: bool,
}

/// Lays out an image.
pub fn lay_out(
    cells: &Cells,
    tables: &Tables,
    needs: Parts,
    explain: &Explain<'_>,
) -> Result<Layout, EncodeError> {
    let (strong, weak) = links(cells, tables);
    let mut writer = Writer::new(cells, explain);
    tables.constants.iter().for_each(|word| writer.word(*word));
    tables.builtins.iter().for_each(|word| writer.word(*word));
    tables.imports.iter().for_each(|id| writer.raw(*id));
    for (id, word) in &tables.exports {
        writer.raw(*id);
        writer.word(*word);
    }
    writer.item("header and tables".to_owned(), 0, None);

    let ram = writer.bytes.len();
    writer.ram = Some(ram);
    tables.variables.iter().for_each(|word| writer.word(*word));
    for &cell in strong.iter().chain(&weak) {
        writer.slots.insert(cell, writer.heap_offset());
        writer.word(Word::Cell(cell));
    }
    writer.item("slots".to_owned(), ram, None);
    for (id, cell) in cells.in_order(|place| place == Place::Ram) {
        writer.cell(id, cell)?;
    }
    let ram_size = writer.bytes.len() - ram;
    writer.ram = None;
    writer.align();
    for (id, cell) in cells.in_order(|place| matches!(place, Place::Rom | Place::Storage)) {
        writer.cell(id, cell)?;
    }
    let strings = writer.bytes.len();
    for (id, cell) in cells.in_order(|place| place == Place::Strings) {
        writer.cell(id, cell)?;
    }

    let mut items = std::mem::take(&mut writer.items);
    items.sort_by_key(|item| Reverse(item.bytes));
    let bytes = writer.bytes.len();
    if bytes > MAX_SIZE {
        let sorts = by_sort(&items);
        items.truncate(LARGEST);
        return Err(EncodeError::TooLarge {
            bytes,
            sorts,
            largest: items,
        });
    }
    let mut header = Header::default();
    header.set(Field::Size, bytes as u16);
    header.set(Field::Needs, needs.0);
    let words = |count: usize| count * narrow::WORD;
    header.set_tables([
        words(tables.constants.len()),
        words(tables.builtins.len()),
        words(tables.imports.len()),
        words(2 * tables.exports.len()),
        ram_size,
    ]);
    header.set(Field::Slots, (tables.variables.len() + strong.len()) as u16);
    header.set(Field::WeakLinks, weak.len() as u16);
    header.set(Field::Strings, strings as u16);
    debug_assert_eq!(header.section(Section::Ram), (ram, ram + ram_size));
    writer.relocate();
    header.seal(&mut writer.bytes);
    Ok(Layout {
        bytes: writer.bytes,
        addresses: writer.addresses,
        items,
    })
}

/// The RAM cells that ROM refers to: those that some lasting word refers to, and those that only storage
/// does which lasts as long as its object.
fn links(cells: &Cells, tables: &Tables) -> (BTreeSet<CellId>, BTreeSet<CellId>) {
    let in_ram = |word: &Word| match word {
        Word::Cell(id) if cells.get(*id).place == Place::Ram => Some(*id),
        _ => None,
    };
    let referred = |place: Place| {
        (cells.in_order(|_| true))
            .filter(move |(_, cell)| cell.place == place)
            .flat_map(|(_, cell)| match &cell.body {
                Body::Words(words) => words.as_slice(),
                Body::Bytes(_) => &[],
            })
            .filter_map(in_ram)
    };
    let exports = tables.exports.iter().map(|(_, word)| word);
    let strong: BTreeSet<CellId> = (tables.constants.iter())
        .chain(&tables.builtins)
        .chain(exports)
        .filter_map(in_ram)
        .chain(referred(Place::Rom))
        .collect();
    let weak = referred(Place::Storage)
        .filter(|cell| !strong.contains(cell))
        .collect();
    (strong, weak)
}

struct Writer<'a> {
    cells: &'a Cells,
    explain: &'a Explain<'a>,
    bytes: Vec<u8>,
    addresses: BTreeMap<CellId, u16>,
    /// The heap offset of the slot that refers to a RAM cell.
    slots: BTreeMap<CellId, u16>,
    relocations: Vec<Relocation>,
    items: Vec<Item>,
    /// Where the RAM part begins, while it is written.
    ram: Option<usize>,
}

impl<'a> Writer<'a> {
    fn new(cells: &'a Cells, explain: &'a Explain<'a>) -> Writer<'a> {
        Writer {
            cells,
            explain,
            bytes: vec![0; HEADER_SIZE],
            addresses: BTreeMap::new(),
            slots: BTreeMap::new(),
            relocations: Vec::new(),
            items: Vec::new(),
            ram: None,
        }
    }

    fn raw(&mut self, bits: u16) {
        self.bytes.extend(bits.to_le_bytes());
    }

    fn word(&mut self, word: Word) {
        match word {
            Word::Raw(bits) => self.raw(bits),
            Word::Cell(cell) => {
                self.relocations.push(Relocation {
                    at: self.bytes.len(),
                    cell: self.cells.resolve(cell),
                    in_ram: self.ram.is_some(),
                });
                self.raw(0);
            }
        }
    }

    /// Where in the heap the next byte of the RAM part will be.
    fn heap_offset(&self) -> u16 {
        let start = self.ram.unwrap_or_default();
        (self.bytes.len() - start) as u16 + narrow::RAM_START
    }

    fn align(&mut self) {
        let alignment = match self.ram {
            Some(_) => narrow::WORD,
            None => narrow::ROM_ALIGN,
        };
        let start = self.ram.unwrap_or_default();
        let size = (self.bytes.len() - start).next_multiple_of(alignment);
        self.bytes.resize(start + size, 0);
    }

    fn cell(&mut self, id: CellId, cell: &Cell) -> Result<(), EncodeError> {
        let start = self.bytes.len();
        if let Body::Words(words) = &cell.body
            && narrow::kind_of(cell.header) != Kind::Array as u8
            && words.len() >= narrow::LONG as usize
        {
            return Err(EncodeError::TooMany {
                name: cell.name.clone(),
                words: words.len(),
                chain: (self.explain)(id).1,
            });
        }
        if cell.elements().is_some_and(|it| it > narrow::MAX_ARRAY) {
            return Err(EncodeError::TooLong {
                name: cell.name.clone(),
                chain: (self.explain)(id).1,
            });
        }
        // Offsets may wrap in an image that is too large: it is refused before they're used.
        let address = match self.ram {
            Some(_) => self.heap_offset(),
            None => start as u16,
        };
        self.addresses.insert(id, address);
        self.raw(cell.header);
        match &cell.body {
            Body::Words(words) => words.iter().for_each(|word| self.word(*word)),
            Body::Bytes(bytes) => self.bytes.extend(bytes),
        }
        self.align();
        self.item(cell.name.clone(), start, Some(id));
        Ok(())
    }

    /// Notes that what was written since `start` is an item.
    fn item(&mut self, name: String, start: usize, cell: Option<CellId>) {
        let bytes = self.bytes.len() - start;
        if bytes > 0 {
            let (sort, chain) = match cell {
                Some(cell) => (self.explain)(cell),
                None => (Sort::Table, Vec::new()),
            };
            self.items.push(Item {
                name,
                bytes,
                ram: self.ram.is_some(),
                sort,
                chain,
            });
        }
    }

    fn relocate(&mut self) {
        for Relocation { at, cell, in_ram } in &self.relocations {
            let address = self.addresses[cell];
            let bits = match (self.cells.get(*cell).place, in_ram) {
                (Place::Ram, true) => address,
                (Place::Ram, false) => self.slots[cell],
                _ => narrow::rom(address),
            };
            self.bytes[*at..*at + narrow::WORD].copy_from_slice(&bits.to_le_bytes());
        }
    }
}
