//! The part `VERIFIER`: checks what running relies on, so that an image with a forged checksum can't read or write
//! outside its VM. What depends on values is checked as it runs: that a scope is one and has the field, kinds of
//! operands. ARCHITECTURE.md, "Verification", says what must hold.
//!
//! Two sweeps over all cells: one notes where they begin, as each tells where it ends, the other checks what is in
//! them.

mod code;

use crate::config::Verifier;
use crate::width::Cells;
use crate::{Narrow, Platform, Vm};
use code::Code;
use core::num::NonZeroU32;
use microvium_format::code::SCOPED;
use microvium_format::image::{Field, HEADER_SIZE, Header, Section};
use microvium_format::narrow::{
    LONG, LONG_STRING, RAM_START, ROM_ALIGN, TYPED, UNDEFINED, WORD, packed,
};
use microvium_format::{Builtin, ErrorCode, Kind, Native};

impl<P: Platform<Narrow<P>>> Verifier<Narrow<P>> {
    /// The part.
    pub const PART: Self = Verifier { verify };
}

/// None if something is wrong, which is where `Image::at` says.
type Checked<T = ()> = Option<T>;

/// Bits of a word of marks.
const BITS: usize = 8 * WORD;

const INDIRECT: usize = Kind::Indirect as usize;
const OBJECT: usize = Kind::Object as usize;
const ARRAY: usize = Kind::Array as usize;
const CLOSURE: usize = Kind::Closure as usize;
const STRING: usize = Kind::String as usize;
const NUMBER: usize = Kind::Number as usize;
const HOST: usize = Kind::Host as usize;
const SHAPE: usize = Kind::Shape as usize;
const PACKED: usize = Kind::Packed as usize;
const FUNCTION: usize = Kind::Function as usize;

/// A set of kinds, of which NO_KIND and WRONG are none.
const fn kinds<const N: usize>(list: [usize; N]) -> u32 {
    let (mut set, mut i) = (0, 0);
    while i < N {
        set |= 1 << list[i];
        i += 1;
    }
    set
}

/// What a value has that refers to no cell.
const NO_KIND: usize = 31;
/// What a word has that is no value: no cell begins where it refers to.
const WRONG: usize = 30;
/// The kinds whose count has a long form.
const COUNTED: u32 = kinds([ARRAY, STRING, PACKED]);
/// Those of which some may be only where code is careful with them: functions with a scope, and `Defer`.
const CAREFUL: u32 = kinds([FUNCTION, HOST]);
/// The builtin slots whose functions can only be the script's.
const OF_SCRIPTS: u32 = kinds([
    Builtin::Operate as usize,
    Builtin::Access as usize,
    Builtin::AssignArray as usize,
    Builtin::PushOther as usize,
]);
/// Those of storage in ROM.
const STORAGE: u32 = kinds([OBJECT, ARRAY, PACKED]);

struct Image<'a, P: Platform<Narrow<P>>> {
    vm: &'a Vm<Narrow<P>>,
    header: &'a Header,
    image: *const u8,
    /// A bit for each byte of the image: where cells begin, and for a while where a function jumps to. Cells in RAM
    /// have that of the byte behind the first of what they are initially: in ROM no cell begins there.
    marks: *mut u8,
    size: usize,
    /// The offset of the RAM part.
    ram: usize,
    slots_end: usize,
    /// Whether all cells are marked. Like all fields a whole word: with others, and far from the start, an
    /// instruction more is needed each time.
    marked: usize,
    /// The highest slot that code stores to, and the lowest that must go on referring to what it does.
    stored: usize,
    relied: usize,
    /// Where in the image something is wrong, if it is.
    at: usize,
    code: Code,
}

/// Checks the image of a VM, whose initial RAM is loaded.
fn verify<P: Platform<Narrow<P>>>(vm: &Vm<Narrow<P>>) -> ErrorCode {
    let size = vm.header_field(Field::Size);
    let bytes = (size / BITS + 1) * WORD;
    let marks = Vm::<Narrow<P>>::allocate_block(bytes);
    if marks.is_null() {
        return ErrorCode::MallocFail;
    }
    for index in 0..bytes / WORD {
        Vm::<Narrow<P>>::write(Vm::<Narrow<P>>::word_at(marks, 0, index), 0);
    }
    let mut image = Image {
        vm,
        header: vm.header(),
        image: vm.bytes(Narrow::<P>::reference(1), 0),
        marks,
        size,
        ram: vm.header().section(Section::Ram).0,
        slots_end: vm.slots_end(),
        marked: 0,
        stored: 0,
        relied: usize::MAX,
        at: 0,
        code: Code::new(),
    };
    let checked = image.check();
    #[cfg(feature = "embed")]
    if checked.is_none() {
        P::refused(image.at);
    }
    Vm::<Narrow<P>>::release_block(marks, bytes);
    match checked {
        Some(()) => ErrorCode::Success,
        None => ErrorCode::InvalidBytecode,
    }
}

