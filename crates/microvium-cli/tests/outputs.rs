//! What a build writes beside the image, and what it says.

mod common;

use common::{Folder, stderr};
use std::fs;

#[test]
fn files_beside_the_image_hold_what_their_options_say() {
    let folder = Folder::with_main(
        "vmExport(1, function double(x) {\n  return x * 2; });\nconst unused = () => 1;",
    );
    let options = [
        "--output-il",
        "--output-bytes",
        "--output-source-map",
        "--output-disassembly",
    ];
    folder.succeeds(&[&["main.js"], &options[..]].concat());
    let text = |name: &str| String::from_utf8(folder.read(name)).unwrap();
    let il = text("main.mvm-bc.il");
    assert!(
        il.contains("double") && il.contains("Multiply") && !il.contains("unused"),
        "{il}"
    );
    let bytes = text("main.mvm-bc.bytes");
    let bytes: Vec<u8> = (bytes.split(',').map(str::trim).filter(|it| !it.is_empty()))
        .map(|byte| u8::from_str_radix(byte.trim_start_matches("0x"), 16).unwrap())
        .collect();
    assert_eq!(bytes, folder.read("main.mvm-bc"));
    let map = text("main.mvm-bc.source-map.json");
    assert!(
        map.starts_with(r#"{"version":3,"sources":["main.js""#),
        "{map}"
    );
    assert!(map.contains(r#""mappings":""#), "{map}");
}

#[test]
fn a_line_says_what_was_written_unless_nobody_wants_to_know() {
    let folder = Folder::with_main("let n = 0.5; vmExport(1, () => n += 1);");
    let assert = folder.command(&["main.js"]).assert().success().stdout("");
    let size = folder.read("main.mvm-bc").len();
    let report = stderr(&assert);
    assert!(
        report.starts_with(&format!("main.mvm-bc: {size} bytes; ")),
        "{report}"
    );
    assert!(report.ends_with("needs float\n"), "{report}");
    folder
        .command(&["main.js", "-q"])
        .assert()
        .success()
        .stdout("")
        .stderr("");
    folder
        .command(&["main.js", "--no-snapshot"])
        .assert()
        .success()
        .stderr("");
}

#[test]
fn only_images_that_cannot_do_without_a_part_need_it() {
    let cases = [
        (
            "const o = { x: 1 }; vmExport(1, () => (o.y = o.x));",
            "needs no optional part\n",
        ),
        (
            "const o = { get x() { return 1; } }; vmExport(1, () => o.x);",
            "needs library\n",
        ),
        (
            "const o = {}; vmExport(1, (key) => ({ [key]: o })[key] === o);",
            "needs no optional part\n",
        ),
        // A scope has as many variables as a typed array has fields.
        (
            "const make = (a, b) => { let c = 0, d = 0, e = 0, f; \
             return (x) => { c += x; d += c; e += d; f = x; return a + b + c + d + e + f; }; }; vmExport(1, make(1, 2));",
            "needs no optional part\n",
        ),
        // The host may pass back the error.
        (
            "vmExport(1, (n) => { if (n < 0) throw new Error(`${n}`); return n * 2; });",
            "needs no optional part\n",
        ),
        // What converts objects divides only where the program does.
        (
            "vmExport(1, (n) => { try { if (n < 0) throw new Error('low'); } catch (e) { return `${e}`; } });",
            "needs library\n",
        ),
        (
            "vmExport(1, (n) => { try { if (n < 0) throw new Error('low'); } catch (e) { return e / n; } });",
            "needs float, library\n",
        ),
        (
            "vmExport(1, (n) => Math.max(0, Math.min(n, 100)));",
            "needs no optional part\n",
        ),
        (
            "vmExport(1, (text) => text.charCodeAt(0));",
            "needs library\n",
        ),
        (
            "vmExport(1, (n) => new Array(n).fill(0).length + `${n}`.padStart(4));",
            "needs library\n",
        ),
    ];
    for (script, end) in cases {
        let folder = Folder::with_main(script);
        let report = stderr(&folder.command(&["main.js"]).assert().success());
        assert!(report.ends_with(end), "{script}: {report}");
    }
}

/// Were all calls of `map` one to analysis, an array might be a key, and so on: the image would have 5,900 bytes.
#[test]
fn what_one_call_makes_is_not_taken_for_what_another_makes() {
    let folder = Folder::with_main(
        "vmExport(1, (text) => { const [path, query = ''] = text.split('?'); \
         const pairs = query.split('&').map((pair) => pair.split('=').map(decodeURIComponent)); \
         return path + Object.fromEntries(pairs).level; });",
    );
    folder.command(&["main.js"]).assert().success();
    let size = folder.read("main.mvm-bc").len();
    assert!(size < 1_500, "{size} bytes");
}

#[test]
fn messages_are_coloured_where_that_is_wanted() {
    let folder = Folder::with_main("let x = ;");
    assert!(!folder.fails(&["main.js"]).contains('\x1b'));
    assert!(
        folder
            .fails(&["main.js", "--color", "always"])
            .contains('\x1b')
    );
    assert!(
        !folder
            .fails(&["main.js", "--color", "never"])
            .contains('\x1b')
    );
}

#[test]
fn the_library_for_firmware_needs_its_sources_and_the_way_is_told() {
    // Away from the sources, and with a command that isn't in them either.
    let folder = Folder::with(&[]);
    let away = folder.file("microvium");
    fs::copy(env!("CARGO_BIN_EXE_microvium"), &away).unwrap();
    let output = std::process::Command::new(&away)
        .args(["--generate-lib", "lib"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(message.contains("crates/microvium-capi"), "{message}");
    assert!(!folder.file("lib").exists());
    let message = folder.fails(&["main.js", "--target", "x"]);
    assert!(message.contains("--generate-lib"), "{message}");
}

#[test]
fn the_port_file_is_answered_by_what_replaces_it() {
    let message = Folder::with(&[]).fails(&["--generate-port"]);
    assert!(message.contains("MVM_DEFINE_CONFIG_FULL()"), "{message}");
}

#[test]
fn misspelt_options_are_recognized() {
    let message = Folder::with_main("").fails(&["main.js", "--no-snpshot"]);
    assert!(message.contains("--no-snapshot"), "{message}");
}

#[test]
fn a_script_that_prints_leaves_a_report_whole() {
    let folder = Folder::with_main("console.log('printed'); vmExport(1, () => 1);");
    for (format, start) in [("--report=json", "{"), ("--report=html", "<!")] {
        let assert = folder.command(&["main.js", format]).assert().success();
        let report = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
        assert!(report.starts_with(start), "{report}");
        assert!(!report.contains("printed"), "{report}");
        assert!(stderr(&assert).starts_with("printed\n"));
    }
    let text = folder.succeeds(&["main.js", "--report"]);
    assert!(text.starts_with("printed\n"), "{text}");
}

#[test]
fn a_report_names_the_code_for_which_the_engine_calls_the_library() {
    let folder = Folder::with_main("vmExport(7, function measure(x) { return -[x]; });");
    let text = folder.succeeds(&["main.js", "--report"]);
    let chain = "engine: Operate for main.js:1:42 <- code of measure <- ";
    for line in ["the engine's use of Operate", "code of operate"] {
        let line = format!("{line}  <- {chain}");
        assert!(text.contains(&line), "`{line}` isn't in {text}");
    }
}

#[test]
fn a_report_lists_everything_with_what_keeps_it() {
    let folder = Folder::with(&[
        (
            "main.js",
            "import { scale } from './lib.js';\nconst unit = { name: 'millimetres' };\nvmExport(7, function measure(x) { return 'a' in x ? 0.5 : scale(x) + unit.name; });",
        ),
        ("lib.js", "export function scale(x) { return x * 10; }"),
    ]);
    let text = folder.succeeds(&["main.js", "--report"]);
    for line in [
        "code of scale  <- code of measure <- ",
        "string \"millimetres\"  <- ",
        "lib.js\n",
        "float is needed by:\n  number 0.5  <- code of measure <- ",
        "library is needed by:\n  In in code of measure (main.js:3:",
    ] {
        assert!(text.contains(line), "`{line}` isn't in {text}");
    }
    let size = folder.read("main.mvm-bc").len();
    assert!(text.ends_with(&format!("{size}  in all\n")), "{text}");
    let json = folder.succeeds(&["main.js", "--report=json"]);
    let report: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(report["bytes"], size);
    let items = report["items"].as_array().unwrap();
    let bytes: u64 = items
        .iter()
        .map(|item| item["bytes"].as_u64().unwrap())
        .sum();
    // Alignment between the parts is nobody's.
    assert!(bytes <= size as u64 && size as u64 - bytes < 4, "{json}");
    assert_eq!(report["needs"][0]["part"], "float");
    let scale = items
        .iter()
        .find(|item| item["name"] == "code of scale")
        .unwrap();
    assert_eq!(scale["module"], "lib.js");
    assert_eq!(scale["sort"], "function");
    assert_eq!(scale["chain"][0], "export 7");
    let html = folder.succeeds(&["main.js", "--report=html"]);
    assert!(html.starts_with("<!doctype html>"), "{html}");
    assert!(
        html.contains("code of scale") && html.contains("export 7"),
        "{html}"
    );
    assert!(
        html.contains("<li>library: In in code of measure"),
        "{html}"
    );
    assert!(!html.contains("http"), "it needs nothing else");
    folder.fails(&["main.js", "--report=pdf"]);
}

#[test]
fn an_image_that_is_too_large_says_what_takes_the_room_and_why() {
    let folder = Folder::with_main(
        "const list = [];\nfor (let i = 0; i < 30000; i++) list.push('s' + i);\nconst holder = { list };\n\
         vmExport(1, function get() { return holder.list; });",
    );
    let message = folder.fails(&["main.js"]);
    assert!(
        message.starts_with("error[limit]: the image has "),
        "{message}"
    );
    let chain = "array of 30000 <- object {list} <- code of get <- ";
    assert!(message.contains(chain), "{message}");
}

#[test]
fn the_readme_tells_the_size_of_its_example() {
    let readme = include_str!("../../../README.md");
    let script = readme.split("```js\n").nth(1).unwrap();
    let folder = Folder::with_main(script.split("```").next().unwrap());
    folder.succeeds(&["main.js"]);
    let size = folder.read("main.mvm-bc").len();
    assert!(
        readme.contains(&format!("The image of this script has {size} bytes.")),
        "it has {size} bytes"
    );
}

#[test]
fn what_array_methods_take_for_an_index_is_no_name_of_the_librarys() {
    // Where sums may be of objects, as the callback of `map` is one of two.
    let folder = Folder::with_main(
        "const print = vmImport(1);\n\
         vmExport(1, (s) => print(Math.floor(s)));\n\
         vmExport(2, () => { for (const b of [1, 2].map(x => x + 1)) print(b); });\n\
         vmExport(3, () => { print([1, 2, 3, 4].splice(1, 2).join()); });\n\
         vmExport(4, () => { print([[1, 2], [2]].map(([n]) => n).join()); });\n",
    );
    folder.succeeds(&["main.js"]);
    let size = folder.read("main.mvm-bc").len();
    assert!(size < 3000, "{size} bytes");
}
