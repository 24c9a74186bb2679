//! How the locals get their slots.
//!
//! Slots lie where the operand stack begins. So a local whose first value is computed in the entry, with
//! nothing else on the stack, needs neither `Enter` nor `Store`: the value stays where it was pushed.

use super::slots::Slots;
use super::step::{Body, Step, Symbolic};
use crate::program::Position;
use microvium_format::Operation;
use std::collections::BTreeSet;

use super::constants::Constants;

/// Operands that fit the nibble of an operation.
const SHORT: usize = 16;

/// Makes the slots of the locals exist, in the entry.
pub fn enter(
    bodies: &mut [Body],
    slots: &Slots,
    parameters: usize,
    position: Position,
    constants: &Constants,
) {
    let first = 1 + parameters;
    // A handler cuts the frame to all locals.
    let pushed = if bodies[0].handler.is_some() {
        Vec::new()
    } else {
        pushed(&bodies[0], slots, first, constants)
    };
    let rest = slots.locals - pushed.len();
    let end = pushed.last().map_or(0, |&(store, _)| store + 1);
    if rest > 0 {
        let code = Symbolic::Plain(Operation::Enter, rest as u32);
        bodies[0].steps.insert(end, Step { code, position });
    }
    for &(store, _) in pushed.iter().rev() {
        bodies[0].steps.remove(store);
    }
    let mut order: Vec<usize> = pushed.iter().map(|&(_, slot)| slot).collect();
    let others: Vec<usize> = (first..first + slots.locals)
        .filter(|s| !order.contains(s))
        .collect();
    order.extend(others);
    renumber(bodies, first, &order);
}

/// The stores that are the first of their local, with the stack empty below: (step, slot).
fn pushed(entry: &Body, slots: &Slots, first: usize, constants: &Constants) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut known = BTreeSet::new();
    let mut depth = 0;
    for (i, step) in entry.steps.iter().enumerate() {
        let (pops, pushes) = step.code.effect(constants);
        depth = depth - pops + pushes;
        let Symbolic::Plain(operation @ (Operation::Load | Operation::Store), slot) = step.code
        else {
            continue;
        };
        let slot = slot as usize;
        if slot < first || known.contains(&slot) {
            continue;
        }
        // Low numbers belong to the most used if there aren't enough.
        let in_place = first + slots.locals <= SHORT || slot == first + found.len();
        if operation == Operation::Load || depth > 0 || slots.undefined[slot] || !in_place {
            break;
        }
        found.push((i, slot));
        known.insert(slot);
    }
    found
}

/// Gives the locals new slots: `order` has the old ones.
fn renumber(bodies: &mut [Body], first: usize, order: &[usize]) {
    let mut new: Vec<u32> = (0..(first + order.len()) as u32).collect();
    for (i, &old) in order.iter().enumerate() {
        new[old] = (first + i) as u32;
    }
    for step in bodies.iter_mut().flat_map(|body| &mut body.steps) {
        if let Symbolic::Plain(Operation::Load | Operation::Store, slot) = &mut step.code {
            *slot = new[*slot as usize];
        }
    }
}
