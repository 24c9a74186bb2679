//! Spread: lists with the elements of other lists among their own, for array literals and calls.

use super::Lowerer;
use microvium_ir::{Constant, Op, UnaryOperator, ValueId};
use oxc_ast::ast::{Argument, ArrayExpression, ArrayExpressionElement, Expression};
use oxc_span::{GetSpan, Span};

/// How many elements are made at once: all of them are on the stack then.
const AT_ONCE: usize = 256;

/// An element of a list in the making.
enum Element<'s, 'a> {
    Value(&'s Expression<'a>),
    Hole(Span),
    Spread(&'s Expression<'a>),
}

/// What a call passes.
pub(super) enum Arguments {
    /// These values.
    Values(Vec<ValueId>),
    /// The elements of this array.
    List(ValueId),
}

impl Lowerer<'_, '_> {
    pub(super) fn array_literal(&mut self, it: &ArrayExpression<'_>) -> ValueId {
        let elements = it.elements.iter().map(|element| match element {
            ArrayExpressionElement::Elision(hole) => Element::Hole(hole.span),
            ArrayExpressionElement::SpreadElement(it) => Element::Spread(&it.argument),
            element => Element::Value(element.to_expression()),
        });
        self.list(elements, it.span.start)
    }

    pub(super) fn arguments(&mut self, arguments: &[Argument<'_>]) -> Arguments {
        let is_spread = |it: &Argument| matches!(it, Argument::SpreadElement(_));
        if !arguments.iter().any(is_spread) {
            let values = arguments
                .iter()
                .map(|it| self.expression(it.to_expression()));
            return Arguments::Values(values.collect());
        }
        let offset = arguments[0].span().start;
        if let [Argument::SpreadElement(only)] = arguments {
            // Nothing runs between its evaluation and the call.
            return Arguments::List(self.list_of_expression(&only.argument));
        }
        let elements = arguments.iter().map(|argument| match argument {
            Argument::SpreadElement(it) => Element::Spread(&it.argument),
            argument => Element::Value(argument.to_expression()),
        });
        Arguments::List(self.list(elements, offset))
    }

    /// A new array. The elements before the first spread one make it, unless there are many; the others
    /// are appended.
    fn list<'s, 'a: 's>(
        &mut self,
        elements: impl Iterator<Item = Element<'s, 'a>>,
        offset: u32,
    ) -> ValueId {
        let mut elements = elements.peekable();
        let mut first = Vec::new();
        while first.len() < AT_ONCE
            && let Some(element) = elements.next_if(|it| !matches!(it, Element::Spread(_)))
        {
            first.push(self.element(&element));
        }
        let many = first.len() == AT_ONCE;
        let list = self.value(Op::Array(first), offset);
        while let Some(element) = elements.next() {
            match element {
                Element::Value(value) if many => {
                    let mut more = vec![self.expression(value)];
                    while more.len() < AT_ONCE
                        && let Some(element) =
                            elements.next_if(|it| matches!(it, Element::Value(_)))
                    {
                        more.push(self.element(&element));
                    }
                    let added = self.value(Op::Array(more), offset);
                    self.helper("append", vec![list, added], offset);
                }
                Element::Spread(spread) => {
                    let offset = spread.span().start;
                    let added = self.list_of_expression(spread);
                    self.helper("append", vec![list, added], offset);
                }
                Element::Value(value) => {
                    let offset = value.span().start;
                    let value = self.expression(value);
                    let length = self.value(Op::GetProperty(list, "length".into()), offset);
                    self.effect(Op::SetElement(list, length, value), offset);
                }
                Element::Hole(span) => {
                    let length = Op::GetProperty(list, "length".into());
                    let length = self.value(length, span.start);
                    let length = Op::Unary(UnaryOperator::Increment, length);
                    let length = self.value(length, span.start);
                    let longer = Op::SetProperty(list, "length".into(), length);
                    self.effect(longer, span.start);
                }
            }
        }
        list
    }

    fn element(&mut self, element: &Element<'_, '_>) -> ValueId {
        match element {
            Element::Value(value) => self.expression(value),
            Element::Hole(span) => self.b().constant(Constant::Empty, span.start),
            Element::Spread(_) => unreachable!("what is spread is appended"),
        }
    }
}
