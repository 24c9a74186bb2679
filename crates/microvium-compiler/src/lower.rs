//! From syntax trees to IR: one module at a time, after linking.

mod accessor;
mod assignment;
mod async_generator;
mod async_iterate;
mod asynchronous;
mod call;
mod class;
mod constructor;
mod exception;
mod expression;
mod function;
mod generator;
mod helper;
mod iterate;
mod jump;
mod literal;
mod loops;
mod pattern;
mod private;
mod spread;
mod statement;
mod tagged;
mod variable;

use crate::awaits::awaits;
use crate::dynamic_import::DynamicImport;
use crate::finish::finish;
use crate::record::DEFAULT;
use crate::ssa::Builder;
use crate::suspend;
use crate::syntax::Syntax;
use crate::variables::{Around, FunctionIndex, Variables};
pub(crate) use call::call_offset;
use class::Classes;
use constructor::This;
use jump::Target;
use microvium_ir::{
    BlockId, Constant, FileId, Function, FunctionId, FunctionKind, LocalId, Op, Program,
    Terminator, Text, ValueId, VariableId,
};
use oxc_ast::ast::{self, Statement};
use oxc_ast_visit::Visit;
use oxc_semantic::{ScopeId, Scoping};
use oxc_span::GetSpan;
use std::collections::{BTreeMap, HashMap};
use tagged::Templates;

/// What a module means by what isn't declared inside of its functions.
#[derive(Clone, Default, Debug)]
pub(crate) struct TopLevel {
    /// The names at its top level.
    pub names: BTreeMap<String, Meaning>,
    /// Its `import()`s, by their specifiers.
    pub imports: BTreeMap<String, DynamicImport>,
}

/// What a name at the top level of a module means.
#[derive(Clone, Debug)]
pub(crate) enum Meaning {
    /// A variable, of this module or of the one it is imported from.
    Variable(Slot),
    /// The namespace of a module.
    Namespace(UsedNamespace),
}

/// A namespace as a module uses it.
#[derive(Clone, Debug)]
pub(crate) struct UsedNamespace {
    /// The variable that holds it, if it is used as a value.
    pub object: Option<Slot>,
    /// The variables of the names that are used of it.
    pub members: BTreeMap<String, Slot>,
}

/// A namespace object that is to be made.
#[derive(Clone, Debug)]
pub(crate) struct Namespace {
    /// The variable that will hold it.
    pub variable: VariableId,
    /// Its module.
    pub file: FileId,
    /// The names that the module exports, in order, and the variables they mean.
    pub members: Vec<(Text, VariableId)>,
}

/// A module-level variable.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    pub variable: VariableId,
    /// Whether it is empty until its declaration is evaluated.
    pub lexical: bool,
    /// Whether it always holds a function for which `this` makes no difference.
    pub without_this: bool,
    /// Whether nothing may be assigned to it.
    pub constant: bool,
}

/// How much source text one function of top-level code is made of, and a statement more: its code has to stay below the
/// limit of a function.
const PART: u32 = 4096;

/// The functions of a module.
pub(crate) struct Lowered {
    /// The one that instantiates it, and may make the namespaces.
    pub instantiate: FunctionId,
    /// Those that evaluate it.
    pub bodies: Vec<FunctionId>,
}

/// The functions that instantiate and evaluate a module. The first one also makes the namespaces.
pub(crate) fn lower(
    program: &mut Program,
    file: FileId,
    syntax: &Syntax<'_>,
    top_level: &TopLevel,
    namespaces: &[Namespace],
    library: bool,
    session: bool,
) -> Lowered {
    let variables = Variables::of(syntax.program, &syntax.scoping, syntax.copies.clone());
    let mut classes = Classes::default();
    classes.visit_program(syntax.program);
    let mut templates = Templates::default();
    templates.visit_program(syntax.program);
    let name = program.files[file].name.clone();
    let mut lowerer = Lowerer {
        program,
        file,
        scoping: &syntax.scoping,
        variables: &variables,
        top_level,
        library,
        classes: &classes,
        templates,
        method: Around::default(),
        next_class: None,
        state: State::new(&name, file, 0, FunctionKind::Module, 0),
    };
    lowerer.make_namespaces(namespaces);
    lowerer.make_templates();
    lowerer.instantiate(syntax.program);
    let body = State::new(&name, file, 0, FunctionKind::Module, 0);
    let instantiate = lowerer.end(body, 0);
    let awaits = awaits(syntax.program);
    let bodies = lowerer.bodies(&name, syntax.program, awaits, session);
    program.private_names += variables.known_names();
    Lowered {
        instantiate,
        bodies,
    }
}

/// Lowers the functions of a module.
struct Lowerer<'s, 'a> {
    program: &'s mut Program,
    file: FileId,
    scoping: &'s Scoping,
    variables: &'s Variables,
    top_level: &'s TopLevel,
    /// Whether the module is the library's.
    library: bool,
    classes: &'s Classes<'a>,
    templates: Templates,
    /// What surrounds the next function, if it is a method.
    method: Around,
    /// The class of which the next function is the constructor.
    next_class: Option<ScopeId>,
    state: State,
}

/// What belongs to the function that is being lowered.
struct State {
    builder: Builder,
    function: FunctionIndex,
    locals: HashMap<u32, LocalId>,
    /// The parameters, as variables.
    parameters: HashMap<u32, u32>,
    /// Where `break`, `continue` and `return` may lead, innermost last.
    targets: Vec<Target>,
    /// The labels of the statement that is about to be lowered.
    labels: Vec<String>,
    /// Where the optional chain that is being lowered ends if it is cut short.
    chain: Option<BlockId>,
    around: Around,
    /// How `this` begins.
    this: This,
    /// The class of which the function is the constructor.
    constructs: Option<ScopeId>,
}

