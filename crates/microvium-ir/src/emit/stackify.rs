//! From values to the operand stack.
//!
//! Code is generated from the end of each block to its start. An operand that is used once and defined
//! in the block becomes part of the expression, if what stands between may be done before it, or can be
//! done while it lies on the stack; the others are stored in a slot, and constants and the like are
//! pushed wherever they are used. Nothing stays on the stack from block to block, but for the exception
//! that a handler begins with.

mod plan;

use super::constants::Constants;
use super::effect::{Effect, effect};
use super::prepare::{self, Prepared};
use super::step::{Body, Exit, Step, Symbolic};
use super::{EmitError, Limit};
use crate::function::{BlockId, ValueId};
use crate::instruction::{Op, Terminator, UnaryOperator};
use crate::program::Position;
use crate::segment::{Access, GlobalAccess, VariableAccess};
use microvium_format::{Operation, Special};
use plan::Plan;
use std::collections::BTreeSet;

/// Expressions nest no deeper than this in the emitter's own recursion; deeper ones go through slots.
const MAX_DEPTH: usize = 100;

/// The symbolic code of all blocks.
pub fn stackify(
    prepared: &Prepared,
    access: &dyn Access,
    constants: &mut Constants,
) -> Result<Vec<Body>, EmitError> {
    let function = &prepared.function;
    let mut uses = vec![0u32; function.values.len()];
    for (_, block) in function.blocks.iter() {
        let operands = block.instructions.iter().flat_map(|i| i.op.operands());
        let edges = block.terminator.edges();
        let arguments = edges.flat_map(|edge| edge.arguments.iter().copied());
        for value in operands.chain(block.terminator.operand()).chain(arguments) {
            uses[value.index()] += 1;
        }
    }
    let handlers: BTreeSet<BlockId> = function
        .blocks
        .iter()
        .filter_map(|(_, b)| b.handler)
        .collect();
    let definitions = prepare::definitions(function);
    let mut bodies = Vec::new();
    for id in function.blocks.ids() {
        let mut forced = BTreeSet::new();
        bodies.push(loop {
            let mut stackifier = Stackifier {
                prepared,
                access,
                constants,
                definitions: &definitions,
                uses: &uses,
                block: id,
                items: Vec::new(),
                done: Vec::new(),
                end: 0,
                forced: &forced,
                lefts: Vec::new(),
                below: 0,
                depth: 0,
                condition: None,
                calls: Vec::new(),
                retry: BTreeSet::new(),
                out: Vec::new(),
            };
            let body = stackifier.body(handlers.contains(&id))?;
            let retry = std::mem::take(&mut stackifier.retry);
            if retry.is_empty() {
                break body;
            }
            if retry.is_subset(&forced) {
                return Err(EmitError::new(function, Limit::CrossingMethods));
            }
            forced.extend(retry);
        });
    }
    Ok(bodies)
}

/// Something that a block does.
enum Item<'a> {
    /// Nothing: the exception lies on the stack.
    Exception(ValueId),
    Instruction(&'a crate::Instruction),
}

impl Item<'_> {
    const fn result(&self) -> Option<ValueId> {
        match self {
            Item::Exception(value) => Some(*value),
            Item::Instruction(instruction) => instruction.result,
        }
    }
}

struct Stackifier<'a> {
    prepared: &'a Prepared,
    access: &'a dyn Access,
    constants: &'a mut Constants,
    definitions: &'a [Option<(BlockId, usize)>],
    uses: &'a [u32],
    block: BlockId,
    /// What the block does, in program order, and whether code for it is generated.
    items: Vec<(Item<'a>, Effect)>,
    done: Vec<bool>,
    /// From here on all items are done.
    end: usize,
    /// Values that must be stored.
    forced: &'a BTreeSet<ValueId>,
    /// The items whose results will be pushed before, and lie below, what is being generated.
    lefts: Vec<usize>,
    /// How many values will be pushed before what is being generated, constants included.
    below: usize,
    depth: usize,
    /// Set while the next expression is a branch's condition: whether it is inverted so far.
    condition: Option<bool>,
    /// The method calls around what is being generated.
    calls: Vec<ValueId>,
    /// Values that turned out to be better stored, for the next attempt.
    retry: BTreeSet<ValueId>,
    /// The code, last step first.
    out: Vec<Step>,
}

