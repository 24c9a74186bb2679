//! Top-level code of any size.

use microvium::{Build, Loader, Machine, Value};
use std::collections::BTreeMap;
use std::fmt::Write;

struct Source(String);

impl Loader for Source {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        Err(format!("there is no module `{specifier}`"))
    }
    fn load(&mut self, _: &str) -> Result<String, String> {
        Ok(self.0.clone())
    }
}

fn evaluate(source: String) -> Result<Build, String> {
    let mut build = Build::new(Box::new(|_, _| ()), 10_000_000).unwrap();
    match build.evaluate("large.js", &mut Source(source)) {
        Ok(()) => Ok(build),
        Err(error) => Err(error.to_string()),
    }
}

#[test]
fn code_that_is_larger_than_a_function_may_be_runs_in_order() {
    let mut source = String::from("let sum = 0; const early = () => late; const object = {};\n");
    for number in 0..8_000 {
        writeln!(
            source,
            "sum += {}; object.k{} = sum;",
            number % 7 + 1000,
            number % 5
        )
        .unwrap();
    }
    source.push_str("const late = object.k4; vmExport(1, () => sum + early() + object.k3);");
    let mut build = evaluate(source).unwrap();
    let expected: f64 = (0..8_000).map(|number| f64::from(number % 7 + 1000)).sum();
    let before_last = expected - f64::from(7_999 % 7 + 1000);
    let snapshot = build.snapshot().unwrap();
    let mut machine = Machine::restore(snapshot.bytes(), BTreeMap::new()).unwrap();
    let Ok(Value::Number(found)) = machine.call(1, &[]) else {
        panic!("it gives a number");
    };
    assert_eq!(found, expected + expected + before_last);
}

#[test]
fn a_variable_stays_in_its_dead_zone_across_the_parts() {
    let mut source = String::from("const early = () => late;\n");
    for number in 0..1_000 {
        writeln!(source, "globalThis.x{number} = {number};").unwrap();
    }
    source.push_str("early(); let late = 1;");
    let message = evaluate(source).err().unwrap();
    assert!(message.contains("ReferenceError"), "{message}");
}

#[test]
fn what_is_thrown_ends_all_parts() {
    let mut source = String::from("throw 'first';\n");
    for number in 0..1_000 {
        writeln!(source, "globalThis.x{number} = {number};").unwrap();
    }
    source.push_str("throw 'last';");
    let message = evaluate(source).err().unwrap();
    assert!(message.contains("first"), "{message}");
}
