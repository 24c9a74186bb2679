//! What tests of types say of values where they have led to: behind `typeof x === 'string'` there is no object.

use super::Transfer;
use crate::flow::Narrowed;
use microvium_ir::{
    BinaryOperator, BlockId, FunctionId, Op, Terminator, Types, UnaryOperator, ValueId, flow,
};

impl Transfer<'_> {
    /// What the tests say without which control can't come to a block; nothing if there are none.
    pub(super) fn narrowed(&mut self, function: FunctionId, block: BlockId) -> Option<Narrowed> {
        let base = self.flow.variants.base(function);
        if self.narrowed[base.index()].is_none() {
            let blocks = self.narrowed_blocks(base);
            self.narrowed[base.index()] = Some(blocks);
        }
        let blocks = self.narrowed[base.index()].as_ref();
        blocks.and_then(|it| it.get(block.index())?.clone())
    }

    /// The same for each block of a function; none at all if it tests no types.
    fn narrowed_blocks(&mut self, function: FunctionId) -> Vec<Option<Narrowed>> {
        let body = self.flow.variants.body(function);
        let mut tests = Vec::new();
        for (id, block) in body.blocks.iter() {
            if let Terminator::Branch(condition, yes, no) = &block.terminator
                && let Some((value, types)) = self.tested_types(function, *condition)
                && yes.block != no.block
            {
                tests.push((id, yes.block, value, types));
                tests.push((id, no.block, value, types.others()));
            }
        }
        if tests.is_empty() {
            return Vec::new();
        }
        let flow = flow::Flow::of(body);
        // Where a block can be entered in another way, the test says nothing.
        tests.retain(|(from, to, ..)| {
            *to != body.entry() && flow.predecessors[to.index()] == [from.index()]
        });
        let mut all = Vec::new();
        for (id, _) in body.blocks.iter() {
            let mut here: Vec<(ValueId, Types)> = Vec::new();
            for &(_, to, value, types) in &tests {
                if flow.dominates(to.index(), id.index()) {
                    match here.iter_mut().find(|it| it.0 == value) {
                        Some(known) => known.1 = known.1.common(types),
                        None => here.push((value, types)),
                    }
                }
            }
            all.push((!here.is_empty()).then(|| here.into()));
        }
        all
    }

    /// The value whose type a condition asks for, and the types for which it holds.
    fn tested_types(
        &mut self,
        function: FunctionId,
        condition: ValueId,
    ) -> Option<(ValueId, Types)> {
        match self.definition(function, condition)? {
            Op::Unary(UnaryOperator::Not, condition) => {
                let (value, types) = self.tested_types(function, *condition)?;
                Some((value, types.others()))
            }
            Op::Unary(UnaryOperator::Is(value_type), value) => {
                Some((*value, Types::of(&[*value_type])))
            }
            Op::Unary(UnaryOperator::IsOneOf(types), value) => Some((*value, *types)),
            Op::Binary(BinaryOperator::StrictEqual, left, right) => {
                let (value, name) = self.asks_type(function, [*left, *right])?;
                Some((value, Types::named(name)))
            }
            Op::Binary(BinaryOperator::StrictNotEqual, left, right) => {
                let (value, name) = self.asks_type(function, [*left, *right])?;
                Some((value, Types::named(name).others()))
            }
            _ => None,
        }
    }
}
