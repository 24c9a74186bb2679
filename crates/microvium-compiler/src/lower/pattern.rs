//! Destructuring: in declarations, parameters, `catch` and assignments.
//!
//! Both grammars of patterns are read as one tree, whose leaves are names to initialize or references
//! to assign to. What is taken from an array is taken as its iterator would: step by step, looking at
//! the length each time, and nothing any more once the end was seen.

use super::Lowerer;
use super::assignment::Place;
use super::literal::Name;
use microvium_format::ErrorCode;
use microvium_ir::{BinaryOperator, Constant, Op, UnaryOperator, ValueId};
use oxc_ast::ast::{
    ArrayExpression, AssignmentTarget, AssignmentTargetMaybeDefault, AssignmentTargetProperty,
    BindingIdentifier, BindingPattern, Expression, IdentifierReference, PropertyKey,
};
use oxc_span::GetSpan;

/// What a value is bound or assigned to.
pub(super) enum Pattern<'s, 'a> {
    /// A name to initialize.
    Declared(&'s BindingIdentifier<'a>),
    /// A name to assign to.
    Name(&'s IdentifierReference<'a>),
    /// A property to assign to.
    Member(&'s AssignmentTarget<'a>),
    /// Properties of the value.
    Object(Vec<Property<'s, 'a>>, Option<Box<Pattern<'s, 'a>>>),
    /// Elements of the value; None is skipped.
    Array(Vec<Option<Part<'s, 'a>>>, Option<Box<Pattern<'s, 'a>>>),
}

/// A target, and what it gets in place of `undefined`.
pub(super) struct Part<'s, 'a> {
    pub target: Pattern<'s, 'a>,
    /// The name of a function without one that is its default.
    name: &'s str,
    pub default: Option<&'s Expression<'a>>,
}

/// A property that is taken.
pub(super) struct Property<'s, 'a> {
    key: Key<'s, 'a>,
    part: Part<'s, 'a>,
}

enum Key<'s, 'a> {
    /// `{ name }`.
    Shorthand(&'s str),
    /// `{ key: … }`, and whether it is in brackets.
    Written(&'s PropertyKey<'a>, bool),
}

impl<'s, 'a> Pattern<'s, 'a> {
    /// Of a declaration. A default at its top belongs to the `Part`.
    pub fn binding(pattern: &'s BindingPattern<'a>) -> Pattern<'s, 'a> {
        match pattern {
            BindingPattern::BindingIdentifier(name) => Pattern::Declared(name),
            BindingPattern::ObjectPattern(it) => {
                let properties = it.properties.iter().map(|property| Property {
                    key: Key::Written(&property.key, property.computed),
                    part: Part::binding(&property.value),
                });
                let rest = it.rest.as_ref().map(|it| Pattern::binding(&it.argument));
                Pattern::Object(properties.collect(), rest.map(Box::new))
            }
            BindingPattern::ArrayPattern(it) => {
                let elements = it.elements.iter();
                let elements = elements.map(|element| element.as_ref().map(Part::binding));
                let rest = it.rest.as_ref().map(|it| Pattern::binding(&it.argument));
                Pattern::Array(elements.collect(), rest.map(Box::new))
            }
            BindingPattern::AssignmentPattern(_) => unreachable!("a default is part of something"),
        }
    }

    /// Of an assignment.
    pub fn assigned(target: &'s AssignmentTarget<'a>) -> Pattern<'s, 'a> {
        match target {
            AssignmentTarget::AssignmentTargetIdentifier(name) => Pattern::Name(name),
            AssignmentTarget::ObjectAssignmentTarget(it) => {
                let properties = it.properties.iter().map(|property| match property {
                    AssignmentTargetProperty::AssignmentTargetPropertyIdentifier(it) => Property {
                        key: Key::Shorthand(it.binding.name.as_str()),
                        part: Part {
                            target: Pattern::Name(&it.binding),
                            name: &it.binding.name,
                            default: it.init.as_ref(),
                        },
                    },
                    AssignmentTargetProperty::AssignmentTargetPropertyProperty(it) => Property {
                        key: Key::Written(&it.name, it.computed),
                        part: Part::assigned(&it.binding),
                    },
                });
                let rest = it.rest.as_ref().map(|it| Pattern::assigned(&it.target));
                Pattern::Object(properties.collect(), rest.map(Box::new))
            }
            AssignmentTarget::ArrayAssignmentTarget(it) => {
                let elements = it.elements.iter();
                let elements = elements.map(|element| element.as_ref().map(Part::assigned));
                let rest = it.rest.as_ref().map(|it| Pattern::assigned(&it.target));
                Pattern::Array(elements.collect(), rest.map(Box::new))
            }
            target => Pattern::Member(target),
        }
    }

