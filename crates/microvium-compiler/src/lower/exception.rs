//! `try`, `catch`, `finally`.
//!
//! A `finally` is lowered once. Whatever leads into it says how the statement completed (normally, by
//! an exception, by which jump), and behind it that completion takes place, unless the `finally` itself
//! jumped elsewhere.

use super::Lowerer;
use super::jump::{COMPLETED, Exit, FIRST_EXIT, Finally, THROWN, Target};
use super::pattern::Pattern;
use crate::rethrow;
use microvium_ir::{BinaryOperator, BlockId, Constant, Op, Terminator, ValueId};
use oxc_ast::ast::{BindingPattern, BlockStatement, CatchClause, TryStatement};
use oxc_span::GetSpan;

impl Lowerer<'_, '_> {
    pub(super) fn try_statement(&mut self, it: &TryStatement<'_>) {
        match &it.finalizer {
            Some(finalizer) => self.try_finally(it, finalizer),
            None => self.try_catch(it),
        }
    }

    /// The `try` block and the `catch` clause, if there is one.
    fn try_catch(&mut self, it: &TryStatement<'_>) {
        let Some(clause) = &it.handler else {
            self.block(&it.block);
            return;
        };
        let after = self.b().block();
        let (region, handler, outer) = self.guard(it.span.start);
        self.block(&it.block);
        self.b().handler = outer;
        self.b().jump(after, it.block.span.end);
        let exception = self.b().start_handler(handler, region);
        self.catch_clause(clause, exception);
        self.b().jump(after, clause.span.end);
        self.b().start_sealed(after);
    }

    fn catch_clause(&mut self, clause: &CatchClause<'_>, exception: ValueId) {
        let offset = clause.span.start;
        let parameter = clause.param.as_ref().map(|it| &it.pattern);
        let used = parameter.filter(|pattern| match pattern {
            BindingPattern::BindingIdentifier(name) => {
                let variable = name.symbol_id().index() as u32;
                self.variables.get(variable).used
            }
            _ => true,
        });
        // The error object is made first, and only if the script uses it.
        let value = match used {
            Some(pattern) => self.value(Op::Caught(exception), pattern.span().start),
            None => exception,
        };
        self.enter_scope(clause.scope_id(), offset);
        // The parser counts the parameter among the variables of the body.
        self.enter_scope(clause.body.scope_id(), offset);
        if let Some(pattern) = used {
            self.bind(&Pattern::binding(pattern), value, pattern.span().start);
        }
        self.hoist_functions(&clause.body.body);
        self.statements(&clause.body.body);
    }

    fn try_finally(&mut self, it: &TryStatement<'_>, finalizer: &BlockStatement<'_>) {
        let offset = finalizer.span.start;
        let (kind, value) = (self.b().temporary(), self.b().temporary());
        let block = self.b().block();
        let (region, handler, outer) = self.guard(it.span.start);
        self.state.targets.push(Target::Finally(Finally {
            block,
            kind,
            value,
            exits: Vec::new(),
        }));
        self.try_catch(it);
        let completes = !self.b().is_dead();
        let nothing = self.b().undefined(offset);
        self.complete(block, kind, COMPLETED, value, nothing, offset);
        let Some(Target::Finally(finally)) = self.state.targets.pop() else {
            unreachable!("targets are pushed and popped in pairs");
        };
        self.b().handler = outer;
        let exception = self.b().start_handler(handler, region);
        self.complete(block, kind, THROWN, value, exception, offset);

        self.b().start_sealed(block);
        self.block(finalizer);
        if self.b().is_dead() {
            return;
        }
        let (number, value) = (self.b().read(kind), self.b().read(value));
        let end = finalizer.span.end;
        let after = self.b().block();
        if completes {
            let next = self.b().block();
            self.dispatch(number, COMPLETED, after, next, end);
            self.b().start_sealed(next);
        }
        let again = rethrow::offset_of(finalizer);
        self.leave(finally.exits, number, value, Some(again), end);
        self.b().start_sealed(after);
    }

    /// Leaves by one of some exits, whichever the number says, or throws at a place, if it may say that.
    pub(super) fn leave(
        &mut self,
        exits: Vec<Exit>,
        number: ValueId,
        value: ValueId,
        thrown: Option<u32>,
        end: u32,
    ) {
        let others = exits.len() - usize::from(thrown.is_none());
        for (index, exit) in exits.into_iter().enumerate() {
            let next = self.b().block();
            if index < others {
                let taken = self.b().block();
                self.dispatch(number, FIRST_EXIT + index, taken, next, end);
                self.b().start_sealed(taken);
            }
            let value = (exit == Exit::Return).then_some(value);
            self.exit(exit, value, end);
            self.b().start_sealed(next);
        }
        if let Some(offset) = thrown {
            self.b().terminate(Terminator::Throw(value), offset);
        }
    }

    fn dispatch(
        &mut self,
        number: ValueId,
        expected: usize,
        then: BlockId,
        otherwise: BlockId,
        offset: u32,
    ) {
        let expected = self.b().constant(Constant::Number(expected as f64), offset);
        let equal = Op::Binary(BinaryOperator::StrictEqual, number, expected);
        let condition = self.value(equal, offset);
        self.b().branch(condition, then, otherwise, offset);
    }

    /// Begins a guarded region: the block before it, its handler, and the handler around it.
    pub(super) fn guard(&mut self, offset: u32) -> (BlockId, BlockId, Option<BlockId>) {
        let (handler, body) = (self.b().block(), self.b().block());
        let region = self.b().current;
        self.b().jump(body, offset);
        let outer = self.b().handler.replace(handler);
        self.b().start_sealed(body);
        (region, handler, outer)
    }
}
