//! What classes and object literals add to a module's variables: `this` of a derived constructor, home
//! objects, keys of fields.
//!
//! The fields of a class are initialized by its constructor, which contains their code. If that calls `super()` in an arrow
//! function, they have an arrow function of their own, which the constructor makes before anything else.

use super::find::Finder;
use super::{Around, Home, InstanceKey, Kind, VariableIndex, this_owner};
use oxc_ast::ast::*;
use oxc_ast_visit::{Visit, walk};
use oxc_semantic::{ScopeFlags, ScopeId};
use oxc_span::GetSpan;
use std::cell::Cell;

impl Finder<'_> {
    /// The names of a class: the one around it, and the constant inside of it.
    pub(super) fn class(&mut self, it: &Class<'_>) {
        let symbol = it.id.as_ref().map(BindingIdentifier::symbol_id);
        // The two differ if the outer one is assigned, and while static elements are initialized.
        let differs = |symbol| self.scoping.symbol_is_mutated(symbol) || has_static(&it.body);
        let assigned = symbol.filter(|&symbol| differs(symbol));
        match (assigned, it.is_declaration(), it.scope_id.get()) {
            (Some(symbol), true, Some(scope)) => {
                let name = self.scoping.symbol_name(symbol).to_owned();
                let variable = self.variable(&name, Kind::Const, scope);
                self.class_names.insert(scope, variable);
                self.classes.push((symbol, variable));
                walk::walk_class(self, it);
                self.classes.pop();
            }
            (_, false, _) => {
                if let Some(symbol) = symbol {
                    self.variables[symbol.index()].kind = Kind::Const;
                }
                walk::walk_class(self, it);
            }
            _ => walk::walk_class(self, it),
        }
    }

    /// A scope that the parser doesn't know.
    fn new_scope(&mut self) -> ScopeId {
        let scope = ScopeId::from_usize(self.scopes.len());
        self.scopes.push(super::Scope::default());
        scope
    }

    pub(super) fn refer_this(&mut self, writes: bool) {
        if let Some(class) = self.around.class {
            let variable = self.class_value(class);
            return self.refer(variable, false);
        }
        let owner = this_owner(&self.functions, self.function);
        let Some(scope) = self.functions[owner].scope else {
            return; // at the top level of the module it is undefined
        };
        let derived = self.functions[owner].derived;
        if owner == self.function && !derived {
            return;
        }
        let variable = match self.functions[owner].this {
            Some(variable) => variable,
            None => {
                let kind = if derived { Kind::Let } else { Kind::This };
                let variable = self.variable("this", kind, scope);
                self.functions[owner].this = Some(variable);
                variable
            }
        };
        self.refer(variable, writes);
    }

    pub(super) fn refer_target(&mut self) {
        let owner = this_owner(&self.functions, self.function);
        let Some(scope) = self.functions[owner].scope else {
            return;
        };
        self.functions[owner].uses_target = true;
        if owner == self.function {
            return;
        }
        let variable = match self.functions[owner].target {
            Some(variable) => variable,
            None => {
                let variable = self.variable("new.target", Kind::NewTarget, scope);
                self.functions[owner].target = Some(variable);
                variable
            }
        };
        self.refer(variable, false);
    }

    /// `super(…)`: which constructor, for whom, and what becomes of the result.
    pub(super) fn refer_super_call(&mut self) {
        if let Some(Home::Prototype(class)) = self.around.home
            && this_owner(&self.functions, self.function) != self.function
        {
            let variable = self.class_value(class);
            self.refer(variable, false);
        }
        if let Some(Home::Prototype(class)) = self.around.home
            && let Some(&(_, variable)) = self.initializers.get(&class)
        {
            self.refer(variable, false);
        }
        self.refer_target();
        self.refer_this(true);
    }

    /// `super.x`.
    pub(super) fn refer_home(&mut self) {
        let variable = match self.around.home {
            Some(Home::Class(class)) => self.class_value(class),
            Some(Home::Prototype(scope) | Home::Object(scope)) => match self.homes.get(&scope) {
                Some(&variable) => variable,
                None => {
                    let variable = self.variable("super", Kind::Plain, scope);
                    self.homes.insert(scope, variable);
                    variable
                }
            },
            None => return,
        };
        self.refer(variable, false);
        self.refer_this(false);
    }

    pub(super) fn class_value(&mut self, class: ScopeId) -> VariableIndex {
        match self.class_values.get(&class) {
            Some(&variable) => variable,
            None => {
                let variable = self.variable("class", Kind::Plain, class);
                self.class_values.insert(class, variable);
                variable
            }
        }
    }

    pub(super) fn class_body(&mut self, it: &ClassBody<'_>) {
        let Some(&class) = self.open.last() else {
            return;
        };
        let derived = self.derived;
        let mut written = false;
        self.enter_private_names(it, class);
        // The constructor may stand before the fields whose keys it needs.
        for field in fields(it).filter(|field| field.computed) {
            let variable = self.variable("key", Kind::Plain, class);
            self.field_keys.insert(field.span.start, variable);
        }
        for element in &it.body {
            match element {
                ClassElement::MethodDefinition(method) => {
                    self.element_key(&method.key);
                    let home = if method.r#static {
                        Home::Class(class)
                    } else {
                        Home::Prototype(class)
                    };
                    self.method.home = Some(home);
                    if method.kind.is_constructor() {
                        written = true;
                        let scope = method.value.scope_id();
                        self.constructor((class, it), Some(&method.value), scope, derived);
                    } else {
                        self.visit_function(&method.value, ScopeFlags::Function);
                    }
                }
                ClassElement::PropertyDefinition(field) => {
                    self.element_key(&field.key);
                    if let (true, true) = (field.r#static, field.key.is_private_identifier()) {
                        // What defines it refers to its key.
                        self.element_name(field.key.span().start);
                    }
                    if let (true, Some(value)) = (field.r#static, &field.value) {
                        self.static_element(class, |this| this.visit_expression(value));
                    }
                }
                ClassElement::StaticBlock(block) => {
                    self.static_element(class, |this| this.visit_static_block(block));
                }
                element => oxc_ast_visit::walk::walk_class_element(self, element),
            }
        }
        if !written && (derived || has_fields(it)) {
            let scope = self.new_scope();
            self.constructors.insert(class, scope);
            self.method.home = Some(Home::Prototype(class));
            self.constructor((class, it), None, scope, derived);
        }
        self.leave_private_names();
    }

    /// The key of an element; a private name there means nothing yet.
    fn element_key(&mut self, key: &PropertyKey<'_>) {
        if !key.is_private_identifier() {
            self.visit_property_key(key);
        }
    }

    fn static_element(&mut self, class: ScopeId, visit: impl FnOnce(&mut Self)) {
        let around = Around {
            home: Some(Home::Class(class)),
            class: Some(class),
            initializer: true,
        };
        let outer = std::mem::replace(&mut self.around, around);
        let variable = self.class_value(class);
        self.refer(variable, false);
        visit(self);
        self.around = outer;
    }

    fn constructor(
        &mut self,
        (class, body): (ScopeId, &ClassBody<'_>),
        function: Option<&Function<'_>>,
        scope: ScopeId,
        derived: bool,
    ) {
        self.enter_scope(ScopeFlags::Function, &Cell::new(Some(scope)));
        let index = self.function;
        self.functions[index].derived = derived;
        if has_fields(body) && function.is_some_and(|it| SuperCalls::of(it).in_arrow) {
            let inner = self.new_scope();
            let variable = self.variable("fields", Kind::Plain, scope);
            self.initializers.insert(class, (inner, variable));
            let flags = ScopeFlags::Function | ScopeFlags::Arrow;
            self.enter_scope(flags, &Cell::new(Some(inner)));
            self.fields(body);
            self.leave_scope();
        } else {
            self.fields(body);
        }
        match function {
            Some(function) => {
                self.visit_formal_parameters(&function.params);
                if let Some(body) = &function.body {
                    self.visit_function_body(body);
                }
            }
            None if derived => self.refer_super_call(),
            None => {}
        }
        if derived {
            self.refer_this(false); // it is what the constructor returns
        }
        self.leave_scope();
    }

    fn fields(&mut self, body: &ClassBody<'_>) {
        self.around.initializer = true;
        if self.refer_brand() {
            self.refer_this(false);
        }
        for field in fields(body) {
            match &field.key {
                PropertyKey::StaticIdentifier(key) => {
                    self.expect_key(InstanceKey::Name(key.name.to_string()));
                }
                PropertyKey::PrivateIdentifier(key) => self.element_name(key.span.start),
                _ => {}
            }
            if let Some(&key) = self.field_keys.get(&field.span.start) {
                self.refer(key, false);
            }
            self.refer_this(false);
            if let Some(value) = &field.value {
                self.visit_expression(value);
            }
        }
        self.around.initializer = false;
    }

    pub(super) fn object_literal(&mut self, it: &ObjectExpression<'_>) {
        let scope = self.new_scope();
        self.literals.insert(it.span.start, scope);
        // Each evaluation makes another object.
        self.repeated(|this| {
            this.enter_scope(ScopeFlags::empty(), &Cell::new(Some(scope)));
            for property in &it.properties {
                match property {
                    ObjectPropertyKind::ObjectProperty(it) => {
                        this.visit_property_key(&it.key);
                        if it.method || it.kind != PropertyKind::Init {
                            this.method.home = Some(Home::Object(scope));
                        }
                        this.visit_expression(&it.value);
                    }
                    ObjectPropertyKind::SpreadProperty(it) => this.visit_expression(&it.argument),
                }
            }
            this.leave_scope();
        });
    }
}

