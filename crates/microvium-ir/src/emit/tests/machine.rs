//! Two little interpreters over integers, undefined and booleans: one of the IR, one of bytecode.
//!
//! Calls have an effect that can be seen, and some throw: a call of the number `n` appends it and its
//! arguments to a log, returns their sum, and throws the sum if that is a multiple of `THROWS`.

use crate::*;
use microvium_format::decode::Decoder;
use microvium_format::{Operation, Special};

/// Calls throw sums that are multiples of this.
pub const THROWS: i32 = 5;
/// Steps after which a run is given up, in both interpreters; the random programs end before.
const LIMIT: usize = 20_000;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    Undefined,
    Boolean(bool),
    Integer(i32),
    /// By its index; in a log always 0, since scopes may be made in another order.
    Scope(usize),
    /// What lies in a frame between a callee and its arguments.
    Junk,
}

/// What can be seen of a run.
#[derive(PartialEq, Eq, Debug)]
pub struct Outcome {
    pub result: Result<Value, Value>,
    pub log: Vec<Vec<Value>>,
    pub variables: Vec<Value>,
}

pub struct World {
    log: Vec<Vec<Value>>,
    variables: Vec<Value>,
    scopes: Vec<Vec<Value>>,
}

impl World {
    fn new() -> World {
        World {
            log: Vec::new(),
            variables: vec![Value::Integer(1); 4],
            scopes: Vec::new(),
        }
    }

    fn call(&mut self, callee: Value, arguments: &[Value]) -> Result<Value, Value> {
        let mut entry = vec![callee];
        entry.extend(arguments);
        let sum = entry
            .iter()
            .fold(0i32, |sum, v| sum.wrapping_add(number(*v)));
        // So that it matters when variables and scopes are read.
        for value in &mut entry {
            if let Value::Scope(scope) = value {
                self.scopes[*scope][0] = Value::Integer(sum);
                *scope = 0;
            }
        }
        self.variables[(sum & 3) as usize] = Value::Integer(sum);
        self.log.push(entry);
        if sum % THROWS == 0 {
            Err(Value::Integer(sum))
        } else {
            Ok(Value::Integer(sum))
        }
    }

    fn scope(&mut self, fields: Vec<Value>) -> Value {
        self.scopes.push(fields);
        Value::Scope(self.scopes.len() - 1)
    }

    fn field(&mut self, scope: Value, index: u32) -> &mut Value {
        match scope {
            Value::Scope(scope) => &mut self.scopes[scope][index as usize],
            other => panic!("{other:?} is no scope"),
        }
    }

    fn outcome(mut self, result: Result<Value, Value>) -> Outcome {
        let nameless = |value: Value| match value {
            Value::Scope(_) => Value::Scope(0),
            other => other,
        };
        let result = result.map(nameless).map_err(nameless);
        self.variables
            .iter_mut()
            .for_each(|value| *value = nameless(*value));
        Outcome {
            result,
            log: self.log,
            variables: self.variables,
        }
    }
}

fn number(value: Value) -> i32 {
    match value {
        Value::Integer(n) => n,
        Value::Boolean(b) => i32::from(b),
        Value::Undefined => 77,
        Value::Scope(_) => 99,
        Value::Junk => panic!("junk is used"),
    }
}

fn truthy(value: Value) -> bool {
    !matches!(value, Value::Undefined) && number(value) != 0
}

fn add(a: Value, b: Value) -> Value {
    Value::Integer(number(a).wrapping_add(number(b)))
}

fn subtract(a: Value, b: Value) -> Value {
    Value::Integer(number(a).wrapping_sub(number(b)))
}

fn less(a: Value, b: Value) -> Value {
    Value::Boolean(number(a) < number(b))
}

fn strict_equal(a: Value, b: Value) -> Value {
    Value::Boolean(a == b)
}

