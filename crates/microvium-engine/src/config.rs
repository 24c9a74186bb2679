//! What a firmware chooses when it is linked: allocator, limits, and which optional parts there are.
//! What a configuration doesn't name, the linker drops.

use crate::bytes::View;
use crate::{Fault, Vm, Width};
use microvium_format::{ErrorCode, Native, Parts};

/// Where a VM's configuration comes from: a constant in Rust, `mvm_config` in C. Of one width, as are the
/// parts, which are functions of its VM.
pub trait Platform<W: Width>: 'static {
    /// The configuration.
    fn config() -> &'static Config<W>;
    /// The most bytes a heap may have: half of what there is, as a collection copies.
    fn max_heap() -> usize {
        Self::config().max_heap as usize
    }
    /// What remembers what is thrown and caught.
    #[cfg(feature = "embed")]
    fn tracer() -> Option<&'static crate::embed::Tracers> {
        None
    }
    /// An image isn't what it has to be, at this offset.
    #[cfg(feature = "embed")]
    fn refused(_offset: usize) {}
    /// A collection is done.
    #[cfg(feature = "embed")]
    fn collected() {}
}

/// The choices, one constant per firmware.
#[repr(C)]
pub struct Config<W: Width> {
    /// Returns a block of this many bytes, aligned for pointers, or null.
    pub allocate: unsafe extern "C" fn(size: usize) -> *mut u8,
    /// Takes back a block and its size.
    pub release: unsafe extern "C" fn(block: *mut u8, size: usize),
    /// The most bytes a heap may have. Narrow can address no more than 65,534.
    pub max_heap: u32,
    /// Bytes of room that a collection leaves on top of what lives.
    pub heap_slack: u32,
    /// Words of the first stack segment, and of further ones unless a frame needs more.
    pub stack_segment: u32,
    /// The most words that all stack segments may have.
    pub max_stack: u32,
    /// Numbers that are no integers of 32 bits.
    pub float: Option<&'static Float<W>>,
    /// Printing and parsing of such numbers.
    pub float_text: Option<&'static FloatText<W>>,
    /// The operator `**`.
    pub power: Option<&'static Power<W>>,
    /// Counting instructions.
    pub counting: Option<&'static Counting>,
    /// What the standard library stands on.
    pub library: Option<&'static Library<W>>,
    /// Typed arrays besides plain Uint8Arrays, for the library.
    pub typed_arrays: Option<&'static TypedArrays<W>>,
    /// Weak lists, for the library.
    pub weak: Option<&'static Weak<W>>,
    /// Checking images before they run.
    pub verifier: Option<&'static Verifier<W>>,
}

/// A function of a part that looks for a property of an object's storage.
type Own<W> = fn(&mut Vm<W>, storage: <W as Width>::Value, key: <W as Width>::Value) -> Outcome<W>;
/// See `Vm::find_own_object`.
type OwnObject<W> =
    fn(&mut Vm<W>, depth: usize, key: <W as Width>::Value, adds: bool) -> Result<bool, Fault>;
/// See `Vm::typed_view`.
type ViewOf<W> = fn(&Vm<W>, object: <W as Width>::Value) -> Option<View<<W as Width>::Value>>;
/// What a function of a part returns.
type Outcome<W> = Result<<W as Width>::Value, Fault>;

/// The part `FLOAT`. All that the engine knows of floats without it is NaN, -0, and which cells are equal.
pub struct Float<W: Width> {
    /// The arithmetic operation or comparison, by the low nibble of its code, on the numbers at the top
    /// of the stack: one of them is a float, or the result is.
    pub operate: fn(vm: &mut Vm<W>, operation: u8) -> Outcome<W>,
    /// The IEEE 754 bits of a number.
    pub bits: fn(vm: &Vm<W>, number: W::Value) -> u64,
    /// The reverse.
    pub from_bits: fn(vm: &mut Vm<W>, bits: u64) -> Outcome<W>,
}

/// The part `POWER`: larger than all other arithmetic, and rarely used.
pub struct Power<W: Width> {
    /// a ** b, for the operands at the top of the stack.
    pub power: fn(vm: &mut Vm<W>) -> Outcome<W>,
}

/// The part `FLOAT_TEXT`.
pub struct FloatText<W: Width> {
    /// The shortest text that reads as the same number.
    pub print: fn(vm: &mut Vm<W>, number: W::Value) -> Outcome<W>,
    /// StringToNumber (ECMAScript 7.1.4.1.1).
    pub parse: fn(vm: &mut Vm<W>, text: W::Value) -> Outcome<W>,
}

