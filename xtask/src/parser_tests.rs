//! `cargo xtask parser-tests`: what the npm package `test262-parser-tests` says of thousands of small sources. Each is
//! compiled as what all sources are here, a module.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use microvium_compiler::code;
use microvium_compiler::{Diagnostic, Finding, Language, parse};

use crate::project::{has_program, root, run, work_dir};

const PACKAGE: &str = "test262-parser-tests@0.0.5";

/// The folders of the package, and whether what is in them is JavaScript. `pass-explicit` has the sources of `pass`
/// with more parentheses.
const FOLDERS: [(&str, bool); 4] = [
    ("pass", true),
    ("pass-explicit", true),
    ("fail", false),
    ("early", false),
];

/// Runs the task.
pub fn parser_tests() -> Result<()> {
    let folder = install()?;
    let mut expected = exceptions()?;
    let mut wrong = Vec::new();
    let mut passed = 0;
    for (name, valid) in FOLDERS {
        let mut files: Vec<_> = fs::read_dir(folder.join(name))?
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<Result<_>>()?;
        files.sort();
        for file in files {
            let path = format!("{name}/{file}");
            let text = fs::read(folder.join(&path))?;
            let found = is_javascript(&file, &String::from_utf8_lossy(&text));
            match (found == valid, expected.get_mut(&path)) {
                (true, None) => passed += 1,
                (false, Some(met)) => *met = true,
                (false, None) => wrong.push(path),
                (true, Some(_)) => wrong.push(format!("{path}, which is excepted")),
            }
        }
    }
    let excepted = expected.len();
    let gone = expected.into_iter().filter(|(_, met)| !met);
    wrong.extend(gone.map(|(path, _)| format!("{path}, which is excepted and not there")));
    ensure!(
        wrong.is_empty(),
        "{} aren't as expected:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    println!("{passed} passed, {excepted} excepted");
    Ok(())
}

/// Whether the compiler takes a source for JavaScript, supported or not.
fn is_javascript(name: &str, text: &str) -> bool {
    let is_other = |it: &Diagnostic| {
        it.finding.code() == code::SYNTAX
            || matches!(it.finding, Finding::TypeScript | Finding::Jsx)
    };
    match parse(name, text, Language::JavaScript) {
        Ok(_) => true,
        Err(errors) => !errors.iter().any(is_other),
    }
}

/// The sources that the package and we judge differently.
fn exceptions() -> Result<BTreeMap<String, bool>> {
    let path = root().join("xtask/parser-tests.txt");
    let text = fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?;
    let lines = text.lines().map(str::trim);
    let paths = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(paths.map(|path| (path.to_owned(), false)).collect())
}

fn install() -> Result<std::path::PathBuf> {
    ensure!(has_program("npm"), "missing npm, which brings {PACKAGE}");
    let dir = work_dir("parser-tests")?;
    let folder = dir.join("node_modules/test262-parser-tests");
    if !Path::is_dir(&folder.join("pass")) {
        let arguments = ["install", "--silent", "--ignore-scripts", "--prefix"];
        run(Command::new("npm").args(arguments).arg(&dir).arg(PACKAGE))?;
    }
    Ok(folder)
}
