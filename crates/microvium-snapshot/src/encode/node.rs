//! The cells of nodes: objects, arrays, functions, scopes and the like.

use super::{Encoder, display_name};
use crate::cells::{Cell, CellId, NULL, Place, UNDEFINED, Word, as_integer, list};
use crate::image::import_name;
use crate::placement::uses_scope;
use crate::slots::Slot;
use microvium_format::attribute::{ACCESSOR, FIXED, HIDDEN, LENGTH, NAMESPACE, READONLY};
use microvium_format::{Kind, Parts, narrow, typed};
use microvium_ir::{
    Access, Constant, FunctionId, Key, Node, NodeId, Property, Text, Value, VariableAccess,
    VariableId,
};

impl Encoder<'_> {
    /// What is in the cell of a node.
    pub(super) fn content(&mut self, id: NodeId, cell: CellId) -> Cell {
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
