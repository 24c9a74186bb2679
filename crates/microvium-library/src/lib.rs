//! Microvium's standard library: JavaScript that every build evaluates first, and that an image holds
//! only as far as the program reaches it.
#![forbid(unsafe_code)]

use microvium_format::{ErrorClass, ErrorCode};
use std::fmt::Write;

/// A module of the library.
#[derive(Clone, Debug)]
pub struct LibraryModule {
    /// How it is named in messages.
    pub name: &'static str,
    /// Its source.
    pub source: String,
    /// The exports that become properties of the global object.
    pub globals: &'static [&'static str],
}

/// The modules, in order of evaluation.
pub fn modules() -> Vec<LibraryModule> {
    vec![LibraryModule {
        name: "library/error.js",
        source: format!("{}\n{}", include_str!("error.js"), make_error()),
        globals: &[
            "Error",
            "TypeError",
            "RangeError",
            "ReferenceError",
            "SyntaxError",
        ],
    }]
}

/// The function that makes the object a script catches for a fault: which class, the format's table of
/// errors says.
fn make_error() -> String {
    let mut source = String::from("export function makeError(code) {\n");
    for class in [
        ErrorClass::ReferenceError,
        ErrorClass::RangeError,
        ErrorClass::Error,
    ] {
        let is = |code: &&ErrorCode| code.class() == class && can_be_caught(**code);
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
    #[test]
    fn a_variable_in_its_dead_zone_is_a_reference_error() {
        let source = &super::modules()[0].source;
        assert!(
            source.contains("code === 41 || code === 58) return new ReferenceError"),
            "{source}"
        );
    }
}
