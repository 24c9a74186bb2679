//! Where values flow: a set for each place that can hold values, and what reading and writing a place
//! means for the facts.

mod accessor;
mod array_object;
mod call;
mod captured;
mod difference;
mod iteration;
mod named;
mod nature;
mod parents;
mod prototype;
mod read;
mod species;
mod typed;
mod weak;
mod write;

pub use call::Arguments;

use crate::facts::Facts;
use crate::family::Families;
use crate::keys::{KeyId, KeyTable, Keys};
use crate::place::{Accessor, Place};
use crate::places::Places;
use crate::set::{BOOLEAN, Set, Things};
use crate::task::Task;
use crate::thing::{Numbering, Origin, Thing};
use crate::variant::Variants;
use microvium_format::{Builtin, private_name};
use microvium_ir::{
    FunctionId, FunctionKind, Graph, Key, Node, NodeId, Program, Text, Types, Value, ValueId,
};
use nature::Sorts;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::rc::Rc;
use weak::Weak;

/// So many things are read and written together.
const MANY: usize = 24;

/// The values of which a block knows the types, each once.
pub type Narrowed = Rc<[(ValueId, Types)]>;

/// The sets as far as they're known, and the facts that follow from them.
pub struct Flow<'a> {
    pub program: &'a Program,
    /// The functions, told apart by who calls them.
    pub variants: Variants<'a>,
    pub graph: &'a Graph,
    pub facts: Facts,
    pub places: Places,
    /// What is known of values of a function in the block that is looked at.
    pub narrowed: Option<(FunctionId, Narrowed)>,
    things: Numbering,
    key_table: KeyTable,
    /// The keys of each object's properties.
    own_keys: Vec<Vec<KeyId>>,
    /// What some code may hold as a value.
    seen: Things,
    /// The accessors that are read.
    read_accessors: FxHashSet<Accessor>,
    /// The accessors that are written.
    written_accessors: FxHashSet<Accessor>,
    sorts: Sorts,
    /// The things of which everything is kept that an unknown key may mean, or one that looks like a number.
    kept_all: [Things; 2],
    /// Those of which everything is seen that writing so doesn't get past.
    kept_protected_all: [Things; 2],
    /// What has been stored by unknown keys already; only looked up.
    stored: FxHashSet<(Keys, Things, Set)>,
    families: Families,
    /// `Symbol.hasInstance`.
    instance_symbol: Option<NodeId>,
    /// Keys of what the library hasn't loaded.
    lazy: FxHashSet<KeyId>,
    /// Those of them that a key that isn't known may be.
    named: FxHashSet<KeyId>,
    /// More of them, which such a key may be as it is one that is listed.
    pub listed: BTreeSet<Key>,
    /// `Symbol.toStringTag`.
    tag: Option<KeyId>,
    /// What async functions inherit from.
    async_parent: Option<NodeId>,
    weak: Weak,
    /// The properties that say what array methods make.
    species: Vec<(NodeId, KeyId)>,
    /// The properties that say how arrays and strings are iterated.
    iteration: Vec<(NodeId, KeyId)>,
    /// The properties of nodes that are kept.
    kept: FxHashSet<(NodeId, Keys)>,
    /// Those that are seen as writing or deleting doesn't get past them: with the attributes in question.
    kept_protected: FxHashSet<(NodeId, Keys, u8)>,
}

