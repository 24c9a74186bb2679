//! Before emission: a function with its accesses resolved and its graph tidied.
//!
//! What is known of variables becomes constants, branches on constants become jumps, parameters of
//! blocks that always get the same value vanish, straight runs of blocks become one, what nothing uses
//! is dropped, and an edge that passes values has its own block to do it in.

use super::{globals, known, new_functions, reads, scopes, sink};
use crate::flow::{self, Flow};
use crate::function::{Block, BlockId, Function, ValueId};
use crate::instruction::{Constant, Edge, Instruction, Op, Terminator, UnaryOperator};
use crate::program::{FunctionId, Program};
use crate::segment::Access;
use microvium_format::ErrorCode;
use std::collections::{BTreeMap, BTreeSet};

/// A function ready to be emitted.
pub struct Prepared {
    /// The function, changed.
    pub function: Function,
    /// Its flow, exceptions included.
    pub flow: Flow,
    /// The one value that holds each parameter as the caller passed it, if it is used.
    pub parameters: Vec<Option<ValueId>>,
    /// Results of `TypeOf` that are wanted as the number of the type.
    pub type_codes: BTreeSet<ValueId>,
}

/// Prepares a copy of the function.
pub fn prepare(id: FunctionId, program: &Program, access: &dyn Access) -> Prepared {
    let mut function = program.functions[id].clone();
    if !access.is_called(id) {
        drop_body(&mut function);
    }
    let mut type_codes = BTreeSet::new();
    new_functions::complete(&mut function, program, access);
    globals::resolve(&mut function, access);
    known::resolve(id, &mut function, access, &mut type_codes);
    clear_unreachable(&mut function);
    loop {
        let mut changed = drop_parameters(&mut function);
        changed |= known::drop_checks(&mut function);
        changed |= fold_branches(&mut function);
        changed |= merge_blocks(&mut function);
        changed |= drop_rethrowing(&mut function);
        changed |= return_early(&mut function);
        changed |= sink::store_early(&mut function);
        clear_unreachable(&mut function);
        if !changed {
            break;
        }
    }
    scopes::initialize(&mut function);
    drop_unused(&mut function);
    let parameters = unite_parameters(&mut function);
    reads::repeat(&mut function, access);
    split_edges(&mut function);
    let flow = Flow::of(&function);
    Prepared {
        function,
        flow,
        parameters,
        type_codes,
    }
}

/// What is left of a function that is never called.
fn drop_body(function: &mut Function) {
    let entry = function.entry();
    let block = &mut function.blocks[entry];
    block.instructions.clear();
    block.terminator = Terminator::Fault(ErrorCode::AssertionFailed);
}

/// Each value's definition if it is an instruction.
pub fn definitions(function: &Function) -> Vec<Option<(BlockId, usize)>> {
    let mut all = vec![None; function.values.len()];
    for (id, block) in function.blocks.iter() {
        for (i, instruction) in block.instructions.iter().enumerate() {
            if let Some(result) = instruction.result {
                all[result.index()] = Some((id, i));
            }
        }
    }
    all
}

/// The operation that defines a value.
pub fn operation<'a>(
    function: &'a Function,
    definitions: &[Option<(BlockId, usize)>],
    value: ValueId,
) -> Option<&'a Op> {
    let (block, i) = definitions[value.index()]?;
    Some(&function.blocks[block].instructions[i].op)
}

/// Replaces every use of a value by what `aliases` has for it, if it has something.
pub fn substitute(function: &mut Function, aliases: &[Option<ValueId>]) {
    if aliases.iter().all(Option::is_none) {
        return;
    }
    let replace = |value: &mut ValueId| *value = end_of(aliases, *value);
    for (_, block) in function.blocks.iter_mut() {
        for instruction in &mut block.instructions {
            instruction.op.operands_mut().for_each(replace);
        }
        block.terminator.operand_mut().into_iter().for_each(replace);
        for edge in block.terminator.edges_mut() {
            edge.arguments.iter_mut().for_each(replace);
        }
    }
}

fn end_of(aliases: &[Option<ValueId>], mut value: ValueId) -> ValueId {
    while let Some(other) = aliases[value.index()] {
        value = other;
    }
    value
}

