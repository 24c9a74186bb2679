//! Member accesses, calls, and optional chains.

use super::Lowerer;
use super::literal::Name;
use super::spread::Arguments;
use microvium_ir::{BlockId, Op, UnaryOperator, ValueId};
use oxc_ast::ast::{
    CallExpression, ChainElement, ChainExpression, ComputedMemberExpression, Expression,
    NewExpression, StaticMemberExpression,
};
use oxc_span::GetSpan;

/// What is called.
pub(super) enum Callee {
    /// A value; `this` is undefined.
    Value(ValueId),
    /// A property, by the `GetMethod` or `GetMethodElement` of its block that gives `pair`.
    Property {
        pair: ValueId,
        this: ValueId,
        block: BlockId,
    },
    /// A value and its `this`.
    Method(ValueId, ValueId),
}

/// The place of a call, which is no other call's: its callee's name if it has one, or else its end.
pub(crate) fn call_offset(callee: &Expression<'_>) -> u32 {
    match callee {
        Expression::Identifier(it) => it.span.start,
        Expression::StaticMemberExpression(it) => it.property.span.start,
        Expression::PrivateFieldExpression(it) => it.field.span.start,
        callee => callee.span().end,
    }
}

impl Lowerer<'_, '_> {
    pub(super) fn static_member(&mut self, it: &StaticMemberExpression<'_>) -> ValueId {
        let name = it.property.name.as_str();
        let offset = it.property.span.start;
        if let Some(slot) = self.namespace_member(&it.object, name) {
            return self.read_slot(slot, name, offset);
        }
        if matches!(it.object, Expression::Super(_)) {
            let (place, _) = self.super_static(it);
            return self.load_place(&place, offset);
        }
        let object = self.chain_object(&it.object, it.optional);
        self.value(Op::GetProperty(object, name.into()), offset)
    }

    pub(super) fn computed_member(&mut self, it: &ComputedMemberExpression<'_>) -> ValueId {
        let offset = it.expression.span().start;
        if matches!(it.object, Expression::Super(_)) {
            let (place, _) = self.super_computed(it);
            return self.load_place(&place, offset);
        }
        let object = self.chain_object(&it.object, it.optional);
        let key = self.key(&it.expression);
        self.get(object, key, offset)
    }

    /// `object[key]`.
    pub(super) fn get(&mut self, object: ValueId, key: Name, offset: u32) -> ValueId {
        let op = match key {
            Name::Static(key) => Op::GetProperty(object, key),
            Name::Computed(key) => Op::GetElement(object, key),
        };
        self.value(op, offset)
    }

    /// The object of a member access; the chain ends here if it is nullish and the access optional.
    pub(super) fn chain_object(&mut self, object: &Expression<'_>, optional: bool) -> ValueId {
        let value = self.expression(object);
        if optional {
            self.end_chain_if_nullish(value, object.span().end);
        }
        value
    }

    fn end_chain_if_nullish(&mut self, value: ValueId, offset: u32) {
        let Some(end) = self.state.chain else {
            unreachable!("an optional access is part of a chain");
        };
        let nullish = self.value(Op::Unary(UnaryOperator::IsNullish, value), offset);
        let next = self.b().block();
        self.b().branch(nullish, end, next, offset);
        self.b().start_sealed(next);
    }

    pub(super) fn chain(&mut self, it: &ChainExpression<'_>) -> ValueId {
        let offset = it.span.start;
        let result = self.b().temporary();
        self.chain_to(
            it.span.end,
            |this| {
                let value = match &it.expression {
                    ChainElement::CallExpression(it) => this.call(it),
                    ChainElement::StaticMemberExpression(it) => this.static_member(it),
                    ChainElement::ComputedMemberExpression(it) => this.computed_member(it),
                    ChainElement::PrivateFieldExpression(it) => this.private_member(it),
                    _ => unreachable!("refused before lowering"),
                };
                this.b().write(result, value);
            },
            |this| {
                let value = this.b().undefined(offset);
                this.b().write(result, value);
            },
        );
        self.b().read(result)
    }

    /// Lowers a chain: `whole` if it is evaluated to its end, `cut` if it is cut short.
    pub(super) fn chain_to(
        &mut self,
        offset: u32,
        whole: impl FnOnce(&mut Self),
        cut: impl FnOnce(&mut Self),
    ) {
        let (end, after) = (self.b().block(), self.b().block());
        let outer = self.state.chain.replace(end);
        whole(self);
        self.state.chain = outer;
        self.b().jump(after, offset);
        self.b().start_sealed(end);
        cut(self);
        self.b().jump(after, offset);
        self.b().start_sealed(after);
    }

    pub(super) fn call(&mut self, it: &CallExpression<'_>) -> ValueId {
        let offset = call_offset(&it.callee);
        if let Some(result) = self.intrinsic(it) {
            return result;
        }
        if matches!(it.callee, Expression::Super(_)) {
            return self.super_call(it);
        }
        let callee = self.callee(&it.callee, it.optional);
        if it.optional {
            let (Callee::Value(value) | Callee::Method(value, _)) = callee else {
                unreachable!("an optional callee is a value");
            };
            self.end_chain_if_nullish(value, offset);
        }
        let arguments = self.arguments(&it.arguments);
        self.call_callee(callee, arguments, offset)
    }

