//! Hand-made programs, encoded and run on the narrow engine.

#[path = "../../microvium-analysis/tests/world/mod.rs"]
mod world;

mod programs;

use microvium_engine::embed::{Host, NarrowMachine, Simulator};
use microvium_engine::{Fault, Narrow, Number, Vm, Width};
use microvium_ir::{BinaryOperator, Constant, FunctionKind, Node, Op, Value};
use microvium_snapshot::{Dump, decode, encode};
use programs::{blog, export, hello};
use std::cell::RefCell;
use std::rc::Rc;
use world::{Code, World, number};

type Device = Narrow<Simulator>;

/// Keeps what is printed.
#[derive(Default)]
struct Printer(RefCell<Vec<String>>);

impl Host<Device> for Printer {
    fn call(
        &self,
        vm: &mut Vm<Device>,
        _: u16,
        arguments: &[<Device as Width>::Value],
    ) -> Result<<Device as Width>::Value, Fault> {
        for &argument in arguments {
            let text = vm.string_bytes(argument).unwrap_or_default();
            let text = String::from_utf8_lossy(text).into_owned();
            self.0.borrow_mut().push(text);
        }
        Ok(Device::UNDEFINED)
    }
}

/// A restored program, and what it prints.
struct Restored {
    machine: NarrowMachine<Simulator>,
    printer: Rc<Printer>,
    text: String,
}

impl Restored {
    fn new(world: &World) -> Restored {
        let image = encode(&world.program, &world.graph, &world.analyse()).expect("it fits");
        let decoded = decode(&image.bytes).expect("an image");
        let text = Dump::new(&decoded, None).to_string();
        let printer = Rc::new(Printer::default());
        let host = printer.clone();
        let machine = NarrowMachine::restore(&image.bytes, host, &mut |_| true).expect("an image");
        Restored {
            machine,
            printer,
            text,
        }
    }

    /// Calls an export with integers; gives the integer it returns, None if it returns something else.
    fn call(&mut self, id: u16, arguments: &[i32]) -> Option<i32> {
        let vm = &mut self.machine;
        let function = vm.resolve_export(id);
        let arguments: Vec<_> = (arguments.iter())
            .map(|it| vm.new_number(Number::Integer(*it)).expect("room"))
            .collect();
        let function = vm.host_value(function);
        match vm.call(function, &arguments) {
            Ok(value) => match vm.number(value) {
                Some(Number::Integer(integer)) => Some(integer),
                _ => None,
            },
            Err(Fault) => panic!("{:?} in\n{}", vm.error(), self.text),
        }
    }
}

#[test]
fn prints_a_line() {
    let world = hello();
    let mut restored = Restored::new(&world);
    assert_eq!(restored.call(1, &[]), None);
    assert_eq!(*restored.printer.0.borrow(), ["Hello, World!"]);
}

#[test]
fn calls_three_closures() {
    let world = blog();
    let mut restored = Restored::new(&world);
    let results = [1, 2, 3].map(|id| restored.call(id, &[]));
    assert_eq!(results, [Some(42), Some(43), Some(44)]);
}

/// `const table = […]; vmExport(1, i => table[i])`
#[test]
fn packed_tables_read_as_they_were() {
    for values in [
        [0, 255, 17, 200],
        [-128, 127, 0, -1],
        [0, 65535, 40000, 2],
        [-32768, 32767, 1000, -1],
        [i32::MIN, i32::MAX, 70000, -70000],
    ] {
        let mut world = World::default();
        let elements = values
            .iter()
            .cycle()
            .take(40)
            .map(|it| number(f64::from(*it)));
        let table = world.node(Node::Array(elements.collect()));
        let table = world.variable("table", Value::Node(table));
        export(&mut world, 1, |code| {
            let array = code.op(Op::GetVariable(table));
            let index = code.op(Op::Parameter(0));
            code.op(Op::GetElement(array, index))
        });
        let mut restored = Restored::new(&world);
        assert!(restored.text.contains("Packed"), "{}", restored.text);
        for index in 0..40 {
            let expected = values[index as usize % 4];
            assert_eq!(restored.call(1, &[index]), Some(expected));
        }
        assert_eq!(restored.call(1, &[40]), None);
    }
}

/// `const o = { n: 5, rest: { n: 7 } }, a = [1, 2, 3];`
/// `vmExport(1, i => { o.n = o.n + i; a[i] = o.n; return a[i] + o.rest.n })`
#[test]
fn the_first_write_copies() {
    let mut world = World::default();
    let rest = world.object(&[("n", number(7.0))]);
    let object = world.object(&[("n", number(5.0)), ("rest", Value::Node(rest))]);
    let array = world.node(Node::Array([1.0, 2.0, 3.0].map(number).to_vec()));
    let object = world.variable("o", Value::Node(object));
    let array = world.variable("a", Value::Node(array));
    export(&mut world, 1, |code| {
        let i = code.op(Op::Parameter(0));
        let o = code.op(Op::GetVariable(object));
        let n = code.op(Op::GetProperty(o, "n".into()));
        let sum = code.op(Op::Binary(BinaryOperator::Add, n, i));
        code.op(Op::SetProperty(o, "n".into(), sum));
        let a = code.op(Op::GetVariable(array));
        let n = code.op(Op::GetProperty(o, "n".into()));
        code.op(Op::SetElement(a, i, n));
        let element = code.op(Op::GetElement(a, i));
        let rest = code.op(Op::GetProperty(o, "rest".into()));
        let n = code.op(Op::GetProperty(rest, "n".into()));
        code.op(Op::Binary(BinaryOperator::Add, element, n))
    });
    let mut restored = Restored::new(&world);
    for (argument, expected) in [(1, 13), (2, 15), (1, 16), (9, 25)] {
        assert_eq!(
            restored.call(1, &[argument]),
            Some(expected),
            "{}",
            restored.text
        );
    }
}

