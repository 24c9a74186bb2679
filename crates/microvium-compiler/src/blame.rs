//! What a fault is about, in the words of the source: `sensor.read is not a function`. The engine knows no names; where
//! the code that failed stands is enough to find them.

pub mod library;

use crate::lower::call_offset;
use crate::parse;
use microvium_format::ErrorCode;
use microvium_ir::SourceFile;
use oxc_ast::ast::*;
use oxc_ast_visit::{Visit, walk};
use oxc_span::{GetSpan, Span};
use oxc_syntax::operator::{AssignmentOperator, BinaryOperator, UnaryOperator};

/// The longest expression that is cited as it is written, in bytes.
const CITED: usize = 40;

/// What is cited in place of a longer one.
const LONG: &str = "(intermediate value)";

/// The message of a fault that an instruction at a place of a source threw. None if what stands there doesn't tell.
pub fn blame(file: &SourceFile, offset: u32, code: ErrorCode) -> Option<String> {
    parse::search(file, |program| {
        let mut search = Search::new(&file.text, offset, code);
        search.visit_program(program);
        let Search { mut found, .. } = search;
        found.dedup();
        match &found[..] {
            [_] => found.pop(),
            // Whoever says the wrong thing had better say nothing.
            _ => None,
        }
    })
}

struct Search<'t> {
    text: &'t str,
    offset: u32,
    code: ErrorCode,
    found: Vec<String>,
    /// Whether the next member access is assigned to, and not read before.
    assigned: bool,
    /// What the next pattern takes apart.
    source: Option<String>,
}

impl<'t> Search<'t> {
    fn new(text: &'t str, offset: u32, code: ErrorCode) -> Search<'t> {
        Search {
            text,
            offset,
            code,
            found: Vec::new(),
            assigned: false,
            source: None,
        }
    }
}

impl Search<'_> {
    fn is(&self, code: ErrorCode, offset: u32) -> bool {
        self.code == code && self.offset == offset
    }

    /// An expression, as short as one recognizes it.
    fn cite(&self, it: &Expression<'_>) -> String {
        match it {
            Expression::CallExpression(it) => self.call(it),
            Expression::ChainExpression(it) => match &it.expression {
                ChainElement::CallExpression(it) => self.call(it),
                chain => match chain.as_member_expression() {
                    Some(member) => self.member(member),
                    None => self.written(it.span),
                },
            },
            it => match it.as_member_expression() {
                Some(member) => self.member(member),
                None if is_simple(it) => self.written(it.span()),
                None => match self.written(it.span()) {
                    text if text == LONG => text,
                    text => format!("({text})"),
                },
            },
        }
    }

    fn call(&self, it: &CallExpression<'_>) -> String {
        let mark = if it.optional { "?." } else { "" };
        let arguments = if it.arguments.is_empty() { "" } else { "..." };
        format!("{}{mark}({arguments})", self.cite(&it.callee))
    }

    fn member(&self, it: &MemberExpression<'_>) -> String {
        let object = self.cite(it.object());
        let dot = if it.optional() { "?." } else { "." };
        match it {
            MemberExpression::StaticMemberExpression(it) => {
                format!("{object}{dot}{}", it.property.name)
            }
            MemberExpression::PrivateFieldExpression(it) => {
                format!("{object}{dot}#{}", it.field.name)
            }
            MemberExpression::ComputedMemberExpression(it) => {
                let mark = if it.optional { "?." } else { "" };
                format!("{object}{mark}[{}]", self.cite(&it.expression))
            }
        }
    }

    /// The source itself, unless it is long.
    fn written(&self, span: Span) -> String {
        let text = self.text.get(span.start as usize..span.end as usize);
        match text {
            Some(text) if text.len() <= CITED && !text.contains('\n') => text.to_owned(),
            _ => LONG.to_owned(),
        }
    }

