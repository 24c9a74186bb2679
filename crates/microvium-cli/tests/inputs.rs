//! What a build takes: scripts together, code from the command line, other languages, packages, files.

mod common;

use common::{Folder, run};
use std::fs;

#[test]
fn scripts_given_together_run_in_order_in_one_vm() {
    let folder = Folder::with(&[
        (
            "src/first.js",
            "console.log = (print => text => print('> ' + text))(console.log);",
        ),
        ("second.js", "console.log('two'); vmExport(1, () => 2);"),
    ]);
    let printed = folder.succeeds(&["src/first.js", "second.js"]);
    assert_eq!(printed, "> two\n");
    assert_eq!(
        folder.succeeds(&["run", "src/first.mvm-bc", "--call", "1"]),
        "=> 2\n"
    );
}

#[test]
fn code_from_the_command_line_runs_last_and_imports_from_here() {
    let folder = Folder::with(&[
        ("m.js", "export const m = 5;"),
        ("main.js", "console.log('main');"),
    ]);
    let code = "import { m } from './m'; console.log(m); vmExport(1, () => m);";
    assert_eq!(folder.succeeds(&["-e", code]), "5\n");
    assert_eq!(
        folder.succeeds(&["run", "script.mvm-bc", "--call", "1"]),
        "=> 5\n"
    );
    assert_eq!(folder.succeeds(&["main.js", "--eval", code]), "main\n5\n");
    assert_eq!(folder.succeeds(&run(&["1"])), "=> 5\n");
    let message = folder.fails(&["-e", "let x = ;"]);
    assert!(message.contains(" (eval):1:9"), "{message}");
}

#[test]
fn types_are_stripped_and_enumerations_lowered() {
    let source = "import { twice, type Unused } from './lib.js';\n\
        import { Inner } from './space';\n\
        enum Color { Red, Green = 5, Blue }\n\
        const enum Size { Small = 'S' }\n\
        interface Point { x: number }\n\
        const point = { x: 1 } as Point;\n\
        declare function vmExport(id: number, value: unknown): void;\n\
        abstract class Base { declare unused: number; abstract step(): number; }\n\
        class Counter extends Base {\n\
          constructor(private n: number, readonly by = 1) { super(); }\n\
          override step(this: Counter): number { return this.n += this.by; }\n\
        }\n\
        const counter = new Counter(40);\n\
        vmExport(1, (n: number): number => twice(n) + Color.Blue + point!.x + Inner.y);\n\
        vmExport(2, () => Color[5] + Size.Small);\n\
        vmExport(3, () => counter.step() + Object.keys(counter).length);\n\
        vmExport(4, () => { throw 'up'; });\n";
    let folder = Folder::with(&[
        ("main.mvm.ts", source),
        (
            "lib.ts",
            "export type Unused = string;\nexport const twice = (n: number) => n * 2;",
        ),
        (
            "space.mts",
            "export namespace Inner { export const y = 1000; }",
        ),
    ]);
    folder.succeeds(&["main.mvm.ts"]);
    let calls = run(&["1(3)", "2", "3", "3"]);
    assert_eq!(
        folder.succeeds(&calls),
        "=> 1013\n=> \"GreenS\"\n=> 43\n=> 44\n"
    );
    // Positions are those of the TypeScript source.
    let message = folder.fails(&run(&["4"]));
    assert!(message.contains("(main.mvm.ts:17:21)"), "{message}");
    folder.write("main.mvm.ts", "const x: number = y;\nlet z: = 1;");
    let message = folder.fails(&["main.mvm.ts"]);
    assert!(message.contains("main.mvm.ts:2:8"), "{message}");
    for source in ["import fs = require('fs');", "export = 5;"] {
        folder.write("main.mvm.ts", source);
        let message = folder.fails(&["main.mvm.ts"]);
        assert!(message.contains("error[unsupported]"), "{message}");
    }
    folder.write("main.js", "const x: number = 1;");
    let message = folder.fails(&["main.js"]);
    assert!(message.contains("`.ts`"), "{message}");
}