impl<'a> Stackifier<'a> {
    fn body(&mut self, is_handler: bool) -> Result<Body, EmitError> {
        let block = &self.prepared.function.blocks[self.block];
        if let (true, &[exception]) = (is_handler, &block.parameters[..]) {
            let effect = Effect {
                calls: true,
                throws: true,
                ..Effect::default()
            };
            self.items.push((Item::Exception(exception), effect));
        }
        for instruction in &block.instructions {
            let effect = effect(&instruction.op, self.access);
            self.items.push((Item::Instruction(instruction), effect));
        }
        self.done = self
            .items
            .iter()
            .map(|(item, _)| matches!(item, Item::Instruction(i) if self.is_leaf(&i.op)))
            .collect();
        self.end = self.items.len();
        let (exit, targets) = self.terminator(&block.terminator, block.position)?;
        for i in (0..self.items.len()).rev() {
            if !self.done[i] {
                self.root(i)?;
            }
            self.end = i;
        }
        self.out.reverse();
        Ok(Body {
            steps: std::mem::take(&mut self.out),
            targets,
            exit,
            handler: block.handler.map(|handler| handler.index()),
            position: block.position,
        })
    }

    fn terminator(
        &mut self,
        terminator: &Terminator,
        position: Position,
    ) -> Result<(Exit, Vec<usize>), EmitError> {
        let mut targets = Vec::new();
        let exit = match terminator {
            Terminator::Jump(edge) => {
                let parameters = &self.prepared.function.blocks[edge.block].parameters;
                targets.extend(parameters.iter().map(|parameter| parameter.index()));
                for (i, &argument) in edge.arguments.iter().enumerate().rev() {
                    self.push(Symbolic::Argument(i), position);
                    self.with_lefts(&edge.arguments[..i], |this| {
                        this.operand(argument, position)
                    })?;
                }
                Exit::Jump(edge.block.index())
            }
            Terminator::Branch(condition, yes, no) => {
                self.condition = Some(false);
                self.operand(*condition, position)?;
                let (yes, no) = (yes.block.index(), no.block.index());
                match self.condition.take() {
                    Some(true) => Exit::Branch(no, yes),
                    _ => Exit::Branch(yes, no),
                }
            }
            Terminator::Return(value) => {
                if self.is_undefined(*value) {
                    self.push(Symbolic::Plain(Operation::ReturnUndefined, 0), position);
                } else {
                    self.push(Symbolic::Plain(Operation::Return, 0), position);
                    self.operand(*value, position)?;
                }
                Exit::End
            }
            Terminator::Throw(value) => {
                self.push(Symbolic::Plain(Operation::Throw, 0), position);
                self.operand(*value, position)?;
                Exit::End
            }
            Terminator::Fault(code) => {
                self.push(Symbolic::Special(Special::Fault), position);
                self.push(Symbolic::Plain(Operation::Integer, *code as u32), position);
                Exit::End
            }
            Terminator::Unreachable => {
                // Whoever checks the code can't know that it isn't reached.
                self.push(Symbolic::Plain(Operation::ReturnUndefined, 0), position);
                Exit::End
            }
        };
        Ok((exit, targets))
    }

    fn push(&mut self, code: Symbolic, position: Position) {
        self.out.push(Step { code, position });
    }

    fn push_all(&mut self, codes: Vec<Symbolic>, position: Position) {
        for code in codes.into_iter().rev() {
            self.push(code, position);
        }
    }

    /// The item of this block that defines a value.
    fn item(&self, value: ValueId) -> Option<usize> {
        if let Some((Item::Exception(exception), _)) = self.items.first()
            && *exception == value
        {
            return Some(0);
        }
        let (block, i) = self.definitions[value.index()]?;
        let first = usize::from(matches!(self.items.first(), Some((Item::Exception(_), _))));
        (block == self.block).then_some(first + i)
    }

