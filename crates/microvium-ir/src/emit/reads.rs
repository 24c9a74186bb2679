//! Reads that are used several times are done again at each use, where nothing writes in between:
//! pushing a variable is as cheap as pushing a slot.

use super::effect::effect;
use super::known::is_read;
use super::prepare;
use crate::function::{BlockId, Function, ValueId};
use crate::instruction::{Instruction, Op};
use crate::segment::Access;

/// Gives each use of such a read, but the first, a read of its own just before it.
pub fn repeat(function: &mut Function, access: &dyn Access) {
    let definitions = prepare::definitions(function);
    // The instructions that use each value; None if another block does.
    let mut users: Vec<Option<Vec<usize>>> = vec![Some(Vec::new()); function.values.len()];
    for (id, block) in function.blocks.iter() {
        let mut used = |value: ValueId, i: usize| {
            let here = definitions[value.index()].is_some_and(|(home, _)| home == id);
            match &mut users[value.index()] {
                Some(all) if here => all.push(i),
                other => *other = None,
            }
        };
        for (i, instruction) in block.instructions.iter().enumerate() {
            let operands = instruction.op.operands();
            operands.for_each(|value| used(value, i));
        }
        let end = block.instructions.len();
        block
            .terminator
            .operand()
            .into_iter()
            .for_each(|value| used(value, end));
        for edge in block.terminator.edges() {
            edge.arguments.iter().for_each(|&value| used(value, end));
        }
    }
    let mut captured = vec![false; function.values.len()];
    for (_, block) in function.blocks.iter() {
        for instruction in &block.instructions {
            if let (Op::Captured, Some(result)) = (&instruction.op, instruction.result) {
                captured[result.index()] = true;
            }
        }
    }
    for id in function.blocks.ids() {
        repeat_in(function, id, &users, &captured, access);
    }
}

fn repeat_in(
    function: &mut Function,
    id: BlockId,
    users: &[Option<Vec<usize>>],
    captured: &[bool],
    access: &dyn Access,
) {
    // Reads to insert: before which instruction, for which operand.
    let mut insertions: Vec<(usize, ValueId, Instruction)> = Vec::new();
    let block = &function.blocks[id];
    for (i, instruction) in block.instructions.iter().enumerate() {
        let Some(value) = instruction.result else {
            continue;
        };
        let Some(users) = &users[value.index()] else {
            continue;
        };
        let (Some(&first), Some(&last)) = (users.first(), users.last()) else {
            continue;
        };
        let read = effect(&instruction.op, access);
        let undisturbed = block.instructions[i + 1..last]
            .iter()
            .all(|between| read.may_pass(&effect(&between.op, access)));
        if is_read(&instruction.op, |scope| {
            captured.get(scope.index()) == Some(&true)
        }) && first != last
            && undisturbed
        {
            for &user in users.iter().filter(|&&user| user != first) {
                insertions.push((user, value, instruction.clone()));
            }
        }
    }
    insertions.sort_by_key(|&(user, value, _)| (user, value));
    insertions.dedup_by_key(|&mut (user, value, _)| (user, value));
    for (user, value, mut read) in insertions.into_iter().rev() {
        let again = function.add_value();
        read.result = Some(again);
        let block = &mut function.blocks[id];
        let replace = |used: &mut ValueId| {
            if *used == value {
                *used = again;
            }
        };
        match block.instructions.get_mut(user) {
            Some(instruction) => instruction.op.operands_mut().for_each(replace),
            None => {
                block.terminator.operand_mut().into_iter().for_each(replace);
                for edge in block.terminator.edges_mut() {
                    edge.arguments.iter_mut().for_each(replace);
                }
            }
        }
        block.instructions.insert(user, read);
    }
}
