//! Whether a function has a use for `this`: one that has none may be called without its namespace.

use oxc_ast::ast::*;
use oxc_ast_visit::Visit;

/// Whether what an expression gives is a function for which `this` makes no difference.
pub fn ignores(it: &Expression<'_>) -> bool {
    match it {
        Expression::ArrowFunctionExpression(_) => true,
        Expression::FunctionExpression(it) => !is_in(it),
        _ => false,
    }
}

/// Whether `this` stands in a function, defaults of parameters included.
pub fn is_in(it: &Function<'_>) -> bool {
    let mut this = This(false);
    this.visit_formal_parameters(&it.params);
    if let Some(body) = &it.body {
        this.visit_function_body(body);
    }
    this.0
}

struct This(bool);

impl<'a> Visit<'a> for This {
    fn visit_this_expression(&mut self, _: &ThisExpression) {
        self.0 = true;
    }
}
