//! What isn't supported is refused where it stands, by its name; what isn't JavaScript, completely.

use microvium_compiler::{Diagnostic, Language, code, parse, render};

fn errors(source: &str) -> Vec<Diagnostic> {
    match parse("main.js", source, Language::JavaScript) {
        Ok(_) => panic!("accepted: {source}"),
        Err(errors) => errors,
    }
}

#[test]
fn unsupported_constructs_are_named() {
    for (source, name) in [
        ("{ using x = f(); }", "`using` declarations"),
        ("1n;", "BigInt literals"),
        ("/a/;", "regular expressions"),
        ("import(a);", "`import()`"),
        ("@a class A {}", "decorators"),
        ("class A { accessor a = 1; }", "`accessor` fields"),
        ("eval('1');", "`eval`"),
        ("new Function('return 1');", "`Function` of a text"),
        ("Function('a', 'return a');", "`Function` of a text"),
        (
            "import a from './a' with { type: 'css' };",
            "import attributes",
        ),
        ("import defer * as a from './a';", "import phases"),
        ("let a: number = 1;", "TypeScript"),
        ("interface A {}", "TypeScript"),
        ("enum A { B }", "TypeScript"),
        ("f(a as b);", "TypeScript"),
        ("f(<a/>);", "JSX"),
    ] {
        let errors = errors(source);
        let found = errors
            .iter()
            .any(|error| error.finding.code() == code::UNSUPPORTED && error.message.contains(name));
        assert!(found, "{source}: {}", render(&errors, false));
    }
}

#[test]
fn a_piece_of_typescript_is_named_once() {
    let source = "class A { readonly x: number = 1; private m?(): Array<A> {} }\nenum B { C }";
    let places: Vec<_> = errors(source)
        .iter()
        .map(|error| error.labels[0].span.start)
        .collect();
    assert_eq!(places, [10, 34, 62]);
}

#[test]
fn what_looks_alike_is_supported() {
    for source in [
        "({ __proto__() {} }); ({ ['__proto__']: 1 }); let __proto__; ({ __proto__ });",
        "o.eval(1); o.arguments; o.await; ({ get: 1, set: 2, static: 3, async: 4 });",
        "class A { get() {} set() {} static() {} async() {} 'a b'() {} 1() {} [a]() {} }",
        "import a from './a'; export default a;",
        "import('a', undefined); import('a', void 0); import('a', {}); import('a', { with: { type: 'css' } });",
        "class A extends B { a; constructor() { (() => super())(); } }",
        "x?.y; x?.[y]; x?.(); a ?? b; a ??= b; a ||= b; a &&= b; a ** b; a **= b;",
        "#!/usr/bin/env microvium\n'use strict'; a: for (;;) break a;",
        "{ function f() {} } label: { break label; }",
    ] {
        if let Err(errors) = parse("main.js", source, Language::JavaScript) {
            panic!("{source}: {}", render(&errors, false));
        }
    }
}

#[test]
fn early_errors_are_found() {
    for source in [
        "let a; let a;",
        "let a; var a;",
        "const a;",
        "break;",
        "for (;;) { () => { break; }; }",
        "a: { () => { break a; }; }",
        "a: { for (;;) { continue a; } }",
        "a: b: { for (;;) { continue a; } }",
        "a: a: ;",
        "return;",
        "delete a;",
        "with (a) {}",
        "010;",
        "eval = 1;",
        "f() = 1;",
        "({ a = 1 });",
        "new.target;",
        "export { a };",
        "export let a; export { b as a }; let b;",
        "import { a } from './a'; let a;",
        "class A { constructor() {} constructor() {} }",
        "function f(a, a) {}",
        "if (a) function f() {}",
        "let let = 1;",
        "yield = 1;",
        "'\\08';",
        "a?.b = 1;",
        "-a ** b;",
        "a ?? b || c;",
    ] {
        let errors = errors(source);
        let syntax = errors
            .iter()
            .all(|error| error.finding.code() == code::SYNTAX);
        assert!(syntax, "{source}: {}", render(&errors, false));
    }
}

#[test]
fn all_errors_of_a_file_are_reported_in_order() {
    let source = "let a;\nlet a;\nconst b;\nreturn;";
    let lines: Vec<usize> = errors(source)
        .iter()
        .filter_map(|error| error.labels.iter().map(|label| label.span.start).max())
        .map(|offset| source[..offset as usize].lines().count())
        .collect();
    assert!(lines.len() >= 3, "{lines:?}");
    let source = "let n=1n;\nclass B { @c d; }\n/a/;";
    let lines: Vec<u32> = errors(source)
        .iter()
        .map(|error| error.labels[0].span.start)
        .collect();
    assert_eq!(lines, [6, 20, 28]);
}

#[test]
fn deep_nesting_is_an_error() {
    for source in [
        "(".repeat(100_000),
        "[".repeat(100_000),
        "!".repeat(100_000),
        "a+".repeat(100_000),
        "() => ".repeat(100_000),
        "if (a) b; else ".repeat(100_000),
        "`${".repeat(100_000),
    ] {
        assert_eq!(errors(&source)[0].finding.code(), code::NESTING);
    }
}

#[test]
fn a_message_shows_the_place_and_a_way_round() {
    let text = render(&errors("let a = 1;\n{ label: { using name = a; } }"), false);
    assert!(
        text.starts_with("error[unsupported]: `using` declarations are not supported yet"),
        "{text}"
    );
    assert!(text.contains("main.js:2:12"), "{text}");
    assert!(text.contains("{ label: { using name = a; } }"), "{text}");
    assert!(text.contains("help: use `try` and `finally`"), "{text}");
}
