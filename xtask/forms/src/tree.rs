//! From stack code back to expressions.
//!
//! Emission decides a lot that both forms share: slots, the order of blocks and evaluation, what is
//! repeated and what is kept. So the accumulator form is made of the very expressions that the stack
//! form's code computes: nothing lies on the stack from block to block, and within a block each value is
//! a tree.

use anyhow::{Context, Result, ensure};
use microvium_format::decode::{Decoder, Instruction};
use microvium_format::{Operation, Special};
use microvium_ir::{Code, SegmentConstant};
use std::collections::{BTreeMap, BTreeSet};

/// An expression.
#[derive(Clone, Debug)]
pub enum Tree {
    /// A slot of the frame.
    Slot(usize),
    /// What is in the accumulator already: the value just computed and also kept, or an exception.
    Again,
    /// What is at the top of the stack, which stays.
    Top,
    /// An instruction and its operands.
    Node(Instruction, Vec<Tree>),
    /// What is done while the value lies on the stack.
    Then(Box<Tree>, Vec<Statement>),
}

/// Something that leaves no value.
#[derive(Clone, Debug)]
pub enum Statement {
    /// Sets a slot.
    Store(usize, Tree),
    /// Makes the next slot of the frame, at the entry.
    Define(Tree),
    /// Computes a value that nothing needs.
    Drop(Tree),
    /// Another instruction, with its operands.
    Do(Instruction, Vec<Tree>),
}

/// A straight run of statements.
#[derive(Clone, Debug)]
pub struct Run {
    /// What it does.
    pub statements: Vec<Statement>,
    /// How it ends.
    pub exit: Exit,
    /// Whether a handler begins here: the accumulator has the exception.
    pub is_handler: bool,
}

/// How a run of statements ends.
#[derive(Clone, Debug)]
pub enum Exit {
    /// With the run at this offset of the stack code.
    Jump(usize),
    /// With the first if the value is truthy, else with the second.
    Branch(Tree, usize, usize),
    /// With its last statement.
    End,
}

/// The runs of a function by their offset in the stack code.
pub fn runs(code: &Code, constants: &[SegmentConstant]) -> Result<BTreeMap<usize, Run>> {
    let instructions: Vec<Instruction> = Decoder::new(&code.instructions)
        .collect::<Result<_, _>>()
        .ok()
        .context("emission makes valid code")?;
    let handlers: BTreeSet<usize> = code.handlers.iter().map(|h| h.target.into()).collect();
    let mut starts = handlers.clone();
    starts.insert(0);
    for instruction in &instructions {
        if let Some(target) = instruction.target() {
            starts.insert(target as usize);
            starts.insert(instruction.end);
        }
    }
    // By jumps; and by falling through, as runs are found.
    let mut reached: BTreeSet<usize> = instructions
        .iter()
        .filter_map(|it| it.target().map(|target| target as usize))
        .collect();
    reached.insert(0);
    let slots = slots_made_in_place(&instructions, &starts, constants);
    let mut runs = BTreeMap::new();
    let mut at = 0;
    while at < instructions.len() {
        let start = instructions[at].offset;
        // A handler in whose region nothing can throw is there, but nothing leads to it.
        let is_handler = handlers.contains(&start) || !reached.contains(&start);
        let mut builder = Builder {
            stack: if is_handler {
                vec![Tree::Again]
            } else {
                vec![]
            },
            statements: Vec::new(),
        };
        let exit = loop {
            let instruction = instructions[at];
            at += 1;
            if let Some(exit) = builder.exit(&instruction)? {
                break exit;
            }
            builder.instruction(&instruction, constants)?;
            if slots.contains(&instruction.offset) {
                ensure!(
                    builder.stack.len() == 1,
                    "a slot is made above other values"
                );
                let value = builder.pop()?;
                builder.statements.push(Statement::Define(value));
            }
            let ends = matches!(
                instruction.operation,
                Operation::Return | Operation::ReturnUndefined | Operation::Throw
            ) || instruction.special == Some(Special::Fault);
            if ends {
                break Exit::End;
            }
            if starts.contains(&instruction.end) {
                break Exit::Jump(instruction.end);
            }
        };
        ensure!(
            builder.stack.is_empty() || matches!(exit, Exit::End),
            "a value lies on the stack from block to block"
        );
        match exit {
            Exit::Jump(next) => drop(reached.insert(next)),
            Exit::Branch(_, yes, no) => reached.extend([yes, no]),
            Exit::End => {}
        }
        let run = Run {
            statements: builder.statements,
            exit,
            is_handler,
        };
        runs.insert(start, run);
    }
    Ok(runs)
}

/// How many values an instruction pops and pushes.
fn effect(instruction: &Instruction, constants: &[SegmentConstant]) -> (usize, usize) {
    let keys = match constants.get(instruction.operand as usize) {
        Some(SegmentConstant::Shape(keys)) => keys.len(),
        _ => 0,
    };
    instruction.stack_effect(keys)
}

