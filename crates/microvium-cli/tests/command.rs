//! What the command does with good input: from a script to a resumed call.

mod common;

use common::{Folder, run, stderr};
use predicates::prelude::*;
use std::fs;

#[test]
fn a_script_becomes_an_image_a_map_and_calls() {
    let folder = Folder::with_main(
        "const print = vmImport(1);\nvmExport(1, () => { print('Hello, World!'); });\n",
    );
    assert_eq!(folder.build_and_call(&["1"]), "Hello, World!\n");
    let names: Vec<_> = folder.contents().into_keys().collect();
    let expected = ["main.js", "main.mvm-bc", "main.mvm-bc.map"].map(|name| folder.file(name));
    assert_eq!(names, expected);
}

#[test]
fn the_snapshot_can_lie_elsewhere_or_nowhere() {
    let folder = Folder::with_main("vmExport(1, () => 7);");
    folder.succeeds(&["main.js", "--no-snapshot"]);
    assert_eq!(folder.contents().len(), 1);
    fs::create_dir(folder.file("out")).unwrap();
    folder.succeeds(&["main.js", "-s", "out/other.bin"]);
    assert!(folder.file("out/other.bin.map").is_file());
    assert!(!folder.file("main.mvm-bc").exists());
    assert_eq!(
        folder.succeeds(&["run", "out/other.bin", "--call", "1"]),
        "=> 7\n"
    );
}

#[test]
fn a_script_with_two_extensions_has_an_image_with_one() {
    let folder = Folder::with(&[("main.mvm.js", "vmExport(1, () => 7);")]);
    folder.succeeds(&["main.mvm.js"]);
    assert!(folder.file("main.mvm-bc").is_file());
}

#[test]
fn a_build_replaces_the_outputs_of_the_one_before() {
    let folder = Folder::with_main("vmExport(1, () => 7);");
    folder.succeeds(&["main.js"]);
    folder.write("main.js", "vmExport(1, () => 8);");
    assert_eq!(folder.build_and_call(&["1"]), "=> 8\n");
}

#[test]
fn the_disassembly_and_inspect_show_the_same_with_names() {
    let folder =
        Folder::with_main("const print = vmImport(1);\nvmExport(1, () => print('hey'));\n");
    folder.succeeds(&["main.js", "--output-disassembly"]);
    let disassembly = String::from_utf8(folder.read("main.mvm-bc.disassembly")).unwrap();
    assert_eq!(folder.succeeds(&["inspect", "main.mvm-bc"]), disassembly);
    assert!(disassembly.contains("\"hey\""), "{disassembly}");
    assert!(disassembly.contains("main.js:2:"), "{disassembly}");
    let first = "\nexports\n  1 = @";
    assert!(disassembly.contains(first), "{disassembly}");
    assert!(
        disassembly.contains("\nimports\n  import 1 print\n"),
        "{disassembly}"
    );
}

#[test]
fn inspect_needs_no_map_and_believes_none_of_another_image() {
    let folder = Folder::with_main("vmExport(1, () => 'a');");
    folder.succeeds(&["main.js"]);
    let map = folder.read("main.mvm-bc.map");
    fs::remove_file(folder.file("main.mvm-bc.map")).unwrap();
    let without = folder.succeeds(&["inspect", "main.mvm-bc"]);
    assert!(!without.contains("main.js:1"), "{without}");
    folder.write("main.js", "vmExport(1, () => 'b');");
    folder.succeeds(&["main.js"]);
    folder.write("main.mvm-bc.map", map);
    let with_a_wrong_one = folder.succeeds(&["inspect", "main.mvm-bc"]);
    assert!(
        !with_a_wrong_one.contains("main.js:1"),
        "{with_a_wrong_one}"
    );
}

#[test]
fn calls_are_made_in_order_in_one_vm() {
    let folder =
        Folder::with_main("let n = 0; vmExport(1, by => n += by); vmExport(2, () => n * 2);");
    assert_eq!(
        folder.build_and_call(&["1(3)", "2", "1(4)", "2"]),
        "=> 3\n=> 6\n=> 7\n=> 14\n"
    );
}

