//! What small hand-made programs look like as images. Each is what the JavaScript above it comes to.

#[path = "../../microvium-analysis/tests/world/mod.rs"]
mod world;

mod programs;

use microvium_format::image::{Field, Section};
use microvium_format::{Builtin, Kind, narrow};
use microvium_ir::{BinaryOperator, Constant, FunctionKind, Node, Op, Value};
use microvium_snapshot::decode::{Content, DecodedCell};
use microvium_snapshot::{Decoded, Dump, EncodeError, Image, Sidecar, decode, encode};
use programs::{blog, export, hello};
use world::{Code, World, number};

fn image(world: &World) -> Image {
    encode(&world.program, &world.graph, &world.analyse()).expect("it fits")
}

fn decoded(world: &World) -> Decoded {
    decode(&image(world).bytes).expect("what was encoded can be decoded")
}

fn text(world: &World) -> String {
    Dump::new(&decoded(world), None).to_string()
}

/// How many cells of a kind there are in ROM and in RAM.
fn cells(image: &Decoded, kind: Kind) -> (usize, usize) {
    let count = |cells: &[DecodedCell]| cells.iter().filter(|cell| cell.kind == kind).count();
    (count(&image.rom), count(&image.ram))
}

#[test]
fn an_empty_program_is_a_header() {
    assert_eq!(image(&World::default()).bytes.len(), 28);
}

/// Bytes of the initial RAM part.
fn ram_bytes(image: &Decoded) -> usize {
    let (start, end) = image.header.section(Section::Ram);
    end - start
}

#[test]
fn hello_is_small_and_needs_no_ram() {
    let world = hello();
    let image = image(&world);
    assert!(image.bytes.len() <= 76, "{} bytes", image.bytes.len());
    let decoded = decode(&image.bytes).expect("an image");
    assert_eq!(ram_bytes(&decoded), 0);
    assert_eq!(decoded.imports, [1]);
    let sidecar = Sidecar::new(&world.program, &world.graph, &image, |_| false);
    assert_eq!(sidecar.imports[&1], "print");
    let text = Dump::new(&decoded, Some(&sidecar)).to_string();
    assert!(
        text.contains("Call 1") && text.contains("main.js:1:1"),
        "{text}"
    );
    let again = Sidecar::from_json(&sidecar.to_json()).expect("JSON");
    assert_eq!(again, sidecar);
}

#[test]
fn blog_is_small_and_needs_no_ram() {
    let world = blog();
    let image = image(&world);
    assert!(image.bytes.len() <= 92, "{} bytes", image.bytes.len());
    let decoded = decode(&image.bytes).expect("an image");
    assert_eq!(ram_bytes(&decoded), 0);
    assert_eq!(cells(&decoded, Kind::Scope), (3, 0));
}

/// `const table = […]; vmExport(1, i => table[i & 255])`
fn table(elements: impl Iterator<Item = i32>) -> Decoded {
    let mut world = World::default();
    let elements = elements.map(|it| number(f64::from(it))).collect();
    let table = world.node(Node::Array(elements));
    let table = world.variable("table", Value::Node(table));
    export(&mut world, 1, |code| {
        let array = code.op(Op::GetVariable(table));
        let index = code.op(Op::Parameter(0));
        let mask = code.number(255.0);
        let index = code.op(Op::Binary(BinaryOperator::And, index, mask));
        code.op(Op::GetElement(array, index))
    });
    decoded(&world)
}

#[test]
fn a_table_is_packed_as_narrow_as_its_values() {
    for (low, high, bytes) in [
        (0, 255, 1),
        (-128, 127, 1),
        (0, 65535, 2),
        (-1, 65535, 4),
        (-32768, 32767, 2),
        (0, i32::MAX, 4),
    ] {
        let values = [low, high].into_iter().chain(0..100);
        let image = table(values.clone());
        let packed = image.rom.iter().find(|it| it.kind == Kind::Packed);
        let packed = packed.expect("a packed array");
        assert_eq!(packed.size, 4 + 102 * bytes, "{low}..{high}");
        let Content::Integers(integers) = &packed.content else {
            panic!("integers");
        };
        assert!(integers.iter().copied().eq(values), "{low}..{high}");
    }
    assert_eq!(cells(&table([1, 2].into_iter()), Kind::Packed), (0, 0));
}

