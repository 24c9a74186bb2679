//! Calls, and what they reach.

use super::Flow;
use crate::place::Place;
use crate::places::Reader;
use crate::set::{NULLISH, PRIMITIVES, Set, Thing};
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
        if self.facts.called.insert(function) {
            self.places.start(Reader::Function(function));
        }
        match self.program.functions[function].kind {
            FunctionKind::Resumption => {
                let own = self.waiting(this, function);
                self.add(Place::This(function), &own);
            }
            _ => self.add(Place::This(function), this),
        }
        let missing = Set::primitives(NULLISH);
        let code = &self.program.functions[function];
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
        self.get(&Place::Returned(function))
    }

    /// The calls that a function goes on with: those that refer to it.
    fn waiting(&mut self, calls: &Set, function: FunctionId) -> Set {
        let mut own = Set::default();
        for &call in &calls.things {
            let code = self.get(&Place::Field(call, waiting::CODE));
            if (code.things.iter()).any(|it| self.code(*it) == Some(function)) {
                own.add(&Set::of(call));
            }
        }
        own
    }

    /// Calls the getters of what is read, and the setters of what is written: each once, however often that is.
    pub fn call_accessors(&mut self) {
        for (holder, key) in self.read_accessors.clone() {
            let getters = self.get(&Place::Getter(holder, key.clone()));
            let receiver = self.get(&Place::Receiver(holder, key.clone()));
            let got = self.enter_all(&getters, &receiver, &[]);
            self.add(Place::Got(holder, key), &got);
        }
        for (holder, key) in self.written_accessors.clone() {
            let setters = self.get(&Place::Setter(holder, key.clone()));
            let receiver = self.get(&Place::Receiver(holder, key.clone()));
            let value = self.get(&Place::Assigned(holder, key));
            self.enter_all(&setters, &receiver, &[value]);
        }
    }

    /// Getters or setters are called. Those of the host get and return what it may pass.
    fn enter_all(&mut self, functions: &Set, this: &Set, arguments: &[Set]) -> Set {
        let mut result = Set::default();
        self.see(functions);
        for &thing in &functions.things {
            match self.code(thing) {
                Some(function) => {
                    result.add(&self.enter(function, this, Arguments::Each(arguments)));
                }
                None if !self.is_function(thing) => {}
                None => {
                    let known = self.unknown();
                    for values in arguments.iter().chain([this]) {
                        self.see(values);
                        self.add(Place::Escaped, values);
                    }
                    result.add(&known);
                }
            }
        }
        result
    }

    /// What the host may pass: any primitive, things of its own, and what it was given.
    pub fn unknown(&mut self) -> Set {
        let mut set = self.get(&Place::Escaped);
        set.primitives = PRIMITIVES;
        set.things.insert(Thing::Foreign);
        if !self.get(&Place::Bytes).is_empty() {
            set.things.insert(Thing::ForeignBytes);
        }
        set
    }

    /// Some code may hold these values: what they can be used for becomes reachable. Whatever of a
    /// captured node is read goes through here, as the image will hold it.
    pub fn see(&mut self, values: &Set) {
        for thing in &values.things {
            let Thing::Node(node) = thing else { continue };
            if std::mem::replace(&mut self.seen[node.index()], true) {
                continue;
            }
            self.facts.identities.insert(*node);
            self.see_weakly(*node);
            if self.graph.global == Some(*node) {
                self.note(Place::GlobalShown);
            }
            match &self.graph.nodes[*node] {
                Node::Closure {
                    function, scope, ..
                } => {
                    self.reach(*function, *thing);
                    if let Some(scope) = scope {
                        let scope = Set::of(Thing::Node(*scope));
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
        let prototype = Thing::Prototype(function);
        self.add(Place::Property(prototype, "constructor".into()), &closure);
    }
}
