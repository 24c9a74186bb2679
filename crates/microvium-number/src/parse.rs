//! Text as numbers: ECMAScript's StringToNumber.
//!
//! The text becomes a fraction of two natural numbers and is divided out bit by bit, so that it is
//! rounded once, whatever its length: a number halfway between two floats has at most 768 digits, and
//! of the digits after those it only matters whether one isn't 0.

use crate::bignum::{accumulate, scale, shift};
use crate::soft::{INFINITY, NAN, SIGN, pack};

/// The number that `text` (UTF-8) stands for, NaN if it stands for none.
pub fn parse(text: &[u8]) -> f64 {
    f64::from_bits(parse_bits(text))
}

/// [`parse`] with a bit pattern as the result.
#[inline(never)]
pub fn parse_bits(text: &[u8]) -> u64 {
    let text = skip_space(text);
    if text.is_empty() {
        return 0;
    }
    let mut numeral = Numeral {
        digits: [0; LIMBS],
        size: text.len() / 4 + 2,
        exponent: 0,
        dropped: 0,
    };
    let mut sign = 0;
    let mut infinite = false;
    let rest = match text {
        [b'0', b'x' | b'X', rest @ ..] => numeral.scan(rest, 16),
        [b'0', b'o' | b'O', rest @ ..] => numeral.scan(rest, 8),
        [b'0', b'b' | b'B', rest @ ..] => numeral.scan(rest, 2),
        _ => {
            let (minus, text) = take_sign(text);
            sign = if minus { SIGN } else { 0 };
            let word = text.strip_prefix(b"Infinity");
            infinite = word.is_some();
            word.or_else(|| numeral.scan(text, 10))
        }
    };
    match rest {
        Some(rest) if skip_space(rest).is_empty() => {
            sign | if infinite { INFINITY } else { numeral.round() }
        }
        _ => NAN,
    }
}

/// 768 digits are less than 2^2560, and so is 5^1100.
const FULL: usize = 160;
/// Room for one more digit, for aligning by whole limbs, and for doubling.
const LIMBS: usize = FULL + 3;
/// 768 digits times 10 to the power of this are out of range, up or down.
const MAX_EXPONENT: u32 = 1100;

/// What has been read: `digits * 10^exponent`, and a little more if a digit other than 0 was dropped.
struct Numeral {
    digits: [u16; LIMBS],
    /// How many limbs the text can fill.
    size: usize,
    exponent: i32,
    dropped: u32,
}

impl Numeral {
    /// Reads digits; if the radix is 10, with a point and an exponent. Returns the text after them.
    fn scan<'a>(&mut self, text: &'a [u8], radix: u32) -> Option<&'a [u8]> {
        let mut text = text;
        let mut after_point = 0;
        let mut valid = false;
        while let [byte, rest @ ..] = text {
            let digit = digit(*byte);
            if digit < radix {
                valid = true;
                // Only decimals can have this many digits and still be finite.
                if self.digits.get(FULL) == Some(&0) {
                    scale(part(&mut self.digits, self.size), radix, digit);
                } else {
                    self.dropped |= digit;
                    self.exponent = self.exponent.wrapping_add(1);
                }
                self.exponent = self.exponent.wrapping_sub(after_point);
            } else if *byte == b'.' && radix == 10 && after_point == 0 {
                after_point = 1;
            } else {
                break;
            }
            text = rest;
        }
        if let [b'e' | b'E', rest @ ..] = text
            && valid
        {
            let (minus, rest) = take_sign(rest);
            text = rest;
            valid = false;
            let mut exponent = 0;
            while let [byte, rest @ ..] = text
                && let value @ 0..10 = digit(*byte)
            {
                valid = true;
                // More wouldn't matter, except to a text with as many digits.
                if exponent < 1 << 26 {
                    exponent = exponent * 10 + value as i32;
                }
                text = rest;
            }
            let exponent = if minus { -exponent } else { exponent };
            self.exponent = self.exponent.wrapping_add(exponent);
        }
        valid.then_some(text)
    }

    /// The nearest number.
    fn round(&mut self) -> u64 {
        let down = self.exponent < 0;
        let tens = self.exponent.unsigned_abs().min(MAX_EXPONENT);
        let size = self.size + tens as usize * 5 / 32 + 4;
        let mut divisor = [0; LIMBS];
        let dividend = part(&mut self.digits, size);
        let divisor = part(&mut divisor, size);
        scale(divisor, 0, 1);
        // Multiply by 5 here, and by 2 in the exponent.
        for _ in 0..tens {
            let factor = if down { &mut *divisor } else { &mut *dividend };
            if scale(factor, 5, 0) != 0 {
                return INFINITY;
            }
        }
        // Align to a quotient below 1, and not far below.
        let Some(high) = dividend.iter().rposition(|limb| *limb != 0) else {
            return 0;
        };
        let low = divisor
            .iter()
            .rposition(|limb| *limb != 0)
            .unwrap_or_default();
        let limbs = high as i32 + 1 - low as i32;
        let factor = if limbs < 0 {
            &mut *dividend
        } else {
            &mut *divisor
        };
        shift(factor, limbs.unsigned_abs() * 16);
        let mut exponent = limbs * 16 + if down { -(tens as i32) } else { tens as i32 };
        // 53 bits, one to round by, and one that is sticky.
        let mut quotient = 0;
        while quotient >> 54 == 0 {
            scale(dividend, 2, 0);
            quotient <<= 1;
            exponent -= 1;
            if accumulate(dividend, divisor, -1) >= 0 {
                quotient |= 1;
            } else {
                accumulate(dividend, divisor, 1);
            }
        }
        let rest = accumulate(dividend, divisor, 0) | self.dropped as i32;
        pack(false, exponent, quotient | u64::from(rest != 0))
    }
}

/// The lowest `size` limbs, or all of them.
fn part(limbs: &mut [u16; LIMBS], size: usize) -> &mut [u16] {
    limbs.get_mut(..size.min(LIMBS)).unwrap_or_default()
}

/// The value of a digit in any radix; more than any radix if it is none.
#[inline(never)]
fn digit(byte: u8) -> u32 {
    match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        b'a'..=b'z' | b'A'..=b'Z' => u32::from(byte | 0x20) - 87,
        _ => 99,
    }
}

/// Is there a minus, and what follows a plus or minus.
#[inline(never)]
fn take_sign(text: &[u8]) -> (bool, &[u8]) {
    match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    }
}

/// The text without the white space and line ends it begins with.
#[inline(never)]
pub fn skip_space(text: &[u8]) -> &[u8] {
    let mut text = text;
    while let [9..=13 | b' ', rest @ ..]
    | [0xc2, 0xa0, rest @ ..]
    | [0xe1, 0x9a, 0x80, rest @ ..]
    | [0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf, rest @ ..]
    | [0xe2, 0x81, 0x9f, rest @ ..]
    | [0xe3, 0x80, 0x80, rest @ ..]
    | [0xef, 0xbb, 0xbf, rest @ ..] = text
    {
        text = rest;
    }
    text
}
