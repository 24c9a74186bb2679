//! The `%` operator: the exact remainder of a division that rounds toward zero.

use crate::soft::{INFINITY, NAN, SIGN, is_nan, long_divide, pack, unpack};

/// `a % b`, with the sign of `a`.
pub fn remainder(a: f64, b: f64) -> f64 {
    f64::from_bits(remainder_bits(a.to_bits(), b.to_bits()))
}

/// [`remainder`] on bit patterns.
#[inline(never)]
pub fn remainder_bits(a: u64, b: u64) -> u64 {
    if a & !SIGN >= INFINITY || b & !SIGN == 0 || is_nan(b) {
        return NAN;
    }
    let dividend = unpack(a);
    let divisor = unpack(b);
    let steps = dividend.exponent - divisor.exponent + 1;
    if steps <= 0 {
        return a;
    }
    let (_, twice) = long_divide(dividend.significand, divisor.significand, steps);
    pack(dividend.negative, divisor.exponent - 1, twice)
}
