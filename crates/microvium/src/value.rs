//! Values as a host in Rust sees them.

use crate::shown::{self, Names, State, Table};
use microvium_engine::inspect::View;
use microvium_engine::{Fault, Vm, Width};
use microvium_format::attribute::HIDDEN;
use microvium_format::narrow::packed;
use microvium_format::typed;
use microvium_ir::Text;
use std::fmt::Write;

/// A value copied out of a VM, or to be copied into one.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// `undefined`.
    Undefined,
    /// `null`.
    Null,
    /// A boolean.
    Boolean(bool),
    /// A number.
    Number(f64),
    /// A string.
    String(Text),
    /// An array; holes are undefined.
    Array(Vec<Value>),
    /// A Uint8Array.
    Bytes(Vec<u8>),
    /// An object's own properties with strings as keys, in the order of ECMAScript's OrdinaryOwnPropertyKeys.
    Object(Vec<(Text, Value)>),
    /// An object that inherits from `Error.prototype`.
    Error {
        /// What it is called: `NAME: message`.
        text: String,
        /// Its properties that are enumerable.
        properties: Vec<(Text, Value)>,
    },
    /// An object with its class, which `Value::shown` knows: else it is an object like others, unless it is a promise.
    Instance {
        /// The name of its constructor.
        class: String,
        /// As those of other objects.
        properties: Vec<(Text, Value)>,
        /// What is in it, if it is a map, a set or a promise.
        content: Content,
    },
    /// A function, which has no form outside its VM. `Value::shown` knows its name.
    Function(String),
    /// A symbol, by its description. It is another one in another VM.
    Symbol(Option<Text>),
    /// An object that contains the one around it.
    Cycle,
}

/// What is in an object besides its properties.
#[derive(Clone, PartialEq, Debug)]
pub enum Content {
    /// Nothing that is known.
    None,
    /// The entries of a map.
    Map(Vec<(Value, Value)>),
    /// The values of a set.
    Set(Vec<Value>),
    /// How far a promise is.
    Promise(Promise),
}

/// How far a promise is.
#[derive(Clone, PartialEq, Debug)]
pub enum Promise {
    /// It isn't settled.
    Pending,
    /// It is fulfilled with this.
    Fulfilled(Box<Value>),
    /// It is rejected with this.
    Rejected(Box<Value>),
}

impl Value {
    /// Copies a value out of a VM.
    pub fn from_vm<W: Width>(vm: &mut Vm<W>, value: W::Value) -> Value {
        Self::copy(vm, value, &mut Vec::new(), None)
    }

    /// The same for people, with the classes of objects, by the names of functions.
    pub(crate) fn shown<W: Width>(vm: &mut Vm<W>, value: W::Value, names: &Names<'_>) -> Value {
        Self::copy(vm, value, &mut Vec::new(), Some(names))
    }

