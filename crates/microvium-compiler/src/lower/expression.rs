//! Expressions: for their value, for their effect, or to decide a branch.

use super::Lowerer;
use super::pattern::Pattern;
use microvium_ir::{BinaryOperator, BlockId, Constant, FunctionKind, Op, UnaryOperator, ValueId};
use oxc_ast::ast::{ConditionalExpression, Expression, LogicalExpression, UnaryExpression};
use oxc_span::GetSpan;
use oxc_syntax::operator::{
    BinaryOperator as SourceBinary, LogicalOperator, UnaryOperator as SourceUnary,
};

impl Lowerer<'_, '_> {
    /// An operator on two values. `**` has its operands converted first, so that no conversion of the
    /// library's needs the part of the engine that computes powers.
    pub(super) fn binary(
        &mut self,
        operator: BinaryOperator,
        left: ValueId,
        right: ValueId,
        offset: u32,
    ) -> ValueId {
        if operator == BinaryOperator::InstanceOf && !self.library {
            return self.instance_of(left, right, offset);
        }
        let (mut left, mut right) = (left, right);
        if operator == BinaryOperator::Exponent {
            left = self.value(Op::Unary(UnaryOperator::ToNumber, left), offset);
            right = self.value(Op::Unary(UnaryOperator::ToNumber, right), offset);
        }
        self.value(Op::Binary(operator, left, right), offset)
    }

    /// `left instanceof right` (ECMAScript 13.10.2). The library asks for the method that may decide; where there is
    /// none, an image has the operation alone.
    fn instance_of(&mut self, left: ValueId, right: ValueId, offset: u32) -> ValueId {
        let result = self.b().temporary();
        let (asks, plain) = (self.b().block(), self.b().block());
        let after = self.b().block();
        let test = self.value(Op::Unary(UnaryOperator::MayDecide, right), offset);
        self.b().branch(test, asks, plain, offset);
        self.b().start_sealed(asks);
        let asked = self.helper("instanceOf", vec![left, right], offset);
        self.b().write(result, asked);
        self.b().jump(after, offset);
        self.b().start_sealed(plain);
        let found = Op::Binary(BinaryOperator::InstanceOf, left, right);
        let found = self.value(found, offset);
        self.b().write(result, found);
        self.b().jump(after, offset);
        self.b().start_sealed(after);
        self.b().read(result)
    }

    /// The value of an expression.
    pub(super) fn expression(&mut self, expression: &Expression<'_>) -> ValueId {
        let offset = expression.span().start;
        match expression {
            Expression::BooleanLiteral(it) => {
                self.b().constant(Constant::Boolean(it.value), offset)
            }
            Expression::NullLiteral(_) => self.b().constant(Constant::Null, offset),
            Expression::NumericLiteral(it) => self.b().constant(Constant::Number(it.value), offset),
            Expression::StringLiteral(it) => {
                let text = super::literal::text(&it.value, it.lone_surrogates);
                self.b().constant(Constant::String(text), offset)
            }
            Expression::TemplateLiteral(it) => self.template(it),
            Expression::TaggedTemplateExpression(it) => self.tagged_template(it),
            Expression::Identifier(it) => self.read_name(it),
            Expression::ThisExpression(_) => self.this(offset),
            Expression::ArrayExpression(it) => self.array_literal(it),
            Expression::ObjectExpression(it) => self.object_literal(it),
            Expression::FunctionExpression(it) => self.function(it, "".into(), FunctionKind::Plain),
            Expression::ArrowFunctionExpression(it) => {
                self.arrow(it, "".into(), FunctionKind::Method)
            }
            Expression::ClassExpression(it) => self.class(it, "".into()),
            Expression::AssignmentExpression(it) => self.assignment(it),
            Expression::UpdateExpression(it) => self.update(it, true),
            Expression::UnaryExpression(it) => self.unary(it),
            Expression::BinaryExpression(it) => {
                let left = self.expression(&it.left);
                let right = self.expression(&it.right);
                self.binary(binary_operator(it.operator), left, right, offset)
            }
            Expression::LogicalExpression(it) => self.logical(it),
            Expression::ConditionalExpression(it) => self.conditional(it),
            Expression::SequenceExpression(it) => match it.expressions.split_last() {
                Some((last, others)) => {
                    for other in others {
                        self.discard(other);
                    }
                    self.expression(last)
                }
                None => unreachable!("a sequence has elements"),
            },
            Expression::StaticMemberExpression(it) => self.static_member(it),
            Expression::ComputedMemberExpression(it) => self.computed_member(it),
            Expression::PrivateFieldExpression(it) => self.private_member(it),
            Expression::PrivateInExpression(it) => self.private_in(it),
            Expression::CallExpression(it) => self.call(it),
            Expression::NewExpression(it) => self.construct(it),
            Expression::NewTarget(_) => self.new_target(offset),
            Expression::ChainExpression(it) => self.chain(it),
            Expression::AwaitExpression(it) => self.await_expression(it),
            Expression::ImportExpression(it) => self.dynamic_import(it),
            Expression::YieldExpression(it) => self.yield_expression(it),
            Expression::ParenthesizedExpression(it) => self.expression(&it.expression),
            _ => unreachable!("refused before lowering"),
        }
    }

