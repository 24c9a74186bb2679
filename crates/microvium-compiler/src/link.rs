//! Which variable an imported name means: the specification's ResolveExport over the static graph.

use crate::diagnostic::{Diagnostic, help_without_exports, nearest};
use crate::dynamic_import::DynamicImport;
use crate::finding::Finding;
use crate::language::Language;
use crate::lower::{Meaning, Namespace, Slot, TopLevel, UsedNamespace};
use crate::module::{MISSING, Module, ModuleIndex};
use crate::record::{Export, Import, Reference, Usage};
use indexmap::IndexMap;
use microvium_ir::VariableId;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What an exported name means.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Resolution {
    /// A declaration of a module, by name.
    Declaration(ModuleIndex, String),
    /// The namespace of a module.
    Namespace(ModuleIndex),
    /// Different things by different `export *`.
    Ambiguous,
    /// Nothing.
    Missing,
    /// Whatever a module that has errors itself would export.
    Unknown,
}

/// Links modules.
pub(crate) struct Linker<'m> {
    pub modules: &'m [Module],
    /// The variables that hold the namespace objects of modules. Only what is used as a value gets one.
    pub namespaces: IndexMap<ModuleIndex, VariableId>,
    /// The variables that hold the records of modules.
    pub records: &'m IndexMap<ModuleIndex, VariableId>,
    /// The number of the next variable.
    pub next_variable: usize,
}

