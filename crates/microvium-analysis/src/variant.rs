//! Variants: what a function does is found out for each place that calls it, so that the array which one `map` makes isn't
//! taken for what another one has made. Facts are of functions; only the places of values and what is made tell variants
//! apart.

use crate::flow::Arguments;
use crate::set::Set;
use crate::task::TaskId;
use microvium_ir::{Function, FunctionId, FunctionKind, Program};
use rustc_hash::FxHashMap;

/// So deep they are told apart: by the place of the call, and by the one that calls its function.
const DEPTH: usize = 2;
/// So many there are, as the time that analysis takes grows with them.
const MOST: usize = 2048;
/// Where so many things are passed at once, everything has mixed with everything, and nothing is told apart.
const MIXED: usize = 128;

/// One of them.
struct Variant {
    /// Its function.
    base: FunctionId,
    /// Who calls it.
    caller: Caller,
}

/// Who calls a variant.
#[derive(Clone, Copy)]
enum Caller {
    /// An instruction of this function or variant.
    Function(FunctionId),
    /// The engine, for the operation with this code.
    Engine(u8),
}

/// All there are. Their ids come behind those of the functions.
pub struct Variants<'a> {
    program: &'a Program,
    all: Vec<Variant>,
    /// Those of functions, by the instructions that call them; only looked up.
    ids: FxHashMap<(FunctionId, TaskId), FunctionId>,
    /// Those of functions that the engine calls, by the operations that it calls them for; only looked up.
    operations: FxHashMap<(FunctionId, u8), FunctionId>,
    /// How many of the former there may be.
    most: usize,
    /// Whether it has turned out to be in vain.
    pub in_vain: bool,
}

impl<'a> Variants<'a> {
    /// None so far; and none at all if functions aren't to be told apart.
    pub fn new(program: &'a Program, apart: bool) -> Variants<'a> {
        Variants {
            program,
            all: Vec::new(),
            ids: FxHashMap::default(),
            operations: FxHashMap::default(),
            most: if apart { MOST } else { 0 },
            in_vain: false,
        }
    }

    fn find(&self, id: FunctionId) -> Option<&Variant> {
        let at = id.index().checked_sub(self.program.functions.len())?;
        Some(&self.all[at])
    }

    /// The function of a variant; a function is its own.
    pub fn base(&self, id: FunctionId) -> FunctionId {
        self.find(id).map_or(id, |it| it.base)
    }

    /// The code of a function or variant.
    pub fn body(&self, id: FunctionId) -> &'a Function {
        &self.program.functions[self.base(id)]
    }

    /// Functions are passed this.
    pub fn pass(&mut self, this: &Set, arguments: Arguments<'_>) {
        let mut sets = arguments.sets().iter().chain([this]);
        self.in_vain |= !self.ids.is_empty() && sets.any(|it| it.things.len() > MIXED);
    }

    /// The variant of a function that an instruction of another one calls, or the function if it isn't told apart there.
    pub fn called(&mut self, function: FunctionId, site: TaskId, caller: FunctionId) -> FunctionId {
        let kind = self.program.functions[function].kind;
        if !matches!(
            kind,
            FunctionKind::Plain | FunctionKind::Method | FunctionKind::Class
        ) {
            return function;
        }
        if let Some(known) = self.ids.get(&(function, site)) {
            return *known;
        }
        let mut callers = 0;
        let mut outer = caller;
        while let Some(variant) = self.find(outer) {
            if variant.base == function {
                return function;
            }
            let Caller::Function(next) = variant.caller else {
                break;
            };
            callers += 1;
            outer = next;
        }
        if outer == function || callers == DEPTH || self.ids.len() == self.most {
            return function;
        }
        let id = self.add(function, Caller::Function(caller));
        self.ids.insert((function, site), id);
        id
    }

    /// The variant of a function that the engine calls for the operation with this code.
    pub fn for_operation(&mut self, function: FunctionId, code: u8) -> FunctionId {
        if let Some(known) = self.operations.get(&(function, code)) {
            return *known;
        }
        let id = self.add(function, Caller::Engine(code));
        self.operations.insert((function, code), id);
        id
    }

    /// The code of the operation for which the engine calls a variant.
    pub fn operation(&self, id: FunctionId) -> Option<u8> {
        match self.find(id)?.caller {
            Caller::Engine(code) => Some(code),
            Caller::Function(_) => None,
        }
    }

    fn add(&mut self, base: FunctionId, caller: Caller) -> FunctionId {
        self.all.push(Variant { base, caller });
        FunctionId::new(self.program.functions.len() + self.all.len() - 1)
    }
}
