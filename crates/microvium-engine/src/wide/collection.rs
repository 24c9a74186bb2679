//! Collection: the tables are roots, and interned strings are held weakly.

use super::interned::GONE;
use super::shape::NOTHING;
use super::{SPECIAL, Value, Wide};
use crate::collect::Collector;
use crate::width::{Cells, Collection};
use crate::{Platform, Vm, Width};
use microvium_format::Builtin;

impl<P: Platform<Wide<P>>> Collection<Self> for Wide<P> {
    fn visit_roots(vm: &mut Vm<Self>, collector: &mut Collector<Self>) -> usize {
        let state = &mut vm.state;
        let tables = [
            (state.constants.items, state.constants.length),
            (state.variables.items, state.variables.length),
        ];
        for (items, length) in tables {
            for i in 0..length {
                collector.forward(vm, items.wrapping_add(i));
            }
        }
        for i in 0..Builtin::ALL.len() {
            let slot = (&raw mut vm.state.builtins).cast::<u64>().wrapping_add(i);
            collector.forward(vm, slot);
        }
        let roots = [
            &raw mut vm.outcome,
            &raw mut vm.state.global,
            &raw mut vm.state.empty_shape,
            &raw mut vm.state.missing,
        ];
        for root in roots {
            collector.forward(vm, root);
        }
        vm.state.cache.as_mut_slice().fill(NOTHING);
        Self::HEAP_START
    }
    #[inline(always)]
    fn redirected(word: u64, cell: Value) -> u64 {
        word & SPECIAL | cell.get()
    }
    fn visit_storage(_: &mut Vm<Self>, _: &mut Collector<Self>, _: Value) {}
    /// Interned strings are held weakly. A survivor keeps its place, which follows from its text; the place of
    /// another is marked, as those behind it are found over it.
    fn finish_collection(vm: &mut Vm<Self>, collector: &mut Collector<Self>) {
        for slot in vm.state.interned.as_mut_slice() {
            if *slot > GONE {
                let survivor = collector.survivor(Self::reference(*slot as usize));
                *slot = survivor.map_or(GONE, |string| Self::offset(string) as u32);
            }
        }
        #[cfg(feature = "embed")]
        collector.tell(vm, P::tracer(), &|word| word, &|word| word);
    }
}
