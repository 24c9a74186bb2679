//! The `**` operator: the same on every target, and nearly always correctly rounded.
//!
//! `x ** y` is 2 to the power of `y * log2(x)`, computed in fixed point with 128 bits after the point.
//! The logarithm of a number next to 1 begins 53 bits after the point, and 64 bits of it or more have to
//! be right for the result to be. Elsewhere so many more are right that a result which can be exact is.

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

    // The product of exponent and logarithm. If it isn't small, the result is out of range.
    let (logarithm, below) = logarithm(&x);
    let down = below != y_negative;
    let mut product = multiply(&fraction(y.significand << 11), &logarithm);
    let mut places = y.exponent + 53;
    while places > 0 {
        if product[WHOLE] > 1 << 12 {
            return sign | if down { 0 } else { INFINITY };
        }
        shift_left(&mut product);
        places -= 1;
    }
    for _ in places.max(-200)..0 {
        shift_right(&mut product);
    }
    let mut whole = product[WHOLE] as i32;
    product[WHOLE] = 0;
    if down {
        whole = -1 - whole;
        product = subtract(&ONE, &product);
    }
    let mut result = exponential(&multiply(&LN_2, &product));

    // Rounded to 68 bits after the point, so that a result in the middle of two floats is just that.
    add(&mut result, &[0, 1 << 27, 0, 0, 0]);
    let [_, rest, low, middle, high] = result;
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

/// The magnitude of the logarithm of a positive number to the base 2, and whether it is negative.
fn logarithm(x: &Unpacked) -> (Fixed, bool) {
    // The number is m * 2^whole, m near 1; log2(m) = 2 / ln(2) * atanh(z), z = (m - 1) / (m + 1).
    let mut whole = x.exponent + 52;
    let mut m = fraction(x.significand << 12);
    m[WHOLE] = 1;
    if m[WHOLE - 1] > SQRT_2 {
        shift_right(&mut m);
        whole += 1;
    }
    let below = m[WHOLE] == 0;
    let distance = if below {
        subtract(&ONE, &m)
    } else {
        subtract(&m, &ONE)
    };
    add(&mut m, &ONE);
    // 1 / (m + 1), by Newton's method from 1 / 2: each step doubles the bits that are right.
    let mut reciprocal = [0, 0, 0, 1 << 31, 0];
    for _ in 0..6 {
        let error = subtract(&[0, 0, 0, 0, 2], &multiply(&reciprocal, &m));
        reciprocal = multiply(&reciprocal, &error);
    }
    let z = multiply(&distance, &reciprocal);
    // atanh(z) = z * (1 + z^2 / 3 + z^4 / 5 …)
    let square = multiply(&z, &z);
    let mut series = [0; 5];
    for index in (0..20).rev() {
        series = multiply(&square, &series);
        let mut term = ONE;
        divide(&mut term, 2 * index + 1);
        add(&mut series, &term);
    }
    let part = multiply(&multiply(&z, &series), &TWO_LOG2_E);
    if whole == 0 {
        return (part, below);
    }
    let mut sum = [0, 0, 0, 0, whole.unsigned_abs()];
    if below == (whole < 0) {
        add(&mut sum, &part);
    } else {
        sum = subtract(&sum, &part);
    }
    (sum, whole < 0)
}

/// `e^x` by its series: `1 + x / 1 * (1 + x / 2 * (1 + x / 3 …))`.
fn exponential(x: &Fixed) -> Fixed {
    let mut sum = ONE;
    for index in (1..28).rev() {
        sum = multiply(x, &sum);
        divide(&mut sum, index);
        add(&mut sum, &ONE);
    }
    sum
}

/// A number of four limbs after the point and one before it, the lowest first.
type Fixed = [u32; 5];

/// The limb before the point.
const WHOLE: usize = 4;
const ONE: Fixed = [0, 0, 0, 0, 1];
const LN_2: Fixed = [0x03f2f6af, 0xc9e3b398, 0xd1cf79ab, 0xb17217f7, 0x00000000];
const TWO_LOG2_E: Fixed = [0xa474fa24, 0xfa1ffb41, 0x705fc2ee, 0xe2a8eca5, 0x00000002];
/// The limb after the point in the square root of 2.
const SQRT_2: u32 = 0x6a09e667;

/// `bits / 2^64`
fn fraction(bits: u64) -> Fixed {
    [0, 0, bits as u32, (bits >> 32) as u32, 0]
}

/// `a * b`, where `a` is below 1.
#[inline(never)]
fn multiply(a: &Fixed, b: &Fixed) -> Fixed {
    // One limb more, that stays 0.
    let mut sum = [0; 6];
    for digit in b {
        let mut carry = 0;
        for index in 0..a.len() {
            let limb = u64::from(a[index]) * u64::from(*digit) + u64::from(sum[index + 1]) + carry;
            sum[index] = limb as u32;
            carry = limb >> 32;
        }
    }
    let [product @ .., _] = sum;
    product
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

/// `a - b`
#[inline(never)]
fn subtract(a: &Fixed, b: &Fixed) -> Fixed {
    let mut difference = *a;
    let mut borrow = 0;
    for (a, b) in difference.iter_mut().zip(b) {
        let limb = i64::from(*a) - i64::from(*b) + borrow;
        *a = limb as u32;
        borrow = limb >> 32;
    }
    difference
}

/// `a = a / b`, for an integer of 16 bits that isn't 0.
#[inline(never)]
fn divide(a: &mut Fixed, b: u32) {
    let mut rest = 0;
    for limb in a.iter_mut().rev() {
        let high = rest << 16 | *limb >> 16;
        let low = (high % b) << 16 | *limb & 0xffff;
        *limb = ((high / b) << 16) | (low / b);
        rest = low % b;
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