    /// `outer` are the objects around it. Copying allocates nothing in the VM.
    fn copy<W: Width>(
        vm: &mut Vm<W>,
        value: W::Value,
        outer: &mut Vec<W::Value>,
        named: Option<&Names<'_>>,
    ) -> Value {
        match vm.view(value) {
            View::Undefined | View::Empty | View::Fault(_) => Value::Undefined,
            View::Scope { .. } => match vm.typed_elements(value) {
                Some((packed::U8, bytes)) => Value::Bytes(bytes.to_vec()),
                Some((code, bytes)) => Value::Array(
                    (bytes.chunks_exact(1 << typed::shift(code)))
                        .map(|bytes| Value::Number(element(code, bytes)))
                        .collect(),
                ),
                // A generator: it has no properties.
                None => Value::Object(Vec::new()),
            },
            View::Null => Value::Null,
            View::Boolean(boolean) => Value::Boolean(boolean),
            View::Number(number) => Value::Number(number),
            View::String => Value::String(text(vm, value)),
            View::Closure { function, .. } => {
                Value::Function(named.map(|names| names(function)).unwrap_or_default())
            }
            View::Host(_) | View::Ephemeral(_) | View::Function | View::Lazy(_) => {
                Value::Function(String::new())
            }
            View::Symbol { description } => Value::Symbol(match vm.view(description) {
                View::String => Some(text(vm, description)),
                _ => None,
            }),
            View::Object { .. } | View::Namespace { .. } | View::Array { .. }
                if outer.contains(&value) =>
            {
                Value::Cycle
            }
            View::Object { properties } | View::Namespace { properties } => {
                outer.push(value);
                let mut indices = Vec::new();
                let mut names = Vec::new();
                for i in 0..properties {
                    let property = vm.own_property(value, i);
                    if property.attributes & HIDDEN != 0 {
                        continue;
                    }
                    let copy = match property.setter {
                        // Copying runs no code.
                        Some(_) => Value::Undefined,
                        None => Self::copy(vm, property.value, outer, named),
                    };
                    match vm.view(property.key) {
                        _ if vm.is_private(property.key) => {}
                        View::Symbol { .. } => {}
                        View::Number(index) => indices.push((index as u32, copy)),
                        _ => names.push((text(vm, property.key), copy)),
                    }
                }
                let mut class = named.and_then(|names| shown::class(vm, value, names));
                let table = class.as_ref().and_then(|_| shown::table(vm, value));
                let content = match (table, shown::promise(vm, value)) {
                    (_, Some(state)) => {
                        class.get_or_insert_with(|| "Promise".to_owned());
                        let mut copy = |it| Box::new(Self::copy(vm, it, outer, named));
                        Content::Promise(match state {
                            State::Pending => Promise::Pending,
                            State::Fulfilled(value) => Promise::Fulfilled(copy(value)),
                            State::Rejected(reason) => Promise::Rejected(copy(reason)),
                        })
                    }
                    (Some(Table { keys, values }), _) => {
                        let mut copy = |it| Self::copy(vm, it, outer, named);
                        let keys = keys.into_iter().map(&mut copy).collect();
                        match values {
                            Some(values) => Content::map(keys, values.into_iter().map(copy)),
                            None => Content::Set(keys),
                        }
                    }
                    (None, None) => Content::None,
                };
                outer.pop();
                indices.sort_by_key(|&(index, _)| index);
                let indices = indices
                    .into_iter()
                    .map(|(index, value)| (Text::from(index.to_string().as_str()), value));
                let properties = indices.chain(names).collect();
                match (shown::error(vm, value), class) {
                    (Some(text), _) => Value::Error { text, properties },
                    (None, Some(class)) => Value::Instance {
                        class,
                        properties,
                        content,
                    },
                    (None, None) => Value::Object(properties),
                }
            }
            View::Bytes => Value::Bytes(vm.bytes_of(value).unwrap_or_default().to_vec()),
            View::Array { length } => {
                outer.push(value);
                let mut elements = Vec::new();
                for i in 0..length {
                    elements.push(match vm.packed_integer(value, i) {
                        Some(integer) => Value::Number(integer.into()),
                        None => match vm.array_element(value, i) {
                            Ok(element) => Self::copy(vm, element, outer, named),
                            Err(Fault) => Value::Undefined,
                        },
                    });
                }
                outer.pop();
                Value::Array(elements)
            }
        }
    }

    /// Copies a primitive, or bytes, into a VM. Arrays and objects become undefined: a host has no way to keep them
    /// alive while it fills them.
    pub fn to_vm<W: Width>(&self, vm: &mut Vm<W>) -> Result<W::Value, Fault> {
        match self {
            Value::Null => Ok(W::NULL),
            Value::Boolean(boolean) => Ok(if *boolean { W::TRUE } else { W::FALSE }),
            Value::Number(number) => {
                vm.new_number(microvium_engine::Number::from_bits(number.to_bits()))
            }
            Value::String(text) => vm.new_string(text.as_bytes()),
            Value::Bytes(bytes) => vm.bytes_from(bytes),
            _ => Ok(W::UNDEFINED),
        }
    }

    /// A promise that is rejected with this.
    pub fn rejected(reason: Value) -> Value {
        Value::Instance {
            class: "Promise".to_owned(),
            properties: Vec::new(),
            content: Content::Promise(Promise::Rejected(Box::new(reason))),
        }
    }

    /// How far it is, if it is a promise.
    pub fn promise(&self) -> Option<&Promise> {
        match self {
            Value::Instance {
                content: Content::Promise(promise),
                ..
            } => Some(promise),
            _ => None,
        }
    }

