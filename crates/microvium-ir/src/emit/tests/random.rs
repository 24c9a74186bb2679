//! Random functions: IR and bytecode must do the same.

use super::build::{Build, Slots};
use super::machine::{run_code, run_ir};
use crate::disassemble::disassemble_segment;
use crate::print::print;
use crate::*;

/// A small generator of random numbers (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % limit
    }
}

/// Makes structured code. Source variables are SSA values that change as in a compiler: blocks where
/// control meets have a parameter for each; inside a region with a handler they are locals.
struct Maker {
    random: Random,
    b: Build,
    /// The values that the variables have here.
    variables: Vec<ValueId>,
    locals: Vec<LocalId>,
    handler: Option<BlockId>,
    /// Where `continue` and `break` go; only jumps out of the same region are made.
    loops: Vec<(BlockId, BlockId, ValueId)>,
    budget: usize,
}

const VARIABLES: usize = 4;

impl Maker {
    fn make(seed: u64) -> Program {
        let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let parameters = random.below(4) as u32;
        let mut b = Build::new(parameters);
        let locals = (0..2)
            .map(|i| {
                b.function.locals.push(Local {
                    name: format!("l{i}"),
                })
            })
            .collect();
        let mut maker = Maker {
            random,
            b,
            variables: Vec::new(),
            locals,
            handler: None,
            loops: Vec::new(),
            budget: 2 + (seed % 40) as usize,
        };
        for i in 0..VARIABLES as u32 {
            let value = if i < parameters {
                maker.b.parameter(i)
            } else {
                maker.b.number(f64::from(i))
            };
            maker.variables.push(value);
        }
        maker.statements(4);
        let result = maker.expression(2);
        maker.b.ret(result);
        maker.b.program()
    }

    /// A new block in the current region.
    fn block(&mut self, parameters: usize) -> (BlockId, Vec<ValueId>) {
        let (id, values) = self.b.block(parameters);
        self.b.function.blocks[id].handler = self.handler;
        (id, values)
    }

    fn jump(&mut self, block: BlockId) {
        let arguments = self.variables.clone();
        self.b.jump(block, &arguments);
    }

    /// A block where control meets, with the variables as parameters.
    fn meeting(&mut self) -> (BlockId, Vec<ValueId>) {
        let (id, values) = self.block(VARIABLES);
        for (i, value) in values.iter().enumerate() {
            self.b.function.values[*value].variable = Some(i as u32);
        }
        (id, values)
    }

    fn expression(&mut self, depth: usize) -> ValueId {
        let choice = if depth == 0 { 6 } else { 16 };
        match self.random.below(choice) {
            0 => {
                let n = self.random.below(40) as f64 - 20.0;
                self.b.number(n)
            }
            1 => {
                let v = self.random.below(4);
                self.b.variable(v)
            }
            2 => {
                let local = self.locals[self.random.below(2)];
                self.b.op(Op::GetLocal(local))
            }
            3..=6 => self.variables[self.random.below(VARIABLES)],
            7..=9 => {
                let a = self.expression(depth - 1);
                let b = self.expression(depth - 1);
                let operators = [
                    BinaryOperator::Add,
                    BinaryOperator::Subtract,
                    BinaryOperator::Less,
                    BinaryOperator::StrictEqual,
                    BinaryOperator::StrictNotEqual,
                ];
                let operator = operators[self.random.below(operators.len())];
                // Not always in order of evaluation.
                let (a, b) = if self.random.below(4) == 0 {
                    (b, a)
                } else {
                    (a, b)
                };
                self.b.binary(operator, a, b)
            }
            10 => {
                let a = self.expression(depth - 1);
                self.b.unary(UnaryOperator::Increment, a)
            }
            11 => {
                let a = self.expression(depth - 1);
                self.b.unary(UnaryOperator::Not, a)
            }
            12 => {
                let a = self.expression(depth - 1);
                self.b.op(Op::Check(a, "x".to_owned()))
            }
            13 => {
                let object = self.expression(depth - 1);
                let method = self.b.op(Op::GetMethod(object, Text::from("m")));
                let a = self.expression(depth - 1);
                let b = self.expression(depth - 1);
                self.b.op(Op::CallMethod(method, vec![a, b]))
            }
            _ => {
                let callee = self.expression(depth - 1);
                let a = self.expression(depth - 1);
                self.b.call(callee, &[a])
            }
        }
    }

    fn statements(&mut self, depth: usize) {
        for _ in 0..1 + self.random.below(4) {
            if self.budget == 0 {
                return;
            }
            self.budget -= 1;
            let kinds = if depth == 0 { 9 } else { 16 };
            match self.random.below(kinds) {
                0..=2 => {
                    let value = self.expression(3);
                    let to = self.random.below(VARIABLES);
                    self.variables[to] = value;
                    // A compiler says which variable a value is of.
                    self.b.function.values[value].variable = Some(to as u32);
                }
                3 => {
                    let i = self.random.below(VARIABLES);
                    let j = self.random.below(VARIABLES);
                    self.variables.swap(i, j);
                }
                4 => {
                    let value = self.expression(2);
                    let variable = Id::new(self.random.below(4));
                    self.b.run(Op::SetVariable(variable, value));
                }
                5 => {
                    let value = self.expression(2);
                    let local = self.locals[self.random.below(2)];
                    self.b.run(Op::SetLocal(local, value));
                }
                6 | 7 => {
                    self.expression(3);
                }
                8 => self.scope(),
                9..=11 => self.branch(depth - 1),
                12 | 13 => self.repeat(depth - 1),
                14 => self.attempt(depth - 1),
                _ => self.leave(),
            }
        }
    }

