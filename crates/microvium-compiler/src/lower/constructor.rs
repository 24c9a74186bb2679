//! What constructors know: `this`, `new.target`, `super`.
//!
//! A constructor that makes or gets its `this` itself (because its class extends another one, or because
//! it asks for `new.target`) is passed `new.target` in the place of `this`.

use super::Lowerer;
use super::assignment::Place;
use super::spread::Arguments;
use crate::ssa::Key;
use crate::variables::{Home, SuperCalls};
use microvium_format::ErrorCode;
use microvium_ir::{
    BinaryOperator, Constant, FunctionKind, Op, Text, Types, UnaryOperator, ValueId,
};
use oxc_ast::ast::{
    CallExpression, ClassElement, ComputedMemberExpression, StaticMemberExpression,
};
use oxc_span::GetSpan;

/// How `this` begins in a function.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum This {
    /// It is passed.
    Passed,
    /// The function makes it, and keeps it here.
    Made(Key),
    /// `super()` gives it.
    Derived,
}

impl Lowerer<'_, '_> {
    /// Starts a function that may be constructed: makes `this` if it does so itself.
    pub(super) fn begin_constructor(&mut self, offset: u32) {
        let index = self.state.function;
        let facts = self.variables.function(index);
        if facts.derived {
            self.b().function.target = true;
            self.state.this = This::Derived;
        } else if facts.uses_target {
            self.b().function.target = true;
            let key = self.b().temporary();
            self.if_constructed(
                offset,
                |this, target| {
                    let base = this.value(Op::GetGlobal(Text::helper("Base")), offset);
                    let pair = this.value(Op::Method(base, target), offset);
                    let made = this.value(Op::Super(pair, Vec::new()), offset);
                    this.b().write(key, made);
                },
                |this| {
                    let passed = this.value(Op::This, offset);
                    this.b().write(key, passed);
                },
            );
            self.state.this = This::Made(key);
        }
    }

    /// `this`.
    pub(super) fn this(&mut self, offset: u32) -> ValueId {
        if let Some(class) = self.state.around.class {
            let Some(variable) = self.variables.class_value(class) else {
                unreachable!("static elements refer to their class");
            };
            return self.load(variable, offset);
        }
        let function = self.state.function;
        let owner = self.variables.this_of(function);
        if owner == 0 {
            return self.b().undefined(offset);
        }
        let derived = self.variables.function(owner).derived;
        if owner == function && !derived {
            return self.own_this(offset);
        }
        match self.variables.this_variable(owner) {
            Some(variable) if derived => self.read(variable, offset),
            Some(variable) => self.load(variable, offset),
            None => unreachable!("such a `this` is a variable"),
        }
    }

    /// The `this` that the function itself has.
    pub(super) fn own_this(&mut self, offset: u32) -> ValueId {
        match self.state.this {
            This::Made(key) => self.b().read(key),
            _ => self.value(Op::This, offset),
        }
    }

    /// `new.target`.
    pub(super) fn new_target(&mut self, offset: u32) -> ValueId {
        let function = self.state.function;
        let owner = self.variables.this_of(function);
        if owner == 0 || self.state.around.initializer {
            return self.b().undefined(offset);
        }
        if owner == function {
            return self.own_target(offset);
        }
        match self.variables.target_variable(owner) {
            Some(variable) => self.load(variable, offset),
            None => unreachable!("such a `new.target` is a variable"),
        }
    }

    /// The `new.target` that the function itself has.
    pub(super) fn own_target(&mut self, offset: u32) -> ValueId {
        match self.b().function.kind {
            FunctionKind::Class => self.value(Op::This, offset),
            FunctionKind::Plain | FunctionKind::Bound => self.value(Op::NewTarget, offset),
            FunctionKind::Method
            | FunctionKind::Generator
            | FunctionKind::Async
            | FunctionKind::AsyncGenerator
            | FunctionKind::Resumption
            | FunctionKind::Module => self.b().undefined(offset),
        }
    }

    pub(super) fn super_call(&mut self, it: &CallExpression<'_>) -> ValueId {
        let Some(Home::Prototype(class)) = self.state.around.home else {
            unreachable!("`super()` elsewhere is a syntax error");
        };
        let class = self.classes.get(class);
        let constructor = class.body.body.iter().find_map(|element| match element {
            ClassElement::MethodDefinition(it) if it.kind.is_constructor() => Some(&it.value),
            _ => None,
        });
        let once = constructor.is_some_and(|it| SuperCalls::of(it).is_single());
        let offset = it.span.start;
        let parent = self.parent(offset);
        let arguments = self.arguments(&it.arguments);
        self.construct_parent(parent, arguments, once, offset)
    }

    /// `super(…)` with these arguments.
    pub(super) fn call_super(&mut self, arguments: Arguments, once: bool, offset: u32) {
        let parent = self.parent(offset);
        self.construct_parent(parent, arguments, once, offset);
    }

    /// The constructor that `super()` calls.
    fn parent(&mut self, offset: u32) -> ValueId {
        let class = match (self.state.constructs, self.state.around.home) {
            (Some(_), _) => self.value(Op::Callee, offset),
            (None, Some(Home::Prototype(class))) => match self.variables.class_value(class) {
                Some(variable) => self.load(variable, offset),
                None => unreachable!("an arrow function that calls `super` refers to the class"),
            },
            _ => unreachable!("`super()` elsewhere is a syntax error"),
        };
        self.value(Op::Unary(UnaryOperator::PrototypeOf, class), offset)
    }

