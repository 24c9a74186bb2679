//! `for await` (ECMAScript 14.7.5, 7.4).
//!
//! What is iterated is always a record of an iterator; the library calls it, and what that gives is awaited here.

use super::Lowerer;
use microvium_ir::{Op, ValueId};
use oxc_ast::ast::ForOfStatement;
use oxc_span::GetSpan;

impl Lowerer<'_, '_> {
    pub(super) fn for_await_loop(&mut self, it: &ForOfStatement<'_>, labels: Vec<String>) {
        let offset = it.right.span().start;
        // The names of the head are in their dead zone while the source is evaluated.
        self.enter_scope(it.scope_id(), it.span.start);
        let value = self.expression(&it.right);
        let record = self.helper("asyncIterate", vec![value], offset);
        let (head, body) = (self.b().block(), self.b().block());
        let (broken, after) = (self.b().block(), self.b().block());
        self.b().jump(head, offset);
        self.b().start(head);
        let answer = self.helper("asyncNext", vec![record], offset);
        let answer = self.wait_for(answer, offset);
        let element = self.helper("asyncStep", vec![record, answer], offset);
        let done = self.value(Op::GetProperty(record, "done".into()), offset);
        self.b().branch(done, after, body, offset);
        self.b().start_sealed(body);
        let next = self.b().block();
        self.closing_by(
            |this| this.async_close_quietly(record, offset),
            |this| this.async_close(record, offset),
            offset,
            |this| {
                this.bind_head(&it.left, element, it.scope_id());
                this.loop_body(&it.body, labels, next, broken);
            },
        );
        self.b().start_sealed(next);
        self.b().jump(head, offset);
        self.b().seal(head);
        self.b().start_sealed(broken);
        self.async_close(record, offset);
        self.b().jump(after, offset);
        self.b().start_sealed(after);
    }

    /// AsyncIteratorClose (ECMAScript 7.4.13) where nothing was thrown.
    fn async_close(&mut self, record: ValueId, offset: u32) {
        self.if_returning("asyncReturn", record, offset, |this, answer| {
            let answer = this.wait_for(answer, offset);
            this.helper("asyncReturned", vec![answer], offset);
        });
    }

    /// The same where something was: whatever this throws is lost.
    fn async_close_quietly(&mut self, record: ValueId, offset: u32) {
        self.if_returning("asyncReturnQuietly", record, offset, |this, answer| {
            this.value(Op::Await(answer), offset);
            this.value(Op::Resumption, offset);
        });
    }

    /// Has an iterator return, and does something with what that gives; not if it has no such method.
    fn if_returning(
        &mut self,
        helper: &str,
        record: ValueId,
        offset: u32,
        then: impl FnOnce(&mut Self, ValueId),
    ) {
        let (there, after) = (self.b().block(), self.b().block());
        let returns = self.helper(helper, vec![record], offset);
        self.b().branch(returns, there, after, offset);
        self.b().start_sealed(there);
        let answer = self.value(Op::GetProperty(record, "answer".into()), offset);
        then(self, answer);
        self.b().jump(after, offset);
        self.b().start_sealed(after);
    }
}