#[test]
fn modules_are_found_with_any_extension_and_in_packages() {
    let folder = Folder::with(&[
        (
            "src/main.js",
            "import { a } from './a';\nimport { b } from '../b';\nimport { c } from 'pkg';\nimport { d } from 'pkg/deep/d';\nimport { e } from 'both';\nvmExport(1, () => a + b + c + d + e);",
        ),
        (
            "node_modules/both/package.json",
            r#"{"name":"both","main":"./no.js","module":"./e.js"}"#,
        ),
        ("node_modules/both/e.js", "export const e = 50000;"),
        ("src/a.mvm.js", "export const a = 1;"),
        ("src/a.js", "export const a = 'the wrong one';"),
        ("b.mjs", "export const b = 20;"),
        (
            "node_modules/pkg/package.json",
            r#"{"name":"pkg","exports":{".":{"require":"./no.js","microvium":"./c.js"},"./deep/*":"./lib/*.js"}}"#,
        ),
        ("node_modules/pkg/c.js", "export const c = 300;"),
        ("node_modules/pkg/lib/d.js", "export const d = 4000;"),
    ]);
    folder.succeeds(&["src/main.js"]);
    assert_eq!(
        folder.succeeds(&["run", "src/main.mvm-bc", "--call", "1"]),
        "=> 54321\n"
    );
}

#[test]
fn json_is_a_module() {
    let json = r#"{ "list": [1, 2.5, -0, 1e3, "x\n"], "2": true, "1": null, "o": { "é": [[]] } }"#;
    let folder = Folder::with(&[
        (
            "main.js",
            "import data from './x.json';\ndata.list.push(6);\nvmExport(1, () => data);\nvmExport(2, () => 1 / data.list[2] < 0);",
        ),
        ("x.json", json),
    ]);
    let printed = folder.build_and_call(&["1", "2"]);
    let expected = "=> {\"1\":null,\"2\":true,\"list\":[1,2.5,0,1000,\"x\\n\",6],\"o\":{\"é\":[[]]}}\n=> true\n";
    assert_eq!(printed, expected);
    for (bad, place) in [
        ("", "x.json:1:1"),
        ("{\n  \"a\": x\n}", "x.json:2:8"),
        ("[1,]", "x.json:1:4"),
    ] {
        folder.write("x.json", bad);
        let message = folder.fails(&["main.js"]);
        assert!(
            message.contains("error[syntax]: this is no JSON"),
            "{message}"
        );
        assert!(message.contains(place), "{message}");
    }
}

#[test]
fn a_module_may_be_said_to_be_json() {
    let folder = Folder::with(&[
        (
            "main.js",
            "import a from './x.json' with { type: 'json' };\n\
             export { default as b } from './x.json' with { type: 'json' };\n\
             vmExport(1, () => a);",
        ),
        ("x.json", "[1]"),
        ("y.js", ""),
    ]);
    assert_eq!(folder.build_and_call(&["1"]), "=> [1]\n");
    folder.write("main.js", "import './y.js' with { type: 'json' };");
    let message = folder.fails(&["main.js"]);
    assert!(message.contains("module `./y.js` isn't JSON"), "{message}");
    assert!(message.contains("main.js:1:22"), "{message}");
}

