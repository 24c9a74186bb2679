//! What analysis finds out about small hand-made programs. Each is what the JavaScript above it comes to.

mod world;

use microvium_format::Builtin;
use microvium_ir::{
    BinaryOperator, Constant, FunctionKind, Node, NodeId, Op, Property, UnaryOperator, Value,
};
use world::{Code, World, number};

/// `const o = { used: { … }, unused: { … } }; vmExport(1, () => o.used)`
#[test]
fn what_is_not_read_is_not_kept() {
    let mut world = World::default();
    let used = world.object(&[("x", number(1.0))]);
    let unused = world.object(&[("x", number(2.0))]);
    let object = world.object(&[("used", Value::Node(used)), ("unused", Value::Node(unused))]);
    let variable = world.variable("o", Value::Node(object));
    let mut code = Code::new("", FunctionKind::Method, 0);
    let o = code.op(Op::GetVariable(variable));
    let result = code.op(Op::GetProperty(o, "used".into()));
    let function = world.function(code.returning(result));
    let closure = world.closure(function, None);
    world.export(1, closure);

    let facts = world.analyse();
    assert!(facts.keeps_property(object, &"used".into()));
    assert!(!facts.keeps_property(object, &"unused".into()));
    assert!(!facts.identities.contains(&unused));
    // It is returned to the host, which may look at all of it.
    assert!(facts.keeps_property(used, &"x".into()));
    assert!(!facts.is_written(used) && !facts.is_written(object));
    assert!(facts.written_variables.is_empty());
}

/// `function f() {…} f.x = 1; vmExport(1, () => f.x)`
#[test]
fn a_function_that_is_held_need_not_be_called() {
    let mut world = World::default();
    let mut code = Code::new("f", FunctionKind::Method, 0);
    let one = code.number(1.0);
    let held = world.function(code.returning(one));
    let properties = world.object(&[("x", number(1.0))]);
    let function = world.node(Node::Closure {
        function: held,
        scope: None,
        properties: Some(properties),
    });
    let variable = world.variable("f", Value::Node(function));
    let mut code = Code::new("", FunctionKind::Method, 0);
    let f = code.op(Op::GetVariable(variable));
    let result = code.op(Op::GetProperty(f, "x".into()));
    let main = world.function(code.returning(result));
    let closure = world.closure(main, None);
    world.export(1, closure);

    let facts = world.analyse();
    assert_eq!(facts.functions, [held, main].into());
    assert_eq!(facts.called, [main].into());
}

/// `let n = 0; const a = [1, 2], b = [3, 4]; vmExport(1, i => { n = n + a[i]; b[n] = 5; return n })`
#[test]
fn only_what_is_assigned_is_written() {
    let mut world = World::default();
    let a = world.node(Node::Array(vec![number(1.0), number(2.0)]));
    let b = world.node(Node::Array(vec![number(3.0), number(4.0)]));
    let n = world.variable("n", number(0.0));
    let (a_variable, b_variable) = (
        world.variable("a", Value::Node(a)),
        world.variable("b", Value::Node(b)),
    );
    let mut code = Code::new("", FunctionKind::Method, 1);
    let i = code.op(Op::Parameter(0));
    let array = code.op(Op::GetVariable(a_variable));
    let element = code.op(Op::GetElement(array, i));
    let old = code.op(Op::GetVariable(n));
    let sum = code.op(Op::Binary(BinaryOperator::Add, old, element));
    code.op(Op::SetVariable(n, sum));
    let array = code.op(Op::GetVariable(b_variable));
    let five = code.number(5.0);
    code.op(Op::SetElement(array, sum, five));
    let function = world.function(code.returning(sum));
    let closure = world.closure(function, None);
    world.export(1, closure);

    let facts = world.analyse();
    assert!(!facts.is_written(a) && facts.is_written(b));
    assert!(facts.keeps_elements(a));
    assert_eq!(facts.written_variables, [n].into());
}

/// `const p = { m() {…}, other() {…} }; const o = Object.create(p); vmExport(1, () => o.m())`
#[test]
fn a_call_reaches_the_methods_that_its_receiver_may_have() {
    let mut world = World::default();
    let mut functions = Vec::new();
    for name in ["m", "other"] {
        let mut code = Code::new(name, FunctionKind::Method, 0);
        let this = code.op(Op::This);
        let one = code.number(1.0);
        code.op(Op::SetProperty(this, "written".into(), one));
        functions.push(world.function(code.returning(one)));
    }
    let closures: Vec<NodeId> = functions
        .iter()
        .map(|it| world.closure(*it, None))
        .collect();
    let prototype = world.object(&[
        ("m", Value::Node(closures[0])),
        ("other", Value::Node(closures[1])),
    ]);
    let object = world.instance(Value::Node(prototype), &[]);
    let bystander = world.instance(Value::Node(prototype), &[]);
    let variable = world.variable("o", Value::Node(object));
    let mut code = Code::new("", FunctionKind::Method, 0);
    let o = code.op(Op::GetVariable(variable));
    let method = code.op(Op::GetMethod(o, "m".into()));
    let result = code.op(Op::CallMethod(method, vec![]));
    let main = world.function(code.returning(result));
    let closure = world.closure(main, None);
    world.export(1, closure);

    let facts = world.analyse();
    assert_eq!(facts.functions, [functions[0], main].into());
    assert!(facts.is_written(object));
    assert!(!facts.is_written(bystander) && !facts.is_written(prototype));
    let Node::Object {
        prototype: value, ..
    } = &world.graph.nodes[object]
    else {
        panic!("an object");
    };
    assert_eq!(facts.prototype(&world.graph, value), Some(prototype));
}

