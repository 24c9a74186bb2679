//! The sets of all places, and which tasks must look again when one grows.

use crate::keys::{KeyId, Keys};
use crate::owners::Owners;
use crate::place::{Accessor, Address, FIXED_PLACES, FUNCTION_PLACES, Kind, Place};
use crate::set::{Set, Things};
use crate::task::{TaskId, Tasks};
use crate::thing::Thing;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// A place's set.
#[derive(Default)]
struct Entry {
    set: Set,
    /// The tasks that have read it since it last grew; some of them more than once.
    readers: Vec<TaskId>,
    /// So many of them there may be before those are counted once that are there twice.
    most: usize,
}

impl Entry {
    fn read(&mut self, reader: TaskId) {
        if self.readers.last() == Some(&reader) {
            return;
        }
        if self.readers.len() >= self.most {
            self.readers.sort_unstable();
            self.readers.dedup();
            self.most = self.readers.len() * 2 + 8;
        }
        self.readers.push(reader);
    }
}

/// The sets as far as they're known.
pub struct Places {
    /// The first one stands for those that aren't known.
    entries: Vec<Entry>,
    /// Where in `entries` the places of each thing are; 0 if they aren't known.
    fixed: Vec<[u32; FIXED_PLACES]>,
    /// Where the places of each function are that calls use; 0 if they aren't known.
    functions: Vec<[u32; FUNCTION_PLACES]>,
    /// Where the values of each function are.
    values: Vec<Vec<u32>>,
    /// Where others are; only looked up.
    others: FxHashMap<u64, u32>,
    /// The keys of properties and accessors that hold something; only looked up.
    keys: FxHashMap<Thing, BTreeSet<KeyId>>,
    /// Those of accessors.
    accessor_keys: FxHashMap<Thing, BTreeSet<KeyId>>,
    /// Who has what.
    pub owners: Owners,
    /// How often places of each kind have grown.
    growths: [u32; Kind::COUNT],
    /// What the places of very many things held together, and how often those of the kind had grown then; only looked
    /// up.
    gathered: FxHashMap<(Kind, Things), (u32, Set)>,
    /// Which task reads now.
    pub reader: TaskId,
    /// The tasks.
    pub tasks: Tasks,
}

impl Places {
    pub fn new() -> Places {
        Places {
            entries: vec![Entry::default()],
            fixed: Vec::new(),
            functions: Vec::new(),
            values: Vec::new(),
            others: FxHashMap::default(),
            keys: FxHashMap::default(),
            accessor_keys: FxHashMap::default(),
            owners: Owners::default(),
            growths: [0; Kind::COUNT],
            gathered: FxHashMap::default(),
            reader: 0,
            tasks: Tasks::new(),
        }
    }

    /// What a place may hold, if it is known already. Its reader looks again when that grows.
    pub fn get(&mut self, place: Place) -> Option<&Set> {
        let index = self.find(place)?;
        let entry = &mut self.entries[index];
        entry.read(self.reader);
        Some(&entry.set)
    }

    /// Where in `entries` a place is, if it is known.
    fn find(&self, place: Place) -> Option<usize> {
        let index = match place.address() {
            Address::Fixed(thing, number) => *self.fixed.get(thing)?.get(number)?,
            Address::Function(function, number) => *self.functions.get(function)?.get(number)?,
            Address::Value(function, value) => *self.values.get(function)?.get(value)?,
            Address::Other(code) => *self.others.get(&code)?,
        };
        (index != 0).then_some(index as usize)
    }

    /// What a place holds so far, for those who needn't know when it grows.
    pub fn peek(&self, place: Place) -> Set {
        let index = self.find(place);
        index.map_or(Set::default(), |it| self.entries[it].set.clone())
    }

    /// Whether a place is known.
    pub fn knows(&self, place: Place) -> bool {
        self.find(place).is_some()
    }

    /// Makes a place known, with what it holds from the start.
    pub fn insert(&mut self, place: Place, set: Set) {
        self.note_key(place, &set);
        self.add_named(place, &set);
        let index = self.entries.len() as u32;
        match place.address() {
            Address::Fixed(thing, number) => {
                let things = self.fixed.len().max(thing + 1);
                self.fixed.resize(things, [0; FIXED_PLACES]);
                self.fixed[thing][number] = index;
            }
            Address::Function(function, number) => {
                let functions = self.functions.len().max(function + 1);
                self.functions.resize(functions, [0; FUNCTION_PLACES]);
                self.functions[function][number] = index;
            }
            Address::Value(function, value) => {
                let functions = self.values.len().max(function + 1);
                self.values.resize(functions, Vec::new());
                let values = &mut self.values[function];
                values.resize(values.len().max(value + 1), 0);
                values[value] = index;
            }
            Address::Other(code) => {
                self.others.insert(code, index);
            }
        }
        self.entries.push(Entry {
            set,
            ..Entry::default()
        });
    }