/// A linked queue with two nodes when the snapshot was taken; then pushes and shifts without end. What
/// was captured must not keep what was appended to it: the heap stays flat.
///
/// `push: i => { const node = { value: i, next: null }; tail.next = node; tail = node }`
/// `shift: () => { const value = head.value; head = head.next; return value }`
#[test]
fn a_captured_queue_lets_go_of_what_has_passed() {
    let mut world = World::default();
    let null = Value::Constant(Constant::Null);
    let second = world.object(&[("value", number(2.0)), ("next", null)]);
    let first = world.object(&[("value", number(1.0)), ("next", Value::Node(second))]);
    let head = world.variable("head", Value::Node(first));
    let tail = world.variable("tail", Value::Node(second));
    export(&mut world, 1, |code| {
        let i = code.op(Op::Parameter(0));
        let null = code.op(Op::Constant(Constant::Null));
        let node = code.op(Op::Object(
            vec!["value".into(), "next".into()],
            vec![i, null],
        ));
        let last = code.op(Op::GetVariable(tail));
        code.op(Op::SetProperty(last, "next".into(), node));
        code.op(Op::SetVariable(tail, node));
        code.op(Op::Constant(Constant::Undefined))
    });
    export(&mut world, 2, |code| {
        let node = code.op(Op::GetVariable(head));
        let value = code.op(Op::GetProperty(node, "value".into()));
        let next = code.op(Op::GetProperty(node, "next".into()));
        code.op(Op::SetVariable(head, next));
        value
    });
    let mut restored = Restored::new(&world);
    let mut flat = None;
    for i in 3..20_000 {
        // Inline integers, as others take room of their own.
        restored.call(1, &[i % 1000]);
        assert_eq!(
            restored.call(2, &[]),
            Some((i - 2) % 1000),
            "{}",
            restored.text
        );
        if i % 1000 == 0 {
            restored.machine.run_gc(true);
            let used = restored.machine.heap_usage().0;
            assert_eq!(
                *flat.get_or_insert(used),
                used,
                "after {i} {}",
                restored.text
            );
        }
    }
}

/// `class C { constructor(i) { this.a = i; this.b = 2 } m() { return this.a + this.b } }`, an instance of
/// it, and new ones.
#[test]
fn captured_classes_construct() {
    let mut world = World::default();
    let mut code = Code::new("C", FunctionKind::Class, 1);
    let this = code.op(Op::This);
    let i = code.op(Op::Parameter(0));
    code.op(Op::SetProperty(this, "a".into(), i));
    let two = code.number(2.0);
    code.op(Op::SetProperty(this, "b".into(), two));
    let undefined = code.op(Op::Constant(Constant::Undefined));
    code.0.instance_keys = vec!["a".into(), "b".into()];
    let class = world.function(code.returning(undefined));
    let mut code = Code::new("m", FunctionKind::Method, 0);
    let this = code.op(Op::This);
    let a = code.op(Op::GetProperty(this, "a".into()));
    let b = code.op(Op::GetProperty(this, "b".into()));
    let sum = code.op(Op::Binary(BinaryOperator::Add, a, b));
    let method = world.function(code.returning(sum));
    let method = world.closure(method, None);
    let prototype = world.object(&[("m", Value::Node(method))]);
    let properties = world.object(&[("prototype", Value::Node(prototype))]);
    let constructor = world.node(Node::Closure {
        function: class,
        scope: None,
        properties: Some(properties),
    });
    let constructor = world.variable("C", Value::Node(constructor));
    let own = [("a", number(10.0)), ("b", number(20.0))];
    let object = world.instance(Value::Node(prototype), &own);
    let object = world.variable("o", Value::Node(object));
    export(&mut world, 1, |code| {
        let callee = code.op(Op::GetVariable(constructor));
        let i = code.op(Op::Parameter(0));
        let made = code.op(Op::New(callee, vec![i]));
        let method = code.op(Op::GetMethod(made, "m".into()));
        let new = code.op(Op::CallMethod(method, vec![]));
        let o = code.op(Op::GetVariable(object));
        let method = code.op(Op::GetMethod(o, "m".into()));
        let old = code.op(Op::CallMethod(method, vec![]));
        code.op(Op::Binary(BinaryOperator::Add, new, old))
    });
    let mut restored = Restored::new(&world);
    assert_eq!(restored.call(1, &[5]), Some(37), "{}", restored.text);
}
