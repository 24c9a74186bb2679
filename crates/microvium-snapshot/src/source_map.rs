//! Source maps of version 3, for tools that read no sidecar.

use crate::sidecar::Sidecar;
use serde::Serialize;

#[derive(Serialize)]
struct SourceMap<'a> {
    version: u8,
    sources: &'a [String],
    names: [&'a str; 0],
    mappings: String,
}

/// The map of an image, as one line whose columns are its bytes.
pub fn source_map(sidecar: &Sidecar) -> String {
    let mut mappings = String::new();
    let mut last = [0; 4];
    for position in &sidecar.positions {
        if !mappings.is_empty() {
            mappings.push(',');
        }
        // All fields but the column count from 0, and each from where it was.
        let at = position.at;
        let now = [
            i64::from(position.address),
            at.file.into(),
            i64::from(at.line) - 1,
            i64::from(at.column) - 1,
        ];
        for (field, last) in now.iter().zip(&last) {
            write_vlq(field - last, &mut mappings);
        }
        last = now;
    }
    let map = SourceMap {
        version: 3,
        sources: &sidecar.files,
        names: [],
        mappings,
    };
    // Strings and integers always have a JSON form.
    let mut text = serde_json::to_string(&map).unwrap_or_default();
    text.push('\n');
    text
}

/// A number in digits of 5 bits, the lowest first, the sign in the lowest bit; all digits but the last
/// have the bit above.
fn write_vlq(number: i64, out: &mut String) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut rest = number.unsigned_abs() << 1 | u64::from(number < 0);
    loop {
        let more = if rest > 31 { 32 } else { 0 };
        out.push(char::from(DIGITS[(rest & 31 | more) as usize]));
        rest >>= 5;
        if rest == 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_digits_of_the_standard() {
        for (number, digits) in [
            (0, "A"),
            (1, "C"),
            (-1, "D"),
            (15, "e"),
            (16, "gB"),
            (-17, "jB"),
            (1000, "w+B"),
        ] {
            let mut out = String::new();
            write_vlq(number, &mut out);
            assert_eq!(out, digits, "{number}");
        }
    }
}
