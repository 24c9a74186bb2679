//! A third width, of 32 bits: as much of one as shows that what is shared depends on neither of the two.
//! It has values, cells, arrays and strings, and no properties.
#![allow(unsafe_code)]

extern crate std;

use crate::collect::Collector;
use crate::width::{Build, Cells, Collection, Numbers, Shortcuts, Store, Strings};
use crate::{Config, Fault, Number, Vm, Width};
use core::num::NonZeroU32;
use core::ptr;
use microvium_format::narrow::array_capacity;
use microvium_format::{ErrorCode, Kind};
use std::alloc::{Layout, alloc, dealloc};

/// Values: …1 an integer of 31 bits, …10 a constant, …00 the offset of a cell.
struct Third;

type Value = NonZeroU32;

const fn constant(code: u32) -> Value {
    match NonZeroU32::new(code << 2 | 2) {
        Some(value) => value,
        None => NonZeroU32::MIN,
    }
}

fn value(word: u32) -> Value {
    NonZeroU32::new(word).unwrap_or(NonZeroU32::MIN)
}

const FIRST_FAULT: u32 = 0x100;

unsafe extern "C" fn allocate(size: usize) -> *mut u8 {
    // SAFETY: blocks aren't empty.
    unsafe { alloc(Layout::from_size_align(size, 8).unwrap()) }
}

unsafe extern "C" fn release(block: *mut u8, size: usize) {
    // SAFETY: the block came from `allocate` with this size.
    unsafe { dealloc(block, Layout::from_size_align(size, 8).unwrap()) }
}

impl Width for Third {
    type Word = u32;
    type Value = Value;
    type Offset = u32;
    type State = [u32; 4];
    const HEAP_START: usize = 4;
    const UNDEFINED: Value = constant(1);
    const NULL: Value = constant(2);
    const FALSE: Value = constant(3);
    const TRUE: Value = constant(4);
    const EMPTY: Value = constant(5);
    const MAX_HEAP: usize = 1 << 20;
    fn config() -> &'static Config<Self> {
        static CONFIG: Config<Third> = Config {
            allocate,
            release,
            max_heap: 1 << 20,
            heap_slack: 64,
            stack_segment: 64,
            max_stack: 1 << 10,
            float: None,
            float_text: None,
            power: None,
            counting: None,
            library: None,
            typed_arrays: None,
            weak: None,
            verifier: None,
        };
        &CONFIG
    }
    fn from_offset(offset: u32) -> usize {
        offset as usize
    }
    fn to_offset(offset: usize) -> u32 {
        offset as u32
    }
    fn from_word(word: u32) -> Value {
        value(word)
    }
    fn to_word(value: Value) -> u32 {
        value.get()
    }
    fn fault(code: ErrorCode) -> Value {
        constant(FIRST_FAULT + code as u32)
    }
    fn as_fault(value: Value) -> Option<ErrorCode> {
        let code = (value.get() >> 2).checked_sub(FIRST_FAULT)?;
        ErrorCode::from_code(u8::try_from(code).ok()?)
    }
    fn is_falsy(value: Value) -> bool {
        value != Self::TRUE && value.get() & 3 == 2 || value == Self::ZERO
    }
    fn equal_primitives(vm: &Vm<Self>, a: Value, b: Value) -> bool {
        vm.is_string(a) && vm.is_string(b) && vm.text(a) == vm.text(b)
    }
    fn pack_record(_: &Vm<Self>, _: *const u8, number: usize) -> (u32, u32) {
        (1, (number << 1 | 1) as u32)
    }
    fn unpack_record(_: &Vm<Self>, [_, number]: [u32; 2]) -> (*const u8, usize) {
        (ptr::null(), number as usize >> 1)
    }
    fn from_host(_: &Vm<Self>, word: u32) -> Value {
        value(word)
    }
    fn constant(_: &Vm<Self>, _: usize) -> Value {
        Self::UNDEFINED
    }
    fn variable(vm: &Vm<Self>, index: usize) -> Value {
        value(vm.state[index])
    }
    fn set_variable(vm: &mut Vm<Self>, index: usize, value: Value) {
        vm.state[index] = value.get();
    }
    fn builtin(_: &Vm<Self>, _: usize) -> Value {
        Self::UNDEFINED
    }
    fn call_host(vm: &mut Vm<Self>, _: usize, _: usize) -> Result<Value, Fault> {
        vm.fault(ErrorCode::NotImplemented)
    }
    fn step(_: &mut Vm<Self>) -> Result<(), Fault> {
        Ok(())
    }
}

