//! Which slot of the frame each home gets.
//!
//! Homes that are copied to each other share a slot where they can (a variable's values before and
//! after a loop, a parameter that is assigned), preferably those of one source variable and in inner
//! loops. The rest is first fit, the most used first: the lowest slots have the shortest code.

use super::bits::Bits;
use super::liveness::{live_in, live_out, walk};
use super::prepare::Prepared;
use super::step::{Body, Home, Symbolic};
use crate::function::ValueId;
use std::cmp::Reverse;

/// The slots of a function's homes.
pub struct Slots {
    /// The slot of each home that has one.
    pub of: Vec<usize>,
    /// How many slots there are above the parameters.
    pub locals: usize,
    /// For each slot, whether it must hold undefined at the start.
    pub undefined: Vec<bool>,
}

/// No slot.
pub const NONE: usize = usize::MAX;

/// Homes that share a slot.
struct Group {
    members: Vec<Home>,
    /// The homes that no member may share a slot with.
    conflicts: Bits,
    /// Slots that the members can only be in.
    fixed: Option<usize>,
    /// A member is undefined at the start: the slot must not be a parameter's.
    undefined: bool,
    weight: usize,
}

/// A copy from home to home.
struct Copy {
    from: Home,
    to: Home,
    same_variable: bool,
    loops: usize,
}

/// Assigns slots to all homes that code mentions.
pub fn assign(prepared: &Prepared, bodies: &[Body]) -> Slots {
    let function = &prepared.function;
    let values = function.values.len();
    let homes = values + function.locals.len();
    let live = live_in(bodies);
    let mut groups: Vec<Option<Group>> = (0..homes)
        .map(|home| {
            Some(Group {
                members: vec![home],
                conflicts: Bits::default(),
                fixed: None,
                undefined: false,
                weight: 0,
            })
        })
        .collect();
    let mut copies = Vec::new();
    let loops = prepared.flow.loops();
    for (b, body) in bodies.iter().enumerate() {
        for step in &body.steps {
            if let Symbolic::Load(home) | Symbolic::Store(home) = step.code {
                weigh(&mut groups, home);
            }
        }
        body.targets
            .iter()
            .for_each(|&home| weigh(&mut groups, home));
        let variable = |home: Home| {
            function
                .values
                .get(ValueId::new(home))
                .and_then(|v| v.variable)
        };
        let mut now = live_out(bodies, &live, b);
        let handler = body.handler.map(|handler| &live[handler]);
        walk(body, handler, &mut now, |home, live, from| {
            for other in live
                .iter()
                .filter(|&other| other != home && Some(other) != from)
            {
                conflict(&mut groups, home, other);
            }
            if let Some(from) = from.filter(|&from| from != home) {
                copies.push(Copy {
                    from,
                    to: home,
                    same_variable: variable(from).is_some() && variable(from) == variable(home),
                    loops: loops.iter().filter(|all| all.contains[b]).count(),
                });
            }
        });
    }
    let at_start: Vec<Home> = live[0].iter().collect();
    for (i, parameter) in prepared.parameters.iter().enumerate() {
        if let Some(group) = parameter.and_then(|value| groups[value.index()].as_mut()) {
            group.fixed = Some(1 + i);
        }
    }
    for &home in &at_start {
        if home >= values
            && let Some(group) = &mut groups[home]
        {
            group.undefined = true;
        }
    }
    copies.sort_by_key(|copy| (Reverse(copy.same_variable), Reverse(copy.loops)));
    let mut group_of: Vec<usize> = (0..homes).collect();
    for copy in &copies {
        unite(&mut groups, &mut group_of, copy.from, copy.to);
    }
    place(groups, homes, function.parameters as usize)
}

fn weigh(groups: &mut [Option<Group>], home: Home) {
    if let Some(group) = &mut groups[home] {
        group.weight += 1;
    }
}

fn conflict(groups: &mut [Option<Group>], a: Home, b: Home) {
    for (home, other) in [(a, b), (b, a)] {
        if let Some(group) = &mut groups[home] {
            group.conflicts.insert(other);
        }
    }
}

/// Makes one group of two homes' groups if no member conflicts.
fn unite(groups: &mut [Option<Group>], group_of: &mut [usize], a: Home, b: Home) {
    let (a, b) = (group_of[a], group_of[b]);
    if a == b {
        return;
    }
    let (Some(first), Some(second)) = (&groups[a], &groups[b]) else {
        return;
    };
    let fixed = match (first.fixed, second.fixed) {
        (Some(x), Some(y)) if x != y => return,
        (x, y) => x.or(y),
    };
    let undefined = first.undefined || second.undefined;
    let in_conflict = second
        .members
        .iter()
        .any(|&member| first.conflicts.contains(member));
    if in_conflict || undefined && fixed.is_some() {
        return;
    }
    let Some(second) = groups[b].take() else {
        return;
    };
    let Some(first) = &mut groups[a] else { return };
    second
        .members
        .iter()
        .for_each(|&member| group_of[member] = a);
    first.members.extend(second.members);
    first.conflicts.extend(&second.conflicts);
    first.fixed = fixed;
    first.undefined = undefined;
    first.weight += second.weight;
}

/// First fit, the most used groups first.
fn place(groups: Vec<Option<Group>>, homes: usize, parameters: usize) -> Slots {
    let mut groups: Vec<Group> = groups
        .into_iter()
        .flatten()
        .filter(|g| g.weight > 0)
        .collect();
    groups.sort_by_key(|group| (group.fixed.is_none(), Reverse(group.weight)));
    let mut slots = Slots {
        of: vec![NONE; homes],
        locals: 0,
        undefined: Vec::new(),
    };
    // The homes in each slot; slot 0 is `this`.
    let mut taken = vec![Bits::default(); 1 + parameters];
    for group in &groups {
        let first = if group.undefined { 1 + parameters } else { 1 };
        let free = |slot: usize| {
            taken
                .get(slot)
                .is_none_or(|homes| !homes.meets(&group.conflicts))
        };
        let slot = group
            .fixed
            .unwrap_or_else(|| (first..).find(|&slot| free(slot)).unwrap_or(first));
        if slot == taken.len() {
            taken.push(Bits::default());
        }
        for &member in &group.members {
            taken[slot].insert(member);
            slots.of[member] = slot;
        }
        slots.undefined.resize(taken.len(), false);
        slots.undefined[slot] |= group.undefined;
    }
    slots.undefined.resize(taken.len(), false);
    slots.locals = taken.len() - 1 - parameters;
    slots
}
