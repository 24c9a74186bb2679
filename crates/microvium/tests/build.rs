//! Scripts run in the build-time VM.

use microvium::{Build, Loader, Value};

struct One(&'static str);

impl Loader for One {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        Err(format!("there is no module `{specifier}`"))
    }
    fn load(&mut self, _: &str) -> Result<String, String> {
        Ok(self.0.to_owned())
    }
}

fn call(source: &'static str, id: u16, arguments: &[Value]) -> Value {
    let mut build = Build::new(Box::new(|_, _| ()), 1_000_000).unwrap();
    build
        .evaluate("main.js", &mut One(source))
        .unwrap_or_else(|error| panic!("{error}"));
    build
        .call(id, arguments)
        .unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn an_export_is_called() {
    let source = "for (let i = 1; i <= 3; i++) vmExport(i, () => 41 + i);";
    for (id, result) in [(1, 42.0), (2, 43.0), (3, 44.0)] {
        assert_eq!(call(source, id, &[]), Value::Number(result));
    }
}

/// The bytes of the image of a script.
fn size(source: &'static str) -> usize {
    let mut build = Build::new(Box::new(|_, _| ()), 1_000_000).unwrap();
    build
        .evaluate("main.js", &mut One(source))
        .unwrap_or_else(|error| panic!("{error}"));
    let snapshot = build.snapshot();
    let snapshot = snapshot.unwrap_or_else(|error| panic!("{error}"));
    snapshot.bytes().len()
}

/// Conversion of objects is hundreds of bytes of the library.
#[test]
fn behind_a_type_test_no_image_converts_objects() {
    let converting = size(
        "const values = { list: [1], amount: 4 };
        vmExport(1, (key) => values[key] * 2);",
    );
    let testing = size(
        "const values = { list: [1], amount: 4 };
        vmExport(1, (key) => typeof values[key] === 'number' ? values[key] * 2 : 0);",
    );
    let knowing = size(
        "const values = { list: [1], amount: 4 };
        vmExport(1, (key) => {
          const value = values[key];
          return typeof value === 'number' ? value * 2 : 0;
        });",
    );
    assert!(knowing < 200, "{knowing}");
    assert!(converting > 800, "{converting}");
    // What is read anew may be something else.
    assert!(testing > 800, "{testing}");
}

/// What the library does for an object as a key is done to that object alone.
#[test]
fn an_object_as_a_key_matters_to_its_operation() {
    let apart = size(
        "const key = [1], list = [1, 2], settings = { a: 1 };
        vmExport(1, () => list[key]);
        vmExport(2, (name) => { settings[name] = 2; });",
    );
    let mixed = size(
        "const key = [1], list = [1, 2], settings = { a: 1 };
        vmExport(1, () => list[key]);
        vmExport(2, (name) => { list[[name]] = 2; });",
    );
    assert!(apart + 1000 < mixed, "{apart}, {mixed}");
}