/// Nothing is wrong if the condition holds.
#[inline(never)]
fn ensure(condition: bool) -> Checked {
    condition.then_some(())
}

impl<P: Platform<Narrow<P>>> Image<'_, P> {
    fn check(&mut self) -> Checked {
        self.sweep_all()?;
        self.marked = 1;
        self.check_tables()?;
        self.sweep_all()?;
        ensure(self.stored < self.relied)
    }

    fn field(&self, field: Field) -> usize {
        self.header.get(field).into()
    }

    /// Checks the tables and slots.
    #[inline(never)]
    fn check_tables(&mut self) -> Checked {
        let (builtins, imports) = (self.field(Field::Builtins), self.field(Field::Imports));
        let (exports, ram) = (self.field(Field::Exports), self.ram);
        let strings = self.field(Field::Strings);
        // An export is as long as the alignment of a cell.
        ensure((self.size | (ram - exports)) & (ROM_ALIGN - 1) == 0)?;
        ensure(strings == self.size || self.is_marked(strings))?;
        let end = ram + self.slots_end - usize::from(RAM_START);
        let mut at = HEADER_SIZE;
        while at < end {
            self.at = at;
            let is_id = at >= imports && at < exports
                || at < ram && at >= exports && (at - exports) & WORD == 0;
            if !is_id {
                let word = self.vm.rom_word(at);
                self.value(word, at < ram, if at < builtins { CAREFUL } else { 0 })?;
                let slot = at.wrapping_sub(builtins) / WORD;
                if slot < 32 && OF_SCRIPTS >> slot & 1 != 0 && at < imports {
                    ensure(word & 1 != 0 && self.kind(word) != HOST)?;
                }
            }
            at += WORD;
        }
        Some(())
    }

    #[inline(never)]
    fn sweep_all(&mut self) -> Checked {
        let (cells, end) = self.header.section(Section::Cells);
        self.sweep(cells + 1, end + 1)?;
        self.sweep(self.slots_end, self.vm.next.into())
    }

    /// Visits the cells from one reference up to another, in ROM or in RAM.
    #[inline(never)]
    fn sweep(&mut self, mut cell: usize, end: usize) -> Checked {
        let unaligned = if cell & 1 != 0 { ROM_ALIGN - 1 } else { 0 };
        while cell + WORD < end {
            self.at = self.place(cell) & !1;
            let size = self.cell(cell, end - cell)?;
            ensure(size <= end - cell)?;
            cell += (size + unaligned) & !unaligned;
        }
        ensure(cell == end)
    }

    /// The bit for a reference.
    #[inline(never)]
    fn place(&self, word: usize) -> usize {
        let ram = if word & 1 == 0 { self.ram } else { 0 };
        word + ram - 1
    }

    #[inline(never)]
    fn flip(&mut self, place: usize) {
        let word = Vm::<Narrow<P>>::word_at(self.marks, 0, place / BITS);
        Vm::<Narrow<P>>::write(word, Vm::<Narrow<P>>::read(word) ^ 1 << (place % BITS));
    }

    #[inline(never)]
    fn is_marked(&self, place: usize) -> bool {
        let word = Vm::<Narrow<P>>::word_at(self.marks, 0, place / BITS);
        place < self.size && Vm::<Narrow<P>>::read(word) >> (place % BITS) & 1 != 0
    }

    /// The value that a word is, if it refers to no cell or to the start of one. Of the kinds in the set `but` it may be
    /// one that has to be handled with care.
    #[inline(never)]
    fn value(&self, word: u16, rom: bool, but: u32) -> Checked {
        if rom && word & 1 == 0 {
            return ensure(word >= RAM_START && usize::from(word) < self.slots_end);
        }
        let kind = self.kind(word);
        if but >> kind & 1 == 0 {
            if kind == FUNCTION {
                ensure(self.header(word) & SCOPED == 0)?;
            } else if kind == HOST {
                let index = Narrow::<P>::count(self.header(word));
                let id = self.vm.rom_word(self.field(Field::Imports) + WORD * index);
                ensure(id != Native::Defer.id())?;
            }
        }
        ensure(kind != WRONG)
    }

    /// The header of the cell that a word refers to.
    fn header(&self, word: u16) -> u16 {
        self.vm.word(Narrow::<P>::reference(word.into()), 0)
    }

    /// The kind of the cell that a word refers to, or NO_KIND or WRONG.
    #[inline(never)]
    fn kind(&self, word: u16) -> usize {
        match NonZeroU32::new(word.into()) {
            Some(value) if !Narrow::<P>::is_cell(value) => NO_KIND,
            Some(_) if self.is_marked(self.place(word.into())) => {
                Narrow::<P>::kind(self.header(word))
            }
            _ => WRONG,
        }
    }

    /// The keys of the Shape that a word refers to.
    #[inline(never)]
    fn shape(&self, word: u16) -> Checked<usize> {
        ensure(self.kind(word) == SHAPE)?;
        Some(Narrow::<P>::count(self.header(word)))
    }

    /// Visits a cell, before whose end or behind it there are `room` bytes. Returns how many it has.
    fn cell(&mut self, reference: usize, room: usize) -> Checked<usize> {
        let rom = reference & 1 != 0;
        let words = Narrow::<P>::address(self.vm, Narrow::<P>::reference(reference));
        let (header, first) = (Vm::<Narrow<P>>::read(words), Self::word(words, 1));
        let (kind, mut count) = (Narrow::<P>::kind(header), Narrow::<P>::count(header));
        ensure(if rom { Kind::IN_ROM } else { Kind::IN_RAM } >> kind & 1 != 0)?;
        // Where strings begin says what is one.
        ensure(!rom || (kind == STRING) == (self.at >= self.field(Field::Strings)))?;
        if self.marked == 0 {
            self.flip(self.place(reference));
        }

        let mut long = LONG;
        if kind == STRING {
            count >>= 1;
            long = LONG_STRING;
        }
        // The first word that is a value, or that holds bytes.
        let mut start = 1;
        if COUNTED >> kind & 1 != 0 && count >= long.into() {
            // Only Packed cells are typed.
            ensure(kind != ARRAY || count == long.into())?;
            count = first.into();
            if kind == STRING {
                ensure(count >= long.into())?;
            } else {
                ensure(first & 1 != 0)?;
                count >>= 1;
            }
            ensure(room >= 4 * WORD)?;
            start = 2;
        }
        if kind == OBJECT && (!rom || self.marked != 0) {
            ensure(count <= self.shape(first)?)?;
        }
        let end = match kind {
            OBJECT | SHAPE | ARRAY if rom => start + count + usize::from(kind != ARRAY),
            PACKED => {
                let width = Self::byte_of(words, start * WORD);
                // The elements of typed ones are bytes.
                ensure(
                    width
                        <= if start == 2 && header >> 4 == TYPED {
                            packed::U8
                        } else {
                            packed::I32
                        },
                )?;
                start + (packed::PREFIX + count * packed::size(width)).div_ceil(WORD)
            }
            HOST => {
                ensure(count < self.vm.imports())?;
                1
            }
            FUNCTION => {
                let block = self.at;
                (self.function(block)? - block).div_ceil(WORD)
            }
            _ => Narrow::<P>::size(self.vm, header, first),
        };
        ensure(end * WORD <= room)?;
        if self.marked != 0 {
            self.content(words, rom, kind, count, start, end)?;
        }
        Some(end * WORD)
    }

    /// Checks what is in a cell, whose words from one up to another are its content.
    #[inline(never)]
    fn content(
        &mut self,
        words: *const u16,
        rom: bool,
        kind: usize,
        count: usize,
        start: usize,
        end: usize,
    ) -> Checked {
        let word = |index| Self::word(words, index);
        if Kind::OF_VALUES >> kind & 1 != 0 {
            for index in start..end {
                let is_code = kind == CLOSURE && index == 1;
                self.value(word(index), rom, if is_code { CAREFUL } else { 0 })?;
            }
        }
        match kind {
            STRING => ensure(Self::byte_of(words, start * WORD + count) == 0)?,
            NUMBER => ensure(count == 4 || count == 8)?,
            INDIRECT => ensure(word(1) & 1 != 0 && STORAGE >> self.kind(word(1)) & 1 != 0)?,
            CLOSURE => {
                ensure(count >= 2 && self.kind(word(1)) == FUNCTION)?;
                if count > 2 {
                    self.properties(word(3), rom)?;
                }
                if count > 3 {
                    self.shape(word(4))?;
                }
            }
            _ => {}
        }
        Some(())
    }

    #[inline(always)]
    fn word(words: *const u16, index: usize) -> u16 {
        Vm::<Narrow<P>>::read(words.wrapping_add(index))
    }

    #[inline(always)]
    fn byte_of(words: *const u16, offset: usize) -> u8 {
        Vm::<Narrow<P>>::read_u8(words.cast(), offset)
    }

    /// Checks that a word of a Closure refers to an object that can hold its properties, or is undefined.
    fn properties(&mut self, mut word: u16, rom: bool) -> Checked {
        if word == UNDEFINED {
            return Some(());
        }
        if rom && word & 1 == 0 {
            self.relied = self.relied.min(word.into());
            word = self.vm.rom_word(self.ram + usize::from(word - RAM_START));
        }
        let mut kind = self.kind(word);
        if kind == INDIRECT {
            kind = self.kind(self.vm.word(Narrow::<P>::reference(word.into()), 1));
        }
        ensure(kind == OBJECT)
    }
}
