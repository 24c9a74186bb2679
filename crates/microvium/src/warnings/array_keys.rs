//! Arrays that are assigned to by keys of the host's: what is no index throws where nothing in the snapshot gives an array other
//! properties.

use super::{Code, Warned};
use microvium_analysis::Facts;
use microvium_compiler::{Diagnostic, Finding};
use microvium_format::Builtin;

/// A warning for each function of a script that assigns so.
pub(super) fn warnings(code: &Code<'_>, facts: &Facts) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    let mut warned = Warned::default();
    if facts.builtins.contains(&Builtin::AssignArray) {
        return warnings;
    }
    for &(place, function) in &facts.unsure_keys {
        if code.holds(place) && !code.is_library(place) && warned.is_first(code.function(function))
        {
            let span = place.offset..place.offset;
            warnings.push(Diagnostic::new(
                Finding::ArrayKey,
                code.file(place),
                span,
                &[],
            ));
        }
    }
    warnings
}
