//! Builds a function in SSA form while it is lowered: values of variables are looked up backwards
//! through the blocks, and block parameters arise where different ones meet (the algorithm of Braun
//! and others, "Simple and Efficient Construction of Static Single Assignment Form", 2013).

use microvium_ir::{
    Block, BlockId, Constant, Edge, FileId, Function, FunctionKind, Instruction, Local, LocalId,
    Op, Position, Terminator, ValueId,
};
use std::collections::HashMap;

/// What has a value that changes from block to block.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Key {
    /// A source variable.
    Variable(u32),
    /// Not a value that is used, but what is known of a variable that lives elsewhere: empty, as long
    /// as it may not be initialized.
    Initialized(u32),
    /// The scope object of a source scope.
    Scope(u32),
    /// The result of an expression whose evaluation branches, or a completion.
    Temporary(u32),
    /// What a `yield*` iterates by, and its `next`: one at a time.
    Delegate(u32),
    /// What a call of the library's was resumed with.
    Sent,
}

/// A block parameter in the making.
pub(crate) struct Phi {
    pub block: BlockId,
    pub value: ValueId,
    pub operands: Vec<(BlockId, ValueId)>,
}

/// A function in the making.
pub(crate) struct Builder {
    pub function: Function,
    file: FileId,
    /// The block that instructions go to.
    pub current: BlockId,
    /// The handler of the region that is being lowered.
    pub handler: Option<BlockId>,
    pub(crate) phis: Vec<Phi>,
    /// The results of `Check` instructions, with the value that must not be empty for them to pass.
    pub(crate) checks: HashMap<ValueId, ValueId>,
    states: Vec<State>,
    definitions: HashMap<(BlockId, Key), ValueId>,
    temporaries: u32,
}

#[derive(Default)]
struct State {
    predecessors: Vec<BlockId>,
    /// Whether all predecessors are known.
    sealed: bool,
    /// Lookups that wait for the block to be sealed: the key and the index of its phi.
    waiting: Vec<(Key, usize)>,
    /// A handler's block sees variables as they were at the end of this one.
    region: Option<BlockId>,
}

impl Builder {
    pub fn new(name: &str, file: FileId, offset: u32, kind: FunctionKind) -> Builder {
        let function = Function::new(name, file, offset, kind);
        Builder {
            current: function.entry(),
            function,
            file,
            handler: None,
            phis: Vec::new(),
            checks: HashMap::new(),
            states: vec![State {
                sealed: true,
                ..State::default()
            }],
            definitions: HashMap::new(),
            temporaries: 0,
        }
    }

    const fn position(&self, offset: u32) -> Position {
        Position {
            file: self.file,
            offset,
        }
    }

    /// A new block; its predecessors aren't known yet.
    pub fn block(&mut self) -> BlockId {
        self.states.push(State::default());
        self.function.add_block(self.function.position)
    }

    /// Goes on in a block that nothing was added to yet.
    pub fn start(&mut self, block: BlockId) {
        self.current = block;
        self.function.blocks[block].handler = self.handler;
    }

    /// Goes on in a block whose predecessors are all known.
    pub fn start_sealed(&mut self, block: BlockId) {
        self.seal(block);
        self.start(block);
    }

    /// Whether nothing leads to the current block.
    pub fn is_dead(&self) -> bool {
        let state = &self.states[self.current.index()];
        self.current != self.function.entry()
            && state.sealed
            && state.predecessors.is_empty()
            && state.region.is_none()
    }

    /// Adds an instruction that defines a value.
    pub fn value(&mut self, op: Op, offset: u32) -> ValueId {
        let value = self.function.add_value();
        self.push(Some(value), op, offset);
        value
    }

    /// Adds an instruction without a result.
    pub fn effect(&mut self, op: Op, offset: u32) {
        self.push(None, op, offset);
    }

    fn push(&mut self, result: Option<ValueId>, op: Op, offset: u32) {
        debug_assert_eq!(result.is_some(), op.has_result());
        let position = self.position(offset);
        self.block_mut(self.current).instructions.push(Instruction {
            result,
            op,
            position,
        });
    }

    pub fn block_mut(&mut self, block: BlockId) -> &mut Block {
        &mut self.function.blocks[block]
    }

    pub fn constant(&mut self, constant: Constant, offset: u32) -> ValueId {
        self.value(Op::Constant(constant), offset)
    }

    /// Whether a value has just been made, and is a constant.
    pub fn is_constant(&self, value: ValueId) -> bool {
        let last = self.function.blocks[self.current].instructions.last();
        last.is_some_and(|it| it.result == Some(value) && matches!(it.op, Op::Constant(_)))
    }

    pub fn undefined(&mut self, offset: u32) -> ValueId {
        self.constant(Constant::Undefined, offset)
    }

    /// `operand`, which must not be empty; `state` is what is known of that.
    pub fn check(&mut self, operand: ValueId, state: ValueId, name: &str, offset: u32) -> ValueId {
        let result = self.value(Op::Check(operand, name.to_owned()), offset);
        self.checks.insert(result, state);
        result
    }

