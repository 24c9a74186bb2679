//! Bit patterns to test with.
#![allow(dead_code)]

/// A xorshift generator: the same numbers in every run.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed * 2 + 1)
    }

    pub fn bits(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        (self.bits() >> 11) % limit
    }

    /// A float with an exponent from -`range` to `range`; one in four has few significant bits.
    pub fn moderate(&mut self, range: u64) -> u64 {
        let exponent = 1023 - range + self.below(2 * range + 1);
        let mut fraction = self.bits() >> 12;
        if self.below(4) == 0 {
            fraction &= u64::MAX << self.below(53);
        }
        self.bits() & 1 << 63 | exponent << 52 | fraction
    }
}

/// Zeros, powers of two, the ends of ranges, and their neighbours, with both signs.
pub fn special() -> Vec<u64> {
    let mut all = vec![
        0,
        1,
        2,
        3,
        0x7ff8_0000_0000_0000,
        0x7ff0_0000_0000_0001,
        0x7fff_ffff_ffff_ffff,
    ];
    for field in [
        1, 2, 52, 53, 54, 500, 969, 970, 971, 1000, 1021, 1022, 1023, 1024, 1025,
    ]
    .into_iter()
    .chain(1070..1080)
    .chain([1086, 1087, 1106, 1107, 1500, 2044, 2045, 2046, 2047])
    {
        let power: u64 = field << 52;
        all.extend([
            power - 1,
            power,
            power + 1,
            power | 1 << 51,
            power | 0xf_ffff_ffff_ffff,
        ]);
    }
    let negative: Vec<u64> = all.iter().map(|bits| bits | 1 << 63).collect();
    all.extend(negative);
    all
}
