//! A VM's life, its exports, and calls.

use crate::{Device, Vm, Width};
use core::ffi::c_void;
use core::ptr;
use microvium_engine::{HostFunction, Width as _, restore};
use microvium_format::ErrorCode;
use microvium_format::narrow::{EMPTY, UNDEFINED};

/// `mvm_TfResolveImport`.
type ResolveImport = unsafe extern "C" fn(
    id: u16,
    context: *mut c_void,
    function: &mut Option<HostFunction<Width>>,
) -> i32;

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_restore(
    vm: &mut *mut Vm,
    snapshot: *const u8,
    size: usize,
    context: *mut c_void,
    resolve: ResolveImport,
) -> i32 {
    let resolve = |id| {
        let mut function = None;
        // SAFETY: the host's function, called as the header says.
        let code = unsafe { resolve(id, context, &mut function) };
        match ErrorCode::from_code(code as u8) {
            Some(ErrorCode::Success) => function.ok_or(ErrorCode::UnresolvedImport),
            code => Err(code.unwrap_or(ErrorCode::UnresolvedImport)),
        }
    };
    *vm = ptr::null_mut();
    // SAFETY: the snapshot outlives the VM (header).
    match unsafe { restore::restore::<Device>(snapshot, size, context, resolve) } {
        Ok(restored) => {
            *vm = restored;
            ErrorCode::Success as i32
        }
        Err(code) => code as i32,
    }
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_free(vm: *mut Vm) {
    if !vm.is_null() {
        // SAFETY: the host uses it no more (header).
        unsafe { restore::free(vm) }
    }
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_getContext(vm: &Vm) -> *mut c_void {
    vm.context()
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_resolveExports(
    vm: &Vm,
    ids: *const u16,
    results: *mut u16,
    count: u8,
) -> i32 {
    let mut code = ErrorCode::Success as i32;
    for i in 0..usize::from(count) {
        // SAFETY: both arrays have `count` items (header).
        unsafe {
            *results.add(i) = vm.resolve_export(*ids.add(i));
            if *results.add(i) == EMPTY {
                *results.add(i) = UNDEFINED;
                code = ErrorCode::UnresolvedExport as i32;
            }
        }
    }
    code
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_call(
    vm: &mut Vm,
    function: u16,
    result: *mut u16,
    arguments: *const u16,
    count: u8,
) -> i32 {
    let mut code = ErrorCode::Success;
    // SAFETY: there are `count` arguments (header).
    if unsafe { vm.call_words(function, arguments, count.into()) }.is_err() {
        code = vm.error();
    }
    if !result.is_null() {
        let outcome = match code {
            ErrorCode::Success | ErrorCode::UncaughtException => Width::to_word(vm.outcome()),
            _ => UNDEFINED,
        };
        // SAFETY: a result that isn't null can be written (header).
        unsafe { *result = outcome };
    }
    code as i32
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_asyncStart(vm: &mut Vm, result: &mut u16) -> u16 {
    let started = vm.async_start().map(|it| it.map(Width::to_word));
    let [promise, callback] = started.unwrap_or([UNDEFINED; 2]);
    *result = promise;
    callback
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_getCurrentAddress(vm: &Vm) -> u16 {
    vm.current_address()
}
