//! The VM and its memory: one block from the host's allocator, filled from the bottom. This is the only
//! file in which the engine allocates, besides the stack's segments.
//!
//! Contract: a reference is the offset of a header; the cell behind it has the words that its header
//! says. Offsets move at every collection, so that a value held across a call that takes `&mut Vm` must
//! be on the VM's stack: `&mut Vm` may collect, `&Vm` can't.

use crate::stack::Segment;
use crate::{Fault, Width, collect};
use core::mem::MaybeUninit;
use core::ptr;
use microvium_format::{ErrorCode, Kind};
use microvium_number::print::{self, Buffer};

/// A virtual machine.
#[repr(C)]
pub struct Vm<W: Width> {
    /// Where offset 0 of RAM and of ROM would be, indexed by the bit of a reference that tells which.
    pub(crate) bases: [*mut u8; 2],
    /// The next instruction.
    pub(crate) pc: *const u8,
    /// Where the stack ends, see `BIAS`. When idle: the host's own pointer, see `host_registers`.
    pub(crate) sp: *mut W::Word,
    /// Slot 0 of the frame that runs. When idle: the host's roots, linked.
    pub(crate) fp: *mut W::Word,
    /// The newest stack segment; null when idle.
    pub(crate) segment: *mut Segment<W>,
    /// The offset of the first free byte.
    pub(crate) next: W::Offset,
    /// The offset at which to collect.
    pub(crate) end: W::Offset,
    /// Bytes of the block.
    pub(crate) size: W::Offset,
    /// What was thrown, or what the last call from the host returned.
    pub(crate) outcome: W::Word,
    /// This width's own state.
    pub(crate) state: W::State,
}

impl<W: Width> Vm<W> {
    /// The word size in bytes.
    pub(crate) const WORD: usize = size_of::<W::Word>();

    /// Throws a fault.
    #[inline(always)]
    pub(crate) fn fault<T>(&mut self, code: ErrorCode) -> Result<T, Fault> {
        self.set_fault(code);
        Err(Fault)
    }

    /// What is the same for every type of result.
    #[cold]
    #[inline(never)]
    fn set_fault(&mut self, code: ErrorCode) {
        self.outcome = W::to_word(W::fault(code));
    }

    /// Throws a value.
    pub(crate) fn throw<T>(&mut self, value: W::Value) -> Result<T, Fault> {
        self.outcome = W::to_word(value);
        Err(Fault)
    }

    /// Word `index` of a cell: the header is 0.
    #[inline(always)]
    pub(crate) fn word(&self, cell: W::Value, index: usize) -> W::Word {
        // SAFETY: the cell has the word (contract), and it is aligned as the cell is.
        unsafe { *W::address(self, cell).add(index) }
    }

