//! What parsing gives to those that look at a source.

use crate::parameter_scope::Copies;
use oxc_ast::ast::Program;
use oxc_semantic::Scoping;

/// A checked syntax tree.
pub(crate) struct Syntax<'a> {
    pub program: &'a Program<'a>,
    pub scoping: Scoping,
    /// The variables that begin with what a parameter has.
    pub copies: Copies,
}
