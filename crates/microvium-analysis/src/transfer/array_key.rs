//! Keys of arrays: which of them may be properties that are no elements, so that the library assigns them.

use super::Transfer;
use crate::keys::Keys;
use crate::set::{NUMBER, STRING, Set};
use crate::thing::Thing;
use microvium_format::{Builtin, LONGEST_ARRAY};
use microvium_ir::{BinaryOperator, Constant, FunctionId, Op, Text, ValueId};

impl Transfer<'_> {
    /// Properties of arrays may be assigned that the engine leaves to the library.
    pub(super) fn assign_arrays(
        &mut self,
        object: &Set,
        keys: &[Keys],
        key: &Set,
        new: &Set,
        is_name: bool,
    ) {
        let converts = (self.at).is_some_and(|(_, it)| self.is_builtin(it, Builtin::Access));
        let assigned = (self.flow).assigned_by_library(object, keys, is_name, converts);
        if !assigned.things.is_empty() {
            let arguments = [Set::primitives(NUMBER), assigned, key.clone(), new.clone()];
            self.call_builtin(Builtin::AssignArray, None, &arguments);
        } else if keys.contains(&Keys::Any) && object.things.iter().any(|it| self.flow.is_array(it))
        {
            self.flow.facts.unsure_keys.extend(self.at);
        }
    }

    /// Whether a computed key may be that of a property of an array which is no element: a constant that is none, or a text
    /// or a symbol of the program's. What the host passes is taken for an index: see `Facts::unsure_keys`.
    pub(super) fn is_name(&mut self, function: FunctionId, key: ValueId) -> bool {
        match self.definition(function, key) {
            Some(Op::Constant(Constant::Number(number))) => !is_index(*number),
            Some(Op::Constant(Constant::String(text))) => is_name(text),
            Some(Op::Constant(_)) => true,
            _ => self.is_text(function, key),
        }
    }

    /// Whether a value may be a text or an object of the program's. What is added to something of the host's is no more than
    /// that.
    fn is_text(&mut self, function: FunctionId, value: ValueId) -> bool {
        match self.definition(function, value) {
            Some(Op::Binary(BinaryOperator::Add, left, right)) => {
                self.is_text(function, *left) || self.is_text(function, *right)
            }
            _ => {
                let set = self.get(function, value);
                let is_foreign = set.things.contains(Thing::FOREIGN);
                !is_foreign && (set.has(STRING) || !set.things.is_empty())
            }
        }
    }
}

/// The same of a text: whether it is neither an index nor the length.
pub(super) fn is_name(text: &Text) -> bool {
    let text = text.to_display();
    let number = text.parse::<f64>();
    let is_own = |it: f64| is_index(it) && it.to_string() == text;
    text != "length" && (text == "-0" || !number.is_ok_and(is_own))
}

/// Whether a number is the index of an element that a mere array may have.
fn is_index(number: f64) -> bool {
    (0.0..LONGEST_ARRAY as f64).contains(&number) && number.fract() == 0.0
}
