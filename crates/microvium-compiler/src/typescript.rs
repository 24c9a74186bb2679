//! From TypeScript to JavaScript, as trees: what is left keeps its place in the source.

use oxc_allocator::Allocator;
use oxc_ast::ast::Program;
use oxc_diagnostics::OxcDiagnostic;
use oxc_semantic::Scoping;
use oxc_transformer::{TransformOptions, Transformer};
use std::path::Path;

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
