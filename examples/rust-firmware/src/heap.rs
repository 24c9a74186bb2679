//! The memory that VMs take theirs from.

use core::alloc::{GlobalAlloc, Layout};
use core::mem::MaybeUninit;

use embedded_alloc::LlffHeap;

const BYTES: usize = 8 * 1024;

static HEAP: LlffHeap = LlffHeap::empty();

/// Gives the heap its memory; to be called once.
pub fn init() {
    static mut MEMORY: [MaybeUninit<u8>; BYTES] = [MaybeUninit::uninit(); BYTES];
    // SAFETY: nothing else uses this memory, and `init` is called once.
    unsafe { HEAP.init((&raw mut MEMORY) as usize, BYTES) }
}

/// Blocks are aligned for pointers.
fn layout(size: usize) -> Option<Layout> {
    Layout::from_size_align(size, align_of::<usize>())
        .ok()
        .filter(|layout| layout.size() > 0)
}

/// Returns a block of this many bytes, or null.
pub unsafe extern "C" fn allocate(size: usize) -> *mut u8 {
    match layout(size) {
        // SAFETY: the size isn't 0.
        Some(layout) => unsafe { HEAP.alloc(layout) },
        None => core::ptr::null_mut(),
    }
}

/// Takes back a block that `allocate` returned for this size.
pub unsafe extern "C" fn release(block: *mut u8, size: usize) {
    if let Some(layout) = layout(size)
        && !block.is_null()
    {
        // SAFETY: the caller's promise.
        unsafe { HEAP.dealloc(block, layout) }
    }
}
