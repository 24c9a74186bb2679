//! Reading, writing and declaring variables.

use super::{Lowerer, Meaning, Slot};
use crate::ssa::Key;
use crate::variables::{Kind, Storage, VariableIndex};
use microvium_format::ErrorCode;
use microvium_ir::{Constant, LocalId, Op, Terminator, Text, ValueId};
use oxc_ast::ast::{BindingIdentifier, Expression, IdentifierReference, Statement};
use oxc_ast::ast::{ExportDefaultDeclarationKind, Function};
use oxc_semantic::ScopeId;

impl Lowerer<'_, '_> {
    /// The value of a name.
    pub(super) fn read_name(&mut self, name: &IdentifierReference<'_>) -> ValueId {
        let offset = name.span.start;
        match self.variables.referenced(name.reference_id(), self.scoping) {
            Some(variable) => self.read(variable, offset),
            None if let Some(variable) = self.arguments_variable(&name.name) => {
                self.load(variable, offset)
            }
            None => match (self.session_slot(&name.name), global_constant(&name.name)) {
                (Some(slot), _) => {
                    // Its declaration may have failed.
                    let value = self.value(Op::GetVariable(slot.variable), offset);
                    let empty = self.b().constant(Constant::Empty, offset);
                    self.b().check(value, empty, &name.name, offset)
                }
                (None, Some(constant)) => self.b().constant(constant, offset),
                (None, None) => self.value(Op::GetGlobal(Text::from(&*name.name)), offset),
            },
        }
    }

    /// The value of a name as `typeof` wants it: a global that doesn't exist is undefined.
    pub(super) fn probe_name(&mut self, name: &IdentifierReference<'_>) -> ValueId {
        let variable = self.variables.referenced(name.reference_id(), self.scoping);
        if variable.is_some()
            || self.arguments_variable(&name.name).is_some()
            || global_constant(&name.name).is_some()
            || self.session_slot(&name.name).is_some()
        {
            return self.read_name(name);
        }
        self.value(Op::ProbeGlobal(Text::from(&*name.name)), name.span.start)
    }

    /// Assigns to a name.
    pub(super) fn write_name(&mut self, name: &IdentifierReference<'_>, value: ValueId) {
        let offset = name.span.start;
        match self.variables.referenced(name.reference_id(), self.scoping) {
            Some(variable) => self.assign(variable, value, offset),
            None if let Some(slot) = self.session_slot(&name.name) => match slot.constant {
                true => self.fault(ErrorCode::ConstAssignment, offset),
                false => self.effect(Op::SetVariable(slot.variable, value), offset),
            },
            None if global_constant(&name.name).is_some() => {
                self.fault(ErrorCode::ReadonlyProperty, offset);
            }
            None => self.effect(Op::SetGlobal(Text::from(&*name.name), value), offset),
        }
    }

    /// The variable of `arguments`, if a name means that of a function.
    fn arguments_variable(&self, name: &str) -> Option<VariableIndex> {
        match name {
            "arguments" => self.variables.arguments_of(self.state.function),
            _ => None,
        }
    }

    /// The variable of a name that is declared nowhere in this module, but was earlier in its session.
    fn session_slot(&self, name: &str) -> Option<Slot> {
        match self.top_level.names.get(name)? {
            Meaning::Variable(slot) => Some(*slot),
            Meaning::Namespace(namespace) => namespace.object,
        }
    }

    /// Throws a fault; what follows is dead.
    pub(super) fn fault(&mut self, code: ErrorCode, offset: u32) {
        self.b().terminate(Terminator::Fault(code), offset);
    }

    /// The value of a variable.
    pub(super) fn read(&mut self, variable: VariableIndex, offset: u32) -> ValueId {
        let facts = self.variables.get(variable);
        match facts.kind {
            Kind::OwnName if facts.storage == Storage::Value => {
                return self.value(Op::Callee, offset);
            }
            _ if self.is_checked(variable) => {}
            _ => return self.load(variable, offset),
        }
        let value = self.load(variable, offset);
        let state = if facts.storage == Storage::Value {
            value
        } else {
            self.b().read(Key::Initialized(variable))
        };
        let checked = self.b().check(value, state, &facts.name, offset);
        let key = match facts.storage {
            Storage::Value => Key::Variable(variable),
            _ => Key::Initialized(variable),
        };
        self.b().write(key, checked);
        checked
    }

    /// Assigns to a variable that is declared elsewhere.
    fn assign(&mut self, variable: VariableIndex, value: ValueId, offset: u32) {
        let kind = self.variables.get(variable).kind;
        if self.is_checked(variable) && kind != Kind::Import {
            self.read(variable, offset); // throws if it isn't initialized
        }
        match kind {
            Kind::Const | Kind::OwnName | Kind::Import => {
                self.fault(ErrorCode::ConstAssignment, offset);
            }
            Kind::Plain
            | Kind::Parameter
            | Kind::Let
            | Kind::This
            | Kind::NewTarget
            | Kind::Arguments => {
                self.store(variable, value, offset);
            }
        }
    }

