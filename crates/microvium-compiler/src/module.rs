//! The graph of modules: loading, linking and the order of evaluation, as the specification has them.
//! What becomes of it where modules await at their top level, the build decides.

use crate::diagnostic::Diagnostic;
use crate::finding::Finding;
use crate::language::Language;
use crate::link::Linker;
use crate::lower::{Meaning, lower};
use crate::parse::with_syntax;
use crate::record::{ParsedModule, parse};
use indexmap::{IndexMap, IndexSet};
use microvium_ir::{FileId, FunctionId, Program, SourceFile, Variable, VariableId};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The index of a module in its graph.
pub(crate) type ModuleIndex = usize;

/// A module that can't be found. Its users are looked at all the same, for other errors.
pub(crate) const MISSING: ModuleIndex = usize::MAX;

/// Where modules come from.
pub trait Loader {
    /// The name of the module that a specifier means in another module. The same module has the same
    /// name wherever it is named. An error says why there is none.
    fn resolve(&mut self, importer: &str, specifier: &str) -> Result<String, String>;
    /// What a module is written in.
    fn language(&mut self, _name: &str) -> Language {
        Language::JavaScript
    }
    /// The source of a module.
    fn load(&mut self, name: &str) -> Result<String, String>;
    /// Whether its modules are the library's, which may call `$call`, `$own` and `$fault`.
    fn is_library(&self) -> bool {
        false
    }
}

/// A module whose functions are in the program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CompiledModule {
    /// Its source.
    pub file: FileId,
    /// The function that gives its `var`s and function declarations their values.
    pub instantiate: FunctionId,
    /// The functions of its top-level code, to be called one after the other.
    pub bodies: Vec<FunctionId>,
    /// Whether it awaits: then they give suspended calls, and each is called when that of the one before has ended.
    pub awaits: bool,
    /// The variable that is to hold its record, if there are any.
    pub record: Option<VariableId>,
    /// The records of the modules that are to be evaluated before it, in order.
    pub requested: Vec<VariableId>,
    /// The exports whose values are to be provided before any function runs, and their variables.
    pub provided: Vec<(String, VariableId)>,
}

/// What is new when a module has been compiled.
#[derive(Debug)]
pub struct Compiled {
    /// The modules: those that the entry depends on, each behind what it depends on itself; then those that wait for an
    /// `import()`.
    pub modules: Vec<CompiledModule>,
    /// The record of the entry, if there are records: then evaluating it by that runs what is to run. Where there are none,
    /// the bodies of all modules run in order.
    pub entry: Option<VariableId>,
}

/// A module of the graph.
#[derive(Clone, Debug)]
pub(crate) struct Module {
    pub parsed: ParsedModule,
    /// The modules that its requests mean.
    pub requested: Vec<ModuleIndex>,
    /// The same of what it imports by `import()`.
    pub dynamic: Vec<ModuleIndex>,
    pub file: FileId,
    pub variables: IndexMap<String, VariableId>,
}

/// All modules of a program so far.
#[derive(Clone, Default, Debug)]
pub struct Modules {
    /// Their names, in the order of their indices.
    names: IndexSet<String>,
    modules: Vec<Module>,
    /// The variables that hold namespace objects.
    namespaces: IndexMap<ModuleIndex, VariableId>,
    /// The variables that hold records, which say how far the evaluation of a module has come. Those that were compiled
    /// while there was no need have none, and have been evaluated.
    records: IndexMap<ModuleIndex, VariableId>,
    /// What the modules of the session have declared and imported.
    session: BTreeMap<String, Meaning>,
}

