//! What a module declares, requests, imports and exports, before anything is linked.

mod this;
mod uses;

use crate::awaits::awaits;
use crate::diagnostic::Diagnostic;
use crate::dynamic_import;
use crate::language::{Language, check_json};
use crate::parse::with_syntax;
use crate::request::{Request, range};
use crate::syntax::Syntax;
use indexmap::IndexMap;
use microvium_ir::SourceFile;
use oxc_ast::ast::*;
use oxc_ast_visit::Visit;
use oxc_semantic::{Scoping, SymbolId};
use oxc_span::GetSpan;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

type Span = Range<u32>;

/// The name under which a module's `export default` of an expression is known; no identifier.
pub(crate) const DEFAULT: &str = "*default*";

/// A module that was parsed and found free of errors of its own.
#[derive(Clone, Debug)]
pub struct ParsedModule {
    /// The source.
    pub file: SourceFile,
    /// What it is written in.
    pub language: Language,
    /// Whether nothing else is known of it: it has errors.
    pub(crate) broken: bool,
    /// The modules it names, in order of first appearance.
    pub requests: Vec<Request>,
    /// Those that it names in `import()`.
    pub dynamic: Vec<Request>,
    /// Whether it awaits at its top level.
    pub(crate) awaits: bool,
    pub(crate) imports: IndexMap<String, Import>,
    pub(crate) exports: IndexMap<String, Export>,
    /// The requests of `export * from`.
    pub(crate) stars: Vec<usize>,
    pub(crate) declarations: IndexMap<String, Declared>,
}

/// What is asked of another module.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    /// The index of the request.
    pub request: usize,
    /// The name that it exports, or None for its namespace.
    pub name: Option<String>,
    pub span: Span,
}

/// An imported name, and how it is used should it be a namespace.
#[derive(Clone, Debug)]
pub(crate) struct Import {
    pub reference: Reference,
    pub members: Vec<Member>,
    /// Whether it is used otherwise than as `name.member`.
    pub as_value: bool,
}

/// A use of `name.member`.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub name: String,
    pub usage: Usage,
}

/// How a member is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Usage {
    Read,
    Call,
    Write,
}

/// An exported name.
#[derive(Clone, Debug)]
pub(crate) enum Export {
    /// Of a declaration, by its name.
    Local(String),
    /// Of another module.
    Other(Reference),
}

/// A variable at the top level.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Declared {
    /// Whether it is empty until its declaration is evaluated.
    pub lexical: bool,
    /// Whether it always holds a function for which `this` makes no difference.
    pub without_this: bool,
    /// Whether nothing may be assigned to it.
    pub constant: bool,
}

/// Parses a module. All its errors are reported.
pub fn parse(name: &str, text: &str, language: Language) -> Result<ParsedModule, Vec<Diagnostic>> {
    let file = SourceFile {
        name: name.to_owned(),
        text: text.into(),
    };
    if language.has_code() {
        return with_syntax(&file, &language, |syntax| record(&file, &language, &syntax));
    }
    if language == Language::Json {
        check_json(&file)?;
    }
    let mut module = ParsedModule::new(&file, &language);
    for name in language.provided() {
        module.provide(name, name.clone(), true);
    }
    if language == Language::Json {
        module.provide("default", DEFAULT.to_owned(), false);
    }
    Ok(module)
}

fn record(file: &SourceFile, language: &Language, syntax: &Syntax<'_>) -> ParsedModule {
    let mut module = ParsedModule::new(file, language);
    let mut symbols = HashMap::new();
    for statement in &syntax.program.body {
        if let Statement::ImportDeclaration(import) = statement {
            module.import(import, &mut symbols);
        } else {
            module.request_of(statement);
        }
    }
    for symbol in syntax.scoping.symbol_ids() {
        let flags = syntax.scoping.symbol_flags(symbol);
        let root = syntax.scoping.symbol_scope_id(symbol) == syntax.scoping.root_scope_id();
        if root && !flags.intersects(oxc_semantic::SymbolFlags::Import) {
            module.declarations.insert(
                syntax.scoping.symbol_name(symbol).to_owned(),
                Declared {
                    lexical: flags.is_block_scoped(),
                    without_this: false,
                    constant: flags.is_const_variable(),
                },
            );
        }
    }
    for statement in &syntax.program.body {
        module.statement(statement, &syntax.scoping);
    }
    let mut dynamic = dynamic_import::Requests::default();
    dynamic.visit_program(syntax.program);
    module.dynamic = dynamic.0;
    module.awaits = awaits(syntax.program);
    uses::note(syntax, &symbols, &mut module.imports);
    if *language == Language::Session {
        // What will be done with a namespace isn't known yet.
        for import in module.imports.values_mut() {
            import.as_value = true;
        }
    }
    module
}

