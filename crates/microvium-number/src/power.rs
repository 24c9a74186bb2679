//! The `**` operator: the same on every target, and nearly always correctly rounded.
//!
//! `x ** y` is 2 to the power of `y * log2(x)`, computed in fixed point with 128 bits after the point.
//! The logarithm of a number next to 1 begins 53 bits after the point, and 64 bits of it or more have to
//! be right for the result to be. Elsewhere so many more are right that a result which can be exact is.

use crate::bignum::zeros;
use crate::integer::divide_unsigned;
use crate::soft::{INFINITY, NAN, SIGN, Unpacked, is_nan, is_special, pack, unpack, upper};

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
    let (x_negative, y_negative) = (base & SIGN != 0, exponent & SIGN != 0);
    let sign = if parity == Parity::Odd {
        base & SIGN
    } else {
        0
    };
    if is_special(x.exponent) {
        let infinite = (x.exponent > 0) != y_negative;
        return sign | if infinite { INFINITY } else { 0 };
    }
    if x_negative && parity == Parity::Fraction {
        return NAN;
    }
    if base & !SIGN == one {
        return if is_special(y.exponent) {
            NAN
        } else {
            sign | one
        };
    }

    let mut memory = zeros::<_, { 5 * LIMBS }>();
    let ([sum, numbers @ ..], []) = memory.as_chunks_mut() else {
        return NAN;
    };

    // The product of exponent and logarithm. If it isn't small, the result is out of range.
    let down = logarithm(&x, sum, numbers) != y_negative;
    let [product, factor, next, ..] = numbers else {
        return NAN;
    };
    let (mut sum, mut next) = (sum, next);
    set(factor, 0, y.significand << 11);
    multiply(product, factor, sum);
    let mut places = y.exponent + 53;
    while places > 0 {
        if product[WHOLE] > 1 << 12 {
            return sign | if down { 0 } else { INFINITY };
        }
        shift_left(product);
        places -= 1;
    }
    for _ in places.max(-200)..0 {
        shift_right(product);
    }
    let mut whole = product[WHOLE] as i32;
    product[WHOLE] = 0;
    if down {
        whole = -1 - whole;
        subtract_from(1, product);
    }
    // e^x by its series: 1 + x / 1 * (1 + x / 2 * (1 + x / 3 …)).
    multiply(factor, &LN_2, product);
    set(sum, 1, 0);
    for index in (1..28).rev() {
        multiply(next, factor, sum);
        divide(next, index);
        next[WHOLE] += 1;
        (sum, next) = (next, sum);
    }

    // Rounded to 68 bits after the point, so that a result in the middle of two floats is just that.
    add(sum, &[0, 1 << 27, 0, 0, 0, 0]);
    let [_, rest, low, middle, high, _] = *sum;
    let sticky = low & 3 != 0 || rest >> 28 != 0;
    let significand = u64::from(high) << 62 | u64::from(middle) << 30 | u64::from(low >> 2);
    pack(upper(sign), whole - 62, significand | u64::from(sticky))
}

#[derive(PartialEq, Eq)]
enum Parity {
    Even,
    Odd,
    Fraction,
}

/// Infinity is even: so large are only even numbers.
fn parity(number: &Unpacked) -> Parity {
    let mut significand = number.significand;
    let mut exponent = number.exponent;
    while exponent < 0 && significand & 1 == 0 && significand != 0 {
        significand >>= 1;
        exponent += 1;
    }
    match exponent {
        0 if significand & 1 != 0 => Parity::Odd,
        0.. => Parity::Even,
        _ => Parity::Fraction,
    }
}

