//! What is known before running: captured variables and globals, checks that can't fail, the type
//! tests that are a comparison of numbers.

use super::prepare;
use crate::function::{BlockId, Function, ValueId};
use crate::instruction::{BinaryOperator, Constant, Instruction, Op, Types, UnaryOperator};
use crate::program::FunctionId;
use crate::segment::{Access, GlobalAccess, Iteration, VariableAccess};
use microvium_format::ValueType;
use std::collections::{BTreeMap, BTreeSet};

/// Makes constants of reads whose answer is known.
pub fn resolve(
    id: FunctionId,
    function: &mut Function,
    access: &dyn Access,
    type_codes: &mut BTreeSet<ValueId>,
) {
    let objects = (function.blocks.iter())
        .flat_map(|(_, block)| &block.instructions)
        .filter(|it| matches!(it.op, Op::Unary(UnaryOperator::AsObject, _)))
        .filter_map(|it| it.result)
        .collect::<BTreeSet<_>>();
    for (_, block) in function.blocks.iter_mut() {
        // What nobody reads of the library's own needn't be written.
        (block.instructions).retain(|instruction| match &instruction.op {
            Op::SetProperty(_, key, _) => !key.is_private() || access.reads_private(key),
            _ => true,
        });
        for instruction in &mut block.instructions {
            let known = match &instruction.op {
                Op::GetVariable(id) => match access.variable(*id) {
                    VariableAccess::Known(constant) => Some(constant),
                    _ => None,
                },
                Op::GetGlobal(name) | Op::ProbeGlobal(name) => match access.global(name) {
                    GlobalAccess::Known(constant) => Some(constant),
                    _ => None,
                },
                Op::Unary(
                    UnaryOperator::Is(ValueType::Array)
                    | UnaryOperator::IsOneOf(Types::OBJECTS)
                    | UnaryOperator::IsNullish,
                    _,
                )
                | Op::Binary(
                    BinaryOperator::StrictEqual
                    | BinaryOperator::StrictNotEqual
                    | BinaryOperator::InstanceOf,
                    ..,
                ) => (instruction.result)
                    .and_then(|test| access.outcome(id, test))
                    .map(Constant::Boolean),
                // Of an object, what is never there.
                Op::GetProperty(object, key) if key.is_private() && objects.contains(object) => {
                    let is_found = |result| access.finds_private(id, result);
                    (!instruction.result.is_some_and(is_found)).then_some(Constant::Undefined)
                }
                Op::Unary(UnaryOperator::IsSurelyNullish, _) => {
                    let outcome = (instruction.result).and_then(|test| access.outcome(id, test));
                    Some(Constant::Boolean(outcome == Some(true)))
                }
                Op::Unary(UnaryOperator::IsObjectKey, value) => {
                    let value = *value;
                    let may_be = access.may_be_object_key(id, value);
                    instruction.op = Op::Unary(UnaryOperator::IsOneOf(Types::OBJECTS), value);
                    (!may_be).then_some(Constant::Boolean(false))
                }
                Op::Unary(UnaryOperator::IteratesAnew, _) => match access.iteration() {
                    Iteration::Known(anew) => Some(Constant::Boolean(anew)),
                    Iteration::Variable(variable) => {
                        instruction.op = Op::GetVariable(variable);
                        None
                    }
                },
                Op::Unary(UnaryOperator::MayDecide, value) => {
                    instruction.op = Op::Unary(UnaryOperator::IsOneOf(Types::OBJECTS), *value);
                    (!access.has_instance()).then_some(Constant::Boolean(false))
                }
                Op::Unary(UnaryOperator::ConstructsBound, _) => {
                    Some(Constant::Boolean(access.constructs_bound()))
                }
                Op::Unary(UnaryOperator::AsksSpecies, _) => {
                    Some(Constant::Boolean(access.asks_species()))
                }
                _ => None,
            };
            if let Some(constant) = known {
                instruction.op = Op::Constant(constant);
            }
        }
    }
    drop_known(function, access);
    type_tests(function, type_codes);
}

