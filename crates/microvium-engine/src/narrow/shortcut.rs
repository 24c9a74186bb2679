//! Shortcuts of the speed build: what is common and needs neither a collection nor
//! a frame, inlined into the interpreter. Each may say no; then the general path does the work.

use crate::operators::{holds, integer_operation};
use crate::width::{Cells, Numbers, Shortcuts, Store};
use crate::{Fault, Narrow, Platform, Vm, Width};
use core::num::NonZeroU32;
use microvium_format::narrow::{NAN, NEGATIVE_ZERO};
use microvium_format::{Kind, Operation};

type NarrowVm<P> = Vm<Narrow<P>>;

impl<P: Platform<Narrow<P>>> Shortcuts<Self> for Narrow<P> {
    #[inline(always)]
    fn number_fast(
        vm: &mut Vm<Self>,
        operation: u8,
        a: NonZeroU32,
        b: NonZeroU32,
    ) -> Option<NonZeroU32> {
        arithmetic(vm, operation, a, b)
    }
    #[inline(always)]
    fn compare_fast(vm: &Vm<Self>, operation: u8, a: NonZeroU32, b: NonZeroU32) -> Option<bool> {
        compare(vm, operation, a, b)
    }
    #[inline(always)]
    fn get_fast(
        vm: &mut Vm<Self>,
        object: NonZeroU32,
        key: NonZeroU32,
    ) -> Result<NonZeroU32, Fault> {
        match get(vm, object, key) {
            Some(value) => Ok(value),
            None => vm.get(object, key),
        }
    }
    #[inline(always)]
    fn set_fast(vm: &mut Vm<Self>, key: NonZeroU32) -> bool {
        set(vm, key)
    }
    #[inline(always)]
    fn element_fast(vm: &Vm<Self>, array: NonZeroU32, index: NonZeroU32) -> Option<NonZeroU32> {
        element(vm, array, index)
    }
    #[inline(always)]
    fn set_element_fast(
        vm: &mut Vm<Self>,
        array: NonZeroU32,
        index: NonZeroU32,
        value: NonZeroU32,
    ) -> bool {
        set_element(vm, array, index, value)
    }
}

/// A number that is no constant.
#[derive(Clone, Copy)]
enum Decoded {
    Integer(i32),
    Float(f64),
}

impl Decoded {
    #[inline(always)]
    fn as_float(self) -> f64 {
        match self {
            Decoded::Integer(integer) => f64::from(integer),
            Decoded::Float(float) => float,
        }
    }
}

const ADD: u8 = Operation::Add as u8 & 15;
const SUBTRACT: u8 = Operation::Subtract as u8 & 15;
const MULTIPLY: u8 = Operation::Multiply as u8 & 15;
const DIVIDE: u8 = Operation::Divide as u8 & 15;
const STRICT_EQUAL: u8 = Operation::StrictEqual as u8 & 15;

#[inline(always)]
fn decode<P: Platform<Narrow<P>>>(vm: &NarrowVm<P>, value: NonZeroU32) -> Option<Decoded> {
    if Narrow::<P>::both_integers(value, value) {
        return Some(Decoded::Integer(Narrow::<P>::inline_integer(value)));
    }
    if !vm.is(value, Kind::Number) {
        return None;
    }
    let word = |index| u64::from(vm.word(value, index));
    let low = word(1) | word(2) << 16;
    Some(if vm.count(value) == 4 {
        Decoded::Integer(low as i32)
    } else {
        Decoded::Float(f64::from_bits(low | word(3) << 32 | word(4) << 48))
    })
}

/// Makes a number cell if there is room.
#[inline(always)]
fn encode<P: Platform<Narrow<P>>>(
    vm: &mut NarrowVm<P>,
    mut bits: u64,
    words: usize,
) -> Option<NonZeroU32> {
    let size = 2 * (1 + words);
    if cfg!(feature = "stress") || usize::from(vm.end - vm.next) < size {
        return None;
    }
    let cell = vm.allocate(Kind::Number, 2 * words, words).ok()?;
    for index in 1..=words {
        vm.set_word(cell, index, bits as u16);
        bits >>= 16;
    }
    Some(cell)
}

#[inline(always)]
fn encode_integer<P: Platform<Narrow<P>>>(
    vm: &mut NarrowVm<P>,
    integer: i32,
) -> Option<NonZeroU32> {
    match Narrow::<P>::try_inline(integer) {
        Some(value) => Some(value),
        None => encode(vm, integer as u32 as u64, 2),
    }
}

