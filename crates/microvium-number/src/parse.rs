//! Text as numbers: ECMAScript's StringToNumber.
//!
//! The text becomes a fraction of two natural numbers and is divided out bit by bit, so that it is
//! rounded once, whatever its length: a number halfway between two floats has at most 768 digits, and
//! of the digits after those it only matters whether one isn't 0.

use crate::bignum::{Numbers, accumulate, length, scale, set_limb, set_size, shift, zeros};
use crate::soft::{INFINITY, NAN, SIGN, pack};

/// The number that `text` (UTF-8) stands for, NaN if it stands for none.
pub fn parse(text: &[u8]) -> f64 {
    f64::from_bits(parse_bits(text))
}

/// [`parse`] with a bit pattern as the result.
#[inline(never)]
pub fn parse_bits(text: &[u8]) -> u64 {
    let mut scanner = Scanner { text };
    scanner.skip_space();
    if scanner.text.is_empty() {
        return 0;
    }
    let mut numbers = zeros();
    // A digit has at most four bits.
    set_size(&mut numbers, text.len() / 4 + 2, LIMBS);
    set_limb(&mut numbers, DIVISOR, 1);
    let mut numeral = Numeral {
        numbers: &mut numbers,
        exponent: 0,
        dropped: 0,
    };
    let mut sign = 0;
    let mut infinite = false;
    let mut radix = 10;
    let mut valid = scanner.take(b'0');
    if valid {
        if let [letter, rest @ ..] = scanner.text {
            radix = match letter | 0x20 {
                b'x' => 16,
                b'o' => 8,
                b'b' => 2,
                _ => 10,
            };
            if radix != 10 {
                scanner.text = rest;
                valid = false;
            }
        }
    } else {
        if scanner.take_sign() {
            sign = SIGN;
        }
        infinite = b"Infinity".iter().all(|letter| scanner.take(*letter));
    }
    if !infinite && !numeral.scan(&mut scanner, radix, valid) {
        return NAN;
    }
    scanner.skip_space();
    if !scanner.text.is_empty() {
        return NAN;
    }
    sign | if infinite { INFINITY } else { numeral.round() }
}

/// 768 digits are less than 2^2560, and so is 5^1100.
const FULL: usize = 160;
/// Room for one more digit, for aligning by whole limbs, and for doubling.
const LIMBS: usize = FULL + 3;
/// 768 digits times 10 to the power of this are out of range, up or down.
const MAX_EXPONENT: u32 = 1100;

const DIVIDEND: usize = 0;
const DIVISOR: usize = LIMBS;

/// What has been read: the dividend times `10^exponent`, and a little more if a digit other than 0
/// was dropped.
struct Numeral<'n> {
    numbers: &'n mut Numbers,
    exponent: i32,
    dropped: u32,
}

