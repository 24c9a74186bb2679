//! The limit of steps ends whatever a script does.

use microvium::{Build, BuildError, Loader, Machine, Resumed, RunError, Snapshot, Value};
use microvium_format::ErrorCode;
use std::collections::BTreeMap;

/// The one module of a program.
struct Source(String);

impl Loader for Source {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        Err(format!("there is no module `{specifier}`"))
    }
    fn load(&mut self, _: &str) -> Result<String, String> {
        Ok(self.0.clone())
    }
}

/// What `main` is at the end of a program that may take so many steps before its snapshot.
fn build(source: &str, steps: u64) -> Result<Snapshot, BuildError> {
    let mut build = Build::new(Box::new(|_, _| ()), steps)?;
    build.evaluate("main.js", &mut Source(source.to_owned()))?;
    build.snapshot()
}

/// Whether a call went into the limit.
fn is_limited(result: Result<Value, RunError>) -> bool {
    match result {
        Ok(_) => false,
        Err(RunError::Uncaught(thrown)) if thrown.code == ErrorCode::InstructionCountReached => {
            true
        }
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn a_script_does_not_catch_that_its_steps_are_used_up() {
    let source = "\
        const nothing = () => {};
        function stubborn() {
            for (;;) {
                try {
                    for (;;) nothing();
                } catch {
                    try { stubborn(); } catch { nothing(); } finally { continue; }
                }
            }
        }
        vmExport(1, stubborn);";
    let snapshot = build(source, 1_000_000).unwrap();
    let mut machine = Machine::restore(snapshot.bytes(), BTreeMap::new()).unwrap();
    machine.limit_steps(1_000);
    assert!(is_limited(machine.call(1, &[])));
}

/// Ways of entering a function: something to enter; the next one, which enters that, named `p`, twice where `$` stands;
/// and how that is done.
const WAYS: &[[&str; 3]] = &[
    ["() => 0", "() => { $ }", "p()"],
    ["() => 0", "() => { $ }", "p(...[])"],
    ["() => 0", "() => { $ }", "p.call(null)"],
    ["() => 0", "() => { $ }", "p.apply(null, [])"],
    ["() => 0", "() => { $ }", "Reflect.apply(p, null, [])"],
    ["() => 0", "() => { $ }", "p.bind()()"],
    ["() => 0", "() => { $ }", "p?.()"],
    ["() => 0", "() => { $ }", "p``"],
    ["() => 0", "() => { $ }", "[0].map(p)"],
    ["{ f() {} }", "{ f() { $ } }", "p.f()"],
    ["{ x: 0 }", "{ get x() { $ return 0; } }", "p.x"],
    ["{ x: 0 }", "{ get x() { $ return 0; } }", "p[k]"],
    ["{ x: 0 }", "{ get x() { $ return 0; } }", "const { x } = p"],
    ["{ x: 0 }", "{ get x() { $ return 0; } }", "({ ...p })"],
    [
        "{ x: 0 }",
        "{ get x() { $ return 0; }, set x(_) {} }",
        "p.x += 1",
    ],
    ["{ x() {} }", "{ get x() { $ return Number; } }", "p.x()"],
    ["{ x() {} }", "{ get x() { $ return Number; } }", "p[k]()"],
    [
        "{ x: 0 }",
        "{ __proto__: p, get x() { super.x; super.x; return 0; } }",
        "p.x",
    ],
    ["{ x: 0 }", "{ set x(_) { $ } }", "p.x = 0"],
    ["{ x: 0 }", "{ set x(_) { $ } }", "p[k] = 0"],
    ["{ x: 0 }", "{ set x(_) { $ } }", "[p.x] = [0]"],
    ["class {}", "class { constructor() { $ } }", "new p"],
    ["class {}", "class { constructor() { $ } }", "new p(...[])"],
    [
        "class {}",
        "class { constructor() { $ } }",
        "Reflect.construct(p, [])",
    ],
    [
        "class {}",
        "class extends p { constructor() { new p; super(); } }",
        "new p",
    ],
    [
        "class {}",
        "class extends p { constructor() { $ return {}; } }",
        "new p",
    ],
    ["class {}", "class { x = (new p, new p, 0); }", "new p"],
    [
        "class {}",
        "class { constructor(a = new p) { new p; } }",
        "new p",
    ],
    ["function () {}", "function () { $ }", "new p"],
    ["1", "{ valueOf() { $ return 1; } }", "+p"],
    ["1", "{ valueOf() { $ return 1; } }", "p + 1"],
    ["1", "{ valueOf() { $ return 1; } }", "p * p"],
    ["1", "{ valueOf() { $ return 1; } }", "p < 2"],
    ["1", "{ valueOf() { $ return 1; } }", "p == 1"],
    ["1", "{ valueOf() { $ return 1; } }", "-p"],
    ["1", "{ valueOf() { $ return 1; } }", "~p"],
    ["1", "{ valueOf() { $ return 1; } }", "list.length = p"],
    ["'x'", "{ toString() { $ return 'x'; } }", "`${p}`"],
    ["'x'", "{ toString() { $ return 'x'; } }", "one[p]"],
    ["'x'", "{ toString() { $ return 'x'; } }", "one[p] = 1"],
    ["'x'", "{ toString() { $ return 'x'; } }", "p in one"],
    ["'x'", "{ toString() { $ return 'x'; } }", "delete one[p]"],
    ["'x'", "{ toString() { $ return 'x'; } }", "({ [p]: 1 })"],
    [
        "'x'",
        "{ [Symbol.toPrimitive]() { $ return 'x'; } }",
        "`${p}`",
    ],
    [
        "Number",
        "{ [Symbol.hasInstance]() { $ return true; } }",
        "1 instanceof p",
    ],
    ["[]", "{ *[Symbol.iterator]() { $ } }", "[...p]"],
    ["[]", "{ *[Symbol.iterator]() { $ } }", "const [a] = p"],
    [
        "[]",
        "{ *[Symbol.iterator]() { $ } }",
        "for (const a of p) ;",
    ],
    [
        "[]",
        "{ *[Symbol.iterator]() { yield* p; yield* p; } }",
        "for (const a of p) ;",
    ],
    [
        "() => 0",
        "() => { try { $ } finally { throw 1; } }",
        "try { p(); } catch {}",
    ],
    ["() => 0", "async () => { $ }", "p()"],
    ["() => 0", "async () => { await p(); await p(); }", "p()"],
    ["async () => 0", "async () => { p(); await 0; p(); }", "p()"],
];

/// A program that enters 2 to the power of the depth, in steps of calls and jumps backwards that are few.
fn program([first, next, enter]: &[&str; 3], depth: u32, end: &str) -> String {
    let next = next.replace('$', &format!("{{ {enter}; }} {{ {enter}; }}"));
    format!(
        "let k = 'x';
        const one = {{ x: 1 }}, list = [];
        const run = () => {{
            let p = ({first});
            for (let i = 0; i < {depth}; i++) p = ((p) => ({next}))(p);
            {enter};
        }};
        k = 'x';
        {end};"
    )
}

/// A program whose export runs.
fn exports(way: &[&str; 3], depth: u32) -> Snapshot {
    build(&program(way, depth, "vmExport(1, run)"), 1_000_000).unwrap()
}

#[test]
fn every_way_of_entering_a_function_is_a_step() {
    const STEPS: u64 = 10_000;
    for way in WAYS {
        println!("{way:?}");
        let snapshot = exports(way, 25);
        let mut machine = Machine::restore(snapshot.bytes(), BTreeMap::new()).unwrap();
        machine.limit_steps(STEPS);
        assert!(is_limited(machine.call(1, &[])));
        let mut resumed = Resumed::restore(&snapshot, BTreeMap::new()).unwrap();
        resumed.limit_steps(STEPS);
        assert!(is_limited(resumed.call(1, &[])));
        let error = build(&program(way, 25, "run()"), STEPS).err();
        let code = error.and_then(|error| error.code());
        assert_eq!(code, Some(ErrorCode::InstructionCountReached));
    }
}

#[test]
fn a_limit_may_be_anywhere() {
    for way in WAYS {
        println!("{way:?}");
        let snapshot = exports(way, 3);
        let mut machine = Machine::restore(snapshot.bytes(), BTreeMap::new()).unwrap();
        let mut limit = 0;
        loop {
            let taken = machine.statistics().steps;
            machine.limit_steps(limit);
            if !is_limited(machine.call(1, &[])) {
                break;
            }
            assert_eq!(machine.statistics().steps - taken, limit);
            limit += 1;
        }
        assert!(limit > 8);
        let mut resumed = Resumed::restore(&snapshot, BTreeMap::new()).unwrap();
        let mut limit = 0;
        loop {
            resumed.limit_steps(limit);
            if !is_limited(resumed.call(1, &[])) {
                break;
            }
            assert_eq!(resumed.steps_left(), 0);
            limit += 1;
        }
        assert!(limit > 8);
    }
}
