//! Calling and constructing.

use super::Transfer;
use crate::flow::Arguments;
use crate::place::Place;
use crate::set::{NULLISH, Set, Things};
use crate::thing::{Origin, Thing};
use microvium_format::{Builtin, Native};
use microvium_ir::{FunctionId, FunctionKind, Node, Op, ValueId};
use std::collections::BTreeMap;

impl Transfer<'_> {
    pub(super) fn call(&mut self, callee: &Set, this: &Set, arguments: Arguments<'_>) -> Set {
        let callee = &self.flow.expand(callee.clone());
        let mut result = Set::default();
        self.flow.variants.pass(this, arguments);
        let is_ephemeral = |it| match self.flow.origin(it) {
            Origin::Node(node) => matches!(self.flow.graph.nodes[node], Node::Ephemeral(_)),
            _ => false,
        };
        if !callee.things.iter().all(is_ephemeral) {
            self.flow.facts.other_calls.extend(self.at);
        }
        for thing in callee.things.iter() {
            if let Some(function) = self.flow.code(thing) {
                if self.flow.variants.body(function).kind != FunctionKind::Class {
                    let function = self.variant(function);
                    result.add(&self.flow.enter(function, this, arguments));
                }
                continue;
            }
            let import = match self.flow.origin(thing) {
                Origin::Node(node) => match self.flow.graph.nodes[node] {
                    Node::Host(import) => import,
                    Node::Ephemeral(_) => {
                        let call = self.at.map(|(place, function)| (place, function, node));
                        self.flow.facts.ephemeral_calls.extend(call);
                        continue;
                    }
                    _ => continue,
                },
                Origin::Foreign => 0,
                _ => continue,
            };
            if let Some(native) = Native::from_id(import) {
                let this = self.flow.expand(this.clone());
                result.add(&self.native(native, &this, arguments));
                continue;
            }
            let sets = arguments.sets().iter();
            sets.for_each(|argument| self.flow.escape(argument));
            let known = self.flow.unknown();
            self.flow.add(Place::Thrown, &known);
            result.add(&known);
        }
        result
    }

    /// What is analysed of a function that the instruction calls which is looked at, or the engine for it.
    fn variant(&mut self, function: FunctionId) -> FunctionId {
        match (self.code, self.caller) {
            (Some(code), _) => self.flow.variants.for_operation(function, code),
            (None, Some(caller)) => {
                let site = self.flow.places.reader;
                self.flow.variants.called(function, site, caller)
            }
            (None, None) => function,
        }
    }

    /// Constructs a pair of a constructor and `new.target`.
    pub(super) fn construct_pair(
        &mut self,
        function: FunctionId,
        method: ValueId,
        instance: Thing,
        arguments: Arguments<'_>,
    ) -> Set {
        let Some(Op::Method(callee, target)) = self.definition(function, method) else {
            return Set::default();
        };
        let callee = self.get(function, *callee);
        let target = self.get(function, *target);
        self.construct(&callee, Some(&target), instance, arguments)
    }

    /// Constructs; without a target, or where that is undefined, each constructor is its own.
    pub(super) fn construct(
        &mut self,
        callee: &Set,
        target: Option<&Set>,
        instance: Thing,
        arguments: Arguments<'_>,
    ) -> Set {
        let callee = &self.flow.expand(callee.clone());
        let target = target.map(|it| self.flow.expand(it.clone()));
        let target = target.as_ref();
        self.flow.use_constructors(callee);
        self.flow.variants.pass(&Set::default(), arguments);
        let mut result = Set::default();
        let mut instantiated = Things::default();
        for thing in callee.things.iter() {
            let Some(function) = self.flow.code(thing) else {
                continue;
            };
            let code = self.flow.variants.body(function);
            let constructs = match code.kind {
                FunctionKind::Bound => code.target,
                kind => kind.makes_instances(),
            };
            if !constructs {
                continue;
            }
            let mut targets = target.cloned().unwrap_or_default();
            if target.is_none_or(|target| target.has(NULLISH)) {
                targets.things.insert(thing);
            }
            targets.primitives = 0;
            let file = code.position.file;
            if self.flow.program.library_module(file).is_none() {
                self.flow.watch_targets(&targets.things);
            }
            let function = self.variant(function);
            if code.target {
                // It makes its instance itself.
                let returned = self.flow.enter_new(function, &targets, arguments);
                result.things.add(&returned.things);
                continue;
            }
            for target in targets.things.without(&instantiated).iter() {
                self.instantiate(target, instance);
            }
            instantiated.add(&targets.things);
            let instance = Set::of(instance);
            let returned = self.flow.enter_new(function, &instance, arguments);
            result.add(&instance);
            result.things.add(&returned.things);
        }
        result
    }

    /// An instance is made for a function object.
    fn instantiate(&mut self, target: Thing, instance: Thing) {
        if let Some(function) = self.flow.code(target) {
            self.flow.facts.constructed.insert(function);
        }
        if self.flow.finds_prototype(target) {
            self.flow.use_builtin(Builtin::PrototypeKey);
        }
        let mut prototype = self.flow.instance_prototype(target);
        if prototype.primitives != 0 {
            prototype.add(&self.flow.builtin(Builtin::ObjectPrototype));
            prototype.primitives = 0;
        }
        self.flow.inherit_from(&prototype);
        self.flow.add(Place::Prototype(instance), &prototype);
    }

    /// Each receiver calls its own method: `a.m()` and `b.m()` in one place don't mix.
    pub(super) fn call_method(
        &mut self,
        function: FunctionId,
        method: ValueId,
        arguments: Arguments<'_>,
    ) -> Set {
        let (object, keys) = match self.definition(function, method) {
            Some(Op::GetMethod(object, key)) => (*object, vec![self.flow.text_keys(key)]),
            Some(Op::GetMethodElement(object, key)) => (*object, self.keys(function, *key)),
            Some(Op::Method(callee, this)) => {
                let callee = self.get(function, *callee);
                let this = self.get(function, *this);
                return self.call(&callee, &this, arguments);
            }
            _ => return Set::default(),
        };
        let receivers = self.get(function, object);
        let primitives = Set::primitives(receivers.primitives);
        // Those with the same methods call them together.
        let mut calls: BTreeMap<Set, Set> = BTreeMap::new();
        for &keys in &keys {
            for (receivers, callee) in self.flow.read_each(&receivers, keys) {
                calls.entry(callee).or_default().add(&receivers);
            }
        }
        let read = self.read_all(&primitives, &keys);
        calls.entry(read).or_default().add(&primitives);
        let mut result = Set::default();
        for (callee, receivers) in calls {
            result.add(&self.call(&callee, &receivers, arguments));
        }
        result
    }
}