/// The part `COUNTING`: that hosts may limit a VM's steps. Counting them is less code than asking whether to.
pub struct Counting(pub(crate) ());

/// The part `LIBRARY`: see `natives`, `rare`, `attributes` and `delegate`.
pub struct Library<W: Width> {
    /// Enters the library's function for an operation that needs primitives and got an object; false if there is
    /// none, or something else was thrown.
    pub delegate: fn(vm: &mut Vm<W>) -> bool,
    /// Does a rarer operation, whose operands are at the top of the stack. Returns what the top is to be replaced
    /// with.
    pub operate: fn(vm: &mut Vm<W>, operation: u8) -> Outcome<W>,
    /// Defines a property of an object: an ordinary one, or a method.
    pub define: fn(vm: &mut Vm<W>, operation: u8) -> Result<(), Fault>,
    /// Enters the getter of an accessor, for the object at the top of the stack.
    pub getter: fn(vm: &mut Vm<W>, accessor: W::Value) -> Outcome<W>,
    /// Enters the one of a method of that object, and prepares the method's call.
    pub method: fn(vm: &mut Vm<W>, accessor: W::Value) -> Result<(), Fault>,
    /// The setter of a property that has a Property cell, its own or an inherited one; EMPTY if it has none and may
    /// be set.
    pub setter: fn(vm: &mut Vm<W>, cell: W::Value, is_own: bool) -> Outcome<W>,
    /// Enters a setter.
    pub call_setter: fn(vm: &mut Vm<W>, setter: W::Value) -> Result<(), Fault>,
    /// Calls the native with this id, which finds its arguments at the top of the stack.
    pub call: fn(vm: &mut Vm<W>, id: u16, count: usize) -> Outcome<W>,
    /// Sets a property of a Uint8Array, a Scope, a primitive, or a function of the host's. Stack: object, key, value,
    /// kept. Returns EMPTY, or the setter that is to be called.
    pub set_other: fn(vm: &mut Vm<W>) -> Outcome<W>,
}

/// The part `TYPED_ARRAYS`: see `typed`.
pub struct TypedArrays<W: Width> {
    /// Where the elements of a Scope that is a value are; None if it is no typed array, or its bytes don't hold it.
    pub(crate) view: ViewOf<W>,
    /// The own property of a Scope that is a value, EMPTY if there is none.
    pub(crate) own: Own<W>,
    /// Sets a property of a typed array, as `Library::set_other` does.
    pub(crate) set: fn(vm: &mut Vm<W>) -> Outcome<W>,
    /// Puts the object for its own properties in the place of a typed array, see `Vm::find_own_object`.
    pub(crate) own_object: OwnObject<W>,
    /// Calls the native, which finds its arguments at the top of the stack.
    pub(crate) call: fn(vm: &mut Vm<W>, native: Native, count: usize) -> Outcome<W>,
}

/// The part `WEAK`: see `weak`.
pub struct Weak<W: Width> {
    /// Goes on with a collection for `Width::scan`, given where offset 0 is of the old block, of the new one and of ROM,
    /// and the next free offset; returns the latter as it is then.
    pub scan: fn(old: *mut u8, bases: *mut u8, rom: *mut u8, next: W::Offset) -> W::Offset,
}

/// The part `VERIFIER`: see `verify`. Without it a firmware trusts its images.
pub struct Verifier<W: Width> {
    /// Checks the image of a VM, before anything of it runs.
    pub verify: fn(vm: &Vm<W>) -> ErrorCode,
}

impl<W: Width> Config<W> {
    /// The parts that this configuration has, of those that an image may need.
    pub fn parts(&self) -> Parts {
        let mut parts = Parts::NONE;
        if self.float.is_some() {
            parts = parts.with(Parts::FLOAT);
        }
        if self.float_text.is_some() {
            parts = parts.with(Parts::FLOAT_TEXT);
        }
        if self.power.is_some() {
            parts = parts.with(Parts::POWER);
        }
        if self.library.is_some() {
            parts = parts.with(Parts::LIBRARY);
        }
        if self.typed_arrays.is_some() {
            parts = parts.with(Parts::TYPED_ARRAYS);
        }
        if self.weak.is_some() {
            parts = parts.with(Parts::WEAK);
        }
        parts
    }
}
