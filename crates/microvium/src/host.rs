//! The host of the build-time VM: what scripts find on the global object, and the functions that exist
//! only before the snapshot.

use crate::error::Origin;
use crate::imports::{AsyncFunction, Started};
use crate::library::Library;
use crate::value::Value;
use microvium_engine::embed::{Desktop, Host};
use microvium_engine::wide::LOAD;
use microvium_engine::{Fault, Number, Vm, Wide, Width};
use microvium_format::attribute::{EPHEMERAL, HIDDEN};
use microvium_format::native::FIRST_EPHEMERAL;
use microvium_format::{ErrorCode, ValueType};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The build-time VM as a host function sees it.
pub type BuildVm = Vm<Wide<Desktop>>;
/// A value of it.
pub type BuildValue = <Wide<Desktop> as Width>::Value;
/// A host function of the build.
pub type BuildFunction =
    Rc<dyn Fn(&BuildHost, &mut BuildVm, &[BuildValue]) -> Result<BuildValue, Fault>>;

/// What `console` writes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    /// `console.log`, `console.info` and `console.debug`.
    Out,
    /// `console.warn` and `console.error`.
    Error,
}

/// Takes what `console` writes, a line at a time.
pub type Console = Box<dyn Fn(Stream, &str)>;

/// What calling an import comes to before the snapshot.
#[derive(Clone)]
enum Binding {
    /// A function of the build's host.
    Function(BuildFunction),
    /// The script's own default, in a constant of the VM.
    Default(usize),
}

/// The state of the build's host. Values of the VM are kept as indices of constants, which are roots.
pub struct BuildHost {
    ephemerals: RefCell<Vec<(String, BuildFunction)>>,
    /// The import functions that scripts have asked for.
    imports: RefCell<BTreeMap<u16, usize>>,
    bindings: RefCell<BTreeMap<u16, Binding>>,
    exports: RefCell<BTreeMap<u16, usize>>,
    /// Where each was exported.
    export_places: RefCell<BTreeMap<u16, Origin>>,
    /// The callbacks of what has begun and not ended.
    started: RefCell<Vec<Option<usize>>>,
    library: Library,
    console: Console,
    /// The constant that holds an error while it gets its `stack`.
    traced: Cell<usize>,
}

const UNDEFINED: BuildValue = Wide::<Desktop>::UNDEFINED;

impl BuildHost {
    pub(crate) fn new(console: Console, library: Library) -> BuildHost {
        BuildHost {
            ephemerals: RefCell::default(),
            imports: RefCell::default(),
            bindings: RefCell::default(),
            exports: RefCell::default(),
            export_places: RefCell::default(),
            started: RefCell::default(),
            library,
            console,
            traced: Cell::default(),
        }
    }

    /// Fails with an Error of this message.
    pub fn throw<T>(&self, vm: &mut BuildVm, message: &str) -> Result<T, Fault> {
        let class = self.library.global(vm, "Error")?;
        let class = vm.add_constant(class)?;
        let text = vm.new_string(message.as_bytes())?;
        let error = vm.call(vm.get_constant(class), &[text])?;
        vm.throw_value(error)
    }

    /// The same; a message that begins as the system's do, `ENOENT: …`, gives the error this `code`, as in node.
    pub(crate) fn throw_coded<T>(&self, vm: &mut BuildVm, message: &str) -> Result<T, Fault> {
        let thrown = self.throw(vm, message);
        let code = message.split(':').next().unwrap_or_default();
        let is_code = code.starts_with('E') && code.bytes().all(|it| it.is_ascii_uppercase());
        if !is_code || vm.error() != ErrorCode::UncaughtException {
            return thrown;
        }
        let error = vm.add_constant(vm.outcome())?;
        let code = vm.new_string(code.as_bytes())?;
        vm.set_property(vm.get_constant(error), b"code", code)?;
        vm.throw_value(vm.get_constant(error))
    }

    pub(crate) fn library(&self) -> &Library {
        &self.library
    }

