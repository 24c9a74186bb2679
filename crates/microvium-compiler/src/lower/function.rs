//! Functions and their creation.

use super::constructor::This;
use super::pattern::Pattern;
use super::{Lowerer, State};
use crate::variables::Kind;
use microvium_format::code::MAX_PARAMETERS;
use microvium_ir::{FunctionId, FunctionKind, Op, Terminator, ValueId};
use oxc_ast::ast::{
    ArrowFunctionBody, ArrowFunctionExpression, BindingIdentifier, BindingPattern, Expression,
    FormalParameters, Function, FunctionBody,
};
use oxc_semantic::ScopeId;
use oxc_span::{GetSpan, Span};

/// What a function or class is called that has no name of its own.
pub(super) enum Naming<'n> {
    /// This.
    Text(&'n str),
    /// What a helper makes of a key, which becomes what the helper returns: that it is converted is done with it.
    Key(&'n mut ValueId, &'static str),
}

impl<'n> From<&'n str> for Naming<'n> {
    fn from(text: &'n str) -> Naming<'n> {
        Naming::Text(text)
    }
}

impl<'n> Naming<'n> {
    /// By the text of a property's key, or else by its value.
    pub fn of_property(text: &'n Option<String>, key: &'n mut ValueId) -> Naming<'n> {
        match text {
            Some(text) => Naming::Text(text),
            None => Naming::Key(key, "nameByKey"),
        }
    }

    /// The name as far as it's known from the start, and the other way; or that of its own.
    pub fn of(self, id: Option<&'n BindingIdentifier<'_>>) -> (&'n str, Option<Naming<'n>>) {
        match (id, self) {
            (Some(id), _) => (id.name.as_str(), None),
            (None, Naming::Text(text)) => (text, None),
            (None, by_key) => ("", Some(by_key)),
        }
    }
}

