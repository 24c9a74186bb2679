//! Who has what: so that of many things only those are looked at that matter.

use crate::keys::KeyId;
use crate::set::Things;
use crate::thing::Thing;
use rustc_hash::FxHashMap;

/// A set of things for each key.
#[derive(Default)]
struct ByKey(Vec<Things>);

impl ByKey {
    fn insert(&mut self, key: KeyId, thing: Thing) -> bool {
        let keys = self.0.len().max(key.index() + 1);
        self.0.resize(keys, Things::default());
        let things = &mut self.0[key.index()];
        let new = !things.contains(thing);
        things.insert(thing);
        new
    }

    fn of(&self, key: KeyId, things: &Things) -> Things {
        let all = self.0.get(key.index());
        all.map(|all| things.common(all)).unwrap_or_default()
    }
}

/// Sets of things with a property. Functions are in them, not the objects beside them that hold their properties.
#[derive(Default)]
pub struct Owners {
    /// Those with data by a key.
    data: ByKey,
    /// Those with an accessor by a key.
    accessors: ByKey,
    /// Those that had a property by a key when they were captured.
    captured: ByKey,
    /// Those with accessors by any key.
    any_accessor: Things,
    /// Those with accessors whose keys aren't known.
    unnamed_accessor: Things,
    /// The functions whose properties an object holds.
    functions: FxHashMap<Thing, Thing>,
}

impl Owners {
    /// The properties of a function are those of an object beside it.
    pub fn add_function(&mut self, function: Thing, holder: Thing) {
        self.functions.insert(holder, function);
    }

    /// A captured thing has a property.
    pub fn add_captured(&mut self, thing: Thing, key: KeyId, is_accessor: bool) {
        self.captured.insert(key, thing);
        self.insert(thing, key, is_accessor);
    }

    /// What has a place has a property; tells whether that is new.
    pub fn add(&mut self, holder: Thing, key: KeyId, is_accessor: bool) -> bool {
        let thing = self.functions.get(&holder).copied().unwrap_or(holder);
        self.insert(thing, key, is_accessor)
    }

    fn insert(&mut self, thing: Thing, key: KeyId, is_accessor: bool) -> bool {
        if is_accessor {
            self.any_accessor.insert(thing);
            return self.accessors.insert(key, thing);
        }
        self.data.insert(key, thing)
    }

    /// It has an accessor by a key that isn't known; tells whether that is new.
    pub fn add_unnamed_accessor(&mut self, holder: Thing) -> bool {
        let thing = self.functions.get(&holder).copied().unwrap_or(holder);
        let new = !self.unnamed_accessor.contains(thing);
        self.unnamed_accessor.insert(thing);
        new
    }

    /// Those of some things that have data by a key.
    pub fn data(&self, key: KeyId, things: &Things) -> Things {
        self.data.of(key, things)
    }

    /// Those that have an accessor by a key.
    pub fn accessors(&self, key: KeyId, things: &Things) -> Things {
        self.accessors.of(key, things)
    }

    /// Those that had a property by a key when they were captured.
    pub fn captured(&self, key: KeyId, things: &Things) -> Things {
        self.captured.of(key, things)
    }

    /// Those that have accessors by any key.
    pub fn any_accessor(&self, things: &Things) -> Things {
        things.common(&self.any_accessor)
    }

    /// Those that have accessors by keys that aren't known.
    pub fn unnamed_accessor(&self, things: &Things) -> Things {
        things.common(&self.unnamed_accessor)
    }
}