    /// Adds a function that exists only before the snapshot; returns its function object.
    pub(crate) fn ephemeral(
        &self,
        vm: &mut BuildVm,
        name: &str,
        function: BuildFunction,
    ) -> Result<BuildValue, Fault> {
        let mut ephemerals = self.ephemerals.borrow_mut();
        ephemerals.push((name.to_owned(), function));
        vm.new_ephemeral(usize::from(FIRST_EPHEMERAL) + ephemerals.len() - 1)
    }

    /// The name of an ephemeral function, by its id in the VM.
    pub(crate) fn ephemeral_name(&self, id: usize) -> String {
        let ephemerals = self.ephemerals.borrow();
        let entry = id
            .checked_sub(FIRST_EPHEMERAL.into())
            .and_then(|index| ephemerals.get(index));
        entry.map(|(name, _)| name.clone()).unwrap_or_default()
    }

    /// Has new errors get their `stack`.
    pub(crate) fn set_trace(&self, vm: &mut BuildVm) -> Result<(), Fault> {
        self.traced.set(vm.add_constant(UNDEFINED)?);
        let trace = Rc::new(BuildHost::trace);
        let trace = self.ephemeral(vm, "", trace)?;
        self.library.set_trace(vm, trace)
    }

    /// Gives a new error its `stack`.
    fn trace(&self, vm: &mut BuildVm, arguments: &[BuildValue]) -> Result<BuildValue, Fault> {
        let &[error] = arguments else {
            return Ok(UNDEFINED);
        };
        let root = self.traced.get();
        vm.set_constant(root, error);
        let mut read = |name: &[u8]| -> Result<String, Fault> {
            let property = vm.property(vm.get_constant(root), name)?;
            Ok(vm
                .string_bytes(property)
                .map_or_else(String::new, |it| String::from_utf8_lossy(it).into_owned()))
        };
        let (name, message) = (read(b"name")?, read(b"message")?);
        let mut text = match message.as_str() {
            "" => name,
            _ => format!("{name}: {message}"),
        };
        for origin in self.library.stack(vm) {
            text.push_str(&format!("\n    at {origin}"));
        }
        let text = vm.new_string(text.as_bytes())?;
        let error = vm.get_constant(root);
        vm.set_constant(root, UNDEFINED);
        vm.define_property(error, b"stack", text, HIDDEN | EPHEMERAL)?;
        Ok(UNDEFINED)
    }

    /// Gives an import a function for calls before the snapshot.
    pub(crate) fn bind(&self, id: u16, function: BuildFunction) {
        self.bindings
            .borrow_mut()
            .insert(id, Binding::Function(function));
    }

    /// Gives an import a function that begins what ends later.
    pub(crate) fn bind_async(&self, id: u16, function: AsyncFunction) {
        let begin = move |host: &BuildHost, vm: &mut BuildVm, arguments: &[BuildValue]| {
            let values = arguments.iter().map(|&it| Value::from_vm(vm, it));
            let values: Vec<Value> = values.collect();
            let [promise, callback] = vm.async_start()?;
            let callback = vm.add_constant(callback)?;
            host.started.borrow_mut().push(Some(callback));
            function(&values, Started(host.started.borrow().len() - 1));
            Ok(promise)
        };
        self.bind(id, Rc::new(begin));
    }

    /// The constant with the callback of what has begun, once.
    pub(crate) fn end(&self, started: Started) -> Option<usize> {
        self.started.borrow_mut().get_mut(started.0)?.take()
    }

    /// The exports: id and constant.
    pub(crate) fn exports(&self) -> BTreeMap<u16, usize> {
        self.exports.borrow().clone()
    }

    /// `vmExport(id, value)`.
    pub(crate) fn export(
        &self,
        vm: &mut BuildVm,
        arguments: &[BuildValue],
    ) -> Result<BuildValue, Fault> {
        let id = self.id(vm, arguments, "vmExport", u16::MAX)?;
        if self.exports.borrow().contains_key(&id) {
            return self.throw(vm, &exported_already(id));
        }
        let Some(&value) = arguments.get(1) else {
            return self.throw(vm, &format!("vmExport: the value to export under the id {id} is missing: vmExport(id, value)"));
        };
        let constant = vm.add_constant(value)?;
        self.exports.borrow_mut().insert(id, constant);
        let place = self.library.stack(vm).into_iter().next();
        (self.export_places.borrow_mut()).extend(place.map(|it| (id, it)));
        Ok(UNDEFINED)
    }

