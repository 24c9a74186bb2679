//! Integers: what they need without the code that floats need.

/// `a * b`, if it fits and isn't -0.
#[inline]
pub fn multiply(a: i32, b: i32) -> Option<i32> {
    let product = a.wrapping_mul(b);
    // A product of 64 bits would be a call into the runtime on a small processor.
    let small = i32::from(a as i16) == a && i32::from(b as i16) == b;
    let exact = small || a == 0 || quotient(product, a) == b;
    if exact { signed(product, a, b) } else { None }
}

/// `a / b`, if it is an integer that fits and isn't -0.
#[inline]
pub fn divide(a: i32, b: i32) -> Option<i32> {
    let quotient = quotient(a, b);
    if quotient.wrapping_mul(b) == a {
        signed(quotient, a, b)
    } else {
        None
    }
}

/// `a % b`, if there is one and it isn't -0.
#[inline(always)]
pub fn remainder(a: i32, b: i32) -> Option<i32> {
    let rest = a.wrapping_sub(quotient(a, b).wrapping_mul(b));
    (b != 0 && (rest != 0 || a >= 0)).then_some(rest)
}

/// `result`, if it has the sign that a product or quotient of `a` and `b` has.
#[inline]
fn signed(result: i32, a: i32, b: i32) -> Option<i32> {
    let sign = if result == 0 { a | b } else { result ^ a ^ b };
    (sign >= 0).then_some(result)
}

/// `a / b` rounded toward zero. Where there is none that fits, the sign of what it returns is wrong, so
/// that `signed` finds out.
#[cfg(target_pointer_width = "64")]
#[inline]
fn quotient(a: i32, b: i32) -> i32 {
    a.checked_div(b).unwrap_or(if b == 0 { !a } else { a })
}

/// `a / b` rounded toward zero. Where there is none that fits, the sign of what it returns is wrong, so
/// that `signed` finds out.
#[cfg(not(target_pointer_width = "64"))]
#[inline(never)]
fn quotient(a: i32, b: i32) -> i32 {
    let quotient = divide_unsigned(a.unsigned_abs(), b.unsigned_abs()) as i32;
    if (a ^ b) < 0 {
        quotient.wrapping_neg()
    } else {
        quotient
    }
}

/// `a / b` rounded down, for a divisor that isn't 0. Bit by bit: few instructions, for processors that
/// can't divide.
#[cfg(not(target_pointer_width = "64"))]
#[inline(never)]
pub(crate) fn divide_unsigned(a: u32, b: u32) -> u32 {
    let mut quotient = a;
    let mut rest = 0;
    for _ in 0..32 {
        rest = rest << 1 | quotient >> 31;
        quotient <<= 1;
        if rest >= b {
            rest -= b;
            quotient += 1;
        }
    }
    quotient
}

#[cfg(target_pointer_width = "64")]
#[inline]
pub(crate) fn divide_unsigned(a: u32, b: u32) -> u32 {
    a.checked_div(b).unwrap_or(u32::MAX)
}

/// Writes the decimal digits of `value` to the end of `buffer`, and returns them.
#[inline(never)]
pub fn print(value: i32, buffer: &mut [u8; 16]) -> &[u8] {
    let mut rest = value.unsigned_abs();
    // Eleven places are enough: the mask only spares checks.
    let mut start = buffer.len();
    loop {
        let quotient = divide_unsigned(rest, 10);
        start -= 1;
        buffer[start & 15] = b'0' + (rest - quotient * 10) as u8;
        rest = quotient;
        if rest == 0 {
            break;
        }
    }
    if value < 0 {
        start -= 1;
        buffer[start & 15] = b'-';
    }
    &buffer[start & 15..]
}
