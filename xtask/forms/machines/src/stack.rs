//! The stack form: the engine's own bytecode.

use crate::vm::*;
use microvium_format::{Operation, Special};

/// The group of an operation: the high nibble of its code.
const fn group(operation: Operation) -> u8 {
    operation as u8 >> 4
}

const EXTEND: u8 = group(Operation::Extend);
const LOAD: u8 = group(Operation::Load);
const STORE: u8 = group(Operation::Store);
const INTEGER: u8 = group(Operation::Integer);
const CONSTANT: u8 = group(Operation::Constant);
const LOAD_VARIABLE: u8 = group(Operation::LoadVariable);
const STORE_VARIABLE: u8 = group(Operation::StoreVariable);
const LOAD_CAPTURED: u8 = group(Operation::LoadCaptured);
const LOAD_FIELD: u8 = group(Operation::LoadField);
const GET: u8 = group(Operation::Get);
const SET: u8 = group(Operation::Set);
const METHOD: u8 = group(Operation::Method);
const CALL: u8 = group(Operation::Call);
const ARITHMETIC: u8 = group(Operation::Add);
const PLAIN: u8 = group(Operation::Undefined);

const LESS: u8 = Operation::Less as u8 & 15;
const STRICT_EQUAL: u8 = Operation::StrictEqual as u8 & 15;

