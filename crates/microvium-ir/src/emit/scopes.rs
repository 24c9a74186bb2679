//! Scopes are made with the values that their fields get.
//!
//! A function's captured variables are written one after the other into a scope that begins empty. As
//! long as nothing else has seen the scope, a write is an initial value, and a read is what was written.

use super::prepare;
use crate::function::{Function, ValueId};
use crate::instruction::{Instruction, Op};

/// Moves each scope's creation behind the writes that follow it, where it can.
pub fn initialize(function: &mut Function) {
    let mut aliases = vec![None; function.values.len()];
    for (_, block) in function.blocks.iter_mut() {
        let mut i = 0;
        while i < block.instructions.len() {
            let instruction = &block.instructions[i];
            if let (Op::Scope(fields), Some(scope)) = (&instruction.op, instruction.result) {
                let fields = fields.clone();
                i = sink(&mut block.instructions, i, scope, fields, &mut aliases);
            }
            i += 1;
        }
    }
    prepare::substitute(function, &aliases);
}

/// Moves one scope's creation; where it is now.
fn sink(
    instructions: &mut Vec<Instruction>,
    start: usize,
    scope: ValueId,
    mut fields: Vec<ValueId>,
    aliases: &mut [Option<ValueId>],
) -> usize {
    let mut absorbed = Vec::new();
    // The creation moves to the last write that it absorbs: what is between would run before it anyway.
    let mut end = start;
    for (i, instruction) in instructions.iter().enumerate().skip(start + 1) {
        match (&instruction.op, instruction.result) {
            (Op::SetField(at, index, value), _)
                if *at == scope && *value != scope && (*index as usize) < fields.len() =>
            {
                fields[*index as usize] = *value;
                absorbed.push(i);
                end = i;
            }
            (Op::GetField(at, index), Some(result))
                if *at == scope && (*index as usize) < fields.len() =>
            {
                aliases[result.index()] = Some(fields[*index as usize]);
                absorbed.push(i);
            }
            (op, _) if op.operands().any(|it| it == scope) => break,
            _ => {}
        }
    }
    let mut creation = instructions[start].clone();
    creation.op = Op::Scope(fields);
    instructions[end] = creation;
    // From the end on, so that indices stay right.
    for &i in absorbed.iter().rev().filter(|&&i| i != end) {
        instructions.remove(i);
    }
    if end != start {
        instructions.remove(start);
    }
    end - absorbed.iter().filter(|&&i| i < end).count() - usize::from(end != start)
}
