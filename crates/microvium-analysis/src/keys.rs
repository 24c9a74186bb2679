//! The keys of properties, as far as they're known. Each has a number, by which places and sets hold it.

use crate::set::{BOOLEAN, NULLISH, NUMBER, STRING, Set};
use microvium_ir::{Key, Text, waiting};
use microvium_number::{parse, print};
use rustc_hash::FxHashMap;

/// The number of a key, and what matters of it when an access may mean many.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct KeyId {
    number: u32,
    sort: Sort,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Sort {
    Other,
    /// It may be the string of a number.
    Numeric,
    /// A private name.
    Private,
}

/// Declares the keys that analysis knows by name.
macro_rules! names {
    ($($name:ident = $number:literal $sort:ident $text:expr,)*) => {
        impl KeyId {
            $(pub const $name: KeyId = KeyId { number: $number, sort: Sort::$sort };)*
        }
        const NAMES: &[(KeyId, &[u8])] = &[$((KeyId::$name, $text)),*];
    };
}

names! {
    LENGTH = 0 Other b"length",
    NAME = 1 Other b"name",
    MESSAGE = 2 Other b"message",
    PROTOTYPE = 3 Other b"prototype",
    CONSTRUCTOR = 4 Other b"constructor",
    UNDEFINED = 5 Other b"undefined",
    NULL = 6 Other b"null",
    TRUE = 7 Other b"true",
    FALSE = 8 Other b"false",
    PROMISE = 9 Private waiting::PROMISE,
    THEN = 10 Other b"then",
    CATCH = 11 Other b"catch",
    FINALLY = 12 Other b"finally",
}

/// The keys that an access may mean.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Keys {
    /// This one.
    One(KeyId),
    /// Those that look like numbers.
    Numeric,
    /// Any but private names.
    Any,
}

impl Keys {
    /// A key.
    pub fn one(key: KeyId) -> Keys {
        match key.is_numeric() {
            true => Keys::Numeric,
            false => Keys::One(key),
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
            keys.extend([KeyId::UNDEFINED, KeyId::NULL].map(Keys::One));
        }
        if set.has(BOOLEAN) {
            keys.extend([KeyId::TRUE, KeyId::FALSE].map(Keys::One));
        }
        keys
    }

    /// Whether it is a name in the source: these texts are also what values turn into that may be no keys at all.
    pub fn is_named(self) -> bool {
        let Keys::One(key) = self else {
            return false;
        };
        ![KeyId::UNDEFINED, KeyId::NULL, KeyId::TRUE, KeyId::FALSE].contains(&key)
    }

    /// Whether a key is among them.
    pub fn contains(self, key: KeyId) -> bool {
        match self {
            Keys::One(one) => one == key,
            Keys::Numeric => key.is_numeric(),
            Keys::Any => key.sort != Sort::Private,
        }
    }

    /// Whether it is a private name.
    pub fn is_private(self) -> bool {
        matches!(self, Keys::One(key) if key.sort == Sort::Private)
    }
}

impl KeyId {
    /// Its number.
    pub fn index(self) -> usize {
        self.number as usize
    }

    /// Whether it may be the string of a number.
    pub fn is_numeric(self) -> bool {
        self.sort == Sort::Numeric
    }
}

fn sort(key: &Key) -> Sort {
    let Some(text) = key.text() else {
        return Sort::Other;
    };
    match text.as_bytes() {
        _ if text.is_private() => Sort::Private,
        text if is_canonical(text) => Sort::Numeric,
        _ => Sort::Other,
    }
}

/// Whether a text is that of a number (CanonicalNumericIndexString, ECMAScript 7.1.21).
fn is_canonical(text: &[u8]) -> bool {
    let mut buffer = print::Buffer::default();
    let length = print::print(parse::parse(text), &mut buffer);
    text == b"-0" || buffer.get(..length) == Some(text)
}

/// All keys there are.
pub struct KeyTable {
    keys: Vec<Key>,
    /// Only looked up.
    ids: FxHashMap<Key, KeyId>,
}

impl KeyTable {
    pub fn new() -> KeyTable {
        let mut table = KeyTable {
            keys: Vec::new(),
            ids: FxHashMap::default(),
        };
        for (id, name) in NAMES {
            let key = table.id(&Key::Text(Text::from_wtf8(name)));
            debug_assert_eq!(key, *id);
        }
        table
    }

    /// The number of a key.
    pub fn id(&mut self, key: &Key) -> KeyId {
        if let Some(id) = self.ids.get(key) {
            return *id;
        }
        let number = self.keys.len() as u32;
        let id = KeyId {
            number,
            sort: sort(key),
        };
        self.keys.push(key.clone());
        self.ids.insert(key.clone(), id);
        id
    }

    /// The key that has a number.
    pub fn key(&self, id: KeyId) -> &Key {
        &self.keys[id.number as usize]
    }
}
