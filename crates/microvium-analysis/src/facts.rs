//! What analysis found out.

use microvium_format::Builtin;
use microvium_ir::{
    FunctionId, Graph, Key, Node, NodeId, Position, Text, Value, ValueId, VariableId,
};
use std::collections::{BTreeMap, BTreeSet};

/// The facts. Whatever they don't name can't be reached, read or written.
#[derive(Clone, Default, Debug)]
pub struct Facts {
    /// Functions of which function objects may be held as values.
    pub functions: BTreeSet<FunctionId>,
    /// Those among them that may be called.
    pub called: BTreeSet<FunctionId>,
    /// Functions that may be the target of `new`.
    pub constructed: BTreeSet<FunctionId>,
    /// Functions whose function objects, made while the program runs, may get own properties.
    pub new_properties: BTreeSet<FunctionId>,
    /// Those among them whose `prototype` may be asked for.
    pub new_prototypes: BTreeSet<FunctionId>,
    /// Those of async and bound functions where it may be asked what they inherit from, or read from that.
    pub new_parents: BTreeSet<FunctionId>,
    /// Those whose `name` or `length` may be.
    pub new_names: BTreeSet<FunctionId>,
    /// Whether attributes of any property may be asked for.
    pub attributes: bool,
    /// Whether code may store elements of Uint8Arrays.
    pub stores_bytes: bool,
    /// Whether typed arrays may be made that are no plain Uint8Arrays.
    pub makes_typed_arrays: bool,
    /// Variables that may be read.
    pub read_variables: BTreeSet<VariableId>,
    /// Variables that may be written.
    pub written_variables: BTreeSet<VariableId>,
    /// Globals that are there and may be assigned by name.
    pub written_globals: BTreeSet<Text>,
    /// Whether properties may be deleted.
    pub deletes: bool,
    /// Builtin slots that an operation may use.
    pub builtins: BTreeSet<Builtin>,
    /// Where operations may call those that are functions.
    pub builtin_calls: BTreeSet<(Builtin, Position, FunctionId)>,
    /// What of a node may be read or written, for nodes of which anything may.
    pub contents: BTreeMap<NodeId, Contents>,
    /// The results of tests whether values are arrays, or objects: whether they may be, and whether they may be
    /// something else.
    pub tests: BTreeMap<(FunctionId, ValueId), (bool, bool)>,
    /// The values of which functions ask whether they are keys to be converted, and which may be such.
    pub object_keys: BTreeSet<(FunctionId, ValueId)>,
    /// Whether anything may have a method `Symbol.hasInstance` besides that of all functions.
    pub has_instance: bool,
    /// Whether a bound function may be constructed, or is asked whether it can be.
    pub constructs_bound: bool,
    /// Whether array methods may have to make something else than mere arrays.
    pub asks_species: bool,
    /// Whether a script changes how arrays or strings are iterated.
    pub iterates_anew: bool,
    /// Those among the library's own keys that may be read.
    pub read_private: BTreeSet<Text>,
    /// Where something may be found by such a key: functions and results.
    pub found_private: BTreeSet<(FunctionId, ValueId)>,
    /// Whether descriptions of symbols may be asked for.
    pub descriptions: bool,
    /// Where functions may be called that exist only before the snapshot: the place, who calls, and the node of what is called.
    pub ephemeral_calls: BTreeSet<(Position, FunctionId, NodeId)>,
    /// Where an array may be assigned to by a key of the host's, which may be no index: that throws where the library doesn't
    /// assign to arrays.
    pub unsure_keys: BTreeSet<(Position, FunctionId)>,
    /// Where something else may be called.
    pub other_calls: BTreeSet<(Position, FunctionId)>,
    /// What means something else than in ECMAScript.
    pub differences: BTreeSet<Difference>,
    /// Objects that some code may hold as a value, so that their identity counts.
    pub identities: BTreeSet<NodeId>,
}