    /// Calls a callee whose arguments have been evaluated behind it.
    pub(super) fn call_callee(
        &mut self,
        callee: Callee,
        arguments: Arguments,
        offset: u32,
    ) -> ValueId {
        let pair = match callee {
            Callee::Value(callee) => {
                if let Arguments::Values(arguments) = arguments {
                    return self.value(Op::Call(callee, arguments), offset);
                }
                let undefined = self.b().undefined(offset);
                self.value(Op::Method(callee, undefined), offset)
            }
            Callee::Method(callee, this) => self.value(Op::Method(callee, this), offset),
            Callee::Property { pair, this, block } => {
                if self.b().current == block {
                    pair
                } else {
                    // The arguments branched: the property is read as a value.
                    let mut instructions = self.b().block_mut(block).instructions.iter_mut();
                    if let Some(read) = instructions.rfind(|it| it.result == Some(pair)) {
                        read.op = match &read.op {
                            Op::GetMethod(object, key) => Op::GetProperty(*object, key.clone()),
                            Op::GetMethodElement(object, key) => Op::GetElement(*object, *key),
                            _ => unreachable!("that is how a property is called"),
                        };
                    }
                    self.value(Op::Method(pair, this), offset)
                }
            }
        };
        let op = match arguments {
            Arguments::Values(arguments) => Op::CallMethod(pair, arguments),
            Arguments::List(list) => Op::Apply(pair, list),
        };
        self.value(op, offset)
    }

    pub(super) fn callee(&mut self, callee: &Expression<'_>, optional: bool) -> Callee {
        let (object, key, offset) = match callee {
            Expression::StaticMemberExpression(it) if matches!(it.object, Expression::Super(_)) => {
                let (place, this) = self.super_static(it);
                let callee = self.load_place(&place, it.property.span.start);
                return Callee::Method(callee, this);
            }
            Expression::ComputedMemberExpression(it)
                if matches!(it.object, Expression::Super(_)) =>
            {
                let (place, this) = self.super_computed(it);
                let callee = self.load_place(&place, it.expression.span().start);
                return Callee::Method(callee, this);
            }
            Expression::StaticMemberExpression(it) => {
                let name = it.property.name.as_str();
                if let Some(slot) = self.namespace_member(&it.object, name) {
                    let value = self.read_slot(slot, name, it.property.span.start);
                    if slot.without_this {
                        return Callee::Value(value);
                    }
                    return Callee::Method(value, self.expression(&it.object));
                }
                let object = self.chain_object(&it.object, it.optional);
                (object, Name::Static(name.into()), it.property.span.start)
            }
            Expression::ComputedMemberExpression(it) => {
                let object = self.chain_object(&it.object, it.optional);
                let key = self.key(&it.expression);
                (object, key, it.expression.span().start)
            }
            Expression::PrivateFieldExpression(it) => {
                let offset = it.field.span.start;
                let object = self.chain_object(&it.object, it.optional);
                let private = self.variables.private(offset);
                return Callee::Method(self.get_private(object, private, offset), object);
            }
            Expression::ChainExpression(it) => return self.parenthesized_chain(it),
            callee => return Callee::Value(self.expression(callee)),
        };
        if optional {
            return Callee::Method(self.get(object, key, offset), object);
        }
        let block = self.b().current;
        let op = match key {
            Name::Static(key) => Op::GetMethod(object, key),
            Name::Computed(key) => Op::GetMethodElement(object, key),
        };
        Callee::Property {
            pair: self.value(op, offset),
            this: object,
            block,
        }
    }

    /// The callee of `(a?.b)()`: a cut chain is called, as undefined; a whole one keeps its `this`.
    fn parenthesized_chain(&mut self, it: &ChainExpression<'_>) -> Callee {
        let (callee, this_key) = (self.b().temporary(), self.b().temporary());
        let offset = it.span.start;
        self.chain_to(
            it.span.end,
            |this| {
                let (value, object) = match &it.expression {
                    ChainElement::StaticMemberExpression(it) => {
                        let name = it.property.name.as_str();
                        match this.namespace_member(&it.object, name) {
                            Some(slot) if slot.without_this => {
                                (this.static_member(it), this.b().undefined(offset))
                            }
                            _ => {
                                let object = this.chain_object(&it.object, it.optional);
                                let key = Name::Static(name.into());
                                (this.get(object, key, it.property.span.start), object)
                            }
                        }
                    }
                    ChainElement::ComputedMemberExpression(it) => {
                        let object = this.chain_object(&it.object, it.optional);
                        let key = this.key(&it.expression);
                        (this.get(object, key, it.expression.span().start), object)
                    }
                    ChainElement::PrivateFieldExpression(it) => {
                        let object = this.chain_object(&it.object, it.optional);
                        let private = this.variables.private(it.field.span.start);
                        let value = this.get_private(object, private, it.field.span.start);
                        (value, object)
                    }
                    ChainElement::CallExpression(it) => (this.call(it), this.b().undefined(offset)),
                    _ => unreachable!("refused before lowering"),
                };
                this.b().write(callee, value);
                this.b().write(this_key, object);
            },
            |this| {
                let undefined = this.b().undefined(offset);
                this.b().write(callee, undefined);
                this.b().write(this_key, undefined);
            },
        );
        Callee::Method(self.b().read(callee), self.b().read(this_key))
    }

    pub(super) fn construct(&mut self, it: &NewExpression<'_>) -> ValueId {
        let callee = self.expression(&it.callee);
        let offset = it.span.start;
        let op = match self.arguments(&it.arguments) {
            Arguments::Values(arguments) => Op::New(callee, arguments),
            Arguments::List(list) => {
                let undefined = self.b().undefined(offset);
                Op::Construct(self.value(Op::Method(callee, undefined), offset), list)
            }
        };
        self.value(op, offset)
    }
}
