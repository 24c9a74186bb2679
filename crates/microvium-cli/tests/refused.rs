//! Bad input: one clear message, exit code 1, and files as they were (`Folder::fails` looks).

mod common;

use common::{Folder, check, run, stderr};
use std::fs;

/// Building this fails with a message that begins with the first text and contains the others.
fn refused(source: &str, options: &[&str], expected: &[&str]) {
    let folder = Folder::spoiled(source);
    let outputs: &[&str] = match options.contains(&"--no-snapshot") {
        true => &[],
        false => &["--output-disassembly"],
    };
    let arguments = [&["main.js"], outputs, options].concat();
    check(&folder.fails(&arguments), expected);
}

#[test]
fn syntax_errors_have_a_code_frame() {
    let frame = ["error[", "main.js:2:9", "2 | let x = ;", "        ^"];
    refused("// first\nlet x = ;", &[], &frame);
}

#[test]
fn unsupported_syntax_is_named() {
    let frame = [
        "error[unsupported]: BigInt literals are not supported",
        "main.js:1:3",
        "{ 1n; }",
    ];
    refused("{ 1n; }", &[], &frame);
}

#[test]
fn a_script_that_cant_be_read_has_no_code_frame() {
    let folder = Folder::with(&[("sub/main.js", "")]);
    folder.write("bad.js", b"\xff\xfe");
    let message = folder.fails(&["bad.js"]);
    let expected = "error[missing-module]: can't load `bad.js`: the file isn't UTF-8\n";
    assert_eq!(message, expected);
    let message = folder.fails(&["sub"]);
    assert!(
        message.starts_with("error: can't read `sub`: "),
        "{message}"
    );
    let message = folder.fails(&["verfy", "main.mvm-bc"]);
    assert!(
        message.contains("did you mean the command `verify`?"),
        "{message}"
    );
    let message = folder.fails(&["build", "sub/main.js"]);
    let expected = "help: building takes no command: `microvium main.js`\n";
    assert!(message.ends_with(expected), "{message}");
}

#[test]
fn a_missing_module_is_named_where_it_is_imported() {
    let frame = [
        "error[missing-module]: can't find module `./nope.js`",
        "main.js:1:8",
        "there is no such file",
    ];
    refused("import './nope.js';", &[], &frame);
    let frame = [
        "error[missing-module]: can't find module `left-pad`",
        "main.js:1:8",
        "no package",
    ];
    refused("import 'left-pad';", &[], &frame);
}

#[test]
fn a_missing_export_is_named_with_the_nearest_name() {
    let folder = Folder::spoiled("import { makeBlinker } from './lib/m.js';");
    folder.write("lib/m.js", "export const makeBlinkr = 1;");
    let expected = [
        "error[missing-export]: `lib/m.js` has no export `makeBlinker`",
        "main.js:1:10",
        "did you mean `makeBlinkr`?",
    ];
    check(&folder.fails(&["main.js"]), &expected);
}

#[test]
fn messages_name_files_from_the_current_folder() {
    let folder = Folder::with(&[
        ("src/main.js", "import './broken.js';"),
        ("src/broken.js", "let = ;"),
    ]);
    check(
        &folder.fails(&["src/main.js"]),
        &["error[", "src/broken.js:1:"],
    );
    folder.write("src/broken.js", "null.x;");
    check(
        &folder.fails(&["src/main.js"]),
        &["Uncaught TypeError: ", "src/broken.js:1:"],
    );
}

#[test]
fn a_script_that_is_not_there_or_not_text_is_named() {
    let folder = Folder::with(&[]);
    check(
        &folder.fails(&["nope.js"]),
        &["error: can't read `nope.js`: "],
    );
    folder.write("main.js", b"let a = '\xff';");
    check(&folder.fails(&["main.js"]), &["", "main.js", "UTF-8"]);
}

#[test]
fn export_ids_are_used_once() {
    let source = "vmExport(7, () => 1);\nvmExport(7, () => 2);";
    refused(
        source,
        &[],
        &[
            "Uncaught Error: ",
            "the id 7 is exported already",
            "main.js:2:1",
            "1 | vmExport(7, () => 1);\n  | - exported here before\n",
        ],
    );
    let source = "for (const name of ['a', 'b']) vmExport(7, () => name);";
    let message = Folder::with_main(source).fails(&["main.js"]);
    assert!(!message.contains("before"), "{message}");
}

