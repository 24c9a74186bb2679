//! Microvium's standard library: JavaScript that a build evaluates as far as the program needs it, and
//! that an image holds as far as the program reaches it.
//!
//! One table, `MODULES`, says which module provides what. Modules are written in the language of the
//! README, with these rules:
//!
//! - What scripts can call is a concise method, which can't be constructed, or a constructor.
//! - Nothing is called through a prototype or a global that a script may have changed. Modules import
//!   each other; what only the engine can do they import from `./native.js`; `$call(f, this, ...)` is
//!   `f.call(this, ...)`, `$own(object, key)` is `object[key]` of an own property, and
//!   `$fault('TypeError')` throws a fault of the engine, by its name.
//! - The top level makes objects and functions, and needs nothing of the library but its imports.
#![forbid(unsafe_code)]

mod case;
mod normalization;
mod table;

pub use table::{Holder, MODULES, Module, SYMBOLS};

use microvium_format::{ErrorClass, ErrorCode, Native, Operation, Special, attribute, closed};
use std::fmt::Write;

/// One thing that the library provides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The number of its module in `MODULES`.
    pub module: usize,
    /// Where scripts find it.
    pub holder: Holder,
    /// Under which key.
    pub key: &'static str,
}

/// All that the library provides, numbered by position.
pub fn entries() -> Vec<Entry> {
    let mut entries = Vec::new();
    for (module, it) in MODULES.iter().enumerate() {
        for &(holder, keys) in it.provides {
            entries.extend(keys.split_whitespace().map(|key| Entry {
                module,
                holder,
                key,
            }));
        }
    }
    entries
}

/// Whether there is a module of this name.
pub fn is_module(name: &str) -> bool {
    name == NATIVE
        || MODULES.iter().any(|module| module.name == name)
        || table::SHARED.iter().any(|(it, _)| *it == name)
}

/// The source of a module.
pub fn source(name: &str) -> Option<String> {
    let generated = match name {
        NATIVE => return Some(natives()),
        "library/error.js" => make_error(),
        "library/array_object.js" | "library/primitive.js" => operations(),
        "library/normalization.js" => normalization::tables().to_owned(),
        "library/string_case.js" => case::tables().to_owned(),
        _ => String::new(),
    };
    let written = match MODULES.iter().find(|module| module.name == name) {
        Some(module) => module.source,
        None => {
            let (_, source) = table::SHARED.iter().find(|(it, _)| *it == name)?;
            source
        }
    };
    // In the first line, so that the others keep their numbers.
    let constants = match name {
        "library/arguments.js"
        | "library/array_buffer.js"
        | "library/array_object.js"
        | "library/async_function.js"
        | "library/async_generator.js"
        | "library/data_view.js"
        | "library/function.js"
        | "library/generator.js"
        | "library/integrity.js"
        | "library/iterator_prototype.js"
        | "library/json.js"
        | "library/keys.js"
        | "library/map.js"
        | "library/object.js"
        | "library/object_prototype.js"
        | "library/promise.js"
        | "library/property.js"
        | "library/provide.js"
        | "library/reflect.js"
        | "library/set.js"
        | "library/species.js"
        | "library/symbol.js"
        | "library/table_iterator.js"
        | "library/template.js"
        | "library/thrower.js"
        | "library/typed_array_prototype.js"
        | "library/wrapper.js" => attributes(),
        _ => String::new(),
    };
    let resumptions = match name {
        "library/async_generator.js"
        | "library/async_iterate.js"
        | "library/generator.js"
        | "library/modules.js"
        | "library/promise.js" => RESUMPTIONS,
        _ => "",
    };
    let descriptors = match name {
        "library/array_object.js" | "library/property.js" => descriptors(),
        _ => String::new(),
    };
    Some(format!(
        "{constants}{descriptors}{resumptions}{written}{generated}"
    ))
}

/// The `length` of a function of a module, if its parameters don't say it.
pub fn length(module: &str, function: &str) -> Option<u32> {
    let module = module.strip_prefix("library/")?;
    let mut lengths = table::LENGTHS.iter();
    let has = |names: &str| names.split(' ').any(|name| name == function);
    let found = lengths.find(|(file, _, names)| *file == module && has(names));
    found.map(|(_, length, _)| *length)
}

/// The module whose variables hold the engine's own functions.
pub const NATIVE: &str = "library/native.js";

/// The name under which the library knows the build's function that gives a new error its `stack`; undefined when the
/// snapshot is taken.
pub const TRACE: &str = "trace";

