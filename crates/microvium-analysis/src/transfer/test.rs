//! What tests of values answer: which branches may be taken, and which never are.

use super::Transfer;
use crate::flow::Flow;
use crate::place::Place;
use crate::set::{BOOLEAN, NULL, NULLISH, Set, UNDEFINED};
use crate::thing::{Origin, Thing};
use microvium_format::{Builtin, ValueType};
use microvium_ir::{
    BinaryOperator, Constant, FunctionId, Node, Op, Text, Types, UnaryOperator, ValueId,
};

impl<'a> Transfer<'a> {
    /// Whether a condition may hold, and whether it may not. Only what may run counts: where a value is always an array,
    /// nothing of what is done with others.
    pub(super) fn outcomes(&mut self, function: FunctionId, condition: ValueId) -> (bool, bool) {
        match self.definition(function, condition) {
            // A variable that nothing was assigned to.
            Some(Op::GetVariable(_)) => {
                let set = self.get(function, condition);
                let is_nothing = set.has(NULLISH) && set.primitives & !NULLISH == 0;
                (!is_nothing || !set.things.is_empty(), true)
            }
            Some(Op::Unary(UnaryOperator::ConstructsBound, _)) => {
                self.flow.get(Place::ConstructsBound);
                (self.flow.facts.constructs_bound, true)
            }
            Some(Op::Unary(UnaryOperator::AsksSpecies, _)) => {
                self.flow.get(Place::AsksSpecies);
                (self.flow.facts.asks_species, true)
            }
            Some(Op::Unary(UnaryOperator::MayDecide, _)) => {
                self.flow.get(Place::HasInstance);
                (self.flow.facts.has_instance, true)
            }
            Some(Op::Unary(UnaryOperator::IteratesAnew, _)) => {
                self.flow.get(Place::IteratesAnew);
                (self.flow.facts.iterates_anew, true)
            }
            Some(Op::Unary(UnaryOperator::IsObjectKey, key)) => {
                (self.may_be_object_key(function, condition, *key), true)
            }
            Some(Op::Unary(UnaryOperator::Is(ValueType::Array), value)) => {
                self.test_array(function, condition, *value)
            }
            Some(Op::Unary(UnaryOperator::IsOneOf(Types::OBJECTS), value)) => {
                self.test(function, condition, *value, |flow, it| !flow.is_symbol(it))
            }
            Some(Op::Unary(UnaryOperator::IsNullish, value)) => {
                self.test_nullish(function, condition, *value)
            }
            Some(Op::Unary(UnaryOperator::IsSurelyNullish, value)) => {
                self.test_surely_nullish(function, condition, *value)
            }
            Some(Op::Binary(
                operator @ (BinaryOperator::StrictEqual | BinaryOperator::StrictNotEqual),
                left,
                right,
            )) => self.compare(function, condition, *operator, [*left, *right]),
            Some(Op::Binary(BinaryOperator::InstanceOf, value, constructor)) => {
                self.test_instance(function, condition, [*value, *constructor])
            }
            _ => (true, true),
        }
    }

    /// A function asks whether a value is a key to be converted.
    pub(super) fn may_be_object_key(
        &mut self,
        function: FunctionId,
        test: ValueId,
        key: ValueId,
    ) -> bool {
        let operand = self.get_passed(function, key);
        let may_be = self.needs_library(Builtin::Access, &[&operand]);
        if may_be {
            let base = self.flow.variants.base(function);
            self.flow.facts.object_keys.insert((base, key));
        }
        self.answer_for_all(function, test, [may_be, true]).0
    }

