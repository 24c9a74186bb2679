//! The part of JavaScript that isn't supported, by name. What passes here is lowered with its full
//! meaning.

use crate::diagnostic::{Diagnostic, code};
use crate::parameter_scope;
use crate::parse::Syntax;
use crate::variables::{SuperCalls, has_fields};
use microvium_ir::SourceFile;
use oxc_ast::AstKind;
use oxc_ast::ast::*;
use oxc_ast::ast_kind::AstType;
use oxc_ast_visit::Visit;
use oxc_semantic::{ScopeId, Scoping};
use oxc_span::{GetSpan, Span};
use oxc_syntax::operator::UnaryOperator;

/// Everything in a source that isn't supported.
pub(crate) fn find(file: &SourceFile, syntax: &Syntax<'_>) -> Vec<Diagnostic> {
    let mut finder = Finder {
        file,
        scoping: &syntax.scoping,
        found: Vec::new(),
    };
    finder.visit_program(syntax.program);
    finder.hidden_variables();
    finder
        .found
        .sort_by_key(|diagnostic| diagnostic.labels[0].span.start);
    finder.found
}

struct Finder<'s> {
    file: &'s SourceFile,
    scoping: &'s Scoping,
    found: Vec<Diagnostic>,
}

/// What a construct is called, where it stands, and a way round it if there is a simple one.
type Refusal = Option<(&'static str, Span, &'static str)>;

impl<'a> Visit<'a> for Finder<'_> {
    fn enter_node(&mut self, kind: AstKind<'a>) {
        if let Some((name, span, help)) = self.refusal(kind) {
            self.report(name, span, help);
        }
    }
}

