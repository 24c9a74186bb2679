//! A build: modules are compiled and run in the build-time VM until their top-level code is done; then
//! its state becomes an image.

use crate::error::{BuildError, Origin};
use crate::host::{BuildFunction, BuildHost, BuildValue, BuildVm, Console, Stream};
use crate::load::{BuildAccess, load};
use crate::thrown::Thrown;
use crate::value::Value;
use microvium_compiler::{CompiledModule, Loader, Modules};
use microvium_engine::embed::{Desktop, WideMachine, call_with};
use microvium_engine::{Fault, Wide, Width, wide};
use microvium_format::{Builtin, native::Native};
use microvium_ir::{FunctionId, Position, Program};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The steps that a build may take unless told otherwise: calls and jumps backwards.
pub const DEFAULT_STEPS: u64 = 1_000_000_000;

/// A build.
pub struct Build {
    pub(crate) program: Program,
    modules: Modules,
    pub(crate) vm: WideMachine<Desktop>,
    pub(crate) host: Rc<BuildHost>,
    /// The constants that hold the Function cells.
    functions: BTreeMap<FunctionId, usize>,
    /// Where their instructions come from, by offset in the code block.
    positions: BTreeMap<FunctionId, Vec<(u32, Position)>>,
    /// How many of the program's files, the first ones, are the library's.
    library_files: usize,
}

/// The library's modules, as a loader.
struct LibraryLoader(Vec<microvium_library::LibraryModule>);

impl Loader for LibraryLoader {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        Ok(specifier.to_owned())
    }
    fn load(&mut self, name: &str) -> Result<String, String> {
        let module = self.0.iter().find(|module| module.name == name);
        module
            .map(|module| module.source.clone())
            .ok_or_else(|| "there is no such module".to_owned())
    }
}

impl Build {
    /// A build that may take `steps` steps and has run nothing but the library.
    pub fn new(console: Console, steps: u64) -> Result<Build, BuildError> {
        let host = Rc::new(BuildHost::new(console));
        let vm = WideMachine::new(host.clone(), u64::MAX).map_err(BuildError::engine)?;
        let mut build = Build {
            program: Program::default(),
            modules: Modules::default(),
            vm,
            host,
            functions: BTreeMap::new(),
            positions: BTreeMap::new(),
            library_files: 0,
        };
        build.set_up().map_err(|Fault| build.thrown())?;
        build.load_library()?;
        build.library_files = build.program.files.len();
        build.vm.set_fuel(steps);
        Ok(build)
    }

    /// Makes what scripts find on the global object.
    fn set_up(&mut self) -> Result<(), Fault> {
        self.define(
            "vmExport",
            Rc::new(|host, vm, arguments| host.export(vm, arguments)),
        )?;
        self.define(
            "vmImport",
            Rc::new(|host, vm, arguments| host.import(vm, arguments)),
        )?;
        self.define(
            "inherit",
            Rc::new(|_, vm, arguments| inherit(vm, arguments)),
        )?;
        let console = self.vm.new_plain_object()?;
        let console = self.vm.add_constant(console)?;
        for (name, stream) in [
            ("log", Stream::Out),
            ("warn", Stream::Error),
            ("error", Stream::Error),
        ] {
            let function: BuildFunction =
                Rc::new(move |host, vm, arguments| host.print(vm, stream, arguments));
            let function =
                self.host
                    .ephemeral(&mut self.vm, &format!("console.{name}"), function)?;
            let object = self.vm.get_constant(console);
            self.vm.set_property(object, name.as_bytes(), function)?;
        }
        let (global, console) = (self.vm.global_object(), self.vm.get_constant(console));
        self.vm.set_property(global, b"console", console)?;
        let prototype = self.vm.new_plain_object()?;
        self.vm.set_builtin(Builtin::ArrayPrototype, prototype);
        let push = self.vm.new_host_function(Native::ArrayPush as usize)?;
        let prototype = self.vm.get_builtin(Builtin::ArrayPrototype);
        self.vm.set_property(prototype, b"push", push)?;
        for builtin in [
            Builtin::FunctionPrototype,
            Builtin::StringPrototype,
            Builtin::NumberPrototype,
            Builtin::BooleanPrototype,
        ] {
            let prototype = self.vm.new_plain_object()?;
            self.vm.set_builtin(builtin, prototype);
        }
        Ok(())
    }

    /// Adds a function to the global object that exists only before the snapshot.
    fn define(&mut self, name: &str, function: BuildFunction) -> Result<(), Fault> {
        let function = self.host.ephemeral(&mut self.vm, name, function)?;
        let global = self.vm.global_object();
        self.vm.set_property(global, name.as_bytes(), function)
    }

    fn load_library(&mut self) -> Result<(), BuildError> {
        let modules = microvium_library::modules();
        let mut loader = LibraryLoader(modules.clone());
        for module in modules {
            self.evaluate(module.name, &mut loader)?;
            for name in module.globals {
                if let Some(value) = self.exported(name) {
                    let global = self.vm.global_object();
                    self.vm
                        .set_property(global, name.as_bytes(), value)
                        .map_err(|Fault| self.thrown())?;
                }
            }
            if let Some(value) = self.exported("makeError") {
                self.vm.set_builtin(Builtin::MakeError, value);
            }
            if let Some(value) = self.exported("Error") {
                let constant = self.vm.add_constant(value).map_err(|Fault| self.thrown())?;
                self.host.set_error_class(constant);
            }
        }
        let global = self.vm.global_object();
        self.vm
            .delete_property(global, b"inherit")
            .map_err(|Fault| self.thrown())
    }

