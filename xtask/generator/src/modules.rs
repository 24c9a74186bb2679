//! The modules of a program: which there are so far, and what they export.

use crate::random::Random;

/// What all programs import from `prelude.js`.
pub const PRELUDE: &str = "prelude.js";
/// The module that is evaluated last, which others may import from.
pub const MAIN: &str = "main.js";
/// What it exports before all else, and what that is.
pub const SHARED: [(&str, &str); 2] = [("shared", "number"), ("hoisted", "function")];

/// Names for exports besides those of variables.
const NAMES: [&str; 7] = ["a", "b", "c", "d", "x", "y", "f"];

/// A module that others may import from.
#[derive(Clone, Default)]
struct Module {
    file: String,
    exports: Vec<Export>,
}

#[derive(Clone, PartialEq)]
struct Export {
    name: String,
    kind: String,
    /// Whether it came by `export * from`.
    is_star: bool,
}

/// The modules so far.
#[derive(Default)]
pub struct Modules {
    complete: Vec<Module>,
    current: Module,
    /// The module that the import being made is from.
    source: Option<usize>,
    /// What it imports.
    kind: Option<String>,
}

/// Where the making of a template began.
pub struct Mark(usize);

impl Modules {
    pub fn mark(&self) -> Mark {
        Mark(self.current.exports.len())
    }

    pub fn reset(&mut self, mark: Mark) {
        self.current.exports.truncate(mark.0);
        (self.source, self.kind) = (None, None);
    }

    /// Adds the main module, before it is made.
    pub fn add_main(&mut self) {
        let exports = SHARED.map(|(name, kind)| Export {
            name: name.to_owned(),
            kind: kind.to_owned(),
            is_star: false,
        });
        self.complete.push(Module {
            file: MAIN.to_owned(),
            exports: exports.to_vec(),
        });
    }

    /// Completes the module being made.
    pub fn finish(&mut self, file: &str) {
        self.current.file = file.to_owned();
        self.complete.push(std::mem::take(&mut self.current));
    }

    /// The module being made exports a variable by its name.
    pub fn export(&mut self, name: &str, kind: &str) {
        self.current.exports.push(Export {
            name: name.to_owned(),
            kind: kind.to_owned(),
            is_star: false,
        });
    }

    /// A new name to export by: of a variable, of what was imported last, or of a namespace.
    pub fn new_export(&mut self, variable: &str, random: &mut Random) -> Option<String> {
        let name = *random.pick(&NAMES)?;
        let kind = match (&self.kind, variable) {
            (Some(kind), _) => kind.clone(),
            (None, "") => "namespace".to_owned(),
            _ => "any".to_owned(),
        };
        if self.current.exports.iter().any(|it| it.name == name) {
            return None;
        }
        self.export(name, &kind);
        Some(name.to_owned())
    }

    /// The kind of what was imported last.
    pub fn local_kind(&mut self) -> Option<String> {
        self.kind.clone()
    }

    fn source(&mut self, random: &mut Random) -> Option<usize> {
        if self.source.is_none() && !self.complete.is_empty() {
            self.source = Some(random.below(self.complete.len()));
        }
        self.source
    }

    /// A name that the source of this import exports.
    pub fn imported(&mut self, random: &mut Random) -> Option<String> {
        let source = self.source(random)?;
        let export = random.pick(&self.complete[source].exports)?;
        self.kind = Some(export.kind.clone());
        Some(export.name.clone())
    }

    /// Chooses a source that has a default export.
    pub fn choose_default(&mut self, random: &mut Random) -> Option<()> {
        let has_default =
            |index: &usize| (self.complete[*index].exports.iter()).any(|it| it.name == "default");
        let all: Vec<usize> = (0..self.complete.len()).filter(has_default).collect();
        self.source = Some(*random.pick(&all)?);
        Some(())
    }

    /// The source of this import, as a string literal.
    pub fn from(&mut self, is_star: bool, random: &mut Random) -> Option<String> {
        let source = self.source(random)?;
        let Module { file, exports } = self.complete[source].clone();
        if is_star {
            for export in exports.into_iter().filter(|it| it.name != "default") {
                self.star(export);
            }
        }
        (self.source, self.kind) = (None, None);
        Some(format!("'./{file}'"))
    }

    /// `export *` doesn't export what two modules export by one name.
    fn star(&mut self, export: Export) {
        let exports = &mut self.current.exports;
        match exports.iter().position(|it| it.name == export.name) {
            Some(at) if exports[at].is_star => drop(exports.remove(at)),
            Some(_) => {}
            None => exports.push(Export {
                is_star: true,
                ..export
            }),
        }
    }
}
