//! Statements.

use super::Lowerer;
use super::jump::{Exit, Target};
use super::pattern::Pattern;
use crate::record::DEFAULT;
use microvium_ir::{BinaryOperator, FunctionKind, Op, Terminator};
use oxc_ast::ast::{
    BlockStatement, Class, Declaration, ExportDefaultDeclarationKind, IfStatement,
    LabeledStatement, Statement, SwitchStatement, VariableDeclaration, VariableDeclarationKind,
};
use oxc_span::GetSpan;

impl Lowerer<'_, '_> {
    pub(super) fn statements(&mut self, statements: &[Statement<'_>]) {
        for statement in statements {
            self.statement(statement);
        }
    }

    pub(super) fn statement(&mut self, statement: &Statement<'_>) {
        let labels = std::mem::take(&mut self.state.labels);
        if self.b().is_dead() {
            return;
        }
        let offset = statement.span().start;
        match statement {
            Statement::EmptyStatement(_)
            | Statement::DebuggerStatement(_)
            | Statement::ImportDeclaration(_)
            | Statement::ExportAllDeclaration(_)
            | Statement::ExportNamedDeclaration(_)
            | Statement::ExportFromDeclaration(_) => {}
            // Created where their block begins.
            Statement::FunctionDeclaration(_) => {}
            Statement::ExpressionStatement(it) => self.discard(&it.expression),
            Statement::VariableDeclaration(it) => self.variable_declaration(it),
            Statement::ClassDeclaration(it) => self.class_declaration(it),
            Statement::ExportDeclaration(it) => match &it.declaration {
                Declaration::VariableDeclaration(it) => self.variable_declaration(it),
                Declaration::ClassDeclaration(it) => self.class_declaration(it),
                _ => {}
            },
            Statement::ExportDefaultDeclaration(it) => {
                self.export_default(&it.declaration, offset);
            }
            Statement::BlockStatement(it) => self.labelled(labels, |this| this.block(it)),
            Statement::IfStatement(it) => self.labelled(labels, |this| this.if_statement(it)),
            Statement::TryStatement(it) => self.labelled(labels, |this| this.try_statement(it)),
            Statement::LabeledStatement(it) => self.label(it, labels),
            Statement::SwitchStatement(it) => self.switch(it, labels),
            Statement::WhileStatement(it) => self.while_loop(it, labels),
            Statement::DoWhileStatement(it) => self.do_loop(it, labels),
            Statement::ForStatement(it) => self.for_loop(it, labels),
            Statement::ForInStatement(it) => self.for_in_loop(it, labels),
            Statement::ForOfStatement(it) => self.for_of_loop(it, labels),
            Statement::BreakStatement(it) => {
                let label = it.label.as_ref().map(|label| label.name.as_str());
                // `a: break a;` labels nothing else.
                if label.is_none_or(|label| labels.iter().all(|own| own != label)) {
                    self.break_to(label, offset);
                }
            }
            Statement::ContinueStatement(it) => {
                let label = it.label.as_ref().map(|label| label.name.as_str());
                self.continue_to(label, offset);
            }
            Statement::ReturnStatement(it) => {
                let mut value = it.argument.as_ref().map(|it| self.expression(it));
                if self.b().function.kind == FunctionKind::AsyncGenerator {
                    value = value.map(|it| self.wait_for(it, offset));
                }
                self.exit(Exit::Return, value, offset);
            }
            Statement::ThrowStatement(it) => {
                let value = self.expression(&it.argument);
                self.b().terminate(Terminator::Throw(value), offset);
            }
            _ => unreachable!("refused before lowering"),
        }
    }

    /// A statement with a scope of its own.
    pub(super) fn block(&mut self, it: &BlockStatement<'_>) {
        self.enter_scope(it.scope_id(), it.span.start);
        self.hoist_functions(&it.body);
        self.statements(&it.body);
    }

    pub(super) fn variable_declaration(&mut self, it: &VariableDeclaration<'_>) {
        for declarator in &it.declarations {
            let target = Pattern::binding(&declarator.id);
            let offset = declarator.span.start;
            match &declarator.init {
                Some(init) => self.bind_expression(&target, init),
                // `var x;` does nothing.
                None if it.kind == VariableDeclarationKind::Var => {}
                None => {
                    let value = self.b().undefined(offset);
                    self.bind(&target, value, offset);
                }
            }
        }
    }

    fn class_declaration(&mut self, it: &Class<'_>) {
        let value = self.class(it, "default".into());
        match &it.id {
            Some(id) => self.initialize_name(id, value, it.span.start),
            None => self.set_slot(DEFAULT, value, it.span.start),
        }
    }

    fn export_default(&mut self, it: &ExportDefaultDeclarationKind<'_>, offset: u32) {
        match it {
            ExportDefaultDeclarationKind::FunctionDeclaration(_) => {}
            ExportDefaultDeclarationKind::ClassDeclaration(it) => self.class_declaration(it),
            it => {
                let value = self.named(it.to_expression(), "default".into());
                self.set_slot(DEFAULT, value, offset);
            }
        }
    }

    fn if_statement(&mut self, it: &IfStatement<'_>) {
        let (then, after) = (self.b().block(), self.b().block());
        let otherwise = match &it.alternate {
            Some(_) => self.b().block(),
            None => after,
        };
        self.condition(&it.test, then, otherwise);
        self.b().start_sealed(then);
        self.statement(&it.consequent);
        self.b().jump(after, it.consequent.span().end);
        if let Some(alternate) = &it.alternate {
            self.b().start_sealed(otherwise);
            self.statement(alternate);
            self.b().jump(after, alternate.span().end);
        }
        self.b().start_sealed(after);
    }

    /// Lowers a statement that isn't a loop and may be left by `break` with one of these labels.
    fn labelled(&mut self, labels: Vec<String>, lower: impl FnOnce(&mut Self)) {
        if labels.is_empty() {
            return lower(self);
        }
        let after = self.b().block();
        self.state.targets.push(Target::Statement {
            labels,
            plain: false,
            after,
            next: None,
        });
        lower(self);
        self.state.targets.pop();
        let offset = self.b().function.position.offset;
        self.b().jump(after, offset);
        self.b().start_sealed(after);
    }

    fn label(&mut self, it: &LabeledStatement<'_>, mut labels: Vec<String>) {
        labels.push(it.label.name.to_string());
        self.state.labels = labels;
        self.statement(&it.body);
    }

    fn switch(&mut self, it: &SwitchStatement<'_>, labels: Vec<String>) {
        let offset = it.span.start;
        let value = self.expression(&it.discriminant);
        self.enter_scope(it.scope_id(), offset);
        for case in &it.cases {
            self.hoist_functions(&case.consequent);
        }
        let after = self.b().block();
        let bodies: Vec<_> = it.cases.iter().map(|_| self.b().block()).collect();
        let mut default = after;
        for (case, &body) in it.cases.iter().zip(&bodies) {
            let Some(test) = &case.test else {
                default = body;
                continue;
            };
            let expected = self.expression(test);
            let equal = Op::Binary(BinaryOperator::StrictEqual, value, expected);
            let condition = self.value(equal, test.span().start);
            let next = self.b().block();
            self.b().branch(condition, body, next, test.span().start);
            self.b().start_sealed(next);
        }
        self.b().jump(default, offset);
        self.state.targets.push(Target::Statement {
            labels,
            plain: true,
            after,
            next: None,
        });
        for (case, &body) in it.cases.iter().zip(&bodies) {
            // The case before falls through.
            self.b().jump(body, case.span.start);
            self.b().start_sealed(body);
            self.statements(&case.consequent);
        }
        self.b().jump(after, it.span.end);
        self.state.targets.pop();
        self.b().start_sealed(after);
    }
}
