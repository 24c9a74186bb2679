//! Printing against the formatting of the host, and against node.

mod common;

use common::{Random, special};
use microvium_number::print;

fn printed(value: f64) -> String {
    let mut buffer = [0; 32];
    let length = print(value, &mut buffer);
    String::from_utf8(buffer[..length].to_vec()).unwrap()
}

/// What JavaScript prints, made of the shortest digits that the host finds. Of two that are as near
/// the host takes the upper one, so this takes the even one instead.
fn expected(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_string();
    }
    if value.is_infinite() {
        return if value > 0.0 { "Infinity" } else { "-Infinity" }.to_string();
    }
    if value == 0.0 {
        return "0".to_string();
    }
    if value < 0.0 {
        return format!("-{}", expected(-value));
    }
    let text = format!("{value:e}");
    let places = text.find('e').unwrap() - text.find('.').map_or(1, |point| point + 1);
    // The host rounds to even where it is told how many digits to print.
    let nearest = format!("{value:.places$e}");
    let text = if nearest.parse() == Ok(value) {
        nearest
    } else {
        text
    };
    let (digits, exponent) = text.split_once('e').unwrap();
    let exponent: i32 = exponent.parse().unwrap();
    match exponent {
        -6..21 => in_full(digits, exponent),
        21.. => format!("{digits}e+{exponent}"),
        _ => format!("{digits}e{exponent}"),
    }
}

/// `digits * 10^exponent` without an exponent.
fn in_full(digits: &str, exponent: i32) -> String {
    let digits = digits.replace('.', "");
    let after_point = digits.len() as i32 - 1 - exponent;
    if after_point <= 0 {
        return format!("{digits}{}", "0".repeat(-after_point as usize));
    }
    let padded = format!("{digits:0>width$}", width = after_point as usize + 1);
    let (whole, fraction) = padded.split_at(padded.len() - after_point as usize);
    format!("{whole}.{fraction}")
}

#[test]
fn examples() {
    for (value, text) in [
        (0.0, "0"),
        (-0.0, "0"),
        (f64::NAN, "NaN"),
        (f64::NEG_INFINITY, "-Infinity"),
        (-1.5, "-1.5"),
        (0.1 + 0.2, "0.30000000000000004"),
        (100.0, "100"),
        (1e20, "100000000000000000000"),
        (1e21, "1e+21"),
        (123456789012345680000.0, "123456789012345680000"),
        (1.5e-6, "0.0000015"),
        (1.5e-7, "1.5e-7"),
        (5e-324, "5e-324"),
        (f64::MIN_POSITIVE, "2.2250738585072014e-308"),
        (f64::MAX, "1.7976931348623157e+308"),
        // As near to ...0.2 as to ...0.3, and to ...0.7 as to ...0.8: the even digit.
        (1125899906842624.0 + 0.25, "1125899906842624.2"),
        (1125899906842624.0 + 0.75, "1125899906842624.8"),
        // The upper end of its interval has one digit less, but reads back as its even neighbour.
        (9007199254740998.0 * 2.0, "18014398509481996"),
    ] {
        assert_eq!(printed(value), text);
    }
}

#[test]
fn as_node_prints() {
    for line in include_str!("node.txt").lines() {
        let (bits, text) = line.split_once(' ').unwrap();
        let value = f64::from_bits(u64::from_str_radix(bits, 16).unwrap());
        assert_eq!(printed(value), text, "{bits}");
    }
}

#[test]
fn powers_of_two_and_of_ten() {
    for field in 0..0x7ff {
        let value = f64::from_bits(field << 52);
        assert_eq!(printed(value), expected(value));
    }
    for exponent in -323..=308 {
        let value: f64 = format!("1e{exponent}").parse().unwrap();
        for bits in [value.to_bits() - 1, value.to_bits(), value.to_bits() + 1] {
            let value = f64::from_bits(bits);
            assert_eq!(printed(value), expected(value));
        }
    }
}

#[test]
fn special_numbers() {
    for bits in special() {
        let value = f64::from_bits(bits);
        assert_eq!(printed(value), expected(value));
    }
}

#[test]
fn random_numbers() {
    let mut random = Random::new(1);
    for _ in 0..100_000 {
        let value = f64::from_bits(random.moderate(60));
        assert_eq!(printed(value), expected(value));
    }
    for _ in 0..3_000 {
        let value = f64::from_bits(random.bits());
        assert_eq!(printed(value), expected(value));
    }
}

#[test]
fn short_decimals() {
    let mut random = Random::new(2);
    for _ in 0..100_000 {
        let value =
            random.below(100_000_000) as f64 / [1.0, 10.0, 1000.0, 1e7][random.below(4) as usize];
        assert_eq!(printed(value), expected(value));
    }
}