impl Modules {
    /// Loads a module and all that it depends on, links them, and adds their code to the program.
    ///
    /// The result is what is new. Before any body runs, all `instantiate` functions run. A module that was compiled before
    /// isn't compiled again. On errors nothing is added; all errors are reported that can be found.
    pub fn compile(
        &mut self,
        program: &mut Program,
        entry: &str,
        loader: &mut dyn Loader,
    ) -> Result<Compiled, Vec<Diagnostic>> {
        let mut grown = self.clone();
        let first = grown.modules.len();
        let mut errors = grown.load(program, entry, loader);
        let new = &grown.modules[first..];
        let declared: usize = new.iter().map(|module| module.variables.len()).sum();
        let known_namespaces = grown.namespaces.len();
        let first_record = grown.records.len();
        let entry_index = grown.names.get_index_of(entry);
        let has_record = |index: &ModuleIndex| grown.records.contains_key(index);
        let needs_records = entry_index.as_ref().is_some_and(has_record)
            || new.iter().any(|module| {
                module.parsed.awaits
                    || module.parsed.language == Language::Session
                    || !module.dynamic.is_empty()
                    || module.requested.iter().any(has_record)
            });
        let mut next_variable = program.variables.len() + declared;
        if needs_records {
            for index in first..grown.modules.len() {
                grown.records.insert(index, VariableId::new(next_variable));
                next_variable += 1;
            }
        }
        let mut linker = Linker {
            modules: &grown.modules,
            namespaces: std::mem::take(&mut grown.namespaces),
            records: &grown.records,
            next_variable,
        };
        let mut top_levels = Vec::new();
        for index in first..grown.modules.len() {
            match linker.top_level(index) {
                Ok(top_level) => top_levels.push(top_level),
                Err(found) => errors.extend(found),
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        for (module, top_level) in grown.modules[first..].iter().zip(&mut top_levels) {
            if module.parsed.language == Language::Session {
                grown.session.extend(std::mem::take(&mut top_level.names));
                top_level.names.clone_from(&grown.session);
            }
        }
        let namespaces = linker.namespaces(known_namespaces);
        grown.namespaces = linker.namespaces;
        for module in &grown.modules[first..] {
            program.files.push(module.parsed.file.clone());
            for name in module.variables.keys() {
                program.variables.push(Variable {
                    name: name.clone(),
                    file: module.file,
                });
            }
        }
        for &index in grown.records.keys().skip(first_record) {
            program.variables.push(Variable {
                name: "*record*".to_owned(),
                file: grown.modules[index].file,
            });
        }
        for namespace in &namespaces {
            program.variables.push(Variable {
                name: "*namespace*".to_owned(),
                file: namespace.file,
            });
        }
        let mut compiled = Vec::new();
        for (module, top_level) in grown.modules[first..].iter().zip(&top_levels) {
            // All `instantiate` functions run before any other: any of them can make the namespaces.
            let namespaces = match compiled.is_empty() {
                true => namespaces.as_slice(),
                false => &[],
            };
            let parsed = &module.parsed;
            let nothing = SourceFile {
                name: parsed.file.name.clone(),
                text: "".into(),
            };
            let source = match parsed.language.has_code() {
                true => &parsed.file,
                false => &nothing,
            };
            let lowered = with_syntax(source, &parsed.language, |syntax| {
                lower(
                    program,
                    module.file,
                    &syntax,
                    top_level,
                    namespaces,
                    loader.is_library(),
                    parsed.language == Language::Session,
                )
            })?;
            let provided = match parsed.language.has_code() {
                true => Vec::new(),
                false => (module.variables.iter())
                    .map(|(name, &variable)| (name.clone(), variable))
                    .collect(),
            };
            compiled.push(CompiledModule {
                file: module.file,
                instantiate: lowered.instantiate,
                bodies: lowered.bodies,
                awaits: parsed.awaits,
                record: grown.records.get(&(first + compiled.len())).copied(),
                requested: (module.requested.iter())
                    .filter_map(|index| grown.records.get(index).copied())
                    .collect(),
                provided,
            });
        }
        let order = grown.evaluation_order(entry);
        let mut order: IndexSet<ModuleIndex> =
            order.into_iter().filter(|&it| it >= first).collect();
        order.extend(first..grown.modules.len());
        let modules = order.iter().map(|index| compiled[index - first].clone());
        let entry = entry_index.and_then(|index| grown.records.get(&index).copied());
        let modules = modules.collect();
        *self = grown;
        Ok(Compiled { modules, entry })
    }

    /// Adds a module and what it depends on to the graph.
    fn load(&mut self, program: &Program, entry: &str, loader: &mut dyn Loader) -> Vec<Diagnostic> {
        if self.names.contains(entry) {
            return Vec::new();
        }
        let text = match loader.load(entry) {
            Ok(text) => text,
            Err(reason) => {
                let nothing = SourceFile {
                    name: entry.to_owned(),
                    text: "".into(),
                };
                let details = &[entry, &*reason];
                return vec![Diagnostic::without_place(
                    Finding::Unloadable,
                    &nothing,
                    details,
                )];
            }
        };
        let mut errors = Vec::new();
        let first = self.modules.len();
        let mut variables = program.variables.len();
        let mut queue = VecDeque::from([(entry.to_owned(), text)]);
        self.names.insert(entry.to_owned());
        while let Some((name, text)) = queue.pop_front() {
            let parsed = match parse(&name, &text, loader.language(&name)) {
                Ok(parsed) => parsed,
                Err(found) => {
                    errors.extend(found);
                    ParsedModule::broken(&name, &text)
                }
            };
            let mut requested = Vec::new();
            for request in parsed.requests.iter().chain(&parsed.dynamic) {
                let found = loader.resolve(&name, &request.specifier).and_then(|name| {
                    if let Some(index) = self.names.get_index_of(&name) {
                        return Ok(index);
                    }
                    queue.push_back((name.clone(), loader.load(&name)?));
                    Ok(self.names.insert_full(name).0)
                });
                match found {
                    Ok(index) => {
                        requested.push(index);
                        let language = loader.language(&self.names[index]);
                        if let Some(span) = request.json.clone()
                            && language != Language::Json
                        {
                            errors.push(Diagnostic::new(
                                Finding::NotJson,
                                &parsed.file,
                                span,
                                &[&request.specifier],
                            ));
                        }
                    }
                    Err(reason) => {
                        requested.push(MISSING);
                        let span = request.span.clone();
                        let name: &[&str] = &[&request.specifier];
                        errors.push(
                            Diagnostic::new(Finding::MissingModule, &parsed.file, span, name)
                                .label(reason),
                        );
                    }
                }
            }
            let declared = parsed.declarations.keys().cloned().map(|name| {
                variables += 1;
                (name, VariableId::new(variables - 1))
            });
            let variables = declared.collect();
            let dynamic = requested.split_off(parsed.requests.len());
            let file = FileId::new(program.files.len() + self.modules.len() - first);
            self.modules.push(Module {
                parsed,
                requested,
                dynamic,
                file,
                variables,
            });
        }
        errors
    }

    /// The sources of a module and all that it depends on, in the order of evaluation.
    pub fn order(&self, entry: &str) -> Vec<FileId> {
        let order = self.evaluation_order(entry).into_iter();
        order.map(|index| self.modules[index].file).collect()
    }

    /// The modules in the order of evaluation: each behind what it depends on, except in cycles,
    /// where the one that was reached first comes last.
    fn evaluation_order(&self, entry: &str) -> Vec<ModuleIndex> {
        let mut order = Vec::new();
        let mut visited = BTreeSet::new();
        let mut stack: Vec<(ModuleIndex, usize)> = Vec::new();
        let mut next = self.names.get_index_of(entry);
        loop {
            match next {
                Some(index) if visited.insert(index) => stack.push((index, 0)),
                _ => {}
            }
            let Some((index, request)) = stack.last_mut() else {
                return order;
            };
            next = self.modules[*index].requested.get(*request).copied();
            *request += 1;
            if next.is_none() {
                order.push(*index);
                stack.pop();
            }
        }
    }
}