impl State {
    fn new(
        name: &str,
        file: FileId,
        offset: u32,
        kind: FunctionKind,
        function: FunctionIndex,
    ) -> State {
        State {
            builder: Builder::new(name, file, offset, kind),
            function,
            locals: HashMap::new(),
            parameters: HashMap::new(),
            targets: Vec::new(),
            labels: Vec::new(),
            chain: None,
            around: Around::default(),
            this: This::Passed,
            constructs: None,
        }
    }
}

impl Lowerer<'_, '_> {
    const fn b(&mut self) -> &mut Builder {
        &mut self.state.builder
    }

    fn value(&mut self, op: Op, offset: u32) -> ValueId {
        self.b().value(op, offset)
    }

    fn effect(&mut self, op: Op, offset: u32) {
        self.b().effect(op, offset);
    }

    /// Ends the function that is being lowered with `return undefined`, and goes on with another one.
    fn end(&mut self, next: State, offset: u32) -> FunctionId {
        if !self.b().is_dead() {
            let value = match self.state.this {
                This::Passed => {
                    let undefined = self.b().undefined(offset);
                    self.returned(undefined, offset)
                }
                _ => self.constructed(None, offset),
            };
            self.b().terminate(Terminator::Return(value), offset);
        }
        let state = std::mem::replace(&mut self.state, next);
        let mut function: Function = finish(state.builder);
        if self.library {
            helper::hide_keys(&mut function);
        }
        let function = suspend::cut(function, self.program);
        self.program.functions.push(function)
    }

    fn make_namespaces(&mut self, namespaces: &[Namespace]) {
        if !namespaces.is_empty() {
            self.helper("namespaces", Vec::new(), 0);
        }
        for namespace in namespaces {
            let members = namespace.members.clone();
            let value = self.value(Op::Namespace(namespace.file, members), 0);
            self.effect(Op::SetVariable(namespace.variable, value), 0);
        }
    }

    /// Gives the module's `var`s and functions their values.
    fn instantiate(&mut self, program: &ast::Program<'_>) {
        let root = self.scoping.root_scope_id();
        for &variable in self.variables.declared(root) {
            let facts = self.variables.get(variable);
            if let Some(Meaning::Variable(slot)) = self.top_level.names.get(&facts.name)
                && facts.kind == crate::variables::Kind::Plain
            {
                let flags = self
                    .scoping
                    .symbol_flags(oxc_semantic::SymbolId::from_usize(variable as usize));
                if !flags.is_function() {
                    let value = self.b().undefined(0);
                    self.effect(Op::SetVariable(slot.variable, value), 0);
                }
            }
        }
        self.hoist_functions(&program.body);
        for statement in &program.body {
            if let Statement::ExportDefaultDeclaration(export) = statement
                && let ast::ExportDefaultDeclarationKind::FunctionDeclaration(function) =
                    &export.declaration
                && function.id.is_none()
            {
                let closure = self.function(function, "default".into(), FunctionKind::Plain);
                self.set_slot(DEFAULT, closure, function.span.start);
            }
        }
    }

    /// The top-level code: functions to be called one after the other, as its variables are none of a function; such as
    /// give suspended calls if it awaits. In a session the result of the last one is the value of the last statement.
    fn bodies(
        &mut self,
        name: &str,
        program: &ast::Program<'_>,
        awaits: bool,
        session: bool,
    ) -> Vec<FunctionId> {
        self.start_body(awaits, 0);
        let (statements, last) = match program.body.split_last() {
            Some((Statement::ExpressionStatement(last), before)) if session => (before, Some(last)),
            _ => (&program.body[..], None),
        };
        let mut functions = Vec::new();
        let mut start = 0;
        for statement in statements {
            let at = statement.span().start;
            if at - start > PART {
                start = at;
                let next = State::new(name, self.file, 0, FunctionKind::Module, 0);
                functions.push(self.end(next, at));
                self.start_body(awaits, at);
            }
            self.statement(statement);
        }
        if let Some(last) = last {
            if !self.b().is_dead() {
                let value = self.expression(&last.expression);
                self.b()
                    .terminate(Terminator::Return(value), last.span.start);
            }
        } else if session
            && program.body.is_empty()
            && let Some(last) = program.directives.last()
        {
            // A string that nothing precedes is a directive.
            let text = literal::text(&last.expression.value, last.expression.lone_surrogates);
            let offset = last.span.start;
            let value = self.b().constant(Constant::String(text), offset);
            self.b().terminate(Terminator::Return(value), offset);
        }
        let nothing = State::new("", self.file, 0, FunctionKind::Module, 0);
        functions.push(self.end(nothing, program.span.end));
        functions
    }

    /// Each has a scope object of its own: what is in it, as the prototypes that `super` means, belongs to one statement.
    fn start_body(&mut self, awaits: bool, offset: u32) {
        if awaits {
            self.b().function.kind = FunctionKind::Async;
            self.start_suspended("moduleCall", 0);
        }
        self.enter_scope(self.scoping.root_scope_id(), offset);
    }

    /// Initializes a variable of the module by its name.
    fn set_slot(&mut self, name: &str, value: ValueId, offset: u32) {
        if let Some(Meaning::Variable(slot)) = self.top_level.names.get(name) {
            self.effect(Op::SetVariable(slot.variable, value), offset);
        }
    }
}
