//! Homes become slots, and what an edge passes is moved to where its block wants it.

use super::constants::Constants;
use super::slots::Slots;
use super::step::{Body, Home, Step, Symbolic};
use microvium_format::Operation;

/// Replaces homes by slots in a block.
pub fn place(body: &mut Body, slots: &Slots, constants: &Constants) {
    advance(&mut body.steps, constants);
    let steps = std::mem::take(&mut body.steps);
    let slot = |home: Home| slots.of[home];
    // Arguments whose stores must wait until all are pushed, by their slot.
    let mut deferred = Vec::new();
    for (i, step) in steps.iter().enumerate() {
        let position = step.position;
        let code = match step.code {
            Symbolic::Load(home) => load(slot(home)),
            Symbolic::Store(home) => store(slot(home)),
            Symbolic::Argument(argument) => {
                let target = slot(body.targets[argument]);
                let rest = &steps[i + 1..];
                let stays = body
                    .steps
                    .last()
                    .is_some_and(|last| last.code == load(target))
                    && !rest.iter().any(
                        |step| matches!(step.code, Symbolic::Store(home) if slot(home) == target),
                    );
                if stays {
                    body.steps.pop();
                    continue;
                } else if must_wait(rest, target, slots, body.handler.is_some()) {
                    deferred.push((target, position));
                    continue;
                }
                store(target)
            }
            ref other => other.clone(),
        };
        // Moving a slot to itself is nothing.
        if let Symbolic::Plain(Operation::Store, to) = code
            && body
                .steps
                .last()
                .is_some_and(|last| last.code == load(to as usize))
        {
            body.steps.pop();
            continue;
        }
        body.steps.push(Step { code, position });
    }
    for (target, position) in deferred.into_iter().rev() {
        let code = store(target);
        body.steps.push(Step { code, position });
    }
    body.targets.clear();
}

/// Moves each argument's mark to where its value is pushed: before what is done while it lies there.
fn advance(steps: &mut Vec<Step>, constants: &Constants) {
    // How much of the stack is untouched by each step, and the depth behind it; an exception may lie
    // there from the start.
    let mut depth = 1;
    let depths: Vec<(usize, usize)> = steps
        .iter()
        .map(|step| {
            let (pops, pushes) = step.code.effect(constants);
            let untouched = depth - pops;
            depth = untouched + pushes;
            (untouched, depth)
        })
        .collect();
    let mut order: Vec<(usize, usize)> = Vec::new();
    for (i, step) in steps.iter().enumerate() {
        let pushed = match step.code {
            Symbolic::Argument(_) => (0..i).rev().find(|&before| depths[before].0 < depths[i].1),
            _ => None,
        };
        order.push((pushed.unwrap_or(i), i));
    }
    order.sort();
    *steps = order.iter().map(|&(_, i)| steps[i].clone()).collect();
}

/// Whether what follows still needs the slot as it is, or may end at a handler that does.
fn must_wait(rest: &[Step], target: usize, slots: &Slots, handled: bool) -> bool {
    rest.iter().any(|step| match step.code {
        Symbolic::Load(home) | Symbolic::Store(home) => slots.of[home] == target,
        _ => handled && step.code.may_throw(),
    })
}

fn load(slot: usize) -> Symbolic {
    Symbolic::Plain(Operation::Load, slot as u32)
}

fn store(slot: usize) -> Symbolic {
    Symbolic::Plain(Operation::Store, slot as u32)
}
