//! Looking into a wide VM from outside: how capture walks the heap.

use crate::wide::Value;
use crate::{Fault, Number, Platform, Vm, Wide, Width};
use microvium_format::Kind;

/// What a value is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum View {
    /// `undefined`.
    Undefined,
    /// `null`.
    Null,
    /// A boolean.
    Boolean(bool),
    /// The mark of a hole or an uninitialized variable.
    Empty,
    /// A number.
    Number(f64),
    /// A string: see `Vm::string_bytes`.
    String,
    /// An object with a shape: see `Vm::prototype`, `Vm::own_property`.
    Object {
        /// How many own properties it has.
        properties: usize,
    },
    /// An array: see `Vm::array_element`.
    Array {
        /// Its length.
        length: usize,
    },
    /// A function object.
    Closure {
        /// The function's id, as given to `add_function`.
        function: usize,
        /// Its scope, or undefined.
        scope: Value,
        /// The object with its own properties, or undefined.
        properties: Value,
    },
    /// Captured variables: see `Vm::scope_field`.
    Scope {
        /// How many.
        fields: usize,
    },
    /// A function of the host.
    Host(usize),
    /// A function that exists only at build time.
    Ephemeral(usize),
}

impl<P: Platform> Vm<Wide<P>> {
    /// What a value is. Equal references are the same object; they hold until the next collection.
    pub fn view(&self, value: Value) -> View {
        if let Some(number) = Wide::<P>::number(self, value) {
            return View::Number(match number {
                Number::Integer(integer) => f64::from(integer),
                Number::Float(bits) => f64::from_bits(bits),
            });
        }
        if !Wide::<P>::is_cell(value) {
            return match value {
                v if v == Wide::<P>::NULL => View::Null,
                v if v == Wide::<P>::TRUE => View::Boolean(true),
                v if v == Wide::<P>::FALSE => View::Boolean(false),
                v if v == Wide::<P>::EMPTY => View::Empty,
                _ => View::Undefined,
            };
        }
        let storage = self.storage(value);
        let count = self.count(storage);
        match Kind::from_code(self.kind(storage)) {
            Some(Kind::String) => View::String,
            Some(Kind::Object) => View::Object {
                properties: self.count(self.field(storage, 1)),
            },
            Some(Kind::Array) => View::Array { length: count },
            Some(Kind::Closure) => View::Closure {
                function: self.count(self.field(storage, 1)),
                scope: self.field(storage, 2),
                properties: self.field(storage, 3),
            },
            Some(Kind::Scope) => View::Scope { fields: count },
            Some(Kind::Host) => View::Host(count),
            Some(Kind::Ephemeral) => View::Ephemeral(count),
            _ => View::Undefined,
        }
    }

    /// The prototype of an object.
    pub fn prototype(&self, object: Value) -> Value {
        Wide::<P>::prototype(self, self.storage(object))
    }

    /// The own property of an object at a position below the number that `view` gave, in order of
    /// creation: key (a string, or an integer) and value.
    pub fn own_property(&self, object: Value, index: usize) -> (Value, Value) {
        let storage = self.storage(object);
        (
            self.shape_key(self.field(storage, 1), index),
            self.field(storage, 2 + index),
        )
    }

    /// The element of an array, EMPTY if it is a hole.
    pub fn array_element(&mut self, array: Value, index: usize) -> Result<Value, Fault> {
        let storage = self.storage(array);
        self.element(storage, index)
    }

    /// The field of a scope.
    pub fn scope_field(&self, scope: Value, index: usize) -> Value {
        self.field(scope, 1 + index)
    }
}
