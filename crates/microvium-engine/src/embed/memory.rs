//! The allocator of desktop engines: the program's, with a limit a thread, and counts of what they have.
//!
//! Contract: a block is released by the function that goes with the one that made it, with its size.

use std::alloc::{Layout, alloc, dealloc};
use std::cell::Cell;

std::thread_local! {
    static MEMORY: Cell<Memory> = const {
        Cell::new(Memory { used: 0, metered: 0, peak: 0, limit: usize::MAX })
    };
    static REQUESTS: Cell<Requests> = const { Cell::new(Requests { made: 0, refused: u64::MAX }) };
}

/// What the engines of this thread have allocated, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    /// Now.
    pub used: usize,
    /// Now, by metered VMs.
    pub metered: usize,
    /// At most, by metered VMs, since `set_limit`.
    pub peak: usize,
    /// The most there may be.
    pub limit: usize,
}

impl Memory {
    /// Of this thread.
    pub fn now() -> Memory {
        MEMORY.get()
    }

    /// Refuses one request of the engines of this thread: the one that follows so many others from now on. Returns
    /// how many there were since the last call.
    pub fn refuse_request(others: u64) -> u64 {
        let refused = others;
        REQUESTS.replace(Requests { made: 0, refused }).made
    }

    /// Limits what the engines of this thread may allocate from now on, and forgets the peak.
    pub fn set_limit(limit: usize) {
        let now = MEMORY.get();
        MEMORY.set(Memory {
            peak: now.metered,
            limit,
            ..now
        });
    }
}

/// What the engines of this thread have asked for.
#[derive(Clone, Copy)]
struct Requests {
    made: u64,
    /// The one that is refused, by how many were made before.
    refused: u64,
}

impl Requests {
    /// Counts one. Returns whether it is refused.
    fn count() -> bool {
        let Requests { made, refused } = REQUESTS.get();
        let next = made + 1;
        REQUESTS.set(Requests {
            made: next,
            refused,
        });
        made == refused
    }
}

const ALIGN: usize = 16;

pub(super) unsafe extern "C" fn allocate(size: usize) -> *mut u8 {
    if Requests::count() {
        return core::ptr::null_mut();
    }
    let mut memory = MEMORY.get();
    if size > memory.limit.saturating_sub(memory.used) {
        return core::ptr::null_mut();
    }
    let Ok(layout) = Layout::from_size_align(size.max(1), ALIGN) else {
        return core::ptr::null_mut();
    };
    memory.used += size;
    MEMORY.set(memory);
    // SAFETY: the layout isn't empty.
    unsafe { alloc(layout) }
}

pub(super) unsafe extern "C" fn release(block: *mut u8, size: usize) {
    let mut memory = MEMORY.get();
    memory.used -= size;
    MEMORY.set(memory);
    if let Ok(layout) = Layout::from_size_align(size.max(1), ALIGN) {
        // SAFETY: the block came from `allocate` with this size.
        unsafe { dealloc(block, layout) }
    }
}

pub(super) unsafe extern "C" fn allocate_metered(size: usize) -> *mut u8 {
    // SAFETY: nothing is asked of callers.
    let block = unsafe { allocate(size) };
    if !block.is_null() {
        let mut memory = MEMORY.get();
        memory.metered += size;
        memory.peak = memory.peak.max(memory.metered);
        MEMORY.set(memory);
    }
    block
}

pub(super) unsafe extern "C" fn release_metered(block: *mut u8, size: usize) {
    let mut memory = MEMORY.get();
    memory.metered -= size;
    MEMORY.set(memory);
    // SAFETY: the caller's block came from `allocate_metered`, and so from `allocate`.
    unsafe { release(block, size) }
}
