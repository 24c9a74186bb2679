//! Engines in a desktop program, without unsafe code there: memory from the program's allocator, the
//! host's functions behind a trait.
//!
//! Contract: an image and a host live as long as the VM that was made with them.

use crate::config::{Float, FloatText, Library, Power, TypedArrays, Weak};
use crate::host::{Handle, HostFunction};
use crate::wide::WideVm;
use crate::{Config, Fault, Narrow, Platform, Vm, Wide, Width, restore};
use core::ffi::c_void;
use core::ops::{Deref, DerefMut};
use memory::{allocate, release};
use microvium_format::{Builtin, ErrorCode};
use std::boxed::Box;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::vec::Vec;

mod device;
mod memory;
mod trace;

pub use device::{Device, Metered, Simulator};
pub use memory::Memory;
pub(crate) use trace::is_making;
pub use trace::{Past, Trace, Tracer};

/// The functions of a host in Rust.
pub trait Host<W: Width> {
    /// Calls the function with this id. A value that it keeps over a call of the VM may move: see
    /// `Handle`. To throw, it fails after `Vm::throw_value` or after a call that failed.
    fn call(&self, vm: &mut Vm<W>, id: u16, arguments: &[W::Value]) -> Result<W::Value, Fault>;
}

/// A call that was running.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Frame {
    /// The function: in the wide width its id, as given to `add_function`; in the narrow one where its code
    /// block begins, in the image.
    pub function: usize,
    /// The end of the instruction that ran: its offset in the code block, or in the image.
    pub end: usize,
}

/// How many calls of a trace are shown: of endless recursion nobody wants to see all. Node shows as many. One more is
/// kept, which says that there were more.
pub const SHOWN_FRAMES: usize = 10;

/// What the VMs of a platform have thrown, by threads.
pub type Tracers = std::thread::LocalKey<RefCell<Tracer>>;

std::thread_local! {
    static DESKTOP: RefCell<Tracer> = RefCell::new(Tracer::new());
    static METERED: RefCell<Tracer> = RefCell::new(Tracer::new());
    static COLLECTIONS: Cell<u64> = const { Cell::new(0) };
    static REFUSED: Cell<Option<usize>> = const { Cell::new(None) };
    static UNSUPPORTED: Cell<bool> = const { Cell::new(false) };
}

/// A platform that keeps traces.
pub trait Traced {
    /// What the VMs of this platform have thrown.
    const TRACERS: &'static Tracers;

    /// Where in this thread what isn't caught was thrown. It is forgotten.
    fn take_trace() -> Trace {
        Self::TRACERS.with_borrow_mut(Tracer::take)
    }

    /// Where in this thread an object was thrown first, or made, as far as that is known.
    fn trace_of<W: Width>(vm: &Vm<W>, object: W::Value) -> Trace
    where
        W::Word: Into<u64>,
    {
        let word = W::to_word(object).into();
        Self::TRACERS.with_borrow(|tracer| tracer.of(vm, word))
    }
}

impl Traced for Desktop {
    const TRACERS: &'static Tracers = &DESKTOP;
}

impl Traced for Metered {
    const TRACERS: &'static Tracers = &METERED;
}

/// The platform of a desktop program: all parts, and memory up to a limit of the thread.
pub struct Desktop;

impl Platform<Wide<Desktop>> for Desktop {
    fn max_heap() -> usize {
        // A collection copies, and there is more than the heap.
        Memory::now().limit / 2 - Memory::now().limit / 16
    }

    fn tracer() -> Option<&'static Tracers> {
        Some(&DESKTOP)
    }

    fn config() -> &'static Config<Wide<Self>> {
        static CONFIG: Config<Wide<Desktop>> = Config {
            allocate,
            release,
            max_heap: u32::MAX,
            heap_slack: 1 << 16,
            stack_segment: 1 << 10,
            // A collection looks at the whole stack: under stress that happens all the time.
            max_stack: if cfg!(feature = "stress") {
                1 << 12
            } else {
                1 << 17
            },
            float: Some(&Float::PART),
            float_text: Some(&FloatText::PART),
            power: Some(&Power::PART),
            counting: None,
            library: Some(&Library::PART),
            typed_arrays: Some(&TypedArrays::PART),
            weak: Some(&Weak::PART),
            verifier: None,
        };
        &CONFIG
    }
}

/// Where in this thread what a desktop VM caught last was thrown.
pub fn last_caught() -> Trace {
    DESKTOP.with_borrow(Tracer::last_caught)
}

