//! Wide: 64-bit values, for build time, servers and big chips.
//!
//! ```text
//! double     the complement of its bits, at least 000F…
//! integer    0001 0000 iiii iiii   32 bits
//! cell       0002 0000 oooo oooo   by its offset in the heap; a key whose property has attributes, and so
//!                                  a Property cell, has 1 in the third byte
//! constant   0003 0000 0000 00cc   a fault has 1 in the third byte; what is to be loaded has 2 there and its
//!                                  number below
//! header     cccc cccc cccc cckk   count and kind; of a string: length, interned, ASCII
//! ```
//!
//! A double is stored complemented so that no value is 0. Objects are laid out by shapes that are made
//! as properties are added, and a cache remembers where a shape has a key. There is no ROM part: code
//! blocks lie outside the heap, constants and variables in tables that grow.
//!
//! Contract: code blocks are what emission made, and refer to constants and variables that there are.

mod build;
mod collection;
mod function;
mod interned;
mod number;
mod shape;
mod shortcut;
mod store;
mod vm;

pub use vm::WideVm;

use crate::host::HostFunction;
use crate::table::Table;
use crate::width::{Build, Cells, Store, Strings};
use crate::{Config, Fault, Platform, Vm, Width};
use core::marker::PhantomData;
use core::num::NonZeroU64;
use core::ptr;
use microvium_format::narrow::array_capacity;
use microvium_format::native::FIRST_NATIVE;
use microvium_format::{Builtin, ErrorCode, Kind, LONGEST_ARRAY};
use number::as_double;
use shape::Cached;

/// The wide width, with its configuration.
pub struct Wide<P>(PhantomData<P>);

/// A value of the wide width.
pub type Value = NonZeroU64;

const TAG: u32 = 48;
const INTEGER: u64 = 1 << TAG;
const CELL: u64 = 2 << TAG;
const CONSTANT: u64 = 3 << TAG;
/// The bit of a key in a shape that says that the property has a Property cell.
const SPECIAL: u64 = 1 << 40;
const FIRST_DOUBLE: u64 = 0xF << TAG;
const FAULT: u64 = CONSTANT | 1 << 16;
const LAZY: u64 = CONSTANT | 2 << 16;

/// Room for values in an object whose size nothing foretells.
const DEFAULT_CAPACITY: usize = 4;
/// The words of a Closure that hold its own properties and the shape of its instances.
const PROPERTIES: usize = 3;
/// Words of a Closure behind its header.
const CLOSURE_WORDS: usize = 4;
const INSTANCE_SHAPE: usize = 4;

const fn constant(code: u64) -> Value {
    match NonZeroU64::new(CONSTANT | code) {
        Some(value) => value,
        None => NonZeroU64::MIN,
    }
}

/// The id with which the host is called to load what is behind a value of `Vm::lazy`, its argument.
pub const LOAD: u16 = FIRST_NATIVE - 1;

/// What a wide VM holds besides.
pub struct State<P: Platform<Wide<P>>> {
    constants: Table<u64>,
    variables: Table<u64>,
    /// Code blocks, to be released with the VM.
    blocks: Table<(*mut u8, usize)>,
    /// Interned strings by offset, hashed by text; 0 is free.
    interned: Table<u32>,
    interned_count: usize,
    cache: Table<Cached>,
    builtins: [u64; Builtin::ALL.len()],
    /// The global object.
    global: u64,
    /// The name of the last global that was missing.
    missing: u64,
    /// The shape of empty objects that inherit from Object.prototype.
    empty_shape: u64,
    /// See `Vm::watch_return`.
    returns: usize,
    host: Option<HostFunction<Wide<P>>>,
    /// See `Vm::allow_long_arrays`.
    has_long_arrays: bool,
    /// Steps left.
    fuel: u64,
    marker: PhantomData<fn() -> P>,
}

const ASCII: usize = 1;
const INTERNED: usize = 2;

