//! Objects as people want to see them: of which class they are, and what is in a map or a set.

use microvium_engine::inspect::View;
use microvium_engine::{Vm, Width};
use microvium_format::attribute::HIDDEN;
use microvium_ir::Text;

/// The names of functions, by what the wide width knows them by.
pub(crate) type Names<'n> = dyn Fn(usize) -> String + 'n;

/// The class of an object: the name of the constructor that it inherits. None for what inherits nothing but what all
/// objects do, and where that can't be told.
pub(crate) fn class<W: Width>(
    vm: &mut Vm<W>,
    object: W::Value,
    names: &Names<'_>,
) -> Option<String> {
    let mut next = vm.prototype(object);
    if let View::Null | View::Undefined = vm.view(next) {
        return Some("[Object: null prototype]".to_owned());
    }
    // A chain of prototypes may be a circle.
    for _ in 0..100 {
        let View::Object { .. } = vm.view(next) else {
            return None;
        };
        if let Some(constructor) = own(vm, next, b"constructor") {
            let View::Closure { function, .. } = vm.view(constructor) else {
                return None;
            };
            let name = names(function);
            return (!matches!(name.as_str(), "" | "Object")).then_some(name);
        }
        next = vm.prototype(next);
    }
    None
}

/// What is in a map or a set.
pub(crate) struct Table<V> {
    /// The keys.
    pub keys: Vec<V>,
    /// Their values; a set has none.
    pub values: Option<Vec<V>>,
}

/// The table of a map or a set, which the library keeps under a private name. None of anything else.
pub(crate) fn table<W: Width>(vm: &mut Vm<W>, object: W::Value) -> Option<Table<W::Value>> {
    let View::Object { properties } = vm.view(object) else {
        return None;
    };
    let table = (0..properties)
        .map(|index| vm.own_property(object, index))
        .find(|it| vm.is_private(it.key) && matches!(vm.view(it.value), View::Object { .. }))?
        .value;
    own(vm, table, b"slots")?;
    own(vm, table, b"note")?;
    let (keys, values) = (own(vm, table, b"keys")?, own(vm, table, b"values")?);
    let (View::Array { length }, held) = (vm.view(keys), vm.view(values)) else {
        return None;
    };
    let is_map = matches!(held, View::Array { .. });
    let (mut shown_keys, mut shown_values) = (Vec::new(), Vec::new());
    for at in 0..length {
        let Ok(key) = vm.array_element(keys, at) else {
            continue;
        };
        // A key that was deleted.
        if let View::Empty = vm.view(key) {
            continue;
        }
        shown_keys.push(key);
        if is_map {
            let value = vm.array_element(values, at);
            shown_values.push(value.unwrap_or(W::UNDEFINED));
        }
    }
    Some(Table {
        keys: shown_keys,
        values: is_map.then_some(shown_values),
    })
}

/// An own property of an object, unless code runs for it.
pub(crate) fn own<W: Width>(vm: &mut Vm<W>, object: W::Value, name: &[u8]) -> Option<W::Value> {
    let View::Object { properties } = vm.view(object) else {
        return None;
    };
    (0..properties)
        .map(|index| vm.own_property(object, index))
        .find(|it| matches!(vm.view(it.key), View::String) && vm.string_bytes(it.key) == Some(name))
        .filter(|it| it.setter.is_none())
        .map(|it| it.value)
}

/// What an error is called; None of an object that is none. Errors inherit from an object that has a name and a message
/// of its own, which aren't enumerable: `Error.prototype` and its like.
pub(crate) fn error<W: Width>(vm: &mut Vm<W>, object: W::Value) -> Option<String> {
    let (mut name, mut message) = (None, None);
    let mut inherited = false;
    let mut next = object;
    // A chain of prototypes may be a circle.
    for _ in 0..100 {
        let View::Object { properties } = vm.view(next) else {
            return None;
        };
        let mut has = [false; 2];
        for i in 0..properties {
            let property = vm.own_property(next, i);
            if !matches!(vm.view(property.key), View::String)
                || !matches!(vm.view(property.value), View::String)
            {
                continue;
            }
            let key = display(vm, property.key);
            let found = match key.as_str() {
                "name" => &mut name,
                "message" => &mut message,
                _ => continue,
            };
            has[usize::from(key.as_str() == "message")] = property.attributes & HIDDEN != 0;
            if found.is_none() {
                *found = Some(display(vm, property.value));
            }
        }
        if inherited && has == [true; 2] {
            let (name, message) = (name?, message?);
            return Some(match (name.as_str(), message.as_str()) {
                (_, "") => name,
                ("", _) => message,
                _ => format!("{name}: {message}"),
            });
        }
        inherited = true;
        next = vm.prototype(next);
    }
    None
}

fn display<W: Width>(vm: &Vm<W>, string: W::Value) -> String {
    Text::from_wtf8(vm.string_bytes(string).unwrap_or_default()).to_display()
}

/// A property of an object that is a text, own or inherited. No code runs for it.
pub(crate) fn text<W: Width>(vm: &mut Vm<W>, object: W::Value, name: &[u8]) -> Option<String> {
    let mut next = object;
    // A chain of prototypes may be a circle.
    for _ in 0..100 {
        let View::Object { .. } = vm.view(next) else {
            return None;
        };
        if let Some(property) = own(vm, next, name) {
            return matches!(vm.view(property), View::String).then(|| display(vm, property));
        }
        next = vm.prototype(next);
    }
    None
}

/// How far a promise is.
pub(crate) enum State<V> {
    Pending,
    Fulfilled(V),
    Rejected(V),
}

/// The state of a promise, which the library keeps under private names: a number, the value, what waits for it, and the
/// promise itself, by which it knows promises. In a program that never asks, promises lack that, and the prototype. None of
/// anything else.
pub(crate) fn promise<W: Width>(vm: &mut Vm<W>, object: W::Value) -> Option<State<W::Value>> {
    let View::Object {
        properties: count @ 3..,
    } = vm.view(object)
    else {
        return None;
    };
    let is_promise = match count {
        3 => matches!(vm.view(vm.prototype(object)), View::Null | View::Undefined),
        _ => vm.own_property(object, 3).value == object,
    };
    let are_private = (0..count.min(4)).all(|index| {
        let key = vm.own_property(object, index).key;
        vm.is_private(key)
    });
    if !is_promise || !are_private {
        return None;
    }
    let [state, value] = [0, 1].map(|index| vm.own_property(object, index));
    match vm.view(state.value) {
        View::Number(0.0) => Some(State::Pending),
        View::Number(1.0) => Some(State::Fulfilled(value.value)),
        // Whether somebody has asked for it makes no difference.
        View::Number(2.0 | 3.0) => Some(State::Rejected(value.value)),
        _ => None,
    }
}