/// The magnitude of the logarithm of a positive number to the base 2; returns whether it is negative.
fn logarithm(x: &Unpacked, result: &mut Fixed, others: &mut [Fixed]) -> bool {
    let [m, sum, next, z] = others else {
        return false;
    };
    let (mut sum, mut next) = (sum, next);
    // The number is m * 2^whole, m near 1; log2(m) = 2 / ln(2) * atanh(z), z = (m - 1) / (m + 1).
    let mut whole = x.exponent + 52;
    set(m, 1, x.significand << 12);
    if m[WHOLE - 1] > SQRT_2 {
        shift_right(m);
        whole += 1;
    }
    let below = m[WHOLE] == 0;
    m[WHOLE] += 1;
    // 1 / (m + 1), by Newton's method from 1 / 2: each step doubles the bits that are right.
    set(sum, 0, 1 << 63);
    for _ in 0..6 {
        multiply(z, sum, m);
        subtract_from(2, z);
        multiply(next, sum, z);
        (sum, next) = (next, sum);
    }
    m[WHOLE] = 0;
    if below {
        subtract_from(1, m);
    }
    multiply(z, m, sum);
    // atanh(z) = z * (1 + z^2 / 3 + z^4 / 5 …)
    multiply(m, z, z);
    set(sum, 0, 0);
    for index in (0..20).rev() {
        multiply(next, m, sum);
        set(sum, 1, 0);
        divide(sum, 2 * index + 1);
        add(next, sum);
        (sum, next) = (next, sum);
    }
    multiply(next, z, sum);
    multiply(result, next, &TWO_LOG2_E);
    if whole == 0 {
        return below;
    }
    if below == (whole < 0) {
        result[WHOLE] += whole.unsigned_abs();
    } else {
        subtract_from(whole.unsigned_abs(), result);
    }
    whole < 0
}

/// A number of four limbs after the point and one before it, the lowest first, and one that stays 0.
type Fixed = [u32; LIMBS];

const LIMBS: usize = 6;
/// The limb before the point.
const WHOLE: usize = 4;
const LN_2: Fixed = [0x03f2f6af, 0xc9e3b398, 0xd1cf79ab, 0xb17217f7, 0, 0];
const TWO_LOG2_E: Fixed = [0xa474fa24, 0xfa1ffb41, 0x705fc2ee, 0xe2a8eca5, 2, 0];
/// The limb after the point in the square root of 2.
const SQRT_2: u32 = 0x6a09e667;

/// `a = whole + bits / 2^64`
#[inline(never)]
fn set(a: &mut Fixed, whole: u32, bits: u64) {
    *a = [0, 0, bits as u32, (bits >> 32) as u32, whole, 0];
}

/// `product = a * b`, where `a` is below 1.
#[inline(never)]
fn multiply(product: &mut Fixed, a: &Fixed, b: &Fixed) {
    set(product, 0, 0);
    for digit in &b[..=WHOLE] {
        let mut carry = 0;
        for index in 0..=WHOLE {
            let limb =
                u64::from(a[index]) * u64::from(*digit) + u64::from(product[index + 1]) + carry;
            product[index] = limb as u32;
            carry = limb >> 32;
        }
    }
}

/// `a = a + b`
#[inline(never)]
fn add(a: &mut Fixed, b: &Fixed) {
    let mut carry = 0;
    for (a, b) in a.iter_mut().zip(b) {
        let sum = u64::from(*a) + u64::from(*b) + carry;
        *a = sum as u32;
        carry = sum >> 32;
    }
}

/// `a = whole - a`, where `a` isn't the greater one.
#[inline(never)]
fn subtract_from(whole: u32, a: &mut Fixed) {
    let mut borrow = 0;
    for limb in a.iter_mut().take(LIMBS - 1) {
        let value = limb.wrapping_add(borrow);
        borrow |= u32::from(value != 0);
        *limb = value.wrapping_neg();
    }
    a[WHOLE] = a[WHOLE].wrapping_add(whole);
}

/// `a = a / b`, for an integer of 16 bits that isn't 0.
#[inline(never)]
fn divide(a: &mut Fixed, b: u32) {
    let mut rest = 0;
    for limb in a.iter_mut().rev() {
        // A digit of 16 bits at a time.
        for _ in 0..2 {
            rest = rest << 16 | *limb >> 16;
            let digit = divide_unsigned(rest, b);
            rest -= digit * b;
            *limb = *limb << 16 | digit;
        }
    }
}

/// `a = a * 2`
fn shift_left(a: &mut Fixed) {
    let mut carry = 0;
    for limb in a {
        let next = *limb >> 31;
        *limb = *limb << 1 | carry;
        carry = next;
    }
}

/// `a = a / 2`
#[inline(never)]
fn shift_right(a: &mut Fixed) {
    let mut carry = 0;
    for limb in a.iter_mut().rev() {
        let next = *limb << 31;
        *limb = *limb >> 1 | carry;
        carry = next;
    }
}
