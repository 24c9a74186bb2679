//! Strings: UTF-16 code units to the script, WTF-8 in memory. ASCII strings are indexed in constant
//! time, others are walked.

use crate::property::{NO_CELL, NUMBER, STRING};
use crate::{Fault, Vm, Width};
use microvium_format::{ErrorCode, Kind};

/// The UTF-16 code units of a WTF-8 text.
pub(crate) struct Units<'a> {
    bytes: &'a [u8],
    ascii: bool,
    /// The low surrogate that comes next, or 0.
    low: i32,
}

impl<'a> Units<'a> {
    /// The units of a text that may have others than ASCII.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Units {
            bytes,
            ascii: false,
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
        let [first, rest @ ..] = self.bytes else {
            return -1;
        };
        let (mut point, mut rest) = (i32::from(*first), rest);
        if point >= 0x80 {
            point &= 0x3F;
            while let [byte @ 0x80..0xC0, others @ ..] = rest {
                rest = others;
                point = point << 6 | i32::from(byte & 0x3F);
            }
        }
        self.bytes = rest;
        // What the first byte says of their number is still above the bits of the character: they are at
        // most 16 if there are three bytes, and 21 if there are four.
        if point >> 22 == 0 {
            return point & 0xFFFF;
        }
        self.low = 0xDC00 | point & 0x3FF;
        (0xD800 - 0x40 - 0x3000) + (point >> 10)
    }

    /// Passes over so many units, as far as there are; returns how many.
    #[inline(never)]
    pub(crate) fn skip(&mut self, count: usize) -> usize {
        let mut skipped = 0;
        if self.ascii {
            skipped = count.min(self.bytes.len());
            self.bytes = self.bytes.get(skipped..).unwrap_or_default();
        }
        while skipped < count && self.next() >= 0 {
            skipped += 1;
        }
        skipped
    }
}

impl<W: Width> Vm<W> {
    /// Whether a value is a string.
    #[inline(always)]
    pub(crate) fn is_string(&self, value: W::Value) -> bool {
        self.is(value, Kind::String)
    }

    /// A string's code units.
    pub(crate) fn units(&self, string: W::Value) -> Units<'_> {
        let mut units = Units::new(self.text(string));
        units.ascii = W::is_ascii(self, string);
        units
    }

    /// A string of `length` bytes, to be filled: see `finish_text`.
    pub(crate) fn new_text(&mut self, length: usize) -> Result<W::Value, Fault> {
        if length > W::MAX_TEXT {
            return self.fault(ErrorCode::AllocationTooLarge);
        }
        let words = (W::string_prefix(length) + length) / Self::WORD;
        let string = self.allocate(Kind::String, 0, words)?;
        W::frame_string(self, string, length, words);
        Ok(string)
    }

    /// A string of these bytes, which aren't in the heap.
    #[inline(never)]
    pub fn new_string(&mut self, text: &[u8]) -> Result<W::Value, Fault> {
        let string = self.new_text(text.len())?;
        self.write_text(string, 0, text);
        Ok(string)
    }

    /// ToString (ECMAScript 7.1.17) of a primitive.
    pub(crate) fn to_string(&mut self, value: W::Value) -> Result<W::Value, Fault> {
        match self.kind(value) {
            STRING => return Ok(value),
            NUMBER | NO_CELL => {}
            _ => return self.fault(ErrorCode::MissingLibrary),
        }
        if let Some(integer) = W::integer(self, value) {
            let mut buffer = [0; 16];
            return self.new_string(microvium_number::integer::print(integer, &mut buffer));
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
            return match W::config().float_text {
                Some(part) => (part.print)(self, value),
                None => self.fault(ErrorCode::OperationRequiresFloatSupport),
            };
        };
        self.new_string(text)
    }

    /// ToString of the value at `depth` of the stack, in place.
    #[inline(always)]
    pub(crate) fn make_string(&mut self, depth: usize) -> Result<(), Fault> {
        let string = self.to_string(self.peek(depth))?;
        self.replace(depth, string);
        Ok(())
    }

    /// Concatenates the two strings at the top of the stack.
    #[inline(never)]
    pub(crate) fn concatenate(&mut self) -> Result<W::Value, Fault> {
        let (a, b) = (self.text(self.peek(1)), self.text(self.peek(0)));
        // A high surrogate before a low one, three bytes each, become one character of four, whose last
        // byte is that of the low one.
        let mut fused = [0; 3];
        if let ([.., 0xED, a1 @ 0xA0..0xB0, a2], [0xED, b1 @ 0xB0..0xC0, ..]) = (a, b) {
            let plane = (a1 & 0xF) + 1;
            fused = [
                0xF0 | plane >> 2,
                0x80 | plane << 4 & 0x30 | a2 >> 2 & 0xF,
                0x80 | a2 << 4 & 0x30 | b1 & 0xF,
            ];
        }
        let length = a.len() + b.len() - if fused[0] != 0 { 2 } else { 0 };
        let string = self.new_text(length)?;
        self.write_text(string, 0, self.text(self.peek(1)));
        let b = self.text(self.peek(0));
        let middle = length - b.len();
        self.write_text(string, middle, b);
        if fused[0] != 0 {
            self.write_text(string, middle - 1, &fused);
        }
        Ok(string)
    }

    /// The length in code units.
    pub(crate) fn string_length(&self, string: W::Value) -> usize {
        self.units(string).skip(usize::MAX)
    }

    /// The code unit at `index`, or -1.
    #[inline(always)]
    pub(crate) fn unit_at(&self, string: W::Value, index: usize) -> i32 {
        let mut units = self.units(string);
        units.skip(index);
        units.next()
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
        let mut bytes = [
            0xE0 | (unit >> 12) as u8,
            0x80 | (unit >> 6 & 0x3F) as u8,
            0x80 | (unit & 0x3F) as u8,
        ];
        let mut start = 0;
        if unit < 0x800 {
            bytes[1] |= 0x40;
            start = 1;
        }
        if unit < 0x80 {
            bytes[2] = unit as u8;
            start = 2;
        }
        self.new_string(bytes.get(start..).unwrap_or_default())
    }
}