    /// Gives a variable its first value, or another one if it can be initialized repeatedly.
    pub(super) fn initialize(&mut self, variable: VariableIndex, value: ValueId, offset: u32) {
        self.store(variable, value, offset);
        if self.variables.get(variable).storage != Storage::Value {
            self.b().write(Key::Initialized(variable), value);
        }
    }

    pub(super) fn initialize_name(
        &mut self,
        name: &BindingIdentifier<'_>,
        value: ValueId,
        offset: u32,
    ) {
        self.initialize(name.symbol_id().index() as u32, value, offset);
    }

    pub(super) fn load(&mut self, variable: VariableIndex, offset: u32) -> ValueId {
        match self.variables.get(variable).storage {
            Storage::Module => match self.slot(variable) {
                Some(slot) => self.value(Op::GetVariable(slot.variable), offset),
                None => unreachable!("linking gives a variable to what is used as a value"),
            },
            Storage::Value => self.b().read(Key::Variable(variable)),
            Storage::Local => {
                let local = self.local(variable);
                self.value(Op::GetLocal(local), offset)
            }
            Storage::Field(scope, field) => {
                let object = self.scope_object(scope, offset);
                self.value(Op::GetField(object, field), offset)
            }
        }
    }

    fn store(&mut self, variable: VariableIndex, value: ValueId, offset: u32) {
        match self.variables.get(variable).storage {
            Storage::Module => match self.slot(variable) {
                Some(slot) => self.effect(Op::SetVariable(slot.variable, value), offset),
                None => unreachable!("an import is never stored to"),
            },
            Storage::Value => self.b().write(Key::Variable(variable), value),
            Storage::Local => {
                let local = self.local(variable);
                self.effect(Op::SetLocal(local, value), offset);
            }
            Storage::Field(scope, field) => {
                let object = self.scope_object(scope, offset);
                self.effect(Op::SetField(object, field, value), offset);
            }
        }
    }

    fn slot(&self, variable: VariableIndex) -> Option<Slot> {
        match self.top_level.names.get(&self.variables.get(variable).name) {
            Some(Meaning::Variable(slot)) => Some(*slot),
            Some(Meaning::Namespace(namespace)) => namespace.object,
            None => None,
        }
    }

    /// Whether it may be empty where code refers to it.
    fn is_checked(&self, variable: VariableIndex) -> bool {
        let facts = self.variables.get(variable);
        let is_lexical = match facts.storage {
            Storage::Module => self.slot(variable).is_some_and(|slot| slot.lexical),
            _ => facts.kind.is_lexical(),
        };
        is_lexical && facts.checked
    }

    fn local(&mut self, variable: VariableIndex) -> LocalId {
        if let Some(&local) = self.state.locals.get(&variable) {
            return local;
        }
        let name = &self.variables.get(variable).name;
        let local = self.state.builder.local(name);
        self.state.locals.insert(variable, local);
        local
    }

    /// The variable of a namespace that a member access means.
    pub(super) fn namespace_member(&self, object: &Expression<'_>, name: &str) -> Option<Slot> {
        let Expression::Identifier(object) = object else {
            return None;
        };
        let variable = self
            .variables
            .referenced(object.reference_id(), self.scoping)?;
        let facts = self.variables.get(variable);
        match self.top_level.names.get(&facts.name) {
            Some(Meaning::Namespace(namespace)) if facts.kind == Kind::Import => {
                namespace.members.get(name).copied()
            }
            _ => None,
        }
    }

    /// The value of a variable of another module.
    pub(super) fn read_slot(&mut self, slot: Slot, name: &str, offset: u32) -> ValueId {
        let value = self.value(Op::GetVariable(slot.variable), offset);
        if !slot.lexical {
            return value;
        }
        let state = self.b().constant(Constant::Empty, offset);
        self.b().check(value, state, name, offset)
    }

    /// The scope object of a source scope, from wherever the current function finds it.
    pub(super) fn scope_object(&mut self, scope: ScopeId, offset: u32) -> ValueId {
        let function = self.state.function;
        if self.variables.function_of(scope) == function {
            return self.b().read(Key::Scope(scope.index() as u32));
        }
        let mut value = self.value(Op::Captured, offset);
        let mut at = self.variables.function(function).captured();
        while let Some(current) = at
            && current != scope
        {
            value = self.value(Op::GetField(value, 0), offset);
            at = self
                .variables
                .object(current)
                .and_then(|object| object.parent);
        }
        value
    }

