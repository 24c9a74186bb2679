//! Strings: UTF-16 code units to the script, WTF-8 in memory. ASCII strings are indexed in constant
//! time, others are walked.

use crate::operators::order;
use crate::{Fault, Vm, Width};
use microvium_format::{ErrorCode, Kind};

/// The UTF-16 code units of a WTF-8 text.
pub(crate) struct Units<'a> {
    bytes: core::slice::Iter<'a, u8>,
    /// The low surrogate that comes next, or 0.
    low: i32,
}

impl<'a> Units<'a> {
    pub(crate) fn new(text: &'a [u8]) -> Self {
        Units {
            bytes: text.iter(),
            low: 0,
        }
    }

    /// Bytes that aren't read yet.
    pub(crate) fn rest(&self) -> usize {
        self.bytes.len()
    }

    /// The low surrogate of the character whose high one came last, or 0.
    pub(crate) fn pending(&self) -> i32 {
        self.low
    }

    /// The next unit; -1 at the end.
    #[inline(never)]
    pub(crate) fn next(&mut self) -> i32 {
        if self.low != 0 {
            return core::mem::take(&mut self.low);
        }
        let Some(&first) = self.bytes.next() else {
            return -1;
        };
        let mut point = i32::from(first);
        if point >= 0xC0 {
            // As many bits of the first byte as there are bytes say how many there are.
            let mut more = point << 1;
            point &= 0x3F;
            let mut mask = 0x40;
            while more & 0x80 != 0 {
                let byte = self.bytes.next().copied().unwrap_or_default();
                point = point << 6 | i32::from(byte & 0x3F);
                more <<= 1;
                mask <<= 5;
            }
            point &= mask - 1;
        }
        if point > 0xFFFF {
            point -= 0x1_0000;
            self.low = 0xDC00 | point & 0x3FF;
            return 0xD800 | point >> 10;
        }
        point
    }
}

impl<W: Width> Vm<W> {
    /// Whether a value is a string.
    #[inline]
    pub(crate) fn is_string(&self, value: W::Value) -> bool {
        self.is(value, Kind::String)
    }

    /// A string's bytes.
    pub(crate) fn text(&self, string: W::Value) -> &[u8] {
        let (length, _) = W::string_header(self, string);
        self.slice(string, W::string_prefix(length), length)
    }

    /// A string of `length` bytes, to be filled; the final NUL is there.
    pub(crate) fn new_text(&mut self, length: usize, ascii: bool) -> Result<W::Value, Fault> {
        let prefix = W::string_prefix(length);
        if length > W::MAX_TEXT {
            return self.fault(ErrorCode::AllocationTooLarge);
        }
        let words = (prefix + length) / Self::WORD;
        let string = self.allocate(Kind::String, 0, words)?;
        W::write_string_header(self, string, length, ascii);
        self.slice_mut(string, prefix + length, 1).fill(0);
        Ok(string)
    }

    /// A string of these bytes, which aren't in the heap.
    pub fn new_string(&mut self, text: &[u8]) -> Result<W::Value, Fault> {
        let string = self.new_text(text.len(), is_ascii(text))?;
        let prefix = W::string_prefix(text.len());
        self.slice_mut(string, prefix, text.len())
            .copy_from_slice(text);
        Ok(string)
    }

    /// ToString (ECMAScript 7.1.17) of a primitive.
    pub(crate) fn to_string(&mut self, value: W::Value) -> Result<W::Value, Fault> {
        if self.is_string(value) {
            return Ok(value);
        }
        if W::is_number(self, value) {
            return self.number_to_string(value);
        }
        let text: &[u8] = if value == W::UNDEFINED {
            b"undefined"
        } else if value == W::NULL {
            b"null"
        } else if value == W::TRUE {
            b"true"
        } else if value == W::FALSE {
            b"false"
        } else {
            return self.fault(ErrorCode::MissingLibrary);
        };
        self.new_string(text)
    }

    /// ToString of the value at `depth` of the stack, in place.
    pub(crate) fn make_string(&mut self, depth: usize) -> Result<(), Fault> {
        let string = self.to_string(self.peek(depth))?;
        self.replace(depth, string);
        Ok(())
    }

    /// Number::toString (ECMAScript 6.1.6.1.20).
    fn number_to_string(&mut self, number: W::Value) -> Result<W::Value, Fault> {
        if let Some(integer) = W::integer(self, number) {
            let mut buffer = [0; 11];
            return self.new_string(microvium_number::integer::print(integer, &mut buffer));
        }
        match W::config().float_text {
            Some(part) => (part.print)(self, number),
            None => self.fault(ErrorCode::OperationRequiresFloatSupport),
        }
    }

