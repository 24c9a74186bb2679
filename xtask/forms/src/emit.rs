//! From expressions to the accumulator form.

use crate::item::Item;
use crate::tree::{Exit, Run, Statement, Tree, keeps_accumulator};
use anyhow::{Result, bail};
use microvium_format::decode::Instruction;
use microvium_format::operation::Form;
use microvium_format::{Operation, Special};
use microvium_forms_machines::Operand;
use microvium_forms_machines::accumulator::{Code, NULL_CODE, POPPED, TOP_CODE};
use std::collections::{BTreeMap, BTreeSet};

/// Operands that fit a nibble.
const SHORT: usize = 16;

/// Something whose value the accumulator may be known to have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Slot(usize),
    Variable(i32),
    Captured(i32),
}

type Places = BTreeSet<Place>;

/// The code of a function in symbolic form.
pub fn emit(runs: &BTreeMap<usize, Run>, parameters: usize) -> Result<Vec<Item>> {
    // What the accumulator is known to have where a run begins, assumed to be nothing until all ways
    // there have been seen to agree.
    let mut known: BTreeMap<usize, Places> = BTreeMap::new();
    loop {
        let mut items = Vec::new();
        let mut incoming: BTreeMap<usize, Places> = BTreeMap::new();
        let starts: Vec<usize> = runs.keys().copied().collect();
        for (i, (&start, run)) in runs.iter().enumerate() {
            let mut emitter = Emitter {
                items: vec![Item::Label(start)],
                held: known.get(&start).cloned().unwrap_or_default(),
                next_slot: 1 + parameters,
            };
            let next = starts.get(i + 1).copied();
            for target in emitter.run(run, next)? {
                let held = emitter.held.clone();
                let others = incoming.entry(target).or_insert_with(|| held.clone());
                *others = others.intersection(&held).copied().collect();
            }
            items.extend(emitter.items);
        }
        incoming.retain(|start, _| *start != 0 && !runs[start].is_handler);
        let mut agreed = true;
        for (start, held) in &known {
            agreed &= incoming.get(start).is_some_and(|now| held.is_subset(now));
        }
        if !agreed {
            // An assumption was wrong. Without any, all code is right.
            known.clear();
            return emit_with_nothing_known(runs, parameters);
        }
        if known == incoming {
            return Ok(items);
        }
        known = incoming;
    }
}

fn emit_with_nothing_known(runs: &BTreeMap<usize, Run>, parameters: usize) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    let starts: Vec<usize> = runs.keys().copied().collect();
    for (i, (&start, run)) in runs.iter().enumerate() {
        let mut emitter = Emitter {
            items: vec![Item::Label(start)],
            held: Places::new(),
            next_slot: 1 + parameters,
        };
        emitter.run(run, starts.get(i + 1).copied())?;
        items.extend(emitter.items);
    }
    Ok(items)
}

struct Emitter {
    items: Vec<Item>,
    /// What the accumulator is the value of.
    held: Places,
    /// The slot that the next definition makes.
    next_slot: usize,
}

impl Emitter {
    /// Generates a run before the one at `next`; where it may continue.
    fn run(&mut self, run: &Run, next: Option<usize>) -> Result<Vec<usize>> {
        for statement in &run.statements {
            self.statement(statement)?;
        }
        Ok(match &run.exit {
            Exit::Jump(target) => {
                if Some(*target) != next {
                    self.items.push(Item::Jump(Code::Jump, *target, false));
                }
                vec![*target]
            }
            Exit::Branch(condition, yes, no) => {
                self.value(condition)?;
                let (code, target) = if Some(*yes) == next {
                    (Code::JumpIfFalse, *no)
                } else {
                    (Code::JumpIfTrue, *yes)
                };
                self.items.push(Item::Jump(code, target, false));
                vec![*yes, *no]
            }
            Exit::End => vec![],
        })
    }

    /// Adds an instruction that changes the accumulator.
    fn set(&mut self, item: Item) {
        self.items.push(item);
        self.held.clear();
    }

    /// Adds one that doesn't.
    fn keep(&mut self, item: Item) {
        self.items.push(item);
    }

    /// Adds one that doesn't, but may change what other functions can reach.
    fn write(&mut self, item: Item) {
        self.items.push(item);
        self.held.retain(|place| matches!(place, Place::Slot(_)));
    }

    fn store(&mut self, slot: usize) {
        if !self.held.contains(&Place::Slot(slot)) {
            self.keep(Item::Nibble(Code::Store, slot as u32));
            self.held.insert(Place::Slot(slot));
        }
    }