/// `vmExport(1, () => [1].length)` with `Array.prototype` there, and then `() => [1].at`.
#[test]
fn a_prototype_without_a_property_that_counts_is_left_out() {
    for (key, needed) in [("length", false), ("at", true)] {
        let mut world = World::default();
        let prototype = world.object(&[("at", number(1.0))]);
        let builtins = &mut world.graph.builtins;
        builtins.insert(Builtin::ArrayPrototype, Value::Node(prototype));
        let mut code = Code::new("", FunctionKind::Method, 0);
        let one = code.number(1.0);
        let array = code.op(Op::Array(vec![one]));
        let result = code.op(Op::GetProperty(array, key.into()));
        let function = world.function(code.returning(result));
        let closure = world.closure(function, None);
        world.export(1, closure);
        let builtins = world.analyse().builtins;
        assert_eq!(builtins.contains(&Builtin::ArrayPrototype), needed, "{key}");
    }
}

/// `let n = 0, m = 0; vmExport(1, () => { n = n + 1; return m })` in a function, twice.
#[test]
fn scopes_are_written_one_by_one_and_field_by_field() {
    let mut world = World::default();
    let scope = world.node(Node::Scope(vec![number(0.0), number(0.0), number(0.0)]));
    let other = world.node(Node::Scope(vec![number(0.0)]));
    let mut code = Code::new("writes", FunctionKind::Method, 0);
    let captured = code.op(Op::Captured);
    let one = code.number(1.0);
    code.op(Op::SetField(captured, 0, one));
    let result = code.op(Op::GetField(captured, 1));
    let writes = world.function(code.returning(result));
    let mut code = Code::new("reads", FunctionKind::Method, 0);
    let captured = code.op(Op::Captured);
    let result = code.op(Op::GetField(captured, 0));
    let reads = world.function(code.returning(result));
    let closure = world.closure(writes, Some(scope));
    world.export(1, closure);
    let closure = world.closure(reads, Some(other));
    world.export(2, closure);

    let facts = world.analyse();
    assert!(facts.is_written(scope) && !facts.is_written(other));
    assert!(facts.keeps_field(scope, 1) && !facts.keeps_field(scope, 2));
}

/// A function that the host was given may get anything else that the host was given: here `o`, which it
/// writes to.
#[test]
fn the_host_may_pass_on_what_it_has() {
    let mut world = World::default();
    let object = world.object(&[]);
    let mut code = Code::new("", FunctionKind::Method, 1);
    let parameter = code.op(Op::Parameter(0));
    code.op(Op::SetProperty(parameter, "x".into(), parameter));
    let function = world.function(code.returning(parameter));
    let closure = world.closure(function, None);
    world.export(1, closure);
    assert!(!world.analyse().is_written(object));
    world.export(2, object);
    assert!(world.analyse().is_written(object));
}

/// `globalThis.n = 1; globalThis.o = {}; vmExport(1, () => { n = n + 1 })`; then also `() => globalThis`
#[test]
fn globals_are_variables_unless_code_has_their_object() {
    let mut world = World::default();
    let other = world.object(&[]);
    let global = world.object(&[("n", number(1.0)), ("o", Value::Node(other))]);
    world.graph.global = Some(global);
    if let Node::Object { properties, .. } = &mut world.graph.nodes[global] {
        properties.push(Property::data("globalThis".into(), Value::Node(global)));
    }
    let mut code = Code::new("", FunctionKind::Method, 0);
    let old = code.op(Op::GetGlobal("n".into()));
    let one = code.number(1.0);
    let sum = code.op(Op::Binary(BinaryOperator::Add, old, one));
    code.op(Op::SetGlobal("n".into(), sum));
    code.op(Op::SetGlobal("missing".into(), sum));
    let function = world.function(code.returning(sum));
    let closure = world.closure(function, None);
    world.export(1, closure);
    let facts = world.analyse();
    assert_eq!(facts.written_globals, ["n".into()].into());
    assert!(!facts.shows_global(&world.graph) && !facts.identities.contains(&other));

    let mut code = Code::new("", FunctionKind::Method, 0);
    let object = code.op(Op::GetGlobal("globalThis".into()));
    let function = world.function(code.returning(object));
    let closure = world.closure(function, None);
    world.export(2, closure);
    let facts = world.analyse();
    // The host may look at all of it.
    assert!(facts.shows_global(&world.graph) && facts.identities.contains(&other));
}