/// Empties the blocks that nothing leads to, so that what they use isn't counted.
fn clear_unreachable(function: &mut Function) {
    let reached = flow::reached(function);
    for (id, block) in function.blocks.iter_mut() {
        if !reached[id.index()] {
            block.parameters.clear();
            block.instructions.clear();
            block.terminator = Terminator::Unreachable;
            block.handler = None;
        }
    }
}

/// A handler that only throws again what it gets is none: the one around it does.
fn drop_rethrowing(function: &mut Function) -> bool {
    let handlers = handlers(function);
    if handlers.is_empty() {
        return false;
    }
    let rethrowing: BTreeMap<BlockId, Option<BlockId>> = handlers
        .into_iter()
        .filter_map(|id| {
            let block = &function.blocks[id];
            let again = matches!((&block.terminator, block.parameters.as_slice()),
                (Terminator::Throw(value), [caught]) if value == caught);
            let quiet = block
                .instructions
                .iter()
                .all(|it| super::effect::is_pure(&it.op));
            (again && quiet).then_some((id, block.handler))
        })
        .collect();
    for (_, block) in function.blocks.iter_mut() {
        if let Some(outer) = block.handler.and_then(|handler| rethrowing.get(&handler)) {
            block.handler = *outer;
        }
    }
    !rethrowing.is_empty()
}

fn handlers(function: &Function) -> BTreeSet<BlockId> {
    let blocks = function.blocks.iter();
    blocks.filter_map(|(_, block)| block.handler).collect()
}

/// Every edge to each block: the values it passes.
fn incoming(function: &Function) -> Vec<Vec<&[ValueId]>> {
    let mut all = vec![Vec::new(); function.blocks.len()];
    for (_, block) in function.blocks.iter() {
        for edge in block.terminator.edges() {
            all[edge.block.index()].push(edge.arguments.as_slice());
        }
    }
    all
}

/// Drops the parameters of blocks that get one and the same value from everywhere.
fn drop_parameters(function: &mut Function) -> bool {
    let handlers = handlers(function);
    let mut changed = false;
    loop {
        if (function.blocks.iter()).all(|(_, block)| block.parameters.is_empty()) {
            return changed;
        }
        let incoming = incoming(function);
        let mut aliases = vec![None; function.values.len()];
        let mut dropped: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); function.blocks.len()];
        for (id, block) in function.blocks.iter() {
            if handlers.contains(&id) || incoming[id.index()].is_empty() {
                continue;
            }
            for (i, &parameter) in block.parameters.iter().enumerate() {
                let passed = incoming[id.index()].iter().map(|arguments| arguments[i]);
                let mut others: Vec<ValueId> = passed.filter(|&v| v != parameter).collect();
                others.dedup();
                if let [only] = others[..]
                    && end_of(&aliases, only) != parameter
                {
                    aliases[parameter.index()] = Some(only);
                    dropped[id.index()].insert(i);
                }
            }
        }
        if dropped.iter().all(BTreeSet::is_empty) {
            return changed;
        }
        remove_parameters(function, &dropped);
        substitute(function, &aliases);
        changed = true;
    }
}

fn remove_parameters(function: &mut Function, dropped: &[BTreeSet<usize>]) {
    fn keep<T>(items: &mut Vec<T>, dropped: &BTreeSet<usize>) {
        let mut index = 0;
        items.retain(|_| {
            index += 1;
            !dropped.contains(&(index - 1))
        });
    }
    for (id, block) in function.blocks.iter_mut() {
        keep(&mut block.parameters, &dropped[id.index()]);
        for edge in block.terminator.edges_mut() {
            keep(&mut edge.arguments, &dropped[edge.block.index()]);
        }
    }
}

