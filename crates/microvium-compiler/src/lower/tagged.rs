//! Tagged templates (ECMAScript 13.3.11). Each site has a variable that holds its strings, which the module makes when it
//! is instantiated: so they are the same each time, and constants.

use super::Lowerer;
use super::call::call_offset;
use super::literal::text;
use super::spread::Arguments;
use microvium_ir::{Constant, Op, Text, ValueId, Variable, VariableId};
use oxc_ast::ast::{TaggedTemplateExpression, TemplateElement};
use oxc_ast_visit::{Visit, walk};
use std::collections::BTreeMap;

/// The tagged templates of a module.
#[derive(Default)]
pub(super) struct Templates {
    /// Where they stand, with their strings, cooked and raw.
    found: Vec<(u32, Vec<Constant>, Vec<Constant>)>,
    /// Their variables, by place.
    variables: BTreeMap<u32, VariableId>,
}

impl<'a> Visit<'a> for Templates {
    fn visit_tagged_template_expression(&mut self, it: &TaggedTemplateExpression<'a>) {
        let quasis = it.quasi.quasis.iter();
        let (cooked, raw) = quasis.map(|it| (cooked(it), raw(it))).unzip();
        self.found.push((it.quasi.span.start, cooked, raw));
        walk::walk_tagged_template_expression(self, it);
    }
}

/// What a part of a template means; undefined if it has an escape that means nothing.
fn cooked(it: &TemplateElement<'_>) -> Constant {
    match &it.value.cooked {
        Some(cooked) => Constant::String(text(cooked, it.lone_surrogates)),
        None => Constant::Undefined,
    }
}

/// How it is written, where a line ends like in every source.
fn raw(it: &TemplateElement<'_>) -> Constant {
    let raw = it.value.raw.replace("\r\n", "\n").replace('\r', "\n");
    Constant::String(Text::from(raw.as_str()))
}

impl Lowerer<'_, '_> {
    /// Makes the strings of all templates.
    pub(super) fn make_templates(&mut self) {
        for (offset, cooked, raw) in std::mem::take(&mut self.templates.found) {
            let lists = [cooked, raw].map(|strings| {
                let strings = strings.into_iter();
                let strings = strings.map(|it| self.b().constant(it, offset));
                let strings = strings.collect();
                self.value(Op::Array(strings), offset)
            });
            let object = self.helper("templateObject", lists.into(), offset);
            let variable = self.program.variables.push(Variable {
                name: "a template".into(),
                file: self.file,
            });
            self.templates.variables.insert(offset, variable);
            self.effect(Op::SetVariable(variable, object), offset);
        }
    }

    pub(super) fn tagged_template(&mut self, it: &TaggedTemplateExpression<'_>) -> ValueId {
        let callee = self.callee(&it.tag, false);
        let offset = it.quasi.span.start;
        let Some(&variable) = self.templates.variables.get(&offset) else {
            unreachable!("all templates have been found");
        };
        let mut arguments = vec![self.value(Op::GetVariable(variable), offset)];
        for expression in &it.quasi.expressions {
            arguments.push(self.expression(expression));
        }
        self.call_callee(callee, Arguments::Values(arguments), call_offset(&it.tag))
    }
}
