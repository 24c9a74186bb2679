//! Numbers: 32-bit integers in the engine, everything else in the optional float part.

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

    /// Whether it is neither zero nor NaN.
    pub fn is_truthy(self) -> bool {
        match self {
            Number::Integer(integer) => integer != 0,
            Number::Float(bits) => {
                let magnitude = bits << 1;
                magnitude != 0 && magnitude <= 0x7FF << 53
            }
        }
    }
}

impl<W: Width> Vm<W> {
    /// The bits of a number; throws if the engine has no floats.
    pub(crate) fn float_bits(&mut self, number: Number) -> Result<u64, Fault> {
        match number {
            Number::Float(bits) => Ok(bits),
            Number::Integer(integer) => match W::config().float {
                Some(float) => Ok((float.from_integer)(integer)),
                None => self.fault(ErrorCode::OperationRequiresFloatSupport),
            },
        }
    }

    /// ToNumber (ECMAScript 7.1.4) of a primitive.
    pub(crate) fn to_number(&mut self, value: W::Value) -> Result<Number, Fault> {
        if let Some(number) = W::number(self, value) {
            return Ok(number);
        }
        if value == W::TRUE {
            return Ok(Number::Integer(1));
        }
        if value == W::FALSE || value == W::NULL {
            return Ok(Number::Integer(0));
        }
        if value == W::UNDEFINED {
            return Ok(Number::Float(f64::NAN.to_bits()));
        }
        if self.is_string(value) {
            return self.parse_number(value);
        }
        self.fault(ErrorCode::MissingLibrary)
    }

    /// StringToNumber: decimal integers by the engine, everything else by the float part.
    fn parse_number(&mut self, string: W::Value) -> Result<Number, Fault> {
        let text = self.text(string);
        if let Some(integer) = decimal(text) {
            return Ok(Number::Integer(integer));
        }
        match W::config().float_text {
            Some(part) => Ok(Number::from_bits((part.parse)(text))),
            None => self.fault(ErrorCode::OperationRequiresFloatSupport),
        }
    }

    /// ToInt32 of a number.
    pub(crate) fn to_int32(&mut self, number: Number) -> Result<i32, Fault> {
        match number {
            Number::Integer(integer) => Ok(integer),
            Number::Float(bits) => match W::config().float {
                Some(float) => Ok((float.to_int32)(bits)),
                None => self.fault(ErrorCode::OperationRequiresFloatSupport),
            },
        }
    }

    /// Writes a number as ECMAScript's Number::toString does; returns the length.
    pub(crate) fn print_number(
        &mut self,
        number: Number,
        out: &mut [u8; 32],
    ) -> Result<usize, Fault> {
        match number {
            Number::Integer(integer) => {
                let mut buffer = [0; 11];
                let text = microvium_number::integer::print(integer, &mut buffer);
                for (to, from) in out.iter_mut().zip(text) {
                    *to = *from;
                }
                Ok(text.len())
            }
            Number::Float(bits) => match W::config().float_text {
                Some(part) => Ok((part.print)(bits, out)),
                None => self.fault(ErrorCode::OperationRequiresFloatSupport),
            },
        }
    }

    /// The array index that a number is, if it is one below 2³¹.
    pub(crate) fn as_index(&self, value: W::Value) -> Option<usize> {
        match W::number(self, value)? {
            Number::Integer(integer) if integer >= 0 => Some(integer as usize),
            Number::Integer(_) => None,
            Number::Float(bits) => match Number::from_bits(bits) {
                Number::Integer(integer) if integer >= 0 => Some(integer as usize),
                _ => None,
            },
        }
    }
}

/// The number that a text of at most nine decimal digits is.
fn decimal(text: &[u8]) -> Option<i32> {
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