    /// The name that a function without one gets when it is the default.
    fn name(&self) -> &'s str {
        match self {
            Pattern::Declared(name) => &name.name,
            Pattern::Name(name) => &name.name,
            _ => "",
        }
    }
}

impl<'s, 'a> Part<'s, 'a> {
    fn binding(pattern: &'s BindingPattern<'a>) -> Part<'s, 'a> {
        let (pattern, default) = match pattern {
            BindingPattern::AssignmentPattern(it) => (&it.left, Some(&it.right)),
            pattern => (pattern, None),
        };
        let target = Pattern::binding(pattern);
        Part {
            name: target.name(),
            target,
            default,
        }
    }

    fn assigned(target: &'s AssignmentTargetMaybeDefault<'a>) -> Part<'s, 'a> {
        // In parentheses a name gives none.
        let (target, default, is_bare) = match target {
            AssignmentTargetMaybeDefault::AssignmentTargetWithDefault(it) => (
                &it.binding,
                Some(&it.init),
                it.span.start == it.binding.span().start,
            ),
            target => (target.to_assignment_target(), None, true),
        };
        let target = Pattern::assigned(target);
        Part {
            name: if is_bare { target.name() } else { "" },
            target,
            default,
        }
    }

    /// Whether code for it may be made twice.
    fn is_plain(&self) -> bool {
        is_plain_target(&self.target) && self.default.is_none_or(is_plain)
    }

    /// Whether nothing can happen to the array between this element and the next.
    fn is_quiet(&self) -> bool {
        let quiet = |it: &Expression| {
            it.is_literal() || matches!(it, Expression::Identifier(_)) || it.is_function()
        };
        matches!(self.target, Pattern::Declared(_) | Pattern::Name(_))
            && self.default.is_none_or(quiet)
    }
}

impl Lowerer<'_, '_> {
    /// Gives a target its value.
    pub(super) fn bind(&mut self, target: &Pattern<'_, '_>, value: ValueId, offset: u32) {
        match target {
            Pattern::Member(target) => {
                let (place, position) = self.target_place(target);
                self.store_place(&place, value, position);
            }
            Pattern::Declared(name) => self.initialize_name(name, value, offset),
            Pattern::Name(name) => self.write_name(name, value),
            Pattern::Object(properties, rest) => {
                self.bind_properties(properties, rest.as_deref(), value, offset);
            }
            Pattern::Array(parts, rest) => {
                self.bind_elements(parts, rest.as_deref(), value, offset)
            }
        }
    }

    /// Gives a target the value of an expression. If that is an array literal, its elements are passed
    /// on one by one: nobody else sees the array.
    pub(super) fn bind_expression(&mut self, target: &Pattern<'_, '_>, value: &Expression<'_>) {
        let offset = value.span().start;
        match (target, value) {
            (Pattern::Array(parts, rest), Expression::ArrayExpression(literal))
                if is_list(literal)
                    && parts.iter().flatten().all(Part::is_plain)
                    && rest.as_deref().is_none_or(is_plain_target) =>
            {
                let elements = literal.elements.iter();
                let elements: Vec<ValueId> = elements
                    .map(|element| self.expression(element.to_expression()))
                    .collect();
                let (iterated, passed) = (self.b().block(), self.b().block());
                let after = self.b().block();
                let undefined = self.b().undefined(offset);
                let anew = self.iterates_anew(undefined, offset);
                self.b().branch(anew, iterated, passed, offset);
                self.b().start_sealed(iterated);
                let array = self.value(Op::Array(elements.clone()), offset);
                self.bind_elements(parts, rest.as_deref(), array, offset);
                self.b().jump(after, offset);
                self.b().start_sealed(passed);
                let mut rest_of = elements.iter().copied();
                for part in parts {
                    let value = rest_of.next();
                    let Some(part) = part else { continue };
                    let place = self.place_of(&part.target);
                    let value = value.unwrap_or_else(|| self.b().undefined(offset));
                    self.bind_part(part, place, value, offset);
                }
                if let Some(rest) = rest {
                    let place = self.place_of(rest);
                    let array = self.value(Op::Array(rest_of.collect()), offset);
                    self.store_in(rest, place, array, offset);
                }
                self.b().jump(after, offset);
                self.b().start_sealed(after);
            }
            _ => {
                let value = match target {
                    Pattern::Declared(name) => self.named(value, name.name.as_str().into()),
                    _ => self.expression(value),
                };
                self.bind(target, value, offset);
            }
        }
    }

