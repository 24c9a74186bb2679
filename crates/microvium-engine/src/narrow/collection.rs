//! Collection: slots lie at the beginning of the heap, and storage in ROM refers to RAM by weak links among them.

use super::{ARRAY, Narrow, OBJECT, State};
use crate::collect::Collector;
use crate::width::{Cells, Collection};
use crate::{Platform, Vm, Width};
use core::marker::PhantomData;
use core::num::NonZeroU32;
use core::ptr;
use microvium_format::image::Field;
use microvium_format::narrow::{UNDEFINED, WORD};

impl<P: Platform<Narrow<P>>> Collection<Self> for Narrow<P> {
    #[cfg(feature = "embed")]
    fn finish_collection(vm: &mut Vm<Self>, collector: &mut Collector<Self>) {
        P::collected();
        collector.tell(vm, P::tracer(), &|word| word as u16, &u64::from);
    }
    fn visit_roots(vm: &mut Vm<Self>, collector: &mut Collector<Self>) -> usize {
        // The slots come first in the block. Weak links wait for `visit_storage`: 0 until then.
        let end = vm.slots_end();
        vm.next = end as u16;
        let strong = Self::HEAP_START + WORD * vm.header_field(Field::Slots);
        let mut offset = end;
        while offset > Self::HEAP_START {
            offset -= WORD;
            if offset < strong {
                collector.keep(vm, offset);
            } else {
                Vm::<Self>::write(Vm::<Self>::word_at(vm.bases[0], offset, 0), 0);
            }
        }
        let outcome = &raw mut vm.outcome;
        collector.forward(vm, outcome);
        end
    }
    fn scan(vm: &mut Vm<Self>, collector: &mut Collector<Self>, first: usize) {
        match P::config().weak {
            Some(part) => {
                vm.next = (part.scan)(collector.old, vm.bases[0], vm.bases[1], vm.next);
            }
            None => collector.scan_copies(vm, first),
        }
    }
    fn scan_apart(old: *mut u8, ram: *mut u8, rom: *mut u8, next: u16) -> u16 {
        let mut vm = Vm {
            bases: [ram, rom],
            pc: ptr::null(),
            sp: ptr::null_mut(),
            fp: ptr::null_mut(),
            segment: ptr::null_mut(),
            next,
            end: next,
            size: 0,
            outcome: UNDEFINED,
            state: State::<P>::new(),
        };
        let mut collector = Collector {
            old,
            marker: PhantomData,
        };
        let first = vm.slots_end();
        Collector::scan_weakly(&mut vm, &mut collector, first);
        vm.next
    }
    fn visit_storage(vm: &mut Vm<Self>, collector: &mut Collector<Self>, storage: NonZeroU32) {
        if Self::in_ram(storage) {
            return;
        }
        let words = match vm.kind(storage) {
            OBJECT => 2 + vm.count(storage),
            ARRAY => {
                let (length, first) = Self::array_length(vm, storage);
                length + first
            }
            _ => return,
        };
        for i in 1..words {
            let link = vm.word(storage, i);
            let word = Vm::<Self>::word_at(vm.bases[0], link.into(), 0);
            if link & 1 == 0 && Vm::<Self>::read(word) == 0 {
                collector.keep(vm, link.into());
            }
        }
    }
}
