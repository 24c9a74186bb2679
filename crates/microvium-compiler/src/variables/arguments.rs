//! `arguments`: whose it is, and whether anything but its elements and its length can be told of it. If not, the array
//! of what was passed does for the object (ECMAScript 10.4.4).

use super::find::Finder;
use super::{Kind, this_owner};
use oxc_ast::ast::*;
use oxc_ast_visit::{Visit, walk};
use oxc_semantic::{Scoping, SymbolId};
use oxc_syntax::operator::{AssignmentOperator, BinaryOperator, UnaryOperator};
use std::collections::HashMap;

impl Finder<'_> {
    /// A use of `arguments`, of which more than elements and length may be told if it is `seen`.
    pub(super) fn refer_arguments(&mut self, seen: bool) {
        let owner = this_owner(&self.functions, self.function);
        let Some(scope) = self.functions[owner].scope else {
            return; // at the top level of a module it is a global like any other
        };
        let variable = match self.functions[owner].arguments {
            Some(variable) => variable,
            None => {
                let variable = self.variable("arguments", Kind::Arguments, scope);
                self.functions[owner].arguments = Some(variable);
                variable
            }
        };
        self.functions[owner].arguments_seen |= seen;
        self.refer(variable, false);
    }

    /// Whether an expression is `arguments`.
    pub(super) fn is_arguments(&self, it: &Expression<'_>) -> bool {
        let Expression::Identifier(name) = it else {
            return false;
        };
        let reference = self.scoping.get_reference(name.reference_id());
        name.name == "arguments" && reference.symbol_id().is_none()
    }

    /// Whether it is an element, by a number, or the length: the part of the key that is still to be visited.
    pub(super) fn part_of_arguments<'s, 'a>(
        &self,
        it: &'s Expression<'a>,
    ) -> Option<Option<&'s Expression<'a>>> {
        match it {
            Expression::StaticMemberExpression(it) => {
                let is_length = !it.optional && it.property.name == "length";
                (is_length && self.is_arguments(&it.object)).then_some(None)
            }
            Expression::ComputedMemberExpression(it) => {
                let is_element = !it.optional
                    && self.is_arguments(&it.object)
                    && self.numbers.has(&it.expression, self.scoping);
                is_element.then_some(Some(&it.expression))
            }
            _ => None,
        }
    }
}

/// The variables that never hold anything but numbers and undefined.
#[derive(Default)]
pub(super) struct Numbers {
    /// How many assignments of numbers there are, and whether anything else gives them values.
    facts: HashMap<SymbolId, (usize, bool)>,
}

impl Numbers {
    pub fn of(program: &Program<'_>, scoping: &Scoping) -> Numbers {
        let mut numbers = Numbers::default();
        if program.source_text.contains("arguments") {
            let mut finder = NumberFinder {
                scoping,
                numbers: &mut numbers,
            };
            finder.visit_program(program);
        }
        numbers
    }

    /// Whether an expression gives a number, or nothing but undefined else.
    fn has(&self, it: &Expression<'_>, scoping: &Scoping) -> bool {
        match it {
            Expression::Identifier(name) => {
                let Some(symbol) = scoping.get_reference(name.reference_id()).symbol_id() else {
                    return false;
                };
                if scoping.symbol_scope_id(symbol) == scoping.root_scope_id() {
                    return false; // of a session, which may go on
                }
                let writes = scoping.get_resolved_references(symbol);
                let writes = writes.filter(|it| it.is_write()).count();
                self.facts.get(&symbol) == Some(&(writes, false))
            }
            Expression::BinaryExpression(it) if it.operator == BinaryOperator::Addition => {
                self.has(&it.left, scoping) && self.has(&it.right, scoping)
            }
            Expression::ParenthesizedExpression(it) => self.has(&it.expression, scoping),
            it => is_number(it),
        }
    }
}

