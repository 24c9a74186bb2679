//! Calls, and what they reach.

use super::Flow;
use crate::keys::KeyId;
use crate::place::{Accessor, Place};
use crate::set::{PRIMITIVES, Set, UNDEFINED};
use crate::thing::{Origin, Thing};
use microvium_ir::{FunctionId, FunctionKind, Node, waiting};

/// What a call passes.
#[derive(Clone, Copy)]
pub enum Arguments<'s> {
    /// One set for each argument.
    Each(&'s [Set]),
    /// Any number of values of one set.
    All(&'s Set),
}

impl<'s> Arguments<'s> {
    /// What an argument may be; what isn't passed isn't among it.
    pub fn get(self, index: usize) -> Option<&'s Set> {
        match self {
            Arguments::Each(sets) => sets.get(index),
            Arguments::All(set) => Some(set),
        }
    }

    pub fn sets(self) -> &'s [Set] {
        match self {
            Arguments::Each(sets) => sets,
            Arguments::All(set) => std::slice::from_ref(set),
        }
    }
}

impl<'a> Flow<'a> {
    /// A function is called.
    pub fn enter(&mut self, function: FunctionId, this: &Set, arguments: Arguments<'_>) -> Set {
        if let FunctionKind::Plain | FunctionKind::Bound = self.variants.body(function).kind {
            self.note(Place::Called(function));
        }
        let this = self.collapse(this);
        self.enter_new(function, &this, arguments)
    }

    /// A function is constructed, or called with that noted: `this` is the instance, or `new.target` if it makes that itself.
    pub fn enter_new(&mut self, function: FunctionId, this: &Set, arguments: Arguments<'_>) -> Set {
        self.facts.called.insert(self.variants.base(function));
        let entry = self.variants.body(function).entry();
        self.reach_block(function, entry);
        match self.variants.body(function).kind {
            FunctionKind::Resumption => {
                let own = self.waiting(this, function);
                self.add(Place::This(function), &own);
            }
            _ => self.add(Place::This(function), this),
        }
        let missing = Set::primitives(UNDEFINED);
        let code = self.variants.body(function);
        let (parameters, rest) = (code.parameters, code.rest);
        for index in 0..parameters {
            let argument = arguments.get(index as usize);
            if argument.is_none() || matches!(arguments, Arguments::All(_)) {
                self.add(Place::Parameter(function, index), &missing);
            }
            if let Some(argument) = argument {
                self.add(Place::Parameter(function, index), argument);
            }
        }
        if let (Arguments::Each(sets), true) = (arguments, rest) {
            for argument in sets.iter().skip(parameters as usize) {
                self.add(Place::Parameter(function, parameters - 1), argument);
            }
        }
        self.get_passed(Place::Returned(function))
    }

    /// The calls that a function goes on with: those that refer to it.
    fn waiting(&mut self, calls: &Set, function: FunctionId) -> Set {
        let calls = self.expand(calls.clone());
        let mut own = Set::default();
        for call in calls.things.iter() {
            let code = self.get(Place::Field(call, waiting::CODE));
            if (code.things.iter()).any(|it| self.code(it) == Some(function)) {
                own.things.insert(call);
            }
        }
        own
    }

    /// Calls the getters of what is read.
    pub fn call_getters(&mut self, accessor: Accessor) {
        let getters = self.get(Place::Getter(accessor));
        let receiver = self.get_passed(Place::Receiver(accessor));
        let got = self.enter_all(&getters, &receiver, &[]);
        self.add(Place::Got(accessor), &got);
    }

    /// Calls the setters of what is written.
    pub fn call_setters(&mut self, accessor: Accessor) {
        let setters = self.get(Place::Setter(accessor));
        let receiver = self.get_passed(Place::Receiver(accessor));
        let value = self.get_passed(Place::Assigned(accessor));
        self.enter_all(&setters, &receiver, &[value]);
    }

    /// Getters or setters are called. Those of the host get and return what it may pass.
    fn enter_all(&mut self, functions: &Set, this: &Set, arguments: &[Set]) -> Set {
        let mut result = Set::default();
        self.see(functions);
        for thing in functions.things.iter() {
            match self.code(thing) {
                Some(function) => {
                    result.add(&self.enter(function, this, Arguments::Each(arguments)));
                }
                None if !self.is_function(thing) => {}
                None => {
                    let known = self.unknown();
                    for values in arguments.iter().chain([this]) {
                        self.escape(values);
                    }
                    self.add(Place::Thrown, &known);
                    result.add(&known);
                }
            }
        }
        result
    }

    /// What the host may pass: any primitive, things of its own, and what it was given.
    pub fn unknown(&mut self) -> Set {
        let mut set = Set::primitives(PRIMITIVES);
        set.things.insert(Thing::FOREIGN);
        set.things.insert(Thing::PASSED);
        if self.is_filled(Place::Bytes) {
            set.things.insert(Thing::FOREIGN_BYTES);
        }
        set
    }

    /// Some code may hold these values: what they can be used for becomes reachable. Whatever of a
    /// captured node is read goes through here, as the image will hold it.
    pub fn see(&mut self, values: &Set) {
        if self.seen.holds(&values.things) {
            return;
        }
        let new = values.things.without(&self.seen);
        self.seen.add(&new);
        for thing in new.iter() {
            let Origin::Node(node) = self.origin(thing) else {
                continue;
            };
            self.facts.identities.insert(node);
            self.see_weakly(node);
            if self.graph.global == Some(node) {
                self.note(Place::GlobalShown);
            }
            match &self.graph.nodes[node] {
                Node::Closure {
                    function, scope, ..
                } => {
                    self.reach(*function, thing);
                    if let Some(scope) = scope {
                        let scope = Set::of(self.node(*scope));
                        self.add(Place::Captured(*function), &scope);
                    }
                }
                Node::Bytes(_) => self.use_bytes(),
                _ => {}
            }
        }
    }

    /// Some code may hold this function object.
    pub fn reach(&mut self, function: FunctionId, closure: Thing) {
        self.facts.functions.insert(function);
        let closure = Set::of(closure);
        self.add(Place::Callee(function), &closure);
        let prototype = self.thing(Origin::Prototype(function));
        self.add(Place::Property(prototype, KeyId::CONSTRUCTOR), &closure);
    }
}
