//! What is thrown again, by whatever, is shown with the text and the place that it had at first: while building, and in
//! both widths after it.

mod common;

use common::Folder;

/// What all sources begin with, in two lines.
const HEAD: &str = "let seen; const note = it => { seen = it; };\n\
    function value(of) { return of.level.value; }\n";

/// Where `value` throws, and what.
const FAULT: &str = "Uncaught TypeError: Cannot read properties of undefined or null (reading 'value' of of.level)\n";
const PLACE: &str = "main.js:2:38";

/// Has this body of a function, which begins in line 4, thrown by what runs it; all of it is to be there.
fn shows(kind: &str, body: &str, expected: &[&str]) {
    let script = format!("{HEAD}const main = {kind} {{\n{body}\n}};\n");
    let folder = Folder::with(&[
        ("main.js", &format!("{script}vmExport(1, main);")),
        ("at-build-time/main.js", &format!("{script}main();")),
    ]);
    folder.succeeds(&["main.js"]);
    for command in [
        &["run", "main.mvm-bc", "--call", "1"][..],
        &["run", "main.js", "--width", "wide", "--call", "1"],
        &["at-build-time/main.js", "--no-snapshot"],
    ] {
        let message = folder.fails(command);
        let message = message.replace("at-build-time/", "");
        let message = message.replace("Uncaught (in promise) ", "Uncaught ");
        for &part in expected {
            assert!(
                message.contains(part),
                "{command:?}: {body}\n{message}\nlacks {part}"
            );
        }
    }
}

/// The same of the fault that `value` throws.
fn shows_fault(kind: &str, body: &str) {
    shows(kind, body, &[FAULT, PLACE]);
}

#[test]
fn by_finally() {
    let body = "try { value({}); } finally { note(1); }";
    shows_fault("() =>", body);
    let body = "try { try { value({}); } finally { note(1); } } finally { note(2); }";
    shows_fault("() =>", body);
    let body = "try { note(1); } finally { try { value({}); } finally { note(2); } }";
    shows_fault("() =>", body);
    // What was caught before, and what is caught meanwhile, is something else.
    let swallow = "try { value(undefined); } catch { note(0); }";
    shows_fault(
        "() =>",
        &format!("{swallow} try {{ value({{}}); }} finally {{ note(1); }}"),
    );
    shows_fault(
        "() =>",
        &format!("try {{ value({{}}); }} finally {{ {swallow} }}"),
    );
    let body = "try {\n  throw 'text';\n} finally { note(1); }";
    shows("() =>", body, &["Uncaught text\n", "main.js:5:"]);
    // `finally` isn't said to throw; a clause is.
    let script = format!("{HEAD}try {{ value({{}}); }} finally {{ note(1); }}");
    let folder = Folder::with_main(&script);
    let message = folder.fails(&["main.js"]);
    assert!(!message.contains("again"), "{message}");
}

#[test]
fn by_a_clause() {
    let body = "try { value({}); } catch (error) {\nnote(1);\nthrow error; }";
    let again = "    thrown again at main (main.js:6:1)\n";
    shows("() =>", body, &[FAULT, PLACE, again]);
    // Collections move the error meanwhile.
    let body = "try { value({}); } catch (error) {\n\
        for (let i = 0; i < 20000; i++) main.last = { i, before: i % 100 ? main.last : null };\nthrow error; }";
    shows("() =>", body, &[FAULT, PLACE, again]);
    let body = "try { value({}); } catch (error) {\nerror.message = 'no level';\nthrow error; }";
    shows(
        "() =>",
        body,
        &["Uncaught TypeError: no level\n", PLACE, again],
    );
    let body = "try {\nthrow new RangeError('far'); } catch (error) {\nthrow error; }";
    let expected = ["Uncaught RangeError: far\n", "main.js:5:1", again];
    shows("() =>", body, &expected);
    let body = "try { value({}); } catch (error) {\nthrow new Error('new', { cause: error }); }";
    shows("() =>", body, &["Uncaught Error: new\n", "main.js:5:1"]);
    let body =
        "try { note(late); } catch (error) {\nnote(1);\nthrow error; }\nlet late = 1; note(late);";
    let expected = [
        "Uncaught ReferenceError: Cannot access 'late' before initialization\n",
        again,
    ];
    shows("() =>", body, &expected);
}

#[test]
fn by_a_loop_that_closes_its_iterator_and_by_a_generator() {
    let generator = "function* all() { try { yield 1; } finally { note(1); } }\n";
    let body = format!("{generator} for (const one of all()) value({{ one }});");
    shows_fault("() =>", &body);
    let generator = "function* all() { try { yield 1; value({}); } finally { note(1); } }\n";
    let body = format!("{generator} for (const one of all()) note(one);");
    shows_fault("() =>", &body);
    let body = format!("{generator} note([...all()].length);");
    shows_fault("() =>", &body);
}

#[test]
fn by_a_promise() {
    shows_fault("async () =>", "value({});");
    shows_fault("async () =>", "await 1; value({});");
    let inner = "const inner = async () => { await 1; value({}); };\n";
    shows_fault("async () =>", &format!("{inner} await inner();"));
    let body = format!("{inner} try {{ await inner(); }} finally {{ note(1); }}");
    shows_fault("async () =>", &body);
    let body = format!("{inner} try {{ await inner(); }} catch (error) {{\nthrow error; }}");
    shows_fault("async () =>", &body);
    shows_fault("() =>", "Promise.resolve({}).then(value).finally(() => 1);");
    shows_fault("() =>", "new Promise(() => value({}));");
    // The first of two rejections is reported.
    let other = "Promise.resolve(null).then(value);";
    shows_fault("() =>", &format!("{inner} inner();\n{other}"));
    let body = format!("{other}\n{inner} inner();");
    shows(
        "() =>",
        &body,
        &["(reading 'level' of of)\n", "main.js:2:32"],
    );
}

