//! From laid-out blocks to bytes.

use super::constants::Constants;
use super::step::{Body, Exit, Step, Symbolic};
use crate::program::Position;
use microvium_format::code::Handler;
use microvium_format::operation::{Form, Operand};
use microvium_format::{Operation, Parts, Special};
use std::collections::{BTreeMap, BTreeSet};

/// Code in its final order, with symbolic constants and labels.
#[derive(Default)]
pub struct Assembly {
    items: Vec<Item>,
    /// Slots of `this`, parameters and locals.
    pub depth: usize,
    /// The most slots that are used at a time.
    pub deepest: usize,
}

struct Item {
    code: Line,
    position: Position,
    handler: Option<usize>,
}

enum Line {
    /// The start of a block.
    Label(usize),
    Step(Symbolic),
    /// A jump to a block, short or far.
    Jump(Operation, usize, bool),
}

impl Assembly {
    /// Orders the blocks and adds their jumps.
    pub fn new(
        bodies: &[Body],
        order: &[usize],
        (parameters, locals): (usize, usize),
        constants: &Constants,
    ) -> Assembly {
        let depth = 1 + parameters + locals;
        let mut assembly = Assembly {
            depth,
            ..Assembly::default()
        };
        for (i, &b) in order.iter().enumerate() {
            let body = &bodies[b];
            let next = order.get(i + 1).copied();
            let line = |code: Line, position| Item {
                code,
                position,
                handler: body.handler,
            };
            assembly.items.push(line(Line::Label(b), body.position));
            for Step { code, position } in &body.steps {
                assembly
                    .items
                    .push(line(Line::Step(code.clone()), *position));
            }
            let mut jump = |operation, target| {
                assembly
                    .items
                    .push(line(Line::Jump(operation, target, false), body.position));
            };
            match body.exit {
                Exit::Jump(target) if Some(target) != next => jump(Operation::Jump, target),
                Exit::Branch(yes, no) if Some(yes) == next => jump(Operation::JumpIfFalse, no),
                Exit::Branch(yes, no) => {
                    jump(Operation::JumpIfTrue, yes);
                    if Some(no) != next {
                        jump(Operation::Jump, no);
                    }
                }
                Exit::Jump(_) | Exit::End => {}
            }
        }
        assembly.deepest = deepest(bodies, order, depth, depth - locals, constants);
        assembly
    }

    /// Counts the constants that the code uses.
    pub fn count(&self, constants: &mut Constants) {
        for item in &self.items {
            if let Line::Step(Symbolic::Indexed(operation, number)) = item.code {
                constants.count(operation, number);
            }
        }
    }

    /// Whether the code uses the scope that the function was created with.
    pub fn is_scoped(&self) -> bool {
        self.items.iter().any(|item| {
            matches!(
                item.code,
                Line::Step(
                    Symbolic::Plain(Operation::LoadCaptured | Operation::StoreCaptured, _)
                        | Symbolic::Special(Special::Captured)
                )
            )
        })
    }

    /// The parts that the code can't do without, but for those of constants.
    pub fn needs(&self) -> Parts {
        let mut needs = Parts::NONE;
        for item in &self.items {
            needs = needs.with(match item.code {
                Line::Step(Symbolic::Plain(Operation::Divide, _)) => Parts::FLOAT,
                Line::Step(Symbolic::Special(special)) => special.parts(),
                _ => Parts::NONE,
            });
        }
        needs
    }

    /// The bytes, with constant number `n` at index `indices[n] + first`; None if a jump is too far.
    pub fn encode(mut self, indices: &[usize], first: usize) -> Option<Encoded> {
        let (offsets, labels) = self.relax(indices, first)?;
        let mut encoded = Encoded::default();
        for (item, &offset) in self.items.iter().zip(&offsets) {
            debug_assert_eq!(offset, encoded.instructions.len());
            let out = &mut encoded.instructions;
            match &item.code {
                Line::Label(_) => {}
                Line::Step(step) => write(step, indices, first, out),
                Line::Jump(operation, target, far) => {
                    let size = if *far { 3 } else { 2 };
                    let distance = labels[target] as isize - (offset + size) as isize;
                    if *far {
                        out.push(far_form(*operation) as u8);
                        out.extend((distance as i16).to_le_bytes());
                    } else {
                        out.extend([*operation as u8, distance as i8 as u8]);
                    }
                }
            }
            let throws = match &item.code {
                Line::Label(_) => false,
                Line::Step(step) => step.may_throw(),
                // Where the steps are limited, a jump backwards may be one too many.
                Line::Jump(_, target, _) => labels[target] <= offset,
            };
            let known = encoded
                .positions
                .last()
                .is_some_and(|&(_, last)| last == item.position);
            if throws && !known {
                encoded.positions.push((offset as u32, item.position));
            }
        }
        encoded.handlers = self.handlers(&offsets, &labels);
        Some(encoded)
    }

    /// Makes jumps far until all reach. The offset of each item, and the end; the offsets of blocks.
    fn relax(
        &mut self,
        indices: &[usize],
        first: usize,
    ) -> Option<(Vec<usize>, BTreeMap<usize, usize>)> {
        loop {
            let mut offsets = vec![0];
            let mut labels = BTreeMap::new();
            let mut offset = 0;
            for item in &self.items {
                match &item.code {
                    Line::Label(block) => {
                        labels.insert(*block, offset);
                    }
                    Line::Step(step) => {
                        let mut bytes = Vec::new();
                        write(step, indices, first, &mut bytes);
                        offset += bytes.len();
                    }
                    Line::Jump(_, _, far) => offset += if *far { 3 } else { 2 },
                }
                offsets.push(offset);
            }
            let mut changed = false;
            for (i, item) in self.items.iter_mut().enumerate() {
                if let Line::Jump(_, target, far) = &mut item.code {
                    let distance = labels[target] as isize - offsets[i + 1] as isize;
                    if *far {
                        i16::try_from(distance).ok()?;
                    } else if i8::try_from(distance).is_err() {
                        *far = true;
                        changed = true;
                    }
                }
            }
            if !changed {
                return Some((offsets, labels));
            }
        }
    }

