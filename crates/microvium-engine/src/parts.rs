//! The optional parts. A configuration that doesn't name one doesn't link it.

use crate::config::{Counting, Float, FloatText, Power};
use microvium_format::Operation;
use microvium_number::soft::{self, Operator};
use microvium_number::{convert, parse, power, print};

/// Float arithmetic.
pub const FLOAT: Float = Float {
    arithmetic,
    compare,
    from_integer: convert::from_i32,
    as_integer: convert::as_i32,
    to_int32: convert::to_int32,
};

/// Printing and parsing of floats.
pub const FLOAT_TEXT: FloatText = FloatText {
    print: print::print_bits,
    parse: parse::parse_bits,
};

/// The operator `**`.
pub const POWER: Power = Power {
    power: power::power_bits,
};

/// Counting instructions.
pub const COUNTING: Counting = Counting { step };

const SUBTRACT: u8 = Operation::Subtract as u8 & 15;
const MULTIPLY: u8 = Operation::Multiply as u8 & 15;
const DIVIDE: u8 = Operation::Divide as u8 & 15;
const REMAINDER: u8 = Operation::Remainder as u8 & 15;

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

fn compare(a: u64, b: u64) -> i32 {
    soft::compare(a, b).map_or(2, |order| order as i32)
}

fn step(counter: &mut i32) -> bool {
    if *counter > 0 {
        *counter -= 1;
        return true;
    }
    *counter < 0
}