/// `const o = { a: 1, b: 2 }, p = { a: 3 }; vmExport(1, () => { o.a = p.a; o.a; return o.b })`
#[test]
fn what_may_be_written_keeps_its_storage_in_rom() {
    let mut world = World::default();
    let object = world.object(&[("a", number(1.0)), ("b", number(2.0))]);
    let other = world.object(&[("a", number(3.0))]);
    let object = world.variable("o", Value::Node(object));
    let other = world.variable("p", Value::Node(other));
    export(&mut world, 1, |code| {
        let p = code.op(Op::GetVariable(other));
        let a = code.op(Op::GetProperty(p, "a".into()));
        let o = code.op(Op::GetVariable(object));
        code.op(Op::SetProperty(o, "a".into(), a));
        code.op(Op::GetProperty(o, "a".into()));
        code.op(Op::GetProperty(o, "b".into()))
    });
    let image = decoded(&world);
    assert_eq!(cells(&image, Kind::Indirect), (0, 1));
    assert_eq!(cells(&image, Kind::Object), (2, 0));
    // `{ a }` is as well served by the shape of `{ a, b }`.
    assert_eq!(cells(&image, Kind::Shape), (1, 0));
    // A link slot and the identity.
    assert_eq!(image.header.get(Field::Slots), 1);
    assert_eq!(ram_bytes(&image), 2 + 4);
}

/// `let n = { next: { next: null } }; vmExport(1, () => { n.next = n.next; n = n.next })`: what only
/// storage refers to has a weak link.
#[test]
fn storage_refers_to_ram_by_weak_links() {
    let mut world = World::default();
    let last = world.object(&[("next", Value::Constant(Constant::Null))]);
    let first = world.object(&[("next", Value::Node(last))]);
    let head = world.variable("n", Value::Node(first));
    export(&mut world, 1, |code| {
        let n = code.op(Op::GetVariable(head));
        let next = code.op(Op::GetProperty(n, "next".into()));
        code.op(Op::SetProperty(n, "next".into(), next));
        code.op(Op::SetVariable(head, next));
        code.op(Op::Constant(Constant::Undefined))
    });
    let image = decoded(&world);
    assert_eq!(image.header.get(Field::Slots), 1, "{}", text(&world));
    assert_eq!(image.header.get(Field::WeakLinks), 1);
}

/// `class C { constructor() { this.a = 1; … } m() { return this.a } }` and an instance: a constructor that
/// may be called names its instances' layout, one that can't be is dropped.
#[test]
fn instances_share_the_layout_of_those_to_come() {
    for constructs in [false, true] {
        let mut world = World::default();
        let mut code = Code::new("C", FunctionKind::Class, 0);
        let this = code.op(Op::This);
        let one = code.number(1.0);
        code.op(Op::SetProperty(this, "a".into(), one));
        let undefined = code.op(Op::Constant(Constant::Undefined));
        code.0.instance_keys = vec!["a".into(), "b".into()];
        let class = world.function(code.returning(undefined));
        let mut code = Code::new("m", FunctionKind::Method, 0);
        let this = code.op(Op::This);
        let a = code.op(Op::GetProperty(this, "a".into()));
        let method = world.function(code.returning(a));
        let method = world.closure(method, None);
        let prototype = world.object(&[("m", Value::Node(method))]);
        let properties = world.object(&[("prototype", Value::Node(prototype))]);
        let constructor = world.node(Node::Closure {
            function: class,
            scope: None,
            properties: Some(properties),
        });
        let constructor = world.variable("C", Value::Node(constructor));
        let object = world.instance(Value::Node(prototype), &[("a", number(5.0))]);
        let object = world.variable("o", Value::Node(object));
        export(&mut world, 1, |code| {
            if constructs {
                let callee = code.op(Op::GetVariable(constructor));
                code.op(Op::New(callee, vec![]));
            }
            let o = code.op(Op::GetVariable(object));
            let method = code.op(Op::GetMethod(o, "m".into()));
            code.op(Op::CallMethod(method, vec![]))
        });
        let image = decoded(&world);
        let shapes = image.rom.iter().filter(|it| it.kind == Kind::Shape);
        let mut shapes: Vec<usize> = shapes.map(|it| it.count).collect();
        shapes.sort_unstable();
        let closures = image.rom.iter().filter(|it| it.kind == Kind::Closure);
        let closures: Vec<usize> = closures.map(|it| it.count).collect();
        if constructs {
            assert_eq!(
                (shapes, closures),
                (vec![1, 2], vec![4]),
                "{}",
                text(&world)
            );
        } else {
            assert_eq!((shapes, closures), (vec![1, 1], vec![]), "{}", text(&world));
        }
    }
}

