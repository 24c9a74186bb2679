//! Where values flow: a set for each place that can hold values, and what reading and writing a place
//! means for the facts.

mod call;
mod captured;
mod iteration;
mod read;
mod thing;
mod typed;
mod weak;
mod write;

pub use call::Arguments;

use crate::facts::Facts;
use crate::family::Families;
use crate::keys::Keys;
use crate::place::Place;
use crate::places::Places;
use crate::set::{BOOLEAN, Set, Thing};
use microvium_format::Builtin;
use microvium_ir::{Graph, Key, Node, NodeId, Program, Value};
use std::collections::BTreeSet;
use weak::Weak;

/// The sets as far as they're known, and the facts that follow from them.
pub struct Flow<'a> {
    pub program: &'a Program,
    pub graph: &'a Graph,
    pub facts: Facts,
    pub places: Places,
    /// The nodes among `facts.identities`, which are looked up all the time.
    seen: Vec<bool>,
    /// The accessors that are read.
    read_accessors: BTreeSet<(Thing, Option<Key>)>,
    /// The accessors that are written.
    written_accessors: BTreeSet<(Thing, Option<Key>)>,
    families: Families,
    /// `Symbol.hasInstance`.
    instance_symbol: Option<NodeId>,
    weak: Weak,
    /// The properties that say how arrays and strings are iterated.
    iteration: Vec<(NodeId, Key)>,
    /// The nodes of which everything is kept that an unknown key may mean.
    kept: BTreeSet<NodeId>,
    /// Those of which everything is seen that writing to an unknown key, or deleting it, doesn't get past: with the
    /// attributes in question.
    kept_protected: BTreeSet<(NodeId, u8)>,
}

impl<'a> Flow<'a> {
    pub fn new(program: &'a Program, graph: &'a Graph) -> Flow<'a> {
        let instance_symbol = symbol(graph, "hasInstance");
        let facts = Facts {
            has_instance: instance_symbol.is_some_and(|symbol| has_key(graph, symbol)),
            iterates_anew: graph.iterates_anew,
            ..Facts::default()
        };
        let families = Families::new(graph);
        Flow {
            program,
            graph,
            facts,
            instance_symbol,
            iteration: iteration::properties(graph),
            places: Places::new(),
            seen: vec![false; graph.nodes.len()],
            read_accessors: BTreeSet::new(),
            written_accessors: BTreeSet::new(),
            weak: Weak::new(graph, &families),
            families,
            kept: BTreeSet::new(),
            kept_protected: BTreeSet::new(),
        }
    }

    /// What a place may hold.
    pub fn get(&mut self, place: &Place) -> Set {
        if let Some(set) = self.places.get(place) {
            return set;
        }
        let set = self.captured(place);
        self.places.insert(place, set);
        self.places.get(place).unwrap_or_default()
    }

    /// Lets values flow to a place.
    pub fn add(&mut self, place: Place, values: &Set) {
        if !self.places.knows(&place) {
            let set = self.captured(&place);
            self.places.insert(&place, set);
        }
        self.places.add(&place, values);
    }

    /// Marks a place that is looked at for whether it is empty.
    pub fn note(&mut self, place: Place) {
        self.add(place, &Set::primitives(BOOLEAN));
    }

    /// The keys that a set of values may turn into.
    pub fn keys(&self, set: &Set) -> Vec<Keys> {
        let mut keys = Vec::new();
        for &thing in &set.things {
            match thing {
                Thing::Node(node) if self.is_symbol(thing) => {
                    keys.push(Keys::One(Key::Symbol(node)))
                }
                _ => return vec![Keys::Any],
            }
        }
        keys.extend(Keys::of_primitives(set.primitives));
        keys
    }

    /// Properties are made whose keys these may be.
    pub fn make_keys(&mut self, keys: &Set) {
        if let Some(symbol) = self.instance_symbol
            && keys.things.contains(&Thing::Node(symbol))
        {
            self.facts.has_instance = true;
            self.note(Place::HasInstance);
        }
    }

    /// The engine may have to tell whether a key is `length`.
    pub fn use_length(&mut self, keys: &Keys) {
        if keys.contains(&"length".into()) {
            self.use_builtin(Builtin::LengthKey);
        }
    }

    /// An operation may use a builtin slot.
    pub fn use_builtin(&mut self, builtin: Builtin) {
        if self.graph.builtins.contains_key(&builtin) {
            self.facts.builtins.insert(builtin);
            self.note(Place::Builtin(builtin));
        }
    }

    /// Attributes of a thing's properties may be asked for.
    pub fn show_attributes(&mut self, thing: Thing) {
        self.facts.attributes = true;
        let holder = self.holder(thing);
        if let Some(contents) = self.contents(holder)
            && !contents.attributes
        {
            contents.attributes = true;
        }
    }

    /// It may be asked whether a thing is closed.
    pub fn show_closed(&mut self, thing: Thing) {
        let holder = self.holder(thing);
        if let Some(contents) = self.contents(holder) {
            contents.closed = true;
        }
    }

    /// The facts, when nothing changes any more.
    pub fn finish(self) -> Facts {
        let mut facts = self.facts;
        for (head, members) in self.families.iter() {
            if facts.identities.contains(&head) {
                facts.identities.extend(members);
            }
            if let Some(contents) = facts.contents.get(&head).cloned() {
                let all = members.iter().map(|member| (*member, contents.clone()));
                facts.contents.extend(all);
            }
        }
        weak::keep_lists(self.graph, &mut facts);
        facts
    }
}

/// A well-known symbol.
fn symbol(graph: &Graph, name: &str) -> Option<NodeId> {
    match graph
        .global(&format!("%Symbol.{name}").as_str().into())?
        .value
    {
        Value::Node(symbol) => Some(symbol),
        Value::Constant(_) => None,
    }
}

/// Whether an object has a property with this symbol as its key, besides the prototype of functions.
fn has_key(graph: &Graph, symbol: NodeId) -> bool {
    let prototype = graph.builtins.get(&Builtin::FunctionPrototype);
    graph.nodes.iter().any(|(id, node)| match node {
        Node::Object { properties, .. } => {
            prototype != Some(&Value::Node(id))
                && properties.iter().any(|it| it.key == Key::Symbol(symbol))
        }
        _ => false,
    })
}
