//! Numbers of a width: which of them are inline, and how the others are stored.

use crate::number::Number;
use crate::{Fault, Vm, Width};

/// How a width has numbers as values.
pub trait Numbers<W: Width> {
    /// Whether both are inline integers.
    fn both_integers(a: W::Value, b: W::Value) -> bool;
    /// The inline integer that `value` is.
    fn inline_integer(value: W::Value) -> i32;
    /// The integer as an inline value, if it is in range.
    fn try_inline(integer: i32) -> Option<W::Value>;
    /// What number a value is, if it is one.
    fn number(vm: &Vm<W>, value: W::Value) -> Option<Number>;
    /// A number as a value.
    fn new_number(vm: &mut Vm<W>, number: Number) -> Result<W::Value, Fault>;
    /// NaN.
    const NAN: W::Value;
    /// -0.
    const NEGATIVE_ZERO: W::Value;
    /// Whether a value is a number.
    #[inline]
    fn is_number(vm: &Vm<W>, value: W::Value) -> bool {
        W::number(vm, value).is_some()
    }
    /// The integer of 32 bits that a value is, if it is one. -0 is none.
    #[inline]
    fn integer(vm: &Vm<W>, value: W::Value) -> Option<i32> {
        match W::number(vm, value)? {
            Number::Integer(integer) => Some(integer),
            Number::Float(bits) => match Number::from_bits(bits) {
                Number::Integer(integer) => Some(integer),
                Number::Float(_) => None,
            },
        }
    }
    /// The bits of a number that is no such integer.
    #[inline]
    fn float_bits(vm: &Vm<W>, value: W::Value) -> u64 {
        match W::number(vm, value) {
            Some(Number::Float(bits)) => bits,
            _ => f64::NAN.to_bits(),
        }
    }
    /// 0.
    const ZERO: W::Value;
    /// An integer as a value.
    #[inline]
    fn new_integer(vm: &mut Vm<W>, integer: i32) -> Result<W::Value, Fault> {
        W::new_number(vm, Number::Integer(integer))
    }
    /// A number that is no integer of 32 bits as a value.
    #[inline]
    fn new_float(vm: &mut Vm<W>, bits: u64) -> Result<W::Value, Fault> {
        W::new_number(vm, Number::Float(bits))
    }
}
