//! Microvium's C library for devices: `include/microvium.h` describes the functions.
//!
//! Contract of every function, as the header has it: `vm` comes from `mvm_restore` and hasn't been
//! freed; pointers point to what the header says, and only those that it says may be null are. A
//! reference as a parameter is such a pointer. A VM is used by one thread at a time, and by host
//! functions while it calls them.
#![cfg_attr(target_os = "none", no_std)]
// The names are C's.
#![allow(non_upper_case_globals, non_snake_case)]

mod handle;
#[cfg(test)]
mod header;
mod memory;
mod parts;
#[cfg(test)]
mod tests;
mod value;
mod vm;

use microvium_engine::restore::NarrowVm;
use microvium_engine::{Config, Narrow, Platform};

/// The platform whose configuration the firmware defines.
pub struct Device;

type Width = Narrow<Device>;
type Vm = NarrowVm<Device>;

#[expect(improper_ctypes, reason = "C doesn't look into the parts")]
unsafe extern "C" {
    static mvm_config: Config<Width>;
}

impl Platform<Width> for Device {
    #[inline(always)]
    fn config() -> &'static Config<Width> {
        // SAFETY: the firmware defines it as a constant of this layout (`mvm_Config` in the header).
        unsafe { &mvm_config }
    }
}

/// The array of `count` items at `first`, which may be null if there are none.
///
/// # Safety
/// As for `slice::from_raw_parts`, but for the null pointer.
unsafe fn array<'a, T>(first: *const T, count: usize) -> &'a [T] {
    if count == 0 {
        return &[];
    }
    // SAFETY: the caller's promise.
    unsafe { core::slice::from_raw_parts(first, count) }
}

/// Nothing in the library panics, so no firmware links this; a library without it isn't complete.
#[cfg(target_os = "none")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
