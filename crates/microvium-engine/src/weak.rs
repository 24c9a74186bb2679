//! The part `WEAK`: weak lists, what WeakMap, WeakSet and WeakRef of the library are made of (`weak.js` there). They are arrays that only
//! the collector knows as such, as it finds them in the array of builtin slot `WeakLists`. The first element is the
//! owner, without which the list is nothing; then come pairs of a key and a value, or a key without one at the end. A
//! list keeps none of them alive, but while its owner and the key of a pair are, the value is. A pair whose key is gone
//! becomes two holes; a list whose owner is gone becomes empty.

use crate::collect::Collector;
use crate::config::Weak;
use crate::{Vm, Width};
use microvium_format::narrow::packed::PREFIX;
use microvium_format::{Builtin, Kind};

impl<W: Width> Weak<W> {
    /// The part.
    pub const PART: Self = Weak {
        scan: W::scan_apart,
    };
}

impl<W: Width> Collector<W> {
    /// Copies what the copies from offset `first` on refer to, until nothing is left, as `scan_copies` does without weak
    /// lists.
    pub(crate) fn scan_weakly(vm: &mut Vm<W>, collector: &mut Self, first: usize) {
        let lists = vm.builtin(Builtin::WeakLists);
        let start = W::from_offset(vm.next);
        if vm.is(lists, Kind::Array) && W::in_ram(lists) {
            // The lists are moved before anything else, so that they lie together.
            let (length, first) = W::array_length(vm, lists);
            for index in first..first + length {
                let list = vm.field(lists, index);
                if collector.old_kind(list) == Kind::Array as usize {
                    let mut word = W::to_word(list);
                    collector.forward(vm, &raw mut word);
                }
            }
        }
        let end = W::from_offset(vm.next);
        // Scanning takes all of them for one array of bytes.
        let words = (end - start) / Vm::<W>::WORD;
        let room = (words.saturating_sub(W::TYPED_FIRST) * Vm::<W>::WORD).wrapping_sub(PREFIX);
        if room > W::MAX_ARRAY {
            return collector.scan_copies(vm, first);
        }
        let bytes = W::reference(start);
        let covered = [vm.word(bytes, 0), vm.word(bytes, 1)];
        W::frame_typed(vm, bytes, room);
        collector.scan_copies(vm, first);
        vm.set_word(bytes, 0, covered[0]);
        vm.set_word(bytes, 1, covered[1]);
        loop {
            let scan = W::from_offset(vm.next);
            collector.visit_pairs(vm, start, end, false);
            if W::from_offset(vm.next) == scan {
                break;
            }
            collector.scan_copies(vm, scan);
        }
        collector.visit_pairs(vm, start, end, true);
    }

    /// The kind of the cell that a word of the old block refers to, behind identities that disappear. Forward if it has
    /// been moved, as for what can't go away.
    fn old_kind(&self, mut cell: W::Value) -> usize {
        while W::is_cell(cell) && W::in_ram(cell) {
            let header = Vm::<W>::read(self.old_word(cell, 0));
            let storage = W::from_word(Vm::<W>::read(self.old_word(cell, 1)));
            let kind = W::kind(header);
            if kind != Kind::Indirect as usize || W::count(header) != 0 || !W::in_ram(storage) {
                return kind;
            }
            cell = storage;
        }
        REACHED
    }

    /// Visits the lists between two offsets. Moves the values whose keys have been reached; at `last` updates all words.
    fn visit_pairs(&mut self, vm: &mut Vm<W>, start: usize, end: usize, last: bool) {
        let mut offset = start;
        while offset < end {
            let list = W::reference(offset);
            let (_, first) = W::array_length(vm, list);
            let words = W::size(vm, vm.word(list, 0), vm.word(list, 1));
            offset += words * Vm::<W>::WORD;
            let owned = self.old_kind(vm.field(list, first)) == REACHED;
            let mut reached = owned;
            // What is behind the last element may refer to something too.
            for index in first..words {
                let value = vm.field(list, index);
                let is_value = (index - first) & 1 == 0;
                if !is_value {
                    reached = owned && self.old_kind(value) == REACHED;
                }
                let mut word = W::to_word(if reached { value } else { W::EMPTY });
                if last || is_value {
                    self.forward(vm, &raw mut word);
                }
                if last {
                    vm.set_word(list, index, word);
                }
            }
            if last && !owned {
                W::set_array_length(vm, list, 0);
                vm.set_field(list, 1, W::EMPTY);
            }
        }
    }
}

/// A cell that has been reached has been moved.
const REACHED: usize = Kind::Forward as usize;
