//! The IR's verifier: what every pass may rely on.

use crate::flow::Flow;
use crate::function::{BlockId, Function, FunctionKind, ValueId};
use crate::instruction::Op;
use crate::program::Program;
use std::collections::{BTreeMap, BTreeSet};

/// Where a value is defined: its block, and its instruction or None for a parameter of the block.
type Definition = (usize, Option<usize>);

/// Everything that is wrong with a function, each in a line; empty if nothing is. References to other
/// functions and to variables are checked if the program is given.
pub fn verify(function: &Function, program: Option<&Program>) -> Vec<String> {
    let mut verifier = Verifier {
        function,
        program,
        flow: None,
        definitions: vec![None; function.values.len()],
        errors: Vec::new(),
    };
    verifier.ids();
    // The other rules speak of things that exist.
    if verifier.errors.is_empty() {
        verifier.flow = Some(Flow::of(function));
        verifier.definitions();
        verifier.edges();
        verifier.uses();
        verifier.methods();
    }
    verifier.errors
}

struct Verifier<'a> {
    function: &'a Function,
    program: Option<&'a Program>,
    flow: Option<Flow>,
    definitions: Vec<Option<Definition>>,
    errors: Vec<String>,
}

impl Verifier<'_> {
    fn error(&mut self, block: usize, text: String) {
        self.errors
            .push(format!("{} b{block}: {text}", self.function.name));
    }

    fn ids(&mut self) {
        let function = self.function;
        let block_exists = |id: BlockId| function.blocks.get(id).is_some();
        for (id, block) in function.blocks.iter() {
            let b = id.index();
            let mut used = block.parameters.clone();
            for instruction in &block.instructions {
                used.extend(instruction.result);
                used.extend(instruction.op.operands());
                self.references(b, &instruction.op);
                if instruction.result.is_some() != instruction.op.has_result() {
                    self.error(b, format!("result of {:?}", instruction.op));
                }
            }
            used.extend(block.terminator.operand());
            used.extend((block.terminator.edges()).flat_map(|edge| &edge.arguments));
            for v in used {
                if function.values.get(v).is_none() {
                    self.error(b, format!("v{} doesn't exist", v.index()));
                }
            }
            let edges = block.terminator.edges();
            let targets = edges.map(|edge| edge.block).chain(block.handler);
            for target in targets.filter(|&target| !block_exists(target)) {
                self.error(b, format!("b{} doesn't exist", target.index()));
            }
        }
        if function.blocks.is_empty() {
            self.errors.push(format!("{} has no entry", function.name));
        }
    }

    fn references(&mut self, b: usize, op: &Op) {
        let program = self.program;
        let fine = match op {
            Op::Parameter(index) => *index < self.function.parameters,
            Op::GetLocal(id) | Op::SetLocal(id, _) => self.function.locals.get(*id).is_some(),
            Op::GetVariable(id) | Op::SetVariable(id, _) => {
                program.is_none_or(|p| p.variables.get(*id).is_some())
            }
            Op::Namespace(file, members) => {
                self.function.kind == FunctionKind::Module
                    && program.is_none_or(|p| {
                        p.files.get(*file).is_some()
                            && (members.iter()).all(|(_, id)| p.variables.get(*id).is_some())
                    })
            }
            Op::Start(_) | Op::Yield(_) | Op::Await(_) | Op::Resumption => false,
            Op::Closure(id, _) | Op::Function(id) | Op::SetName { code: id, .. } => {
                program.is_none_or(|p| p.functions.get(*id).is_some())
            }
            Op::Object(keys, values) => {
                keys.len() == values.len()
                    && keys.iter().collect::<BTreeSet<_>>().len() == keys.len()
            }
            Op::Scope(fields) => !fields.is_empty(),
            _ => true,
        };
        if !fine {
            self.error(b, format!("{op:?} refers to nothing"));
        }
    }

    fn definitions(&mut self) {
        let function = self.function;
        for (id, block) in function.blocks.iter() {
            let parameters = block.parameters.iter().map(|&v| (v, None));
            let results = block.instructions.iter().enumerate();
            let results =
                results.filter_map(|(i, instruction)| Some((instruction.result?, Some(i))));
            for (v, at) in parameters.chain(results) {
                if self.definitions[v.index()]
                    .replace((id.index(), at))
                    .is_some()
                {
                    self.error(id.index(), format!("v{} is defined twice", v.index()));
                }
            }
        }
    }

    fn edges(&mut self) {
        let function = self.function;
        let handlers: BTreeSet<BlockId> = function
            .blocks
            .iter()
            .filter_map(|(_, block)| block.handler)
            .collect();
        for &handler in &handlers {
            if function.blocks[handler].parameters.len() != 1 {
                self.error(handler.index(), "a handler has one parameter".to_owned());
            }
            if handler == function.entry() {
                self.error(0, "the entry is a handler".to_owned());
            }
        }
        if !function.blocks[function.entry()].parameters.is_empty() {
            self.error(0, "the entry has parameters".to_owned());
        }
        for (id, block) in function.blocks.iter() {
            for edge in block.terminator.edges() {
                let target = edge.block.index();
                if edge.arguments.len() != function.blocks[edge.block].parameters.len() {
                    self.error(id.index(), format!("arguments for b{target}"));
                }
                if edge.block == function.entry() {
                    self.error(id.index(), "jumps to the entry".to_owned());
                }
                if handlers.contains(&edge.block) {
                    self.error(id.index(), format!("jumps to the handler b{target}"));
                }
            }
        }
    }

    fn uses(&mut self) {
        let function = self.function;
        for (id, block) in function.blocks.iter() {
            let b = id.index();
            for (i, instruction) in block.instructions.iter().enumerate() {
                for v in instruction.op.operands() {
                    self.used(b, i, v);
                }
                if let Op::Caught(v) = &instruction.op
                    && (i != 0 || block.parameters != [*v])
                {
                    self.error(b, "caught doesn't begin a handler".to_owned());
                }
            }
            let end = block.instructions.len();
            let edges = block.terminator.edges();
            let arguments = edges.flat_map(|edge| edge.arguments.iter().copied());
            for v in block.terminator.operand().into_iter().chain(arguments) {
                self.used(b, end, v);
            }
        }
    }

    /// Whether instruction `i` of block `b` may use the value.
    fn used(&mut self, b: usize, i: usize, v: ValueId) {
        let Some(flow) = &self.flow else { return };
        let function = self.function;
        if !flow.reaches(b) {
            return;
        }
        let fine = match self.definitions[v.index()] {
            None => false,
            Some((block, at)) if block == b => at.is_none_or(|at| at < i),
            Some((block, at)) => {
                // An exception may come before the definition.
                let handler = function.blocks[BlockId::new(block)].handler;
                let escapes = handler.is_some_and(|h| flow.dominates(h.index(), b));
                flow.dominates(block, b) && !(at.is_some() && escapes)
            }
        };
        if !fine {
            self.error(b, format!("v{} isn't defined where it is used", v.index()));
        }
    }

    fn methods(&mut self) {
        let uses = self.count_uses();
        let mut calls: BTreeMap<ValueId, (BlockId, usize)> = BTreeMap::new();
        for (id, block) in self.function.blocks.iter() {
            for (i, instruction) in block.instructions.iter().enumerate() {
                if let Some(method) = callee(&instruction.op) {
                    calls.insert(method, (id, i));
                }
            }
        }
        for (id, block) in self.function.blocks.iter() {
            for (i, instruction) in block.instructions.iter().enumerate() {
                let is_method = matches!(
                    instruction.op,
                    Op::GetMethod(..) | Op::GetMethodElement(..) | Op::Method(..)
                );
                let Some(v) = instruction.result.filter(|_| is_method) else {
                    continue;
                };
                let called = calls.get(&v).is_some_and(|&(b, at)| b == id && at > i);
                if !called || uses.get(v.index()) != Some(&1) {
                    self.error(
                        id.index(),
                        format!("v{} isn't used by exactly one call in its block", v.index()),
                    );
                }
            }
            for instruction in &block.instructions {
                if let Some(method) = callee(&instruction.op)
                    && !self.is_method(method)
                {
                    self.error(id.index(), format!("v{} is no method", method.index()));
                }
            }
        }
    }

    fn is_method(&self, v: ValueId) -> bool {
        let Some((block, Some(i))) = self.definitions[v.index()] else {
            return false;
        };
        matches!(
            self.function.blocks[BlockId::new(block)].instructions[i].op,
            Op::GetMethod(..) | Op::GetMethodElement(..) | Op::Method(..)
        )
    }

    /// How often each value is used.
    fn count_uses(&self) -> Vec<usize> {
        let mut uses = vec![0; self.function.values.len()];
        for (_, block) in self.function.blocks.iter() {
            let operands = block.instructions.iter().flat_map(|i| i.op.operands());
            let edges = block.terminator.edges();
            let passed = edges.flat_map(|edge| edge.arguments.iter().copied());
            for used in operands.chain(block.terminator.operand()).chain(passed) {
                if let Some(uses) = uses.get_mut(used.index()) {
                    *uses += 1;
                }
            }
        }
        uses
    }
}

