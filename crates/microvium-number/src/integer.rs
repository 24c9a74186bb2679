//! Integers: what they need without the code that floats need.

/// `a * b`, if it fits.
#[inline]
pub fn multiply(a: i32, b: i32) -> Option<i32> {
    let product = a.wrapping_mul(b);
    // A product of 64 bits would be a call into the runtime on a small processor.
    let small = i32::from(a as i16) == a && i32::from(b as i16) == b;
    (small || a == 0 || divide(product, a) == Some(b)).then_some(product)
}

/// `a / b` rounded toward zero, if it fits.
#[cfg(target_pointer_width = "64")]
#[inline]
pub fn divide(a: i32, b: i32) -> Option<i32> {
    a.checked_div(b)
}

/// `a / b` rounded toward zero, if it fits. Bit by bit: few instructions, for processors that can't divide.
#[cfg(not(target_pointer_width = "64"))]
#[inline(never)]
pub fn divide(a: i32, b: i32) -> Option<i32> {
    if b == 0 {
        return None;
    }
    let divisor = b.unsigned_abs();
    let mut quotient = a.unsigned_abs();
    let mut rest = 0;
    for _ in 0..32 {
        rest = rest << 1 | quotient >> 31;
        quotient <<= 1;
        if rest >= divisor {
            rest -= divisor;
            quotient += 1;
        }
    }
    let quotient = if (a ^ b) < 0 {
        quotient.wrapping_neg()
    } else {
        quotient
    };
    // Only -2³¹ / -1 is out of range: then the sign is wrong.
    (quotient == 0 || (quotient as i32 ^ a ^ b) >= 0).then_some(quotient as i32)
}

/// Writes the decimal digits of `value` to the end of `buffer`, and returns them.
#[inline(never)]
pub fn print(value: i32, buffer: &mut [u8; 11]) -> &[u8] {
    let mut rest = value.unsigned_abs();
    let mut start = buffer.len();
    let mut put = |byte| {
        start = start.wrapping_sub(1);
        if let Some(place) = buffer.get_mut(start) {
            *place = byte;
        }
    };
    loop {
        let quotient = tenth(rest);
        put(b'0' + (rest - quotient * 10) as u8);
        rest = quotient;
        if rest == 0 {
            break;
        }
    }
    if value < 0 {
        put(b'-');
    }
    buffer.get(start..).unwrap_or_default()
}

/// `value / 10`, by the series of 0.8 in binary: a division here would be a call into the runtime.
fn tenth(value: u32) -> u32 {
    let mut sum = (value >> 1) + (value >> 2);
    sum += sum >> 4;
    sum += sum >> 8;
    sum += sum >> 16;
    let quotient = sum >> 3;
    // The shifts lose less than one tenth.
    quotient + u32::from(value - quotient * 10 > 9)
}