impl<P: Platform<Wide<P>>> Width for Wide<P> {
    type Word = u64;
    type Value = NonZeroU64;
    type Offset = u32;
    type State = State<P>;
    const UNDEFINED: Value = constant(1);
    const NULL: Value = constant(2);
    const FALSE: Value = constant(3);
    const TRUE: Value = constant(4);
    const EMPTY: Value = constant(5);
    const HEAP_START: usize = 8;
    const MAX_HEAP: usize = u32::MAX as usize - 16;
    fn config() -> &'static Config<Self> {
        P::config()
    }
    fn max_heap() -> usize {
        P::max_heap().min(Self::MAX_HEAP)
    }
    #[inline(always)]
    fn from_offset(offset: u32) -> usize {
        offset as usize
    }
    #[inline(always)]
    fn to_offset(offset: usize) -> u32 {
        offset as u32
    }
    #[inline(always)]
    fn from_word(word: u64) -> Value {
        // SAFETY: no value is 0.
        unsafe { NonZeroU64::new_unchecked(word) }
    }
    #[inline(always)]
    fn to_word(value: Value) -> u64 {
        value.get()
    }
    fn fault(code: ErrorCode) -> Value {
        constant(FAULT | (code as u64) << 8)
    }
    fn as_fault(value: Value) -> Option<ErrorCode> {
        let bits = value.get();
        if bits & !0xFF00 == FAULT {
            ErrorCode::from_code((bits >> 8) as u8)
        } else {
            None
        }
    }
    #[inline(always)]
    fn is_falsy(value: Value) -> bool {
        value == Self::UNDEFINED
            || value == Self::NULL
            || value == Self::FALSE
            || as_double(value).is_some_and(|number| number == 0.0 || number.is_nan())
    }
    fn equal_primitives(vm: &Vm<Self>, a: Value, b: Value) -> bool {
        match (as_double(a), as_double(b)) {
            (Some(a), Some(b)) => a == b,
            _ => vm.is_string(a) && vm.is_string(b) && vm.text(a) == vm.text(b),
        }
    }
    /// Inverted, they are doubles.
    #[inline(always)]
    fn pack_record(_: &Vm<Self>, pc: *const u8, number: usize) -> (u64, u64) {
        (!(pc as u64), !(number as u64))
    }
    #[inline(always)]
    fn unpack_record(_: &Vm<Self>, [pc, number]: [u64; 2]) -> (*const u8, usize) {
        (!pc as *const u8, !number as usize)
    }
    fn from_host(_: &Vm<Self>, word: u64) -> Value {
        Self::from_word(word)
    }
    #[inline(always)]
    fn constant(vm: &Vm<Self>, index: usize) -> Value {
        // SAFETY: code refers to constants that were added with it.
        Self::from_word(unsafe { *vm.state.constants.items.add(index) })
    }
    #[inline(always)]
    fn variable(vm: &Vm<Self>, index: usize) -> Value {
        // SAFETY: as for constants.
        Self::from_word(unsafe { *vm.state.variables.items.add(index) })
    }
    #[inline(always)]
    fn set_variable(vm: &mut Vm<Self>, index: usize, value: Value) {
        // SAFETY: as for constants.
        unsafe { *vm.state.variables.items.add(index) = value.get() }
    }
    #[inline(always)]
    fn builtin(vm: &Vm<Self>, index: usize) -> Value {
        vm.state
            .builtins
            .get(index)
            .map_or(Self::UNDEFINED, |&word| Self::from_word(word))
    }
    fn call_host(vm: &mut Vm<Self>, index: usize, arguments: usize) -> Result<Value, Fault> {
        match (u16::try_from(index), vm.state.host) {
            (Ok(id), _) if id >= FIRST_NATIVE => vm.call_native(id, arguments),
            (Ok(id), Some(host)) => vm.call_host_function(host, id, arguments),
            _ => vm.fault(ErrorCode::FunctionNotFound),
        }
    }
    #[inline(always)]
    fn step(vm: &mut Vm<Self>) -> Result<(), Fault> {
        if vm.state.fuel == 0 {
            return vm.fault(ErrorCode::InstructionCountReached);
        }
        vm.state.fuel -= 1;
        Ok(())
    }
    #[cfg(feature = "embed")]
    #[cold]
    fn thrown(vm: &mut Vm<Self>) {
        if let Some(tracer) = P::tracer() {
            let word = Self::to_word(vm.outcome());
            tracer.with_borrow_mut(|it| it.thrown(vm, word, &mut vm.running()));
        }
    }
    #[cfg(feature = "embed")]
    #[cold]
    fn visited(vm: &mut Vm<Self>) {
        if let Some(tracer) = P::tracer() {
            tracer.with_borrow_mut(|it| it.visited(vm.running().next()));
        }
    }
    #[cfg(feature = "embed")]
    #[cold]
    fn caught(_: &mut Vm<Self>) {
        if let Some(tracer) = P::tracer() {
            tracer.with_borrow_mut(crate::embed::Tracer::caught);
        }
    }
    #[cfg(feature = "embed")]
    fn making(_: &mut Vm<Self>) {
        if let Some(tracer) = P::tracer() {
            tracer.with_borrow_mut(crate::embed::Tracer::making);
        }
    }
    /// Errors that are only made have a `stack`.
    #[cfg(feature = "embed")]
    fn made(vm: &mut Vm<Self>, instance: Value) {
        if crate::embed::is_making()
            && let Some(tracer) = P::tracer()
        {
            let word = Self::to_word(instance);
            tracer.with_borrow_mut(|it| it.made(vm, instance, word, false, &mut vm.running()));
        }
    }
}