#[test]
fn results_are_printed_as_json() {
    let folder = Folder::with_main(
        "vmExport(1, x => x); vmExport(2, () => -0); vmExport(3, () => 0 / 0); vmExport(4, () => [1, , { a: 'x' }]); vmExport(5, () => () => 1);",
    );
    let calls = [
        "1(3)",
        "1(-0)",
        "2",
        "3",
        "4",
        r#"1("say \"a\\b\"\n")"#,
        "1(null)",
        "1(true)",
        "1(0.1)",
        "1",
        "5",
    ];
    let printed = "=> 3\n=> 0\n=> 0\n=> NaN\n=> [1,null,{\"a\":\"x\"}]\n=> \"say \\\"a\\\\b\\\"\\n\"\n=> null\n=> true\n=> 0.1\n=> function\n";
    assert_eq!(folder.build_and_call(&calls), printed);
}

#[test]
fn import_1_prints_a_string_as_it_is_and_else_json() {
    let source = "const print = vmImport(1);\nvmExport(1, () => { print('say \"a\"'); print(1.5); print(-0); print(0 / 0); print(null); print([1, 'b']); });";
    let folder = Folder::with_main(source);
    assert_eq!(
        folder.build_and_call(&["1"]),
        "say \"a\"\n1.5\n0\nNaN\nnull\n[1,\"b\"]\n"
    );
}

#[test]
fn console_prints_while_building() {
    let folder = Folder::with_main(
        "console.log('out', 1, -0, 0 / 0); console.warn('warned'); console.error('failed');\n\
         console.info('info'); console.debug('debug');\n\
         const g = () => 1; console.log(function f() {}, class A {}, { g }, () => 1, [Math.max]);",
    );
    folder
        .command(&["main.js", "-q"])
        .assert()
        .success()
        .stdout("out 1 -0 NaN\ninfo\ndebug\nfunction f function A {\"g\":function g} function [function max]\n")
        .stderr("warned\nfailed\n");
}

#[test]
fn console_log_can_be_an_import() {
    let folder =
        Folder::with_main("console.log = vmImport(1);\nvmExport(1, () => console.log('later'));");
    assert_eq!(folder.build_and_call(&["1"]), "later\n");
}

#[test]
fn what_exists_only_while_building_is_named_when_it_is_called_later() {
    let folder = Folder::with_main("vmExport(1, () => console.log('never'));");
    folder.succeeds(&["main.js", "--no-warnings"]);
    let message = folder.fails(&run(&["1"]));
    assert!(message.starts_with("Uncaught "), "{message}");
    assert!(message.contains("console.log"), "{message}");
}

#[test]
fn a_top_level_constant_is_computed_while_building() {
    let folder = Folder::with_main(
        "function foo() { console.log('building'); return 6 * 7; }\nconst x = foo();\nvmExport(1, () => x);",
    );
    assert_eq!(folder.build_and_call(&["1"]), "building\n=> 42\n");
    let image = String::from_utf8_lossy(&folder.read("main.mvm-bc")).into_owned();
    assert!(!image.contains("building"), "foo is in the image");
}

#[test]
fn shared_and_cyclic_data_is_alive_after_restore() {
    let source = "const a = { n: 1 }; const b = { a, n: 10 }; a.b = b;\n\
        const count = () => ++a.n;\n\
        vmExport(1, count); vmExport(2, () => b.a.n + a.b.a.b.n); vmExport(3, n => { a.b.n = n; a.extra = 'x'; });\n\
        vmExport(4, () => a === a.b.a && b.a.extra);";
    let folder = Folder::with_main(source);
    let printed = folder.build_and_call(&["1", "2", "3(100)", "1", "2", "4"]);
    assert_eq!(printed, "=> 2\n=> 12\n=> 3\n=> 103\n=> \"x\"\n");
}

