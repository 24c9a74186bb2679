//! Cells with symbolic references: what an image holds before anything has an address.

use microvium_format::{Kind, Parts, narrow};
use microvium_ir::{Key, NodeId, Text};
use std::collections::BTreeMap;

/// Names a cell.
pub type CellId = usize;

/// What a word holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Word {
    /// These bits.
    Raw(u16),
    /// A reference.
    Cell(CellId),
}

/// The value `undefined`.
pub const UNDEFINED: Word = Word::Raw(narrow::UNDEFINED);

/// The value `null`.
pub const NULL: Word = Word::Raw(narrow::NULL);

/// What is no value: a hole.
pub const EMPTY: Word = Word::Raw(narrow::EMPTY);

/// Where a cell lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// In ROM: what it refers to in RAM lives as long as the program.
    Rom,
    /// In ROM, as the storage of an Indirect cell: what it refers to in RAM lives as long as that cell.
    Storage,
    /// In ROM, among the strings.
    Strings,
    /// In the initial RAM part.
    Ram,
}

/// What follows the header.
#[derive(Clone, Debug)]
pub enum Body {
    /// Values.
    Words(Vec<Word>),
    /// Anything else.
    Bytes(Vec<u8>),
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Where it lies.
    pub place: Place,
    /// The header.
    pub header: u16,
    /// The rest.
    pub body: Body,
    /// What it is, for people.
    pub name: String,
}

impl Cell {
    /// A cell of values.
    pub fn words(place: Place, kind: Kind, count: usize, words: Vec<Word>, name: String) -> Cell {
        Cell {
            place,
            header: narrow::header(kind, count as u16),
            body: Body::Words(words),
            name,
        }
    }

    /// A cell of bytes.
    pub fn bytes(place: Place, header: u16, bytes: Vec<u8>, name: String) -> Cell {
        Cell {
            place,
            header,
            body: Body::Bytes(bytes),
            name,
        }
    }

    /// An array of values. In RAM it has room to grow, as any array has there.
    pub fn array(place: Place, mut words: Vec<Word>) -> Cell {
        let length = words.len();
        let name = format!("array of {length}");
        if place == Place::Ram {
            words.resize(narrow::array_capacity(length), EMPTY);
        }
        let (header, long) = long_header(Kind::Array, length);
        if let Some(long) = long {
            words.insert(0, Word::Raw(long));
        }
        Cell {
            place,
            header,
            body: Body::Words(words),
            name,
        }
    }

    /// An array of integers, packed as narrow as they are.
    pub fn packed(place: Place, integers: &[i32]) -> Cell {
        let width = packed_width(integers);
        let (header, long) = long_header(Kind::Packed, integers.len());
        let size = narrow::packed::size(width);
        let elements = integers
            .iter()
            .flat_map(|it| it.to_le_bytes().into_iter().take(size));
        let name = format!("array of {} integers", integers.len());
        Cell::bytes(place, header, packed_body(long, width, elements), name)
    }

    /// A Uint8Array.
    pub fn uint8_array(place: Place, bytes: &[u8]) -> Cell {
        let header = narrow::header(Kind::Packed, narrow::TYPED);
        let count = narrow::long_count(bytes.len() as u16);
        let elements = bytes.iter().copied();
        let body = packed_body(Some(count), narrow::packed::U8, elements);
        Cell::bytes(place, header, body, format!("{} bytes", bytes.len()))
    }

    /// The elements of an array, of packed ones too; None of another cell.
    pub fn elements(&self) -> Option<usize> {
        let is = |kind: Kind| narrow::kind_of(self.header) == kind as u8;
        let is_long = narrow::count_of(self.header) >= narrow::LONG;
        let start = if is_long { narrow::WORD } else { 0 };
        match &self.body {
            Body::Words(words) if is(Kind::Array) => Some(words.len() - start / narrow::WORD),
            Body::Bytes(bytes) if is(Kind::Packed) => {
                let elements = bytes.len() - start - narrow::packed::PREFIX;
                Some(elements / narrow::packed::size(bytes[start]))
            }
            _ => None,
        }
    }

    /// Bytes it takes in ROM, where cells are aligned.
    pub fn rom_size(&self) -> usize {
        self.size().next_multiple_of(narrow::ROM_ALIGN)
    }

    /// Bytes it takes, before alignment.
    pub fn size(&self) -> usize {
        narrow::WORD
            + match &self.body {
                Body::Words(words) => words.len() * narrow::WORD,
                Body::Bytes(bytes) => bytes.len(),
            }
    }
}

/// The header of a cell whose count may need the long form, and the word that then follows.
fn long_header(kind: Kind, count: usize) -> (u16, Option<u16>) {
    if count < narrow::LONG as usize {
        (narrow::header(kind, count as u16), None)
    } else {
        (
            narrow::header(kind, narrow::LONG),
            Some(narrow::long_count(count as u16)),
        )
    }
}

