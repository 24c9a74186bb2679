//! Why each cell is in an image: the shortest way to it from an export, or from what the engine itself
//! looks up.

use crate::cells::{Body, CellId, Cells, Word};
use crate::layout::Tables;
use microvium_analysis::Facts;
use microvium_format::Builtin;
use microvium_format::decode::Decoder;
use microvium_format::operation::Operand;
use microvium_ir::{FunctionId, Position, Program, Segment};
use std::collections::btree_map::Entry;
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
    /// What the engine does, under this name, for the code in a cell.
    Engine(String, CellId),
}

impl<'a> Keepers<'a> {
    /// Of the cells of an image.
    pub fn new(
        program: &Program,
        facts: &Facts,
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
        for (id, word) in &tables.exports {
            keepers.add(word, Keeper::Root(format!("export {id}")), &used);
        }
        // What exports keep isn't said to be kept by the engine, nor by its own work what can be kept by code.
        let mut builtins: Vec<(Builtin, &Word)> = (tables.builtins.iter().enumerate())
            .filter_map(|(index, word)| {
                let builtin = u8::try_from(index).ok().and_then(Builtin::from_code)?;
                Some((builtin, word))
            })
            .collect();
        while !builtins.is_empty() {
            let call = (builtins.iter().enumerate()).find_map(|(at, (builtin, _))| {
                Some((at, keepers.call(*builtin, facts, functions)?))
            });
            let (at, call) = call.map_or((0, None), |(at, call)| (at, Some(call)));
            let (builtin, word) = builtins.remove(at);
            let name = format!("engine: {}", builtin.name());
            let keeper = match call {
                Some((place, cell)) => {
                    Keeper::Engine(format!("{name} for {}", program.place(place)), cell)
                }
                None => Keeper::Root(name),
            };
            keepers.add(word, keeper, &used);
        }
        keepers
    }

    /// What keeps a cell, unless something does already, and the cell what it refers to.
    fn add(&mut self, word: &Word, keeper: Keeper, used: &BTreeMap<CellId, Vec<Word>>) {
        let mut queue = VecDeque::from([(*word, keeper)]);
        while let Some((word, keeper)) = queue.pop_front() {
            let Word::Cell(cell) = word else { continue };
            let cell = self.cells.resolve(cell);
            let Entry::Vacant(entry) = self.by.entry(cell) else {
                continue;
            };
            entry.insert(keeper);
            let words = match &self.cells.get(cell).body {
                Body::Words(words) => &words[..],
                Body::Bytes(_) => &[],
            };
            let words = words.iter().chain(used.get(&cell).into_iter().flatten());
            queue.extend(words.map(|word| (*word, Keeper::Cell(cell))));
        }
    }

    /// Where code that something keeps has a builtin slot's function called: the nearest to what keeps it.
    fn call(
        &self,
        builtin: Builtin,
        facts: &Facts,
        functions: &BTreeMap<FunctionId, CellId>,
    ) -> Option<(Position, CellId)> {
        let calls = facts.builtin_calls.iter();
        let kept = calls.filter_map(|(called, place, function)| {
            let cell = self.cells.resolve(*functions.get(function)?);
            (*called == builtin && self.by.contains_key(&cell)).then_some((*place, cell))
        });
        kept.min_by_key(|(_, cell)| self.keepers(*cell).count())
    }

    /// What keeps a cell, and what keeps that, up to the root.
    fn keepers(&self, cell: CellId) -> impl Iterator<Item = &Keeper> {
        let keeper = |cell: CellId| self.by.get(&self.cells.resolve(cell));
        std::iter::successors(keeper(cell), move |it| match it {
            Keeper::Root(_) => None,
            Keeper::Cell(cell) | Keeper::Engine(_, cell) => keeper(*cell),
        })
    }

    /// The names of what keeps a cell, from the root on.
    pub fn chain(&self, cell: CellId) -> Vec<String> {
        let name = |cell: &CellId| self.cells.get(*cell).name.clone();
        let mut chain = Vec::new();
        for keeper in self.keepers(cell) {
            match keeper {
                Keeper::Root(name) => chain.push(name.clone()),
                _ if chain.len() >= LONGEST => {
                    chain.push("…".to_owned());
                    break;
                }
                Keeper::Cell(other) => chain.push(name(other)),
                Keeper::Engine(call, other) => chain.extend([call.clone(), name(other)]),
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
