//! `yield` in async generators (ECMAScript 27.6, 15.5.5).
//!
//! The body gives whoever resumes it what it yields as it is. Requests, iterator results and what is awaited behind the
//! end are the business of the library's `async_generator.js`.

use super::Lowerer;
use crate::ssa::Key;
use microvium_ir::{Op, Resumption, ValueId};
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
        let ask = |this: &mut Self, how, with| {
            let answer = this.helper("asyncDelegate", vec![record, how, with], offset);
            let answer = this.wait_for(answer, offset);
            this.helper("asyncDelegated", vec![record, how, answer], offset)
        };
        self.delegation(offset, ask, |this, result, delegation| {
            let value = this.value(Op::GetProperty(result, "value".into()), offset);
            let value = this.value(Op::Yield(value), offset);
            let how = this.value(Op::Resumption, offset);
            this.b().write(delegation.sent, value);
            this.b().write(delegation.resumption, how);
            let awaits = this.b().block();
            this.branch_if(how, Resumption::Return, awaits, delegation.head, offset);
            // What is returned is awaited; if that is rejected, it is thrown.
            this.b().start_sealed(awaits);
            let value = this.value(Op::Await(value), offset);
            let settled = this.value(Op::Resumption, offset);
            let (rejected, fulfilled) = (this.b().block(), this.b().block());
            this.b().write(delegation.sent, value);
            this.b().branch(settled, rejected, fulfilled, offset);
            for (block, how) in [
                (rejected, Resumption::Throw),
                (fulfilled, Resumption::Return),
            ] {
                this.b().start_sealed(block);
                let how = this.resumption_constant(how, offset);
                this.b().write(delegation.resumption, how);
                this.b().jump(delegation.head, offset);
            }
        })
    }
}