/// What the library says of a value changes nothing, and checks of variables pass that are known to have values.
fn drop_known(function: &mut Function, access: &dyn Access) {
    let definitions = prepare::definitions(function);
    let mut aliases = vec![None; function.values.len()];
    for (_, block) in function.blocks.iter() {
        for instruction in &block.instructions {
            if let (
                Op::Unary(UnaryOperator::AsObject | UnaryOperator::AsOther, value),
                Some(result),
            ) = (&instruction.op, instruction.result)
            {
                aliases[result.index()] = Some(*value);
            }
            if let (Op::Check(value, _), Some(result)) = (&instruction.op, instruction.result)
                && let Some(Op::GetVariable(id)) =
                    prepare::operation(function, &definitions, *value)
                && access.is_initialized(*id)
            {
                aliases[result.index()] = Some(*value);
            }
        }
    }
    remove_aliased(function, &aliases);
}

fn remove_aliased(function: &mut Function, aliases: &[Option<ValueId>]) {
    for (_, block) in function.blocks.iter_mut() {
        block
            .instructions
            .retain(|i| i.result.is_none_or(|v| aliases[v.index()].is_none()));
    }
    prepare::substitute(function, aliases);
}

/// Drops checks that can't fail: of values that are never empty, and of what a dominating check has
/// passed. A module-level variable that was found initialized stays so.
pub fn drop_checks(function: &mut Function) -> bool {
    let is_check = |it: &Instruction| matches!(it.op, Op::Check(..));
    if !(function.blocks.iter()).any(|(_, block)| block.instructions.iter().any(is_check)) {
        return false;
    }
    let definitions = prepare::definitions(function);
    let flow = crate::flow::Flow::of(function);
    let emptied = emptied(function, &definitions);
    let mut passed: BTreeMap<Checked, Vec<(usize, usize)>> = BTreeMap::new();
    let mut aliases = vec![None; function.values.len()];
    for &b in &flow.order {
        for (i, instruction) in function.blocks[BlockId::new(b)]
            .instructions
            .iter()
            .enumerate()
        {
            let (Op::Check(value, _), Some(result)) = (&instruction.op, instruction.result) else {
                continue;
            };
            let op = prepare::operation(function, &definitions, *value);
            let checked = match op {
                Some(Op::GetVariable(id)) if !emptied.contains(id) => Checked::Variable(id.index()),
                _ => Checked::Value(*value),
            };
            let earlier = passed.entry(checked).or_default();
            let covered = earlier.iter().any(|&(block, at)| {
                if block == b {
                    at < i
                } else {
                    dominates_checked(function, &flow, block, b)
                }
            });
            if covered || op.is_some_and(never_empty) {
                aliases[result.index()] = Some(*value);
            } else {
                earlier.push((b, i));
            }
        }
    }
    let changed = aliases.iter().any(Option::is_some);
    remove_aliased(function, &aliases);
    changed
}

/// What a check looks at.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Checked {
    Value(ValueId),
    Variable(usize),
}

/// Whether the check in `block` has passed whenever `later` is reached: not if its failure leads there, unless by
/// way of the check itself.
fn dominates_checked(
    function: &Function,
    flow: &crate::flow::Flow,
    block: usize,
    later: usize,
) -> bool {
    let handler = function.blocks[BlockId::new(block)].handler;
    flow.dominates(block, later)
        && !handler.is_some_and(|handler| flow.leads(handler.index(), later, block))
}

/// The variables that this function marks as uninitialized.
fn emptied(
    function: &Function,
    definitions: &[Option<(BlockId, usize)>],
) -> BTreeSet<crate::VariableId> {
    let mut all = BTreeSet::new();
    for (_, block) in function.blocks.iter() {
        for instruction in &block.instructions {
            if let Op::SetVariable(id, value) = &instruction.op {
                let op = prepare::operation(function, definitions, *value);
                if matches!(op, Some(Op::Constant(Constant::Empty))) {
                    all.insert(*id);
                }
            }
        }
    }
    all
}

const fn never_empty(op: &Op) -> bool {
    !matches!(
        op,
        Op::Constant(Constant::Empty)
            | Op::GetVariable(_)
            | Op::GetField(..)
            | Op::GetLocal(_)
            | Op::Parameter(_)
    )
}

/// What `if` makes of a constant; of the mark of emptiness, nothing.
pub fn truthy(constant: &Constant) -> Option<bool> {
    match constant {
        Constant::Undefined | Constant::Null => Some(false),
        Constant::Boolean(b) => Some(*b),
        Constant::Number(n) => Some(!(*n == 0.0 || n.is_nan())),
        Constant::String(text) => Some(!text.as_bytes().is_empty()),
        Constant::Empty => None,
    }
}

