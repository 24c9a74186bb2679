//! Natural numbers of 16-bit limbs, the lowest first.
//!
//! Printing and parsing take the limbs from their own stack frame. A result that doesn't fit is
//! taken modulo the size; what falls off is returned. Limbs of 16 bits because the product of two
//! is what a small processor multiplies in one instruction.

/// A few numbers, of which the first `size` limbs are in use. They go by their index, so that a call
/// has no more arguments than registers.
pub struct Numbers<'a> {
    pub limbs: [&'a mut [u16]; 3],
    pub size: usize,
}

impl Numbers<'_> {
    fn iter_mut(&mut self, x: usize) -> impl Iterator<Item = &mut u16> {
        let limbs = self.limbs.get_mut(x).map(|limbs| &mut **limbs);
        limbs.unwrap_or_default().iter_mut().take(self.size)
    }

    /// `x = x * factor + addend`. Returns what doesn't fit. The factor has at most 15 bits.
    #[inline(never)]
    pub fn scale(&mut self, x: usize, factor: u32, addend: u32) -> u32 {
        let mut carry = addend;
        for limb in self.iter_mut(x) {
            let sum = u32::from(*limb) * factor + carry;
            *limb = sum as u16;
            carry = sum >> 16;
        }
        carry
    }

    /// `x = x * 2^count`
    #[inline(never)]
    pub fn shift(&mut self, x: usize, count: u32) {
        let mut count = count;
        while count > 0 {
            let step = count.min(14);
            self.scale(x, 1 << step, 0);
            count -= step;
        }
    }

    /// Adds `factor * y` to number 0. Returns the sign of the result, as a number compares with 0.
    #[inline(never)]
    pub fn accumulate(&mut self, y: usize, factor: i32) -> i32 {
        let mut carry = 0;
        let mut any = 0;
        let [first, others @ ..] = &mut self.limbs;
        let Some(other) = others.get(y.wrapping_sub(1)) else {
            return 0;
        };
        for (limb, y) in first.iter_mut().zip(other.iter()).take(self.size) {
            let sum = i32::from(*limb) + i32::from(*y) * factor + carry;
            *limb = sum as u16;
            carry = sum >> 16;
            any |= sum & 0xffff;
        }
        if carry == 0 { any } else { carry }
    }

    /// The sign of number 0 less `factor * y`; it stays as it was.
    #[inline(never)]
    pub fn compare(&mut self, y: usize, factor: i32) -> i32 {
        let sign = self.accumulate(y, -factor);
        self.accumulate(y, factor);
        sign
    }
}
