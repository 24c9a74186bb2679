//! Collection: Cheney's copying algorithm from one block into another. Whatever the roots reach is
//! copied; the scan pointer follows the copies and copies what they reach.
//!
//! An Indirect cell whose storage is in RAM disappears here: its references become references to the
//! storage. One whose storage is in ROM stays, and what that storage refers to is alive: that is how
//! weak link slots are kept.

use crate::{Fault, Vm, Width};
use microvium_format::{ErrorCode, Kind};

/// Makes room for `size` bytes, or throws OutOfMemory.
#[cold]
#[cfg_attr(feature = "speed", inline(never))]
pub(crate) fn make_room<W: Width>(vm: &mut Vm<W>, size: usize) -> Result<(), Fault> {
    collect(vm, size, W::config().heap_slack as usize)
}

/// Collects, leaving room for `needed` bytes and, if memory allows, for some more.
pub(crate) fn collect<W: Width>(vm: &mut Vm<W>, needed: usize, slack: usize) -> Result<(), Fault> {
    let limit = W::max_heap();
    let used = W::from_offset(vm.next) - W::HEAP_START;
    let least = (used + needed).min(limit.max(used));
    let mut size = (used + needed + slack + used / 2).min(limit).max(least);
    let mut block = Vm::<W>::allocate_block(size);
    if block.is_null() {
        size = least;
        block = Vm::<W>::allocate_block(size);
    }
    let (old_block, old_size) = vm.block();
    if block.is_null() {
        return exhausted(vm, old_size);
    }
    let mut collector = Collector {
        old: vm.bases[0],
        marker: core::marker::PhantomData,
    };
    vm.set_block(block, size);
    vm.next = W::to_offset(W::HEAP_START);
    let first = W::visit_roots(vm, &mut collector);
    vm.visit_stack(&mut collector);
    vm.visit_handles(&mut collector);
    collector.scan_copies(vm, first);
    W::finish_collection(vm, &mut collector);
    Vm::<W>::release_block(old_block, old_size);
    // Collect again when as much has been allocated as lives now, not when the block is full: else the
    // next block, which must hold all of this one, would be larger each time.
    let next = W::from_offset(vm.next);
    let end = W::HEAP_START + size;
    if end - next < needed {
        return exhausted(vm, size);
    }
    let soon = next + needed + slack + (next - W::HEAP_START) / 2;
    vm.end = W::to_offset(soon.min(end - slack.min(size)).max(next + needed));
    Ok(())
}

/// Throws OutOfMemory. What was held back of the block until now is what the handler has to make an error
/// object of.
fn exhausted<W: Width>(vm: &mut Vm<W>, size: usize) -> Result<(), Fault> {
    vm.end = W::to_offset(W::HEAP_START + size);
    vm.fault(ErrorCode::OutOfMemory)
}

/// A collection on its way.
pub struct Collector<W: Width> {
    /// Where offset 0 of the old block is.
    old: *mut u8,
    marker: core::marker::PhantomData<W>,
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
            Vm::<W>::write(word, W::to_word(moved));
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

    /// Moves a cell to the new block, if it hasn't been; returns where it is.
    pub(crate) fn moved(&mut self, vm: &mut Vm<W>, identity: W::Value) -> W::Value {
        let mut cell = identity;
        let copy = loop {
            if let Some(copy) = self.survivor(cell) {
                break copy;
            }
            let header = Vm::<W>::read(self.old_word(cell, 0));
            let first = Vm::<W>::read(self.old_word(cell, 1));
            if W::kind(header) == Kind::Indirect as usize && W::in_ram(W::from_word(first)) {
                // The storage takes the identity's place. Storage is never Indirect itself.
                cell = W::from_word(first);
                continue;
            }
            let (words, _) = W::size(vm, header, first);
            let offset = W::from_offset(vm.next);
            vm.next = W::to_offset(offset + words * Vm::<W>::WORD);
            let copy = W::reference(offset);
            for i in 0..words {
                let word = Vm::<W>::read(self.old_word(cell, i));
                vm.set_word(copy, i, word);
            }
            self.redirect(cell, copy);
            break copy;
        };
        if cell != identity {
            self.redirect(identity, copy);
        }
        copy
    }

    /// Notes in the old block where a cell is now.
    fn redirect(&self, cell: W::Value, copy: W::Value) {
        Vm::<W>::write(self.old_word(cell, 0), W::header(Kind::Forward, 0));
        Vm::<W>::write(self.old_word(cell, 1), W::to_word(copy));
    }

    /// Copies what the copies from offset `scan` on refer to, until nothing is left.
    pub(crate) fn scan_copies(&mut self, vm: &mut Vm<W>, mut scan: usize) {
        while scan < W::from_offset(vm.next) {
            let cell = W::reference(scan);
            let (words, values) = W::size(vm, vm.word(cell, 0), vm.word(cell, 1));
            if values {
                for i in 1..words {
                    let word = Vm::<W>::word_at(vm.bases[0], scan, i);
                    self.forward(vm, word);
                }
                if vm.is(cell, Kind::Indirect) {
                    W::visit_storage(vm, self, cell);
                }
            }
            scan += words * Vm::<W>::WORD;
        }
    }
}
