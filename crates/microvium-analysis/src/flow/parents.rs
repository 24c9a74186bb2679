//! What function objects inherit from that are made while the program runs: async functions and bound ones get it from the
//! library, where something may tell.

use super::{Flow, marked};
use crate::keys::{KeyId, Keys};
use crate::place::Place;
use crate::set::{Set, Things};
use crate::thing::{Made, Origin, Thing};
use microvium_format::Builtin;
use microvium_ir::{FunctionKind, Graph, NodeId};

/// What async functions inherit from, if it is there.
pub(super) fn of_async(graph: &Graph) -> Option<NodeId> {
    marked(graph, b"async").next()
}

impl Flow<'_> {
    /// What async and bound functions among the things inherit from matters.
    pub fn use_parents(&mut self, things: &Things) {
        self.use_parents_if(things, |_| true);
    }

    /// The same where something is read or assigned that only they inherit.
    pub(super) fn use_parents_for(&mut self, things: &Things, keys: Keys) {
        let tag = self.tag.is_some_and(|tag| keys.contains(tag));
        let is_known = tag || keys.contains(KeyId::CONSTRUCTOR);
        self.use_parents_if(things, |flow| is_known || flow.adds_to_async(keys));
    }

    /// The same where it is asked whether one of these is among what they inherit from.
    pub fn use_parents_among(&mut self, things: &Things, prototypes: &Set) {
        self.use_parents_if(things, |flow| {
            let parent = flow.async_parent.map(|it| flow.node(it));
            parent.is_some_and(|it| prototypes.things.contains(it))
        });
    }

    /// Of bound functions it always matters if some have a target that inherits from something else.
    fn use_parents_if(&mut self, things: &Things, matters: impl Fn(&mut Self) -> bool) {
        let mut is_async = None;
        for thing in things.common(&self.sorts.made_functions).iter() {
            let Origin::Made(Made::Closure(function), ..) = self.origin(thing) else {
                continue;
            };
            let is_used = match self.variants.body(function).kind {
                _ if self.facts.new_parents.contains(&function) => false,
                FunctionKind::Async => *is_async.get_or_insert_with(|| matters(self)),
                FunctionKind::Bound => self.is_filled(Place::BoundParents),
                _ => false,
            };
            if is_used {
                self.facts.new_parents.insert(function);
                self.facts.new_properties.insert(function);
                self.note(Place::NewParent(function));
            }
        }
    }

    /// Whether a script makes more of what async functions inherit from: properties with one of these keys, or another
    /// prototype.
    fn adds_to_async(&mut self, keys: Keys) -> bool {
        let Some(node) = self.async_parent else {
            return false;
        };
        let own = &self.own_keys[node.index()];
        if own.iter().any(|it| keys.contains(*it)) {
            return true;
        }
        let parent = self.node(node);
        let plain = self.builtin(Builtin::FunctionPrototype);
        self.is_filled(Place::Written(parent)) || self.prototype(parent) != plain
    }

    /// These are the targets of bound functions.
    pub fn bind(&mut self, targets: &Set) {
        let plain = self.builtin(Builtin::FunctionPrototype);
        for target in targets.things.iter() {
            if self.is_function(target)
                && (self.is_made_async(target) || self.prototype(target) != plain)
            {
                self.note(Place::BoundParents);
            }
        }
    }

    fn is_made_async(&self, thing: Thing) -> bool {
        match self.origin(thing) {
            Origin::Made(Made::Closure(function), ..) => {
                self.variants.body(function).kind == FunctionKind::Async
            }
            _ => false,
        }
    }
}
