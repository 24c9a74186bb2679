//! The strings of a program.

use microvium_format::{private_name, private_parts};
use std::fmt;
use std::sync::Arc;

/// A string of UTF-16 code units, held as WTF-8: UTF-8 in which a lone surrogate stands as its own
/// three bytes. A high surrogate directly followed by a low one never occurs: they are one character.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Arc<[u8]>);

impl Text {
    /// From WTF-8 bytes, which the caller vouches for.
    pub fn from_wtf8(bytes: &[u8]) -> Text {
        Text(bytes.into())
    }

    /// The key by which the global object has what the library does for the compiler. No script can name or see it; nor is
    /// it a private name of a class, as those consist of such bytes as the first alone.
    pub fn helper(name: &str) -> Text {
        let bytes: Vec<u8> = private_name(0).chain(name.bytes()).collect();
        Text(bytes.into())
    }

    /// From UTF-16 code units.
    pub fn from_utf16(units: impl IntoIterator<Item = u16>) -> Text {
        let mut bytes = Vec::new();
        for unit in char::decode_utf16(units) {
            match unit {
                Ok(character) => {
                    bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                }
                Err(lone) => {
                    let unit = lone.unpaired_surrogate();
                    bytes.extend_from_slice(&[
                        0xE0 | (unit >> 12) as u8,
                        0x80 | (unit >> 6 & 0x3F) as u8,
                        0x80 | (unit & 0x3F) as u8,
                    ]);
                }
            }
        }
        Text(bytes.into())
    }

    /// The key of a private name, which is no string of a script: its bytes aren't WTF-8.
    pub fn private(number: u32) -> Text {
        Text(microvium_format::private_name(number).collect())
    }

    /// Whether it is the key of a private name.
    pub fn is_private(&self) -> bool {
        microvium_format::is_private(&self.0)
    }

    /// The WTF-8 bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The UTF-16 code units.
    pub fn to_utf16(&self) -> Vec<u16> {
        let mut units = Vec::new();
        // In WTF-8 only a lone surrogate isn't UTF-8: three bytes that `utf8_chunks` gives one by one.
        let mut lone = Vec::new();
        for chunk in self.0.utf8_chunks() {
            units.extend(chunk.valid().encode_utf16());
            lone.extend(chunk.invalid());
            if let &[first, second, third] = lone.as_slice() {
                let bits = |byte: u8| u16::from(byte & 0x3F);
                units.push(u16::from(first & 0xF) << 12 | bits(second) << 6 | bits(third));
                lone.clear();
            }
        }
        units
    }

    /// The text for people: lone surrogates become U+FFFD, and a private name is what follows its number, or that.
    pub fn to_display(&self) -> String {
        let (number, rest) = private_parts(&self.0);
        let rest = String::from_utf8_lossy(rest);
        match (number, &*rest) {
            (Some(number), "") => format!("#{number}"),
            (Some(_), rest) => format!("#{rest}"),
            (None, text) => text.to_owned(),
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text(text.as_bytes().into())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.to_display())
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn surrogates_fuse_when_they_meet_and_stay_when_alone() {
        assert_eq!(Text::from_utf16([0xD83D, 0xDE00]), Text::from("😀"));
        assert_eq!(Text::from_utf16([0xD83D]).as_bytes(), [0xED, 0xA0, 0xBD]);
    }

    #[test]
    fn code_units_come_back() {
        let units = [0x61, 0xDE00, 0xD83D, 0xDE00, 0xD83D, 0x20AC];
        assert_eq!(Text::from_utf16(units).to_utf16(), units);
    }
}