impl Lowerer<'_, '_> {
    /// A function object of a declaration, an expression or a method.
    pub(super) fn function(
        &mut self,
        function: &Function<'_>,
        name: Naming<'_>,
        kind: FunctionKind,
    ) -> ValueId {
        // What the library calls a bound function is for itself alone.
        let own = function.id.as_ref().filter(|_| kind != FunctionKind::Bound);
        let (name, by_key) = name.of(own);
        let kind = match (function.generator, function.r#async) {
            (true, true) => FunctionKind::AsyncGenerator,
            (true, _) => FunctionKind::Generator,
            (_, true) => FunctionKind::Async,
            _ => kind,
        };
        let code = self.code(function, name, kind);
        let closure = self.closure(code, function.scope_id(), function.span.start);
        self.name_by_key(code, closure, by_key, function.span.start);
        if function.generator {
            let helper = match function.r#async {
                true => "asyncGenerator",
                false => "generator",
            };
            self.helper(helper, vec![closure], function.span.start);
        }
        closure
    }

    /// Gives a new function object the name that a key makes.
    pub(super) fn name_by_key(
        &mut self,
        code: FunctionId,
        function: ValueId,
        name: Option<Naming<'_>>,
        offset: u32,
    ) {
        if let Some(Naming::Key(key, helper)) = name {
            let name = Op::SetName {
                code,
                function,
                key: *key,
                helper,
            };
            *key = self.value(name, offset);
        }
    }

    pub(super) fn arrow(
        &mut self,
        arrow: &ArrowFunctionExpression<'_>,
        name: Naming<'_>,
        kind: FunctionKind,
    ) -> ValueId {
        let (name, by_key) = name.of(None);
        let around = self.state.around;
        let kind = match arrow.r#async {
            true => FunctionKind::Async,
            false => kind,
        };
        let outer = self.open(name, arrow.span, kind, arrow.scope_id());
        self.state.around = around;
        if arrow.r#async {
            self.start_async(arrow.span.start);
        }
        self.parameters(&arrow.params, arrow.scope_id());
        match &arrow.body {
            ArrowFunctionBody::FunctionBody(body) => self.function_body(body, arrow.scope_id()),
            body => {
                let body = body.to_expression();
                let value = self.expression(body);
                self.b()
                    .terminate(Terminator::Return(value), body.span().start);
            }
        }
        let code = self.end(outer, arrow.span.end);
        let closure = self.closure(code, arrow.scope_id(), arrow.span.start);
        self.name_by_key(code, closure, by_key, arrow.span.start);
        closure
    }

    /// The code of a function.
    pub(super) fn code(
        &mut self,
        function: &Function<'_>,
        name: &str,
        kind: FunctionKind,
    ) -> FunctionId {
        let scope = function.scope_id();
        let outer = self.open(name, function.span, kind, scope);
        if kind.makes_instances() {
            let keys = &self.variables.function(self.state.function).instance_keys;
            let keys = keys.iter().map(|key| self.instance_key(key)).collect();
            self.b().function.instance_keys = keys;
            self.begin_constructor(function.span.start);
        }
        if kind == FunctionKind::Bound {
            // The target makes the instance.
            self.b().function.target = true;
        }
        if kind == FunctionKind::Async {
            self.start_async(function.span.start);
        }
        self.parameters(&function.params, scope);
        if function.generator {
            self.start_generator(function.span.start);
        }
        if let Some(body) = &function.body {
            self.function_body(body, scope);
        }
        self.end(outer, function.span.end)
    }

    /// A function object over the scope object that the function needs.
    pub(super) fn closure(&mut self, code: FunctionId, scope: ScopeId, offset: u32) -> ValueId {
        let function = self.variables.function_of(scope);
        let captured = self.variables.function(function).captured();
        let captured = captured.map(|scope| self.scope_object(scope, offset));
        self.value(Op::Closure(code, captured), offset)
    }

    /// Starts a function; gives back the one around it.
    pub(super) fn open(
        &mut self,
        name: &str,
        span: Span,
        kind: FunctionKind,
        scope: ScopeId,
    ) -> State {
        let function = self.variables.function_of(scope);
        let mut inner = State::new(name, self.file, span.start, kind, function);
        inner.around = std::mem::take(&mut self.method);
        inner.constructs = self.next_class.take();
        std::mem::replace(&mut self.state, inner)
    }

    /// Makes the variables of a function and gives the parameters what the caller passed.
    fn parameters(&mut self, parameters: &FormalParameters<'_>, scope: ScopeId) {
        let patterns = parameters.items.iter().map(|it| &it.pattern);
        let rest = parameters.rest.as_ref().map(|it| &it.rest.argument);
        let patterns: Vec<&BindingPattern> = patterns.chain(rest).collect();
        // If there are too many for a call, the last place is an array of all that are left. With `arguments` the
        // only place is an array of all.
        let count = patterns.len();
        let (direct, places) = match self.variables.function(self.state.function).arguments {
            Some(_) => (0, 1),
            None if count > MAX_PARAMETERS => (MAX_PARAMETERS - 1, MAX_PARAMETERS),
            None => (count, count),
        };
        // What is known from the start needs no further code.
        for (index, pattern) in patterns.iter().enumerate().take(direct) {
            if let BindingPattern::BindingIdentifier(name) = pattern {
                let variable = name.symbol_id().index() as u32;
                if self.variables.get(variable).kind == Kind::Parameter {
                    self.state.parameters.insert(variable, index as u32);
                }
            }
        }
        self.b().function.parameters = places as u32;
        self.b().function.rest = rest.is_some() || direct < places;
        let mut required = parameters.items.iter();
        let first = required.position(|it| it.initializer.is_some());
        self.b().function.length = first.unwrap_or(parameters.items.len()) as u32;
        self.enter_scope(scope, parameters.span.start);
        match self.state.constructs {
            Some(class) if self.state.this == This::Derived => self.make_initializer(class),
            Some(class) => self.fields(class),
            None => {}
        }
        for (index, pattern) in patterns.into_iter().enumerate() {
            let target = Pattern::binding(pattern);
            let default = parameters.items.get(index);
            let default = default.and_then(|it| it.initializer.as_deref());
            let name = match &target {
                Pattern::Declared(name) => {
                    let variable = name.symbol_id().index() as u32;
                    if self.state.parameters.contains_key(&variable) {
                        continue;
                    }
                    name.name.as_str()
                }
                _ => "",
            };
            let offset = pattern.span().start;
            let mut value = self.value(Op::Parameter(index.min(direct) as u32), offset);
            if index >= direct {
                let at = self.index(index - direct, offset);
                value = match parameters.items.get(index) {
                    Some(_) => self.value(Op::GetElement(value, at), offset),
                    None => self.helper("rest", vec![value, at], offset),
                };
            }
            if let Some(default) = default {
                value = self.or_default(value, default, name);
            }
            self.bind(&target, value, offset);
        }
    }

    fn function_body(&mut self, body: &FunctionBody<'_>, scope: ScopeId) {
        for (parameter, variable) in self.variables.copies(scope).collect::<Vec<_>>() {
            let value = self.load(parameter, body.span.start);
            self.initialize(variable, value, body.span.start);
        }
        self.hoist_functions(&body.statements);
        self.statements(&body.statements);
    }

    /// The value of an expression; if it is a function or class without a name, it gets this one.
    pub(super) fn named(&mut self, expression: &Expression<'_>, name: Naming<'_>) -> ValueId {
        match expression {
            Expression::FunctionExpression(function) => {
                self.function(function, name, FunctionKind::Plain)
            }
            Expression::ArrowFunctionExpression(arrow) => {
                self.arrow(arrow, name, FunctionKind::Method)
            }
            Expression::ClassExpression(class) => self.class(class, name),
            _ => self.expression(expression),
        }
    }
}
