//! Where a statement throws again what it has only let pass: `finally`, and a loop that closes its iterator. The source
//! says what it could have come from.

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

/// What is guarded by a statement that throws again at this place; None if what stands there does no such thing.
pub fn guarded(file: &SourceFile, offset: u32) -> Option<Range<u32>> {
    parse::search(file, |program| {
        let mut search = Search {
            offset,
            found: None,
        };
        search.visit_program(program);
        search.found
    })
}

struct Search {
    offset: u32,
    found: Option<Range<u32>>,
}

impl<'a> Visit<'a> for Search {
    fn visit_try_statement(&mut self, it: &TryStatement<'a>) {
        if let Some(finalizer) = &it.finalizer
            && offset_of(finalizer) == self.offset
        {
            let end = it.handler.as_ref().map_or(it.block.span, |it| it.span).end;
            self.found = Some(it.block.span.start..end);
        }
        walk::walk_try_statement(self, it);
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        if it.right.span().start == self.offset {
            self.found = Some(it.span.start..it.span.end);
        }
        walk::walk_for_of_statement(self, it);
    }
}
