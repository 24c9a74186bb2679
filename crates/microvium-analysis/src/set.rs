//! Abstract values: what may be in a variable, as a set.

use microvium_ir::{Constant, FunctionId, NodeId, ValueId};
use std::collections::BTreeSet;

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
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
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
    /// Symbols made after the snapshot.
    Symbol,
    /// Of the host's own making.
    Foreign,
}

/// What an instruction makes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
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

/// A set of values.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Set {
    /// Types of primitives.
    pub primitives: u8,
    /// Things.
    pub things: BTreeSet<Thing>,
}

impl Set {
    /// All primitives of these types.
    pub fn primitives(primitives: u8) -> Set {
        let things = BTreeSet::new();
        Set { primitives, things }
    }

    /// One thing.
    pub fn of(thing: Thing) -> Set {
        let things = BTreeSet::from([thing]);
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
        let before = (self.primitives, self.things.len());
        self.primitives |= other.primitives;
        self.things.extend(&other.things);
        before != (self.primitives, self.things.len())
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