/// The pair that a call takes.
const fn callee(op: &Op) -> Option<ValueId> {
    match op {
        Op::CallMethod(method, _)
        | Op::Super(method, _)
        | Op::Apply(method, _)
        | Op::Construct(method, _) => Some(*method),
        _ => None,
    }
}

/// Everything that is wrong with a program's functions.
pub fn verify_program(program: &Program) -> Vec<String> {
    let functions = program.functions.iter();
    functions
        .flat_map(|(_, function)| verify(function, Some(program)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Constant, Edge, Id, Instruction, Op, Terminator, Text};

    /// The errors of a function with one block for each list of operations; a value is the number of the
    /// operation that defines it, counted over all blocks. `finish` adds terminators and the like.
    fn errors(blocks: &[&[Op]], finish: impl Fn(&mut Function)) -> String {
        let mut function = Function::new("f", Id::new(0), 0, crate::FunctionKind::Plain);
        let position = function.position;
        for (i, ops) in blocks.iter().enumerate() {
            let id = if i == 0 {
                function.entry()
            } else {
                function.add_block(position)
            };
            for op in *ops {
                let value = function.add_value();
                let result = op.has_result().then_some(value);
                let op = op.clone();
                function.blocks[id].instructions.push(Instruction {
                    result,
                    op,
                    position,
                });
            }
        }
        finish(&mut function);
        verify(&function, None).join("; ")
    }

    const ONE: Op = Op::Constant(Constant::Number(1.0));
    const FIRST: ValueId = Id::new(0);
    const SECOND: ValueId = Id::new(1);
    const BLOCK_0: BlockId = Id::new(0);
    const BLOCK_1: BlockId = Id::new(1);

    #[test]
    fn what_is_right_has_no_errors() {
        let jump =
            |f: &mut Function| f.blocks[BLOCK_0].terminator = Terminator::Jump(Edge::to(BLOCK_1));
        assert_eq!(
            errors(&[&[ONE], &[Op::Check(FIRST, String::new())]], jump),
            ""
        );
    }

    #[test]
    fn values_are_defined_before_they_are_used() {
        let check = Op::Check(SECOND, String::new());
        assert_eq!(
            errors(&[&[check, ONE]], |_| ()),
            "f b0: v1 isn't defined where it is used"
        );
        let twice = |f: &mut Function| f.blocks[BLOCK_0].instructions[1].result = Some(FIRST);
        assert_eq!(errors(&[&[ONE, ONE]], twice), "f b0: v0 is defined twice");
        let missing =
            |f: &mut Function| f.blocks[BLOCK_0].terminator = Terminator::Return(Id::new(9));
        assert_eq!(errors(&[&[]], missing), "f b0: v9 doesn't exist");
    }

    #[test]
    fn a_handler_uses_nothing_of_its_region() {
        let region = |f: &mut Function| {
            let exception = f.add_value();
            f.blocks[BLOCK_1].parameters.push(exception);
            f.blocks[BLOCK_0].handler = Some(BLOCK_1);
        };
        let uses = Op::Check(FIRST, String::new());
        let expected = "f b1: v0 isn't defined where it is used";
        assert_eq!(errors(&[&[ONE], &[uses]], region), expected);
        assert_eq!(errors(&[&[ONE], &[]], region), "");
    }

    #[test]
    fn edges_pass_what_blocks_take() {
        let jump = |f: &mut Function| {
            f.blocks[BLOCK_0].terminator = Terminator::Jump(Edge {
                block: BLOCK_1,
                arguments: vec![FIRST],
            });
        };
        assert_eq!(errors(&[&[ONE], &[]], jump), "f b0: arguments for b1");
        let back =
            |f: &mut Function| f.blocks[BLOCK_0].terminator = Terminator::Jump(Edge::to(f.entry()));
        assert_eq!(errors(&[&[]], back), "f b0: jumps to the entry");
    }

    #[test]
    fn a_method_is_called_once() {
        let get = Op::GetMethod(FIRST, Text::from("m"));
        let call = Op::CallMethod(SECOND, vec![]);
        assert_eq!(errors(&[&[ONE, get.clone(), call.clone()]], |_| ()), "");
        let expected = "f b0: v1 isn't used by exactly one call in its block";
        assert_eq!(errors(&[&[ONE, get.clone()]], |_| ()), expected);
        assert_eq!(errors(&[&[ONE, get, call.clone(), call]], |_| ()), expected);
        assert_eq!(
            errors(&[&[ONE, ONE, Op::CallMethod(FIRST, vec![])]], |_| ()),
            "f b0: v0 is no method"
        );
    }
}
