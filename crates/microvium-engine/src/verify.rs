//! The part `VERIFIER`: checks what running relies on, so that an image with a forged checksum can't read or write
//! outside its VM. What depends on values is checked as it runs: that a scope is one and has the field, kinds of
//! operands. ARCHITECTURE.md, "Verification", says what must hold.
//!
//! Three sweeps over all cells: one notes where they begin, as each tells where it ends; one checks the words of
//! each; one checks code, along which the depth of the stack is followed. Operands live on the stack above the
//! frame's variables only inside of blocks: so all jumps have the same depth, that of the variables.

use crate::config::Verifier;
use crate::interpreter::{
    CONSTANT, GET, LOAD, LOAD_CAPTURED, LOAD_VARIABLE, METHOD, SET, STORE, STORE_VARIABLE,
};
use crate::{Narrow, Platform, Vm, Width};
use core::num::NonZeroU32;
use microvium_format::code::{FRAME_UNIT, HANDLER_SIZE, HANDLERS, HEAD_SIZE, REST, SCOPED};
use microvium_format::effect::Effect;
use microvium_format::image::{Field, HEADER_SIZE, Section};
use microvium_format::narrow::{
    LONG, LONG_STRING, RAM_START, ROM_ALIGN, UNDEFINED, WORD, array_capacity, packed,
};
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
const PROPERTY: usize = Kind::Property as usize;
const CLOSURE: usize = Kind::Closure as usize;
const SCOPE: usize = Kind::Scope as usize;
const STRING: usize = Kind::String as usize;
const NUMBER: usize = Kind::Number as usize;
const HOST: usize = Kind::Host as usize;
const SHAPE: usize = Kind::Shape as usize;
const PACKED: usize = Kind::Packed as usize;
const FUNCTION: usize = Kind::Function as usize;
const EPHEMERAL: usize = Kind::Ephemeral as usize;
const SYMBOL: usize = Kind::Symbol as usize;

/// A set of kinds, of which 31 is none.
const fn kinds<const N: usize>(list: [usize; N]) -> u32 {
    let (mut set, mut i) = (0, 0);
    while i < N {
        set |= 1 << list[i];
        i += 1;
    }
    set
}

/// The kinds of cells that the initial RAM part may have.
const IN_RAM: u32 = kinds([INDIRECT, OBJECT, ARRAY, CLOSURE, SCOPE]);
/// And those that ROM may.
const IN_ROM: u32 = kinds([
    OBJECT, ARRAY, PROPERTY, CLOSURE, SCOPE, STRING, NUMBER, HOST, SHAPE, PACKED, FUNCTION,
    EPHEMERAL, SYMBOL,
]);
/// Those whose count has a long form.
const COUNTED: u32 = kinds([ARRAY, STRING, PACKED]);
/// Those of storage in ROM.
const STORAGE: u32 = kinds([OBJECT, ARRAY, PACKED]);

/// What a sweep does besides finding where cells end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sweep {
    /// Notes where they begin.
    Starts,
    /// Checks their words.
    Words,
    /// Checks code.
    Code,
}

/// What a pass over a function's code does besides following the depth.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    /// Finds at which depth it jumps.
    Depth,
    /// Notes which instructions begin at that depth.
    Marks,
    /// Checks that it jumps to these.
    Jumps,
}