impl ParsedModule {
    /// One that has errors.
    pub(crate) fn broken(name: &str, text: &str) -> ParsedModule {
        let file = SourceFile {
            name: name.to_owned(),
            text: text.into(),
        };
        ParsedModule {
            broken: true,
            ..ParsedModule::new(&file, &Language::JavaScript)
        }
    }

    fn new(file: &SourceFile, language: &Language) -> ParsedModule {
        ParsedModule {
            file: file.clone(),
            language: language.clone(),
            broken: false,
            requests: Vec::new(),
            dynamic: Vec::new(),
            awaits: false,
            imports: IndexMap::new(),
            exports: IndexMap::new(),
            stars: Vec::new(),
            declarations: IndexMap::new(),
        }
    }

    /// Adds an export whose value is provided.
    fn provide(&mut self, name: &str, declaration: String, without_this: bool) {
        let declared = Declared {
            lexical: false,
            without_this,
            constant: true,
        };
        self.declarations.insert(declaration.clone(), declared);
        self.exports
            .insert(name.to_owned(), Export::Local(declaration));
    }

    fn request(
        &mut self,
        source: &StringLiteral<'_>,
        attributes: Option<&WithClause<'_>>,
    ) -> usize {
        let known = self
            .requests
            .iter()
            .position(|request| request.specifier == source.value.as_str());
        let request = known.unwrap_or_else(|| {
            self.requests.push(Request {
                specifier: source.value.to_string(),
                span: range(source.span),
                json: None,
            });
            self.requests.len() - 1
        });
        // Others are refused.
        if let Some(clause) = attributes.filter(|it| !it.with_entries.is_empty()) {
            let json = &mut self.requests[request].json;
            json.get_or_insert_with(|| range(clause.span));
        }
        request
    }

    fn request_of(&mut self, statement: &Statement<'_>) {
        match statement {
            Statement::ExportFromDeclaration(it) => {
                self.request(&it.source, it.with_clause.as_deref());
            }
            Statement::ExportAllDeclaration(it) => {
                self.request(&it.source, it.with_clause.as_deref());
            }
            _ => {}
        }
    }

    fn import(&mut self, it: &ImportDeclaration<'_>, symbols: &mut HashMap<SymbolId, String>) {
        let request = self.request(&it.source, it.with_clause.as_deref());
        for specifier in it.specifiers.iter().flatten() {
            let (name, span) = match specifier {
                ImportDeclarationSpecifier::ImportSpecifier(it) => {
                    (Some(it.imported.name().to_string()), it.imported.span())
                }
                ImportDeclarationSpecifier::ImportDefaultSpecifier(it) => {
                    (Some("default".to_owned()), it.span)
                }
                ImportDeclarationSpecifier::ImportNamespaceSpecifier(it) => (None, it.span),
            };
            let local = specifier.local();
            symbols.insert(local.symbol_id(), local.name.to_string());
            self.imports.insert(
                local.name.to_string(),
                Import {
                    reference: Reference {
                        request,
                        name,
                        span: range(span),
                    },
                    members: Vec::new(),
                    as_value: false,
                },
            );
        }
    }

