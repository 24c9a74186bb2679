//! The dead zone of a variable: the time from when its scope is entered until its declaration is evaluated. Reading it there
//! throws (ECMAScript 9.1.1.1.6), so code that may run there checks.
//!
//! What stands behind a declaration, in its scope, runs behind it: nothing but `switch` jumps over one. So does a function that
//! is created there; one that is declared is created when its scope is entered, but runs behind what first refers to it.

use super::class::has_static;
use super::{Function, FunctionIndex, VariableIndex};
use oxc_ast::ast::*;
use oxc_span::GetSpan;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Where a dead zone ends: places in the source.
#[derive(Clone, Copy, Debug)]
struct End {
    /// For the code of the function that declares the variable.
    code: u32,
    /// For functions in it: those that are created from there on run behind it.
    functions: u32,
}

/// Something refers to a variable.
struct Reference {
    variable: VariableIndex,
    function: FunctionIndex,
    place: u32,
}

/// What is needed to tell which variables are used in their dead zones.
#[derive(Default)]
pub(super) struct DeadZones {
    ends: HashMap<VariableIndex, End>,
    references: Vec<Reference>,
    /// The functions that are declared, with the variables of their names; none if other modules may call them at any time.
    declared: BTreeMap<FunctionIndex, Option<VariableIndex>>,
}

impl DeadZones {
    /// A declaration gives the names of a pattern their first values; it is over at a place.
    pub fn declare(
        &mut self,
        pattern: &BindingPattern<'_>,
        value: Option<&Expression<'_>>,
        end: u32,
    ) {
        // To take a value apart may run its getters.
        let is_name = pattern.get_binding_identifier().is_some();
        let inert = is_name && value.is_some_and(is_inert);
        let functions = if inert { pattern.span().end } else { end };
        for name in pattern.get_binding_identifiers() {
            let end = End {
                code: end,
                functions,
            };
            self.ends.insert(name.symbol_id().index() as u32, end);
        }
    }

    /// A class is declared.
    pub fn declare_class(&mut self, it: &Class<'_>) {
        let Some(id) = it.id.as_ref().filter(|_| it.is_declaration()) else {
            return;
        };
        let heritage = it.heritage.as_ref().map(|it| &it.expression);
        let inert = heritage.is_none_or(is_inert)
            && !has_static(&it.body)
            && !it.body.body.iter().any(ClassElement::computed);
        let code = it.span.end;
        let functions = if inert { it.span.start } else { code };
        let end = End { code, functions };
        self.ends.insert(id.symbol_id().index() as u32, end);
    }

    /// A function is declared; `variable` is its name, unless other modules may call it.
    pub fn declare_function(&mut self, function: FunctionIndex, variable: Option<VariableIndex>) {
        self.declared.insert(function, variable);
    }

    /// Code of a function refers to a variable.
    pub fn refer(&mut self, variable: VariableIndex, function: FunctionIndex, place: u32) {
        self.references.push(Reference {
            variable,
            function,
            place,
        });
    }

    /// Not every declaration of these variables may be evaluated.
    pub fn forget(&mut self, variables: &[VariableIndex]) {
        for variable in variables {
            self.ends.remove(variable);
        }
    }

    /// The variables that nothing refers to in their dead zones. `owner` tells which function declares a variable.
    pub fn unneeded(
        self,
        functions: &[Function],
        owner: impl Fn(VariableIndex) -> FunctionIndex,
    ) -> Vec<VariableIndex> {
        let births = self.births(functions);
        let mut ends = self.ends;
        for it in &self.references {
            let Some(end) = ends.get(&it.variable) else {
                continue;
            };
            let owner = owner(it.variable);
            let end = match it.function == owner {
                true => end.code,
                false => end.functions,
            };
            let declared = outermost_declared(it.function, owner, functions, &self.declared);
            let place = declared.and_then(|it| births.get(&it)).unwrap_or(&it.place);
            if *place < end {
                ends.remove(&it.variable);
            }
        }
        ends.into_keys().collect()
    }

    /// For each function that is declared, the place in the one around from which on it may run: where something refers to it
    /// first, or runs that does.
    fn births(&self, functions: &[Function]) -> BTreeMap<FunctionIndex, u32> {
        let mut names = HashMap::new();
        let mut births = BTreeMap::new();
        for (&function, variable) in &self.declared {
            births.insert(function, if variable.is_some() { u32::MAX } else { 0 });
            names.extend(variable.map(|it| (it, function)));
        }
        let mut followers: BTreeMap<FunctionIndex, Vec<FunctionIndex>> = BTreeMap::new();
        for it in &self.references {
            if let Some(&function) = names.get(&it.variable)
                && let Some(parent) = functions[function].parent
                && let Some(birth) = births.get_mut(&function)
            {
                match outermost_declared(it.function, parent, functions, &self.declared) {
                    Some(around) => followers.entry(around).or_default().push(function),
                    None => *birth = it.place.min(*birth),
                }
            }
        }
        // The first ones first, so that each is looked at once.
        let mut order = Vec::from_iter(births.iter().map(|(&function, &birth)| (birth, function)));
        order.sort_unstable();
        let mut seen = BTreeSet::new();
        for (birth, function) in order {
            let mut open = vec![function];
            while let Some(function) = open.pop() {
                if seen.insert(function) {
                    births.insert(function, birth);
                    open.extend(followers.get(&function).into_iter().flatten());
                }
            }
        }
        births
    }
}

/// The outermost function that is declared, of those around a piece of code which are in `owner`: the code runs behind what
/// first refers to it.
fn outermost_declared(
    function: FunctionIndex,
    owner: FunctionIndex,
    functions: &[Function],
    declared: &BTreeMap<FunctionIndex, Option<VariableIndex>>,
) -> Option<FunctionIndex> {
    let around = std::iter::successors(Some(function), |it| functions[*it].parent);
    let inner = around.take_while(|it| *it != owner);
    inner.filter(|it| declared.contains_key(it)).last()
}

/// Whether evaluating an expression runs no function that is made in it: nothing has got hold of one yet.
fn is_inert(it: &Expression<'_>) -> bool {
    match it {
        Expression::ArrowFunctionExpression(_)
        | Expression::FunctionExpression(_)
        | Expression::NumericLiteral(_)
        | Expression::StringLiteral(_)
        | Expression::BooleanLiteral(_)
        | Expression::NullLiteral(_)
        | Expression::Identifier(_) => true,
        Expression::ParenthesizedExpression(it) => is_inert(&it.expression),
        Expression::ObjectExpression(it) => it.properties.iter().all(|it| match it {
            ObjectPropertyKind::ObjectProperty(it) => !it.computed && is_inert(&it.value),
            ObjectPropertyKind::SpreadProperty(_) => false,
        }),
        Expression::ArrayExpression(it) => it.elements.iter().all(|it| match it {
            ArrayExpressionElement::Elision(_) => true,
            it => it.as_expression().is_some_and(is_inert),
        }),
        _ => false,
    }
}
