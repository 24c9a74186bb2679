//! The stack: segments that never move, so that a host can hold pointers to its arguments. It exists
//! only while a call runs.
//!
//! ```text
//! frame   callee  record  record  this  parameters  locals  temporaries
//!                                 fp[0] fp[1]                            sp
//! record  where to return to; distance of the caller's fp in words; flags
//! ```
//!
//! The registers of a segment's first frame's caller are in the segment; that frame's distance is counted from the
//! segment's first word.
//!
//! Contract: while anything runs, the top of the stack is in the newest segment, which has room for what the running
//! function's head says and SPARE words more; segments stay linked until they are dropped. The register sp may point
//! somewhere below that top, see `BIAS`.

use crate::collect::Collector;
use crate::{Fault, Vm, Width};
use microvium_format::ErrorCode;
use microvium_format::code::FRAME_UNIT;

/// The frame was entered by `new`: unless it returns an object, the result is `this`.
pub(crate) const CONSTRUCT: usize = 1;
/// The frame was entered by the host: returning from it leaves the interpreter.
pub(crate) const HOST: usize = 2;
/// The frame is a setter's: its result is dropped.
pub(crate) const DISCARD: usize = 4;
/// The frame is that of a getter which returns a method of `this`, whose call is to be prepared.
pub(crate) const FINDS_METHOD: usize = 8;
/// Bits of a record that are flags.
const FLAG_BITS: usize = 4;
const FLAGS: usize = (1 << FLAG_BITS) - 1;
/// Words below `this`.
pub(crate) const RECORD: usize = 3;

/// How many words the top of the stack is above where `sp` points. A small processor reads what lies above a register
/// with one instruction, and takes another one for what lies below.
pub(crate) const BIAS: usize = if cfg!(feature = "speed") { 0 } else { 8 };

/// A stack segment: this header, then words.
pub(crate) struct Segment<W: Width> {
    previous: *mut Segment<W>,
    end: *mut W::Word,
    /// The caller's registers, while the first frame runs.
    sp: *mut W::Word,
    fp: *mut W::Word,
}

impl<W: Width> Vm<W> {
    /// Words that every segment has beyond what frames ask for: what native code pushes. In the width that builds, a native
    /// may be the first to ask for the `prototype` of a function, and each property makes a shape.
    const SPARE: usize = if W::BUILDS { 40 } else { 12 };

    /// Behind the top of the stack.
    #[inline(always)]
    pub(crate) fn top(&self) -> *mut W::Word {
        self.sp.wrapping_add(BIAS)
    }

    /// Cuts the stack, or makes it longer, so that it ends here.
    #[inline(always)]
    pub(crate) fn set_top(&mut self, top: *mut W::Word) {
        self.sp = top.wrapping_sub(BIAS);
    }

    /// The word `depth` below the top, for an sp that may be kept elsewhere. The offset is one number, so that it is
    /// worked out once for what reads and writes a word.
    #[inline(always)]
    pub(crate) fn below(sp: *mut W::Word, depth: usize) -> *mut W::Word {
        sp.wrapping_add(BIAS.wrapping_sub(1 + depth))
    }

    /// Pushes a value.
    #[inline(always)]
    pub(crate) fn push(&mut self, value: W::Value) {
        // Read once: for all that the compiler knows, a word that is written may be the register.
        let sp = self.sp;
        debug_assert!(self.segment.is_null() || sp.wrapping_add(BIAS) < self.segment_ref().end);
        Self::write(sp.wrapping_add(BIAS), W::to_word(value));
        self.sp = sp.wrapping_add(1);
    }

    /// Pushes what lies above a callee: the words of the record, and `this`.
    #[cfg_attr(feature = "speed", inline(never))]
    #[cfg_attr(not(feature = "speed"), inline(always))]
    pub(crate) fn push_frame(&mut self, this: W::Value) {
        self.push(W::UNDEFINED);
        self.push(W::UNDEFINED);
        self.push(this);
    }

    /// Drops `count` values.
    #[inline(always)]
    pub(crate) fn drop_values(&mut self, count: usize) {
        self.sp = self.sp.wrapping_sub(count);
    }

    /// The value `depth` below the top.
    #[inline(always)]
    pub(crate) fn peek(&self, depth: usize) -> W::Value {
        W::from_word(Self::read(Self::below(self.sp, depth)))
    }

    /// Replaces the value `depth` below the top.
    #[inline(always)]
    pub(crate) fn replace(&mut self, depth: usize, value: W::Value) {
        Self::write(Self::below(self.sp, depth), W::to_word(value));
    }

    /// A word of the running frame, counted from `this`, which may be below it.
    #[inline(always)]
    pub(crate) fn frame_word(&self, index: isize) -> W::Word {
        // SAFETY: every frame has a record and `this`.
        unsafe { *self.fp.offset(index) }
    }

    /// Sets such a word.
    #[inline(always)]
    pub(crate) fn set_frame_word(&mut self, index: isize, word: W::Word) {
        // SAFETY: as in `frame_word`.
        unsafe { *self.fp.offset(index) = word }
    }

