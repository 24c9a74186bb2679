//! What of a collection differs between widths.

use crate::collect::Collector;
use crate::{Vm, Width};

/// What a width has to say when its heap is collected.
pub trait Collection<W: Width> {
    /// Visits this width's own roots, `outcome` among them. Those that lie in the new block come first in
    /// it; returns the offset behind them.
    fn visit_roots(vm: &mut Vm<W>, collector: &mut Collector<W>) -> usize;
    /// Visits what the storage in ROM of an Indirect cell refers to.
    fn visit_storage(vm: &mut Vm<W>, collector: &mut Collector<W>, storage: W::Value);
    /// A word that referred to a cell which has moved.
    #[inline(always)]
    fn redirected(_word: W::Word, cell: W::Value) -> W::Word {
        W::to_word(cell)
    }
    /// Copies what the copies from offset `first` on refer to, until nothing is left.
    fn scan(vm: &mut Vm<W>, collector: &mut Collector<W>, first: usize) {
        Collector::scan_weakly(vm, collector, first);
    }
    /// What the part `WEAK` does of it, see there.
    fn scan_apart(_: *mut u8, _: *mut u8, _: *mut u8, next: W::Offset) -> W::Offset {
        next
    }
    /// Drops or updates what was held weakly.
    fn finish_collection(_vm: &mut Vm<W>, _collector: &mut Collector<W>) {}
}
