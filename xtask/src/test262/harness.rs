//! The suite's harness as modules, one a file. What they declare become properties of the global object, as they would be
//! if they ran as scripts.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The name of the module with what the host gives every test.
pub const HOST: &str = "host";
const HOST_TEXT: &str = "\
const print = vmImport(1, (text) => console.log(text));
const $262 = {
  global: globalThis,
  gc() {},
  detachArrayBuffer(buffer) { buffer.transfer(); },
  evalScript() { throw new Error('scripts are not evaluated'); },
  createRealm() { throw new Error('there is one realm'); },
  agent: {},
  Absent: class {},
};
globalThis.print = print;
globalThis.$262 = $262;
";

/// What stands in files of the harness for what makes functions of texts, or relies on what isn't there.
const REPLACED: [(&str, &str, &str); 9] = [
    ("deepEqual.js", "instanceof Date", "instanceof $262.Absent"),
    (
        "deepEqual.js",
        "instanceof RegExp",
        "instanceof $262.Absent",
    ),
    (
        "fnGlobalObject.js",
        "Function(\"return this;\")()",
        "globalThis",
    ),
    (
        "resizableArrayBufferUtils.js",
        "return new Function('return class My' + type + ' extends ' + type + ' {}')();",
        "return undefined;",
    ),
    (
        "resizableArrayBufferUtils.js",
        "= subClass('Uint8Array')",
        "= class MyUint8Array extends Uint8Array {}",
    ),
    (
        "resizableArrayBufferUtils.js",
        "= subClass('Float32Array')",
        "= class MyFloat32Array extends Float32Array {}",
    ),
    (
        "resizableArrayBufferUtils.js",
        "(BigInt64Array !== 'undefined'",
        "(typeof BigInt64Array !== 'undefined'",
    ),
    (
        "resizableArrayBufferUtils.js",
        "(BigUint64Array !== 'undefined'",
        "(typeof BigUint64Array !== 'undefined'",
    ),
    (
        "wellKnownIntrinsicObjects.js",
        "new Function(\"return \" + wkio.source)()",
        "wkio.made()",
    ),
];

/// A file of the harness as a module.
pub fn module(folder: &Path, name: &str) -> Result<String> {
    if name == HOST {
        return Ok(HOST_TEXT.to_owned());
    }
    let file = folder.join(name);
    let text = fs::read_to_string(&file).with_context(|| format!("no {}", file.display()))?;
    let mut text = REPLACED
        .iter()
        .filter(|(file, ..)| *file == name)
        .fold(text, |text, (_, from, to)| text.replace(from, to));
    if name == "wellKnownIntrinsicObjects.js" {
        text = text.lines().map(|line| with_maker(line) + "\n").collect();
    }
    if name == "nativeFunctionMatcher.js" {
        text = text
            .lines()
            .map(|line| without_patterns(line) + "\n")
            .collect();
    }
    let declared: BTreeSet<&str> = text.lines().filter_map(declared).collect();
    let globals: String = declared
        .iter()
        .map(|name| format!("if (typeof {name} !== 'undefined') globalThis.{name} = {name};\n"))
        .collect();
    Ok(text + "\n" + &globals)
}

/// A line that says how an intrinsic is reached, with a function beside the text, which can't become code.
fn with_maker(line: &str) -> String {
    let source = line.trim().strip_prefix("source: '");
    match source.and_then(|it| it.strip_suffix("',")) {
        // One with a pattern stays a text, which makes nothing.
        Some(source) if !source.is_empty() && !source.contains('/') => {
            format!("{line} made: () => ({source}),")
        }
        _ => line.to_owned(),
    }
}

/// A line with sets of characters in the place of regular expressions, each of which is asked for one character. Texts of
/// functions are ASCII here, and so are the sets.
fn without_patterns(line: &str) -> String {
    let start = ["= /", "> /", "| /", "(/", "!/"]
        .iter()
        .filter_map(|before| Some(line.find(before)? + before.len()))
        .min();
    let (Some(start), false) = (start, line.trim_start().starts_with("//")) else {
        return line.to_owned();
    };
    let (mut in_class, mut escaped) = (false, false);
    let end = line[start..].find(|c: char| {
        let ends = c == '/' && !in_class && !escaped;
        if !escaped && (c == '[' || c == ']') {
            in_class = c == '[';
        }
        escaped = c == '\\' && !escaped;
        ends
    });
    let Some(end) = end else {
        return line.to_owned();
    };
    let (pattern, rest) = (&line[start..start + end], &line[start + end + 1..]);
    let set = if pattern.contains("000A") {
        r"\n\r"
    } else if pattern.contains("0009") {
        r"\t\v\f "
    } else if line.contains("const UnicodeSpaceSeparator") {
        " "
    } else {
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$0123456789"
    };
    let rest = rest.trim_start_matches(char::is_alphabetic);
    let before = &line[..start - 1];
    format!(
        "{before}({{ test: (c) => '{set}'.includes(c) }}){}",
        without_patterns(rest)
    )
}

/// The name that a line declares at the top level. The harness's files don't indent there; nor do they in the function
/// around some of them, whose names aren't there at the end of the module.
fn declared(line: &str) -> Option<&str> {
    let words = [
        "async function* ",
        "async function ",
        "function* ",
        "function ",
        "class ",
        "const ",
        "let ",
        "var ",
    ];
    let rest = words.iter().find_map(|word| line.strip_prefix(word))?;
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'));
    let name = &rest[..end.unwrap_or(rest.len())];
    let is_name = !name.is_empty() && !name.starts_with(|c: char| c.is_ascii_digit());
    is_name.then_some(name)
}