    /// Whether `words` fit above the top of the stack.
    #[inline(always)]
    pub(crate) fn has_room(&self, words: usize) -> bool {
        self.sp.wrapping_add(words + Self::SPARE + BIAS) <= self.segment_ref().end
    }

    /// A new segment with room for a frame of `words` above its `moved` topmost words, which go there:
    /// callee, record, this, arguments. Throws StackOverflow at the limit.
    #[cold]
    #[inline(never)]
    pub(crate) fn add_segment(&mut self, moved: usize, words: usize) -> Result<(), Fault> {
        let config = W::config();
        let words = (moved + words + Self::SPARE).max(config.stack_segment as usize);
        let (mut used, mut segment) = (words * Self::WORD, self.segment);
        while !segment.is_null() {
            // SAFETY: segments are linked as long as they are in use.
            let header = unsafe { &*segment };
            used += header.end as usize - segment.wrapping_add(1) as usize;
            segment = header.previous;
        }
        if used > config.max_stack as usize * Self::WORD {
            return self.fault(ErrorCode::StackOverflow);
        }
        let size = size_of::<Segment<W>>() + words * Self::WORD;
        let block = Self::allocate_block(size).cast::<Segment<W>>();
        if block.is_null() {
            return self.fault(ErrorCode::OutOfMemory);
        }
        // SAFETY: the block has room for the header and `words` words, `moved` of which are copied from
        // the top of the old segment.
        unsafe {
            let first = block.add(1).cast::<W::Word>();
            let below = self.sp.wrapping_sub(moved);
            Self::copy(below.wrapping_add(BIAS), first, moved);
            let end = first.add(words);
            block.write(Segment {
                previous: self.segment,
                end,
                sp: below,
                fp: self.fp,
            });
            self.set_top(first.add(moved));
            self.fp = first;
        }
        self.segment = block;
        Ok(())
    }

    /// The bytes that each segment has for the stack, from the newest on, and how many of them are
    /// unused.
    pub(crate) fn segments(&self) -> impl Iterator<Item = (usize, usize)> {
        let (mut segment, mut sp) = (self.segment, self.sp);
        core::iter::from_fn(move || {
            if segment.is_null() {
                return None;
            }
            let first = segment.wrapping_add(1) as usize;
            // SAFETY: segments are linked as long as they are in use.
            let header = unsafe { &*segment };
            let end = header.end as usize;
            let usage = (end - first, end - sp.wrapping_add(BIAS) as usize);
            (segment, sp) = (header.previous, header.sp);
            Some(usage)
        })
    }

    /// What the host has put into the registers `sp` and `fp`, which mean nothing while the VM is idle:
    /// its context and its handles. While it runs, the first segment keeps them.
    pub(crate) fn host_registers(&self) -> (*mut W::Word, *mut W::Word) {
        let (mut segment, mut registers) = (self.segment, (self.sp, self.fp));
        while !segment.is_null() {
            // SAFETY: as in `segments`.
            let header = unsafe { &*segment };
            (segment, registers) = (header.previous, (header.sp, header.fp));
        }
        registers
    }

    /// Where the second of them is.
    pub(crate) fn handles_register(&mut self) -> &mut *mut W::Word {
        let (mut segment, mut register) = (self.segment, &mut self.fp);
        while !segment.is_null() {
            // SAFETY: as in `segments`.
            let header = unsafe { &mut *segment };
            (segment, register) = (header.previous, &mut header.fp);
        }
        register
    }

    /// Drops the newest segment and takes its caller's registers back.
    pub(crate) fn drop_segment(&mut self) {
        let segment = self.segment;
        let header = self.segment_ref();
        let size = header.end as usize - segment as usize;
        (self.sp, self.fp, self.segment) = (header.sp, header.fp, header.previous);
        Self::release_block(segment.cast(), size);
    }

    fn segment_ref(&self) -> &Segment<W> {
        // SAFETY: callers have seen that there is a segment.
        unsafe { &*self.segment }
    }

    /// Begins a frame at `this`: writes the record and moves fp.
    #[inline(always)]
    pub(crate) fn begin_frame(&mut self, this: *mut W::Word, flags: usize) {
        // SAFETY: both are in the newest segment, `this` further up.
        let distance = unsafe { this.offset_from_unsigned(self.fp) };
        self.fp = this;
        let (low, high) = W::pack_record(self, self.pc, distance << FLAG_BITS | flags);
        self.set_frame_word(-2, low);
        self.set_frame_word(-1, high);
    }

