//! Iteration: `for-of` and `for-in`, and what destructuring and spread take apart.
//!
//! An array is its own list, and so are bytes; of a string, the library makes a list of its characters.
//! Anything else is a TypeError.

use super::Lowerer;
use super::helper::hidden_key;
use super::jump::{Finally, Target};
use super::pattern::Pattern;
use crate::ssa::Key;
use microvium_format::{ErrorCode, ValueType};
use microvium_ir::{BinaryOperator, BlockId, Constant, Op, Terminator, UnaryOperator, ValueId};
use oxc_ast::ast::{Expression, ForInStatement, ForOfStatement, ForStatementLeft};
use oxc_semantic::ScopeId;
use oxc_span::GetSpan;

impl Lowerer<'_, '_> {
    /// Whether a value is an array. Where analysis knows, an image has one of the ways only.
    fn is_array(&mut self, value: ValueId, offset: u32) -> ValueId {
        let test = UnaryOperator::Is(ValueType::Array);
        self.value(Op::Unary(test, value), offset)
    }

    /// Whether arrays and strings may be iterated in another way than the language's.
    pub(super) fn iterates_anew(&mut self, value: ValueId, offset: u32) -> ValueId {
        self.value(Op::Unary(UnaryOperator::IteratesAnew, value), offset)
    }

    /// A value that is known to be no array, which tells analysis.
    fn as_other(&mut self, value: ValueId, offset: u32) -> ValueId {
        self.value(Op::Unary(UnaryOperator::AsOther, value), offset)
    }

    /// A value if it is an array that is iterated by index, or else what a helper makes of it. What an iterator gives may
    /// be undefined for all that analysis knows, when it is done: as that can't be iterated, it is no reason for the
    /// helper to be in an image that only iterates arrays.
    fn array_or(&mut self, helper: &str, value: ValueId, offset: u32) -> ValueId {
        let result = self.b().temporary();
        let (listed, unlisted) = (self.b().block(), self.b().block());
        let (wrong, other) = (self.b().block(), self.b().block());
        let after = self.b().block();
        let array = self.is_array(value, offset);
        self.b().branch(array, listed, unlisted, offset);
        self.b().start_sealed(listed);
        let list = self.value(Op::Unary(UnaryOperator::AsObject, value), offset);
        self.b().write(result, list);
        let anew = self.iterates_anew(value, offset);
        self.b().branch(anew, other, after, offset);
        self.b().start_sealed(unlisted);
        let nullish = Op::Unary(UnaryOperator::IsSurelyNullish, value);
        let nullish = self.value(nullish, offset);
        self.b().branch(nullish, wrong, other, offset);
        self.b().start_sealed(wrong);
        self.fault(ErrorCode::NotIterable, offset);
        self.b().seal(other);
        self.b().start(other);
        let made = self.helper(helper, vec![value], offset);
        self.b().write(result, made);
        self.b().jump(after, offset);
        self.b().start_sealed(after);
        self.b().read(result)
    }

    /// What a value is iterated by: an array, or the record of an iterator.
    pub(super) fn source_of(&mut self, value: ValueId, offset: u32) -> ValueId {
        self.array_or("iterate", value, offset)
    }

    /// All that the iterator of a value gives, as an array.
    pub(super) fn list_of(&mut self, value: ValueId, offset: u32) -> ValueId {
        self.array_or("collect", value, offset)
    }

    /// The list of an expression.
    pub(super) fn list_of_expression(&mut self, expression: &Expression<'_>) -> ValueId {
        let value = self.expression(expression);
        if self.is_list_of_arguments(expression) {
            return value;
        }
        self.list_of(value, expression.span().start)
    }

    /// Whether it is `arguments` where that is a mere array: it has an iterator of its own, whatever becomes of the one that
    /// arrays inherit.
    fn is_list_of_arguments(&self, expression: &Expression<'_>) -> bool {
        let Some(name) = expression.get_identifier_reference() else {
            return false;
        };
        let reference = name.reference_id();
        if name.name != "arguments" || self.variables.referenced(reference, self.scoping).is_some()
        {
            return false;
        }
        let variable = self.variables.arguments_of(self.state.function);
        variable.is_some_and(|variable| {
            let owner = self
                .variables
                .function_of(self.variables.get(variable).scope);
            !self.variables.function(owner).arguments_seen
        })
    }

    /// Takes what comes next from a source; of an array, what is at the index. Goes on in the block with a value,
    /// or in the other one at the end. The value is in the temporary then. The helper is `step`, or `skip` where nobody
    /// asks for the value.
    pub(super) fn take(
        &mut self,
        helper: &str,
        source: ValueId,
        index: ValueId,
        taken: Key,
        (more, end): (BlockId, BlockId),
        offset: u32,
    ) {
        let (indexed, stepped) = (self.b().block(), self.b().block());
        let there = self.b().block();
        let array = self.is_array(source, offset);
        self.b().branch(array, indexed, stepped, offset);
        self.b().start_sealed(stepped);
        let record = self.as_other(source, offset);
        // An array may have become an array object since.
        let value = self.helper(helper, vec![record, index], offset);
        self.b().write(taken, value);
        let done = self.value(Op::GetProperty(record, hidden_key(b"done")), offset);
        self.b().branch(done, end, more, offset);
        self.b().start_sealed(indexed);
        let length = self.value(Op::GetProperty(source, "length".into()), offset);
        let less = Op::Binary(BinaryOperator::Less, index, length);
        let less = self.value(less, offset);
        self.b().branch(less, there, end, offset);
        self.b().start_sealed(there);
        let element = self.value(Op::GetElement(source, index), offset);
        self.b().write(taken, element);
        self.b().jump(more, offset);
    }

