//! Handles: values that the host keeps.

use crate::{Vm, Width};
use microvium_format::ErrorCode;
use microvium_format::narrow::UNDEFINED;

type Handle = microvium_engine::Handle<Width>;

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_initializeHandle(vm: &mut Vm, handle: *mut Handle) {
    // SAFETY: the handle stays where it is until it is released (header).
    unsafe {
        handle.write(Handle::new());
        vm.register(handle);
    }
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_cloneHandle(vm: &mut Vm, to: *mut Handle, from: *const Handle) {
    // SAFETY: as above; `from` is a registered handle.
    unsafe {
        let value = (*from).value;
        mvm_initializeHandle(vm, to);
        (*to).value = value;
    }
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_releaseHandle(vm: &mut Vm, handle: *mut Handle) -> i32 {
    // SAFETY: all registered handles are where they were (header).
    unsafe {
        if !vm.unregister(handle) {
            return ErrorCode::InvalidHandle as i32;
        }
        (*handle).value = UNDEFINED;
    }
    ErrorCode::Success as i32
}
