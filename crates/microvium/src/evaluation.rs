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
    /// an array: of true, and what the last one results in; or of false, the number of the file of one that waits, the code that
    /// resumes it, and the point where it waits.
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
        let mut made = Vec::new();
        let mut make = |maker: Maker, result| {
            let function = self.program.functions.push(maker.end(result));
            made.push(function);
            function
        };
        let mut all = Maker::new();
        let mut result = all.constant(Constant::Undefined);
        for &function in &loaded.instantiate {
            all.call(function);
        }
        let mut finish = None;
        if let Some(entry) = loaded.compiled.entry {
            for make_some in [Maker::records, Maker::requests] {
                for some in modules.chunks(PART) {
                    let mut maker = Maker::new();
                    let result = maker.constant(Constant::Undefined);
                    make_some(&mut maker, some);
                    all.call(make(maker, result));
                }
            }
            let record = all.value(Op::GetVariable(entry));
            all.helper("evaluateModules", vec![record]);
            let mut maker = Maker::new();
            let record = maker.value(Op::GetVariable(entry));
            let result = maker.helper("finishModules", vec![record]);
            finish = Some(make(maker, result));
        } else {
            for &body in modules.iter().flat_map(|module| &module.bodies) {
                result = all.call(body);
            }
        }
        let all = make(all, result);
        self.load_functions(vm, &made)?;
        Ok(Evaluation { all, finish })
    }
}

/// How many modules one function makes the records of: code of functions is limited.
const PART: usize = 100;

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
        for module in modules {
            let Some(record) = module.record else {
                continue;
            };
            let bodies = self.array(&module.bodies, |this, &body| {
                this.value(Op::Closure(body, None))
            });
            let awaits = self.constant(Constant::Boolean(module.awaits));
            let file = self.constant(Constant::Number(module.file.index() as f64));
            let made = self.helper("moduleRecord", vec![bodies, awaits, file]);
            self.effect(Op::SetVariable(record, made));
        }
    }

    /// Says which others they request, when all have been made.
    fn requests(&mut self, modules: &[CompiledModule]) {
        for module in modules {
            let Some(record) = module.record else {
                continue;
            };
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