    /// The regions of handlers. Code that can't throw belongs to whichever region saves an entry, and
    /// an outer region runs through inner ones, which come first.
    fn handlers(&self, offsets: &[usize], labels: &BTreeMap<usize, usize>) -> Vec<Handler> {
        let mut targets: Vec<usize> = self.items.iter().filter_map(|item| item.handler).collect();
        targets.sort_unstable();
        targets.dedup();
        // How many regions are around each handler's.
        let around = |handler: usize| {
            let mut count = 0;
            let mut at = handler;
            while let Some(outer) = self.handler_of(at).filter(|_| count <= targets.len()) {
                count += 1;
                at = outer;
            }
            count
        };
        let mut nested: Vec<(usize, usize)> = targets
            .iter()
            .map(|&handler| (around(handler), handler))
            .collect();
        nested.sort_by_key(|&(around, handler)| (std::cmp::Reverse(around), handler));
        let mut handlers = Vec::new();
        for &(depth, handler) in &nested {
            let mut open: Option<(usize, usize)> = None;
            let target = labels.get(&handler).copied().unwrap_or_default();
            let mut close = |range: Option<(usize, usize)>| {
                if let Some((start, end)) = range {
                    handlers.push(Handler {
                        start: start as u16,
                        end: end as u16,
                        target: target as u16,
                        depth: self.depth as u16,
                    });
                }
            };
            for (i, item) in self.items.iter().enumerate() {
                let throws = matches!(&item.code, Line::Step(step) if step.may_throw());
                if !throws {
                    continue;
                }
                if item.handler == Some(handler) {
                    let start = open.map_or(offsets[i], |(start, _)| start);
                    open = Some((start, offsets[i + 1]));
                } else if item.handler.is_none_or(|other| {
                    nested
                        .iter()
                        .any(|&(inner, h)| h == other && inner <= depth)
                }) {
                    close(open.take());
                }
            }
            close(open.take());
        }
        handlers
    }

    fn handler_of(&self, block: usize) -> Option<usize> {
        let label = |item: &&Item| matches!(item.code, Line::Label(b) if b == block);
        self.items.iter().find(label)?.handler
    }
}

/// The bytes of a function.
#[derive(Default)]
pub struct Encoded {
    /// The instructions.
    pub instructions: Vec<u8>,
    /// The handlers, inner ones first.
    pub handlers: Vec<Handler>,
    /// Where instructions that may throw stand in the source.
    pub positions: Vec<(u32, Position)>,
}

/// The most slots that are used at a time. The entry begins without locals.
fn deepest(
    bodies: &[Body],
    order: &[usize],
    base: usize,
    at_entry: usize,
    constants: &Constants,
) -> usize {
    let mut deepest = base;
    let handlers: BTreeSet<usize> = order.iter().filter_map(|&b| bodies[b].handler).collect();
    for &b in order {
        let is_handler = handlers.contains(&b);
        let mut depth = if b == 0 {
            at_entry
        } else {
            base + usize::from(is_handler)
        };
        deepest = deepest.max(depth);
        for step in &bodies[b].steps {
            let (pops, pushes) = step.code.effect(constants);
            depth = depth - pops + pushes;
            deepest = deepest.max(depth);
        }
    }
    deepest
}

const fn far_form(operation: Operation) -> Operation {
    match operation {
        Operation::JumpIfTrue => Operation::JumpIfTrueFar,
        Operation::JumpIfFalse => Operation::JumpIfFalseFar,
        _ => Operation::JumpFar,
    }
}

fn write(step: &Symbolic, indices: &[usize], first: usize, out: &mut Vec<u8>) {
    match step {
        Symbolic::Plain(operation, operand) => encode(*operation, *operand, out),
        Symbolic::Indexed(operation, number) => {
            encode(*operation, (indices[*number] + first) as u32, out);
        }
        Symbolic::Special(special) | Symbolic::Define(_, special) => {
            out.extend([Operation::Special as u8, *special as u8]);
        }
        // Gone since slots were assigned.
        Symbolic::Load(_) | Symbolic::Store(_) | Symbolic::Argument(_) => {}
    }
}

/// Writes an operation with its operand and the extensions that this one needs.
pub fn encode(operation: Operation, operand: u32, out: &mut Vec<u8>) {
    let low_bits = match operation.form() {
        Form::Plain => 32,
        Form::Nibble => 4,
        Form::Byte => 8,
        Form::Word => 16,
    };
    debug_assert!(!matches!(
        operation.operand(),
        Operand::Jump8 | Operand::Jump16
    ));
    let mut extensions = Vec::new();
    let mut high = operand.checked_shr(low_bits).unwrap_or(0);
    while high != 0 {
        extensions.push(Operation::Extend as u8 | (high & 0xF) as u8);
        high >>= 4;
    }
    out.extend(extensions.iter().rev());
    match operation.form() {
        Form::Plain => out.push(operation as u8),
        Form::Nibble => out.push(operation as u8 | (operand & 0xF) as u8),
        _ => out.extend([operation as u8, operand as u8]),
    }
}