/// The fields that instances get.
pub(crate) fn fields<'s, 'a>(
    class: &'s ClassBody<'a>,
) -> impl Iterator<Item = &'s PropertyDefinition<'a>> {
    class.body.iter().filter_map(|element| match element {
        ClassElement::PropertyDefinition(field) if !field.r#static => Some(&**field),
        _ => None,
    })
}

/// Whether the class itself has something to evaluate.
pub(super) fn has_static(class: &ClassBody<'_>) -> bool {
    class.body.iter().any(|element| match element {
        ClassElement::PropertyDefinition(field) => field.r#static,
        element => matches!(element, ClassElement::StaticBlock(_)),
    })
}

/// Whether instances get fields, or private methods.
pub(crate) fn has_fields(class: &ClassBody<'_>) -> bool {
    fields(class).next().is_some() || has_brand(class)
}

/// Whether instances get private methods.
pub(crate) fn has_brand(class: &ClassBody<'_>) -> bool {
    class.body.iter().any(|element| match element {
        ClassElement::MethodDefinition(it) => !it.r#static && it.key.is_private_identifier(),
        _ => false,
    })
}

/// How often a constructor may call `super()`.
#[derive(Default)]
pub(crate) struct SuperCalls {
    /// The calls that run at most once each, in the constructor itself.
    pub direct: u32,
    /// Whether there are others.
    repeated: bool,
    /// Whether there is one in an arrow function.
    pub in_arrow: bool,
    loops: u32,
    arrows: u32,
}