    /// Ends the frame: cuts the stack below the callee and takes the caller's registers back. Returns
    /// the frame's flags.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn end_frame(&mut self) -> usize {
        let words = [self.frame_word(-2), self.frame_word(-1)];
        let (pc, record) = W::unpack_record(self, words);
        self.pc = pc;
        self.set_top(self.fp.wrapping_sub(RECORD));
        self.fp = self.fp.wrapping_sub(record >> FLAG_BITS);
        if self.has_no_frame() {
            self.drop_segment();
        }
        record
    }

    /// Ends the frame that has called this native, without a result. It goes on when the host's outermost call
    /// ends, as the frame that returns to the host: it is moved below the one which does so now, to a segment of
    /// its own. There it waits already if that is a call of the same function.
    pub(crate) fn defer(&mut self, arguments: usize) -> Result<(), Fault> {
        let native = arguments + 1 + RECORD;
        let (mut segment, mut fp, mut bottom) = (self.segment, self.fp, self.segment);
        while !segment.is_null() {
            if fp != segment.wrapping_add(1).cast() {
                bottom = segment;
            }
            // SAFETY: segments are linked as long as they are in use.
            let header = unsafe { &*segment };
            (segment, fp) = (header.previous, header.fp);
        }
        // The first frame begins where its segment does.
        let callee = bottom.wrapping_add(1).cast::<W::Word>();
        let outermost = callee.wrapping_add(RECORD);
        // It may be that one itself, or a forged image's whose result isn't merely pushed.
        let words = [self.frame_word(-2), self.frame_word(-1)];
        if W::unpack_record(self, words).1 & FLAGS != 0 {
            return Ok(());
        }
        let below = self.fp.wrapping_sub(RECORD);
        if W::from_word(Self::read(callee)) != self.callee() {
            let used = (self.top() as usize - below as usize) / Self::WORD - native;
            let frame = self.function_of(self.callee()).map_or(0, |function| {
                usize::from(Self::read_u8(W::code(self, function), 3)) * FRAME_UNIT
            });
            let size = size_of::<Segment<W>>() + (used + frame + Self::SPARE) * Self::WORD;
            let block = Self::allocate_block(size).cast::<Segment<W>>();
            if block.is_null() {
                return self.fault(ErrorCode::OutOfMemory);
            }
            let first = block.wrapping_add(1).cast::<W::Word>();
            let (pc, record) = (self.pc, RECORD << FLAG_BITS | HOST);
            let waiting = W::pack_record(self, pc, record);
            let words = [
                Self::read(outermost.wrapping_sub(2)),
                Self::read(outermost.wrapping_sub(1)),
            ];
            let record = W::unpack_record(self, words).1;
            let returning = W::pack_record(self, pc, record & !HOST);
            // SAFETY: the block has room for the header, for the words that are copied, and for what the function
            // and SPARE want above them. The outermost frame is in the segment `bottom`, above its record.
            unsafe {
                Self::copy(below, first, used);
                let header = &mut *bottom;
                block.write(Segment {
                    previous: header.previous,
                    end: block.byte_add(size).cast(),
                    sp: header.sp,
                    fp: header.fp,
                });
                header.previous = block;
                header.sp = first.add(used).wrapping_sub(BIAS);
                header.fp = first.add(RECORD);
                *header.fp.sub(2) = waiting.0;
                *header.fp.sub(1) = waiting.1;
                *outermost.sub(2) = returning.0;
                *outermost.sub(1) = returning.1;
            }
        }
        self.end_frame();
        // Where the caller of the native drops it.
        self.sp = self.sp.wrapping_add(native);
        Ok(())
    }

    /// Whether no frame is in the newest segment yet: the next one will be its first, with which it goes.
    #[inline(always)]
    pub(crate) fn has_no_frame(&self) -> bool {
        self.fp == self.segment.wrapping_add(1).cast()
    }

    /// The callees of all frames, from the running one outwards, each with the end of the instruction
    /// that it is at.
    #[cfg(feature = "embed")]
    pub(crate) fn frames(&self) -> impl Iterator<Item = (W::Value, *const u8)> {
        let (mut segment, mut fp, mut pc) = (self.segment, self.fp, self.pc);
        core::iter::from_fn(move || {
            // SAFETY: segments are linked as long as they are in use.
            while let Some(header) = unsafe { segment.as_ref() } {
                if fp == segment.wrapping_add(1).cast() {
                    (segment, fp) = (header.previous, header.fp);
                    continue;
                }
                let callee = W::from_word(Self::read(fp.wrapping_sub(RECORD)));
                let frame = (callee, pc);
                let record;
                let words = [2, 1].map(|below| Self::read(fp.wrapping_sub(below)));
                (pc, record) = W::unpack_record(self, words);
                fp = fp.wrapping_sub(record >> FLAG_BITS);
                return Some(frame);
            }
            None
        })
    }

    /// Visits every value on the stack.
    pub(crate) fn visit_stack(&mut self, collector: &mut Collector<W>) {
        let (mut segment, mut sp) = (self.segment, self.sp);
        while !segment.is_null() {
            let mut word = segment.wrapping_add(1).cast::<W::Word>();
            while word < sp.wrapping_add(BIAS) {
                collector.forward(self, word);
                word = word.wrapping_add(1);
            }
            // SAFETY: segments are linked as long as they are in use.
            let header = unsafe { &*segment };
            (segment, sp) = (header.previous, header.sp);
        }
    }
}
