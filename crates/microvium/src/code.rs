//! The code of a build: modules are compiled, and their functions loaded into the build-time VM.

use crate::error::{BuildError, Origin};
use crate::host::{BuildValue, BuildVm};
use crate::load::{BuildAccess, load};
use crate::positions::Positions;
use crate::thrown::{Thrown, first_calls};
use microvium_compiler::{Compiled, Loader, Modules};
use microvium_engine::embed::{Desktop, Frame, SHOWN_FRAMES, last_caught};
use microvium_engine::{Fault, Wide, Width};
use microvium_ir::{FileId, FunctionId, Iteration, Program, Segment, Variable, VariableId};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The code so far.
pub(crate) struct Code {
    pub program: Program,
    /// The variable that is true once a script may have changed how arrays or strings are iterated.
    pub iterates_anew: VariableId,
    modules: Modules,
    /// The constants that hold the Function cells.
    functions: BTreeMap<FunctionId, usize>,
    positions: Positions,
    /// The files that are the library's.
    library: BTreeSet<FileId>,
}

/// What is to be done with code that has been loaded.
pub(crate) struct Loaded {
    /// The variables that must get their values from the host first.
    pub provided: Vec<Provided>,
    /// The functions that instantiate what is new; then the modules are evaluated in order.
    pub instantiate: Vec<FunctionId>,
    /// The modules that are new, and the record of the entry.
    pub compiled: Compiled,
}

/// An export of a module without code.
pub(crate) struct Provided {
    /// The module.
    pub file: FileId,
    /// The export.
    pub export: String,
    /// Its variable.
    pub variable: VariableId,
}

/// Why a module couldn't be loaded.
pub(crate) enum LoadError {
    /// It isn't right, or not supported.
    Build(BuildError),
    /// What the VM threw.
    Thrown(Fault),
}

impl From<Fault> for LoadError {
    fn from(fault: Fault) -> LoadError {
        LoadError::Thrown(fault)
    }
}

impl Code {
    /// No code.
    pub fn new() -> Code {
        let mut program = Program::default();
        let iterates_anew = program.variables.push(Variable {
            name: "%iteratesAnew".to_owned(),
            file: FileId::new(0),
        });
        Code {
            program,
            iterates_anew,
            modules: Modules::default(),
            functions: BTreeMap::new(),
            positions: Positions::default(),
            library: BTreeSet::new(),
        }
    }

    /// Compiles a module with all that it imports, and loads the functions.
    pub fn load(
        &mut self,
        vm: &mut BuildVm,
        entry: &str,
        loader: &mut dyn Loader,
    ) -> Result<Loaded, LoadError> {
        let first = self.program.functions.len();
        let first_file = self.program.files.len();
        let compiled = self
            .modules
            .compile(&mut self.program, entry, loader)
            .map_err(|errors| LoadError::Build(BuildError::Diagnostics(errors)))?;
        if loader.is_library() {
            let files = self.program.files.ids().skip(first_file);
            self.library.extend(files);
            for id in self.program.functions.ids().skip(first) {
                let function = &mut self.program.functions[id];
                let file = &self.program.files[function.position.file].name;
                if let Some(length) = microvium_library::length(file, &function.name) {
                    function.length = length;
                }
            }
        }
        let functions: Vec<FunctionId> = self.program.functions.ids().skip(first).collect();
        if cfg!(debug_assertions) {
            for &function in &functions {
                let errors =
                    microvium_ir::verify(&self.program.functions[function], Some(&self.program));
                assert!(errors.is_empty(), "{errors:?}");
            }
        }
        let segment = self.load_functions(vm, &functions)?;
        self.positions.add(&segment);
        let modules = &compiled.modules;
        let instantiate = modules.iter().map(|module| module.instantiate);
        let provided = modules.iter().flat_map(|module| {
            (module.provided.iter()).map(|(export, variable)| Provided {
                file: module.file,
                export: export.clone(),
                variable: *variable,
            })
        });
        Ok(Loaded {
            instantiate: instantiate.collect(),
            provided: provided.collect(),
            compiled,
        })
    }

    /// The modules that evaluating one needs, itself last.
    pub fn order(&self, module: &str) -> Vec<FileId> {
        self.modules.order(module)
    }

    /// Loads functions of the program.
    pub fn load_functions(
        &mut self,
        vm: &mut BuildVm,
        functions: &[FunctionId],
    ) -> Result<Segment, LoadError> {
        let access = BuildAccess {
            named: None,
            parents: None,
            has_instance: true,
            constructs_bound: true,
            asks_species: true,
            iteration: Iteration::Variable(self.iterates_anew),
        };
        let segment = microvium_ir::emit::emit(&self.program, functions, &access, vm.constants())
            .map_err(|error| LoadError::Build(BuildError::emit(&self.program, &error)))?;
        vm.grow_variables(self.program.variables.len())?;
        load(vm, &self.program, &segment, &mut self.functions)?;
        Ok(segment)
    }

    /// The place of a call in the source, unless that is the library's.
    pub fn origin(&self, at: &Frame) -> Option<Origin> {
        let origin = self.positions.origin(&self.program, at)?;
        (!crate::is_library_module(&origin.file.name)).then_some(origin)
    }

    /// The name of a function.
    pub fn function_name(&self, id: usize) -> String {
        self.program.functions[FunctionId::new(id)].name.clone()
    }

    /// Has an exception name what it is about.
    pub fn explain(&self, thrown: &mut Thrown) {
        self.positions.explain(&self.program, thrown);
    }

    /// What the `stack` of an error lists that is made while these calls run: not what makes it, nor the rest of the
    /// library. A fault becomes an error when it is caught; its place is where it was thrown.
    pub fn stack(&self, mut running: Vec<Frame>) -> Vec<Origin> {
        let origin = |at: &Frame| self.positions.origin(&self.program, at);
        let mut makers = (running.iter().map_while(origin))
            .take_while(|it| crate::is_library_module(&it.file.name));
        // The library catches faults too, for promises.
        if makers.any(|it| it.function == "makeError") {
            let place = |at: &Frame| self.positions.place(&self.program, at);
            running = first_calls(&last_caught(), &place);
        }
        let calls = running.iter().filter_map(|at| self.origin(at));
        calls.take(SHOWN_FRAMES).collect()
    }

    /// Whether an exception that was thrown in these calls is the reason of a promise that was rejected.
    pub fn is_rejection(&self, trace: &[Frame]) -> bool {
        let innermost = trace.first();
        let origin = innermost.and_then(|at| self.positions.origin(&self.program, at));
        origin.is_some_and(|it| it.file.name == "library/promise.js" && it.function == "run")
    }

    /// The number of a variable at the top level of a library module.
    pub fn library_variable(&self, file: &str, name: &str) -> Option<usize> {
        let (id, _) = self.program.variables.iter().find(|(_, variable)| {
            variable.name == name
                && self.library.contains(&variable.file)
                && self.program.files[variable.file].name == file
        })?;
        Some(id.index())
    }
}

/// Calls a function of the top level. Nothing of `code` is borrowed meanwhile: the library may be loaded.
pub(crate) fn run(
    code: &RefCell<Code>,
    vm: &mut BuildVm,
    function: FunctionId,
) -> Result<BuildValue, Fault> {
    let constant = code.borrow().functions.get(&function).copied();
    match constant {
        Some(constant) => {
            let closure = vm.new_closure(vm.get_constant(constant))?;
            vm.call(closure, &[])
        }
        None => Ok(Wide::<Desktop>::UNDEFINED),
    }
}
