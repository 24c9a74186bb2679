//! How values are shown, for comparison: everything that a host sees of them.

use microvium::Value;
use microvium::value::print_number;

/// The text of a value. `node.mjs` has the same.
pub fn show(value: &Value) -> String {
    let list = |items: Vec<String>| items.join(",");
    match value {
        Value::Undefined => "undefined".to_owned(),
        Value::Null => "null".to_owned(),
        Value::Boolean(boolean) => boolean.to_string(),
        Value::Number(number) if *number == 0.0 && number.is_sign_negative() => "-0".to_owned(),
        Value::Number(number) => print_number(*number),
        Value::String(text) => quoted(text.to_utf16()),
        // Its description is in an image only if the script asks for it.
        Value::Symbol(_) => "symbol".to_owned(),
        Value::Function(_) => "function".to_owned(),
        Value::Cycle => "cycle".to_owned(),
        Value::Bytes(bytes) => format!("bytes {bytes:?}"),
        Value::Array(elements) => format!("[{}]", list(elements.iter().map(show).collect())),
        Value::Object(properties)
        | Value::Instance { properties, .. }
        | Value::Error { properties, .. } => {
            // The message of an error may be enumerable, and is the engine's own.
            let shown = properties
                .iter()
                .filter(|(key, _)| key.to_display() != "message");
            let shown =
                shown.map(|(key, value)| format!("{}:{}", quoted(key.to_utf16()), show(value)));
            format!("{{{}}}", list(shown.collect()))
        }
    }
}

fn quoted(units: impl IntoIterator<Item = u16>) -> String {
    let mut out = String::from('"');
    for unit in units {
        match u8::try_from(unit) {
            Ok(byte @ 32..=126) if byte != b'"' && byte != b'\\' => out.push(byte.into()),
            _ => out.push_str(&format!("\\u{unit:04x}")),
        }
    }
    out.push('"');
    out
}
