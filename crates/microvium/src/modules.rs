//! Modules without code: those of the build's host, and JSON.

use crate::host::{BuildValue, BuildVm};
use crate::value::Value;
use microvium_compiler::{Language, Loader};
use microvium_engine::Fault;
use std::collections::BTreeMap;

/// The prefix by which scripts that are shared with node may name the host's modules.
const PREFIX: &str = "node:";

/// The host's modules: their exports by name, in constants of the VM.
#[derive(Default)]
pub(crate) struct HostModules(BTreeMap<String, BTreeMap<String, usize>>);

impl HostModules {
    /// Adds a module.
    pub fn add(&mut self, name: &str, exports: BTreeMap<String, usize>) {
        self.0.insert(format!("{PREFIX}{name}"), exports);
    }

    /// The value of an export of a module without code.
    pub fn value(
        &self,
        vm: &mut BuildVm,
        module: &str,
        text: &str,
        export: &str,
    ) -> Result<BuildValue, Fault> {
        match self.0.get(module).and_then(|exports| exports.get(export)) {
            Some(&constant) => Ok(vm.get_constant(constant)),
            // The compiler has read the text before.
            None => Value::from_json(text)
                .unwrap_or(Value::Undefined)
                .to_build(vm),
        }
    }
}

/// A loader that finds the host's modules first.
pub(crate) struct WithHostModules<'a> {
    pub modules: &'a HostModules,
    pub loader: &'a mut dyn Loader,
}

impl Loader for WithHostModules<'_> {
    fn resolve(&mut self, importer: &str, specifier: &str) -> Result<String, String> {
        let bare = specifier.strip_prefix(PREFIX).unwrap_or(specifier);
        let name = format!("{PREFIX}{bare}");
        match self.modules.0.contains_key(&name) {
            true => Ok(name),
            false => self.loader.resolve(importer, specifier),
        }
    }

    fn language(&mut self, name: &str) -> Language {
        match self.modules.0.get(name) {
            Some(exports) => Language::Host(exports.keys().cloned().collect()),
            None => self.loader.language(name),
        }
    }

    fn load(&mut self, name: &str) -> Result<String, String> {
        match self.modules.0.contains_key(name) {
            true => Ok(String::new()),
            false => self.loader.load(name),
        }
    }

    fn is_library(&self) -> bool {
        self.loader.is_library()
    }
}
