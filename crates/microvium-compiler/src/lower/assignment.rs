//! Assignments, `++`, `--`, `delete`.

use super::Lowerer;
use super::expression::binary_operator;
use super::literal::Name;
use super::pattern::Pattern;
use crate::variables::Private;
use microvium_ir::{Constant, Op, Text, UnaryOperator, ValueId};
use oxc_ast::ast::{
    AssignmentExpression, AssignmentTarget, ChainElement, Expression, IdentifierReference,
    MemberExpression, SimpleAssignmentTarget, UpdateExpression,
};
use oxc_span::GetSpan;
use oxc_syntax::operator::{LogicalOperator, UpdateOperator};

/// What is assigned to, its parts evaluated.
pub(super) enum Place<'r> {
    Name(&'r IdentifierReference<'r>),
    /// A property with a known key.
    Property(ValueId, Text),
    /// A property with a computed key.
    Element(ValueId, ValueId),
    /// A property of `super`: `this`, where it is looked up, and its key, a primitive.
    Super(ValueId, ValueId, ValueId),
    /// What a private name means of an object.
    Private(ValueId, Private),
}

impl Lowerer<'_, '_> {
    pub(super) fn assignment(&mut self, it: &AssignmentExpression<'_>) -> ValueId {
        let offset = it.span.start;
        if it.left.is_assignment_target_pattern() {
            let value = self.expression(&it.right);
            self.bind(&Pattern::assigned(&it.left), value, it.right.span().start);
            return value;
        }
        let (mut place, position) = self.target_place(&it.left);
        if !it.operator.is_assign() {
            self.convert_key(&mut place, position);
        }
        // What stands in parentheses gives no name.
        let name = match &place {
            Place::Name(name) if position == offset => name.name.to_string(),
            _ => String::new(),
        };
        if let Some(operator) = it.operator.to_logical_operator() {
            return self.logical_assignment(&place, position, operator, &it.right, &name);
        }
        let value = match it.operator.to_binary_operator() {
            None => self.named(&it.right, name.as_str().into()),
            Some(operator) => {
                let old = self.load_place(&place, position);
                let right = self.expression(&it.right);
                self.binary(binary_operator(operator), old, right, offset)
            }
        };
        self.store_place(&place, value, position);
        value
    }

    fn logical_assignment(
        &mut self,
        place: &Place<'_>,
        position: u32,
        operator: LogicalOperator,
        right: &Expression<'_>,
        name: &str,
    ) -> ValueId {
        let result = self.b().temporary();
        let (assign, after) = (self.b().block(), self.b().block());
        let old = self.load_place(place, position);
        self.b().write(result, old);
        self.branch_on(operator, old, assign, after, position);
        self.b().start_sealed(assign);
        let value = self.named(right, name.into());
        self.store_place(place, value, position);
        self.b().write(result, value);
        self.b().jump(after, right.span().end);
        self.b().start_sealed(after);
        self.b().read(result)
    }

    /// `++` and `--`. The value is the new one for a prefix and wherever it isn't used.
    pub(super) fn update(&mut self, it: &UpdateExpression<'_>, used: bool) -> ValueId {
        let offset = it.span.start;
        let (mut place, position) = match &it.argument {
            SimpleAssignmentTarget::AssignmentTargetIdentifier(name) => {
                (Place::Name(name), name.span.start)
            }
            target => match target.as_member_expression() {
                Some(member) => self.member_place(member),
                None => unreachable!("refused before lowering"),
            },
        };
        self.convert_key(&mut place, position);
        let operator = match it.operator {
            UpdateOperator::Increment => UnaryOperator::Increment,
            UpdateOperator::Decrement => UnaryOperator::Decrement,
        };
        let mut old = self.load_place(&place, position);
        if used && !it.prefix {
            old = self.value(Op::Unary(UnaryOperator::ToNumber, old), offset);
        }
        let new = self.value(Op::Unary(operator, old), offset);
        self.store_place(&place, new, position);
        if it.prefix { new } else { old }
    }

