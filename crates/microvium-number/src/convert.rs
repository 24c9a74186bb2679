//! Conversions between floats and integers, on the bits.

use crate::soft;

/// `value` as ECMAScript's ToInt32 has it: rounded toward zero, modulo 2^32; 0 if it isn't finite.
#[inline(never)]
pub fn to_int32(bits: u64) -> i32 {
    let field = (bits >> 52) as i32 & 0x7ff;
    let mut significand = bits & ((1 << 52) - 1);
    if field != 0 {
        significand |= 1 << 52;
    }
    for _ in field..1075 {
        significand >>= 1;
    }
    // From 2^84 up nothing is left, of infinity and NaN neither.
    let mut low = significand as i32;
    for _ in 1075..field {
        low <<= 1;
    }
    if bits >> 63 == 0 {
        low
    } else {
        low.wrapping_neg()
    }
}

/// The integer that `bits` is exactly, if it is one of 32 bits. -0 is none.
pub fn as_i32(bits: u64) -> Option<i32> {
    let value = to_int32(bits);
    (from_i32(value) == bits).then_some(value)
}

/// The float equal to `value`.
pub fn from_i32(value: i32) -> u64 {
    soft::pack(value < 0, 0, u64::from(value.unsigned_abs()))
}

/// The float equal to `value`.
pub fn from_u32(value: u32) -> u64 {
    soft::pack(false, 0, u64::from(value))
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
