//! Things: what has an identity. Each has a number, by which sets hold it.

use microvium_ir::{FunctionId, NodeId, ValueId};
use rustc_hash::FxHashMap;

/// The number of a thing: those come first that are met first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Thing(u32);

/// What a thing is. What an instruction makes again and again is one thing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Origin {
    /// A Uint8Array that code makes.
    Bytes,
    /// One that the host makes. It is a thing of its own where the program knows of such at all.
    ForeignBytes,
    /// A typed array that code makes, other than those.
    Typed,
    /// Symbols made after the snapshot.
    Symbol,
    /// Of the host's own making.
    Foreign,
    /// Stands for what the host was given and passes back.
    Passed,
    /// Stands for all that have accessors by keys that aren't known: those aren't told apart.
    Unnamed,
    /// Captured.
    Node(NodeId),
    /// Made by the instruction of a function that defines the value.
    Made(Made, FunctionId, ValueId),
    /// The prototype of a function's instances, where it is made on demand.
    Prototype(FunctionId),
    /// An instance that the host makes, by calling a class.
    Instance(FunctionId),
    /// The array of the arguments that a function's rest parameter collects.
    Rest(FunctionId),
}

/// What an instruction makes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Made {
    /// An object literal.
    Object,
    /// An object made by `new`.
    Instance,
    /// An array literal.
    Array,
    /// A function object.
    Closure(FunctionId),
    /// A scope.
    Scope,
}

impl Thing {
    /// `Origin::Bytes`.
    pub const BYTES: Thing = Thing(0);
    /// `Origin::ForeignBytes`.
    pub const FOREIGN_BYTES: Thing = Thing(1);
    /// `Origin::Typed`.
    pub const TYPED: Thing = Thing(2);
    /// `Origin::Symbol`.
    pub const SYMBOL: Thing = Thing(3);
    /// `Origin::Foreign`.
    pub const FOREIGN: Thing = Thing(4);
    /// `Origin::Unnamed`.
    pub const UNNAMED: Thing = Thing(5);
    /// `Origin::Passed`.
    pub const PASSED: Thing = Thing(6);

    /// The things that are there from the start.
    pub const CONSTANTS: [Thing; 7] = [
        Thing::BYTES,
        Thing::FOREIGN_BYTES,
        Thing::TYPED,
        Thing::SYMBOL,
        Thing::FOREIGN,
        Thing::UNNAMED,
        Thing::PASSED,
    ];

    /// Its number without the lowest six bits, and a bit that says what those are.
    pub fn split(self) -> (u32, u64) {
        (self.0 / 64, 1 << (self.0 % 64))
    }

    /// The thing whose number consists of these.
    pub fn join(high: u32, low: u32) -> Thing {
        Thing(high * 64 + low)
    }

    /// Its number.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// All things there are.
pub struct Numbering {
    origins: Vec<Origin>,
    /// Only looked up.
    numbers: FxHashMap<Origin, Thing>,
}

impl Numbering {
    pub fn new() -> Numbering {
        let mut numbering = Numbering {
            origins: Vec::new(),
            numbers: FxHashMap::default(),
        };
        // In the order of their constants.
        for origin in [
            Origin::Bytes,
            Origin::ForeignBytes,
            Origin::Typed,
            Origin::Symbol,
            Origin::Foreign,
            Origin::Unnamed,
            Origin::Passed,
        ] {
            numbering.thing(origin);
        }
        numbering
    }

    /// The thing of an origin.
    pub fn thing(&mut self, origin: Origin) -> Thing {
        let origins = &mut self.origins;
        *self.numbers.entry(origin).or_insert_with(|| {
            origins.push(origin);
            Thing(origins.len() as u32 - 1)
        })
    }

    /// The thing of an origin, if it has been met.
    pub fn find(&self, origin: Origin) -> Option<Thing> {
        self.numbers.get(&origin).copied()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.origins.len()
    }

    /// What a thing is.
    pub fn origin(&self, thing: Thing) -> Origin {
        self.origins[thing.index()]
    }
}
