//! The places that values flow to.

use crate::keys::KeyId;
use crate::thing::Thing;
use microvium_format::Builtin;
use microvium_ir::{FunctionId, LocalId, ValueId, VariableId};

/// An accessor.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Accessor {
    /// What has it.
    pub holder: Thing,
    /// Its key.
    pub key: KeyId,
}

impl Accessor {
    /// All those together whose keys aren't known.
    pub const UNNAMED: Accessor = Accessor {
        holder: Thing::UNNAMED,
        key: KeyId::NAME,
    };
}

/// A place that can hold values.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// A value of a function.
    Value(FunctionId, ValueId),
    /// A mutable local.
    Local(FunctionId, LocalId),
    /// A parameter; of one for the rest, what its array may hold.
    Parameter(FunctionId, u32),
    /// `this`.
    This(FunctionId),
    /// The function objects that have this code.
    Callee(FunctionId),
    /// The scopes that those were created with.
    Captured(FunctionId),
    /// What a function returns.
    Returned(FunctionId),
    /// Not empty if a function that may be constructed is called without that.
    Called(FunctionId),
    /// A module-level variable.
    Variable(VariableId),
    /// A property.
    Property(Thing, KeyId),
    /// The getters of an accessor.
    Getter(Accessor),
    /// The setters.
    Setter(Accessor),
    /// For whom accessors are called.
    Receiver(Accessor),
    /// What getters return.
    Got(Accessor),
    /// What setters are passed.
    Assigned(Accessor),
    /// What is stored by a computed key, which may be any.
    Unnamed(Thing),
    /// What the properties hold that an unknown key may mean, all together: those that are known by name.
    Named(Thing),
    /// Elements, and properties whose key looks like a number.
    Elements(Thing),
    /// A field of a scope.
    Field(Thing, u32),
    /// The prototype of an object.
    Prototype(Thing),
    /// What the host was given.
    Escaped,
    /// What is thrown.
    Thrown,
    /// Nothing that is held, but a place to look at: the keys that are known of a thing.
    Keys(Thing),
    /// Another one: who has something by a key.
    Owners(KeyId),
    /// Another one: who has accessors by any key, or by keys that aren't known.
    AccessorOwners,
    /// Another one: all places of a kind, for those who read very many.
    All(Kind),
    /// Not empty if a thing is written.
    Written(Thing),
    /// Not empty if any property of a thing may be given attributes.
    Restricted(Thing),
    /// Not empty if an array may be an array object.
    ArrayObject(Thing),
    /// Not empty if any may.
    ArrayObjects,
    /// Not empty if function objects that are made of a function need a `prototype`.
    NewPrototype(FunctionId),
    /// Not empty if their `name` or `length` may be asked for.
    NewName(FunctionId),
    /// Not empty if it may be seen what they inherit from as async or bound functions.
    NewParent(FunctionId),
    /// Not empty if an operation uses a builtin slot.
    Builtin(Builtin),
    /// Not empty if the target of a bound function may inherit from something else than `Function.prototype`.
    BoundParents,
    /// Not empty if something gets a method `Symbol.hasInstance`.
    HasInstance,
    /// Not empty if a test of a function has been answered, in whatever variant; a mark for each answer.
    Answered(FunctionId, ValueId),
    /// Not empty if a bound function may be constructed.
    ConstructsBound,
    /// Not empty if array methods may have to make something else than mere arrays.
    AsksSpecies,
    /// Not empty if a script changes how arrays or strings are iterated.
    IteratesAnew,
    /// Not empty if named properties of a thing are deleted.
    Deleted(Thing),
    /// Not empty if code holds the global object as a value.
    GlobalShown,
    /// Not empty if there are Uint8Arrays in the program, so that the host's are more than data.
    Bytes,
}

/// Kinds of places of which often those of very many things are read at once.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    Elements,
    Unnamed,
    Named,
    Prototype,
}

impl Kind {
    /// How many there are.
    pub const COUNT: usize = 4;

    /// The place of a thing.
    pub fn of(self, thing: Thing) -> Place {
        match self {
            Kind::Elements => Place::Elements(thing),
            Kind::Unnamed => Place::Unnamed(thing),
            Kind::Named => Place::Named(thing),
            Kind::Prototype => Place::Prototype(thing),
        }
    }
}

/// How many places each thing has that aren't told apart by a key.
pub const FIXED_PLACES: usize = 7;

