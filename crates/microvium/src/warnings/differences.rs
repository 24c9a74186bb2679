//! What a snapshot does otherwise than ECMAScript says: warnings.

use super::Code;
use microvium_analysis::{Difference, Facts};
use microvium_compiler::{Diagnostic, Finding};
use microvium_ir::FileId;

/// A warning for each sort of difference. Nothing is to blame for it but what the program as a whole does.
pub(super) fn warnings(code: &Code<'_>, facts: &Facts) -> Vec<Diagnostic> {
    let warning = |difference: &Difference| {
        let text = match difference {
            Difference::Indices => {
                "what arrays inherit from has properties by number: assigning to elements doesn't ask them, and typed arrays find them"
            }
            Difference::Species => {
                "`Array.prototype.constructor` or `Array[Symbol.species]` is changed, which array methods don't ask"
            }
            Difference::Parents => {
                "something inherits from a module namespace or a frozen array: assigning to it will make properties, and not throw"
            }
        };
        let file = &code.program.files[FileId::new(0)];
        let mut warning = Diagnostic::new(Finding::Different, file, 0..0, &[text]);
        warning.labels.clear();
        warning
    };
    facts.differences.iter().map(warning).collect()
}
