//! Conversions, by example and against the host.

mod common;

use common::{Random, special};
use microvium_number::{as_i32, convert, from_i32, from_u32, integer, to_int32, truncate};

fn int32(value: f64) -> i32 {
    to_int32(value.to_bits())
}

#[test]
fn examples() {
    assert_eq!(int32(1.9), 1);
    assert_eq!(int32(-1.9), -1);
    assert_eq!(int32(2147483648.0), i32::MIN);
    assert_eq!(int32(4294967297.0), 1);
    assert_eq!(int32(-4294967297.0), -1);
    assert_eq!(int32(1e21), -559939584);
    assert_eq!(int32(f64::NAN), 0);
    assert_eq!(int32(f64::INFINITY), 0);
    assert_eq!(as_i32(7f64.to_bits()), Some(7));
    assert_eq!(as_i32(7.5f64.to_bits()), None);
    assert_eq!(as_i32((-0f64).to_bits()), None);
    assert_eq!(as_i32(2147483648f64.to_bits()), None);
    assert_eq!(truncate((-0.5f64).to_bits()), (-0f64).to_bits());
}

#[test]
fn floats_of_32_bits_as_the_host_rounds() {
    let mut random = Random::new(3);
    for round in 0..300_000 {
        let bits = match round % 4 {
            0 => random.bits(),
            // Near those of 32 bits, where ties are.
            1 => (f64::from(f32::from_bits(random.bits() as u32))).to_bits() + (1 << 28),
            _ => random.moderate(160),
        };
        let expected = f64::from_bits(bits) as f32;
        let rounded = convert::to_f32(bits);
        assert!(
            rounded == expected.to_bits() || expected.is_nan() && f32::from_bits(rounded).is_nan(),
            "{bits:x}"
        );
        let wide = convert::from_f32(rounded);
        assert!(
            wide == f64::from(expected).to_bits() || expected.is_nan(),
            "{bits:x}"
        );
    }
}

#[test]
fn clamped_to_a_byte() {
    for quarter in -9..1100 {
        let value = f64::from(quarter) / 4.0;
        let expected = value.round_ties_even().clamp(0.0, 255.0) as u8;
        assert_eq!(convert::to_clamped(value.to_bits()), expected, "{value}");
    }
    for (value, byte) in [
        (f64::NAN, 0),
        (f64::INFINITY, 255),
        (-1e300, 0),
        (1e300, 255),
        (5e-324, 0),
        (0.5000001, 1),
    ] {
        assert_eq!(convert::to_clamped(value.to_bits()), byte);
    }
}

#[test]
fn as_the_host_converts() {
    let mut random = Random::new(1);
    let numbers = (0..300_000).map(|round| {
        if round % 8 == 0 {
            random.bits()
        } else {
            random.moderate(90)
        }
    });
    for bits in special().into_iter().chain(numbers) {
        let value = f64::from_bits(bits);
        // ToInt32 by its definition; the remainder is exact.
        let modulo = (value.trunc() % 4294967296.0) as i64 as i32;
        assert_eq!(to_int32(bits), modulo, "{value:e}");
        let same = value == f64::from(value as i32) && bits != 1 << 63;
        assert_eq!(as_i32(bits), same.then_some(value as i32), "{value:e}");
        let truncated = if value.is_nan() {
            bits
        } else {
            value.trunc().to_bits()
        };
        assert_eq!(truncate(bits), truncated, "{value:e}");
    }
}

#[test]
fn integers() {
    let mut random = Random::new(2);
    let some = [0, 1, -1, 9, 10, 99, 100, -10, i32::MAX, i32::MIN];
    for value in some
        .into_iter()
        .chain((0..300_000).map(|_| random.bits() as i32 >> random.below(32)))
    {
        assert_eq!(
            integer::print(value, &mut [0; 16]),
            value.to_string().as_bytes()
        );
        assert_eq!(from_i32(value), f64::from(value).to_bits());
        assert_eq!(from_u32(value as u32), f64::from(value as u32).to_bits());
        assert_eq!(as_i32(from_i32(value)), Some(value));
    }
}
