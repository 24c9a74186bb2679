//! From TypeScript to JavaScript, as trees: what is left keeps its place in the source.

use crate::diagnostic::Diagnostic;
use crate::finding::Finding;
use microvium_ir::SourceFile;
use oxc_allocator::Allocator;
use oxc_ast::ast::{Program, Statement, TSModuleReference};
use oxc_diagnostics::OxcDiagnostic;
use oxc_semantic::Scoping;
use oxc_transformer::{TransformOptions, Transformer};
use std::path::Path;

/// What of TypeScript has a meaning in other module systems alone.
pub(crate) fn unsupported(file: &SourceFile, program: &Program<'_>) -> Vec<Diagnostic> {
    let refused = |statement: &Statement<'_>| {
        let (finding, span) = match statement {
            Statement::TSExportAssignment(it) => (Finding::ExportAssignment, it.span),
            Statement::TSImportEqualsDeclaration(it)
                if matches!(
                    it.module_reference,
                    TSModuleReference::ExternalModuleReference(_)
                ) =>
            {
                (Finding::ImportRequire, it.span)
            }
            _ => return None,
        };
        let span = span.start..span.end;
        Some(Diagnostic::new(finding, file, span, &[]))
    };
    program.body.iter().filter_map(refused).collect()
}

/// Strips types, and lowers what has a meaning when it runs: enumerations, namespaces, parameter
/// properties. Nothing else is changed: the rest is lowered with what is known of it.
pub(crate) fn strip<'a>(
    allocator: &'a Allocator,
    name: &str,
    scoping: Scoping,
    program: &mut Program<'a>,
) -> Vec<OxcDiagnostic> {
    let options = TransformOptions::default();
    let transformer = Transformer::new(allocator, Path::new(name), &options);
    let result = transformer.build_with_scoping(scoping, program);
    result.diagnostics.errors().cloned().collect()
}
