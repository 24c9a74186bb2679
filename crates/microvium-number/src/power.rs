//! The `**` operator: the same on every target, and nearly always correctly rounded.
//!
//! `x ** y` is 2 to the power of `y * log2(x)`, computed in fixed point with 95 bits after the point:
//! the logarithm may have to be exact to 66 bits for the result to be exact to 53. So many more are
//! right that a result which can be exact comes out so.

use crate::soft::{INFINITY, NAN, SIGN, Unpacked, is_nan, is_special, pack, unpack};

/// `base ** exponent`
pub fn power(base: f64, exponent: f64) -> f64 {
    f64::from_bits(power_bits(base.to_bits(), exponent.to_bits()))
}

/// [`power`] on bit patterns.
#[inline(never)]
pub fn power_bits(base: u64, exponent: u64) -> u64 {
    let one = 1023 << 52;
    if exponent & !SIGN == 0 {
        return one;
    }
    if is_nan(base) || is_nan(exponent) {
        return NAN;
    }
    let x = unpack(base);
    let y = unpack(exponent);
    let parity = parity(&y);
    let negative = x.negative && parity == Parity::Odd;
    let sign = if negative { SIGN } else { 0 };
    if is_special(x.exponent) {
        let infinite = (x.exponent > 0) != y.negative;
        return sign | if infinite { INFINITY } else { 0 };
    }
    if x.negative && parity == Parity::Fraction {
        return NAN;
    }
    let logarithm = logarithm(&x);
    if logarithm.significand == 0 {
        return if is_special(y.exponent) {
            NAN
        } else {
            sign | one
        };
    }

    // The product with its point where ONE has it. If it doesn't fit, the result doesn't either.
    let product = multiply(u128::from(y.significand) << 43, logarithm.significand);
    let down = logarithm.negative != y.negative;
    let shift = y.exponent + 52 + logarithm.exponent + 95;
    if shift > 11 {
        return sign | if down { 0 } else { INFINITY };
    }
    let product = if shift < 0 {
        product
            .checked_shr(shift.unsigned_abs())
            .unwrap_or_default()
    } else {
        product << shift
    };
    let mut whole = (product / ONE) as i32;
    let mut fraction = product % ONE;
    if down {
        whole = -whole;
        if fraction != 0 {
            whole -= 1;
            fraction = ONE - fraction;
        }
    }
    let result = polynomial(&EXPONENTIAL, multiply(fraction, LN_2));

    // Some 70 bits are right. Rounded to as many, a result in the middle of two floats is just that.
    let rounded = (result + (1 << 25)) >> 26;
    let significand = (rounded >> 7) as u64 | u64::from(rounded & 0x7f != 0);
    pack(negative, whole - 62, significand)
}

#[derive(PartialEq, Eq)]
enum Parity {
    Even,
    Odd,
    Fraction,
}

/// Infinity is even: so large are only even numbers.
fn parity(number: &Unpacked) -> Parity {
    let low = number.significand.trailing_zeros() as i32 + number.exponent;
    match low {
        0 => Parity::Odd,
        1.. => Parity::Even,
        _ => Parity::Fraction,
    }
}

/// 1 in fixed point. All numbers here are below 2.
const ONE: u128 = 1 << 95;
const LN_2: u128 = 0x58b90bfbe8e7bcd5e4f1d9cc;
const LOG2_E: u128 = 0xb8aa3b295c17f0bbbe87fed0;

/// `a * b`
fn multiply(a: u128, b: u128) -> u128 {
    let mut sum = 0;
    for shift in [0, 32, 64] {
        let digit = (b >> shift) as u32;
        sum = (sum >> 32) + a * u128::from(digit);
    }
    sum >> 31
}

/// `a / b`, which must be below 1.
fn divide(a: u128, b: u128) -> u128 {
    let mut rest = a;
    let mut quotient = 0;
    for _ in 0..95 {
        rest <<= 1;
        quotient <<= 1;
        if rest >= b {
            rest -= b;
            quotient += 1;
        }
    }
    quotient
}

/// `c[0] + c[1] * x + c[2] * x^2 …`
fn polynomial(coefficients: &[u128], x: u128) -> u128 {
    let mut sum = 0;
    for coefficient in coefficients.iter().rev() {
        sum = multiply(sum, x) + coefficient;
    }
    sum
}

/// `1 / k!`: the exponential function's series.
const EXPONENTIAL: [u128; 26] = {
    let mut series = [ONE; 26];
    let mut index = 1;
    while index < series.len() {
        series[index] = series[index - 1] / index as u128;
        index += 1;
    }
    series
};

/// `1 / (2k + 1)`: the series of the hyperbolic arctangent, less one power of its argument.
const ARCTANGENT: [u128; 18] = {
    let mut series = [ONE; 18];
    let mut index = 1;
    while index < series.len() {
        series[index] = ONE / (2 * index as u128 + 1);
        index += 1;
    }
    series
};

/// `significand * 2^exponent`; the significand has 96 bits, or is 0.
struct Long {
    significand: u128,
    exponent: i32,
    negative: bool,
}

/// The logarithm of a positive number to the base 2.
fn logarithm(x: &Unpacked) -> Long {
    // The number is m * 2^whole, m near 1; log2(m) = 2 * atanh(z) / ln(2), z = (m - 1) / (m + 1).
    let mut whole = x.exponent + 52;
    let mut m = u128::from(x.significand) << 43;
    if m > LOG2_E {
        m >>= 1;
        whole += 1;
    }
    let below = m < ONE;
    let mut distance = m.abs_diff(ONE);
    let mut places = 0;
    if distance != 0 {
        // Keeps the bits of a logarithm near 0.
        places = distance.leading_zeros() as i32 - 33;
        distance <<= places;
    }
    let z = divide(distance, m + ONE);
    let square = multiply(z, z)
        .checked_shr(2 * places as u32)
        .unwrap_or_default();
    let part = multiply(multiply(z, polynomial(&ARCTANGENT, square)), LOG2_E);
    // part * 2^(1 - places - 95)
    let (mut significand, mut exponent, mut negative) = (part, -94 - places, below);
    if whole != 0 {
        exponent = -84;
        negative = whole < 0;
        let part = part >> (10 + places);
        significand = u128::from(whole.unsigned_abs()) << 84;
        significand = if negative == below {
            significand + part
        } else {
            significand - part
        };
    }
    if significand != 0 {
        let shift = significand.leading_zeros() as i32 - 32;
        significand <<= shift;
        exponent -= shift;
    }
    Long {
        significand,
        exponent,
        negative,
    }
}