    fn access(&mut self, object: &Expression<'_>, key: &str, offset: u32) {
        let assigned = std::mem::take(&mut self.assigned);
        if matches!(object, Expression::Super(_)) || self.offset != offset {
            return;
        }
        let object = self.cite(object);
        let message = match (self.code, assigned) {
            (ErrorCode::PropertyOfNullish, false) => {
                format!("Cannot read properties of undefined or null (reading {key} of {object})")
            }
            (ErrorCode::PropertyOfNullish, true) => {
                format!("Cannot set properties of undefined or null (setting {key} of {object})")
            }
            (ErrorCode::ReadonlyProperty | ErrorCode::AttemptToWriteToRom, true) => {
                format!(
                    "Cannot assign to property {key} of {object}: it is read-only, or can't be added"
                )
            }
            (ErrorCode::NotImplemented, _) if key.starts_with('[') => {
                format!(
                    "Cannot assign to property {key} of {object}: the key is no index, and nothing else in the image gives \
                     arrays such properties"
                )
            }
            _ => return,
        };
        self.found.push(message);
    }

    /// What a pattern takes apart, unless it isn't known.
    fn taken_apart(&mut self, property: Option<&str>, source: Option<&str>) {
        let subject = match (property, source) {
            (Some(key), Some(source)) => format!("property '{key}' of {source} as it"),
            (Some(key), None) => format!("property '{key}' of what"),
            (None, Some(source)) => format!("{source} as it"),
            (None, None) => return,
        };
        let message = format!("Cannot destructure {subject} is undefined or null");
        self.found.push(message);
    }

    /// The first property of a pattern, which is read first.
    fn first_property(&mut self, key: Span) {
        let source = self.source.take();
        if self.is(ErrorCode::PropertyOfNullish, key.start) {
            let key = self.written(key);
            self.taken_apart(Some(&key), source.as_deref());
        }
    }

    /// What gets the value of an expression.
    fn assigned_from(&mut self, value: &Expression<'_>, array: bool, object: bool) {
        if array {
            self.iterated(value);
        }
        if object {
            let source = self.cite(value);
            if self.is(ErrorCode::PropertyOfNullish, value.span().start) {
                self.taken_apart(None, Some(&source));
            }
            self.source = Some(source);
        }
    }

    fn iterated(&mut self, it: &Expression<'_>) {
        if self.is(ErrorCode::NotIterable, it.span().start) {
            let source = self.cite(it);
            self.found.push(format!("{source} is not iterable"));
        }
    }

    fn called(&mut self, callee: &Expression<'_>, offset: u32) {
        if self.offset != offset {
            return;
        }
        let callee = self.cite(callee);
        let message = match self.code {
            ErrorCode::TypeErrorTargetIsNotCallable => format!("{callee} is not a function"),
            ErrorCode::DetachedEphemeral => format!("{callee} exists only before the snapshot"),
            ErrorCode::ClassWithoutNew => {
                format!("Class constructor {callee} cannot be invoked without 'new'")
            }
            // A function of the engine, as `push`.
            ErrorCode::ReadonlyProperty | ErrorCode::AttemptToWriteToRom => {
                format!("{callee}: a property is read-only, or can't be added")
            }
            _ => return,
        };
        self.found.push(message);
    }

    fn named(&mut self, name: &str, offset: u32) {
        if self.offset != offset {
            return;
        }
        let message = match self.code {
            ErrorCode::UninitializedGlobal => format!("{name} is not defined"),
            ErrorCode::TdzError => format!("Cannot access '{name}' before initialization"),
            ErrorCode::ConstAssignment => format!("Assignment to constant variable '{name}'"),
            _ => return,
        };
        self.found.push(message);
    }

    fn assigned_to(&mut self, target: &SimpleAssignmentTarget<'_>) {
        self.assigned = target.as_member_expression().is_some();
    }
}

