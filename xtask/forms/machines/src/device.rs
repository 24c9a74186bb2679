//! The interpreters as a microcontroller would have them: for their size. The world is calls that the
//! compiler can't look into, as the engine's own would be.

use crate::vm::{Outcome, Vm, World};
use crate::{accumulator, stack};
use core::hint::black_box;

/// The world of the device.
pub struct Device;

macro_rules! opaque {
    ($( fn $name:ident($($argument:ident: $type:ty),*) $(-> $result:ty = $value:expr)?; )*) => {
        impl World for Device {
            #[inline(always)]
            fn dispatched(_: &mut Vm<Self>) {}
            $(
                #[inline(never)]
                fn $name(vm: &mut Vm<Self>, $($argument: $type),*) $(-> $result)? {
                    black_box((&mut *vm, $($argument),*));
                    $( black_box::<$result>($value) )?
                }
            )*
        }
    };
}

opaque! {
    fn constant(index: usize) -> u32 = 0;
    fn variable(index: usize) -> u32 = 0;
    fn set_variable(index: usize, value: u32);
    fn scope(closure: u32) -> u32 = 0;
    fn field(scope: u32, index: usize) -> Outcome<u32> = Ok(0);
    fn set_field(scope: u32, index: usize, value: u32) -> Outcome<()> = Ok(());
    fn get(object: u32, key: u32) -> Outcome<u32> = Ok(0);
    fn set(object: u32, key: u32, value: u32) -> Outcome<()> = Ok(());
    fn get_element(object: u32, key: u32) -> Outcome<u32> = Ok(0);
    fn set_element(object: u32, key: u32, value: u32) -> Outcome<()> = Ok(());
    fn integer(n: i32) -> Outcome<u32> = Ok(0);
    fn arithmetic(operation: u8, a: u32, b: u32) -> Outcome<u32> = Ok(0);
    fn compare(operation: u8, a: u32, b: u32) -> Outcome<bool> = Ok(true);
    fn strict_equal(a: u32, b: u32) -> bool = true;
    fn loose_equal(a: u32, b: u32) -> Outcome<bool> = Ok(true);
    fn is_truthy(value: u32) -> bool = true;
    fn make_instance(arguments: usize) -> Outcome<()> = Ok(());
    fn new_array(count: usize) -> Outcome<u32> = Ok(0);
    fn new_object(shape: usize) -> Outcome<u32> = Ok(0);
    fn new_closure(function: usize, scope: u32) -> Outcome<u32> = Ok(0);
    fn new_scope(count: usize) -> Outcome<u32> = Ok(0);
    fn special(code: u8) -> Outcome<()> = Ok(());
    fn function(callee: u32) -> Outcome<Option<(u16, usize)>> = Ok(None);
    fn call(callee: u32, arguments: usize) -> Outcome<u32> = Ok(0);
    fn is_object(value: u32) -> bool = true;
}

/// The stack form's interpreter.
#[inline(never)]
pub fn run_stack(vm: &mut Vm<Device>) -> Outcome<u32> {
    stack::interpret(vm)
}

/// The accumulator form's interpreter.
#[inline(never)]
pub fn run_accumulator(vm: &mut Vm<Device>) -> Outcome<u32> {
    accumulator::interpret(vm)
}
