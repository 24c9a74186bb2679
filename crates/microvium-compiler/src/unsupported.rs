//! The part of JavaScript that isn't supported, by name. What passes here is lowered with its full
//! meaning.

use crate::diagnostic::Diagnostic;
use crate::dynamic_import;
use crate::finding::Finding;
use crate::syntax::Syntax;
use microvium_ir::SourceFile;
use oxc_ast::AstKind;
use oxc_ast::ast::*;
use oxc_ast::ast_kind::AstType;
use oxc_ast_visit::Visit;
use oxc_semantic::Scoping;
use oxc_span::{GetSpan, Span};

/// Everything in a source that isn't supported.
pub(crate) fn find(file: &SourceFile, syntax: &Syntax<'_>) -> Vec<Diagnostic> {
    let mut finder = Finder {
        file,
        scoping: &syntax.scoping,
        found: Vec::new(),
        typescript: 0,
    };
    finder.visit_program(syntax.program);
    finder
        .found
        .sort_by_key(|diagnostic| diagnostic.labels[0].span.start);
    finder.found
}

struct Finder<'s> {
    file: &'s SourceFile,
    scoping: &'s Scoping,
    found: Vec<Diagnostic>,
    /// Where the last piece of TypeScript ends. What is in it isn't worth another word.
    typescript: u32,
}

/// What isn't supported, and where it stands.
type Refusal = Option<(Finding, Span)>;

impl<'a> Visit<'a> for Finder<'_> {
    fn enter_node(&mut self, kind: AstKind<'a>) {
        if let Some((finding, span)) = self.refusal(kind) {
            if finding == Finding::TypeScript {
                if span.start < self.typescript {
                    return;
                }
                self.typescript = span.end;
            }
            self.report(finding, span);
        }
    }
}

impl Finder<'_> {
    fn report(&mut self, finding: Finding, span: Span) {
        let place = span.start..span.end;
        self.found
            .push(Diagnostic::new(finding, self.file, place, &[]));
    }

    /// A call of the global `Function`.
    fn function_of_text(&self, callee: &Expression<'_>, span: Span) -> Refusal {
        let name = callee.get_identifier_reference()?;
        let is_function = self.is_global(name) && name.name == "Function";
        is_function.then_some((Finding::FunctionOfText, span))
    }

    /// Whether a name is that of no variable of the source.
    fn is_global(&self, name: &IdentifierReference<'_>) -> bool {
        let reference = self.scoping.get_reference(name.reference_id());
        reference.symbol_id().is_none()
    }

    fn refusal(&self, kind: AstKind<'_>) -> Refusal {
        let found = |finding, span| Some((finding, span));
        match kind {
            AstKind::VariableDeclaration(it)
                if matches!(
                    it.kind,
                    VariableDeclarationKind::Using | VariableDeclarationKind::AwaitUsing
                ) =>
            {
                found(Finding::Using, it.span)
            }
            AstKind::BigIntLiteral(it) => found(Finding::BigInt, it.span),
            AstKind::RegExpLiteral(it) => found(Finding::RegularExpression, it.span),
            AstKind::ImportExpression(it) => dynamic_import::request(it).err(),
            AstKind::Decorator(it) => found(Finding::Decorator, it.span),
            AstKind::AccessorProperty(it) => found(Finding::AccessorField, it.span),
            AstKind::CallExpression(it) => match it.callee.get_inner_expression() {
                Expression::Identifier(name) if name.name == "eval" => {
                    found(Finding::Eval, it.span)
                }
                callee => self.function_of_text(callee, it.span),
            },
            AstKind::NewExpression(it) => self.function_of_text(&it.callee, it.span),
            AstKind::WithClause(it) => {
                let is_json = |entry: &ImportAttribute<'_>| {
                    entry.key.as_arena_str() == "type" && entry.value.value == "json"
                };
                let known =
                    it.keyword == WithClauseKeyword::With && it.with_entries.iter().all(is_json);
                (!known).then_some((Finding::ImportAttributes, it.span))
            }
            AstKind::ImportDeclaration(it) if it.phase.is_some() => {
                found(Finding::ImportPhase, it.span)
            }
            // The parser reads these words in any file.
            AstKind::PropertyDefinition(it)
                if it.accessibility.is_some()
                    || it.readonly
                    || it.r#override
                    || it.declare
                    || it.optional
                    || it.definite =>
            {
                found(Finding::TypeScript, it.span)
            }
            AstKind::MethodDefinition(it)
                if it.accessibility.is_some() || it.r#override || it.optional =>
            {
                found(Finding::TypeScript, it.span)
            }
            AstKind::Class(it) if it.r#abstract || it.declare => {
                found(Finding::TypeScript, it.span)
            }
            AstKind::JSXElement(JSXElement { span, .. })
            | AstKind::JSXFragment(JSXFragment { span, .. }) => found(Finding::Jsx, *span),
            _ => {
                let first_of_typescript = AstType::TSThisParameter as u8;
                (kind.ty() as u8 >= first_of_typescript)
                    .then_some((Finding::TypeScript, kind.span()))
            }
        }
    }
}
