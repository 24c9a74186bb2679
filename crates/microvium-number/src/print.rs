//! Numbers as text: ECMAScript's Number::toString for radix 10.
//!
//! The digits are those of the shortest decimal that reads back as the same number, and of those the
//! nearest; of two as near, the even one. They are generated exactly, after Steele and White, from the
//! upper end of the interval of all decimals that read back: the first of its prefixes that lies in
//! the interval is as short as can be.

use crate::bignum::Numbers;
use crate::integer;
use crate::soft::{INFINITY, SIGN};

/// The longest text is `-2.2250738585072014e-308` (24 bytes).
pub type Buffer = [u8; 32];

/// Writes `value` to `buffer` as JavaScript prints it. Returns the length of the (ASCII) text.
pub fn print(value: f64, buffer: &mut Buffer) -> usize {
    print_bits(value.to_bits(), buffer)
}

/// [`print`] for a bit pattern.
#[inline(never)]
pub fn print_bits(bits: u64, buffer: &mut Buffer) -> usize {
    let mut text = Text { buffer, length: 0 };
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
            text.put_decimal(&Decimal::shortest(magnitude));
            return text.length;
        }
    }
    text.put_all(word);
    text.length
}

/// The text so far.
struct Text<'a> {
    buffer: &'a mut Buffer,
    length: usize,
}

impl Text<'_> {
    #[inline(never)]
    fn put(&mut self, byte: u8) {
        if let Some(place) = self.buffer.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
    }

    #[inline(never)]
    fn put_all(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.put(*byte);
        }
    }

    fn put_decimal(&mut self, decimal: &Decimal) {
        let scientific = decimal.point > 21 || decimal.point < -5;
        let point = if scientific { 1 } else { decimal.point };
        // A number below 1 has zeros before its first digit: the one before the point is the first.
        let mut index = point.min(1) - 1;
        while index < decimal.count || index < point {
            if index == point {
                self.put(b'.');
            }
            let digit = decimal
                .digits
                .get(index as usize)
                .copied()
                .unwrap_or_default();
            self.put(b'0' + digit);
            index += 1;
        }
        if scientific {
            self.put(b'e');
            let exponent = decimal.point - 1;
            if exponent > 0 {
                self.put(b'+');
            }
            self.put_all(integer::print(exponent, &mut [0; 16]));
        }
    }
}

/// `0.DIGITS * 10^point`
struct Decimal {
    /// Zeros follow the `count` that were generated.
    digits: [u8; 24],
    count: i32,
    point: i32,
}

/// The greatest of the numbers here is below 20 * 2^1076.
const LIMBS: usize = 68;
const UPPER: usize = 0;
const UNIT: usize = 1;
const QUARTER: usize = 2;

impl Decimal {
    /// The shortest decimal that reads back as the positive number `bits`.
    fn shortest(bits: u64) -> Decimal {
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
        let (mut upper, mut unit, mut quarter) = ([0; LIMBS], [0; LIMBS], [0; LIMBS]);
        unit[0] = 2;
        quarter[0] = 1;
        let mut rest = significand * 4 + 2;
        for limb in upper.iter_mut().take(4) {
            *limb = rest as u16;
            rest >>= 16;
        }
        let mut numbers = Numbers {
            limbs: [&mut upper, &mut unit, &mut quarter],
            size: exponent.unsigned_abs() as usize / 16 + 5,
        };
        if exponent < 0 {
            numbers.shift(UNIT, exponent.unsigned_abs());
        } else {
            numbers.shift(UPPER, exponent.unsigned_abs());
            numbers.shift(QUARTER, exponent.unsigned_abs());
        }

        let mut decimal = Decimal {
            digits: [0; 24],
            count: 0,
            point: 0,
        };
        while numbers.compare(UNIT, 2) >= open {
            numbers.scale(UNIT, 10, 0);
            decimal.point += 1;
        }
        let mut digit;
        loop {
            numbers.scale(UPPER, 10, 0);
            numbers.scale(QUARTER, 10, 0);
            digit = 0;
            while numbers.accumulate(UNIT, -2) >= open {
                digit += 1;
            }
            numbers.accumulate(UNIT, 2);
            if decimal.count == 0 && digit == 0 {
                decimal.point -= 1;
                continue;
            }
            if numbers.compare(QUARTER, width) <= -open {
                break;
            }
            decimal.put(digit);
        }
        // Now go down while the number lies below the middle between this decimal and the one below
        // it, if that is in the interval as well.
        loop {
            numbers.accumulate(UNIT, 1);
            let middle = numbers.compare(QUARTER, 2);
            numbers.accumulate(UNIT, 1);
            if middle >= i32::from(digit & 1) || numbers.compare(QUARTER, width) > -open {
                break;
            }
            digit -= 1;
        }
        decimal.put(digit);
        decimal
    }

    fn put(&mut self, digit: u8) {
        if let Some(place) = self.digits.get_mut(self.count as usize) {
            *place = digit;
            self.count += 1;
        }
    }
}