impl<'a> Flow<'a> {
    /// Before anything is known, but for keys that listing gives. Functions are told apart by who calls them, or not.
    pub fn new(
        program: &'a Program,
        graph: &'a Graph,
        listed: &BTreeSet<Key>,
        apart: bool,
    ) -> Flow<'a> {
        let instance_symbol = symbol(graph, "hasInstance");
        let mut facts = Facts {
            has_instance: instance_symbol.is_some_and(|symbol| has_key(graph, symbol)),
            iterates_anew: graph.iterates_anew,
            ..Facts::default()
        };
        let mut key_table = KeyTable::new();
        let mut own_keys = vec![Vec::new(); graph.nodes.len()];
        for (id, node) in graph.nodes.iter() {
            if let Node::Object { properties, .. } = node {
                let keys = properties.iter().map(|it| key_table.id(&it.key));
                own_keys[id.index()] = keys.collect();
            }
        }
        let species = species::properties(program, graph);
        facts.asks_species = species::is_asked(program, graph, &species);
        let species = species.iter().map(|it| (it.node, key_table.id(&it.key)));
        let species = species.collect();
        facts
            .differences
            .extend(difference::differences(graph, &mut key_table));
        let iteration = iteration::properties(graph).into_iter();
        let iteration = iteration.map(|(node, key)| (node, key_table.id(&key)));
        let iteration = iteration.collect();
        let tag = symbol(graph, "toStringTag").map(|it| key_table.id(&Key::Symbol(it)));
        let lazy = named::lazy_keys(graph, &mut key_table);
        let mut named = named::named(program, graph, &lazy, &mut key_table);
        named.extend(listed.iter().map(|key| key_table.id(key)));
        let families = Families::new(graph);
        let mut flow = Flow {
            program,
            variants: Variants::new(program, apart),
            graph,
            facts,
            instance_symbol,
            lazy,
            named,
            listed: BTreeSet::new(),
            tag,
            async_parent: parents::of_async(graph),
            species,
            iteration,
            places: Places::new(),
            narrowed: None,
            things: Numbering::new(),
            key_table,
            own_keys,
            seen: Things::default(),
            read_accessors: FxHashSet::default(),
            written_accessors: FxHashSet::default(),
            sorts: Sorts::default(),
            kept_all: Default::default(),
            kept_protected_all: Default::default(),
            stored: FxHashSet::default(),
            weak: Weak::new(graph, &families),
            families,
            kept: FxHashSet::default(),
            kept_protected: FxHashSet::default(),
        };
        flow.sort_constants();
        flow
    }

    /// What a place may hold.
    pub fn get(&mut self, place: Place) -> Set {
        let set = self.get_passed(place);
        let set = self.expand(set);
        self.narrow(place, set)
    }

    /// What of a place's values there may be in the block that is looked at.
    fn narrow(&self, place: Place, set: Set) -> Set {
        let (Place::Value(function, value), Some((here, narrowed))) = (place, &self.narrowed)
        else {
            return set;
        };
        let known = narrowed.iter().find(|it| it.0 == value);
        let Some((_, types)) = known.filter(|_| function == *here) else {
            return set;
        };
        let mut left = self.of_types(&set, *types);
        // It also marks what the host passes, of whatever type: see `Transfer::is_text`.
        if set.things.contains(Thing::FOREIGN) {
            left.things.insert(Thing::FOREIGN);
        }
        left
    }

    /// With what the host was given in the place of `Thing::PASSED`.
    pub fn expand(&mut self, mut set: Set) -> Set {
        if set.things.contains(Thing::PASSED) {
            set.things = set.things.without(&Things::from(Thing::PASSED));
            set.add(&self.get_passed(Place::Escaped));
        }
        set
    }

    /// The opposite, for what flows on: what the host was given is again one thing, where the host may have passed the values.
    pub fn collapse(&self, set: &Set) -> Set {
        let mut set = set.clone();
        if set.things.contains(Thing::FOREIGN) {
            set.things = set.things.without(&self.places.peek(Place::Escaped).things);
            set.things.insert(Thing::PASSED);
        }
        set
    }

    /// What a place may hold, where that flows on, or where it doesn't matter what the host was given.
    pub fn get_passed(&mut self, place: Place) -> Set {
        if !self.places.knows(place) {
            let set = self.captured(place);
            self.places.insert(place, set);
        }
        let set = self.places.get(place).cloned().unwrap_or_default();
        self.narrow(place, set)
    }

    /// Whether a place holds anything.
    pub fn is_filled(&mut self, place: Place) -> bool {
        match self.places.get(place) {
            Some(set) => !set.is_empty(),
            None => !self.get(place).is_empty(),
        }
    }

    /// What a place holds so far, for those who needn't know when it grows.
    pub(super) fn peek(&mut self, place: Place) -> Set {
        if !self.places.knows(place) {
            let set = self.captured(place);
            self.places.insert(place, set);
        }
        self.places.peek(place)
    }

    /// Lets values flow to a place.
    pub fn add(&mut self, place: Place, values: &Set) {
        if !self.places.add(place, values) {
            let set = self.captured(place);
            self.places.insert(place, set);
            self.places.add(place, values);
        }
    }

    /// Marks a place that is looked at for whether it is empty.
    pub fn note(&mut self, place: Place) {
        self.add(place, &Set::primitives(BOOLEAN));
    }

    /// The keys that a set of values may turn into.
    pub fn keys(&mut self, set: &Set) -> Vec<Keys> {
        let mut keys = Vec::new();
        for thing in set.things.iter() {
            match self.origin(thing) {
                Origin::Node(node) if self.is_symbol(thing) => {
                    keys.push(Keys::One(self.key_table.id(&Key::Symbol(node))));
                }
                _ => return vec![Keys::Any],
            }
        }
        keys.extend(Keys::of_primitives(set.primitives));
        keys
    }

    /// The keys that a text names.
    pub fn text_keys(&mut self, text: &Text) -> Keys {
        Keys::one(self.key_table.id(&text.into()))
    }

    /// Properties are made whose keys these may be.
    pub fn make_keys(&mut self, keys: &Set) {
        if let Some(symbol) = self.instance_symbol
            && let symbol = self.node(symbol)
            && keys.things.contains(symbol)
        {
            self.facts.has_instance = true;
            self.note(Place::HasInstance);
        }
    }

    /// Whether one of these is a bound function.
    fn has_bound(&self, set: &Set) -> bool {
        set.things.iter().any(|it| {
            let function = self.code(it);
            function.is_some_and(|it| self.variants.body(it).kind == FunctionKind::Bound)
        })
    }

    /// These are constructed, or asked whether they can be.
    pub fn use_constructors(&mut self, set: &Set) {
        if !self.facts.constructs_bound && self.has_bound(set) {
            self.facts.constructs_bound = true;
            self.note(Place::ConstructsBound);
        }
    }

    /// These are on the right of `instanceof`: it looks at the target of a bound function, and calls a getter for `prototype`.
    pub fn use_classes(&mut self, set: &Set) {
        if self.facts.has_instance {
            return;
        }
        let mut classes = set.things.iter();
        let has_getter = classes.any(|it| self.may_have_accessor(it, KeyId::PROTOTYPE));
        if has_getter || self.has_bound(set) {
            self.facts.has_instance = true;
            self.note(Place::HasInstance);
        }
    }

    /// The engine may have to tell whether a key is `length`.
    pub fn use_length(&mut self, keys: Keys) {
        if keys.contains(KeyId::LENGTH) {
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

    /// The host gets these values.
    pub fn escape(&mut self, values: &Set) {
        self.see(values);
        let mut known = self.places.peek(Place::Escaped).things;
        known.insert(Thing::PASSED);
        let new = values.things.without(&known);
        self.add(Place::Escaped, &Set::from(new.clone()));
        for thing in new.iter() {
            self.places.tasks.start(Task::Host(thing));
        }
    }

    /// A block may run.
    pub fn reach_block(&mut self, function: FunctionId, block: microvium_ir::BlockId) {
        let instructions = &self.variants.body(function).blocks[block].instructions;
        (self.places.tasks).reach(function, block, instructions.len());
    }

    /// The facts, when nothing changes any more.
    pub fn finish(mut self) -> Facts {
        self.drop_differences();
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
    let name = Text::helper(&format!("Symbol.{name}"));
    match graph.global(&name)?.value {
        Value::Node(symbol) => Some(symbol),
        Value::Constant(_) | Value::Fault(_) => None,
    }
}

/// The objects with a mark of the library's that no script sees.
fn marked<'a>(graph: &'a Graph, mark: &'static [u8]) -> impl Iterator<Item = NodeId> + use<'a> {
    let mark: Vec<u8> = private_name(0).chain(mark.iter().copied()).collect();
    let mark = Key::from(Text::from_wtf8(&mark));
    let is_marked = move |node: &Node| match node {
        Node::Object { properties, .. } => properties.iter().any(|it| it.key == mark),
        _ => false,
    };
    graph
        .nodes
        .iter()
        .filter(move |(_, node)| is_marked(node))
        .map(|(id, _)| id)
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
