//! What operators do when their operands aren't inline integers. Operands stay on the stack, where a
//! collection finds them.

use crate::property::{NO_CELL, NUMBER, STRING, SYMBOL};
use crate::{Fault, Vm, Width};
use microvium_format::{ErrorCode, Kind, Operation};
use microvium_number::integer;

/// The low nibble of an arithmetic operation's code, which is also how the float part is asked for it.
pub(crate) const fn nibble(operation: Operation) -> u8 {
    operation as u8 & 15
}

pub(crate) const ADD: u8 = nibble(Operation::Add);
pub(crate) const SUBTRACT: u8 = nibble(Operation::Subtract);
pub(crate) const MULTIPLY: u8 = nibble(Operation::Multiply);
const DIVIDE: u8 = nibble(Operation::Divide);
const REMAINDER: u8 = nibble(Operation::Remainder);
pub(crate) const AND: u8 = nibble(Operation::And);
pub(crate) const OR: u8 = nibble(Operation::Or);
pub(crate) const XOR: u8 = nibble(Operation::Xor);
const SHIFT_LEFT: u8 = nibble(Operation::ShiftLeft);
const SHIFT_RIGHT: u8 = nibble(Operation::ShiftRight);
pub(crate) const SHIFT_UNSIGNED: u8 = nibble(Operation::ShiftRightUnsigned);
pub(crate) const LESS: u8 = nibble(Operation::Less);
pub(crate) const STRICT_EQUAL: u8 = nibble(Operation::StrictEqual);

/// What `Vm::group` says of numbers, booleans, undefined and null.
const AS_NUMBER: usize = NUMBER;
/// What it says of whatever has an identity.
const AS_OBJECT: usize = Kind::Object as usize;
/// What reading without calling a getter gives.
const ACCESSOR_CELL: usize = Kind::Property as usize;

/// A small integer as a value.
#[inline(always)]
pub(crate) fn small<W: Width>(integer: i32) -> W::Value {
    W::try_inline(integer).unwrap_or(W::ZERO)
}

/// A boolean as a value.
#[inline(always)]
pub(crate) fn boolean<W: Width>(condition: bool) -> W::Value {
    if condition { W::TRUE } else { W::FALSE }
}

/// a op b for integers, if the result is one. Neither -0 nor a fraction is.
#[inline(always)]
pub(crate) fn integer_operation(operation: u8, a: i32, b: i32) -> Option<i32> {
    match operation {
        ADD => a.checked_add(b),
        SUBTRACT => a.checked_sub(b),
        MULTIPLY => integer::multiply(a, b),
        DIVIDE => integer::divide(a, b),
        REMAINDER => integer::remainder(a, b),
        AND => Some(a & b),
        OR => Some(a | b),
        XOR => Some(a ^ b),
        SHIFT_LEFT => Some(a.wrapping_shl(b as u32)),
        SHIFT_RIGHT => Some(a.wrapping_shr(b as u32)),
        _ => i32::try_from((a as u32).wrapping_shr(b as u32)).ok(),
    }
}

/// What a comparison operation says of an order: -1, 0, 1 as one is less than, equal to or greater than
/// the other, 2 if there is none.
#[inline(always)]
pub(crate) fn holds(operation: u8, order: i32) -> bool {
    // Four bits an operation, one for each order.
    const LESS_EQUAL_GREATER: u32 = 0x6431;
    // A forged image may have an operation of more bits: what comes of it means nothing, but is no shift too far.
    let bit = 4 * u32::from(operation - LESS) + (order + 1) as u32;
    LESS_EQUAL_GREATER.wrapping_shr(bit) & 1 != 0
}

/// The order of two integers.
#[inline(always)]
pub(crate) fn order(a: i32, b: i32) -> i32 {
    i32::from(a > b) - i32::from(a < b)
}

