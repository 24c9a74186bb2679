//! Classes: a constructor, and methods defined on its prototype.

use super::literal::Name;
use super::{Lowerer, State};
use microvium_ir::{FunctionKind, Op, Text, ValueId};
use oxc_ast::ast::{Class, ClassElement, MethodDefinition, MethodDefinitionKind};

impl Lowerer<'_> {
    pub(super) fn class(&mut self, it: &Class<'_>, name: &str) -> ValueId {
        let offset = it.span.start;
        let name = it.id.as_ref().map_or(name, |id| id.name.as_str());
        self.enter_scope(it.scope_id(), offset);
        let methods: Vec<&MethodDefinition> = it.body.body.iter().map(method).collect();
        let is_constructor = |it: &&&MethodDefinition| it.kind == MethodDefinitionKind::Constructor;
        let class = match methods.iter().find(is_constructor) {
            Some(it) => self.function(&it.value, name, FunctionKind::Class),
            None => {
                let empty = State::new(name, self.file, offset, FunctionKind::Class, 0);
                let outer = std::mem::replace(&mut self.state, empty);
                let code = self.end(outer, offset);
                self.value(Op::Closure(code, None), offset)
            }
        };
        let mut prototype = None;
        for it in methods {
            if it.kind == MethodDefinitionKind::Constructor {
                continue;
            }
            let offset = it.span.start;
            let object = *prototype.get_or_insert_with(|| {
                let get = Op::GetProperty(class, Text::from("prototype"));
                self.b().value(get, offset)
            });
            let key = self.property_key(&it.key, it.computed);
            let name = match &key {
                Name::Static(text) => text.to_display(),
                Name::Computed(_) => String::new(),
            };
            let key = self.key_value(key, offset);
            let value = self.function(&it.value, &name, FunctionKind::Method);
            let define = Op::Define {
                object,
                key,
                value,
                enumerable: false,
            };
            self.effect(define, offset);
        }
        let inner = match &it.id {
            Some(id) if it.is_expression() => Some(id.symbol_id().index() as u32),
            _ => self.variables.class_name(it.scope_id()),
        };
        if let Some(inner) = inner {
            self.initialize(inner, class, offset);
        }
        class
    }
}

/// The method that an element is. Others are refused before lowering.
fn method<'s, 'a>(element: &'s ClassElement<'a>) -> &'s MethodDefinition<'a> {
    match element {
        ClassElement::MethodDefinition(method) => method,
        _ => unreachable!("only methods pass the check for what is supported"),
    }
}
