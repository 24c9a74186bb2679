//! The fields of a suspended call, and the code that keeps values in them.

use super::lifetimes::Lifetimes;
use super::{Point, add};
use microvium_ir::waiting::{CODE, FIRST_VALUE, POINT, PROTOTYPE};
use microvium_ir::{
    BlockId, Constant, Edge, Function, FunctionId, FunctionKind, Instruction, LocalId, Op,
    Position, Terminator, Text, ValueId,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Where values are while the call waits.
pub(super) struct Frame<'l> {
    lifetimes: &'l Lifetimes,
    /// The fields of values, and of locals.
    fields: BTreeMap<ValueId, u32>,
    locals: BTreeMap<LocalId, u32>,
    /// How many fields there are in all.
    count: u32,
}

impl Frame<'_> {
    pub fn new(lifetimes: &Lifetimes) -> Frame<'_> {
        let (fields, mut count) = lifetimes.fields(FIRST_VALUE);
        let mut locals = BTreeMap::new();
        for &local in &lifetimes.kept_locals {
            locals.insert(local, count);
            count += 1;
        }
        Frame {
            lifetimes,
            fields,
            locals,
            count,
        }
    }

    /// Makes the scope at the end of the call.
    pub fn make(&self, function: &mut Function, start: &Point, operand: ValueId, code: FunctionId) {
        let block = start.before;
        let kind = function.kind;
        let add = |function: &mut Function, op| add(function, block, op, start.position);
        let undefined = add(function, Op::Constant(Constant::Undefined));
        let code = add(function, Op::Function(code));
        let point = add(function, Op::Constant(Constant::Number(0.0)));
        let mut values = vec![undefined; self.count as usize];
        let first = match kind {
            FunctionKind::Async => undefined,
            _ => operand,
        };
        for (field, value) in [(PROTOTYPE, first), (CODE, code), (POINT, point)] {
            values[field as usize] = value;
        }
        for value in self.lifetimes.at_entry(start.after) {
            if let Some(&field) = self.fields.get(&value) {
                values[field as usize] = value;
            }
        }
        for (&local, &field) in &self.locals {
            if self.lifetimes.is_written_outside(local) {
                values[field as usize] = add(function, Op::GetLocal(local));
            }
        }
        let scope = add(function, Op::Scope(values));
        let starts = match kind {
            FunctionKind::Async => Some(operand),
            FunctionKind::AsyncGenerator => Some(add(
                function,
                Op::GetGlobal(Text::helper("asyncGeneratorCall")),
            )),
            _ => None,
        };
        let result = match starts {
            Some(starts) => add(function, Op::Call(starts, vec![scope])),
            None => scope,
        };
        function.blocks[block].terminator = Terminator::Return(result);
        function.blocks[block].position = start.position;
    }

    /// Keeps values in their fields, in the blocks that run when the call is resumed.
    pub fn rewrite(&self, function: &mut Function, inner: &BTreeSet<BlockId>) {
        for &id in inner {
            self.block(function, id);
        }
        for &id in inner.iter().filter(|id| !self.lifetimes.is_handler(**id)) {
            let parameters = &mut function.blocks[id].parameters;
            parameters.retain(|it| !self.fields.contains_key(it));
        }
    }

    fn block(&self, function: &mut Function, id: BlockId) {
        let position = function.blocks[id].position;
        let old = std::mem::take(&mut function.blocks[id].instructions);
        let mut terminator = function.blocks[id].terminator.clone();
        let mut writer = Writer::new(self, function);
        let mut old = old.into_iter().peekable();
        if let Some(caught) = old.next_if(|it| matches!(it.op, Op::Caught(_))) {
            writer.out.push(caught.clone());
            caught
                .result
                .iter()
                .for_each(|it| writer.define(*it, position));
        }
        if self.lifetimes.is_handler(id) {
            let parameters = self.lifetimes.parameters(id);
            parameters
                .iter()
                .for_each(|it| writer.define(*it, position));
        }
        old.for_each(|instruction| writer.instruction(instruction));
        if let Some(operand) = terminator.operand_mut() {
            *operand = writer.read(*operand, position);
        }
        if let Terminator::Jump(edge) = &mut terminator {
            writer.pass(edge, position);
        }
        let (this, known, out) = (writer.this, writer.known, writer.out);
        if let Terminator::Branch(_, yes, no) = &mut terminator {
            for edge in [yes, no] {
                let mut writer = Writer::new(self, function);
                (writer.this, writer.known) = (this, known.clone());
                writer.pass(edge, position);
                let out = writer.out;
                if !out.is_empty() {
                    let between = function.add_block(position);
                    function.blocks[between].instructions = out;
                    let target = std::mem::replace(edge, Edge::to(between));
                    function.blocks[between].terminator = Terminator::Jump(target);
                }
            }
        }
        let block = &mut function.blocks[id];
        block.instructions = out;
        block.terminator = terminator;
    }
}

