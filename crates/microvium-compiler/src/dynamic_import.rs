//! `import()`: the modules that it asks for are known when a program is compiled, and evaluated when it is called.

use crate::finding::Finding;
use crate::record::{Request, range};
use microvium_ir::VariableId;
use oxc_ast::ast::*;
use oxc_ast_visit::{Visit, walk};
use oxc_span::{GetSpan, Span};

/// What an `import()` means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DynamicImport {
    /// The variable that holds the record of the module; None if it has been evaluated before there were any.
    pub record: Option<VariableId>,
    /// The variable that holds its namespace.
    pub namespace: VariableId,
}

/// The name under which a module knows the `import()` of a specifier; no identifier.
pub(crate) fn name(specifier: &str) -> String {
    format!("import({specifier})")
}

/// The module that it asks for, or what isn't supported.
pub(crate) fn request(it: &ImportExpression<'_>) -> Result<Request, (Finding, Span)> {
    if it.phase.is_some() {
        return Err((Finding::ImportPhase, it.span));
    }
    let (specifier, span) = match &it.source {
        Expression::StringLiteral(text) => (text.value.as_str(), text.span),
        Expression::TemplateLiteral(text) if text.expressions.is_empty() => {
            let cooked = text.quasis.first().and_then(|it| it.value.cooked);
            (cooked.map_or("", |it| it.as_str()), text.span)
        }
        other => return Err((Finding::DynamicImport, other.span())),
    };
    let mut json = None;
    if let Some(options) = &it.options {
        if !is_json(options) {
            return Err((Finding::ImportAttributes, options.span()));
        }
        json = Some(range(options.span()));
    }
    Ok(Request {
        specifier: specifier.to_owned(),
        span: range(span),
        json,
    })
}

/// Whether options are `{ with: { type: 'json' } }`.
fn is_json(options: &Expression<'_>) -> bool {
    let only = |object: &Expression<'_>, key: &str, is_right: &dyn Fn(&Expression<'_>) -> bool| {
        let Expression::ObjectExpression(object) = object else {
            return false;
        };
        let [ObjectPropertyKind::ObjectProperty(property)] = object.properties.as_slice() else {
            return false;
        };
        property.key.static_name().is_some_and(|name| name == key)
            && property.kind == PropertyKind::Init
            && is_right(&property.value)
    };
    only(options, "with", &|attributes| {
        only(
            attributes,
            "type",
            &|value| matches!(value, Expression::StringLiteral(text) if text.value == "json"),
        )
    })
}

/// The modules that a source asks for so, each once.
#[derive(Default)]
pub(crate) struct Requests(pub Vec<Request>);

impl<'a> Visit<'a> for Requests {
    fn visit_import_expression(&mut self, it: &ImportExpression<'a>) {
        if let Ok(request) = request(it) {
            match (self.0.iter_mut()).find(|known| known.specifier == request.specifier) {
                Some(known) => known.json = known.json.take().or(request.json),
                None => self.0.push(request),
            }
        }
        walk::walk_import_expression(self, it);
    }
}
