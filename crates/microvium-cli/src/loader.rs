//! Modules from files.

use microvium::Loader;
use oxc_resolver::{ResolveOptions, Resolver};
use std::fs;
use std::path::{Path, PathBuf};

/// Resolves specifiers as bundlers do, `.mvm.js` first, and reads the files. A module's name is its path
/// from the current folder where there is one, with `/`.
pub struct FileLoader {
    resolver: Resolver,
    folder: PathBuf,
}

impl FileLoader {
    /// A loader whose names are relative to `folder`, an absolute path.
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
            folder: folder.to_owned(),
        }
    }

    /// The name of the module in a file.
    pub fn name(&self, path: &Path) -> String {
        let path = path.strip_prefix(&self.folder).unwrap_or(path);
        path.to_string_lossy().replace('\\', "/")
    }
}

impl Loader for FileLoader {
    fn resolve(&mut self, importer: &str, specifier: &str) -> Result<String, String> {
        let importer = self.folder.join(importer);
        let folder = importer.parent().unwrap_or(&self.folder);
        match self.resolver.resolve(folder, specifier) {
            Ok(found) => Ok(self.name(found.path())),
            Err(_) if specifier.starts_with('.') || specifier.starts_with('/') => {
                Err("there is no such file".to_owned())
            }
            Err(_) => Err("no package of this name is installed".to_owned()),
        }
    }

    fn load(&mut self, name: &str) -> Result<String, String> {
        let bytes = fs::read(self.folder.join(name)).map_err(|error| error.to_string())?;
        String::from_utf8(bytes).map_err(|_| "the file isn't UTF-8".to_owned())
    }
}