/// Arithmetic on numbers of any form, if there is room for the result.
#[inline(always)]
fn arithmetic<P: Platform<Narrow<P>>>(
    vm: &mut NarrowVm<P>,
    operation: u8,
    a: NonZeroU32,
    b: NonZeroU32,
) -> Option<NonZeroU32> {
    let (a, b) = (decode(vm, a)?, decode(vm, b)?);
    if let (Decoded::Integer(a), Decoded::Integer(b)) = (a, b) {
        let integer = integer_operation(operation, a, b)?;
        return encode_integer(vm, integer);
    }
    let (a, b) = (a.as_float(), b.as_float());
    let float = match operation {
        ADD => a + b,
        SUBTRACT => a - b,
        MULTIPLY => a * b,
        DIVIDE => a / b,
        _ => return None,
    };
    let integer = float as i32;
    if f64::from(integer) == float {
        if integer == 0 && float.is_sign_negative() {
            return NonZeroU32::new(NEGATIVE_ZERO.into());
        }
        return encode_integer(vm, integer);
    }
    if float.is_nan() {
        return NonZeroU32::new(NAN.into());
    }
    encode(vm, float.to_bits(), 4)
}

/// Comparison of numbers of any form.
#[inline(always)]
fn compare<P: Platform<Narrow<P>>>(
    vm: &NarrowVm<P>,
    operation: u8,
    a: NonZeroU32,
    b: NonZeroU32,
) -> Option<bool> {
    let (a, b) = (decode(vm, a)?, decode(vm, b)?);
    let order = match (a, b) {
        (Decoded::Integer(a), Decoded::Integer(b)) => Some(a.cmp(&b)),
        _ => a.as_float().partial_cmp(&b.as_float()),
    };
    Some(match order {
        Some(order) if operation == STRICT_EQUAL => order.is_eq(),
        Some(order) => holds(operation, order as i32),
        None => false,
    })
}

/// `Vm::get` for objects, a short way up the chain of prototypes.
#[inline(always)]
fn get<P: Platform<Narrow<P>>>(
    vm: &mut NarrowVm<P>,
    object: NonZeroU32,
    key: NonZeroU32,
) -> Option<NonZeroU32> {
    let mut holder = object;
    for _ in 0..3 {
        let storage = vm.storage(holder);
        if !vm.is(storage, Kind::Object) {
            return None;
        }
        let word = find(vm, storage, key);
        if word != 0 {
            let value = vm.field(storage, word);
            return (!vm.is(value, Kind::Property)).then_some(value);
        }
        holder = Narrow::<P>::prototype(vm, storage);
    }
    None
}

/// The word of an Object's property, or 0.
#[inline(always)]
fn find<P: Platform<Narrow<P>>>(vm: &NarrowVm<P>, storage: NonZeroU32, key: NonZeroU32) -> usize {
    let shape = vm.field(storage, 1);
    (2..2 + vm.count(storage))
        .find(|&word| vm.field(shape, word) == key)
        .unwrap_or(0)
}

/// `Vm::set` for objects that have the property, in RAM, as assignment makes it.
#[inline(always)]
fn set<P: Platform<Narrow<P>>>(vm: &mut NarrowVm<P>, key: NonZeroU32) -> bool {
    let storage = vm.storage(vm.peek(1));
    if !vm.is(storage, Kind::Object) || !Narrow::<P>::in_ram(storage) {
        return false;
    }
    let word = find(vm, storage, key);
    if word == 0 || vm.is(vm.field(storage, word), Kind::Property) {
        return false;
    }
    vm.set_field(storage, word, vm.peek(0));
    true
}

/// The word of an array's element, if there is one.
#[inline(always)]
fn element_word<P: Platform<Narrow<P>>>(
    vm: &NarrowVm<P>,
    storage: NonZeroU32,
    index: NonZeroU32,
) -> Option<usize> {
    if !Narrow::<P>::both_integers(index, index) || !vm.is(storage, Kind::Array) {
        return None;
    }
    let (length, first) = Narrow::<P>::array_length(vm, storage);
    let index = Narrow::<P>::inline_integer(index) as u32 as usize;
    (index < length).then_some(first + index)
}

/// `array[index]` where it is no hole.
#[inline(always)]
fn element<P: Platform<Narrow<P>>>(
    vm: &NarrowVm<P>,
    array: NonZeroU32,
    index: NonZeroU32,
) -> Option<NonZeroU32> {
    let storage = vm.storage(array);
    let element = vm.field(storage, element_word(vm, storage, index)?);
    (element != Narrow::<P>::EMPTY).then_some(element)
}

/// `array[index] = value` where there is an element, in RAM.
#[inline(always)]
fn set_element<P: Platform<Narrow<P>>>(
    vm: &mut NarrowVm<P>,
    array: NonZeroU32,
    index: NonZeroU32,
    value: NonZeroU32,
) -> bool {
    let storage = vm.storage(array);
    match element_word(vm, storage, index) {
        Some(word) if Narrow::<P>::in_ram(storage) && !vm.is_closed(array) => {
            vm.set_field(storage, word, value);
            true
        }
        _ => false,
    }
}