/// What a comparison with an answer of `typeof` asks.
#[derive(Clone, Copy)]
enum TypeTest {
    /// Whether the type has this number.
    Code(f64),
    /// Whether it is one of several.
    OneOf(Types),
    /// Whether the value is undefined.
    Undefined,
}

impl TypeTest {
    /// By the name that it is compared with.
    fn named(name: &str) -> Option<TypeTest> {
        let code = |code: ValueType| TypeTest::Code(f64::from(code as u8));
        Some(match name {
            "undefined" => TypeTest::Undefined,
            "boolean" => code(ValueType::Boolean),
            "number" => code(ValueType::Number),
            "string" => code(ValueType::String),
            "symbol" => code(ValueType::Symbol),
            "bigint" => code(ValueType::BigInt),
            "function" => TypeTest::OneOf(Types::FUNCTIONS),
            "object" => TypeTest::OneOf(Types::NULL_OR_OBJECTS),
            _ => return None,
        })
    }
}

/// `typeof x === 'number'` compares the type's number, and so on: no name is needed.
fn type_tests(function: &mut Function, type_codes: &mut BTreeSet<ValueId>) {
    let definitions = prepare::definitions(function);
    let name_of = |value: ValueId| match prepare::operation(function, &definitions, value) {
        Some(Op::Constant(Constant::String(text))) => Some(text.clone()),
        _ => None,
    };
    // Each comparison with the answer of typeof, and the answer's other uses.
    let mut tests = Vec::new();
    let mut other_uses = BTreeSet::new();
    for (id, block) in function.blocks.iter() {
        for (i, instruction) in block.instructions.iter().enumerate() {
            if let Op::Binary(operator, a, b) = &instruction.op
                && let Some(strict) = strict(*operator)
            {
                let test = [(*a, *b), (*b, *a)].into_iter().find_map(|(answer, name)| {
                    let of = prepare::type_of(function, &definitions, answer)?;
                    let test = TypeTest::named(&name_of(name)?.to_display())?;
                    Some((answer, of, test))
                });
                if let Some((answer, of, test)) = test {
                    tests.push((id, i, strict, answer, of, test));
                    continue;
                }
            }
            other_uses.extend(instruction.op.operands());
        }
        other_uses.extend(block.terminator.operand());
        for edge in block.terminator.edges() {
            other_uses.extend(&edge.arguments);
        }
    }
    // From the end on, so that insertions don't move what follows.
    for (id, i, strict, answer, of, test) in tests.into_iter().rev() {
        let instructions = &mut function.blocks[id].instructions;
        let (left, value) = match test {
            TypeTest::OneOf(types) => {
                let types = match strict {
                    BinaryOperator::StrictNotEqual => types.others(),
                    _ => types,
                };
                instructions[i].op = Op::Unary(UnaryOperator::IsOneOf(types), of);
                continue;
            }
            TypeTest::Code(_) if other_uses.contains(&answer) => continue,
            TypeTest::Code(code) => {
                type_codes.insert(answer);
                (answer, Constant::Number(code))
            }
            TypeTest::Undefined => (of, Constant::Undefined),
        };
        let constant = function.add_value();
        let instructions = &mut function.blocks[id].instructions;
        instructions[i].op = Op::Binary(strict, left, constant);
        let made = prepare::constant(constant, value, &instructions[i]);
        instructions.insert(i, made);
    }
}

/// The strict form of an equality, which is the same between strings.
const fn strict(operator: BinaryOperator) -> Option<BinaryOperator> {
    match operator {
        BinaryOperator::StrictEqual | BinaryOperator::LooseEqual => {
            Some(BinaryOperator::StrictEqual)
        }
        BinaryOperator::StrictNotEqual | BinaryOperator::LooseNotEqual => {
            Some(BinaryOperator::StrictNotEqual)
        }
        _ => None,
    }
}

/// Whether the operation only reads, so that it may be done once for each use instead of once.
pub fn is_read(op: &Op, captured: impl Fn(ValueId) -> bool) -> bool {
    match op {
        Op::GetVariable(_) | Op::GetLocal(_) => true,
        Op::GetField(scope, _) => captured(*scope),
        _ => false,
    }
}
