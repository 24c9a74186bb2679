//! What lives where in a function that waits, and which fields of the suspended call that takes.

use microvium_ir::{Block, BlockId, Function, LocalId, Op, ValueId};
use std::collections::{BTreeMap, BTreeSet};

/// What has a lifetime.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Name {
    Value(ValueId),
    Local(LocalId),
}

/// The lifetimes of a function whose blocks end where it waits.
pub(super) struct Lifetimes {
    blocks: Vec<Facts>,
    /// The values that live while the call waits.
    kept: BTreeSet<ValueId>,
    /// The locals that do.
    pub kept_locals: BTreeSet<LocalId>,
    /// The kept values that may not share a field.
    conflicts: BTreeSet<(ValueId, ValueId)>,
    /// The kept values that are best in one field: a parameter and what it gets.
    related: BTreeSet<(ValueId, ValueId)>,
    /// The source variables of the kept values.
    variables: BTreeMap<ValueId, u32>,
    /// The locals that are written before the call waits for the first time.
    written_outside: BTreeSet<LocalId>,
}

/// What is known of a block.
#[derive(Default)]
struct Facts {
    parameters: Vec<ValueId>,
    successors: Vec<BlockId>,
    handler: Option<BlockId>,
    is_handler: bool,
    live: BTreeSet<Name>,
}

impl Lifetimes {
    /// Of a function that waits between the two blocks of each pair; at the last one for the first time.
    pub fn of(function: &Function, waits: &[(BlockId, BlockId)]) -> Lifetimes {
        let mut blocks: Vec<Facts> = (function.blocks.iter())
            .map(|(_, block)| Facts {
                parameters: block.parameters.clone(),
                successors: (block.terminator.edges()).map(|edge| edge.block).collect(),
                handler: block.handler,
                ..Facts::default()
            })
            .collect();
        for &(before, after) in waits {
            blocks[before.index()].successors.push(after);
        }
        for (_, block) in function.blocks.iter() {
            if let Some(handler) = block.handler {
                blocks[handler.index()].is_handler = true;
            }
        }
        let mut lifetimes = Lifetimes {
            blocks,
            kept: BTreeSet::new(),
            kept_locals: BTreeSet::new(),
            conflicts: BTreeSet::new(),
            related: BTreeSet::new(),
            variables: BTreeMap::new(),
            written_outside: BTreeSet::new(),
        };
        lifetimes.spread(function);
        for (_, after) in waits {
            for name in lifetimes.blocks[after.index()].live.clone() {
                match name {
                    Name::Value(value) => lifetimes.kept.insert(value),
                    Name::Local(local) => lifetimes.kept_locals.insert(local),
                };
            }
        }
        for &value in &lifetimes.kept {
            if let Some(variable) = function.values[value].variable {
                lifetimes.variables.insert(value, variable);
            }
        }
        if let Some(&(_, body)) = waits.last() {
            let inner = lifetimes.reachable(body);
            lifetimes.find_conflicts(function, body, &inner);
            let outer = function.blocks.iter().filter(|(id, _)| !inner.contains(id));
            for instruction in outer.flat_map(|(_, block)| &block.instructions) {
                if let Op::SetLocal(local, _) = instruction.op {
                    lifetimes.written_outside.insert(local);
                }
            }
        }
        lifetimes
    }

    /// Finds out what is live at each block's beginning, its parameters not among it.
    fn spread(&mut self, function: &Function) {
        let mut changed = true;
        while changed {
            changed = false;
            for (id, block) in function.blocks.iter() {
                let mut live = self.live_at_end(id, block);
                for instruction in block.instructions.iter().rev() {
                    step(&mut live, &instruction.op, instruction.result);
                    // An exception may come anywhere.
                    live.extend(self.live_in_handler(id));
                }
                for &parameter in &block.parameters {
                    live.remove(&Name::Value(parameter));
                }
                let facts = &mut self.blocks[id.index()];
                changed |= facts.live != live;
                facts.live = live;
            }
        }
    }

    /// What is live behind a block's last instruction.
    fn live_at_end(&self, id: BlockId, block: &Block) -> BTreeSet<Name> {
        let mut live = self.live_in_handler(id);
        for next in &self.blocks[id.index()].successors {
            live.extend(&self.blocks[next.index()].live);
        }
        let edges = block.terminator.edges();
        let arguments = edges.flat_map(|edge| &edge.arguments).copied();
        live.extend(
            block
                .terminator
                .operand()
                .into_iter()
                .chain(arguments)
                .map(Name::Value),
        );
        live
    }

