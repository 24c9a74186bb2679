//! Private names: fields, methods and accessors that only their class sees.

use super::Lowerer;
use crate::variables::{Content, InstanceKey, Owner, Private, PrivateKey};
use microvium_format::{ErrorCode, ValueType};
use microvium_ir::{BinaryOperator, Constant, Op, Text, Types, UnaryOperator, ValueId};
use oxc_ast::ast::{
    MethodDefinition, MethodDefinitionKind, PrivateFieldExpression, PrivateInExpression,
};
use oxc_semantic::ScopeId;
use oxc_span::GetSpan;

/// The number of the text that describes names which are symbols.
const DESCRIPTION: u32 = 0;

impl Lowerer<'_, '_> {
    /// `object.#name`.
    pub(super) fn private_member(&mut self, it: &PrivateFieldExpression<'_>) -> ValueId {
        let object = self.chain_object(&it.object, it.optional);
        let private = self.variables.private(it.field.span.start);
        self.get_private(object, private, it.field.span.start)
    }

    /// `#name in object`.
    pub(super) fn private_in(&mut self, it: &PrivateInExpression<'_>) -> ValueId {
        let offset = it.left.span.start;
        let object = self.expression(&it.right);
        match self.variables.private(offset).owner {
            Owner::Key(key) => {
                let key = self.private_key(key, offset);
                self.value(Op::HasPrivate(object, key), offset)
            }
            Owner::Class(class) => {
                let is_object = Op::Unary(UnaryOperator::IsOneOf(Types::OBJECTS), object);
                let is_object = self.value(is_object, offset);
                self.require(is_object, offset);
                let class = self.load(class, offset);
                let is_class = Op::Binary(BinaryOperator::StrictEqual, object, class);
                self.value(is_class, offset)
            }
        }
    }

    /// PrivateGet (ECMAScript 7.3.29).
    pub(super) fn get_private(
        &mut self,
        object: ValueId,
        private: Private,
        offset: u32,
    ) -> ValueId {
        let owned = self.owned(object, private.owner, offset);
        let getter = match (private.content, owned) {
            (Content::Field, Some(value)) => return value,
            (Content::Method(method), _) => return self.load(method, offset),
            (Content::Accessor(getter, _), _) => getter,
            (Content::Field, None) => unreachable!("fields have keys"),
        };
        match getter {
            Some(getter) => {
                let getter = self.load(getter, offset);
                let pair = self.value(Op::Method(getter, object), offset);
                self.value(Op::CallMethod(pair, Vec::new()), offset)
            }
            None => {
                let undefined = self.b().undefined(offset);
                self.fault(ErrorCode::TypeError, offset);
                undefined
            }
        }
    }

    /// PrivateSet (7.3.30).
    pub(super) fn set_private(
        &mut self,
        object: ValueId,
        private: Private,
        value: ValueId,
        offset: u32,
    ) {
        match (private.content, private.owner) {
            (Content::Field, Owner::Key(key)) => {
                let key = self.private_key(key, offset);
                self.effect(Op::SetPrivate(object, key, value), offset);
            }
            (Content::Accessor(_, Some(setter)), owner) => {
                self.owned(object, owner, offset);
                let setter = self.load(setter, offset);
                let pair = self.value(Op::Method(setter, object), offset);
                self.value(Op::CallMethod(pair, vec![value]), offset);
            }
            _ => self.fault(ErrorCode::TypeError, offset),
        }
    }

    /// Throws unless an object has what a name means. The value of what it has under a key.
    fn owned(&mut self, object: ValueId, owner: Owner, offset: u32) -> Option<ValueId> {
        match owner {
            Owner::Key(key) => {
                let key = self.private_key(key, offset);
                Some(self.value(Op::GetPrivate(object, key), offset))
            }
            Owner::Class(class) => {
                let class = self.load(class, offset);
                let is_class = Op::Binary(BinaryOperator::StrictEqual, object, class);
                let is_class = self.value(is_class, offset);
                self.require(is_class, offset);
                None
            }
        }
    }

    /// Throws a TypeError unless a condition holds.
    fn require(&mut self, condition: ValueId, offset: u32) {
        let (right, wrong) = (self.b().block(), self.b().block());
        self.b().branch(condition, right, wrong, offset);
        self.b().start_sealed(wrong);
        self.fault(ErrorCode::TypeError, offset);
        self.b().start_sealed(right);
    }

    fn private_key(&mut self, key: PrivateKey, offset: u32) -> ValueId {
        match key {
            PrivateKey::Known(number) => {
                let text = self.private_text(number);
                self.b().constant(Constant::String(text), offset)
            }
            PrivateKey::Made(variable) => self.load(variable, offset),
        }
    }

    /// The text of a name with a number of this module's. Those of earlier modules come before.
    fn private_text(&self, number: u32) -> Text {
        Text::private(DESCRIPTION + 1 + self.program.private_names + number)
    }

    /// What a constructor will give its instances.
    pub(super) fn instance_key(&self, key: &InstanceKey) -> Text {
        match key {
            InstanceKey::Name(name) => Text::from(name.as_str()),
            InstanceKey::Private(number) => self.private_text(*number),
        }
    }

    /// Makes the private names of a class that is evaluated more than once.
    pub(super) fn make_private_names(&mut self, class: ScopeId, offset: u32) {
        for &variable in self.variables.made_names(class) {
            let text = Constant::String(Text::private(DESCRIPTION));
            let text = self.b().constant(text, offset);
            let name = self.helper("privateName", vec![text], offset);
            self.initialize(variable, name, offset);
        }
    }

    /// Keeps a private method, or a function of a private accessor.
    pub(super) fn private_method(&mut self, it: &MethodDefinition<'_>, function: ValueId) {
        let offset = it.span.start;
        let private = self.variables.private(it.key.span().start);
        let variable = match (private.content, it.kind) {
            (Content::Method(method), _) => Some(method),
            (Content::Accessor(getter, _), MethodDefinitionKind::Get) => getter,
            (Content::Accessor(_, setter), _) => setter,
            (Content::Field, _) => None,
        };
        let Some(variable) = variable else {
            unreachable!("a method has a variable");
        };
        self.initialize(variable, function, offset);
    }

    /// Makes an array object of the `this` that is to get private fields, if a superclass's constructor has returned a mere
    /// array. Where analysis sees none, that costs nothing.
    pub(super) fn make_room(&mut self, offset: u32) {
        let this = self.this(offset);
        let (make, after) = (self.b().block(), self.b().block());
        let test = self.value(Op::Unary(UnaryOperator::Is(ValueType::Array), this), offset);
        self.b().branch(test, make, after, offset);
        self.b().start_sealed(make);
        self.helper("makeRoom", vec![this], offset);
        self.b().jump(after, offset);
        self.b().start_sealed(after);
    }

    /// Gives `this` what says that it has the private methods of a class.
    pub(super) fn define_brand(&mut self, class: ScopeId, offset: u32) {
        if let Some(key) = self.variables.brand(class) {
            let this = self.this(offset);
            let key = self.private_key(key, offset);
            let value = self.b().undefined(offset);
            self.effect(Op::DefinePrivate(this, key, value), offset);
        }
    }

    /// Defines a private field.
    pub(super) fn define_private(&mut self, object: ValueId, at: u32, value: ValueId) {
        let Owner::Key(key) = self.variables.private(at).owner else {
            unreachable!("fields have keys");
        };
        let key = self.private_key(key, at);
        self.effect(Op::DefinePrivate(object, key, value), at);
    }
}
