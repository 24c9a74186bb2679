//! `cargo xtask costs`: what parts of the language and of the library add to an image.
//!
//! Each is put into a program that does nothing: once, and once more beside the first. What the second adds is what it
//! costs by itself; the first also brings what both share.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use crate::device::{build_image, command};
use crate::project::{Measured, Report, work_dir};

/// Names with code that uses what they name. `#` is a number of its own in each use.
const COSTS: &[(&str, &str)] = &[
    ("function", "vmExport(#, x => x);"),
    (
        "closure with a variable",
        "let n# = 0; vmExport(#, () => () => n#);",
    ),
    (
        "try, catch",
        "vmExport(#, f => { try { return f(); } catch { return #; } });",
    ),
    (
        "error, thrown",
        "vmExport(#, x => { if (x) throw new Error('no' + #); });",
    ),
    (
        "error, caught",
        "vmExport(#, f => { try { return f(); } catch (error) { return error.message; } });",
    ),
    ("template", "vmExport(#, x => `#${x}`);"),
    ("default parameter", "vmExport(#, (x = #) => x);"),
    ("rest parameter", "vmExport(#, (...x) => x);"),
    (
        "spread in a call",
        "const f# = (a, b) => b, l# = [1, #]; vmExport(#, () => f#(...l#));",
    ),
    (
        "destructured object",
        "const o# = { a: #, b: 2 }; vmExport(#, () => { const { a, b } = o#; return a + b; });",
    ),
    (
        "destructured array",
        "const l# = [1, #]; vmExport(#, () => { const [a, b] = l#; return a + b; });",
    ),
    (
        "array with a property",
        "vmExport(#, () => { const l = [#]; l.name = 'list'; return l; });",
    ),
    (
        "for-in",
        "const o# = { a: #, b: 2 }; vmExport(#, () => { for (const key in o#) return key; });",
    ),
    (
        "for-of, array",
        "const l# = [1, #]; vmExport(#, () => { for (const x of l#) return x; });",
    ),
    (
        "for-of, Map and a pattern",
        "const m# = new Map([[#, 1]]); vmExport(#, () => { for (const [k, v] of m#) return k + v; });",
    ),
    (
        "getter",
        "const o# = { n: #, get m() { return this.n; } }; vmExport(#, () => o#.m);",
    ),
    (
        "class",
        "class C# { constructor(n) { this.n = n; } get() { return this.n; } } vmExport(#, n => new C#(n).get());",
    ),
    (
        "class with a field",
        "class C# { n = #; get() { return this.n; } } vmExport(#, () => new C#().get());",
    ),
    (
        "class with a private field",
        "class C# { #n = #; get() { return this.#n; } } vmExport(#, () => new C#().get());",
    ),
    (
        "class that extends",
        "class B# { n = #; } class C# extends B# { get() { return this.n; } } vmExport(#, () => new C#().get());",
    ),
    (
        "class that extends Array",
        "class L# extends Array { sum() { return this[0] + #; } } vmExport(#, () => new L#().sum());",
    ),
    (
        "generator function",
        "function* g#() { yield #; } vmExport(#, () => g#().next().value);",
    ),
    (
        "async function",
        "async function f#(x) { return await x; } vmExport(#, x => { f#(x); });",
    ),
    (
        "async generator function",
        "async function* g#() { yield #; } vmExport(#, () => { g#().next(); });",
    ),
    (
        "for await, array",
        "const l# = [1, #]; async function f#(f) { for await (const x of l#) f(x); } vmExport(#, f => { f#(f); });",
    ),
    ("Promise", "vmExport(#, f => { new Promise(f).then(f); });"),
    (
        "import()",
        "vmExport(#, f => { import('./main.js').then(f); });",
    ),
    ("Symbol", "vmExport(#, () => Symbol('#'));"),
    (
        "Map",
        "const m# = new Map(); vmExport(#, (k, v) => m#.set(k, v).get(k));",
    ),
    (
        "Set",
        "const s# = new Set(); vmExport(#, x => s#.add(x).has(x));",
    ),
    (
        "WeakMap",
        "const m# = new WeakMap(); vmExport(#, (k, v) => m#.set(k, v).get(k));",
    ),
    (
        "WeakSet",
        "const s# = new WeakSet(); vmExport(#, x => s#.add(x).has(x));",
    ),
    ("WeakRef", "vmExport(#, x => new WeakRef(x).deref());"),
    ("JSON.parse", "vmExport(#, () => JSON.parse('[#]'));"),
    (
        "JSON.stringify",
        "const o# = { a: # }; vmExport(#, () => JSON.stringify(o#));",
    ),
    (
        "String.prototype.localeCompare",
        "vmExport(#, x => `${x}`.localeCompare('#'));",
    ),
    (
        "String.prototype.normalize",
        "vmExport(#, x => `${x}#`.normalize());",
    ),
    ("parseInt", "vmExport(#, () => parseInt('#'));"),
    ("parseFloat", "vmExport(#, () => parseFloat('#'));"),
    ("Math.floor", "vmExport(#, () => Math.floor(#));"),
    ("Math.sqrt", "vmExport(#, () => Math.sqrt(#));"),
    ("Math.sin", "vmExport(#, () => Math.sin(#));"),
    ("Math.pow", "vmExport(#, x => Math.pow(x, #));"),
    (
        "Number.prototype.toFixed",
        "vmExport(#, () => (#).toFixed(2));",
    ),
    (
        "Object.keys",
        "const o# = { a: # }; vmExport(#, () => Object.keys(o#));",
    ),
    (
        "Object.entries",
        "const o# = { a: # }; vmExport(#, () => Object.entries(o#));",
    ),
    (
        "Object.assign",
        "const o# = { a: # }; vmExport(#, () => Object.assign({}, o#));",
    ),
    (
        "Object.freeze",
        "vmExport(#, () => Object.freeze({ a: # }));",
    ),
    (
        "Object.defineProperty",
        "vmExport(#, () => Object.defineProperty({}, 'a', { value: # }));",
    ),
    (
        "Reflect.ownKeys",
        "const o# = { a: # }; vmExport(#, () => Reflect.ownKeys(o#));",
    ),
    (
        "Array.prototype.push",
        "const l# = [#]; vmExport(#, () => l#.push(1));",
    ),
    (
        "Array.prototype.map",
        "const l# = [#]; vmExport(#, () => l#.map(x => x + #));",
    ),
    (
        "Array.prototype.filter",
        "const l# = [#]; vmExport(#, () => l#.filter(x => x > #));",
    ),
    (
        "Array.prototype.reduce",
        "const l# = [#]; vmExport(#, () => l#.reduce((a, x) => a + x, #));",
    ),
    (
        "Array.prototype.sort",
        "const l# = [2, #]; vmExport(#, () => l#.sort());",
    ),
    (
        "Array.prototype.join",
        "const l# = [2, #]; vmExport(#, () => l#.join());",
    ),
    (
        "Array.prototype.indexOf",
        "const l# = [2, #]; vmExport(#, () => l#.indexOf(#));",
    ),
    (
        "Array.prototype.slice",
        "const l# = [2, #]; vmExport(#, () => l#.slice(1));",
    ),
    (
        "Array.prototype.splice",
        "const l# = [2, #]; vmExport(#, () => l#.splice(1, 1));",
    ),
    (
        "Array.from",
        "const s# = '#'; vmExport(#, () => Array.from(s#));",
    ),
    (
        "String.prototype.indexOf",
        "const s# = 'a#'; vmExport(#, () => s#.indexOf('#'));",
    ),
    (
        "String.prototype.slice",
        "const s# = 'a#'; vmExport(#, () => s#.slice(1));",
    ),
    (
        "String.prototype.split",
        "const s# = 'a#'; vmExport(#, () => s#.split('a'));",
    ),
    (
        "String.prototype.trim",
        "const s# = ' a#'; vmExport(#, () => s#.trim());",
    ),
    (
        "String.prototype.padStart",
        "const s# = 'a#'; vmExport(#, () => s#.padStart(8));",
    ),
    (
        "String.prototype.toUpperCase",
        "const s# = 'a#'; vmExport(#, () => s#.toUpperCase());",
    ),
    (
        "String.prototype.toLowerCase",
        "const s# = 'a#'; vmExport(#, () => s#.toLowerCase());",
    ),
    ("Uint8Array", "vmExport(#, n => new Uint8Array(n)[0]);"),
];

