//! Collection: Cheney's copying algorithm from one block into another. Whatever the roots reach is
//! copied; the scan pointer follows the copies and copies what they reach.
//!
//! An Indirect cell whose storage is in RAM disappears here: its references become references to the
//! storage. One whose storage is in ROM stays, and what that storage refers to is alive: that is how
//! weak link slots are kept.

use crate::{Fault, Vm, Width};
use microvium_format::{ErrorCode, Kind};

/// Collects, leaving room for `needed` bytes and, if memory allows, for some more unless it is to
/// `squeeze`. Throws OutOfMemory.
#[cold]
#[inline(never)]
pub(crate) fn collect<W: Width>(vm: &mut Vm<W>, needed: usize, squeeze: bool) -> Result<(), Fault> {
    let slack = if squeeze {
        0
    } else {
        W::config().heap_slack as usize
    };
    let used = W::from_offset(vm.next) - W::HEAP_START;
    let least = used + needed;
    let mut size = least + slack + used / 2;
    loop {
        size = size.min(W::max_heap());
        let block = Vm::<W>::allocate_block(size);
        if !block.is_null() {
            copy(vm, block, size);
            let used = W::from_offset(vm.next) - W::HEAP_START;
            if used + needed > size {
                break;
            }
            // Collect again when as much has been allocated as lives now, not when the block is full: else
            // the next block, which must hold all of this one, would be larger each time.
            let unneeded = size - used - needed;
            let more = (slack + used / 2).min(unneeded.max(slack) - slack);
            vm.end = W::to_offset(W::HEAP_START + used + needed + more);
            return Ok(());
        }
        if size <= least {
            break;
        }
        size = least;
    }
    // What was held back of the block until now is what the handler has to make an error object of.
    vm.end = W::to_offset(W::HEAP_START + W::from_offset(vm.size));
    vm.fault(ErrorCode::OutOfMemory)
}

/// Copies what lives into another block.
#[inline(always)]
fn copy<W: Width>(vm: &mut Vm<W>, block: *mut u8, size: usize) {
    let (old_block, old_size) = vm.block();
    let mut collector = Collector {
        old: vm.bases[0],
        marker: core::marker::PhantomData,
    };
    vm.set_block(block, size);
    vm.next = W::to_offset(W::HEAP_START);
    let first = W::visit_roots(vm, &mut collector);
    vm.visit_stack(&mut collector);
    vm.visit_handles(&mut collector);
    W::scan(vm, &mut collector, first);
    W::finish_collection(vm, &mut collector);
    Vm::<W>::release_block(old_block, old_size);
}

/// A collection on its way.
pub struct Collector<W: Width> {
    /// Where offset 0 of the old block is.
    pub(crate) old: *mut u8,
    pub(crate) marker: core::marker::PhantomData<W>,
}

impl<W: Width> Collector<W> {
    /// Word `index` of a cell in the old block.
    #[inline(always)]
    pub(crate) fn old_word(&self, cell: W::Value, index: usize) -> *mut W::Word {
        Vm::<W>::word_at(self.old, W::offset(cell), index)
    }

    /// Updates a word that may refer to a cell, moving the cell first if it hasn't been.
    pub(crate) fn forward(&mut self, vm: &mut Vm<W>, word: *mut W::Word) {
        let value = W::from_word(Vm::<W>::read(word));
        if W::is_cell(value) && W::in_ram(value) {
            let moved = self.moved(vm, value);
            let old = Vm::<W>::read(word);
            Vm::<W>::write(word, W::redirected(old, moved));
        }
    }

    /// Where a cell of the old block is now, if it has been reached.
    pub(crate) fn survivor(&self, cell: W::Value) -> Option<W::Value> {
        let header = Vm::<W>::read(self.old_word(cell, 0));
        if W::kind(header) == Kind::Forward as usize {
            Some(W::from_word(Vm::<W>::read(self.old_word(cell, 1))))
        } else {
            None
        }
    }