/// What is behind the header of a Packed cell.
fn packed_body(long: Option<u16>, width: u8, elements: impl Iterator<Item = u8>) -> Vec<u8> {
    let mut prefix = [0; narrow::packed::PREFIX];
    prefix[0] = width;
    let long = long.into_iter().flat_map(u16::to_le_bytes);
    long.chain(prefix).chain(elements).collect()
}

/// The narrowest width that holds all of the integers.
fn packed_width(integers: &[i32]) -> u8 {
    use narrow::packed::{I8, I16, I32, U8, U16};
    let fits = |low: i32, high: i32| integers.iter().all(|it| (low..=high).contains(it));
    if fits(0, 0xFF) {
        U8
    } else if fits(-0x80, 0x7F) {
        I8
    } else if fits(0, 0xFFFF) {
        U16
    } else if fits(-0x8000, 0x7FFF) {
        I16
    } else {
        I32
    }
}

/// The integer of 32 bits that a number is, if it is one (-0 is not).
pub fn as_integer(number: f64) -> Option<i32> {
    let integer = number as i32;
    (f64::from(integer).to_bits() == number.to_bits()).then_some(integer)
}

/// All cells of an image, the equal ones made once.
#[derive(Default)]
pub struct Cells {
    cells: Vec<Option<Cell>>,
    strings: BTreeMap<(usize, Text), CellId>,
    /// The numbers of the private names, in the order of their first use.
    private_names: BTreeMap<Text, u32>,
    /// The symbols that are keys.
    pub symbols: BTreeMap<NodeId, Word>,
    numbers: BTreeMap<u64, CellId>,
    shapes: BTreeMap<(Word, Vec<Key>), Shape>,
    aliases: BTreeMap<CellId, CellId>,
    /// The parts without which the engine can't read them.
    pub needs: Parts,
    /// The numbers among them that need float arithmetic.
    pub floats: Vec<(Parts, CellId)>,
}

/// The cells that stand for one layout.
#[derive(Clone, Copy, Default)]
struct Shape {
    /// For those who need exactly these keys.
    exact: Option<CellId>,
    /// For those who are as well served by a shape with more keys behind these.
    prefix: Option<CellId>,
}

impl Cells {
    /// A cell whose content is still to come: `set` must follow.
    pub fn reserve(&mut self) -> CellId {
        self.cells.push(None);
        self.cells.len() - 1
    }

    /// Gives a reserved cell its content.
    pub fn set(&mut self, id: CellId, cell: Cell) {
        self.cells[id] = Some(cell);
    }

    /// Adds a cell.
    pub fn add(&mut self, cell: Cell) -> CellId {
        self.cells.push(Some(cell));
        self.cells.len() - 1
    }

    /// The cell's content.
    pub fn get(&self, id: CellId) -> &Cell {
        let id = self.aliases.get(&id).copied().unwrap_or(id);
        self.cells[id].as_ref().expect("reserved cells are set")
    }

    /// The cell that stands for this one.
    pub fn resolve(&self, id: CellId) -> CellId {
        self.aliases.get(&id).copied().unwrap_or(id)
    }

    /// The cells in the order in which they're written: by creation, but strings last, ordered by length
    /// and content.
    pub fn in_order(&self, place: fn(Place) -> bool) -> impl Iterator<Item = (CellId, &Cell)> {
        let others = (self.cells.iter().enumerate())
            .filter(|(id, _)| !self.aliases.contains_key(id))
            .filter_map(|(id, cell)| Some((id, cell.as_ref()?)))
            .filter(|(_, cell)| cell.place != Place::Strings);
        let strings = (self.strings.values()).map(|&id| (id, self.get(id)));
        others
            .chain(strings)
            .filter(move |(_, cell)| place(cell.place))
    }

    /// A string. Private names, whose texts nothing can see, have new ones: those of a dense numbering are the shortest.
    pub fn string(&mut self, text: &Text) -> Word {
        let name = format!("string {:?}", shorten(&text.to_display()));
        let text = match text.is_private() {
            true => &self.private_name(text),
            false => text,
        };
        let bytes = text.as_bytes();
        let key = (bytes.len(), text.clone());
        if let Some(&id) = self.strings.get(&key) {
            return Word::Cell(id);
        }
        let ascii = bytes.is_ascii();
        let mut body = Vec::new();
        let header = if bytes.len() < narrow::LONG_STRING as usize {
            narrow::string_header(bytes.len() as u16, ascii)
        } else {
            body.extend((bytes.len() as u16).to_le_bytes());
            narrow::string_header(narrow::LONG_STRING, ascii)
        };
        body.extend(bytes);
        body.push(0);
        let id = self.add(Cell::bytes(Place::Strings, header, body, name));
        self.strings.insert(key, id);
        Word::Cell(id)
    }

