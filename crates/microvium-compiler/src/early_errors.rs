//! Syntax errors that the parser's own checks let pass: jumps out of arrow functions, `continue` to what isn't a
//! loop, parentheses that the tree doesn't show, and `eval` and `arguments` as targets of loops; and what it takes
//! for an error that is none.

use crate::diagnostic::Diagnostic;
use crate::finding::Finding;
use crate::syntax::Syntax;
use microvium_ir::SourceFile;
use oxc_ast::ast::*;
use oxc_ast_visit::{Visit, walk};
use oxc_diagnostics::{LabeledSpan, OxcDiagnostic};
use oxc_semantic::ScopeFlags;
use oxc_span::{GetSpan, Span};
use std::collections::BTreeSet;

/// The errors of a source that were not found before.
pub(crate) fn find(file: &SourceFile, syntax: &Syntax<'_>) -> Vec<Diagnostic> {
    let mut finder = Finder {
        file,
        around: Vec::new(),
        in_pattern: false,
        found: Vec::new(),
    };
    finder.visit_program(syntax.program);
    finder.found
}

/// Drops what isn't an error: wherever a pattern is assigned to, the parser's checks take `arguments` for a target, in the
/// defaults too.
pub(crate) fn drop_false(program: &Program<'_>, errors: &mut Vec<OxcDiagnostic>) {
    let is_target = |error: &OxcDiagnostic| error.message.starts_with("Cannot assign to '");
    if errors.iter().any(is_target) {
        let mut reads = Reads::default();
        reads.visit_program(program);
        let is_read = |label: &LabeledSpan| reads.0.contains(&label.offset());
        errors.retain(|it| !(is_target(it) && it.labels.iter().any(is_read)));
    }
}

/// Where `arguments` and `eval` are read.
#[derive(Default)]
struct Reads(BTreeSet<u32>);

impl<'a> Visit<'a> for Reads {
    fn visit_expression(&mut self, it: &Expression<'a>) {
        if let Expression::Identifier(name) = it
            && matches!(name.name.as_str(), "arguments" | "eval")
        {
            self.0.insert(name.span.start);
        }
        walk::walk_expression(self, it);
    }
}

/// A statement that jumps may lead to.
enum Around {
    Loop,
    Switch,
    /// A label, and whether it is a loop's.
    Label(String, bool),
}

struct Finder<'s> {
    file: &'s SourceFile,
    /// What is around in the same function.
    around: Vec<Around>,
    /// Whether what is looked at is in a pattern that is assigned to, and may be one itself.
    in_pattern: bool,
    found: Vec<Diagnostic>,
}

impl Finder<'_> {
    fn within(&mut self, around: Around, visit: impl FnOnce(&mut Self)) {
        self.around.push(around);
        visit(self);
        self.around.pop();
    }

    fn in_function(&mut self, visit: impl FnOnce(&mut Self)) {
        let outer = std::mem::take(&mut self.around);
        visit(self);
        self.around = outer;
    }

    fn check(
        &mut self,
        word: &str,
        allowed: bool,
        label: Option<&LabelIdentifier<'_>>,
        span: Span,
    ) {
        if allowed {
            return;
        }
        let at = |span: Span| span.start..span.end;
        self.found.push(match label {
            Some(label) => Diagnostic::new(
                Finding::JumpToNoLabel,
                self.file,
                at(label.span),
                &[word, &label.name],
            ),
            None => Diagnostic::new(Finding::JumpOutsideOfLoop, self.file, at(span), &[word]),
        });
    }
}

impl Finder<'_> {
    /// Where the parenthesis is that stands right before a place, if one does.
    fn parenthesis_before(&self, start: u32) -> Option<u32> {
        let before = self.file.text.get(..start as usize)?.trim_end();
        before.ends_with('(').then(|| before.len() as u32 - 1)
    }

    fn parentheses(&mut self, span: Span) {
        let range = span.start..span.end;
        let found = Diagnostic::new(Finding::Parentheses, self.file, range, &[]);
        self.found.push(found);
    }

    /// The head of a loop that assigns. The parenthesis before a pattern is the loop's.
    fn head(&mut self, left: &ForStatementLeft<'_>) {
        let Some(target) = left.as_assignment_target() else {
            return;
        };
        if target.is_assignment_target_pattern()
            && let Some(inner) = self.parenthesis_before(target.span().start)
            && self.parenthesis_before(inner).is_some()
        {
            self.parentheses(target.span());
        }
        if let Some(name) = target.get_identifier_name()
            && matches!(name, "arguments" | "eval")
        {
            let at = target.span().start..target.span().end;
            self.found
                .push(Diagnostic::new(Finding::LoopTarget, self.file, at, &[name]));
        }
    }
}

