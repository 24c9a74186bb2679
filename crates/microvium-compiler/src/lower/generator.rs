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

/// A loop of `yield*`: its head, and how the generator was resumed last, and with what.
pub(super) struct Delegation {
    pub head: BlockId,
    pub resumption: Key,
    pub sent: Key,
}

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
        let ask = |this: &mut Self, how, with| {
            this.helper("delegate", vec![iterator, next, how, with], offset)
        };
        self.delegation(offset, ask, |this, result, delegation| {
            let value = this.value(Op::Yield(result), offset);
            let how = this.value(Op::Resumption, offset);
            this.b().write(delegation.sent, value);
            this.b().write(delegation.resumption, how);
            this.b().jump(delegation.head, offset);
        })
    }

    /// The loop of a `yield*`: `ask` gives the iterator how the generator was resumed, and with what, and gets a result, which
    /// `pass` gives on until one is done. The value of that one is returned if the generator was to return.
    pub(super) fn delegation(
        &mut self,
        offset: u32,
        ask: impl FnOnce(&mut Self, ValueId, ValueId) -> ValueId,
        pass: impl FnOnce(&mut Self, ValueId, &Delegation),
    ) -> ValueId {
        let (head, more, last) = (self.b().block(), self.b().block(), self.b().block());
        let delegation = Delegation {
            head,
            resumption: self.b().temporary(),
            sent: self.b().temporary(),
        };
        let first = self.resumption_constant(Resumption::Next, offset);
        let undefined = self.b().undefined(offset);
        self.b().write(delegation.resumption, first);
        self.b().write(delegation.sent, undefined);
        self.b().jump(head, offset);
        self.b().start(head);
        let how = self.b().read(delegation.resumption);
        let with = self.b().read(delegation.sent);
        let result = ask(self, how, with);
        let done = self.value(Op::GetProperty(result, "done".into()), offset);
        self.b().branch(done, last, more, offset);
        self.b().start_sealed(more);
        pass(self, result, &delegation);
        self.b().seal(head);
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
        let expected = self.resumption_constant(expected, offset);
        let equal = Op::Binary(BinaryOperator::StrictEqual, resumption, expected);
        let equal = self.value(equal, offset);
        self.b().branch(equal, then, otherwise, offset);
    }

    pub(super) fn resumption_constant(&mut self, resumption: Resumption, offset: u32) -> ValueId {
        let number = Constant::Number(f64::from(resumption as u8));
        self.b().constant(number, offset)
    }
}
