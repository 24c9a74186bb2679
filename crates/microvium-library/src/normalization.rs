//! The tables of `normalization.js`: Unicode's decompositions and combining classes, made short. All are arrays of
//! integers of 16 bits, as an image packs such.

use std::fmt::Write;
use std::sync::LazyLock;
use unicode_normalization::char::{
    canonical_combining_class, compose, decompose_canonical, decompose_compatible,
};

/// What decomposes or combines lies below this, but Hangul, whose decomposition is arithmetic.
const END: u32 = 0x3_0000;
const NEAR: char = '\u{1000}';
const HANGUL: std::ops::Range<u32> = 0xAC00..0xD7A4;

/// The tables as JavaScript, made once in a process.
pub fn tables() -> &'static str {
    static TABLES: LazyLock<String> = LazyLock::new(make_tables);
    &TABLES
}

fn make_tables() -> String {
    let characters: Vec<char> = (0x80..END)
        .filter(|it| !HANGUL.contains(it))
        .filter_map(char::from_u32)
        .collect();
    let (mut pairs, mut canonical, mut compatible) = (Vec::new(), Vec::new(), Vec::new());
    for &c in &characters {
        let whole = decomposition(c, |c, emit| decompose_canonical(c, emit));
        if whole != [c] {
            match pair(c, &whole) {
                Some(pair) => pairs.push((c.into(), pair.to_vec())),
                None => canonical.push((c.into(), units(&whole))),
            }
        }
        let other = decomposition(c, |c, emit| decompose_compatible(c, emit));
        if other != whole {
            compatible.push((c.into(), units(&other)));
        }
    }
    let mut source = String::new();
    for (name, table) in [
        ("PAIRS", groups(&pairs)),
        ("CANONICAL", groups(&canonical)),
        ("COMPATIBLE", groups(&compatible)),
        ("CLASSES", classes(&characters)),
    ] {
        let _ = writeln!(source, "const {name} = {table:?};");
    }
    source
}

fn decomposition(c: char, decompose: impl Fn(char, &mut dyn FnMut(char))) -> Vec<char> {
    let mut whole = Vec::new();
    decompose(c, &mut |it| whole.push(it));
    whole
}

/// The two characters that a character is composed of, in 16 bits of its plane: of the first plane if the second one is
/// below `NEAR`.
fn pair(c: char, whole: &[char]) -> Option<[u16; 2]> {
    let (&last, rest) = whole.split_last()?;
    let first = (rest.iter().copied())
        .map(Some)
        .reduce(|a, b| compose(a?, b?))??;
    if compose(first, last) != Some(c) {
        return None;
    }
    let plane = u32::from(c) >> 16;
    assert!(last >= '\u{300}' && !('\u{3100}'..'\u{10000}').contains(&first));
    assert_eq!(u32::from(first) >> 16, plane);
    if last >= NEAR {
        assert_eq!(u32::from(last) >> 16, plane);
        assert!(u32::from(last) & 0xFFFF >= NEAR.into());
    }
    Some([u32::from(first) as u16, u32::from(last) as u16])
}

fn units(text: &[char]) -> Vec<u16> {
    text.iter().collect::<String>().encode_utf16().collect()
}

/// Groups of characters that follow each other: how far from the end of the group before, how many, the number of units
/// of each, and these. Where each has one unit, one greater than that before, the number is 0, and only the first is
/// there.
fn groups(entries: &[(u32, Vec<u16>)]) -> Vec<u16> {
    let mut table = Vec::new();
    let mut end = 0;
    let mut rest = entries;
    while let [(start, first), ..] = rest {
        let alike = |wanted: &dyn Fn(u16, &[u16]) -> bool| {
            (0..)
                .zip(rest)
                .take_while(|(index, (c, units))| {
                    *c == start + u32::from(*index) && wanted(*index, units)
                })
                .count()
        };
        let run = alike(&|index, units| matches!(units, [unit] if *unit == first[0] + index));
        let mut count = alike(&|_, units| units.len() == first.len());
        if run > 3 {
            count = run;
        } else if first.len() == 1 {
            // Up to where a run begins.
            let starts = |at: usize| {
                let window = rest.get(at..at + 4).unwrap_or_default();
                window.len() == 4
                    && window.windows(2).all(|it| {
                        it[1].0 == it[0].0 + 1
                            && it[1].1.len() == 1
                            && u32::from(it[1].1[0]) == u32::from(it[0].1[0]) + 1
                    })
            };
            count = (1..count).find(|&at| starts(at)).unwrap_or(count);
        }
        let group = &rest[..count];
        // A gap may be larger than 16 bits: empty groups lie there.
        let mut gap = start - end;
        while gap > 0xFFFF {
            table.extend([0xFFFF, 0, 1]);
            gap -= 0xFFFF;
        }
        table.extend([gap as u16, count as u16]);
        if run > 3 {
            table.extend([0, first[0]]);
        } else {
            table.push(first.len() as u16);
            table.extend(group.iter().flat_map(|(_, units)| units));
        }
        end = start + count as u32;
        rest = &rest[count..];
    }
    table
}

/// Runs of characters that combine: how far from the end of the run before, how many, and their class.
fn classes(characters: &[char]) -> Vec<u16> {
    let mut table: Vec<u16> = Vec::new();
    let mut end = 0;
    for &c in characters {
        let class = u16::from(canonical_combining_class(c));
        if class == 0 {
            continue;
        }
        let c = u32::from(c);
        match table.as_mut_slice() {
            [.., count, last] if c == end && *last == class => *count += 1,
            _ => table.extend([u16::try_from(c - end).expect("near"), 1, class]),
        }
        end = c + 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_beyond_the_tables() {
        for c in (END..=0x10_FFFF).filter_map(char::from_u32) {
            assert_eq!(canonical_combining_class(c), 0);
            assert_eq!(
                decomposition(c, |c, emit| decompose_compatible(c, emit)),
                [c]
            );
        }
    }
}