#[test]
fn an_export_id_that_another_module_has_used_is_shown_there() {
    let folder = Folder::with(&[
        ("main.js", "import './lib/a.js';\nvmExport(7, () => 2);"),
        ("lib/a.js", "\nvmExport(7, () => 1);"),
    ]);
    check(
        &folder.fails(&["main.js"]),
        &[
            "Uncaught Error: ",
            "main.js:2:1",
            "lib/a.js:2:1",
            "exported here before",
        ],
    );
}

#[test]
fn what_is_never_settled_is_shown() {
    for (source, place) in [
        (
            "const ready = await 1;\nif (ready) {\n  await new Promise(() => {});\n}\nawait 2;",
            "main.js:3:3",
        ),
        (
            "for await (const x of [1, new Promise(() => {})]) { }",
            "main.js:1:",
        ),
        ("import './other.js';\nawait 1;", "other.js:2:11"),
        (
            "await 1;\nawait import('./other.js');\nawait 2;",
            "main.js:2:1",
        ),
    ] {
        let folder = Folder::with_main(source);
        folder.write(
            "other.js",
            "async function never() { await new Promise(() => {}); }\nconst x = await never();",
        );
        check(
            &folder.fails(&["main.js"]),
            &[
                "error: what ",
                "awaits at its top level is never settled",
                place,
            ],
        );
    }
}

#[test]
fn export_ids_are_integers_of_16_bits() {
    for (id, shown) in [
        ("-1", "-1"),
        ("65536", "65536"),
        ("1.5", "1.5"),
        ("'x'", "\"x\""),
        ("'1'", "\"1\""),
        ("() => 1", "a function"),
    ] {
        let message = format!("the id is {shown}; ids are integers from 0 to 65535");
        let source = format!("vmExport({id}, () => 1);");
        refused(&source, &[], &["Uncaught Error: vmExport: ", &message]);
    }
    let folder = Folder::with_main("vmExport(0, () => 1); vmExport(65535, () => 2);");
    assert_eq!(folder.build_and_call(&["0", "65535"]), "=> 1\n=> 2\n");
}

#[test]
fn an_image_that_is_too_large_says_by_how_much_and_what_is_largest() {
    let source = "const table = [];\nfor (let i = 0; i < 20000; i++) table.push(i * 1000003);\nvmExport(1, i => table[i]);";
    let expected = [
        "error[limit]: the image has ",
        " bytes, ",
        " more than fit\n",
        " objects, arrays, scopes and the like (20003)\n",
        "\nlargest:\n",
        "array of 20000",
    ];
    refused(source, &[], &expected);
}

#[test]
fn endless_loops_and_recursion_end() {
    let limit = ["--max-instructions", "100000"];
    let expected = [
        "Uncaught RangeError: ",
        "instruction limit",
        "`--max-instructions`",
        "100000",
    ];
    refused("let n = 0;\nfor (;;) n++;", &limit, &expected);
    refused(
        "function f() { return f() + 1; }\nf();",
        &[],
        &["Uncaught RangeError: ", "nested", "main.js:1:"],
    );
    // A script that catches what ends it doesn't go on.
    refused(
        "for (;;) { try { for (;;); } catch {} }",
        &limit,
        &["Uncaught RangeError: "],
    );
}

#[test]
fn memory_ends() {
    let source = "const all = [];\nfor (;;) all.push({ x: 1 });";
    let expected = [
        "Uncaught RangeError: ",
        "`--max-memory`",
        "8000000",
        "main.js:2:",
    ];
    refused(source, &["--max-memory", "8000000"], &expected);
    refused(
        "let s = 'x';\nfor (;;) s += s;",
        &[],
        &["Uncaught RangeError: ", "`--max-memory`", "268435456"],
    );
}

#[test]
fn exceptions_say_what_and_where() {
    for (source, message) in [
        ("throw new TypeError('bad');", "Uncaught TypeError: bad"),
        ("throw new Error();", "Uncaught Error"),
        ("throw 'text';", "Uncaught text"),
        ("throw { a: 1 };", "Uncaught {\"a\":1}"),
        (
            "let a; a.b;",
            "Uncaught TypeError: Cannot read properties of undefined or null (reading 'b' of a)",
        ),
        (
            "nothing();",
            "Uncaught ReferenceError: nothing is not defined",
        ),
        (
            "const o = {}; o.f();",
            "Uncaught TypeError: o.f is not a function",
        ),
        (
            "f(); let x = 1; function f() { return x; }",
            "Uncaught ReferenceError: Cannot access 'x' before initialization",
        ),
    ] {
        refused(
            &format!("\n\n{source}"),
            &["--no-snapshot"],
            &[message, "main.js:3:"],
        );
    }
}

