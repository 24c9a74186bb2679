//! The functions that evaluate the modules of a script, in one call of the host's: so jobs run behind all of them. They
//! stand in no source.

use crate::code::{Code, LoadError, Loaded};
use crate::host::BuildVm;
use microvium_ir::{
    BlockId, Constant, FileId, Function, FunctionId, FunctionKind, Instruction, Op, Terminator,
    Text, ValueId,
};

/// How modules are evaluated.
pub(crate) struct Evaluation {
    /// The function to call. It gives what the last module results in, if none awaits.
    pub all: FunctionId,
    /// If one does, the function to call when all jobs are done.
    pub finish: Option<Finish>,
}

/// A function that throws what a module that awaits has thrown, or gives an array: of true, and what the last one results
/// in; or of false, and the index of one that waits.
pub(crate) struct Finish {
    /// The function.
    pub function: FunctionId,
    /// The modules by their indices.
    pub files: Vec<FileId>,
}

impl Code {
    /// Makes the functions that evaluate modules.
    pub fn evaluation(
        &mut self,
        vm: &mut BuildVm,
        loaded: &Loaded,
    ) -> Result<Evaluation, LoadError> {
        let awaits = loaded.modules.iter().any(|module| module.awaits);
        let mut maker = Maker::new();
        let mut result = maker.constant(Constant::Undefined);
        for &function in &loaded.instantiate {
            maker.call(function);
        }
        if awaits {
            let list = maker.modules(loaded);
            maker.helper("evaluateModules", vec![list]);
        } else {
            for &body in loaded.modules.iter().flat_map(|module| &module.bodies) {
                result = maker.call(body);
            }
        }
        let all = self.program.functions.push(maker.end(result));
        let mut made = vec![all];
        let mut finish = None;
        if awaits {
            let mut maker = Maker::new();
            let result = maker.helper("finishModules", Vec::new());
            let function = self.program.functions.push(maker.end(result));
            made.push(function);
            finish = Some(Finish {
                function,
                files: loaded.modules.iter().map(|module| module.file).collect(),
            });
        }
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

    /// The modules as the library's `modules.js` wants them. Others than these have been evaluated before.
    fn modules(&mut self, loaded: &Loaded) -> ValueId {
        let keys: Vec<Text> = ["bodies", "awaits", "requested"].map(Text::from).to_vec();
        self.array(&loaded.modules, |this, module| {
            let bodies = this.array(&module.bodies, |this, &body| {
                this.value(Op::Closure(body, None))
            });
            let awaits = this.constant(Constant::Boolean(module.awaits));
            let index = |file: &FileId| loaded.modules.iter().position(|it| it.file == *file);
            let requested: Vec<usize> = module.requested.iter().filter_map(index).collect();
            let requested = this.array(&requested, |this, &index| {
                this.constant(Constant::Number(index as f64))
            });
            this.value(Op::Object(keys.clone(), vec![bodies, awaits, requested]))
        })
    }

    /// The function, which returns a value.
    fn end(mut self, result: ValueId) -> Function {
        let entry = &mut self.function.blocks[BlockId::new(0)];
        entry.instructions = self.instructions;
        entry.terminator = Terminator::Return(result);
        self.function
    }
}
