//! `import()`: the modules that it asks for are known when a program is compiled, and evaluated when it is called.

use crate::finding::Finding;
use crate::request::{Request, range};
use microvium_ir::VariableId;
use oxc_ast::ast::*;
use oxc_ast_visit::{Visit, walk};
use oxc_span::{GetSpan, Span};
use std::ops::Range;

/// What an `import()` means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DynamicImport {
    /// The variable that holds the record of the module; None if it has been evaluated before there were any.
    pub record: Option<VariableId>,
    /// The variable that holds its namespace.
    pub namespace: VariableId,
    /// Whether it is JSON.
    pub is_json: bool,
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
    let json = it.options.as_ref().and_then(|it| attributes(it).flatten());
    Ok(Request {
        specifier: specifier.to_owned(),
        span: range(span),
        json,
    })
}

/// The options of an `import()` that are to be evaluated: those that don't say what is known to be right.
pub(crate) fn options<'e, 'a>(it: &'e ImportExpression<'a>) -> Option<&'e Expression<'a>> {
    let options = it.options.as_ref();
    options.filter(|it| attributes(it).is_none())
}

/// Where options say that it is JSON, by `{ with: { type: 'json' } }`, if at all; None if they say something else.
fn attributes(options: &Expression<'_>) -> Option<Option<Range<u32>>> {
    if options.is_void_0() {
        return Some(None);
    }
    let Some(attributes) = only_property(options, "with")? else {
        return Some(None);
    };
    match only_property(attributes, "type")? {
        None => Some(None),
        Some(Expression::StringLiteral(kind)) if kind.value == "json" => {
            Some(Some(range(attributes.span())))
        }
        Some(_) => None,
    }
}

/// The value of the property that an object literal consists of, or that it has none; None if it is something else.
fn only_property<'e, 'a>(
    object: &'e Expression<'a>,
    key: &str,
) -> Option<Option<&'e Expression<'a>>> {
    let Expression::ObjectExpression(object) = object else {
        return None;
    };
    match object.properties.as_slice() {
        [] => Some(None),
        [ObjectPropertyKind::ObjectProperty(it)]
            if it.kind == PropertyKind::Init && it.key.static_name()? == key =>
        {
            Some(Some(&it.value))
        }
        _ => None,
    }
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