#[test]
fn of_many_errors_the_first_are_shown() {
    let folder = Folder::with_main(&"f(/x/);\n".repeat(45));
    let message = folder.fails(&["main.js"]);
    assert_eq!(message.matches("error[unsupported]").count(), 20);
    assert!(message.ends_with("\n\nand 25 more\n"), "{message}");
}

#[test]
fn a_package_that_asks_for_its_environment_gets_one_from_a_module() {
    let production = "process.env.NODE_ENV === 'production'";
    let folder = Folder::with(&[
        (
            "main.js",
            "import './env.js';\nimport it from './package.js';\nvmExport(1, () => it);",
        ),
        ("env.js", ""),
        ("package.js", &format!("export default {production};")),
    ]);
    let message = folder.fails(&["main.js"]);
    let (_, help) = message.split_once("may make one, `").expect("a help");
    let (line, _) = help.split_once('`').expect("a line of code");
    folder.write("env.js", line);
    assert_eq!(folder.build_and_call(&["1"]), "=> true\n");
}

#[test]
fn of_two_declarations_the_second_is_wrong() {
    let frame = " --> main.js:3:5\n  |\n1 | let x = 1;\n  |     - `x` has already been declared here\n2 |\n3 | let x = 2;\n  |     ^ It can not be redeclared here";
    refused("let x = 1;\n\nlet x = 2;", &[], &["error[syntax]", frame]);
}

#[test]
fn an_exception_is_placed_where_it_was_thrown_first() {
    let source = "try { null.x; } catch {}\nfunction f() {\n  throw new Error('deep');\n}\nf();";
    refused(source, &[], &["Uncaught Error: deep", "main.js:3:3"]);
    let source = "try { null.x; } catch (error) {\n  throw error;\n}";
    refused(
        source,
        &[],
        &[
            "Uncaught TypeError: Cannot read properties of undefined or null (reading 'x' of null)\n --> main.js:1:12",
            "\n    thrown again at main.js:2:3",
        ],
    );
}

/// Both commands that read images refuse this one.
fn no_image(bytes: &[u8], expected: &str) {
    let folder = Folder::with(&[]);
    folder.write("main.mvm-bc", bytes);
    for arguments in [
        &run(&["1"])[..],
        &["run", "main.mvm-bc"],
        &["inspect", "main.mvm-bc"],
    ] {
        let message = folder.fails(arguments);
        check(&message, &["error: ", "`main.mvm-bc`", expected]);
    }
}

#[test]
fn images_that_are_none_are_refused() {
    no_image(b"", "it is empty");
    no_image(
        b"vmExport(1, () => 1); // a script, not an image",
        "this is no Microvium image",
    );
    no_image(&[0; 64], "this is no Microvium image");
    // What Microvium 8.0 makes of `vmExport(1, () => 42);`.
    let other = [
        0x08, 0x1c, 0x00, 0x00, 0x36, 0x00, 0xf3, 0x87, 0x03, 0x00, 0x00, 0x00, 0x1c, 0x00, 0x1c,
        0x00, 0x20, 0x00, 0x20, 0x00, 0x2e, 0x00, 0x2e, 0x00, 0x34, 0x00, 0x36, 0x00, 0x01, 0x00,
        0x31, 0x00, 0x35, 0x00, 0x01, 0x00, 0x01, 0x00, 0x01, 0x00, 0x01, 0x00, 0x01, 0x00, 0x01,
        0x00, 0x01, 0x50, 0x88, 0xab, 0x00, 0x60, 0x01, 0x00,
    ];
    no_image(&other, "a snapshot of Microvium's C engine");
    no_image(&other[..50], "this is no Microvium image");
    let folder = Folder::with_main("vmExport(1, x => x + ' and a string');");
    folder.succeeds(&["main.js"]);
    let image = folder.read("main.mvm-bc");
    for length in [1, 2, 3, 20, 27, 28, image.len() - 1] {
        let expected = if length == 1 {
            "no Microvium image"
        } else {
            "truncated"
        };
        no_image(&image[..length], expected);
    }
    let mut other_version = image.clone();
    other_version[2] += 1;
    no_image(&other_version, "version");
}