impl SuperCalls {
    pub fn of(constructor: &Function<'_>) -> SuperCalls {
        let mut calls = SuperCalls::default();
        calls.visit_formal_parameters(&constructor.params);
        if let Some(body) = &constructor.body {
            calls.visit_function_body(body);
        }
        calls
    }

    /// Whether there is one call at most, so that `this` can't be bound twice.
    pub const fn is_single(&self) -> bool {
        self.direct <= 1 && !self.repeated
    }

    fn in_loop(&mut self, visit: impl FnOnce(&mut Self)) {
        self.loops += 1;
        visit(self);
        self.loops -= 1;
    }
}

impl<'a> Visit<'a> for SuperCalls {
    fn visit_function(&mut self, _: &Function<'a>, _: ScopeFlags) {}

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        oxc_ast_visit::walk::walk_call_expression(self, it);
        if matches!(it.callee, Expression::Super(_)) {
            self.in_arrow |= self.arrows > 0;
            match self.loops + self.arrows {
                0 => self.direct += 1,
                _ => self.repeated = true,
            }
        }
    }

    fn visit_arrow_function_expression(&mut self, it: &ArrowFunctionExpression<'a>) {
        self.arrows += 1;
        oxc_ast_visit::walk::walk_arrow_function_expression(self, it);
        self.arrows -= 1;
    }

    fn visit_for_statement(&mut self, it: &ForStatement<'a>) {
        self.in_loop(|this| oxc_ast_visit::walk::walk_for_statement(this, it));
    }

    fn visit_for_in_statement(&mut self, it: &ForInStatement<'a>) {
        self.in_loop(|this| oxc_ast_visit::walk::walk_for_in_statement(this, it));
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.in_loop(|this| oxc_ast_visit::walk::walk_for_of_statement(this, it));
    }

    fn visit_while_statement(&mut self, it: &WhileStatement<'a>) {
        self.in_loop(|this| oxc_ast_visit::walk::walk_while_statement(this, it));
    }

    fn visit_do_while_statement(&mut self, it: &DoWhileStatement<'a>) {
        self.in_loop(|this| oxc_ast_visit::walk::walk_do_while_statement(this, it));
    }
}
