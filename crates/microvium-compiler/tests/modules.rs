//! Linking of modules and the order of their evaluation.

use microvium_compiler::{Diagnostic, Loader, Modules, code, render};
use microvium_ir::verify::verify_program;
use microvium_ir::{Op, Program, Text, VariableId};

struct Files<'t>(&'t [(&'t str, &'t str)]);

impl Loader for Files<'_> {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        let name = specifier.trim_start_matches("./");
        self.load(name).map(|_| name.to_owned())
    }
    fn load(&mut self, name: &str) -> Result<String, String> {
        let found = self.0.iter().find(|(known, _)| *known == name);
        found
            .map(|(_, text)| (*text).to_owned())
            .ok_or_else(|| "there is no such module".to_owned())
    }
}

/// Compiles the first file; the names of the modules in the order of evaluation.
fn link(files: &[(&str, &str)]) -> Result<(Program, Vec<String>), Vec<Diagnostic>> {
    let mut program = Program::default();
    let modules = Modules::default().compile(&mut program, files[0].0, &mut Files(files))?;
    let errors = verify_program(&program);
    assert!(errors.is_empty(), "{errors:?}");
    let names = modules
        .modules
        .iter()
        .map(|module| program.files[module.file].name.clone())
        .collect();
    Ok((program, names))
}

fn order(files: &[(&str, &str)]) -> Vec<String> {
    link(files)
        .unwrap_or_else(|errors| panic!("{}", render(&errors, false)))
        .1
}

fn refused(files: &[(&str, &str)]) -> (Vec<&'static str>, String) {
    let errors = link(files).expect_err("it must not link");
    let codes = errors.iter().map(|error| error.finding.code()).collect();
    (codes, render(&errors, false))
}

/// The variables that the function `f` reads, as `file:name`.
fn reads(files: &[(&str, &str)]) -> Vec<String> {
    let (program, _) = link(files).unwrap_or_else(|errors| panic!("{}", render(&errors, false)));
    let named = |id: VariableId| {
        let variable = &program.variables[id];
        format!("{}:{}", program.files[variable.file].name, variable.name)
    };
    let mut functions = program.functions.iter().map(|(_, function)| function);
    let function = functions.find(|it| it.name == "f").expect("there is f");
    let instructions = function
        .blocks
        .iter()
        .flat_map(|(_, block)| &block.instructions);
    instructions
        .filter_map(|instruction| match instruction.op {
            Op::GetVariable(id) => Some(named(id)),
            _ => None,
        })
        .collect()
}

#[test]
fn dependencies_are_evaluated_first() {
    let files = [
        ("main", "import './a'; import './b';"),
        ("a", "export * from './c';"),
        ("b", "import './c';"),
        ("c", ""),
    ];
    assert_eq!(order(&files), ["c", "a", "b", "main"]);
}

#[test]
fn cycles_are_evaluated_from_where_they_were_entered() {
    let files = [
        ("main", "import './a';"),
        ("a", "import './b'; export let a = 1;"),
        (
            "b",
            "import { a } from './a'; import './main'; export const g = () => a;",
        ),
    ];
    assert_eq!(order(&files), ["b", "a", "main"]);
    assert_eq!(order(&[("main", "import './main';")]), ["main"]);
}

#[test]
fn a_module_is_compiled_once_for_all_entries() {
    let files = [
        ("one", "import { x } from './shared'; x;"),
        ("two", "import { x } from './shared'; import './one'; x;"),
        ("shared", "export let x = 1;"),
    ];
    let mut program = Program::default();
    let mut modules = Modules::default();
    let mut names = Vec::new();
    for entry in ["one", "two", "two"] {
        let compiled = modules
            .compile(&mut program, entry, &mut Files(&files))
            .unwrap_or_else(|errors| panic!("{}", render(&errors, false)));
        names.extend(
            compiled
                .modules
                .iter()
                .map(|it| program.files[it.file].name.clone()),
        );
    }
    assert_eq!(names, ["shared", "one", "two"]);
    assert_eq!(program.variables.len(), 1);
    assert!(verify_program(&program).is_empty());
}