impl<W: Width> Vm<W> {
    /// The arithmetic operation or comparison on the two operands at the top of the stack.
    #[inline(never)]
    pub(crate) fn binary(&mut self, operation: u8) -> Result<W::Value, Fault> {
        if operation == STRICT_EQUAL {
            return Ok(boolean::<W>(self.strict_equal(self.peek(1), self.peek(0))));
        }
        let strings =
            u8::from(self.is_string(self.peek(1))) + u8::from(self.is_string(self.peek(0)));
        if operation == ADD && strings != 0 {
            self.make_string(1)?;
            self.make_string(0)?;
            return self.concatenate();
        }
        if operation >= LESS && strings == 2 {
            // Strings compare as the first units that differ do, and the end comes before all units.
            let mut a = self.units(self.peek(1));
            let mut b = self.units(self.peek(0));
            loop {
                let (x, y) = (a.next(), b.next());
                if x != y || x < 0 {
                    return self.operate(operation, x, y);
                }
            }
        }
        self.make_numbers()?;
        if let Some(a) = W::integer(self, self.peek(1))
            && let Some(b) = W::integer(self, self.peek(0))
        {
            return self.operate(operation, a, b);
        }
        self.float(operation)
    }

    /// The operation on two integers, which the operands at the top of the stack are or stand for.
    #[inline(never)]
    pub(crate) fn operate(&mut self, operation: u8, a: i32, b: i32) -> Result<W::Value, Fault> {
        if operation >= LESS {
            return Ok(boolean::<W>(holds(operation, order(a, b))));
        }
        match integer_operation(operation, a, b) {
            Some(integer) => W::new_integer(self, integer),
            None => self.float(operation),
        }
    }

    /// The operation on two numbers, for which integers aren't enough.
    #[inline(never)]
    fn float(&mut self, operation: u8) -> Result<W::Value, Fault> {
        match W::config().float {
            Some(part) => (part.operate)(self, operation),
            None => self.fault(ErrorCode::OperationRequiresFloatSupport),
        }
    }

    /// a === b.
    #[inline(never)]
    pub(crate) fn strict_equal(&self, a: W::Value, b: W::Value) -> bool {
        let positive = |number| {
            if number == W::NEGATIVE_ZERO {
                W::ZERO
            } else {
                number
            }
        };
        let (a, b) = (positive(a), positive(b));
        if a == b {
            return a != W::NAN;
        }
        W::equal_primitives(self, a, b)
    }

    /// a == b (ECMAScript 7.2.13), for the operands at the top of the stack.
    #[inline(never)]
    pub(crate) fn loose_equal(&mut self) -> Result<W::Value, Fault> {
        let (a, b) = (self.peek(1), self.peek(0));
        let nullish = u8::from(self.is_nullish(a)) + u8::from(self.is_nullish(b));
        if nullish != 0 {
            return Ok(boolean::<W>(nullish == 2));
        }
        // What isn't of one type is compared as numbers.
        let (group, other) = (self.group(a), self.group(b));
        if group == AS_NUMBER || group != other {
            if (group == SYMBOL || other == SYMBOL) && group != AS_OBJECT && other != AS_OBJECT {
                return Ok(W::FALSE);
            }
            self.make_numbers()?;
        }
        self.binary(STRICT_EQUAL)
    }

    /// Whether a value is undefined or null.
    #[inline(always)]
    pub(crate) fn is_nullish(&self, value: W::Value) -> bool {
        value == W::UNDEFINED || value == W::NULL
    }

    /// What a value is compared as by `==`: AS_NUMBER, the kind of string or symbol, or AS_OBJECT.
    #[inline(never)]
    fn group(&self, value: W::Value) -> usize {
        match self.kind(value) {
            NO_CELL | ACCESSOR_CELL => AS_NUMBER,
            kind @ (SYMBOL | STRING | NUMBER) => kind,
            _ => AS_OBJECT,
        }
    }

    /// Whether a value is an object: has an identity.
    #[cfg_attr(feature = "speed", inline)]
    #[cfg_attr(not(feature = "speed"), inline(always))]
    pub(crate) fn is_object(&self, value: W::Value) -> bool {
        self.group(value) == AS_OBJECT
    }

    /// ToBoolean (ECMAScript 7.1.2).
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub fn is_truthy(&self, value: W::Value) -> bool {
        if self.is_string(value) {
            return !self.text(value).is_empty();
        }
        !W::is_falsy(value)
    }

    /// `operation` on the value at the top of the stack and a constant. None that concatenates. If it
    /// fails, the stack is as it was: see `delegate`.
    #[inline(never)]
    pub(crate) fn step(&mut self, operation: u8, constant: W::Value) -> Result<W::Value, Fault> {
        self.push(constant);
        let result = self.binary(operation);
        self.drop_values(1);
        result
    }
}