    /// Tells where objects are now that tools know.
    #[cfg(feature = "embed")]
    pub(crate) fn tell(
        &self,
        vm: &Vm<W>,
        tracer: Option<&'static crate::embed::Tracers>,
        narrowed: &dyn Fn(u64) -> W::Word,
        widened: &dyn Fn(W::Word) -> u64,
    ) {
        let mut moved = |word| {
            let mut cell = W::from_word(narrowed(word));
            if !W::is_cell(cell) || !W::in_ram(cell) {
                return Some(word);
            }
            loop {
                if let Some(survivor) = self.survivor(cell) {
                    return Some(widened(W::to_word(survivor)));
                }
                // The storage has taken the place of an identity.
                let header = Vm::<W>::read(self.old_word(cell, 0));
                if W::kind(header) != Kind::Indirect as usize || W::count(header) != 0 {
                    return None;
                }
                let storage = W::from_word(Vm::<W>::read(self.old_word(cell, 1)));
                if !W::in_ram(storage) {
                    return None;
                }
                cell = storage;
            }
        };
        if let Some(tracer) = tracer {
            tracer.with_borrow_mut(|it| it.moved(vm, &mut moved));
        }
    }

    /// Moves a cell to the new block, if it hasn't been; returns where it is.
    pub(crate) fn moved(&mut self, vm: &mut Vm<W>, mut cell: W::Value) -> W::Value {
        loop {
            let header = Vm::<W>::read(self.old_word(cell, 0));
            let first = Vm::<W>::read(self.old_word(cell, 1));
            let kind = W::kind(header);
            if kind == Kind::Forward as usize {
                return W::from_word(first);
            }
            if kind == Kind::Indirect as usize
                && W::count(header) == 0
                && W::in_ram(W::from_word(first))
            {
                // The storage takes the identity's place. Storage is never Indirect itself.
                cell = W::from_word(first);
                continue;
            }
            let words = W::size(vm, header, first);
            let offset = W::from_offset(vm.next);
            vm.next = W::to_offset(offset + words * Vm::<W>::WORD);
            let from = self.old_word(cell, 0);
            Vm::<W>::copy(from, Vm::<W>::word_at(vm.bases[0], offset, 0), words);
            // Note in the old block where the cell is now.
            let copy = W::reference(offset);
            Vm::<W>::write(from, W::header(Kind::Forward, 0));
            Vm::<W>::write(self.old_word(cell, 1), W::to_word(copy));
            return copy;
        }
    }

    /// Copies the word at this offset of the block to where it was, and updates it.
    #[inline(always)]
    pub(crate) fn keep(&mut self, vm: &mut Vm<W>, offset: usize) {
        let word = Vm::<W>::word_at(vm.bases[0], offset, 0);
        Vm::<W>::write(word, Vm::<W>::read(Vm::<W>::word_at(self.old, offset, 0)));
        self.forward(vm, word);
    }

    /// Copies what the copies from offset `scan` on refer to, until nothing is left.
    pub(crate) fn scan_copies(&mut self, vm: &mut Vm<W>, scan: usize) {
        let mut word = Vm::<W>::word_at(vm.bases[0], scan, 0);
        while word < Vm::<W>::word_at(vm.bases[0], W::from_offset(vm.next), 0) {
            let header = Vm::<W>::read(word);
            let end = word.wrapping_add(W::size(vm, header, Vm::<W>::read(word.wrapping_add(1))));
            if W::has_values(W::kind(header)) {
                loop {
                    word = word.wrapping_add(1);
                    if word >= end {
                        break;
                    }
                    self.forward(vm, word);
                }
                if W::kind(header) == Kind::Indirect as usize {
                    let storage = W::from_word(Vm::<W>::read(word.wrapping_sub(1)));
                    W::visit_storage(vm, self, storage);
                }
            }
            word = end;
        }
    }
}