#[test]
fn a_failed_entry_leaves_nothing_behind() {
    let files = [
        ("good", "export const x = 1;"),
        ("bad", "import './good'; import { y } from './good';"),
    ];
    let mut program = Program::default();
    let mut modules = Modules::default();
    assert!(
        modules
            .compile(&mut program, "bad", &mut Files(&files))
            .is_err()
    );
    assert!(program.files.is_empty() && program.variables.is_empty());
    let compiled = modules.compile(&mut program, "good", &mut Files(&files));
    assert_eq!(compiled.map(|it| it.modules.len()).ok(), Some(1));
}

#[test]
fn an_import_is_its_exporters_variable() {
    let files = [
        (
            "main",
            "import a, { b as c, d } from './x'; import * as ns from './x';
             export function f() { return [a, c, d, ns.b, ns.default, ns?.d, ns.e()]; }",
        ),
        (
            "x",
            "export default 1; export let b = 2; export { z as d } from './y'; export * from './y';",
        ),
        ("y", "let z = 3; export { z }; export function e() {}"),
    ];
    assert_eq!(
        reads(&files),
        [
            "x:*default*",
            "x:b",
            "y:z",
            "x:b",
            "x:*default*",
            "y:z",
            "y:e"
        ]
    );
}

#[test]
fn names_of_every_form_are_exported() {
    let files = [
        (
            "main",
            "import { a, b, c, d, 'e e' as e, g } from './x'; import h from './x';
             export function f() { return [a, b, c, d, e, g, h]; }",
        ),
        (
            "x",
            "export var a; export const b = 1; export function c() {} export class d {}
             const i = 1; export { i as 'e e' }; import { j } from './y'; export { j as g };
             export default function k() {}",
        ),
        ("y", "export let j = 1;"),
    ];
    assert_eq!(
        reads(&files),
        ["x:a", "x:b", "x:c", "x:d", "x:i", "y:j", "x:k"]
    );
}

#[test]
fn star_exports_resolve_through_cycles() {
    let files = [
        (
            "main",
            "import { x } from './a'; export function f() { return x; }",
        ),
        ("a", "export * from './b';"),
        ("b", "export * from './a'; export * from './c';"),
        ("c", "export let x = 1;"),
    ];
    assert_eq!(reads(&files), ["c:x"]);
}

#[test]
fn the_same_declaration_by_two_stars_isnt_ambiguous() {
    let files = [
        (
            "main",
            "import { x } from './both'; export function f() { return x; }",
        ),
        ("both", "export * from './a'; export * from './b';"),
        ("a", "export * from './c';"),
        ("b", "export { x } from './c';"),
        ("c", "export let x = 1;"),
    ];
    assert_eq!(reads(&files), ["c:x"]);
}

#[test]
fn different_declarations_by_two_stars_are_ambiguous_if_imported() {
    let a_and_b = [
        ("a", "export let x = 1, y = 1;"),
        ("b", "export let x = 2;"),
    ];
    let both = ("both", "export * from './a'; export * from './b';");
    let main = ("main", "import { x } from './both';");
    let (codes, text) = refused(&[main, both, a_and_b[0], a_and_b[1]]);
    assert_eq!(codes, [code::AMBIGUOUS_EXPORT]);
    assert!(text.contains("main:1:10"), "{text}");
    let unused = ("main", "import { y } from './both';");
    assert_eq!(order(&[unused, both, a_and_b[0], a_and_b[1]]).len(), 4);
    let own = (
        "both",
        "export * from './a'; export * from './b'; export let x = 3;",
    );
    assert_eq!(order(&[main, own, a_and_b[0], a_and_b[1]]).len(), 4);
}

#[test]
fn missing_exports_are_reported_with_a_suggestion() {
    let files = [
        (
            "main",
            "import { Qeue } from './q';\nexport { nothing } from './q';",
        ),
        ("q", "export class Queue {}"),
    ];
    let (codes, text) = refused(&files);
    assert_eq!(codes, [code::MISSING_EXPORT, code::MISSING_EXPORT]);
    assert!(
        text.contains("main:1:10") && text.contains("main:2:10"),
        "{text}"
    );
    assert!(text.contains("did you mean `Queue`?"), "{text}");
}

#[test]
fn star_exports_dont_pass_on_default() {
    let files = [
        ("main", "import x from './a';"),
        ("a", "export * from './b';"),
        ("b", "export default 1;"),
    ];
    assert_eq!(refused(&files).0, [code::MISSING_EXPORT]);
}

