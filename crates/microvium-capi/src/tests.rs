//! The functions as a host calls them.

use microvium_engine::{Config, parts};

unsafe extern "C" fn allocate(size: usize) -> *mut u8 {
    let layout = std::alloc::Layout::from_size_align(size, 8);
    // SAFETY: the engine asks for no empty blocks.
    layout.map_or(std::ptr::null_mut(), |layout| unsafe {
        std::alloc::alloc(layout)
    })
}

unsafe extern "C" fn release(block: *mut u8, size: usize) {
    if let Ok(layout) = std::alloc::Layout::from_size_align(size, 8) {
        // SAFETY: the block came from `allocate`, with this size.
        unsafe { std::alloc::dealloc(block, layout) }
    }
}

#[unsafe(no_mangle)]
static mvm_config: Config = Config {
    allocate,
    release,
    max_heap: 4096,
    heap_slack: 64,
    stack_segment: 48,
    max_stack: 512,
    float: Some(&parts::FLOAT),
    float_text: Some(&parts::FLOAT_TEXT),
    counting: Some(&parts::COUNTING),
};