#[test]
fn a_table_is_computed_by_imported_code() {
    let table = "export function makeTable(size) { const table = []; for (let i = 0; i < size; i++) table.push(i * i); return table; }";
    let folder = Folder::with(&[
        ("lib/table.js", table),
        (
            "main.js",
            "import { makeTable } from './lib/table';\nconst table = makeTable(20);\nvmExport(1, i => table[i]);",
        ),
    ]);
    assert_eq!(folder.build_and_call(&["1(19)", "1(0)"]), "=> 361\n=> 0\n");
}

#[test]
fn what_was_not_chosen_is_not_in_the_image() {
    let source = "const USE_1 = true;\nconst foo1 = () => 'the first';\nconst foo2 = () => 'the second';\nconst foo = USE_1 ? foo1 : foo2;\nvmExport(1, foo);";
    let folder = Folder::with_main(source);
    assert_eq!(folder.build_and_call(&["1"]), "=> \"the first\"\n");
    let image = String::from_utf8_lossy(&folder.read("main.mvm-bc")).into_owned();
    assert!(image.contains("the first") && !image.contains("the second"));
}

#[test]
fn exports_are_made_in_a_loop() {
    let folder = Folder::with_main("for (let i = 1; i <= 3; i++) vmExport(i, () => 41 + i);");
    assert_eq!(
        folder.build_and_call(&["1", "2", "3"]),
        "=> 42\n=> 43\n=> 44\n"
    );
}

