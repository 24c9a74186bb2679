//! From graph to image: what the facts say is reached becomes cells. What has to be in RAM (see
//! `placement`) lies there, or in ROM behind a RAM cell that is its identity until the first write copies
//! it; all else is in ROM.

mod node;

use crate::cells::{Cell, CellId, Cells, NULL, Place, UNDEFINED, Word};
use crate::image::{EncodeError, Image, Sort, import_name};
use crate::keep::Keepers;
use crate::layout::{Tables, lay_out};
use crate::needs::Needs;
use crate::placement::{Scene, uses_scope};
use crate::slots::Slots;
use microvium_analysis::Facts;
use microvium_format::{Builtin, Kind, Native, Parts, ValueType, narrow};
use microvium_ir::emit::emit;
use microvium_ir::{
    Constant, Function, FunctionId, Graph, Key, Node, NodeId, Program, Segment, SegmentConstant,
    Text, Value,
};
use std::collections::{BTreeMap, BTreeSet};

/// Encodes the part of the graph that the facts say is reached.
pub fn encode(program: &Program, graph: &Graph, facts: &Facts) -> Result<Image, EncodeError> {
    let slots = Slots::new(program, graph, facts);
    let mut functions = facts.functions.clone();
    loop {
        let list: Vec<FunctionId> = functions.iter().copied().collect();
        let segment = emit(program, &list, &slots, 0)?;
        let mut encoder = Encoder::new(program, graph, facts, &slots);
        encoder.add_code(&segment);
        let mut tables = encoder.tables(&segment);
        encoder.fill();
        // Emission may have folded away all that referred to a function.
        let used = encoder.used_functions(&segment);
        if used.len() < functions.len() {
            functions = used;
            continue;
        }
        tables.imports = encoder.number_imports();
        encoder.cells.settle_shapes();
        return encoder.finish(&segment, &tables);
    }
}

/// The cells made so far.
struct Encoder<'a> {
    program: &'a Program,
    graph: &'a Graph,
    facts: &'a Facts,
    slots: &'a Slots<'a>,
    scene: Scene<'a>,
    /// The nodes that lie in RAM.
    ram: BTreeSet<NodeId>,
    cells: Cells,
    functions: BTreeMap<FunctionId, CellId>,
    nodes: BTreeMap<NodeId, CellId>,
    /// Functions whose code block is a function object itself.
    plain: BTreeSet<FunctionId>,
    /// Nodes whose cell isn't filled yet. A list and no recursion: graphs are deep.
    pending: Vec<(NodeId, CellId)>,
    /// Host functions by import id.
    hosts: Vec<(u16, CellId)>,
    /// Cells that need parts of the engine.
    needing: Vec<(Parts, CellId)>,
}