/// Writes the instructions of a block anew.
struct Writer<'f, 'l> {
    frame: &'f Frame<'l>,
    function: &'f mut Function,
    this: Option<ValueId>,
    /// The values with fields that are at hand.
    known: HashMap<ValueId, ValueId>,
    out: Vec<Instruction>,
}

impl<'f, 'l> Writer<'f, 'l> {
    fn new(frame: &'f Frame<'l>, function: &'f mut Function) -> Self {
        Writer {
            frame,
            function,
            this: None,
            known: HashMap::new(),
            out: Vec::new(),
        }
    }

    /// Writes what an edge passes to parameters that have fields.
    fn pass(&mut self, edge: &mut Edge, position: Position) {
        let parameters = self.frame.lifetimes.parameters(edge.block);
        let arguments = std::mem::take(&mut edge.arguments);
        let fields = &self.frame.fields;
        let field = |value: &ValueId| fields.get(value).copied();
        let moves: Vec<(Option<u32>, ValueId)> = (parameters.iter().zip(&arguments))
            .map(|(parameter, argument)| (field(parameter), *argument))
            .filter(|(to, argument)| to.is_none() || *to != field(argument))
            .collect();
        // All are read before any is written.
        let read = moves.iter().map(|(_, it)| self.read(*it, position));
        let read: Vec<ValueId> = read.collect();
        for ((to, _), value) in moves.into_iter().zip(read) {
            match to {
                Some(field) => self.write(field, value, position),
                None => edge.arguments.push(value),
            }
        }
    }

    fn push(&mut self, op: Op, position: Position) -> ValueId {
        let result = self.function.add_value();
        self.out.push(Instruction {
            result: Some(result),
            op,
            position,
        });
        result
    }

    fn this(&mut self, position: Position) -> ValueId {
        match self.this {
            Some(this) => this,
            None => {
                let this = self.push(Op::This, position);
                self.this = Some(this);
                this
            }
        }
    }

    /// A value, from its field if it has one.
    fn read(&mut self, value: ValueId, position: Position) -> ValueId {
        let Some(&field) = self.frame.fields.get(&value) else {
            return value;
        };
        if let Some(&known) = self.known.get(&value) {
            return known;
        }
        let this = self.this(position);
        let read = self.push(Op::GetField(this, field), position);
        let variable = self.function.values[value].variable;
        self.function.values[read].variable = variable;
        self.known.insert(value, read);
        read
    }

    fn write(&mut self, field: u32, value: ValueId, position: Position) {
        let this = self.this(position);
        self.out.push(Instruction {
            result: None,
            op: Op::SetField(this, field, value),
            position,
        });
    }

    /// A value has just been defined.
    fn define(&mut self, value: ValueId, position: Position) {
        if let Some(&field) = self.frame.fields.get(&value) {
            self.write(field, value, position);
            self.known.insert(value, value);
        }
    }

    fn instruction(&mut self, mut instruction: Instruction) {
        let position = instruction.position;
        for operand in instruction.op.operands_mut() {
            *operand = self.read(*operand, position);
        }
        let local = match instruction.op {
            Op::GetLocal(local) | Op::SetLocal(local, _) => self.frame.locals.get(&local).copied(),
            _ => None,
        };
        if let Some(field) = local {
            let this = self.this(position);
            instruction.op = match instruction.op {
                Op::SetLocal(_, value) => Op::SetField(this, field, value),
                _ => Op::GetField(this, field),
            };
        }
        let result = instruction.result;
        self.out.push(instruction);
        if let Some(result) = result {
            self.define(result, position);
        }
    }
}
