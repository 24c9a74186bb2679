//! Generator functions: what they give, and where they wait (ECMAScript 27.5).
//!
//! The body gives whoever resumes it an iterator result; see `suspend` for how it is cut.

use super::Lowerer;
use super::jump::Exit;
use crate::ssa::Key;
use microvium_ir::{
    BinaryOperator, BlockId, Constant, FunctionKind, Op, Resumption, Terminator, ValueId,
};
use oxc_ast::ast::{Expression, YieldExpression};
use oxc_span::GetSpan;

impl Lowerer<'_, '_> {
    /// Behind the parameters of a generator function: the call ends with the generator object.
    pub(super) fn start_generator(&mut self, offset: u32) {
        let callee = self.value(Op::Callee, offset);
        let helper = match self.b().function.kind {
            FunctionKind::AsyncGenerator => "asyncGeneratorPrototype",
            _ => "generatorPrototype",
        };
        let prototype = self.helper(helper, vec![callee], offset);
        self.value(Op::Start(prototype), offset);
    }

    /// What a function gives for a value that it returns.
    pub(super) fn returned(&mut self, value: ValueId, offset: u32) -> ValueId {
        match self.b().function.kind {
            FunctionKind::Generator => self.iterator_result(value, true, offset),
            _ => value,
        }
    }

    fn iterator_result(&mut self, value: ValueId, done: bool, offset: u32) -> ValueId {
        let done = self.b().constant(Constant::Boolean(done), offset);
        let keys = vec!["value".into(), "done".into()];
        self.value(Op::Object(keys, vec![value, done]), offset)
    }

    pub(super) fn yield_expression(&mut self, it: &YieldExpression<'_>) -> ValueId {
        let offset = it.span.start;
        let is_async = self.b().function.kind == FunctionKind::AsyncGenerator;
        let value = match &it.argument {
            Some(argument) if it.delegate => {
                return match is_async {
                    true => self.async_delegate(argument, offset),
                    false => self.delegate(argument, offset),
                };
            }
            Some(argument) => self.expression(argument),
            None => self.b().undefined(offset),
        };
        match is_async {
            true => self.async_wait(value, offset),
            false => self.wait(value, offset),
        }
    }

    /// `yield value`. Where nothing would see that the call ends there, the library ends it.
    fn wait(&mut self, value: ValueId, offset: u32) -> ValueId {
        let result = self.iterator_result(value, false, offset);
        let sent = self.value(Op::Yield(result), offset);
        self.end_resumed(sent, offset, |_, sent| sent);
        sent
    }

    /// Behind a `yield` where something would see that the call ends there: throws, or returns what is made of the
    /// value.
    pub(super) fn end_resumed(
        &mut self,
        sent: ValueId,
        offset: u32,
        returned: impl FnOnce(&mut Self, ValueId) -> ValueId,
    ) {
        let Some(resumption) = self.resumption(offset) else {
            return;
        };
        let (ends, next) = (self.b().block(), self.b().block());
        self.b().branch(resumption, ends, next, offset);
        self.b().start_sealed(ends);
        let (throws, returns) = (self.b().block(), self.b().block());
        self.branch_if(resumption, Resumption::Throw, throws, returns, offset);
        self.b().start_sealed(throws);
        self.b().terminate(Terminator::Throw(sent), offset);
        self.b().start_sealed(returns);
        let value = returned(self, sent);
        self.exit(Exit::Return, Some(value), offset);
        self.b().start_sealed(next);
    }

    /// How the call was resumed at the point before, if something would see that it ends there.
    pub(super) fn resumption(&mut self, offset: u32) -> Option<ValueId> {
        if self.b().handler.is_some() {
            return Some(self.value(Op::Resumption, offset));
        }
        // A method whose call is being prepared mustn't wait.
        let next = self.b().block();
        self.b().jump(next, offset);
        self.b().start_sealed(next);
        None
    }

    /// `yield* iterable` (ECMAScript 15.5.5): results go through as they are, until one is done.
    fn delegate(&mut self, iterable: &Expression<'_>, offset: u32) -> ValueId {
        let iterable_offset = iterable.span().start;
        let iterable = self.expression(iterable);
        let iterator = self.helper("iterator", vec![iterable], iterable_offset);
        let next = self.value(Op::GetProperty(iterator, "next".into()), offset);
        self.b().write(Key::Delegate(0), iterator);
        self.b().write(Key::Delegate(1), next);
        let (resumption, sent) = (self.b().temporary(), self.b().temporary());
        let first = Constant::Number(f64::from(Resumption::Next as u8));
        let first = self.b().constant(first, offset);
        let undefined = self.b().undefined(offset);
        self.b().write(resumption, first);
        self.b().write(sent, undefined);
        let (head, more, last) = (self.b().block(), self.b().block(), self.b().block());
        self.b().jump(head, offset);
        self.b().start(head);
        let how = self.b().read(resumption);
        let with = self.b().read(sent);
        let result = self.helper("delegate", vec![iterator, next, how, with], offset);
        let done = self.value(Op::GetProperty(result, "done".into()), offset);
        self.b().branch(done, last, more, offset);
        self.b().start_sealed(more);
        let value = self.value(Op::Yield(result), offset);
        let how_next = self.value(Op::Resumption, offset);
        self.b().write(sent, value);
        self.b().write(resumption, how_next);
        self.b().jump(head, offset);
        self.b().seal(head);
        self.delegated(result, how, last, offset)
    }

    /// What follows when the iterator of a `yield*` is done, from `last` on: its value, which is returned if the
    /// generator was to return.
    pub(super) fn delegated(
        &mut self,
        result: ValueId,
        how: ValueId,
        last: BlockId,
        offset: u32,
    ) -> ValueId {
        self.b().start_sealed(last);
        let value = self.value(Op::GetProperty(result, "value".into()), offset);
        let (returns, after) = (self.b().block(), self.b().block());
        self.branch_if(how, Resumption::Return, returns, after, offset);
        self.b().start_sealed(returns);
        self.exit(Exit::Return, Some(value), offset);
        self.b().start_sealed(after);
        value
    }

    pub(super) fn branch_if(
        &mut self,
        resumption: ValueId,
        expected: Resumption,
        then: BlockId,
        otherwise: BlockId,
        offset: u32,
    ) {
        let expected = Constant::Number(f64::from(expected as u8));
        let expected = self.b().constant(expected, offset);
        let equal = Op::Binary(BinaryOperator::StrictEqual, resumption, expected);
        let equal = self.value(equal, offset);
        self.b().branch(equal, then, otherwise, offset);
    }
}
