//! Names that the parser takes for one where ECMAScript has two: what parameters evaluate sees the names
//! around the function, and not those of its body.

use oxc_ast::ast::*;
use oxc_ast_visit::{Visit, walk};
use oxc_semantic::{ScopeId, Scoping, SymbolId};
use oxc_span::Span;

/// A place in a pattern with names that mean something else than the parser says.
pub(crate) fn of_function(
    parameters: &FormalParameters<'_>,
    body: Span,
    scope: ScopeId,
    scoping: &Scoping,
) -> Option<Span> {
    let mut finder = Finder::new(body, scope, scoping);
    finder.visit_formal_parameters(parameters);
    finder.finish()
}

struct Finder<'s> {
    body: Span,
    scope: ScopeId,
    scoping: &'s Scoping,
    /// Whether anything is evaluated, so that there are two scopes.
    evaluates: bool,
    /// A name that the body declares again.
    redeclared: Option<Span>,
    /// A use of a name that the body declares.
    used: Option<Span>,
}

impl<'s> Finder<'s> {
    const fn new(body: Span, scope: ScopeId, scoping: &'s Scoping) -> Finder<'s> {
        Finder {
            body,
            scope,
            scoping,
            evaluates: false,
            redeclared: None,
            used: None,
        }
    }

    fn finish(self) -> Option<Span> {
        self.used.or(self.redeclared.filter(|_| self.evaluates))
    }

    fn is_of_body(&self, symbol: SymbolId) -> bool {
        self.scoping.symbol_scope_id(symbol) == self.scope
            && self
                .body
                .contains_inclusive(self.scoping.symbol_span(symbol))
    }
}

impl<'a> Visit<'a> for Finder<'_> {
    fn visit_expression(&mut self, it: &Expression<'a>) {
        self.evaluates = true;
        walk::walk_expression(self, it);
    }

    fn visit_binding_identifier(&mut self, it: &BindingIdentifier<'a>) {
        let Some(symbol) = it.symbol_id.get() else {
            return;
        };
        let again = self.scoping.symbol_redeclarations(symbol);
        let in_body = again
            .iter()
            .any(|again| self.body.contains_inclusive(again.span));
        if self.scoping.symbol_scope_id(symbol) == self.scope && in_body {
            self.redeclared = Some(it.span);
        }
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        let symbol = self.scoping.get_reference(it.reference_id()).symbol_id();
        if symbol.is_some_and(|symbol| self.is_of_body(symbol)) {
            self.used = Some(it.span);
        }
    }
}
