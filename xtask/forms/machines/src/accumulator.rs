//! The accumulator form: results go to one register; the slots of the frame are operands by number.
//!
//! Nibble groups as in the stack form. What lies below the accumulator's value in an expression, and the
//! arguments of calls but the last, are pushed above the locals, so that neither needs a number: an
//! argument that is a slot takes one byte. The last operand of an operation is in the accumulator.

use crate::operand::Operand;
use crate::vm::*;
use microvium_format::Special;

macro_rules! operations {
    ($( $name:ident = $code:literal, $text:literal; )*) => {
        /// An operation's first byte (with a nibble operand: the low nibble is 0). `acc` is the accumulator.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        #[repr(u8)]
        pub enum Code { $( #[doc = $text] $name = $code, )* }
        impl Code {
            /// The operation with this code.
            #[inline(always)]
            pub const fn from_code(code: u8) -> Option<Code> {
                match code { $( $code => Some(Code::$name), )* _ => None }
            }
        }
    };
}

operations! {
    Extend = 0x00, "Four higher bits of the next operation's operand.";
    Load = 0x10, "acc = slot.";
    Store = 0x20, "slot = acc.";
    Integer = 0x30, "acc = the operand.";
    Constant = 0x40, "acc = constant.";
    LoadVariable = 0x50, "acc = variable.";

    Push = 0x60, "Push acc.";
    Pop = 0x61, "acc = the top, which goes.";
    Undefined = 0x62, "acc = undefined.";
    Set = 0x63, "popped.key = acc; the key is the byte behind.";
    False = 0x64, "acc = false.";
    True = 0x65, "acc = true.";
    Not = 0x66, "acc = !acc.";
    Negate = 0x67, "acc = -acc.";
    Frame = 0x68, "Push acc as a callee, two words for the record, and undefined as `this`.";
    Return = 0x69, "Return acc.";
    ReturnUndefined = 0x6A, "Return undefined.";
    GetElement = 0x6B, "`acc = popped[acc]`.";
    SetElement = 0x6C, "Object and key popped; `object[key] = acc`.";
    Increment = 0x6D, "acc = acc + 1 as a number.";
    LooseEqual = 0x6E, "acc = popped == acc.";
    Throw = 0x6F, "Throw acc.";

    LoadCaptured = 0x70, "acc = a field of the callee's scope.";
    PushSlot = 0x80, "Push a slot; acc stays.";
    Get = 0x90, "acc = acc.key.";
    PushInteger = 0xA0, "Push the operand as a number; acc stays.";
    Method = 0xB0, "Push acc.key as a callee, two words for the record, and acc as `this`.";
    Call = 0xC0, "acc = the result; the last argument is acc.";
    Binary = 0xD0, "acc = acc op operand, which the byte behind says.";

    Popped = 0xE0, "acc = popped op acc, for the first eight of the arithmetic operations.";
    StoreVariable = 0xE8, "variable = acc.";
    LoadField = 0xE9, "acc = a field of the scope acc.";
    GetSlot = 0xEA, "acc = slot.key; a nibble each.";
    SetSlot = 0xEB, "slot.key = acc; a nibble each.";
    MethodSlot = 0xEC, "Method on a slot; a nibble each.";
    SetElementSlots = 0xED, "`slot[slot] = acc`; a nibble each.";
    GetElementOperand = 0xEE, "`acc = acc[operand]`, which the byte behind says.";
    GetElementSlot = 0xEF, "`acc = slot[acc]`.";

    Jump = 0xF0, "Continue elsewhere.";
    JumpIfTrue = 0xF1, "Continue elsewhere if acc is truthy; it stays.";
    JumpIfFalse = 0xF2, "Continue elsewhere if acc is falsy; it stays.";
    JumpFar = 0xF3, "Jump with a longer distance.";
    JumpIfTrueFar = 0xF4, "JumpIfTrue with a longer distance.";
    JumpIfFalseFar = 0xF5, "JumpIfFalse with a longer distance.";
    New = 0xF6, "Construct; the last argument is acc.";
    NewArray = 0xF7, "acc = an array; the last element is acc.";
    NewObject = 0xF8, "acc = an object with the keys of a shape; the values are pushed.";
    NewClosure = 0xF9, "acc = a function object over the scope acc.";
    NewScope = 0xFA, "acc = a scope; the last field is acc.";
    StoreField = 0xFB, "Pop a scope; its field = acc.";
    StoreCaptured = 0xFC, "A field of the callee's scope = acc.";
    Enter = 0xFD, "Push undefined n times: the locals.";
    IntegerNegative = 0xFE, "acc = -1 minus the operand.";
    Special = 0xFF, "One of the rarer operations, the last operand and the result in acc.";
}

/// `null` isn't frequent: it is a `Special` that the stack form doesn't have.
pub const NULL_CODE: u8 = 0x80;
/// Nor is acc = the top, which stays.
pub const TOP_CODE: u8 = 0x81;

/// The operations of `Popped`.
pub const POPPED: u8 = 8;

const fn group(code: Code) -> u8 {
    code as u8 >> 4
}

const EXTEND: u8 = group(Code::Extend);
const LOAD: u8 = group(Code::Load);
const STORE: u8 = group(Code::Store);
const INTEGER: u8 = group(Code::Integer);
const CONSTANT: u8 = group(Code::Constant);
const LOAD_VARIABLE: u8 = group(Code::LoadVariable);
const PLAIN: u8 = group(Code::Push);
const LOAD_CAPTURED: u8 = group(Code::LoadCaptured);
const PUSH_SLOT: u8 = group(Code::PushSlot);
const GET: u8 = group(Code::Get);
const PUSH_INTEGER: u8 = group(Code::PushInteger);
const METHOD: u8 = group(Code::Method);
const CALL: u8 = group(Code::Call);
const BINARY: u8 = group(Code::Binary);
const LAST: u8 = group(Code::Jump);

const LESS: u8 = microvium_format::Operation::Less as u8 & 15;
const STRICT_EQUAL: u8 = microvium_format::Operation::StrictEqual as u8 & 15;
const ADD: u8 = microvium_format::Operation::Add as u8 & 15;
const MULTIPLY: u8 = microvium_format::Operation::Multiply as u8 & 15;

/// Interprets until the frame that the host entered returns: its result.
pub fn interpret<W: World>(vm: &mut Vm<W>) -> Outcome<u32> {
    macro_rules! set_boolean {
        ($condition:expr) => {{
            // A branch behind a comparison is taken at once.
            let condition: bool = $condition;
            let next = vm.ahead(0);
            if next == Code::JumpIfFalse as u8 || next == Code::JumpIfTrue as u8 {
                let distance = vm.ahead(1) as i8;
                vm.jump(2);
                if condition == (next == Code::JumpIfTrue as u8) {
                    vm.jump(distance.into());
                }
            } else {
                vm.accumulator = if condition { TRUE } else { FALSE };
            }
        }};
    }
    // acc = $a op $b.
    macro_rules! binary {
        ($operation:expr, $operand:expr) => {{
            let operation: u8 = $operation;
            let (a, b) = operands(vm, $operand)?;
            if operation < LESS {
                let inline = if both_integers(a, b) {
                    integer_operation(operation, integer_of(a), integer_of(b)).and_then(try_inline)
                } else {
                    None
                };
                vm.accumulator = match inline {
                    Some(value) => value,
                    None => W::arithmetic(vm, operation, a, b)?,
                };
            } else {
                let condition = if operation == STRICT_EQUAL {
                    W::strict_equal(vm, a, b)
                } else if both_integers(a, b) {
                    holds(operation, integer_of(a).cmp(&integer_of(b)))
                } else {
                    W::compare(vm, operation, a, b)?
                };
                set_boolean!(condition);
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
            LOAD => vm.accumulator = vm.slot(operand),
            STORE => vm.set_slot(operand, vm.accumulator),
            INTEGER => vm.accumulator = W::integer(vm, operand as i32)?,
            CONSTANT => vm.accumulator = W::constant(vm, operand),
            LOAD_VARIABLE => vm.accumulator = W::variable(vm, operand),
            LOAD_CAPTURED => {
                let scope = W::scope(vm, vm.callee());
                vm.accumulator = W::field(vm, scope, operand)?;
            }
            PUSH_SLOT => vm.push(vm.slot(operand)),
            GET => get(vm, vm.accumulator, operand)?,
            PUSH_INTEGER => {
                let value = W::integer(vm, operand as i32)?;
                vm.push(value);
            }
            METHOD => method(vm, vm.accumulator, operand)?,
            CALL => call(vm, operand, 0)?,
            PLAIN => match Code::from_code(byte) {
                Some(Code::Push) => vm.push(vm.accumulator),
                Some(Code::Pop) => vm.accumulator = vm.pop(),
                Some(Code::Undefined) => vm.accumulator = UNDEFINED,
                Some(Code::Set) => {
                    let key = extension << 4 | usize::from(vm.fetch());
                    let object = vm.pop();
                    set(vm, object, key)?;
                }
                Some(Code::False) => vm.accumulator = FALSE,
                Some(Code::True) => vm.accumulator = TRUE,
                Some(Code::Not) => set_boolean!(!W::is_truthy(vm, vm.accumulator)),
                Some(Code::Negate) => {
                    let minus_one = W::integer(vm, -1)?;
                    vm.accumulator = W::arithmetic(vm, MULTIPLY, vm.accumulator, minus_one)?;
                }
                Some(Code::Frame) => frame(vm, vm.accumulator, UNDEFINED),
                Some(Code::Return | Code::ReturnUndefined) => {
                    let result = if byte == Code::Return as u8 {
                        vm.accumulator
                    } else {
                        UNDEFINED
                    };
                    let (result, to_host) = vm.leave(result);
                    if to_host {
                        return Ok(result);
                    }
                    vm.accumulator = result;
                }
                Some(Code::GetElement) => {
                    let object = vm.pop();
                    vm.accumulator = W::get_element(vm, object, vm.accumulator)?;
                }
                Some(Code::SetElement) => {
                    W::set_element(vm, vm.top(1), vm.top(0), vm.accumulator)?;
                    vm.drop(2);
                }
                Some(Code::Increment) => {
                    let value = vm.accumulator;
                    let one = (1 << 1) | 1;
                    let sum = if both_integers(value, value) {
                        integer_of(value).checked_add(1).and_then(try_inline)
                    } else {
                        None
                    };
                    vm.accumulator = match sum {
                        Some(sum) => sum,
                        None => W::arithmetic(vm, ADD, value, one)?,
                    };
                }
                Some(Code::LooseEqual) => {
                    let a = vm.pop();
                    set_boolean!(W::loose_equal(vm, a, vm.accumulator)?);
                }
                _ => return Err(Fault),
            },
            LAST => {
                let argument = vm.fetch();
                let operand = extension << 4 | usize::from(argument);
                match Code::from_code(byte) {
                    Some(Code::Jump) => vm.jump((argument as i8).into()),
                    Some(code @ (Code::JumpIfTrue | Code::JumpIfFalse)) => {
                        if W::is_truthy(vm, vm.accumulator) == (code == Code::JumpIfTrue) {
                            vm.jump((argument as i8).into());
                        }
                    }
                    Some(code @ (Code::JumpFar | Code::JumpIfTrueFar | Code::JumpIfFalseFar)) => {
                        let distance = i16::from_le_bytes([argument, vm.fetch()]);
                        let taken = code == Code::JumpFar
                            || W::is_truthy(vm, vm.accumulator) == (code == Code::JumpIfTrueFar);
                        if taken {
                            vm.jump(distance);
                        }
                    }
                    Some(Code::New) => {
                        push_last(vm, operand);
                        W::make_instance(vm, operand)?;
                        enter(vm, operand, CONSTRUCT)?;
                    }
                    Some(Code::NewArray) => {
                        push_last(vm, operand);
                        vm.accumulator = W::new_array(vm, operand)?;
                    }
                    Some(Code::NewObject) => vm.accumulator = W::new_object(vm, operand)?,
                    Some(Code::NewClosure) => {
                        vm.accumulator = W::new_closure(vm, operand, vm.accumulator)?;
                    }
                    Some(Code::NewScope) => {
                        push_last(vm, operand);
                        vm.accumulator = W::new_scope(vm, operand)?;
                    }
                    Some(code @ (Code::StoreField | Code::StoreCaptured)) => {
                        let scope = if code == Code::StoreField {
                            vm.pop()
                        } else {
                            W::scope(vm, vm.callee())
                        };
                        W::set_field(vm, scope, operand, vm.accumulator)?;
                    }
                    Some(Code::Enter) => {
                        for _ in 0..operand {
                            vm.push(UNDEFINED);
                        }
                    }
                    Some(Code::IntegerNegative) => {
                        vm.accumulator = W::integer(vm, !(operand as i32))?;
                    }
                    _ => match Special::from_code(argument) {
                        Some(Special::Captured) => vm.accumulator = W::scope(vm, vm.callee()),
                        Some(Special::Callee) => vm.accumulator = vm.callee(),
                        Some(Special::Empty) => vm.accumulator = EMPTY,
                        Some(Special::Check) => {
                            if vm.accumulator == EMPTY {
                                return Err(Fault);
                            }
                        }
                        Some(Special::IsNullish) => {
                            let value = vm.accumulator;
                            set_boolean!(value == UNDEFINED || value == NULL);
                        }
                        None if argument == NULL_CODE => vm.accumulator = NULL,
                        None if argument == TOP_CODE => vm.accumulator = vm.top(0),
                        _ => {
                            vm.push(vm.accumulator);
                            W::special(vm, argument)?;
                            if argument != Special::MethodElement as u8 {
                                vm.accumulator = vm.pop();
                            }
                        }
                    },
                }
            }
            // Binary, and the group of Popped and operations on slots.
            high => {
                if high != BINARY && low < POPPED {
                    binary!(low, Operand::Popped);
                } else {
                    let argument = vm.fetch();
                    if high == BINARY {
                        binary!(low, Operand::decode(argument, extension));
                    } else {
                        let wide = extension << 4 | usize::from(argument);
                        let (first, second) =
                            (usize::from(argument >> 4), usize::from(argument & 15));
                        match Code::from_code(byte) {
                            Some(Code::StoreVariable) => {
                                W::set_variable(vm, wide, vm.accumulator);
                            }
                            Some(Code::LoadField) => {
                                vm.accumulator = W::field(vm, vm.accumulator, wide)?;
                            }
                            Some(Code::GetSlot) => get(vm, vm.slot(first), second)?,
                            Some(Code::SetSlot) => set(vm, vm.slot(first), second)?,
                            Some(Code::MethodSlot) => method(vm, vm.slot(first), second)?,
                            Some(Code::SetElementSlots) => {
                                let (object, key) = (vm.slot(first), vm.slot(second));
                                W::set_element(vm, object, key, vm.accumulator)?;
                            }
                            Some(Code::GetElementOperand) => {
                                let operand = Operand::decode(argument, extension);
                                let (object, key) = operands(vm, operand)?;
                                vm.accumulator = W::get_element(vm, object, key)?;
                            }
                            _ => {
                                let object = vm.slot(wide);
                                vm.accumulator = W::get_element(vm, object, vm.accumulator)?;
                            }
                        }
                    }
                }
            }
        }
        extension = 0;
    }
}

/// Left and right operand of a binary operation.
#[inline(never)]
fn operands<W: World>(vm: &mut Vm<W>, operand: Operand) -> Outcome<(u32, u32)> {
    let right = match operand {
        Operand::Popped => {
            let left = vm.pop();
            return Ok((left, vm.accumulator));
        }
        Operand::Slot(index) => vm.slot(index.into()),
        Operand::Variable(index) => W::variable(vm, index.into()),
        Operand::Constant(index) => W::constant(vm, index.into()),
        Operand::Captured(index) => {
            let scope = W::scope(vm, vm.callee());
            W::field(vm, scope, index.into())?
        }
        Operand::Integer(n) => W::integer(vm, n as i32)?,
    };
    Ok((vm.accumulator, right))
}

fn get<W: World>(vm: &mut Vm<W>, object: u32, key: usize) -> Outcome<()> {
    let key = W::constant(vm, key);
    vm.accumulator = W::get(vm, object, key)?;
    Ok(())
}

fn set<W: World>(vm: &mut Vm<W>, object: u32, key: usize) -> Outcome<()> {
    let key = W::constant(vm, key);
    W::set(vm, object, key, vm.accumulator)
}

fn method<W: World>(vm: &mut Vm<W>, object: u32, key: usize) -> Outcome<()> {
    let key = W::constant(vm, key);
    let callee = W::get(vm, object, key)?;
    frame(vm, callee, object);
    Ok(())
}

fn frame<W: World>(vm: &mut Vm<W>, callee: u32, this: u32) {
    vm.push(callee);
    vm.push(UNDEFINED);
    vm.push(UNDEFINED);
    vm.push(this);
}

/// The last of some operands is in the accumulator.
fn push_last<W: World>(vm: &mut Vm<W>, count: usize) {
    if count > 0 {
        vm.push(vm.accumulator);
    }
}

fn call<W: World>(vm: &mut Vm<W>, count: usize, flags: u32) -> Outcome<()> {
    push_last(vm, count);
    enter(vm, count, flags)
}

fn enter<W: World>(vm: &mut Vm<W>, count: usize, flags: u32) -> Outcome<()> {
    if let Some(result) = vm.enter(count, flags)? {
        vm.accumulator = result;
    }
    Ok(())
}
