//! Resuming a snapshot in the wide width, in the same process: its graph is built anew in a fresh VM.

use crate::error::{BuildError, Origin, RunError};
use crate::imports::{AsyncFunction, Function, Imports, Started, settlement};
use crate::load::{BuildAccess, load, new_namespace};
use crate::positions::Positions;
use crate::promised::Promised;
use crate::snapshot::Snapshot;
use crate::thrown::Thrown;
use crate::value::Value;
use microvium_engine::embed::{Desktop, Frame, Traced, WideMachine, call_with};
use microvium_engine::{Fault, Number, Vm, Wide, Width};
use microvium_format::native::FIRST_EPHEMERAL;
use microvium_ir as ir;
use std::collections::BTreeMap;
use std::rc::Rc;

type Live = <Wide<Desktop> as Width>::Value;

/// A snapshot resumed in the wide width.
pub struct Resumed {
    vm: WideMachine<Desktop>,
    host: Rc<Imports<Wide<Desktop>>>,
    promised: Promised<Wide<Desktop>>,
    /// The constants that hold the exported values.
    exports: BTreeMap<u16, usize>,
    positions: Positions,
}

impl Resumed {
    /// Resumes a snapshot with these imports.
    pub fn restore(
        snapshot: &Snapshot,
        imports: BTreeMap<u16, Function>,
    ) -> Result<Resumed, BuildError> {
        Resumed::restore_async(snapshot, imports, BTreeMap::new())
    }

    /// The same, also with imports that begin what ends later: `settle` ends it.
    pub fn restore_async(
        snapshot: &Snapshot,
        imports: BTreeMap<u16, Function>,
        later: BTreeMap<u16, AsyncFunction>,
    ) -> Result<Resumed, BuildError> {
        let host = Rc::new(Imports::new(imports, later, |vm: &Vm<Wide<Desktop>>| {
            vm.running().collect()
        }));
        let vm = WideMachine::new(host.clone(), u64::MAX).map_err(BuildError::engine)?;
        let mut resumed = Resumed {
            vm,
            host,
            promised: Promised::none(),
            exports: BTreeMap::new(),
            positions: Positions::default(),
        };
        let access = BuildAccess {
            named: Some(&snapshot.named),
            parents: Some(&snapshot.parents),
            has_instance: snapshot.has_instance,
            constructs_bound: snapshot.constructs_bound,
            asks_species: snapshot.asks_species,
            iteration: ir::Iteration::Known(snapshot.iterates_anew),
        };
        let functions: Vec<_> = snapshot.program.functions.ids().collect();
        let segment = ir::emit(
            &snapshot.program,
            &functions,
            &access,
            resumed.vm.constants(),
        )
        .map_err(|error| BuildError::emit(&snapshot.program, &error))?;
        resumed
            .load(snapshot, &segment)
            .map_err(|Fault| BuildError::Uncaught {
                thrown: Box::new(Thrown::of::<Desktop, _>(&mut *resumed.vm)),
                stack: Vec::new(),
                again: None,
                causes: Vec::new(),
                before: None,
                help: None,
            })?;
        Ok(resumed)
    }

    fn load(&mut self, snapshot: &Snapshot, segment: &ir::Segment) -> Result<(), Fault> {
        let mut functions = BTreeMap::new();
        load(&mut self.vm, &snapshot.program, segment, &mut functions)?;
        self.positions.add(segment);
        let held = [
            self.vm.add_constant(UNDEFINED)?,
            self.vm.add_constant(UNDEFINED)?,
        ];
        let mut builder = Builder {
            held,
            vm: &mut self.vm,
            graph: &snapshot.graph,
            functions,
            nodes: BTreeMap::new(),
        };
        builder.make_nodes()?;
        builder.fill_nodes()?;
        builder.fill_roots(snapshot.program.variables.len())?;
        for (&id, value) in &snapshot.graph.exports {
            let live = builder.value(value)?;
            let constant = builder.vm.add_constant(live)?;
            self.exports.insert(id, constant);
        }
        // What the builder held on to may become garbage now.
        let nodes: Vec<usize> = builder.nodes.into_values().collect();
        for constant in nodes.into_iter().chain(held) {
            self.vm.set_constant(constant, UNDEFINED);
        }
        Ok(())
    }