    /// The value of the newest module-level variable of this name.
    fn exported(&self, name: &str) -> Option<BuildValue> {
        let mut variables = self.program.variables.iter().rev();
        let (id, _) = variables.find(|(_, variable)| variable.name == name)?;
        Some(self.vm.get_variable(id.index()))
    }

    /// Adds a global function of the host's, which exists only before the snapshot. An error message
    /// becomes an Error that the script may catch.
    pub fn define_function(
        &mut self,
        name: &str,
        function: impl Fn(&[Value]) -> Result<Value, String> + 'static,
    ) -> Result<(), BuildError> {
        self.define(name, wrap(function))
            .map_err(|Fault| self.thrown())
    }

    /// Gives an import a function for calls before the snapshot.
    pub fn bind_import(
        &mut self,
        id: u16,
        function: impl Fn(&[Value]) -> Result<Value, String> + 'static,
    ) {
        self.host.bind(id, wrap(function));
    }

    /// Compiles and evaluates a module and all that it imports.
    pub fn evaluate(&mut self, entry: &str, loader: &mut dyn Loader) -> Result<(), BuildError> {
        let first = self.program.functions.len();
        let compiled = self
            .modules
            .compile(&mut self.program, entry, loader)
            .map_err(BuildError::Diagnostics)?;
        let functions: Vec<FunctionId> = self.program.functions.ids().skip(first).collect();
        if cfg!(debug_assertions) {
            for &function in &functions {
                let errors =
                    microvium_ir::verify(&self.program.functions[function], Some(&self.program));
                assert!(errors.is_empty(), "{errors:?}");
            }
        }
        let segment =
            microvium_ir::emit::emit(&self.program, &functions, &BuildAccess, self.vm.constants())
                .map_err(|error| BuildError::Emit(error.to_string()))?;
        self.run(&segment, &compiled).map_err(|Fault| self.thrown())
    }

    fn run(
        &mut self,
        segment: &microvium_ir::Segment,
        compiled: &[CompiledModule],
    ) -> Result<(), Fault> {
        self.vm.grow_variables(self.program.variables.len())?;
        load(&mut self.vm, segment, &mut self.functions)?;
        for code in &segment.functions {
            let first = code.first_instruction() as u32;
            let positions = code
                .positions
                .iter()
                .map(|&(start, at)| (first + start, at));
            self.positions.insert(code.function, positions.collect());
        }
        let functions = compiled.iter().map(|module| module.instantiate);
        for function in functions.chain(compiled.iter().map(|module| module.body)) {
            let function = self
                .functions
                .get(&function)
                .map(|&at| self.vm.get_constant(at));
            if let Some(function) = function {
                let closure = self.vm.new_closure(function)?;
                self.vm.call(closure, &[])?;
            }
        }
        Ok(())
    }

    /// Calls an export in the build-time VM.
    pub fn call(&mut self, id: u16, arguments: &[Value]) -> Result<Value, BuildError> {
        let exports = self.host.exports();
        let Some(&constant) = exports.get(&id) else {
            return Err(BuildError::MissingExport {
                id,
                exports: exports.keys().copied().collect(),
            });
        };
        self.call_constant(constant, arguments)
            .map_err(|Fault| self.thrown())
    }

    fn call_constant(&mut self, constant: usize, arguments: &[Value]) -> Result<Value, Fault> {
        let function = self.vm.get_constant(constant).get();
        let result = call_with(&mut *self.vm, function, arguments.len(), &mut |vm, i| {
            arguments[i].to_vm(vm)
        })?;
        Ok(Value::from_vm(&mut *self.vm, result))
    }

    /// What the last failed call threw.
    pub(crate) fn thrown(&mut self) -> BuildError {
        let origin = self.vm.take_origin().and_then(|at| self.origin(at));
        BuildError::Uncaught {
            thrown: Thrown::of(&mut *self.vm),
            origin,
        }
    }

    /// The place of an instruction, unless that is the library's.
    fn origin(&self, at: wide::Origin) -> Option<Origin> {
        let function = self.program.functions.ids().nth(at.function)?;
        let positions = self.positions.get(&function)?;
        let after = positions.partition_point(|&(start, _)| (start as usize) < at.end);
        let (_, position) = positions[..after].last()?;
        (position.file.index() >= self.library_files).then(|| Origin {
            file: self.program.files[position.file].clone(),
            offset: position.offset,
        })
    }

    /// The program so far.
    pub fn program(&self) -> &Program {
        &self.program
    }
}

/// A host function in terms of copied values.
fn wrap(function: impl Fn(&[Value]) -> Result<Value, String> + 'static) -> BuildFunction {
    Rc::new(move |host, vm, arguments| {
        let values: Vec<Value> = arguments
            .iter()
            .map(|&value| Value::from_vm(vm, value))
            .collect();
        match function(&values) {
            Ok(value) => value.to_vm(vm),
            Err(message) => host.throw(vm, &message),
        }
    })
}

/// Makes the prototype of the second function inherit from the first one's.
fn inherit(vm: &mut BuildVm, arguments: &[BuildValue]) -> Result<BuildValue, Fault> {
    let &[parent, child] = arguments else {
        return Ok(Wide::<Desktop>::UNDEFINED);
    };
    let child = vm.add_constant(child)?;
    let prototype = vm.property(parent, b"prototype")?;
    let prototype = vm.new_object_from(prototype)?;
    let prototype = vm.add_constant(prototype)?;
    vm.set_property(
        vm.get_constant(prototype),
        b"constructor",
        vm.get_constant(child),
    )?;
    vm.set_property(
        vm.get_constant(child),
        b"prototype",
        vm.get_constant(prototype),
    )?;
    Ok(Wide::<Desktop>::UNDEFINED)
}
