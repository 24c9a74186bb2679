//! Values that are needed several times but lie at the top of the stack whenever they are: they are
//! duplicated there and need no slot.

use super::constants::Constants;
use super::step::{Body, Home, Symbolic};

/// Rewrites such values. `values` is the number of homes that are stored once.
pub fn tee(bodies: &mut [Body], values: usize, constants: &Constants) {
    for body in bodies.iter_mut() {
        keep_defined(body);
    }
    let mut loads = vec![0; values];
    let mut is_target = vec![false; values];
    for body in bodies.iter() {
        for step in &body.steps {
            if let Symbolic::Load(home) = step.code
                && home < values
            {
                loads[home] += 1;
            }
        }
        body.targets.iter().for_each(|&home| is_target[home] = true);
    }
    for body in bodies.iter_mut() {
        let mut i = 0;
        while i < body.steps.len() {
            let Symbolic::Store(home) = body.steps[i].code else {
                i += 1;
                continue;
            };
            let stored_once = home < values && !is_target[home];
            // Removal moves what follows here.
            if !(stored_once && keep_on_stack(body, i, home, loads[home], constants)) {
                i += 1;
            }
        }
    }
}

/// A definition of a property leaves the object on the stack.
fn keep_defined(body: &mut Body) {
    let mut i = 0;
    while i + 2 < body.steps.len() {
        match (
            &body.steps[i].code,
            &body.steps[i + 1].code,
            &body.steps[i + 2].code,
        ) {
            (Symbolic::Define(object, _), pop, Symbolic::Load(home))
                if *pop == Symbolic::POP && object.index() == *home =>
            {
                body.steps.drain(i + 1..=i + 2);
            }
            _ => i += 1,
        }
    }
}

fn keep_on_stack(
    body: &mut Body,
    store: usize,
    home: Home,
    loads: usize,
    constants: &Constants,
) -> bool {
    // Relative to the depth below the value.
    let mut depth = 0;
    let mut found = Vec::new();
    for (i, step) in body.steps.iter().enumerate().skip(store + 1) {
        if found.len() == loads {
            break;
        }
        if step.code == Symbolic::Load(home) {
            if depth != 0 {
                return false;
            }
            found.push(i);
        }
        let (pops, pushes) = step.code.effect(constants);
        if pops > depth {
            return false;
        }
        depth = depth - pops + pushes;
    }
    let Some(last) = found.pop().filter(|_| found.len() + 1 == loads) else {
        return false;
    };
    for load in found {
        body.steps[load].code = Symbolic::DUPLICATE;
    }
    body.steps.remove(last);
    body.steps.remove(store);
    true
}