/// Whether an expression gives a number, whatever variables hold.
fn is_number(it: &Expression<'_>) -> bool {
    match it {
        Expression::NumericLiteral(_) | Expression::UpdateExpression(_) => true,
        Expression::ParenthesizedExpression(it) => is_number(&it.expression),
        Expression::UnaryExpression(it) => matches!(
            it.operator,
            UnaryOperator::UnaryPlus | UnaryOperator::UnaryNegation | UnaryOperator::BitwiseNot
        ),
        Expression::BinaryExpression(it) if it.operator == BinaryOperator::Addition => {
            is_number(&it.left) && is_number(&it.right)
        }
        Expression::BinaryExpression(it) => it.operator.is_arithmetic() || it.operator.is_bitwise(),
        _ => false,
    }
}

struct NumberFinder<'s> {
    scoping: &'s Scoping,
    numbers: &'s mut Numbers,
}

impl NumberFinder<'_> {
    fn spoil(&mut self, pattern: &BindingPattern<'_>) {
        for name in pattern.get_binding_identifiers() {
            self.numbers.facts.entry(name.symbol_id()).or_default().1 = true;
        }
    }

    fn assigned(&mut self, name: &IdentifierReference<'_>) {
        if let Some(symbol) = self.scoping.get_reference(name.reference_id()).symbol_id() {
            self.numbers.facts.entry(symbol).or_default().0 += 1;
        }
    }

    fn head(&mut self, left: &ForStatementLeft<'_>) {
        if let ForStatementLeft::VariableDeclaration(it) = left {
            let mut declarators = it.declarations.iter();
            declarators.by_ref().for_each(|it| self.spoil(&it.id));
        }
    }
}

impl<'a> Visit<'a> for NumberFinder<'_> {
    fn visit_variable_declarator(&mut self, it: &VariableDeclarator<'a>) {
        match &it.id {
            BindingPattern::BindingIdentifier(name) if it.init.as_ref().is_none_or(is_number) => {
                self.numbers.facts.entry(name.symbol_id()).or_default();
            }
            pattern => self.spoil(pattern),
        }
        walk::walk_variable_declarator(self, it);
    }

    fn visit_formal_parameters(&mut self, it: &FormalParameters<'a>) {
        for parameter in &it.items {
            self.spoil(&parameter.pattern);
        }
        if let Some(rest) = &it.rest {
            self.spoil(&rest.rest.argument);
        }
        walk::walk_formal_parameters(self, it);
    }

    fn visit_function(&mut self, it: &Function<'a>, flags: oxc_semantic::ScopeFlags) {
        if let Some(name) = &it.id {
            self.numbers.facts.entry(name.symbol_id()).or_default().1 = true;
        }
        walk::walk_function(self, it, flags);
    }

    fn visit_catch_parameter(&mut self, it: &CatchParameter<'a>) {
        self.spoil(&it.pattern);
        walk::walk_catch_parameter(self, it);
    }

    fn visit_for_in_statement(&mut self, it: &ForInStatement<'a>) {
        self.head(&it.left);
        walk::walk_for_in_statement(self, it);
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.head(&it.left);
        walk::walk_for_of_statement(self, it);
    }

    fn visit_update_expression(&mut self, it: &UpdateExpression<'a>) {
        if let SimpleAssignmentTarget::AssignmentTargetIdentifier(name) = &it.argument {
            self.assigned(name);
        }
        walk::walk_update_expression(self, it);
    }

    fn visit_assignment_expression(&mut self, it: &AssignmentExpression<'a>) {
        if let AssignmentTarget::AssignmentTargetIdentifier(name) = &it.left {
            let gives_number = match it.operator {
                AssignmentOperator::Assign => is_number(&it.right),
                AssignmentOperator::Addition => is_number(&it.right),
                operator => !operator.is_logical(),
            };
            if gives_number {
                self.assigned(name);
            }
        }
        walk::walk_assignment_expression(self, it);
    }
}