#[test]
fn every_flipped_bit_is_seen() {
    let folder = Folder::with_main("vmExport(1, x => x + 'y');");
    folder.succeeds(&["main.js"]);
    let image = folder.read("main.mvm-bc");
    for bit in 0..image.len() * 8 {
        let mut damaged = image.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        let restored = microvium::Machine::restore(&damaged, Default::default());
        assert!(restored.is_err(), "bit {bit}");
        assert!(microvium_snapshot::decode(&damaged).is_err(), "bit {bit}");
    }
    let mut damaged = image.clone();
    damaged[image.len() - 3] ^= 4;
    no_image(&damaged, "checksum");
}

#[test]
fn a_missing_image_is_named() {
    let folder = Folder::with(&[]);
    check(
        &folder.fails(&run(&["1"])),
        &["error: can't read `main.mvm-bc`"],
    );
    check(
        &folder.fails(&["inspect", "main.mvm-bc"]),
        &["error: can't read `main.mvm-bc`"],
    );
}

#[test]
fn missing_imports_are_named() {
    let folder = Folder::with_main(
        "const a = vmImport(1), b = vmImport(5), c = vmImport(300);\nvmExport(1, () => { a(1); b(); c(); });",
    );
    folder.succeeds(&["main.js"]);
    check(
        &folder.fails(&run(&["1"])),
        &[
            "error: can't resume `main.mvm-bc`: ",
            "that nothing provides: 5 (b), 300 (c)",
        ],
    );
}

#[test]
fn missing_exports_are_named_with_those_that_are_there() {
    let folder = Folder::with_main("vmExport(1, () => 1); vmExport(12, () => 2);");
    folder.succeeds(&["main.js"]);
    check(
        &folder.fails(&run(&["7"])),
        &["error: there is no export 7", "exports 1, 12"],
    );
    // What was called before has happened.
    let assert = folder
        .command(&run(&["1", "7"]))
        .assert()
        .code(1)
        .stdout("=> 1\n");
    check(&stderr(&assert), &["error: there is no export 7"]);
}

#[test]
fn exceptions_of_calls_are_uncaught() {
    let source = "vmExport(1, () => { throw new RangeError('far'); });\nvmExport(2, () => { throw 7; });\n\
        vmExport(3, x => x.y.z);\nvmExport(4, () => { const a = []; for (;;) a.push('x' + a.length); });\n\
        vmExport(5, function f() { return f() + 1; });\nvmExport(6, 'not a function');";
    let folder = Folder::with_main(source);
    folder.succeeds(&["main.js"]);
    for (call, message) in [
        ("1", "Uncaught RangeError: far"),
        ("2", "Uncaught 7"),
        ("3", "Uncaught TypeError: "),
        ("4", "Uncaught RangeError: "),
        ("5", "Uncaught RangeError: "),
        ("6", "Uncaught TypeError: export 6 is the string "),
    ] {
        check(&folder.fails(&run(&[call])), &[message]);
    }
}

#[test]
fn wrong_usage_is_explained() {
    let folder = Folder::with_main("");
    for arguments in [
        &["main.js", "--nope"][..],
        &["run"],
        &["run", "x", "--call", "1("],
        &["main.js", "--no-snapshot", "-s", "x"],
    ] {
        let assert = folder.command(arguments).assert().code(1).stdout("");
        assert!(
            stderr(&assert).starts_with("error: "),
            "{}",
            stderr(&assert)
        );
    }
}

#[test]
fn the_stack_of_an_exception_is_shown_while_building_and_after() {
    let source = "function f(x) { return g(x) + 1; }\nconst g = x => { throw new TypeError('bad ' + x); };\n\
        const o = { m() { return f(2); } };\nvmExport(1, function called() {\n  return o.m();\n});\n";
    let folder = Folder::with_main(source);
    folder.succeeds(&["main.js"]);
    let stack = "Uncaught TypeError: bad 2\n    at g (main.js:2:18)\n    at f (main.js:1:24)\n    at m (main.js:3:26)\n    at called (main.js:5:";
    check(&folder.fails(&run(&["1"])), &[stack]);
    // Without the map there are addresses, and a word on how to get it.
    fs::remove_file(folder.file("main.mvm-bc.map")).unwrap();
    let message = folder.fails(&run(&["1"]));
    check(
        &message,
        &[
            "Uncaught TypeError: bad 2\n    at 0x",
            "\nhelp: ",
            "main.mvm-bc.map",
        ],
    );
    folder.write("main.js", format!("{source}o.m();"));
    let expected = [
        "Uncaught TypeError: bad 2\n --> main.js:2:18",
        "    at g (main.js:2:18)\n    at f (main.js:1:24)\n    at m (main.js:3:26)\n    at main.js:7:",
    ];
    check(&folder.fails(&["main.js", "--no-snapshot"]), &expected);
}

