//! Natural numbers of a fixed number of 16-bit limbs, the lowest first.
//!
//! Printing and parsing take the limbs from their own stack frame. A result that doesn't fit is
//! taken modulo the size; what falls off is returned. Limbs of 16 bits because the product of two
//! is what a small processor multiplies in one instruction.

/// `x = x * factor + addend`. Returns what doesn't fit. The factor has at most 15 bits.
#[inline(never)]
pub fn scale(x: &mut [u16], factor: u32, addend: u32) -> u32 {
    let mut carry = addend;
    for limb in x {
        let sum = u32::from(*limb) * factor + carry;
        *limb = sum as u16;
        carry = sum >> 16;
    }
    carry
}

/// `x = x * 2^count`.
pub fn shift(x: &mut [u16], count: u32) {
    let mut count = count;
    while count > 0 {
        let step = count.min(14);
        scale(x, 1 << step, 0);
        count -= step;
    }
}

/// `x = x + factor * y`. Returns the sign of the result, as a number compares with 0.
#[inline(never)]
pub fn accumulate(x: &mut [u16], y: &[u16], factor: i32) -> i32 {
    let mut carry = 0;
    let mut any = 0;
    for (limb, y) in x.iter_mut().zip(y) {
        let sum = i32::from(*limb) + i32::from(*y) * factor + carry;
        *limb = sum as u16;
        carry = sum >> 16;
        any |= sum & 0xffff;
    }
    if carry == 0 { any } else { carry }
}

/// The sign of `x - factor * y`, which leaves `x` as it was.
#[inline(never)]
pub fn compare(x: &mut [u16], y: &[u16], factor: i32) -> i32 {
    let sign = accumulate(x, y, -factor);
    accumulate(x, y, factor);
    sign
}
