//! The optional parts. A configuration that doesn't name one doesn't link it.

use crate::config::{Counting, Float, FloatText, Power};
use crate::operators::{AND, LESS, SHIFT_UNSIGNED, nibble};
use crate::{Fault, Vm, Width};
use microvium_format::Operation;
use microvium_number::soft::{self, Operator};
use microvium_number::{convert, parse, power};

impl<W: Width> Float<W> {
    /// The part.
    pub const PART: Self = Float {
        operate,
        bits,
        from_bits,
    };
}

impl<W: Width> FloatText<W> {
    /// The part.
    pub const PART: Self = FloatText {
        print: |vm, number| {
            let bits = bits(vm, number);
            vm.float_text(bits)
        },
        parse: |vm, text| from_bits(vm, parse::parse_bits(vm.text(text))),
    };
}

impl<W: Width> Power<W> {
    /// The part.
    pub const PART: Self = Power {
        power: |vm| {
            vm.make_numbers()?;
            let [a, b] = operands(vm);
            from_bits(vm, power::power_bits(a, b))
        },
    };
}

impl Counting {
    /// The part.
    pub const PART: Self = Counting(());
}

const SUBTRACT: u8 = nibble(Operation::Subtract);
const MULTIPLY: u8 = nibble(Operation::Multiply);
const DIVIDE: u8 = nibble(Operation::Divide);
const REMAINDER: u8 = nibble(Operation::Remainder);

fn operate<W: Width>(vm: &mut Vm<W>, operation: u8) -> Result<W::Value, Fault> {
    let [a, b] = operands(vm);
    if operation >= LESS {
        // As it is with two integers that are in the same order.
        return match soft::compare(a, b) {
            Some(order) => vm.operate(operation, order as i32, 0),
            None => Ok(W::FALSE),
        };
    }
    if operation < AND {
        return from_bits(vm, arithmetic(operation, a, b));
    }
    let (a, b) = (convert::to_int32(a), convert::to_int32(b));
    if operation == SHIFT_UNSIGNED {
        // The only one whose result may be no signed integer.
        return from_bits(vm, convert::from_u32((a as u32).wrapping_shr(b as u32)));
    }
    vm.operate(operation, a, b)
}

/// The numbers at the top of the stack.
#[inline(always)]
fn operands<W: Width>(vm: &Vm<W>) -> [u64; 2] {
    [bits(vm, vm.peek(1)), bits(vm, vm.peek(0))]
}

#[inline(never)]
fn bits<W: Width>(vm: &Vm<W>, number: W::Value) -> u64 {
    match W::integer(vm, number) {
        Some(integer) => convert::from_i32(integer),
        None => W::float_bits(vm, number),
    }
}

#[inline(never)]
fn from_bits<W: Width>(vm: &mut Vm<W>, bits: u64) -> Result<W::Value, Fault> {
    match convert::as_i32(bits) {
        Some(integer) => W::new_integer(vm, integer),
        None => W::new_float(vm, bits),
    }
}

fn arithmetic(operation: u8, a: u64, b: u64) -> u64 {
    let operator = match operation {
        SUBTRACT => Operator::Subtract,
        MULTIPLY => Operator::Multiply,
        DIVIDE => Operator::Divide,
        REMAINDER => Operator::Remainder,
        _ => Operator::Add,
    };
    compute(operator, a, b)
}

/// Small processors have no floats. Where there is a processor for them, it is exact too.
#[cfg(not(target_pointer_width = "64"))]
fn compute(operator: Operator, a: u64, b: u64) -> u64 {
    soft::arithmetic(operator, a, b)
}

#[cfg(target_pointer_width = "64")]
fn compute(operator: Operator, a: u64, b: u64) -> u64 {
    let (a, b) = (f64::from_bits(a), f64::from_bits(b));
    let result = match operator {
        Operator::Add => a + b,
        Operator::Subtract => a - b,
        Operator::Multiply => a * b,
        Operator::Divide => a / b,
        Operator::Remainder => return soft::remainder(a.to_bits(), b.to_bits()),
    };
    result.to_bits()
}
