//! One walk over a module's tree that finds out about its variables.

use super::dead_zone::DeadZones;
use super::{Around, Function, Kind, Scope, Storage, Variable};
use super::{FunctionIndex, InstanceKey, VariableIndex};
use crate::parameter_scope::Copies;
use oxc_ast::ast::{self, *};
use oxc_ast_visit::{Visit, walk};
use oxc_semantic::{ReferenceId, ScopeFlags, ScopeId, Scoping, SymbolFlags, SymbolId};
use oxc_span::GetSpan;
use oxc_syntax::operator::UnaryOperator;
use std::cell::Cell;
use std::collections::{BTreeSet, HashMap};

pub(super) struct Finder<'s> {
    pub(super) scoping: &'s Scoping,
    pub(super) variables: Vec<Variable>,
    pub(super) scopes: Vec<Scope>,
    pub(super) functions: Vec<Function>,
    /// Which function refers to which variable of another one.
    pub(super) uses: BTreeSet<(FunctionIndex, VariableIndex)>,
    pub(super) inner_names: HashMap<ReferenceId, VariableIndex>,
    pub(super) class_names: HashMap<ScopeId, VariableIndex>,
    /// The classes around, as symbols outside and variables inside.
    pub(super) classes: Vec<(SymbolId, VariableIndex)>,
    /// The scopes of loops' heads.
    pub(super) heads: Vec<ScopeId>,
    /// The scope of a loop's head, by the scope of its body.
    pub(super) bodies: HashMap<ScopeId, ScopeId>,
    pub(super) open: Vec<ScopeId>,
    pub(super) function: FunctionIndex,
    pub(super) loops: u32,
    regions: u32,
    /// Whether the class that is being visited extends another one.
    pub(super) derived: bool,
    pub(super) around: Around,
    /// What surrounds the next function, if it is a method.
    pub(super) method: Around,
    /// What `loops`, `regions` and so on were in the functions around.
    outer: Vec<(FunctionIndex, u32, u32, Around)>,
    pub(super) homes: HashMap<ScopeId, VariableIndex>,
    pub(super) class_values: HashMap<ScopeId, VariableIndex>,
    pub(super) field_keys: HashMap<u32, VariableIndex>,
    pub(super) constructors: HashMap<ScopeId, ScopeId>,
    pub(super) literals: HashMap<u32, ScopeId>,
    pub(super) initializers: HashMap<ScopeId, (ScopeId, VariableIndex)>,
    pub(super) private: super::private::Names,
    pub(super) numbers: super::arguments::Numbers,
    pub(super) copies: Copies,
    pub(super) dead_zones: DeadZones,
}