/// How many places each function has that are looked up most: those that a call reads and writes.
pub const FUNCTION_PLACES: usize = 9;
/// How many of its parameters are among them.
const NEAR_PARAMETERS: u32 = 4;

/// Where a place is found.
pub enum Address {
    /// Among those that each thing has: by the thing and a number below `FIXED_PLACES`.
    Fixed(usize, usize),
    /// Among those that each function has: by the function and a number below `FUNCTION_PLACES`.
    Function(usize, usize),
    /// Among the values of a function.
    Value(usize, usize),
    /// By a number that no other one has.
    Other(u64),
}

impl Place {
    /// Its kind, if it is one of those.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Place::Elements(_) => Some(Kind::Elements),
            Place::Unnamed(_) => Some(Kind::Unnamed),
            Place::Named(_) => Some(Kind::Named),
            Place::Prototype(_) => Some(Kind::Prototype),
            _ => None,
        }
    }

    /// Where to find it.
    pub fn address(self) -> Address {
        let of_thing = |thing: Thing, number| Address::Fixed(thing.index(), number);
        let of_function =
            |function: FunctionId, number| Address::Function(function.index(), number);
        let other = |kind: u64, first: usize, second: usize| {
            Address::Other(kind << 58 | (first as u64) << 29 | second as u64)
        };
        let keyed = |kind, thing: Thing, key: KeyId| other(kind, thing.index(), key.index());
        match self {
            Place::Elements(thing) => of_thing(thing, 0),
            Place::Unnamed(thing) => of_thing(thing, 1),
            Place::Named(thing) => of_thing(thing, 2),
            Place::Prototype(thing) => of_thing(thing, 3),
            Place::Keys(thing) => of_thing(thing, 4),
            Place::Written(thing) => of_thing(thing, 5),
            Place::ArrayObject(thing) => of_thing(thing, 6),
            Place::Restricted(thing) => other(21, thing.index(), 0),
            Place::Value(function, value) => Address::Value(function.index(), value.index()),
            Place::Property(thing, key) => keyed(0, thing, key),
            Place::Getter(accessor) => keyed(1, accessor.holder, accessor.key),
            Place::Setter(accessor) => keyed(2, accessor.holder, accessor.key),
            Place::Receiver(accessor) => keyed(3, accessor.holder, accessor.key),
            Place::Got(accessor) => keyed(4, accessor.holder, accessor.key),
            Place::Assigned(accessor) => keyed(5, accessor.holder, accessor.key),
            Place::Field(thing, index) => other(6, thing.index(), index as usize),
            Place::Local(function, local) => other(7, function.index(), local.index()),
            Place::Parameter(function, index) if index < NEAR_PARAMETERS => {
                of_function(function, 4 + index as usize)
            }
            Place::Parameter(function, index) => other(8, function.index(), index as usize),
            Place::This(function) => of_function(function, 0),
            Place::Callee(function) => of_function(function, 1),
            Place::Captured(function) => of_function(function, 2),
            Place::Returned(function) => of_function(function, 3),
            Place::Called(function) => of_function(function, 4 + NEAR_PARAMETERS as usize),
            Place::NewPrototype(function) => other(13, function.index(), 0),
            Place::NewName(function) => other(14, function.index(), 0),
            Place::Variable(variable) => other(15, variable.index(), 0),
            Place::Builtin(builtin) => other(16, builtin as usize, 0),
            Place::Escaped => other(17, 0, 0),
            Place::Thrown => other(17, 1, 0),
            Place::HasInstance => other(17, 2, 0),
            Place::Deleted(thing) => other(22, thing.index(), 0),
            Place::GlobalShown => other(17, 4, 0),
            Place::Bytes => other(17, 5, 0),
            Place::IteratesAnew => other(17, 7, 0),
            Place::ConstructsBound => other(17, 8, 0),
            Place::AsksSpecies => other(17, 3, 0),
            Place::ArrayObjects => other(17, 9, 0),
            Place::BoundParents => other(17, 10, 0),
            Place::AccessorOwners => other(17, 6, 0),
            Place::Owners(key) => other(18, key.index(), 0),
            Place::All(kind) => other(19, kind as usize, 0),
            Place::NewParent(function) => other(20, function.index(), 0),
            Place::Answered(function, test) => other(23, function.index(), test.index()),
        }
    }
}
