//! Abstract values: what may be in a variable, as a set.

use microvium_ir::{Constant, FunctionId, NodeId, ValueId};
use std::ops::Deref;
use std::rc::Rc;

/// `undefined`, `null`, and the mark of what is no value.
pub const NULLISH: u8 = 1;
/// `true` and `false`.
pub const BOOLEAN: u8 = 2;
/// Numbers.
pub const NUMBER: u8 = 4;
/// Strings.
pub const STRING: u8 = 8;
/// All primitives.
pub const PRIMITIVES: u8 = 15;

/// Something with an identity. What an instruction makes again and again is one thing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Thing {
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
}

/// What an instruction makes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
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

/// A set of things, in order. Most sets are copies of others, or grow to be one: those share their memory.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct Things(Rc<Vec<Thing>>);

impl Things {
    /// Adds what is in another set; tells whether there was anything new.
    pub fn add(&mut self, other: &Things) -> bool {
        let (mine, others) = (&*self.0, &*other.0);
        if Rc::ptr_eq(&self.0, &other.0) || holds(mine, others) {
            return false;
        }
        if holds(others, mine) {
            self.0 = other.0.clone();
            return true;
        }
        let mut all = [mine.as_slice(), others].concat();
        all.sort();
        all.dedup();
        self.0 = Rc::new(all);
        true
    }

    /// Those that aren't in another set.
    pub fn without(&self, other: &Things) -> Things {
        let new = self.iter().copied();
        new.filter(|it| other.binary_search(it).is_err()).collect()
    }

    /// Adds a thing.
    pub fn insert(&mut self, thing: Thing) {
        self.add(&Things(Rc::new(vec![thing])));
    }
}

/// Whether a sorted list has all that is in another one.
fn holds(all: &[Thing], some: &[Thing]) -> bool {
    if some.len() > all.len() {
        return false;
    }
    if some.len() * 8 < all.len() {
        return some.iter().all(|it| all.binary_search(it).is_ok());
    }
    let mut all = all.iter();
    some.iter().all(|it| all.by_ref().any(|other| other == it))
}

impl Deref for Things {
    type Target = [Thing];

    fn deref(&self) -> &[Thing] {
        &self.0
    }
}

impl<'a> IntoIterator for &'a Things {
    type Item = &'a Thing;
    type IntoIter = std::slice::Iter<'a, Thing>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<Thing> for Things {
    fn from_iter<T: IntoIterator<Item = Thing>>(things: T) -> Things {
        let mut all: Vec<Thing> = things.into_iter().collect();
        all.sort_unstable();
        all.dedup();
        Things(Rc::new(all))
    }
}

/// A set of values.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct Set {
    /// Types of primitives.
    pub primitives: u8,
    /// Things.
    pub things: Things,
}

impl Set {
    /// All primitives of these types.
    pub fn primitives(primitives: u8) -> Set {
        let things = Things::default();
        Set { primitives, things }
    }

    /// One thing.
    pub fn of(thing: Thing) -> Set {
        let things = Things::from_iter([thing]);
        Set {
            primitives: 0,
            things,
        }
    }

    /// A constant.
    pub fn constant(constant: &Constant) -> Set {
        Set::primitives(match constant {
            Constant::Undefined | Constant::Null | Constant::Empty => NULLISH,
            Constant::Boolean(_) => BOOLEAN,
            Constant::Number(_) => NUMBER,
            Constant::String(_) => STRING,
        })
    }

    /// Adds what is in another set; tells whether there was anything new.
    pub fn add(&mut self, other: &Set) -> bool {
        let before = self.primitives;
        self.primitives |= other.primitives;
        self.things.add(&other.things) | (self.primitives != before)
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.primitives == 0 && self.things.is_empty()
    }

    /// Whether primitives of one of these types are in it.
    pub fn has(&self, primitives: u8) -> bool {
        self.primitives & primitives != 0
    }
}
