//! A bound on how deeply a source is nested, checked on its tokens before anything recurses.
//!
//! Brackets nest, and so do operators, prefixes, `else if`, arrows: whatever can follow one another in
//! a statement without end. So a level is an open bracket, or a token that may deepen the tree in the
//! statement or list element around it. Counting too many is harmless up to the limit; counting
//! too few isn't.

use crate::diagnostic::Diagnostic;
use crate::finding::Finding;
use microvium_ir::SourceFile;

/// How many levels a source may have.
pub(crate) const LIMIT: u32 = 1000;

/// Refuses a source that is nested too deeply.
pub(crate) fn check(file: &SourceFile) -> Result<(), Vec<Diagnostic>> {
    match too_deep(&file.text) {
        None => Ok(()),
        Some(offset) => {
            let offset = offset as u32;
            let limit = LIMIT.to_string();
            let place = offset..offset + 1;
            Err(vec![Diagnostic::new(
                Finding::Nesting,
                file,
                place,
                &[&limit],
            )])
        }
    }
}

/// What kind of token came before: decides between a division and a regular expression, and whether a
/// line break ends a statement.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Token {
    /// An operator, an opening bracket, or a word that wants something after it.
    Open,
    /// The end of an expression: a name, a literal, a closing bracket.
    Value,
    /// The `)` of `if (…)`, `for (…)`, `while (…)`, `with (…)`: a statement follows.
    Header,
    /// A `}`: the end of a block or of an object literal.
    Brace,
    /// A `;` or `,`.
    Separator,
}

/// An open bracket.
struct Level {
    /// The tokens that may deepen the tree since the last separator.
    chain: u32,
    /// Whether it is the bracket of a statement's head.
    header: bool,
    /// Whether it is the `${` of a template, whose text goes on behind its `}`.
    template: bool,
}

/// Words behind which a statement or expression must go on.
const OPEN_WORDS: &[&str] = &[
    "await",
    "case",
    "delete",
    "do",
    "else",
    "extends",
    "in",
    "instanceof",
    "new",
    "of",
    "return",
    "throw",
    "typeof",
    "void",
    "yield",
];

/// Words that continue what a `}` or `;` seemed to end.
const CONTINUING_WORDS: &[&str] = &["as", "else", "in", "instanceof", "of", "satisfies"];