    fn statement(&mut self, statement: &Statement) -> Result<()> {
        match statement {
            Statement::Store(slot, value) => {
                self.value(value)?;
                self.store(*slot);
            }
            Statement::Define(value) => {
                self.push(value)?;
                if self.items.last() == Some(&Item::Plain(Code::Push)) {
                    self.held.insert(Place::Slot(self.next_slot));
                }
                self.next_slot += 1;
            }
            Statement::Drop(value) => match value {
                Tree::Slot(_) | Tree::Again | Tree::Top => {}
                value => self.value(value)?,
            },
            Statement::Do(it, operands) => self.perform(it, operands)?,
        }
        Ok(())
    }

    fn perform(&mut self, it: &Instruction, operands: &[Tree]) -> Result<()> {
        let operand = it.operand as usize;
        match (it.operation, operands) {
            (Operation::StoreVariable, [value]) => {
                self.value(value)?;
                self.keep(Item::Byte(Code::StoreVariable, operand as u32));
                self.held.insert(Place::Variable(it.operand));
            }
            (Operation::StoreCaptured, [value]) => {
                self.value(value)?;
                self.keep(Item::Byte(Code::StoreCaptured, operand as u32));
                self.held.insert(Place::Captured(it.operand));
            }
            (Operation::StoreField, [scope, value]) => {
                self.push(scope)?;
                self.value(value)?;
                self.write(Item::Byte(Code::StoreField, operand as u32));
            }
            (Operation::Set, [object, value]) => match short_slot(object) {
                Some(slot) if operand < SHORT && !stores(value, slot) => {
                    self.value(value)?;
                    self.write(Item::Pair(Code::SetSlot, slot, operand));
                }
                _ => {
                    self.push(object)?;
                    self.value(value)?;
                    self.write(Item::Byte(Code::Set, operand as u32));
                }
            },
            (Operation::SetElement, [object, key, value]) => {
                match (short_slot(object), short_slot(key)) {
                    (Some(object), Some(key)) if !stores(value, object) && !stores(value, key) => {
                        self.value(value)?;
                        self.write(Item::Pair(Code::SetElementSlots, object, key));
                    }
                    _ => {
                        self.push(object)?;
                        self.push(key)?;
                        self.value(value)?;
                        self.write(Item::Plain(Code::SetElement));
                    }
                }
            }
            (Operation::Return, [value]) => {
                self.value(value)?;
                self.keep(Item::Plain(Code::Return));
            }
            (Operation::Throw, [value]) => {
                self.value(value)?;
                self.keep(Item::Plain(Code::Throw));
            }
            (Operation::ReturnUndefined, []) => self.keep(Item::Plain(Code::ReturnUndefined)),
            (Operation::Enter, []) => {
                self.keep(Item::Byte(Code::Enter, operand as u32));
                self.next_slot += operand;
            }
            (Operation::Special, operands) => self.special(it, operands)?,
            _ => bail!("{:?} isn't part of the sketch", it.operation),
        }
        Ok(())
    }

    /// Generates a value in the accumulator.
    fn value(&mut self, tree: &Tree) -> Result<()> {
        match tree {
            Tree::Slot(slot) => {
                if !self.held.contains(&Place::Slot(*slot)) {
                    self.set(Item::Nibble(Code::Load, *slot as u32));
                    self.held.insert(Place::Slot(*slot));
                }
            }
            Tree::Again => {}
            Tree::Top => self.set(Item::Byte(Code::Special, TOP_CODE.into())),
            Tree::Then(value, statements) => {
                if statements.iter().all(keeps_accumulator) {
                    self.value(value)?;
                    return statements.iter().try_for_each(|it| self.statement(it));
                }
                self.push(tree)?;
                self.set(Item::Plain(Code::Pop));
            }
            Tree::Node(it, operands) => self.node(it, operands)?,
        }
        Ok(())
    }

