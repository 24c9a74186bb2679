//! Every node that a syntax tree can have, and every operator, is in a script of the corpus that builds, but for those that
//! are refused. (That each refusal has a script, the corpus itself sees to.)

use oxc_allocator::Allocator;
use oxc_ast::AstKind;
use oxc_ast::ast::{MethodDefinitionKind, PropertyKind, VariableDeclarationKind};
use oxc_ast::ast_kind::AstType;
use oxc_ast_visit::Visit;
use oxc_parser::{ParseOptions, Parser};
use oxc_span::SourceType;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Nodes that no script that builds can have.
const REFUSED: &[AstType] = &[
    AstType::WithStatement,
    AstType::AccessorProperty,
    AstType::BigIntLiteral,
    AstType::RegExpLiteral,
    // The parser is told to leave these out.
    AstType::ParenthesizedExpression,
    AstType::V8IntrinsicExpression,
];

/// What nodes say besides their type.
#[rustfmt::skip]
const DETAILS: &[&str] = &[
    "binary !=", "binary !==", "binary %", "binary &", "binary *", "binary **", "binary +", "binary -", "binary /",
    "binary <", "binary <<", "binary <=", "binary ==", "binary ===", "binary >", "binary >=", "binary >>", "binary >>>",
    "binary ^", "binary in", "binary instanceof", "binary |",
    "logical &&", "logical ??", "logical ||",
    "assignment %=", "assignment &&=", "assignment &=", "assignment **=", "assignment *=", "assignment +=",
    "assignment -=", "assignment /=", "assignment <<=", "assignment =", "assignment >>=", "assignment >>>=",
    "assignment ??=", "assignment ^=", "assignment |=", "assignment ||=",
    "unary !", "unary +", "unary -", "unary delete", "unary typeof", "unary void", "unary ~",
    "prefix ++", "prefix --", "postfix ++", "postfix --",
    "property Get", "property Init", "property Set", "property method", "property shorthand", "property computed",
    "class Constructor", "class Get", "class Method", "class Set", "class static", "class computed",
    "field", "field static", "field computed",
    "declaration Const", "declaration Let", "declaration Var",
    "generator", "arrow with a body", "arrow of an expression", "yield", "yield *",
    "optional call", "optional member", "optional element",
];

#[derive(Default)]
struct Seen {
    nodes: BTreeSet<u8>,
    details: BTreeSet<String>,
}

impl<'a> Visit<'a> for Seen {
    fn enter_node(&mut self, kind: AstKind<'a>) {
        self.nodes.insert(kind.ty() as u8);
        let mut note = |detail: String| {
            self.details.insert(detail);
        };
        match kind {
            AstKind::BinaryExpression(it) => note(format!("binary {}", it.operator.as_str())),
            AstKind::LogicalExpression(it) => note(format!("logical {}", it.operator.as_str())),
            AstKind::AssignmentExpression(it) => {
                note(format!("assignment {}", it.operator.as_str()));
            }
            AstKind::UnaryExpression(it) => note(format!("unary {}", it.operator.as_str())),
            AstKind::UpdateExpression(it) => {
                let place = if it.prefix { "prefix" } else { "postfix" };
                note(format!("{place} {}", it.operator.as_str()));
            }
            AstKind::ObjectProperty(it) => {
                let kind: PropertyKind = it.kind;
                note(format!("property {kind:?}"));
                for (is, name) in [
                    (it.method, "method"),
                    (it.shorthand, "shorthand"),
                    (it.computed, "computed"),
                ] {
                    if is {
                        note(format!("property {name}"));
                    }
                }
            }
            AstKind::MethodDefinition(it) => {
                let kind: MethodDefinitionKind = it.kind;
                note(format!("class {kind:?}"));
                for (is, name) in [(it.r#static, "static"), (it.computed, "computed")] {
                    if is {
                        note(format!("class {name}"));
                    }
                }
            }
            AstKind::PropertyDefinition(it) => {
                note("field".to_owned());
                for (is, name) in [(it.r#static, "static"), (it.computed, "computed")] {
                    if is {
                        note(format!("field {name}"));
                    }
                }
            }
            AstKind::VariableDeclaration(it) => {
                let kind: VariableDeclarationKind = it.kind;
                note(format!("declaration {kind:?}"));
            }
            AstKind::Function(it) if it.generator => note("generator".to_owned()),
            AstKind::ArrowFunctionExpression(it) => note(
                if it.is_expression() {
                    "arrow of an expression"
                } else {
                    "arrow with a body"
                }
                .to_owned(),
            ),
            AstKind::YieldExpression(it) => {
                note(if it.delegate { "yield *" } else { "yield" }.to_owned());
            }
            AstKind::CallExpression(it) if it.optional => note("optional call".to_owned()),
            AstKind::StaticMemberExpression(it) if it.optional => {
                note("optional member".to_owned());
            }
            AstKind::ComputedMemberExpression(it) if it.optional => {
                note("optional element".to_owned());
            }
            _ => {}
        }
    }
}

fn visit(folder: &Path, built: &mut Seen) {
    for entry in fs::read_dir(folder).expect("the corpus can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            if !path.ends_with("refused") {
                visit(&path, built);
            }
        } else if path.extension().is_some_and(|it| it == "js" || it == "mjs")
            && path.file_name().is_some_and(|it| it != "node.mjs")
        {
            let text = fs::read_to_string(&path).expect("a script is UTF-8");
            let allocator = Allocator::default();
            let options = ParseOptions {
                preserve_parens: false,
                ..ParseOptions::default()
            };
            let parser = Parser::new(&allocator, &text, SourceType::mjs());
            let parsed = parser.with_options(options).parse();
            built.visit_program(&parsed.program);
        }
    }
}

#[test]
fn the_corpus_has_every_node_and_operator() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let mut built = Seen::default();
    visit(&corpus, &mut built);
    let mut wrong = Vec::new();
    // JSX and TypeScript come last.
    for node in 0..AstType::JSXElement as u8 {
        let exempt = REFUSED.iter().find(|it| **it as u8 == node);
        match (exempt, built.nodes.contains(&node)) {
            (None, false) => wrong.push(format!("no script has AstType number {node}")),
            (Some(node), true) => {
                wrong.push(format!("scripts with {node:?} build: take it off REFUSED"))
            }
            _ => {}
        }
    }
    for detail in DETAILS {
        if !built.details.remove(*detail) {
            wrong.push(format!("no script has: {detail}"));
        }
    }
    wrong.extend((built.details.iter()).map(|it| format!("not in the list: {it}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
