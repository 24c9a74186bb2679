//! The suite's harness as a module. What its files declare become properties of the global object, as they would be if
//! they ran as scripts.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// What the host gives every test.
const HOST: &str = "\
const print = vmImport(1, (text) => console.log(text));
const $262 = {
  global: globalThis,
  gc() {},
  detachArrayBuffer(buffer) { buffer.transfer(); },
  evalScript() { throw new Error('scripts are not evaluated'); },
  createRealm() { throw new Error('there is one realm'); },
  agent: {},
};
globalThis.print = print;
globalThis.$262 = $262;
";

/// Files of the harness that we have others for, as theirs make functions of texts.
const REPLACED: [(&str, &str); 1] = [(
    "fnGlobalObject.js",
    "function fnGlobalObject() { return globalThis; }",
)];

/// The files of these names as one module.
pub fn module(folder: &Path, names: &[String]) -> Result<String> {
    let mut module = HOST.to_owned();
    for name in names {
        let ours = REPLACED.iter().find(|(replaced, _)| replaced == name);
        let text = match ours {
            Some((_, text)) => (*text).to_owned(),
            None => {
                let file = folder.join(name);
                fs::read_to_string(&file).with_context(|| format!("no {}", file.display()))?
            }
        };
        module += &text;
        module.push('\n');
    }
    let declared: BTreeSet<&str> = module.lines().filter_map(declared).collect();
    let globals: String = declared
        .iter()
        .map(|name| format!("globalThis.{name} = {name};\n"))
        .collect();
    Ok(module + &globals)
}

/// The name that a line declares at the top level, where the harness's files don't indent.
fn declared(line: &str) -> Option<&str> {
    let words = [
        "async function* ",
        "async function ",
        "function* ",
        "function ",
        "class ",
        "const ",
        "let ",
        "var ",
    ];
    let rest = words.iter().find_map(|word| line.strip_prefix(word))?;
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'));
    let name = &rest[..end.unwrap_or(rest.len())];
    (!name.is_empty()).then_some(name)
}
