//! Modules from files.

use microvium::{Language, Loader};
use oxc_resolver::{ResolveError, ResolveOptions, Resolver};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// How modules are named: by their paths from the main script's folder, with `/`. So names, and whatever
/// is written with them, are the same wherever the program lies and from wherever it is built.
#[derive(Clone, Debug)]
pub struct Names {
    folder: PathBuf,
}

impl Names {
    /// The name of the module in a file, whose path is absolute.
    pub fn name(&self, path: &Path) -> String {
        slashed(&pathdiff::diff_paths(path, &self.folder).unwrap_or_else(|| path.to_owned()))
    }

    /// The file of a module.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The file of a module without links, if it is in one.
    pub fn existing(&self, name: &str) -> Option<PathBuf> {
        let path = self.path(name).canonicalize().ok()?;
        path.is_file().then_some(path)
    }

    /// The file's path from the current folder, for messages. A module that isn't in a file keeps its name.
    pub fn shown(&self, name: &str) -> String {
        let Ok(path) = self.path(name).canonicalize() else {
            return name.to_owned();
        };
        let folder = std::env::current_dir().and_then(|folder| folder.canonicalize());
        let relative = folder
            .ok()
            .and_then(|folder| pathdiff::diff_paths(&path, folder));
        slashed(&relative.unwrap_or(path))
    }
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The extensions of scripts, in the order in which they are tried for a specifier that has none.
const EXTENSIONS: [&str; 6] = [".mvm.js", ".js", ".mjs", ".mvm.ts", ".ts", ".mts"];

/// How the names of a session's inputs begin.
const SESSION: &str = "(repl:";

/// Resolves specifiers as bundlers do, `.mvm.js` first, and reads the files.
pub struct FileLoader {
    resolver: Resolver,
    names: Names,
    /// Modules that aren't in files: their sources by name.
    given: BTreeMap<String, String>,
}

/// Whether a module of this name is part of node: those that scripts are likely to ask for.
fn is_of_node(specifier: &str) -> bool {
    const NAMES: [&str; 14] = [
        "assert",
        "buffer",
        "child_process",
        "crypto",
        "events",
        "http",
        "module",
        "net",
        "os",
        "path",
        "process",
        "stream",
        "url",
        "util",
    ];
    specifier.starts_with("node:") || NAMES.contains(&specifier)
}

impl FileLoader {
    /// A loader for a program whose main script is in `folder`, an absolute path without links.
    pub fn new(folder: &Path) -> FileLoader {
        let list = |all: &[&str]| all.iter().map(|&it| it.to_owned()).collect::<Vec<_>>();
        let options = ResolveOptions {
            extensions: list(&EXTENSIONS),
            // TypeScript names a module by the file that a compiler would make of it.
            extension_alias: [[".js", ".ts"], [".mjs", ".mts"]]
                .map(|[name, other]| (name.to_owned(), list(&[name, other])))
                .to_vec(),
            condition_names: list(&["microvium", "module", "import", "default"]),
            // CommonJS isn't supported, so of two forms of a package the one is taken that bundlers take.
            main_fields: list(&["module", "main"]),
            ..ResolveOptions::default()
        };
        FileLoader {
            resolver: Resolver::new(options),
            names: Names {
                folder: folder.to_owned(),
            },
            given: BTreeMap::new(),
        }
    }

    /// The name of the module in a file.
    pub fn name(&self, path: &Path) -> String {
        self.names.name(path)
    }

    /// How it names modules.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Adds a module that is in no file. It imports as one in the main script's folder would.
    pub fn give(&mut self, name: &str, source: &str) {
        self.given.insert(name.to_owned(), source.to_owned());
    }

    /// Adds an input of a session; gives its name.
    pub fn give_session(&mut self, number: usize, source: &str) -> String {
        let name = format!("{SESSION}{number})");
        self.give(&name, source);
        name
    }
}

impl Loader for FileLoader {
    fn resolve(&mut self, importer: &str, specifier: &str) -> Result<String, String> {
        let importer = self.names.path(importer);
        let folder = importer.parent().unwrap_or(&self.names.folder);
        match self.resolver.resolve(folder, specifier) {
            Ok(found) => Ok(self.name(found.path())),
            Err(_) if specifier.starts_with('.') || specifier.starts_with('/') => {
                Err("there is no such file".to_owned())
            }
            Err(ResolveError::PackagePathNotExported { .. }) => {
                Err("the package doesn't export this path".to_owned())
            }
            Err(_) if is_of_node(specifier) => {
                Err("a build has no modules of node's but `fs`".to_owned())
            }
            Err(_) => Err("no package of this name is installed".to_owned()),
        }
    }

    fn language(&mut self, name: &str) -> Language {
        if name.starts_with(SESSION) && self.given.contains_key(name) {
            return Language::Session;
        }
        match name.rsplit_once('.') {
            Some((_, "ts" | "mts")) => Language::TypeScript,
            Some((_, "json")) => Language::Json,
            _ => Language::JavaScript,
        }
    }

    fn load(&mut self, name: &str) -> Result<String, String> {
        if let Some(source) = self.given.get(name) {
            return Ok(source.clone());
        }
        let bytes = fs::read(self.names.path(name)).map_err(|error| error.to_string())?;
        String::from_utf8(bytes).map_err(|_| "the file isn't UTF-8".to_owned())
    }
}