    fn private_name(&mut self, text: &Text) -> Text {
        let next = self.private_names.len() as u32;
        let number = self.private_names.entry(text.clone()).or_insert(next);
        Text::private(*number)
    }

    /// The key of a property: an inline integer for an array index that fits, else an interned string, or a symbol.
    fn key(&mut self, key: &Key) -> Word {
        let key = match key {
            Key::Text(text) => text,
            Key::Symbol(node) => return self.symbols[node],
        };
        let text = std::str::from_utf8(key.as_bytes()).unwrap_or_default();
        match text.parse::<i32>() {
            Ok(index)
                if (0..=narrow::MAX_INTEGER).contains(&index) && index.to_string() == text =>
            {
                Word::Raw(narrow::integer(index))
            }
            _ => self.string(key),
        }
    }

    /// A number.
    pub fn number(&mut self, number: f64) -> Word {
        let integer = as_integer(number);
        // Every engine knows NaN.
        if integer.is_none() && !number.is_nan() {
            self.needs = self.needs.with(Parts::FLOAT);
        }
        match integer {
            Some(integer) if (narrow::MIN_INTEGER..=narrow::MAX_INTEGER).contains(&integer) => {
                return Word::Raw(narrow::integer(integer));
            }
            None if number.is_nan() => return Word::Raw(narrow::NAN),
            None if number == 0.0 => return Word::Raw(narrow::NEGATIVE_ZERO),
            _ => {}
        }
        if let Some(&id) = self.numbers.get(&number.to_bits()) {
            return Word::Cell(id);
        }
        let bytes = match integer {
            Some(integer) => integer.to_le_bytes().to_vec(),
            None => number.to_le_bytes().to_vec(),
        };
        let header = narrow::header(Kind::Number, bytes.len() as u16);
        let name = format!("number {number}");
        let id = self.add(Cell::bytes(Place::Rom, header, bytes, name));
        self.numbers.insert(number.to_bits(), id);
        if integer.is_none() {
            self.floats.push((Parts::FLOAT, id));
        }
        Word::Cell(id)
    }

    /// A shape with exactly these keys.
    pub fn shape(&mut self, prototype: Word, keys: &[Key]) -> Word {
        let entry = (prototype, keys.to_vec());
        if let Some(id) = self.shapes.get(&entry).and_then(|it| it.exact) {
            return Word::Cell(id);
        }
        let cell = self.shape_cell(prototype, keys);
        let id = self.add(cell);
        self.shapes.entry(entry).or_default().exact = Some(id);
        Word::Cell(id)
    }

    /// A shape that begins with these keys.
    pub fn shape_prefix(&mut self, prototype: Word, keys: &[Key]) -> Word {
        let entry = (prototype, keys.to_vec());
        let known = self.shapes.get(&entry).and_then(|it| it.prefix);
        Word::Cell(known.unwrap_or_else(|| {
            let id = self.reserve();
            self.shapes.entry(entry).or_default().prefix = Some(id);
            id
        }))
    }

    fn shape_cell(&mut self, prototype: Word, keys: &[Key]) -> Cell {
        let mut words = vec![prototype];
        words.extend(keys.iter().map(|key| self.key(key)));
        let name = format!("shape {}", list(keys));
        Cell::words(Place::Rom, Kind::Shape, keys.len(), words, name)
    }

    /// Finds a shape for each `shape_prefix` that was asked for: the longest that begins with it. Longer
    /// keys sort behind their prefixes, so the last in a run of extensions is the one.
    pub fn settle_shapes(&mut self) {
        let mut longest: Option<((Word, Vec<Key>), CellId)> = None;
        let shapes: Vec<_> = (self.shapes.iter())
            .rev()
            .map(|(entry, shape)| (entry.clone(), *shape))
            .collect();
        for (entry, shape) in shapes {
            let covering = longest
                .as_ref()
                .filter(|((prototype, keys), _)| {
                    *prototype == entry.0 && keys.starts_with(&entry.1)
                })
                .map(|(_, id)| *id);
            let chosen = match (shape.exact, covering) {
                (Some(id), _) | (None, Some(id)) => id,
                (None, None) => {
                    let id = shape.prefix.expect("an entry was asked for");
                    let cell = self.shape_cell(entry.0, &entry.1);
                    self.set(id, cell);
                    id
                }
            };
            if let Some(prefix) = shape.prefix.filter(|&prefix| prefix != chosen) {
                self.aliases.insert(prefix, chosen);
            }
            if covering.is_none() {
                longest = Some((entry, chosen));
            }
        }
    }
}

/// A list of keys, for people.
pub fn list(keys: &[Key]) -> String {
    let names: Vec<String> = keys.iter().map(Key::to_display).collect();
    format!("{{{}}}", shorten(&names.join(", ")))
}

/// At most some forty characters, for people.
fn shorten(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