#[test]
fn scripts_read_and_write_files_while_they_are_built() {
    let source = "import * as fs from 'fs';\nimport other, { existsSync } from 'node:fs';\n\
        const names = fs.readFileSync('names.txt', 'utf8');\n\
        fs.mkdirSync('out/deep', { recursive: true });\n\
        fs.writeFileSync('./out/deep/../glue.c', '/* ' + names + ' */');\n\
        console.log(other.readFileSync('out/glue.c', { encoding: 'utf-8' }), existsSync('out/deep'), existsSync('none'), existsSync('../..'));\n\
        vmExport(1, () => names);\nvmExport(2, () => fs.existsSync('x'));\n";
    let folder = Folder::with(&[("src/main.js", source), ("src/names.txt", "LED")]);
    let printed = folder.succeeds(&["src/main.js", "--output-il", "--no-warnings"]);
    assert_eq!(printed, "/* LED */ true false false\n");
    assert_eq!(folder.read("src/out/glue.c"), b"/* LED */");
    assert!(folder.file("src/out/deep").is_dir());
    let call = |id| ["run", "src/main.mvm-bc", "--call", id];
    assert_eq!(folder.succeeds(&call("1")), "=> \"LED\"\n");
    let message = folder.fails(&call("2"));
    assert!(
        message.contains("fs.existsSync exists only before the snapshot"),
        "{message}"
    );
}

#[test]
fn scripts_read_and_write_bytes_and_list_folders_while_they_are_built() {
    let source = "import * as fs from 'fs';\n\
        const font = fs.readFileSync('assets/font.bin');\n\
        fs.writeFileSync('assets/reversed.bin', font.slice().reverse());\n\
        fs.mkdirSync('assets/made');\n\
        console.log(font instanceof Uint8Array, fs.readdirSync('assets'), fs.readdirSync('assets/made'));\n\
        vmExport(1, i => font[i]);\n";
    let folder = Folder::with(&[("main.js", source), ("assets/a.txt", "")]);
    folder.write("assets/font.bin", [0, 255, 254, 13, 10]);
    let printed = folder.build_and_call(&["1(1)", "1(4)", "1(5)"]);
    let listed = "true [\"a.txt\",\"font.bin\",\"made\",\"reversed.bin\"] []\n";
    assert_eq!(printed, format!("{listed}=> 255\n=> 10\n"));
    let reversed = folder.read("assets/reversed.bin");
    assert_eq!(reversed, [10, 13, 254, 255, 0]);
}

/// The message with which a script's use of a file fails.
fn denied(folder: &Folder, options: &[&str], code: &str) -> String {
    folder.write("main.js", format!("import * as fs from 'fs';\n{code}"));
    folder.fails(&[&["main.js"], options].concat())
}

#[test]
fn errors_of_files_have_the_codes_that_they_have_in_node() {
    let folder = Folder::with(&[
        ("a.txt", ""),
        (
            "main.js",
            "import * as fs from 'fs';
            for (const f of [
              () => fs.readFileSync('none', 'utf8'),
              () => fs.readFileSync('.', 'utf8'),
              () => fs.readFileSync('a.txt/b', 'utf8'),
              () => fs.mkdirSync('a.txt'),
              () => fs.writeFileSync('none/x', ''),
              () => fs.readFileSync(1),
            ]) {
              try { f(); } catch (error) { console.log(error.code, error instanceof Error); }
            }",
        ),
    ]);
    assert_eq!(
        folder.succeeds(&["main.js", "--no-snapshot"]),
        "ENOENT true\nEISDIR true\nENOTDIR true\nEEXIST true\nENOENT true\nundefined true\n"
    );
}

