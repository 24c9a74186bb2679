//! `microvium run`: promises, of the script that plays the host and of exports.

mod common;

use common::Folder;

fn with<'a>(first: &[&'a str], options: &[&'a str]) -> Vec<&'a str> {
    [first, options].concat()
}

#[test]
fn async_functions_of_a_script_that_plays_the_host_give_promises() {
    let folder = Folder::with(&[
        (
            "main.js",
            "const print = vmImport(1), read = vmImport(2), fail = vmImport(3), never = vmImport(4), list = vmImport(5);\n\
             vmExport(1, async () => { print(await read(5)); print(await read(1)); });\n\
             vmExport(2, async () => { try { await fail(); } catch (e) { print('caught ' + e); } });\n\
             vmExport(3, async () => { await never(); print('never'); });\n\
             vmExport(4, async () => { try { await list(); } catch (e) { print(e); } });\n\
             vmExport(5, async () => { await fail(); });\n",
        ),
        (
            "board.js",
            "let level = 20;\nvmExport(2, async (by) => { await null; return level += by; });\n\
             vmExport(3, async () => { await null; throw new RangeError('no'); });\n\
             vmExport(4, async () => { await new Promise(() => {}); });\n\
             vmExport(5, async () => [1]);",
        ),
    ]);
    for width in ["narrow", "wide"] {
        let run = ["run", "main.js", "--width", width, "--host", "board.js"];
        let calls = ["--call", "1", "--call", "2", "--call", "3", "--call", "4"];
        let printed = folder.succeeds(&with(&run, &calls));
        assert_eq!(
            printed,
            "25\n26\ncaught RangeError: no\n=> Promise {<pending>}\n\
             import 5 returned [1]; only primitives can be passed to a resumed snapshot\n"
        );
        let message = folder.fails(&with(&run, &["--call", "5"]));
        assert_eq!(message, "Uncaught RangeError: no\n");
        let other = ["--import", "3=1", "--call", "5"];
        assert_eq!(folder.succeeds(&with(&run, &other)), "");
    }
}

#[test]
fn promises_that_a_script_returns_as_the_host_are_promises() {
    let folder = Folder::with(&[
        (
            "main.js",
            "const print = vmImport(1), ask = vmImport(2);\n\
             vmExport(1, async () => { print(await ask(1)); try { await ask(0); } catch (e) { print(e); } });\n\
             vmExport(2, async () => { await ask(2); print('never'); });\n\
             vmExport(3, async () => ask(0));\n\
             vmExport(4, () => { ask(3); });",
        ),
        (
            "board.js",
            "vmExport(2, x => x === 3 ? Promise.resolve([1]) : x === 2 ? new Promise(() => {})\n\
             : new Promise((yes, no) => x ? yes(x) : no(new Error('off'))));",
        ),
    ]);
    for width in ["narrow", "wide"] {
        let run = ["run", "main.js", "--width", width, "--host", "board.js"];
        let printed = folder.succeeds(&with(&run, &["--call", "1", "--call", "2"]));
        assert_eq!(printed, "1\nError: off\n=> Promise {<pending>}\n");
        let message = folder.fails(&with(&run, &["--call", "3"]));
        assert_eq!(message, "Uncaught Error: off\n");
        let message = folder.fails(&with(&run, &["--call", "4"]));
        assert!(message.contains("import 2 returned [1]"), "{message}");
    }
}

#[test]
fn promises_of_a_host_need_no_await() {
    for (body, printed) in [
        ("() => { ask(); }", ""),
        ("() => { ask().then(print); }", "5\n"),
        ("() => { ask().finally(() => print(1)); }", "1\n"),
        ("() => { ask().catch(print); }", ""),
        ("async () => ask()", "=> 5\n"),
        (
            "() => { Promise.all([ask(), 1]).then(it => print(it.join())); }",
            "5,1\n",
        ),
        ("() => { Promise.race([ask()]).then(print); }", "5\n"),
        (
            "() => { Promise.resolve(1).then(() => ask()).then(print); }",
            "5\n",
        ),
        ("() => { new Promise(it => it(ask())).then(print); }", "5\n"),
    ] {
        let main = format!("const print = vmImport(1), ask = vmImport(2);\nvmExport(1, {body});");
        let async_host = "vmExport(2, async () => 5);";
        let plain_host = "vmExport(2, () => Promise.resolve(5));";
        for host in [async_host, plain_host] {
            let folder = Folder::with(&[("main.js", &main), ("board.js", host)]);
            for width in ["narrow", "wide"] {
                let run = ["run", "main.js", "--width", width, "--host", "board.js"];
                let output = folder.succeeds(&with(&run, &["--call", "1"]));
                assert_eq!(output, printed, "{body}, {host}, {width}");
            }
        }
    }
}

#[test]
fn of_a_promise_the_result_is_printed() {
    for (body, printed) in [
        ("async () => 42", "=> 42\n"),
        ("async () => {}", ""),
        (
            "async () => { await 1; return { a: [1] }; }",
            "=> {\"a\":[1]}\n",
        ),
        ("() => new Promise(() => {})", "=> Promise {<pending>}\n"),
        (
            "() => { const it = Promise.reject('no'); it.catch(() => 0); return it; }",
            "=> Promise {<rejected> \"no\"}\n",
        ),
        (
            "(C => () => new C())(class { #a = 1; #b; #c; #d; a() { return this.#a; } })",
            "=> {}\n",
        ),
        (
            "async () => { const it = {}; it.it = it; return it; }",
            "=> {\"it\":null}\n",
        ),
    ] {
        let folder = Folder::with_main(&format!("vmExport(1, {body});"));
        for width in ["narrow", "wide"] {
            let run = ["run", "main.js", "--width", width, "--call", "1"];
            assert_eq!(folder.succeeds(&run), printed, "{body}, {width}");
        }
    }
}