#[test]
fn an_error_that_only_rejects_has_the_place_where_it_was_made() {
    for body in [
        "Promise.reject(new RangeError('far'));",
        "new Promise((_, reject) => reject(new RangeError('far')));",
        "class Far extends RangeError {}\nPromise.reject(new Far('far'));",
    ] {
        let expected = ["Uncaught RangeError: far\n", "main.js:"];
        let script = format!("{HEAD}vmExport(1, function main() {{\n{body}\n}});\n");
        let folder = Folder::with_main(&script);
        folder.succeeds(&["main.js"]);
        let message = folder.fails(&["run", "main.mvm-bc", "--call", "1"]);
        for part in expected {
            assert!(message.contains(part), "{body}\n{message}");
        }
    }
}

#[test]
fn a_text_that_goes_through_promises_has_its_first_place() {
    let head = "const inner = async () => {\n  await 1;\n  throw 'text';\n};\nconst outer = async () => { await inner(); };\n";
    for body in [
        "await inner();",
        "await outer();",
        "return outer();",
        "try { await outer(); } finally { note(1); }",
        "for await (const it of [inner()]) note(it);",
        "await Promise.all([1, outer()]);",
        "await outer().then(note);",
        "outer().finally(() => 1);",
        "const all = async function* () { yield outer(); };\nfor await (const it of all()) note(it);",
        "const all = async function* () { yield* [outer()]; };\nfor await (const it of all()) note(it);",
        "const all = async function* () { return outer(); };\nawait all().next();",
    ] {
        let expected = ["Uncaught text\n", "main.js:6:3"];
        shows("async () =>", &format!("{head}{body}"), &expected);
    }
    let thrown = "Promise.resolve().then(() => {\nthrow 5; });";
    shows("() =>", thrown, &["Uncaught 5\n", "main.js:5:1"]);
    let thrown = "new Promise(() => {\nthrow 'text'; });";
    shows("() =>", thrown, &["Uncaught text\n", "main.js:5:1"]);
    // What was caught, and is thrown anew, is from there.
    let anew = format!("{head}try {{ await inner(); }} catch (error) {{\nthrow error; }}");
    shows("async () =>", &anew, &["Uncaught text\n", "main.js:10:1"]);
}

#[test]
fn causes_are_shown_with_their_places() {
    let body = "const inner = () => { try { value({}); } catch (cause) {\nthrow new RangeError('far', { cause }); } };\n\
        try { inner(); } catch (cause) {\nthrow new Error('off', { cause }); }";
    let expected = [
        "Uncaught Error: off\n",
        "main.js:7:1",
        "\ncaused by RangeError: far\n    at inner (main.js:5:1)\n    at main (main.js:6:7)\n",
        "\ncaused by TypeError: Cannot read properties of undefined or null (reading 'value' of of.level)\n    at value (main.js:2:38)\n",
    ];
    shows("() =>", body, &expected);
    shows("async () =>", body, &expected);
    let body = "throw new Error('off', { cause: 'no power' });";
    shows(
        "() =>",
        body,
        &["Uncaught Error: off\n", "\ncaused by no power\n"],
    );
    // Causes of each other, and one that is read by code.
    let body = "const off = new Error('off'), far = new Error('far', { cause: off });\noff.cause = far; throw off;";
    shows(
        "() =>",
        body,
        &["Uncaught Error: off\n", "\ncaused by Error: far\n"],
    );
    let body = "throw Object.defineProperty(new Error('off'), 'cause', { get() { note(1); } });";
    shows("() =>", body, &["Uncaught Error: off\n"]);
    // An image has the names of classes that something asks for.
    let body = "const error = new RangeError('far'), off = new Error('off', { cause: 'rain' }); note(error.name + off.name);\n\
        throw new AggregateError([error, 5, 'no power', off], 'all');";
    let expected = [
        "Uncaught AggregateError: all\n",
        "\ncaused by RangeError: far\n",
        "\ncaused by 5\ncaused by no power\ncaused by Error: off\n",
        "\ncaused by rain\n",
    ];
    shows("() =>", body, &expected);
    let body = "await Promise.any([Promise.reject(1), Promise.reject(new RangeError('far'))]).catch(error => {\n\
        note(error.errors[1].name); throw error; });";
    let expected = [
        "Uncaught AggregateError\n",
        "\ncaused by 1\ncaused by RangeError: far\n",
    ];
    shows("async () =>", body, &expected);
    shows(
        "() =>",
        "throw new AggregateError([1, 2]);",
        &["\ncaused by 1\ncaused by 2\n"],
    );
}

#[test]
fn of_many_causes_some_are_shown() {
    let body = "throw new AggregateError([1, 2, 3, 4, 5, 6]);";
    shows(
        "() =>",
        body,
        &["\ncaused by 1\n", "\ncaused by 5\nand more causes\n"],
    );
    let body = "let cause = 'rain'; for (let i = 0; i < 9; i++) cause = new Error(`${i}`, { cause }); throw cause;";
    shows(
        "() =>",
        body,
        &[
            "Uncaught Error: 8\n",
            "\ncaused by Error: 3\n",
            "\nand more causes\n",
        ],
    );
    let folder = Folder::with_main("throw new AggregateError([1, 'b', 3, 4, new Error('e')]);");
    let message = folder.fails(&["main.js"]);
    assert!(message.contains("caused by Error: e"), "{message}");
    assert!(!message.contains("and more"), "{message}");
}
