//! What memory a VM uses. Nothing is tracked for it: all numbers are those of the moment.

use crate::restore::{NarrowVm, vm_size};
use crate::stack::Segment;
use crate::{HostFunction, Narrow, Platform};
use microvium_format::narrow::RAM_START;

/// Bytes of memory by use. The names are those of Microvium's `mvm_TsMemoryStats`.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct MemoryStatistics {
    /// All that the VM holds of the host's allocator.
    pub total_size: usize,
    /// How many blocks that is.
    pub fragment_count: usize,
    /// The VM itself.
    pub core_size: usize,
    /// The functions of its imports.
    pub import_table_size: usize,
    /// Variables and links, part of the heap in use.
    pub global_variables_size: usize,
    /// What stack segments hold besides the stack.
    pub registers_size: usize,
    /// The stack in use.
    pub stack_height: usize,
    /// The stack's segments.
    pub stack_allocated_capacity: usize,
    /// An upper bound of the stack used by what runs now: its segments.
    pub stack_high_water_mark: usize,
    /// The heap in use.
    pub virtual_heap_used: usize,
    /// An upper bound of the heap used since the last collection: its block.
    pub virtual_heap_high_water_mark: usize,
    /// The heap's block.
    pub virtual_heap_allocated_capacity: usize,
}

impl<P: Platform<Narrow<P>>> NarrowVm<P> {
    /// What memory the VM uses.
    pub fn memory_statistics(&self) -> MemoryStatistics {
        let (used, capacity) = self.heap_usage();
        let imports = self.imports();
        let mut segments = 0;
        let (mut stack, mut unused) = (0, 0);
        for (size, rest) in self.segments() {
            segments += 1;
            stack += size;
            unused += rest;
        }
        let registers = segments * size_of::<Segment<Narrow<P>>>();
        let core = vm_size::<P>(0);
        let table = imports * size_of::<HostFunction<Narrow<P>>>();
        MemoryStatistics {
            total_size: core + table + registers + stack + capacity,
            fragment_count: 1 + segments + usize::from(capacity > 0),
            core_size: core,
            import_table_size: table,
            global_variables_size: self.slots_end() - usize::from(RAM_START),
            registers_size: registers,
            stack_height: stack - unused,
            stack_allocated_capacity: stack,
            stack_high_water_mark: stack,
            virtual_heap_used: used,
            virtual_heap_high_water_mark: capacity,
            virtual_heap_allocated_capacity: capacity,
        }
    }
}