/// A branch on a constant, or to one place both ways, is a jump. So is a jump to a block that does
/// nothing but branch on a parameter, if a constant is passed.
fn fold_branches(function: &mut Function) -> bool {
    let definitions = definitions(function);
    let constant = |value: ValueId| match operation(function, &definitions, value) {
        Some(Op::Constant(constant)) => known::truthy(constant),
        _ => None,
    };
    let mut folded = Vec::new();
    for (id, block) in function.blocks.iter() {
        match &block.terminator {
            Terminator::Branch(condition, yes, no) => {
                if let Some(truth) = constant(*condition) {
                    folded.push((id, if truth { yes.clone() } else { no.clone() }));
                } else if yes == no {
                    folded.push((id, yes.clone()));
                }
            }
            Terminator::Jump(edge) => {
                let target = &function.blocks[edge.block];
                if let ([], [parameter], Terminator::Branch(condition, yes, no)) = (
                    &target.instructions[..],
                    &target.parameters[..],
                    &target.terminator,
                ) && condition == parameter
                    && yes.block != edge.block
                    && no.block != edge.block
                    && !used_elsewhere(function, edge.block, *parameter)
                    && let Some(truth) = constant(edge.arguments[0])
                {
                    folded.push((id, if truth { yes.clone() } else { no.clone() }));
                }
            }
            _ => {}
        }
    }
    for (id, edge) in &folded {
        let mut edge = edge.clone();
        // What the target's own parameter was passed on as.
        if let Terminator::Jump(old) = &function.blocks[*id].terminator
            && let [parameter] = function.blocks[old.block].parameters[..]
        {
            for argument in &mut edge.arguments {
                if *argument == parameter {
                    *argument = old.arguments[0];
                }
            }
        }
        function.blocks[*id].terminator = Terminator::Jump(edge);
    }
    !folded.is_empty()
}

/// Whether a parameter of a block is used outside of it.
fn used_elsewhere(function: &Function, home: BlockId, value: ValueId) -> bool {
    function.blocks.iter().any(|(id, block)| {
        let operands = block.instructions.iter().flat_map(|i| i.op.operands());
        let edges = block.terminator.edges();
        let arguments = edges.flat_map(|edge| edge.arguments.iter().copied());
        let mut all = operands.chain(block.terminator.operand()).chain(arguments);
        id != home && all.any(|used| used == value)
    })
}

/// Joins a block with its only successor if it is that one's only predecessor.
fn merge_blocks(function: &mut Function) -> bool {
    let handlers = handlers(function);
    let incoming: Vec<usize> = incoming(function).iter().map(Vec::len).collect();
    let mut changed = false;
    for id in function.blocks.ids() {
        while let Terminator::Jump(edge) = &function.blocks[id].terminator {
            let next = edge.block;
            let same_handler = function.blocks[id].handler == function.blocks[next].handler;
            if next == id
                || !edge.arguments.is_empty()
                || incoming[next.index()] != 1
                || handlers.contains(&next)
                || !same_handler
            {
                break;
            }
            let position = function.blocks[next].position;
            let empty = Block {
                parameters: Vec::new(),
                instructions: Vec::new(),
                terminator: Terminator::Unreachable,
                position,
                handler: None,
            };
            let tail = std::mem::replace(&mut function.blocks[next], empty);
            let block = &mut function.blocks[id];
            block.instructions.extend(tail.instructions);
            block.terminator = tail.terminator;
            block.position = tail.position;
            changed = true;
        }
    }
    changed
}

/// A jump to a block that only returns or throws what it is passed does so itself.
fn return_early(function: &mut Function) -> bool {
    let mut early = Vec::new();
    for (id, block) in function.blocks.iter() {
        let Terminator::Jump(edge) = &block.terminator else {
            continue;
        };
        let target = &function.blocks[edge.block];
        let passed = target.terminator.operand().and_then(|value| {
            let index = target.parameters.iter().position(|&p| p == value)?;
            target
                .instructions
                .is_empty()
                .then_some(edge.arguments[index])
        });
        match (&target.terminator, passed) {
            (Terminator::Return(_), Some(value)) => early.push((id, Terminator::Return(value))),
            (Terminator::Throw(_), Some(value)) if block.handler == target.handler => {
                early.push((id, Terminator::Throw(value)));
            }
            _ => {}
        }
    }
    let changed = !early.is_empty();
    for (id, terminator) in early {
        function.blocks[id].terminator = terminator;
    }
    changed
}

