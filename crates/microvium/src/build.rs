//! A build: modules are compiled and run in the build-time VM until their top-level code is done; then
//! its state becomes an image.

use crate::code::{Code, LoadError, Provided, run};
use crate::error::{BuildError, Origin};
use crate::host::{BuildFunction, BuildHost, BuildValue, Console, Stream};
use crate::imports::{AsyncFunction, Function, Started, give, settlement};
use crate::library::{Library, PROTOTYPES};
use crate::modules::{HostModules, WithHostModules};
use crate::thrown::Thrown;
use crate::value::Value;
use microvium_compiler::Loader;
use microvium_compiler::diagnostic::help_with_name;
use microvium_engine::embed::{Desktop, Traced, WideMachine, call_with};
use microvium_engine::inspect::View;
use microvium_engine::width::Numbers;
use microvium_engine::{Fault, Wide, Width};
use microvium_format::attribute::{FIXED, HIDDEN, READONLY};
use microvium_format::{Builtin, ErrorCode, native::Native};
use microvium_ir::{FileId, FunctionId, FunctionKind, Program};
use std::cell::{Ref, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The steps that a build may take unless told otherwise: calls and jumps backwards.
pub const DEFAULT_STEPS: u64 = 1_000_000_000;

/// A build.
pub struct Build {
    pub(crate) code: Rc<RefCell<Code>>,
    pub(crate) vm: WideMachine<Desktop>,
    pub(crate) host: Rc<BuildHost>,
    modules: HostModules,
}

impl Build {
    /// A build that may take `steps` steps and has run nothing but the library.
    pub fn new(console: Console, steps: u64) -> Result<Build, BuildError> {
        let code = Rc::new(RefCell::new(Code::new()));
        let host = Rc::new(BuildHost::new(console, Library::new(code.clone())));
        let vm = WideMachine::new(host.clone(), u64::MAX).map_err(BuildError::engine)?;
        let mut build = Build {
            code,
            vm,
            host,
            modules: HostModules::default(),
        };
        build.set_up().map_err(|Fault| build.thrown())?;
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
        let console = self.vm.new_plain_object()?;
        let console = self.vm.add_constant(console)?;
        for (name, stream) in [
            ("log", Stream::Out),
            ("info", Stream::Out),
            ("debug", Stream::Out),
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
        (self.vm).define_property(global, b"console", console, HIDDEN)?;
        let global = self.vm.global_object();
        (self.vm).define_property(global, b"globalThis", global, HIDDEN)?;
        for (name, value) in [
            ("Infinity", Value::Number(f64::INFINITY)),
            ("NaN", Value::Number(f64::NAN)),
            ("undefined", Value::Undefined),
        ] {
            let value = value.to_build(&mut self.vm)?;
            let global = self.vm.global_object();
            let attributes = HIDDEN | READONLY | FIXED;
            (self.vm).define_property(global, name.as_bytes(), value, attributes)?;
        }
        for builtin in PROTOTYPES {
            let prototype = self.vm.new_plain_object()?;
            self.vm.set_builtin(builtin, prototype);
        }
        self.host.set_trace(&mut self.vm)?;
        let (bytes, typed) = (Builtin::BytesPrototype, Builtin::TypedPrototype);
        let (bytes, typed) = (self.vm.get_builtin(bytes), self.vm.get_builtin(typed));
        self.vm.inherit(bytes, typed)?;
        let push = self.vm.new_host_function(Native::ArrayPush.id().into())?;
        let prototype = self.vm.get_builtin(Builtin::ArrayPrototype);
        self.vm.define_property(prototype, b"push", push, HIDDEN)?;
        // The prototype of strings is an object around an empty one.
        let length = Wide::<Desktop>::new_integer(&mut self.vm, 0)?;
        let strings = self.vm.get_builtin(Builtin::StringPrototype);
        (self.vm).define_property(strings, b"length", length, HIDDEN | READONLY | FIXED)?;
        let host = self.host.clone();
        host.library().set_up(&mut self.vm)
    }

    /// Adds a function to the global object that exists only before the snapshot.
    fn define(&mut self, name: &str, function: BuildFunction) -> Result<(), Fault> {
        let function = self.host.ephemeral(&mut self.vm, name, function)?;
        let global = self.vm.global_object();
        (self.vm).define_property(global, name.as_bytes(), function, HIDDEN)
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

    /// Adds a module of the host's, of functions that exist only before the snapshot. Scripts import it by
    /// this name; its default export is an object with all of them.
    pub fn define_module(
        &mut self,
        name: &str,
        functions: Vec<(&str, Function)>,
    ) -> Result<(), BuildError> {
        self.make_module(name, functions)
            .map_err(|Fault| self.thrown())
    }

    fn make_module(&mut self, name: &str, functions: Vec<(&str, Function)>) -> Result<(), Fault> {
        let object = self.vm.new_plain_object()?;
        let object = self.vm.add_constant(object)?;
        let mut exports = BTreeMap::from([("default".to_owned(), object)]);
        for (key, function) in functions {
            let full = format!("{name}.{key}");
            let function = self.host.ephemeral(&mut self.vm, &full, wrap(function))?;
            let constant = self.vm.add_constant(function)?;
            exports.insert(key.to_owned(), constant);
            let (object, function) = (self.vm.get_constant(object), self.vm.get_constant(constant));
            self.vm.set_property(object, key.as_bytes(), function)?;
        }
        self.modules.add(name, exports);
        Ok(())
    }

    /// Gives an import a function for calls before the snapshot.
    pub fn bind_import(
        &mut self,
        id: u16,
        function: impl Fn(&[Value]) -> Result<Value, String> + 'static,
    ) {
        self.host.bind(id, wrap(function));
    }

    /// The same of a function that begins what ends later: the script gets a promise, which `settle` ends.
    pub fn bind_async(&mut self, id: u16, function: AsyncFunction) {
        self.host.bind_async(id, function);
    }

    /// Ends what an import has begun: fulfills the promise that the script got, or rejects it. Then the script goes on.
    /// What has ended before stays as it is.
    pub fn settle(
        &mut self,
        started: Started,
        outcome: Result<Value, Value>,
    ) -> Result<(), BuildError> {
        let Some(callback) = self.host.end(started) else {
            return Ok(());
        };
        let result = self.call_constant(callback, &settlement(outcome));
        self.vm.set_constant(callback, Wide::<Desktop>::UNDEFINED);
        result.map(drop).map_err(|Fault| self.thrown())
    }

    /// Compiles and evaluates a module and all that it imports.
    pub fn evaluate(&mut self, entry: &str, loader: &mut dyn Loader) -> Result<(), BuildError> {
        self.evaluate_session(entry, loader).map(drop)
    }

    /// The same; gives what the module's body results in, for people: see `Language::Session` and `Value::Instance`.
    pub fn evaluate_session(
        &mut self,
        entry: &str,
        loader: &mut dyn Loader,
    ) -> Result<Value, BuildError> {
        Desktop::take_trace();
        let mut loader = WithHostModules {
            modules: &self.modules,
            loader,
        };
        let mut load = || {
            let mut code = self.code.borrow_mut();
            let loaded = code.load(&mut self.vm, entry, &mut loader)?;
            let evaluation = code.evaluation(&mut self.vm, &loaded)?;
            Ok((loaded.provided, evaluation))
        };
        let (provided, evaluation) = load().map_err(|error| match error {
            LoadError::Build(error) => error,
            LoadError::Thrown(Fault) => self.thrown(),
        })?;
        for provided in provided {
            self.provide(&provided).map_err(|Fault| self.thrown())?;
        }
        let value = run(&self.code, &mut self.vm, evaluation.all);
        let value = value.map_err(|Fault| self.thrown_or_rejected())?;
        match evaluation.finish {
            Some(finish) => self.finish(finish),
            None => Ok(self.host.library().shown(&mut self.vm, value)),
        }
    }

    /// What modules with records result in, when all jobs are done.
    fn finish(&mut self, finish: FunctionId) -> Result<Value, BuildError> {
        let outcome = run(&self.code, &mut self.vm, finish);
        let outcome = outcome.map_err(|Fault| self.thrown())?;
        let at = self.waits_at(outcome);
        let outcome = match self.host.library().shown(&mut self.vm, outcome) {
            Value::Array(outcome) => outcome,
            _ => Vec::new(),
        };
        match outcome.as_slice() {
            [Value::Boolean(true), value] => Ok(value.clone()),
            [_, Value::Number(file), ..] => {
                let file = FileId::new(*file as usize);
                let file = self.code.borrow().program.files[file].clone();
                Err(BuildError::Unsettled { file, at })
            }
            _ => unreachable!("that is what the library gives"),
        }
    }

    /// Where the module waits that holds up the others.
    fn waits_at(&mut self, outcome: BuildValue) -> Option<u32> {
        let vm = &mut *self.vm;
        let View::Array { length: 4 } = vm.view(outcome) else {
            return None;
        };
        let [code, point] = [2, 3].map(|index| vm.array_element(outcome, index));
        let (View::Closure { function, .. }, View::Number(point)) =
            (vm.view(code.ok()?), vm.view(point.ok()?))
        else {
            return None;
        };
        let program = &self.code.borrow().program;
        microvium_compiler::waits_at(&program.functions[FunctionId::new(function)], point)
    }

    /// Gives a variable of a module without code its value.
    fn provide(&mut self, provided: &Provided) -> Result<(), Fault> {
        let file = self.code.borrow().program.files[provided.file].clone();
        let vm = &mut *self.vm;
        let value = (self.modules).value(vm, &file.name, &file.text, &provided.export)?;
        vm.set_variable(provided.variable.index(), value);
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

    /// Whether an export is an async function.
    pub fn is_async(&self, id: u16) -> bool {
        let exports = self.host.exports();
        let export = exports.get(&id).map(|&it| self.vm.get_constant(it));
        let Some(View::Closure { function, .. }) = export.map(|it| self.vm.view(it)) else {
            return false;
        };
        let function = &self.code.borrow().program.functions[FunctionId::new(function)];
        function.kind == FunctionKind::Async
    }

    fn call_constant(&mut self, constant: usize, arguments: &[Value]) -> Result<Value, Fault> {
        let result = self.call_live(constant, arguments)?;
        Ok(Value::from_vm(&mut *self.vm, result))
    }

    fn call_live(&mut self, constant: usize, arguments: &[Value]) -> Result<BuildValue, Fault> {
        Desktop::take_trace();
        let function = self.vm.get_constant(constant).get();
        call_with(&mut *self.vm, function, arguments.len(), &mut |vm, i| {
            arguments[i].to_build(vm)
        })
    }

    /// Limits the steps that may be taken from now on: calls and jumps backwards.
    pub fn limit_steps(&mut self, steps: u64) {
        self.vm.set_fuel(steps);
    }

    /// The ids of the exports so far.
    pub fn exports(&self) -> Vec<u16> {
        self.host.exports().into_keys().collect()
    }

    /// What the last failed call threw.
    pub(crate) fn thrown(&mut self) -> BuildError {
        let mut thrown = Thrown::of::<Desktop, _>(&mut *self.vm);
        let traced = Thrown::stack(&mut self.vm);
        let code = self.code.borrow();
        code.explain(&mut thrown);
        let stack = thrown.trace.iter().filter_map(|frame| code.origin(frame));
        let mut stack: Vec<Origin> = stack.collect();
        let again = thrown
            .again
            .and_then(|call| code.origin(&call))
            .map(Box::new);
        // What rejects a promise is thrown by the library when nobody has asked for it: where it came from, it knows.
        if stack.is_empty() {
            stack = Origin::read(&traced.unwrap_or_default(), &code.program);
        }
        let calls = |cause: &Thrown| {
            let calls = cause.trace.iter().filter_map(|frame| code.origin(frame));
            calls.collect()
        };
        let causes = thrown.causes().into_iter().map(calls).collect();
        let before = (self.host.exported_before(&thrown.message))
            .filter(|it| stack.first().is_some_and(|at| !at.is_same_place(it)))
            .map(|it| Box::new((it, "exported here before")));
        let missing = thrown.message.strip_suffix(" is not defined");
        let help = missing
            .filter(|_| thrown.origin.fault == ErrorCode::UninitializedGlobal)
            .and_then(|name| {
                let known = self.names(stack.first().map(|it| it.file.name.as_str()));
                help_with_name(name, known.iter().map(String::as_str))
            });
        BuildError::Uncaught {
            thrown: Box::new(thrown),
            stack,
            again,
            causes,
            before,
            help,
        }
    }

    /// The same of the top level, whose jobs may have ended with a rejection.
    fn thrown_or_rejected(&mut self) -> BuildError {
        let mut error = self.thrown();
        if let BuildError::Uncaught { thrown, .. } = &mut error {
            thrown.in_promise = self.is_rejection(thrown);
        }
        error
    }

    /// Whether what a call has thrown is why a promise was rejected, which nobody has asked for when its jobs were done.
    pub fn is_rejection(&self, thrown: &Thrown) -> bool {
        self.code.borrow().is_rejection(thrown.last_calls())
    }

    /// The names of globals, and of the variables at the top level of a script.
    pub(crate) fn names(&self, file: Option<&str>) -> Vec<String> {
        let program = &self.code.borrow().program;
        let mut names: Vec<String> = (program.variables.iter())
            .map(|(_, variable)| variable)
            .filter(|it| file.is_some_and(|file| file == program.files[it.file].name))
            .map(|variable| variable.name.clone())
            .collect();
        let global = self.vm.global_object();
        if let View::Object { properties } = self.vm.view(global) {
            for index in 0..properties {
                let key = self.vm.own_property(global, index).key;
                if self.vm.is_private(key) {
                    continue;
                }
                let key = self.vm.string_bytes(key).unwrap_or_default();
                names.push(String::from_utf8_lossy(key).into_owned());
            }
        }
        names
    }

    /// Adds a global value of the host's. What has no form outside a VM becomes undefined.
    pub fn define_global(&mut self, name: &str, value: &Value) -> Result<(), BuildError> {
        let vm = &mut *self.vm;
        let defined = value.to_build(vm).and_then(|value| {
            let global = vm.global_object();
            vm.set_property(global, name.as_bytes(), value)
        });
        defined.map_err(|Fault| self.thrown())
    }

    /// The program so far.
    pub fn program(&self) -> Ref<'_, Program> {
        Ref::map(self.code.borrow(), |code| &code.program)
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
            Ok(value) => give(vm, &value, Value::to_build),
            Err(message) => host.throw_coded(vm, &message),
        }
    })
}
