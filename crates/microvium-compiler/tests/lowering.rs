//! What the lowering of a script comes to, in the IR's text form.

use microvium_compiler::{Loader, Modules, render};
use microvium_ir::print::print;
use microvium_ir::verify::verify_program;
use microvium_ir::{Function, Op, Program, Terminator};

struct One<'t>(&'t str);

impl Loader for One<'_> {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        Err(format!("there is no `{specifier}`"))
    }
    fn load(&mut self, _: &str) -> Result<String, String> {
        Ok(self.0.to_owned())
    }
}

fn compile(source: &str) -> Program {
    let mut program = Program::default();
    if let Err(errors) = Modules::default().compile(&mut program, "main.js", &mut One(source)) {
        panic!("{}", render(&errors, false));
    }
    let errors = verify_program(&program);
    assert!(errors.is_empty(), "{source}: {errors:?}");
    program
}

fn named<'p>(program: &'p Program, name: &str) -> &'p Function {
    let mut functions = program.functions.iter().map(|(_, function)| function);
    functions
        .find(|function| function.name == name)
        .unwrap_or_else(|| panic!("there is no function {name}"))
}

/// The text of the function `f`.
fn text(source: &str) -> String {
    let program = compile(source);
    print(named(&program, "f"), Some(&program))
}

/// How many instructions of the function `f` are of a kind.
fn count(source: &str, is: impl Fn(&Op) -> bool) -> usize {
    let program = compile(source);
    let blocks = named(&program, "f").blocks.iter();
    blocks
        .flat_map(|(_, block)| &block.instructions)
        .filter(|instruction| is(&instruction.op))
        .count()
}

fn checks(source: &str) -> usize {
    count(source, |op| matches!(op, Op::Check(..)))
}

#[track_caller]
fn check(source: &str, expected: &str) {
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    };
    let actual = text(source);
    assert_eq!(lines(&actual), lines(expected), "\n{actual}");
}

#[test]
fn variables_become_values() {
    check(
        "export function f(a) { let b = a + 1; b = b * 2; return b; }",
        "fn f(1):
         b0:
           v0 = parameter 0
           v1 = 1.0
           v2 = Add v0, v1
           v3 = 2.0
           v4 = Multiply v2, v3
           return v4",
    );
}

#[test]
fn loops_have_parameters_only_for_what_changes() {
    check(
        "export function f(n) { let s = 0; for (let i = 0; i < n; i++) s += i; return s; }",
        "fn f(1):
         b0:
           v0 = parameter 0
           v1 = 0.0
           v2 = 0.0
           jump b1(v2, v1)
         b1(v3, v4):
           v5 = Less v3, v0
           branch v5 ? b2 : b4
         b2:
           v6 = Add v4, v3
           jump b3
         b3:
           v7 = Increment v3
           jump b1(v7, v6)
         b4:
           return v4",
    );
}

#[test]
fn conditions_branch_without_values() {
    let source = "export function f(a, b) { if (a && !b) return 1; return 2; }";
    assert_eq!(count(source, |op| matches!(op, Op::Unary(..))), 0);
    let program = compile(source);
    let branches = named(&program, "f").blocks.iter();
    let branches = branches
        .filter(|(_, block)| matches!(block.terminator, Terminator::Branch(..)))
        .count();
    assert_eq!(branches, 2);
}

#[test]
fn dead_code_is_dropped_with_its_functions() {
    let program = compile("export function f() { return 1; g(() => 2); }");
    // f, and the module's two.
    assert_eq!(program.functions.len(), 3);
}

#[test]
fn what_a_handler_sees_changed_is_a_local() {
    let source = "export function f(g) { let x = 1; try { x = 2; g(); } catch {} return x; }";
    assert_eq!(count(source, |op| matches!(op, Op::SetLocal(..))), 2);
    assert_eq!(count(source, |op| matches!(op, Op::GetLocal(_))), 1);
    let inner = "export function f(g) { try { let x = 1; x = 2; g(x); } catch {} }";
    assert_eq!(count(inner, |op| matches!(op, Op::SetLocal(..))), 0);
}

#[test]
fn an_unused_exception_isnt_made_an_object() {
    let caught = |op: &Op| matches!(op, Op::Caught(_));
    for (clause, expected) in [
        ("catch {}", 0),
        ("catch (e) {}", 0),
        ("catch (e) { g(e) }", 1),
    ] {
        let source = format!("export function f(g) {{ try {{ g(); }} {clause} }}");
        assert_eq!(count(&source, caught), expected, "{clause}");
    }
}

#[test]
fn finally_is_lowered_once() {
    let source = "export function f(a, g) {
        for (;;) try { if (a) break; if (g) continue; return 1; } finally { g(); }
    }";
    assert_eq!(count(source, |op| matches!(op, Op::Call(..))), 1);
}