impl<P: Platform<Wide<P>>> Cells<Self> for Wide<P> {
    const MAX_ARRAY: usize = LONGEST_ARRAY;
    #[inline(always)]
    fn is_cell(value: Value) -> bool {
        value.get() >> TAG == CELL >> TAG
    }
    #[inline(always)]
    fn in_ram(_: Value) -> bool {
        true
    }
    #[inline(always)]
    fn address(vm: &Vm<Self>, cell: Value) -> *mut u64 {
        vm.bases[0].wrapping_add(cell.get() as u32 as usize).cast()
    }
    #[inline(always)]
    fn reference(offset: usize) -> Value {
        Self::from_word(CELL | offset as u64)
    }
    #[inline(always)]
    fn offset(cell: Value) -> usize {
        cell.get() as u32 as usize
    }
    #[inline(always)]
    fn load(_: &Vm<Self>, _: Value, word: u64) -> Value {
        Self::from_word(word)
    }
    #[inline(always)]
    fn header(kind: Kind, count: usize) -> u64 {
        kind as u64 | (count as u64) << 8
    }
    #[inline(always)]
    fn kind(header: u64) -> usize {
        usize::from(header as u8)
    }
    #[inline(always)]
    fn count(header: u64) -> usize {
        (header >> 8) as usize
    }
    #[inline(always)]
    fn array_first(_: usize) -> usize {
        1
    }
    #[inline(always)]
    fn array_length(vm: &Vm<Self>, array: Value) -> (usize, usize) {
        (vm.count(array), 1)
    }
    fn set_array_length(vm: &mut Vm<Self>, array: Value, length: usize) -> usize {
        vm.set_word(array, 0, Self::header(Kind::Array, length));
        1
    }
    fn is_typed(_: &Vm<Self>, _: Value) -> bool {
        true
    }
    const TYPED_FIRST: usize = 1;
    fn frame_typed(vm: &mut Vm<Self>, bytes: Value, length: usize) {
        vm.set_word(bytes, 0, Self::header(Kind::Packed, length));
    }
    fn size(_: &Vm<Self>, header: u64, _: u64) -> usize {
        const OBJECT: usize = Kind::Object as usize;
        const ARRAY: usize = Kind::Array as usize;
        const PACKED: usize = Kind::Packed as usize;
        const SHAPE: usize = Kind::Shape as usize;
        const STRING: usize = Kind::String as usize;
        const FUNCTION: usize = Kind::Function as usize;
        const HOST: usize = Kind::Host as usize;
        const EPHEMERAL: usize = Kind::Ephemeral as usize;
        const INDIRECT: usize = Kind::Indirect as usize;
        const NAMESPACE: usize = Kind::Namespace as usize;
        const PROPERTY: usize = Kind::Property as usize;
        let count = Self::count(header);
        match Self::kind(header) {
            OBJECT | NAMESPACE => 2 + count,
            ARRAY => 1 + array_capacity(count),
            PACKED => 1 + Vm::<Self>::packed_words(count),
            SHAPE => 1 + shape::WORDS,
            STRING => 2 + (count >> 2) / 8,
            HOST | EPHEMERAL | INDIRECT => 2,
            FUNCTION | PROPERTY => 3,
            _ => 1 + count.max(1),
        }
    }
    fn has_values(kind: usize) -> bool {
        Kind::OF_VALUES >> kind & 1 != 0
    }
    #[inline(always)]
    fn closure_words(_: &Vm<Self>, _: Value) -> usize {
        CLOSURE_WORDS
    }
    #[inline(always)]
    fn code(vm: &Vm<Self>, function: Value) -> *const u8 {
        vm.word(function, 1) as *const u8
    }
}

