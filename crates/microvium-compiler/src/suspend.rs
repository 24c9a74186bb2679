//! Cuts a function that waits (a generator, an async function) in two: what runs when it is called, up to its `Start`, and
//! what runs each time that it is resumed.
//!
//! A suspended call is a scope: what it inherits from, the code that resumes it, the number of the point
//! where it waits, and what lives across such points. Each value has its field there from its definition
//! on, and is read from it wherever the call may have waited in between; the values of
//! one variable share a field. So the fields' places are known here, and a call that waits when a
//! snapshot is taken goes on after it like any other scope.
//!
//! The code that resumes has that scope as `this`, and as parameters how it is resumed, with what, and
//! where. It sets the number of the point before it returns; the library does the rest.

mod frame;
mod lifetimes;

use crate::finish;
use frame::Frame;
use lifetimes::Lifetimes;
use microvium_ir::waiting::POINT;
use microvium_ir::{
    BinaryOperator, Block, BlockId, Constant, Edge, Function, FunctionKind, Instruction, Op,
    Position, Program, Terminator, ValueId,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The parameters of the code that resumes.
const RESUMPTION: u32 = 0;
const SENT: u32 = 1;
const AT: u32 = 2;

/// Where a call waits.
struct Point {
    /// The block that ends there.
    before: BlockId,
    /// Where it goes on.
    after: BlockId,
    /// Where it stands.
    position: Position,
    /// Whether the code behind deals with all ways to be resumed.
    all: bool,
    /// Whether it waits for a promise, in an async generator: elsewhere there is one sort of points.
    awaits: bool,
}

/// The function as it is called; what resumes it goes to the program. One that doesn't wait stays as it
/// is.
pub(crate) fn cut(mut function: Function, program: &mut Program) -> Function {
    let Some((start, operand, sent)) = split_start(&mut function) else {
        return function;
    };
    let body = start.after;
    let inner = reachable(&function, body);
    share_environment(&mut function, start.before, &inner);
    let asks = (function.blocks[body].instructions.first())
        .is_some_and(|it| matches!(it.op, Op::Resumption));
    if asks || sent.is_some_and(|it| is_used(&mut function, it)) {
        receive(&mut function, &start, sent);
    }
    let points = split_points(&mut function, &inner);
    let numbers = numbers(&points, function.kind);
    repeat_constants(&mut function);
    let edges: Vec<(BlockId, BlockId)> = (points.iter().map(|it| (it.before, it.after)))
        .chain([(start.before, body)])
        .collect();
    let lifetimes = Lifetimes::of(&function, &edges);
    let inner = lifetimes.reachable(body);
    let frame = Frame::new(&lifetimes);
    let mut outer = function.clone();
    let mut inner_function = function;
    frame.rewrite(&mut inner_function, &inner);
    for (point, number) in points.iter().zip(&numbers) {
        wait(&mut inner_function, point, *number);
    }
    dispatch(&mut inner_function, body, &points, &numbers);
    inner_function.kind = FunctionKind::Resumption;
    inner_function.parameters = 3;
    inner_function.rest = false;
    let code = program.functions.push(tidy(inner_function));
    frame.make(&mut outer, &start, operand, code);
    tidy(outer)
}

/// The numbers of the points: odd ones where the code deals with all ways to be resumed. 0 is the start. In an async
/// generator the next bit says whether it is a `yield`.
fn numbers(points: &[Point], kind: FunctionKind) -> Vec<f64> {
    let (mut counters, distance) = match kind {
        FunctionKind::AsyncGenerator => ([2, 3, 4, 1], 4),
        _ => ([2, 1, 2, 1], 2),
    };
    let number = |point: &Point| {
        let counter = &mut counters[usize::from(point.all) + 2 * usize::from(point.awaits)];
        let number = *counter;
        *counter += distance;
        f64::from(number)
    };
    points.iter().map(number).collect()
}

/// Splits the block at the function's `Start`, if that is ever reached; gives its operand and its result.
fn split_start(function: &mut Function) -> Option<(Point, ValueId, Option<ValueId>)> {
    let (block, index, operand, sent) = function.blocks.iter().find_map(|(id, block)| {
        let mut instructions = block.instructions.iter().enumerate();
        instructions.find_map(|(index, it)| match it.op {
            Op::Start(operand) => Some((id, index, operand, it.result)),
            _ => None,
        })
    })?;
    let (after, position) = split(function, block, index);
    let point = Point {
        before: block,
        after,
        position,
        all: false,
        awaits: false,
    };
    Some((point, operand, sent))
}

/// Behind a point: what the call is resumed with is a parameter, and so is how, if the code there asks for
/// that. Whether it does.
fn receive(function: &mut Function, point: &Point, sent: Option<ValueId>) -> bool {
    let code = &mut function.blocks[point.after].instructions;
    let all = (code.first()).is_some_and(|it| matches!(it.op, Op::Resumption));
    if all {
        code[0].op = Op::Parameter(RESUMPTION);
    }
    let sent = Instruction {
        result: sent,
        op: Op::Parameter(SENT),
        position: point.position,
    };
    code.insert(0, sent);
    all
}

/// Moves what is behind an instruction to a block of its own, and drops the instruction.
fn split(function: &mut Function, block: BlockId, index: usize) -> (BlockId, Position) {
    let cut = &mut function.blocks[block];
    let rest = cut.instructions.split_off(index + 1);
    let position = cut
        .instructions
        .pop()
        .map_or(cut.position, |it| it.position);
    let new = Block {
        parameters: Vec::new(),
        instructions: rest,
        terminator: std::mem::replace(&mut cut.terminator, Terminator::Unreachable),
        position: cut.position,
        handler: cut.handler,
    };
    (function.blocks.push(new), position)
}

/// Splits the blocks at the points where the call waits. What it is resumed with is a parameter.
fn split_points(function: &mut Function, inner: &BTreeSet<BlockId>) -> Vec<Point> {
    let is_async_generator = function.kind == FunctionKind::AsyncGenerator;
    let mut points = Vec::new();
    let mut pending: Vec<BlockId> = inner.iter().rev().copied().collect();
    while let Some(block) = pending.pop() {
        let instructions = &function.blocks[block].instructions;
        let given = instructions
            .iter()
            .enumerate()
            .find_map(|(index, it)| match it.op {
                Op::Yield(given) => Some((index, given, it.result, false)),
                Op::Await(given) => Some((index, given, it.result, is_async_generator)),
                _ => None,
            });
        let Some((index, given, sent, awaits)) = given else {
            continue;
        };
        let (after, position) = split(function, block, index);
        function.blocks[block].terminator = Terminator::Return(given);
        let mut point = Point {
            before: block,
            after,
            position,
            all: false,
            awaits,
        };
        point.all = receive(function, &point, sent);
        points.push(point);
        pending.push(after);
    }
    points
}

/// The blocks that a block leads to, itself included.
fn reachable(function: &Function, from: BlockId) -> BTreeSet<BlockId> {
    let mut found = BTreeSet::from([from]);
    let mut pending = vec![from];
    while let Some(block) = pending.pop() {
        let block = &function.blocks[block];
        let edges = block.terminator.edges();
        let next = edges.map(|edge| edge.block).chain(block.handler);
        pending.extend(next.filter(|it| found.insert(*it)).collect::<Vec<_>>());
    }
    found
}

/// What only a call knows (`this`, parameters and so on) and the rest of the function uses is read before
/// the call ends.
fn share_environment(function: &mut Function, before: BlockId, inner: &BTreeSet<BlockId>) {
    let mut known: BTreeMap<(u8, u32), ValueId> = BTreeMap::new();
    let mut names: HashMap<ValueId, ValueId> = HashMap::new();
    let mut read = Vec::new();
    for &block in inner {
        let mut instructions = std::mem::take(&mut function.blocks[block].instructions);
        instructions.retain(|instruction| {
            let key = match instruction.op {
                Op::This => (0, 0),
                Op::Callee => (1, 0),
                Op::Captured => (2, 0),
                Op::Parameter(index) => (3, index),
                _ => return true,
            };
            let shared = *known.entry(key).or_insert_with(|| {
                let result = function.add_value();
                read.push(Instruction {
                    result: Some(result),
                    ..instruction.clone()
                });
                result
            });
            if let Some(result) = instruction.result {
                names.insert(result, shared);
            }
            false
        });
        function.blocks[block].instructions = instructions;
    }
    function.blocks[before].instructions.extend(read);
    for (_, block) in function.blocks.iter_mut() {
        for value in operands_mut(block) {
            *value = names.get(value).copied().unwrap_or(*value);
        }
    }
}

fn is_used(function: &mut Function, value: ValueId) -> bool {
    let mut blocks = function.blocks.iter_mut();
    blocks.any(|(_, block)| operands_mut(block).iter().any(|it| **it == value))
}

fn operands_mut(block: &mut Block) -> Vec<&mut ValueId> {
    let instructions = block.instructions.iter_mut();
    let mut all: Vec<&mut ValueId> = instructions.flat_map(|it| it.op.operands_mut()).collect();
    match &mut block.terminator {
        Terminator::Jump(edge) => all.extend(&mut edge.arguments),
        Terminator::Branch(value, yes, no) => {
            all.push(value);
            all.extend(yes.arguments.iter_mut().chain(&mut no.arguments));
        }
        Terminator::Return(value) | Terminator::Throw(value) => all.push(value),
        Terminator::Fault(_) | Terminator::Unreachable => {}
    }
    all
}

/// Makes constants anew in each block that uses them: they need no field.
fn repeat_constants(function: &mut Function) {
    let mut constants: HashMap<ValueId, (BlockId, Instruction)> = HashMap::new();
    for (id, block) in function.blocks.iter() {
        for instruction in &block.instructions {
            if let (Op::Constant(_), Some(result)) = (&instruction.op, instruction.result) {
                constants.insert(result, (id, instruction.clone()));
            }
        }
    }
    for id in function.blocks.ids().collect::<Vec<_>>() {
        let mut here: BTreeMap<ValueId, ValueId> = BTreeMap::new();
        let mut made = Vec::new();
        let mut block = function.blocks[id].clone();
        for value in operands_mut(&mut block) {
            let elsewhere = constants.get(value).filter(|(home, _)| *home != id);
            let Some((_, constant)) = elsewhere else {
                continue;
            };
            *value = *here.entry(*value).or_insert_with(|| {
                let result = function.add_value();
                made.push(Instruction {
                    result: Some(result),
                    ..constant.clone()
                });
                result
            });
        }
        // What a handler caught comes first.
        let caught = (block.instructions.first()).is_some_and(|it| matches!(it.op, Op::Caught(_)));
        let at = usize::from(caught);
        block.instructions.splice(at..at, made);
        function.blocks[id] = block;
    }
}

fn add(function: &mut Function, block: BlockId, op: Op, position: Position) -> ValueId {
    let result = function.add_value();
    function.blocks[block].instructions.push(Instruction {
        result: Some(result),
        op,
        position,
    });
    result
}

/// Notes where the call waits, and returns.
fn wait(function: &mut Function, point: &Point, number: f64) {
    let (block, position) = (point.before, point.position);
    let this = add(function, block, Op::This, position);
    let number = add(
        function,
        block,
        Op::Constant(Constant::Number(number)),
        position,
    );
    function.blocks[block].instructions.push(Instruction {
        result: None,
        op: Op::SetField(this, POINT, number),
        position,
    });
    function.blocks[block].position = position;
}

/// Where in the source a call waits, by the code that resumes it and the number of the point.
pub fn waits_at(code: &Function, number: f64) -> Option<u32> {
    let instructions = || code.blocks.iter().flat_map(|(_, it)| &it.instructions);
    let constants: HashMap<ValueId, f64> = instructions()
        .filter_map(|it| match it.op {
            Op::Constant(Constant::Number(number)) => Some((it.result?, number)),
            _ => None,
        })
        .collect();
    let found = instructions().find(|it| match it.op {
        Op::SetField(_, POINT, value) => constants.get(&value) == Some(&number),
        _ => false,
    });
    found.map(|it| it.position.offset)
}

/// The entry: goes on where the call waits.
fn dispatch(function: &mut Function, body: BlockId, points: &[Point], numbers: &[f64]) {
    let position = function.position;
    let entry = function.entry();
    let empty = Function::new("", position.file, position.offset, FunctionKind::Method);
    function.blocks[entry] = empty.blocks[empty.entry()].clone();
    let at = add(function, entry, Op::Parameter(AT), position);
    let mut block = entry;
    for (point, &number) in points.iter().zip(numbers) {
        let number = add(
            function,
            block,
            Op::Constant(Constant::Number(number)),
            position,
        );
        let here = Op::Binary(BinaryOperator::StrictEqual, at, number);
        let here = add(function, block, here, position);
        let next = function.add_block(position);
        function.blocks[block].terminator =
            Terminator::Branch(here, Edge::to(point.after), Edge::to(next));
        block = next;
    }
    function.blocks[block].terminator = Terminator::Jump(Edge::to(body));
}

/// Forgets the blocks that nothing leads to, and locals that nothing uses.
fn tidy(mut function: Function) -> Function {
    let order = finish::reverse_postorder(&function);
    finish::renumber(&mut function, &order);
    function
}