#[test]
fn scripts_stay_within_the_root() {
    let folder = Folder::with(&[("in/file.txt", "inside"), ("out.txt", "outside")]);
    for (code, expected) in [
        (
            "fs.readFileSync('/etc/passwd', 'utf8')",
            "outside of the folder",
        ),
        ("fs.writeFileSync('../x', '')", "outside of the folder"),
        ("fs.mkdirSync('in/../../x')", "outside of the folder"),
        ("fs.readFileSync('none', 'utf8')", "ENOENT"),
        ("fs.readFileSync('in', 'utf8')", "EISDIR"),
        ("fs.readdirSync('none')", "ENOENT"),
        ("fs.readdirSync('in/file.txt')", "ENOTDIR"),
        ("fs.readdirSync('..')", "EACCES"),
        (
            "fs.readFileSync('in/file.txt', 'latin1')",
            "`latin1` isn't supported",
        ),
        ("fs.readFileSync(1, 'utf8')", "the path must be a string"),
        ("fs.writeFileSync('none/x', '')", "ENOENT"),
        ("fs.writeFileSync('in', '')", "EISDIR"),
        ("fs.writeFileSync('x', 1)", "must be a string"),
        ("fs.mkdirSync('in')", "EEXIST"),
        ("fs.mkdirSync('none/x')", "ENOENT"),
        ("import { none } from 'fs';", "no export `none`"),
    ] {
        let message = denied(&folder, &[], code);
        assert!(message.contains(expected), "{code}: {message}");
    }
    let message = denied(
        &folder,
        &["--root", "in"],
        "fs.readFileSync('out.txt', 'utf8')",
    );
    assert!(message.contains("`--root`"), "{message}");
    folder.write(
        "main.js",
        "import * as fs from 'fs'; console.log(fs.readFileSync('in/file.txt', 'utf8'));",
    );
    assert_eq!(folder.succeeds(&["main.js", "--root", "in"]), "inside\n");
    assert_eq!(folder.succeeds(&["main.js", "--root", ".."]), "inside\n");
    let message = folder.fails(&["main.js", "--root", "none"]);
    assert!(message.contains("can't use the root `none`"), "{message}");
}

#[cfg(unix)]
#[test]
fn links_lead_no_script_out_of_the_root() {
    let folder = Folder::with(&[("root/x", ""), ("secret/file", "secret")]);
    std::os::unix::fs::symlink("../secret", folder.file("root/link")).unwrap();
    std::os::unix::fs::symlink("../none", folder.file("root/nowhere")).unwrap();
    for (code, expected) in [
        (
            "fs.readFileSync('root/link/file', 'utf8')",
            "outside of the folder",
        ),
        (
            "fs.writeFileSync('root/link/new', '')",
            "outside of the folder",
        ),
        ("fs.writeFileSync('root/nowhere', '')", "ENOENT"),
    ] {
        let message = denied(&folder, &["--root", "root"], code);
        assert!(message.contains(expected), "{code}: {message}");
    }
}

#[test]
fn a_failed_build_writes_nothing_of_what_its_scripts_wrote() {
    let folder = Folder::with(&[("old.txt", "old")]);
    let write =
        "fs.writeFileSync('old.txt', 'new'); fs.mkdirSync('d'); fs.writeFileSync('d/x', ''); ";
    folder.write("main.js", "");
    denied(&folder, &[], &format!("{write} throw 1;"));
    denied(&folder, &["-s", "none/x"], write);
    assert!(!folder.file("d").exists());
    // An output can't take another's place, nor a source's.
    let message = denied(&folder, &[], "fs.writeFileSync('main.mvm-bc', 'x');");
    assert!(message.contains("two outputs have this place"), "{message}");
    let message = denied(&folder, &[], "fs.writeFileSync('main.js', 'x');");
    assert!(
        message.contains("would replace the source `main.js`"),
        "{message}"
    );
    // Without a snapshot they are written all the same.
    folder.write("main.js", format!("import * as fs from 'fs';\n{write}"));
    folder.succeeds(&["main.js", "--no-snapshot"]);
    assert_eq!(fs::read_to_string(folder.file("old.txt")).unwrap(), "new");
}

#[test]
fn a_common_js_module_is_said_to_be_one() {
    let folder = Folder::with(&[
        (
            "node_modules/old/index.js",
            "module.exports = { f: () => 1 };",
        ),
        ("named.js", "import { f } from 'old'; f();"),
        ("whole.js", "import 'old';"),
    ]);
    for script in ["named.js", "whole.js"] {
        let message = folder.fails(&[script]);
        assert!(message.contains("this is a CommonJS module"), "{message}");
    }
}
