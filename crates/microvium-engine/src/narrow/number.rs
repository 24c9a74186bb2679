//! Numbers: integers of 14 bits are inline, others lie in Number cells of 4 bytes, or 8 where they are floats.

use super::{Narrow, known, value};
use crate::width::Numbers;
use crate::{Fault, Number, Platform, Vm};
use core::num::NonZeroU32;
use microvium_format::Kind;
use microvium_format::narrow::{NAN, NEGATIVE_ZERO, WORD, integer};

/// Bytes of a Number that is an integer. A float has twice as many.
const INTEGER_BYTES: usize = 4;

impl<P: Platform<Narrow<P>>> Vm<Narrow<P>> {
    /// The 32 bits at a word of a Number.
    fn half_number(&self, number: NonZeroU32, word: usize) -> u32 {
        u32::from(self.word(number, word)) | u32::from(self.word(number, word + 1)) << 16
    }

    fn set_half_number(&mut self, number: NonZeroU32, word: usize, bits: u32) {
        self.set_word(number, word, bits as u16);
        self.set_word(number, word + 1, (bits >> 16) as u16);
    }
}

impl<P: Platform<Narrow<P>>> Numbers<Self> for Narrow<P> {
    #[inline(always)]
    fn both_integers(a: NonZeroU32, b: NonZeroU32) -> bool {
        a.get() & b.get() & 3 == 3
    }
    #[inline(always)]
    fn inline_integer(value: NonZeroU32) -> i32 {
        i32::from(value.get() as i16) >> 2
    }
    #[inline(always)]
    fn try_inline(number: i32) -> Option<NonZeroU32> {
        if (number as u32).wrapping_add(1 << 13) < 1 << 14 {
            Some(known(integer(number)))
        } else {
            None
        }
    }
    const NAN: NonZeroU32 = value(NAN);
    const ZERO: NonZeroU32 = value(integer(0));
    const NEGATIVE_ZERO: NonZeroU32 = value(NEGATIVE_ZERO);
    fn number(vm: &Vm<Self>, value: NonZeroU32) -> Option<Number> {
        if !Self::is_number(vm, value) {
            return None;
        }
        Some(match Self::integer(vm, value) {
            Some(integer) => Number::Integer(integer),
            None => Number::Float(Self::float_bits(vm, value)),
        })
    }
    #[inline(always)]
    fn new_number(vm: &mut Vm<Self>, number: Number) -> Result<NonZeroU32, Fault> {
        match number {
            Number::Integer(integer) => Self::new_integer(vm, integer),
            Number::Float(bits) => Self::new_float(vm, bits),
        }
    }
    #[inline(never)]
    fn is_number(vm: &Vm<Self>, value: NonZeroU32) -> bool {
        Self::both_integers(value, value)
            || value == Self::NAN
            || value == Self::NEGATIVE_ZERO
            || vm.is(value, Kind::Number)
    }
    #[cfg_attr(feature = "speed", inline)]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    fn integer(vm: &Vm<Self>, value: NonZeroU32) -> Option<i32> {
        if Self::both_integers(value, value) {
            return Some(Self::inline_integer(value));
        }
        if !vm.is(value, Kind::Number) || vm.count(value) != INTEGER_BYTES {
            return None;
        }
        Some(vm.half_number(value, 1) as i32)
    }
    #[inline(never)]
    fn float_bits(vm: &Vm<Self>, value: NonZeroU32) -> u64 {
        if value == Self::NEGATIVE_ZERO {
            return 1 << 63;
        }
        // NaN, or what only a forged image takes for a number.
        if !vm.is(value, Kind::Number) {
            return f64::NAN.to_bits();
        }
        u64::from(vm.half_number(value, 3)) << 32 | u64::from(vm.half_number(value, 1))
    }
    #[inline(never)]
    fn new_integer(vm: &mut Vm<Self>, integer: i32) -> Result<NonZeroU32, Fault> {
        if let Some(value) = Self::try_inline(integer) {
            return Ok(value);
        }
        let cell = vm.allocate(Kind::Number, INTEGER_BYTES, INTEGER_BYTES / WORD)?;
        vm.set_half_number(cell, 1, integer as u32);
        Ok(cell)
    }
    #[inline(never)]
    fn new_float(vm: &mut Vm<Self>, bits: u64) -> Result<NonZeroU32, Fault> {
        if bits == 1 << 63 {
            return Ok(Self::NEGATIVE_ZERO);
        }
        if bits << 1 > 0x7FF << 53 {
            return Ok(Self::NAN);
        }
        let cell = vm.allocate(Kind::Number, 2 * INTEGER_BYTES, 2 * INTEGER_BYTES / WORD)?;
        vm.set_half_number(cell, 1, bits as u32);
        vm.set_half_number(cell, 3, (bits >> 32) as u32);
        Ok(cell)
    }
}