    /// Limits the steps that calls may take from now on, all together: calls and backward jumps.
    pub fn limit_steps(&mut self, steps: u64) {
        self.vm.set_fuel(steps);
    }

    /// The steps that calls may still take.
    pub fn steps_left(&self) -> u64 {
        self.vm.fuel()
    }

    /// The calls that ran when an exception of this VM was thrown, the innermost first, but for those in the
    /// library. `snapshot` is what it was restored from.
    pub fn stack(&self, thrown: &Thrown, snapshot: &Snapshot) -> Vec<Origin> {
        let origins = thrown.trace.iter();
        let origins = origins.filter_map(|call| self.origin(call, snapshot));
        let origins = origins.filter(|it| !crate::is_library_module(&it.file.name));
        origins.collect()
    }

    /// The place of a call of this VM in the source. `snapshot` is what it was restored from.
    pub fn origin(&self, call: &Frame, snapshot: &Snapshot) -> Option<Origin> {
        self.positions.origin(&snapshot.program, call)
    }

    /// Has an exception of this VM name what it is about: `f is not a function`. `snapshot` is what it was restored from.
    pub fn explain(&self, thrown: &mut Thrown, snapshot: &Snapshot) {
        self.positions.explain(&snapshot.program, thrown);
    }

    /// Calls an export.
    pub fn call(&mut self, id: u16, arguments: &[Value]) -> Result<Value, RunError> {
        let Some(&constant) = self.exports.get(&id) else {
            return Err(RunError::MissingExport {
                id,
                exports: self.exports.keys().copied().collect(),
            });
        };
        let function = self.vm.get_constant(constant).get();
        let result = self.call_word(function, arguments);
        let result = result.map(|it| self.promised.copy(&mut *self.vm, it));
        result.map_err(|Fault| {
            let thrown = self.thrown();
            RunError::of_call(id, thrown, || {
                let export = self.vm.get_constant(constant);
                Value::from_vm(&mut *self.vm, export)
            })
        })
    }

    /// Ends what an import has begun, as `Machine::settle` does.
    pub fn settle(
        &mut self,
        started: Started,
        outcome: Result<Value, Value>,
    ) -> Result<(), RunError> {
        let Some(callback) = self.host.end(&mut self.vm, started) else {
            return Ok(());
        };
        let result = self.call_word(callback, &settlement(outcome));
        (result.map(drop)).map_err(|Fault| RunError::Uncaught(self.thrown()))
    }

    /// The promise that the last call of an export returned, as it is now; None if that returned something else, or one that
    /// was settled.
    pub fn promised(&mut self) -> Option<Value> {
        self.promised.now(&mut *self.vm)
    }

    fn thrown(&mut self) -> Thrown {
        Thrown::of::<Desktop, _>(&mut *self.vm)
    }

    fn call_word(&mut self, function: u64, arguments: &[Value]) -> Result<Live, Fault> {
        Desktop::take_trace();
        let make = &mut |vm: &mut _, i: usize| arguments[i].to_vm(vm);
        call_with(&mut *self.vm, function, arguments.len(), make)
    }
}

const UNDEFINED: Live = Wide::<Desktop>::UNDEFINED;

/// Builds the graph's nodes in a VM. Each is kept in a constant, as any allocation may move it.
struct Builder<'a> {
    vm: &'a mut WideMachine<Desktop>,
    graph: &'a ir::Graph,
    functions: BTreeMap<ir::FunctionId, usize>,
    nodes: BTreeMap<ir::NodeId, usize>,
    /// Constants for the key and the value of a property that is being defined.
    held: [usize; 2],
}

