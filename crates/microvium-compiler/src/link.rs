//! Which variable an imported name means: the specification's ResolveExport over the static graph.

use crate::diagnostic::{Diagnostic, code, nearest};
use crate::lower::{Meaning, Slot, TopLevel};
use crate::module::{Module, ModuleIndex};
use crate::record::{Export, Import, Member, Reference, Usage};
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
}

/// Links modules.
pub(crate) struct Linker<'m> {
    pub modules: &'m [Module],
}

impl Linker<'_> {
    /// What the names at the top level of a module mean.
    pub fn top_level(&self, index: ModuleIndex) -> Result<TopLevel, Vec<Diagnostic>> {
        let module = &self.modules[index];
        let mut errors = Vec::new();
        let mut names = TopLevel::new();
        for name in module.parsed.declarations.keys() {
            names.insert(name.clone(), Meaning::Variable(self.slot(index, name)));
        }
        for (name, import) in &module.parsed.imports {
            match self.resolve(index, &import.reference) {
                Ok(Resolution::Namespace(other)) => {
                    let members = self.namespace(index, name, import, other, &mut errors);
                    names.insert(name.clone(), Meaning::Namespace(members));
                }
                Ok(Resolution::Declaration(other, declaration)) => {
                    let slot = self.slot(other, &declaration);
                    names.insert(name.clone(), Meaning::Variable(slot));
                }
                Ok(Resolution::Ambiguous | Resolution::Missing) => {}
                Err(error) => errors.push(*error),
            }
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
            Ok(names)
        } else {
            Err(errors)
        }
    }

    fn slot(&self, index: ModuleIndex, name: &str) -> Slot {
        let module = &self.modules[index];
        Slot {
            variable: module.variables[name],
            lexical: module.parsed.declarations[name].lexical,
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
        let source = &self.modules[other].parsed.file.name;
        match self.export(other, name, &mut BTreeSet::new()) {
            Resolution::Missing => {
                let message = format!("`{source}` has no export `{name}`");
                let error = Diagnostic::error(code::MISSING_EXPORT, file, span.clone(), message);
                let names = self.exported_names(other);
                let known = names.iter().map(String::as_str);
                Err(Box::new(match nearest(name, known) {
                    Some(known) => error.help(format!("did you mean `{known}`?")),
                    None if names.is_empty() => error.help("it exports nothing"),
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
            Resolution::Ambiguous => Err(Diagnostic::error(
                code::AMBIGUOUS_EXPORT,
                file,
                span.clone(),
                format!("`{source}` exports different things as `{name}`"),
            )
            .label("by different `export *`")
            .help("import it from the module that declares it")
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
        let module = &self.modules[index];
        match module.parsed.exports.get(name) {
            Some(Export::Local(local)) => {
                return Resolution::Declaration(index, local.clone());
            }
            Some(Export::Other(reference)) => {
                let other = module.requested[reference.request];
                return match &reference.name {
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
            if !visited.insert(at) {
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

    /// The variables that are used of a namespace. It doesn't exist as a value yet, so every use must
    /// be a member that can be resolved now.
    fn namespace(
        &self,
        index: ModuleIndex,
        name: &str,
        import: &Import,
        other: ModuleIndex,
        errors: &mut Vec<Diagnostic>,
    ) -> BTreeMap<String, Slot> {
        let file = &self.modules[index].parsed.file;
        for span in &import.values {
            let message = "a module namespace as a value is not supported yet";
            errors.push(
                Diagnostic::error(code::UNSUPPORTED, file, span.clone(), message)
                    .help(format!("use its members: `{name}.member`")),
            );
        }
        let mut members = BTreeMap::new();
        for member in &import.members {
            match self.member(index, name, other, member) {
                Ok(slot) => {
                    members.insert(member.name.clone(), slot);
                }
                Err(error) => errors.push(*error),
            }
        }
        members
    }

    fn member(
        &self,
        index: ModuleIndex,
        namespace: &str,
        other: ModuleIndex,
        member: &Member,
    ) -> Result<Slot, Box<Diagnostic>> {
        let file = &self.modules[index].parsed.file;
        let refuse = |message: &str| {
            Diagnostic::error(code::UNSUPPORTED, file, member.span.clone(), message)
        };
        if member.usage == Usage::Write {
            return Err(refuse("the members of a module namespace can't be changed")
                .help("export a function that assigns the variable")
                .into());
        }
        let resolution = self.find(index, other, &member.name, &member.span)?;
        let Resolution::Declaration(owner, declaration) = resolution else {
            return Err(refuse("a module namespace as a value is not supported yet")
                .help("import the module itself: `import * as name from`")
                .into());
        };
        let facts = &self.modules[owner].parsed.declarations[&declaration];
        if member.usage == Usage::Call && !facts.without_this {
            let call = format!("(0, {namespace}.{})(…)", member.name);
            return Err(refuse(
                "calling a member of a module namespace passes the namespace as `this`, \
                 which is not supported yet",
            )
            .help(format!(
                "import the function by its name, or write `{call}`"
            ))
            .into());
        }
        Ok(self.slot(owner, &declaration))
    }
}