    /// Makes the variables of a source scope, and its scope object if it has one.
    pub(super) fn enter_scope(&mut self, scope: ScopeId, offset: u32) {
        if let Some(object) = self.variables.object(scope) {
            let mut fields = Vec::new();
            if let Some(parent) = object.parent {
                fields.push(self.scope_object(parent, offset));
            }
            for &variable in &object.variables {
                fields.push(self.first_value(variable, offset));
            }
            let value = self.value(Op::Scope(fields), offset);
            self.b().write(Key::Scope(scope.index() as u32), value);
        }
        for &variable in self.variables.declared(scope) {
            let facts = self.variables.get(variable);
            match facts.storage {
                Storage::Module => {}
                Storage::Field(..) => {
                    if facts.kind.is_lexical() && facts.checked {
                        let empty = self.b().constant(Constant::Empty, offset);
                        self.b().write(Key::Initialized(variable), empty);
                    }
                }
                // Nothing reads it before it has a value.
                Storage::Local if facts.kind.is_lexical() && !facts.checked => {}
                Storage::Value | Storage::Local => {
                    if facts.used && facts.kind != Kind::OwnName {
                        let value = self.first_value(variable, offset);
                        self.store(variable, value, offset);
                        if facts.kind.is_lexical() && facts.checked {
                            self.b().write(Key::Initialized(variable), value);
                        }
                    }
                }
            }
        }
    }

    /// What a variable holds when its scope is entered.
    fn first_value(&mut self, variable: VariableIndex, offset: u32) -> ValueId {
        let facts = self.variables.get(variable);
        match facts.kind {
            Kind::Let | Kind::Const if facts.checked => self.b().constant(Constant::Empty, offset),
            Kind::Let | Kind::Const | Kind::Plain | Kind::Import => self.b().undefined(offset),
            Kind::OwnName => self.value(Op::Callee, offset),
            Kind::This => self.own_this(offset),
            Kind::NewTarget => self.own_target(offset),
            Kind::Arguments => {
                let list = self.value(Op::Parameter(0), offset);
                match self.variables.function(self.state.function).arguments_seen {
                    true => self.helper("argumentsObject", vec![list], offset),
                    false => list,
                }
            }
            Kind::Parameter => match self.state.parameters.get(&variable) {
                Some(&parameter) => self.value(Op::Parameter(parameter), offset),
                None => self.b().undefined(offset),
            },
        }
    }

    /// Replaces the scope object of a loop's head by a copy, for the next iteration: closures made in
    /// this one keep theirs.
    pub(super) fn copy_scope(&mut self, scope: ScopeId, offset: u32) {
        let Some(object) = self.variables.object(scope) else {
            return;
        };
        let old = self.scope_object(scope, offset);
        let mut fields = Vec::new();
        if object.parent.is_some() {
            fields.push(self.value(Op::GetField(old, 0), offset));
        }
        for &variable in &object.variables {
            let declared_here = self.variables.declared(scope).contains(&variable);
            fields.push(match self.variables.get(variable).storage {
                Storage::Field(_, field) if declared_here => {
                    self.value(Op::GetField(old, field), offset)
                }
                _ => self.first_value(variable, offset),
            });
        }
        let new = self.value(Op::Scope(fields), offset);
        self.b().write(Key::Scope(scope.index() as u32), new);
    }

    /// Creates the functions that a list of statements declares.
    pub(super) fn hoist_functions(&mut self, statements: &[Statement<'_>]) {
        for statement in statements {
            if let Some(function) = declared_function(statement)
                && let Some(name) = &function.id
            {
                let closure = self.function(function, "".into(), microvium_ir::FunctionKind::Plain);
                self.initialize_name(name, closure, function.span.start);
            }
        }
    }
}

fn declared_function<'s, 'a>(statement: &'s Statement<'a>) -> Option<&'s Function<'a>> {
    match statement {
        Statement::FunctionDeclaration(function) => Some(function),
        Statement::ExportDeclaration(export) => match &export.declaration {
            oxc_ast::ast::Declaration::FunctionDeclaration(function) => Some(function),
            _ => None,
        },
        Statement::ExportDefaultDeclaration(export) => match &export.declaration {
            ExportDefaultDeclarationKind::FunctionDeclaration(function) => Some(function),
            _ => None,
        },
        _ => None,
    }
}

/// The properties of the global object that can't change.
fn global_constant(name: &str) -> Option<Constant> {
    match name {
        "undefined" => Some(Constant::Undefined),
        "NaN" => Some(Constant::Number(f64::NAN)),
        "Infinity" => Some(Constant::Number(f64::INFINITY)),
        _ => None,
    }
}
