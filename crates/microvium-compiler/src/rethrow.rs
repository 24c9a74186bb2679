//! Where something is thrown again that was only let pass: by `finally`, by a loop that closes its iterator, by `await`. The
//! source says what it could have come from.

use crate::parse;
use microvium_ir::SourceFile;
use oxc_ast::ast::*;
use oxc_ast_visit::{Visit, walk};
use oxc_span::GetSpan;
use std::ops::Range;

/// The place of what a `finally` throws again: its closing brace.
pub(crate) fn offset_of(finalizer: &BlockStatement<'_>) -> u32 {
    finalizer.span.end - 1
}

/// What is thrown at a place may have been thrown before.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Passing {
    /// Somewhere in here, and the statement that it stands in has let it pass.
    pub guarded: Option<Range<u32>>,
    /// Elsewhere: it is why a promise was rejected.
    pub awaited: bool,
    /// Elsewhere, by what stands here on purpose.
    pub thrown: bool,
}

/// What the source says of a place at which something was thrown.
pub fn passing(file: &SourceFile, offset: u32) -> Passing {
    let passing = parse::search(file, |program| {
        let mut search = Search {
            offset,
            passing: Passing::default(),
        };
        search.visit_program(program);
        Some(search.passing)
    });
    passing.unwrap_or_default()
}

struct Search {
    offset: u32,
    passing: Passing,
}

impl<'a> Visit<'a> for Search {
    fn visit_try_statement(&mut self, it: &TryStatement<'a>) {
        if let Some(finalizer) = &it.finalizer
            && offset_of(finalizer) == self.offset
        {
            let end = it.handler.as_ref().map_or(it.block.span, |it| it.span).end;
            self.passing.guarded = Some(it.block.span.start..end);
        }
        walk::walk_try_statement(self, it);
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        if it.right.span().start == self.offset {
            self.passing.guarded = Some(it.span.start..it.span.end);
            self.passing.awaited |= it.r#await;
        }
        walk::walk_for_of_statement(self, it);
    }

    fn visit_await_expression(&mut self, it: &AwaitExpression<'a>) {
        self.passing.awaited |= it.span.start == self.offset;
        walk::walk_await_expression(self, it);
    }

    // Async generators await what they yield.
    fn visit_yield_expression(&mut self, it: &YieldExpression<'a>) {
        self.passing.awaited |= it.span.start == self.offset;
        walk::walk_yield_expression(self, it);
    }

    fn visit_throw_statement(&mut self, it: &ThrowStatement<'a>) {
        self.passing.thrown |= it.span.start == self.offset;
        walk::walk_throw_statement(self, it);
    }
}
