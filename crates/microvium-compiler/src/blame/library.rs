//! What a fault in a function of the library is about: the call in the script, and the reason, which stands behind `//: `
//! in the library's source, where the fault is thrown or in the line above. So no image holds it.

use super::Search;
use crate::lower::call_offset;
use crate::parse;
use microvium_format::ErrorCode;
use microvium_ir::SourceFile;
use oxc_ast::ast::*;
use oxc_ast_visit::{Visit, walk};

/// What begins a reason.
const MARK: &str = "//: ";

/// Why functions of the library throw a fault, where the source has no reason; None if that is about a limit of the engine.
pub fn general(code: ErrorCode) -> Option<&'static str> {
    use ErrorCode::*;
    Some(match code {
        TypeError => "an argument, or `this`, isn't of a type that it works on",
        RangeError | InvalidUint8ArrayLength => "a number is out of range",
        NotIterable => "the argument is not iterable",
        TypeErrorTargetIsNotCallable => "what it calls is not a function",
        UsingNewOnNonClass => "what it constructs is not a constructor",
        PropertyOfNullish => "it uses a property of undefined or null",
        ReadonlyProperty | AttemptToWriteToRom => "a property is read-only, or can't be added",
        NotImplemented => "that is not supported",
        _ => return None,
    })
}

/// The reason that the source has at a place.
pub fn written(library: &SourceFile, offset: u32) -> Option<&str> {
    let (line, above) = lines(library, offset)?;
    match line.split_once(MARK) {
        Some((_, reason)) => Some(reason),
        None => above.trim_start().strip_prefix(MARK),
    }
}

/// The same of a call that led to the fault, and knows better what it is about: not of another fault in that line.
pub fn written_of_call(library: &SourceFile, offset: u32) -> Option<&str> {
    let (line, _) = lines(library, offset)?;
    let (code, reason) = line.split_once(MARK)?;
    (!code.contains("$fault(")).then_some(reason)
}

/// The line of a place, and the one above it.
fn lines(file: &SourceFile, offset: u32) -> Option<(&str, &str)> {
    let text = &*file.text;
    let offset = text.floor_char_boundary(offset as usize);
    let start = text[..offset].rfind('\n').map_or(0, |it| it + 1);
    let line = text[start..].lines().next()?;
    Some((line, text[..start].lines().next_back().unwrap_or_default()))
}

/// What a script calls at a place, as `list.map` or `new Map`. None if no call stands there.
pub fn called(script: &SourceFile, offset: u32) -> Option<String> {
    parse::search(script, |program| {
        let mut calls = Calls {
            search: Search::new(&script.text, offset, ErrorCode::Success),
            found: None,
        };
        calls.visit_program(program);
        calls.found
    })
}

struct Calls<'t> {
    search: Search<'t>,
    found: Option<String>,
}

impl<'a> Visit<'a> for Calls<'_> {
    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        if call_offset(&it.callee) == self.search.offset {
            self.found = Some(self.search.cite(&it.callee));
        }
        walk::walk_call_expression(self, it);
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        if it.span.start == self.search.offset {
            self.found = Some(format!("new {}", self.search.cite(&it.callee)));
        }
        walk::walk_new_expression(self, it);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> SourceFile {
        SourceFile {
            name: "a.js".to_owned(),
            text: text.into(),
        }
    }

    #[test]
    fn a_reason_stands_in_the_line_or_above() {
        let file = file(
            "if (a) $fault('TypeError'); //: it is a\n//: it is b\nif (b) $fault('RangeError');\nc();\nd(); //: it is d",
        );
        let at = |text: &str| file.text.find(text).unwrap_or_default() as u32;
        for (place, reason, of_call) in [
            ("$fault('T", Some("it is a"), None),
            ("$fault('R", Some("it is b"), None),
            ("c()", None, None),
            ("d()", Some("it is d"), Some("it is d")),
        ] {
            assert_eq!(written(&file, at(place)), reason, "{place}");
            assert_eq!(written_of_call(&file, at(place)), of_call, "{place}");
        }
    }

    #[test]
    fn calls_are_named() {
        let text = "new Map(x); [].map(f)(); parseInt(y)";
        for (at, name) in [
            (0, Some("new Map")),
            (15, Some("[].map")),
            (25, Some("parseInt")),
            (8, None),
        ] {
            assert_eq!(called(&file(text), at).as_deref(), name, "{at}");
        }
    }
}
