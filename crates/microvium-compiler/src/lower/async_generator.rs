//! `yield` in async generators (ECMAScript 27.6, 15.5.5).
//!
//! The body gives whoever resumes it what it yields as it is. Requests, iterator results and what is awaited behind the
//! end are the business of the library's `async_generator.js`.

use super::Lowerer;
use crate::ssa::Key;
use microvium_ir::{Constant, Op, Resumption, ValueId};
use oxc_ast::ast::Expression;
use oxc_span::GetSpan;

impl Lowerer<'_, '_> {
    /// `yield value`. Where nothing would see that the call ends there, the library ends it.
    pub(super) fn async_wait(&mut self, value: ValueId, offset: u32) -> ValueId {
        let value = self.wait_for(value, offset);
        let sent = self.value(Op::Yield(value), offset);
        self.end_resumed(sent, offset, |this, sent| this.wait_for(sent, offset));
        sent
    }

    /// `yield* iterable`: the values of results are given on, until one is done.
    pub(super) fn async_delegate(&mut self, iterable: &Expression<'_>, offset: u32) -> ValueId {
        let iterable_offset = iterable.span().start;
        let iterable = self.expression(iterable);
        let record = self.helper("asyncIterate", vec![iterable], iterable_offset);
        self.b().write(Key::Delegate(0), record);
        let (resumption, sent) = (self.b().temporary(), self.b().temporary());
        let first = self.resumption_constant(Resumption::Next, offset);
        let undefined = self.b().undefined(offset);
        self.b().write(resumption, first);
        self.b().write(sent, undefined);
        let (head, more, last) = (self.b().block(), self.b().block(), self.b().block());
        self.b().jump(head, offset);
        self.b().start(head);
        let how = self.b().read(resumption);
        let with = self.b().read(sent);
        let answer = self.helper("asyncDelegate", vec![record, how, with], offset);
        let answer = self.wait_for(answer, offset);
        let result = self.helper("asyncDelegated", vec![record, how, answer], offset);
        let done = self.value(Op::GetProperty(result, "done".into()), offset);
        self.b().branch(done, last, more, offset);
        self.b().start_sealed(more);
        let value = self.value(Op::GetProperty(result, "value".into()), offset);
        let value = self.value(Op::Yield(value), offset);
        let how_next = self.value(Op::Resumption, offset);
        self.b().write(sent, value);
        self.b().write(resumption, how_next);
        let awaits = self.b().block();
        self.branch_if(how_next, Resumption::Return, awaits, head, offset);
        // What is returned is awaited; if that is rejected, it is thrown.
        self.b().start_sealed(awaits);
        let value = self.value(Op::Await(value), offset);
        let settled = self.value(Op::Resumption, offset);
        let (rejected, fulfilled) = (self.b().block(), self.b().block());
        self.b().write(sent, value);
        self.b().branch(settled, rejected, fulfilled, offset);
        for (block, how) in [
            (rejected, Resumption::Throw),
            (fulfilled, Resumption::Return),
        ] {
            self.b().start_sealed(block);
            let how = self.resumption_constant(how, offset);
            self.b().write(resumption, how);
            self.b().jump(head, offset);
        }
        self.b().seal(head);
        self.delegated(result, how, last, offset)
    }

    fn resumption_constant(&mut self, resumption: Resumption, offset: u32) -> ValueId {
        let number = Constant::Number(f64::from(resumption as u8));
        self.b().constant(number, offset)
    }
}
