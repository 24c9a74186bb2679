//! The keys of properties, as far as they're known.

use crate::set::{BOOLEAN, NULLISH, NUMBER, STRING, Set};
use microvium_ir::Text;

/// The keys that an access may mean.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Keys {
    /// This one.
    One(Text),
    /// Those that look like numbers.
    Numeric,
    /// Any.
    Any,
}

impl Keys {
    /// A key.
    pub fn one(key: &Text) -> Keys {
        if is_numeric(key) {
            Keys::Numeric
        } else {
            Keys::One(key.clone())
        }
    }

    /// The keys that a set of values may turn into.
    pub fn of(set: &Set) -> Vec<Keys> {
        if set.has(STRING) || !set.things.is_empty() {
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
    pub fn contains(&self, key: &Text) -> bool {
        match self {
            Keys::One(one) => one == key,
            Keys::Numeric => is_numeric(key),
            Keys::Any => true,
        }
    }
}

/// Whether a key may be the string of a number.
pub fn is_numeric(key: &Text) -> bool {
    std::str::from_utf8(key.as_bytes()).is_ok_and(|text| text.parse::<f64>().is_ok())
}
