//! What operators do when their operands aren't inline integers. Operands stay on the stack, where a
//! collection finds them.

use crate::{Fault, Vm, Width};
use microvium_format::{ErrorCode, Kind, Operation, Special};
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
const OR: u8 = nibble(Operation::Or);
const XOR: u8 = nibble(Operation::Xor);
const SHIFT_LEFT: u8 = nibble(Operation::ShiftLeft);
const SHIFT_RIGHT: u8 = nibble(Operation::ShiftRight);
pub(crate) const SHIFT_UNSIGNED: u8 = nibble(Operation::ShiftRightUnsigned);
pub(crate) const LESS: u8 = nibble(Operation::Less);
pub(crate) const STRICT_EQUAL: u8 = nibble(Operation::StrictEqual);

/// A boolean as a value.
#[inline(always)]
pub(crate) fn boolean<W: Width>(condition: bool) -> W::Value {
    if condition { W::TRUE } else { W::FALSE }
}

/// a op b for integers, if the result is one. Neither -0 nor a fraction is. `multiply` knows how large
/// the factors can be.
#[inline(always)]
pub(crate) fn integer_operation(
    operation: u8,
    a: i32,
    b: i32,
    multiply: fn(i32, i32) -> Option<i32>,
) -> Option<i32> {
    match operation {
        ADD => a.checked_add(b),
        SUBTRACT => a.checked_sub(b),
        MULTIPLY => multiply(a, b).filter(|&product| product != 0 || (a | b) >= 0),
        DIVIDE | REMAINDER => {
            let quotient = integer::divide(a, b)?;
            let rest = a.wrapping_sub(quotient.wrapping_mul(b));
            if operation == DIVIDE {
                (rest == 0 && (a != 0 || b > 0)).then_some(quotient)
            } else {
                (rest != 0 || a >= 0).then_some(rest)
            }
        }
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
    LESS_EQUAL_GREATER >> (4 * u32::from(operation - LESS) + (order + 1) as u32) & 1 != 0
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
        let (a, b) = (self.peek(1), self.peek(0));
        if operation == STRICT_EQUAL {
            return Ok(boolean::<W>(self.strict_equal(a, b)));
        }
        if operation == ADD && (self.is_string(a) || self.is_string(b)) {
            self.make_string(1)?;
            self.make_string(0)?;
            return self.concatenate();
        }
        if operation >= LESS && self.is_string(a) && self.is_string(b) {
            return Ok(boolean::<W>(holds(operation, self.compare_strings(a, b))));
        }
        self.make_numbers()?;
        let (a, b) = (self.peek(1), self.peek(0));
        if let (Some(a), Some(b)) = (W::integer(self, a), W::integer(self, b)) {
            if operation >= LESS {
                return Ok(boolean::<W>(holds(operation, order(a, b))));
            }
            if let Some(integer) = integer_operation(operation, a, b, integer::multiply) {
                return W::new_integer(self, integer);
            }
        }
        (self.float_part()?.operate)(self, operation)
    }

    /// a ** b.
    pub(crate) fn power(&mut self) -> Result<W::Value, Fault> {
        self.make_numbers()?;
        match W::config().power {
            Some(part) => (part.power)(self),
            None => self.fault(ErrorCode::RequiresLaterEngine),
        }
    }

    /// a === b.
    #[inline(never)]
    pub(crate) fn strict_equal(&self, a: W::Value, b: W::Value) -> bool {
        if a == b {
            return a != W::NAN;
        }
        if self.is_string(a) {
            return self.is_string(b) && self.text(a) == self.text(b);
        }
        W::equal_numbers(self, a, b)
    }

    /// a == b (ECMAScript 7.2.13).
    #[inline(never)]
    pub(crate) fn loose_equal(&mut self, a: W::Value, b: W::Value) -> Result<bool, Fault> {
        if self.strict_equal(a, b) {
            return Ok(true);
        }
        if self.is_nullish(a) || self.is_nullish(b) {
            return Ok(self.is_nullish(a) && self.is_nullish(b));
        }
        let objects = [a, b].map(|value| self.is_object(value));
        if objects == [true, true] || self.is_string(a) && self.is_string(b) {
            return Ok(false);
        }
        self.make_numbers()?;
        Ok(self.strict_equal(self.peek(1), self.peek(0)))
    }

    /// Whether a value is undefined or null.
    #[inline]
    pub(crate) fn is_nullish(&self, value: W::Value) -> bool {
        value == W::UNDEFINED || value == W::NULL
    }

    /// Whether a value is an object: has an identity.
    pub(crate) fn is_object(&self, value: W::Value) -> bool {
        let kind = self.kind(value);
        kind != 0xFF
            && kind != Kind::String as usize
            && kind != Kind::Number as usize
            && kind != Kind::Symbol as usize
    }

    /// ToBoolean (ECMAScript 7.1.2).
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub fn is_truthy(&self, value: W::Value) -> bool {
        if value == W::TRUE {
            return true;
        }
        if value == W::FALSE || self.is_nullish(value) {
            return false;
        }
        if self.is_string(value) {
            return W::string_header(self, value).0 != 0;
        }
        value != W::NAN && value != W::NEGATIVE_ZERO && W::integer(self, value) != Some(0)
    }

    /// The rarer operators with one operand. Stack: the operand, kept.
    #[inline(never)]
    pub(crate) fn unary(&mut self, operation: Special) -> Result<W::Value, Fault> {
        match operation {
            Special::ToString => self.to_string(self.peek(0)),
            Special::ToNumber => self.to_number(self.peek(0)),
            _ => self.step(XOR, -1),
        }
    }

    /// The number at the top of the stack plus or minus one, or its bits inverted: `operation` with the
    /// operand `constant`.
    #[inline(never)]
    pub(crate) fn step(&mut self, operation: u8, constant: i32) -> Result<W::Value, Fault> {
        self.make_number(0)?;
        let constant = W::new_integer(self, constant)?;
        self.push(constant);
        let result = self.binary(operation)?;
        self.drop_values(1);
        Ok(result)
    }
}
