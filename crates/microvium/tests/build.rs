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