impl Numbers<Self> for Third {
    const NAN: Value = constant(6);
    const ZERO: Value = NonZeroU32::MIN;
    const NEGATIVE_ZERO: Value = constant(7);
    fn both_integers(a: Value, b: Value) -> bool {
        a.get() & b.get() & 1 == 1
    }
    fn inline_integer(value: Value) -> i32 {
        value.get() as i32 >> 1
    }
    fn try_inline(integer: i32) -> Option<Value> {
        let word = (integer as u32) << 1 | 1;
        (word as i32 >> 1 == integer).then(|| value(word))
    }
    fn number(_: &Vm<Self>, value: Value) -> Option<Number> {
        (value.get() & 1 == 1).then(|| Number::Integer(Self::inline_integer(value)))
    }
    fn new_number(vm: &mut Vm<Self>, number: Number) -> Result<Value, Fault> {
        match number {
            Number::Integer(integer) => match Self::try_inline(integer) {
                Some(value) => Ok(value),
                None => vm.fault(ErrorCode::OperationRequiresFloatSupport),
            },
            Number::Float(_) => vm.fault(ErrorCode::OperationRequiresFloatSupport),
        }
    }
}

impl Cells<Self> for Third {
    const MAX_ARRAY: usize = 1 << 16;
    fn is_cell(value: Value) -> bool {
        value.get() & 3 == 0
    }
    fn in_ram(_: Value) -> bool {
        true
    }
    fn address(vm: &Vm<Self>, cell: Value) -> *mut u32 {
        vm.bases[0].wrapping_add(cell.get() as usize).cast()
    }
    fn reference(offset: usize) -> Value {
        value(offset as u32)
    }
    fn offset(cell: Value) -> usize {
        cell.get() as usize
    }
    fn load(_: &Vm<Self>, _: Value, word: u32) -> Value {
        value(word)
    }
    fn header(kind: Kind, count: usize) -> u32 {
        kind as u32 | (count as u32) << 8
    }
    fn kind(header: u32) -> usize {
        usize::from(header as u8)
    }
    fn count(header: u32) -> usize {
        (header >> 8) as usize
    }
    fn array_first(_: usize) -> usize {
        1
    }
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
    fn size(_: &Vm<Self>, header: u32, _: u32) -> usize {
        let count = Self::count(header);
        match Kind::from_code(Self::kind(header) as u8) {
            Some(Kind::Array) => 1 + array_capacity(count),
            Some(Kind::Packed) => 1 + Vm::<Self>::packed_words(count),
            Some(Kind::String) => 2 + (count >> 1) / 4,
            _ => 1 + count.max(1),
        }
    }
    fn has_values(kind: usize) -> bool {
        kind != Kind::String as usize && kind != Kind::Packed as usize
    }
    fn closure_words(_: &Vm<Self>, _: Value) -> usize {
        2
    }
    fn code(_: &Vm<Self>, _: Value) -> *const u8 {
        ptr::null()
    }
}

impl Strings<Self> for Third {
    const MAX_TEXT: usize = 1 << 16;
    fn frame_string(vm: &mut Vm<Self>, string: Value, length: usize, words: usize) {
        vm.set_word(string, words, 0);
        vm.set_word(string, 0, Self::header(Kind::String, length << 1 | 1));
    }
    fn clear_ascii(vm: &mut Vm<Self>, string: Value) {
        let count = vm.count(string) & !1;
        vm.set_word(string, 0, Self::header(Kind::String, count));
    }
    fn string_prefix(_: usize) -> usize {
        4
    }
    fn text(vm: &Vm<Self>, string: Value) -> *mut [u8] {
        ptr::slice_from_raw_parts_mut(vm.bytes(string, 4), vm.count(string) >> 1)
    }
    fn is_ascii(vm: &Vm<Self>, string: Value) -> bool {
        vm.count(string) & 1 != 0
    }
    fn intern(_: &mut Vm<Self>, string: Value) -> Result<Value, Fault> {
        Ok(string)
    }
}

impl Shortcuts<Self> for Third {}

impl Build<Self> for Third {
    const BUILDS: bool = false;
    fn call_ephemeral(vm: &mut Vm<Self>, _: Value, _: usize) -> Result<Value, Fault> {
        vm.fault(ErrorCode::NotImplemented)
    }
}

