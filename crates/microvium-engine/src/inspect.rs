//! Looking into a VM from outside: how capture walks the heap and hosts print values.

use crate::{Fault, Number, Vm, Width};

use microvium_format::attribute::ACCESSOR;
use microvium_format::{ErrorCode, Kind, closed, typed};

/// What a value is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum View<V> {
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
    /// An object: see `Vm::prototype`, `Vm::own_property`.
    Object {
        /// How many own properties it has.
        properties: usize,
    },
    /// A module namespace of the wide width: see `Vm::own_property`, `Vm::namespace_variable`.
    Namespace {
        /// How many names it has.
        properties: usize,
    },
    /// An array: see `Vm::array_element`.
    Array {
        /// Its length.
        length: usize,
    },
    /// A Uint8Array: see `Vm::bytes_of`.
    Bytes,
    /// A function object of the wide width.
    Closure {
        /// The function's id, as given to `add_function`.
        function: usize,
        /// Its scope, or undefined.
        scope: V,
        /// The object with its own properties, or undefined.
        properties: V,
    },
    /// Captured variables: see `Vm::scope_field`.
    Scope {
        /// How many.
        fields: usize,
    },
    /// A function of the host, by its id (in the wide width).
    Host(usize),
    /// A function that exists only at build time, by its id (in the wide width).
    Ephemeral(usize),
    /// A function of the narrow width.
    Function,
    /// A symbol.
    Symbol {
        /// Its description, a string or undefined.
        description: V,
    },
    /// What the wide width hasn't loaded yet: see `Vm::lazy`.
    Lazy(u16),
    /// A fault that has been thrown and that nobody has caught yet.
    Fault(ErrorCode),
}

/// An own property.
#[derive(Clone, Copy, Debug)]
pub struct PropertyView<V> {
    /// A string, an integer or a symbol.
    pub key: V,
    /// The value; of an accessor the getter.
    pub value: V,
    /// The setter of an accessor.
    pub setter: Option<V>,
    /// See `microvium_format::attribute`; ACCESSOR isn't among them.
    pub attributes: u8,
}

impl<W: Width> Vm<W> {
    /// What a value is. Equal references are the same object; they hold until the next collection.
    pub fn view(&self, value: W::Value) -> View<W::Value> {
        if let Some(number) = W::number(self, value) {
            return View::Number(match number {
                Number::Integer(integer) => f64::from(integer),
                Number::Float(bits) => f64::from_bits(bits),
            });
        }
        if !W::is_cell(value) {
            return match value {
                v if v == W::NULL => View::Null,
                v if v == W::TRUE => View::Boolean(true),
                v if v == W::FALSE => View::Boolean(false),
                v if v == W::EMPTY => View::Empty,
                v => match W::as_fault(v) {
                    Some(code) => View::Fault(code),
                    None => W::view_lazy(v).map_or(View::Undefined, View::Lazy),
                },
            };
        }
        let storage = self.storage(value);
        let count = self.count(storage);
        match Kind::from_code(self.kind(storage) as u8) {
            Some(Kind::String) => View::String,
            Some(Kind::Object | Kind::Dictionary) => View::Object {
                properties: W::property_count(self, storage),
            },
            Some(Kind::Namespace) => View::Namespace {
                properties: W::property_count(self, storage),
            },
            Some(Kind::Packed) if self.is_bytes(storage) => View::Bytes,
            Some(Kind::Array | Kind::Packed) => View::Array {
                length: self.array_length(storage),
            },
            Some(Kind::Closure) if self.count(value) > 2 => View::Closure {
                function: self.count(self.field(storage, 1)),
                scope: self.field(storage, 2),
                properties: self.field(storage, 3),
            },
            Some(Kind::Function) if W::BUILDS => View::Closure {
                function: count,
                scope: W::UNDEFINED,
                properties: W::UNDEFINED,
            },
            Some(Kind::Symbol) => View::Symbol {
                description: self.field(value, 1),
            },
            Some(Kind::Scope) => View::Scope { fields: count },
            Some(Kind::Host) => View::Host(count),
            Some(Kind::Ephemeral) => View::Ephemeral(count),
            _ => View::Function,
        }
    }

    /// Whether a value is an array object.
    pub fn is_array(&self, value: W::Value) -> bool {
        self.is_array_object(value)
    }

    /// Whether an object, or an array, is closed.
    pub fn is_closed_object(&self, object: W::Value) -> bool {
        self.is(object, Kind::Indirect) && self.count(object) & usize::from(closed::CLOSED) != 0
    }

    /// The prototype of an object.
    pub fn prototype(&self, object: W::Value) -> W::Value {
        W::prototype(self, self.storage(object))
    }

    /// The own property of an object at a position below the number that `view` gave, in order of
    /// creation.
    pub fn own_property(&self, object: W::Value, index: usize) -> PropertyView<W::Value> {
        let (key, word) = W::property_at(self, self.storage(object), index);
        let attributes = self.attributes(word);
        let is_cell = self.is(word, Kind::Property);
        PropertyView {
            key,
            value: if is_cell { self.field(word, 1) } else { word },
            setter: (attributes & ACCESSOR != 0).then(|| self.field(word, 2)),
            attributes: attributes & !ACCESSOR,
        }
    }

    /// The element of an array, EMPTY if it is a hole.
    pub fn array_element(&mut self, array: W::Value, index: usize) -> Result<W::Value, Fault> {
        let storage = self.storage(array);
        self.element(storage, index)
    }

    /// The element of a packed array, which a value may have to be made of; None if it isn't packed.
    pub fn packed_integer(&self, array: W::Value, index: usize) -> Option<i32> {
        let storage = self.storage(array);
        let first = W::array_length(self, storage).1;
        self.is(storage, Kind::Packed)
            .then(|| self.packed_element(storage, first, index))
    }

    /// The code of the elements of a typed array, see `microvium_format::typed`, and the bytes they are.
    pub fn typed_elements(&self, value: W::Value) -> Option<(u8, &[u8])> {
        let view = self.typed_view(value)?;
        let length = view.length << typed::shift(view.code);
        let bytes = self.slice(self.storage(view.data), Self::START + view.offset, length);
        Some((view.code, bytes))
    }

    /// The field of a scope.
    pub fn scope_field(&self, scope: W::Value, index: usize) -> W::Value {
        self.field(self.storage(scope), 1 + index)
    }

    /// The property of an object with this name, own or inherited; undefined if there is none.
    pub fn property(&mut self, object: W::Value, name: &[u8]) -> Result<W::Value, Fault> {
        // There may be no stack between calls.
        self.add_segment(0, 16)?;
        self.push(object);
        let result = self
            .push_key(name)
            .and_then(|()| self.get(self.peek(1), self.peek(0)));
        self.drop_segment();
        // A getter isn't called.
        result.map(|value| match self.is(value, Kind::Property) {
            true => W::UNDEFINED,
            false => value,
        })
    }
}
