//! The library in a build. What a script finds there are values that stand for the real ones: a module
//! is compiled and evaluated when something in it is first needed, by a script that reads it or by the
//! snapshot that reaches it. Nothing else of the library costs a build anything.

use crate::code::{Code, LoadError, run};
use crate::error::Origin;
use crate::host::{BuildValue, BuildVm};
use crate::value::Value;
use microvium_compiler::Loader;
use microvium_engine::embed::{Desktop, call_with};
use microvium_engine::{Fault, Wide, Width};
use microvium_format::attribute::{FIXED, HIDDEN, READONLY};
use microvium_format::{Builtin, ErrorCode, Native};
use microvium_ir::{FileId, FunctionId, Text};
use microvium_library::{Entry, Holder};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The library of a build.
pub(crate) struct Library {
    code: Rc<RefCell<Code>>,
    entries: Vec<Entry>,
    /// Whether a module has been loaded, by its number.
    loaded: RefCell<Vec<bool>>,
    /// The functions that are still to be called to instantiate modules. A call that has failed, for want of memory or
    /// stack, is repeated when there may be more.
    instantiate: RefCell<Vec<FunctionId>>,
    /// Those that are still to be called to evaluate them.
    bodies: RefCell<BTreeMap<FileId, Vec<FunctionId>>>,
    /// Whether the module of the engine's own functions has been loaded.
    natives: Cell<bool>,
    /// The constant that holds the function which gives a new error its `stack`.
    trace: Cell<Option<usize>>,
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
            instantiate: RefCell::default(),
            bodies: RefCell::default(),
            natives: Cell::new(false),
            trace: Cell::new(None),
        }
    }

    /// Errors get their `stack` from this function.
    pub fn set_trace(&self, vm: &mut BuildVm, function: BuildValue) -> Result<(), Fault> {
        self.trace.set(Some(vm.add_constant(function)?));
        Ok(())
    }

    /// `new Error()`, as the calls stand: where it is made, and the calls around it.
    pub fn stack(&self, vm: &BuildVm) -> Vec<Origin> {
        self.code.borrow().stack(vm.running().collect())
    }

    /// A value for people, with the classes of objects.
    pub fn shown(&self, vm: &mut BuildVm, value: BuildValue) -> Value {
        let code = self.code.borrow();
        Value::shown(vm, value, &|id| code.function_name(id))
    }

    /// Puts what stands for the library's values where scripts find them.
    pub fn set_up(&self, vm: &mut BuildVm) -> Result<(), Fault> {
        vm.watch_return(self.code.borrow().iterates_anew.index());
        vm.allow_long_arrays();
        for name in microvium_library::SYMBOLS {
            let description = vm.new_string(format!("Symbol.{name}").as_bytes())?;
            let symbol = vm.new_symbol(description)?;
            let global = vm.global_object();
            vm.define_property(global, symbol_key(name).as_bytes(), symbol, HIDDEN)?;
        }
        for (number, entry) in (0..).zip(&self.entries) {
            let value = BuildVm::lazy(number);
            match entry.holder {
                Holder::Slot(builtin) => vm.set_builtin(builtin, value),
                _ => {
                    let key = key(vm, entry)?;
                    let attributes = match entry.holder {
                        // Assigning asks what it is.
                        Holder::Protected(_) => HIDDEN | READONLY,
                        Holder::Fixed(_) | Holder::Watched(_) => HIDDEN | READONLY | FIXED,
                        _ => HIDDEN,
                    };
                    vm.define_by_key(holder(vm, entry), key, value, attributes)?;
                }
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
            _ => {
                let value = vm.add_constant(value)?;
                let key = key(vm, entry)?;
                let value = vm.get_constant(value);
                let only_lazy = match entry.holder {
                    Holder::Watched(_) => READONLY | FIXED,
                    _ => 0,
                };
                vm.fill_lazy(holder(vm, entry), key, value, only_lazy)?;
            }
        }
        let word = self.value(vm, entry)?;
        vm.property_value(word)
    }

    /// Whether a script has changed how arrays or strings are iterated.
    pub fn iterates_anew(&self, vm: &mut BuildVm) -> Result<bool, Fault> {
        let may_be = vm.get_variable(self.code.borrow().iterates_anew.index());
        if may_be != Wide::<Desktop>::TRUE {
            return Ok(false);
        }
        for module in ITERATORS {
            self.evaluate(vm, module)?;
            let variable = self.code.borrow().library_variable(module, "isAnew");
            let test = variable.map_or(Wide::<Desktop>::UNDEFINED, |it| vm.get_variable(it));
            let answer = call_with(vm, Wide::<Desktop>::to_word(test), 0, &mut |_, _| Ok(test))?;
            if answer == Wide::<Desktop>::TRUE {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn evaluate(&self, vm: &mut BuildVm, module: &str) -> Result<(), Fault> {
        if !self.natives.replace(true) {
            self.evaluate(vm, microvium_library::NATIVE)?;
            for &native in Native::ALL {
                let name = microvium_library::native_name(native);
                let variable = self.variable(microvium_library::NATIVE, &name);
                let function = vm.new_host_function(native.id().into())?;
                vm.set_variable(variable, function);
            }
            for name in microvium_library::SYMBOLS {
                let variable = microvium_library::symbol_name(name);
                let variable = self.variable(microvium_library::NATIVE, &variable);
                let symbol = symbol(vm, name)?;
                vm.set_variable(variable, symbol);
            }
            if let Some(trace) = self.trace.get() {
                let variable = self.variable(microvium_library::NATIVE, microvium_library::TRACE);
                vm.set_variable(variable, vm.get_constant(trace));
            }
        }
        let new = self.code.borrow_mut().load(vm, module, &mut LibraryLoader);
        let new = match new {
            Ok(new) => new,
            Err(LoadError::Thrown(fault)) => return Err(fault),
            Err(LoadError::Build(error)) => panic!("the library is right: {error}"),
        };
        let code = self.code.borrow();
        let anew = (new.compiled.modules.iter())
            .any(|it| ITERATORS.contains(&code.program.files[it.file].name.as_str()));
        if anew {
            vm.set_variable(code.iterates_anew.index(), Wide::<Desktop>::TRUE);
        }
        drop(code);
        let bodies = new
            .compiled
            .modules
            .into_iter()
            .map(|it| (it.file, it.bodies));
        self.bodies.borrow_mut().extend(bodies);
        let mut instantiate = self.instantiate.take();
        instantiate.extend(new.instantiate);
        let (left, result) = self.run_all(vm, instantiate);
        self.instantiate.borrow_mut().extend(left);
        result?;
        // What one of them needs may be loaded meanwhile, and then needs others of them first.
        let order = self.code.borrow().order(module);
        for file in order {
            let bodies = self.bodies.borrow_mut().remove(&file);
            let (left, result) = self.run_all(vm, bodies.unwrap_or_default());
            if result.is_err() {
                self.bodies.borrow_mut().insert(file, left);
            }
            result?;
        }
        // A collection must know of it.
        let lists = (self.code.borrow()).library_variable("library/weak.js", "weakLists");
        if let Some(lists) = lists {
            vm.set_builtin(Builtin::WeakLists, vm.get_variable(lists));
        }
        Ok(())
    }

    /// Calls functions in order; gives those that are left if one fails.
    fn run_all(
        &self,
        vm: &mut BuildVm,
        mut functions: Vec<FunctionId>,
    ) -> (Vec<FunctionId>, Result<(), Fault>) {
        for (done, &function) in functions.iter().enumerate() {
            if let Err(fault) = run(&self.code, vm, function) {
                return (functions.split_off(done), Err(fault));
            }
        }
        (Vec::new(), Ok(()))
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
            // No object of the library's may have such a method: it would be one more that decides.
            Holder::Fixed(_) => Ok(vm.get_variable(variable(entry.key.trim_start_matches('@')))),
            Holder::Prototype(_) | Holder::Protected(_) | Holder::Watched(_) => {
                let key = key(vm, entry)?;
                let methods = vm.get_variable(variable("prototype"));
                vm.own_value(methods, key)
            }
        }
    }
}

/// The modules without which no script can have changed how arrays or strings are iterated but by something `return` that
/// their iterators inherit, and the exports which say whether one has.
const ITERATORS: [&str; 2] = ["library/iterators.js", "library/string_iterator.js"];

/// The object that has the property.
fn holder(vm: &BuildVm, entry: &Entry) -> BuildValue {
    match entry.holder {
        Holder::Prototype(builtin)
        | Holder::Protected(builtin)
        | Holder::Fixed(builtin)
        | Holder::Watched(builtin) => vm.get_builtin(builtin),
        Holder::Global | Holder::Helper | Holder::Slot(_) => vm.global_object(),
    }
}

/// The property's key.
fn key(vm: &mut BuildVm, entry: &Entry) -> Result<BuildValue, Fault> {
    match (entry.holder, entry.key.strip_prefix("@@")) {
        (_, Some(name)) => symbol(vm, name),
        (Holder::Helper, _) => vm.new_string(Text::helper(entry.key).as_bytes()),
        _ => vm.new_string(entry.key.as_bytes()),
    }
}

/// A well-known symbol.
pub(crate) fn symbol(vm: &mut BuildVm, name: &str) -> Result<BuildValue, Fault> {
    let global = vm.global_object();
    vm.property(global, symbol_key(name).as_bytes())
}

/// Where the global object has it: no script can name that.
fn symbol_key(name: &str) -> Text {
    Text::helper(&format!("Symbol.{name}"))
}

/// The prototypes that there are before any module is loaded.
pub(crate) const PROTOTYPES: [Builtin; 8] = [
    Builtin::FunctionPrototype,
    Builtin::ArrayPrototype,
    Builtin::StringPrototype,
    Builtin::NumberPrototype,
    Builtin::BooleanPrototype,
    Builtin::BytesPrototype,
    Builtin::SymbolPrototype,
    Builtin::TypedPrototype,
];