    /// The value as JSON.stringify writes it; None where that is undefined.
    pub fn to_json(&self) -> Option<String> {
        let mut out = String::new();
        self.write_json(&mut out, false).then_some(out)
    }

    /// Writes JSON; numbers that it has no form for as they are, for people, or else as null.
    fn write_json(&self, out: &mut String, for_people: bool) -> bool {
        match self {
            Value::Undefined | Value::Function(_) | Value::Symbol(_) => return false,
            Value::Null | Value::Cycle => out.push_str("null"),
            Value::Boolean(boolean) => out.push_str(if *boolean { "true" } else { "false" }),
            Value::Number(number) if number.is_finite() || for_people => {
                out.push_str(&print_number(*number));
            }
            Value::Number(_) => out.push_str("null"),
            Value::String(text) => write_string(text, out),
            Value::Array(elements) => {
                out.push('[');
                for (i, element) in elements.iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    if !element.write_json(out, for_people) {
                        out.push_str("null");
                    }
                }
                out.push(']');
            }
            Value::Bytes(bytes) => {
                let members = bytes.iter().enumerate();
                let members = members.map(|(index, byte)| format!("\"{index}\":{byte}"));
                let _ = write!(out, "{{{}}}", members.collect::<Vec<_>>().join(","));
            }
            Value::Object(properties)
            | Value::Instance { properties, .. }
            | Value::Error { properties, .. } => {
                out.push('{');
                let mut first = true;
                for (key, value) in properties {
                    let mut json = String::new();
                    if !value.write_json(&mut json, for_people) {
                        continue;
                    }
                    if !first {
                        out.push(',');
                    }
                    first = false;
                    write_string(key, out);
                    out.push(':');
                    out.push_str(&json);
                }
                out.push('}');
            }
        }
        true
    }

    /// How a host prints a value: a string as it is, anything else as JSON.
    pub fn to_line(&self) -> String {
        match self {
            Value::String(text) => text.to_display(),
            other => other.to_line_json(),
        }
    }

    /// The value as JSON, for people: what JSON has no form for as it is in the language, NaN and the like in arrays and
    /// objects too.
    pub fn to_line_json(&self) -> String {
        match self {
            Value::Function(_) => "function".to_owned(),
            Value::Symbol(description) => {
                let description = description.as_ref().map(Text::to_display);
                format!("Symbol({})", description.unwrap_or_default())
            }
            Value::Undefined => "undefined".to_owned(),
            other => {
                let mut out = String::new();
                other.write_json(&mut out, true);
                out
            }
        }
    }

    /// The value as the language writes it, for people: like JSON, but with all that JSON has no form for.
    pub fn to_literal(&self) -> String {
        let mut out = String::new();
        self.write_literal(&mut out);
        out
    }

    fn write_literal(&self, out: &mut String) {
        match self {
            Value::Number(number) if *number == 0.0 && number.is_sign_negative() => {
                out.push_str("-0");
            }
            Value::Number(number) => out.push_str(&print_number(*number)),
            Value::Array(elements) => {
                out.push('[');
                for (i, element) in elements.iter().enumerate() {
                    out.push_str(if i > 0 { "," } else { "" });
                    element.write_literal(out);
                }
                out.push(']');
            }
            Value::Error { text, properties } => {
                out.push_str(text);
                if !properties.is_empty() {
                    out.push(' ');
                    Value::Object(properties.clone()).write_literal(out);
                }
            }
            Value::Object(properties) => write_members(&Content::None, properties, out),
            Value::Instance {
                class,
                properties,
                content,
            } => {
                out.push_str(class);
                let size = match content {
                    Content::None | Content::Promise(_) => None,
                    Content::Map(entries) => Some(entries.len()),
                    Content::Set(values) => Some(values.len()),
                };
                if let Some(size) = size {
                    let _ = write!(out, "({size})");
                }
                out.push(' ');
                write_members(content, properties, out);
            }
            Value::Function(name) if !name.is_empty() => {
                let _ = write!(out, "function {name}");
            }
            Value::Bytes(bytes) => {
                let bytes: Vec<String> = bytes.iter().map(u8::to_string).collect();
                let _ = write!(out, "Uint8Array({}) [{}]", bytes.len(), bytes.join(","));
            }
            Value::Cycle => out.push('…'),
            other => out.push_str(&other.to_line_json()),
        }
    }

    /// How `console.log` prints a value: a string as it is, anything else as the language writes it.
    pub fn to_console(&self) -> String {
        match self {
            Value::String(text) => text.to_display(),
            other => other.to_literal(),
        }
    }

    /// The value that a JSON text describes.
    pub fn from_json(text: &str) -> Result<Value, serde_json::Error> {
        fn convert(value: serde_json::Value) -> Value {
            match value {
                serde_json::Value::Null => Value::Null,
                serde_json::Value::Bool(boolean) => Value::Boolean(boolean),
                serde_json::Value::Number(number) => {
                    Value::Number(number.as_f64().unwrap_or(f64::NAN))
                }
                serde_json::Value::String(text) => Value::String(text.as_str().into()),
                serde_json::Value::Array(elements) => {
                    Value::Array(elements.into_iter().map(convert).collect())
                }
                serde_json::Value::Object(properties) => Value::Object(
                    properties
                        .into_iter()
                        .map(|(key, value)| (key.as_str().into(), convert(value)))
                        .collect(),
                ),
            }
        }
        serde_json::from_str(text).map(convert)
    }
}

