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

/// Whether the text ends in a lone high surrogate, or begins with a lone low one: three bytes that
/// start with 0xED, whose second tells which.
fn is_surrogate(bytes: Option<&[u8]>, least: u8, greatest: u8) -> bool {
    matches!(bytes, Some([0xED, second, _]) if (least..=greatest).contains(second))
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
    fn new_text(&mut self, length: usize, ascii: bool) -> Result<W::Value, Fault> {
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
        let string = self.new_text(text.len(), text.is_ascii())?;
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

    /// Number::toString (ECMAScript 6.1.6.1.20).
    fn number_to_string(&mut self, number: W::Value) -> Result<W::Value, Fault> {
        if let Some(integer) = W::integer(self, number) {
            let mut buffer = [0; 11];
            return self.new_string(microvium_number::integer::print(integer, &mut buffer));
        }
        let Some(part) = W::config().float_text else {
            return self.fault(ErrorCode::OperationRequiresFloatSupport);
        };
        let mut buffer = [0; 32];
        let length = (part.print)(W::float_bits(self, number), &mut buffer);
        self.new_string(buffer.get(..length).unwrap_or_default())
    }

    /// Concatenates the two strings at the top of the stack.
    #[inline(never)]
    pub(crate) fn concatenate(&mut self) -> Result<W::Value, Fault> {
        let (a_length, a_ascii) = W::string_header(self, self.peek(1));
        let (b_length, b_ascii) = W::string_header(self, self.peek(0));
        if b_length == 0 {
            return Ok(self.peek(1));
        }
        // A high surrogate before a low one: the two become one character, of four bytes.
        let a = self.text(self.peek(1));
        let b = self.text(self.peek(0));
        let fuse = is_surrogate(a.get(a_length.wrapping_sub(3)..), 0xA0, 0xAF)
            && is_surrogate(b.get(..3), 0xB0, 0xBF);
        let cut = if fuse { 3 } else { 0 };
        let length = a_length + b_length - if fuse { 2 } else { 0 };
        let string = self.new_text(length, a_ascii && b_ascii)?;
        let prefix = W::string_prefix(length);
        self.copy_text(1, 0, string, prefix, a_length - cut);
        self.copy_text(
            0,
            cut,
            string,
            prefix + length - (b_length - cut),
            b_length - cut,
        );
        if fuse {
            let mut units = [0; 2];
            if let ([.., a1, a2], [_, b1, b2, ..]) =
                (self.text(self.peek(1)), self.text(self.peek(0)))
            {
                units = [
                    u32::from(a1 & 0xF) << 6 | u32::from(a2 & 0x3F),
                    u32::from(b1 & 0xF) << 6 | u32::from(b2 & 0x3F),
                ];
            }
            let point = 0x1_0000 + (units[0] << 10 | units[1]);
            let out = self.slice_mut(string, prefix + a_length - cut, 4);
            for (i, byte) in out.iter_mut().enumerate() {
                *byte = 0x80 | (point >> (18 - 6 * i) & 0x3F) as u8;
            }
            if let Some(first) = out.first_mut() {
                *first |= 0x70;
            }
        }
        Ok(string)
    }

    /// Copies text from the string at `depth` of the stack into a cell.
    fn copy_text(&mut self, depth: usize, from: usize, to: W::Value, at: usize, length: usize) {
        let source = self.peek(depth);
        let (source_length, _) = W::string_header(self, source);
        let from = self.bytes(source, W::string_prefix(source_length) + from);
        let to = self.bytes(to, at);
        Self::copy_bytes(from, to, length);
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

    /// The code unit at `index` as a string, or EMPTY.
    pub(crate) fn string_at(&mut self, string: W::Value, index: usize) -> Result<W::Value, Fault> {
        let text = self.text(string);
        let unit = match W::string_header(self, string) {
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
        };
        if unit < 0 {
            return Ok(W::EMPTY);
        }
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
