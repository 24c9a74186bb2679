//! Which homes hold something that is still needed.

use super::bits::Bits;
use super::step::{Body, Exit, Symbolic};

/// The homes that are live where each block begins.
pub fn live_in(bodies: &[Body]) -> Vec<Bits> {
    let mut live = vec![Bits::default(); bodies.len()];
    let mut changed = true;
    while changed {
        changed = false;
        for b in (0..bodies.len()).rev() {
            let mut now = live_out(bodies, &live, b);
            let handler = bodies[b].handler.map(|handler| live[handler].clone());
            walk(&bodies[b], handler.as_ref(), &mut now, |_, _, _| {});
            changed |= live[b].extend(&now);
        }
    }
    live
}

/// The homes that are live where a block ends, behind its edge's stores.
pub fn live_out(bodies: &[Body], live_in: &[Bits], b: usize) -> Bits {
    let mut out = match bodies[b].exit {
        Exit::Jump(next) => live_in[next].clone(),
        Exit::Branch(yes, no) => {
            let mut both = live_in[yes].clone();
            both.extend(&live_in[no]);
            both
        }
        Exit::End => Bits::default(),
    };
    // An exception may come anywhere, and its handler wants these.
    if let Some(handler) = bodies[b].handler {
        out.extend(&live_in[handler]);
    }
    out
}

/// Walks a block from its end to its start. `handler` is what is live where its handler begins, and so
/// everywhere in the block, whatever is stored. `live` is what is live behind it and becomes what is live
/// before it. `stored` is told of each store: the home, what is live behind the store, and the home that
/// the value was copied from, if it was.
pub fn walk(
    body: &Body,
    handler: Option<&Bits>,
    live: &mut Bits,
    mut stored: impl FnMut(usize, &Bits, Option<usize>),
) {
    let is_kept = |home| handler.is_some_and(|handler| handler.contains(home));
    // The edge stores all its arguments at once.
    let mut targets_live = live.clone();
    for &target in &body.targets {
        targets_live.insert(target);
        if !is_kept(target) {
            live.remove(target);
        }
    }
    for (i, step) in body.steps.iter().enumerate() {
        if let Symbolic::Argument(argument) = step.code {
            stored(body.targets[argument], &targets_live, copied_from(body, i));
        }
    }
    for (i, step) in body.steps.iter().enumerate().rev() {
        match step.code {
            Symbolic::Load(home) => live.insert(home),
            Symbolic::Store(home) => {
                stored(home, live, copied_from(body, i));
                if !is_kept(home) {
                    live.remove(home);
                }
            }
            _ => {}
        }
    }
}

fn copied_from(body: &Body, i: usize) -> Option<usize> {
    match body.steps.get(i.wrapping_sub(1))?.code {
        Symbolic::Load(home) => Some(home),
        _ => None,
    }
}