/// The offset of the token that is one level too deep.
fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut levels = vec![level(false, false)];
    // The sum of all levels' chains, plus the number of levels.
    let mut depth = 1u32;
    let mut previous = Token::Separator;
    let mut header_word = false;
    let mut line_break = false;
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let byte = bytes[at];
        let follows_header = std::mem::take(&mut header_word);
        match byte {
            b'\n' | b'\r' => {
                line_break = true;
                header_word = follows_header;
                at += 1;
                continue;
            }
            b' ' | b'\t' => {
                header_word = follows_header;
                at += 1;
                continue;
            }
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                at = find(bytes, at, |rest| rest[0] == b'\n' || rest[0] == b'\r');
                header_word = follows_header;
                continue;
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                let end = find(bytes, at + 2, |rest| rest.starts_with(b"*/"));
                line_break |= bytes[at..end].contains(&b'\n');
                at = (end + 2).min(bytes.len());
                header_word = follows_header;
                continue;
            }
            _ => {}
        }
        let top = levels.last_mut()?;
        match byte {
            b'(' | b'[' | b'{' => {
                // A block begins a statement of its own, unless an `else` or a label led here.
                levels.push(level(byte == b'(' && follows_header, false));
                depth += 1;
                previous = Token::Open;
                at += 1;
            }
            b')' | b']' | b'}' => {
                let closed = if levels.len() > 1 {
                    levels.pop()?
                } else {
                    level(false, false)
                };
                depth = depth.saturating_sub(closed.chain + 1).max(1);
                if closed.template && byte == b'}' {
                    at = template_text(bytes, at + 1);
                    if bytes[..at].ends_with(b"${") {
                        levels.push(level(false, true));
                        depth += 1;
                        previous = Token::Open;
                    } else {
                        previous = Token::Value;
                    }
                } else {
                    previous = match byte {
                        b')' if closed.header => Token::Header,
                        b'}' => Token::Brace,
                        _ => Token::Value,
                    };
                    at += 1;
                }
                // A call, an index or a block deepens what it stands behind.
                if previous != Token::Header {
                    levels.last_mut()?.chain += 1;
                    depth += 1;
                }
            }
            b';' | b',' => {
                if byte == b',' || !continues(bytes, at + 1) {
                    // Where something is closed that isn't open, there is less.
                    let ended = std::mem::take(&mut top.chain);
                    depth = depth.saturating_sub(ended).max(1);
                }
                previous = Token::Separator;
                at += 1;
            }
            b'"' | b'\'' => {
                at = string(bytes, at);
                previous = Token::Value;
            }
            b'`' => {
                at = template_text(bytes, at + 1);
                if bytes[start + 1..at].ends_with(b"${") {
                    levels.push(level(false, true));
                    depth += 1;
                    previous = Token::Open;
                } else {
                    previous = Token::Value;
                }
                levels.last_mut()?.chain += 1;
                depth += 1;
            }
            b'/' if matches!(previous, Token::Open | Token::Separator | Token::Header) => {
                at = regular_expression(bytes, at);
                previous = Token::Value;
            }
            _ if word_byte(byte) => {
                at = find(bytes, at, |rest| !word_byte(rest[0]));
                let word = &text[start..at];
                let ended = match previous {
                    Token::Brace => true,
                    Token::Value => line_break,
                    _ => false,
                };
                if ended && !CONTINUING_WORDS.contains(&word) {
                    depth = depth.saturating_sub(std::mem::take(&mut top.chain)).max(1);
                }
                let statement = matches!(word, "if" | "for" | "while" | "with");
                header_word = statement || (word == "await" && previous == Token::Open);
                let open = OPEN_WORDS.contains(&word);
                if open || statement {
                    top.chain += 1;
                    depth += 1;
                }
                previous = if open || statement {
                    Token::Open
                } else {
                    Token::Value
                };
            }
            _ => {
                at = if repeatable(byte) {
                    find(bytes, at, |rest| !repeatable(rest[0]))
                } else {
                    at + 1
                };
                top.chain += 1;
                depth += 1;
                // `++` and `--` behind a value belong to it.
                if !(matches!(byte, b'+' | b'-')
                    && bytes.get(at) == Some(&byte)
                    && previous == Token::Value
                    && !line_break)
                {
                    previous = Token::Open;
                } else {
                    at += 1;
                }
            }
        }
        line_break = false;
        if depth > LIMIT {
            return Some(start);
        }
    }
    None
}

fn level(header: bool, template: bool) -> Level {
    Level {
        chain: 0,
        header,
        template,
    }
}

/// The first offset from `at` on where the rest fulfils a condition, or the end.
fn find(bytes: &[u8], at: usize, condition: impl Fn(&[u8]) -> bool) -> usize {
    (at..bytes.len())
        .find(|&at| condition(&bytes[at..]))
        .unwrap_or(bytes.len())
}

const fn word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'#' | b'\\') || byte >= 0x80
}

/// The bytes of which a run is one operator, or an error: those that aren't prefixes.
const fn repeatable(byte: u8) -> bool {
    matches!(byte, b'=' | b'<' | b'>' | b'&' | b'|' | b'^' | b'*' | b'%')
}

/// Whether the statement goes on behind a `;`: with `else`.
fn continues(bytes: &[u8], at: usize) -> bool {
    let at = find(bytes, at, |rest| !rest[0].is_ascii_whitespace());
    bytes[at..].starts_with(b"else")
}