    fn statement(&mut self, statement: &Statement<'_>, scoping: &Scoping) {
        match statement {
            Statement::ExportDeclaration(it) => {
                let mut names = Vec::new();
                match &it.declaration {
                    Declaration::VariableDeclaration(it) => {
                        for declarator in &it.declarations {
                            let declared = declarator.id.get_binding_identifiers();
                            names.extend(declared.iter().map(|name| name.name));
                        }
                        self.functions(it, scoping);
                    }
                    Declaration::FunctionDeclaration(it) => {
                        names.extend(it.name());
                        self.function(it, scoping);
                    }
                    Declaration::ClassDeclaration(it) => names.extend(it.name()),
                    _ => {}
                }
                for name in names {
                    let local = Export::Local(name.to_string());
                    self.exports.insert(name.to_string(), local);
                }
            }
            Statement::ExportNamedDeclaration(it) => {
                for specifier in &it.specifiers {
                    let local = specifier.local.name().to_string();
                    let export = match self.imports.get(&local) {
                        Some(import) => Export::Other(Reference {
                            span: range(specifier.local.span()),
                            ..import.reference.clone()
                        }),
                        None => Export::Local(local),
                    };
                    self.exports
                        .insert(specifier.exported.name().to_string(), export);
                }
            }
            Statement::ExportFromDeclaration(it) => {
                let request = self.request(&it.source, it.with_clause.as_deref());
                for specifier in &it.specifiers {
                    let reference = Reference {
                        request,
                        name: Some(specifier.local.name().to_string()),
                        span: range(specifier.local.span()),
                    };
                    self.exports.insert(
                        specifier.exported.name().to_string(),
                        Export::Other(reference),
                    );
                }
            }
            Statement::ExportAllDeclaration(it) => {
                let request = self.request(&it.source, it.with_clause.as_deref());
                match &it.exported {
                    None => self.stars.push(request),
                    Some(name) => {
                        let reference = Reference {
                            request,
                            name: None,
                            span: range(name.span()),
                        };
                        self.exports
                            .insert(name.name().to_string(), Export::Other(reference));
                    }
                }
            }
            Statement::ExportDefaultDeclaration(it) => self.export_default(it, scoping),
            Statement::VariableDeclaration(it) => self.functions(it, scoping),
            Statement::FunctionDeclaration(it) => self.function(it, scoping),
            _ => {}
        }
    }

    fn export_default(&mut self, it: &ExportDefaultDeclaration<'_>, scoping: &Scoping) {
        let (name, lexical, without_this) = match &it.declaration {
            ExportDefaultDeclarationKind::FunctionDeclaration(it) => {
                self.function(it, scoping);
                (it.name(), false, !this::is_in(it))
            }
            ExportDefaultDeclarationKind::ClassDeclaration(it) => (it.name(), true, true),
            it => {
                let without_this = it.as_expression().is_some_and(this::ignores);
                (None, true, without_this)
            }
        };
        let local = name.map_or(DEFAULT, |name| name.as_str()).to_owned();
        if name.is_none() {
            let declaration = Declared {
                lexical,
                without_this,
                constant: true,
            };
            self.declarations.insert(local.clone(), declaration);
        }
        self.exports
            .insert("default".to_owned(), Export::Local(local));
    }

    /// Notes the constants that hold functions for which `this` makes no difference.
    fn functions(&mut self, it: &VariableDeclaration<'_>, scoping: &Scoping) {
        for declarator in &it.declarations {
            if let (BindingPattern::BindingIdentifier(name), Some(init)) =
                (&declarator.id, &declarator.init)
                && this::ignores(init)
                && it.kind.is_lexical()
                && !scoping.symbol_is_mutated(name.symbol_id())
            {
                self.ignores_this(&name.name);
            }
        }
    }

    fn function(&mut self, it: &Function<'_>, scoping: &Scoping) {
        if let Some(id) = &it.id
            && !this::is_in(it)
            && !scoping.symbol_is_mutated(id.symbol_id())
        {
            self.ignores_this(&id.name);
        }
    }

    fn ignores_this(&mut self, name: &str) {
        if let Some(declaration) = self.declarations.get_mut(name) {
            declaration.without_this = true;
        }
    }

    /// The names it exports itself, for suggestions.
    pub(crate) fn exported_names(&self) -> BTreeSet<&str> {
        self.exports.keys().map(String::as_str).collect()
    }
}
