//! The IR's text form, for people and tests.

use crate::function::{Block, BlockId, Function, FunctionKind, LocalId, ValueId};
use crate::instruction::{Constant, Edge, Instruction, Op, Terminator};
use crate::program::Program;
use std::fmt::{self, Write};

/// The text of all functions, in order of their ids.
pub fn print_program(program: &Program) -> String {
    let mut out = String::new();
    for (id, function) in program.functions.iter() {
        if id.index() > 0 {
            out.push('\n');
        }
        // Writing to a string can't fail.
        let _ = writeln!(out, "; f{}", id.index());
        out.push_str(&print(function, Some(program)));
    }
    out
}

/// The text of one function; variables are named if the program is given.
pub fn print(function: &Function, program: Option<&Program>) -> String {
    let mut out = String::new();
    let _ = Printer { function, program }.function(&mut out);
    out
}

struct Printer<'a> {
    function: &'a Function,
    program: Option<&'a Program>,
}

impl Printer<'_> {
    fn function(&self, out: &mut String) -> fmt::Result {
        let function = self.function;
        let word = match function.kind {
            FunctionKind::Plain => "fn",
            FunctionKind::Method => "method",
            FunctionKind::Class => "class",
            FunctionKind::Generator => "generator",
            FunctionKind::Async => "async",
            FunctionKind::AsyncGenerator => "async generator",
            FunctionKind::Resumption => "resumption",
            FunctionKind::Bound => "bound",
            FunctionKind::Module => "module",
        };
        writeln!(out, "{word} {}({}):", function.name, function.parameters)?;
        for (id, local) in function.locals.iter() {
            writeln!(out, "  local {} = {}", local_name(id), local.name)?;
        }
        for (id, block) in function.blocks.iter() {
            self.block(out, id, block)?;
        }
        Ok(())
    }

    fn block(&self, out: &mut String, id: BlockId, block: &Block) -> fmt::Result {
        write!(out, "b{}", id.index())?;
        if !block.parameters.is_empty() {
            write!(out, "({})", values(&block.parameters))?;
        }
        if let Some(handler) = block.handler {
            write!(out, " handler b{}", handler.index())?;
        }
        out.push_str(":\n");
        for instruction in &block.instructions {
            out.push_str("  ");
            self.instruction(out, instruction)?;
            out.push('\n');
        }
        out.push_str("  ");
        match &block.terminator {
            Terminator::Jump(to) => write!(out, "jump {}", edge(to))?,
            Terminator::Branch(condition, yes, no) => write!(
                out,
                "branch {} ? {} : {}",
                value(*condition),
                edge(yes),
                edge(no)
            )?,
            Terminator::Return(v) => write!(out, "return {}", value(*v))?,
            Terminator::Throw(v) => write!(out, "throw {}", value(*v))?,
            Terminator::Fault(code) => write!(out, "fault {}", code.name())?,
            Terminator::Unreachable => out.push_str("unreachable"),
        }
        out.push('\n');
        Ok(())
    }

    fn instruction(&self, out: &mut String, instruction: &Instruction) -> fmt::Result {
        if let Some(result) = instruction.result {
            write!(out, "{} = ", value(result))?;
        }
        match &instruction.op {
            Op::Constant(constant) => write!(out, "{}", constant_text(constant)),
            Op::This => write!(out, "this"),
            Op::Parameter(index) => write!(out, "parameter {index}"),
            Op::Callee => write!(out, "callee"),
            Op::Captured => write!(out, "captured"),
            Op::Function(id) => write!(out, "function f{}", id.index()),
            Op::SetName {
                function,
                key,
                helper,
                ..
            } => write!(out, "{helper} {}, {}", value(*function), value(*key)),
            Op::Start(prototype) => write!(out, "start {}", value(*prototype)),
            Op::Yield(v) => write!(out, "yield {}", value(*v)),
            Op::Await(v) => write!(out, "await {}", value(*v)),
            Op::Resumption => write!(out, "resumption"),
            Op::Unary(operator, a) => write!(out, "{operator:?} {}", value(*a)),
            Op::Binary(operator, a, b) => write!(out, "{operator:?} {}, {}", value(*a), value(*b)),
            Op::GetProperty(object, key) => write!(out, "{}.{}", value(*object), key.to_display()),
            Op::SetProperty(object, key, v) => {
                write!(
                    out,
                    "{}.{} = {}",
                    value(*object),
                    key.to_display(),
                    value(*v)
                )
            }
            Op::GetElement(object, key) => write!(out, "{}[{}]", value(*object), value(*key)),
            Op::GetOwn(object, key) => write!(out, "own {}[{}]", value(*object), value(*key)),
            Op::GetSuper(this, object, key) => write!(
                out,
                "{}[{}] for {}",
                value(*object),
                value(*key),
                value(*this)
            ),
            Op::SetElement(object, key, v) => {
                write!(out, "{}[{}] = {}", value(*object), value(*key), value(*v))
            }
            Op::GetPrivate(object, key) => {
                write!(out, "{}.#[{}]", value(*object), value(*key))
            }
            Op::SetPrivate(object, key, v) => {
                write!(out, "{}.#[{}] = {}", value(*object), value(*key), value(*v))
            }
            Op::DefinePrivate(object, key, v) => {
                write!(
                    out,
                    "define {}.#[{}] = {}",
                    value(*object),
                    value(*key),
                    value(*v)
                )
            }
            Op::HasPrivate(object, key) => {
                write!(out, "#[{}] in {}", value(*key), value(*object))
            }
            Op::Delete(object, key) => write!(out, "delete {}[{}]", value(*object), value(*key)),
            Op::Define {
                object,
                key,
                value: v,
                enumerable,
            } => write!(
                out,
                "define{} {}[{}] = {}",
                if *enumerable { "" } else { " hidden" },
                value(*object),
                value(*key),
                value(*v)
            ),
            Op::Call(callee, arguments) => {
                write!(out, "call {}({})", value(*callee), values(arguments))
            }
            Op::CallMethod(method, arguments) => {
                write!(out, "call method {}({})", value(*method), values(arguments))
            }
            Op::GetMethod(object, key) => {
                write!(out, "method {}.{}", value(*object), key.to_display())
            }
            Op::GetMethodElement(object, key) => {
                write!(out, "method {}[{}]", value(*object), value(*key))
            }
            Op::Method(callee, this) => {
                write!(out, "method {} of {}", value(*callee), value(*this))
            }
            Op::NewTarget => write!(out, "new.target"),
            Op::Super(method, arguments) => {
                write!(out, "super {}({})", value(*method), values(arguments))
            }
            Op::Apply(method, list) => {
                write!(out, "call method {}(...{})", value(*method), value(*list))
            }
            Op::Construct(method, list) => {
                write!(out, "new {}(...{})", value(*method), value(*list))
            }
            Op::New(callee, arguments) => {
                write!(out, "new {}({})", value(*callee), values(arguments))
            }
            Op::Object(keys, all) => {
                let fields: Vec<String> = keys
                    .iter()
                    .zip(all)
                    .map(|(key, v)| format!("{}: {}", key.to_display(), value(*v)))
                    .collect();
                write!(out, "{{{}}}", fields.join(", "))
            }
            Op::Array(all) => write!(out, "[{}]", values(all)),
            Op::Namespace(_, members) => {
                let members: Vec<String> = members
                    .iter()
                    .map(|(key, id)| format!("{}: {}", key.to_display(), self.variable(*id)))
                    .collect();
                write!(out, "namespace {{{}}}", members.join(", "))
            }
            Op::Closure(id, scope) => {
                write!(out, "closure f{}", id.index())?;
                let name = self.program.and_then(|p| p.functions.get(*id));
                if let Some(callee) = name.filter(|f| !f.name.is_empty()) {
                    write!(out, " {}", callee.name)?;
                }
                scope.map_or(Ok(()), |scope| write!(out, " over {}", value(scope)))
            }
            Op::Scope(fields) => write!(out, "scope({})", values(fields)),
            Op::GetField(scope, index) => write!(out, "{}#{index}", value(*scope)),
            Op::SetField(scope, index, v) => {
                write!(out, "{}#{index} = {}", value(*scope), value(*v))
            }
            Op::GetVariable(id) => write!(out, "variable {}", self.variable(*id)),
            Op::SetVariable(id, v) => {
                write!(out, "variable {} = {}", self.variable(*id), value(*v))
            }
            Op::GetGlobal(name) => write!(out, "global {}", name.to_display()),
            Op::SetGlobal(name, v) => write!(out, "global {} = {}", name.to_display(), value(*v)),
            Op::ProbeGlobal(name) => write!(out, "probe global {}", name.to_display()),
            Op::GlobalObject => out.write_str("global object"),
            Op::GetLocal(id) => write!(out, "{}", local_name(*id)),
            Op::SetLocal(id, v) => write!(out, "{} = {}", local_name(*id), value(*v)),
            Op::Check(v, name) => write!(out, "check {} {name}", value(*v)),
            Op::Caught(v) => write!(out, "caught {}", value(*v)),
        }
    }

    fn variable(&self, id: crate::VariableId) -> String {
        match self.program.and_then(|p| p.variables.get(id)) {
            Some(variable) => format!("g{}:{}", id.index(), variable.name),
            None => format!("g{}", id.index()),
        }
    }
}