    pub fn local(&mut self, name: &str) -> LocalId {
        self.function.locals.push(Local {
            name: name.to_owned(),
        })
    }

    /// Ends the current block. What follows is dead until another block is started.
    pub fn terminate(&mut self, terminator: Terminator, offset: u32) {
        let position = self.position(offset);
        let from = self.current;
        for edge in terminator.edges() {
            let state = &mut self.states[edge.block.index()];
            debug_assert!(!state.sealed, "an edge to a sealed block");
            // Both ways of a branch may lead to one block.
            if state.predecessors.last() != Some(&from) {
                state.predecessors.push(from);
            }
        }
        let block = self.block_mut(from);
        block.terminator = terminator;
        block.position = position;
        let dead = self.block();
        self.start_sealed(dead);
    }

    pub fn jump(&mut self, block: BlockId, offset: u32) {
        if !self.is_dead() {
            self.terminate(Terminator::Jump(Edge::to(block)), offset);
        }
    }

    pub fn branch(&mut self, condition: ValueId, then: BlockId, otherwise: BlockId, offset: u32) {
        if !self.is_dead() {
            self.terminate(
                Terminator::Branch(condition, Edge::to(then), Edge::to(otherwise)),
                offset,
            );
        }
    }

    /// The exception of a handler's block, which guards the region that begins behind `region`.
    pub fn start_handler(&mut self, handler: BlockId, region: BlockId) -> ValueId {
        self.states[handler.index()].region = Some(region);
        self.start_sealed(handler);
        let exception = self.function.add_value();
        self.block_mut(handler).parameters.push(exception);
        exception
    }

    pub fn temporary(&mut self) -> Key {
        self.temporaries += 1;
        Key::Temporary(self.temporaries)
    }

    /// Sets what a key has from here on.
    pub fn write(&mut self, key: Key, value: ValueId) {
        self.hint(key, value);
        self.definitions.insert((self.current, key), value);
    }

    /// What a key has here.
    pub fn read(&mut self, key: Key) -> ValueId {
        let mut pending = Vec::new();
        let value = self.lookup(self.current, key, &mut pending);
        self.complete(pending);
        value
    }

    /// Declares that all predecessors of a block are known.
    pub fn seal(&mut self, block: BlockId) {
        let state = &mut self.states[block.index()];
        state.sealed = true;
        let waiting = std::mem::take(&mut state.waiting);
        self.complete(waiting);
    }

    /// Looks up the operands of phis. They may need further phis, so this is a work list.
    fn complete(&mut self, mut pending: Vec<(Key, usize)>) {
        while let Some((key, phi)) = pending.pop() {
            let block = self.phis[phi].block;
            for predecessor in self.states[block.index()].predecessors.clone() {
                let value = self.lookup(predecessor, key, &mut pending);
                self.phis[phi].operands.push((predecessor, value));
            }
        }
    }

    fn lookup(&mut self, from: BlockId, key: Key, pending: &mut Vec<(Key, usize)>) -> ValueId {
        let mut block = from;
        let value = loop {
            if let Some(&value) = self.definitions.get(&(block, key)) {
                break value;
            }
            let state = &self.states[block.index()];
            match (&state.predecessors[..], state.region, state.sealed) {
                (_, Some(before), _) => block = before,
                ([only], None, true) => block = *only,
                // The entry, or dead code.
                ([], None, true) => break self.undetermined(block, key),
                (_, None, sealed) => {
                    let value = self.function.add_value();
                    self.hint(key, value);
                    self.phis.push(Phi {
                        block,
                        value,
                        operands: Vec::new(),
                    });
                    let phi = (key, self.phis.len() - 1);
                    if sealed {
                        pending.push(phi);
                    } else {
                        self.states[block.index()].waiting.push(phi);
                    }
                    self.definitions.insert((block, key), value);
                    break value;
                }
            }
        };
        self.definitions.insert((from, key), value);
        value
    }

    /// The value of a key that nothing was written to.
    fn undetermined(&mut self, block: BlockId, key: Key) -> ValueId {
        let constant = match key {
            Key::Initialized(_) => Constant::Empty,
            _ => Constant::Undefined,
        };
        let value = self.function.add_value();
        let position = self.function.position;
        self.block_mut(block).instructions.insert(
            0,
            Instruction {
                result: Some(value),
                op: Op::Constant(constant),
                position,
            },
        );
        value
    }

    /// Notes which variable a value belongs to, if it has none yet.
    fn hint(&mut self, key: Key, value: ValueId) {
        let variable = match key {
            Key::Variable(variable) => 2 * variable,
            Key::Scope(scope) => 2 * scope + 1,
            Key::Delegate(number) => u32::MAX - number,
            Key::Initialized(_) | Key::Temporary(_) | Key::Sent => return,
        };
        self.function.values[value].variable.get_or_insert(variable);
    }
}
