//! Which variables and globals get a slot in the image: those that reachable code writes. The others are
//! constants.

use microvium_analysis::Facts;
use microvium_ir::{
    Access, ClosureNeeds, Constant, Function, FunctionId, GlobalAccess, Graph, Iteration, Naming,
    Op, Program, Text, Value, ValueId, VariableAccess, VariableId,
};
use std::collections::BTreeMap;

/// What a variable slot holds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Slot {
    /// A module-level variable.
    Variable(VariableId),
    /// A property of the global object.
    Global(Text),
}

/// The variable slots of an image, and how its code reaches variables.
pub struct Slots<'a> {
    graph: &'a Graph,
    facts: &'a Facts,
    order: Vec<Slot>,
    numbers: BTreeMap<Slot, u32>,
}

impl<'a> Slots<'a> {
    /// Gives slots to what is written; the most used come first, as their operands are the shortest.
    pub fn new(program: &Program, graph: &'a Graph, facts: &'a Facts) -> Slots<'a> {
        let variables = facts.written_variables.iter().copied().map(Slot::Variable);
        // Where the global object is a value, they are its properties.
        let globals = (facts.written_globals.iter()).filter(|_| !facts.shows_global(graph));
        let globals = globals.cloned().map(Slot::Global);
        let mut uses: BTreeMap<Slot, usize> =
            variables.chain(globals).map(|slot| (slot, 0)).collect();
        for function in &facts.called {
            for slot in mentions(&program.functions[*function]) {
                if let Some(count) = uses.get_mut(&slot) {
                    *count += 1;
                }
            }
        }
        let mut order: Vec<(usize, Slot)> = uses
            .into_iter()
            .map(|(slot, count)| (count, slot))
            .collect();
        order.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let order: Vec<Slot> = order.into_iter().map(|(_, slot)| slot).collect();
        let numbers = order.iter().cloned().zip(0..).collect();
        Slots {
            graph,
            facts,
            order,
            numbers,
        }
    }

    /// What each slot holds, in order.
    pub fn order(&self) -> &[Slot] {
        &self.order
    }

    /// The captured value of what a slot holds, undefined if no code reads it.
    pub fn value(&self, slot: &Slot) -> Value {
        let value = match slot {
            Slot::Variable(variable) => (self.graph.variables.get(variable))
                .filter(|_| self.facts.read_variables.contains(variable)),
            Slot::Global(name) => (self.graph.global(name))
                .filter(|_| {
                    let global = self.graph.global;
                    global.is_some_and(|it| self.facts.keeps_property(it, &name.into()))
                })
                .map(|property| &property.value),
        };
        let undefined = Value::Constant(Constant::Undefined);
        value.cloned().unwrap_or(undefined)
    }
}

impl Access for Slots<'_> {
    fn attributes(&self) -> bool {
        self.facts.attributes
    }

    fn is_called(&self, function: FunctionId) -> bool {
        self.facts.called.contains(&function)
    }

    fn variable(&self, variable: VariableId) -> VariableAccess {
        let slot = Slot::Variable(variable);
        if let Some(&number) = self.numbers.get(&slot) {
            return VariableAccess::Slot(number);
        }
        match self.value(&slot) {
            Value::Constant(constant) => VariableAccess::Known(constant),
            Value::Node(_) | Value::Fault(_) => VariableAccess::Captured,
        }
    }

    fn is_initialized(&self, variable: VariableId) -> bool {
        let value = self.graph.variables.get(&variable);
        value.is_some_and(|it| *it != Value::Constant(Constant::Empty))
    }

    fn global(&self, name: &Text) -> GlobalAccess {
        if let Some(&number) = self.numbers.get(&Slot::Global(name.clone())) {
            return GlobalAccess::Slot(number);
        }
        let property = self.graph.global(name);
        let changes = (self.graph.global).is_some_and(|global| self.facts.is_written(global));
        match property {
            Some(it)
                if it.setter.is_none() && !(changes && self.facts.shows_global(self.graph)) =>
            {
                match &it.value {
                    Value::Constant(constant) => GlobalAccess::Known(constant.clone()),
                    Value::Node(_) | Value::Fault(_) => GlobalAccess::Captured,
                }
            }
            _ if self.facts.shows_global(self.graph) => GlobalAccess::Property {
                certain: property.is_some() && !self.facts.deletes,
            },
            _ => GlobalAccess::Missing,
        }
    }

    fn outcome(&self, function: FunctionId, test: ValueId) -> Option<bool> {
        self.facts.outcome(function, test)
    }

    fn has_instance(&self) -> bool {
        self.facts.has_instance
    }

    fn constructs_bound(&self) -> bool {
        self.facts.constructs_bound
    }

    fn asks_species(&self) -> bool {
        self.facts.asks_species
    }

    fn iteration(&self) -> Iteration {
        Iteration::Known(self.facts.iterates_anew)
    }

    fn reads_private(&self, key: &Text) -> bool {
        self.facts.read_private.contains(key)
    }

    fn finds_private(&self, function: FunctionId, result: ValueId) -> bool {
        self.facts.found_private.contains(&(function, result))
    }

    fn may_be_object_key(&self, function: FunctionId, value: ValueId) -> bool {
        self.facts.object_keys.contains(&(function, value))
    }

    fn closure(&self, function: FunctionId) -> ClosureNeeds {
        let prototype = self.facts.new_prototypes.contains(&function);
        ClosureNeeds {
            properties: prototype || self.facts.new_properties.contains(&function),
            prototype,
            parent: self.facts.new_parents.contains(&function),
            name: match self.facts.new_names.contains(&function) {
                true => Naming::All,
                false => Naming::Nothing,
            },
        }
    }
}

/// The variables and globals that a function mentions.
fn mentions(function: &Function) -> impl Iterator<Item = Slot> {
    (function.blocks.iter())
        .flat_map(|(_, block)| &block.instructions)
        .filter_map(|instruction| match &instruction.op {
            Op::GetVariable(variable) | Op::SetVariable(variable, _) => {
                Some(Slot::Variable(*variable))
            }
            Op::GetGlobal(name) | Op::SetGlobal(name, _) | Op::ProbeGlobal(name) => {
                Some(Slot::Global(name.clone()))
            }
            _ => None,
        })
}
