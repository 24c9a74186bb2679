//! Host functions in Rust that begin what ends later.

use microvium::value::Content;
use microvium::{
    AsyncFunction, Build, BuildError, Function, Loader, Machine, Promise, Resumed, RunError,
    Started, Value,
};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

struct Script;

impl Loader for Script {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        Err(format!("there is no module `{specifier}`"))
    }
    fn load(&mut self, _: &str) -> Result<String, String> {
        Ok("\
            const print = vmImport(1), begin = vmImport(2);
            vmExport(1, async name => {
                try {
                    print(`${name} got ${await begin(name)}`);
                } catch (error) {
                    print(`${name} failed: ${error}`);
                }
            });
            vmExport(2, async () => { await begin('lost'); });"
            .to_owned())
    }
}

fn text(text: &str) -> Value {
    Value::String(text.into())
}

#[test]
fn promises_are_settled_in_any_order_and_once() {
    let mut build = Build::new(Box::new(|_, _| ()), 1_000_000).unwrap();
    build.evaluate("main.js", &mut Script).unwrap();
    let snapshot = build.snapshot().unwrap();
    let printed = Rc::new(RefCell::new(Vec::new()));
    let begun: Rc<RefCell<Vec<Started>>> = Rc::default();
    let lines = printed.clone();
    let print: Function = Box::new(move |values| {
        lines.borrow_mut().push(values[0].to_line());
        Ok(Value::Undefined)
    });
    let all = begun.clone();
    let begin: AsyncFunction = Box::new(move |values, started| {
        assert_eq!(values.len(), 1);
        all.borrow_mut().push(started);
    });
    let imports = BTreeMap::from([(1, print)]);
    let later = BTreeMap::from([(2, begin)]);
    let mut machine = Machine::restore_async(snapshot.bytes(), imports, later).unwrap();
    for name in ["a", "b", "c"] {
        machine.call(1, &[text(name)]).unwrap();
    }
    machine.call(2, &[]).unwrap();
    machine.collect();
    let begun = begun.take();
    machine.settle(begun[1], Ok(text("second"))).unwrap();
    machine.settle(begun[0], Err(Value::Number(1.0))).unwrap();
    machine.settle(begun[1], Ok(text("again"))).unwrap();
    assert_eq!(printed.take(), ["b got second", "a failed: 1"]);
    let lost = machine.settle(begun[3], Err(text("reason")));
    assert!(matches!(lost, Err(RunError::Uncaught(thrown)) if thrown.message == "reason"));
    // What never ends is in nobody's way.
    machine.collect();
}

/// An import that begins something, and what it has begun.
fn beginner() -> (AsyncFunction, Rc<RefCell<Vec<Started>>>) {
    let begun: Rc<RefCell<Vec<Started>>> = Rc::default();
    let all = begun.clone();
    (
        Box::new(move |_, started| all.borrow_mut().push(started)),
        begun,
    )
}

fn printer() -> (Function, Rc<RefCell<Vec<String>>>) {
    let printed: Rc<RefCell<Vec<String>>> = Rc::default();
    let lines = printed.clone();
    let print: Function = Box::new(move |values| {
        lines.borrow_mut().push(values[0].to_line());
        Ok(Value::Undefined)
    });
    (print, printed)
}

#[test]
fn promises_are_settled_before_the_snapshot() {
    let mut build = Build::new(Box::new(|_, _| ()), 1_000_000).unwrap();
    let ((print, printed), (begin, begun)) = (printer(), beginner());
    build.bind_import(1, print);
    build.bind_async(2, begin);
    build.evaluate("main.js", &mut Script).unwrap();
    for name in ["a", "b"] {
        build.call(1, &[text(name)]).unwrap();
    }
    build.call(2, &[]).unwrap();
    let begun = begun.take();
    build.settle(begun[1], Err(text("late"))).unwrap();
    build.settle(begun[0], Ok(Value::Number(5.0))).unwrap();
    build.settle(begun[0], Ok(text("again"))).unwrap();
    assert_eq!(printed.take(), ["b failed: late", "a got 5"]);
    let lost = build.settle(begun[2], Err(text("reason")));
    assert!(matches!(lost, Err(BuildError::Uncaught { thrown, .. }) if thrown.message == "reason"));
    build.snapshot().unwrap();
}