#[test]
fn what_rejects_a_promise_of_the_top_level_has_the_stack_that_it_was_made_with() {
    for (source, first) in [
        (
            "async function f() {\n  throw new Error('bad');\n}\nf();",
            "Uncaught (in promise) Error: bad\n",
        ),
        (
            "const g = () => {\n  throw new Error('bad');\n};\nawait null;\ng();",
            "Uncaught Error: bad\n",
        ),
        (
            "async function f() {\n  null.x;\n}\nf();",
            "Uncaught (in promise) TypeError: ",
        ),
    ] {
        let folder = Folder::with_main(source);
        let message = folder.fails(&["main.js"]);
        check(&message, &[first, " --> main.js:2:"]);
    }
}

#[test]
fn a_stack_without_end_is_cut() {
    let folder = Folder::with_main("vmExport(1, function f() { return f() + 1; });");
    folder.succeeds(&["main.js"]);
    let message = folder.fails(&run(&["1"]));
    assert_eq!(message.matches("    at f (main.js:1:").count(), 10);
    assert!(message.contains("\n    and more"), "{message}");
    folder.write("main.js", "function f() { return f() + 1; }\nf();");
    let message = folder.fails(&["main.js"]);
    assert_eq!(message.matches("    at f (main.js:1:").count(), 10);
    assert!(message.contains("\n    and more"), "{message}");
}

#[test]
fn a_function_over_its_limits_has_a_frame_and_takes_no_longer_than_its_text() {
    let time = |count| {
        let calls = "console.log(1.5);\n".repeat(count);
        let start = std::time::Instant::now();
        refused(
            &format!("function large() {{\n{calls}}}\nvmExport(1, large);"),
            &[],
            &[
                "error[limit]: the code of large is larger than 32 kB",
                "main.js:1:1",
                "help: split it",
            ],
        );
        start.elapsed()
    };
    let (short, long) = (time(5_000), time(20_000));
    // Four times the text may take more than four times as long on a busy machine, but not sixteen times.
    let is_fast = long < std::time::Duration::from_secs(30) || long < 10 * short;
    assert!(is_fast, "it took {short:?} and {long:?}");
}

#[test]
fn misspelt_globals_and_variables_are_recognized() {
    for (source, name) in [
        ("vmExprt(1, () => 1);", "vmExport"),
        ("const counter = 1;\ncountr;", "counter"),
    ] {
        refused(
            source,
            &["--no-snapshot"],
            &[
                "Uncaught ReferenceError: ",
                &format!("help: did you mean `{name}`?"),
            ],
        );
    }
}

#[test]
fn names_of_other_hosts_say_what_there_is_instead() {
    for (source, help) in [
        ("setTimeout(() => 1, 5);", "help: there are no timers: "),
        ("Date.now();", "help: there is no clock: "),
    ] {
        let expected = ["Uncaught ReferenceError: ", help];
        refused(source, &["--no-snapshot"], &expected);
    }
}

#[test]
fn all_errors_of_all_modules_are_reported_in_one_run() {
    let folder = Folder::with(&[
        (
            "main.js",
            "import { a } from './broken.js';\nimport { good, bed } from './good.js';\nimport { x } from './none.js';\nimport * as all from './broken.js';\nexport { y } from './none.js';\nexport * from './broken.js';",
        ),
        ("broken.js", "let x = 1;\nlet x = ;"),
        (
            "good.js",
            "import { z } from './main.js';\nexport const good = 1, bad = 2;",
        ),
    ]);
    let message = folder.fails(&["main.js"]);
    for text in [
        "error[syntax]",
        "broken.js:2:9",
        "error[missing-module]: can't find module `./none.js`",
        "error[missing-export]: `good.js` has no export `bed`",
        "did you mean `bad`?",
    ] {
        assert!(message.contains(text), "`{text}` isn't in: {message}");
    }
    // What modules with errors would export isn't known.
    assert_eq!(message.matches("error[").count(), 3, "{message}");
}

#[test]
fn watching_without_a_script_ends() {
    let folder = Folder::with_main("");
    let message = folder.fails(&["watch"]);
    assert!(
        message.starts_with("error: no script is given"),
        "{message}"
    );
}
