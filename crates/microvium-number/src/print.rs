//! Numbers as text: ECMAScript's Number::toString for radix 10.
//!
//! The digits are those of the shortest decimal that reads back as the same number, and of those the
//! nearest; of two as near, the even one. They are generated exactly, after Steele and White, from the
//! upper end of the interval of all decimals that read back: the first of its prefixes that lies in
//! the interval is as short as can be.

use core::mem::MaybeUninit;

use crate::bignum::{Numbers, accumulate, compare, scale, set_limb, set_size, shift, zeros};
use crate::integer;
use crate::soft::{INFINITY, SIGN};

/// The longest text is `-2.2250738585072014e-308` (24 bytes).
pub type Buffer<B = u8> = [B; 32];

/// A byte of a buffer, which may be uninitialized: clearing it would take a routine of the runtime.
pub trait Byte {
    /// Sets it.
    fn set(&mut self, byte: u8);
}

impl Byte for u8 {
    fn set(&mut self, byte: u8) {
        *self = byte;
    }
}

impl Byte for MaybeUninit<u8> {
    fn set(&mut self, byte: u8) {
        self.write(byte);
    }
}

/// Writes `value` to `buffer` as JavaScript prints it. Returns the length of the (ASCII) text.
pub fn print(value: f64, buffer: &mut Buffer) -> usize {
    print_bits(value.to_bits(), buffer)
}

/// [`print`] for a bit pattern, to a buffer that needn't be initialized: the bytes of the text are then.
#[inline(always)]
pub fn print_bits<B: Byte>(bits: u64, buffer: &mut Buffer<B>) -> usize {
    let mut text = Text {
        buffer,
        length: 0,
        point: 0,
        place: 0,
    };
    let magnitude = bits & !SIGN;
    let mut word: &[u8] = b"NaN";
    if magnitude <= INFINITY {
        if bits > SIGN {
            text.put(b'-');
        }
        word = b"Infinity";
        if magnitude == 0 {
            word = b"0";
        } else if magnitude < INFINITY {
            text.put_shortest(magnitude);
            return text.length;
        }
    }
    text.put_all(word);
    text.length
}

/// The text so far.
struct Text<'a, B> {
    buffer: &'a mut Buffer<B>,
    length: usize,
    /// Of a number: how many digits go before its point, and which one comes next, the first being 0.
    point: i32,
    place: i32,
}

impl<B: Byte> Text<'_, B> {
    #[inline(never)]
    fn put(&mut self, byte: u8) {
        if let Some(place) = self.buffer.get_mut(self.length) {
            place.set(byte);
            self.length += 1;
        }
    }

    #[inline(never)]
    fn put_all(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.put(*byte);
        }
    }

    /// Puts the next digit of a number, behind the point if that is due.
    #[inline(never)]
    fn put_digit(&mut self, digit: u8) {
        if self.place == self.point {
            self.put(b'.');
        }
        self.put(b'0' + digit);
        self.place += 1;
    }
}

/// The greatest of the numbers here is below 20 * 2^1076.
const LIMBS: usize = 68;
const UPPER: usize = 0;
const UNIT: usize = LIMBS;
const QUARTER: usize = 2 * LIMBS;

/// Goes on to the next digit.
#[inline(never)]
fn next_place(numbers: &mut Numbers) {
    scale(numbers, UPPER, 10, 0);
    scale(numbers, QUARTER, 10, 0);
}

impl<B: Byte> Text<'_, B> {
    /// The shortest decimal that reads back as the positive number `bits`.
    fn put_shortest(&mut self, bits: u64) {
        let field = ((bits >> 52) as i32).max(1);
        // That leaves the hidden bit, unless the number is subnormal.
        let significand = bits - ((field as u64 - 1) << 52);
        let exponent = field - 1075;

        // All is counted in quarters of the number's last place. `upper` is the upper end of the
        // interval, half a place (2 quarters) above the number; `unit` is half of what the next digit
        // counts. The interval includes its ends if ties go to this number, the even one.
        let open = i32::from(significand & 1 != 0);
        let boundary = significand == 1 << 52 && field > 1;
        let width = if boundary { 3 } else { 4 };
        let mut numbers = zeros();
        set_size(
            &mut numbers,
            exponent.unsigned_abs() as usize / 16 + 5,
            LIMBS,
        );
        set_limb(&mut numbers, UNIT, 2);
        set_limb(&mut numbers, QUARTER, 1);
        let mut rest = significand * 4 + 2;
        for place in 0..4 {
            set_limb(&mut numbers, place, rest as u16);
            rest >>= 16;
        }
        if exponent < 0 {
            shift(&mut numbers, UNIT, exponent.unsigned_abs());
        } else {
            shift(&mut numbers, UPPER, exponent.unsigned_abs());
            shift(&mut numbers, QUARTER, exponent.unsigned_abs());
        }

        // The number is `0.DIGITS * 10^point`, and its first digit isn't 0.
        let mut point = 0;
        while compare(&mut numbers, UNIT, 2) >= open {
            scale(&mut numbers, UNIT, 10, 0);
            point += 1;
        }
        loop {
            next_place(&mut numbers);
            if compare(&mut numbers, UNIT, 2) >= open {
                break;
            }
            point -= 1;
        }
        let scientific = !(-5..=21).contains(&point);
        self.point = if scientific { 1 } else { point };
        // A number below 1 has zeros before its first digit: the one before the point is the first.
        self.place = self.point.min(1) - 1;
        while self.place < 0 {
            self.put_digit(0);
        }
        let mut digit;
        loop {
            digit = 0;
            while accumulate(&mut numbers, UNIT, -2) >= open {
                digit += 1;
            }
            accumulate(&mut numbers, UNIT, 2);
            if compare(&mut numbers, QUARTER, width) <= -open {
                break;
            }
            self.put_digit(digit);
            next_place(&mut numbers);
        }
        // Now go down while the number lies below the middle between this decimal and the one below
        // it, if that is in the interval as well.
        loop {
            accumulate(&mut numbers, UNIT, 1);
            let middle = compare(&mut numbers, QUARTER, 2);
            accumulate(&mut numbers, UNIT, 1);
            if middle >= i32::from(digit & 1) || compare(&mut numbers, QUARTER, width) > -open {
                break;
            }
            digit -= 1;
        }
        self.put_digit(digit);
        while self.place < self.point {
            self.put_digit(0);
        }
        if scientific {
            self.put(b'e');
            let exponent = point - 1;
            if exponent > 0 {
                self.put(b'+');
            }
            self.put_all(integer::print(exponent, &mut [0; 16]));
        }
    }
}
