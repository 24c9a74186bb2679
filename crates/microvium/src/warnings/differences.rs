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
                "what arrays inherit from has a setter, or what can't be written, by a number: assigning to elements doesn't ask for it"
            }
            Difference::TypedIndices => {
                "what typed arrays inherit from has properties by number, which they find where they have no such element"
            }
            Difference::PrototypeGetters => {
                "a class or function makes an instance for a function whose `prototype` has a getter, which only the library's constructors call"
            }
            Difference::Parents => {
                "something inherits from a module namespace, a typed array or a frozen array: assigning to it will make properties that ECMAScript doesn't"
            }
        };
        let file = &code.program.files[FileId::new(0)];
        Diagnostic::without_place(Finding::Different, file, &[text])
    };
    facts.differences.iter().map(warning).collect()
}
