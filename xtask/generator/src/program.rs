//! A program: its modules, and the calls that are made of its exports.

use crate::engines::Thoroughness;
use crate::generator::Generator;
use crate::grammar::Grammar;
use crate::modules::{MAIN, PRELUDE};
use crate::random::Random;
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
    /// How much is done with it.
    pub thoroughness: Thoroughness,
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

/// What async functions wait for until a later call opens it: by the host, in the order in which they began. `WAITING` says
/// whether there is any.
const GATES: &str = "const gates = [];
let opened = 0;
export const gate = () => new Promise((open, fail) => { gates.push({ open, fail }); });
vmExport(98, (fails, value) => {
  if (opened === gates.length) return;
  const { open, fail } = gates[opened++];
  if (fails) fail(value);
  else open(value);
});
vmExport(99, () => opened < gates.length);
";

/// The export that opens the next gate: fulfills its promise with a value, or rejects it.
pub const OPEN: u16 = 98;
/// The export that says whether a gate is closed.
pub const WAITING: u16 = 99;

const SHARED: &str = "export let shared = 1;
export function hoisted() {
  return shared;
}
";

impl Program {
    /// Program `index` of the run with this seed.
    pub fn generate(grammar: &Grammar, seed: u64, index: u64) -> Program {
        let mut generator = Generator::new(grammar, seed, index);
        let scale = generator.choose_scale();
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
        for _ in 0..generator.random.between(3, 5 + scale / 6) {
            items.extend(generator.item("main"));
        }
        for _ in 0..generator.random.between(1, 3) {
            items.extend(generator.item("export"));
        }
        modules.push(Module {
            file: MAIN.to_owned(),
            items,
        });
        let mut calls = calls(&mut generator);
        if modules
            .iter()
            .any(|module| has_gates(&module.text(grammar)))
        {
            calls = with_opening(calls, &mut generator);
        }
        Program {
            modules,
            calls,
            knows_errors: generator.random.percent(75),
            thoroughness: Thoroughness::of(index),
        }
    }

    /// The sources of its modules, by name.
    pub fn sources(&self, grammar: &Grammar) -> BTreeMap<String, String> {
        let caught = match self.knows_errors {
            true => CAUGHT,
            false => CAUGHT_ANYTHING,
        };
        let texts = self.modules.iter().map(|module| module.text(grammar));
        let texts: Vec<String> = texts.collect();
        let opens = self.calls.iter().any(|call| call.id == OPEN);
        let (gates, gate) = match opens || texts.iter().any(|text| has_gates(text)) {
            true => (GATES, ", gate"),
            false => ("", ""),
        };
        let prelude = format!(
            "export const print = vmImport(1);\nexport const tick = vmImport(2);\n{caught}{gates}"
        );
        let mut sources = BTreeMap::from([(PRELUDE.to_owned(), prelude)]);
        for (module, text) in self.modules.iter().zip(texts) {
            let mut source =
                format!("import {{ print, tick, caught{gate} }} from './{PRELUDE}';\n");
            if module.file == MAIN && self.modules.len() > 1 {
                source.push_str(SHARED);
            }
            source.push_str(&text);
            sources.insert(module.file.clone(), source);
        }
        sources
    }
}

impl Module {
    /// Its items' text.
    fn text(&self, grammar: &Grammar) -> String {
        let mut text = String::new();
        for item in &self.items {
            item.print(grammar, &mut text);
            text.push('\n');
        }
        indent(&text)
    }
}

/// Whether a module waits for gates.
fn has_gates(text: &str) -> bool {
    text.contains("gate()")
}

/// A value that a host may pass.
fn value(random: &mut Random) -> Value {
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
    values[random.below(values.len())].clone()
}

/// The same calls, and between them others that open gates.
fn with_opening(calls: Vec<Call>, generator: &mut Generator<'_>) -> Vec<Call> {
    let random = &mut generator.random;
    let mut all = Vec::new();
    for call in calls {
        all.push(call);
        for _ in 0..random.below(4) {
            let arguments = vec![Value::Boolean(random.percent(25)), value(random)];
            all.push(Call {
                id: OPEN,
                arguments,
            });
        }
    }
    all
}

fn calls(generator: &mut Generator<'_>) -> Vec<Call> {
    let mut calls = Vec::new();
    for id in 1..=generator.exports() {
        for _ in 0..generator.random.between(1, 2) {
            let count = generator.random.below(4);
            let arguments = (0..count).map(|_| value(&mut generator.random)).collect();
            calls.push(Call { id, arguments });
        }
    }
    calls
}
