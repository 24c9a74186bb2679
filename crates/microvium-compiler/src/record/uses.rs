//! How a module uses what it imports.

use super::{Import, Member, Usage};
use crate::syntax::Syntax;
use indexmap::IndexMap;
use oxc_ast::ast::*;
use oxc_ast_visit::{Visit, walk};
use oxc_semantic::{Scoping, SymbolId};
use oxc_syntax::operator::UnaryOperator;
use std::collections::HashMap;

/// Notes it with the imports, which have these names.
pub fn note(
    syntax: &Syntax<'_>,
    symbols: &HashMap<SymbolId, String>,
    imports: &mut IndexMap<String, Import>,
) {
    let mut uses = Uses {
        scoping: &syntax.scoping,
        symbols,
        imports,
    };
    uses.visit_program(syntax.program);
}

struct Uses<'s> {
    scoping: &'s Scoping,
    symbols: &'s HashMap<SymbolId, String>,
    imports: &'s mut IndexMap<String, Import>,
}

impl Uses<'_> {
    fn import(&mut self, it: &IdentifierReference<'_>) -> Option<&mut Import> {
        let reference = self.scoping.get_reference(it.reference_id());
        let name = self.symbols.get(&reference.symbol_id()?)?;
        self.imports.get_mut(name)
    }

    /// Notes a use of `import.member`; false if it is something else.
    fn member(&mut self, it: &StaticMemberExpression<'_>, usage: Usage) -> bool {
        let Expression::Identifier(object) = &it.object else {
            return false;
        };
        let Some(import) = self.import(object) else {
            return false;
        };
        import.members.push(Member {
            name: it.property.name.to_string(),
            usage,
        });
        true
    }
}

impl<'a> Visit<'a> for Uses<'_> {
    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        if let Some(import) = self.import(it) {
            import.as_value = true;
        }
    }

    fn visit_static_member_expression(&mut self, it: &StaticMemberExpression<'a>) {
        if !self.member(it, Usage::Read) {
            walk::walk_static_member_expression(self, it);
        }
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        let callee = match &it.callee {
            Expression::StaticMemberExpression(callee) => Some(callee),
            Expression::ChainExpression(chain) => match &chain.expression {
                ChainElement::StaticMemberExpression(callee) => Some(callee),
                _ => None,
            },
            _ => None,
        };
        if callee.is_some_and(|callee| self.member(callee, Usage::Call)) {
            self.visit_arguments(&it.arguments);
        } else {
            walk::walk_call_expression(self, it);
        }
    }

    fn visit_simple_assignment_target(&mut self, it: &SimpleAssignmentTarget<'a>) {
        match it {
            SimpleAssignmentTarget::StaticMemberExpression(member)
                if self.member(member, Usage::Write) => {}
            _ => walk::walk_simple_assignment_target(self, it),
        }
    }

    fn visit_unary_expression(&mut self, it: &UnaryExpression<'a>) {
        match (&it.argument, it.operator) {
            (Expression::StaticMemberExpression(member), UnaryOperator::Delete)
                if self.member(member, Usage::Write) => {}
            _ => walk::walk_unary_expression(self, it),
        }
    }

    fn visit_export_named_declaration(&mut self, _: &ExportNamedDeclaration<'a>) {
        // What a module passes on it doesn't use.
    }
}