#[test]
fn promises_are_settled_in_a_resumed_snapshot() {
    let mut build = Build::new(Box::new(|_, _| ()), 1_000_000).unwrap();
    build.evaluate("main.js", &mut Script).unwrap();
    let snapshot = build.snapshot().unwrap();
    let ((print, printed), (begin, begun)) = (printer(), beginner());
    let imports = BTreeMap::from([(1, print)]);
    let later = BTreeMap::from([(2, begin)]);
    let mut resumed = Resumed::restore_async(&snapshot, imports, later).unwrap();
    resumed.call(1, &[text("a")]).unwrap();
    resumed.call(2, &[]).unwrap();
    let begun = begun.take();
    resumed.settle(begun[0], Ok(text("value"))).unwrap();
    resumed.settle(begun[0], Ok(text("again"))).unwrap();
    assert_eq!(printed.take(), ["a got value"]);
    let lost = resumed.settle(begun[1], Err(text("reason")));
    assert!(matches!(lost, Err(RunError::Uncaught(thrown)) if thrown.message == "reason"));
}

/// Settled, or never to be.
fn promises() -> [Value; 3] {
    let fulfilled = Promise::Fulfilled(Box::new(Value::Number(7.0)));
    let promise = |content| Value::Instance {
        class: "Promise".to_owned(),
        properties: Vec::new(),
        content: Content::Promise(content),
    };
    [
        promise(fulfilled),
        Value::rejected(text("off")),
        promise(Promise::Pending),
    ]
}

#[test]
fn a_function_may_return_a_promise() {
    let mut build = Build::new(Box::new(|_, _| ()), 1_000_000).unwrap();
    let (print, printed) = printer();
    build.bind_import(1, print);
    // By the length of a name.
    build.bind_import(2, |values| {
        Ok(promises()[values[0].to_line().len() - 1].clone())
    });
    build.evaluate("main.js", &mut Script).unwrap();
    let snapshot = build.snapshot().unwrap();
    for name in ["a", "bb", "ccc"] {
        build.call(1, &[text(name)]).unwrap();
    }
    let expected = ["a got 7", "bb failed: off"];
    assert_eq!(printed.take(), expected);
    let (print, printed) = printer();
    let begin: Function = Box::new(|values| Ok(promises()[values[0].to_line().len() - 1].clone()));
    let imports = BTreeMap::from([(1, print), (2, begin)]);
    let mut machine = Machine::restore(snapshot.bytes(), imports).unwrap();
    for name in ["a", "bb", "ccc"] {
        machine.call(1, &[text(name)]).unwrap();
    }
    assert_eq!(printed.take(), expected);
}

struct Careless;

impl Loader for Careless {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        Err(format!("there is no module `{specifier}`"))
    }
    fn load(&mut self, _: &str) -> Result<String, String> {
        Ok(
            "const begin = vmImport(2); vmExport(1, () => { begin(); return begin(); });"
                .to_owned(),
        )
    }
}

#[test]
fn promises_that_scripts_do_not_get_are_known() {
    let mut build = Build::new(Box::new(|_, _| ()), 1_000_000).unwrap();
    build.evaluate("main.js", &mut Careless).unwrap();
    let snapshot = build.snapshot().unwrap();
    let (begin, begun) = beginner();
    let later = BTreeMap::from([(2, begin)]);
    let mut machine = Machine::restore_async(snapshot.bytes(), BTreeMap::new(), later).unwrap();
    for _ in 0..2 {
        assert_eq!(machine.call(1, &[]).unwrap(), Value::Undefined);
    }
    for started in begun.take() {
        machine.settle(started, Ok(Value::Null)).unwrap();
    }
    let lost = machine.lost_promises();
    assert_eq!(lost.iter().map(|it| it.import).collect::<Vec<_>>(), [2]);
    assert_eq!(lost[0].calls.len(), 1);
}
