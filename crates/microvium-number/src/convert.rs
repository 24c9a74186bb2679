//! Conversions between floats and integers, on the bits.

use crate::soft;

/// `value` as ECMAScript's ToInt32 has it: rounded toward zero, modulo 2^32; 0 if it isn't finite.
#[inline(never)]
pub fn to_int32(bits: u64) -> i32 {
    let number = soft::unpack(bits);
    let mut significand = number.significand;
    let mut exponent = number.exponent;
    // Of the very large nothing is left, of infinity and NaN neither.
    while exponent > 0 && significand != 0 {
        significand <<= 1;
        exponent -= 1;
    }
    while exponent < 0 && significand != 0 {
        significand >>= 1;
        exponent += 1;
    }
    let low = significand as i32;
    if bits & soft::SIGN != 0 {
        low.wrapping_neg()
    } else {
        low
    }
}

/// The integer that `bits` is exactly, if it is one of 32 bits. -0 is none.
#[inline(always)]
pub fn as_i32(bits: u64) -> Option<i32> {
    // 32 bits leave the lowest 21 clear: most floats that are no integers go no further.
    if bits & ((1 << 21) - 1) != 0 {
        return None;
    }
    let value = to_int32(bits);
    (from_i32(value) == bits).then_some(value)
}

/// The float equal to `value`.
pub fn from_i32(value: i32) -> u64 {
    pack_u32(value as u32, value.unsigned_abs())
}

/// The float equal to `value`.
pub fn from_u32(value: u32) -> u64 {
    pack_u32(0, value)
}

#[inline(always)]
fn pack_u32(sign: u32, magnitude: u32) -> u64 {
    // In the upper half `pack` has less to shift.
    soft::pack(sign, -32, u64::from(magnitude) << 32)
}

/// Rounds toward zero. The sign stays, that of zero too; NaN and infinities stay what they are.
#[inline(never)]
pub fn truncate(bits: u64) -> u64 {
    let field = (bits >> 52) as i32 & 0x7ff;
    let mut mask = u64::MAX;
    for _ in field.max(1022)..1075 {
        mask <<= 1;
    }
    if field < 1023 {
        mask = soft::SIGN;
    }
    bits & mask
}

/// The float equal to one of 32 bits.
pub fn from_f32(bits: u32) -> u64 {
    let (field, fraction) = (bits >> 23 & 0xff, bits & 0x7f_ffff);
    let magnitude = match field {
        0xff if fraction != 0 => return soft::NAN,
        0xff => soft::INFINITY,
        // In the upper half `pack` has less to shift.
        _ => {
            let significand = fraction | u32::from(field != 0) << 23;
            soft::pack(0, field.max(1) as i32 - 182, u64::from(significand) << 32)
        }
    };
    magnitude | u64::from(bits >> 31) << 63
}

/// The float of 32 bits that is nearest.
pub fn to_f32(bits: u64) -> u32 {
    if soft::is_nan(bits) {
        return 0x7fc0_0000;
    }
    let number = soft::unpack(bits);
    // As the field would be.
    let field = number.exponent + 179;
    let magnitude = if field > 0xfe {
        0x7f80_0000
    } else {
        // The hidden bit adds the last 1 to the exponent; so does a carry out of rounding.
        let rounded = round(number.significand, 29 + (1 - field).max(0));
        rounded + (((field.max(1) - 1) as u32) << 23)
    };
    magnitude | soft::upper(bits) >> 31 << 31
}

/// The nearest integer from 0 to 255.
pub fn to_clamped(bits: u64) -> u8 {
    let number = soft::unpack(bits);
    if bits & soft::SIGN != 0 || soft::is_nan(bits) {
        0
    } else if number.exponent > -45 {
        0xff
    } else {
        round(number.significand, -number.exponent).min(0xff) as u8
    }
}

/// A significand shifted right, rounded to nearest with ties to even.
fn round(significand: u64, count: i32) -> u32 {
    let shifted = soft::shift_right(significand, count - 2);
    let whole = (shifted >> 2) as u32;
    whole + u32::from((shifted as u32 & 3) + (whole & 1) > 2)
}