impl<'s> Finder<'s> {
    pub fn new(scoping: &'s Scoping) -> Finder<'s> {
        let mut scopes = vec![Scope::default(); scoping.scopes_len()];
        let variables = scoping
            .symbol_ids()
            .map(|symbol| {
                let scope = scoping.symbol_scope_id(symbol);
                scopes[scope.index()].variables.push(symbol.index() as u32);
                Variable {
                    name: scoping.symbol_name(symbol).to_owned(),
                    kind: kind(scoping.symbol_flags(symbol)),
                    storage: Storage::Value,
                    scope,
                    used: !scoping.get_resolved_reference_ids(symbol).is_empty(),
                    checked: true,
                    captured: false,
                    assigned_in_region: false,
                }
            })
            .collect();
        Finder {
            scoping,
            variables,
            scopes,
            functions: vec![Function::default()],
            uses: BTreeSet::new(),
            inner_names: HashMap::new(),
            class_names: HashMap::new(),
            classes: Vec::new(),
            heads: Vec::new(),
            bodies: HashMap::new(),
            open: Vec::new(),
            function: 0,
            loops: 0,
            regions: 0,
            derived: false,
            around: Around::default(),
            method: Around::default(),
            outer: Vec::new(),
            homes: HashMap::new(),
            class_values: HashMap::new(),
            field_keys: HashMap::new(),
            constructors: HashMap::new(),
            literals: HashMap::new(),
            initializers: HashMap::new(),
            private: super::private::Names::default(),
            numbers: super::arguments::Numbers::default(),
            copies: Copies::new(),
            dead_zones: DeadZones::default(),
        }
    }

    /// Parameters are used that variables of a body begin with.
    pub(super) fn copy(&mut self, copies: Copies) {
        for (parameter, _) in copies.values().flatten() {
            self.variables[parameter.index()].used = true;
        }
        self.copies = copies;
    }

    pub(super) fn variable(&mut self, name: &str, kind: Kind, scope: ScopeId) -> VariableIndex {
        let index = self.variables.len() as u32;
        self.scopes[scope.index()].variables.push(index);
        self.variables.push(Variable {
            name: name.to_owned(),
            kind,
            storage: Storage::Value,
            scope,
            used: true,
            checked: true,
            captured: false,
            assigned_in_region: false,
        });
        index
    }

    pub(super) fn refer(&mut self, variable: VariableIndex, writes: bool) {
        let facts = &mut self.variables[variable as usize];
        let scope = &self.scopes[facts.scope.index()];
        if scope.function != self.function {
            facts.captured = true;
            self.uses.insert((self.function, variable));
        } else if writes && self.regions > scope.regions {
            facts.assigned_in_region = true;
        }
    }

    /// The names of a pattern are of this kind, unless something else declares them too.
    fn declare(&mut self, pattern: &BindingPattern<'_>, kind: Kind) {
        for name in pattern.get_binding_identifiers() {
            let variable = &mut self.variables[name.symbol_id().index()];
            if variable.kind == Kind::Plain {
                variable.kind = kind;
            }
        }
    }

    /// The names of a pattern are assigned.
    fn write_all(&mut self, pattern: &BindingPattern<'_>) {
        for name in pattern.get_binding_identifiers() {
            self.refer(name.symbol_id().index() as u32, true);
        }
    }

    /// A loop whose head has new variables in each iteration.
    fn iteration(
        &mut self,
        left: &ForStatementLeft<'_>,
        right: &Expression<'_>,
        visit: impl FnOnce(&mut Self),
    ) {
        let declaration = match left {
            ForStatementLeft::VariableDeclaration(it) => Some(it),
            _ => None,
        };
        self.repeated(|this| {
            for it in declaration.iter().filter(|it| it.kind.is_var()) {
                (it.declarations.iter()).for_each(|it| this.write_all(&it.id));
            }
            visit(this);
        });
        for it in declaration.iter().flat_map(|it| &it.declarations) {
            // What is iterated is evaluated before they have values.
            (self.dead_zones).declare(&it.id, None, right.span().end);
        }
    }

    pub(super) fn repeated(&mut self, visit: impl FnOnce(&mut Self)) {
        self.loops += 1;
        visit(self);
        self.loops -= 1;
    }

    fn guarded(&mut self, visit: impl FnOnce(&mut Self)) {
        self.regions += 1;
        visit(self);
        self.regions -= 1;
    }
}

fn kind(flags: SymbolFlags) -> Kind {
    if flags.intersects(SymbolFlags::Import) {
        Kind::Import
    } else if flags.contains(SymbolFlags::ConstVariable) {
        Kind::Const
    } else if flags.intersects(SymbolFlags::BlockScopedVariable | SymbolFlags::Class) {
        Kind::Let
    } else if flags.contains(SymbolFlags::FunctionExpression) {
        Kind::OwnName
    } else {
        Kind::Plain
    }
}

impl Finder<'_> {
    /// Notes a key that a constructor gives its instances.
    pub(super) fn expect_key(&mut self, key: InstanceKey) {
        let keys = &mut self.functions[self.function].instance_keys;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
}

impl<'a> Visit<'a> for Finder<'_> {
    fn enter_scope(&mut self, flags: ScopeFlags, scope: &Cell<Option<ScopeId>>) {
        let Some(scope) = scope.get() else { return };
        if flags.is_function() {
            self.outer
                .push((self.function, self.loops, self.regions, self.around));
            let method = std::mem::take(&mut self.method);
            if !flags.is_arrow() {
                self.around = method;
            }
            self.functions.push(Function {
                parent: Some(self.function),
                scope: Some(scope),
                arrow: flags.is_arrow(),
                ..Function::default()
            });
            self.function = self.functions.len() - 1;
            self.loops = 0;
            self.regions = 0;
        }
        let parent = self.open.last().copied();
        let facts = &mut self.scopes[scope.index()];
        facts.parent = parent;
        facts.function = self.function;
        facts.depth = self.open.len() as u32;
        facts.loops = self.loops;
        facts.regions = self.regions;
        self.open.push(scope);
    }

