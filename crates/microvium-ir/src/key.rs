//! The keys of properties.

use crate::{NodeId, Text};

/// What names a property.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Key {
    /// A string. Array indices are keys in canonical decimal form.
    Text(Text),
    /// A symbol, by its node.
    Symbol(NodeId),
}

impl Key {
    /// The string, if it is one.
    pub fn text(&self) -> Option<&Text> {
        match self {
            Key::Text(text) => Some(text),
            Key::Symbol(_) => None,
        }
    }

    /// The key for people.
    pub fn to_display(&self) -> String {
        self.text()
            .map_or_else(|| "[symbol]".to_owned(), Text::to_display)
    }

    /// Whether it is this string.
    pub fn is(&self, text: &str) -> bool {
        self.text()
            .is_some_and(|it| it.as_bytes() == text.as_bytes())
    }
}

impl From<Text> for Key {
    fn from(text: Text) -> Key {
        Key::Text(text)
    }
}

impl From<&Text> for Key {
    fn from(text: &Text) -> Key {
        Key::Text(text.clone())
    }
}

impl From<&str> for Key {
    fn from(text: &str) -> Key {
        Key::Text(text.into())
    }
}
