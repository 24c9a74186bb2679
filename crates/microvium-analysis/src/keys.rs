//! The keys of properties, as far as they're known.

use crate::set::{BOOLEAN, NULLISH, NUMBER, STRING, Set};
use microvium_ir::{Key, Text};

/// The keys that an access may mean.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Keys {
    /// This one.
    One(Key),
    /// Those that look like numbers.
    Numeric,
    /// Any but private names.
    Any,
}

impl Keys {
    /// A key.
    pub fn one(key: impl Into<Key>) -> Keys {
        let key = key.into();
        if is_numeric(&key) {
            Keys::Numeric
        } else {
            Keys::One(key)
        }
    }

    /// The keys that primitives of some types may turn into.
    pub fn of_primitives(primitives: u8) -> Vec<Keys> {
        let set = Set::primitives(primitives);
        if set.has(STRING) {
            return vec![Keys::Any];
        }
        let mut keys = Vec::new();
        if set.has(NUMBER) {
            keys.push(Keys::Numeric);
        }
        if set.has(NULLISH) {
            keys.extend(["undefined", "null"].map(|it| Keys::One(it.into())));
        }
        if set.has(BOOLEAN) {
            keys.extend(["true", "false"].map(|it| Keys::One(it.into())));
        }
        keys
    }

    /// Whether a key is among them.
    pub fn contains(&self, key: &Key) -> bool {
        match self {
            Keys::One(one) => one == key,
            Keys::Numeric => is_numeric(key),
            Keys::Any => !key.text().is_some_and(Text::is_private),
        }
    }
}

/// Whether a key may be the string of a number.
pub fn is_numeric(key: &Key) -> bool {
    let text = key.text().map(|text| std::str::from_utf8(text.as_bytes()));
    matches!(text, Some(Ok(text)) if text.parse::<f64>().is_ok())
}

/// Whether a key is a private name.
pub fn is_private(keys: &Keys) -> bool {
    matches!(keys, Keys::One(key) if key.text().is_some_and(Text::is_private))
}
