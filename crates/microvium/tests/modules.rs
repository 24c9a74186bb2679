//! Modules that are asked for one after the other, in one build.

use microvium::{Build, Language, Loader, Value};
use std::collections::BTreeMap;

/// Modules by their names; the entries of a session begin with `>`.
struct Sources(BTreeMap<String, String>);

impl Sources {
    fn new(sources: &[(&str, &str)]) -> Sources {
        let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        Sources(sources.iter().map(owned).collect())
    }
}

impl Loader for Sources {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        Ok(specifier.to_owned())
    }
    fn language(&mut self, name: &str) -> Language {
        match name.starts_with('>') {
            true => Language::Session,
            false => Language::JavaScript,
        }
    }
    fn load(&mut self, name: &str) -> Result<String, String> {
        let text = self.0.get(name).cloned();
        text.ok_or_else(|| "there is no such module".to_owned())
    }
}

fn build() -> Build {
    Build::new(Box::new(|_, _| ()), 10_000_000).unwrap()
}

#[test]
fn a_script_waits_for_all_of_the_cycle_that_it_asks_for() {
    let mut sources = Sources::new(&[
        ("one", "import('waits');"),
        ("waits", "import 'back'; await new Promise(() => {});"),
        ("back", "import 'waits';"),
        ("two", "import 'back'; vmExport(1, () => 4);"),
    ]);
    let mut build = build();
    build.evaluate("one", &mut sources).unwrap();
    let error = build.evaluate("two", &mut sources).unwrap_err();
    assert!(error.to_string().contains("what waits awaits"), "{error}");
}

#[test]
fn what_one_script_may_import_another_one_does() {
    let mut sources = Sources::new(&[
        (
            "one",
            "globalThis.log = []; vmExport(1, () => import('later'));",
        ),
        ("later", "log.push('later');"),
        (
            "two",
            "import 'later'; log.push('two'); vmExport(2, () => log.join());",
        ),
    ]);
    let mut build = build();
    build.evaluate("one", &mut sources).unwrap();
    build.evaluate("two", &mut sources).unwrap();
    build.call(1, &[]).unwrap();
    let log = build.call(2, &[]).unwrap();
    assert_eq!(log, Value::String("later,two".into()));
}

#[test]
fn a_module_that_failed_stays_so_for_a_session() {
    let mut sources = Sources::new(&[
        ("fails", "export const x = 1; throw 5;"),
        (">1", "import 'fails';"),
        (">2", "await import('fails');"),
    ]);
    let mut build = build();
    for entry in [">1", ">2"] {
        assert!(build.evaluate_session(entry, &mut sources).is_err());
    }
}

#[test]
fn one_of_a_thousand_modules_awaits() {
    let mut sources = BTreeMap::from([("999".to_owned(), "await 0; globalThis.n = 1;".to_owned())]);
    for number in 0..999 {
        let text = format!("import '{}'; n++;", number + 1);
        sources.insert(number.to_string(), text);
    }
    let mut build = build();
    build.evaluate("0", &mut Sources(sources)).unwrap();
    build
        .evaluate("x", &mut Sources::new(&[("x", "vmExport(1, () => n);")]))
        .unwrap();
    assert_eq!(build.call(1, &[]).unwrap(), Value::Number(1000.0));
}
