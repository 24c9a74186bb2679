//! Modules from files.

use microvium::Loader;
use oxc_resolver::{ResolveOptions, Resolver};
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

    /// The file's path from the current folder, for messages.
    pub fn shown(&self, name: &str) -> String {
        let path = self.path(name);
        let path = path.canonicalize().unwrap_or(path);
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

/// Resolves specifiers as bundlers do, `.mvm.js` first, and reads the files.
pub struct FileLoader {
    resolver: Resolver,
    names: Names,
}

impl FileLoader {
    /// A loader for a program whose main script is in `folder`, an absolute path without links.
    pub fn new(folder: &Path) -> FileLoader {
        let options = ResolveOptions {
            extensions: [".mvm.js", ".js"].map(str::to_owned).to_vec(),
            condition_names: ["microvium", "import", "default"]
                .map(str::to_owned)
                .to_vec(),
            ..ResolveOptions::default()
        };
        FileLoader {
            resolver: Resolver::new(options),
            names: Names {
                folder: folder.to_owned(),
            },
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
            Err(_) => Err("no package of this name is installed".to_owned()),
        }
    }

    fn load(&mut self, name: &str) -> Result<String, String> {
        let bytes = fs::read(self.names.path(name)).map_err(|error| error.to_string())?;
        String::from_utf8(bytes).map_err(|_| "the file isn't UTF-8".to_owned())
    }
}