    /// Something that takes from a source. However it is left early, an iterator is closed (ECMAScript 7.4.11).
    pub(super) fn closing(&mut self, source: ValueId, offset: u32, body: impl FnOnce(&mut Self)) {
        let close = |this: &mut Self, helper| this.unless_array(source, helper, offset);
        self.closing_by(
            |this| close(this, "closeQuietly"),
            |this| close(this, "close"),
            offset,
            body,
        );
    }

    /// The same, with what is done where something was thrown, which counts more than what that throws, and
    /// otherwise.
    pub(super) fn closing_by(
        &mut self,
        close_quietly: impl FnOnce(&mut Self),
        close: impl FnOnce(&mut Self),
        offset: u32,
        body: impl FnOnce(&mut Self),
    ) {
        let (kind, value) = (self.b().temporary(), self.b().temporary());
        let block = self.b().block();
        let (region, handler, outer) = self.guard(offset);
        self.state.targets.push(Target::Finally(Finally {
            block,
            kind,
            value,
            exits: Vec::new(),
        }));
        body(self);
        let Some(Target::Finally(finally)) = self.state.targets.pop() else {
            unreachable!("targets are pushed and popped in pairs");
        };
        self.b().handler = outer;
        let after = self.b().block();
        self.b().jump(after, offset);
        let exception = self.b().start_handler(handler, region);
        close_quietly(self);
        self.b().terminate(Terminator::Throw(exception), offset);
        self.b().start_sealed(block);
        if !self.b().is_dead() {
            let (number, value) = (self.b().read(kind), self.b().read(value));
            close(self);
            self.leave(finally.exits, number, value, None, offset);
        }
        self.b().start_sealed(after);
    }

    /// Calls a helper with a source that isn't an array.
    pub(super) fn unless_array(&mut self, source: ValueId, helper: &str, offset: u32) {
        let (other, after) = (self.b().block(), self.b().block());
        let array = self.is_array(source, offset);
        self.b().branch(array, after, other, offset);
        self.b().start_sealed(other);
        let source = self.as_other(source, offset);
        self.helper(helper, vec![source], offset);
        self.b().jump(after, offset);
        self.b().start_sealed(after);
    }

    pub(super) fn for_of_loop(&mut self, it: &ForOfStatement<'_>, labels: Vec<String>) {
        if it.r#await {
            return self.for_await_loop(it, labels);
        }
        let offset = it.right.span().start;
        // The names of the head are in their dead zone while the source is evaluated.
        self.enter_scope(it.scope_id(), it.span.start);
        let value = self.expression(&it.right);
        let source = self.source_of(value, offset);
        let index = self.start_index(offset);
        let (head, body) = (self.b().block(), self.b().block());
        let (next, after) = (self.b().block(), self.b().block());
        self.b().jump(head, offset);
        self.b().start(head);
        let (at, taken) = (self.b().read(index), self.b().temporary());
        self.take("step", source, at, taken, (body, after), offset);
        self.b().start_sealed(body);
        let element = self.b().read(taken);
        let broken = self.b().block();
        self.closing(source, offset, |this| {
            this.bind_head(&it.left, element, it.scope_id());
            this.loop_body(&it.body, labels, next, broken);
        });
        self.b().start_sealed(next);
        self.next_index(index, offset);
        self.b().jump(head, offset);
        self.b().seal(head);
        self.b().start_sealed(broken);
        self.unless_array(source, "close", offset);
        self.b().jump(after, offset);
        self.b().start_sealed(after);
    }

    fn start_index(&mut self, offset: u32) -> Key {
        let index = self.b().temporary();
        let zero = self.b().constant(Constant::Number(0.0), offset);
        self.b().write(index, zero);
        index
    }

    fn next_index(&mut self, index: Key, offset: u32) {
        let at = self.b().read(index);
        let at = self.value(Op::Unary(UnaryOperator::Increment, at), offset);
        self.b().write(index, at);
    }

    pub(super) fn for_in_loop(&mut self, it: &ForInStatement<'_>, labels: Vec<String>) {
        let offset = it.right.span().start;
        self.enter_scope(it.scope_id(), it.span.start);
        let object = self.expression(&it.right);
        let list = self.helper("keysIn", vec![object], offset);
        let index = self.start_index(offset);
        let (head, listed) = (self.b().block(), self.b().block());
        let (next, after) = (self.b().block(), self.b().block());
        self.b().jump(head, offset);
        self.b().start(head);
        let at = self.b().read(index);
        let length = self.value(Op::GetProperty(list, "length".into()), offset);
        let less = self.value(Op::Binary(BinaryOperator::Less, at, length), offset);
        self.b().branch(less, listed, after, offset);
        self.b().start_sealed(listed);
        let key = self.value(Op::GetElement(list, at), offset);
        // What was deleted meanwhile isn't visited.
        let there = self.helper("isThere", vec![object, key], offset);
        let body = self.b().block();
        self.b().branch(there, body, next, offset);
        self.b().start_sealed(body);
        self.bind_head(&it.left, key, it.scope_id());
        self.loop_body(&it.body, labels, next, after);
        self.b().start_sealed(next);
        self.next_index(index, offset);
        self.b().jump(head, offset);
        self.b().seal(head);
        self.b().start_sealed(after);
    }

    /// Begins an iteration: new variables for the loop's head, which get the value.
    pub(super) fn bind_head(
        &mut self,
        left: &ForStatementLeft<'_>,
        value: ValueId,
        scope: ScopeId,
    ) {
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