/// What a program may do that means something else here than in ECMAScript.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Difference {
    /// What arrays inherit from has a setter by a number, or what can't be written: assigning to an element of an array doesn't
    /// ask for it. What is made of that while an image runs isn't known.
    Indices,
    /// What typed arrays inherit from has properties by numbers, which they find. Again, what an image makes isn't known.
    TypedIndices,
    /// A constructor of a script makes an instance for a function whose `prototype` a getter has, which isn't called. Only of
    /// one that was there when the snapshot was taken is it known.
    PrototypeGetters,
    /// Something inherits from a module namespace, a typed array or a frozen mere array, and can be assigned to. What comes to
    /// inherit from such a mere array while an image runs isn't known.
    Parents,
}

/// What of a node may be read or written.
#[derive(Clone, Default, Debug)]
pub struct Contents {
    /// Properties.
    pub keys: BTreeSet<Key>,
    /// Fields of a scope.
    pub fields: BTreeSet<u32>,
    /// Elements of an array.
    pub elements: bool,
    /// Whether anything of it may be written, added or deleted.
    pub written: bool,
    /// Whether attributes of its properties may be asked for.
    pub attributes: bool,
    /// Whether it may be asked if it is closed.
    pub closed: bool,
    /// Whether something is assigned to that inherits from it: its read-only properties forbid that.
    pub protects: bool,
    /// Whether private fields may be added, which closed objects take too.
    pub private: bool,
}

impl Facts {
    /// What the result of a test whether a value is an array, an object or a function always is.
    pub fn outcome(&self, function: FunctionId, test: ValueId) -> Option<bool> {
        match self.tests.get(&(function, test)) {
            Some((true, true)) => None,
            Some((false, true)) => Some(false),
            // Where there is no value at all, nothing is asked.
            _ => Some(true),
        }
    }

    /// Whether a test is met with any value.
    pub(crate) fn is_answered(&self, function: FunctionId, test: ValueId) -> bool {
        (self.tests.get(&(function, test))).is_some_and(|answers| *answers != (false, false))
    }

    /// Whether a node may be changed.
    pub fn is_written(&self, node: NodeId) -> bool {
        self.contents.get(&node).is_some_and(|it| it.written)
    }

    /// Whether attributes of an object's properties may be asked for.
    pub fn shows_attributes(&self, node: NodeId) -> bool {
        self.contents.get(&node).is_some_and(|it| it.attributes)
    }

    /// Whether code may hold the global object as a value. Else its properties are mere variables.
    pub fn shows_global(&self, graph: &Graph) -> bool {
        (graph.global).is_some_and(|global| self.identities.contains(&global))
    }

    /// Whether it may be asked if an object is closed.
    pub fn shows_closed(&self, node: NodeId) -> bool {
        self.contents.get(&node).is_some_and(|it| it.closed)
    }

    /// Whether something may be assigned to that inherits from an object.
    pub fn protects(&self, node: NodeId) -> bool {
        self.contents.get(&node).is_some_and(|it| it.protects)
    }

    /// Whether private fields may be added to an object.
    pub fn adds_private(&self, node: NodeId) -> bool {
        self.contents.get(&node).is_some_and(|it| it.private)
    }

    /// Whether a property matters.
    pub fn keeps_property(&self, node: NodeId, key: &Key) -> bool {
        (self.contents.get(&node)).is_some_and(|it| it.keys.contains(key))
    }

    /// Whether the elements of an array matter.
    pub fn keeps_elements(&self, node: NodeId) -> bool {
        self.contents.get(&node).is_some_and(|it| it.elements)
    }

    /// Whether a field of a scope matters.
    pub fn keeps_field(&self, node: NodeId, index: u32) -> bool {
        (self.contents.get(&node)).is_some_and(|it| it.fields.contains(&index))
    }

    /// The first object that matters in a chain of prototypes: one whose identity can be seen, or that
    /// has a property which does. The others may be left out.
    pub fn prototype<'a>(&self, graph: &'a Graph, mut prototype: &'a Value) -> Option<NodeId> {
        while let Value::Node(id) = prototype {
            let Node::Object {
                prototype: next, ..
            } = &graph.nodes[*id]
            else {
                return self.identities.contains(id).then_some(*id);
            };
            let contents = self.contents.get(id);
            let changes = contents.is_some_and(|it| it.written || it.closed || !it.keys.is_empty());
            if changes || self.identities.contains(id) {
                return Some(*id);
            }
            prototype = next;
        }
        None
    }
}