    /// Where an id was exported, if this is the message of an error that says so.
    pub(crate) fn exported_before(&self, message: &str) -> Option<Origin> {
        let places = self.export_places.borrow();
        let found = places
            .iter()
            .find(|(id, _)| message == exported_already(**id));
        found.map(|(_, place)| place.clone())
    }

    /// `vmImport(id, default?)`.
    pub(crate) fn import(
        &self,
        vm: &mut BuildVm,
        arguments: &[BuildValue],
    ) -> Result<BuildValue, Fault> {
        let id = self.id(vm, arguments, "vmImport", FIRST_EPHEMERAL - 1)?;
        if let Some(&default) = arguments.get(1) {
            if vm.value_type(default) != ValueType::Function {
                return self.throw(
                    vm,
                    &format!("vmImport: the default of import {id} is no function"),
                );
            }
            let constant = vm.add_constant(default)?;
            self.bindings
                .borrow_mut()
                .entry(id)
                .or_insert(Binding::Default(constant));
        }
        if let Some(&constant) = self.imports.borrow().get(&id) {
            return Ok(vm.get_constant(constant));
        }
        let function = vm.new_host_function(id.into())?;
        let constant = vm.add_constant(function)?;
        self.imports.borrow_mut().insert(id, constant);
        Ok(vm.get_constant(constant))
    }

    /// The id that is a call's first argument.
    fn id(
        &self,
        vm: &mut BuildVm,
        arguments: &[BuildValue],
        function: &str,
        greatest: u16,
    ) -> Result<u16, Fault> {
        let value = arguments
            .first()
            .map_or(Value::Undefined, |&id| Value::from_vm(vm, id));
        match value {
            Value::Number(id) if id.fract() == 0.0 && (0.0..=f64::from(greatest)).contains(&id) => {
                Ok(id as u16)
            }
            other => {
                let shown = match other {
                    Value::Function(_) => "a function".to_owned(),
                    other => other.to_line_json(),
                };
                let message =
                    format!("{function}: the id is {shown}; ids are integers from 0 to {greatest}");
                self.throw(vm, &message)
            }
        }
    }

    /// `console.log` and its like.
    pub(crate) fn print(
        &self,
        vm: &mut BuildVm,
        stream: Stream,
        arguments: &[BuildValue],
    ) -> Result<BuildValue, Fault> {
        let texts: Vec<String> = arguments
            .iter()
            .map(|&value| self.library.shown(vm, value).to_console())
            .collect();
        (self.console)(stream, &texts.join(" "));
        Ok(UNDEFINED)
    }
}

fn exported_already(id: u16) -> String {
    format!("vmExport: the id {id} is exported already; every export needs an id of its own")
}

impl Host<Wide<Desktop>> for BuildHost {
    fn call(
        &self,
        vm: &mut BuildVm,
        id: u16,
        arguments: &[BuildValue],
    ) -> Result<BuildValue, Fault> {
        if id == LOAD {
            let number = arguments.first().and_then(|&it| vm.number(it));
            return match number {
                Some(Number::Integer(number)) => self.library.load(vm, number as u16),
                _ => vm.throw_fault(ErrorCode::InvalidArguments),
            };
        }
        if let Some(index) = id.checked_sub(FIRST_EPHEMERAL) {
            let function = self
                .ephemerals
                .borrow()
                .get(usize::from(index))
                .map(|(_, function)| function.clone());
            return match function {
                Some(function) => function(self, vm, arguments),
                None => vm.throw_fault(ErrorCode::FunctionNotFound),
            };
        }
        let binding = self.bindings.borrow().get(&id).cloned();
        match binding {
            Some(Binding::Function(function)) => function(self, vm, arguments),
            Some(Binding::Default(constant)) => vm.call(vm.get_constant(constant), arguments),
            None => self.throw(
                vm,
                &format!(
                    "the import {id} was called before the snapshot, where the device's functions don't exist; \
                     `vmImport({id}, default)` gives it one to use until then"
                ),
            ),
        }
    }
}