    fn leave_scope(&mut self) {
        let left = self.open.pop();
        if left.is_some() && self.functions[self.function].scope == left {
            (self.function, self.loops, self.regions, self.around) =
                self.outer.pop().unwrap_or_default();
        }
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        let reference = self.scoping.get_reference(it.reference_id());
        let Some(symbol) = reference.symbol_id() else {
            if it.name == "arguments" {
                self.refer_arguments(true);
            }
            return;
        };
        let inner = self.classes.iter().rev().find(|(name, _)| *name == symbol);
        let variable = match inner {
            Some(&(_, variable)) => {
                self.inner_names.insert(it.reference_id(), variable);
                variable
            }
            None => symbol.index() as u32,
        };
        self.refer(variable, reference.flags().is_write());
        (self.dead_zones).refer(variable, self.function, it.span.start);
    }

    fn visit_expression(&mut self, it: &Expression<'a>) {
        match self.part_of_arguments(it) {
            Some(key) => {
                self.refer_arguments(false);
                if let Some(key) = key {
                    self.visit_expression(key);
                }
            }
            None => walk::walk_expression(self, it),
        }
    }

    fn visit_spread_element(&mut self, it: &SpreadElement<'a>) {
        match self.is_arguments(&it.argument) {
            true => self.refer_arguments(false),
            false => walk::walk_spread_element(self, it),
        }
    }

    fn visit_tagged_template_expression(&mut self, it: &TaggedTemplateExpression<'a>) {
        if self.part_of_arguments(&it.tag).is_some() {
            self.refer_arguments(true);
        }
        walk::walk_tagged_template_expression(self, it);
    }

    fn visit_unary_expression(&mut self, it: &UnaryExpression<'a>) {
        if it.operator == UnaryOperator::Delete && self.part_of_arguments(&it.argument).is_some() {
            self.refer_arguments(true);
        }
        walk::walk_unary_expression(self, it);
    }

    fn visit_this_expression(&mut self, _: &ThisExpression) {
        self.refer_this(false);
    }

    fn visit_super(&mut self, _: &Super) {
        self.refer_home();
    }

    fn visit_new_target(&mut self, _: &NewTarget) {
        if !self.around.initializer {
            self.refer_target();
        }
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        if matches!(it.callee, Expression::Super(_)) {
            self.visit_arguments(&it.arguments);
            self.refer_super_call();
            return;
        }
        // An element that is called has the object as `this`.
        if self.part_of_arguments(&it.callee).is_some() {
            self.refer_arguments(true);
        }
        if it.callee.is_specific_id("$keys") {
            for argument in &it.arguments {
                if let Argument::StringLiteral(key) = argument {
                    self.expect_key(InstanceKey::Name(key.value.to_string()));
                }
            }
        }
        walk::walk_call_expression(self, it);
    }

    fn visit_object_expression(&mut self, it: &ObjectExpression<'a>) {
        self.object_literal(it);
    }

    fn visit_formal_parameters(&mut self, it: &FormalParameters<'a>) {
        // Behind the first parameter that evaluates something, all are in their dead zones until then.
        let rest = it.rest.as_ref().map(|it| (&it.rest.argument, false));
        let items = it.items.iter();
        let mut evaluates = false;
        for (pattern, default) in items
            .map(|it| (&it.pattern, it.initializer.is_some()))
            .chain(rest)
        {
            evaluates |= default || pattern.is_destructuring_pattern();
            let kind = if evaluates {
                Kind::Let
            } else {
                Kind::Parameter
            };
            self.declare(pattern, kind);
        }
        if let Some(it) = &it.rest {
            (self.dead_zones).declare(&it.rest.argument, None, it.span.end);
        }
        for it in &it.items {
            let value = it.initializer.as_ref();
            let end = value.map_or(it.pattern.span().end, |it| it.span().end);
            self.dead_zones.declare(&it.pattern, None, end);
        }
        walk::walk_formal_parameters(self, it);
    }

