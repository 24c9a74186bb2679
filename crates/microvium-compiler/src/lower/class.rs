//! Classes: a constructor, methods on its prototype or itself, fields, static elements, inheritance.
//!
//! The constructor initializes the fields: at its start, or where `super()` has returned.

use super::accessor::Accessor;
use super::function::Naming;
use super::literal::Name;
use super::{Lowerer, State};
use crate::variables::{Around, Home, fields, has_fields};
use microvium_format::ErrorCode;
use microvium_ir::{BinaryOperator, Constant, FunctionId, FunctionKind, Op, Text, ValueId};
use oxc_ast::ast::{
    Class, ClassElement, MethodDefinition, MethodDefinitionKind, PropertyDefinition, PropertyKey,
    StaticBlock,
};
use oxc_ast_visit::{Visit, walk};
use oxc_semantic::ScopeId;
use std::collections::HashMap;

/// The classes of a module, by scope: a constructor's code contains what the class says of fields.
#[derive(Default)]
pub(super) struct Classes<'a>(HashMap<ScopeId, &'a Class<'a>>);

impl<'a> Classes<'a> {
    pub fn get(&self, scope: ScopeId) -> &'a Class<'a> {
        self.0[&scope]
    }
}

impl<'a> Visit<'a> for Classes<'a> {
    fn visit_class(&mut self, it: &Class<'a>) {
        self.0.insert(it.scope_id(), self.alloc(it));
        walk::walk_class(self, it);
    }
}

/// What is evaluated when a class is defined, behind its methods.
enum Static<'s, 'a> {
    Field(&'s PropertyDefinition<'a>, FieldName),
    Block(&'s StaticBlock<'a>),
}

/// What a field is called.
enum FieldName {
    Key(Name),
    /// A private name, by its place in the source.
    Private(u32),
}