/// Runs a function's IR.
pub fn run_ir(function: &Function, parameters: &[i32]) -> Outcome {
    let mut world = World::new();
    let mut values = vec![Value::Junk; function.values.len()];
    let mut locals = vec![Value::Undefined; function.locals.len()];
    let mut block = function.entry();
    for _ in 0..LIMIT {
        let mut thrown = None;
        for instruction in &function.blocks[block].instructions {
            let v = |id: ValueId| values[id.index()];
            let result = match &instruction.op {
                Op::Constant(Constant::Number(n)) => Ok(Value::Integer(*n as i32)),
                Op::Constant(Constant::Undefined) => Ok(Value::Undefined),
                Op::Constant(Constant::Boolean(b)) => Ok(Value::Boolean(*b)),
                Op::Parameter(index) => Ok(Value::Integer(parameters[*index as usize])),
                Op::Binary(BinaryOperator::Add, a, b) => Ok(add(v(*a), v(*b))),
                Op::Binary(BinaryOperator::Subtract, a, b) => Ok(subtract(v(*a), v(*b))),
                Op::Binary(BinaryOperator::Less, a, b) => Ok(less(v(*a), v(*b))),
                Op::Binary(BinaryOperator::StrictEqual, a, b) => Ok(strict_equal(v(*a), v(*b))),
                Op::Binary(BinaryOperator::StrictNotEqual, a, b) => {
                    Ok(Value::Boolean(v(*a) != v(*b)))
                }
                Op::Unary(UnaryOperator::Not, a) => Ok(Value::Boolean(!truthy(v(*a)))),
                Op::Unary(UnaryOperator::Increment, a) => Ok(add(v(*a), Value::Integer(1))),
                Op::Check(a, _) | Op::Caught(a) => Ok(v(*a)),
                Op::Scope(fields) => {
                    let fields = fields.iter().map(|&field| v(field)).collect();
                    Ok(world.scope(fields))
                }
                Op::GetField(scope, index) => Ok(*world.field(v(*scope), *index)),
                Op::SetField(scope, index, a) => {
                    *world.field(v(*scope), *index) = v(*a);
                    continue;
                }
                Op::GetVariable(id) => Ok(world.variables[id.index()]),
                Op::GetLocal(id) => Ok(locals[id.index()]),
                Op::GetMethod(object, _) => world.call(v(*object), &[]).map(|_| v(*object)),
                Op::Call(callee, arguments) | Op::CallMethod(callee, arguments) => {
                    let arguments: Vec<Value> = arguments.iter().map(|&a| v(a)).collect();
                    world.call(v(*callee), &arguments)
                }
                Op::SetVariable(id, a) => {
                    world.variables[id.index()] = v(*a);
                    continue;
                }
                Op::SetLocal(id, a) => {
                    locals[id.index()] = v(*a);
                    continue;
                }
                other => panic!("{other:?} isn't made"),
            };
            match (result, instruction.result) {
                (Ok(result), Some(id)) => values[id.index()] = result,
                (Ok(_), None) => {}
                (Err(exception), _) => {
                    thrown = Some(exception);
                    break;
                }
            }
        }
        let v = |id: ValueId| values[id.index()];
        if thrown.is_none()
            && let Terminator::Throw(value) = function.blocks[block].terminator
        {
            thrown = Some(v(value));
        }
        if let Some(exception) = thrown {
            let Some(handler) = function.blocks[block].handler else {
                return world.outcome(Err(exception));
            };
            values[function.blocks[handler].parameters[0].index()] = exception;
            block = handler;
            continue;
        }
        let edge = match &function.blocks[block].terminator {
            Terminator::Return(value) => return world.outcome(Ok(v(*value))),
            Terminator::Jump(edge) => edge,
            Terminator::Branch(condition, yes, no) => {
                if truthy(v(*condition)) {
                    yes
                } else {
                    no
                }
            }
            other => panic!("{other:?} isn't made"),
        };
        let arguments: Vec<Value> = edge.arguments.iter().map(|&a| v(a)).collect();
        for (parameter, argument) in function.blocks[edge.block].parameters.iter().zip(arguments) {
            values[parameter.index()] = argument;
        }
        block = edge.block;
    }
    panic!("the IR runs too long");
}

