//! `microvium run` as a firmware that has less: parts of the engine, heap, stack.

mod common;

use common::{Folder, check, stderr};

fn with<'a>(first: &[&'a str], options: &[&'a str]) -> Vec<&'a str> {
    [first, options].concat()
}

#[test]
fn a_snapshot_that_needs_a_missing_part_is_refused_as_a_firmware_does() {
    for (source, part, error) in [
        (
            "vmExport(1, x => x / 3);",
            "float",
            "needs float arithmetic, which this engine was linked without (error 28)",
        ),
        (
            "vmExport(1, x => [x].map(y => y));",
            "library",
            "needs a part that this engine doesn't have (error 35)",
        ),
        ("vmExport(1, x => x ** 3);", "power", "(error 35)"),
        (
            "vmExport(1, x => new WeakSet().add(x));",
            "weak",
            "(error 35)",
        ),
        (
            "vmExport(1, x => new Int16Array(x)[0]);",
            "typed-arrays",
            "(error 70)",
        ),
    ] {
        let folder = Folder::with_main(source);
        folder.succeeds(&["main.js"]);
        let run = ["run", "main.mvm-bc", "--call", "1"];
        let message = folder.fails(&with(&run, &["--without", part]));
        check(&message, &["error: can't resume `main.mvm-bc`: ", error]);
        let help = format!("help: it needs `{part}`, which `--without` takes away");
        assert!(message.contains(&help), "{message}");
    }
}

#[test]
fn several_parts_may_be_missing_that_a_snapshot_does_not_need() {
    let folder = Folder::with_main("vmExport(1, x => x + 1);");
    folder.succeeds(&["main.js"]);
    let run = ["run", "main.mvm-bc", "--call", "1(2)"];
    let without = [
        "--without",
        "float-text,power,library",
        "--without",
        "weak,typed-arrays",
    ];
    assert_eq!(folder.succeeds(&with(&run, &without)), "=> 3\n");
    let message = folder.fails(&["run", "main.mvm-bc", "--without", "floats"]);
    assert!(message.contains("'float'"), "{message}");
}

#[test]
fn what_only_turns_out_to_need_a_part_throws() {
    let folder = Folder::with_main("vmExport(1, x => `${x / 2}`);");
    folder.succeeds(&["main.js"]);
    let run = ["run", "main.mvm-bc", "--without", "float-text", "--call"];
    assert_eq!(folder.succeeds(&with(&run, &["1(4)"])), "=> \"2\"\n");
    let message = folder.fails(&with(&run, &["1(3)"]));
    check(
        &message,
        &["Uncaught Error: ", "linked without", "main.js:1:"],
    );
}

#[test]
fn heap_and_stack_have_the_limits_of_a_firmware() {
    let folder = Folder::with_main(
        "const list = [];
         vmExport(1, count => { while (count-- > 0) list.push(count); });
         vmExport(2, function down(depth) { return depth ? 1 + down(depth - 1) : 0; });",
    );
    folder.succeeds(&["main.js"]);
    let run = [
        "run",
        "main.mvm-bc",
        "--heap",
        "2000",
        "--stack",
        "1024",
        "--call",
    ];
    assert_eq!(folder.succeeds(&with(&run, &["1(300)"])), "");
    let message = folder.fails(&with(&run, &["1(2000)"]));
    check(
        &message,
        &["Uncaught RangeError: The heap has reached its limit"],
    );
    assert_eq!(folder.succeeds(&with(&run, &["2(20)"])), "=> 20\n");
    let message = folder.fails(&with(&run, &["2(200)"]));
    check(&message, &["Uncaught RangeError: Calls are nested deeper"]);
    let message = folder.fails(&["run", "main.mvm-bc", "--heap", "2"]);
    assert!(
        message.contains("more memory than the engine's limit (error 30)"),
        "{message}"
    );
    let message = folder.fails(&["run", "main.mvm-bc", "--heap", "65535"]);
    assert!(message.contains("65534"), "{message}");
}

#[test]
fn a_device_is_of_the_narrow_width() {
    let folder = Folder::with_main("vmExport(1, () => 1);");
    let run = ["run", "main.js", "--width", "wide", "--heap", "2000"];
    check(
        &folder.fails(&run),
        &["error: ", "about the device's engine"],
    );
}

#[test]
fn a_promise_that_the_script_does_not_get_is_warned_of() {
    let folder = Folder::with(&[
        (
            "main.js",
            "const ask = vmImport(2);\n\
             vmExport(1, () => { ask(); for (let i = 0; i < 2; i++) String(ask()); });\n\
             vmExport(2, () => { ask(); });\n\
             vmExport(3, () => ask());",
        ),
        ("later.js", "vmExport(2, async () => 5);"),
        ("promise.js", "vmExport(2, () => Promise.resolve(5));"),
        ("plain.js", "vmExport(2, () => 5);"),
    ]);
    folder.succeeds(&["main.js"]);
    let run = |host, call| {
        let arguments = ["run", "main.mvm-bc", "--host", host, "--call", call];
        stderr(&folder.command(&arguments).assert().success())
    };
    for host in ["later.js", "promise.js"] {
        let warning = run(host, "1");
        let first = "warning: import 2 (ask) gave a promise, and the script got undefined";
        check(&warning, &[first, "(main.js:2:63)", "help: ", "`await` it"]);
        assert_eq!(warning.matches("warning").count(), 1, "{warning}");
        // Nobody misses what nobody looks at.
        assert_eq!(run(host, "2"), "");
        check(&run(host, "3"), &[first, "(main.js:4:19)"]);
    }
    assert_eq!(run("plain.js", "1"), "");
}