#[test]
fn exports_in_a_circle_are_missing() {
    let files = [
        ("main", "import { x } from './a';"),
        ("a", "export { x } from './b';"),
        ("b", "export { x } from './a';"),
    ];
    let (codes, _) = refused(&files);
    assert!(codes.iter().all(|found| *found == code::MISSING_EXPORT));
    assert_eq!(codes.len(), 3);
}

#[test]
fn missing_modules_are_reported_where_they_are_named() {
    let files = [
        ("main", "import './a';\nimport './nowhere';"),
        ("a", "export * from './lost';"),
    ];
    let (codes, text) = refused(&files);
    assert_eq!(codes, [code::MISSING_MODULE, code::MISSING_MODULE]);
    assert!(
        text.contains("main:2:8") && text.contains("a:1:15"),
        "{text}"
    );
    assert!(text.contains("there is no such module"), "{text}");
    assert_eq!(
        refused(&[("a", "import './b';"), ("b", "let;")]).0,
        [code::SYNTAX]
    );
}

#[test]
fn errors_of_all_modules_are_reported() {
    let files = [
        ("main", "import './a'; import './b'; let x; let x;"),
        ("a", "1n;"),
        ("b", "}"),
    ];
    // The errors of `main` keep it from being followed.
    assert_eq!(refused(&files).0, [code::SYNTAX]);
    let files = [("main", "import './a'; import './b';"), files[1], files[2]];
    assert_eq!(refused(&files).0, [code::UNSUPPORTED, code::SYNTAX]);
}

/// The members of the namespace objects that are made, each as `name=file:variable`.
fn namespaces(files: &[(&str, &str)]) -> Vec<Vec<String>> {
    let (program, _) = link(files).unwrap_or_else(|errors| panic!("{}", render(&errors, false)));
    let blocks = program
        .functions
        .iter()
        .flat_map(|(_, it)| it.blocks.iter());
    let named = |name: &Text, id: &VariableId| {
        let variable = &program.variables[*id];
        let file = &program.files[variable.file].name;
        format!("{}={file}:{}", name.to_display(), variable.name)
    };
    blocks
        .flat_map(|(_, block)| &block.instructions)
        .filter_map(|instruction| match &instruction.op {
            Op::Namespace(_, members) => {
                Some(members.iter().map(|(name, id)| named(name, id)).collect())
            }
            _ => None,
        })
        .collect()
}

#[test]
fn a_namespace_that_is_only_its_members_is_no_object() {
    let x = (
        "x",
        "export let y = 1; export function g() { return this; } export const h = () => 1;",
    );
    for (main, made) in [
        ("import * as ns from './x'; ns.y;", 0),
        ("import * as ns from './x'; ns.h();", 0),
        ("import * as ns from './x'; (ns?.h)();", 0),
        ("import * as ns from './x'; (0, ns.g)();", 0),
        ("import * as ns from './x'; export { ns };", 0),
        ("import * as ns from './x'; ns.g();", 1),
        ("import * as ns from './x'; (ns?.g)();", 1),
        ("import * as ns from './x'; ns.y();", 1),
        ("import * as ns from './x'; ns.y = 1;", 1),
        ("import * as ns from './x'; ns.y++;", 1),
        ("import * as ns from './x'; delete ns.y;", 1),
        ("import * as ns from './x'; ns['y'];", 1),
        ("import * as ns from './x'; ns.z;", 1),
        ("import * as ns from './x'; export let it = ns;", 1),
        (
            "import * as ns from './x'; import * as same from './x'; export let it = [ns, same];",
            1,
        ),
    ] {
        let found = namespaces(&[("main", main), x]);
        assert_eq!(found.len(), made, "{main}");
        let all = ["g=x:g", "h=x:h", "y=x:y"];
        assert!(found.iter().all(|members| *members == all), "{found:?}");
    }
    let through = [
        (
            "main",
            "import { ns } from './via'; export function f() { return ns.y; }",
        ),
        ("via", "export * as ns from './x';"),
        x,
    ];
    assert_eq!(reads(&through), ["x:y"]);
    assert!(namespaces(&through).is_empty());
}

