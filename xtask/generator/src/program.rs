//! A program: its modules, and the calls that are made of its exports.

use crate::generator::Generator;
use crate::grammar::Grammar;
use crate::modules::{MAIN, PRELUDE};
use crate::tree::{Node, indent};
use microvium::Value;
use std::collections::BTreeMap;

/// A program.
#[derive(Clone)]
pub struct Program {
    pub modules: Vec<Module>,
    pub calls: Vec<Call>,
    /// Whether it tells errors apart.
    pub knows_errors: bool,
}

/// A module: its items after the imports that all have.
#[derive(Clone)]
pub struct Module {
    pub file: String,
    pub items: Vec<Node>,
}

/// A call of an export.
#[derive(Clone)]
pub struct Call {
    pub id: u16,
    pub arguments: Vec<Value>,
}

/// What `caught` prints: the class of an error, whose message is the engine's own, or any other value.
const CAUGHT: &str = "export function caught(e) {
  print(e instanceof TypeError ? 'TypeError' : e instanceof RangeError ? 'RangeError'
    : e instanceof ReferenceError ? 'ReferenceError' : e instanceof SyntaxError ? 'SyntaxError'
    : e instanceof Error ? 'Error' : e);
}
";

/// The same for programs without classes of errors, in which a fault that is caught is a number.
const CAUGHT_ANYTHING: &str = "export function caught(e) {
  print('caught');
}
";

const SHARED: &str = "export let shared = 1;
export function hoisted() {
  return shared;
}
";

impl Program {
    /// Program `index` of the run with this seed.
    pub fn generate(grammar: &Grammar, seed: u64, index: u64) -> Program {
        let mut generator = Generator::new(grammar, seed, index);
        let others = generator.random.below(6).saturating_sub(2);
        let mut modules = Vec::new();
        if others > 0 {
            generator.modules.add_main();
        }
        for number in 1..=others {
            let file = format!("m{number}.js");
            let mut items = Vec::new();
            generator.scopes.open(true);
            for _ in 0..generator.random.below(3) {
                items.extend(generator.item("importing"));
            }
            for _ in 0..generator.random.between(1, 5) {
                items.extend(generator.item("toplevel"));
            }
            if generator.random.percent(50) {
                items.extend(generator.item("default"));
                generator.modules.export("default", "any");
            }
            generator.scopes.close_to(0);
            generator.modules.finish(&file);
            modules.push(Module { file, items });
        }
        let mut items = Vec::new();
        generator.scopes.open(true);
        for _ in 0..if others > 0 { others + 1 } else { 0 } {
            items.extend(generator.item("importing"));
        }
        for _ in 0..generator.random.between(3, 14) {
            items.extend(generator.item("main"));
        }
        for _ in 0..generator.random.between(1, 3) {
            items.extend(generator.item("export"));
        }
        modules.push(Module {
            file: MAIN.to_owned(),
            items,
        });
        let calls = calls(&mut generator);
        Program {
            modules,
            calls,
            knows_errors: generator.random.percent(75),
        }
    }

    /// The sources of its modules, by name.
    pub fn sources(&self, grammar: &Grammar) -> BTreeMap<String, String> {
        let caught = match self.knows_errors {
            true => CAUGHT,
            false => CAUGHT_ANYTHING,
        };
        let prelude = format!(
            "export const print = vmImport(1);\nexport const tick = vmImport(2);\n{caught}"
        );
        let mut sources = BTreeMap::from([(PRELUDE.to_owned(), prelude)]);
        for module in &self.modules {
            let mut text = String::new();
            for item in &module.items {
                item.print(grammar, &mut text);
                text.push('\n');
            }
            let mut source = format!("import {{ print, tick, caught }} from './{PRELUDE}';\n");
            if module.file == MAIN && self.modules.len() > 1 {
                source.push_str(SHARED);
            }
            source.push_str(&indent(&text));
            sources.insert(module.file.clone(), source);
        }
        sources
    }
}

fn calls(generator: &mut Generator<'_>) -> Vec<Call> {
    let values = [
        Value::Undefined,
        Value::Null,
        Value::Boolean(true),
        Value::Number(0.0),
        Value::Number(-1.5),
        Value::Number(3.0),
        Value::Number(1e10),
        Value::String("a".into()),
        Value::String("".into()),
    ];
    let mut calls = Vec::new();
    for id in 1..=generator.exports() {
        for _ in 0..generator.random.between(1, 2) {
            let count = generator.random.below(4);
            let arguments = (0..count)
                .map(|_| values[generator.random.below(values.len())].clone())
                .collect();
            calls.push(Call { id, arguments });
        }
    }
    calls
}