/// Drops pure instructions whose results nothing needs, and parameters of blocks likewise.
fn drop_unused(function: &mut Function) {
    let definitions = definitions(function);
    let handlers = handlers(function);
    let mut needed = vec![false; function.values.len()];
    let mut work: Vec<ValueId> = Vec::new();
    for (_, block) in function.blocks.iter() {
        for instruction in &block.instructions {
            if !super::effect::is_pure(&instruction.op) {
                work.extend(instruction.op.operands());
            }
        }
        work.extend(block.terminator.operand());
    }
    let mut homes = vec![None; function.values.len()];
    let mut passed: Vec<Vec<&Edge>> = vec![Vec::new(); function.blocks.len()];
    for (id, block) in function.blocks.iter() {
        for (i, parameter) in block.parameters.iter().enumerate() {
            homes[parameter.index()] = Some((id, i));
        }
        for edge in block.terminator.edges() {
            passed[edge.block.index()].push(edge);
        }
    }
    while let Some(value) = work.pop() {
        if std::mem::replace(&mut needed[value.index()], true) {
            continue;
        }
        if let Some(op) = operation(function, &definitions, value) {
            work.extend(op.operands());
        }
        if let Some((block, i)) = homes[value.index()] {
            // The parameter of a handler isn't passed by an edge.
            work.extend(passed[block.index()].iter().map(|edge| edge.arguments[i]));
        }
    }
    let dropped: Vec<BTreeSet<usize>> = function
        .blocks
        .iter()
        .map(|(id, block)| {
            let unused = |&i: &usize| !needed[block.parameters[i].index()];
            let all = 0..if handlers.contains(&id) {
                0
            } else {
                block.parameters.len()
            };
            all.filter(unused).collect()
        })
        .collect();
    remove_parameters(function, &dropped);
    for (_, block) in function.blocks.iter_mut() {
        block.instructions.retain(|instruction| {
            instruction.result.is_none_or(|v| needed[v.index()])
                || !super::effect::is_pure(&instruction.op)
        });
    }
}

/// Makes one value of all that read the same parameter; it exists from the start, without an
/// instruction.
fn unite_parameters(function: &mut Function) -> Vec<Option<ValueId>> {
    let mut united: Vec<Option<ValueId>> = vec![None; function.parameters as usize];
    let mut aliases = vec![None; function.values.len()];
    for (_, block) in function.blocks.iter_mut() {
        block.instructions.retain(|instruction| {
            let (Op::Parameter(index), Some(result)) = (&instruction.op, instruction.result) else {
                return true;
            };
            match united[*index as usize] {
                Some(first) => aliases[result.index()] = Some(first),
                None => united[*index as usize] = Some(result),
            }
            false
        });
    }
    substitute(function, &aliases);
    united
}

/// Gives each edge of a branch that passes values a block of its own.
fn split_edges(function: &mut Function) {
    for id in function.blocks.ids() {
        let block = &function.blocks[id];
        let (position, handler) = (block.position, block.handler);
        if !matches!(block.terminator, Terminator::Branch(..)) {
            continue;
        }
        let mut terminator = block.terminator.clone();
        for edge in terminator.edges_mut() {
            if edge.arguments.is_empty() {
                continue;
            }
            let middle = function.add_block(position);
            function.blocks[middle].handler = handler;
            let old = std::mem::replace(edge, Edge::to(middle));
            function.blocks[middle].terminator = Terminator::Jump(old);
        }
        function.blocks[id].terminator = terminator;
    }
}

/// An instruction without effect that makes a constant.
pub fn constant(result: ValueId, constant: Constant, like: &Instruction) -> Instruction {
    Instruction {
        result: Some(result),
        op: Op::Constant(constant),
        position: like.position,
    }
}

/// Whether the value is the result of `typeof`.
pub fn type_of(
    function: &Function,
    definitions: &[Option<(BlockId, usize)>],
    value: ValueId,
) -> Option<ValueId> {
    match operation(function, definitions, value) {
        Some(Op::Unary(UnaryOperator::TypeOf, of)) => Some(*of),
        _ => None,
    }
}
