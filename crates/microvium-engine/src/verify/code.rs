//! Checking code: it is followed with the depth of the stack. Operands live above the frame's variables only inside of
//! blocks: so all jumps have the same depth, that of the variables.

use super::{Checked, FUNCTION, HOST, Image, ensure, kinds};
use crate::interpreter::{
    CONSTANT, GET, LOAD, LOAD_CAPTURED, LOAD_VARIABLE, METHOD, SET, STORE, STORE_VARIABLE,
};
use crate::{Narrow, Platform, Vm};
use core::hint::black_box;
use microvium_format::code::{FRAME_UNIT, HANDLER_SIZE, HANDLERS, HEAD_SIZE, REST, SCOPED};
use microvium_format::effect::Effect;
use microvium_format::image::{Field, Section};
use microvium_format::narrow::{RAM_START, WORD};
use microvium_format::{Operation, Special};

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

/// How far checking a function has come.
pub(super) struct Code {
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

impl Code {
    #[inline(always)]
    pub fn new() -> Code {
        // Zeros that the compiler knows of it stores by a routine of the runtime.
        let zero = black_box(0);
        Code {
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
        }
    }
}

impl<P: Platform<Narrow<P>>> Image<'_, P> {
    /// Visits the code block at an offset. Returns where it ends.
    #[inline(never)]
    pub(super) fn function(&mut self, block: usize) -> Checked<usize> {
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
        // `this` is always there.
        ensure(self.code.base == depth && depth != 0)
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
                // 0 is none.
                ensure(target != 0)?;
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
            let word = self.vm.rom_word(start + WORD * operand);
            if byte == Operation::NewObject as usize {
                pops = self.shape(word)?;
            } else if byte == Operation::NewClosure as usize {
                ensure(self.kind(word) == FUNCTION)?;
            } else {
                // A key may be any value. `Defer` ends the function, which has nothing else to do with it than to call it.
                let next = self.code.next;
                let is_called = group == CONSTANT.into()
                    && Vm::<Narrow<P>>::read_u8(self.image, next) == Operation::Frame as u8
                    && Vm::<Narrow<P>>::read_u8(self.image, next + 1) == Operation::Call as u8;
                self.value(word, true, if is_called { kinds([HOST]) } else { 0 })?;
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