    /// Concatenates the two strings at the top of the stack.
    #[inline(never)]
    pub(crate) fn concatenate(&mut self) -> Result<W::Value, Fault> {
        let (a, b) = (self.text(self.peek(1)), self.text(self.peek(0)));
        let b_length = b.len();
        if b_length == 0 {
            return Ok(self.peek(1));
        }
        // A high surrogate before a low one, three bytes each, become one character of four.
        let point = match (a, b) {
            ([.., 0xED, a1 @ 0xA0..=0xAF, a2], [0xED, b1 @ 0xB0..=0xBF, b2, ..]) => {
                let bits = |byte: u8, mask| u32::from(byte & mask);
                (bits(*a1, 0xF) << 16 | bits(*a2, 0x3F) << 10 | bits(*b1, 0xF) << 6)
                    + (0x1_0000 | bits(*b2, 0x3F))
            }
            _ => 0,
        };
        let end = a.len();
        let length = end + b_length - if point != 0 { 2 } else { 0 };
        let [a_ascii, b_ascii] = [1, 0].map(|depth| W::string_header(self, self.peek(depth)).1);
        let string = self.new_text(length, a_ascii && b_ascii)?;
        let prefix = W::string_prefix(length);
        let mut at = prefix;
        for depth in [1, 0] {
            let text = self.text(self.peek(depth));
            Self::copy_bytes(text.as_ptr(), self.bytes(string, at), text.len());
            at = prefix + length - b_length;
        }
        if point != 0 {
            let character = [
                0xF0 | (point >> 18) as u8,
                0x80 | (point >> 12 & 0x3F) as u8,
                0x80 | (point >> 6 & 0x3F) as u8,
                0x80 | (point & 0x3F) as u8,
            ];
            let out = self.bytes(string, prefix + end - 3);
            Self::copy_bytes(character.as_ptr(), out, character.len());
        }
        Ok(string)
    }

    /// The length in code units.
    pub(crate) fn string_length(&self, string: W::Value) -> usize {
        match W::string_header(self, string) {
            (length, true) => length,
            _ => {
                let mut units = Units::new(self.text(string));
                let mut length = 0;
                while units.next() >= 0 {
                    length += 1;
                }
                length
            }
        }
    }

    /// The code unit at `index`, or -1.
    pub(crate) fn unit_at(&self, string: W::Value, index: usize) -> i32 {
        let text = self.text(string);
        match W::string_header(self, string) {
            (_, true) => text.get(index).map_or(-1, |&byte| i32::from(byte)),
            _ => {
                let mut units = Units::new(text);
                for _ in 0..index {
                    // Beyond the end there is only the end.
                    if units.next() < 0 {
                        break;
                    }
                }
                units.next()
            }
        }
    }

    /// The code unit at `index` as a string, or EMPTY.
    pub(crate) fn string_at(&mut self, string: W::Value, index: usize) -> Result<W::Value, Fault> {
        match self.unit_at(string, index) {
            -1 => Ok(W::EMPTY),
            unit => self.unit_string(unit),
        }
    }

    /// The string of one code unit.
    pub(crate) fn unit_string(&mut self, unit: i32) -> Result<W::Value, Fault> {
        let bytes = [
            0xE0 | (unit >> 12) as u8,
            0x80 | (unit >> 6 & 0x3F) as u8,
            0x80 | (unit & 0x3F) as u8,
        ];
        let byte = [unit as u8];
        let short = [0xC0 | (unit >> 6) as u8, bytes[2]];
        self.new_string(if unit < 0x80 {
            &byte[..]
        } else if unit < 0x800 {
            &short
        } else {
            &bytes
        })
    }

    /// Whether two strings are equal.
    pub(crate) fn equal_strings(&self, a: W::Value, b: W::Value) -> bool {
        a == b || self.text(a) == self.text(b)
    }

    /// The order of two strings by code units, as in `holds`.
    pub(crate) fn compare_strings(&self, a: W::Value, b: W::Value) -> i32 {
        let mut a = Units::new(self.text(a));
        let mut b = Units::new(self.text(b));
        loop {
            let (x, y) = (a.next(), b.next());
            if x != y || x < 0 {
                return order(x, y);
            }
        }
    }
}

/// Whether all bytes are ASCII. The library's own way is for long texts, and large.
fn is_ascii(text: &[u8]) -> bool {
    if cfg!(feature = "speed") {
        text.is_ascii()
    } else {
        text.iter().all(u8::is_ascii)
    }
}
