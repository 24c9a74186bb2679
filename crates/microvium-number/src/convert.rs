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
    if number.negative {
        low.wrapping_neg()
    } else {
        low
    }
}

/// The integer that `bits` is exactly, if it is one of 32 bits. -0 is none.
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
    pack_u32(value < 0, value.unsigned_abs())
}

/// The float equal to `value`.
pub fn from_u32(value: u32) -> u64 {
    pack_u32(false, value)
}

fn pack_u32(negative: bool, magnitude: u32) -> u64 {
    // In the upper half `pack` has less to shift.
    soft::pack(negative, -32, u64::from(magnitude) << 32)
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
