//! What a tree says in a form that nothing behind it knows is said in another one: `import.meta`, and a `var` of the name
//! of a catch parameter.

use oxc_allocator::{Allocator, ArenaVec};
use oxc_ast::ast::*;
use oxc_ast::builder::AstBuilder;
use oxc_ast_visit::{VisitMut, walk_mut};
use oxc_span::{GetSpan, Span};
use oxc_syntax::operator::AssignmentOperator;

/// The variable that holds a module's `import.meta`. No script can name it.
const META: &str = "import.meta";

/// Rewrites a tree that has no scopes yet.
pub(crate) fn rewrite<'a>(program: &mut Program<'a>, allocator: &'a Allocator) {
    let mut rewriter = Rewriter {
        builder: AstBuilder::new(allocator),
        caught: Vec::new(),
        hidden: Vec::new(),
        meta: None,
    };
    rewriter.visit_program(program);
    let meta = rewriter.meta.map(|span| (META.into(), span));
    rewriter.hidden.extend(meta);
    rewriter.declare(&mut program.body);
}

struct Rewriter<'a> {
    builder: AstBuilder<'a>,
    /// The names of the parameters of the catch clauses around, of the same function.
    caught: Vec<Ident<'a>>,
    /// Those of them that a `var` declares for the function, and where.
    hidden: Vec<(Ident<'a>, Span)>,
    /// Where `import.meta` stands.
    meta: Option<Span>,
}

impl<'a> Rewriter<'a> {
    /// What has `var`s of its own begins.
    fn enter(&mut self) -> (Vec<Ident<'a>>, Vec<(Ident<'a>, Span)>) {
        (
            std::mem::take(&mut self.caught),
            std::mem::take(&mut self.hidden),
        )
    }

    /// And ends.
    fn leave(
        &mut self,
        body: &mut ArenaVec<'a, Statement<'a>>,
        caught: Vec<Ident<'a>>,
        hidden: Vec<(Ident<'a>, Span)>,
    ) {
        self.declare(body);
        self.caught = caught;
        self.hidden = hidden;
    }

    /// `import.meta`: an object without a prototype, made where it is first asked for. It says nothing of where the module
    /// lies: that is the build's business, and no part of a snapshot.
    fn meta(&mut self, span: Span) -> Expression<'a> {
        self.meta.get_or_insert(span);
        let builder = &self.builder;
        let key = PropertyKey::new_static_identifier(span, "__proto__", builder);
        let null = Expression::new_null_literal(span, builder);
        let (kind, no) = (PropertyKind::Init, false);
        let property =
            ObjectPropertyKind::new_object_property(span, kind, key, null, no, no, no, builder);
        let object = Expression::new_object_expression(span, [property], builder);
        let target = AssignmentTarget::new_assignment_target_identifier(span, META, builder);
        let operator = AssignmentOperator::LogicalNullish;
        Expression::new_assignment_expression(span, operator, target, object, builder)
    }

    /// Declares the hidden names once more, in the innermost block where no catch clause with such a parameter is around: to
    /// the parser's scopes they would be the parameter.
    fn declare(&mut self, body: &mut ArenaVec<'a, Statement<'a>>) {
        let mut known: Vec<Ident<'a>> = Vec::new();
        for (name, span) in std::mem::take(&mut self.hidden) {
            if self.caught.contains(&name) {
                self.hidden.push((name, span));
                continue;
            }
            if known.contains(&name) {
                continue;
            }
            known.push(name);
            let builder = &self.builder;
            let id = BindingPattern::new_binding_identifier(span, name, builder);
            let declarator = VariableDeclarator::new(span, id, None, None, false, builder);
            let kind = VariableDeclarationKind::Var;
            let declaration =
                Statement::new_variable_declaration(span, kind, [declarator], false, builder);
            body.insert(0, declaration);
        }
    }
}

impl<'a> VisitMut<'a> for Rewriter<'a> {
    fn visit_function_body(&mut self, it: &mut FunctionBody<'a>) {
        let (caught, hidden) = self.enter();
        walk_mut::walk_function_body(self, it);
        self.leave(&mut it.statements, caught, hidden);
    }

    fn visit_static_block(&mut self, it: &mut StaticBlock<'a>) {
        let (caught, hidden) = self.enter();
        walk_mut::walk_static_block(self, it);
        self.leave(&mut it.body, caught, hidden);
    }

    fn visit_block_statement(&mut self, it: &mut BlockStatement<'a>) {
        walk_mut::walk_block_statement(self, it);
        self.declare(&mut it.body);
    }

    fn visit_switch_case(&mut self, it: &mut SwitchCase<'a>) {
        walk_mut::walk_switch_case(self, it);
        self.declare(&mut it.consequent);
    }

    fn visit_catch_clause(&mut self, it: &mut CatchClause<'a>) {
        let parameter = it.param.as_ref().map(|it| &it.pattern);
        let name = parameter.and_then(BindingPattern::get_binding_identifier);
        let around = self.caught.len();
        self.caught.extend(name.map(|it| it.name));
        walk_mut::walk_catch_clause(self, it);
        self.caught.truncate(around);
    }

    fn visit_variable_declaration(&mut self, it: &mut VariableDeclaration<'a>) {
        if it.kind.is_var() {
            for declarator in &it.declarations {
                for it in declarator.id.get_binding_identifiers() {
                    if self.caught.contains(&it.name) {
                        self.hidden.push((it.name, it.span));
                    }
                }
            }
        }
        walk_mut::walk_variable_declaration(self, it);
    }

    fn visit_expression(&mut self, it: &mut Expression<'a>) {
        walk_mut::walk_expression(self, it);
        if matches!(it, Expression::ImportMeta(_)) {
            *it = self.meta(it.span());
        }
    }
}