    /// Evaluates an expression whose value isn't used.
    pub(super) fn discard(&mut self, expression: &Expression<'_>) {
        match expression {
            Expression::UpdateExpression(it) => {
                self.update(it, false);
            }
            Expression::AssignmentExpression(it) if it.left.is_assignment_target_pattern() => {
                self.bind_expression(&Pattern::assigned(&it.left), &it.right);
            }
            Expression::SequenceExpression(it) => {
                for expression in &it.expressions {
                    self.discard(expression);
                }
            }
            Expression::LogicalExpression(it) => {
                let (right, after) = (self.b().block(), self.b().block());
                let value = self.expression(&it.left);
                self.branch_on(it.operator, value, right, after, it.left.span().start);
                self.b().start_sealed(right);
                self.discard(&it.right);
                self.b().jump(after, it.span.end);
                self.b().start_sealed(after);
            }
            Expression::ConditionalExpression(it) => {
                let (then, otherwise) = (self.b().block(), self.b().block());
                let after = self.b().block();
                self.condition(&it.test, then, otherwise);
                self.b().start_sealed(then);
                self.discard(&it.consequent);
                self.b().jump(after, it.consequent.span().end);
                self.b().start_sealed(otherwise);
                self.discard(&it.alternate);
                self.b().jump(after, it.alternate.span().end);
                self.b().start_sealed(after);
            }
            Expression::UnaryExpression(it) if it.operator == SourceUnary::Void => {
                self.discard(&it.argument);
            }
            expression => {
                self.expression(expression);
            }
        }
    }

    /// Branches on whether an expression is truthy. Both blocks are the caller's to seal.
    pub(super) fn condition(
        &mut self,
        expression: &Expression<'_>,
        then: BlockId,
        otherwise: BlockId,
    ) {
        let offset = expression.span().start;
        match expression {
            Expression::UnaryExpression(it) if it.operator == SourceUnary::LogicalNot => {
                self.condition(&it.argument, otherwise, then);
            }
            Expression::LogicalExpression(it) if it.operator != LogicalOperator::Coalesce => {
                let right = self.b().block();
                if it.operator == LogicalOperator::And {
                    self.condition(&it.left, right, otherwise);
                } else {
                    self.condition(&it.left, then, right);
                }
                self.b().start_sealed(right);
                self.condition(&it.right, then, otherwise);
            }
            _ => {
                let value = self.expression(expression);
                self.b().branch(value, then, otherwise, offset);
            }
        }
    }

    /// Goes to `right` if the right side of a logical operator decides, else to `after`.
    pub(super) fn branch_on(
        &mut self,
        operator: LogicalOperator,
        left: ValueId,
        right: BlockId,
        after: BlockId,
        offset: u32,
    ) {
        match operator {
            LogicalOperator::And => self.b().branch(left, right, after, offset),
            LogicalOperator::Or => self.b().branch(left, after, right, offset),
            LogicalOperator::Coalesce => {
                let nullish = self.value(Op::Unary(UnaryOperator::IsNullish, left), offset);
                self.b().branch(nullish, right, after, offset);
            }
        }
    }