#[test]
fn the_same_source_gives_the_same_bytes_wherever_it_lies() {
    let files = [
        (
            "src/main.js",
            "import { f } from '../lib/f.js';\nimport { g } from './g';\nconst o = { z: 1, a: 2 };\nvmExport(1, () => f(o) + g());\nvmExport(2, () => { throw new TypeError('x'); });",
        ),
        ("src/g.js", "export const g = () => 'g' + 0.5;"),
        ("lib/f.js", "export function f(o) { return o.z + o.a; }"),
    ];
    let here = Folder::with(&files);
    let there = Folder::with(&files);
    here.succeeds(&["src/main.js", "--output-disassembly"]);
    let outputs = [
        "src/main.mvm-bc",
        "src/main.mvm-bc.map",
        "src/main.mvm-bc.disassembly",
    ];
    let first = outputs.map(|name| here.read(name));
    // From another folder, by an absolute path, and once more.
    let absolute = there.file("src/main.js");
    let absolute = absolute.to_str().expect("the path is UTF-8");
    here.succeeds(&[absolute, "--output-disassembly"]);
    assert_eq!(outputs.map(|name| there.read(name)), first);
    there
        .command(&["main.js", "--output-disassembly"])
        .current_dir(there.file("src"))
        .assert()
        .success();
    assert_eq!(outputs.map(|name| there.read(name)), first);
    here.succeeds(&["src/main.js", "--output-disassembly"]);
    assert_eq!(outputs.map(|name| here.read(name)), first);
    let map = String::from_utf8(first[1].clone()).unwrap();
    assert!(
        map.contains(r#""../lib/f.js""#) && map.contains(r#""g.js""#),
        "{map}"
    );
}

#[test]
fn help_and_version_are_there() {
    let folder = Folder::with(&[]);
    folder
        .command(&["--help"])
        .assert()
        .success()
        .stdout(predicate::str::contains("--max-memory"));
    folder
        .command(&["--version"])
        .assert()
        .success()
        .stdout(predicate::str::starts_with("microvium "));
}

#[test]
fn an_import_is_one_function_and_its_default_may_be_a_script_function() {
    let folder = Folder::with_main(
        "const double = vmImport(5, x => x * 2);\nconsole.log(double(21), vmImport(5) === double);\n\
         vmExport(1, () => double(4));\nvmExport(2, () => double);",
    );
    assert_eq!(folder.succeeds(&["main.js"]), "42 true\n");
    let arguments = ["run", "main.mvm-bc", "--import", "5=9", "--call", "1"];
    assert_eq!(folder.succeeds(&arguments), "=> 9\n");
}

#[test]
fn code_from_the_command_line_may_begin_with_a_sign() {
    let folder = Folder::with(&[]);
    folder.succeeds(&["-e", "-1; vmExport(1, () => 2);"]);
    assert_eq!(
        folder.succeeds(&["run", "script.mvm-bc", "--call", "1"]),
        "=> 2\n"
    );
}

#[test]
fn what_exists_only_before_the_snapshot_is_warned_of_once_for_each_function() {
    let folder = Folder::with_main(
        "const DEBUG = false, show = console.error;\n\
         function report(x) {\n\
           console.log('a', x); console.log('b');\n\
         }\n\
         const unused = () => console.log('unused');\n\
         if (DEBUG) unused();\n\
         console.log('now');\n\
         vmExport(1, report);\n\
         vmExport(2, async () => { await null; show(1); });\n\
         vmExport(3, () => { if (DEBUG) console.log('debug'); });\n\
         vmExport(4, () => [1].forEach(console.warn));",
    );
    let text = stderr(&folder.command(&["main.js", "-q"]).assert().success());
    let first =
        "warning[ephemeral]: `console.log` exists only before the snapshot, but `report` calls it";
    assert!(text.starts_with(first), "{text}");
    for part in [
        "main.js:3:1\n",
        "^^^^^^^^^^^\n",
        "`console.log = vmImport(1, console.log);`",
        "`console.error` exists only before the snapshot, but a function without a name calls it",
        "main.js:9:",
        "`console.warn` exists only before the snapshot, but the library may call it",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(text.matches("warning").count(), 3, "{text}");
    let silent = folder.command(&["main.js", "-q", "--no-warnings"]).assert();
    assert_eq!(stderr(&silent.success()), "");
    // The way out.
    let mended = "console.log = vmImport(1, console.log);\n\
        vmExport(1, () => console.log('on the device'));\n\
        console.log('here');";
    folder.write("main.js", mended);
    let built = folder.command(&["main.js", "-q"]).assert().success();
    assert_eq!(stderr(&built.stdout("here\n")), "");
    let called = folder.succeeds(&["run", "main.mvm-bc", "--call", "1"]);
    assert_eq!(called, "on the device\n");
}

#[test]
fn keys_that_the_host_passes_are_warned_of_where_only_an_index_can_be_assigned_by() {
    let folder = Folder::with_main(
        "const list = [];\n\
         vmExport(1, (key, value) => {\n\
           list[key] = value;\n\
           list[key + 1] = value;\n\
         });\n\
         vmExport(2, (key) => { list[key >>> 0] = 1; });",
    );
    let text = stderr(&folder.command(&["main.js", "-q"]).assert().success());
    assert!(text.starts_with("warning[array-key]: "), "{text}");
    assert!(text.contains("main.js:3:"), "{text}");
    assert_eq!(text.matches("warning").count(), 1, "{text}");
    // Where there are such properties, it is right.
    folder.write(
        "main.js",
        "const list = [];\n\
         vmExport(1, (key) => { list[key] = 5; list.other = 6; return list[key]; });",
    );
    let built = folder.command(&["main.js", "-q"]).assert().success();
    assert_eq!(stderr(&built), "");
    let called = folder.succeeds(&["run", "main.mvm-bc", "--call", "1(\"name\")"]);
    assert_eq!(called, "=> 5\n");
}

#[test]
fn what_means_something_else_than_in_other_engines_is_warned_of() {
    let folder = Folder::with_main("");
    folder.write("names.mjs", "export let a = 1;");
    let map = "vmExport(1, () => [1].map((x) => x).length);\n";
    let different = [
        (
            "Object.defineProperty(Array.prototype, 3, { set() {}, configurable: true });\n",
            "has a setter",
        ),
        (
            "Object.defineProperty(Object.prototype, 3, { value: 1 });\n",
            "what can't be written, by a number",
        ),
        (
            "Object.setPrototypeOf(Array.prototype, Object.create(Object.prototype, { 3: { value: 1 } }));\n",
            "what can't be written, by a number",
        ),
        (
            "Uint8Array.prototype[3] = 1; vmExport(2, () => new Uint8Array(2)[3]);\n",
            "what typed arrays inherit from",
        ),
        (
            "const f = function () {}.bind(); Object.defineProperty(f, 'prototype', { get: () => [] });\n\
             vmExport(2, () => Reflect.construct(class {}, [], f));\n",
            "`prototype` has a getter",
        ),
        (
            "import * as names from './names.mjs'; const x = Object.create(names);\n\
             vmExport(2, () => x);\n",
            "module namespace",
        ),
        (
            "const x = Object.create(Object.freeze([1])); vmExport(2, () => x);\n",
            "a frozen array",
        ),
        (
            "const x = Object.create(new Int8Array(1)); vmExport(2, () => x);\n",
            "a typed array",
        ),
        (
            "vmExport(2, () => Object.create(new Uint8Array(1)));\n",
            "a typed array",
        ),
        (
            "import * as names from './names.mjs'; vmExport(2, () => Object.create(names));\n",
            "module namespace",
        ),
    ];
    for (source, part) in different {
        folder.write("main.js", format!("{source}{map}"));
        let text = stderr(&folder.command(&["main.js", "-q"]).assert().success());
        assert!(text.starts_with("warning[different]: "), "{source}{text}");
        assert!(text.contains(part), "{source}{text}");
        assert_eq!(text.matches("warning").count(), 1, "{source}{text}");
    }
    let same = [
        "[].constructor === Array && Array[Symbol.species];\n",
        "class A extends Array {}\nvmExport(2, () => new A());\n",
        "vmExport(2, () => Object.create([1]));\nconst list = Object.freeze([1]); vmExport(3, () => list);\n",
        "import * as names from './names.mjs'; vmExport(2, () => Object.create({ names }));\n",
        "Array.prototype.constructor = Object;\n",
        "globalThis.Array = function () {};\n",
        "Array.prototype[3] = 1; Object.prototype[4] = 2;\n",
        "Uint8Array.prototype[3] = 1;\n",
        "Object.defineProperty(Array.prototype, '1.5', { value: 1 });\n",
        "Object.defineProperty(Object.prototype, 'nan', { value: 1 }); Uint8Array.prototype.inf = 1;\n\
         vmExport(2, () => new Uint8Array(2)[3]);\n",
        "const f = function () {}.bind(); Object.defineProperty(f, 'prototype', { set() {} });\n\
         vmExport(2, () => Reflect.construct(class {}, [], f));\n",
        "const f = function () {}.bind(); Object.defineProperty(f, 'prototype', { get: () => [] });\n\
         vmExport(2, () => Reflect.construct(Map, [], f));\n",
        "vmExport(2, () => Reflect.construct(Map, [], Set));\n",
    ];
    for source in same {
        folder.write("main.js", format!("{source}{map}"));
        let text = stderr(&folder.command(&["main.js", "-q"]).assert().success());
        assert_eq!(text, "", "{source}");
    }
}

#[test]
fn names_that_stand_for_nothing_are_warned_of_once_each() {
    let folder = Folder::with_main(
        "let length = 5;\n\
         const unused = () => nothing;\n\
         function f() {\n\
           try { return lenght } finally { printt(Math.PI); }\n\
         }\n\
         vmExport(1, f);\n\
         vmExport(2, () => typeof maybe === 'undefined' ? 0 : maybe);",
    );
    let assert = folder.command(&["main.js", "-q"]).assert().success();
    let text = stderr(&assert);
    let warning = "warning[undefined]: `lenght` is not defined";
    assert!(text.starts_with(warning), "{text}");
    assert!(text.contains("main.js:4:14"), "{text}");
    assert!(text.contains("did you mean `length`?"), "{text}");
    assert_eq!(text.matches("`printt`").count(), 1, "{text}");
    assert_eq!(text.matches("warning").count(), 2, "{text}");
    // It is no error: whoever calls it may catch the ReferenceError.
    let message = folder.fails(&["run", "main.mvm-bc", "--call", "1"]);
    assert!(message.contains("ReferenceError"), "{message}");
}