impl Builder<'_> {
    /// Makes every node, empty; an object after its prototype, whose place the builtin slots take that the
    /// snapshot has values for.
    fn make_nodes(&mut self) -> Result<(), Fault> {
        for id in self.graph.nodes.ids() {
            let mut waiting = vec![id];
            while let Some(&id) = waiting.last() {
                if let ir::Node::Object {
                    prototype: ir::Value::Node(prototype),
                    ..
                } = &self.graph.nodes[id]
                    && !self.nodes.contains_key(prototype)
                {
                    waiting.push(*prototype);
                    continue;
                }
                waiting.pop();
                if !self.nodes.contains_key(&id) {
                    let live = self.make(id)?;
                    let constant = self.vm.add_constant(live)?;
                    self.nodes.insert(id, constant);
                }
            }
        }
        Ok(())
    }

    fn make(&mut self, id: ir::NodeId) -> Result<Live, Fault> {
        if self.graph.global == Some(id) {
            return Ok(self.vm.global_object());
        }
        // Literals inherit from the object that the VM began with: it becomes the snapshot's.
        for (&builtin, value) in &self.graph.builtins {
            if *value == ir::Value::Node(id)
                && builtin == microvium_format::Builtin::ObjectPrototype
            {
                return Ok(self.vm.get_builtin(builtin));
            }
        }
        match &self.graph.nodes[id] {
            ir::Node::Object { prototype, .. } => {
                let prototype = self.value(prototype)?;
                self.vm.new_object_from(prototype)
            }
            ir::Node::Array(elements) => self.vm.new_array(elements.len()),
            ir::Node::Bytes(bytes) => self.vm.bytes_from(bytes),
            ir::Node::Closure { function, .. } => {
                let function = self
                    .functions
                    .get(function)
                    .map(|&at| self.vm.get_constant(at));
                self.vm.new_closure(function.unwrap_or(UNDEFINED))
            }
            ir::Node::Namespace(members) => {
                let tag = self.tag()?;
                new_namespace(self.vm, members, &|vm| Ok(vm.get_constant(tag)))
            }
            ir::Node::Scope(fields) => self.vm.new_scope(fields.len()),
            ir::Node::Host(id) => self.vm.new_host_function((*id).into()),
            ir::Node::Ephemeral(_) => self.vm.new_ephemeral(FIRST_EPHEMERAL.into()),
            ir::Node::Symbol(description) => {
                let description = match description {
                    Some(text) => self.vm.new_string(text.as_bytes())?,
                    None => UNDEFINED,
                };
                self.vm.new_symbol(description)
            }
            // Nothing reaches it.
            ir::Node::Lazy(_) => Ok(UNDEFINED),
        }
    }

    /// The constant that holds `Symbol.toStringTag`, which namespaces have.
    fn tag(&mut self) -> Result<usize, Fault> {
        let node = self.graph.tag();
        if let Some(&known) = node.and_then(|it| self.nodes.get(&it)) {
            return Ok(known);
        }
        let live = match node {
            Some(node) => self.make(node)?,
            None => self.vm.new_symbol(UNDEFINED)?,
        };
        let constant = self.vm.add_constant(live)?;
        self.nodes.extend(node.map(|it| (it, constant)));
        Ok(constant)
    }

    /// Adds a property to an object.
    fn define(&mut self, id: ir::NodeId, property: &ir::Property) -> Result<(), Fault> {
        let key = match &property.key {
            ir::Key::Text(text) => self.vm.new_string(text.as_bytes())?,
            ir::Key::Symbol(node) => self.live(*node),
        };
        let [held_key, held_value] = self.held;
        self.vm.set_constant(held_key, key);
        let value = self.value(&property.value)?;
        self.vm.set_constant(held_value, value);
        let setter = match &property.setter {
            Some(setter) => Some(self.value(setter)?),
            None => None,
        };
        let (object, value) = (self.live(id), self.vm.get_constant(held_value));
        let key = self.vm.get_constant(held_key);
        match setter {
            Some(setter) => {
                self.vm
                    .define_accessor(object, key, (value, setter), property.attributes)
            }
            None => self
                .vm
                .define_by_key(object, key, value, property.attributes),
        }
    }

    fn fill_nodes(&mut self) -> Result<(), Fault> {
        for (id, node) in self.graph.nodes.iter() {
            match node {
                ir::Node::Object { properties, .. } => {
                    for property in properties {
                        // What nothing reaches isn't there, as in an image. Code asks for globals all the same.
                        let is_lazy = self.graph.global != Some(id)
                            && matches!(property.value, ir::Value::Node(value)
                            if matches!(self.graph.nodes[value], ir::Node::Lazy(_)));
                        if !is_lazy {
                            self.define(id, property)?;
                        }
                    }
                }
                ir::Node::Array(elements) => {
                    for (index, element) in elements.iter().enumerate() {
                        let element = self.value(element)?;
                        let array = self.live(id);
                        self.vm.set_array_element(array, index, element)?;
                    }
                }
                ir::Node::Closure {
                    scope, properties, ..
                } => {
                    let [scope, properties] = [scope, properties]
                        .map(|node| node.map_or(UNDEFINED, |node| self.live(node)));
                    let closure = self.live(id);
                    self.vm.set_closure(closure, scope, properties);
                }
                ir::Node::Scope(fields) => {
                    for (index, field) in fields.iter().enumerate() {
                        let field = self.value(field)?;
                        let scope = self.live(id);
                        self.vm.set_scope_field(scope, index, field);
                    }
                }
                ir::Node::Bytes(_)
                | ir::Node::Namespace(_)
                | ir::Node::Host(_)
                | ir::Node::Ephemeral(_)
                | ir::Node::Symbol(_)
                | ir::Node::Lazy(_) => {}
            }
        }
        for id in self.graph.nodes.ids() {
            let flags = self.graph.flags(id);
            if flags != 0 {
                let object = self.live(id);
                self.vm.close_object(object, flags)?;
            }
        }
        Ok(())
    }

    fn fill_roots(&mut self, variables: usize) -> Result<(), Fault> {
        self.vm.grow_variables(variables)?;
        for (&variable, value) in &self.graph.variables {
            let value = self.value(value)?;
            self.vm.set_variable(variable.index(), value);
        }
        for (&builtin, value) in &self.graph.builtins {
            // Keys are the VM's own.
            if let ir::Value::Node(node) = *value {
                let value = self.live(node);
                self.vm.set_builtin(builtin, value);
            }
        }
        Ok(())
    }

    fn live(&self, node: ir::NodeId) -> Live {
        self.nodes
            .get(&node)
            .map_or(UNDEFINED, |&at| self.vm.get_constant(at))
    }

    fn value(&mut self, value: &ir::Value) -> Result<Live, Fault> {
        match value {
            ir::Value::Node(node) => Ok(self.live(*node)),
            ir::Value::Fault(code) => Ok(Wide::<Desktop>::fault(*code)),
            ir::Value::Constant(constant) => match constant {
                ir::Constant::Undefined => Ok(UNDEFINED),
                ir::Constant::Null => Ok(Wide::<Desktop>::NULL),
                ir::Constant::Boolean(true) => Ok(Wide::<Desktop>::TRUE),
                ir::Constant::Boolean(false) => Ok(Wide::<Desktop>::FALSE),
                ir::Constant::Empty => Ok(Wide::<Desktop>::EMPTY),
                ir::Constant::Number(number) => {
                    self.vm.new_number(Number::from_bits(number.to_bits()))
                }
                ir::Constant::String(text) => self.vm.new_string(text.as_bytes()),
            },
        }
    }
}