/// Whether a pattern takes an array apart, and none of its elements: those have no place of their own.
fn is_flat(pattern: &BindingPattern<'_>) -> bool {
    let is_plain = |it: &BindingPattern<'_>| match it {
        BindingPattern::AssignmentPattern(it) => !it.left.is_destructuring_pattern(),
        it => !it.is_destructuring_pattern(),
    };
    match pattern {
        BindingPattern::ArrayPattern(it) => it.elements.iter().flatten().all(is_plain),
        _ => false,
    }
}

fn is_flat_target(target: &AssignmentTarget<'_>) -> bool {
    let is_plain = |it: &AssignmentTargetMaybeDefault<'_>| match it {
        AssignmentTargetMaybeDefault::AssignmentTargetWithDefault(it) => {
            it.binding.is_simple_assignment_target()
        }
        it => it.to_assignment_target().is_simple_assignment_target(),
    };
    match target {
        AssignmentTarget::ArrayAssignmentTarget(it) => it.elements.iter().flatten().all(is_plain),
        _ => false,
    }
}

impl<'a> Visit<'a> for Search<'_> {
    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        self.called(&it.callee, call_offset(&it.callee));
        walk::walk_call_expression(self, it);
    }

    fn visit_tagged_template_expression(&mut self, it: &TaggedTemplateExpression<'a>) {
        self.called(&it.tag, call_offset(&it.tag));
        walk::walk_tagged_template_expression(self, it);
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        if self.is(ErrorCode::UsingNewOnNonClass, it.span.start) {
            let callee = self.cite(&it.callee);
            self.found.push(format!("{callee} is not a constructor"));
        }
        walk::walk_new_expression(self, it);
    }

    fn visit_static_member_expression(&mut self, it: &StaticMemberExpression<'a>) {
        let offset = it.property.span.start;
        self.access(&it.object, &format!("'{}'", it.property.name), offset);
        // A variable of a namespace.
        if self.is(ErrorCode::TdzError, offset) {
            self.named(&it.property.name, offset);
        }
        walk::walk_static_member_expression(self, it);
    }

    fn visit_computed_member_expression(&mut self, it: &ComputedMemberExpression<'a>) {
        let key = match &it.expression {
            Expression::StringLiteral(key) => format!("'{}'", key.value),
            key => format!("[{}]", self.cite(key)),
        };
        self.access(&it.object, &key, it.expression.span().start);
        walk::walk_computed_member_expression(self, it);
    }

    fn visit_private_field_expression(&mut self, it: &PrivateFieldExpression<'a>) {
        let assigned = std::mem::take(&mut self.assigned);
        if self.is(ErrorCode::TypeError, it.field.span.start) {
            let does = if assigned { "write" } else { "read" };
            let object = self.cite(&it.object);
            let name = &it.field.name;
            let message = format!("Cannot {does} private member #{name} of {object}");
            self.found.push(message);
        }
        walk::walk_private_field_expression(self, it);
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        self.named(&it.name, it.span.start);
    }

    fn visit_this_expression(&mut self, it: &ThisExpression) {
        if self.is(ErrorCode::TdzError, it.span.start) {
            let message = "Must call super constructor in derived class before accessing 'this'";
            self.found.push(message.to_owned());
        }
    }

    fn visit_assignment_expression(&mut self, it: &AssignmentExpression<'a>) {
        match it.left.as_simple_assignment_target() {
            Some(target) if it.operator == AssignmentOperator::Assign => self.assigned_to(target),
            Some(_) => {}
            None => self.assigned_from(
                &it.right,
                is_flat_target(&it.left),
                matches!(it.left, AssignmentTarget::ObjectAssignmentTarget(_)),
            ),
        }
        self.visit_assignment_target(&it.left);
        self.assigned = false;
        self.source = None;
        self.visit_expression(&it.right);
    }

    fn visit_assignment_target_maybe_default(&mut self, it: &AssignmentTargetMaybeDefault<'a>) {
        match it {
            AssignmentTargetMaybeDefault::AssignmentTargetWithDefault(it) => {
                if let Some(target) = it.binding.as_simple_assignment_target() {
                    self.assigned_to(target);
                }
            }
            it => {
                let target = it.to_assignment_target();
                if let Some(target) = target.as_simple_assignment_target() {
                    self.assigned_to(target);
                }
            }
        }
        walk::walk_assignment_target_maybe_default(self, it);
        self.assigned = false;
    }

    fn visit_object_assignment_target(&mut self, it: &ObjectAssignmentTarget<'a>) {
        if let Some(AssignmentTargetProperty::AssignmentTargetPropertyProperty(first)) =
            it.properties.first()
        {
            self.first_property(first.name.span());
        }
        walk::walk_object_assignment_target(self, it);
    }

    fn visit_object_pattern(&mut self, it: &ObjectPattern<'a>) {
        if let Some(first) = it.properties.first() {
            self.first_property(first.key.span());
        }
        walk::walk_object_pattern(self, it);
    }

    fn visit_assignment_target_rest(&mut self, it: &AssignmentTargetRest<'a>) {
        if let Some(target) = it.target.as_simple_assignment_target() {
            self.assigned_to(target);
        }
        walk::walk_assignment_target_rest(self, it);
        self.assigned = false;
    }

    fn visit_for_statement_left(&mut self, it: &ForStatementLeft<'a>) {
        let target = it.as_assignment_target();
        if let Some(target) = target.and_then(|it| it.as_simple_assignment_target()) {
            self.assigned_to(target);
        }
        walk::walk_for_statement_left(self, it);
        self.assigned = false;
    }

    fn visit_variable_declarator(&mut self, it: &VariableDeclarator<'a>) {
        if let Some(value) = &it.init {
            self.assigned_from(
                value,
                is_flat(&it.id),
                matches!(it.id, BindingPattern::ObjectPattern(_)),
            );
        }
        self.visit_binding_pattern(&it.id);
        self.source = None;
        if let Some(value) = &it.init {
            self.visit_expression(value);
        }
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.iterated(&it.right);
        walk::walk_for_of_statement(self, it);
    }

    fn visit_spread_element(&mut self, it: &SpreadElement<'a>) {
        self.iterated(&it.argument);
        walk::walk_spread_element(self, it);
    }

    fn visit_unary_expression(&mut self, it: &UnaryExpression<'a>) {
        if it.operator == UnaryOperator::Delete
            && self.offset == it.span.start
            && let ErrorCode::ReadonlyProperty | ErrorCode::AttemptToWriteToRom = self.code
            && let Some(member) = it.argument.as_member_expression()
        {
            let member = self.member(member);
            self.found.push(format!("Cannot delete {member}"));
        }
        walk::walk_unary_expression(self, it);
    }

    fn visit_private_in_expression(&mut self, it: &PrivateInExpression<'a>) {
        if self.is(ErrorCode::TypeError, it.span.start) {
            let right = self.cite(&it.right);
            let message = format!("Cannot use 'in' on {right}, which is no object");
            self.found.push(message);
        }
        walk::walk_private_in_expression(self, it);
    }

    fn visit_binary_expression(&mut self, it: &BinaryExpression<'a>) {
        if self.is(ErrorCode::TypeError, it.span.start) {
            let right = self.cite(&it.right);
            self.found.push(match it.operator {
                BinaryOperator::In => format!("Cannot use 'in' on {right}, which is no object"),
                BinaryOperator::Instanceof => {
                    format!("The right-hand side of 'instanceof', {right}, is not a function with a prototype")
                }
                operator => format!("'{}' doesn't work on these operands", operator.as_str()),
            });
        }
        walk::walk_binary_expression(self, it);
    }
}

/// Whether an expression needs no parentheses.
fn is_simple(it: &Expression<'_>) -> bool {
    it.is_literal()
        || matches!(
            it,
            Expression::Identifier(_)
                | Expression::ThisExpression(_)
                | Expression::ArrayExpression(_)
                | Expression::ObjectExpression(_)
                | Expression::TemplateLiteral(_)
        )
}