impl Linker<'_> {
    /// What the names at the top level of a module mean.
    pub fn top_level(&mut self, index: ModuleIndex) -> Result<TopLevel, Vec<Diagnostic>> {
        let modules = self.modules;
        let module = &modules[index];
        let mut errors = Vec::new();
        let mut names = BTreeMap::new();
        let mut imports = BTreeMap::new();
        for name in module.parsed.declarations.keys() {
            names.insert(name.clone(), Meaning::Variable(self.slot(index, name)));
        }
        for (name, import) in &module.parsed.imports {
            match self.resolve(index, &import.reference) {
                Ok(Resolution::Namespace(other)) => {
                    let namespace = self.used_namespace(import, other);
                    names.insert(name.clone(), Meaning::Namespace(namespace));
                }
                Ok(Resolution::Declaration(other, declaration)) => {
                    let slot = Slot {
                        constant: true,
                        ..self.slot(other, &declaration)
                    };
                    names.insert(name.clone(), Meaning::Variable(slot));
                }
                Ok(Resolution::Ambiguous | Resolution::Missing | Resolution::Unknown) => {}
                Err(error) => errors.push(*error),
            }
        }
        for (request, &other) in module.parsed.dynamic.iter().zip(&module.dynamic) {
            if other == MISSING {
                continue;
            }
            let import = DynamicImport {
                record: self.records.get(&other).copied(),
                namespace: self.namespace(other).variable,
                is_json: self.modules[other].parsed.language == Language::Json,
            };
            imports.insert(request.specifier.clone(), import);
        }
        for export in module.parsed.exports.values() {
            if let Export::Other(reference) = export
                && let Err(error) = self.resolve(index, reference)
            {
                errors.push(*error);
            }
        }
        errors.sort_by_key(|error| error.labels[0].span.start);
        errors.dedup_by(|a, b| a.labels == b.labels && a.message == b.message);
        if errors.is_empty() {
            Ok(TopLevel { names, imports })
        } else {
            Err(errors)
        }
    }

    fn slot(&self, index: ModuleIndex, name: &str) -> Slot {
        let module = &self.modules[index];
        let declared = module.parsed.declarations[name];
        Slot {
            variable: module.variables[name],
            lexical: declared.lexical,
            without_this: declared.without_this,
            constant: declared.constant,
        }
    }

    /// What a module asks of another one.
    fn resolve(
        &self,
        index: ModuleIndex,
        reference: &Reference,
    ) -> Result<Resolution, Box<Diagnostic>> {
        let other = self.modules[index].requested[reference.request];
        match &reference.name {
            None if other == MISSING => Ok(Resolution::Unknown),
            None => Ok(Resolution::Namespace(other)),
            Some(name) => self.find(index, other, name, &reference.span),
        }
    }

    /// What a name of another module means; an error at the place that uses it if it means nothing.
    fn find(
        &self,
        index: ModuleIndex,
        other: ModuleIndex,
        name: &str,
        span: &Range<u32>,
    ) -> Result<Resolution, Box<Diagnostic>> {
        let file = &self.modules[index].parsed.file;
        let resolution = self.export(other, name, &mut BTreeSet::new());
        if resolution == Resolution::Unknown {
            return Ok(resolution);
        }
        let source = &self.modules[other].parsed.file.name;
        match resolution {
            Resolution::Missing => {
                let error =
                    Diagnostic::new(Finding::MissingExport, file, span.clone(), &[source, name]);
                let names = self.exported_names(other);
                let known = names.iter().map(String::as_str);
                Err(Box::new(match nearest(name, known) {
                    Some(known) => error.help(format!("did you mean `{known}`?")),
                    None if names.is_empty() => {
                        error.help(help_without_exports(&self.modules[other].parsed.file.text))
                    }
                    None => {
                        let names: Vec<String> = names
                            .iter()
                            .take(10)
                            .map(|name| format!("`{name}`"))
                            .collect();
                        error.help(format!("it exports {}", names.join(", ")))
                    }
                }))
            }
            Resolution::Ambiguous => Err(Diagnostic::new(
                Finding::AmbiguousExport,
                file,
                span.clone(),
                &[source, name],
            )
            .label("by different `export *`")
            .into()),
            resolution => Ok(resolution),
        }
    }

    /// ResolveExport.
    fn export(
        &self,
        index: ModuleIndex,
        name: &str,
        visited: &mut BTreeSet<(ModuleIndex, String)>,
    ) -> Resolution {
        if !visited.insert((index, name.to_owned())) {
            return Resolution::Missing; // a cycle of exports
        }
        if index == MISSING || self.modules[index].parsed.broken {
            return Resolution::Unknown;
        }
        let module = &self.modules[index];
        match module.parsed.exports.get(name) {
            Some(Export::Local(local)) => {
                return Resolution::Declaration(index, local.clone());
            }
            Some(Export::Other(reference)) => {
                let other = module.requested[reference.request];
                return match &reference.name {
                    None if other == MISSING => Resolution::Unknown,
                    None => Resolution::Namespace(other),
                    Some(name) => self.export(other, name, visited),
                };
            }
            None => {}
        }
        let mut found = Resolution::Missing;
        if name == "default" {
            return found; // `export *` doesn't pass it on
        }
        for &star in &module.parsed.stars {
            match self.export(module.requested[star], name, visited) {
                Resolution::Ambiguous => return Resolution::Ambiguous,
                Resolution::Unknown => return Resolution::Unknown,
                Resolution::Missing => {}
                resolution if found == Resolution::Missing => found = resolution,
                resolution if found == resolution => {}
                _ => return Resolution::Ambiguous,
            }
        }
        found
    }

    /// All names that a module exports, by `export *` too.
    fn exported_names(&self, index: ModuleIndex) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        let mut visited = BTreeSet::new();
        let mut pending = vec![index];
        while let Some(at) = pending.pop() {
            if at == MISSING || !visited.insert(at) {
                continue;
            }
            let module = &self.modules[at];
            let own = module.parsed.exported_names();
            names.extend(
                own.into_iter()
                    .filter(|name| at == index || *name != "default")
                    .map(str::to_owned),
            );
            pending.extend(
                module
                    .parsed
                    .stars
                    .iter()
                    .map(|&star| module.requested[star]),
            );
        }
        names
    }

    /// How a module uses a namespace that it imports. What can't be done with the variables of its
    /// members, such as calling one that looks at `this`, needs the object.
    fn used_namespace(&mut self, import: &Import, other: ModuleIndex) -> UsedNamespace {
        let mut members = BTreeMap::new();
        let mut as_value = import.as_value;
        for member in &import.members {
            let slot = self.member(other, &member.name);
            as_value |= match member.usage {
                Usage::Read => slot.is_none(),
                Usage::Call => !slot.is_some_and(|slot| slot.without_this),
                Usage::Write => true,
            };
            if let Some(slot) = slot {
                members.insert(member.name.clone(), slot);
            }
        }
        UsedNamespace {
            object: as_value.then(|| self.namespace(other)),
            members,
        }
    }

    /// The variable of a namespace's member.
    fn member(&mut self, module: ModuleIndex, name: &str) -> Option<Slot> {
        match self.export(module, name, &mut BTreeSet::new()) {
            Resolution::Declaration(owner, declaration) => Some(self.slot(owner, &declaration)),
            Resolution::Namespace(other) => Some(self.namespace(other)),
            Resolution::Ambiguous | Resolution::Missing | Resolution::Unknown => None,
        }
    }

    /// The variable that holds the namespace object of a module.
    fn namespace(&mut self, module: ModuleIndex) -> Slot {
        let next = self.next_variable;
        let variable = *self.namespaces.entry(module).or_insert_with(|| {
            self.next_variable += 1;
            VariableId::new(next)
        });
        Slot {
            variable,
            lexical: false,
            without_this: false,
            constant: true,
        }
    }

    /// All namespace objects but the first `known`, those that hold others included.
    pub fn namespaces(&mut self, known: usize) -> Vec<Namespace> {
        let mut namespaces = Vec::new();
        while let Some((&module, &variable)) = self.namespaces.get_index(known + namespaces.len()) {
            let mut names: Vec<String> = self.exported_names(module).into_iter().collect();
            // The specification orders by code units, a set of strings by code points.
            names.sort_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
            let members = (names.iter())
                .filter_map(|name| {
                    Some((name.as_str().into(), self.member(module, name)?.variable))
                })
                .collect();
            namespaces.push(Namespace {
                variable,
                file: self.modules[module].file,
                members,
            });
        }
        namespaces
    }
}
