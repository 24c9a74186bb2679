//! Natural numbers of 16-bit limbs, the lowest first.
//!
//! Printing and parsing take the limbs from their own stack frame. A result that doesn't fit is
//! taken modulo the size; what falls off is returned. Limbs of 16 bits because the product of two
//! is what a small processor multiplies in one instruction.

use core::hint::black_box;

/// Limbs in all: those of two numbers of parsing, or of three of printing.
const LIMBS: usize = 326;

/// A few numbers: how many limbs of each are in use, and then the limbs. Numbers go by where their limbs begin, the
/// first by 0. As one array a call passes one pointer.
pub type Numbers = [u16; 1 + LIMBS];

/// Zeros. That they are isn't told to the compiler, as it would call a routine of the runtime, which is larger than all of
/// this file.
#[inline(always)]
pub fn zeros<T: Copy + Default, const N: usize>() -> [T; N] {
    [black_box(T::default()); N]
}

/// Uses so many limbs, but no more than `most`.
#[inline(always)]
pub fn set_size(numbers: &mut Numbers, size: usize, most: usize) {
    numbers[0] = size.min(most) as u16;
}

/// Sets a limb.
#[inline(always)]
pub fn set_limb(numbers: &mut Numbers, place: usize, limb: u16) {
    if let Some(place) = numbers.get_mut(1 + place) {
        *place = limb;
    }
}

/// The limbs of a number that are in use.
#[inline(always)]
fn limbs(numbers: &mut Numbers, x: usize) -> impl Iterator<Item = &mut u16> {
    let [size, limbs @ ..] = numbers;
    let limbs = limbs.get_mut(x..).unwrap_or_default();
    limbs.iter_mut().take((*size).into())
}

/// How many limbs there are up to the highest that isn't 0.
#[inline(never)]
pub fn length(numbers: &mut Numbers, x: usize) -> usize {
    let (mut length, mut index) = (0, 0);
    for limb in limbs(numbers, x) {
        index += 1;
        if *limb != 0 {
            length = index;
        }
    }
    length
}

/// `x = x * factor + addend`. Returns what doesn't fit. The factor has at most 15 bits.
#[inline(never)]
pub fn scale(numbers: &mut Numbers, x: usize, factor: u32, addend: u32) -> u32 {
    let mut carry = addend;
    for limb in limbs(numbers, x) {
        let sum = u32::from(*limb) * factor + carry;
        *limb = sum as u16;
        carry = sum >> 16;
    }
    carry
}

/// `x = x * 2^count`
#[inline(never)]
pub fn shift(numbers: &mut Numbers, x: usize, count: u32) {
    let mut count = count;
    while count > 0 {
        let step = count.min(14);
        scale(numbers, x, 1 << step, 0);
        count -= step;
    }
}

/// Adds `factor * y` to the first number. Returns the sign of the result, as a number compares with 0.
#[inline(never)]
pub fn accumulate(numbers: &mut Numbers, y: usize, factor: i32) -> i32 {
    let mut carry = 0;
    let mut any = 0;
    let [size, limbs @ ..] = numbers;
    let Some((first, others)) = limbs.split_at_mut_checked(y) else {
        return 0;
    };
    for (limb, y) in first.iter_mut().zip(others.iter()).take((*size).into()) {
        let sum = i32::from(*limb) + i32::from(*y) * factor + carry;
        *limb = sum as u16;
        carry = sum >> 16;
        any |= sum & 0xffff;
    }
    if carry == 0 { any } else { carry }
}

/// The sign of the first number less `factor * y`; it stays as it was.
#[inline(never)]
pub fn compare(numbers: &mut Numbers, y: usize, factor: i32) -> i32 {
    let sign = accumulate(numbers, y, -factor);
    accumulate(numbers, y, factor);
    sign
}