    fn logical(&mut self, it: &LogicalExpression<'_>) -> ValueId {
        let result = self.b().temporary();
        let (right, after) = (self.b().block(), self.b().block());
        let value = self.expression(&it.left);
        self.b().write(result, value);
        self.branch_on(it.operator, value, right, after, it.left.span().start);
        self.b().start_sealed(right);
        let value = self.expression(&it.right);
        self.b().write(result, value);
        self.b().jump(after, it.span.end);
        self.b().start_sealed(after);
        self.b().read(result)
    }

    fn conditional(&mut self, it: &ConditionalExpression<'_>) -> ValueId {
        let result = self.b().temporary();
        let (then, otherwise) = (self.b().block(), self.b().block());
        let after = self.b().block();
        self.condition(&it.test, then, otherwise);
        for (block, expression) in [(then, &it.consequent), (otherwise, &it.alternate)] {
            self.b().start_sealed(block);
            let value = self.expression(expression);
            self.b().write(result, value);
            self.b().jump(after, expression.span().end);
        }
        self.b().start_sealed(after);
        self.b().read(result)
    }

    fn unary(&mut self, it: &UnaryExpression<'_>) -> ValueId {
        let offset = it.span.start;
        let operator = match (it.operator, &it.argument) {
            (SourceUnary::UnaryNegation, Expression::NumericLiteral(number)) => {
                return self.b().constant(Constant::Number(-number.value), offset);
            }
            (SourceUnary::Typeof, Expression::Identifier(name)) => {
                let value = self.probe_name(name);
                return self.value(Op::Unary(UnaryOperator::TypeOf, value), offset);
            }
            (SourceUnary::Void, argument) => {
                self.discard(argument);
                return self.b().undefined(offset);
            }
            (SourceUnary::Delete, argument) => return self.delete(argument, offset),
            (SourceUnary::Typeof, _) => UnaryOperator::TypeOf,
            (SourceUnary::UnaryPlus, _) => UnaryOperator::ToNumber,
            (SourceUnary::UnaryNegation, _) => UnaryOperator::Negate,
            (SourceUnary::LogicalNot, _) => UnaryOperator::Not,
            (SourceUnary::BitwiseNot, _) => UnaryOperator::BitNot,
        };
        let value = self.expression(&it.argument);
        self.value(Op::Unary(operator, value), offset)
    }
}

/// The operator of the IR.
pub(super) const fn binary_operator(operator: SourceBinary) -> BinaryOperator {
    match operator {
        SourceBinary::Addition => BinaryOperator::Add,
        SourceBinary::Subtraction => BinaryOperator::Subtract,
        SourceBinary::Multiplication => BinaryOperator::Multiply,
        SourceBinary::Division => BinaryOperator::Divide,
        SourceBinary::Remainder => BinaryOperator::Remainder,
        SourceBinary::Exponential => BinaryOperator::Exponent,
        SourceBinary::BitwiseAnd => BinaryOperator::And,
        SourceBinary::BitwiseOR => BinaryOperator::Or,
        SourceBinary::BitwiseXOR => BinaryOperator::Xor,
        SourceBinary::ShiftLeft => BinaryOperator::ShiftLeft,
        SourceBinary::ShiftRight => BinaryOperator::ShiftRight,
        SourceBinary::ShiftRightZeroFill => BinaryOperator::ShiftRightUnsigned,
        SourceBinary::LessThan => BinaryOperator::Less,
        SourceBinary::LessEqualThan => BinaryOperator::LessEqual,
        SourceBinary::GreaterThan => BinaryOperator::Greater,
        SourceBinary::GreaterEqualThan => BinaryOperator::GreaterEqual,
        SourceBinary::Equality => BinaryOperator::LooseEqual,
        SourceBinary::Inequality => BinaryOperator::LooseNotEqual,
        SourceBinary::StrictEquality => BinaryOperator::StrictEqual,
        SourceBinary::StrictInequality => BinaryOperator::StrictNotEqual,
        SourceBinary::In => BinaryOperator::In,
        SourceBinary::Instanceof => BinaryOperator::InstanceOf,
    }
}