impl<P: Platform<Wide<P>>> Strings<Self> for Wide<P> {
    const MAX_TEXT: usize = 1 << 28;
    fn frame_string(vm: &mut Vm<Self>, string: Value, length: usize, words: usize) {
        vm.set_word(string, words, 0);
        vm.set_word(string, 0, Self::header(Kind::String, length << 2 | ASCII));
    }
    fn clear_ascii(vm: &mut Vm<Self>, string: Value) {
        let count = vm.count(string) & !ASCII;
        vm.set_word(string, 0, Self::header(Kind::String, count));
    }
    #[inline(always)]
    fn string_prefix(_: usize) -> usize {
        8
    }
    #[inline(always)]
    fn text(vm: &Vm<Self>, string: Value) -> *mut [u8] {
        ptr::slice_from_raw_parts_mut(vm.bytes(string, 8), vm.count(string) >> 2)
    }
    #[inline(always)]
    fn is_ascii(vm: &Vm<Self>, string: Value) -> bool {
        vm.count(string) & ASCII != 0
    }
    fn intern(vm: &mut Vm<Self>, string: Value) -> Result<Value, Fault> {
        if vm.count(string) & INTERNED != 0 {
            return Ok(string);
        }
        if vm.state.interned_count * 2 >= vm.state.interned.length {
            vm.grow_interned()?;
        }
        let at = vm.probe(vm.text(string));
        match vm.state.interned.as_slice().get(at) {
            Some(&offset) if offset != 0 => Ok(Self::reference(offset as usize)),
            _ => {
                let count = vm.count(string) | INTERNED;
                vm.set_word(string, 0, Self::header(Kind::String, count));
                vm.insert_interned(string);
                Ok(string)
            }
        }
    }
}

impl<P: Platform<Wide<P>>> Build<Self> for Wide<P> {
    const BUILDS: bool = true;
    fn call_ephemeral(vm: &mut Vm<Self>, callee: Value, arguments: usize) -> Result<Value, Fault> {
        let id = vm.count(callee);
        Self::call_host(vm, id, arguments)
    }
    fn global(vm: &mut Vm<Self>, required: bool) -> Result<Value, Fault> {
        let (global, name) = (vm.global_object(), vm.peek(0));
        let word = vm.lookup(global, name)?;
        if word == Self::EMPTY {
            return if required {
                vm.state.missing = name.get();
                vm.fault(ErrorCode::UninitializedGlobal)
            } else {
                Ok(Self::UNDEFINED)
            };
        }
        let value = vm.content(word)?;
        if vm.is(value, Kind::Property) {
            vm.replace(0, vm.global_object());
            return vm.call_getter(value, 0);
        }
        Ok(value)
    }
    fn set_global(vm: &mut Vm<Self>) -> Result<(), Fault> {
        let (global, name) = (vm.global_object(), vm.peek(0));
        if vm.lookup(global, name)? == Self::EMPTY {
            vm.state.missing = name.get();
            return vm.fault(ErrorCode::UninitializedGlobal);
        }
        let (value, name) = (vm.peek(1), vm.peek(0));
        vm.replace(1, vm.global_object());
        vm.replace(0, name);
        vm.push(value);
        vm.assign()
    }
    fn has_long_arrays(vm: &Vm<Self>) -> bool {
        vm.state.has_long_arrays
    }
    fn missing_global(vm: &Vm<Self>) -> Value {
        Self::from_word(vm.state.missing)
    }
    #[inline(always)]
    fn present(vm: &mut Vm<Self>, value: Value) -> Result<Value, Fault> {
        match Vm::<Self>::as_lazy(value) {
            Some(number) => vm.load_lazy(number),
            None => Ok(value),
        }
    }
    fn view_lazy(value: Value) -> Option<u16> {
        Vm::<Self>::as_lazy(value)
    }
    #[inline(always)]
    fn is_namespace(kind: usize) -> bool {
        kind == Kind::Namespace as usize
    }
    fn namespace_member(vm: &mut Vm<Self>, namespace: Value, key: Value) -> Result<Value, Fault> {
        let word = Self::find(vm, namespace, key);
        if word == 0 {
            return Ok(Self::EMPTY);
        }
        match vm.namespace_value(namespace, word - 2) {
            Self::EMPTY => vm.fault(ErrorCode::TdzError),
            value => Ok(value),
        }
    }
    fn has(vm: &mut Vm<Self>, object: Value, key: Value) -> Result<bool, Fault> {
        let mut object = object;
        while !vm.is_nullish(object) {
            // A namespace has a name before the variable it means is initialized.
            let found = match vm.is(object, Kind::Namespace) {
                true => Self::find(vm, object, key) != 0,
                false => vm.own(object, key)? != Self::EMPTY,
            };
            if found {
                return Ok(true);
            }
            object = vm.prototype_of(object);
        }
        Ok(false)
    }
    fn makes_property(vm: &Vm<Self>, function: Value, key: Value) -> bool {
        vm.makes_property(function, key)
    }
    fn complete_function(vm: &mut Vm<Self>) -> Result<(), Fault> {
        vm.complete_function()
    }
}
