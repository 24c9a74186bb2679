//! The functions that evaluate the modules of a script, in one call of the host's: so jobs run behind all of them. They
//! stand in no source.

use crate::code::{Code, LoadError, Loaded};
use crate::host::BuildVm;
use microvium_compiler::CompiledModule;
use microvium_ir::{
    BlockId, Constant, FileId, Function, FunctionId, FunctionKind, Instruction, Op, Terminator,
    Text, ValueId,
};

/// How modules are evaluated.
pub(crate) struct Evaluation {
    /// The function to call. It gives what the last module results in, if there are no records.
    pub all: FunctionId,
    /// If there are, the function to call when all jobs are done. It throws what a module that awaits has thrown, or gives
    /// an array: of true, and what the last one results in; or of false, and the number of the file of one that waits.
    pub finish: Option<FunctionId>,
}

impl Code {
    /// Makes the functions that evaluate modules.
    pub fn evaluation(
        &mut self,
        vm: &mut BuildVm,
        loaded: &Loaded,
    ) -> Result<Evaluation, LoadError> {
        let modules = &loaded.compiled.modules;
        let mut maker = Maker::new();
        let mut result = maker.constant(Constant::Undefined);
        for &function in &loaded.instantiate {
            maker.call(function);
        }
        let mut finish = None;
        if let Some(entry) = loaded.compiled.entry {
            maker.records(modules);
            let entry = Op::GetVariable(entry);
            let record = maker.value(entry.clone());
            maker.helper("evaluateModules", vec![record]);
            let mut maker = Maker::new();
            let record = maker.value(entry);
            let result = maker.helper("finishModules", vec![record]);
            finish = Some(self.program.functions.push(maker.end(result)));
        } else {
            for &body in modules.iter().flat_map(|module| &module.bodies) {
                result = maker.call(body);
            }
        }
        let all = self.program.functions.push(maker.end(result));
        let made: Vec<FunctionId> = [all].into_iter().chain(finish).collect();
        self.load_functions(vm, &made)?;
        Ok(Evaluation { all, finish })
    }
}

/// Makes a function of one block.
struct Maker {
    function: Function,
    instructions: Vec<Instruction>,
}

impl Maker {
    fn new() -> Maker {
        Maker {
            function: Function::new("", FileId::new(0), 0, FunctionKind::Module),
            instructions: Vec::new(),
        }
    }

    fn value(&mut self, op: Op) -> ValueId {
        let result = self.function.add_value();
        self.instructions.push(Instruction {
            result: Some(result),
            op,
            position: self.function.position,
        });
        result
    }

    fn effect(&mut self, op: Op) {
        self.instructions.push(Instruction {
            result: None,
            op,
            position: self.function.position,
        });
    }

    fn constant(&mut self, constant: Constant) -> ValueId {
        self.value(Op::Constant(constant))
    }

    fn array<T>(&mut self, items: &[T], make: impl Fn(&mut Self, &T) -> ValueId) -> ValueId {
        let values = items.iter().map(|item| make(self, item)).collect();
        self.value(Op::Array(values))
    }

    fn call(&mut self, function: FunctionId) -> ValueId {
        let closure = self.value(Op::Closure(function, None));
        self.value(Op::Call(closure, Vec::new()))
    }

    fn helper(&mut self, name: &str, arguments: Vec<ValueId>) -> ValueId {
        let helper = self.value(Op::GetGlobal(Text::helper(name)));
        self.value(Op::Call(helper, arguments))
    }

    /// Makes the records of modules, as the library's `modules.js` wants them.
    fn records(&mut self, modules: &[CompiledModule]) {
        let records = modules
            .iter()
            .filter_map(|module| Some((module, module.record?)));
        for (module, record) in records.clone() {
            let bodies = self.array(&module.bodies, |this, &body| {
                this.value(Op::Closure(body, None))
            });
            let awaits = self.constant(Constant::Boolean(module.awaits));
            let file = self.constant(Constant::Number(module.file.index() as f64));
            let made = self.helper("moduleRecord", vec![bodies, awaits, file]);
            self.effect(Op::SetVariable(record, made));
        }
        for (module, record) in records {
            let record = self.value(Op::GetVariable(record));
            let requested = self.array(&module.requested, |this, &other| {
                this.value(Op::GetVariable(other))
            });
            self.effect(Op::SetProperty(record, "requested".into(), requested));
        }
    }

    /// The function, which returns a value.
    fn end(mut self, result: ValueId) -> Function {
        let entry = &mut self.function.blocks[BlockId::new(0)];
        entry.instructions = self.instructions;
        entry.terminator = Terminator::Return(result);
        self.function
    }
}
