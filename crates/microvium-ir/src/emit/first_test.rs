//! The first test of a counting loop: `i < 10` is known if `i` has just been set to 0.

use super::step::{Body, Exit, Symbolic};
use microvium_format::Operation;

/// Jumps to blocks that only compare a slot with an integer go on to where the comparison leads, if the
/// slot has been set to an integer.
pub fn skip_known_tests(bodies: &mut [Body]) {
    for b in 0..bodies.len() {
        if let Exit::Jump(next) = bodies[b].exit
            && let Some(known) = outcome(&bodies[b], &bodies[next])
        {
            bodies[b].exit = Exit::Jump(known);
        }
    }
}

fn outcome(body: &Body, test: &Body) -> Option<usize> {
    let Exit::Branch(yes, no) = test.exit else {
        return None;
    };
    let [left, right, comparison] = &test.steps[..] else {
        return None;
    };
    let (left, right) = (value(body, &left.code)?, value(body, &right.code)?);
    let Symbolic::Plain(comparison, _) = comparison.code else {
        return None;
    };
    let truth = match comparison {
        Operation::Less => left < right,
        Operation::LessEqual => left <= right,
        Operation::Greater => left > right,
        Operation::GreaterEqual => left >= right,
        Operation::StrictEqual => left == right,
        _ => return None,
    };
    Some(if truth { yes } else { no })
}

/// The integer that a step will push after the block.
fn value(body: &Body, step: &Symbolic) -> Option<i64> {
    let slot = match *step {
        Symbolic::Plain(Operation::Integer, n) => return Some(i64::from(n)),
        Symbolic::Plain(Operation::IntegerNegative, n) => return Some(-1 - i64::from(n)),
        Symbolic::Plain(Operation::Load, slot) => slot,
        _ => return None,
    };
    let store = Symbolic::Plain(Operation::Store, slot);
    let last = body.steps.iter().rposition(|step| step.code == store)?;
    match body.steps.get(last.checked_sub(1)?)?.code {
        Symbolic::Plain(Operation::Integer | Operation::IntegerNegative, _) => {
            value(body, &body.steps[last - 1].code)
        }
        _ => None,
    }
}