impl Content {
    fn map(keys: Vec<Value>, values: impl Iterator<Item = Value>) -> Content {
        Content::Map(keys.into_iter().zip(values).collect())
    }
}

/// What is in an object, as the language writes it or, of maps, sets and promises, as node does.
fn write_members(content: &Content, properties: &[(Text, Value)], out: &mut String) {
    out.push('{');
    let mut next = "";
    let mut separate = |out: &mut String| out.push_str(std::mem::replace(&mut next, ","));
    match content {
        Content::None => {}
        Content::Map(entries) => {
            for (key, value) in entries {
                separate(out);
                key.write_literal(out);
                out.push_str(" => ");
                value.write_literal(out);
            }
        }
        Content::Set(values) => {
            for value in values {
                separate(out);
                value.write_literal(out);
            }
        }
        Content::Promise(state) => {
            separate(out);
            match state {
                Promise::Pending => out.push_str("<pending>"),
                Promise::Fulfilled(value) => value.write_literal(out),
                Promise::Rejected(reason) => {
                    out.push_str("<rejected> ");
                    reason.write_literal(out);
                }
            }
        }
    }
    for (key, value) in properties {
        separate(out);
        write_string(key, out);
        out.push(':');
        value.write_literal(out);
    }
    out.push('}');
}

/// A number as ECMAScript prints it.
pub fn print_number(number: f64) -> String {
    let mut buffer = [0; 32];
    let length = microvium_number::print::print(number, &mut buffer);
    String::from_utf8_lossy(&buffer[..length]).into_owned()
}

/// A string literal; a lone surrogate as an escape, as JSON.stringify writes it.
fn write_string(text: &Text, out: &mut String) {
    out.push('"');
    for unit in char::decode_utf16(text.to_utf16()) {
        match unit {
            Ok(character) => {
                let quoted = serde_json::Value::from(character.to_string()).to_string();
                out.push_str(&quoted[1..quoted.len() - 1]);
            }
            Err(lone) => {
                let _ = write!(out, "\\u{:04x}", lone.unpaired_surrogate());
            }
        }
    }
    out.push('"');
}

fn text<W: Width>(vm: &Vm<W>, string: W::Value) -> Text {
    Text::from_wtf8(vm.string_bytes(string).unwrap_or_default())
}

/// The number that an element of a typed array is.
fn element(code: u8, bytes: &[u8]) -> f64 {
    let mut all = [0; 8];
    all[..bytes.len()].copy_from_slice(bytes);
    let bits = u64::from_le_bytes(all);
    match code {
        typed::F64 => f64::from_bits(bits),
        typed::F32 => f32::from_bits(bits as u32).into(),
        packed::I8 => f64::from(bits as i8),
        packed::I16 => f64::from(bits as i16),
        packed::I32 => f64::from(bits as i32),
        _ => bits as f64,
    }
}
