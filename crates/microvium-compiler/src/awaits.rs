//! Whether a module awaits at its top level (ECMAScript 16.2.1.6, [[HasTLA]]).

use oxc_ast::ast::*;
use oxc_ast_visit::{Visit, walk};
use oxc_semantic::ScopeFlags;

/// Whether a module awaits at its top level.
pub(crate) fn awaits(program: &Program<'_>) -> bool {
    let mut awaits = Awaits(false);
    awaits.visit_program(program);
    awaits.0
}

struct Awaits(bool);

impl<'a> Visit<'a> for Awaits {
    fn visit_await_expression(&mut self, _: &AwaitExpression<'a>) {
        self.0 = true;
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.0 |= it.r#await;
        walk::walk_for_of_statement(self, it);
    }

    fn visit_function(&mut self, _: &Function<'a>, _: ScopeFlags) {}

    fn visit_arrow_function_expression(&mut self, _: &ArrowFunctionExpression<'a>) {}
}
