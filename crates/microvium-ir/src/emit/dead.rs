//! Stores that nothing reads are dropped: a local's mark of emptiness before its first value, above all.

use super::liveness::{live_in, live_out};
use super::step::{Body, Symbolic};
use microvium_format::{Operation, Special};

/// Drops stores to homes that aren't live behind them.
pub fn drop_stores(bodies: &mut [Body]) {
    let live = live_in(bodies);
    for b in 0..bodies.len() {
        let mut now = live_out(bodies, &live, b);
        let handler = bodies[b].handler.map(|handler| &live[handler]);
        let is_kept = |home| handler.is_some_and(|handler| handler.contains(home));
        let body = &mut bodies[b];
        for &target in body.targets.iter().filter(|&&target| !is_kept(target)) {
            now.remove(target);
        }
        let mut i = body.steps.len();
        while i > 0 {
            i -= 1;
            match body.steps[i].code {
                Symbolic::Load(home) => now.insert(home),
                Symbolic::Store(home) if is_kept(home) => {}
                Symbolic::Store(home) if now.contains(home) => now.remove(home),
                Symbolic::Store(_) => {
                    body.steps[i].code = Symbolic::POP;
                    if i > 0 && is_constant(&body.steps[i - 1].code) {
                        body.steps.drain(i - 1..=i);
                        i -= 1;
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whether the step does nothing but push something that isn't read from anywhere.
fn is_constant(step: &Symbolic) -> bool {
    matches!(
        step,
        Symbolic::Plain(
            Operation::Integer
                | Operation::IntegerNegative
                | Operation::Undefined
                | Operation::Null
                | Operation::False
                | Operation::True,
            _
        ) | Symbolic::Indexed(Operation::Constant, _)
            | Symbolic::Special(Special::Empty)
    )
}
