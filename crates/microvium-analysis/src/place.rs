//! The places that values flow to.

use crate::set::Thing;
use microvium_format::Builtin;
use microvium_ir::{FunctionId, Key, LocalId, ValueId, VariableId};

/// A place that can hold values.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
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
    /// A module-level variable.
    Variable(VariableId),
    /// A property.
    Property(Thing, Key),
    /// The getters of an accessor; without a key, of one whose key may be any.
    Getter(Thing, Option<Key>),
    /// The setters.
    Setter(Thing, Option<Key>),
    /// For whom accessors are called.
    Receiver(Thing, Option<Key>),
    /// What getters return.
    Got(Thing, Option<Key>),
    /// What setters are passed.
    Assigned(Thing, Option<Key>),
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
    /// Not empty if a thing is written.
    Written(Thing),
    /// Not empty if function objects that are made of a function need a `prototype`.
    NewPrototype(FunctionId),
    /// Not empty if their `name` or `length` may be asked for.
    NewName(FunctionId),
    /// Not empty if an operation uses a builtin slot.
    Builtin(Builtin),
    /// Not empty if something gets a method `Symbol.hasInstance`.
    HasInstance,
    /// Not empty if a script changes how arrays or strings are iterated.
    IteratesAnew,
    /// Not empty if properties are deleted.
    Deletes,
    /// Not empty if code holds the global object as a value.
    GlobalShown,
    /// Not empty if there are Uint8Arrays in the program, so that the host's are more than data.
    Bytes,
}
