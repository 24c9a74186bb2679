//! A firmware for the BBC micro:bit that restores the snapshot in its flash and calls export 1.
#![no_std]
#![no_main]

mod heap;

use core::ptr;

use cortex_m_rt::entry;
use cortex_m_semihosting::{debug, hprint, hprintln};
use microvium_engine::{Config, HostFunction, Narrow, Platform, Width, restore};
use microvium_format::ErrorCode;
use panic_semihosting as _;

/// The snapshot. The engine runs it where it lies, and reads it in words.
#[repr(align(4))]
struct Image<const SIZE: usize>([u8; SIZE]);
static IMAGE: &Image<{ include_bytes!(env!("IMAGE")).len() }> =
    &Image(*include_bytes!(env!("IMAGE")));

/// What this firmware gives a VM: memory, limits, and the optional parts of the engine. It names none of those, so the
/// linker drops them.
struct MicroBit;

static CONFIG: Config<Narrow<MicroBit>> = Config {
    allocate: heap::allocate,
    release: heap::release,
    max_heap: 4096,
    heap_slack: 256,
    stack_segment: 128,
    max_stack: 1024,
    float: None,
    float_text: None,
    power: None,
    counting: None,
    library: None,
    typed_arrays: None,
    weak: None,
    verifier: None,
};

impl Platform<Narrow<MicroBit>> for MicroBit {
    fn config() -> &'static Config<Narrow<MicroBit>> {
        &CONFIG
    }
}

type Vm = microvium_engine::Vm<Narrow<MicroBit>>;
type Word = <Narrow<MicroBit> as Width>::Word;

/// Import 1: prints a line.
unsafe extern "C" fn print_line(
    vm: *mut Vm,
    _id: u16,
    _result: *mut Word,
    arguments: *mut Word,
    count: u8,
) -> i32 {
    // SAFETY: the engine calls this with a VM that nobody else uses, and `count` arguments.
    let (vm, arguments) = unsafe { (&*vm, core::slice::from_raw_parts(arguments, count.into())) };
    for &argument in arguments {
        match vm
            .string_bytes(vm.host_value(argument))
            .map(core::str::from_utf8)
        {
            Some(Ok(text)) => hprint!("{}", text),
            _ => return ErrorCode::InvalidArguments as i32,
        }
    }
    hprintln!();
    ErrorCode::Success as i32
}

fn resolve_import(id: u16) -> Result<HostFunction<Narrow<MicroBit>>, ErrorCode> {
    match id {
        1 => Ok(print_line),
        _ => Err(ErrorCode::UnresolvedImport),
    }
}

fn run() -> Result<(), ErrorCode> {
    heap::init();
    // SAFETY: the image is a constant.
    let vm = unsafe {
        restore::restore(
            IMAGE.0.as_ptr(),
            IMAGE.0.len(),
            ptr::null_mut(),
            &mut resolve_import,
        )?
    };
    // SAFETY: `restore` has made this VM, for us alone.
    let vm_ref = unsafe { &mut *vm };
    let export = vm_ref.host_value(vm_ref.resolve_export(1));
    let result = match vm_ref.call(export, &[]) {
        Ok(_) => Ok(()),
        Err(_) => Err(vm_ref.error()),
    };
    // SAFETY: nothing uses the VM any more.
    unsafe { restore::free(vm) };
    result
}

#[entry]
fn main() -> ! {
    let status = match run() {
        Ok(()) => debug::EXIT_SUCCESS,
        Err(code) => {
            hprintln!("error {}", code as u8);
            debug::EXIT_FAILURE
        }
    };
    loop {
        debug::exit(status);
    }
}