/// The end of the string that begins at `at`.
fn string(bytes: &[u8], at: usize) -> usize {
    let mut end = at + 1;
    while end < bytes.len() {
        match bytes[end] {
            b'\\' => end += 2,
            b'\n' | b'\r' => return end,
            byte if byte == bytes[at] => return end + 1,
            _ => end += 1,
        }
    }
    bytes.len()
}

/// The end of the template text that begins at `at`: behind its backtick or `${`.
fn template_text(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while end < bytes.len() {
        match bytes[end] {
            b'\\' => end += 2,
            b'`' => return end + 1,
            b'$' if bytes.get(end + 1) == Some(&b'{') => return end + 2,
            _ => end += 1,
        }
    }
    bytes.len()
}

/// The end of the regular expression that begins at `at`, without its flags.
fn regular_expression(bytes: &[u8], at: usize) -> usize {
    let mut class = false;
    let mut end = at + 1;
    while end < bytes.len() {
        match bytes[end] {
            b'\\' => end += 2,
            b'\n' | b'\r' => return end,
            b'/' if !class => return end + 1,
            byte => {
                class = (class || byte == b'[') && byte != b']';
                end += 1;
            }
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deep(parts: [&str; 3]) -> bool {
        let [open, middle, close] = parts;
        let text = format!("{}{middle}{}", open.repeat(100_000), close.repeat(100_000));
        too_deep(&text).is_some()
    }

    #[test]
    fn whatever_nests_without_end_is_refused() {
        for parts in [
            ["(", "x", ")"],
            ["[", "", "]"],
            ["{", "", "}"],
            ["x = {a: ", "1", "}"],
            ["!", "x", ""],
            ["typeof ", "x", ""],
            ["- ", "x", ""],
            ["x = ", "1", ""],
            ["x + ", "1", ""],
            ["x => ", "1", ""],
            ["x ? 1 : ", "1", ""],
            ["x ? ", "1", " : 2"],
            ["x.", "y", ""],
            ["new ", "x", ""],
            ["`${", "x", "}`"],
            ["f(", "x", ")"],
            ["", "f", "()"],
            ["", "f", "[0]"],
            ["if (x) ", ";", ""],
            ["if (x)\n", ";", ""],
            ["if (x) y(); else ", ";", ""],
            ["if (x) {} else ", ";", ""],
            ["while (x) ", ";", ""],
            ["for (;;) ", ";", ""],
            ["do ", ";", " while (x)"],
            ["a: ", ";", ""],
            ["x => { ", "", "}"],
            ["", "f", "``"],
            ["x in ", "y", ""],
            ["x\n+ ", "y", ""],
        ] {
            assert!(deep(parts), "{parts:?}");
        }
    }

    #[test]
    fn long_sources_are_not_deep() {
        for statement in [
            "x = f(1) + 2;\n",
            "x = f(1) + 2\n",
            "if (x) { y() }\n",
            "if (x) y()\n else z()\n",
            "function f(a, b) { return a / b }",
            "x++\n y--\n",
            "/* ' */ x = '\\'(' // `\n",
            "x = /[/(\"]\\/`/\n",
            "x = `${a}(`\n",
            "try { x } catch (e) { y } finally { z }\n",
            "class A { f() {} g() {} }\n",
            "switch (x) { case 1: y(); break; default: z() }\n",
            "export const x = [1, -2, 3]\n",
        ] {
            let text = statement.repeat(2000);
            assert_eq!(too_deep(&text), None, "{statement}");
        }
        assert_eq!(too_deep(&format!("x = [{}]", "-1, ".repeat(5000))), None);
    }

    #[test]
    fn broken_sources_are_survived() {
        for text in ["}", ")", "`${", "`${`", "'", "/", "/*", "\\", "`\\", "é}"] {
            assert_eq!(too_deep(text), None, "{text}");
        }
        assert_eq!(too_deep("f() { return a})());\n}\n"), None);
    }
}