    fn live_in_handler(&self, id: BlockId) -> BTreeSet<Name> {
        let handler = self.blocks[id.index()].handler;
        handler.map_or_else(BTreeSet::new, |it| self.blocks[it.index()].live.clone())
    }

    fn find_conflicts(&mut self, function: &Function, body: BlockId, inner: &BTreeSet<BlockId>) {
        // What the call leaves behind is there at once.
        let given: Vec<ValueId> = self.at_entry(body).collect();
        for &value in &given {
            self.conflict(value, given.iter().copied());
        }
        for &id in inner {
            let block = &function.blocks[id];
            let mut live = self.live_at_end(id, block);
            for instruction in block.instructions.iter().rev() {
                if let Some(result) = instruction.result {
                    self.conflict(result, values(&live));
                }
                step(&mut live, &instruction.op, instruction.result);
                live.extend(self.live_in_handler(id));
            }
            for &parameter in &block.parameters {
                let others = block.parameters.iter().copied();
                self.conflict(parameter, values(&live).chain(others));
            }
            for edge in block.terminator.edges() {
                let parameters = &function.blocks[edge.block].parameters;
                for (&parameter, &argument) in parameters.iter().zip(&edge.arguments) {
                    self.related.insert((parameter, argument));
                    self.related.insert((argument, parameter));
                }
            }
        }
    }

    fn conflict(&mut self, value: ValueId, others: impl Iterator<Item = ValueId>) {
        if !self.kept.contains(&value) {
            return;
        }
        for other in others {
            if other != value && self.kept.contains(&other) {
                self.conflicts.insert((value, other));
                self.conflicts.insert((other, value));
            }
        }
    }

    /// The fields of the values, from the first one on, and where the next would be. Only values of one
    /// variable share a field: analysis doesn't tell apart what a field holds at different times, and would
    /// take a number for whatever else was there.
    pub fn fields(&self, first: u32) -> (BTreeMap<ValueId, u32>, u32) {
        let mut fields: BTreeMap<ValueId, u32> = BTreeMap::new();
        let mut next = first;
        for &value in &self.kept {
            let taken = |field: u32| {
                (fields.iter())
                    .any(|(&other, &it)| it == field && self.conflicts.contains(&(value, other)))
            };
            let variable = self.variables.get(&value);
            let alike = fields.iter().filter(|(other, _)| {
                self.related.contains(&(value, **other))
                    || variable.is_some() && variable == self.variables.get(*other)
            });
            let mut choices = alike.map(|(_, &field)| field);
            let field = choices.find(|&field| !taken(field)).unwrap_or(next);
            next = next.max(field + 1);
            fields.insert(value, field);
        }
        (fields, next)
    }

    /// The blocks that a block leads to, also by waiting; itself included.
    pub fn reachable(&self, from: BlockId) -> BTreeSet<BlockId> {
        let mut found = BTreeSet::from([from]);
        let mut pending = vec![from];
        while let Some(block) = pending.pop() {
            let facts = &self.blocks[block.index()];
            let next = facts.successors.iter().copied().chain(facts.handler);
            pending.extend(next.filter(|it| found.insert(*it)));
        }
        found
    }

    /// The values that live at a block's beginning.
    pub fn at_entry(&self, block: BlockId) -> impl Iterator<Item = ValueId> {
        values(&self.blocks[block.index()].live)
            .collect::<Vec<_>>()
            .into_iter()
    }

    pub fn is_handler(&self, block: BlockId) -> bool {
        self.blocks[block.index()].is_handler
    }

    pub fn parameters(&self, block: BlockId) -> &[ValueId] {
        &self.blocks[block.index()].parameters
    }

    /// Whether a local is written before the call waits for the first time.
    pub fn is_written_outside(&self, local: LocalId) -> bool {
        self.written_outside.contains(&local)
    }
}

/// From behind an instruction to before it.
fn step(live: &mut BTreeSet<Name>, op: &Op, result: Option<ValueId>) {
    if let Some(result) = result {
        live.remove(&Name::Value(result));
    }
    if let Op::SetLocal(local, _) = op {
        live.remove(&Name::Local(*local));
    }
    live.extend(op.operands().map(Name::Value));
    if let Op::GetLocal(local) = op {
        live.insert(Name::Local(*local));
    }
}

fn values(live: &BTreeSet<Name>) -> impl Iterator<Item = ValueId> + '_ {
    live.iter().filter_map(|name| match name {
        Name::Value(value) => Some(*value),
        Name::Local(_) => None,
    })
}