    /// A function asks whether a value is a thing of some sort.
    pub(super) fn test(
        &mut self,
        function: FunctionId,
        test: ValueId,
        value: ValueId,
        is: impl Fn(&Flow<'a>, Thing) -> bool,
    ) -> (bool, bool) {
        let set = self.get(function, value);
        let yes = set.things.iter().any(|it| is(&self.flow, it));
        let no = set.primitives != 0 || set.things.iter().any(|it| !is(&self.flow, it));
        self.answer(function, test, [yes, no])
    }

    /// A function asks of a value that is no array, but may be an array object, whether it can be nothing but undefined or null.
    pub(super) fn test_surely_nullish(
        &mut self,
        function: FunctionId,
        test: ValueId,
        value: ValueId,
    ) -> (bool, bool) {
        let set = self.get(function, value);
        let mut is_plain = |it| self.flow.is_array(it) && !self.flow.is_array_object(it);
        let is_other = set.has(!NULLISH) || set.things.iter().any(|it| !is_plain(it));
        self.answer_for_all(function, test, [set.has(NULLISH), is_other])
    }

    /// A function asks whether a value is undefined or null.
    pub(super) fn test_nullish(
        &mut self,
        function: FunctionId,
        test: ValueId,
        value: ValueId,
    ) -> (bool, bool) {
        let may_be = self.may_be(function, value, NULLISH);
        self.answer(function, test, may_be)
    }

    /// A test may hold, or not.
    pub(super) fn answer(
        &mut self,
        function: FunctionId,
        test: ValueId,
        [yes, no]: [bool; 2],
    ) -> (bool, bool) {
        self.note_answer(function, test, [yes, no]);
        let seen = self.tests.entry((function, test)).or_default();
        *seen = (seen.0 | yes, seen.1 | no);
        *seen
    }

    /// The same, where what an image does depends on the answers of all variants together: those it returns.
    pub(super) fn answer_for_all(
        &mut self,
        function: FunctionId,
        test: ValueId,
        answers: [bool; 2],
    ) -> (bool, bool) {
        self.note_answer(function, test, answers);
        let base = self.flow.variants.base(function);
        self.flow.get(Place::Answered(base, test));
        self.flow.facts.tests[&(base, test)]
    }

    fn note_answer(&mut self, function: FunctionId, test: ValueId, [yes, no]: [bool; 2]) {
        let base = self.flow.variants.base(function);
        let all = self.flow.facts.tests.entry((base, test)).or_default();
        *all = (all.0 | yes, all.1 | no);
        for (answered, mark) in [(yes, BOOLEAN), (no, UNDEFINED)] {
            if answered {
                let place = Place::Answered(base, test);
                self.flow.add(place, &Set::primitives(mark));
            }
        }
    }

    /// A function asks whether a value is an array: array objects are something else.
    pub(super) fn test_array(
        &mut self,
        function: FunctionId,
        test: ValueId,
        value: ValueId,
    ) -> (bool, bool) {
        let set = self.get(function, value);
        let mut others = set.things.iter();
        if others.any(|it| self.flow.is_array(it) && self.flow.is_array_object(it)) {
            self.answer(function, test, [false, true]);
        }
        self.test(function, test, value, Flow::is_array)
    }

    /// A function asks whether two values are the same. What is known is that both are one captured function, that what one
    /// may be the other never is, that one is the `typeof` of a value that always has that type, or never,
    /// that one is undefined or null, which the other always is, or never, or that they are operations that are told apart.
    pub(super) fn compare(
        &mut self,
        function: FunctionId,
        test: ValueId,
        operator: BinaryOperator,
        operands: [ValueId; 2],
    ) -> (bool, bool) {
        let [mut yes, mut no] = if let Some((value, name)) = self.asks_type(function, operands) {
            self.has_types(function, value, Types::named(name))
        } else if let Some((value, nullish)) = self.asks_nullish(function, operands) {
            self.may_be(function, value, nullish)
        } else if let Some(answers) = self.is_operation(function, operands) {
            answers
        } else {
            self.same(function, operands)
        };
        if operator == BinaryOperator::StrictNotEqual {
            (yes, no) = (no, yes);
        }
        self.answer(function, test, [yes, no])
    }

    /// Whether a value may be one of these primitives, and whether it may be something else.
    fn may_be(&mut self, function: FunctionId, value: ValueId, primitives: u8) -> [bool; 2] {
        let set = self.get(function, value);
        let others = set.has(!primitives) || !set.things.is_empty();
        [set.has(primitives), others]
    }

    /// The value that is compared with `undefined` or `null`, and which of them.
    fn asks_nullish(
        &mut self,
        function: FunctionId,
        [left, right]: [ValueId; 2],
    ) -> Option<(ValueId, u8)> {
        [(left, right), (right, left)]
            .into_iter()
            .find_map(
                |(value, constant)| match self.definition(function, constant) {
                    Some(Op::Constant(Constant::Undefined)) => Some((value, UNDEFINED)),
                    Some(Op::Constant(Constant::Null)) => Some((value, NULL)),
                    _ => None,
                },
            )
    }

    /// Whether a value may have one of these types, and whether it may have another one.
    fn has_types(&mut self, function: FunctionId, value: ValueId, types: Types) -> [bool; 2] {
        let set = self.get(function, value);
        [types, types.others()].map(|it| !self.flow.of_types(&set, it).is_empty())
    }

    /// The value and the name in a comparison of the value's `typeof` with that name.
    pub(super) fn asks_type(
        &mut self,
        function: FunctionId,
        [left, right]: [ValueId; 2],
    ) -> Option<(ValueId, &'a Text)> {
        [(left, right), (right, left)]
            .into_iter()
            .find_map(|(answer, name)| match self.definition(function, answer) {
                Some(Op::Unary(UnaryOperator::TypeOf, value)) => {
                    Some((*value, self.string(function, name)?))
                }
                _ => None,
            })
    }

    /// Whether two values may be the same, and whether they may be different.
    fn same(&mut self, function: FunctionId, [left, right]: [ValueId; 2]) -> [bool; 2] {
        let (left, right) = (self.get(function, left), self.get(function, right));
        let is_captured = |it| match self.flow.origin(it) {
            Origin::Node(node) => matches!(self.flow.graph.nodes[node], Node::Closure { .. }),
            _ => false,
        };
        // Where one of them has no value at all, nothing is asked.
        if left.is_empty() || right.is_empty() {
            return [true, false];
        }
        let is_one = |it: &Set| it.primitives == 0 && it.things.len() == 1;
        let is_same = is_one(&left) && left == right && left.things.iter().all(is_captured);
        [!left.is_apart(&right), !is_same]
    }
}
