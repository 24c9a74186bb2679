//! Host functions that end later.

use super::{Machine, PRINTED};
use crate::handle::*;
use crate::value::*;
use crate::vm::*;
use crate::{Vm, Width};
use core::ptr;
use microvium_engine::Handle;
use microvium_format::ErrorCode;
use std::cell::RefCell;

thread_local! {
    /// What import 7 has begun.
    static BEGUN: RefCell<Vec<*mut Handle<Width>>> = const { RefCell::new(Vec::new()) };
}

/// Import 7: ends later.
pub(super) unsafe extern "C" fn begin(
    vm: *mut Vm,
    _: u16,
    result: *mut u16,
    arguments: *mut u16,
    count: u8,
) -> i32 {
    // SAFETY: what the engine passes; the handles stay in their boxes until they are released.
    unsafe {
        let vm = &mut *vm;
        let callback = mvm_asyncStart(vm, &mut *result);
        let handle = Box::into_raw(Box::new(Handle::new()));
        mvm_initializeHandle(vm, handle);
        (*handle).value = callback;
        // It may end at once.
        if count > 0 {
            let arguments = [mvm_newBoolean(true), *arguments];
            mvm_call(vm, callback, ptr::null_mut(), arguments.as_ptr(), 2);
        }
        BEGUN.with_borrow_mut(|all| all.push(handle));
    }
    ErrorCode::Success as i32
}

/// Ends the first thing that has begun.
fn end(machine: &Machine, success: bool, value: u16) -> ErrorCode {
    let vm = machine.vm();
    let handle = BEGUN.with_borrow_mut(|all| all.remove(0));
    // SAFETY: the handle is released before its box goes.
    unsafe {
        let arguments = [mvm_newBoolean(success), value];
        let code = mvm_call(vm, (*handle).value, ptr::null_mut(), arguments.as_ptr(), 2);
        mvm_releaseHandle(vm, handle);
        drop(Box::from_raw(handle));
        ErrorCode::from_code(code as u8).expect("a code")
    }
}

#[test]
fn host_functions_may_end_later() {
    let machine = Machine::of(
        "const print = vmImport(1), begin = vmImport(7);
         vmExport(1, async () => {
           print(await begin());
           try { await begin() } catch (error) { print('caught ' + error) }
           print(await begin('at once'));
           begin().then(print);
           await begin();
         })",
    );
    PRINTED.take();
    machine.call(1, &[]);
    assert!(PRINTED.take().is_empty());
    machine.collect();
    assert_eq!(
        end(&machine, true, machine.string("one")),
        ErrorCode::Success
    );
    assert_eq!(PRINTED.take(), ["one"]);
    machine.collect();
    let code = end(&machine, false, machine.string("two"));
    assert_eq!(code, ErrorCode::Success);
    assert_eq!(PRINTED.take(), ["caught two", "at once"]);
    // What was settled stays so.
    assert_eq!(end(&machine, true, mvm_null), ErrorCode::Success);
    assert_eq!(
        end(&machine, true, machine.string("then")),
        ErrorCode::Success
    );
    assert_eq!(PRINTED.take(), ["then"]);
    let code = end(&machine, false, machine.string("lost"));
    assert_eq!(code, ErrorCode::UncaughtException);
    assert!(BEGUN.take().is_empty());
}

#[test]
fn what_ends_later_needs_no_await() {
    for script in [
        "const print = vmImport(1), begin = vmImport(7); vmExport(1, () => { begin().then(print) })",
        "const print = vmImport(1), begin = vmImport(7); vmExport(1, () => { begin().finally(() => print('five')) })",
        "const print = vmImport(1), begin = vmImport(7); vmExport(1, () => { (async () => begin())().then(print) })",
        "const print = vmImport(1), begin = vmImport(7); vmExport(1, () => { new Promise(it => it(begin())).then(print) })",
    ] {
        let machine = Machine::of(script);
        PRINTED.take();
        machine.call(1, &[]);
        assert!(PRINTED.take().is_empty(), "{script}");
        let code = end(&machine, true, machine.string("five"));
        assert_eq!(code, ErrorCode::Success, "{script}");
        assert_eq!(PRINTED.take(), ["five"], "{script}");
    }
    let machine = Machine::of(
        "const print = vmImport(1), begin = vmImport(7); vmExport(1, () => { begin().catch(print) })",
    );
    machine.call(1, &[]);
    let code = end(&machine, false, machine.string("off"));
    assert_eq!(code, ErrorCode::Success);
    assert_eq!(PRINTED.take(), ["off"]);
}

#[test]
fn an_image_that_awaits_nothing_of_the_host_has_no_promises_for_it() {
    let machine = Machine::of("const begin = vmImport(7); vmExport(1, () => typeof begin())");
    assert_eq!(machine.text_of(1, &[]).as_deref(), Some("undefined"));
    for handle in BEGUN.take() {
        // SAFETY: the handle is released before its box goes.
        unsafe {
            assert_eq!((*handle).value, mvm_undefined);
            mvm_releaseHandle(machine.vm(), handle);
            drop(Box::from_raw(handle));
        }
    }
}
