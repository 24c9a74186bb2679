//! `break`, `continue` and `return`, also through `finally`.

use super::Lowerer;
use super::constructor::This;
use crate::ssa::Key;
use microvium_ir::{BlockId, Constant, Terminator, ValueId};

/// Where a jump may lead, or what it must pass.
pub(super) enum Target {
    /// A statement that can be left.
    Statement {
        labels: Vec<String>,
        /// Whether a `break` without a label means it: a loop or `switch`.
        plain: bool,
        after: BlockId,
        /// Where `continue` leads, if it is a loop.
        next: Option<BlockId>,
    },
    /// A `try` whose `finally` runs first.
    Finally(Finally),
}

/// A `finally` that jumps pass through: they note how the statement completed and enter its block.
pub(super) struct Finally {
    pub block: BlockId,
    /// Which completion it was: an index, as `COMPLETED`, `THROWN` and the first exit.
    pub kind: Key,
    /// The value that is returned or thrown.
    pub value: Key,
    /// The jumps that passed through so far.
    pub exits: Vec<Exit>,
}

/// The statement completed normally.
pub(super) const COMPLETED: usize = 0;
/// It threw.
pub(super) const THROWN: usize = 1;
/// The first of `Finally::exits`.
pub(super) const FIRST_EXIT: usize = 2;

/// A jump.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// Out of the function, with the value in the hand.
    Return,
    /// Behind the target of this index.
    Break(usize),
    /// To the next iteration of the target of this index.
    Continue(usize),
}

impl Lowerer<'_, '_> {
    pub(super) fn break_to(&mut self, label: Option<&str>, offset: u32) {
        let found = self.state.targets.iter().rposition(|target| match target {
            Target::Statement { labels, plain, .. } => match label {
                Some(label) => labels.iter().any(|known| known == label),
                None => *plain,
            },
            Target::Finally(_) => false,
        });
        match found {
            Some(index) => self.exit(Exit::Break(index), None, offset),
            None => unreachable!("a `break` without a target is a syntax error"),
        }
    }

    pub(super) fn continue_to(&mut self, label: Option<&str>, offset: u32) {
        let found = self.state.targets.iter().rposition(|target| match target {
            Target::Statement { labels, next, .. } => {
                next.is_some()
                    && label.is_none_or(|label| labels.iter().any(|known| known == label))
            }
            Target::Finally(_) => false,
        });
        match found {
            Some(index) => self.exit(Exit::Continue(index), None, offset),
            None => unreachable!("a `continue` without a target is a syntax error"),
        }
    }

    /// Jumps; through the innermost `finally` on the way, which goes on from there. A `return` has a
    /// value.
    pub(super) fn exit(&mut self, exit: Exit, value: Option<ValueId>, offset: u32) {
        let last = match exit {
            Exit::Return => 0,
            Exit::Break(index) | Exit::Continue(index) => index,
        };
        let returned = value;
        let value = match value {
            Some(value) => value,
            None => self.b().undefined(offset),
        };
        for index in (last..self.state.targets.len()).rev() {
            if let Target::Finally(finally) = &mut self.state.targets[index] {
                let number = match finally.exits.iter().position(|known| *known == exit) {
                    Some(number) => number,
                    None => {
                        finally.exits.push(exit);
                        finally.exits.len() - 1
                    }
                };
                let (block, kind, key) = (finally.block, finally.kind, finally.value);
                self.complete(block, kind, FIRST_EXIT + number, key, value, offset);
                return;
            }
        }
        match exit {
            Exit::Return if self.state.this == This::Passed => {
                let value = self.returned(value, offset);
                self.b().terminate(Terminator::Return(value), offset);
            }
            Exit::Return => {
                // What that throws, the function doesn't catch.
                let handler = self.b().handler.take();
                let outside = self.b().block();
                self.b().jump(outside, offset);
                self.b().start_sealed(outside);
                let value = self.constructed(returned, offset);
                self.b().terminate(Terminator::Return(value), offset);
                self.b().handler = handler;
            }
            Exit::Break(index) | Exit::Continue(index) => {
                let Target::Statement { after, next, .. } = &self.state.targets[index] else {
                    unreachable!("a jump leads to a statement");
                };
                let block = match exit {
                    Exit::Continue(_) => next.unwrap_or(*after),
                    _ => *after,
                };
                self.b().jump(block, offset);
            }
        }
    }

    /// Enters a `finally` with a completion.
    pub(super) fn complete(
        &mut self,
        block: BlockId,
        kind: Key,
        number: usize,
        key: Key,
        value: ValueId,
        offset: u32,
    ) {
        let number = Constant::Number(number as f64);
        let number = self.b().constant(number, offset);
        self.b().write(kind, number);
        self.b().write(key, value);
        self.b().jump(block, offset);
    }
}
