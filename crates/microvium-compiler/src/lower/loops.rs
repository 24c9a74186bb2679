//! Loops.

use super::Lowerer;
use super::jump::Target;
use crate::variables::Storage;
use microvium_ir::BlockId;
use oxc_ast::ast::{
    ArrowFunctionExpression, Class, DoWhileStatement, ForStatement, ForStatementInit, Function,
    Statement, WhileStatement,
};
use oxc_ast_visit::Visit;
use oxc_semantic::{ScopeFlags, ScopeId};
use oxc_span::GetSpan;

impl Lowerer<'_, '_> {
    pub(super) fn while_loop(&mut self, it: &WhileStatement<'_>, labels: Vec<String>) {
        let (head, body, after) = (self.b().block(), self.b().block(), self.b().block());
        self.b().jump(head, it.span.start);
        self.b().start(head);
        self.condition(&it.test, body, after);
        self.b().start_sealed(body);
        self.loop_body(&it.body, labels, head, after);
        self.b().seal(head);
        self.b().start_sealed(after);
    }

    pub(super) fn do_loop(&mut self, it: &DoWhileStatement<'_>, labels: Vec<String>) {
        let (body, next, after) = (self.b().block(), self.b().block(), self.b().block());
        self.b().jump(body, it.span.start);
        self.b().start(body);
        self.loop_body(&it.body, labels, next, after);
        self.b().start_sealed(next);
        self.condition(&it.test, body, after);
        self.b().seal(body);
        self.b().start_sealed(after);
    }

    pub(super) fn for_loop(&mut self, it: &ForStatement<'_>, labels: Vec<String>) {
        let offset = it.span.start;
        let scope = it.scope_id();
        self.enter_scope(scope, offset);
        let copied = self.is_copied(scope);
        if let Some(init) = &it.init {
            match init {
                ForStatementInit::VariableDeclaration(declaration) => {
                    self.variable_declaration(declaration);
                }
                init => self.discard(init.to_expression()),
            }
            // A closure made here doesn't see the iterations.
            if copied && Closures::any(init) {
                self.copy_scope(scope, offset);
            }
        }
        let (head, body) = (self.b().block(), self.b().block());
        let (next, after) = (self.b().block(), self.b().block());
        self.b().jump(head, offset);
        self.b().start(head);
        match &it.test {
            Some(test) => self.condition(test, body, after),
            None => self.b().jump(body, offset),
        }
        self.b().start_sealed(body);
        self.loop_body(&it.body, labels, next, after);
        self.b().start_sealed(next);
        if copied {
            self.copy_scope(scope, offset);
        }
        if let Some(update) = &it.update {
            self.discard(update);
        }
        self.b().jump(head, offset);
        self.b().seal(head);
        self.b().start_sealed(after);
    }

    /// Whether each iteration has a scope object of its own for the variables of the loop's head.
    fn is_copied(&self, scope: ScopeId) -> bool {
        self.variables.declared(scope).iter().any(|&variable| {
            let facts = self.variables.get(variable);
            matches!(facts.storage, Storage::Field(home, _) if home == scope)
                && facts.kind == crate::variables::Kind::Let
        })
    }

    pub(super) fn loop_body(
        &mut self,
        body: &Statement<'_>,
        labels: Vec<String>,
        next: BlockId,
        after: BlockId,
    ) {
        self.state.targets.push(Target::Statement {
            labels,
            plain: true,
            after,
            next: Some(next),
        });
        self.statement(body);
        self.state.targets.pop();
        self.b().jump(next, body.span().end);
    }
}

/// Looks for functions in the head of a loop.
struct Closures(bool);

impl Closures {
    fn any(init: &ForStatementInit<'_>) -> bool {
        let mut closures = Closures(false);
        closures.visit_for_statement_init(init);
        closures.0
    }
}

impl<'a> Visit<'a> for Closures {
    fn visit_function(&mut self, _: &Function<'a>, _: ScopeFlags) {
        self.0 = true;
    }

    fn visit_arrow_function_expression(&mut self, _: &ArrowFunctionExpression<'a>) {
        self.0 = true;
    }

    fn visit_class(&mut self, _: &Class<'a>) {
        self.0 = true;
    }
}