    /// Adds values to a place; tells whether it is known, as it must be.
    pub fn add(&mut self, place: Place, values: &Set) -> bool {
        let Some(index) = self.find(place) else {
            return false;
        };
        if self.grow(place, index, values) {
            self.note_key(place, values);
            self.add_named(place, values);
        }
        true
    }

    /// Adds values to the place at an index; tells whether there was anything new.
    fn grow(&mut self, place: Place, index: usize, values: &Set) -> bool {
        let entry = &mut self.entries[index];
        let grows = entry.set.add(values);
        if grows {
            entry.readers.drain(..).for_each(|it| self.tasks.wake(it));
            if let Some(kind) = place.kind() {
                self.growths[kind as usize] += 1;
                self.wake(Place::All(kind));
            }
        }
        grows
    }

    /// A thing has an accessor by a key that isn't known.
    pub fn note_unnamed(&mut self, thing: Thing) {
        if self.owners.add_unnamed_accessor(thing) {
            self.wake(Place::AccessorOwners);
        }
    }

    /// Those who have looked at a place look again.
    fn wake(&mut self, place: Place) {
        if let Some(index) = self.find(place) {
            let readers = &mut self.entries[index].readers;
            readers.drain(..).for_each(|it| self.tasks.wake(it));
        }
    }

    /// The current reader looks again when a place wakes it that holds nothing.
    pub fn watch(&mut self, place: Place) {
        if self.find(place).is_none() {
            self.insert(place, Set::default());
        }
        self.get(place);
    }

    /// What the places of very many things hold together, if that is known.
    pub fn gathered(&mut self, kind: Kind, things: &Things) -> Option<Set> {
        self.watch(Place::All(kind));
        let (growth, set) = self.gathered.get(&(kind, things.clone()))?;
        (*growth == self.growths[kind as usize]).then(|| set.clone())
    }

    /// Notes what they hold.
    pub fn gather(&mut self, kind: Kind, things: &Things, set: Set) {
        let growth = self.growths[kind as usize];
        self.gathered.insert((kind, things.clone()), (growth, set));
    }

    /// What a property holds is among what all together hold.
    fn add_named(&mut self, place: Place, values: &Set) {
        if let Place::Property(thing, key) = place
            && Keys::Any.contains(key)
            && let Some(index) = self.find(Place::Named(thing))
        {
            self.grow(Place::Named(thing), index, values);
        }
    }

    /// A thing has a property: one that is only looked for doesn't count.
    fn note_key(&mut self, place: Place, values: &Set) {
        if values.is_empty() {
            return;
        }
        let (thing, key, is_accessor) = match place {
            Place::Property(thing, key) => (thing, key, false),
            Place::Getter(Accessor::UNNAMED) | Place::Setter(Accessor::UNNAMED) => return,
            Place::Getter(Accessor { holder, key }) | Place::Setter(Accessor { holder, key }) => {
                (holder, key, true)
            }
            _ => return,
        };
        let mut new = self.keys.entry(thing).or_default().insert(key);
        if is_accessor {
            new |= self.accessor_keys.entry(thing).or_default().insert(key);
        }
        if new {
            self.wake(Place::Keys(thing));
        }
        if self.owners.add(thing, key, is_accessor) {
            self.wake(Place::Owners(key));
            if is_accessor {
                self.wake(Place::AccessorOwners);
            }
        }
    }

    /// The keys by which a thing holds something.
    pub fn keys(&mut self, thing: Thing) -> BTreeSet<KeyId> {
        self.watch(Place::Keys(thing));
        self.keys.get(&thing).cloned().unwrap_or_default()
    }

    /// The keys of its accessors that hold something.
    pub fn accessor_keys(&mut self, thing: Thing) -> BTreeSet<KeyId> {
        self.watch(Place::Keys(thing));
        self.accessor_keys.get(&thing).cloned().unwrap_or_default()
    }
}