/// Where the image that a metered VM of this thread refused last isn't what it has to be. It is forgotten.
pub fn refused() -> Option<usize> {
    REFUSED.take()
}

/// The codes of all that metered VMs of this thread have thrown, caught or not. They are forgotten.
pub fn thrown() -> BTreeSet<ErrorCode> {
    METERED.with_borrow_mut(|tracer| std::mem::take(&mut tracer.codes))
}

/// Whether VMs of this thread have thrown, caught or not, that something isn't implemented. It is forgotten.
pub fn unsupported() -> bool {
    UNSUPPORTED.take()
}

/// How often metered VMs of this thread have collected.
pub fn collections() -> u64 {
    COLLECTIONS.get()
}

type SharedHost<W> = Rc<dyn Host<W>>;

/// What all host functions of a VM are: finds the host behind the VM's context.
unsafe extern "C" fn call_host<W: Width>(
    vm: *mut Vm<W>,
    id: u16,
    result: *mut W::Word,
    arguments: *mut W::Word,
    count: u8,
) -> i32 {
    // SAFETY: the engine passes a live VM, room for the result and `count` arguments; the context is
    // the host that the VM was made with.
    unsafe {
        let host = &*(*vm).context().cast::<SharedHost<W>>();
        let words = core::slice::from_raw_parts(arguments, count.into());
        let values: Vec<W::Value> = words.iter().map(|&word| W::from_word(word)).collect();
        match host.call(&mut *vm, id, &values) {
            Ok(value) => {
                *result = W::to_word(value);
                ErrorCode::Success as i32
            }
            Err(Fault) => {
                *result = W::to_word((*vm).outcome());
                (*vm).error() as i32
            }
        }
    }
}

/// A VM ends.
fn forget<W: Width>(vm: &Vm<W>, tracers: Option<&'static Tracers>) {
    // There may be none any more where the thread ends.
    let _ = tracers.map(|it| it.try_with(|tracer| tracer.borrow_mut().forget(vm)));
}

/// A wide VM with a host in Rust.
pub struct WideMachine<P: Platform<Wide<P>>> {
    vm: WideVm<P>,
    host: *mut SharedHost<Wide<P>>,
}

impl<P: Platform<Wide<P>>> WideMachine<P> {
    /// An empty VM that may take `fuel` steps.
    pub fn new(host: SharedHost<Wide<P>>, fuel: u64) -> Result<Self, ErrorCode> {
        let host = Box::into_raw(Box::new(host));
        match WideVm::new(host.cast::<c_void>(), call_host::<Wide<P>>, fuel) {
            Ok(vm) => Ok(WideMachine { vm, host }),
            Err(code) => {
                // SAFETY: nobody else has the box.
                drop(unsafe { Box::from_raw(host) });
                Err(code)
            }
        }
    }
}

impl<P: Platform<Wide<P>>> Drop for WideMachine<P> {
    fn drop(&mut self) {
        forget(&*self.vm, P::tracer());
        // SAFETY: the box is ours; the VM, which is dropped next, calls no host functions any more.
        drop(unsafe { Box::from_raw(self.host) });
    }
}

impl<P: Platform<Wide<P>>> Deref for WideMachine<P> {
    type Target = Vm<Wide<P>>;
    fn deref(&self) -> &Self::Target {
        &self.vm
    }
}

impl<P: Platform<Wide<P>>> DerefMut for WideMachine<P> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.vm
    }
}

/// A narrow VM with an image of its own and a host in Rust.
pub struct NarrowMachine<P: Platform<Narrow<P>>> {
    vm: *mut Vm<Narrow<P>>,
    host: *mut SharedHost<Narrow<P>>,
    /// The image, in words that are aligned as it must be. Never read here: the VM does.
    _image: Box<[u32]>,
}

