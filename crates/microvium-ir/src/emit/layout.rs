//! The order of blocks.
//!
//! Blocks that do nothing but jump vanish. Loops are contiguous; a loop whose condition is at its start
//! gets it at its end where that saves nothing but costs nothing: an iteration then takes one branch.

use super::step::{Body, Exit, Symbolic};
use crate::flow::Flow;
use microvium_format::Operation;
use std::collections::BTreeSet;

/// The blocks that are reached, in the order in which they are best laid out. Jumps are threaded.
pub fn layout(bodies: &mut [Body]) -> Vec<usize> {
    loop {
        while thread(bodies) {}
        let order = order(bodies);
        if !return_early(bodies, &order) {
            return order;
        }
    }
}

fn order(bodies: &[Body]) -> Vec<usize> {
    let flow = flow_of(bodies);
    let loops = flow.loops();
    // A block's successors, those that stay in its loops first.
    let successors = (0..bodies.len()).map(|b| {
        let mut all = flow.successors[b].clone();
        let left = |next: usize| {
            loops
                .iter()
                .filter(|l| l.contains[b] && !l.contains[next])
                .count()
        };
        let is_handler = |next| Some(next) == bodies[b].handler;
        // Then as they come in the source, as far as numbers tell.
        all.sort_by_key(|&next| (left(next), is_handler(next), next));
        all
    });
    let mut order = Flow::new(successors.collect()).order;
    for inner in loops.iter().rev() {
        rotate(bodies, &mut order, inner.header, &inner.contains);
    }
    order
}

fn flow_of(bodies: &[Body]) -> Flow {
    let successors = bodies.iter().map(|body| {
        let mut all = match body.exit {
            Exit::Jump(next) => vec![next],
            Exit::Branch(yes, no) => vec![yes, no],
            Exit::End => vec![],
        };
        // What can't throw never comes to its handler.
        let throws = body.steps.iter().any(|step| step.code.may_throw());
        all.extend(body.handler.filter(|_| throws));
        all
    });
    Flow::new(successors.collect())
}

/// Jumps to jumps go where those go; a branch that goes there both ways is a jump.
fn thread(bodies: &mut [Body]) -> bool {
    let target = |mut b: usize, bodies: &[Body]| {
        let mut seen = BTreeSet::new();
        while let (true, Exit::Jump(next)) = (bodies[b].steps.is_empty(), &bodies[b].exit)
            && seen.insert(b)
        {
            b = *next;
        }
        b
    };
    let mut changed = false;
    for b in 0..bodies.len() {
        let exit = match bodies[b].exit {
            Exit::Jump(next) => Exit::Jump(target(next, bodies)),
            Exit::Branch(yes, no) => Exit::Branch(target(yes, bodies), target(no, bodies)),
            Exit::End => Exit::End,
        };
        let exit = match exit {
            Exit::Branch(yes, no) if yes == no => {
                let position = bodies[b].position;
                bodies[b].steps.push(super::step::Step {
                    code: Symbolic::POP,
                    position,
                });
                Exit::Jump(yes)
            }
            exit => exit,
        };
        changed |= exit != bodies[b].exit;
        bodies[b].exit = exit;
    }
    changed
}

/// A jump to a block that returns at once, in no more bytes than the jump has, is that return.
fn return_early(bodies: &mut [Body], order: &[usize]) -> bool {
    let mut changed = false;
    for (i, &b) in order.iter().enumerate() {
        if let Exit::Jump(next) = bodies[b].exit
            && order.get(i + 1) != Some(&next)
            && bodies[next].exit == Exit::End
            && let [.., last] = &bodies[next].steps[..]
            && matches!(
                last.code,
                Symbolic::Plain(Operation::Return | Operation::ReturnUndefined, _)
            )
            && size(&bodies[next]) <= 2
        {
            let steps = bodies[next].steps.clone();
            bodies[b].steps.extend(steps);
            bodies[b].exit = Exit::End;
            changed = true;
        }
    }
    changed
}

/// The bytes of a small block, if constants' indices are small.
fn size(body: &Body) -> usize {
    let bytes = body.steps.iter().map(|step| match step.code {
        Symbolic::Plain(operation, operand) => {
            use microvium_format::operation::Form;
            match operation.form() {
                Form::Plain => 1,
                Form::Nibble if operand < 16 => 1,
                _ => 2,
            }
        }
        Symbolic::Indexed(..) => 1,
        _ => 2,
    });
    bytes.sum()
}

/// Moves a loop's condition from the start to the end, if the end goes to the start anyway and the way
/// out comes next.
fn rotate(bodies: &[Body], order: &mut [usize], header: usize, contains: &[bool]) {
    let Exit::Branch(yes, no) = bodies[header].exit else {
        return;
    };
    let (stay, leave) = if contains[yes] { (yes, no) } else { (no, yes) };
    if !contains[stay] || contains[leave] || stay == header {
        return;
    }
    let Some(start) = order.iter().position(|&b| b == header) else {
        return;
    };
    let length = order[start..].iter().take_while(|&&b| contains[b]).count();
    let end = start + length;
    let whole = contains.iter().filter(|&&inside| inside).count() == length;
    let falls = matches!(bodies[order[end - 1]].exit, Exit::Jump(next) if next == header);
    if length > 1 && whole && falls && order.get(end) == Some(&leave) && order[start + 1] == stay {
        order[start..end].rotate_left(1);
    }
}
