//! From graph to image: what the facts say is reached becomes cells. What has to be in RAM (see
//! `placement`) lies there, or in ROM behind a RAM cell that is its identity until the first write copies
//! it; all else is in ROM.

use crate::cells::{Cell, CellId, Cells, NULL, Place, UNDEFINED, Word, as_integer, list};
use crate::image::{EncodeError, Image, Sort, import_name};
use crate::keep::Keepers;
use crate::layout::{Tables, lay_out};
use crate::needs::Needs;
use crate::placement::{Scene, uses_scope};
use crate::slots::{Slot, Slots};
use microvium_analysis::Facts;
use microvium_format::attribute::{ACCESSOR, FIXED, HIDDEN, LENGTH, NAMESPACE, READONLY};
use microvium_format::{Builtin, Kind, Native, Parts, ValueType, narrow, typed};
use microvium_ir::emit::emit;
use microvium_ir::{
    Access, Constant, Function, FunctionId, Graph, Key, Node, NodeId, Program, Property, Segment,
    SegmentConstant, Text, Value, VariableAccess, VariableId,
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
        let needs = segment.needs.with(self.cells.needs);
        let needs = match self.facts.stores_bytes {
            true => needs.with(Parts::LIBRARY),
            false => needs,
        };
        let needs = match self.facts.makes_typed_arrays {
            true => needs.with(Parts::TYPED_ARRAYS),
            false => needs,
        };
        let natives = tables.imports.iter().filter_map(|&id| Native::from_id(id));
        let needs = natives.fold(needs, |needs, native| needs.with(native.part()));
        let builtins = (self.facts.builtins.iter())
            .filter(|builtin| self.graph.builtins.contains_key(builtin));
        let needs = builtins.fold(needs, |needs, builtin| needs.with(builtin.part()));
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
        let mut reasons = Needs::new(&self.cells, &keepers);
        reasons.add_code(segment, &self.functions);
        for &(parts, cell) in self.needing.iter().chain(&self.cells.floats) {
            reasons.add_cell(parts, cell);
        }
        for &(id, cell) in &self.hosts {
            if let Some(native) = Native::from_id(id) {
                reasons.add_native(native, cell);
            }
        }
        let used = self.facts.builtins.iter();
        used.filter(|builtin| self.graph.builtins.contains_key(builtin))
            .for_each(|builtin| reasons.add_builtin(*builtin, tables));
        let bytes = self.facts.stores_bytes;
        reasons.add_fact(bytes, Parts::LIBRARY, "storing elements of Uint8Arrays");
        let typed = self.facts.makes_typed_arrays;
        reasons.add_fact(typed, Parts::TYPED_ARRAYS, "making typed arrays");
        let typed = self.cells.needs.contains(Parts::TYPED_ARRAYS);
        reasons.add_fact(typed, Parts::TYPED_ARRAYS, "a typed array of the snapshot");
        let reasons = reasons.finish(needs);
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
                {
                    let keys: Vec<Key> = keys.iter().map(Key::from).collect();
                    self.cells.shape(prototype, &keys)
                }
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

    fn content(&mut self, id: NodeId, cell: CellId) -> Cell {
        let in_ram = self.ram.contains(&id);
        match &self.graph.nodes[id] {
            Node::Object {
                prototype,
                properties,
                constructor,
            } => self.object(id, prototype, properties, *constructor),
            Node::Array(elements) => self.array(id, elements, in_ram),
            Node::Bytes(bytes) => match in_ram {
                true => self.captured(id, Cell::uint8_array(Place::Storage, bytes)),
                false => Cell::uint8_array(Place::Rom, bytes),
            },
            Node::Closure {
                function,
                scope,
                properties,
            } => self.closure(id, *function, *scope, *properties),
            Node::Namespace(members) => self.namespace(id, members),
            Node::Scope(fields) => {
                if self.graph.is_typed_array(id) && self.facts.keeps_field(id, typed::TYPE as u32) {
                    self.cells.needs = self.cells.needs.with(Parts::TYPED_ARRAYS);
                }
                let words = (fields.iter().zip(0..))
                    .map(|(field, index)| match self.facts.keeps_field(id, index) {
                        true => self.value(field),
                        false => UNDEFINED,
                    })
                    .collect();
                let place = if in_ram { Place::Ram } else { Place::Rom };
                scope_cell(place, words, "scope".to_owned())
            }
            Node::Host(import) => {
                self.hosts.push((*import, cell));
                // The count is the index among all imports, which is known when all cells are filled.
                Cell::words(Place::Rom, Kind::Host, 0, vec![], import_name(*import))
            }
            Node::Ephemeral(name) => {
                let words = vec![self.cells.string(name)];
                let name = format!("build-time function {}", name.to_display());
                Cell::words(Place::Rom, Kind::Ephemeral, 0, words, name)
            }
            Node::Symbol(description) => {
                let text = description.as_ref();
                let seen = text.filter(|it| self.facts.descriptions || it.is_private());
                let words = vec![seen.map_or(UNDEFINED, |text| self.cells.string(text))];
                let name = text.map_or_else(String::new, Text::to_display);
                Cell::words(
                    Place::Rom,
                    Kind::Symbol,
                    1,
                    words,
                    format!("Symbol({name})"),
                )
            }
            Node::Lazy(_) => unreachable!("what is reached has been loaded"),
        }
    }
    /// The first object that matters in a chain of prototypes, or null.
    fn prototype(&mut self, prototype: &Value) -> Word {
        match self.facts.prototype(self.graph, prototype) {
            Some(node) => Word::Cell(self.node(node)),
            None => NULL,
        }
    }

    fn object(
        &mut self,
        id: NodeId,
        prototype: &Value,
        properties: &[Property],
        constructor: Option<FunctionId>,
    ) -> Cell {
        // Objects like those that are still to be constructed share their layout.
        let whole = constructor.is_some_and(|it| self.facts.constructed.contains(&it));
        let kept: Vec<(&Property, bool)> = (properties.iter())
            .map(|property| (property, self.facts.keeps_property(id, &property.key)))
            .filter(|(_, used)| *used || whole)
            .collect();
        let keys: Vec<Key> = kept.iter().map(|(it, _)| it.key.clone()).collect();
        self.name_symbols(&keys);
        let prototype = self.prototype(prototype);
        let in_ram = self.ram.contains(&id);
        if keys.is_empty() && in_ram && self.graph.flags(id) == 0 {
            let shape = self.cells.shape(prototype, &keys);
            return object_cell(Place::Ram, shape, vec![], &keys);
        }
        let shape = self.cells.shape_prefix(prototype, &keys);
        let values = (kept.into_iter())
            .map(|(property, used)| match used {
                true => self.property(id, property),
                false => UNDEFINED,
            })
            .collect();
        match in_ram {
            false => object_cell(Place::Rom, shape, values, &keys),
            true => self.captured(id, object_cell(Place::Storage, shape, values, &keys)),
        }
    }

    /// Gives the symbols among keys their cells.
    fn name_symbols(&mut self, keys: &[Key]) {
        for key in keys {
            if let Key::Symbol(node) = key {
                let cell = self.node(*node);
                self.cells.symbols.insert(*node, Word::Cell(cell));
            }
        }
    }

    /// The word of a property: its value, or a cell if it is an accessor or has attributes that matter.
    fn property(&mut self, id: NodeId, property: &Property) -> Word {
        let mut seen = 0;
        if self.facts.shows_attributes(id) {
            seen |= HIDDEN | FIXED | READONLY;
        }
        // What is frozen and in ROM can't be written anyway.
        let written = self.facts.is_written(id) && self.ram.contains(&id);
        if written || self.facts.protects(id) {
            seen |= FIXED | READONLY;
        }
        if written {
            seen |= LENGTH;
        }
        let mut attributes = property.attributes & seen;
        if property.setter.is_some() {
            attributes |= ACCESSOR;
        }
        if attributes == 0 {
            return self.value(&property.value);
        }
        // Of an accessor only one may be called: the other one isn't there.
        let mut words = vec![UNDEFINED; 2];
        for (word, value) in words.iter_mut().zip(property.values()) {
            let unseen = matches!(value, Value::Node(id) if !self.facts.identities.contains(id));
            if property.setter.is_none() || !unseen {
                *word = self.value(value);
            }
        }
        self.property_cell(attributes, words, &property.key)
    }

    /// A property with attributes.
    fn property_cell(&mut self, attributes: u8, words: Vec<Word>, key: &Key) -> Word {
        let name = format!("property {}", key.to_display());
        let count = usize::from(attributes);
        let cell = Cell::words(Place::Rom, Kind::Property, count, words, name);
        let cell = self.cells.add(cell);
        // A value that can't be written every engine knows.
        if attributes & (ACCESSOR | READONLY) != READONLY {
            self.cells.needs = self.cells.needs.with(Parts::LIBRARY);
            self.needing.push((Parts::LIBRARY, cell));
        }
        Word::Cell(cell)
    }

    /// An object in ROM, so that writing to it throws. A word of it that links to a variable slot holds
    /// what the variable holds.
    fn namespace(&mut self, id: NodeId, members: &[(Text, VariableId)]) -> Cell {
        let (mut keys, mut words) = (Vec::new(), Vec::new());
        let named = members
            .iter()
            .map(|(key, variable)| (Key::from(key), variable));
        for (key, variable) in named.filter(|(key, _)| self.facts.keeps_property(id, key)) {
            let mut word = match self.slots.variable(*variable) {
                VariableAccess::Slot(slot) => Word::Raw(narrow::slot(slot as u16)),
                _ => self.value(&self.slots.value(&Slot::Variable(*variable))),
            };
            if self.facts.shows_attributes(id) {
                word = self.property_cell(FIXED, vec![word, UNDEFINED], &key);
            }
            keys.push(key);
            words.push(word);
        }
        if let Some(tag) = self.graph.tag().map(Key::Symbol)
            && self.facts.keeps_property(id, &tag)
        {
            let name = self.cells.string(&Text::from("Module"));
            let flags = READONLY | HIDDEN | FIXED | NAMESPACE;
            words.push(self.property_cell(flags, vec![name, UNDEFINED], &tag));
            self.name_symbols(std::slice::from_ref(&tag));
            keys.push(tag);
        }
        let shape = self.cells.shape_prefix(NULL, &keys);
        object_cell(Place::Rom, shape, words, &keys)
    }

    /// An identity in RAM for storage in ROM.
    fn captured(&mut self, id: NodeId, storage: Cell) -> Cell {
        let name = format!("identity of {}", storage.name);
        let words = vec![Word::Cell(self.cells.add(storage))];
        let flags = usize::from(self.graph.flags(id));
        Cell::words(Place::Ram, Kind::Indirect, flags, words, name)
    }

    fn array(&mut self, id: NodeId, elements: &[Value], in_ram: bool) -> Cell {
        let used = self.facts.keeps_elements(id);
        let reached = |node| self.facts.identities.contains(&node);
        let elements = self.graph.elements(id, elements, reached);
        // In RAM one element is no larger than a reference to it. Weak lists lie nowhere else.
        let small = elements.len() <= 1 && !self.graph.closed.contains(&id);
        let place = match in_ram {
            true if small || self.graph.is_weak(id) => Place::Ram,
            true => Place::Storage,
            false => Place::Rom,
        };
        let cell = match integers(&elements) {
            _ if !used => Cell::array(place, vec![UNDEFINED; elements.len()]),
            Some(integers) if place != Place::Ram && packing_pays(&integers) => {
                Cell::packed(place, &integers)
            }
            _ => {
                let words = elements.iter().map(|element| self.value(element)).collect();
                Cell::array(place, words)
            }
        };
        match place {
            Place::Storage => self.captured(id, cell),
            _ => cell,
        }
    }

    fn closure(
        &mut self,
        id: NodeId,
        function: FunctionId,
        scope: Option<NodeId>,
        properties: Option<NodeId>,
    ) -> Cell {
        let code = &self.program.functions[function];
        let scope = match scope {
            Some(scope) if uses_scope(code) => Word::Cell(self.node(scope)),
            _ => UNDEFINED,
        };
        let mut words = vec![Word::Cell(self.functions[&function]), scope];
        let prototype = self.scene.instance_prototype(function, properties);
        if self.scene.has_properties(id, properties) {
            words.push(self.own_properties(properties));
        } else if prototype.is_some() {
            words.push(UNDEFINED);
        }
        if let Some(prototype) = prototype {
            let prototype = self.prototype(prototype);
            let keys = self.scene.instance_keys(function, properties);
            words.push(self.cells.shape(prototype, &keys));
        }
        let name = format!("function {}", display_name(code));
        let place = match self.ram.contains(&id) {
            true => Place::Ram,
            false => Place::Rom,
        };
        Cell::words(place, Kind::Closure, words.len(), words, name)
    }

    /// The object that holds a function's own properties.
    fn own_properties(&mut self, properties: Option<NodeId>) -> Word {
        if let Some(properties) = properties {
            return Word::Cell(self.node(properties));
        }
        let shape = self.cells.shape(NULL, &[]);
        let cell = object_cell(Place::Ram, shape, vec![], &[]);
        Word::Cell(self.cells.add(cell))
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

/// A cell for properties laid out by a shape.
fn object_cell(place: Place, shape: Word, values: Vec<Word>, keys: &[Key]) -> Cell {
    let count = values.len();
    let mut words = vec![shape];
    words.extend(values);
    let name = format!("object {}", list(keys));
    Cell::words(place, Kind::Object, count, words, name)
}

/// A cell for captured variables.
fn scope_cell(place: Place, words: Vec<Word>, name: String) -> Cell {
    Cell::words(place, Kind::Scope, words.len(), words, name)
}

/// The elements, if all of them are integers.
fn integers(elements: &[&Value]) -> Option<Vec<i32>> {
    (elements.iter())
        .map(|element| match element {
            Value::Constant(Constant::Number(number)) => as_integer(*number),
            _ => None,
        })
        .collect()
}

/// Whether a packed array is smaller than one of values, of which the larger ones need cells.
fn packing_pays(integers: &[i32]) -> bool {
    let inline = narrow::MIN_INTEGER..=narrow::MAX_INTEGER;
    integers.iter().any(|integer| !inline.contains(integer))
        || Cell::packed(Place::Rom, integers).rom_size()
            < Cell::array(Place::Rom, vec![UNDEFINED; integers.len()]).rom_size()
}

/// A function's name, for people.
fn display_name(function: &Function) -> &str {
    match function.name.as_str() {
        "" => "(anonymous)",
        name => name,
    }
}