fn value(id: ValueId) -> String {
    format!("v{}", id.index())
}

fn values(ids: &[ValueId]) -> String {
    ids.iter()
        .map(|&id| value(id))
        .collect::<Vec<_>>()
        .join(", ")
}

fn local_name(id: LocalId) -> String {
    format!("l{}", id.index())
}

fn edge(edge: &Edge) -> String {
    match edge.arguments.as_slice() {
        [] => format!("b{}", edge.block.index()),
        arguments => format!("b{}({})", edge.block.index(), values(arguments)),
    }
}

/// A constant as the text form has it.
pub fn constant_text(constant: &Constant) -> String {
    match constant {
        Constant::Undefined => "undefined".to_owned(),
        Constant::Null => "null".to_owned(),
        Constant::Boolean(b) => b.to_string(),
        Constant::Number(n) => format!("{n:?}"),
        Constant::String(text) => format!("{text:?}"),
        Constant::Empty => "empty".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::*;

    #[test]
    fn a_function_reads_like_this() {
        let mut function = Function::new("f", Id::new(0), 0, FunctionKind::Plain);
        function.parameters = 1;
        let position = function.position;
        let (x, c, p) = (
            function.add_value(),
            function.add_value(),
            function.add_value(),
        );
        let next = function.add_block(position);
        function.blocks[next].parameters.push(p);
        function.blocks[next].terminator = Terminator::Return(p);
        let entry = function.entry();
        let instruction = |result, op| Instruction {
            result,
            op,
            position,
        };
        function.blocks[entry].instructions = vec![
            instruction(Some(x), Op::Parameter(0)),
            instruction(Some(c), Op::GetProperty(x, Text::from("length"))),
            instruction(None, Op::SetElement(x, c, c)),
        ];
        let edge = |v| Edge {
            block: next,
            arguments: vec![v],
        };
        function.blocks[entry].terminator = Terminator::Branch(c, edge(x), edge(c));
        let expected = "\
fn f(1):
b0:
  v0 = parameter 0
  v1 = v0.length
  v0[v1] = v1
  branch v1 ? b1(v0) : b1(v1)
b1(v2):
  return v2
";
        assert_eq!(super::print(&function, None), expected);
    }
}
