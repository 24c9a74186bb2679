//! The part `VERIFIER`: checks what running relies on, so that an image with a forged checksum can't read or write
//! outside its VM. What depends on values is checked as it runs: that a scope is one and has the field, kinds of
//! operands. ARCHITECTURE.md, "Verification", says what must hold.
//!
//! Two sweeps over all cells: one notes where they begin, as each tells where it ends, the other checks what is in
//! them. Code is followed with the depth of the stack. Operands live above the frame's variables only inside of
//! blocks: so all jumps have the same depth, that of the variables.

use crate::config::Verifier;
use crate::interpreter::{
    CONSTANT, GET, LOAD, LOAD_CAPTURED, LOAD_VARIABLE, METHOD, SET, STORE, STORE_VARIABLE,
};
use crate::width::Cells;
use crate::{Narrow, Platform, Vm};
use core::hint::black_box;
use core::num::NonZeroU32;
use microvium_format::code::{FRAME_UNIT, HANDLER_SIZE, HANDLERS, HEAD_SIZE, REST, SCOPED};
use microvium_format::effect::Effect;
use microvium_format::image::{Field, HEADER_SIZE, Header, Section};
use microvium_format::narrow::{LONG, LONG_STRING, RAM_START, ROM_ALIGN, UNDEFINED, WORD, packed};
use microvium_format::{ErrorCode, Kind, Operation, Special};

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
/// Those of storage in ROM.
const STORAGE: u32 = kinds([OBJECT, ARRAY, PACKED]);

/// What a pass over code does besides finding where it ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    /// Nothing.
    End,
    /// Marks where it jumps to.
    Targets,
    /// Checks it, and takes the marks off.
    Check,
}

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

/// How far checking a function has come.
struct Code {
    /// Its head.
    head: usize,
    /// The byte that comes next.
    next: usize,
    /// The depth of the stack, and the most that it may be.
    depth: usize,
    most: usize,
    /// The depth at which it jumps, 0 if that isn't known yet.
    base: usize,
    /// Marks of where it jumps to.
    targets: usize,
    /// Where the first region of a handler begins.
    guarded: usize,
    /// An instruction: its first byte without extensions, the next one, the operand, and what it jumps to or 0.
    byte: usize,
    argument: usize,
    operand: usize,
    target: usize,
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
    // Zeros that the compiler knows of it stores by a routine of the runtime.
    let zero = black_box(0);
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
        code: Code {
            head: zero,
            next: zero,
            depth: zero,
            most: zero,
            base: zero,
            targets: zero,
            guarded: zero,
            byte: zero,
            argument: zero,
            operand: zero,
            target: zero,
        },
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
#[inline(always)]
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
                self.value(
                    self.vm.rom_word(at),
                    at < ram,
                    if at < builtins { SCOPED } else { 0 },
                )?;
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

