//! A builder for IR in tests.

use crate::*;

/// Builds a function block by block.
pub struct Build {
    pub function: Function,
    block: BlockId,
    next_position: u32,
}

impl Build {
    pub fn new(parameters: u32) -> Build {
        let mut function = Function::new("f", Id::new(0), 0, FunctionKind::Plain);
        function.parameters = parameters;
        let block = function.entry();
        Build {
            function,
            block,
            next_position: 1,
        }
    }

    pub fn position(&mut self) -> Position {
        self.next_position += 1;
        Position {
            file: Id::new(0),
            offset: self.next_position,
        }
    }

    /// Adds a block with `parameters` parameters.
    pub fn block(&mut self, parameters: usize) -> (BlockId, Vec<ValueId>) {
        let position = self.position();
        let id = self.function.add_block(position);
        let values: Vec<ValueId> = (0..parameters).map(|_| self.function.add_value()).collect();
        self.function.blocks[id].parameters = values.clone();
        (id, values)
    }

    /// What follows goes to the end of this block.
    pub fn at(&mut self, block: BlockId) {
        self.block = block;
    }

    /// Adds an instruction with a result.
    pub fn op(&mut self, op: Op) -> ValueId {
        assert!(op.has_result());
        let result = self.function.add_value();
        self.instruction(Some(result), op);
        result
    }

    /// Adds an instruction without a result.
    pub fn run(&mut self, op: Op) {
        assert!(!op.has_result());
        self.instruction(None, op);
    }

    fn instruction(&mut self, result: Option<ValueId>, op: Op) {
        let position = self.position();
        let instruction = Instruction {
            result,
            op,
            position,
        };
        self.function.blocks[self.block]
            .instructions
            .push(instruction);
    }

    pub fn number(&mut self, n: f64) -> ValueId {
        self.op(Op::Constant(Constant::Number(n)))
    }

    pub fn undefined(&mut self) -> ValueId {
        self.op(Op::Constant(Constant::Undefined))
    }

    pub fn parameter(&mut self, index: u32) -> ValueId {
        self.op(Op::Parameter(index))
    }

    pub fn binary(&mut self, operator: BinaryOperator, a: ValueId, b: ValueId) -> ValueId {
        self.op(Op::Binary(operator, a, b))
    }

    pub fn unary(&mut self, operator: UnaryOperator, a: ValueId) -> ValueId {
        self.op(Op::Unary(operator, a))
    }

    /// Reads variable `index`.
    pub fn variable(&mut self, index: usize) -> ValueId {
        self.op(Op::GetVariable(Id::new(index)))
    }

    pub fn call(&mut self, callee: ValueId, arguments: &[ValueId]) -> ValueId {
        self.op(Op::Call(callee, arguments.to_vec()))
    }

    pub fn end(&mut self, terminator: Terminator) {
        self.function.blocks[self.block].terminator = terminator;
    }

    pub fn jump(&mut self, block: BlockId, arguments: &[ValueId]) {
        self.end(Terminator::Jump(Edge {
            block,
            arguments: arguments.to_vec(),
        }));
    }

    pub fn branch(&mut self, condition: ValueId, yes: BlockId, no: BlockId) {
        self.end(Terminator::Branch(condition, Edge::to(yes), Edge::to(no)));
    }

    pub fn ret(&mut self, value: ValueId) {
        self.end(Terminator::Return(value));
    }

    /// The verified function in a program of its own.
    pub fn program(self) -> Program {
        let mut program = Program::default();
        for name in ["a", "b", "c", "d"] {
            let variable = Variable {
                name: name.to_owned(),
                file: Id::new(0),
            };
            program.variables.push(variable);
        }
        let errors = verify(&self.function, None);
        assert!(
            errors.is_empty(),
            "{errors:#?}\n{}",
            crate::print::print(&self.function, None)
        );
        program.functions.push(self.function);
        program
    }

    /// The emitted code.
    pub fn emit(self) -> Segment {
        let program = self.program();
        emit(&program, &[Id::new(0)], &Slots, 0).unwrap()
    }

    /// The emitted code as text, a line for each instruction, without indentation and the first line.
    pub fn code(self) -> String {
        let text = crate::disassemble::disassemble_segment(&self.emit(), 0);
        let lines: Vec<&str> = text.lines().skip(1).map(str::trim).collect();
        lines.join("; ")
    }
}

/// Everything lives in slots, as at build time.
pub struct Slots;

impl Access for Slots {
    fn outcome(&self, _: FunctionId, _: ValueId) -> Option<bool> {
        None
    }
    fn variable(&self, variable: VariableId) -> VariableAccess {
        VariableAccess::Slot(variable.index() as u32)
    }
    fn global(&self, _: &Text) -> GlobalAccess {
        GlobalAccess::Lookup
    }
    fn closure(&self, _: FunctionId) -> ClosureNeeds {
        ClosureNeeds::default()
    }
}
