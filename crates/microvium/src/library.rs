//! The library in a build. What a script finds there are values that stand for the real ones: a module
//! is compiled and evaluated when something in it is first needed, by a script that reads it or by the
//! snapshot that reaches it. Nothing else of the library costs a build anything.

use crate::code::{Code, LoadError, run};
use crate::host::{BuildValue, BuildVm};
use microvium_compiler::Loader;
use microvium_engine::embed::Desktop;
use microvium_engine::{Fault, Wide, Width};
use microvium_format::attribute::HIDDEN;
use microvium_format::{Builtin, ErrorCode, Native};
use microvium_ir::FunctionId;
use microvium_library::{Entry, Holder};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The library of a build.
pub(crate) struct Library {
    code: Rc<RefCell<Code>>,
    entries: Vec<Entry>,
    /// Whether a module has been loaded, by its number.
    loaded: RefCell<Vec<bool>>,
    /// The functions of the top level whose call has failed, for want of memory or stack: they are called
    /// again when there may be more.
    waiting: RefCell<Vec<FunctionId>>,
    /// Whether the module of the engine's own functions has been loaded.
    natives: Cell<bool>,
}

/// The library's modules, as a loader.
struct LibraryLoader;

impl Loader for LibraryLoader {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        Ok(specifier.replacen("./", "library/", 1))
    }
    fn load(&mut self, name: &str) -> Result<String, String> {
        microvium_library::source(name).ok_or_else(|| "there is no such module".to_owned())
    }
    fn is_library(&self) -> bool {
        true
    }
}

impl Library {
    pub fn new(code: Rc<RefCell<Code>>) -> Library {
        Library {
            code,
            entries: microvium_library::entries(),
            loaded: RefCell::new(vec![false; microvium_library::MODULES.len()]),
            waiting: RefCell::default(),
            natives: Cell::new(false),
        }
    }

    /// Puts what stands for the library's values where scripts find them.
    pub fn set_up(&self, vm: &mut BuildVm) -> Result<(), Fault> {
        for (number, entry) in (0..).zip(&self.entries) {
            let value = BuildVm::lazy(number);
            match entry.holder {
                Holder::Slot(builtin) => vm.set_builtin(builtin, value),
                _ => vm.define_property(holder(vm, entry), key(entry).as_bytes(), value, HIDDEN)?,
            }
        }
        Ok(())
    }

    /// A global of the library, whatever scripts have made of the global object.
    pub fn global(&self, vm: &mut BuildVm, name: &str) -> Result<BuildValue, Fault> {
        let mut entries = (0..).zip(&self.entries);
        let found = entries.find(|(_, it)| it.holder == Holder::Global && it.key == name);
        match found {
            Some((number, _)) => self.load(vm, number),
            None => Ok(Wide::<Desktop>::UNDEFINED),
        }
    }

    /// The value with a number; loads its module.
    pub fn load(&self, vm: &mut BuildVm, number: u16) -> Result<BuildValue, Fault> {
        let Some(entry) = self.entries.get(usize::from(number)) else {
            return vm.throw_fault(ErrorCode::Unexpected);
        };
        if !self.loaded.borrow()[entry.module] {
            self.evaluate(vm, microvium_library::MODULES[entry.module].name)?;
            self.loaded.borrow_mut()[entry.module] = true;
        }
        // What else is in the module stays lazy: see analysis.
        let value = self.value(vm, entry)?;
        match entry.holder {
            Holder::Slot(builtin) => vm.set_builtin(builtin, value),
            _ => vm.settle(holder(vm, entry), key(entry).as_bytes(), value)?,
        }
        self.value(vm, entry)
    }

    fn evaluate(&self, vm: &mut BuildVm, module: &str) -> Result<(), Fault> {
        if !self.natives.replace(true) {
            self.evaluate(vm, microvium_library::NATIVE)?;
            for &native in Native::ALL {
                let name = microvium_library::native_name(native);
                let variable = self.variable(microvium_library::NATIVE, &name);
                let function = vm.new_host_function(native as usize)?;
                vm.set_variable(variable, function);
            }
        }
        let new = self.code.borrow_mut().load(vm, module, &mut LibraryLoader);
        let mut functions = self.waiting.take();
        functions.extend(match new {
            Ok(new) => new.functions,
            Err(LoadError::Thrown(fault)) => return Err(fault),
            Err(LoadError::Build(error)) => panic!("the library is right: {error}"),
        });
        for (done, &function) in functions.iter().enumerate() {
            if let Err(fault) = run(&self.code, vm, function) {
                *self.waiting.borrow_mut() = functions.split_off(done);
                return Err(fault);
            }
        }
        Ok(())
    }

    fn variable(&self, module: &str, name: &str) -> usize {
        let variable = self.code.borrow().library_variable(module, name);
        variable.unwrap_or_else(|| panic!("{module} exports {name}"))
    }

    /// What an entry of a module that has been evaluated means.
    fn value(&self, vm: &mut BuildVm, entry: &Entry) -> Result<BuildValue, Fault> {
        let module = microvium_library::MODULES[entry.module].name;
        let variable = |name| self.variable(module, name);
        match entry.holder {
            Holder::Global | Holder::Helper | Holder::Slot(_) => {
                Ok(vm.get_variable(variable(entry.key)))
            }
            Holder::Prototype(_) => {
                let methods = vm.get_variable(variable("prototype"));
                vm.property(methods, entry.key.as_bytes())
            }
        }
    }
}

/// The object that has the property.
fn holder(vm: &BuildVm, entry: &Entry) -> BuildValue {
    match entry.holder {
        Holder::Prototype(builtin) => vm.get_builtin(builtin),
        Holder::Global | Holder::Helper | Holder::Slot(_) => vm.global_object(),
    }
}

/// The property's key.
fn key(entry: &Entry) -> Cow<'static, str> {
    match entry.holder {
        Holder::Helper => format!("%{}", entry.key).into(),
        _ => entry.key.into(),
    }
}

/// The prototypes that there are before any module is loaded.
pub(crate) const PROTOTYPES: [Builtin; 6] = [
    Builtin::FunctionPrototype,
    Builtin::ArrayPrototype,
    Builtin::StringPrototype,
    Builtin::NumberPrototype,
    Builtin::BooleanPrototype,
    Builtin::BytesPrototype,
];
