//! Literals: strings, templates, objects; and property keys.

use super::Lowerer;
use super::accessor::Accessor;
use super::function::Naming;
use crate::variables::Home;
use microvium_ir::{BinaryOperator, Constant, FunctionKind, Op, Text, UnaryOperator, ValueId};
use oxc_ast::ast::{
    Expression, ObjectExpression, ObjectProperty, ObjectPropertyKind, PropertyKey, PropertyKind,
    TemplateLiteral,
};
use oxc_span::GetSpan;

/// A property key.
pub(super) enum Name {
    /// A string that is no array index.
    Static(Text),
    /// Anything else.
    Computed(ValueId),
}

impl Name {
    /// The text that a function without a name gets as its name when it is the value of this property, if that
    /// is known.
    pub fn to_display(&self) -> Option<String> {
        match self {
            Name::Static(text) => Some(text.to_display()),
            Name::Computed(_) => None,
        }
    }
}

impl Lowerer<'_, '_> {
    /// The key of a property in a literal or class.
    pub(super) fn property_key(&mut self, key: &PropertyKey<'_>, computed: bool) -> Name {
        match key {
            PropertyKey::StaticIdentifier(name) => Name::Static(Text::from(&*name.name)),
            PropertyKey::PrivateIdentifier(_) => unreachable!("refused before lowering"),
            key => {
                let key = key.to_expression();
                match (key, computed) {
                    // The only numbers written without brackets; their keys are canonical strings.
                    (Expression::NumericLiteral(number), false) => {
                        let number = Constant::Number(number.value);
                        Name::Computed(self.b().constant(number, key.span().start))
                    }
                    _ => self.key(key),
                }
            }
        }
    }

    /// The key of `object[key]`.
    pub(super) fn key(&mut self, key: &Expression<'_>) -> Name {
        if let Expression::StringLiteral(string) = key {
            let text = text(&string.value, string.lone_surrogates);
            match array_index(&text) {
                Some(index) => {
                    let index = Constant::Number(f64::from(index));
                    Name::Computed(self.b().constant(index, key.span().start))
                }
                None => Name::Static(text),
            }
        } else {
            Name::Computed(self.expression(key))
        }
    }

    /// A key as a value.
    pub(super) fn key_value(&mut self, key: Name, offset: u32) -> ValueId {
        match key {
            Name::Static(text) => self.b().constant(Constant::String(text), offset),
            Name::Computed(value) => value,
        }
    }

    /// The same as a primitive, for what doesn't convert objects.
    pub(super) fn primitive_key(&mut self, key: Name, offset: u32) -> ValueId {
        match key {
            Name::Computed(value) if !self.b().is_constant(value) => {
                self.helper("toKey", vec![value], offset)
            }
            key => self.key_value(key, offset),
        }
    }

    pub(super) fn object_literal(&mut self, it: &ObjectExpression<'_>) -> ValueId {
        let offset = it.span.start;
        let scope = self.variables.literal(offset);
        if let Some(scope) = scope {
            self.enter_scope(scope, offset);
        }
        let home = scope.map(Home::Object);
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        let mut properties = it.properties.iter().peekable();
        // The leading properties with plain keys make the object; the others are defined on it.
        while let Some(ObjectPropertyKind::ObjectProperty(property)) = properties.peek() {
            match static_key(property) {
                Some(key) if !keys.contains(&key) => {
                    let name = key.to_display();
                    values.push(self.property_value(property, name.as_str().into(), home));
                    keys.push(key);
                }
                _ => break,
            }
            properties.next();
        }
        let object = self.value(Op::Object(keys, values), offset);
        if let Some(variable) = scope.and_then(|scope| self.variables.home(scope)) {
            self.initialize(variable, object, offset);
        }
        for property in properties {
            let offset = property.span().start;
            let property = match property {
                ObjectPropertyKind::SpreadProperty(it) => {
                    let source = self.expression(&it.argument);
                    self.helper("copy", vec![object, source], offset);
                    continue;
                }
                ObjectPropertyKind::ObjectProperty(it) => it,
            };
            if is_prototype(property) {
                let prototype = self.expression(&property.value);
                self.helper("inherit", vec![object, prototype], offset);
                continue;
            }
            let key = self.property_key(&property.key, property.computed);
            if let (Some(which), Expression::FunctionExpression(function)) =
                (Accessor::of_property(property.kind), &property.value)
            {
                self.accessor(which, object, key, function, home);
                continue;
            }
            let name = key.to_display();
            let mut key = self.key_value(key, offset);
            if sees_conversion(&property.value) {
                key = self.converted_key(object, key, offset);
            }
            let name = Naming::of_property(&name, &mut key);
            let value = self.property_value(property, name, home);
            let define = Op::Define {
                object,
                key,
                value,
                enumerable: true,
            };
            self.effect(define, offset);
        }
        object
    }

