//! Parsing against the host, which rounds exactly as well.

mod common;

use common::{Random, special};
use microvium_number::{parse, parse_bits, print};

fn check(text: &str) {
    let expected: f64 = text.parse().unwrap();
    assert_eq!(parse_bits(text.as_bytes()), expected.to_bits(), "{text}");
}

#[test]
fn examples() {
    for (text, value) in [
        ("", 0.0),
        ("  ", 0.0),
        ("42", 42.0),
        ("+42", 42.0),
        ("\t-1.5e3\n", -1500.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("1E-7", 1e-7),
        ("00012", 12.0),
        ("Infinity", f64::INFINITY),
        ("-Infinity", f64::NEG_INFINITY),
        ("0x1F", 31.0),
        ("0Xff", 255.0),
        ("0b101", 5.0),
        ("0o17", 15.0),
        ("1e309", f64::INFINITY),
        ("1e-400", 0.0),
        ("1e99999999999", f64::INFINITY),
        ("0e99999999999", 0.0),
        ("1e-99999999999", 0.0),
        (
            "\u{a0}\u{feff}\u{1680}\u{2000}\u{200a}7\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{b}\u{c}\r",
            7.0,
        ),
    ] {
        assert_eq!(parse(text.as_bytes()), value, "{text:?}");
    }
    assert_eq!(parse_bits(b"-0"), 1 << 63);
    assert_eq!(parse_bits(b"-1e-400"), 1 << 63);
}

#[test]
fn what_is_no_number() {
    for text in [
        "x",
        "1x",
        "1 2",
        ".",
        "+",
        "-",
        "e5",
        ".e1",
        "1e",
        "1e+",
        "1..2",
        "1.2.3",
        "1.5e1.5",
        "--1",
        "+-1",
        "0x",
        "0xg",
        "0b2",
        "0o8",
        "0x1.8",
        "0x1p3",
        "-0x1",
        "+0b1",
        "0b",
        "1_000",
        "infinity",
        "INFINITY",
        "Infinit",
        "Infinityx",
        "Infinity1",
        "NaN",
        "inf",
        "1n",
        "\u{200b}1",
        "\u{180e}1",
        "1\u{85}",
        "1\0",
        "\u{11}",
    ] {
        assert_eq!(
            parse_bits(text.as_bytes()),
            0x7ff8_0000_0000_0000,
            "{text:?}"
        );
    }
    // Not even UTF-8.
    assert!(parse(b"\xe2\x80").is_nan());
    assert!(parse(b"1\xc2").is_nan());
}

#[test]
fn what_was_printed() {
    let mut random = Random::new(1);
    let moderate: Vec<u64> = (0..100_000).map(|_| random.moderate(60)).collect();
    let any = (0..3_000).map(|_| random.bits());
    for bits in moderate.into_iter().chain(any).chain(special()) {
        let value = f64::from_bits(bits);
        let mut buffer = [0; 32];
        let length = print(value, &mut buffer);
        let parsed = parse(&buffer[..length]);
        assert!(
            parsed == value || value.is_nan() && parsed.is_nan(),
            "{value:e}"
        );
    }
}

#[test]
fn random_decimals() {
    let mut random = Random::new(2);
    for _ in 0..100_000 {
        let digits = random.bits() >> random.below(64);
        check(&format!("{digits}e{}", random.below(60) as i64 - 40));
    }
    for _ in 0..3_000 {
        check(&format!(
            "{}.{}e{}",
            random.bits(),
            random.bits(),
            random.below(700) as i64 - 370
        ));
    }
}

/// Halfway between two floats, a little less, and a little more.
#[test]
fn halves() {
    let mut random = Random::new(3);
    for round in 0..400 {
        let bits = if round % 2 == 0 {
            random.bits() & !(1 << 63)
        } else {
            random.moderate(70) & !(1 << 63)
        };
        let value = f64::from_bits(bits);
        let next = f64::from_bits(bits + 1);
        if !next.is_finite() {
            continue;
        }
        // All digits of both: with a point in the same place they have a mean that is exact.
        let half = mean(&format!("{value:.1080}"), &format!("{next:.1080}"));
        check(&half);
        check(&format!("{half}0000000000001"));
        check(&format!("{half}00{}", "0".repeat(1000)));
        check(&format!("{half}00{}1e0", "0".repeat(1000)));
        // The last digit of such a fraction is 5.
        if let Some(less) = half.trim_end_matches('0').strip_suffix('5') {
            check(&format!("{less}4{}", "9".repeat(1000)));
        }
    }
}

/// Half the sum of two decimals that have a digit 0 at their end.
fn mean(a: &str, b: &str) -> String {
    let width = a.len().max(b.len());
    let (a, b) = (format!("{a:0>width$}"), format!("{b:0>width$}"));
    let mut sum = 0;
    let mut carried: Vec<u8> = Vec::new();
    for (a, b) in a.bytes().rev().zip(b.bytes().rev()) {
        if a == b'.' {
            carried.push(b'.');
            continue;
        }
        sum += a - b'0' + b - b'0';
        carried.push(sum % 10);
        sum /= 10;
    }
    carried.push(sum);
    let mut rest = 0;
    let mut text = String::new();
    for digit in carried.into_iter().rev() {
        if digit == b'.' {
            text.push('.');
            continue;
        }
        let value = rest * 10 + digit;
        text.push((b'0' + value / 2) as char);
        rest = value % 2;
    }
    text
}

#[test]
fn texts_of_any_length() {
    let zeros = "0".repeat(5000);
    check(&format!("{zeros}1.5"));
    check(&format!("0.{zeros}1e5001"));
    check(&format!("1{zeros}e-5000"));
    check(&format!("1{zeros}"));
    check(&"9".repeat(308));
    check(&"9".repeat(309));
    check(&format!("{}e-4700", "9".repeat(5000)));
    check(&format!("{}e-4691", "9".repeat(5000)));
    check(&format!(".{}", "123456789".repeat(200)));
}

#[test]
fn other_radixes() {
    let value = |text: &str| parse(text.as_bytes());
    assert_eq!(value("0x1fffffffffffff"), 9007199254740991.0);
    // Ties go to even, however far off the digit is that breaks one.
    assert_eq!(value("0x20000000000001"), 9007199254740992.0);
    assert_eq!(value("0x20000000000003"), 9007199254740996.0);
    assert_eq!(
        value(&format!("0x20000000000001{}", "0".repeat(100))),
        9007199254740992.0 * 16f64.powi(100)
    );
    assert_eq!(
        value(&format!("0x20000000000001{}1", "0".repeat(99))),
        9007199254740994.0 * 16f64.powi(100)
    );
    assert_eq!(value(&format!("0b1{}", "0".repeat(1023))), 2f64.powi(1023));
    assert_eq!(value(&format!("0b1{}", "0".repeat(1024))), f64::INFINITY);
    assert_eq!(value(&format!("0b{}", "1".repeat(1024))), f64::INFINITY);
    assert_eq!(value(&format!("0x{}1", "0".repeat(3000))), 1.0);
    assert_eq!(value(&format!("0o7{}", "0".repeat(5000))), f64::INFINITY);
}
