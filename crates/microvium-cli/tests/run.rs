//! `microvium run`: imports, limits, engines; and the commands that look at images.

mod common;

use common::{Folder, stderr};

fn with<'a>(first: &[&'a str], options: &[&'a str]) -> Vec<&'a str> {
    [first, options].concat()
}

#[test]
fn imports_print_return_values_or_call_a_script_that_plays_the_host() {
    let folder = Folder::with(&[
        (
            "main.js",
            "const print = vmImport(1), read = vmImport(2), name = vmImport(3), fail = vmImport(4);\n\
             vmExport(1, () => { print(read(5)); print(name()); });\n\
             vmExport(2, () => { try { fail(); } catch (e) { print('caught ' + e); } });\n",
        ),
        (
            "board.js",
            "let level = 20;\nvmExport(2, by => level += by);\nvmExport(3, () => 'board');\n\
             vmExport(4, () => { throw new TypeError('no'); });",
        ),
    ]);
    folder.succeeds(&["main.js"]);
    const RUN: [&str; 4] = ["run", "main.mvm-bc", "--call", "1"];
    let message = folder.fails(&with(&RUN, &[]));
    assert!(
        message.contains("that nothing provides: 2 (read), 3 (name), 4 (fail)"),
        "{message}"
    );
    assert!(message.contains("`--import ID=print`"), "{message}");
    let values = [
        "--import", "2=0.5", "--import", r#"3="x""#, "--import", "4=null",
    ];
    assert_eq!(folder.succeeds(&with(&RUN, &values)), "0.5\nx\n");
    let host = ["--host", "board.js", "--call", "1", "--call", "2"];
    let printed = folder.succeeds(&with(&RUN, &host));
    assert!(
        printed.starts_with("25\nboard\n30\nboard\ncaught "),
        "{printed}"
    );
    assert!(printed.contains("TypeError: no"), "{printed}");
    let both = ["--host", "board.js", "--import", "3=print"];
    let printed = folder.succeeds(&with(&RUN, &both));
    assert_eq!(printed, "25\nundefined\nundefined\n");
    for (option, reason) in [
        ("2", "ID=print"),
        ("x=1", "import id"),
        ("2=[1]", "primitives"),
    ] {
        let message = folder.fails(&with(&RUN, &["--import", option]));
        assert!(message.contains(reason), "{message}");
    }
    let message = folder.fails(&with(&RUN, &["--host", "none.js"]));
    assert!(message.contains("can't read `none.js`"), "{message}");
}

#[test]
fn a_host_returns_primitives_alone() {
    let folder = Folder::with(&[
        ("main.js", "const f = vmImport(2); vmExport(1, () => f());"),
        ("host.js", "vmExport(2, () => [1]);"),
    ]);
    let message = folder.fails(&["run", "main.js", "--host", "host.js", "--call", "1"]);
    assert!(message.contains("import 2 returned [1]"), "{message}");
}

#[test]
fn what_a_host_throws_may_be_used() {
    let folder = Folder::with(&[
        (
            "main.js",
            "const print = vmImport(1), ask = vmImport(2);\n\
             vmExport(1, () => { try { ask(); } catch (e) { print(e.toUpperCase()); } });",
        ),
        (
            "host.js",
            "vmExport(1, x => console.log(x));\nvmExport(2, () => { throw new Error('no'); });",
        ),
    ]);
    let printed = folder.succeeds(&["run", "main.js", "--host", "host.js", "--call", "1"]);
    assert_eq!(printed, "ERROR: NO\n");
}

#[test]
fn what_a_host_throws_arrives_as_its_description() {
    let folder = Folder::with(&[
        (
            "main.js",
            "const print = vmImport(1), f = vmImport(2);
            vmExport(1, () => { try { f(1) } catch (e) { print(e) } f(0) });",
        ),
        (
            "host.js",
            "vmExport(2, (x) => { if (x) throw new RangeError('too hot'); throw 'cold'; });",
        ),
    ]);
    for width in ["narrow", "wide"] {
        let arguments = [
            "run", "main.js", "--host", "host.js", "--call", "1", "--width",
        ];
        let assert = folder.command(&with(&arguments, &[width])).assert();
        let assert = assert.failure().stdout("RangeError: too hot\n");
        assert!(stderr(&assert).starts_with("Uncaught cold\n    at "));
    }
}

#[test]
fn stacks_show_the_calls_of_the_program_in_both_widths() {
    let folder = Folder::with_main(
        "function f(x) {\n  return x.y;\n}\n\n\n\
         vmExport(1, () => {\n  [1].map(() => f());\n});",
    );
    for width in ["narrow", "wide"] {
        let message = folder.fails(&["run", "main.js", "--call", "1", "--width", width]);
        let lines: Vec<&str> = message.lines().skip(1).collect();
        let expected = [
            "    at f (main.js:2:12)",
            "    at <anonymous> (main.js:7:17)",
            "    at <anonymous> (main.js:7:7)",
        ];
        assert_eq!(lines, expected, "{width}");
    }
}

#[test]
fn causes_may_be_many_and_their_own() {
    let folder = Folder::with_main(
        "const numbers = [];\n\
         for (let i = 0; i < 3000; i++) numbers.push(20000 + i);\n\
         const error = new AggregateError([1], 'all');\n\
         error.errors = numbers;\n\
         vmExport(1, (n) => {\n  const keep = [];\n  for (let i = 0; i < n; i++) keep.push([i, 'q' + i]);\n  \
         error.cause = { name: 'N', message: 'M', cause: new Error('z') };\n  throw error;\n});\n\
         vmExport(2, () => {\n  const own = new Error('own');\n  own.cause = own;\n  throw own;\n});",
    );
    for n in ["1", "20", "77", "150"] {
        let message = folder.fails(&["run", "main.js", "--call", &format!("1({n})")]);
        let causes: Vec<&str> = (message.lines())
            .filter(|it| it.contains("caused by"))
            .collect();
        assert_eq!(causes.len(), 5, "{message}");
        assert!(causes[0].ends_with("N: M"), "{message}");
        assert!(causes[2].ends_with("20000"), "{message}");
    }
    let message = folder.fails(&["run", "main.js", "--call", "2"]);
    assert!(!message.contains("caused by"), "{message}");
}

#[test]
fn a_fault_that_was_caught_before_the_snapshot_has_its_text_after_it() {
    let folder = Folder::with_main(
        "let saved;\ntry {\n  saved.x;\n} catch (error) {\n  saved = error;\n}\n\
         vmExport(1, () => {\n  throw saved;\n});",
    );
    let message = folder.fails(&["run", "main.js", "--call", "1"]);
    let expected = "Uncaught TypeError: A property of undefined or null was used\n";
    assert!(message.starts_with(expected), "{message}");
}

/// What fails in exports, and what it is about. The library's calls of what it was given aren't the script's.
const FAULTS: &[(&str, &str)] = &[
    ("o.a.c()", "o.a.c is not a function"),
    ("o.list[0]()", "o.list[0] is not a function"),
    ("o.give()()", "o.give() is not a function"),
    (
        "o.give(1, 2)[0](1)()",
        "Cannot read properties of undefined or null (reading [0] of o.give(...))",
    ),
    ("(() => o)()()", "(() => o)() is not a function"),
    ("o.a.f`x`", "o.a.f is not a function"),
    ("o.a?.c()", "o.a?.c is not a function"),
    ("new o.list()", "o.list is not a constructor"),
    ("throw new TypeError('fault 12')", "fault 12"),
    ("C()", "Class constructor C cannot be invoked without 'new'"),
    (
        "o.b.c.d",
        "Cannot read properties of undefined or null (reading 'c' of o.b)",
    ),
    (
        "o.b.c()",
        "Cannot read properties of undefined or null (reading 'c' of o.b)",
    ),
    (
        "o.b['c'] = 1",
        "Cannot set properties of undefined or null (setting 'c' of o.b)",
    ),
    (
        "o.b.c += 1",
        "Cannot read properties of undefined or null (reading 'c' of o.b)",
    ),
    (
        "closed.x = 2",
        "Cannot assign to property 'x' of closed: it is read-only, or can't be added",
    ),
    ("delete closed.x", "Cannot delete closed.x"),
    ("closed = 2", "Assignment to constant variable 'closed'"),
    ("for (const x of o) ;", "o is not iterable"),
    ("[...o.a]", "o.a is not iterable"),
    ("const [x] = o.a", "o.a is not iterable"),
    (
        "const { x } = o.b",
        "Cannot destructure property 'x' of o.b as it is undefined or null",
    ),
    (
        "let x; ({ x } = o.b)",
        "Cannot destructure o.b as it is undefined or null",
    ),
    ("C.peek(o)", "Cannot read private member #p of v"),
    ("'x' in 5", "Cannot use 'in' on 5, which is no object"),
    (
        "o instanceof 5",
        "The right-hand side of 'instanceof', 5, is not a function with a prototype",
    ),
    ("x; let x", "Cannot access 'x' before initialization"),
    (
        "o.list.map(o.a)",
        "o.list.map: the callback is not a function",
    ),
    ("new Map(5)", "new Map: the argument is not iterable"),
    (
        "new Map([1])",
        "new Map: an entry is no object: entries are arrays, [key, value]",
    ),
    (
        "[].reduce((a, b) => a + b)",
        "[].reduce: the array has no element to begin with, and there is no initial value",
    ),
    (
        "'x'.repeat(-1)",
        "'x'.repeat: the count is an integer from 0",
    ),
    (
        "o.list.sort(1)",
        "o.list.sort: the comparison is not a function",
    ),
    (
        "Object.keys(o.b)",
        "Object.keys: undefined and null have no keys",
    ),
    (
        "Object.defineProperty(o, 'x', { get: 1 })",
        "Object.defineProperty: the getter or setter is not a function",
    ),
    (
        "Object.defineProperty(closed, 'y', {})",
        "Object.defineProperty: the property is fixed, or the object takes no more",
    ),
    (
        "Map.prototype.get.call(o, 1)",
        "Map.prototype.get.call: an argument, or `this`, isn't of a type that it works on",
    ),
    (
        "full.push(1)",
        "full.push: a property is read-only, or can't be added",
    ),
    (
        "o.list.map(x => x.y.z)",
        "Cannot read properties of undefined or null (reading 'z' of x.y)",
    ),
    (
        "Promise.all(5)",
        "Promise.all: the argument is not iterable",
    ),
    (
        "JSON.stringify(ring)",
        "JSON.stringify: an object is in itself, directly or through others: JSON has no form for that",
    ),
    (
        "parseInt({ toString: 1, valueOf: 1 }) + 1",
        "parseInt: the object has no `toString` or `valueOf` that gives a primitive",
    ),
    (
        "({ toString: 1, valueOf: 1 }) + 1",
        "the object has no `toString` or `valueOf` that gives a primitive",
    ),
];

#[test]
fn faults_name_what_they_are_about() {
    let mut source = String::from(
        "const o = { a: {}, b: undefined, list: [1], give() {} };\n\
         const closed = Object.freeze({ x: 1 }), full = Object.freeze([1]), ring = {}; ring.ring = ring;\n\
         class C { #p = 1; static peek(v) { return v.#p; } }\n",
    );
    for (id, (code, _)) in FAULTS.iter().enumerate() {
        source.push_str(&format!("vmExport({id}, () => {{ {code}; }});\n"));
    }
    let folder = Folder::with_main(&source);
    folder.succeeds(&["main.js"]);
    for (id, (code, message)) in FAULTS.iter().enumerate() {
        let call = id.to_string();
        let failed = folder.fails(&["run", "main.mvm-bc", "--call", &call]);
        let first = failed.lines().next().unwrap_or_default();
        assert!(
            first.ends_with(&format!("Error: {message}")),
            "{code}: {failed}"
        );
    }
    for width in ["narrow", "wide"] {
        let failed = folder.fails(&["run", "main.js", "--call", "0", "--width", width]);
        assert!(
            failed.starts_with("Uncaught TypeError: o.a.c is not a function\n"),
            "{failed}"
        );
    }
    for (code, message) in FAULTS {
        folder.write(
            "host.js",
            format!(
                "{}\n{{ {code}; }}",
                source.lines().take(3).collect::<Vec<_>>().join("\n")
            ),
        );
        let failed = folder.fails(&["host.js", "--no-snapshot"]);
        assert!(
            failed.lines().next().unwrap_or_default().ends_with(message),
            "{code}: {failed}"
        );
    }
}

#[test]
fn an_assignment_by_what_is_no_index_says_so() {
    let body = "i => { const list = [1]; list[i | 0] = 5; }";
    let folder = Folder::with_main(&format!("vmExport(1, {body});"));
    for width in ["narrow", "wide"] {
        let run = [
            "run", "main.js", "--width", width, "--call", "1(1)", "--call",
        ];
        let message = folder.fails(&with(&run, &["1(-1)"]));
        let expected = "Cannot assign to property [(i | 0)] of list: the key is no index";
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn the_longest_arrays_are_read_to_their_ends() {
    for make in ["new Uint8Array(32752)", "new Array(32752).fill(0)"] {
        let main = format!("const list = {make}; list[32751] = 7; vmExport(1, i => list[i]);");
        let folder = Folder::with_main(&main);
        let printed = folder.build_and_call(&["1(32751)", "1(0)", "1(32752)"]);
        assert_eq!(printed, "=> 7\n=> 0\n", "{make}");
    }
}

#[test]
fn a_name_that_nothing_defines_is_said() {
    for code in ["nowhere()", "[nowhere.x]", "nowhere = 1", "`${nowhere}`"] {
        let folder = Folder::with_main(&format!("vmExport(1, () => {{ {code}; }});"));
        folder.succeeds(&["main.js", "--no-warnings"]);
        let message = folder.fails(&["run", "main.mvm-bc", "--call", "1"]);
        let expected =
            "Uncaught ReferenceError: nowhere is not defined\n    at <anonymous> (main.js:1:";
        assert!(message.starts_with(expected), "{code}: {message}");
    }
}

#[test]
fn a_script_is_built_in_memory_and_resumed_in_either_width() {
    let folder =
        Folder::with_main("console.log('building'); let n = 0.5; vmExport(1, x => n += x);");
    for width in ["narrow", "wide"] {
        let arguments = [
            "run", "main.js", "--width", width, "--call", "1(1)", "--call", "1(2)",
        ];
        assert_eq!(folder.succeeds(&arguments), "building\n=> 1.5\n=> 3.5\n");
    }
    assert_eq!(folder.contents().len(), 1, "nothing was written");
    folder.succeeds(&["main.js"]);
    let message = folder.fails(&["run", "main.mvm-bc", "--width", "wide"]);
    assert!(
        message.contains("images are of the narrow width"),
        "{message}"
    );
}

#[test]
fn calls_are_limited_and_counted() {
    let folder = Folder::with_main(
        "vmExport(1, n => { for (let i = 0; i < n; i++); });\n\
         vmExport(2, () => { let a; for (let i = 0; i < 9999; i++) a = [i]; });",
    );
    for width in ["narrow", "wide"] {
        let first = ["run", "main.js", "--width", width];
        let message = folder.fails(&with(
            &first,
            &["--call", "1(1000)", "--max-instructions", "500"],
        ));
        assert!(message.contains("instruction limit"), "{message}");
        assert!(message.contains("`--max-instructions`"), "{message}");
        // The limit is that of all calls.
        let calls = [
            "--call",
            "1(300)",
            "--call",
            "1(300)",
            "--max-instructions",
            "500",
        ];
        assert!(
            folder
                .fails(&with(&first, &calls))
                .contains("instruction limit")
        );
        let assert = folder
            .command(&with(&first, &["--call", "1(1000)", "--stats"]))
            .assert();
        let stats = stderr(&assert.success());
        let steps: u64 = stats.split(' ').next().unwrap().parse().unwrap();
        assert!((1000..1010).contains(&steps), "{stats}");
    }
    let assert = folder
        .command(&["run", "main.js", "--call", "2", "--stats"])
        .assert();
    let stats = stderr(&assert.success());
    let collections: u64 = stats.split(' ').nth(6).unwrap().parse().unwrap();
    assert!(collections > 10, "{stats}");
    assert!(stats.ends_with("bytes of memory at most\n"), "{stats}");
}

#[test]
fn the_memory_of_a_host_script_is_not_the_devices() {
    let folder = Folder::with_main("const f = vmImport(2); vmExport(1, () => f());");
    folder.write("board.js", "vmExport(2, () => 5);");
    let stats = |host: [&str; 2]| {
        let calls = ["run", "main.js", "--call", "1", "--stats"];
        let assert = folder.command(&with(&calls, &host)).assert();
        stderr(&assert.success())
    };
    assert_eq!(stats(["--host", "board.js"]), stats(["--import", "2=5"]));
}

#[test]
fn a_loop_without_end_is_shown() {
    let folder = Folder::with_main(
        "let n = 0;\nconst f = () => {\n  n++;\n  for (;;) ;\n};\nvmExport(1, f);",
    );
    let run = ["run", "main.js", "--call", "1", "--max-instructions", "100"];
    let error = stderr(&folder.command(&run).assert().failure());
    assert!(error.contains("at f (main.js:4:3)"), "{error}");
    folder.write("loop.js", "let n = 1;\nn++;\nwhile (true) ;");
    let error = stderr(
        &folder
            .command(&["loop.js", "--max-instructions", "100"])
            .assert()
            .failure(),
    );
    assert!(error.contains("--> loop.js:3:1"), "{error}");
}

#[test]
fn an_image_is_verified() {
    let folder = Folder::with_main("vmExport(1, x => x + 'text');");
    folder.succeeds(&["main.js"]);
    let printed = folder.succeeds(&["verify", "main.mvm-bc"]);
    assert!(printed.starts_with("`main.mvm-bc` is whole: "), "{printed}");
    let mut image = folder.read("main.mvm-bc");
    image[40] ^= 1;
    folder.write("main.mvm-bc", &image);
    let message = folder.fails(&["verify", "main.mvm-bc"]);
    assert!(message.starts_with("error: `main.mvm-bc`: "), "{message}");
}

#[test]
fn an_image_that_was_made_wrong_is_not_run() {
    use microvium_format::Operation;
    use microvium_format::image::{HEADER_SIZE, Header};
    let folder = Folder::with_main("vmExport(1, x => x * 2);");
    folder.succeeds(&["main.js"]);
    let mut image = folder.read("main.mvm-bc");
    // A second slot of the frame, which it hasn't.
    let load = image
        .iter()
        .rposition(|&it| it == Operation::Load as u8 | 1);
    image[load.unwrap()] ^= 2;
    let header = Header::parse(image.first_chunk::<HEADER_SIZE>().unwrap());
    header.seal(&mut image);
    folder.write("main.mvm-bc", &image);
    for command in [
        &["verify", "main.mvm-bc"][..],
        &["run", "main.mvm-bc", "--call", "1"],
    ] {
        let message = folder.fails(command);
        assert!(message.contains("malformed at offset"), "{message}");
        assert!(message.contains("the Function at offset"), "{message}");
    }
}

#[test]
fn addresses_are_found_in_the_source() {
    let folder = Folder::with_main(
        "function thrower() {\n  throw 'up';\n}\nvmExport(1, () => {\n  thrower(); thrower();\n});",
    );
    folder.succeeds(&["main.js"]);
    let map = std::fs::read(folder.file("main.mvm-bc.map")).unwrap();
    std::fs::remove_file(folder.file("main.mvm-bc.map")).unwrap();
    let message = folder.fails(&["run", "main.mvm-bc", "--call", "1"]);
    let addresses: Vec<&str> = (message.lines())
        .filter_map(|line| line.strip_prefix("    at "))
        .collect();
    let message = folder.fails(&["symbolize", "main.mvm-bc", addresses[0]]);
    assert!(message.contains("error: there is no map"), "{message}");
    folder.write("main.mvm-bc.map", map);
    let arguments = [&["symbolize", "main.mvm-bc", "3"], &addresses[..]].concat();
    let printed = folder.succeeds(&arguments);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines[0], "0x0003 not in a function");
    assert_eq!(lines[1], format!("{} thrower (main.js:2:3)", addresses[0]));
    assert_eq!(
        lines[2],
        format!("{} <anonymous> (main.js:5:3)", addresses[1])
    );
    // Where a function begins, as `inspect` shows it.
    let inspected = folder.succeeds(&["inspect", "main.mvm-bc"]);
    let head = inspected.lines().find_map(|line| {
        let (address, rest) = line.trim_start().strip_prefix('@')?.split_once(' ')?;
        rest.contains("Function  thrower").then_some(address)
    });
    let printed = folder.succeeds(&["symbolize", "main.mvm-bc", head.unwrap()]);
    assert!(printed.ends_with(" thrower (main.js:1:1)\n"), "{printed}");
    let end = folder.succeeds(&["symbolize", "main.mvm-bc", "0xfff0"]);
    assert_eq!(end, "0xfff0 not in a function\n");
    let mut damaged = folder.read("main.mvm-bc");
    damaged[40] ^= 1;
    folder.write("damaged.mvm-bc", damaged);
    folder.write("damaged.mvm-bc.map", folder.read("main.mvm-bc.map"));
    let message = folder.fails(&["symbolize", "damaged.mvm-bc", "40"]);
    assert!(message.contains("the image is damaged"), "{message}");
    let message = folder.fails(&["symbolize", "main.mvm-bc", "x"]);
    assert!(message.contains("an address is a number"), "{message}");
}

#[test]
fn shells_complete_the_command() {
    let folder = Folder::with(&[]);
    for shell in ["bash", "zsh", "fish"] {
        let script = folder.succeeds(&["--completions", shell]);
        assert!(script.contains("no-snapshot"), "{script}");
    }
    folder.fails(&["--completions", "none"]);
}

#[test]
fn what_json_has_no_form_for_is_printed_as_it_is() {
    let folder = Folder::with_main(
        "const print = vmImport(1);\n\
         vmExport(1, () => { print(NaN); print([-1 / 0, undefined, null]); print({ a: NaN, b: undefined }); return 1 / 0; });",
    );
    folder.succeeds(&["main.js"]);
    for command in [
        &["run", "main.mvm-bc", "--call", "1"][..],
        &["run", "main.js", "--width", "wide", "--call", "1"],
    ] {
        let printed = folder.succeeds(command);
        assert_eq!(
            printed,
            "NaN\n[-Infinity,null,null]\n{\"a\":NaN}\n=> Infinity\n"
        );
    }
}

#[test]
fn an_export_that_is_no_function_says_what_it_is() {
    let folder = Folder::with_main(
        "vmExport(1, 42); vmExport(2, 'x'); vmExport(3, { a: 1 }); vmExport(4, undefined);\n\
         vmExport(5, () => { const none = undefined; none(); });",
    );
    folder.succeeds(&["main.js"]);
    for (call, value) in [
        ("1", "the number 42"),
        ("2", "the string \"x\""),
        ("3", "the object {\"a\":1}"),
        ("4", "undefined"),
    ] {
        let expected = format!("Uncaught TypeError: export {call} is {value}, not a function\n");
        let message = folder.fails(&["run", "main.mvm-bc", "--call", call]);
        assert_eq!(message, expected);
        let message = folder.fails(&["run", "main.js", "--width", "wide", "--call", call]);
        assert_eq!(message, expected);
    }
    let message = folder.fails(&["run", "main.mvm-bc", "--call", "5"]);
    assert!(
        message.starts_with("Uncaught TypeError: none is not"),
        "{message}"
    );
}

/// No image holds its setter if no code names it.
#[test]
fn a_key_of_the_host_that_is_proto_names_an_own_property_in_both_widths() {
    let script = "vmExport(1, key => { const o = {}; o[key] = { x: 7 }; return [o.x, o[key].x, key in {}]; });";
    let folder = Folder::with_main(script);
    folder.succeeds(&["main.js"]);
    let call = "1(\"__proto__\")";
    for command in [
        &["run", "main.mvm-bc", "--call", call][..],
        &["run", "main.js", "--width", "wide", "--call", call],
    ] {
        assert_eq!(folder.succeeds(command), "=> [null,7,false]\n");
    }
    folder.write(
        "main.js",
        format!("{script} vmExport(2, o => o.__proto__);"),
    );
    for width in ["narrow", "wide"] {
        let printed = folder.succeeds(&["run", "main.js", "--width", width, "--call", call]);
        assert_eq!(printed, "=> [7,7,true]\n");
    }
}