    /// Generates a value at the top of the stack.
    fn push(&mut self, tree: &Tree) -> Result<()> {
        match tree {
            Tree::Slot(slot) if !self.held.contains(&Place::Slot(*slot)) => {
                self.keep(Item::Nibble(Code::PushSlot, *slot as u32));
            }
            Tree::Then(value, statements) => {
                self.push(value)?;
                return statements.iter().try_for_each(|it| self.statement(it));
            }
            Tree::Node(it, operands) if it.operation == Operation::Frame => {
                self.value(&operands[0])?;
                self.keep(Item::Plain(Code::Frame));
            }
            Tree::Node(it, operands) if it.operation == Operation::Method => {
                let key = it.operand as usize;
                match short_slot(&operands[0]) {
                    Some(slot) if key < SHORT && !self.held.contains(&Place::Slot(slot)) => {
                        self.set(Item::Pair(Code::MethodSlot, slot, key));
                    }
                    _ => {
                        self.value(&operands[0])?;
                        self.set(Item::Nibble(Code::Method, key as u32));
                    }
                }
            }
            // Its result is on the stack.
            Tree::Node(it, _) if it.special == Some(Special::MethodElement) => self.value(tree)?,
            Tree::Node(it, _) if it.operation == Operation::Integer => {
                self.keep(Item::Nibble(Code::PushInteger, it.operand as u32));
            }
            _ => {
                self.value(tree)?;
                self.keep(Item::Plain(Code::Push));
            }
        }
        Ok(())
    }

    /// Pushes all but the last value, which is left in the accumulator.
    fn all_but_last(&mut self, values: &[Tree]) -> Result<()> {
        if let [first @ .., last] = values {
            for value in first {
                self.push(value)?;
            }
            self.value(last)?;
        }
        Ok(())
    }

    fn node(&mut self, it: &Instruction, operands: &[Tree]) -> Result<()> {
        let operand = it.operand as u32;
        let code = it.operation as u8;
        let is_binary = code & 0xF0 == Operation::Add as u8;
        let place = match it.operation {
            Operation::LoadVariable => Some(Place::Variable(it.operand)),
            Operation::LoadCaptured => Some(Place::Captured(it.operand)),
            _ => None,
        };
        if place.is_some_and(|place| self.held.contains(&place)) {
            return Ok(());
        }
        let item = match (it.operation, operands) {
            (_, [left, right]) if is_binary => return self.binary(code & 15, left, right),
            (Operation::Get, [object]) => match short_slot(object) {
                Some(slot) if operand < SHORT as u32 && !self.held.contains(&Place::Slot(slot)) => {
                    Item::Pair(Code::GetSlot, slot, operand as usize)
                }
                _ => {
                    self.value(object)?;
                    Item::Nibble(Code::Get, operand)
                }
            },
            (Operation::GetElement, [object, key]) => {
                if let Some(right) = right_operand(key) {
                    self.value(object)?;
                    Item::Operand(Code::GetElementOperand as u8, right)
                } else if let Tree::Slot(slot) = object
                    && !stores(key, *slot)
                {
                    self.value(key)?;
                    Item::Byte(Code::GetElementSlot, *slot as u32)
                } else {
                    self.push(object)?;
                    self.value(key)?;
                    Item::Plain(Code::GetElement)
                }
            }
            (Operation::LooseEqual, [left, right]) => {
                self.push(left)?;
                self.value(right)?;
                Item::Plain(Code::LooseEqual)
            }
            (Operation::Call, [Tree::Node(pop, frame), this, arguments @ ..])
                if pop.operation == Operation::Pop =>
            {
                self.push(&frame[0])?;
                self.set(Item::Plain(Code::Pop));
                self.push(this)?;
                self.all_but_last(arguments)?;
                Item::Nibble(Code::Call, operand)
            }
            (Operation::Call, [callee, arguments @ ..]) => {
                self.push(callee)?;
                self.all_but_last(arguments)?;
                Item::Nibble(Code::Call, operand)
            }
            (Operation::New, [callee, arguments @ ..]) => {
                self.push(callee)?;
                self.all_but_last(arguments)?;
                Item::Byte(Code::New, operand)
            }
            (Operation::NewArray | Operation::NewScope, values) => {
                self.all_but_last(values)?;
                let is_array = it.operation == Operation::NewArray;
                Item::Byte(
                    if is_array {
                        Code::NewArray
                    } else {
                        Code::NewScope
                    },
                    operand,
                )
            }
            (Operation::NewObject, values) => {
                for value in values {
                    self.push(value)?;
                }
                Item::Byte(Code::NewObject, operand)
            }
            (Operation::Special, operands) => return self.special(it, operands),
            (_, operands) => {
                self.all_but_last(operands)?;
                same(it)?
            }
        };
        self.set(item);
        self.held.extend(place);
        Ok(())
    }

    fn special(&mut self, it: &Instruction, operands: &[Tree]) -> Result<()> {
        if it.special.is_none() {
            bail!("{:?} isn't part of the sketch", it.special);
        }
        self.all_but_last(operands)?;
        let special = it.special.map_or(0, |special| special as u8);
        let item = Item::Byte(Code::Special, special.into());
        match it.special {
            Some(Special::Check) => self.keep(item),
            _ => self.set(item),
        }
        Ok(())
    }