/// Interprets until the frame that the host entered returns: its result.
pub fn interpret<W: World>(vm: &mut Vm<W>) -> Outcome<u32> {
    macro_rules! push_boolean {
        ($condition:expr) => {{
            // A branch behind a comparison is taken at once.
            let condition: bool = $condition;
            let next = vm.ahead(0);
            if next == Operation::JumpIfFalse as u8 || next == Operation::JumpIfTrue as u8 {
                let distance = vm.ahead(1) as i8;
                vm.jump(2);
                if condition == (next == Operation::JumpIfTrue as u8) {
                    vm.jump(distance.into());
                }
            } else {
                vm.push(if condition { TRUE } else { FALSE });
            }
        }};
    }
    let mut extension = 0usize;
    loop {
        let byte = vm.fetch();
        W::dispatched(vm);
        let low = byte & 15;
        let operand = extension | usize::from(low);
        match byte >> 4 {
            EXTEND => {
                extension = operand << 4;
                continue;
            }
            LOAD => vm.push(vm.slot(operand)),
            STORE => {
                let value = vm.pop();
                vm.set_slot(operand, value);
            }
            INTEGER => {
                let value = W::integer(vm, operand as i32)?;
                vm.push(value);
            }
            CONSTANT => {
                let value = W::constant(vm, operand);
                vm.push(value);
            }
            LOAD_VARIABLE => {
                let value = W::variable(vm, operand);
                vm.push(value);
            }
            STORE_VARIABLE => {
                let value = vm.pop();
                W::set_variable(vm, operand, value);
            }
            LOAD_CAPTURED => {
                let scope = W::scope(vm, vm.callee());
                let value = W::field(vm, scope, operand)?;
                vm.push(value);
            }
            LOAD_FIELD => {
                let value = W::field(vm, vm.top(0), operand)?;
                vm.set_top(0, value);
            }
            GET => {
                let key = W::constant(vm, operand);
                let value = W::get(vm, vm.top(0), key)?;
                vm.set_top(0, value);
            }
            SET => {
                let key = W::constant(vm, operand);
                W::set(vm, vm.top(1), key, vm.top(0))?;
                vm.drop(2);
            }
            METHOD => {
                let key = W::constant(vm, operand);
                let callee = W::get(vm, vm.top(0), key)?;
                let object = vm.top(0);
                vm.set_top(0, callee);
                vm.push(UNDEFINED);
                vm.push(UNDEFINED);
                vm.push(object);
            }
            CALL => {
                if let Some(result) = vm.enter(operand, 0)? {
                    vm.push(result);
                }
            }
            ARITHMETIC => {
                let (a, b) = (vm.top(1), vm.top(0));
                if low < LESS {
                    let inline = if both_integers(a, b) {
                        integer_operation(low, integer_of(a), integer_of(b)).and_then(try_inline)
                    } else {
                        None
                    };
                    let result = match inline {
                        Some(value) => value,
                        None => W::arithmetic(vm, low, a, b)?,
                    };
                    vm.drop(1);
                    vm.set_top(0, result);
                } else {
                    let condition = if low == STRICT_EQUAL {
                        W::strict_equal(vm, a, b)
                    } else if both_integers(a, b) {
                        holds(low, integer_of(a).cmp(&integer_of(b)))
                    } else {
                        W::compare(vm, low, a, b)?
                    };
                    vm.drop(2);
                    push_boolean!(condition);
                }
            }
            PLAIN => match Operation::from_code(byte) {
                Some(Operation::Undefined) => vm.push(UNDEFINED),
                Some(Operation::Null) => vm.push(NULL),
                Some(Operation::False) => vm.push(FALSE),
                Some(Operation::True) => vm.push(TRUE),
                Some(Operation::Pop) => vm.drop(1),
                Some(Operation::Duplicate) => vm.push(vm.top(0)),
                Some(Operation::Not) => {
                    let value = vm.pop();
                    push_boolean!(!W::is_truthy(vm, value));
                }
                Some(Operation::Negate) => {
                    let minus_one = W::integer(vm, -1)?;
                    let result =
                        W::arithmetic(vm, Operation::Multiply as u8 & 15, vm.top(0), minus_one)?;
                    vm.set_top(0, result);
                }
                Some(Operation::Frame) => {
                    vm.push(UNDEFINED);
                    vm.push(UNDEFINED);
                    vm.push(UNDEFINED);
                }
                Some(Operation::Return | Operation::ReturnUndefined) => {
                    let result = if byte == Operation::Return as u8 {
                        vm.pop()
                    } else {
                        UNDEFINED
                    };
                    let (result, to_host) = vm.leave(result);
                    if to_host {
                        return Ok(result);
                    }
                    vm.push(result);
                }
                Some(Operation::GetElement) => {
                    let value = W::get_element(vm, vm.top(1), vm.top(0))?;
                    vm.drop(1);
                    vm.set_top(0, value);
                }
                Some(Operation::SetElement) => {
                    W::set_element(vm, vm.top(2), vm.top(1), vm.top(0))?;
                    vm.drop(3);
                }
                Some(Operation::Increment) => {
                    let value = vm.top(0);
                    let one = (1 << 1) | 1;
                    let sum = if both_integers(value, value) {
                        integer_of(value).checked_add(1).and_then(try_inline)
                    } else {
                        None
                    };
                    let result = match sum {
                        Some(sum) => sum,
                        None => W::arithmetic(vm, Operation::Add as u8 & 15, value, one)?,
                    };
                    vm.set_top(0, result);
                }
                Some(Operation::LooseEqual) => {
                    let condition = W::loose_equal(vm, vm.top(1), vm.top(0))?;
                    vm.drop(2);
                    push_boolean!(condition);
                }
                _ => return Err(Fault),
            },
            _ => {
                let argument = vm.fetch();
                let operand = extension << 4 | usize::from(argument);
                match Operation::from_code(byte) {
                    Some(Operation::Jump) => vm.jump((argument as i8).into()),
                    Some(operation @ (Operation::JumpIfTrue | Operation::JumpIfFalse)) => {
                        let value = vm.pop();
                        if W::is_truthy(vm, value) == (operation == Operation::JumpIfTrue) {
                            vm.jump((argument as i8).into());
                        }
                    }
                    Some(
                        operation @ (Operation::JumpFar
                        | Operation::JumpIfTrueFar
                        | Operation::JumpIfFalseFar),
                    ) => {
                        let distance = i16::from_le_bytes([argument, vm.fetch()]);
                        let taken = operation == Operation::JumpFar || {
                            let value = vm.pop();
                            W::is_truthy(vm, value) == (operation == Operation::JumpIfTrueFar)
                        };
                        if taken {
                            vm.jump(distance);
                        }
                    }
                    Some(Operation::New) => {
                        W::make_instance(vm, operand)?;
                        if let Some(result) = vm.enter(operand, CONSTRUCT)? {
                            vm.push(result);
                        }
                    }
                    Some(Operation::NewArray) => {
                        let array = W::new_array(vm, operand)?;
                        vm.push(array);
                    }
                    Some(Operation::NewObject) => {
                        let object = W::new_object(vm, operand)?;
                        vm.push(object);
                    }
                    Some(Operation::NewClosure) => {
                        let closure = W::new_closure(vm, operand, vm.top(0))?;
                        vm.set_top(0, closure);
                    }
                    Some(Operation::NewScope) => {
                        let scope = W::new_scope(vm, operand)?;
                        vm.push(scope);
                    }
                    Some(operation @ (Operation::StoreField | Operation::StoreCaptured)) => {
                        let value = vm.pop();
                        let scope = if operation == Operation::StoreField {
                            vm.pop()
                        } else {
                            W::scope(vm, vm.callee())
                        };
                        W::set_field(vm, scope, operand, value)?;
                    }
                    Some(Operation::Enter) => {
                        for _ in 0..operand {
                            vm.push(UNDEFINED);
                        }
                    }
                    Some(Operation::IntegerNegative) => {
                        let value = W::integer(vm, !(operand as i32))?;
                        vm.push(value);
                    }
                    _ => match Special::from_code(argument) {
                        Some(Special::Captured) => {
                            let scope = W::scope(vm, vm.callee());
                            vm.push(scope);
                        }
                        Some(Special::Callee) => vm.push(vm.callee()),
                        Some(Special::Empty) => vm.push(EMPTY),
                        Some(Special::Check) => {
                            if vm.top(0) == EMPTY {
                                return Err(Fault);
                            }
                        }
                        Some(Special::IsNullish) => {
                            let value = vm.pop();
                            push_boolean!(value == UNDEFINED || value == NULL);
                        }
                        _ => W::special(vm, argument)?,
                    },
                }
            }
        }
        extension = 0;
    }
}