    fn visit_catch_parameter(&mut self, it: &CatchParameter<'a>) {
        if it.pattern.is_destructuring_pattern() {
            self.declare(&it.pattern, Kind::Let);
        }
        let end = it.pattern.span().end;
        self.dead_zones.declare(&it.pattern, None, end);
        walk::walk_catch_parameter(self, it);
    }

    fn visit_variable_declaration(&mut self, it: &VariableDeclaration<'a>) {
        if it.kind.is_var() {
            for declarator in &it.declarations {
                if declarator.init.is_some() {
                    self.write_all(&declarator.id);
                }
            }
        } else {
            for it in &it.declarations {
                (self.dead_zones).declare(&it.id, it.init.as_ref(), it.span.end);
            }
        }
        walk::walk_variable_declaration(self, it);
    }

    fn visit_for_in_statement(&mut self, it: &ForInStatement<'a>) {
        self.iteration(&it.left, &it.right, |this| {
            walk::walk_for_in_statement(this, it)
        });
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.iteration(&it.left, &it.right, |this| {
            walk::walk_for_of_statement(this, it)
        });
    }

    fn visit_assignment_expression(&mut self, it: &AssignmentExpression<'a>) {
        if let AssignmentTarget::StaticMemberExpression(member) = &it.left
            && matches!(member.object, Expression::ThisExpression(_))
        {
            self.expect_key(InstanceKey::Name(member.property.name.to_string()));
        }
        walk::walk_assignment_expression(self, it);
    }

    fn visit_private_identifier(&mut self, it: &PrivateIdentifier<'a>) {
        self.refer_private(it);
    }

    fn visit_class_body(&mut self, it: &ClassBody<'a>) {
        self.class_body(it);
    }

    fn visit_class(&mut self, it: &Class<'a>) {
        self.dead_zones.declare_class(it);
        let derived = std::mem::replace(&mut self.derived, it.heritage.is_some());
        self.class(it);
        self.derived = derived;
    }

    fn visit_for_statement(&mut self, it: &ForStatement<'a>) {
        self.heads.push(it.scope_id());
        if let Statement::BlockStatement(body) = &it.body {
            self.bodies.insert(body.scope_id(), it.scope_id());
        }
        self.enter_scope(ScopeFlags::empty(), &it.scope_id);
        if let Some(init) = &it.init {
            self.visit_for_statement_init(init);
        }
        self.repeated(|this| {
            if let Some(test) = &it.test {
                this.visit_expression(test);
            }
            if let Some(update) = &it.update {
                this.visit_expression(update);
            }
            this.visit_statement(&it.body);
        });
        self.leave_scope();
    }

    fn visit_switch_statement(&mut self, it: &SwitchStatement<'a>) {
        walk::walk_switch_statement(self, it);
        if let Some(scope) = it.scope_id.get() {
            (self.dead_zones).forget(&self.scopes[scope.index()].variables);
        }
    }

    fn visit_function(&mut self, it: &ast::Function<'a>, flags: ScopeFlags) {
        if it.is_declaration() {
            let root = self.open.len() == 1;
            let name = it.id.as_ref().map(|it| it.symbol_id().index() as u32);
            // It is the next one that is entered.
            let function = self.functions.len();
            (self.dead_zones).declare_function(function, name.filter(|_| !root));
        }
        walk::walk_function(self, it, flags);
    }

    fn visit_while_statement(&mut self, it: &WhileStatement<'a>) {
        self.repeated(|this| walk::walk_while_statement(this, it));
    }

    fn visit_do_while_statement(&mut self, it: &DoWhileStatement<'a>) {
        self.repeated(|this| walk::walk_do_while_statement(this, it));
    }

    fn visit_try_statement(&mut self, it: &TryStatement<'a>) {
        self.guarded(|this| this.visit_block_statement(&it.block));
        if let Some(handler) = &it.handler {
            if it.finalizer.is_some() {
                self.guarded(|this| this.visit_catch_clause(handler));
            } else {
                self.visit_catch_clause(handler);
            }
        }
        if let Some(finalizer) = &it.finalizer {
            self.visit_block_statement(finalizer);
        }
    }
}
