//! Why each cell is in an image: the shortest way to it from an export, or from what the engine itself
//! looks up.

use crate::cells::{Body, CellId, Cells, Word};
use crate::layout::Tables;
use microvium_format::Builtin;
use microvium_format::decode::Decoder;
use microvium_format::operation::Operand;
use microvium_ir::{FunctionId, Segment};
use std::collections::{BTreeMap, VecDeque};

/// How many cells a chain shows at most.
const LONGEST: usize = 20;

/// What keeps each cell.
pub struct Keepers<'a> {
    cells: &'a Cells,
    by: BTreeMap<CellId, Keeper>,
}

/// What keeps a cell.
enum Keeper {
    /// The image's tables, under this name.
    Root(String),
    /// Another cell.
    Cell(CellId),
}

impl<'a> Keepers<'a> {
    /// Of the cells of an image.
    pub fn new(
        cells: &'a Cells,
        tables: &Tables,
        segment: &Segment,
        functions: &BTreeMap<FunctionId, CellId>,
    ) -> Keepers<'a> {
        let used = used_by_code(cells, tables, segment, functions);
        let mut keepers = Keepers {
            cells,
            by: BTreeMap::new(),
        };
        let exports = (tables.exports.iter()).map(|(id, word)| (format!("export {id}"), word));
        let builtins = (tables.builtins.iter().enumerate()).map(|(index, word)| {
            let builtin = u8::try_from(index).ok().and_then(Builtin::from_code);
            let name = builtin.map_or("unknown", Builtin::name);
            (format!("engine: {name}"), word)
        });
        let mut queue = VecDeque::new();
        for (name, word) in exports.chain(builtins) {
            keepers.add(word, Keeper::Root(name), &mut queue);
            // What exports keep isn't said to be kept by the engine.
            while let Some(cell) = queue.pop_front() {
                if let Body::Words(words) = &cells.get(cell).body {
                    for word in words {
                        keepers.add(word, Keeper::Cell(cell), &mut queue);
                    }
                }
                for word in used.get(&cell).into_iter().flatten() {
                    keepers.add(word, Keeper::Cell(cell), &mut queue);
                }
            }
        }
        keepers
    }

    fn add(&mut self, word: &Word, keeper: Keeper, queue: &mut VecDeque<CellId>) {
        if let Word::Cell(cell) = word {
            let cell = self.cells.resolve(*cell);
            self.by.entry(cell).or_insert_with(|| {
                queue.push_back(cell);
                keeper
            });
        }
    }

    /// The names of what keeps a cell, from the root on.
    pub fn chain(&self, cell: CellId) -> Vec<String> {
        let mut chain = Vec::new();
        let mut at = self.cells.resolve(cell);
        while let Some(keeper) = self.by.get(&at) {
            match keeper {
                Keeper::Root(name) => {
                    chain.push(name.clone());
                    break;
                }
                Keeper::Cell(_) if chain.len() == LONGEST => {
                    chain.push("…".to_owned());
                    break;
                }
                Keeper::Cell(other) => {
                    chain.push(self.cells.get(*other).name.clone());
                    at = *other;
                }
            }
        }
        chain.reverse();
        chain
    }
}

/// What each function's code refers to by the tables.
fn used_by_code(
    cells: &Cells,
    tables: &Tables,
    segment: &Segment,
    functions: &BTreeMap<FunctionId, CellId>,
) -> BTreeMap<CellId, Vec<Word>> {
    let mut used = BTreeMap::new();
    for code in &segment.functions {
        let words = Decoder::new(&code.instructions).flatten().filter_map(|it| {
            let table = match it.operation.operand() {
                Operand::Constant | Operand::Key => &tables.constants,
                Operand::Variable => &tables.variables,
                _ => return None,
            };
            table.get(it.operand as usize).copied()
        });
        let cell = cells.resolve(functions[&code.function]);
        used.insert(cell, words.collect());
    }
    used
}