impl Finder<'_> {
    fn report(&mut self, name: &str, span: Span, help: &str) {
        let mut diagnostic = Diagnostic::error(
            code::UNSUPPORTED,
            self.file,
            span.start..span.end,
            format!("{name} not supported yet"),
        );
        if !help.is_empty() {
            diagnostic = diagnostic.help(help);
        }
        self.found.push(diagnostic);
    }

    /// A `var` in a `catch` clause, of the name of its parameter and declared nowhere else: the parser
    /// takes both for one variable.
    fn hidden_variables(&mut self) {
        for symbol in self.scoping.symbol_ids() {
            let scope = self.scoping.symbol_scope_id(symbol);
            if self.scoping.symbol_flags(symbol).is_catch_variable()
                && self.scoping.scope_flags(scope).is_var()
            {
                let redeclared = self.scoping.symbol_redeclarations(symbol).last();
                let span = redeclared.map_or(self.scoping.symbol_span(symbol), |it| it.span);
                self.report(
                    "a `var` of the name of a catch parameter is",
                    span,
                    "give it another name",
                );
            }
        }
    }

    fn shared_name(
        &self,
        parameters: &FormalParameters<'_>,
        body: Span,
        scope: ScopeId,
    ) -> Refusal {
        let span = parameter_scope::of_function(parameters, body, scope, self.scoping)?;
        Some((SHARED_NAME, span, "give one of the two another name"))
    }

    fn refusal(&self, kind: AstKind<'_>) -> Refusal {
        let found = |name, span, help| Some((name, span, help));
        match kind {
            AstKind::Function(it) if it.r#async && it.generator => {
                found("async generators are", head(it.span), "use callbacks")
            }
            AstKind::Function(it) if it.r#async => {
                found("async functions are", head(it.span), "use callbacks")
            }
            AstKind::ArrowFunctionExpression(it) if it.r#async => {
                found("async functions are", head(it.span), "use callbacks")
            }
            AstKind::Function(Function {
                params,
                body: Some(body),
                scope_id,
                ..
            }) => self.shared_name(params, body.span, scope_id.get()?),
            AstKind::ArrowFunctionExpression(it) => {
                self.shared_name(&it.params, it.body.span(), it.scope_id())
            }
            AstKind::AwaitExpression(it) => found("`await` is", it.span, "use callbacks"),
            AstKind::ForOfStatement(it) if it.r#await => {
                found("`for await` loops are", head(it.span), "")
            }
            AstKind::DebuggerStatement(it) => found("`debugger` is", it.span, "remove it"),
            AstKind::WithStatement(it) => found("`with` is", head(it.span), ""),
            AstKind::VariableDeclaration(it)
                if matches!(
                    it.kind,
                    VariableDeclarationKind::Using | VariableDeclarationKind::AwaitUsing
                ) =>
            {
                found(
                    "`using` declarations are",
                    it.span,
                    "use `try` and `finally`",
                )
            }
            AstKind::BigIntLiteral(it) => found("BigInt literals are", it.span, "use a number"),
            AstKind::RegExpLiteral(it) => found("regular expressions are", it.span, ""),
            AstKind::TaggedTemplateExpression(it) => {
                found("tagged templates are", it.span, "call a function")
            }
            AstKind::ImportExpression(it) => found(
                "dynamic `import()` is",
                it.span,
                "use an `import` declaration",
            ),
            AstKind::ImportMeta(it) => found("`import.meta` is", it.span, ""),
            AstKind::Decorator(it) => found("decorators are", it.span, ""),
            AstKind::PrivateIdentifier(it) => found(
                "private names (`#name`) are",
                it.span,
                "use an ordinary name",
            ),
            AstKind::Class(it) => {
                let base = it
                    .heritage
                    .as_ref()?
                    .expression
                    .get_identifier_reference()?;
                let reference = self.scoping.get_reference(base.reference_id());
                let exotic = reference.symbol_id().is_none() && EXOTIC.contains(&&*base.name);
                exotic.then_some((
                    "classes that extend `Array` or the objects around primitives are",
                    base.span,
                    "keep the value in a field",
                ))
            }
            AstKind::ClassBody(it) if has_fields(it) => {
                let span = repeated_super(it)?;
                found(
                    "`super()` at several places, or in a loop or an arrow function, of a class with fields is",
                    span,
                    "call it once, at the start of the constructor",
                )
            }
            AstKind::UnaryExpression(it) if it.operator == UnaryOperator::Delete => {
                let member = it.argument.as_member_expression()?;
                let is_super = matches!(member.object(), Expression::Super(_));
                is_super.then_some(("`delete` of a property of `super` is", it.span, ""))
            }
            AstKind::AccessorProperty(it) => found("`accessor` fields are", it.span, ""),
            AstKind::CallExpression(it) => match it.callee.get_inner_expression() {
                Expression::Identifier(name) if name.name == "eval" => {
                    found("`eval` is", it.span, "")
                }
                _ => None,
            },
            AstKind::IdentifierReference(it) if it.name == "arguments" => {
                let reference = self.scoping.get_reference(it.reference_id());
                reference.symbol_id().is_none().then_some((
                    "`arguments` is",
                    it.span,
                    "name the parameters",
                ))
            }
            AstKind::WithClause(it) => {
                let is_json = |entry: &ImportAttribute<'_>| {
                    entry.key.as_arena_str() == "type" && entry.value.value == "json"
                };
                let known =
                    it.keyword == WithClauseKeyword::With && it.with_entries.iter().all(is_json);
                (!known).then_some((
                    "import attributes other than `with { type: 'json' }` are",
                    it.span,
                    "",
                ))
            }
            AstKind::ImportDeclaration(it) if it.phase.is_some() => {
                found("import phases are", it.span, "")
            }
            AstKind::V8IntrinsicExpression(it) => found("`%` intrinsics are", it.span, ""),
            AstKind::JSXElement(JSXElement { span, .. })
            | AstKind::JSXFragment(JSXFragment { span, .. }) => {
                found("JSX is", *span, "call functions")
            }
            _ => {
                let first_of_typescript = AstType::TSThisParameter as u8;
                (kind.ty() as u8 >= first_of_typescript).then_some((
                    "TypeScript is",
                    kind.span(),
                    "name the file `.ts`, and types are stripped",
                ))
            }
        }
    }
}

/// The globals whose instances aren't ordinary objects.
const EXOTIC: [&str; 4] = ["Array", "String", "Number", "Boolean"];

const SHARED_NAME: &str = "a name that both the parameters and the body of a function use is";

/// Where the constructor of a class calls `super()` other than once.
fn repeated_super(class: &ClassBody<'_>) -> Option<Span> {
    let constructor = class.body.iter().find_map(|element| match element {
        ClassElement::MethodDefinition(it) if it.kind.is_constructor() => Some(&it.value),
        _ => None,
    })?;
    let calls = SuperCalls::of(constructor);
    if calls.is_single() {
        return None;
    }
    calls.repeated.or(Some(head(constructor.span)))
}

/// The beginning of a construct whose whole would show too much.
const fn head(span: Span) -> Span {
    Span::new(span.start, span.start + 1)
}