/// Runs a function's bytecode; an error if that isn't possible.
pub fn run_code(
    code: &Code,
    constants: &[SegmentConstant],
    parameters: &[i32],
) -> Result<Outcome, String> {
    let mut world = World::new();
    let limit = 1 + usize::from(code.head.frame) * microvium_format::code::FRAME_UNIT;
    let mut stack = vec![Value::Undefined];
    stack.extend(parameters.iter().map(|&n| Value::Integer(n)));
    let mut offset = 0;
    for _ in 0..LIMIT * 20 {
        if stack.len() > limit {
            return Err("the frame is too small".to_owned());
        }
        let at = Decoder::new(&code.instructions[offset..]).next();
        let Some(Ok(instruction)) = at else {
            return Err(format!("no instruction at {offset}"));
        };
        let start = offset;
        offset += instruction.end;
        let operand = instruction.operand as usize;
        let mut pop = || stack.pop().unwrap_or(Value::Junk);
        let mut thrown = None;
        match instruction.operation {
            Operation::Load => stack.push(stack[operand]),
            Operation::Store => {
                let value = pop();
                stack[operand] = value;
            }
            Operation::Enter => stack.extend((0..operand).map(|_| Value::Undefined)),
            Operation::Integer => stack.push(Value::Integer(instruction.operand)),
            Operation::IntegerNegative => stack.push(Value::Integer(-1 - instruction.operand)),
            Operation::Constant => match &constants[operand] {
                SegmentConstant::Number(n) => stack.push(Value::Integer(*n as i32)),
                other => panic!("{other:?} isn't made"),
            },
            Operation::Undefined => stack.push(Value::Undefined),
            Operation::True => stack.push(Value::Boolean(true)),
            Operation::False => stack.push(Value::Boolean(false)),
            Operation::Pop => {
                pop();
            }
            Operation::Duplicate => {
                let value = pop();
                stack.extend([value, value]);
            }
            Operation::NewScope => {
                let fields = stack.split_off(stack.len() - operand);
                stack.push(world.scope(fields));
            }
            Operation::LoadField => {
                let scope = pop();
                stack.push(*world.field(scope, operand as u32));
            }
            Operation::StoreField => {
                let value = pop();
                let scope = pop();
                *world.field(scope, operand as u32) = value;
            }
            Operation::LoadVariable => stack.push(world.variables[operand]),
            Operation::StoreVariable => world.variables[operand] = pop(),
            Operation::Add | Operation::Subtract | Operation::Less | Operation::StrictEqual => {
                let b = pop();
                let a = pop();
                stack.push(match instruction.operation {
                    Operation::Add => add(a, b),
                    Operation::Subtract => subtract(a, b),
                    Operation::Less => less(a, b),
                    _ => strict_equal(a, b),
                });
            }
            Operation::Not => {
                let value = pop();
                stack.push(Value::Boolean(!truthy(value)));
            }
            Operation::Increment => {
                let value = pop();
                stack.push(add(value, Value::Integer(1)));
            }
            Operation::Frame => stack.extend([Value::Junk, Value::Junk, Value::Undefined]),
            Operation::Method => {
                let object = pop();
                match world.call(object, &[]) {
                    Ok(_) => stack.extend([object, Value::Junk, Value::Junk, object]),
                    Err(exception) => thrown = Some(exception),
                }
            }
            Operation::Call => {
                let arguments = stack.split_off(stack.len() - operand);
                let callee = stack.split_off(stack.len() - 4)[0];
                match world.call(callee, &arguments) {
                    Ok(result) => stack.push(result),
                    Err(exception) => thrown = Some(exception),
                }
            }
            Operation::Return => {
                let value = pop();
                return Ok(world.outcome(Ok(value)));
            }
            Operation::ReturnUndefined => return Ok(world.outcome(Ok(Value::Undefined))),
            Operation::Throw => thrown = Some(pop()),
            Operation::Special => match instruction.special {
                Some(Special::Check | Special::Caught) => {}
                other => panic!("{other:?} isn't made"),
            },
            Operation::Jump | Operation::JumpFar => {
                offset = offset.wrapping_add_signed(instruction.operand as isize);
            }
            Operation::JumpIfTrue | Operation::JumpIfTrueFar => {
                if truthy(pop()) {
                    offset = offset.wrapping_add_signed(instruction.operand as isize);
                }
            }
            Operation::JumpIfFalse | Operation::JumpIfFalseFar => {
                if !truthy(pop()) {
                    offset = offset.wrapping_add_signed(instruction.operand as isize);
                }
            }
            other => panic!("{other:?} isn't made"),
        }
        if let Some(exception) = thrown {
            let covers =
                |start: u16, end: u16, at: usize| (start as usize..end as usize).contains(&at);
            let Some(handler) = code.handlers.iter().find(|h| covers(h.start, h.end, start)) else {
                return Ok(world.outcome(Err(exception)));
            };
            assert!(
                stack.len() >= handler.depth as usize,
                "the frame is cut above its top"
            );
            stack.truncate(handler.depth as usize);
            stack.push(exception);
            offset = handler.target as usize;
        }
    }
    Err("runs too long".to_owned())
}
