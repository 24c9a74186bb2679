//! `**` by example, where it is exact, and against the host's library.

mod common;

use common::Random;
use microvium_number::power;

#[test]
fn special_cases() {
    let (inf, nan) = (f64::INFINITY, f64::NAN);
    for (base, exponent, result) in [
        (nan, 0.0, 1.0),
        (nan, 1.0, nan),
        (1.0, nan, nan),
        (1.0, inf, nan),
        (-1.0, -inf, nan),
        (1.0, 1e300, 1.0),
        (2.0, inf, inf),
        (-2.0, inf, inf),
        (0.5, inf, 0.0),
        (2.0, -inf, 0.0),
        (0.5, -inf, inf),
        (inf, 1e-300, inf),
        (inf, -2.0, 0.0),
        (-inf, 3.0, -inf),
        (-inf, 2.0, inf),
        (-inf, -3.0, -0.0),
        (-inf, 0.5, inf),
        (0.0, 1e-300, 0.0),
        (-0.0, 3.0, -0.0),
        (-0.0, 2.0, 0.0),
        (-0.0, -3.0, -inf),
        (-0.0, -0.5, inf),
        (0.0, -1.0, inf),
        (-8.0, 1.0 / 3.0, nan),
        (-2.0, 3.0, -8.0),
        (-1.0, 9007199254740993.0, 1.0),
        (-1.0, 9007199254740991.0, -1.0),
        (2.0, -1074.0, 5e-324),
        (2.0, -1075.0, 0.0),
        (2.0, 1024.0, inf),
        (-2.0, 1025.0, -inf),
        (2.0, 0.5, std::f64::consts::SQRT_2),
        (10.0, 308.0, 1e308),
        (10.0, -5.0, 1e-5),
        (10.0, 22.0, 1e22),
    ] {
        let actual = power(base, exponent);
        assert!(
            actual.to_bits() == result.to_bits() || actual.is_nan() && result.is_nan(),
            "{base} ** {exponent} is {actual}"
        );
    }
}

/// Powers of integers, as far as 128 bits go: those are rounded by the host, ties to even.
#[test]
fn integers() {
    for base in 2..2000u128 {
        let mut product = 1u128;
        for exponent in 1.. {
            product = match product.checked_mul(base) {
                Some(product) => product,
                None => break,
            };
            assert_eq!(
                power(base as f64, exponent as f64),
                product as f64,
                "{base} ** {exponent}"
            );
        }
    }
}

#[test]
fn fractions_of_two() {
    let mut random = Random::new(1);
    for _ in 0..20_000 {
        let base = 1.0 + random.below(1 << 26) as f64 / (1u32 << 26) as f64;
        assert_eq!(power(base, 2.0), base * base);
        assert_eq!(power(base * base, 0.5), base);
        assert_eq!(power(base, 1.0), base);
        assert_eq!(power(base, -1.0), 1.0 / base);
    }
}

/// The host's library is itself off by a little: one place between the two is allowed.
#[test]
fn near_the_host() {
    let mut random = Random::new(2);
    let mut apart = 0;
    for round in 0..100_000 {
        let base = f64::from_bits(match round % 4 {
            0 => random.bits(),
            1 => random.moderate(0),
            _ => random.moderate(30),
        })
        .abs();
        let exponent = f64::from_bits(match round % 5 {
            0 => random.bits(),
            _ => random.moderate(12),
        });
        let (actual, host) = (power(base, exponent), base.powf(exponent));
        if actual.is_nan() || host.is_nan() {
            assert_eq!(
                actual.is_nan(),
                base.is_nan() || exponent.is_nan(),
                "{base:e} ** {exponent:e}"
            );
            continue;
        }
        let distance = actual.to_bits().abs_diff(host.to_bits());
        assert!(
            distance <= 1,
            "{base:e} ** {exponent:e}: {actual:e}, {host:e}"
        );
        apart += distance;
    }
    assert!(apart < 1_000, "{apart} of 100000 differ");
}

/// Exponents that bring a base near 1 far away.
#[test]
fn large_exponents() {
    let mut random = Random::new(3);
    for _ in 0..20_000 {
        let base = f64::from_bits((1023 << 52) - 1000 + random.below(2000));
        let exponent = (random.below(1 << 20) as f64 - 524288.0) * 2f64.powi(40);
        let (actual, host) = (power(base, exponent), base.powf(exponent));
        assert!(
            actual.to_bits().abs_diff(host.to_bits()) <= 1,
            "{base:e} ** {exponent:e}"
        );
    }
}