impl<'a> Encoder<'a> {
    fn new(
        program: &'a Program,
        graph: &'a Graph,
        facts: &'a Facts,
        slots: &'a Slots<'a>,
    ) -> Encoder<'a> {
        let scene = Scene {
            program,
            graph,
            facts,
        };
        Encoder {
            program,
            graph,
            facts,
            slots,
            scene,
            ram: scene.in_ram(),
            cells: Cells::default(),
            functions: BTreeMap::new(),
            nodes: BTreeMap::new(),
            plain: BTreeSet::new(),
            pending: Vec::new(),
            hosts: Vec::new(),
            needing: Vec::new(),
        }
    }

    /// The image.
    fn finish(&self, segment: &Segment, tables: &Tables) -> Result<Image, EncodeError> {
        let needs = self.needs(segment, tables);
        let keepers = Keepers::new(
            self.program,
            self.facts,
            &self.cells,
            tables,
            segment,
            &self.functions,
        );
        let functions: BTreeMap<CellId, FunctionId> = (self.functions.iter())
            .map(|(&function, &cell)| (self.cells.resolve(cell), function))
            .collect();
        let explain = |cell| {
            let sort = match (functions.get(&cell), self.cells.get(cell).place) {
                (Some(&function), _) => Sort::Function(function),
                (None, Place::Strings) => Sort::String,
                _ => Sort::Data,
            };
            (sort, keepers.chain(cell))
        };
        let reasons = self.reasons(&keepers, segment, tables).finish(needs);
        let layout = lay_out(&self.cells, tables, needs, &explain)?;
        let mut image = Image {
            bytes: layout.bytes,
            items: layout.items,
            needs: reasons,
            slots: self.slots.order().to_vec(),
            functions: Vec::new(),
            positions: Vec::new(),
        };
        for code in &segment.functions {
            let cell = self.functions[&code.function];
            let first = layout.addresses[&cell] + code.first_instruction() as u16;
            let end = first + code.instructions.len() as u16;
            image.functions.push((first..end, code.function));
            // What stands before the first statement belongs to the function itself.
            if code.positions.first().is_none_or(|(offset, _)| *offset > 0) {
                let at = self.program.functions[code.function].position;
                image.positions.push((first, at));
            }
            let positions = code.positions.iter();
            (image.positions).extend(positions.map(|(offset, at)| (first + *offset as u16, *at)));
        }
        Ok(image)
    }

    /// The builtin slots that are used, of those that there are.
    fn builtins(&self) -> impl Iterator<Item = Builtin> {
        let used = self.facts.builtins.iter().copied();
        used.filter(|builtin| self.graph.builtins.contains_key(builtin))
    }

    /// The parts that the engine must have.
    fn needs(&self, segment: &Segment, tables: &Tables) -> Parts {
        let mut needs = segment.needs.with(self.cells.needs);
        if self.facts.stores_bytes {
            needs = needs.with(Parts::LIBRARY);
        }
        if self.facts.makes_typed_arrays {
            needs = needs.with(Parts::TYPED_ARRAYS);
        }
        let natives = tables.imports.iter().filter_map(|&id| Native::from_id(id));
        let parts = natives.map(Native::part);
        let parts = parts.chain(self.builtins().map(Builtin::part));
        parts.fold(needs, Parts::with)
    }

    /// Why they are needed.
    fn reasons<'n>(
        &'n self,
        keepers: &'n Keepers<'n>,
        segment: &Segment,
        tables: &Tables,
    ) -> Needs<'n> {
        let mut reasons = Needs::new(&self.cells, keepers);
        reasons.add_code(segment, &self.functions);
        for &(parts, cell) in self.needing.iter().chain(&self.cells.floats) {
            reasons.add_cell(parts, cell);
        }
        for &(id, cell) in &self.hosts {
            if let Some(native) = Native::from_id(id) {
                reasons.add_native(native, cell);
            }
        }
        for builtin in self.builtins() {
            reasons.add_builtin(builtin, tables);
        }
        let bytes = self.facts.stores_bytes;
        reasons.add_fact(bytes, Parts::LIBRARY, "storing elements of Uint8Arrays");
        let typed = self.facts.makes_typed_arrays;
        reasons.add_fact(typed, Parts::TYPED_ARRAYS, "making typed arrays");
        let typed = self.cells.needs.contains(Parts::TYPED_ARRAYS);
        reasons.add_fact(typed, Parts::TYPED_ARRAYS, "a typed array of the snapshot");
        reasons
    }

    /// The functions that code or cells refer to.
    fn used_functions(&self, segment: &Segment) -> BTreeSet<FunctionId> {
        let constants = segment
            .constants
            .iter()
            .filter_map(|constant| match constant {
                SegmentConstant::Function(function) => Some(*function),
                _ => None,
            });
        let nodes = self
            .nodes
            .keys()
            .filter_map(|node| match self.graph.nodes[*node] {
                Node::Closure { function, .. } => Some(function),
                _ => None,
            });
        constants.chain(nodes).collect()
    }

    /// A code block for each function.
    fn add_code(&mut self, segment: &Segment) {
        for code in &segment.functions {
            let mut block = code.to_block();
            let body = block.split_off(narrow::WORD);
            let header = u16::from_le_bytes([block[0], block[1]]);
            let name = format!(
                "code of {}",
                display_name(&self.program.functions[code.function])
            );
            let id = (self.cells).add(Cell::bytes(Place::Rom, header, body, name));
            self.functions.insert(code.function, id);
        }
    }

    /// The tables, and with them the roots of everything else.
    fn tables(&mut self, segment: &Segment) -> Tables {
        let constants = (segment.constants.iter())
            .map(|constant| self.segment_constant(constant))
            .collect();
        let used = (self.facts.builtins.iter())
            .filter_map(|builtin| Some((*builtin, self.graph.builtins.get(builtin)?)));
        let mut builtins = Vec::new();
        for (builtin, value) in used {
            builtins.resize(builtin as usize, UNDEFINED);
            builtins.push(match value {
                Value::Node(_) => self.prototype(value),
                value => self.value(value),
            });
        }
        let exports = (self.graph.exports.iter())
            .map(|(&id, value)| (id, self.value(value)))
            .collect();
        let slots = self.slots;
        let variables = (slots.order().iter())
            .map(|slot| self.value(&slots.value(slot)))
            .collect();
        Tables {
            constants,
            builtins,
            imports: Vec::new(),
            exports,
            variables,
        }
    }

    fn segment_constant(&mut self, constant: &SegmentConstant) -> Word {
        match constant {
            SegmentConstant::Number(number) => self.cells.number(*number),
            SegmentConstant::String(text) => self.cells.string(text),
            SegmentConstant::Function(function) => Word::Cell(self.functions[function]),
            SegmentConstant::Shape(keys) => {
                let prototype = self.graph.builtins.get(&Builtin::ObjectPrototype);
                let prototype = prototype.map_or(NULL, |it| self.prototype(it));
                let keys: Vec<Key> = keys.iter().map(Key::from).collect();
                self.cells.shape(prototype, &keys)
            }
            SegmentConstant::TypeNames => {
                let names = ValueType::ALL
                    .iter()
                    .map(|it| self.cells.string(&Text::from(it.type_of())));
                let words = names.collect();
                Word::Cell(self.cells.add(Cell::array(Place::Rom, words)))
            }
            // Only the build's code has these: modules are instantiated before the snapshot.
            SegmentConstant::Namespace(..) => UNDEFINED,
            SegmentConstant::Variable(variable) => {
                let value = self.graph.variables.get(variable);
                value.map_or(UNDEFINED, |value| self.value(value))
            }
            SegmentConstant::Global(name) => {
                let property = self.graph.global(name);
                property.map_or(UNDEFINED, |it| self.value(&it.value))
            }
            SegmentConstant::GlobalObject => {
                let global = self.graph.global;
                global.map_or(UNDEFINED, |node| Word::Cell(self.node(node)))
            }
        }
    }

    fn value(&mut self, value: &Value) -> Word {
        match value {
            Value::Constant(constant) => self.constant(constant),
            Value::Node(node) => Word::Cell(self.node(*node)),
            Value::Fault(code) => Word::Raw(narrow::fault(*code)),
        }
    }

    fn constant(&mut self, constant: &Constant) -> Word {
        match constant {
            Constant::Undefined => UNDEFINED,
            Constant::Null => NULL,
            Constant::Boolean(false) => Word::Raw(narrow::FALSE),
            Constant::Boolean(true) => Word::Raw(narrow::TRUE),
            Constant::Empty => Word::Raw(narrow::EMPTY),
            Constant::Number(number) => self.cells.number(*number),
            Constant::String(text) => self.cells.string(text),
        }
    }

    /// The cell that is the node's identity.
    fn node(&mut self, node: NodeId) -> CellId {
        if let Some(&cell) = self.nodes.get(&node) {
            return cell;
        }
        if let Some(code) = self.plain_function(node) {
            self.nodes.insert(node, code);
            return code;
        }
        let cell = self.cells.reserve();
        self.nodes.insert(node, cell);
        self.pending.push((node, cell));
        cell
    }

    /// The code block, if the node is a function object that needs nothing else: neither scope nor
    /// properties, and no other function object is this code block already.
    fn plain_function(&mut self, node: NodeId) -> Option<CellId> {
        let Node::Closure {
            function,
            properties,
            ..
        } = self.graph.nodes[node]
        else {
            return None;
        };
        let plain = !uses_scope(&self.program.functions[function])
            && !self.scene.has_properties(node, properties)
            && self
                .scene
                .instance_prototype(function, properties)
                .is_none();
        (plain && self.plain.insert(function)).then(|| self.functions[&function])
    }

    /// Fills the cells of all nodes, those that come up on the way included.
    fn fill(&mut self) {
        while let Some((node, cell)) = self.pending.pop() {
            let content = self.content(node, cell);
            self.cells.set(cell, content);
        }
    }

    /// The first object that matters in a chain of prototypes, or null.
    fn prototype(&mut self, prototype: &Value) -> Word {
        match self.facts.prototype(self.graph, prototype) {
            Some(node) => Word::Cell(self.node(node)),
            None => NULL,
        }
    }

    /// Completes the Host cells, whose count is an index in the import table, and returns that table.
    fn number_imports(&mut self) -> Vec<u16> {
        let mut imports: Vec<u16> = self.hosts.iter().map(|(import, _)| *import).collect();
        imports.sort_unstable();
        imports.dedup();
        for &(import, cell) in &self.hosts {
            let index = imports.partition_point(|&other| other < import);
            let name = import_name(import);
            let host = Cell::words(Place::Rom, Kind::Host, index, vec![], name);
            self.cells.set(cell, host);
        }
        imports
    }
}

/// A function's name, for people.
fn display_name(function: &Function) -> &str {
    match function.name.as_str() {
        "" => "(anonymous)",
        name => name,
    }
}
