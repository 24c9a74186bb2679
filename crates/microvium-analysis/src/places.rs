//! The sets of all places, and who must look again when one grows.

use crate::keys::Keys;
use crate::place::Place;
use crate::set::{Set, Thing};
use microvium_ir::{FunctionId, Key};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Who reads places.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Reader {
    /// The host, with what it was given.
    Host,
    /// All accessors that are read or written.
    Accessors,
    /// The code of a function.
    Function(FunctionId),
}

/// A place's set.
#[derive(Default)]
struct Entry {
    set: Set,
    /// Who has read it since it last grew.
    readers: BTreeSet<Reader>,
    /// Who has read it last, and is among them: it often reads the same again.
    last: Option<Reader>,
}

impl Entry {
    /// It has grown: those who have read it must look again.
    fn wake(&mut self, waiting: &mut BTreeSet<Reader>) {
        waiting.append(&mut self.readers);
        self.last = None;
    }
}

/// The sets as far as they're known.
pub struct Places {
    /// Only looked up.
    entries: FxHashMap<Place, Entry>,
    /// The keys of properties and accessors that hold something.
    keys: BTreeMap<Thing, BTreeSet<Key>>,
    /// Those of accessors.
    accessor_keys: BTreeMap<Thing, BTreeSet<Key>>,
    /// Who reads now.
    pub reader: Reader,
    /// Who must look again.
    waiting: BTreeSet<Reader>,
}

impl Places {
    pub fn new() -> Places {
        Places {
            entries: FxHashMap::default(),
            keys: BTreeMap::new(),
            accessor_keys: BTreeMap::new(),
            reader: Reader::Host,
            waiting: BTreeSet::from([Reader::Host]),
        }
    }

    /// What a place may hold, if it is known already. Its reader looks again when that grows.
    pub fn get(&mut self, place: &Place) -> Option<Set> {
        let entry = self.entries.get_mut(place)?;
        if entry.last != Some(self.reader) {
            entry.readers.insert(self.reader);
            entry.last = Some(self.reader);
        }
        Some(entry.set.clone())
    }

    /// Whether a place is known.
    pub fn knows(&self, place: &Place) -> bool {
        self.entries.contains_key(place)
    }

    /// Makes a place known, with what it holds from the start.
    pub fn insert(&mut self, place: &Place, set: Set) {
        self.note_key(place, &set);
        self.add_named(place, &set);
        let entry = Entry {
            set,
            ..Entry::default()
        };
        self.entries.insert(place.clone(), entry);
    }

    /// Adds values to a place that is known.
    pub fn add(&mut self, place: &Place, values: &Set) {
        if let Some(entry) = self.entries.get_mut(place)
            && entry.set.add(values)
        {
            entry.wake(&mut self.waiting);
            self.note_key(place, values);
            self.add_named(place, values);
        }
    }

    /// What a property holds is among what all together hold.
    fn add_named(&mut self, place: &Place, values: &Set) {
        if let Place::Property(thing, key) = place
            && Keys::Any.contains(key)
            && let Some(entry) = self.entries.get_mut(&Place::Named(*thing))
            && entry.set.add(values)
        {
            entry.wake(&mut self.waiting);
        }
    }

    /// A thing has a property: one that is only looked for doesn't count.
    fn note_key(&mut self, place: &Place, values: &Set) {
        let (Place::Property(thing, key)
        | Place::Getter(thing, Some(key))
        | Place::Setter(thing, Some(key))) = place
        else {
            return;
        };
        if values.is_empty() {
            return;
        }
        let mut new = self.keys.entry(*thing).or_default().insert(key.clone());
        if !matches!(place, Place::Property(..)) {
            let accessors = self.accessor_keys.entry(*thing).or_default();
            new |= accessors.insert(key.clone());
        }
        if new {
            self.wake(&Place::Keys(*thing));
        }
    }

    /// The keys by which a thing holds something.
    pub fn keys(&mut self, thing: Thing) -> BTreeSet<Key> {
        self.read_keys(thing);
        self.keys.get(&thing).cloned().unwrap_or_default()
    }

    /// The keys of its accessors that hold something.
    pub fn accessor_keys(&mut self, thing: Thing) -> BTreeSet<Key> {
        self.read_keys(thing);
        self.accessor_keys.get(&thing).cloned().unwrap_or_default()
    }

    /// The current reader looks again when a thing has a new key.
    fn read_keys(&mut self, thing: Thing) {
        if self.get(&Place::Keys(thing)).is_none() {
            self.insert(&Place::Keys(thing), Set::default());
            self.get(&Place::Keys(thing));
        }
    }

    fn wake(&mut self, place: &Place) {
        if let Some(entry) = self.entries.get_mut(place) {
            entry.wake(&mut self.waiting);
        }
    }

    /// A reader has something new to look at.
    pub fn start(&mut self, reader: Reader) {
        self.waiting.insert(reader);
    }

    /// The current reader is to look again.
    pub fn again(&mut self) {
        self.waiting.insert(self.reader);
    }

    /// Those who must look again.
    pub fn take_waiting(&mut self) -> BTreeSet<Reader> {
        std::mem::take(&mut self.waiting)
    }
}