/// `vmExport(1, [1])`, and `vmExport(2, (o, k) => o[k])`
#[test]
fn the_engine_needs_its_own_keys_where_code_asks_for_them() {
    let mut world = World::default();
    (world.graph.builtins).insert(
        Builtin::LengthKey,
        Value::Constant(Constant::String("length".into())),
    );
    let array = world.node(Node::Array(vec![number(1.0)]));
    world.export(1, array);
    assert!(!world.analyse().builtins.contains(&Builtin::LengthKey));
    let mut code = Code::new("", FunctionKind::Method, 2);
    let object = code.op(Op::Parameter(0));
    let key = code.op(Op::Parameter(1));
    let value = code.op(Op::GetOwn(object, key));
    let function = world.function(code.returning(value));
    let closure = world.closure(function, None);
    world.export(2, closure);
    assert!(world.analyse().builtins.contains(&Builtin::LengthKey));
}

/// `vmExport(1, (o, k, v) => { o[k] = v; return new C })` with `function C() {}` and its prototype.
#[test]
fn a_computed_key_may_be_any_and_new_needs_the_prototype() {
    let mut world = World::default();
    let object = world.object(&[("a", number(1.0))]);
    let code = Code::new("C", FunctionKind::Plain, 0);
    let mut code = code;
    let undefined = code.op(Op::Constant(Constant::Undefined));
    let class = world.function(code.returning(undefined));
    let prototype = world.object(&[("x", number(1.0))]);
    let properties = world.object(&[("prototype", Value::Node(prototype))]);
    let constructor = world.node(Node::Closure {
        function: class,
        scope: None,
        properties: Some(properties),
    });
    let variable = world.variable("C", Value::Node(constructor));
    let mut code = Code::new("", FunctionKind::Method, 3);
    let parameters = [0, 1, 2].map(|index| code.op(Op::Parameter(index)));
    code.op(Op::SetElement(parameters[0], parameters[1], parameters[2]));
    let class_value = code.op(Op::GetVariable(variable));
    let instance = code.op(Op::New(class_value, vec![]));
    let result = code.op(Op::GetProperty(instance, "x".into()));
    let function = world.function(code.returning(result));
    let closure = world.closure(function, None);
    world.export(1, closure);
    world.export(2, object);

    let facts = world.analyse();
    assert!(facts.is_written(object));
    assert!(facts.constructed.contains(&class));
    assert!(facts.keeps_property(prototype, &"x".into()));
    // Only `new` uses it: the instances' shape holds the prototype.
    assert!(!facts.keeps_property(properties, &"prototype".into()));
}

/// `let n = { v: 1, next: { v: 2, next: … } }; vmExport(1, () => { n.v = 0; n = n.next })`: of many objects
/// that look the same, what is known of one is known of all.
#[test]
fn lookalikes_are_taken_together() {
    let mut world = World::default();
    let mut list = Value::Constant(Constant::Null);
    let mut nodes = Vec::new();
    for i in 0..1000 {
        let node = world.object(&[("v", number(f64::from(i))), ("next", list)]);
        nodes.push(node);
        list = Value::Node(node);
    }
    let bystander = world.object(&[("v", number(0.0))]);
    let head = world.variable("n", list);
    let mut code = Code::new("", FunctionKind::Method, 0);
    let n = code.op(Op::GetVariable(head));
    let zero = code.number(0.0);
    code.op(Op::SetProperty(n, "v".into(), zero));
    let next = code.op(Op::GetProperty(n, "next".into()));
    code.op(Op::SetVariable(head, next));
    let function = world.function(code.returning(zero));
    let closure = world.closure(function, None);
    world.export(1, closure);
    let facts = world.analyse();
    let next = "next".into();
    let all = |node: &NodeId| facts.is_written(*node) && facts.keeps_property(*node, &next);
    assert!(nodes.iter().all(all) && !facts.is_written(bystander));
}

