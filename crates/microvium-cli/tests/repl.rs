//! `microvium repl`, with its input from a pipe.

mod common;

use common::Folder;

/// What a session prints on stdout and stderr.
fn session(files: &[(&str, &str)], input: &str) -> (String, String) {
    let folder = Folder::with(files);
    let mut command = folder.command(&["repl"]);
    let output = command.write_stdin(input).output().expect("it runs");
    assert!(output.status.success());
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    (text(output.stdout), text(output.stderr))
}

#[test]
fn values_are_shown_as_the_language_writes_them() {
    let input = "[1, undefined, null, () => 1, -0, NaN, 'a\"b']\n\
        ({ a: undefined, b: [Infinity], 'c d': Symbol('s') })\n\
        const ring = []; ring.push(ring)\nring\n-0\n";
    let (out, errors) = session(&[], input);
    let expected = "[1,undefined,null,function,-0,NaN,\"a\\\"b\"]\n\
        {\"a\":undefined,\"b\":[Infinity],\"c d\":Symbol(s)}\n1\n[…]\n-0\n";
    assert_eq!((out.as_str(), errors.as_str()), (expected, ""));
}

#[test]
fn objects_are_shown_with_their_class_and_content() {
    let input = "new Map([['a', 1], [{}, new Set([1, [2]])]])\nnew Set()\nclass Point { x = 1; #y = 2; }\n\
        [new Point(), Point.prototype]\nclass Named extends Map { name = 'n'; }\nnew Named([[1, 2]])\n\
        Object.create(null)\nnew Uint8Array(2)\nconst map = new Map([[1, 1], [2, 2]]); map.delete(1); map.set(3, map)\n\
        console.log(new Point(), new WeakMap())\n";
    let (out, errors) = session(&[], input);
    let expected = "Map(2) {\"a\" => 1,{} => Set(2) {1,[2]}}\nSet(0) {}\n[Point {\"x\":1},{}]\n\
        Named(1) {1 => 2,\"name\":\"n\"}\n[Object: null prototype] {}\nUint8Array(2) [0,0]\n\
        Map(2) {2 => 2,3 => …}\nPoint {\"x\":1} WeakMap {}\n";
    assert_eq!((out.as_str(), errors.as_str()), (expected, ""));
}

#[test]
fn errors_are_shown_by_name_and_message() {
    let input = "new TypeError('up')\n[new Error()]\nclass Odd extends Error { get code() { return 1; } }\n\
        Object.assign(new Odd('far'), { at: 3 })\n({ name: 'a', message: 'b' })\nError.prototype\n";
    let (out, errors) = session(&[], input);
    let expected =
        "TypeError: up\n[Error]\nError: far {\"at\":3}\n{\"name\":\"a\",\"message\":\"b\"}\n{}\n";
    assert_eq!((out.as_str(), errors.as_str()), (expected, ""));
}

#[test]
fn inputs_see_what_earlier_ones_declared() {
    let (out, errors) = session(
        &[
            ("m.js", "export const m = 'imported';"),
            ("ns.js", "export const a = 7;"),
        ],
        "let x = 1; const f = y => x + y;\nx = 41\nf(1)\n'text'\n[1, { a: null }]\n0 / 0\n\
         import { m } from './m';\nm\nimport * as ns from './ns';\nns.a\nclass A { get() { return x; } }\n\
         new A().get()\nlet x = 'anew';\nx\nf(1)\ntypeof x + typeof none\nlet z;\nconsole.log('printed')\n",
    );
    let expected = "41\n42\n\"text\"\n[1,{\"a\":null}]\nNaN\n\"imported\"\n7\n41\n\"anew\"\n42\n\"stringundefined\"\nprinted\n";
    assert_eq!((out.as_str(), errors.as_str()), (expected, ""));
}

#[test]
fn a_promise_that_an_input_ends_with_is_not_waited_for() {
    let input = "await 0; new Promise(() => {})\nawait 0; 7\n\
        await 0; ({ then(f) { console.log('asked'); f(3); } })\nPromise.resolve(8)\nawait Promise.resolve(9)\n";
    let (out, errors) = session(&[], input);
    let expected = "Promise {<pending>}\n7\n{\"then\":function then}\nPromise {8}\n9\n";
    assert_eq!((out.as_str(), errors.as_str()), (expected, ""));
}

#[test]
fn an_input_may_have_several_lines() {
    let (out, errors) = session(
        &[],
        "function f(a) {\n  return a +\n    1;\n}\nf(\n2)\n`a\nb`\n",
    );
    assert_eq!((out.as_str(), errors.as_str()), ("3\n\"a\\nb\"\n", ""));
}

#[test]
fn errors_are_shown_and_the_session_goes_on() {
    let (out, errors) = session(
        &[],
        "let = 1;\nnone\nconst c = 1;\nc = 2\nlet d = none();\nd\nthrow new TypeError('up');\nc\n",
    );
    assert_eq!(out, "1\n");
    for text in [
        "error[syntax]",
        "(repl:1):1:",
        "none is not defined",
        "Uncaught TypeError: ",
        "Uncaught ReferenceError: ",
        "Uncaught TypeError: up",
    ] {
        assert!(errors.contains(text), "`{text}` isn't in: {errors}");
    }
    assert_eq!(errors.matches("Uncaught").count(), 5, "{errors}");
}