    fn op(&self, value: ValueId) -> Option<&'a Op> {
        prepare::operation(&self.prepared.function, self.definitions, value)
    }

    fn is_undefined(&self, value: ValueId) -> bool {
        matches!(
            self.op(value),
            Some(Op::Constant(crate::Constant::Undefined))
        )
    }

    /// Whether the operation is done wherever its result is used, instead of once.
    fn is_leaf(&self, op: &Op) -> bool {
        match op {
            Op::Constant(_)
            | Op::This
            | Op::NewTarget
            | Op::Callee
            | Op::Captured
            | Op::GlobalObject
            | Op::Function(_) => true,
            Op::GetVariable(id) => self.access.variable(*id) == VariableAccess::Captured,
            Op::GetGlobal(name) | Op::ProbeGlobal(name) => {
                self.access.global(name) == GlobalAccess::Captured
            }
            _ => false,
        }
    }

    fn with_lefts(
        &mut self,
        lefts: &[ValueId],
        generate: impl FnOnce(&mut Self) -> Result<(), EmitError>,
    ) -> Result<(), EmitError> {
        let length = self.lefts.len();
        self.below += lefts.len();
        for &value in lefts {
            if !self.op(value).is_some_and(|op| self.is_leaf(op)) {
                self.lefts.extend(self.item(value));
            }
        }
        let result = generate(self);
        self.lefts.truncate(length);
        self.below -= lefts.len();
        result
    }

    /// Generates the code that pushes a value.
    fn operand(&mut self, value: ValueId, position: Position) -> Result<(), EmitError> {
        if let Some(op) = self.op(value).filter(|op| self.is_leaf(op)) {
            let plan = self.plan(op, None)?;
            self.push_all(plan.suffix, position);
            return Ok(());
        }
        if let Some(item) = self.item(value).filter(|&item| !self.done[item]) {
            let is_method = matches!(
                self.op(value),
                Some(Op::GetMethod(..) | Op::GetMethodElement(..) | Op::Method(..))
            );
            // The exception lies below everything.
            let is_misplaced = self.below > 0 && matches!(self.items[item].0, Item::Exception(_));
            let used_once = self.uses[value.index()] == 1 && !self.forced.contains(&value);
            let used_once = used_once && !is_misplaced;
            if is_method || used_once && self.depth < MAX_DEPTH {
                if self.may_pass_pending(item) {
                    return self.tree(item);
                }
                // Do what stands between while the value lies on the stack, if nothing below it is
                // defined there.
                if self.lefts.iter().all(|&left| left < item) {
                    let condition = self.condition.take();
                    self.lefts.push(item);
                    self.below += 1;
                    self.depth += 1;
                    for other in (item + 1..self.end).rev() {
                        if !self.done[other] {
                            self.root(other)?;
                        }
                    }
                    self.lefts.pop();
                    self.below -= 1;
                    self.depth -= 1;
                    self.condition = condition;
                    return self.tree(item);
                }
                if is_method {
                    // A pair can't be stored: store what is in its way, and the results of the calls.
                    let late = self.lefts.iter().filter(|&&left| left > item);
                    self.retry
                        .extend(late.filter_map(|&left| self.items[left].0.result()));
                    self.retry.extend(&self.calls);
                    return self.tree(item);
                }
            }
        }
        self.push(Symbolic::Load(value.index()), position);
        Ok(())
    }

    /// Whether an item may be done after everything behind it for which there is no code yet.
    fn may_pass_pending(&self, item: usize) -> bool {
        let effect = &self.items[item].1;
        let is_exception = matches!(self.items[item].0, Item::Exception(_));
        if is_exception && self.done[1..self.end].contains(&false) {
            return false;
        }
        (item + 1..self.end).all(|other| self.done[other] || effect.may_pass(&self.items[other].1))
    }

    /// Generates an item as a statement; its result goes where its users find it.
    fn root(&mut self, item: usize) -> Result<(), EmitError> {
        let position = self.position(item);
        if let Some(value) = self.items[item].0.result() {
            if self.uses[value.index()] == 0 {
                self.push(Symbolic::POP, position);
            } else {
                self.push(Symbolic::Store(value.index()), position);
            }
        }
        self.tree(item)
    }

    fn position(&self, item: usize) -> Position {
        match &self.items[item].0 {
            Item::Exception(_) => self.prepared.function.blocks[self.block].position,
            Item::Instruction(instruction) => instruction.position,
        }
    }

    /// Generates an item with its operands.
    fn tree(&mut self, item: usize) -> Result<(), EmitError> {
        self.done[item] = true;
        let Item::Instruction(instruction) = self.items[item].0 else {
            return Ok(());
        };
        let position = instruction.position;
        // A condition is inverted rather than negated.
        if let Some(inverted) = self.condition.take() {
            if let Op::Unary(UnaryOperator::Not, operand) = instruction.op {
                self.condition = Some(!inverted);
                return self.operand(operand, position);
            }
            let plan = self.plan(&instruction.op, instruction.result)?;
            let negated = plan.suffix.last() == Some(&Symbolic::Plain(Operation::Not, 0));
            self.planned(plan, negated, position)?;
            self.condition = Some(inverted ^ negated);
            return Ok(());
        }
        let plan = self.plan(&instruction.op, instruction.result)?;
        let call = instruction.result.filter(|_| {
            matches!(
                instruction.op,
                Op::CallMethod(..) | Op::Super(..) | Op::Apply(..) | Op::Construct(..)
            )
        });
        self.calls.extend(call);
        let result = self.planned(plan, false, position);
        if call.is_some() {
            self.calls.pop();
        }
        result
    }

    fn planned(
        &mut self,
        mut plan: Plan,
        negated: bool,
        position: Position,
    ) -> Result<(), EmitError> {
        if negated {
            plan.suffix.pop();
        }
        self.push_all(plan.suffix, position);
        self.depth += 1;
        self.below += plan.prefix.len();
        for (i, &operand) in plan.operands.iter().enumerate().rev() {
            if i == 0 {
                self.push_all(std::mem::take(&mut plan.between), position);
            }
            self.with_lefts(&plan.operands[..i], |this| this.operand(operand, position))?;
        }
        self.depth -= 1;
        self.below -= plan.prefix.len();
        self.push_all(plan.prefix, position);
        Ok(())
    }
}
