//! From source text to a syntax tree with scopes and symbols, or to everything that is wrong with it.

use crate::code;
use crate::diagnostic::Diagnostic;
use crate::early_errors;
use crate::finding::Finding;
use crate::language::Language;
use crate::nesting;
use crate::parameter_scope;
use crate::rewrite;
use crate::syntax::Syntax;
use crate::typescript;
use crate::unsupported;
use microvium_ir::SourceFile;
use oxc_allocator::{Allocator, CloneIn};
use oxc_ast::ast::Program;
use oxc_diagnostics::OxcDiagnostic;
use oxc_parser::{ParseOptions, Parser};
use oxc_semantic::{Scoping, SemanticBuilder};
use oxc_span::SourceType;

/// The stack that is made available to what recurses over the nesting of a source: enough for
/// `nesting::LIMIT` levels, with the large frames of an unoptimized build.
const STACK: usize = 256 << 20;

/// Parses a module and hands its tree to `consume`. What isn't JavaScript or isn't supported is
/// reported completely.
pub(crate) fn with_syntax<R>(
    file: &SourceFile,
    language: &Language,
    consume: impl FnOnce(Syntax<'_>) -> R,
) -> Result<R, Vec<Diagnostic>> {
    nesting::check(file)?;
    with_stack(|| {
        let allocator = Allocator::default();
        let source_type = match language {
            Language::TypeScript => SourceType::ts(),
            _ => SourceType::mjs(),
        };
        let errors = match parse(file, &allocator, source_type) {
            Ok(syntax) => {
                let mut errors = early_errors::find(file, &syntax);
                errors.extend(unsupported::find(file, &syntax));
                if errors.is_empty() {
                    return Ok(consume(syntax));
                }
                errors
            }
            Err(errors) => errors,
        };
        // A supported dialect of another name explains more than its first unexpected token.
        let dialect = SourceType::tsx();
        if errors
            .iter()
            .any(|error| error.finding.code() == code::SYNTAX)
            && let Ok(syntax) = read(file, &allocator, dialect)
        {
            let refused = unsupported::find(file, &syntax);
            if !refused.is_empty() {
                return Err(refused);
            }
        }
        Err(errors)
    })
}

/// Does what recurses over the nesting of a source.
fn with_stack<R>(work: impl FnOnce() -> R) -> R {
    stacker::maybe_grow(STACK, STACK, work)
}

/// Looks for something in the source of a file, which may be TypeScript. None if it isn't there, or the source has errors.
pub(crate) fn search<T>(
    file: &SourceFile,
    look: impl FnOnce(&Program<'_>) -> Option<T>,
) -> Option<T> {
    nesting::check(file).ok()?;
    with_stack(|| {
        let allocator = Allocator::default();
        let types = [SourceType::mjs(), SourceType::ts()];
        let program = (types.into_iter()).find_map(|it| tree(&file.text, &allocator, it))?;
        look(&program)
    })
}

/// The tree of a source as it is written, if it has no error.
fn tree<'a>(
    text: &'a str,
    allocator: &'a Allocator,
    source_type: SourceType,
) -> Option<Program<'a>> {
    let parsed = parser(text, allocator, source_type).parse();
    let is_whole = !parsed.panicked && parsed.diagnostics.errors().next().is_none();
    is_whole.then_some(parsed.program)
}

fn parser<'a>(text: &'a str, allocator: &'a Allocator, source_type: SourceType) -> Parser<'a> {
    Parser::new(allocator, text, source_type).with_options(ParseOptions {
        preserve_parens: false,
        ..ParseOptions::default()
    })
}

/// Whether a text is the beginning of a script, as far as its syntax says: what is wrong is its end.
pub fn is_incomplete(text: &str) -> bool {
    let file = SourceFile {
        name: String::new(),
        text: text.into(),
    };
    let end = text.trim_end().len() as u32;
    let at_end = |error: &Diagnostic| {
        error
            .labels
            .iter()
            .any(|it| it.span.end > end || it.span.start >= end)
    };
    match with_syntax(&file, &Language::Session, |_| ()) {
        Ok(()) => false,
        Err(errors) => errors
            .iter()
            .all(|error| error.finding.code() == code::SYNTAX && at_end(error)),
    }
}

/// Parses and, if it is TypeScript, strips the types.
fn parse<'a>(
    file: &'a SourceFile,
    allocator: &'a Allocator,
    source_type: SourceType,
) -> Result<Syntax<'a>, Vec<Diagnostic>> {
    let syntax = read(file, allocator, source_type)?;
    if !source_type.is_typescript() {
        return Ok(syntax);
    }
    let refused = typescript::unsupported(file, syntax.program);
    if !refused.is_empty() {
        return Err(refused);
    }
    let program = allocator.alloc(syntax.program.clone_in_with_semantic_ids(allocator));
    let errors = typescript::strip(allocator, &file.name, syntax.scoping, program);
    if !errors.is_empty() {
        return Err(errors
            .iter()
            .map(|error| syntax_error(file, error))
            .collect());
    }
    // The stripped tree has fewer names, and new ones.
    program.source_type = SourceType::mjs();
    let semantic = SemanticBuilder::new().build(program);
    Ok(separate(program, semantic.semantic.into_scoping()))
}

fn separate<'a>(program: &'a Program<'a>, mut scoping: Scoping) -> Syntax<'a> {
    let copies = parameter_scope::separate(program, &mut scoping);
    Syntax {
        program,
        scoping,
        copies,
    }
}

fn read<'a>(
    file: &'a SourceFile,
    allocator: &'a Allocator,
    source_type: SourceType,
) -> Result<Syntax<'a>, Vec<Diagnostic>> {
    let parsed = parser(&file.text, allocator, source_type).parse();
    let mut errors: Vec<OxcDiagnostic> = parsed.diagnostics.errors().cloned().collect();
    let mut program = parsed.program;
    rewrite::rewrite(&mut program, allocator);
    let program: &Program = allocator.alloc(program);
    let semantic = SemanticBuilder::new()
        .with_check_syntax_error(true)
        .with_enum_eval(source_type.is_typescript())
        .build(program);
    // After a fatal error the tree is empty, and complaints about it would be noise.
    if !parsed.panicked {
        errors.extend(semantic.diagnostics.errors().cloned());
    }
    if !errors.is_empty() {
        early_errors::drop_false(program, &mut errors);
    }
    if errors.is_empty() && !parsed.panicked {
        return Ok(separate(program, semantic.semantic.into_scoping()));
    }
    let mut errors: Vec<Diagnostic> = errors
        .iter()
        .map(|error| syntax_error(file, error))
        .collect();
    errors.sort_by_key(|error| error.labels.first().map(|label| label.span.start));
    Err(errors)
}

fn syntax_error(file: &SourceFile, error: &OxcDiagnostic) -> Diagnostic {
    let mut diagnostic = Diagnostic::new(Finding::Syntax, file, 0..0, &[&error.message]);
    if !error.labels.is_empty() {
        diagnostic.labels = error
            .labels
            .iter()
            .map(|label| crate::diagnostic::Label {
                span: label.offset()..label.offset() + label.len(),
                text: label.label().unwrap_or_default().to_owned(),
            })
            .collect();
    }
    // What is wrong is the second declaration, not the first.
    if let [first, second] = &diagnostic.labels[..]
        && error.message.contains("already been declared")
        && first.span.start < second.span.start
    {
        diagnostic.labels.swap(0, 1);
    }
    diagnostic.help = error.help.as_ref().map(ToString::to_string);
    diagnostic
}