#[test]
fn checks_stay_where_a_variable_may_be_empty() {
    for (body, expected) in [
        ("let x = 1; return x;", 0),
        ("const x = 1; for (;;) g(x);", 0),
        ("g(x); let x = 1;", 1),
        ("if (g) { return x; } let x = 1; return x;", 1),
        ("let x = 1; g(() => x); return x;", 0),
        ("g(() => x); g(x); g(x); let x = 1;", 1),
        ("switch (g) { case 1: let x = 1; break; default: g(x); }", 1),
        ("switch (g) { case 1: let x = 1; g(x); }", 0),
        ("for (let i = 0; ; i++) g(i);", 0),
        ("while (g) { let x = 1; g(x); }", 0),
        ("try { g(); let x = 1; g(x); } catch { g(); }", 0),
        ("var x; g(x); return h; function h() {}", 0),
    ] {
        let source = format!("export function f(g) {{ {body} }}");
        assert_eq!(checks(&source), expected, "{body}\n{}", text(&source));
    }
    assert_eq!(
        checks("const x = 1; export function f() { return x + x; }"),
        1
    );
    assert_eq!(
        checks("var x = 1; export function f() { return x + g; } function g() {}"),
        0
    );
}

#[test]
fn assignment_to_a_constant_is_a_fault_behind_its_value() {
    check(
        "export function f(g) { const x = 1; x = g(); }",
        "fn f(1):
         b0:
           v0 = parameter 0
           v1 = call v0()
           fault ConstAssignment",
    );
}

#[test]
fn only_what_is_captured_lives_in_a_scope() {
    check(
        "export function f(a, b) { return () => a; }",
        "fn f(2):
         b0:
           v0 = parameter 0
           v1 = scope(v0)
           v2 = closure f0 over v1
           return v2",
    );
    let scopes = |op: &Op| matches!(op, Op::Scope(_));
    for (body, expected) in [
        ("return () => 1;", 0),
        ("let a; { let b; { let c; return () => a + b + c; } }", 1),
        ("let a; while (g) { let b; g(() => a + b); }", 2),
        ("for (let i = 0; i < 3; i++) g(i);", 0),
        // Made once, and copied for each iteration, together with what the body captures.
        (
            "for (let i = 0; i < 3; i++) { let j = i; g(() => i + j); }",
            2,
        ),
        ("for (let i = 0, h = () => i; i < 3; i++) g(() => i);", 3),
        ("for (const o = g(); ;) g(() => o);", 1),
    ] {
        let source = format!("export function f(g) {{ {body} }}");
        assert_eq!(count(&source, scopes), expected, "{body}");
    }
}

#[test]
fn scopes_hold_their_parent_only_if_it_is_needed() {
    let source = "export function f(a) { return b => { a++; return () => b; }; }";
    let program = compile(source);
    let sizes: Vec<usize> = program
        .functions
        .iter()
        .flat_map(|(_, function)| function.blocks.iter())
        .flat_map(|(_, block)| &block.instructions)
        .filter_map(|instruction| match &instruction.op {
            Op::Scope(fields) => Some(fields.len()),
            _ => None,
        })
        .collect();
    assert_eq!(sizes, [1, 1]);
    let chained = "export function f(a) { return b => () => a + b; }";
    assert_eq!(count(chained, |op| matches!(op, Op::Scope(_))), 1);
    let program = compile(chained);
    let captured = program
        .functions
        .iter()
        .flat_map(|(_, it)| it.blocks.iter());
    let parents = captured
        .flat_map(|(_, block)| &block.instructions)
        .filter(|instruction| matches!(instruction.op, Op::GetField(_, 0)))
        .count();
    assert_eq!(parents, 2);
}

#[test]
fn arguments_that_branch_end_the_block_of_a_method_call() {
    let pairs = |op: &Op| matches!(op, Op::GetMethod(..) | Op::Method(..));
    for source in [
        "export function f(o, a) { return o.m(a ? 1 : 2); }",
        "export function f(o, a) { return o.m(a); }",
        "export function f(o) { return o.m?.(1); }",
        "export function f(o) { return (o?.m)(1); }",
    ] {
        assert_eq!(count(source, pairs), 1, "{source}");
    }
}

#[test]
fn keys_of_instances_are_noted() {
    let program = compile(
        "export class f { constructor() { this.a = 1; this.b = 2; this.a = 3; } m() { this.c = 1; } }
         export function F() { this.x = 1; () => { this.y = 1; }; }",
    );
    let keys = |name| -> Vec<String> {
        let keys = &named(&program, name).instance_keys;
        keys.iter().map(|key| key.to_display()).collect()
    };
    assert_eq!(keys("f"), ["a", "b"]);
    assert_eq!(keys("F"), ["x"]);
    assert!(keys("m").is_empty());
}

#[test]
fn functions_are_named_for_people() {
    let program = compile(
        "let a = () => 1; let b; b = function () {}; let o = { c() {}, d: () => 2 };
         export default () => 3; let e = class { g() {} }; b ||= () => 4; let h = function i() {};",
    );
    let mut names: Vec<&str> = program
        .functions
        .iter()
        .map(|(_, function)| function.name.as_str())
        .collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "a", "b", "b", "c", "d", "default", "e", "g", "i", "main.js", "main.js"
        ]
    );
}