/// The name under which the library knows a function of the engine: `CharCode` is `charCode`.
pub fn native_name(native: Native) -> String {
    let (first, rest) = native.name().split_at(1);
    format!("{}{rest}", first.to_ascii_lowercase())
}

/// The name under which the library knows a well-known symbol: `iterator` is `symbolIterator`.
pub fn symbol_name(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    format!("symbol{}{rest}", first.to_ascii_uppercase())
}

fn natives() -> String {
    let functions = Native::ALL.iter().map(|&native| native_name(native));
    let symbols = SYMBOLS.iter().map(|name| symbol_name(name));
    let names = functions.chain(symbols).chain([TRACE.to_owned()]);
    let names = names.collect::<Vec<_>>();
    format!("export var {};", names.join(", "))
}

/// The codes of the operations, by name: `ShiftLeft` is `SHIFT_LEFT`.
fn operations() -> String {
    let mut source = String::new();
    let plain = Operation::ALL.iter().map(|it| (it.name(), *it as u8));
    let special = Special::ALL.iter().map(|it| (it.name(), *it as u8));
    for (name, code) in plain.chain(special) {
        let mut constant = String::new();
        for letter in name.chars() {
            if letter.is_ascii_uppercase() && !constant.is_empty() {
                constant.push('_');
            }
            constant.push(letter.to_ascii_uppercase());
        }
        let _ = writeln!(source, "const {constant} = {code};");
    }
    source
}

/// How a suspended call is resumed.
const RESUMPTIONS: &str = "const NEXT = 0, THROW = 1, RETURN = 2; ";

/// The attributes of properties.
fn attributes() -> String {
    use microvium_format::attribute::*;
    format!(
        "const READONLY = {READONLY}, HIDDEN = {HIDDEN}, FIXED = {FIXED}, ACCESSOR = {ACCESSOR}; "
    )
}

/// What a descriptor may give besides attributes, and what marks array objects and their length.
fn descriptors() -> String {
    format!(
        "const VALUE = 16, GETTER = 32, SETTER = 64, ARRAY = {}, LENGTH = {}; ",
        closed::ARRAY,
        attribute::LENGTH
    )
}

/// The function that makes the object a script catches for a fault: which class, the format's table of
/// errors says.
fn make_error() -> String {
    let mut source = String::from("export function makeError(code) {\n");
    for &code in ErrorCode::ALL {
        if let Some(limit) = code.limit() {
            let _ = writeln!(
                source,
                "  if (code === {}) return new RangeError('{limit}');",
                code as u8
            );
        }
    }
    for class in [
        ErrorClass::ReferenceError,
        ErrorClass::RangeError,
        ErrorClass::Error,
    ] {
        let is = |code: &&ErrorCode| {
            code.class() == class && code.limit().is_none() && can_be_caught(**code)
        };
        let codes: Vec<String> = ErrorCode::ALL
            .iter()
            .filter(is)
            .map(|&code| format!("code === {}", code as u8))
            .collect();
        let _ = writeln!(
            source,
            "  if ({}) return new {}('fault ' + code);",
            codes.join(" || "),
            class.name()
        );
    }
    source.push_str("  return new TypeError('fault ' + code);\n}\n");
    source
}

/// Whether the error is one that the engine throws while it runs a script.
fn can_be_caught(code: ErrorCode) -> bool {
    use ErrorCode::*;
    match code.class() {
        ErrorClass::Error => matches!(
            code,
            NotImplemented | DetachedEphemeral | OperationRequiresFloatSupport | HostError
        ),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_in_its_dead_zone_is_a_reference_error() {
        let source = source("library/error.js").expect("there is such a module");
        assert!(
            source.contains("code === 41 || code === 58) return new ReferenceError"),
            "{source}"
        );
    }

    #[test]
    fn everything_is_provided_once() {
        let entries = entries();
        for (index, entry) in entries.iter().enumerate() {
            let same = |it: &&Entry| (it.holder, it.key) == (entry.holder, entry.key);
            assert_eq!(entries[..index].iter().find(same), None);
        }
    }

    #[test]
    fn array_objects_begin_where_arrays_end() {
        let limit = format!(
            "const MOST_ELEMENTS = {:#x};",
            microvium_format::LONGEST_ARRAY
        );
        let source = super::source("library/array_object.js").expect("there is such a module");
        assert!(source.contains(&limit));
    }
}
