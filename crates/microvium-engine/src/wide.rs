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
mod function;
mod interned;
mod shape;

use crate::collect::Collector;
use crate::host::HostFunction;
use crate::operators::holds;
use crate::table::Table;
use crate::{Config, Fault, Number, Platform, Vm, Width};
use core::ffi::c_void;
use core::marker::PhantomData;
use core::num::NonZeroU64;
use core::ops::{Deref, DerefMut};
use core::ptr;
use interned::GONE;
use microvium_format::attribute::ACCESSOR;
use microvium_format::narrow::array_capacity;
use microvium_format::native::FIRST_NATIVE;
use microvium_format::{Builtin, ErrorCode, Kind, Operation};
use shape::{CACHE, Cached, NOTHING, SPECIAL_WORD};

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
    /// Steps left.
    fuel: u64,
    marker: PhantomData<fn() -> P>,
}

/// A wide VM, freed when it is dropped.
pub struct WideVm<P: Platform<Wide<P>>>(Vm<Wide<P>>);

impl<P: Platform<Wide<P>>> Deref for WideVm<P> {
    type Target = Vm<Wide<P>>;
    fn deref(&self) -> &Vm<Wide<P>> {
        &self.0
    }
}

impl<P: Platform<Wide<P>>> DerefMut for WideVm<P> {
    fn deref_mut(&mut self) -> &mut Vm<Wide<P>> {
        &mut self.0
    }
}

impl<P: Platform<Wide<P>>> Drop for WideVm<P> {
    fn drop(&mut self) {
        let vm = &mut self.0;
        while !vm.segment.is_null() {
            vm.drop_segment();
        }
        let (block, size) = vm.block();
        Vm::<Wide<P>>::release_block(block, size);
        let state = &mut vm.state;
        for &(block, size) in state.blocks.as_slice() {
            Vm::<Wide<P>>::release_block(block, size);
        }
        let config = P::config();
        state.constants.release(config);
        state.variables.release(config);
        state.blocks.release(config);
        state.interned.release(config);
        state.cache.release(config);
    }
}

impl<P: Platform<Wide<P>>> WideVm<P> {
    /// A VM with a global object and nothing in it. `host` gets the calls of all host functions.
    pub fn new(
        context: *mut c_void,
        host: HostFunction<Wide<P>>,
        fuel: u64,
    ) -> Result<Self, ErrorCode> {
        let undefined = Wide::<P>::UNDEFINED.get();
        let mut vm = WideVm(Vm {
            bases: [ptr::null_mut(); 2],
            pc: ptr::null(),
            sp: context.cast(),
            fp: ptr::null_mut(),
            segment: ptr::null_mut(),
            next: Wide::<P>::HEAP_START as u32,
            end: Wide::<P>::HEAP_START as u32,
            size: 0,
            outcome: undefined,
            state: State {
                constants: Table::new(),
                variables: Table::new(),
                blocks: Table::new(),
                interned: Table::new(),
                interned_count: 0,
                cache: Table::new(),
                builtins: [undefined; Builtin::ALL.len()],
                global: undefined,
                missing: undefined,
                empty_shape: undefined,
                returns: usize::MAX,
                host: Some(host),
                fuel,
                marker: PhantomData,
            },
        });
        for _ in 0..CACHE {
            vm.state.cache.push(P::config(), NOTHING)?;
        }
        vm.set_up().map_err(|Fault| vm.error())?;
        Ok(vm)
    }
}

const ASCII: usize = 1;
const INTERNED: usize = 2;

/// What number a value is, as a double.
#[inline(always)]
fn as_double(value: Value) -> Option<f64> {
    let bits = value.get();
    if bits >= FIRST_DOUBLE {
        return Some(f64::from_bits(!bits));
    }
    if bits >> TAG == INTEGER >> TAG {
        return Some(f64::from(bits as i32));
    }
    None
}

/// A double as a value.
#[inline(always)]
fn double(number: f64) -> Value {
    let number = if number.is_nan() { f64::NAN } else { number };
    from_bits(number.to_bits())
}

const fn from_bits(bits: u64) -> Value {
    match NonZeroU64::new(!bits) {
        Some(value) => value,
        None => NonZeroU64::MIN,
    }
}

impl<P: Platform<Wide<P>>> Width for Wide<P> {
    type Word = u64;
    type Value = NonZeroU64;
    type Offset = u32;
    type State = State<P>;