    /// The value in word `index` of a cell.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn field(&self, cell: W::Value, index: usize) -> W::Value {
        W::load(self, cell, self.word(cell, index))
    }

    /// Writes a word of a cell in RAM.
    #[inline(always)]
    pub(crate) fn set_word(&mut self, cell: W::Value, index: usize, word: W::Word) {
        debug_assert!(W::in_ram(cell));
        Self::write(Self::word_at(self.bases[0], W::offset(cell), index), word);
    }

    /// Writes a value into word `index` of a cell in RAM.
    #[inline(always)]
    pub(crate) fn set_field(&mut self, cell: W::Value, index: usize, value: W::Value) {
        self.set_word(cell, index, W::to_word(value));
    }

    /// What kind of cell a value refers to, as a number of `Kind`; 0xFF if it isn't a cell.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn kind(&self, value: W::Value) -> usize {
        if W::is_cell(value) {
            W::kind(self.word(value, 0))
        } else {
            0xFF
        }
    }

    /// Whether the value is a cell of this kind.
    #[inline(always)]
    pub(crate) fn is(&self, value: W::Value, kind: Kind) -> bool {
        self.kind(value) == kind as usize
    }

    /// The count of a cell's header.
    #[inline(always)]
    pub(crate) fn count(&self, cell: W::Value) -> usize {
        W::count(self.word(cell, 0))
    }

    /// Copies `count` words from one cell, which may be in ROM, into a cell in RAM.
    #[inline(always)]
    pub(crate) fn copy_fields(
        &mut self,
        from: W::Value,
        from_word: usize,
        to: W::Value,
        to_word: usize,
        count: usize,
    ) {
        for i in 0..count {
            let value = self.field(from, from_word + i);
            self.set_field(to, to_word + i, value);
        }
    }

    /// Sets `count` words of a cell in RAM to one value.
    #[inline(always)]
    pub(crate) fn fill(&mut self, cell: W::Value, word: usize, count: usize, value: W::Value) {
        for i in 0..count {
            self.set_field(cell, word + i, value);
        }
    }

    /// The byte at `offset` behind the start of a cell.
    #[inline(always)]
    pub(crate) fn bytes(&self, cell: W::Value, offset: usize) -> *mut u8 {
        // SAFETY: an address inside the cell (contract of the callers).
        unsafe { W::address(self, cell).cast::<u8>().add(offset) }
    }

    /// Writes a byte of a cell in RAM.
    pub(crate) fn set_byte(&mut self, cell: W::Value, offset: usize, byte: u8) {
        debug_assert!(W::in_ram(cell));
        // SAFETY: an address inside the cell (contract of the callers), which nothing else refers to.
        unsafe { *self.bytes(cell, offset) = byte }
    }

    /// The bytes of a cell as a slice. The slice lives as long as nothing is allocated.
    #[cfg_attr(feature = "speed", inline(always))]
    pub(crate) fn slice(&self, cell: W::Value, offset: usize, length: usize) -> &[u8] {
        // SAFETY: the bytes are the cell's, and `&self` keeps the heap from moving.
        unsafe { core::slice::from_raw_parts(self.bytes(cell, offset), length) }
    }

    /// A string's bytes. The slice lives as long as nothing is allocated.
    #[inline(always)]
    pub(crate) fn text(&self, string: W::Value) -> &[u8] {
        // SAFETY: the bytes are the cell's, and `&self` keeps the heap from moving.
        unsafe { &*W::text(self, string) }
    }

    /// Writes bytes, which may be another string's, into a new string at an index of its text. The string
    /// stops to be ASCII if they aren't.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn write_text(&mut self, string: W::Value, at: usize, bytes: *const [u8]) {
        debug_assert!(W::in_ram(string));
        let mut to = W::text(self, string).cast::<u8>().wrapping_add(at);
        // SAFETY: callers have both ranges from cells or from outside of the heap; the target was just
        // allocated, so they don't overlap.
        let bytes = unsafe { &*bytes };
        let ascii = if cfg!(feature = "speed") {
            Self::copy(bytes.as_ptr(), to, bytes.len());
            bytes.is_ascii()
        } else {
            let mut all = 0;
            for &byte in bytes {
                all |= byte;
                // SAFETY: as above.
                unsafe { *to = byte };
                to = to.wrapping_add(1);
            }
            all < 0x80
        };
        if !ascii {
            W::clear_ascii(self, string);
        }
    }

    /// The text of a float, by way of a buffer that isn't cleared.
    #[inline(always)]
    pub(crate) fn float_text(&mut self, bits: u64) -> Result<W::Value, Fault> {
        let mut buffer: Buffer<MaybeUninit<u8>> =
            [const { MaybeUninit::uninit() }; size_of::<Buffer>()];
        let length = print::print_bits(bits, &mut buffer);
        // SAFETY: it has set as many bytes as it says, from the first on.
        let text = unsafe { core::slice::from_raw_parts(buffer.as_ptr().cast(), length) };
        self.new_string(text)
    }

    /// Copies words or bytes between blocks of memory. A loop of its own is a twentieth of the runtime's
    /// routine.
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn copy<T: Copy>(from: *const T, to: *mut T, count: usize) {
        // SAFETY: callers have both ranges from live blocks; nothing else refers to the target.
        #[cfg(feature = "speed")]
        unsafe {
            from.copy_to_nonoverlapping(to, count);
        }
        #[cfg(not(feature = "speed"))]
        for i in 0..count {
            // SAFETY: as above.
            unsafe { *to.add(i) = *from.add(i) };
        }
    }

    /// A new cell of this kind and count with `words` words behind the header, at least one, which the
    /// caller fills before the next allocation. Collects if it must.
    #[inline]
    pub(crate) fn allocate(
        &mut self,
        kind: Kind,
        count: usize,
        words: usize,
    ) -> Result<W::Value, Fault> {
        debug_assert!(words > 0);
        let size = (words + 1) * Self::WORD;
        let room = W::from_offset(self.end) - W::from_offset(self.next);
        if cfg!(feature = "stress") || room < size {
            collect::collect(self, size, false)?;
        }
        let offset = W::from_offset(self.next);
        self.next = W::to_offset(offset + size);
        let cell = W::reference(offset);
        self.set_word(cell, 0, W::header(kind, count));
        if !cfg!(feature = "speed") {
            self.fill(cell, 1, words, W::EMPTY);
        }
        Ok(cell)
    }

    /// Makes words of a new cell EMPTY. Where size counts, all of them are.
    #[inline(always)]
    pub(crate) fn fill_new(&mut self, cell: W::Value, word: usize, count: usize) {
        if cfg!(feature = "speed") {
            self.fill(cell, word, count, W::EMPTY);
        }
    }

    /// Word `index` of the RAM cell at `offset` in the block whose offset 0 is `base`.
    #[inline(always)]
    pub(crate) fn word_at(base: *mut u8, offset: usize, index: usize) -> *mut W::Word {
        base.wrapping_add(offset)
            .cast::<W::Word>()
            .wrapping_add(index)
    }

    /// Reads such a word.
    #[inline(always)]
    pub(crate) fn read(word: *const W::Word) -> W::Word {
        // SAFETY: callers have the address of a word of a live block.
        unsafe { *word }
    }

    /// Writes such a word.
    #[inline(always)]
    pub(crate) fn write(word: *mut W::Word, value: W::Word) {
        // SAFETY: callers have the address of a word of a live block that they alone refer to.
        unsafe { *word = value }
    }

    /// The block and its size, which is 0 if there is none.
    pub(crate) fn block(&self) -> (*mut u8, usize) {
        let block = self.bases[0].wrapping_add(W::HEAP_START);
        (block, W::from_offset(self.size))
    }

    /// Takes `block` into use.
    pub(crate) fn set_block(&mut self, block: *mut u8, size: usize) {
        self.bases[0] = block.wrapping_sub(W::HEAP_START);
        self.size = W::to_offset(size);
    }

    /// Gives the block back, in which nothing is.
    pub(crate) fn release_heap(&mut self) {
        let (block, size) = self.block();
        Self::release_block(block, size);
        self.set_block(ptr::null_mut(), 0);
        self.end = self.next;
    }

    /// A block from the host's allocator.
    pub(crate) fn allocate_block(size: usize) -> *mut u8 {
        // SAFETY: the configuration's allocator takes any size.
        unsafe { (W::config().allocate)(size) }
    }

    /// Gives a block back, unless it has no bytes.
    pub(crate) fn release_block(block: *mut u8, size: usize) {
        if size != 0 {
            // SAFETY: the block came from `allocate_block` with this size.
            unsafe { (W::config().release)(block, size) }
        }
    }
}
