//! Names that the parser takes for one where ECMAScript has two: what parameters evaluate sees the names around the
//! function, and not those of its body, and a body that declares a parameter's name again has a variable of its own
//! (ECMAScript 10.2.11, step 28).

use oxc_ast::ast::*;
use oxc_ast_visit::{Visit, walk};
use oxc_semantic::{Reference, ReferenceId, ScopeFlags, ScopeId, Scoping, SymbolFlags, SymbolId};
use oxc_span::GetSpan;
use std::collections::BTreeMap;

/// The variables of functions' bodies that begin with what a parameter of their name has: by the functions' scopes,
/// pairs of the parameter and the variable.
pub(crate) type Copies = BTreeMap<ScopeId, Vec<(SymbolId, SymbolId)>>;

/// Tells such names apart, in the tree and in its scopes.
pub(crate) fn separate(program: &Program<'_>, scoping: &mut Scoping) -> Copies {
    let mut finder = Finder {
        scoping,
        around: Vec::new(),
        misread: Vec::new(),
        redeclared: Vec::new(),
    };
    finder.visit_program(program);
    let Finder {
        misread,
        redeclared,
        ..
    } = finder;
    for (reference, scope) in misread {
        look_outside(reference, scope, scoping);
    }
    let mut copies = Copies::new();
    for (parameter, scope, body) in redeclared {
        let variable = split(program, parameter, scope, body, scoping);
        copies.entry(scope).or_default().push((parameter, variable));
    }
    copies
}

/// A function whose parameters are being visited.
struct Parameters {
    scope: ScopeId,
    body: Span,
    /// Whether anything is evaluated, so that there are two scopes.
    evaluate: bool,
    /// Names that the body declares again.
    redeclared: Vec<SymbolId>,
}

struct Finder<'s> {
    scoping: &'s Scoping,
    around: Vec<Parameters>,
    /// References in parameters to what a body declares, with the outermost such function.
    misread: Vec<(ReferenceId, ScopeId)>,
    /// Parameters that are variables of the body too.
    redeclared: Vec<(SymbolId, ScopeId, Span)>,
}

impl Finder<'_> {
    fn function<'a>(&mut self, parameters: &FormalParameters<'a>, body: Span, scope: ScopeId)
    where
        Self: Visit<'a>,
    {
        self.around.push(Parameters {
            scope,
            body,
            evaluate: false,
            redeclared: Vec::new(),
        });
        self.visit_formal_parameters(parameters);
        let it = self.around.pop().expect("what was pushed");
        if it.evaluate {
            let redeclared = it.redeclared.into_iter();
            (self.redeclared).extend(redeclared.map(|symbol| (symbol, scope, body)));
        }
    }
}

impl<'a> Visit<'a> for Finder<'_> {
    fn visit_function(&mut self, it: &Function<'a>, _: ScopeFlags) {
        if let Some(body) = &it.body {
            self.function(&it.params, body.span, it.scope_id());
            self.visit_function_body(body);
        }
    }

    fn visit_arrow_function_expression(&mut self, it: &ArrowFunctionExpression<'a>) {
        self.function(&it.params, it.body.span(), it.scope_id());
        match &it.body {
            ArrowFunctionBody::FunctionBody(body) => self.visit_function_body(body),
            body => self.visit_expression(body.to_expression()),
        }
    }

    fn visit_expression(&mut self, it: &Expression<'a>) {
        if let Some(innermost) = self.around.last_mut() {
            innermost.evaluate = true;
        }
        walk::walk_expression(self, it);
    }

    fn visit_binding_identifier(&mut self, it: &BindingIdentifier<'a>) {
        let (Some(symbol), Some(innermost)) = (it.symbol_id.get(), self.around.last_mut()) else {
            return;
        };
        let mut again = self.scoping.symbol_redeclarations(symbol).iter();
        if self.scoping.symbol_scope_id(symbol) == innermost.scope
            && again.any(|again| innermost.body.contains_inclusive(again.span))
        {
            innermost.redeclared.push(symbol);
        }
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        let reference = it.reference_id();
        let Some(symbol) = self.scoping.get_reference(reference).symbol_id() else {
            return;
        };
        let declared = self.scoping.symbol_span(symbol);
        let scope = self.scoping.symbol_scope_id(symbol);
        let misread = (self.around.iter())
            .find(|around| around.scope == scope && around.body.contains_inclusive(declared));
        if let Some(around) = misread {
            self.misread.push((reference, around.scope));
        }
    }
}

/// Gives a reference the meaning that its name has around a function.
fn look_outside(reference: ReferenceId, scope: ScopeId, scoping: &mut Scoping) {
    let Some(symbol) = scoping.get_reference(reference).symbol_id() else {
        return;
    };
    let outside = (scoping.scope_parent_id(scope))
        .and_then(|parent| scoping.find_binding(parent, scoping.symbol_ident(symbol)));
    refer(reference, symbol, outside, scoping);
}

fn refer(reference: ReferenceId, from: SymbolId, to: Option<SymbolId>, scoping: &mut Scoping) {
    scoping.delete_resolved_reference(from, reference);
    match to {
        Some(to) => {
            scoping.get_reference_mut(reference).set_symbol_id(to);
            scoping.add_resolved_reference(to, reference);
        }
        None => {
            let it = scoping.get_reference_mut(reference);
            *it = Reference::new(it.node_id(), it.scope_id(), it.flags());
        }
    }
}

/// Makes a variable of the body of what is one with a parameter.
fn split(
    program: &Program<'_>,
    parameter: SymbolId,
    scope: ScopeId,
    body: Span,
    scoping: &mut Scoping,
) -> SymbolId {
    let again = scoping.symbol_redeclarations(parameter).iter();
    let again = again.filter(|it| body.contains_inclusive(it.span));
    let (span, node) = (again.clone().map(|it| (it.span, it.declaration)))
        .next()
        .expect("the body declares it");
    let flags = again.fold(SymbolFlags::FunctionScopedVariable, |flags, it| {
        flags | it.flags
    });
    let name = scoping.symbol_name(parameter).to_owned();
    let variable = scoping.create_symbol(span, Ident::from(name.as_str()), flags, scope, node);
    let mut references = Vec::new();
    Mentions {
        of: parameter,
        body,
        scoping,
        becomes: variable,
        references: &mut references,
    }
    .visit_program(program);
    for reference in references {
        refer(reference, parameter, Some(variable), scoping);
    }
    variable
}

/// Finds what mentions a symbol in a body. Declarations are changed at once.
struct Mentions<'s> {
    of: SymbolId,
    body: Span,
    scoping: &'s Scoping,
    becomes: SymbolId,
    references: &'s mut Vec<ReferenceId>,
}

impl<'a> Visit<'a> for Mentions<'_> {
    fn visit_binding_identifier(&mut self, it: &BindingIdentifier<'a>) {
        if it.symbol_id.get() == Some(self.of) && self.body.contains_inclusive(it.span) {
            it.symbol_id.set(Some(self.becomes));
        }
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        let symbol = self.scoping.get_reference(it.reference_id()).symbol_id();
        if symbol == Some(self.of) && self.body.contains_inclusive(it.span) {
            self.references.push(it.reference_id());
        }
    }
}