/// Runs the task.
pub fn costs(report: &Report) -> Result<()> {
    let microvium = command()?;
    let dir = work_dir("costs")?;
    let nothing = image_size(&microvium, &dir, "vmExport(0, () => {});\n")?;
    let mut numbers = serde_json::Map::new();
    let mut text = format!(
        "{:<30}{:>10}{:>12}\n",
        "bytes of image", "the first", "another one"
    );
    for &(name, code) in COSTS {
        let uses = |count: usize| {
            let uses = (1..=count).map(|number| numbered(code, number));
            format!("vmExport(0, () => {{}});\n{}", uses.collect::<String>())
        };
        let one = image_size(&microvium, &dir, &uses(1))?;
        let two = image_size(&microvium, &dir, &uses(2))?;
        let (first, another) = (one - nothing, two - one);
        writeln!(text, "{name:<30}{first:>10}{another:>12}")?;
        numbers.insert(name.into(), json!({ "first": first, "another": another }));
    }
    report.deliver(&Measured {
        name: "costs",
        numbers: numbers.into(),
        text,
    })
}

/// The code with a number for each `#` but those of private names.
fn numbered(code: &str, number: usize) -> String {
    let code = code.replace(".#n", ".\u{0}n").replace(" #n", " \u{0}n");
    code.replace('#', &number.to_string()).replace('\u{0}', "#") + "\n"
}

/// The bytes of a script's image.
fn image_size(microvium: &Path, dir: &Path, source: &str) -> Result<i64> {
    let script = dir.join("main.js");
    let image = script.with_extension("mvm-bc");
    fs::write(&script, source)?;
    build_image(microvium, &script, &image)?;
    Ok(fs::metadata(&image)?.len() as i64)
}