#[test]
fn a_namespace_has_what_can_be_imported_in_order() {
    let files = [
        ("main", "import * as ns from './all'; export let it = ns;"),
        (
            "all",
            "export * from './a'; export * from './b'; export * as inner from './a';
             const x = 1; export { x as '\u{FFFD}', x as '\u{10000}' };
             export default 1;",
        ),
        ("a", "export let both, mine; export default 2;"),
        ("b", "export let both, other;"),
    ];
    let members = [
        "default=all:*default*",
        "inner=a:*namespace*",
        "mine=a:mine",
        "other=b:other",
        "\u{10000}=all:x",
        "\u{FFFD}=all:x",
    ];
    let inner = ["both=a:both", "default=a:*default*", "mine=a:mine"];
    assert_eq!(namespaces(&files), [members.to_vec(), inner.to_vec()]);
}

#[test]
fn a_namespace_is_made_when_it_is_first_used() {
    let files = [
        ("first", "import * as ns from './x'; ns.y;"),
        ("x", "export let y;"),
        ("second", "import * as ns from './x'; export let a = ns;"),
        ("third", "import * as ns from './x'; export let b = ns;"),
    ];
    let (mut program, mut modules) = (Program::default(), Modules::default());
    let mut counts = Vec::new();
    for entry in ["first", "second", "third"] {
        let compiled = modules.compile(&mut program, entry, &mut Files(&files));
        compiled.unwrap_or_else(|errors| panic!("{}", render(&errors, false)));
        assert_eq!(verify_program(&program), Vec::<String>::new());
        let variables = program.variables.iter();
        counts.push(variables.filter(|(_, it)| it.name == "*namespace*").count());
    }
    assert_eq!(counts, [0, 1, 1]);
}

#[test]
fn uninitialized_imports_are_checked() {
    let checks = |exporter: &str| {
        let files = [
            (
                "main",
                "import { x } from './x'; export function f() { return x; }",
            ),
            ("x", exporter),
        ];
        let (program, _) =
            link(&files).unwrap_or_else(|errors| panic!("{}", render(&errors, false)));
        let blocks = program
            .functions
            .iter()
            .flat_map(|(_, it)| it.blocks.iter());
        blocks
            .flat_map(|(_, block)| &block.instructions)
            .filter(|instruction| matches!(instruction.op, Op::Check(..)))
            .count()
    };
    assert_eq!(checks("export let x = 1;"), 1);
    assert_eq!(checks("export class x {}"), 1);
    assert_eq!(checks("export var x = 1;"), 0);
    assert_eq!(checks("export function x() {}"), 0);
}

#[test]
fn what_import_asks_for_waits_behind_the_rest() {
    let files = [
        (
            "main",
            "import './first'; vmExport(1, () => import('./later'));",
        ),
        ("first", "1;"),
        ("later", "import './below'; import './first';"),
        ("below", "2;"),
        ("again", "import './later'; import './main';"),
    ];
    let (mut program, mut modules) = (Program::default(), Modules::default());
    let mut compile = |entry: &str| {
        let compiled = modules
            .compile(&mut program, entry, &mut Files(&files))
            .unwrap_or_else(|errors| panic!("{}", render(&errors, false)));
        assert_eq!(verify_program(&program), Vec::<String>::new());
        let names = compiled.modules.iter();
        let names: Vec<String> = names
            .map(|it| program.files[it.file].name.clone())
            .collect();
        (names, compiled)
    };
    let (names, compiled) = compile("main");
    assert_eq!(names, ["first", "main", "later", "below"]);
    let records: Vec<_> = compiled.modules.iter().map(|it| it.record).collect();
    assert!(records.iter().all(Option::is_some));
    assert_eq!(compiled.entry, records[1]);
    let later = &compiled.modules[2];
    assert_eq!(later.requested.len(), 2);
    assert_eq!(Some(later.requested[0]), records[3]);
    // What has been compiled before may still be waiting.
    let (names, compiled) = compile("again");
    assert_eq!(names, ["again"]);
    assert_eq!(compiled.modules[0].requested.len(), 2);
    assert_eq!(compile("first").1.entry, records[0]);
}

#[test]
fn without_import_and_await_there_are_no_records() {
    let files = [("main", "import './first'; await1();"), ("first", "1;")];
    let (mut program, mut modules) = (Program::default(), Modules::default());
    let compiled = modules.compile(&mut program, "main", &mut Files(&files));
    let compiled = compiled.unwrap_or_else(|errors| panic!("{}", render(&errors, false)));
    assert_eq!(compiled.entry, None);
    assert!(
        compiled
            .modules
            .iter()
            .all(|it| it.record.is_none() && it.requested.is_empty())
    );
}