    fn property_value(
        &mut self,
        property: &ObjectProperty<'_>,
        name: Naming<'_>,
        home: Option<Home>,
    ) -> ValueId {
        match &property.value {
            Expression::FunctionExpression(function) if property.method => {
                self.method.home = home;
                self.function(function, name, FunctionKind::Method)
            }
            value => self.named(value, name),
        }
    }

    pub(super) fn template(&mut self, it: &TemplateLiteral<'_>) -> ValueId {
        let mut result = None;
        for (index, quasi) in it.quasis.iter().enumerate() {
            let cooked = quasi
                .value
                .cooked
                .as_ref()
                .map_or("", |cooked| cooked.as_str());
            // The first text stays even if empty when nothing else makes a string.
            if !cooked.is_empty() || it.expressions.is_empty() {
                let text = Constant::String(text(cooked, quasi.lone_surrogates));
                let text = self.b().constant(text, quasi.span.start);
                result = Some(self.append(result, text, quasi.span.start));
            }
            if let Some(expression) = it.expressions.get(index) {
                let offset = expression.span().start;
                let value = self.expression(expression);
                let string = self.value(Op::Unary(UnaryOperator::ToString, value), offset);
                result = Some(self.append(result, string, offset));
            }
        }
        match result {
            Some(result) => result,
            None => unreachable!("a template has a text or an expression"),
        }
    }

    fn append(&mut self, before: Option<ValueId>, string: ValueId, offset: u32) -> ValueId {
        match before {
            Some(before) => self.value(Op::Binary(BinaryOperator::Add, before, string), offset),
            None => string,
        }
    }
}

/// Whether a property's value could tell that its key is converted behind it.
fn sees_conversion(value: &Expression<'_>) -> bool {
    !value.is_literal() && !value.is_function()
}

/// Whether a property is `__proto__: value`, which sets the prototype.
fn is_prototype(property: &ObjectProperty<'_>) -> bool {
    property.kind == PropertyKind::Init
        && !property.computed
        && !property.shorthand
        && !property.method
        && property.key.is_specific_static_name("__proto__")
}

/// The key of a property, if it is known and no array index.
fn static_key(property: &ObjectProperty<'_>) -> Option<Text> {
    if is_prototype(property) || property.kind != PropertyKind::Init {
        return None;
    }
    match &property.key {
        PropertyKey::StaticIdentifier(name) => Some(Text::from(&*name.name)),
        PropertyKey::StringLiteral(string) => {
            let text = text(&string.value, string.lone_surrogates);
            array_index(&text).is_none().then_some(text)
        }
        _ => None,
    }
}

/// The array index that a string is the canonical form of.
fn array_index(text: &Text) -> Option<u32> {
    let text = std::str::from_utf8(text.as_bytes()).ok()?;
    let index: u32 = text.parse().ok()?;
    (index != u32::MAX && index.to_string() == text).then_some(index)
}

/// A string of the source. Lone surrogates stand in it as U+FFFD and four hexadecimal digits, and so
/// does U+FFFD itself.
pub(super) fn text(value: &str, lone_surrogates: bool) -> Text {
    if !lone_surrogates {
        return Text::from(value);
    }
    let mut units = Vec::new();
    let mut rest = value.chars();
    while let Some(character) = rest.next() {
        let escaped = rest.as_str().get(..4);
        let unit = escaped.and_then(|digits| u16::from_str_radix(digits, 16).ok());
        match (character, unit) {
            (char::REPLACEMENT_CHARACTER, Some(unit)) => {
                units.push(unit);
                rest = rest.as_str()[4..].chars();
            }
            _ => units.extend_from_slice(character.encode_utf16(&mut [0; 2])),
        }
    }
    Text::from_utf16(units)
}