    const UNDEFINED: Value = constant(1);
    const NULL: Value = constant(2);
    const NAN: Value = from_bits(f64::NAN.to_bits());
    const ZERO: Value = from_bits(!INTEGER);
    const NEGATIVE_ZERO: Value = from_bits(1 << 63);
    const FALSE: Value = constant(3);
    const TRUE: Value = constant(4);
    const EMPTY: Value = constant(5);
    const HEAP_START: usize = 8;
    const MAX_HEAP: usize = u32::MAX as usize - 16;
    const MAX_TEXT: usize = 1 << 28;
    const MAX_ARRAY: usize = 1 << 26;
    const BUILDS: bool = true;

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
    fn both_integers(a: Value, b: Value) -> bool {
        ((a.get() ^ INTEGER) | (b.get() ^ INTEGER)) >> TAG == 0
    }
    #[inline(always)]
    fn inline_integer(value: Value) -> i32 {
        value.get() as i32
    }
    #[inline(always)]
    fn try_inline(integer: i32) -> Option<Value> {
        NonZeroU64::new(INTEGER | u64::from(integer as u32))
    }
    #[inline(always)]
    fn number(_: &Vm<Self>, value: Value) -> Option<Number> {
        let bits = value.get();
        if bits >> TAG == INTEGER >> TAG {
            return Some(Number::Integer(bits as i32));
        }
        if bits >= FIRST_DOUBLE {
            Some(Number::Float(!bits))
        } else {
            None
        }
    }
    #[inline(always)]
    fn new_number(_: &mut Vm<Self>, number: Number) -> Result<Value, Fault> {
        Ok(match number {
            Number::Integer(integer) => Self::from_word(INTEGER | u64::from(integer as u32)),
            Number::Float(bits) => double(f64::from_bits(bits)),
        })
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
    fn call_ephemeral(vm: &mut Vm<Self>, callee: Value, arguments: usize) -> Result<Value, Fault> {
        let id = vm.count(callee);
        Self::call_host(vm, id, arguments)
    }
    #[inline(always)]
    fn step(vm: &mut Vm<Self>) -> Result<(), Fault> {
        if vm.state.fuel == 0 {
            return vm.fault(ErrorCode::InstructionCountReached);
        }
        vm.state.fuel -= 1;
        Ok(())
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

    fn missing_global(vm: &Vm<Self>) -> Value {
        Self::from_word(vm.state.missing)
    }
    #[cfg(feature = "embed")]
    #[cold]
    fn thrown(vm: &mut Vm<Self>) {
        P::thrown(vm.error(), &mut vm.running());
    }
    #[cfg(feature = "embed")]
    fn caught(_: &mut Vm<Self>) {
        P::caught();
    }

    #[inline(always)]
    fn compare_fast(_: &Vm<Self>, operation: u8, a: Value, b: Value) -> Option<bool> {
        const STRICT_EQUAL: u8 = Operation::StrictEqual as u8 & 15;
        let order = as_double(a)?.partial_cmp(&as_double(b)?);
        Some(match order {
            Some(order) if operation == STRICT_EQUAL => order.is_eq(),
            Some(order) => holds(operation, order as i32),
            None => false,
        })
    }
    #[inline(always)]
    fn number_fast(_: &mut Vm<Self>, operation: u8, a: Value, b: Value) -> Option<Value> {
        const ADD: u8 = Operation::Add as u8 & 15;
        const SUBTRACT: u8 = Operation::Subtract as u8 & 15;
        const MULTIPLY: u8 = Operation::Multiply as u8 & 15;
        const DIVIDE: u8 = Operation::Divide as u8 & 15;
        let (a, b) = (as_double(a)?, as_double(b)?);
        Some(double(match operation {
            ADD => a + b,
            SUBTRACT => a - b,
            MULTIPLY => a * b,
            DIVIDE => a / b,
            _ => return None,
        }))
    }
    #[inline(always)]
    fn get_fast(vm: &mut Vm<Self>, object: Value, key: Value) -> Result<Value, Fault> {
        let mut holder = object;
        for _ in 0..3 {
            let storage = vm.storage(holder);
            if !vm.is(storage, Kind::Object) {
                break;
            }
            let word = vm.find_word(storage, key);
            if word & SPECIAL_WORD != 0 {
                let cell = vm.field(storage, word & !SPECIAL_WORD);
                if vm.count(cell) & usize::from(ACCESSOR) != 0 {
                    return Ok(cell);
                }
                return Self::present(vm, vm.field(cell, 1));
            }
            if word != 0 {
                return Self::present(vm, vm.field(storage, word));
            }
            holder = Self::prototype(vm, storage);
        }
        vm.get(object, key)
    }
    #[inline(always)]
    fn set_fast(vm: &mut Vm<Self>, key: Value) -> bool {
        let storage = vm.storage(vm.peek(1));
        if !vm.is(storage, Kind::Object) {
            return false;
        }
        let word = vm.find_word(storage, key);
        if word == 0 || word & SPECIAL_WORD != 0 {
            return false;
        }
        vm.set_field(storage, word, vm.peek(0));
        true
    }
    #[inline(always)]
    fn element_fast(vm: &Vm<Self>, array: Value, index: Value) -> Option<Value> {
        let storage = vm.storage(array);
        if !Self::both_integers(index, index) || !vm.is(storage, Kind::Array) {
            return None;
        }
        let index = Self::inline_integer(index) as u32 as usize;
        if index >= vm.count(storage) {
            return None;
        }
        let element = vm.field(storage, 1 + index);
        (element != Self::EMPTY).then_some(element)
    }
    #[inline(always)]
    fn set_element_fast(vm: &mut Vm<Self>, array: Value, index: Value, value: Value) -> bool {
        let storage = vm.storage(array);
        if !Self::both_integers(index, index) || !vm.is(storage, Kind::Array) || vm.is_closed(array)
        {
            return false;
        }
        let index = Self::inline_integer(index) as u32 as usize;
        if index >= vm.count(storage) {
            return false;
        }
        vm.set_field(storage, 1 + index, value);
        true
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
    fn is_key(vm: &Vm<Self>, key: Value, text: &[u8]) -> bool {
        vm.is_string(key) && vm.text(key) == text
    }
    #[inline(always)]
    fn find(vm: &mut Vm<Self>, storage: Value, key: Value) -> usize {
        vm.find_word(storage, key) & !SPECIAL_WORD
    }
    fn property_count(vm: &Vm<Self>, storage: Value) -> usize {
        vm.count(vm.field(storage, 1))
    }
    fn property_at(vm: &Vm<Self>, storage: Value, index: usize) -> (Value, Value) {
        let value = match vm.is(storage, Kind::Namespace) {
            true => vm.namespace_value(storage, index),
            false => vm.field(storage, 2 + index),
        };
        (vm.shape_key(vm.field(storage, 1), index), value)
    }
    #[inline(always)]
    fn prototype(vm: &Vm<Self>, storage: Value) -> Value {
        let first = vm.field(storage, 1);
        match vm.is(storage, Kind::Scope) {
            true => first,
            false => vm.field(first, shape::PROTOTYPE),
        }
    }
    fn add_property(vm: &mut Vm<Self>) -> Result<(), Fault> {
        let storage = vm.storage(vm.peek(2));
        vm.push(vm.field(storage, 1));
        vm.push(vm.peek(2));
        vm.mark_key(vm.peek(2));
        let next = vm.transition()?;
        vm.drop_values(2);
        let count = vm.count(next) - 1;
        let storage = vm.storage(vm.peek(2));
        if count < vm.count(storage) {
            vm.set_field(storage, 1, next);
            vm.set_field(storage, 2 + count, vm.peek(0));
            return Ok(());
        }
        let capacity = (count * 2).max(DEFAULT_CAPACITY);
        let root = vm.field(next, shape::ROOT);
        let hint = Self::from_word(INTEGER | (count as u64 + 1).min(64));
        vm.set_field(root, shape::HINT, hint);
        vm.push(next);
        let object = vm.new_with_capacity(capacity)?;
        vm.drop_values(1);
        let storage = vm.storage(vm.peek(2));
        vm.copy_fields(storage, 2, object, 2, count);
        vm.set_field(object, 2 + count, vm.peek(0));
        vm.set_storage(2, object)
    }
    fn remove_property(vm: &mut Vm<Self>) -> Result<(), Fault> {
        let storage = vm.storage(vm.peek(1));
        let word = Self::find(vm, storage, vm.peek(0));
        let shape = vm.field(storage, 1);
        let count = vm.count(shape);
        let next = vm.rebuild_shape(shape, word, None)?;
        let storage = vm.storage(vm.peek(1));
        vm.copy_fields(storage, word + 1, storage, word, count + 1 - word);
        vm.set_field(storage, 1 + count, Self::UNDEFINED);
        vm.set_field(storage, 1, next);
        Ok(())
    }
    fn replace_property(vm: &mut Vm<Self>, storage: Value, word: usize) -> Result<(), Fault> {
        let shape = vm.field(storage, 1);
        let is_special = vm.shape_entry(shape, word - 2).get() & SPECIAL != 0;
        if is_special != vm.is(vm.peek(0), Kind::Property) {
            let next = vm.rebuild_shape(shape, word, Some(vm.peek(0)))?;
            let storage = vm.storage(vm.peek(2));
            vm.set_field(storage, 1, next);
        }
        let storage = vm.storage(vm.peek(2));
        vm.set_field(storage, word, vm.peek(0));
        Ok(())
    }
    fn new_object(vm: &mut Vm<Self>, shape: Value) -> Result<Value, Fault> {
        let capacity = vm.count(shape).max(1);
        vm.push(shape);
        let object = vm.new_with_capacity(capacity)?;
        vm.drop_values(1);
        Ok(object)
    }
    fn shape_keys(vm: &Vm<Self>, shape: Value) -> usize {
        vm.count(shape)
    }
    fn new_empty(vm: &mut Vm<Self>) -> Result<Value, Fault> {
        let prototype = vm.peek(0);
        let shape = if prototype == vm.builtin(Builtin::ObjectPrototype) {
            Self::from_word(vm.state.empty_shape)
        } else {
            vm.new_root_shape(prototype)?
        };
        vm.push(shape);
        let object = vm.new_with_capacity(DEFAULT_CAPACITY)?;
        vm.drop_values(1);
        Ok(object)
    }
    fn new_instance(vm: &mut Vm<Self>, depth: usize) -> Result<Value, Fault> {
        let prototype = vm.instance_prototype(vm.peek(depth))?;
        let mut root = vm.field(vm.peek(depth), INSTANCE_SHAPE);
        if root == Self::UNDEFINED || vm.field(root, shape::PROTOTYPE) != prototype {
            root = vm.new_root_shape(prototype)?;
            vm.set_field(vm.peek(depth), INSTANCE_SHAPE, root);
        }
        let hint = vm.field(root, shape::HINT);
        let capacity = if hint == Self::UNDEFINED {
            DEFAULT_CAPACITY
        } else {
            Self::inline_integer(hint) as usize
        };
        vm.push(root);
        let object = vm.new_with_capacity(capacity)?;
        vm.drop_values(1);
        Ok(object)
    }
    fn makes_property(vm: &Vm<Self>, function: Value, key: Value) -> bool {
        vm.makes_property(function, key)
    }
    fn complete_function(vm: &mut Vm<Self>) -> Result<(), Fault> {
        vm.complete_function()
    }
    fn function_properties(vm: &Vm<Self>, function: Value) -> Value {
        if vm.is(function, Kind::Closure) {
            vm.field(function, PROPERTIES)
        } else {
            Self::UNDEFINED
        }
    }
    fn set_function_properties(vm: &mut Vm<Self>) -> Result<(), Fault> {
        let (function, object) = (vm.peek(1), vm.peek(0));
        if !vm.is(function, Kind::Closure) {
            return vm.fault(ErrorCode::NotImplemented);
        }
        vm.set_field(function, PROPERTIES, object);
        Ok(())
    }
    fn make_writable(vm: &mut Vm<Self>, depth: usize) -> Result<Value, Fault> {
        Ok(vm.storage(vm.peek(depth)))
    }

    fn visit_roots(vm: &mut Vm<Self>, collector: &mut Collector<Self>) -> usize {
        let state = &mut vm.state;
        let tables = [
            (state.constants.items, state.constants.length),
            (state.variables.items, state.variables.length),
        ];
        for (items, length) in tables {
            for i in 0..length {
                collector.forward(vm, items.wrapping_add(i));
            }
        }
        for i in 0..Builtin::ALL.len() {
            let slot = (&raw mut vm.state.builtins).cast::<u64>().wrapping_add(i);
            collector.forward(vm, slot);
        }
        let roots = [
            &raw mut vm.outcome,
            &raw mut vm.state.global,
            &raw mut vm.state.empty_shape,
            &raw mut vm.state.missing,
        ];
        for root in roots {
            collector.forward(vm, root);
        }
        vm.state.cache.as_mut_slice().fill(NOTHING);
        Self::HEAP_START
    }
    #[inline(always)]
    fn redirected(word: u64, cell: Value) -> u64 {
        word & SPECIAL | cell.get()
    }
    fn visit_storage(_: &mut Vm<Self>, _: &mut Collector<Self>, _: Value) {}
    /// Interned strings are held weakly. A survivor keeps its place, which follows from its text; the place of
    /// another is marked, as those behind it are found over it.
    fn finish_collection(vm: &mut Vm<Self>, collector: &mut Collector<Self>) {
        for slot in vm.state.interned.as_mut_slice() {
            if *slot > GONE {
                let survivor = collector.survivor(Self::reference(*slot as usize));
                *slot = survivor.map_or(GONE, |string| Self::offset(string) as u32);
            }
        }
    }
}