    fn construct_parent(
        &mut self,
        parent: ValueId,
        arguments: Arguments,
        once: bool,
        offset: u32,
    ) -> ValueId {
        let target = self.new_target(offset);
        let pair = self.value(Op::Method(parent, target), offset);
        let op = match arguments {
            Arguments::Values(values) => Op::Super(pair, values),
            Arguments::List(list) => Op::Construct(pair, list),
        };
        let this = self.value(op, offset);
        let owner = self.variables.this_of(self.state.function);
        let Some(variable) = self.variables.this_variable(owner) else {
            unreachable!("`this` of a derived constructor is a variable");
        };
        if !once {
            let (again, first) = (self.b().block(), self.b().block());
            let old = self.load(variable, offset);
            let empty = self.b().constant(Constant::Empty, offset);
            let unbound = Op::Binary(BinaryOperator::StrictEqual, old, empty);
            let unbound = self.value(unbound, offset);
            self.b().branch(unbound, first, again, offset);
            self.b().start_sealed(again);
            self.fault(ErrorCode::TdzError, offset);
            self.b().start_sealed(first);
        }
        self.initialize(variable, this, offset);
        let initializer = match self.state.around.home {
            Some(Home::Prototype(class)) => self.variables.initializer(class),
            _ => None,
        };
        if let Some((_, variable)) = initializer {
            let initializer = self.load(variable, offset);
            self.value(Op::Call(initializer, Vec::new()), offset);
        } else if let Some(class) = self.state.constructs {
            self.fields(class);
        }
        this
    }

    /// `super.x` as a place, and `this`.
    pub(super) fn super_static<'r>(
        &mut self,
        it: &StaticMemberExpression<'_>,
    ) -> (Place<'r>, ValueId) {
        let offset = it.property.span.start;
        let (base, this) = self.super_base(offset);
        let key = Constant::String(it.property.name.as_str().into());
        let key = self.b().constant(key, offset);
        (Place::Super(this, base, key), this)
    }

    /// `super[x]` likewise.
    pub(super) fn super_computed<'r>(
        &mut self,
        it: &ComputedMemberExpression<'_>,
    ) -> (Place<'r>, ValueId) {
        let offset = it.expression.span().start;
        self.this(offset); // throws before the key is evaluated
        let key = self.key(&it.expression);
        let key = self.primitive_key(key, offset);
        let (base, this) = self.super_base(offset);
        (Place::Super(this, base, key), this)
    }

    /// The object whose properties `super.x` means, and `this`.
    fn super_base(&mut self, offset: u32) -> (ValueId, ValueId) {
        let this = self.this(offset);
        let variable = match self.state.around.home {
            Some(Home::Class(class)) => self.variables.class_value(class),
            Some(Home::Prototype(scope) | Home::Object(scope)) => self.variables.home(scope),
            None => None,
        };
        let Some(variable) = variable else {
            unreachable!("`super` elsewhere is a syntax error");
        };
        let home = self.load(variable, offset);
        let base = self.value(Op::Unary(UnaryOperator::PrototypeOf, home), offset);
        (base, this)
    }

    /// What a function returns that makes or gets its `this` itself.
    pub(super) fn constructed(&mut self, value: Option<ValueId>, offset: u32) -> ValueId {
        let result = self.b().temporary();
        self.if_constructed(
            offset,
            |this, _| {
                let value = this.object_or_this(value, offset);
                this.b().write(result, value);
            },
            |this| {
                let value = value.unwrap_or_else(|| this.b().undefined(offset));
                this.b().write(result, value);
            },
        );
        self.b().read(result)
    }

    /// Lowers what depends on whether the function was called by `new`, as classes always are.
    fn if_constructed(
        &mut self,
        offset: u32,
        constructed: impl FnOnce(&mut Self, ValueId),
        called: impl FnOnce(&mut Self),
    ) {
        let target = self.own_target(offset);
        if self.b().function.kind == FunctionKind::Class {
            return constructed(self, target);
        }
        let (yes, no, after) = (self.b().block(), self.b().block(), self.b().block());
        let nullish = self.value(Op::Unary(UnaryOperator::IsNullish, target), offset);
        self.b().branch(nullish, no, yes, offset);
        self.b().start_sealed(yes);
        constructed(self, target);
        self.b().jump(after, offset);
        self.b().start_sealed(no);
        called(self);
        self.b().jump(after, offset);
        self.b().start_sealed(after);
    }

    /// The result of a constructor: an object that it returns, or else `this`.
    fn object_or_this(&mut self, value: Option<ValueId>, offset: u32) -> ValueId {
        let Some(value) = value else {
            return self.result_this(offset);
        };
        let result = self.b().temporary();
        let (object, other) = (self.b().block(), self.b().block());
        let after = self.b().block();
        let is_object = Op::Unary(UnaryOperator::IsOneOf(Types::OBJECTS), value);
        let is_object = self.value(is_object, offset);
        self.b().branch(is_object, object, other, offset);
        self.b().start_sealed(object);
        self.b().write(result, value);
        self.b().jump(after, offset);
        self.b().start_sealed(other);
        if self.state.this == This::Derived {
            let (wrong, right) = (self.b().block(), self.b().block());
            let undefined = self.b().undefined(offset);
            let nothing = Op::Binary(BinaryOperator::StrictEqual, value, undefined);
            let nothing = self.value(nothing, offset);
            self.b().branch(nothing, right, wrong, offset);
            self.b().start_sealed(wrong);
            self.fault(ErrorCode::TypeError, offset);
            self.b().start_sealed(right);
        }
        let this = self.result_this(offset);
        self.b().write(result, this);
        self.b().jump(after, offset);
        self.b().start_sealed(after);
        self.b().read(result)
    }

    fn result_this(&mut self, offset: u32) -> ValueId {
        match self.state.this {
            This::Derived => self.this(offset),
            _ => self.own_this(offset),
        }
    }
}
