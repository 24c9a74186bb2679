//! Turns a function that was built into its final form: without dead blocks, needless block
//! parameters, checks that can't fail and pure instructions that nobody uses; blocks and values
//! numbered in reverse postorder.

use crate::ssa::{Builder, Phi};
use microvium_ir::{
    Arena, BinaryOperator, Block, BlockId, Constant, Function, LocalId, Op, Terminator, ValueId,
    ValueInfo,
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The finished function.
pub(crate) fn finish(builder: Builder) -> Function {
    let Builder {
        mut function,
        mut phis,
        checks,
        ..
    } = builder;
    let order = reverse_postorder(&function);
    let reachable: HashSet<BlockId> = order.iter().copied().collect();
    phis.retain(|phi| reachable.contains(&phi.block));
    for phi in &mut phis {
        phi.operands
            .retain(|(predecessor, _)| reachable.contains(predecessor));
    }
    let mut names = Names::default();
    names.drop_trivial(&mut phis);
    let failing = failing_checks(&function, &order, &phis, &checks, &mut names);
    for &block in &order {
        function.blocks[block].instructions.retain(|instruction| {
            let (Op::Check(operand, _), Some(result)) = (&instruction.op, instruction.result)
            else {
                return true;
            };
            let needed = failing.contains(&result);
            if !needed {
                names.replace(result, *operand);
            }
            needed
        });
    }
    names.drop_trivial(&mut phis);
    for &block in &order {
        names.apply(&mut function.blocks[block]);
    }
    drop_unchecked(&mut function, &order);
    drop_unused(&mut function, &order, &mut phis);
    let mut by_block: BTreeMap<BlockId, Vec<&Phi>> = BTreeMap::new();
    for phi in &phis {
        by_block.entry(phi.block).or_default().push(phi);
    }
    for (&target, phis) in &by_block {
        let values = phis.iter().map(|phi| phi.value);
        function.blocks[target].parameters.extend(values);
    }
    for &block in &order {
        for edge in function.blocks[block].terminator.edges_mut() {
            let phis = by_block.get(&edge.block).map_or(&[][..], Vec::as_slice);
            edge.arguments = phis
                .iter()
                .map(|phi| {
                    let operand = phi.operands.iter().find(|(from, _)| *from == block);
                    operand.map_or(phi.value, |(_, value)| *value)
                })
                .collect();
        }
    }
    renumber(&mut function, &order);
    function
}

/// Values that turned out to be others.
#[derive(Default)]
struct Names {
    replaced: HashMap<ValueId, ValueId>,
}

impl Names {
    fn replace(&mut self, value: ValueId, by: ValueId) {
        let by = self.find(by);
        self.replaced.insert(value, by);
    }

    fn find(&mut self, value: ValueId) -> ValueId {
        let mut last = value;
        while let Some(&next) = self.replaced.get(&last) {
            last = next;
        }
        if last != value {
            self.replaced.insert(value, last);
        }
        last
    }

    /// Removes phis that only ever have one value besides themselves, until none is left.
    fn drop_trivial(&mut self, phis: &mut Vec<Phi>) {
        loop {
            let before = phis.len();
            phis.retain_mut(|phi| {
                let mut distinct = None;
                for (_, operand) in &mut phi.operands {
                    *operand = self.find(*operand);
                    if *operand != phi.value {
                        match distinct {
                            Some(other) if other != *operand => return true,
                            _ => distinct = Some(*operand),
                        }
                    }
                }
                match distinct {
                    Some(value) => {
                        self.replace(phi.value, value);
                        false
                    }
                    None => true,
                }
            });
            // What was kept early in a round may refer to what was replaced later in it.
            for phi in phis.iter_mut() {
                for (_, operand) in &mut phi.operands {
                    *operand = self.find(*operand);
                }
            }
            if phis.len() == before {
                return;
            }
        }
    }

    fn apply(&mut self, block: &mut Block) {
        for instruction in &mut block.instructions {
            for operand in instruction.op.operands_mut() {
                *operand = self.find(*operand);
            }
        }
        match &mut block.terminator {
            Terminator::Branch(value, ..)
            | Terminator::Return(value)
            | Terminator::Throw(value) => *value = self.find(*value),
            Terminator::Jump(_) | Terminator::Fault(_) | Terminator::Unreachable => {}
        }
    }
}

/// The checks whose variable may be empty: only the constant is, and what it flows into.
fn failing_checks(
    function: &Function,
    order: &[BlockId],
    phis: &[Phi],
    checks: &HashMap<ValueId, ValueId>,
    names: &mut Names,
) -> HashSet<ValueId> {
    let mut empty: HashSet<ValueId> = HashSet::new();
    for &block in order {
        for instruction in &function.blocks[block].instructions {
            if let (Op::Constant(Constant::Empty), Some(result)) =
                (&instruction.op, instruction.result)
            {
                empty.insert(result);
            }
        }
    }
    loop {
        let before = empty.len();
        for phi in phis {
            if phi.operands.iter().any(|(_, value)| empty.contains(value)) {
                empty.insert(phi.value);
            }
        }
        if empty.len() == before {
            break;
        }
    }
    checks
        .iter()
        .filter(|(_, state)| empty.contains(&names.find(**state)))
        .map(|(check, _)| *check)
        .collect()
}

/// Drops the marking of locals as empty where no check looks at it.
fn drop_unchecked(function: &mut Function, order: &[BlockId]) {
    let mut read: HashMap<ValueId, LocalId> = HashMap::new();
    let mut empty: HashSet<ValueId> = HashSet::new();
    let mut checked: HashSet<LocalId> = HashSet::new();
    for &block in order {
        for instruction in &function.blocks[block].instructions {
            match (&instruction.op, instruction.result) {
                (Op::GetLocal(local), Some(result)) => {
                    read.insert(result, *local);
                }
                (Op::Constant(Constant::Empty), Some(result)) => {
                    empty.insert(result);
                }
                // A local is read right before its check.
                (Op::Check(operand, _), _) => checked.extend(read.get(operand)),
                // What a second `super()` asks.
                (Op::Binary(BinaryOperator::StrictEqual, left, right), _)
                    if empty.contains(right) =>
                {
                    checked.extend(read.get(left));
                }
                _ => {}
            }
        }
    }
    for &block in order {
        let instructions = &mut function.blocks[block].instructions;
        instructions.retain(|instruction| match &instruction.op {
            Op::SetLocal(local, value) => checked.contains(local) || !empty.contains(value),
            _ => true,
        });
    }
}

/// Whether an operation can be left out if its result isn't used.
const fn pure(op: &Op) -> bool {
    matches!(
        op,
        Op::Constant(_)
            | Op::This
            | Op::Parameter(_)
            | Op::Callee
            | Op::Captured
            | Op::GetField(..)
            | Op::GetVariable(_)
            | Op::GetLocal(_)
            | Op::Caught(_)
    )
}

fn drop_unused(function: &mut Function, order: &[BlockId], phis: &mut Vec<Phi>) {
    let mut definitions: HashMap<ValueId, Vec<ValueId>> = HashMap::new();
    let mut wanted: Vec<ValueId> = Vec::new();
    for phi in phis.iter() {
        let operands = phi.operands.iter().map(|(_, value)| *value).collect();
        definitions.insert(phi.value, operands);
    }
    for &block in order {
        let block = &function.blocks[block];
        for instruction in &block.instructions {
            match instruction.result {
                Some(result) if pure(&instruction.op) => {
                    definitions.insert(result, instruction.op.operands().collect());
                }
                _ => wanted.extend(instruction.op.operands()),
            }
        }
        match &block.terminator {
            Terminator::Branch(value, ..)
            | Terminator::Return(value)
            | Terminator::Throw(value) => wanted.push(*value),
            Terminator::Jump(_) | Terminator::Fault(_) | Terminator::Unreachable => {}
        }
    }
    let mut used: HashSet<ValueId> = HashSet::new();
    while let Some(value) = wanted.pop() {
        if used.insert(value) {
            wanted.extend(definitions.get(&value).into_iter().flatten());
        }
    }
    phis.retain(|phi| used.contains(&phi.value));
    for &block in order {
        function.blocks[block].instructions.retain(|instruction| {
            !pure(&instruction.op)
                || instruction
                    .result
                    .is_some_and(|result| used.contains(&result))
        });
    }
}

/// The blocks that the entry leads to, handlers included, so that a block comes before what it leads
/// to except in loops; the first way of a branch follows it directly, handlers come last.
pub(crate) fn reverse_postorder(function: &Function) -> Vec<BlockId> {
    let successors = |block: BlockId| {
        let block = &function.blocks[block];
        let mut next: Vec<BlockId> = block.terminator.edges().map(|edge| edge.block).collect();
        next.extend(block.handler);
        next
    };
    let entry = function.entry();
    let mut seen = HashSet::from([entry]);
    let mut stack = vec![(entry, successors(entry))];
    let mut order = Vec::new();
    while let Some((block, next)) = stack.last_mut() {
        match next.pop() {
            Some(successor) => {
                if seen.insert(successor) {
                    stack.push((successor, successors(successor)));
                }
            }
            None => {
                order.push(*block);
                stack.pop();
            }
        }
    }
    order.reverse();
    order
}

/// Numbers blocks in the given order and values in order of definition, and forgets the others.
pub(crate) fn renumber(function: &mut Function, order: &[BlockId]) {
    let blocks: HashMap<BlockId, BlockId> = order
        .iter()
        .enumerate()
        .map(|(index, block)| (*block, BlockId::new(index)))
        .collect();
    let mut values: HashMap<ValueId, ValueId> = HashMap::new();
    let mut infos: Arena<ValueInfo> = Arena::default();
    let mut variables: HashMap<u32, u32> = HashMap::new();
    let mut define = |value: ValueId, function: &Function| {
        let count = variables.len() as u32;
        let variable = function.values[value].variable;
        let variable = variable.map(|variable| *variables.entry(variable).or_insert(count));
        values.insert(value, infos.push(ValueInfo { variable }));
    };
    for &block in order {
        for &parameter in &function.blocks[block].parameters {
            define(parameter, function);
        }
        for instruction in &function.blocks[block].instructions {
            if let Some(result) = instruction.result {
                define(result, function);
            }
        }
    }
    let mut arena: Arena<Block> = Arena::default();
    for &id in order {
        let mut block = function.blocks[id].clone();
        let rename = |value: &mut ValueId| *value = values[value];
        block.parameters.iter_mut().for_each(rename);
        for instruction in &mut block.instructions {
            instruction.result.iter_mut().for_each(rename);
            instruction.op.operands_mut().for_each(rename);
        }
        match &mut block.terminator {
            Terminator::Branch(value, ..)
            | Terminator::Return(value)
            | Terminator::Throw(value) => rename(value),
            Terminator::Jump(_) | Terminator::Fault(_) | Terminator::Unreachable => {}
        }
        for edge in block.terminator.edges_mut() {
            edge.block = blocks[&edge.block];
            edge.arguments.iter_mut().for_each(rename);
        }
        block.handler = block.handler.map(|handler| blocks[&handler]);
        arena.push(block);
    }
    function.blocks = arena;
    function.values = infos;
}
