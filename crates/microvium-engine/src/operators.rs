//! What operators do when their operands aren't inline integers. Operands stay on the stack, where a
//! collection finds them.

use crate::number::Number;
use crate::{Fault, Vm, Width};
use core::cmp::Ordering;
use microvium_format::{ErrorCode, Kind, Operation, Special};

/// The low nibble of an arithmetic operation's code, which is also how the float part is asked for it.
pub(crate) const fn nibble(operation: Operation) -> u8 {
    operation as u8 & 15
}

const ADD: u8 = nibble(Operation::Add);
const SUBTRACT: u8 = nibble(Operation::Subtract);
const MULTIPLY: u8 = nibble(Operation::Multiply);
const DIVIDE: u8 = nibble(Operation::Divide);
const REMAINDER: u8 = nibble(Operation::Remainder);
const AND: u8 = nibble(Operation::And);
const OR: u8 = nibble(Operation::Or);
const XOR: u8 = nibble(Operation::Xor);
const SHIFT_LEFT: u8 = nibble(Operation::ShiftLeft);
const SHIFT_RIGHT: u8 = nibble(Operation::ShiftRight);
const LESS: u8 = nibble(Operation::Less);
const LESS_EQUAL: u8 = nibble(Operation::LessEqual);
const GREATER: u8 = nibble(Operation::Greater);

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
        DIVIDE => {
            let quotient = a.checked_div(b)?;
            (quotient.wrapping_mul(b) == a && (a != 0 || b > 0)).then_some(quotient)
        }
        REMAINDER => {
            let rest = a.checked_rem(b)?;
            (rest != 0 || a >= 0).then_some(rest)
        }
        AND => Some(a & b),
        OR => Some(a | b),
        XOR => Some(a ^ b),
        SHIFT_LEFT => Some(a.wrapping_shl(b as u32)),
        SHIFT_RIGHT => Some(a.wrapping_shr(b as u32)),
        _ => i32::try_from((a as u32).wrapping_shr(b as u32)).ok(),
    }
}

/// What a comparison operation says of an order.
#[inline(always)]
pub(crate) fn holds(operation: u8, order: Ordering) -> bool {
    match operation {
        LESS => order.is_lt(),
        LESS_EQUAL => order.is_le(),
        GREATER => order.is_gt(),
        _ => order.is_ge(),
    }
}

impl<W: Width> Vm<W> {
    /// The arithmetic operation on the two operands at the top of the stack.
    #[inline(never)]
    pub(crate) fn arithmetic(&mut self, operation: u8) -> Result<W::Value, Fault> {
        if operation == ADD && (self.is_string(self.peek(1)) || self.is_string(self.peek(0))) {
            for depth in [1, 0] {
                let text = self.to_string(self.peek(depth))?;
                self.replace(depth, text);
            }
            return self.concatenate();
        }
        let a = self.to_number(self.peek(1))?;
        let b = self.to_number(self.peek(0))?;
        let number = self.number_operation(operation, a, b)?;
        W::new_number(self, number)
    }

    fn number_operation(&mut self, operation: u8, a: Number, b: Number) -> Result<Number, Fault> {
        let (mut x, mut y) = (a, b);
        if operation >= AND {
            x = Number::Integer(self.to_int32(a)?);
            y = Number::Integer(self.to_int32(b)?);
        }
        if let (Number::Integer(x), Number::Integer(y)) = (x, y)
            && let Some(integer) = integer_operation(operation, x, y, i32::checked_mul)
        {
            return Ok(Number::Integer(integer));
        }
        let Some(float) = W::config().float else {
            return self.fault(ErrorCode::OperationRequiresFloatSupport);
        };
        if let (Number::Integer(x), true) = (x, operation >= AND) {
            // Only >>> has a result that is no signed integer.
            let shifted = (float.from_integer)(x);
            return Ok(Number::Float((float.arithmetic)(
                ADD,
                shifted,
                0x41F0_0000_0000_0000,
            )));
        }
        let a = self.float_bits(x)?;
        let b = self.float_bits(y)?;
        Ok(Number::from_bits((float.arithmetic)(operation, a, b)))
    }