impl<'a> Visit<'a> for Finder<'_> {
    fn visit_function(&mut self, it: &Function<'a>, flags: ScopeFlags) {
        self.in_function(|this| walk::walk_function(this, it, flags));
    }

    fn visit_arrow_function_expression(&mut self, it: &ArrowFunctionExpression<'a>) {
        for parameter in &it.params.items {
            let start = parameter.pattern.span().start;
            let inner = self.parenthesis_before(start);
            let outer = inner.and_then(|at| self.parenthesis_before(at));
            if outer.is_some_and(|at| at >= it.span.start) {
                self.parentheses(parameter.span);
            }
        }
        self.in_function(|this| walk::walk_arrow_function_expression(this, it));
    }

    fn visit_assignment_target_pattern(&mut self, it: &AssignmentTargetPattern<'a>) {
        // Within a pattern, nothing but the pattern itself can begin with a parenthesis.
        if self.in_pattern && self.parenthesis_before(it.span().start).is_some() {
            self.parentheses(it.span());
        }
        let outer = std::mem::replace(&mut self.in_pattern, true);
        walk::walk_assignment_target_pattern(self, it);
        self.in_pattern = outer;
    }

    fn visit_expression(&mut self, it: &Expression<'a>) {
        let outer = std::mem::take(&mut self.in_pattern);
        walk::walk_expression(self, it);
        self.in_pattern = outer;
    }

    fn visit_labeled_statement(&mut self, it: &LabeledStatement<'a>) {
        let mut body = &it.body;
        while let Statement::LabeledStatement(inner) = body {
            body = &inner.body;
        }
        let label = Around::Label(it.label.name.to_string(), body.is_iteration_statement());
        self.within(label, |this| this.visit_statement(&it.body));
    }

    fn visit_for_statement(&mut self, it: &ForStatement<'a>) {
        self.within(Around::Loop, |this| walk::walk_for_statement(this, it));
    }

    fn visit_for_in_statement(&mut self, it: &ForInStatement<'a>) {
        self.head(&it.left);
        self.within(Around::Loop, |this| walk::walk_for_in_statement(this, it));
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.head(&it.left);
        self.within(Around::Loop, |this| walk::walk_for_of_statement(this, it));
    }

    fn visit_assignment_target_with_default(&mut self, it: &AssignmentTargetWithDefault<'a>) {
        // Those around the target alone may be there.
        let behind = self.file.text.get(it.binding.span().end as usize..);
        let closed = behind.is_some_and(|text| text.trim_start().starts_with(')'));
        if self.parenthesis_before(it.span.start).is_some() && !closed {
            self.parentheses(it.span);
        }
        walk::walk_assignment_target_with_default(self, it);
    }

    fn visit_while_statement(&mut self, it: &WhileStatement<'a>) {
        self.within(Around::Loop, |this| walk::walk_while_statement(this, it));
    }

    fn visit_do_while_statement(&mut self, it: &DoWhileStatement<'a>) {
        self.within(Around::Loop, |this| walk::walk_do_while_statement(this, it));
    }

    fn visit_switch_statement(&mut self, it: &SwitchStatement<'a>) {
        self.within(Around::Switch, |this| walk::walk_switch_statement(this, it));
    }

    fn visit_break_statement(&mut self, it: &BreakStatement<'a>) {
        let label = it.label.as_ref();
        let allowed = self.around.iter().any(|around| match (around, label) {
            (Around::Label(name, _), Some(label)) => name == label.name.as_str(),
            (Around::Loop | Around::Switch, None) => true,
            _ => false,
        });
        self.check("break", allowed, label, it.span);
    }

    fn visit_continue_statement(&mut self, it: &ContinueStatement<'a>) {
        let label = it.label.as_ref();
        let allowed = self.around.iter().any(|around| match (around, label) {
            (Around::Label(name, true), Some(label)) => name == label.name.as_str(),
            (Around::Loop, None) => true,
            _ => false,
        });
        self.check("continue", allowed, label, it.span);
    }
}
