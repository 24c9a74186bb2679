//! The tables of `string_case.js`: Unicode's letters in upper and lower case, as Rust's standard library has
//! them, made short. All are arrays of integers of 16 bits, as an image packs such.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;
use std::sync::LazyLock;

/// The letters that may be beyond 16 bits lie below this.
const END: u32 = 0x1_FFFF;

/// How far the characters of plane 14 are put forward, among the ones that don't count before a sigma. There they are
/// alone, and none has a case.
const PLANE_14: u32 = 0xC_0400;

/// Large blocks of characters without case, which aren't looked at: ideographs, Hangul, private characters, cuneiform and
/// hieroglyphs, Tangut.
const CASELESS: [Range<u32>; 5] = [
    0x3400..0xA000,
    0xAC00..0xD7A4,
    0xE000..0xF900,
    0x1_2000..0x1_3430,
    0x1_7000..0x1_8D00,
];

/// The tables as JavaScript, made once in a process: that takes longer than small programs do.
pub fn tables() -> &'static str {
    static TABLES: LazyLock<String> = LazyLock::new(make_tables);
    &TABLES
}

/// Plane 14: tags, and variants of ideographs.
fn tags() -> Vec<char> {
    (0xE_0000..0xE_0200).filter_map(char::from_u32).collect()
}

fn make_tables() -> String {
    let has_case = |it: &u32| !CASELESS.iter().any(|block| block.contains(it));
    let all = (0..END).filter(has_case).filter_map(char::from_u32);
    let all: Vec<char> = all.collect();
    let characters = &all[0x80..];
    let pairs: Vec<(u32, u32)> = characters
        .iter()
        .filter_map(|&upper| Some((upper, single(upper.to_lowercase())?)))
        .filter(|&(upper, lower)| upper != lower && single(lower.to_uppercase()) == Some(upper))
        .map(|(upper, lower)| (upper.into(), lower.into()))
        .collect();
    let to_lower = pairs.iter().copied().collect();
    let to_upper = pairs.iter().map(|&(upper, lower)| (lower, upper)).collect();
    let upper = exceptions(characters, &to_upper, char::to_uppercase);
    let lower = exceptions(characters, &to_lower, char::to_lowercase);
    let cased = before_sigma(&all, "");
    let others: Vec<char> = (all.iter().copied())
        .filter(|&it| cased.binary_search(&it.into()).is_err())
        .collect();
    let mut ignorable = before_sigma(&others, "A");
    ignorable.extend(before_sigma(&tags(), "A").iter().map(|it| it - PLANE_14));
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

/// Those of the characters that, with what follows, keep a capital sigma before them from being final. That tells which
/// characters count: see Final_Sigma in the standard's table 3-17. All are asked in one text, a line for each; what ends
/// a line doesn't count.
fn before_sigma(characters: &[char], follows: &str) -> Vec<u32> {
    let is_line = |it: &&char| **it != '\n';
    let mut text = String::new();
    for c in characters.iter().filter(is_line) {
        text.extend(["A\u{3a3}", c.encode_utf8(&mut [0; 4]), follows, "\n"]);
    }
    let text = text.to_lowercase();
    let lines = text.lines().zip(characters.iter().filter(is_line));
    lines
        .filter(|(line, _)| line.starts_with("a\u{3c3}"))
        .map(|(_, &c)| c.into())
        .collect()
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
fn exceptions<M: Iterator<Item = char>>(
    characters: &[char],
    paired: &BTreeMap<u32, u32>,
    mapping: impl Fn(char) -> M,
) -> Vec<u32> {
    let mut table = Vec::new();
    let mut last = 0;
    for &c in characters {
        let expected = paired.get(&c.into()).and_then(|&it| char::from_u32(it));
        if mapping(c).ne([expected.unwrap_or(c)]) {
            let mapped: String = mapping(c).collect();
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
    use super::{CASELESS, before_sigma};

    #[test]
    fn what_is_not_looked_at_has_no_case() {
        let all = CASELESS.into_iter().flatten().filter_map(char::from_u32);
        let all: Vec<char> = all.collect();
        assert!(all.iter().all(|it| it.to_lowercase().eq([*it])));
        assert!(all.iter().all(|it| it.to_uppercase().eq([*it])));
        assert!(before_sigma(&all, "").is_empty() && before_sigma(&all, "A").is_empty());
    }

    #[test]
    fn plane_14_has_no_case_and_room_behind_the_rest() {
        let tags = super::tags();
        assert!(before_sigma(&tags, "").is_empty());
        let room = u32::from(tags[0]) - super::PLANE_14..super::END;
        let others: Vec<char> = room.filter_map(char::from_u32).collect();
        assert!(others.len() >= tags.len() && before_sigma(&others, "A").is_empty());
    }

    #[test]
    fn tables_fit_16_bits() {
        let tables = super::tables();
        let numbers = tables.split(|it: char| !it.is_ascii_digit());
        let numbers: Vec<u32> = numbers.filter_map(|it| it.parse().ok()).collect();
        assert!(numbers.len() > 1000 && numbers.iter().all(|it| *it <= 0xFFFF));
    }
}