/// The instructions of the entry whose values stay where they were pushed, as slots.
fn slots_made_in_place(
    instructions: &[Instruction],
    starts: &BTreeSet<usize>,
    constants: &[SegmentConstant],
) -> BTreeSet<usize> {
    let mut stack: Vec<usize> = Vec::new();
    for instruction in instructions {
        let (pops, pushes) = effect(instruction, constants);
        if instruction.operation == Operation::Enter {
            // The slots behind these are made here.
            return stack.into_iter().collect();
        }
        stack.truncate(stack.len().saturating_sub(pops));
        stack.extend(std::iter::repeat_n(instruction.offset, pushes));
        if starts.contains(&instruction.end) {
            break;
        }
    }
    stack.into_iter().collect()
}

struct Builder {
    stack: Vec<Tree>,
    statements: Vec<Statement>,
}

impl Builder {
    fn pop(&mut self) -> Result<Tree> {
        self.stack
            .pop()
            .context("an operand is missing from the stack")
    }

    /// If the instruction ends the run by a jump: where to.
    fn exit(&mut self, instruction: &Instruction) -> Result<Option<Exit>> {
        let Some(target) = instruction.target() else {
            return Ok(None);
        };
        let (target, next) = (target as usize, instruction.end);
        Ok(Some(match instruction.operation {
            Operation::Jump | Operation::JumpFar => Exit::Jump(target),
            Operation::JumpIfTrue | Operation::JumpIfTrueFar => {
                Exit::Branch(self.pop()?, target, next)
            }
            _ => Exit::Branch(self.pop()?, next, target),
        }))
    }

    /// A statement is done above what lies on the stack.
    fn statement(&mut self, statement: Statement) {
        match self.stack.last_mut() {
            None => self.statements.push(statement),
            Some(Tree::Then(_, statements)) => statements.push(statement),
            Some(top) => {
                let value = std::mem::replace(top, Tree::Again);
                *top = Tree::Then(Box::new(value), vec![statement]);
            }
        }
    }

    fn instruction(&mut self, it: &Instruction, constants: &[SegmentConstant]) -> Result<()> {
        match it.operation {
            Operation::Load => self.stack.push(Tree::Slot(it.operand as usize)),
            Operation::Store => {
                let value = self.pop()?;
                self.statement(Statement::Store(it.operand as usize, value));
            }
            Operation::Pop => {
                let value = self.pop()?;
                match &value {
                    // The callee's `this` comes next, in place of undefined.
                    Tree::Node(frame, _) if frame.operation == Operation::Frame => {
                        self.stack.push(Tree::Node(*it, vec![value]));
                    }
                    _ => self.statement(Statement::Drop(value)),
                }
            }
            Operation::Duplicate => {
                let again = match self.stack.last() {
                    Some(Tree::Slot(slot)) => Tree::Slot(*slot),
                    Some(Tree::Node(leaf, operands)) if operands.is_empty() => {
                        Tree::Node(*leaf, vec![])
                    }
                    // The accumulator may have anything by now.
                    Some(Tree::Then(_, statements))
                        if !statements.iter().all(keeps_accumulator) =>
                    {
                        Tree::Top
                    }
                    _ => Tree::Again,
                };
                self.stack.push(again);
            }
            Operation::Enter => self.statement(Statement::Do(*it, vec![])),
            // A callee with its record and `this` is one tree here.
            Operation::Frame | Operation::Method => {
                let operand = self.pop()?;
                self.stack.push(Tree::Node(*it, vec![operand]));
            }
            _ => {
                let (pops, pushes) = effect(it, constants);
                let below = match (it.operation, it.special) {
                    (_, Some(Special::MethodElement)) => pops,
                    (Operation::Call | Operation::New, _) => pops - 3,
                    _ => pops,
                };
                let at = self.stack.len().checked_sub(below);
                let mut at = at.context("operands are missing from the stack")?;
                let below = at.checked_sub(1).and_then(|below| self.stack.get(below));
                if it.operation == Operation::Call
                    && matches!(below, Some(Tree::Node(pop, _)) if pop.operation == Operation::Pop)
                {
                    at -= 1;
                }
                let operands = self.stack.split_off(at);
                if pushes == 0 {
                    self.statement(Statement::Do(*it, operands));
                } else {
                    self.stack.push(Tree::Node(*it, operands));
                }
            }
        }
        Ok(())
    }
}

/// Whether the accumulator has afterwards what it had before: the value is stored, and again.
pub fn keeps_accumulator(statement: &Statement) -> bool {
    match statement {
        Statement::Store(_, Tree::Again) => true,
        Statement::Do(it, operands) => {
            matches!(
                it.operation,
                Operation::StoreVariable | Operation::StoreCaptured
            ) && matches!(operands[..], [Tree::Again])
        }
        _ => false,
    }
}
