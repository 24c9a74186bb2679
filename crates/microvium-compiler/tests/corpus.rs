//! Everything in the corpus compiles to IR that the verifier accepts, or is refused where it says so.

use microvium_compiler::{Language, Loader, Modules, render};
use microvium_ir::Program;
use microvium_ir::verify::verify_program;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Reads modules from the corpus; the extension may be left out.
struct Corpus(PathBuf);

impl Loader for Corpus {
    fn resolve(&mut self, importer: &str, specifier: &str) -> Result<String, String> {
        let path = Path::new(importer).with_file_name(specifier);
        let mut parts: Vec<&str> = Vec::new();
        for part in path.to_str().expect("names are UTF-8").split('/') {
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
            .find(|name| self.0.join(name).is_file())
            .ok_or_else(|| "there is no such file".to_owned())
    }

    fn load(&mut self, name: &str) -> Result<String, String> {
        fs::read_to_string(self.0.join(name)).map_err(|error| error.to_string())
    }

    fn language(&mut self, name: &str) -> Language {
        match Path::new(name).extension().and_then(OsStr::to_str) {
            Some("json") => Language::Json,
            Some("ts") => Language::TypeScript,
            _ => Language::JavaScript,
        }
    }
}

fn scripts(root: &Path, folder: &str, found: &mut Vec<String>) {
    let mut entries: Vec<String> = fs::read_dir(root.join(folder))
        .expect("the corpus is there")
        .map(|entry| entry.expect("it can be read").file_name())
        .map(|name| format!("{folder}/{}", name.to_str().expect("names are UTF-8")))
        .collect();
    entries.sort();
    for name in entries {
        if root.join(&name).is_dir() {
            scripts(root, &name, found);
        } else if name.ends_with(".js") {
            found.push(name);
        }
    }
}

#[test]
fn the_corpus_compiles_or_is_refused() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let mut names = Vec::new();
    scripts(&root, "corpus", &mut names);
    assert!(names.len() >= 80, "{} scripts", names.len());
    let mut wrong = Vec::new();
    for name in names {
        let mut program = Program::default();
        let mut corpus = Corpus(root.clone());
        let result = Modules::default().compile(&mut program, &name, &mut corpus);
        let refused = ["/refused/syntax/", "/refused/unsupported/"]
            .iter()
            .any(|folder| name.contains(folder));
        // What a global is called is known when the script runs.
        let runs = name.contains("missing_global");
        match result {
            Ok(_) => {
                if refused && !runs {
                    wrong.push(format!("{name}: accepted"));
                }
                let errors = verify_program(&program);
                wrong.extend(errors.iter().map(|error| format!("{name}: {error}")));
            }
            Err(errors) => {
                // A test names the exception that other engines throw.
                let message = format!("{}\n{}", errors[0].class(), render(&errors, false));
                let message = message.to_lowercase();
                let text = fs::read_to_string(root.join(&name)).expect("it was read before");
                let expected = text
                    .lines()
                    .filter_map(|line| line.split_once("expect-error: "));
                for (_, expected) in expected {
                    if !message.contains(&expected.trim_end().to_lowercase()) {
                        wrong.push(format!("{name}: no `{expected}` in {message}"));
                    }
                }
                let may_be = ["/refused/modules/", "/refused/limits/"];
                if !refused && !may_be.iter().any(|folder| name.contains(folder)) {
                    wrong.push(format!("{name}: {message}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