    /// The value that a word is, if it refers to no cell or to the start of one.
    #[inline(never)]
    fn value(&self, word: u16, rom: bool, but: u16) -> Checked {
        if rom && word & 1 == 0 {
            return ensure(word >= RAM_START && usize::from(word) < self.slots_end);
        }
        let kind = self.kind(word);
        ensure(kind != WRONG && (kind != FUNCTION || self.header(word) & SCOPED & !but == 0))
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
                ensure(width <= packed::I32)?;
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
                self.value(word(index), rom, if is_code { SCOPED } else { 0 })?;
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

    /// Visits the code block at an offset. Returns where it ends.
    #[inline(never)]
    fn function(&mut self, block: usize) -> Checked<usize> {
        if self.marked != 0 {
            self.code.targets = 0;
            self.pass(block, Pass::Targets)?;
            self.pass(block, Pass::Check)?;
            ensure(self.code.targets == 0)?;
        } else {
            self.pass(block, Pass::End)?;
        }
        Some(self.code.next)
    }

    #[inline(never)]
    fn byte(&mut self) -> Checked<usize> {
        let at = self.code.next;
        ensure(at < self.size)?;
        self.code.next = at + 1;
        Some(Vm::<Narrow<P>>::read_u8(self.image, at).into())
    }

    /// Two bytes at an offset.
    #[inline(never)]
    fn two_bytes(&self, at: usize) -> usize {
        Vm::<Narrow<P>>::read_u16(self.image, at).into()
    }

    /// Follows a function's code from start to end.
    #[inline(never)]
    fn pass(&mut self, block: usize, pass: Pass) -> Checked {
        self.code.head = self.vm.rom_word(block).into();
        let sizes = usize::from(self.vm.rom_word(block + WORD));
        self.code.depth = 1 + (sizes & 0xFF);
        self.code.most = 1 + (sizes >> 8) * FRAME_UNIT;
        ensure(self.code.depth <= self.code.most)?;
        ensure(self.code.head & usize::from(REST) == 0 || self.code.depth > 1)?;
        self.code.base = 0;
        self.code.guarded = usize::MAX;
        self.code.next = block + HEAD_SIZE;
        let mut handlers = 0;
        if self.code.head & usize::from(HANDLERS) != 0 {
            handlers = self.byte()?;
        }
        let first = self.code.next + handlers * HANDLER_SIZE;
        ensure(first < self.size)?;
        let mut furthest = first;
        while self.code.next < first {
            let at = self.code.next;
            furthest = furthest.max(first + self.two_bytes(at + 4));
            self.code.guarded = self.code.guarded.min(first + self.two_bytes(at));
            let depth = self.two_bytes(at + 6);
            self.join(depth)?;
            self.code.next = at + HANDLER_SIZE;
        }
        loop {
            let at = self.code.next;
            self.at = at;
            if pass == Pass::Check && self.is_marked(at) {
                self.flip(at);
                self.code.targets -= 1;
                self.join(self.code.depth)?;
            }
            let effect = self.decode()?;
            if pass == Pass::Check {
                self.check_instruction(effect)?;
            }
            let target = self.code.target;
            if target != 0 {
                furthest = furthest.max(target);
                // No cell begins in code, so that what is marked there is a target.
                ensure(target >= first)?;
                if pass == Pass::Targets && !self.is_marked(target) {
                    self.flip(target);
                    self.code.targets += 1;
                }
            }
            if effect.ends() {
                let next = self.code.next;
                if next > furthest {
                    break;
                }
                self.code.depth = self.code.base;
                let mut handler = block + HEAD_SIZE + 1;
                while handler < first {
                    if first + self.two_bytes(handler + 4) == next {
                        self.code.depth = self.code.base + 1;
                        handlers -= 1;
                    }
                    handler += HANDLER_SIZE;
                }
            }
        }
        ensure(handlers == 0)
    }

    /// Notes at which depth code jumps, which is always the same.
    #[inline(never)]
    fn join(&mut self, depth: usize) -> Checked {
        if self.code.base == 0 {
            self.code.base = depth;
        }
        ensure(self.code.base == depth)
    }

    /// Reads an instruction.
    #[inline(never)]
    fn decode(&mut self) -> Checked<Effect> {
        const JUMP: usize = Operation::Jump as usize;
        const JUMP_FAR: usize = Operation::JumpFar as usize;
        let mut operand = 0;
        let mut byte;
        loop {
            byte = self.byte()?;
            operand = operand << 4 | byte & 15;
            if byte >= 0x10 {
                break;
            }
        }
        let mut argument = 0;
        let mut target = 0;
        if byte >= JUMP {
            argument = self.byte()?;
            operand = (operand & !15) << 4 | argument;
            if byte <= Operation::JumpIfFalseFar as usize {
                let mut distance = argument as i8 as isize;
                if byte >= JUMP_FAR {
                    distance = (argument | self.byte()? << 8) as i16 as isize;
                }
                target = self.code.next.wrapping_add_signed(distance);
            }
        }
        self.code.byte = byte;
        self.code.argument = argument;
        self.code.operand = operand;
        self.code.target = target;
        Effect::of_bytes(byte as u8, argument as u8)
    }

    /// Checks the instruction that was read last, and follows the depth.
    #[inline(never)]
    fn check_instruction(&mut self, effect: Effect) -> Checked {
        const CONSTANTS: u32 = 1 << CONSTANT | 1 << GET | 1 << SET | 1 << METHOD;
        let (byte, operand) = (self.code.byte, self.code.operand);
        let group = byte >> 4;
        let (mut pops, mut pushes) = (effect.pops(), effect.pushes());
        if CONSTANTS >> group & 1 != 0 || byte & 0xFE == Operation::NewObject as usize {
            let (start, end) = self.header.section(Section::Constants);
            ensure(operand < (end - start) / WORD)?;
            // A key may be any value.
            let word = self.vm.rom_word(start + WORD * operand);
            if byte == Operation::NewObject as usize {
                pops = self.shape(word)?;
            } else if byte == Operation::NewClosure as usize {
                ensure(self.kind(word) == FUNCTION)?;
            } else if group == CONSTANT.into() {
                self.value(word, true, 0)?;
            }
        } else if effect.repeats() {
            ensure(operand <= self.code.most)?;
            (pops, pushes) = effect.with(operand);
        }
        let kept = self.code.depth.checked_sub(pops)?;
        // Handlers find all variables.
        ensure(kept >= self.code.base || self.code.next <= self.code.guarded)?;
        self.code.depth = kept + pushes;
        ensure(self.code.depth <= self.code.most)?;
        if group == LOAD.into() || group == STORE.into() {
            ensure(operand < kept)?;
        }
        if group == LOAD_VARIABLE.into() || group == STORE_VARIABLE.into() {
            ensure(operand < self.field(Field::Slots))?;
            if group == STORE_VARIABLE.into() {
                self.stored = self.stored.max(usize::from(RAM_START) + WORD * operand);
            }
        }
        // Every cell has a word.
        ensure(byte != Operation::NewScope as usize || operand > 0)?;
        if group == LOAD_CAPTURED.into()
            || byte == Operation::StoreCaptured as usize
            || byte == Operation::Special as usize
                && self.code.argument == Special::Captured as usize
        {
            ensure(self.code.head & usize::from(SCOPED) != 0)?;
        }
        if self.code.target != 0 {
            self.join(self.code.depth)?;
        }
        Some(())
    }
}