    /// A scope, written and read, shown to others or not.
    fn scope(&mut self) {
        let fields = vec![self.expression(1), self.expression(1)];
        let scope = self.b.op(Op::Scope(fields));
        for _ in 0..1 + self.random.below(5) {
            let field = self.random.below(2) as u32;
            match self.random.below(5) {
                0 | 1 => {
                    let value = self.expression(2);
                    self.b.run(Op::SetField(scope, field, value));
                }
                2 | 3 => {
                    let to = self.random.below(VARIABLES);
                    self.variables[to] = self.b.op(Op::GetField(scope, field));
                }
                _ => {
                    let callee = self.expression(1);
                    self.b.call(callee, &[scope]);
                }
            }
        }
    }

    fn branch(&mut self, depth: usize) {
        let condition = self.expression(2);
        let (yes, _) = self.block(0);
        let (no, _) = self.block(0);
        let (meeting, values) = self.meeting();
        let before = self.variables.clone();
        if self.random.below(3) == 0 {
            // No else: the edge passes the values.
            let skip = Edge {
                block: meeting,
                arguments: before,
            };
            self.b
                .end(Terminator::Branch(condition, Edge::to(yes), skip));
            self.b.at(yes);
            self.statements(depth);
            self.jump(meeting);
            // The block for the other arm isn't reached.
            self.b.at(no);
            self.b.end(Terminator::Unreachable);
        } else {
            self.b.branch(condition, yes, no);
            self.b.at(yes);
            self.statements(depth);
            self.jump(meeting);
            self.variables = before;
            self.b.at(no);
            self.statements(depth);
            self.jump(meeting);
        }
        self.b.at(meeting);
        self.variables = values;
    }

    /// A loop of at most three rounds, by a counter of its own; the condition first or last.
    fn repeat(&mut self, depth: usize) {
        let zero = self.b.number(0.0);
        let (head, mut values) = self.block(VARIABLES + 1);
        let counter = values.pop().unwrap();
        let (body, _) = self.block(0);
        let (exit, exit_values) = self.meeting();
        let mut arguments = self.variables.clone();
        arguments.push(zero);
        self.b.jump(head, &arguments);
        self.b.at(head);
        self.variables = values;
        let three = self.b.number(3.0);
        let less = self.b.binary(BinaryOperator::Less, counter, three);
        let leave = Edge {
            block: exit,
            arguments: self.variables.clone(),
        };
        self.b.end(Terminator::Branch(less, Edge::to(body), leave));
        self.b.at(body);
        self.loops.push((head, exit, counter));
        self.statements(depth);
        self.loops.pop();
        self.next_round(head, counter);
        self.b.at(exit);
        self.variables = exit_values;
    }

    fn next_round(&mut self, head: BlockId, counter: ValueId) {
        let next = self.b.unary(UnaryOperator::Increment, counter);
        let mut arguments = self.variables.clone();
        arguments.push(next);
        self.b.jump(head, &arguments);
    }

    /// `break`, `continue`, `return` or `throw` under a condition.
    fn leave(&mut self) {
        let condition = self.expression(1);
        let (yes, _) = self.block(0);
        let (no, _) = self.block(0);
        self.b.branch(condition, yes, no);
        self.b.at(yes);
        match (self.random.below(4), self.loops.last().copied()) {
            (0, Some((_, exit, _))) => self.jump(exit),
            (1, Some((head, _, counter))) => self.next_round(head, counter),
            (2, _) => {
                let value = self.expression(1);
                self.b.end(Terminator::Throw(value));
            }
            _ => {
                let value = self.expression(1);
                self.b.ret(value);
            }
        }
        self.b.at(no);
    }

    /// A region with a handler. The handler sees the variables as they were before, and the locals.
    fn attempt(&mut self, depth: usize) {
        let (handler, exception) = self.block(1);
        let (meeting, values) = self.meeting();
        let before = self.variables.clone();
        let outer = self.handler.replace(handler);
        let (region, _) = self.block(0);
        self.b.jump(region, &[]);
        self.b.at(region);
        self.statements(depth);
        self.jump(meeting);
        self.handler = outer;
        self.b.at(handler);
        self.variables = before;
        if self.random.below(3) > 0 {
            let caught = self.b.op(Op::Caught(exception[0]));
            let to = self.random.below(VARIABLES);
            self.variables[to] = caught;
        }
        self.statements(depth);
        self.jump(meeting);
        self.b.at(meeting);
        self.variables = values;
    }
}

/// A function whose code does something else, as text.
fn difference(program: &Program) -> Option<String> {
    let function = &program.functions[Id::new(0)];
    let segment = emit(program, &[Id::new(0)], &Slots, 0).unwrap();
    let code = &segment.functions[0];
    for arguments in [[0, 1, 2], [7, -3, 100]] {
        let arguments = &arguments[..function.parameters as usize];
        let expected = run_ir(function, arguments);
        let actual = run_code(code, &segment.constants, arguments);
        if actual.as_ref() != Ok(&expected) {
            return Some(format!(
                "{arguments:?}\n{}\n{}\nexpected {expected:?}\nactual {actual:?}",
                print(function, None),
                disassemble_segment(&segment, 0)
            ));
        }
    }
    None
}

#[test]
fn random_functions_do_what_their_ir_says() {
    let differences = (1..1200).filter_map(|seed| difference(&Maker::make(seed)));
    let smallest = differences.min_by_key(String::len);
    assert!(smallest.is_none(), "{}", smallest.unwrap());
}

#[test]
fn emission_is_deterministic() {
    for seed in 1..20 {
        let program = Maker::make(seed);
        let emitted = || emit(&program, &[Id::new(0)], &Slots, 0);
        assert_eq!(emitted(), emitted());
    }
}