    /// The parts of a reference are evaluated before the value that it gets.
    fn place_of<'r>(&mut self, target: &'r Pattern<'_, '_>) -> Option<(Place<'r>, u32)> {
        match target {
            Pattern::Member(target) => Some(self.target_place(target)),
            _ => None,
        }
    }

    fn store_in(
        &mut self,
        target: &Pattern<'_, '_>,
        place: Option<(Place<'_>, u32)>,
        value: ValueId,
        offset: u32,
    ) {
        match place {
            Some((place, position)) => self.store_place(&place, value, position),
            None => self.bind(target, value, offset),
        }
    }

    fn bind_part(
        &mut self,
        part: &Part<'_, '_>,
        place: Option<(Place<'_>, u32)>,
        value: ValueId,
        offset: u32,
    ) {
        let value = match part.default {
            Some(default) => self.or_default(value, default, part.name),
            None => value,
        };
        self.store_in(&part.target, place, value, offset);
    }

    /// A value, or a default in place of `undefined`.
    pub(super) fn or_default(
        &mut self,
        value: ValueId,
        default: &Expression<'_>,
        name: &str,
    ) -> ValueId {
        let offset = default.span().start;
        let result = self.b().temporary();
        let (missing, after) = (self.b().block(), self.b().block());
        self.b().write(result, value);
        let undefined = self.b().undefined(offset);
        let equal = Op::Binary(BinaryOperator::StrictEqual, value, undefined);
        let condition = self.value(equal, offset);
        self.b().branch(condition, missing, after, offset);
        self.b().start_sealed(missing);
        let value = self.named(default, name.into());
        self.b().write(result, value);
        self.b().jump(after, default.span().end);
        self.b().start_sealed(after);
        self.b().read(result)
    }

    fn bind_properties(
        &mut self,
        properties: &[Property<'_, '_>],
        rest: Option<&Pattern<'_, '_>>,
        value: ValueId,
        offset: u32,
    ) {
        // Where a property is read first, that throws by itself.
        let reads = properties.first().is_some_and(|it| {
            !matches!(it.key, Key::Written(_, true))
                && !matches!(it.part.target, Pattern::Member(_))
        });
        if !reads {
            self.fault_if_nullish(value, offset);
        }
        let mut taken_keys = Vec::new();
        for property in properties {
            let (key, position) = match &property.key {
                Key::Shorthand(name) => (Name::Static((*name).into()), offset),
                Key::Written(key, computed) => {
                    (self.property_key(key, *computed), key.span().start)
                }
            };
            // What is on the left may see when that happens, and for the rest it happens once.
            let key = match key {
                Name::Computed(key)
                    if rest.is_some() || matches!(property.part.target, Pattern::Member(_)) =>
                {
                    Name::Computed(self.converted_key(value, key, position))
                }
                key => key,
            };
            let place = self.place_of(&property.part.target);
            let key = match rest {
                // What is left is found out by these.
                Some(_) => {
                    let key = self.key_value(key, position);
                    taken_keys.push(key);
                    Name::Computed(key)
                }
                None => key,
            };
            let taken = self.get(value, key, position);
            self.bind_part(&property.part, place, taken, position);
        }
        if let Some(rest) = rest {
            let place = self.place_of(rest);
            let taken = self.value(Op::Array(taken_keys), offset);
            let left = self.helper("without", vec![value, taken], offset);
            self.store_in(rest, place, left, offset);
        }
    }

    fn fault_if_nullish(&mut self, value: ValueId, offset: u32) {
        let (wrong, right) = (self.b().block(), self.b().block());
        let nullish = self.value(Op::Unary(UnaryOperator::IsNullish, value), offset);
        self.b().branch(nullish, wrong, right, offset);
        self.b().start_sealed(wrong);
        self.fault(ErrorCode::PropertyOfNullish, offset);
        self.b().start_sealed(right);
    }

    fn bind_elements(
        &mut self,
        parts: &[Option<Part<'_, '_>>],
        rest: Option<&Pattern<'_, '_>>,
        value: ValueId,
        offset: u32,
    ) {
        let source = self.source_of(value, offset);
        // Where nothing can be thrown but by the iterator, nobody has to close it. A name may be in its dead zone.
        let throws = |it: &Expression| matches!(it, Expression::Identifier(_));
        let declares = |part: &Part| {
            part.is_quiet()
                && matches!(part.target, Pattern::Declared(_))
                && !part.default.is_some_and(throws)
        };
        let calm = rest.is_none() && parts.iter().flatten().all(declares);
        if calm {
            self.take_elements(source, parts, rest, offset);
        } else {
            self.closing(source, offset, |this| {
                this.take_elements(source, parts, rest, offset);
            });
        }
        if rest.is_none() {
            self.unless_array(source, "close", offset);
        }
    }

    fn take_elements(
        &mut self,
        first: ValueId,
        parts: &[Option<Part<'_, '_>>],
        rest: Option<&Pattern<'_, '_>>,
        offset: u32,
    ) {
        // What there is to take from: the source, or, once its end was seen, something that stays empty.
        let source = self.b().temporary();
        self.b().write(source, first);
        let quiet = parts.iter().flatten().all(Part::is_quiet);
        for (index, part) in parts.iter().enumerate() {
            let last = index + 1 == parts.len() && rest.is_none();
            let place = part.as_ref().and_then(|part| self.place_of(&part.target));
            let list = self.b().read(source);
            if part.is_none() && (quiet || last) {
                self.unless_array(list, "skip", offset);
                continue;
            }
            let taken = self.b().temporary();
            let (there, end) = (self.b().block(), self.b().block());
            let after = self.b().block();
            let at = self.index(index, offset);
            let helper = if part.is_some() { "step" } else { "skip" };
            self.take(helper, list, at, taken, (there, end), offset);
            self.b().start_sealed(there);
            self.b().jump(after, offset);
            self.b().start_sealed(end);
            if !(quiet || last) {
                let nothing = self.value(Op::Array(Vec::new()), offset);
                self.b().write(source, nothing);
            }
            let undefined = self.b().undefined(offset);
            self.b().write(taken, undefined);
            self.b().jump(after, offset);
            self.b().start_sealed(after);
            if let Some(part) = part {
                let value = self.b().read(taken);
                self.bind_part(part, place, value, offset);
            }
        }
        if let Some(rest) = rest {
            let place = self.place_of(rest);
            let list = self.b().read(source);
            let first = self.index(parts.len(), offset);
            let value = self.helper("rest", vec![list, first], offset);
            self.store_in(rest, place, value, offset);
        }
    }

    pub(super) fn index(&mut self, index: usize, offset: u32) -> ValueId {
        let index = Constant::Number(index as f64);
        self.b().constant(index, offset)
    }
}

/// Whether code for a target may be made twice: there is no function in it.
fn is_plain_target(target: &Pattern<'_, '_>) -> bool {
    match target {
        Pattern::Declared(_) | Pattern::Name(_) => true,
        Pattern::Member(target) => match target {
            AssignmentTarget::ComputedMemberExpression(it) => {
                is_plain(&it.object) && is_plain(&it.expression)
            }
            AssignmentTarget::StaticMemberExpression(it) => is_plain(&it.object),
            AssignmentTarget::PrivateFieldExpression(it) => is_plain(&it.object),
            _ => false,
        },
        Pattern::Object(..) | Pattern::Array(..) => false,
    }
}

/// The same of an expression.
fn is_plain(expression: &Expression<'_>) -> bool {
    match expression {
        Expression::Identifier(_) | Expression::ThisExpression(_) => true,
        Expression::BinaryExpression(it) => is_plain(&it.left) && is_plain(&it.right),
        Expression::UnaryExpression(it) => is_plain(&it.argument),
        Expression::UpdateExpression(_) => true,
        Expression::StaticMemberExpression(it) => is_plain(&it.object),
        Expression::ComputedMemberExpression(it) => {
            is_plain(&it.object) && is_plain(&it.expression)
        }
        it => it.is_literal(),
    }
}

/// Whether an array literal has neither holes nor spread elements.
fn is_list(literal: &ArrayExpression<'_>) -> bool {
    let mut elements = literal.elements.iter();
    elements.all(|element| element.is_expression())
}