    /// a ** b.
    pub(crate) fn power(&mut self) -> Result<W::Value, Fault> {
        let a = self.to_number(self.peek(1))?;
        let b = self.to_number(self.peek(0))?;
        let Some(float) = W::config().float else {
            return self.fault(ErrorCode::OperationRequiresFloatSupport);
        };
        let a = self.float_bits(a)?;
        let b = self.float_bits(b)?;
        W::new_number(self, Number::from_bits((float.power)(a, b)))
    }

    /// The comparison of the two operands at the top of the stack.
    #[inline(never)]
    pub(crate) fn compare(&mut self, operation: u8) -> Result<bool, Fault> {
        let (a, b) = (self.peek(1), self.peek(0));
        if self.is_string(a) && self.is_string(b) {
            return Ok(holds(operation, self.compare_strings(a, b)));
        }
        let a = self.to_number(a)?;
        let b = self.to_number(b)?;
        if let (Number::Integer(a), Number::Integer(b)) = (a, b) {
            return Ok(holds(operation, a.cmp(&b)));
        }
        let Some(float) = W::config().float else {
            return self.fault(ErrorCode::OperationRequiresFloatSupport);
        };
        let a = self.float_bits(a)?;
        let b = self.float_bits(b)?;
        let order = (float.compare)(a, b);
        Ok(order <= 1 && holds(operation, order.cmp(&0)))
    }

    /// a === b.
    #[inline(never)]
    pub(crate) fn strict_equal(&self, a: W::Value, b: W::Value) -> bool {
        if let (Some(a), Some(b)) = (W::number(self, a), W::number(self, b)) {
            return equal_numbers(a, b);
        }
        a == b || self.is_string(a) && self.is_string(b) && self.equal_strings(a, b)
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
        let a = self.to_number(a)?;
        let b = self.to_number(b)?;
        Ok(equal_numbers(a, b))
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
            && kind != Kind::String as u8
            && kind != Kind::Number as u8
            && kind != Kind::Symbol as u8
    }

    /// ToBoolean (ECMAScript 7.1.2).
    #[inline]
    pub fn is_truthy(&self, value: W::Value) -> bool {
        if value == W::TRUE {
            return true;
        }
        if value == W::FALSE || self.is_nullish(value) {
            return false;
        }
        match W::number(self, value) {
            Some(number) => number.is_truthy(),
            None => !(self.is_string(value) && W::string_header(self, value).0 == 0),
        }
    }

    /// The rarer operators with one operand. Stack: the operand, kept.
    #[inline(never)]
    pub(crate) fn unary(&mut self, operation: Special) -> Result<W::Value, Fault> {
        let value = self.peek(0);
        let number = match operation {
            Special::ToString => return self.to_string(value),
            Special::BitNot => {
                let number = self.to_number(value)?;
                Number::Integer(!self.to_int32(number)?)
            }
            _ => self.to_number(value)?,
        };
        W::new_number(self, number)
    }

    /// The number at the top of the stack plus or minus one, or times minus one: `operation` with the
    /// operand `constant`.
    #[inline(never)]
    pub(crate) fn step(&mut self, operation: u8, constant: i32) -> Result<W::Value, Fault> {
        let number = self.to_number(self.peek(0))?;
        let number = self.number_operation(operation, number, Number::Integer(constant))?;
        W::new_number(self, number)
    }
}

/// Whether two numbers are equal: +0 and -0 are, NaN is to nothing.
fn equal_numbers(a: Number, b: Number) -> bool {
    let canonical = |number| match number {
        Number::Float(bits) if bits << 1 == 0 => Number::Integer(0),
        Number::Float(bits) => Number::from_bits(bits),
        integer => integer,
    };
    let a = canonical(a);
    a == canonical(b) && (matches!(a, Number::Integer(_)) || a.is_truthy())
}
