//! Iteration: `for-of` and `for-in`, and what destructuring and spread take apart.
//!
//! An array is its own list, and so are bytes; of a string, the library makes a list of its characters.
//! Anything else is a TypeError.

use super::Lowerer;
use super::pattern::Pattern;
use microvium_format::ValueType;
use microvium_ir::{BinaryOperator, BlockId, Constant, Op, UnaryOperator, ValueId};
use oxc_ast::ast::{Expression, ForInStatement, ForOfStatement, ForStatementLeft, Statement};
use oxc_semantic::ScopeId;
use oxc_span::GetSpan;

/// What a loop does with each element of a list.
struct Each<'s, 'a> {
    left: &'s ForStatementLeft<'a>,
    scope: ScopeId,
    body: &'s Statement<'a>,
    labels: Vec<String>,
}

impl Lowerer<'_, '_> {
    /// The list that a value is iterated by.
    pub(super) fn list_of(&mut self, value: ValueId, offset: u32) -> ValueId {
        let list = self.b().temporary();
        let (other, after) = (self.b().block(), self.b().block());
        self.b().write(list, value);
        let array = self.value(
            Op::Unary(UnaryOperator::Is(ValueType::Array), value),
            offset,
        );
        self.b().branch(array, after, other, offset);
        self.b().start_sealed(other);
        let characters = self.helper("characters", vec![value], offset);
        self.b().write(list, characters);
        self.b().jump(after, offset);
        self.b().start_sealed(after);
        self.b().read(list)
    }

    /// The list of an expression; of an array literal it is known to be one.
    pub(super) fn list_of_expression(&mut self, expression: &Expression<'_>) -> ValueId {
        let value = self.expression(expression);
        match expression {
            Expression::ArrayExpression(_) => value,
            _ => self.list_of(value, expression.span().start),
        }
    }

    /// Whether a list goes on at an index.
    pub(super) fn has_more(&mut self, list: ValueId, index: ValueId, offset: u32) -> ValueId {
        let length = self.value(Op::GetProperty(list, "length".into()), offset);
        let less = Op::Binary(BinaryOperator::Less, index, length);
        self.value(less, offset)
    }

    pub(super) fn for_of_loop(&mut self, it: &ForOfStatement<'_>, labels: Vec<String>) {
        // The names of the head are in their dead zone while the list is evaluated.
        self.enter_scope(it.scope_id(), it.span.start);
        let list = self.list_of_expression(&it.right);
        let each = Each {
            left: &it.left,
            scope: it.scope_id(),
            body: &it.body,
            labels,
        };
        self.for_each(list, each, it.right.span().start, |_, element, _| element);
    }

    pub(super) fn for_in_loop(&mut self, it: &ForInStatement<'_>, labels: Vec<String>) {
        let offset = it.right.span().start;
        self.enter_scope(it.scope_id(), it.span.start);
        let object = self.expression(&it.right);
        let list = self.helper("keysIn", vec![object], offset);
        let each = Each {
            left: &it.left,
            scope: it.scope_id(),
            body: &it.body,
            labels,
        };
        self.for_each(list, each, offset, |this, key, next| {
            // What was deleted meanwhile isn't visited.
            let there = this.helper("isThere", vec![object, key], offset);
            let body = this.b().block();
            this.b().branch(there, body, next, offset);
            this.b().start_sealed(body);
            key
        });
    }

    /// A loop over a list. `enter` says what an element is to the loop, or leads to the next one.
    fn for_each(
        &mut self,
        list: ValueId,
        each: Each<'_, '_>,
        offset: u32,
        enter: impl FnOnce(&mut Self, ValueId, BlockId) -> ValueId,
    ) {
        let index = self.b().temporary();
        let zero = self.b().constant(Constant::Number(0.0), offset);
        self.b().write(index, zero);
        let (head, body) = (self.b().block(), self.b().block());
        let (next, after) = (self.b().block(), self.b().block());
        self.b().jump(head, offset);
        self.b().start(head);
        let at = self.b().read(index);
        let more = self.has_more(list, at, offset);
        self.b().branch(more, body, after, offset);
        self.b().start_sealed(body);
        let element = self.value(Op::GetElement(list, at), offset);
        let element = enter(self, element, next);
        self.bind_head(each.left, element, each.scope);
        self.loop_body(each.body, each.labels, next, after);
        self.b().start_sealed(next);
        let at = self.b().read(index);
        let at = self.value(Op::Unary(UnaryOperator::Increment, at), offset);
        self.b().write(index, at);
        self.b().jump(head, offset);
        self.b().seal(head);
        self.b().start_sealed(after);
    }

    /// Begins an iteration: new variables for the loop's head, which get the value.
    fn bind_head(&mut self, left: &ForStatementLeft<'_>, value: ValueId, scope: ScopeId) {
        let offset = left.span().start;
        match left {
            ForStatementLeft::VariableDeclaration(it) => {
                self.enter_scope(scope, offset);
                for declarator in &it.declarations {
                    self.bind(&Pattern::binding(&declarator.id), value, offset);
                }
            }
            left => self.bind(
                &Pattern::assigned(left.to_assignment_target()),
                value,
                offset,
            ),
        }
    }
}
