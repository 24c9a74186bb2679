//! What `instanceof` always says. Constructors ask it of `this`, to tell whether they are called without `new`: where nothing
//! calls them so, the answer is known.

use super::Transfer;
use crate::keys::{KeyId, Keys};
use crate::place::Place;
use crate::set::{Set, Things};
use crate::thing::{Origin, Thing};
use microvium_format::Builtin;
use microvium_ir::{FunctionId, Node, ValueId};

impl Transfer<'_> {
    /// A function asks whether the prototype of a constructor is in a value's chain.
    pub(super) fn test_instance(
        &mut self,
        function: FunctionId,
        test: ValueId,
        [value, constructor]: [ValueId; 2],
    ) -> (bool, bool) {
        let (values, constructors) = (self.get(function, value), self.get(function, constructor));
        // Where one of them has no value at all, nothing is asked.
        let may_be = match (values.is_empty() || constructors.is_empty(), constructors) {
            (true, _) => [false, false],
            (false, constructors) => match self.sole_prototype(&constructors) {
                Some(prototype) => self.inherits(&values, prototype),
                None => [true, true],
            },
        };
        self.answer_for_all(function, test, may_be)
    }

    /// An image asks.
    pub(super) fn instance_of(&mut self, function: FunctionId, [value, constructor]: [ValueId; 2]) {
        let (values, constructors) = (self.get(function, value), self.get(function, constructor));
        self.flow.use_classes(&constructors);
        self.flow.use_builtin(Builtin::PrototypeKey);
        let prototypes = (self.flow).read(&constructors, Keys::One(KeyId::PROTOTYPE));
        let prototypes = self.flow.expand(prototypes);
        self.flow.use_parents_among(&values.things, &prototypes);
    }

    /// What the instances inherit from of a constructor that is a captured one, and stays as it was captured. It stands for
    /// itself alone, as prototypes are in no family (`Families::new`).
    fn sole_prototype(&mut self, constructors: &Set) -> Option<Thing> {
        let constructor = sole(constructors)?;
        let Origin::Node(node) = self.flow.origin(constructor) else {
            return None;
        };
        let Node::Closure { function, .. } = self.flow.graph.nodes[node] else {
            return None;
        };
        let kind = self.flow.program.functions[function].kind;
        if !kind.makes_instances() || self.flow.finds_prototype(constructor) {
            return None;
        }
        let prototype = sole(&self.flow.instance_prototype(constructor))?;
        matches!(self.flow.origin(prototype), Origin::Node(_)).then_some(prototype)
    }

    /// Whether values may inherit from a captured object, and whether they may not. Of what has a prototype that isn't
    /// followed here nothing is known.
    fn inherits(&mut self, values: &Set, prototype: Thing) -> [bool; 2] {
        let mut may_be = [false, values.primitives != 0];
        for thing in values.things.iter() {
            let mut level = Things::from(thing);
            let mut visited = Things::default();
            while !level.is_empty() {
                let mut next = Things::default();
                for thing in level.iter() {
                    if !self.flow.has_prototype_place(thing) {
                        return [true, true];
                    }
                    let above = self.flow.get(Place::Prototype(thing));
                    may_be[0] |= above.things.contains(prototype);
                    may_be[1] |= above.primitives != 0 || above.things.is_empty();
                    next.add(&above.things);
                }
                visited.add(&level);
                next = next.without(&Things::from(prototype));
                level = next.without(&visited);
            }
        }
        may_be
    }
}

/// The only value that there may be.
fn sole(values: &Set) -> Option<Thing> {
    let is_sole = values.primitives == 0 && values.things.len() == 1;
    is_sole.then(|| values.things.iter().next()).flatten()
}
