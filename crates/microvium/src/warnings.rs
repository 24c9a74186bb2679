//! What a build warns of: what is likely to be a mistake, or may throw, in code that the image holds.

mod array_keys;
mod differences;
mod ephemerals;
mod undefined;

use crate::build::Build;
use microvium_analysis::Facts;
use microvium_compiler::Diagnostic;
use microvium_ir::{Function, FunctionId, Graph, Position, Program, SourceFile};
use std::collections::BTreeSet;

impl Build {
    /// All warnings of a snapshot, whose code comes from these places.
    pub(crate) fn warnings(
        &self,
        graph: &Graph,
        facts: &Facts,
        places: BTreeSet<Position>,
    ) -> Vec<Diagnostic> {
        let program = &self.program();
        let code = Code { program, places };
        let mut warnings = self.undefined_names(graph, facts);
        warnings.extend(ephemerals::warnings(&code, graph, facts));
        warnings.extend(array_keys::warnings(&code, facts));
        warnings.extend(differences::warnings(&code, facts));
        warnings
    }
}

/// The code of an image.
struct Code<'a> {
    program: &'a Program,
    /// Where it comes from.
    places: BTreeSet<Position>,
}

impl<'a> Code<'a> {
    fn holds(&self, place: Position) -> bool {
        self.places.contains(&place)
    }

    fn file(&self, place: Position) -> &'a SourceFile {
        &self.program.files[place.file]
    }

    fn is_library(&self, place: Position) -> bool {
        crate::is_library_module(&self.file(place).name)
    }

    fn function(&self, id: FunctionId) -> &'a Function {
        &self.program.functions[id]
    }
}

/// The functions that were warned of, each of them once. What waits is several functions, of one name and place.
#[derive(Default)]
struct Warned<'a>(BTreeSet<(Position, &'a str)>);

impl<'a> Warned<'a> {
    fn is_first(&mut self, function: &'a Function) -> bool {
        self.0.insert((function.position, &function.name))
    }
}
