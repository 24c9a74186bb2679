//! Binary64 arithmetic on bit patterns, rounding to nearest with ties to even.
//!
//! Every operation unpacks its operands, computes a 64-bit significand whose lowest bit is sticky
//! (it is set if anything below it isn't zero), and lets `pack` round once. Infinity is unpacked
//! as an enormous number and zero as a tiny one with significand 0: then most of their rules follow
//! from ordinary arithmetic, and only the invalid operations are told apart by the exponent.

use core::cmp::Ordering;

/// The one NaN that comes out of any operation.
pub const NAN: u64 = 0x7ff8_0000_0000_0000;
/// Positive infinity.
pub const INFINITY: u64 = 0x7ff0_0000_0000_0000;
/// The sign bit: alone, it is -0.
pub const SIGN: u64 = 1 << 63;

/// The leading bit that binary64 doesn't store.
const HIDDEN: u64 = 1 << 52;
/// The exponent of a significand taken as an integer is its field less this.
const BIAS: i32 = 1075;
/// The exponent of infinity, and negated that of zero. No sum of two finite exponents comes near.
const SPECIAL: i32 = 1 << 13;

/// The operations that [`arithmetic`] knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `a + b`
    Add,
    /// `a - b`
    Subtract,
    /// `a * b`
    Multiply,
    /// `a / b`
    Divide,
    /// `a % b`: what is left of `a` after a division that rounds toward zero. It is exact.
    Remainder,
}

/// `a + b`
pub fn add(a: u64, b: u64) -> u64 {
    arithmetic(Operator::Add, a, b)
}

/// `a - b`
pub fn subtract(a: u64, b: u64) -> u64 {
    arithmetic(Operator::Subtract, a, b)
}

/// `a * b`
pub fn multiply(a: u64, b: u64) -> u64 {
    arithmetic(Operator::Multiply, a, b)
}

/// `a / b`
pub fn divide(a: u64, b: u64) -> u64 {
    arithmetic(Operator::Divide, a, b)
}

/// `a % b`, with the sign of `a`.
pub fn remainder(a: u64, b: u64) -> u64 {
    arithmetic(Operator::Remainder, a, b)
}

/// `a` compared with `b`; none if one of them is NaN.
pub fn compare(a: u64, b: u64) -> Option<Ordering> {
    if unordered(a, b) {
        return None;
    }
    Some(order(a).cmp(&order(b)))
}

/// Is one of the two a NaN?
#[inline(never)]
fn unordered(a: u64, b: u64) -> bool {
    is_nan(a) || is_nan(b)
}

/// Is this bit pattern a NaN?
#[inline]
pub fn is_nan(bits: u64) -> bool {
    bits << 1 > INFINITY << 1
}

/// `a operator b`.
#[inline(never)]
pub fn arithmetic(operator: Operator, a: u64, b: u64) -> u64 {
    if unordered(a, b) {
        return NAN;
    }
    if let Operator::Add | Operator::Subtract = operator {
        return sum(
            a,
            if operator == Operator::Subtract {
                b ^ SIGN
            } else {
                b
            },
        );
    }
    let left = unpack(a);
    let right = unpack(b);
    let exponent = if operator == Operator::Multiply {
        left.exponent + right.exponent
    } else {
        left.exponent - right.exponent
    };
    // 0 * Infinity, 0 / 0, Infinity / Infinity
    if is_special(left.exponent) && !is_special(exponent) {
        return NAN;
    }
    let sign = upper(a ^ b);
    if operator == Operator::Multiply {
        return pack(
            sign,
            exponent + 50,
            product(left.significand, right.significand),
        );
    }
    let mut count = 56;
    if operator == Operator::Remainder {
        if exponent < 0 {
            return a;
        }
        // Infinity % x, x % 0
        if is_special(exponent) {
            return NAN;
        }
        count = exponent + 1;
    }
    // Bit by bit: the first has weight 1.
    let mut rest = left.significand;
    let mut quotient = 0;
    for _ in 0..count {
        quotient <<= 1;
        if rest >= right.significand {
            rest -= right.significand;
            quotient |= 1;
        }
        rest <<= 1;
    }
    if operator == Operator::Remainder {
        pack(upper(a), right.exponent - 1, rest)
    } else {
        pack(sign, exponent - 55, quotient | u64::from(rest != 0))
    }
}