    /// Evaluates the parts of what is assigned to.
    pub(super) fn target_place<'r>(
        &mut self,
        target: &'r AssignmentTarget<'_>,
    ) -> (Place<'r>, u32) {
        match target {
            AssignmentTarget::AssignmentTargetIdentifier(name) => {
                (Place::Name(name), name.span.start)
            }
            target => match target.as_member_expression() {
                Some(member) => self.member_place(member),
                None => unreachable!("a pattern is destructured"),
            },
        }
    }

    fn member_place<'r>(&mut self, member: &MemberExpression<'_>) -> (Place<'r>, u32) {
        if matches!(member.object(), Expression::Super(_)) {
            let offset = member.span().start;
            return match member {
                MemberExpression::StaticMemberExpression(it) => (self.super_static(it).0, offset),
                MemberExpression::ComputedMemberExpression(it) => {
                    (self.super_computed(it).0, offset)
                }
                MemberExpression::PrivateFieldExpression(_) => {
                    unreachable!("`super.#name` is a syntax error")
                }
            };
        }
        let object = self.expression(member.object());
        match member {
            MemberExpression::StaticMemberExpression(it) => {
                let key = it.property.name.as_str().into();
                (Place::Property(object, key), it.property.span.start)
            }
            MemberExpression::ComputedMemberExpression(it) => {
                let place = match self.key(&it.expression) {
                    Name::Static(key) => Place::Property(object, key),
                    Name::Computed(key) => Place::Element(object, key),
                };
                (place, it.expression.span().start)
            }
            MemberExpression::PrivateFieldExpression(it) => {
                let offset = it.field.span.start;
                let private = self.variables.private(offset);
                (Place::Private(object, private), offset)
            }
        }
    }

    /// Makes a primitive of a computed key that is used twice, if it is none: reading and writing would each convert it.
    fn convert_key(&mut self, place: &mut Place<'_>, offset: u32) {
        if let Place::Element(object, key) = place {
            *key = self.converted_key(*object, *key, offset);
        }
    }

    /// A key of an object as a primitive. Where analysis sees no object among the keys, that costs nothing.
    pub(super) fn converted_key(&mut self, object: ValueId, key: ValueId, offset: u32) -> ValueId {
        self.primitive("keyOf", object, key, offset)
    }

    /// What is assigned to `length`, where an array makes a number of it.
    fn length_value(&mut self, object: ValueId, value: ValueId, offset: u32) -> ValueId {
        match self.library {
            true => value,
            false => self.primitive("lengthOf", object, value, offset),
        }
    }

    /// A value, or what a helper makes of it for this object if it is an object itself.
    fn primitive(&mut self, helper: &str, object: ValueId, value: ValueId, offset: u32) -> ValueId {
        if self.b().is_constant(value) {
            return value;
        }
        let result = self.b().temporary();
        let (convert, after) = (self.b().block(), self.b().block());
        self.b().write(result, value);
        let test = Op::Unary(UnaryOperator::IsObjectKey, value);
        let test = self.value(test, offset);
        self.b().branch(test, convert, after, offset);
        self.b().start_sealed(convert);
        let converted = self.helper(helper, vec![object, value], offset);
        self.b().write(result, converted);
        self.b().jump(after, offset);
        self.b().start_sealed(after);
        self.b().read(result)
    }

    pub(super) fn load_place(&mut self, place: &Place<'_>, offset: u32) -> ValueId {
        match place {
            Place::Name(name) => self.read_name(name),
            Place::Property(object, key) => {
                self.value(Op::GetProperty(*object, key.clone()), offset)
            }
            Place::Element(object, key) => self.value(Op::GetElement(*object, *key), offset),
            Place::Super(this, base, key) => self.value(Op::GetSuper(*this, *base, *key), offset),
            Place::Private(object, private) => self.get_private(*object, *private, offset),
        }
    }

    pub(super) fn store_place(&mut self, place: &Place<'_>, value: ValueId, offset: u32) {
        match place {
            Place::Name(name) => self.write_name(name, value),
            Place::Property(object, key) if is_like_number(key) => {
                // Of a typed array it may be an element: then an object is converted.
                let key = self.b().constant(Constant::String(key.clone()), offset);
                self.effect(Op::SetElement(*object, key, value), offset);
            }
            Place::Property(object, key) => {
                let value = match key.as_bytes() {
                    b"length" => self.length_value(*object, value, offset),
                    _ => value,
                };
                self.effect(Op::SetProperty(*object, key.clone(), value), offset);
            }
            Place::Element(object, key) => {
                self.effect(Op::SetElement(*object, *key, value), offset);
            }
            Place::Super(this, base, key) => {
                self.helper("setSuper", vec![*this, *base, *key, value], offset);
            }
            Place::Private(object, private) => self.set_private(*object, *private, value, offset),
        }
    }

    pub(super) fn delete(&mut self, it: &Expression<'_>, offset: u32) -> ValueId {
        let (object, key) = match it {
            it if it
                .as_member_expression()
                .is_some_and(|it| it.object().is_super()) =>
            {
                return self.delete_super(it, offset);
            }
            Expression::StaticMemberExpression(it) => {
                let object = self.expression(&it.object);
                (object, Name::Static(it.property.name.as_str().into()))
            }
            Expression::ComputedMemberExpression(it) => {
                let object = self.expression(&it.object);
                (object, self.key(&it.expression))
            }
            Expression::ChainExpression(it) => {
                return self.delete_in_chain(&it.expression, offset);
            }
            it => {
                self.discard(it);
                return self.b().constant(Constant::Boolean(true), offset);
            }
        };
        self.delete_key(object, key, offset)
    }

    /// `delete super.x` throws (ECMAScript 13.5.1.2), when the key has been evaluated.
    fn delete_super(&mut self, it: &Expression<'_>, offset: u32) -> ValueId {
        self.this(offset);
        if let Expression::ComputedMemberExpression(it) = it {
            self.discard(&it.expression);
        }
        self.helper("deleteSuper", vec![], offset)
    }

    fn delete_key(&mut self, object: ValueId, key: Name, offset: u32) -> ValueId {
        let key = self.key_value(key, offset);
        self.value(Op::Delete(object, key), offset)
    }

    /// `delete a?.b`: true if the chain is cut short.
    fn delete_in_chain(&mut self, it: &ChainElement<'_>, offset: u32) -> ValueId {
        let result = self.b().temporary();
        self.chain_to(
            offset,
            |this| {
                let value = match it {
                    ChainElement::StaticMemberExpression(it) => {
                        let object = this.chain_object(&it.object, it.optional);
                        let key = Name::Static(it.property.name.as_str().into());
                        this.delete_key(object, key, offset)
                    }
                    ChainElement::ComputedMemberExpression(it) => {
                        let object = this.chain_object(&it.object, it.optional);
                        let key = this.key(&it.expression);
                        this.delete_key(object, key, offset)
                    }
                    ChainElement::CallExpression(it) => {
                        this.call(it);
                        this.b().constant(Constant::Boolean(true), offset)
                    }
                    _ => unreachable!("refused before lowering"),
                };
                this.b().write(result, value);
            },
            |this| {
                let value = this.b().constant(Constant::Boolean(true), offset);
                this.b().write(result, value);
            },
        );
        self.b().read(result)
    }
}

/// Whether a text may be that of a number (CanonicalNumericIndexString, ECMAScript 7.1.21). Those of indices are keys of
/// elements anyway.
fn is_like_number(text: &Text) -> bool {
    let is_part = |it: &u8| matches!(it, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e');
    match text.as_bytes() {
        b"NaN" | b"Infinity" | b"-Infinity" => true,
        text @ [b'0'..=b'9' | b'-', ..] => text.iter().all(is_part),
        _ => false,
    }
}
