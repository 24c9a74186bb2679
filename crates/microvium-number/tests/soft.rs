//! The soft arithmetic against that of the processor, bit for bit.

mod common;

use common::{Random, special};
use microvium_number::soft::{add, compare, divide, multiply, remainder, subtract};

/// The bits of a result, with one NaN.
fn canonical(value: f64) -> u64 {
    if value.is_nan() {
        0x7ff8_0000_0000_0000
    } else {
        value.to_bits()
    }
}

fn check(a: u64, b: u64) {
    let (x, y) = (f64::from_bits(a), f64::from_bits(b));
    assert_eq!(add(a, b), canonical(x + y), "{x:e} + {y:e}");
    assert_eq!(subtract(a, b), canonical(x - y), "{x:e} - {y:e}");
    assert_eq!(multiply(a, b), canonical(x * y), "{x:e} * {y:e}");
    assert_eq!(divide(a, b), canonical(x / y), "{x:e} / {y:e}");
    assert_eq!(compare(a, b), x.partial_cmp(&y), "{x:e} against {y:e}");
}

fn check_remainder(a: u64, b: u64) {
    let (x, y) = (f64::from_bits(a), f64::from_bits(b));
    assert_eq!(remainder(a, b), canonical(x % y), "{x:e} % {y:e}");
}

#[test]
fn examples() {
    let sum = add(0.1f64.to_bits(), 0.2f64.to_bits());
    assert_eq!(f64::from_bits(sum), 0.30000000000000004);
    let rest = |a: f64, b: f64| f64::from_bits(remainder(a.to_bits(), b.to_bits()));
    assert_eq!(rest(5.5, -2.0), 1.5);
    assert_eq!(rest(-4.0, 2.0).to_bits(), (-0.0f64).to_bits());
    assert!(rest(1.0, 0.0).is_nan());
}

#[test]
fn every_pair_of_special_numbers() {
    let all = special();
    for a in &all {
        for b in &all {
            check(*a, *b);
            check_remainder(*a, *b);
        }
    }
}

#[test]
fn numbers_of_any_size() {
    let mut random = Random::new(1);
    for _ in 0..300_000 {
        check(random.bits(), random.bits());
    }
    for _ in 0..20_000 {
        check_remainder(random.bits(), random.bits());
    }
}

#[test]
fn numbers_of_similar_size() {
    let mut random = Random::new(2);
    for _ in 0..1_500_000 {
        let (a, b) = (random.moderate(30), random.moderate(30));
        check(a, b);
        check_remainder(a, b);
    }
}

#[test]
fn results_that_underflow_or_overflow() {
    let mut random = Random::new(3);
    for _ in 0..200_000 {
        let a = random.moderate(60);
        let subnormal = random.bits() & !(0x7ff << 52) >> random.below(53);
        check(a, subnormal);
        check(subnormal, a);
        let huge = random.moderate(4) + (1018 << 52);
        check(a, huge);
        check(huge, a);
        let root = random.moderate(8).wrapping_sub(530 << 52);
        check(root, random.moderate(8).wrapping_sub(530 << 52));
    }
}
