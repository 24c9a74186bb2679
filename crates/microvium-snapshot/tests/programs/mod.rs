//! Small programs, made by hand.

use crate::world::{Code, World, number};
use microvium_ir::{BinaryOperator, Constant, FunctionKind, Node, Op, SourceFile, Value, ValueId};

/// An export of a function of one parameter that returns what `code` says.
pub fn export(world: &mut World, id: u16, code: impl FnOnce(&mut Code) -> ValueId) {
    let mut function = Code::new("", FunctionKind::Method, 1);
    let result = code(&mut function);
    let function = world.function(function.returning(result));
    let closure = world.closure(function, None);
    world.export(id, closure);
}

/// `const print = vmImport(1); vmExport(1, () => { print('Hello, World!') })`
pub fn hello() -> World {
    let mut world = World::default();
    world.program.files.push(SourceFile {
        name: "main.js".to_owned(),
        text: "const print = vmImport(1);".into(),
    });
    let print = world.node(Node::Host(1));
    let print = world.variable("print", Value::Node(print));
    export(&mut world, 1, |code| {
        let callee = code.op(Op::GetVariable(print));
        let text = code.op(Op::Constant(Constant::String("Hello, World!".into())));
        code.op(Op::Call(callee, vec![text]));
        code.op(Op::Constant(Constant::Undefined))
    });
    world
}

/// `for (let i = 1; i <= 3; i++) vmExport(i, () => 41 + i)`
pub fn blog() -> World {
    let mut world = World::default();
    let mut code = Code::new("", FunctionKind::Method, 0);
    let captured = code.op(Op::Captured);
    let i = code.op(Op::GetField(captured, 0));
    let base = code.number(41.0);
    let sum = code.op(Op::Binary(BinaryOperator::Add, base, i));
    let function = world.function(code.returning(sum));
    for i in 1..=3 {
        let scope = world.node(Node::Scope(vec![number(f64::from(i))]));
        let closure = world.closure(function, Some(scope));
        world.export(i, closure);
    }
    world
}