/// `a + b`
fn sum(a: u64, b: u64) -> u64 {
    let (large, small) = if a << 1 < b << 1 { (b, a) } else { (a, b) };
    let mut sign = upper(large);
    let equal = (a ^ b) & SIGN == 0;
    let large = unpack(large);
    let small = unpack(small);
    // Ten bits to round by, and one for the carry.
    let mut sum = large.significand << 10;
    let less = shift_right(small.significand << 10, large.exponent - small.exponent);
    if equal {
        sum += less;
    } else {
        sum -= less;
        if sum == 0 {
            sign = 0;
        }
    }
    pack(sign, large.exponent - 10, sum)
}

/// A number other than NaN, but for its sign: `significand * 2^exponent`.
#[derive(Clone, Copy)]
pub(crate) struct Unpacked {
    pub significand: u64,
    pub exponent: i32,
}

/// The upper half, of which the highest bit is the sign.
pub(crate) fn upper(bits: u64) -> u32 {
    (bits >> 32) as u32
}

/// Is this the exponent of zero or infinity?
pub(crate) fn is_special(exponent: i32) -> bool {
    exponent.unsigned_abs() > SPECIAL as u32 / 2
}

/// Takes a number apart. The significand is at least 2^52 unless the number is zero.
#[inline(never)]
pub(crate) fn unpack(bits: u64) -> Unpacked {
    let mut significand = bits & (HIDDEN - 1);
    let mut exponent = (bits >> 52) as i32 & 0x7ff;
    if exponent == 0 {
        if significand == 0 {
            exponent = -SPECIAL;
        } else {
            exponent = 1 - BIAS;
            while significand < HIDDEN {
                significand <<= 1;
                exponent -= 1;
            }
        }
    } else {
        significand |= HIDDEN;
        exponent = if exponent == 0x7ff {
            SPECIAL
        } else {
            exponent - BIAS
        };
    }
    Unpacked {
        significand,
        exponent,
    }
}

/// The number nearest to `significand * 2^exponent`, where the lowest bit is sticky, with the highest bit of `sign` as its
/// sign.
///
/// Nothing left of something infinite is what `Infinity - Infinity` leads to: NaN.
#[inline(never)]
pub(crate) fn pack(sign: u32, exponent: i32, significand: u64) -> u64 {
    let mut significand = significand;
    // As the field would be if the hidden bit were the highest of the 64.
    let mut exponent = exponent + BIAS + 11;
    if significand == 0 {
        if exponent > SPECIAL / 2 {
            return NAN;
        }
        exponent = 1;
    }
    while significand >> 63 == 0 && exponent > 1 {
        significand <<= 1;
        exponent -= 1;
    }
    significand = shift_right(significand, 1 - exponent);
    let magnitude = if exponent > 0x7fe {
        INFINITY
    } else {
        // The hidden bit adds the last 1 to the exponent; so does a carry out of rounding.
        let field = (exponent.max(1) - 1) as u64;
        let rounded = (significand >> 11) + (field << 52);
        // Half a unit, and whether rounding up is due: more than half, or half and odd.
        let rest = significand as u32 & 0x7ff;
        rounded + u64::from(rest + (rounded as u32 & 1) > 0x400)
    };
    magnitude | u64::from(sign >> 31 << 31) << 32
}

/// Shifts right by `count` (not at all if it is negative); what falls off sets the lowest bit.
#[inline(never)]
pub(crate) fn shift_right(value: u64, count: i32) -> u64 {
    let mut value = value;
    let mut count = count;
    while count > 0 && value > 1 {
        value = value >> 1 | value & 1;
        count -= 1;
    }
    value
}

/// The product of two significands, divided by 2^50, the lowest bit sticky.
fn product(a: u64, b: u64) -> u64 {
    let mut b = b;
    let mut sum = 0;
    // Bit by bit, below two that a sticky bit needs: no multiplication of the runtime is linked.
    for _ in 0..53 {
        sum = sum >> 1 | sum & 1;
        if b & 1 != 0 {
            sum += a << 2;
        }
        b >>= 1;
    }
    sum
}

/// The bits as an integer that orders as the numbers do; both zeros are 0.
fn order(bits: u64) -> i64 {
    let ordered = if bits & SIGN == 0 {
        bits
    } else {
        SIGN.wrapping_sub(bits)
    };
    ordered as i64
}
