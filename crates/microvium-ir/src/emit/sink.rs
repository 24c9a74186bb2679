//! Where two ways meet only to store the value that each brings, each stores its own.

use crate::function::{BlockId, Function, ValueId};
use crate::instruction::{Instruction, Op, Terminator};

/// Moves stores of a block's parameter to the blocks before it, as long as that saves code: at most two
/// blocks jump there, and nothing else uses the parameter.
pub fn store_early(function: &mut Function) -> bool {
    let mut changed = false;
    for id in function.blocks.ids() {
        while let Some((index, sources)) = movable(function, id) {
            let store = function.blocks[id].instructions.remove(0);
            let parameter = function.blocks[id].parameters.remove(index);
            for source in sources {
                let block = &mut function.blocks[source];
                let Terminator::Jump(edge) = &mut block.terminator else {
                    continue;
                };
                let argument = edge.arguments.remove(index);
                let mut own: Instruction = store.clone();
                for operand in own.op.operands_mut() {
                    if *operand == parameter {
                        *operand = argument;
                    }
                }
                block.instructions.push(own);
            }
            changed = true;
        }
    }
    changed
}

/// The parameter that the block stores first and the two blocks that pass it.
fn movable(function: &Function, id: BlockId) -> Option<(usize, Vec<BlockId>)> {
    let block = &function.blocks[id];
    let value = match &block.instructions.first()?.op {
        Op::SetVariable(_, value) | Op::SetLocal(_, value) => *value,
        Op::SetField(scope, _, value) if *scope != *value => *value,
        _ => return None,
    };
    let index = block
        .parameters
        .iter()
        .position(|&parameter| parameter == value)?;
    let mut sources = Vec::new();
    for (source, other) in function.blocks.iter() {
        if other.handler == Some(id) {
            return None;
        }
        if !other.terminator.edges().any(|edge| edge.block == id) {
            continue;
        }
        // Where a handler sees a local changed, it must be the same handler.
        if !matches!(other.terminator, Terminator::Jump(_)) || other.handler != block.handler {
            return None;
        }
        sources.push(source);
    }
    let uses_once = uses(function, value) == 1;
    // The scope must be there; it is if it isn't a parameter too.
    let op = &block.instructions[0].op;
    let others_are_there = op
        .operands()
        .all(|operand| operand == value || !block.parameters.contains(&operand));
    (sources.len() == 2 && !sources.contains(&id) && uses_once && others_are_there)
        .then_some((index, sources))
}

fn uses(function: &Function, value: ValueId) -> usize {
    let blocks = function.blocks.iter().map(|(_, block)| {
        let operands = block.instructions.iter().flat_map(|i| i.op.operands());
        let edges = block.terminator.edges();
        let arguments = edges.flat_map(|edge| edge.arguments.iter().copied());
        let all = operands.chain(block.terminator.operand()).chain(arguments);
        all.filter(|&used| used == value).count()
    });
    blocks.sum()
}