impl Lowerer<'_, '_> {
    pub(super) fn class(&mut self, it: &Class<'_>, name: Naming<'_>) -> ValueId {
        let offset = it.span.start;
        let (name, by_key) = name.of(it.id.as_ref());
        let scope = it.scope_id();
        self.enter_scope(scope, offset);
        let parent = it
            .heritage
            .as_ref()
            .map(|it| self.expression(&it.expression));
        self.make_private_names(scope, offset);
        let (code, class) = self.constructor(it, name);
        self.name_by_key(code, class, by_key, offset);
        if let Some(parent) = parent {
            self.helper("extend", vec![class, parent], offset);
        }
        if let Some(variable) = self.variables.class_value(scope) {
            self.initialize(variable, class, offset);
        }
        let mut prototype = None;
        if let Some(variable) = self.variables.home(scope) {
            let object = self.prototype(class, offset);
            self.initialize(variable, object, offset);
            prototype = Some(object);
        }
        let mut statics = Vec::new();
        for element in &it.body.body {
            match element {
                ClassElement::MethodDefinition(it)
                    if it.kind == MethodDefinitionKind::Constructor => {}
                ClassElement::MethodDefinition(it) if it.key.is_private_identifier() => {
                    let home = match it.r#static {
                        true => Home::Class(scope),
                        false => Home::Prototype(scope),
                    };
                    self.private_method_definition(it, home);
                }
                ClassElement::MethodDefinition(it) if it.r#static => {
                    self.method_definition(it, class, Home::Class(scope));
                }
                ClassElement::MethodDefinition(it) => {
                    let object = match prototype {
                        Some(object) => object,
                        None => self.prototype(class, it.span.start),
                    };
                    prototype = Some(object);
                    self.method_definition(it, object, Home::Prototype(scope));
                }
                ClassElement::PropertyDefinition(it) if it.r#static => {
                    let key = match self.field_name(it) {
                        FieldName::Key(key) => {
                            let key = self.static_key(key, it.span.start);
                            FieldName::Key(key)
                        }
                        name => name,
                    };
                    statics.push(Static::Field(it, key));
                }
                ClassElement::PropertyDefinition(it) => {
                    if let Some(variable) = self.variables.field_key(it.span.start) {
                        let key = self.property_key(&it.key, it.computed);
                        let key = self.primitive_key(key, it.span.start);
                        self.initialize(variable, key, it.span.start);
                    }
                }
                ClassElement::StaticBlock(it) => statics.push(Static::Block(it)),
                _ => unreachable!("refused before lowering"),
            }
        }
        let inner = match &it.id {
            Some(id) if it.is_expression() => Some(id.symbol_id().index() as u32),
            _ => self.variables.class_name(scope),
        };
        if let Some(inner) = inner {
            self.initialize(inner, class, offset);
        }
        self.static_elements(statics, class, scope);
        class
    }

    fn prototype(&mut self, class: ValueId, offset: u32) -> ValueId {
        self.value(Op::GetProperty(class, Text::from("prototype")), offset)
    }

    /// The key of a static member, which mustn't be `prototype`: a class has one that can't be defined again.
    fn static_key(&mut self, key: Name, offset: u32) -> Name {
        let value = match key {
            Name::Static(text) => {
                if text == Text::from("prototype") {
                    self.fault(ErrorCode::ReadonlyProperty, offset);
                }
                return Name::Static(text);
            }
            Name::Computed(value) => value,
        };
        if self.b().is_constant(value) {
            return Name::Computed(value);
        }
        let key = self.primitive_key(Name::Computed(value), offset);
        let prototype = Constant::String("prototype".into());
        let prototype = self.b().constant(prototype, offset);
        let equal = Op::Binary(BinaryOperator::StrictEqual, key, prototype);
        let equal = self.value(equal, offset);
        let (wrong, right) = (self.b().block(), self.b().block());
        self.b().branch(equal, wrong, right, offset);
        self.b().start_sealed(wrong);
        self.fault(ErrorCode::ReadonlyProperty, offset);
        self.b().start_sealed(right);
        Name::Computed(key)
    }

    fn method_definition(&mut self, it: &MethodDefinition<'_>, object: ValueId, home: Home) {
        let offset = it.span.start;
        let mut key = self.property_key(&it.key, it.computed);
        if it.r#static {
            key = self.static_key(key, offset);
        }
        if let Some(which) = Accessor::of_method(it.kind) {
            return self.accessor(which, object, key, &it.value, Some(home));
        }
        let name = key.to_display();
        let mut key = self.key_value(key, offset);
        let name = Naming::of_property(&name, &mut key);
        self.method.home = Some(home);
        let value = self.function(&it.value, name, FunctionKind::Method);
        let define = Op::Define {
            object,
            key,
            value,
            enumerable: false,
        };
        self.effect(define, offset);
    }

    fn private_method_definition(&mut self, it: &MethodDefinition<'_>, home: Home) {
        let name = it.key.private_name().map_or("", |name| name.as_str());
        let name = match Accessor::of_method(it.kind) {
            Some(which) => format!("{} #{name}", which.prefix()),
            None => format!("#{name}"),
        };
        self.method.home = Some(home);
        let function = self.function(&it.value, name.as_str().into(), FunctionKind::Method);
        self.private_method(it, function);
    }

    fn static_elements(&mut self, elements: Vec<Static<'_, '_>>, class: ValueId, scope: ScopeId) {
        let around = Around {
            home: Some(Home::Class(scope)),
            class: Some(scope),
            initializer: true,
        };
        let outer = std::mem::replace(&mut self.state.around, around);
        for element in elements {
            match element {
                Static::Field(it, key) => self.field(it, key, class),
                Static::Block(it) => {
                    self.enter_scope(it.scope_id(), it.span.start);
                    self.hoist_functions(&it.body);
                    self.statements(&it.body);
                }
            }
        }
        self.state.around = outer;
    }

    /// Initializes the fields of `this`.
    pub(super) fn fields(&mut self, class: ScopeId) {
        let it = self.classes.get(class);
        if !has_fields(&it.body) {
            return;
        }
        let outer = self.state.around;
        self.state.around.initializer = true;
        let has_private = self.variables.brand(class).is_some()
            || fields(&it.body).any(|field| field.key.is_private_identifier());
        if has_private && it.heritage.is_some() {
            self.make_room(it.span.start);
        }
        self.define_brand(class, it.span.start);
        for field in fields(&it.body) {
            let offset = field.span.start;
            let key = match self.variables.field_key(offset) {
                Some(variable) => FieldName::Key(Name::Computed(self.load(variable, offset))),
                None => self.field_name(field),
            };
            let this = self.this(offset);
            self.field(field, key, this);
        }
        self.state.around = outer;
    }

    /// Makes the arrow function that initializes the fields, if the constructor doesn't contain their code.
    pub(super) fn make_initializer(&mut self, class: ScopeId) {
        let Some((scope, variable)) = self.variables.initializer(class) else {
            return;
        };
        let span = self.classes.get(class).span;
        let around = self.state.around;
        let outer = self.open("", span, FunctionKind::Method, scope);
        self.state.around = around;
        self.enter_scope(scope, span.start);
        self.fields(class);
        let code = self.end(outer, span.end);
        let closure = self.closure(code, scope, span.start);
        self.initialize(variable, closure, span.start);
    }

    /// What a field is called, if its key isn't one that was computed before.
    fn field_name(&mut self, it: &PropertyDefinition<'_>) -> FieldName {
        match &it.key {
            PropertyKey::PrivateIdentifier(name) => FieldName::Private(name.span.start),
            key => FieldName::Key(self.property_key(key, it.computed)),
        }
    }

    fn field(&mut self, it: &PropertyDefinition<'_>, name: FieldName, object: ValueId) {
        let offset = it.span.start;
        let key = match name {
            FieldName::Key(key) => key,
            FieldName::Private(at) => {
                let name = it.key.private_name().map(|name| format!("#{name}"));
                let name = name.unwrap_or_default();
                let value = match &it.value {
                    Some(value) => self.named(value, name.as_str().into()),
                    None => self.b().undefined(offset),
                };
                return self.define_private(object, at, value);
            }
        };
        let name = key.to_display();
        let mut key = self.key_value(key, offset);
        let value = match &it.value {
            Some(value) => self.named(value, Naming::of_property(&name, &mut key)),
            None => self.b().undefined(offset),
        };
        let define = Op::Define {
            object,
            key,
            value,
            enumerable: true,
        };
        self.effect(define, offset);
    }

    /// The constructor's code and the class.
    fn constructor(&mut self, it: &Class<'_>, name: &str) -> (FunctionId, ValueId) {
        let class = it.scope_id();
        let written = it.body.body.iter().find_map(|element| match element {
            ClassElement::MethodDefinition(it) if it.kind.is_constructor() => Some(&it.value),
            _ => None,
        });
        self.method.home = Some(Home::Prototype(class));
        self.next_class = Some(class);
        if let Some(function) = written {
            let code = self.code(function, name, FunctionKind::Class);
            return (
                code,
                self.closure(code, function.scope_id(), function.span.start),
            );
        }
        let offset = it.span.start;
        let Some(scope) = self.variables.constructor(class) else {
            self.method = Around::default();
            self.next_class = None;
            let empty = State::new(name, self.file, offset, FunctionKind::Class, 0);
            let outer = std::mem::replace(&mut self.state, empty);
            let code = self.end(outer, offset);
            return (code, self.value(Op::Closure(code, None), offset));
        };
        let outer = self.open(name, it.span, FunctionKind::Class, scope);
        let derived = it.heritage.is_some();
        self.b().function.parameters = u32::from(derived);
        self.b().function.rest = derived;
        self.begin_constructor(offset);
        self.enter_scope(scope, offset);
        if derived {
            let list = self.value(Op::Parameter(0), offset);
            self.call_super(super::spread::Arguments::List(list), true, offset);
        } else {
            self.fields(class);
        }
        let code = self.end(outer, offset);
        (code, self.closure(code, scope, offset))
    }
}