impl Numeral<'_> {
    /// Reads digits; if the radix is 10, with a point and an exponent. Were there digits, here or
    /// already `before`, wherever there have to be?
    fn scan(&mut self, scanner: &mut Scanner, radix: u32, before: bool) -> bool {
        let mut valid = before;
        let mut after_point = 0;
        loop {
            let digit = scanner.take_digit(radix);
            if digit < radix {
                valid = true;
                // Only decimals can have this many digits and still be finite.
                if self.numbers.get(1 + FULL) == Some(&0) {
                    scale(self.numbers, DIVIDEND, radix, digit);
                } else {
                    self.dropped |= digit;
                    self.exponent = self.exponent.wrapping_add(1);
                }
                self.exponent = self.exponent.wrapping_sub(after_point);
            } else if radix == 10 && after_point == 0 && scanner.take(b'.') {
                after_point = 1;
            } else {
                break;
            }
        }
        if radix == 10 && valid && (scanner.take(b'e') || scanner.take(b'E')) {
            let minus = scanner.take_sign();
            let mut exponent = 0;
            valid = false;
            while let digit @ 0..10 = scanner.take_digit(10) {
                valid = true;
                // More wouldn't matter, except to a text with as many digits.
                if exponent < 1 << 26 {
                    exponent = exponent * 10 + digit as i32;
                }
            }
            let exponent = if minus { -exponent } else { exponent };
            self.exponent = self.exponent.wrapping_add(exponent);
        }
        valid
    }

    /// The nearest number.
    fn round(&mut self) -> u64 {
        let numbers = &mut *self.numbers;
        let tens = self.exponent.unsigned_abs().min(MAX_EXPONENT);
        let mut exponent = tens as i32;
        let mut factor = DIVIDEND;
        if self.exponent < 0 {
            exponent = -exponent;
            factor = DIVISOR;
        }
        let size = usize::from(numbers[0]) + tens as usize * 5 / 32 + 4;
        set_size(numbers, size, LIMBS);
        // Multiply by 5 here, and by 2 in the exponent.
        for _ in 0..tens {
            if scale(numbers, factor, 5, 0) != 0 {
                return INFINITY;
            }
        }
        // Align to a quotient below 1, and not far below.
        let high = length(numbers, DIVIDEND);
        if high == 0 {
            return 0;
        }
        let bits = (high as i32 + 1 - length(numbers, DIVISOR) as i32) * 16;
        let factor = if bits < 0 { DIVIDEND } else { DIVISOR };
        shift(numbers, factor, bits.unsigned_abs());
        exponent += bits;
        // 53 bits, one to round by, and one that is sticky.
        let mut quotient = 0;
        while quotient >> 54 == 0 {
            scale(numbers, DIVIDEND, 2, 0);
            quotient <<= 1;
            exponent -= 1;
            if accumulate(numbers, DIVISOR, -1) >= 0 {
                quotient |= 1;
            } else {
                accumulate(numbers, DIVISOR, 1);
            }
        }
        let rest = accumulate(numbers, DIVISOR, 0) | self.dropped as i32;
        pack(0, exponent, quotient | u64::from(rest != 0))
    }
}

/// What is left of the text.
struct Scanner<'t> {
    text: &'t [u8],
}

impl Scanner<'_> {
    /// Is `byte` next? Then it is taken.
    #[inline(never)]
    fn take(&mut self, byte: u8) -> bool {
        match self.text {
            [first, rest @ ..] if *first == byte => {
                self.text = rest;
                true
            }
            _ => false,
        }
    }

    /// Takes a sign, if there is one. Is it a minus?
    #[inline(never)]
    fn take_sign(&mut self) -> bool {
        let minus = self.take(b'-');
        if !minus {
            self.take(b'+');
        }
        minus
    }

    /// Takes a digit and returns its value; if there is none, returns `radix` or more.
    #[inline(never)]
    fn take_digit(&mut self, radix: u32) -> u32 {
        let [first, rest @ ..] = self.text else {
            return radix;
        };
        let mut digit = u32::from(*first).wrapping_sub(u32::from(b'0'));
        if digit > 9 {
            // What comes before the letters wraps around, and stays there.
            digit = (u32::from(*first) | 0x20)
                .wrapping_sub(u32::from(b'a'))
                .saturating_add(10);
        }
        if digit < radix {
            self.text = rest;
        }
        digit
    }

    /// Takes white space and line ends.
    #[inline(never)]
    fn skip_space(&mut self) {
        loop {
            self.text = match self.text {
                [9..=13 | b' ', rest @ ..] | [0xc2, 0xa0, rest @ ..] => rest,
                [a @ 0xe0..0xf0, b, c, rest @ ..] if is_wide_space(*a, *b, *c) => rest,
                _ => return,
            };
        }
    }
}

/// Is a character of three bytes white space?
fn is_wide_space(a: u8, b: u8, c: u8) -> bool {
    let point = u16::from(a) << 12 | u16::from(b & 0x3f) << 6 | u16::from(c & 0x3f);
    (0x2000..=0x200a).contains(&point) || OTHER_WIDE_SPACES.contains(&point)
}

/// White space of three bytes that isn't from 0x2000 to 0x200a.
const OTHER_WIDE_SPACES: [u16; 7] = [0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff];
