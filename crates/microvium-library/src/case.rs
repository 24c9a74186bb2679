//! The tables of `string_case.js`: Unicode's letters in upper and lower case, as Rust's standard library has
//! them, made short. All are arrays of integers of 16 bits, as an image packs such.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

/// The letters that may be beyond 16 bits lie below this.
const END: u32 = 0x1_FFFF;

/// The tables as JavaScript, made once in a process: that takes longer than most programs do.
pub fn tables() -> &'static str {
    static TABLES: LazyLock<String> = LazyLock::new(make_tables);
    &TABLES
}

fn make_tables() -> String {
    let characters: Vec<char> = (0x80..END).filter_map(char::from_u32).collect();
    let pairs: Vec<(u32, u32)> = characters
        .iter()
        .filter_map(|&upper| Some((upper, single(upper.to_lowercase())?)))
        .filter(|&(upper, lower)| upper != lower && single(lower.to_uppercase()) == Some(upper))
        .map(|(upper, lower)| (upper.into(), lower.into()))
        .collect();
    let to_lower = pairs.iter().copied().collect();
    let to_upper = pairs.iter().map(|&(upper, lower)| (lower, upper)).collect();
    let upper = exceptions(&characters, &to_upper, |it| it.to_uppercase().collect());
    let lower = exceptions(&characters, &to_lower, |it| it.to_lowercase().collect());
    // How a capital sigma behaves before a character tells which characters count: see Final_Sigma in the
    // standard's table 3-17.
    let is_final = |rest: &str| {
        format!("A\u{3a3}{rest}")
            .to_lowercase()
            .starts_with("a\u{3c2}")
    };
    let (mut cased, mut ignorable) = (Vec::new(), Vec::new());
    for c in (0..END).filter_map(char::from_u32) {
        if !is_final(&c.to_string()) {
            cased.push(c.into());
        } else if !is_final(&format!("{c}A")) {
            ignorable.push(c.into());
        }
    }
    let mut source = String::new();
    for (name, table) in [
        ("PAIRS", pair_ranges(&pairs)),
        ("UPPER", upper),
        ("LOWER", lower),
        ("CASED", ranges(&cased)),
        ("IGNORABLE", ranges(&ignorable)),
    ] {
        let _ = writeln!(source, "const {name} = {table:?};");
    }
    source
}

/// The one character that a mapping gives, if it is one.
fn single(mut mapping: impl Iterator<Item = char>) -> Option<char> {
    let first = mapping.next();
    first.filter(|_| mapping.next().is_none())
}

/// Runs of pairs: how far from the end of the run before, twice the count and whether every second
/// character is meant, and what to add for the other case, in 16 bits.
fn pair_ranges(pairs: &[(u32, u32)]) -> Vec<u32> {
    let mut table = Vec::new();
    let mut end = 0;
    let mut rest = pairs;
    while let Some(&(start, lower)) = rest.first() {
        let run = |step: u32| {
            let follows = |(index, pair): &(usize, &(u32, u32))| {
                let distance = *index as u32 * step;
                **pair == (start + distance, lower + distance)
            };
            rest.iter().enumerate().take_while(follows).count()
        };
        let (count, step) = if run(2) > run(1) {
            (run(2), 2)
        } else {
            (run(1), 1)
        };
        table.extend([
            start - end,
            (count as u32) << 1 | (step - 1),
            lower.wrapping_sub(start) & 0xFFFF,
        ]);
        end = start;
        rest = &rest[count..];
    }
    table
}

/// What the pairs don't tell: the character less the one before, the number of code units of its mapping, and
/// these.
fn exceptions(
    characters: &[char],
    paired: &BTreeMap<u32, u32>,
    mapping: impl Fn(char) -> String,
) -> Vec<u32> {
    let mut table = Vec::new();
    let mut last = 0;
    for &c in characters {
        let expected = paired.get(&c.into()).and_then(|&it| char::from_u32(it));
        let mapped = mapping(c);
        if mapped != expected.unwrap_or(c).to_string() {
            let units: Vec<u32> = mapped.encode_utf16().map(u32::from).collect();
            table.extend([u32::from(c) - last, units.len() as u32]);
            table.extend(units);
            last = c.into();
        }
    }
    table
}

/// Runs of characters: how far from the end of the run before, and how many.
fn ranges(characters: &[u32]) -> Vec<u32> {
    let mut table: Vec<u32> = Vec::new();
    let mut end = 0;
    for &c in characters {
        match table.last_mut() {
            Some(count) if c == end => *count += 1,
            _ => table.extend([c - end, 1]),
        }
        end = c + 1;
    }
    table
}

#[cfg(test)]
mod tests {
    #[test]
    fn tables_fit_16_bits() {
        let tables = super::tables();
        let numbers = tables.split(|it: char| !it.is_ascii_digit());
        let numbers: Vec<u32> = numbers.filter_map(|it| it.parse().ok()).collect();
        assert!(numbers.len() > 1000 && numbers.iter().all(|it| *it <= 0xFFFF));
    }
}
