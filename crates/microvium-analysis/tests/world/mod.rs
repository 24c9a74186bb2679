//! Programs and graphs made by hand.
#![allow(dead_code)] // Each test uses some of it.

use microvium_analysis::{Facts, analyse};
use microvium_ir::{
    BlockId, Constant, Edge, FileId, Function, FunctionId, FunctionKind, Graph, Instruction, Node,
    NodeId, Op, Program, Property, Terminator, Value, ValueId, Variable, VariableId,
};

/// A function under construction, and the block that is.
pub struct Code(pub Function, BlockId);

impl Code {
    pub fn new(name: &str, kind: FunctionKind, parameters: u32) -> Code {
        let mut function = Function::new(name, FileId::new(0), 0, kind);
        function.parameters = parameters;
        let entry = function.entry();
        Code(function, entry)
    }

    /// A block that returns what is made in it.
    pub fn block(&mut self, make: impl FnOnce(&mut Code) -> ValueId) -> BlockId {
        let around = self.1;
        self.1 = self.0.add_block(self.0.position);
        let result = make(self);
        self.0.blocks[self.1].terminator = Terminator::Return(result);
        std::mem::replace(&mut self.1, around)
    }

    pub fn branching(mut self, test: ValueId, yes: BlockId, no: BlockId) -> Function {
        self.0.blocks[self.1].terminator = Terminator::Branch(test, Edge::to(yes), Edge::to(no));
        self.0
    }

    pub fn op(&mut self, op: Op) -> ValueId {
        let value = self.0.add_value();
        let result = op.has_result().then_some(value);
        let position = self.0.position;
        self.0.blocks[self.1].instructions.push(Instruction {
            result,
            op,
            position,
        });
        value
    }

    pub fn number(&mut self, number: f64) -> ValueId {
        self.op(Op::Constant(Constant::Number(number)))
    }

    pub fn returning(mut self, value: ValueId) -> Function {
        self.0.blocks[self.1].terminator = Terminator::Return(value);
        self.0
    }
}

#[derive(Default)]
pub struct World {
    pub program: Program,
    pub graph: Graph,
}

impl World {
    pub fn function(&mut self, function: Function) -> FunctionId {
        self.program.functions.push(function)
    }

    pub fn node(&mut self, node: Node) -> NodeId {
        self.graph.nodes.push(node)
    }

    pub fn object(&mut self, properties: &[(&str, Value)]) -> NodeId {
        self.instance(Value::Constant(Constant::Null), properties)
    }

    pub fn instance(&mut self, prototype: Value, properties: &[(&str, Value)]) -> NodeId {
        let properties =
            (properties.iter()).map(|(key, value)| Property::data((*key).into(), value.clone()));
        let properties = properties.collect();
        self.node(Node::Object {
            prototype,
            properties,
            constructor: None,
        })
    }

    pub fn closure(&mut self, function: FunctionId, scope: Option<NodeId>) -> NodeId {
        self.node(Node::Closure {
            function,
            scope,
            properties: None,
        })
    }

    pub fn variable(&mut self, name: &str, value: Value) -> VariableId {
        let id = self.program.variables.push(Variable {
            name: name.to_owned(),
            file: FileId::new(0),
        });
        self.graph.variables.insert(id, value);
        id
    }

    pub fn export(&mut self, id: u16, node: NodeId) {
        self.graph.exports.insert(id, Value::Node(node));
    }

    pub fn analyse(&self) -> Facts {
        analyse(&self.program, &self.graph)
    }
}

pub fn number(number: f64) -> Value {
    Value::Constant(Constant::Number(number))
}