/// `vmExport(1, () => [].at)` with a library: what of it isn't mentioned isn't there.
#[test]
fn the_library_is_trimmed_to_what_is_mentioned() {
    let mut world = World::default();
    let root = world.object(&[("valueOf", number(1.0))]);
    let own = [("at", number(2.0)), ("map", number(3.0))];
    let array = world.instance(Value::Node(root), &own);
    let builtins = &mut world.graph.builtins;
    builtins.insert(Builtin::ObjectPrototype, Value::Node(root));
    builtins.insert(Builtin::ArrayPrototype, Value::Node(array));
    export(&mut world, 1, |code| {
        let array = code.op(Op::Array(vec![]));
        code.op(Op::GetProperty(array, "at".into()))
    });
    let text = text(&world);
    assert!(text.contains("ArrayPrototype"), "{text}");
    assert!(
        text.contains("\"at\"") && !text.contains("\"map\""),
        "{text}"
    );
    assert!(!text.contains("valueOf"), "{text}");
}

/// A chain of 20,000 objects: the error says by how much it is too large, and nothing overflows a stack.
#[test]
fn too_large_is_an_error_that_tells_what_is_largest() {
    let mut world = World::default();
    let mut list = Value::Constant(Constant::Null);
    for _ in 0..20_000 {
        let node = world.object(&[("next", list)]);
        list = Value::Node(node);
    }
    let Value::Node(first) = list else {
        panic!("a node");
    };
    world.export(1, first);
    match encode(&world.program, &world.graph, &world.analyse()) {
        Err(EncodeError::TooLarge { bytes, largest, .. }) => {
            assert!(bytes > 20_000 * 8, "{bytes}");
            assert_eq!(largest.len(), 5);
        }
        other => panic!("{:?}", other.map(|image| image.bytes.len())),
    }
}

/// Whatever the bytes, decoding returns.
#[test]
fn hostile_bytes_are_refused_or_read() {
    let original = image(&hello()).bytes;
    let mut read = 0;
    for at in 8..original.len() {
        for bits in [0x01, 0x10, 0x80, 0xFF] {
            let mut bytes = original.clone();
            bytes[at] ^= bits;
            let crc = microvium_format::crc::crc32(&bytes[8..]);
            bytes[4..8].copy_from_slice(&crc.to_le_bytes());
            if let Ok(image) = decode(&bytes) {
                read += Dump::new(&image, None).to_string().len();
            }
        }
    }
    assert!(read > 0);
    for length in 0..original.len() {
        assert!(decode(&original[..length]).is_err());
    }
}

#[test]
fn encoding_is_deterministic() {
    assert_eq!(image(&hello()).bytes, image(&hello()).bytes);
}

/// `import * as ns from './x'; vmExport(1, key => { n = 1; return ns[key] })`, where `x` exports the
/// variable `n` and the constant `c`.
#[test]
fn a_namespace_links_to_the_slots_of_what_changes() {
    let mut world = World::default();
    let n = world.variable("n", number(3.0));
    let c = world.variable("c", number(4.0));
    let members = vec![("c".into(), c), ("n".into(), n)];
    let namespace = world.node(Node::Namespace(members));
    let ns = world.variable("*namespace*", Value::Node(namespace));
    export(&mut world, 1, |code| {
        let one = code.number(1.0);
        code.op(Op::SetVariable(n, one));
        let object = code.op(Op::GetVariable(ns));
        let key = code.op(Op::Parameter(0));
        code.op(Op::GetElement(object, key))
    });
    let image = decoded(&world);
    assert_eq!(image.slots, [narrow::integer(3)]);
    assert!(image.ram.is_empty());
    let object = image.rom.iter().find(|cell| cell.kind == Kind::Object);
    let Some(Content::Values(words)) = object.map(|cell| &cell.content) else {
        panic!("no object in {:?}", image.rom);
    };
    assert_eq!(words[1..], [narrow::integer(4), narrow::slot(0)]);
}
