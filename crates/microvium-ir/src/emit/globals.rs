//! Names of globals that aren't slots: where there is none, using it is a fault; where the global object
//! is a value like any other, they are its properties.

use crate::function::{BlockId, Function, ValueId};
use crate::instruction::{BinaryOperator, Constant, Edge, Instruction, Op, Terminator};
use crate::segment::{Access, GlobalAccess};
use crate::text::Text;
use microvium_format::ErrorCode;

/// Resolves them.
pub fn resolve(function: &mut Function, access: &dyn Access) {
    let mut pending: Vec<BlockId> = function.blocks.ids().collect();
    while let Some(block) = pending.pop() {
        let mut at = 0;
        while let Some(instruction) = function.blocks[block].instructions.get(at) {
            let access = match &instruction.op {
                Op::GetGlobal(name) | Op::SetGlobal(name, _) | Op::ProbeGlobal(name) => {
                    access.global(name)
                }
                _ => GlobalAccess::Lookup,
            };
            match access {
                GlobalAccess::Missing if matches!(instruction.op, Op::ProbeGlobal(_)) => {
                    function.blocks[block].instructions[at].op = Op::Constant(Constant::Undefined);
                }
                GlobalAccess::Missing => fail(function, block, at),
                GlobalAccess::Property { certain } => {
                    pending.extend(use_property(function, block, at, certain));
                }
                _ => {}
            }
            at += 1;
        }
    }
}

/// The block ends at an instruction, with a ReferenceError.
fn fail(function: &mut Function, block: BlockId, at: usize) {
    let block = &mut function.blocks[block];
    block.position = block.instructions[at].position;
    block.instructions.truncate(at);
    block.terminator = Terminator::Fault(ErrorCode::UninitializedGlobal);
}

/// Uses a property of the global object in the place of an instruction. If it has to be asked first
/// whether there is one, what follows moves to a block of its own, which is returned.
fn use_property(
    function: &mut Function,
    block: BlockId,
    at: usize,
    certain: bool,
) -> Option<BlockId> {
    let object = insert(function, block, at, Op::GlobalObject);
    let at = at + 1;
    let instruction = &mut function.blocks[block].instructions[at];
    let op = std::mem::replace(&mut instruction.op, Op::GlobalObject);
    let (name, op, probe) = match op {
        Op::SetGlobal(name, value) => {
            let op = Op::SetProperty(object, name.clone(), value);
            (name, op, false)
        }
        Op::GetGlobal(name) => (name.clone(), Op::GetProperty(object, name), false),
        Op::ProbeGlobal(name) => (name.clone(), Op::GetProperty(object, name), true),
        _ => unreachable!("only globals are resolved"),
    };
    instruction.op = op;
    (!certain && !probe).then(|| ask(function, block, at, object, name))
}

/// A ReferenceError before an instruction if the global object has no such property.
fn ask(function: &mut Function, block: BlockId, at: usize, object: ValueId, name: Text) -> BlockId {
    let key = insert(function, block, at, Op::Constant(Constant::String(name)));
    let there = Op::Binary(BinaryOperator::In, key, object);
    let there = insert(function, block, at + 1, there);
    let before = &mut function.blocks[block];
    let mut rest = before.instructions.split_off(at + 2);
    let (position, handler) = (rest[0].position, before.handler);
    let end = std::mem::replace(&mut before.position, position);
    let terminator = std::mem::replace(&mut before.terminator, Terminator::Unreachable);
    part_methods(function, block, &mut rest);
    let missing = function.add_block(position);
    function.blocks[missing].terminator = Terminator::Fault(ErrorCode::UninitializedGlobal);
    function.blocks[missing].handler = handler;
    let after = function.add_block(end);
    let it = &mut function.blocks[after];
    (it.instructions, it.terminator, it.handler) = (rest, terminator, handler);
    function.blocks[block].terminator =
        Terminator::Branch(there, Edge::to(after), Edge::to(missing));
    after
}

/// Methods that a block finds and what follows it calls. The callee and `this` of a call are found in its block,
/// so there remains of them that they are put together.
fn part_methods(function: &mut Function, block: BlockId, rest: &mut Vec<Instruction>) {
    let is_called = |instruction: &Instruction| {
        let called = |value| rest.iter().any(|it| it.op.operands().any(|it| it == value));
        instruction.result.is_some_and(called)
    };
    let mut methods = Vec::new();
    let mut at = 0;
    while let Some(instruction) = function.blocks[block].instructions.get(at) {
        let (get, object) = match &instruction.op {
            Op::GetMethod(object, key) => (Op::GetProperty(*object, key.clone()), *object),
            Op::GetMethodElement(object, key) => (Op::GetElement(*object, *key), *object),
            Op::Method(..) if is_called(instruction) => {
                methods.push(function.blocks[block].instructions.remove(at));
                continue;
            }
            _ => {
                at += 1;
                continue;
            }
        };
        if is_called(instruction) {
            let callee = function.add_value();
            let found = &mut function.blocks[block].instructions[at];
            let mut method = found.clone();
            (found.op, found.result) = (get, Some(callee));
            method.op = Op::Method(callee, object);
            methods.push(method);
        }
        at += 1;
    }
    rest.splice(0..0, methods);
}

/// Inserts an operation before the instruction at a place of a block.
fn insert(function: &mut Function, block: BlockId, at: usize, op: Op) -> ValueId {
    let value = function.add_value();
    let instructions = &mut function.blocks[block].instructions;
    let position = instructions[at].position;
    let instruction = Instruction {
        result: Some(value),
        op,
        position,
    };
    instructions.insert(at, instruction);
    value
}
