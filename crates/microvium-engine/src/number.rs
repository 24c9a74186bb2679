//! Numbers: 32-bit integers in the engine, everything else in the optional float part.

use crate::config::Float;
use crate::operators::small;
use crate::property::{NO_CELL, NUMBER, STRING};
use crate::{Fault, Vm, Width};
use microvium_format::ErrorCode;

/// A number in registers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Number {
    /// An integer of 32 bits that isn't -0.
    Integer(i32),
    /// Any number, by the bits of its IEEE 754 double.
    Float(u64),
}

impl Number {
    /// A float, as an integer if it is one of 32 bits. By its bits alone, so that no float arithmetic
    /// is linked.
    pub fn from_bits(bits: u64) -> Number {
        match microvium_number::convert::as_i32(bits) {
            Some(integer) => Number::Integer(integer),
            None => Number::Float(bits),
        }
    }
}

impl<W: Width> Vm<W> {
    /// The float part; throws if the engine has none.
    #[cfg_attr(not(feature = "speed"), inline(always))]
    pub(crate) fn float_part(&mut self) -> Result<&'static Float<W>, Fault> {
        match W::config().float {
            Some(float) => Ok(float),
            None => self.fault(ErrorCode::OperationRequiresFloatSupport),
        }
    }

    /// ToNumber (ECMAScript 7.1.4) of a primitive.
    #[inline(never)]
    pub(crate) fn to_number(&mut self, value: W::Value) -> Result<W::Value, Fault> {
        match self.kind(value) {
            NUMBER => Ok(value),
            NO_CELL => Ok(if value == W::UNDEFINED {
                W::NAN
            } else if value == W::TRUE {
                small::<W>(1)
            } else if value == W::FALSE || value == W::NULL {
                W::ZERO
            } else {
                value
            }),
            STRING => {
                if let Some(integer) = decimal(self.text(value)) {
                    return W::new_integer(self, integer);
                }
                match W::config().float_text {
                    Some(part) => (part.parse)(self, value),
                    None => self.fault(ErrorCode::OperationRequiresFloatSupport),
                }
            }
            _ => self.fault(ErrorCode::MissingLibrary),
        }
    }

    /// ToNumber of the value at `depth` of the stack, in place.
    #[cfg_attr(not(feature = "speed"), inline(always))]
    pub(crate) fn make_number(&mut self, depth: usize) -> Result<(), Fault> {
        let number = self.to_number(self.peek(depth))?;
        self.replace(depth, number);
        Ok(())
    }

    /// ToNumber of the two operands at the top of the stack, in place. An object at the top fails first, so that
    /// the library gets the other one as it was: what becomes of that depends on this one's primitive.
    #[inline(never)]
    pub(crate) fn make_numbers(&mut self) -> Result<(), Fault> {
        let first = usize::from(!self.is_object(self.peek(0)));
        self.make_number(first)?;
        self.make_number(0)
    }

    /// The array index that a number is, if it is one below 2³¹.
    pub(crate) fn as_index(&self, value: W::Value) -> Option<usize> {
        match W::integer(self, value) {
            Some(integer) if integer >= 0 => Some(integer as usize),
            _ => None,
        }
    }
}

/// The number that a text of at most nine decimal digits is; 0 if there are none.
#[inline(never)]
pub(crate) fn decimal(text: &[u8]) -> Option<i32> {
    let mut number = 0;
    if text.len() > 9 {
        return None;
    }
    for &byte in text {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number * 10 + i32::from(digit);
    }
    Some(number)
}
