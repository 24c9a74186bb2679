//! Everything in the corpus compiles to IR that the verifier accepts, or is refused where it says so.

use microvium_compiler::{Loader, Modules, render};
use microvium_ir::Program;
use microvium_ir::verify::verify_program;
use std::fs;
use std::path::{Path, PathBuf};

/// Reads modules from a folder; the extension may be left out.
struct Folder;

impl Loader for Folder {
    fn resolve(&mut self, importer: &str, specifier: &str) -> Result<String, String> {
        let path = Path::new(importer).with_file_name(specifier);
        let mut parts: Vec<&str> = Vec::new();
        let text = path.to_string_lossy().into_owned();
        for part in text.split('/') {
            match part {
                "." => {}
                ".." => {
                    parts.pop();
                }
                part => parts.push(part),
            }
        }
        let name = parts.join("/");
        [name.clone(), format!("{name}.js")]
            .into_iter()
            .find(|name| Path::new(name).is_file())
            .ok_or_else(|| "there is no such file".to_owned())
    }

    fn load(&mut self, name: &str) -> Result<String, String> {
        fs::read_to_string(name).map_err(|error| error.to_string())
    }
}

fn scripts(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the corpus is there")
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            scripts(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "js") {
            found.push(path);
        }
    }
}

#[test]
fn the_corpus_compiles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let mut paths = Vec::new();
    scripts(&root, &mut paths);
    assert!(paths.len() >= 80, "{} scripts", paths.len());
    let mut wrong = Vec::new();
    for path in paths {
        let name = path.to_string_lossy().into_owned();
        let mut program = Program::default();
        eprintln!("{name}");
        let result = Modules::default().compile(&mut program, &name, &mut Folder);
        let refused = name.contains("/refused/");
        match result {
            Ok(_) if refused => wrong.push(format!("{name}: accepted")),
            Ok(_) => {
                let errors = verify_program(&program);
                wrong.extend(errors.iter().map(|error| format!("{name}: {error}")));
            }
            Err(_) if refused => {}
            Err(errors) => wrong.push(format!("{name}: {}", render(&errors, false))),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