/// `import * as ns from './x'; const all = [ns];
/// vmExport(1, () => { n = 5; ns.m = 0; delete ns.gone; return all[0].n })`, where `x` exports `n`, `m`,
/// `gone` and `unused`.
#[test]
fn a_namespace_is_its_variables_and_never_written() {
    let mut world = World::default();
    let [n, m, gone, unused] =
        ["n", "m", "gone", "unused"].map(|name| world.variable(name, number(1.0)));
    let members = [("gone", gone), ("m", m), ("n", n), ("unused", unused)];
    let members = members.map(|(name, variable)| (name.into(), variable));
    let namespace = world.node(Node::Namespace(members.to_vec()));
    let all = world.node(Node::Array(vec![Value::Node(namespace)]));
    let all = world.variable("all", Value::Node(all));
    let ns = world.variable("*namespace*", Value::Node(namespace));
    let mut code = Code::new("", FunctionKind::Method, 0);
    let five = code.number(5.0);
    code.op(Op::SetVariable(n, five));
    let object = code.op(Op::GetVariable(ns));
    code.op(Op::SetProperty(object, "m".into(), five));
    let key = code.op(Op::Constant(Constant::String("gone".into())));
    code.op(Op::Delete(object, key));
    let array = code.op(Op::GetVariable(all));
    let zero = code.number(0.0);
    let element = code.op(Op::GetElement(array, zero));
    let result = code.op(Op::GetProperty(element, "n".into()));
    let function = world.function(code.returning(result));
    let closure = world.closure(function, None);
    world.export(1, closure);

    let facts = world.analyse();
    assert!(!facts.is_written(namespace));
    let kept = ["gone", "m", "n", "unused"].map(|key| facts.keeps_property(namespace, &key.into()));
    // Whether `gone` is there decides whether deleting it throws.
    assert_eq!(kept, [true, false, true, false]);
    assert!(facts.read_variables.contains(&n) && !facts.read_variables.contains(&unused));
    assert_eq!(facts.written_variables, [n].into());
}

/// `const same = (o) => o; vmExport(1, () => { same({ f: () => { } }); return same({ f: () => { } }).f() })`: what one call
/// returns isn't what another one is passed.
#[test]
fn calls_of_a_function_are_told_apart() {
    let mut world = World::default();
    let [quiet, called] = ["quiet", "called"].map(|name| {
        let mut code = Code::new(name, FunctionKind::Method, 0);
        let result = code.op(Op::Constant(Constant::Undefined));
        world.function(code.returning(result))
    });
    let [first, second] = [quiet, called].map(|function| {
        let closure = world.closure(function, None);
        let object = world.object(&[("f", Value::Node(closure))]);
        world.variable("object", Value::Node(object))
    });
    let mut code = Code::new("same", FunctionKind::Method, 1);
    let parameter = code.op(Op::Parameter(0));
    let same = world.function(code.returning(parameter));
    let same = world.closure(same, None);
    let same = world.variable("same", Value::Node(same));

    let mut code = Code::new("", FunctionKind::Method, 0);
    let callee = code.op(Op::GetVariable(same));
    let object = code.op(Op::GetVariable(first));
    code.op(Op::Call(callee, vec![object]));
    let object = code.op(Op::GetVariable(second));
    let result = code.op(Op::Call(callee, vec![object]));
    let method = code.op(Op::GetMethod(result, "f".into()));
    let result = code.op(Op::CallMethod(method, vec![]));
    let main = world.function(code.returning(result));
    let closure = world.closure(main, None);
    world.export(1, closure);

    let facts = world.analyse();
    assert!(facts.called.contains(&called) && !facts.called.contains(&quiet));
}

/// `vmExport(1, (x = … ? callee : object) => { if (typeof x !== 'object') return x(); return x.named })`: behind the test, only
/// the object is read.
#[test]
fn a_type_test_holds_behind_it() {
    let mut world = World::default();
    let mut code = Code::new("callee", FunctionKind::Method, 0);
    let result = code.number(1.0);
    let callee = world.function(code.returning(result));
    let of_callee = world.object(&[("named", number(2.0))]);
    let closure = world.node(Node::Closure {
        function: callee,
        scope: None,
        properties: Some(of_callee),
    });
    let object = world.object(&[("named", number(3.0))]);
    let x = world.variable("x", Value::Node(object));
    let other = world.variable("other", Value::Node(closure));

    let mut code = Code::new("", FunctionKind::Method, 0);
    let value = code.op(Op::GetVariable(other));
    code.op(Op::SetVariable(x, value));
    let value = code.op(Op::GetVariable(x));
    let type_of = code.op(Op::Unary(UnaryOperator::TypeOf, value));
    let name = code.op(Op::Constant(Constant::String("object".into())));
    let test = code.op(Op::Binary(BinaryOperator::StrictNotEqual, type_of, name));
    let is_other = code.block(|code| code.op(Op::Call(value, vec![])));
    let is_object = code.block(|code| code.op(Op::GetProperty(value, "named".into())));
    let main = world.function(code.branching(test, is_other, is_object));
    let main = world.closure(main, None);
    world.export(1, main);

    let facts = world.analyse();
    assert!(facts.called.contains(&callee));
    assert!(facts.keeps_property(object, &"named".into()));
    assert!(!facts.keeps_property(of_callee, &"named".into()));
}
