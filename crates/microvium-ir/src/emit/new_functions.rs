//! What new function objects get from the library, where something may ask for it: a name and a length, a
//! `prototype`, and what async and bound functions inherit from.

use super::prepare;
use crate::function::{Function, FunctionKind, ValueId};
use crate::instruction::{Constant, Instruction, Op};
use crate::program::{FunctionId, Position, Program};
use crate::segment::{Access, Naming};
use crate::text::Text;
use microvium_format::attribute::READONLY;

/// The library's function that gives a function object its length and name.
pub const NAME: &str = "nameFunction";
/// The one that gives it a `prototype`.
pub const PROTOTYPE: &str = "makePrototype";
/// The one that has it inherit as async functions do.
pub const ASYNC: &str = "asyncFunction";
/// The one that has a bound function inherit as its target does.
pub const BOUND: &str = "inheritBound";

/// Calls such functions behind the instructions that make function objects.
pub fn complete(function: &mut Function, program: &Program, access: &dyn Access) {
    let mut aliases = vec![None; function.values.len()];
    for block in function.blocks.ids() {
        let old = std::mem::take(&mut function.blocks[block].instructions);
        let mut new = Vec::with_capacity(old.len());
        for mut instruction in old {
            let position = instruction.position;
            match &instruction.op {
                Op::Closure(code, _) => {
                    let calls = calls(*code, program, access);
                    let result = instruction.result;
                    if !calls.is_empty() {
                        instruction.result = Some(function.add_value());
                    }
                    let mut made = instruction.result.into_iter().collect();
                    new.push(instruction);
                    // What the last one returns is the function object under the name that it has.
                    let last = calls.len();
                    for (number, (helper, constants)) in (1..).zip(calls) {
                        let next = match (number == last, result) {
                            (true, Some(result)) => result,
                            _ => function.add_value(),
                        };
                        let mut arguments: Vec<ValueId> = made;
                        let constants = constants.into_iter().map(Op::Constant);
                        arguments
                            .extend(constants.map(|it| push(function, &mut new, it, position)));
                        let helper = push(
                            function,
                            &mut new,
                            Op::GetGlobal(Text::helper(helper)),
                            position,
                        );
                        let op = Op::Call(helper, arguments);
                        new.push(Instruction {
                            result: Some(next),
                            op,
                            position,
                        });
                        made = vec![next];
                    }
                }
                &Op::SetName {
                    code,
                    function: object,
                    key,
                    helper,
                } => {
                    let needs = access.closure(code);
                    let is_bound = program.functions[code].kind == FunctionKind::Bound;
                    let helpers = [
                        (needs.name != Naming::Nothing).then_some(helper),
                        (needs.parent && is_bound).then_some(BOUND),
                    ];
                    // What the first one returns is the key.
                    let mut key_value = key;
                    for helper in helpers.into_iter().flatten() {
                        let arguments = vec![object, key_value];
                        let helper = Op::GetGlobal(Text::helper(helper));
                        let helper = push(function, &mut new, helper, position);
                        let call = Op::Call(helper, arguments);
                        key_value = push(function, &mut new, call, position);
                    }
                    if let Some(result) = instruction.result {
                        aliases[result.index()] = Some(key_value);
                    }
                }
                _ => new.push(instruction),
            }
        }
        function.blocks[block].instructions = new;
    }
    aliases.resize(function.values.len(), None);
    prepare::substitute(function, &aliases);
}

/// The functions that are called with a new function object, and what they get besides.
fn calls(
    code: FunctionId,
    program: &Program,
    access: &dyn Access,
) -> Vec<(&'static str, Vec<Constant>)> {
    let needs = access.closure(code);
    let function = &program.functions[code];
    let mut calls = Vec::new();
    if needs.name == Naming::All {
        let name = Constant::String(function.name.as_str().into());
        let length = Constant::Number(function.length.into());
        calls.push((NAME, vec![length, name]));
    }
    if needs.prototype {
        let attributes = match function.kind {
            FunctionKind::Class => READONLY,
            _ => 0,
        };
        calls.push((PROTOTYPE, vec![Constant::Number(attributes.into())]));
    }
    if needs.parent && function.kind == FunctionKind::Async {
        calls.push((ASYNC, Vec::new()));
    }
    calls
}

/// Adds an instruction; gives its result.
fn push(
    function: &mut Function,
    instructions: &mut Vec<Instruction>,
    op: Op,
    position: Position,
) -> ValueId {
    let value = function.add_value();
    let result = Some(value);
    instructions.push(Instruction {
        result,
        op,
        position,
    });
    value
}