impl<P: Platform<Narrow<P>>> NarrowMachine<P> {
    /// Restores an image. `provides` says which imports the host has.
    pub fn restore(
        image: &[u8],
        host: SharedHost<Narrow<P>>,
        provides: &mut dyn FnMut(u16) -> bool,
    ) -> Result<Self, ErrorCode> {
        let words: Box<[u32]> = image
            .chunks(4)
            .map(|chunk| {
                let mut bytes = [0; 4];
                bytes[..chunk.len()].copy_from_slice(chunk);
                u32::from_ne_bytes(bytes)
            })
            .collect();
        let host = Box::into_raw(Box::new(host));
        let function: HostFunction<Narrow<P>> = call_host::<Narrow<P>>;
        let mut resolve = |id| {
            if provides(id) {
                Ok(function)
            } else {
                Err(ErrorCode::UnresolvedImport)
            }
        };
        // SAFETY: the image lives as long as the machine, in a box that doesn't move.
        match unsafe {
            restore::restore(
                words.as_ptr().cast(),
                image.len(),
                host.cast(),
                &mut resolve,
            )
        } {
            Ok(vm) => Ok(NarrowMachine {
                vm,
                host,
                _image: words,
            }),
            Err(code) => {
                // SAFETY: nobody else has the box.
                drop(unsafe { Box::from_raw(host) });
                Err(code)
            }
        }
    }
}

impl<P: Platform<Narrow<P>>> Drop for NarrowMachine<P> {
    fn drop(&mut self) {
        forget(&**self, P::tracer());
        // SAFETY: both are ours, and nothing uses them any more.
        unsafe {
            restore::free(self.vm);
            drop(Box::from_raw(self.host));
        }
    }
}

impl<P: Platform<Narrow<P>>> Deref for NarrowMachine<P> {
    type Target = Vm<Narrow<P>>;
    fn deref(&self) -> &Self::Target {
        // SAFETY: the VM lives as long as the machine, which has the only reference to it.
        unsafe { &*self.vm }
    }
}

impl<P: Platform<Narrow<P>>> DerefMut for NarrowMachine<P> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        // SAFETY: as in `deref`.
        unsafe { &mut *self.vm }
    }
}

/// A value that a host keeps: a root until it is taken. If it never is, its handle is lost, as the VM may still look at it.
pub struct Kept<W: Width>(*mut Handle<W>);

impl<W: Width> Kept<W> {
    /// Keeps a value.
    pub fn new(vm: &mut Vm<W>, value: W::Value) -> Kept<W> {
        let mut handle = Box::new(Handle::new());
        handle.value = W::to_word(value);
        let handle = Box::into_raw(handle);
        // SAFETY: the box stays where it is until `take`.
        unsafe { vm.register(handle) };
        Kept(handle)
    }

    /// The word of the value, which is no root any more. None if another VM has it.
    pub fn take(self, vm: &mut Vm<W>) -> Option<W::Word> {
        // SAFETY: boxes of registered handles are where they were; one that isn't registered any more is ours.
        unsafe {
            vm.unregister(self.0)
                .then(|| Box::from_raw(self.0))
                .map(|handle| handle.value)
        }
    }
}

/// Begins what a host function ends later, as `Vm::async_start`. None if the program waits for nothing that hosts return: then
/// nobody misses a promise.
pub fn async_start<W: Width>(vm: &mut Vm<W>) -> Result<Option<[W::Value; 2]>, Fault> {
    if vm.builtin(Builtin::AsyncStart) == W::UNDEFINED {
        return Ok(None);
    }
    vm.async_start().map(Some)
}

/// Makes the argument of this index.
pub type MakeArgument<'a, W> =
    dyn FnMut(&mut Vm<W>, usize) -> Result<<W as Width>::Value, Fault> + 'a;

/// Calls a function with arguments that are made one after the other: the function, and a value that is
/// there already, are roots while the next is made.
pub fn call_with<W: Width>(
    vm: &mut Vm<W>,
    function: W::Word,
    count: usize,
    make: &mut MakeArgument<W>,
) -> Result<W::Value, Fault> {
    let mut handles: Vec<Box<Handle<W>>> = Vec::new();
    let mut keep = |vm: &mut Vm<W>, word| {
        let mut handle = Box::new(Handle::new());
        handle.value = word;
        // SAFETY: the handle is boxed, and unregistered before the box goes.
        unsafe { vm.register(&mut *handle) };
        handles.push(handle);
    };
    keep(vm, function);
    let mut made = Ok(());
    for index in 0..count {
        match make(vm, index) {
            Ok(value) => keep(vm, W::to_word(value)),
            Err(Fault) => {
                made = Err(Fault);
                break;
            }
        }
    }
    let words: Vec<W::Word> = handles.iter().map(|handle| handle.value).collect();
    for mut handle in handles {
        // SAFETY: all registered handles are where they were registered.
        unsafe { vm.unregister(&mut *handle) };
    }
    made?;
    let arguments = words.as_ptr().wrapping_add(1);
    // SAFETY: the function's word is the first, its arguments' are the others.
    unsafe { vm.call_words(words[0], arguments, words.len() - 1) }
}