#[test]
fn object_literals_with_plain_keys_are_one_operation() {
    let defines = |op: &Op| matches!(op, Op::Define { .. });
    for (literal, expected) in [
        ("{ a: 1, b: 2 }", 0),
        ("{ a: 1, 'b c': 2, [x]: 3, d: 4 }", 2),
        ("{ a: 1, a: 2 }", 1),
        ("{ 0: 1 }", 1),
        ("{ '0': 1 }", 1),
        ("{ ['a']: 1 }", 0),
    ] {
        let source = format!("export function f(x) {{ return ({literal}); }}");
        assert_eq!(count(&source, defines), expected, "{literal}");
    }
}

#[test]
fn strings_with_lone_surrogates_keep_them() {
    let strings = |source: &str| text(&format!("export function f() {{ return {source}; }}"));
    let constant = |op: &Op, bytes: &[u8]| matches!(op, Op::Constant(microvium_ir::Constant::String(text)) if text.as_bytes() == bytes);
    for (source, bytes) in [
        ("'a\\uD800b'", &b"a\xED\xA0\x80b"[..]),
        ("'\\uFFFD\\uD800'", b"\xEF\xBF\xBD\xED\xA0\x80"),
        ("'\\uD83D\\uDE00'", "😀".as_bytes()),
        ("`\\uDC00`", b"\xED\xB0\x80"),
    ] {
        let function = format!("export function f() {{ return {source}; }}");
        assert_eq!(
            count(&function, |op| constant(op, bytes)),
            1,
            "{}",
            strings(source)
        );
    }
}

#[test]
fn deep_sources_compile_within_the_limit() {
    let nested = |open: &str, close: &str| format!("{}a{}", open.repeat(450), close.repeat(450));
    for source in [
        format!("export const x = {};", nested("(", ")")),
        format!("export const x = {};", nested("[", "]")),
        format!("export const x = {};", nested("() => ", "")),
        format!("export const x = {};", nested("1 + ", "")),
        format!("export const x = {};", nested("", ".a")),
        format!("{};{}", "{".repeat(450), "}".repeat(450)),
        format!("{};", "if (a) b; else ".repeat(400)),
        format!("{};{}", "(function () {".repeat(150), "})()".repeat(150)),
    ] {
        compile(&source);
    }
}

#[test]
fn a_generator_is_cut_at_its_yields() {
    // This is the function that goes on with it: `this` is the suspended call.
    check(
        "export function* f(n) { for (let i = 0; i < n; i++) { yield i; } }",
        "resumption f(3):
         b0:
           v0 = parameter 2
           v1 = 2.0
           v2 = StrictEqual v0, v1
           branch v2 ? b1 : b4
         b1:
           v3 = parameter 1
           jump b2
         b2:
           jump b3
         b3:
           v4 = this
           v5 = v4#4
           v6 = Increment v5
           v4#4 = v6
           jump b6
         b4:
           jump b5
         b5:
           v7 = 0.0
           v8 = this
           v8#4 = v7
           jump b6
         b6:
           v9 = this
           v10 = v9#4
           v11 = v9#3
           v12 = Less v10, v11
           branch v12 ? b7 : b8
         b7:
           v13 = false
           v14 = this
           v15 = v14#4
           v16 = {value: v15, done: v13}
           v17 = this
           v18 = 2.0
           v17#2 = v18
           return v16
         b8:
           v19 = undefined
           v20 = true
           v21 = {value: v19, done: v20}
           return v21",
    );
}

#[test]
fn the_values_of_a_variable_share_a_field() {
    let fields = |body: &str| {
        let program = compile(&format!("export function* f(a) {{ {body} }}"));
        let scopes = (program.functions.iter())
            .flat_map(|(_, function)| function.blocks.iter())
            .flat_map(|(_, block)| &block.instructions);
        let mut sizes = scopes.filter_map(|instruction| match &instruction.op {
            Op::Scope(fields) => Some(fields.len() - 3),
            _ => None,
        });
        sizes.next()
    };
    assert_eq!(fields("yield 1; yield 2;"), Some(0));
    assert_eq!(fields("yield a;"), Some(1));
    assert_eq!(fields("yield 1; yield a;"), Some(1));
    assert_eq!(
        fields("let b = yield 1; yield; b += yield b; yield; yield b;"),
        Some(1)
    );
    assert_eq!(fields("for (let i = 0; i < 5; i++) yield i;"), Some(1));
    assert_eq!(fields("for (let i = 0; i < a; i++) yield i;"), Some(2));
    assert_eq!(fields("const b = 1; yield; yield b;"), Some(0));
    assert_eq!(fields("const b = yield; yield b; return 1;"), Some(0));
    assert_eq!(fields("yield* a; yield* []; yield* [];"), Some(3));
}
