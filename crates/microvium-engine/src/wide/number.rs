//! Numbers: all are values.

use super::{FIRST_DOUBLE, INTEGER, TAG, Value, Wide};
use crate::width::Numbers;
use crate::{Fault, Number, Platform, Vm, Width};
use core::num::NonZeroU64;

/// What number a value is, as a double.
#[inline(always)]
pub(super) fn as_double(value: Value) -> Option<f64> {
    let bits = value.get();
    if bits >= FIRST_DOUBLE {
        return Some(f64::from_bits(!bits));
    }
    if bits >> TAG == INTEGER >> TAG {
        return Some(f64::from(bits as i32));
    }
    None
}

/// A double as a value.
#[inline(always)]
pub(super) fn double(number: f64) -> Value {
    let number = if number.is_nan() { f64::NAN } else { number };
    from_bits(number.to_bits())
}

pub(super) const fn from_bits(bits: u64) -> Value {
    match NonZeroU64::new(!bits) {
        Some(value) => value,
        None => NonZeroU64::MIN,
    }
}

impl<P: Platform<Wide<P>>> Numbers<Self> for Wide<P> {
    const NAN: Value = from_bits(f64::NAN.to_bits());
    const ZERO: Value = from_bits(!INTEGER);
    const NEGATIVE_ZERO: Value = from_bits(1 << 63);
    #[inline(always)]
    fn both_integers(a: Value, b: Value) -> bool {
        ((a.get() ^ INTEGER) | (b.get() ^ INTEGER)) >> TAG == 0
    }
    #[inline(always)]
    fn inline_integer(value: Value) -> i32 {
        value.get() as i32
    }
    #[inline(always)]
    fn try_inline(integer: i32) -> Option<Value> {
        NonZeroU64::new(INTEGER | u64::from(integer as u32))
    }
    #[inline(always)]
    fn number(_: &Vm<Self>, value: Value) -> Option<Number> {
        let bits = value.get();
        if bits >> TAG == INTEGER >> TAG {
            return Some(Number::Integer(bits as i32));
        }
        if bits >= FIRST_DOUBLE {
            Some(Number::Float(!bits))
        } else {
            None
        }
    }
    #[inline(always)]
    fn new_number(_: &mut Vm<Self>, number: Number) -> Result<Value, Fault> {
        Ok(match number {
            Number::Integer(integer) => Self::from_word(INTEGER | u64::from(integer as u32)),
            Number::Float(bits) => double(f64::from_bits(bits)),
        })
    }
}