    fn binary(&mut self, operation: u8, left: &Tree, right: &Tree) -> Result<()> {
        let popped = |operation: u8| {
            if operation < POPPED {
                Item::Popped(operation)
            } else {
                Item::Operand(Code::Binary as u8 | operation, Operand::Popped)
            }
        };
        if let Some(right) = right_operand(right) {
            self.value(left)?;
            self.set(Item::Operand(Code::Binary as u8 | operation, right));
        } else if let (Some(left), Some(swapped)) = (literal(left), swapped(operation)) {
            // A literal can as well come second.
            self.value(right)?;
            self.set(Item::Operand(Code::Binary as u8 | swapped, left));
        } else {
            self.push(left)?;
            self.value(right)?;
            self.set(popped(operation));
        }
        Ok(())
    }
}

/// The operation that is written alike in both forms, with its operands where the form has them.
fn same(it: &Instruction) -> Result<Item> {
    let operand = it.operand as u32;
    let code = match it.operation {
        Operation::Integer => Code::Integer,
        Operation::Constant => Code::Constant,
        Operation::LoadVariable => Code::LoadVariable,
        Operation::LoadCaptured => Code::LoadCaptured,
        Operation::LoadField => return Ok(Item::Byte(Code::LoadField, operand)),
        Operation::IntegerNegative => Code::IntegerNegative,
        Operation::NewClosure => Code::NewClosure,
        Operation::Undefined => Code::Undefined,
        Operation::Null => return Ok(Item::Byte(Code::Special, NULL_CODE.into())),
        Operation::False => Code::False,
        Operation::True => Code::True,
        Operation::Not => Code::Not,
        Operation::Negate => Code::Negate,
        Operation::Increment => Code::Increment,
        other => bail!("{other:?} isn't part of the sketch"),
    };
    Ok(match it.operation.form() {
        Form::Nibble => Item::Nibble(code, operand),
        Form::Byte | Form::Word => Item::Byte(code, operand),
        Form::Plain => Item::Plain(code),
    })
}

/// The slot that a value is, if a nibble can name it.
fn short_slot(tree: &Tree) -> Option<usize> {
    match tree {
        Tree::Slot(slot) if *slot < SHORT => Some(*slot),
        _ => None,
    }
}

/// A value as a right operand, if it can be one.
fn right_operand(tree: &Tree) -> Option<Operand> {
    match tree {
        Tree::Slot(slot) => Operand::slot(*slot),
        Tree::Node(it, _) => {
            let index = it.operand as usize;
            match it.operation {
                Operation::LoadVariable => Operand::index(index).map(Operand::Variable),
                Operation::LoadCaptured => Operand::index(index).map(Operand::Captured),
                _ => literal(tree),
            }
        }
        _ => None,
    }
}

/// A literal as a right operand.
fn literal(tree: &Tree) -> Option<Operand> {
    let Tree::Node(it, _) = tree else { return None };
    match it.operation {
        Operation::Constant => Operand::index(it.operand as usize).map(Operand::Constant),
        Operation::Integer => Some(Operand::Integer(it.operand as u32)),
        _ => None,
    }
}

/// The operation that gives the same with a literal on the other side.
fn swapped(operation: u8) -> Option<u8> {
    let operation = Operation::from_code(Operation::Add as u8 | operation)?;
    let swapped = match operation {
        Operation::Multiply
        | Operation::And
        | Operation::Or
        | Operation::Xor
        | Operation::StrictEqual => operation,
        Operation::Less => Operation::Greater,
        Operation::Greater => Operation::Less,
        Operation::LessEqual => Operation::GreaterEqual,
        Operation::GreaterEqual => Operation::LessEqual,
        _ => return None,
    };
    Some(swapped as u8 & 15)
}

/// Whether evaluating a value sets a slot.
fn stores(tree: &Tree, slot: usize) -> bool {
    match tree {
        Tree::Slot(_) | Tree::Again | Tree::Top => false,
        Tree::Node(_, operands) => operands.iter().any(|operand| stores(operand, slot)),
        Tree::Then(value, statements) => {
            let does = |statement: &Statement| match statement {
                Statement::Store(to, value) => *to == slot || stores(value, slot),
                Statement::Define(value) | Statement::Drop(value) => stores(value, slot),
                Statement::Do(_, operands) => operands.iter().any(|it| stores(it, slot)),
            };
            stores(value, slot) || statements.iter().any(does)
        }
    }
}
