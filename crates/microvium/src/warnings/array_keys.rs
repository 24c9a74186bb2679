//! Arrays that are assigned to by keys of the host's: warnings, as what is no index throws where nothing in the snapshot gives an
//! array other properties.

use microvium_analysis::Facts;
use microvium_compiler::{Diagnostic, Finding};
use microvium_format::Builtin;
use microvium_ir::{Position, Program};
use std::collections::BTreeSet;

/// A warning for each function of a script that assigns so, if that is in the image, whose code comes from these places.
pub(crate) fn warnings(
    program: &Program,
    facts: &Facts,
    kept: &BTreeSet<Position>,
) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    let mut warned = BTreeSet::new();
    if facts.builtins.contains(&Builtin::AssignArray) {
        return warnings;
    }
    for &(position, function) in &facts.unsure_keys {
        let file = &program.files[position.file];
        // What waits is several functions, of one name and place.
        let function = &program.functions[function];
        if kept.contains(&position)
            && !crate::is_library_module(&file.name)
            && warned.insert((function.position, &function.name))
        {
            let span = position.offset..position.offset;
            warnings.push(Diagnostic::new(Finding::ArrayKey, file, span, &[]));
        }
    }
    warnings
}
