//! What in an image needs which part of the engine.

use crate::cells::{CellId, Cells, Word};
use crate::keep::Keepers;
use crate::layout::Tables;
use microvium_format::decode::Decoder;
use microvium_format::{Builtin, Native, Operation, Parts};
use microvium_ir::{FunctionId, Position, Segment};
use std::collections::BTreeMap;

/// A reason why an image needs a part of the engine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Need {
    /// The part.
    pub part: Parts,
    /// What needs it, for people.
    pub what: String,
    /// Where that stands in the source, if it is code.
    pub position: Option<Position>,
    /// What keeps it in the image, from the root on.
    pub chain: Vec<String>,
}

/// Collects the needs of an image.
pub(crate) struct Needs<'a> {
    cells: &'a Cells,
    keepers: &'a Keepers<'a>,
    found: Vec<Need>,
}

impl<'a> Needs<'a> {
    pub fn new(cells: &'a Cells, keepers: &'a Keepers<'a>) -> Needs<'a> {
        let found = Vec::new();
        Needs {
            cells,
            keepers,
            found,
        }
    }

    fn add(&mut self, parts: Parts, what: &str, position: Option<Position>, chain: Vec<String>) {
        for (part, ..) in Parts::ALL {
            if parts.contains(*part) {
                self.found.push(Need {
                    part: *part,
                    what: what.to_owned(),
                    position,
                    chain: chain.clone(),
                });
            }
        }
    }

    /// Those of code: of each function and each part the first operation.
    pub fn add_code(&mut self, segment: &Segment, functions: &BTreeMap<FunctionId, CellId>) {
        for code in &segment.functions {
            let cell = functions[&code.function];
            let mut known = Parts::NONE;
            for instruction in Decoder::new(&code.instructions).flatten() {
                let (parts, name) = match (instruction.operation, instruction.special) {
                    (Operation::Divide, _) => (Parts::FLOAT, Operation::Divide.name()),
                    (_, Some(special)) => (special.parts(), special.name()),
                    _ => continue,
                };
                let new = parts.without(known);
                known = known.with(parts);
                let after = (code.positions)
                    .partition_point(|(start, _)| *start as usize <= instruction.offset);
                let position = code.positions[..after].last().map(|&(_, at)| at);
                let what = format!("{name} in {}", self.cells.get(cell).name);
                let chain = self.keepers.chain(cell);
                self.add(new, &what, position, chain);
            }
        }
    }

    /// That of a cell.
    pub fn add_cell(&mut self, parts: Parts, cell: CellId) {
        let name = self.cells.get(cell).name.clone();
        let chain = self.keepers.chain(cell);
        self.add(parts, &name, None, chain);
    }

    /// That of a function of the engine's which the library calls.
    pub fn add_native(&mut self, native: Native, cell: CellId) {
        let chain = self.keepers.chain(cell);
        self.add(native.part(), native.name(), None, chain);
    }

    /// That of what the engine calls or looks up.
    pub fn add_builtin(&mut self, builtin: Builtin, tables: &Tables) {
        let what = format!("the engine's use of {}", builtin.name());
        let chain = match tables.builtins.get(builtin as usize) {
            Some(Word::Cell(cell)) => self.keepers.chain(*cell),
            _ => Vec::new(),
        };
        self.add(builtin.part(), &what, None, chain);
    }

    /// That of something that the whole program does.
    pub fn add_fact(&mut self, holds: bool, parts: Parts, what: &str) {
        if holds {
            self.add(parts, what, None, Vec::new());
        }
    }

    /// All of them, by part; and for a part that is needed and of which no reason was found, that it is.
    pub fn finish(mut self, needs: Parts) -> Vec<Need> {
        let found = self.found.iter();
        let explained = found.fold(Parts::NONE, |parts, need| parts.with(need.part));
        let rest = needs.without(explained);
        self.add(rest, "a number that is no integer", None, Vec::new());
        self.found.sort_by_key(|need| need.part.0);
        self.found
    }
}