impl Store<Self> for Third {
    fn find(_: &mut Vm<Self>, _: Value, _: Value) -> usize {
        0
    }
    fn prototype(_: &Vm<Self>, _: Value) -> Value {
        Self::NULL
    }
    fn property_count(_: &Vm<Self>, _: Value) -> usize {
        0
    }
    fn property_at(_: &Vm<Self>, _: Value, _: usize) -> (Value, Value) {
        (Self::UNDEFINED, Self::UNDEFINED)
    }
    fn add_property(vm: &mut Vm<Self>) -> Result<(), Fault> {
        vm.fault(ErrorCode::NotImplemented)
    }
    fn replace_property(vm: &mut Vm<Self>, _: Value, _: usize) -> Result<(), Fault> {
        vm.fault(ErrorCode::NotImplemented)
    }
    fn remove_property(vm: &mut Vm<Self>) -> Result<(), Fault> {
        vm.fault(ErrorCode::NotImplemented)
    }
    fn new_object(vm: &mut Vm<Self>, _: Value) -> Result<Value, Fault> {
        vm.fault(ErrorCode::NotImplemented)
    }
    fn new_empty(vm: &mut Vm<Self>) -> Result<Value, Fault> {
        vm.fault(ErrorCode::NotImplemented)
    }
    fn new_instance(vm: &mut Vm<Self>, _: usize) -> Result<Value, Fault> {
        vm.fault(ErrorCode::NotImplemented)
    }
    fn function_properties(_: &Vm<Self>, _: Value) -> Value {
        Self::UNDEFINED
    }
    fn set_function_properties(vm: &mut Vm<Self>) -> Result<(), Fault> {
        vm.fault(ErrorCode::NotImplemented)
    }
    fn make_writable(vm: &mut Vm<Self>, depth: usize) -> Result<Value, Fault> {
        Ok(vm.storage(vm.peek(depth)))
    }
}

impl Collection<Self> for Third {
    fn visit_roots(vm: &mut Vm<Self>, collector: &mut Collector<Self>) -> usize {
        for index in 0..vm.state.len() {
            let root = (&raw mut vm.state).cast::<u32>().wrapping_add(index);
            collector.forward(vm, root);
        }
        Self::HEAP_START
    }
    fn visit_storage(_: &mut Vm<Self>, _: &mut Collector<Self>, _: Value) {}
    fn finish_collection(_: &mut Vm<Self>, _: &mut Collector<Self>) {}
}

fn vm() -> Vm<Third> {
    let undefined = Third::UNDEFINED.get();
    Vm {
        bases: [ptr::null_mut(); 2],
        pc: ptr::null(),
        sp: ptr::null_mut(),
        fp: ptr::null_mut(),
        segment: ptr::null_mut(),
        next: 4,
        end: 4,
        size: 0,
        outcome: undefined,
        state: [undefined; 4],
    }
}

#[test]
fn arrays_grow_and_survive_collections_in_a_width_of_32_bits() {
    let mut vm = vm();
    vm.add_segment(0, 16).unwrap();
    let array = vm.new_array(0).unwrap();
    Third::set_variable(&mut vm, 0, array);
    for i in 0..100 {
        let text = [b'a' + (i % 26) as u8; 5];
        let string = vm.new_string(&text).unwrap();
        vm.push(Third::variable(&vm, 0));
        vm.push(Third::UNDEFINED);
        vm.push(if i % 2 == 0 {
            string
        } else {
            Third::try_inline(i).unwrap()
        });
        vm.set_element(i as usize).unwrap();
        vm.drop_values(3);
    }
    vm.run_gc(true);
    let array = Third::variable(&vm, 0);
    assert_eq!(vm.array_length(vm.storage(array)), 100);
    let element = vm.array_element(array, 98).unwrap();
    assert_eq!(vm.string_bytes(element), Some(&b"uuuuu"[..]));
    let element = vm.array_element(array, 99).unwrap();
    assert_eq!(vm.number(element), Some(Number::Integer(99)));
    vm.drop_segment();
    let (block, size) = vm.block();
    Vm::<Third>::release_block(block, size);
}

#[test]
fn the_interpreter_compiles_for_it() {
    let mut vm = vm();
    assert_eq!(vm.call(Third::NULL, &[]), Err(Fault));
    assert_eq!(vm.error(), ErrorCode::TypeErrorTargetIsNotCallable);
}