struct Image<'a, P: Platform<Narrow<P>>> {
    vm: &'a Vm<Narrow<P>>,
    /// A bit for each byte of the image: where cells begin, and then instructions to which may be jumped. Cells in
    /// RAM have that of the byte behind the first of what they are initially: in ROM no cell begins there.
    marks: *mut u8,
    size: usize,
    /// The offset of the RAM part.
    ram: usize,
    slots_end: usize,
    sweep: Sweep,
    /// The highest slot that code stores to, and the lowest that must go on referring to what it does.
    stored: usize,
    relied: usize,
    /// Where in the image something is wrong, if it is.
    at: usize,
    pass: Pass,
    /// The byte of code that comes next.
    next: usize,
    /// The depth at which code jumps, 0 if that isn't known yet.
    base: usize,
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
        marks,
        size,
        ram: vm.header().section(Section::Ram).0,
        slots_end: vm.slots_end(),
        sweep: Sweep::Starts,
        stored: 0,
        relied: usize::MAX,
        at: 0,
        pass: Pass::Depth,
        next: 0,
        base: 0,
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
        let (exports, exports_end) = self.vm.header().section(Section::Exports);
        // An export is as long as the alignment of a cell.
        ensure((self.size | (exports_end - exports)) & (ROM_ALIGN - 1) == 0)?;
        self.sweep_all(Sweep::Starts)?;
        self.at = self.vm.header_field(Field::Strings);
        ensure(self.at == self.size || self.is_marked(self.at))?;

        let [builtins, imports] =
            [Field::Builtins, Field::Imports].map(|it| self.vm.header_field(it));
        self.words(HEADER_SIZE, builtins, WORD, true, SCOPED)?;
        self.words(builtins, imports, WORD, true, 0)?;
        self.words(exports + WORD, exports_end, 2 * WORD, true, 0)?;
        let slots = self.slots_end - usize::from(RAM_START);
        self.words(self.ram, self.ram + slots, WORD, false, 0)?;

        self.sweep_all(Sweep::Words)?;
        self.sweep_all(Sweep::Code)?;
        ensure(self.stored < self.relied)
    }

    /// Checks the values in a table of the image.
    #[inline(never)]
    fn words(&mut self, start: usize, end: usize, step: usize, rom: bool, but: u16) -> Checked {
        self.at = start;
        while self.at < end {
            self.value(self.vm.rom_word(self.at), rom, but)?;
            self.at += step;
        }
        Some(())
    }

    fn sweep_all(&mut self, sweep: Sweep) -> Checked {
        self.sweep = sweep;
        let (cells, end) = self.vm.header().section(Section::Cells);
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
    fn place(&self, word: usize) -> usize {
        let ram = if word & 1 == 0 { self.ram } else { 0 };
        word + ram - 1
    }

    fn mark(&mut self, place: usize) {
        let word = Vm::<Narrow<P>>::word_at(self.marks, 0, place / BITS);
        Vm::<Narrow<P>>::write(word, Vm::<Narrow<P>>::read(word) | 1 << (place % BITS));
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
        let kind = self.kind(word)?;
        ensure(kind != FUNCTION || self.header(word) & SCOPED & !but == 0)
    }

    /// The header of the cell that a word refers to.
    fn header(&self, word: u16) -> u16 {
        self.vm.word(Narrow::<P>::reference(word.into()), 0)
    }

    /// The kind of the cell that a word refers to, 31 if it is none; None if no cell begins there.
    #[inline(never)]
    fn kind(&self, word: u16) -> Checked<usize> {
        let value = NonZeroU32::new(word.into())?;
        if !Narrow::<P>::is_cell(value) {
            return Some(31);
        }
        ensure(self.is_marked(self.place(word.into())))?;
        Some(Narrow::<P>::kind(self.header(word)))
    }

    /// The keys of the Shape that a word refers to.
    #[inline(never)]
    fn shape(&self, word: u16) -> Checked<usize> {
        ensure(self.kind(word)? == SHAPE)?;
        Some(Narrow::<P>::count(self.header(word)))
    }

    /// Visits a cell, before whose end or behind it there are `room` bytes. Returns how many it has.
    fn cell(&mut self, reference: usize, room: usize) -> Checked<usize> {
        let rom = reference & 1 != 0;
        let cell = Narrow::<P>::reference(reference);
        let word = |index| self.vm.word(cell, index);
        let (header, first) = (word(0), word(1));
        let (kind, mut count) = (Narrow::<P>::kind(header), Narrow::<P>::count(header));
        ensure(if rom { IN_ROM } else { IN_RAM } >> kind & 1 != 0)?;
        if self.sweep == Sweep::Starts {
            self.mark(self.place(reference));
        }
        // Where a string begins says what is a string.
        ensure(!rom || (kind == STRING) == (self.at >= self.vm.header_field(Field::Strings)))?;

        let mut long = LONG;
        if kind == STRING {
            count >>= 1;
            long = LONG_STRING;
        }
        // The values are the words up to `end` from this one on.
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
        let mut end = start;
        let mut size = 0;
        match kind {
            OBJECT => {
                end += count + 1;
                if !rom || self.sweep != Sweep::Starts {
                    let keys = self.shape(first)?;
                    ensure(count <= keys)?;
                    if !rom {
                        end = keys + 2;
                    }
                }
            }
            ARRAY => end += if rom { count } else { array_capacity(count) },
            SHAPE => end += count + 1,
            PROPERTY => end = 3,
            STRING => {
                size = start * WORD + count + 1;
                ensure(size <= room && self.byte_of(cell, size - 1) == 0)?;
            }
            NUMBER => {
                ensure(count == 4 || count == 8)?;
                size = WORD + count;
            }
            PACKED => {
                let width = self.byte_of(cell, start * WORD);
                ensure(width <= packed::I32)?;
                size = start * WORD + packed::PREFIX + count * packed::size(width);
            }
            HOST => ensure(count < self.vm.imports())?,
            FUNCTION => {
                let block = self.at;
                size = self.function(block)? - block;
            }
            _ => end += count.max(1),
        }
        if size != 0 {
            return Some(size);
        }
        size = end * WORD;
        if self.sweep == Sweep::Words {
            ensure(size <= room)?;
            for index in start..end {
                let is_code = kind == CLOSURE && index == 1;
                self.value(word(index), rom, if is_code { SCOPED } else { 0 })?;
            }
            match kind {
                INDIRECT => ensure(first & 1 != 0 && STORAGE >> self.kind(first)? & 1 != 0)?,
                CLOSURE => {
                    ensure(count >= 2 && self.kind(first)? == FUNCTION)?;
                    if count > 2 {
                        self.properties(word(3), rom)?;
                    }
                    if count > 3 {
                        self.shape(word(4))?;
                    }
                }
                _ => {}
            }
        }
        Some(size)
    }

    fn byte_of(&self, cell: NonZeroU32, offset: usize) -> u8 {
        Vm::<Narrow<P>>::read_u8(self.vm.bytes(cell, offset), 0)
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
        let mut kind = self.kind(word)?;
        if kind == INDIRECT {
            kind = self.kind(self.vm.word(Narrow::<P>::reference(word.into()), 1))?;
        }
        ensure(kind == OBJECT)
    }

    /// Visits the code block at an offset. Returns where it ends.
    #[inline(never)]
    fn function(&mut self, block: usize) -> Checked<usize> {
        self.base = 0;
        if self.sweep == Sweep::Code {
            for pass in [Pass::Depth, Pass::Marks, Pass::Jumps] {
                self.pass = pass;
                self.code(block)?;
            }
        } else {
            self.code(block)?;
        }
        Some(self.next)
    }

    fn byte(&mut self) -> Checked<u8> {
        let at = self.next;
        ensure(at < self.size)?;
        self.next = at + 1;
        Some(self.byte_of(Narrow::<P>::reference(1), at))
    }

    /// The handler at an offset: start, target and depth.
    fn handler(&self, at: usize) -> [usize; 3] {
        let code = self.vm.bytes(Narrow::<P>::reference(1), at);
        [0, 4, 6].map(|part| Vm::<Narrow<P>>::read_u16(code, part).into())
    }

    /// A word of the constant table.
    fn constant(&self, index: usize) -> Checked<u16> {
        let (start, end) = self.vm.header().section(Section::Constants);
        ensure(index < (end - start) / WORD)?;
        Some(self.vm.rom_word(start + WORD * index))
    }

    fn code(&mut self, block: usize) -> Checked {
        let head = self.vm.rom_word(block);
        let [parameters, frame] = self
            .vm
            .rom_word(block + WORD)
            .to_le_bytes()
            .map(usize::from);
        let most = 1 + frame * FRAME_UNIT;
        let mut depth = 1 + parameters;
        ensure(depth <= most && (head & REST == 0 || parameters > 0))?;
        self.next = block + HEAD_SIZE;
        if head & HANDLERS != 0 {
            let handlers: usize = self.byte()?.into();
            self.next += handlers * HANDLER_SIZE;
        }
        let first = self.next;
        ensure(first < self.size)?;
        // The furthest place that is jumped to, the first that a handler is for, and handlers to come.
        let (mut furthest, mut guarded, mut handlers) = (first, usize::MAX, 0);
        let mut handler = block + HEAD_SIZE + 1;
        while handler < first {
            let [start, target, depth] = self.handler(handler);
            handler += HANDLER_SIZE;
            furthest = furthest.max(first + target);
            guarded = guarded.min(first + start);
            if self.base == 0 {
                self.base = depth;
            }
            ensure(self.base == depth)?;
            handlers += 1;
        }
        loop {
            self.at = self.next;
            let at = self.next;
            let mut operand = 0;
            let mut byte;
            loop {
                byte = self.byte()?;
                operand = operand << 4 | usize::from(byte & 15);
                if byte >= 0x10 {
                    break;
                }
            }
            let mut argument = 0;
            let mut target = 0;
            if byte >= Operation::Jump as u8 {
                argument = self.byte()?;
                operand = (operand & !15) << 4 | usize::from(argument);
                if byte <= Operation::JumpIfFalseFar as u8 {
                    let mut distance = isize::from(argument as i8);
                    if byte >= Operation::JumpFar as u8 {
                        distance = i16::from_le_bytes([argument, self.byte()?]).into();
                    }
                    target = self.next.wrapping_add_signed(distance);
                    furthest = furthest.max(target);
                }
            }
            let effect = Effect::of_bytes(byte, argument)?;
            if self.sweep == Sweep::Code {
                if self.pass == Pass::Marks && depth == self.base {
                    self.mark(at);
                }
                let (mut pops, mut pushes) = (effect.pops(), effect.pushes());
                if byte == Operation::NewObject as u8 {
                    pops = self.shape(self.constant(operand)?)?;
                } else if effect.repeats() {
                    ensure(operand <= most)?;
                    (pops, pushes) = effect.with(operand);
                }
                let kept = depth.checked_sub(pops)?;
                // Handlers find all variables.
                ensure(kept >= self.base || self.next <= guarded)?;
                match byte >> 4 {
                    LOAD | STORE => ensure(operand < kept)?,
                    // A key may be any value.
                    GET | SET | METHOD => self.constant(operand).map(|_| ())?,
                    CONSTANT => self.value(self.constant(operand)?, true, 0)?,
                    LOAD_VARIABLE | STORE_VARIABLE => {
                        ensure(operand < self.vm.header_field(Field::Slots))?;
                        if byte >= Operation::StoreVariable as u8 {
                            self.stored = self.stored.max(usize::from(RAM_START) + WORD * operand);
                        }
                    }
                    _ => {}
                }
                if byte == Operation::NewClosure as u8 {
                    ensure(self.kind(self.constant(operand)?)? == FUNCTION)?;
                }
                // Every cell has a word.
                ensure(byte != Operation::NewScope as u8 || operand > 0)?;
                let is_scoped = byte >> 4 == LOAD_CAPTURED
                    || byte == Operation::StoreCaptured as u8
                    || byte == Operation::Special as u8 && argument == Special::Captured as u8;
                ensure(!is_scoped || head & SCOPED != 0)?;
                depth = kept + pushes;
                ensure(depth <= most)?;
                if target != 0 {
                    if self.base == 0 {
                        self.base = depth;
                    }
                    ensure(self.base == depth)?;
                    ensure(self.pass != Pass::Jumps || target >= first && self.is_marked(target))?;
                }
            }
            if effect.ends() {
                if self.next > furthest {
                    break;
                }
                depth = self.base;
                let mut handler = block + HEAD_SIZE + 1;
                while handler < first {
                    let [_, target, _] = self.handler(handler);
                    handler += HANDLER_SIZE;
                    if first + target == self.next {
                        depth = self.base + 1;
                        handlers -= 1;
                    }
                }
            }
        }
        ensure(handlers == 0)
    }
}
