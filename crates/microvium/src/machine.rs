//! Resuming an image on the desktop, in the narrow width: what a device would do.

use crate::error::RunError;
use crate::imports::{AsyncFunction, Function, Imports, LostPromise, Started, settlement};
use crate::promised::Promised;
use crate::thrown::Thrown;
use crate::value::Value;
use microvium_engine::embed::{
    Memory, Metered, NarrowMachine, Traced, call_with, collections, refused, thrown,
};
use microvium_engine::{Fault, Narrow, Vm, Width};
use microvium_format::image::{HEADER_SIZE, Header, Section};
use microvium_format::narrow::EMPTY;
use microvium_format::{ErrorCode, Native, Operation};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

type Live = <Narrow<Metered> as Width>::Value;

/// A resumed image.
pub struct Machine {
    vm: NarrowMachine<Metered>,
    host: Rc<Imports<Narrow<Metered>>>,
    promised: Promised<Narrow<Metered>>,
    exports: Vec<u16>,
    image: Box<[u8]>,
    /// Steps that calls may still take.
    fuel: u64,
    steps: u64,
    /// Collections before this machine.
    collections: u64,
}

/// What a machine has used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Statistics {
    /// Calls and backward jumps.
    pub steps: u64,
    /// Collections.
    pub collections: u64,
    /// The most bytes that this thread's machines have had of the allocator at a time, since the last call of
    /// `limit_memory`.
    pub peak: usize,
}

impl Machine {
    /// Resumes an image with these imports.
    pub fn restore(image: &[u8], imports: BTreeMap<u16, Function>) -> Result<Machine, RunError> {
        Machine::restore_async(image, imports, BTreeMap::new())
    }

    /// The same, also with imports that begin what ends later: `settle` ends it.
    pub fn restore_async(
        image: &[u8],
        imports: BTreeMap<u16, Function>,
        later: BTreeMap<u16, AsyncFunction>,
    ) -> Result<Machine, RunError> {
        let host = Rc::new(Imports::new(imports, later, |vm: &Vm<Narrow<Metered>>| {
            vm.running().collect()
        }));
        let missing: Vec<u16> = imported(image)
            .into_iter()
            .filter(|&id| !host.has(id))
            .collect();
        let mut provides = |id| host.has(id);
        let vm =
            NarrowMachine::restore(image, host.clone(), &mut provides).map_err(
                |code| match code {
                    ErrorCode::UnresolvedImport => RunError::MissingImport(missing),
                    code => refused().map_or(RunError::Restore(code), RunError::Malformed),
                },
            )?;
        Ok(Machine {
            vm,
            host,
            promised: Promised::none(),
            exports: table(image, Section::Exports, 4),
            image: image.into(),
            fuel: u64::MAX,
            steps: 0,
            collections: collections(),
        })
    }

    /// Calls an export.
    pub fn call(&mut self, id: u16, arguments: &[Value]) -> Result<Value, RunError> {
        let function = self.vm.resolve_export(id);
        if function == EMPTY {
            return Err(RunError::MissingExport {
                id,
                exports: self.exports.clone(),
            });
        }
        let result = self.call_word(function, arguments);
        let result = result.map(|it| self.promised.copy(&mut *self.vm, it));
        result.map_err(|Fault| {
            let thrown = self.thrown();
            RunError::of_call(id, thrown, || {
                let export = Narrow::from_host(&self.vm, self.vm.resolve_export(id));
                Value::from_vm(&mut *self.vm, export)
            })
        })
    }

    /// Ends what an import has begun: fulfills the promise that the script got, or rejects it. Then the script goes on.
    /// What has ended before stays as it is.
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

    /// The promises that imports have given and the script did something with, but didn't get: it got undefined, as an image
    /// whose code waits for nothing that hosts return has no promises. One for each place.
    pub fn lost_promises(&self) -> Vec<LostPromise> {
        let mut lost = self.host.lost();
        lost.retain(|it| {
            let next = it.calls.first().and_then(|call| self.image.get(call.end));
            next != Some(&(Operation::Pop as u8))
        });
        lost
    }

    fn thrown(&mut self) -> Thrown {
        Thrown::of::<Metered, _>(&mut *self.vm)
    }

    fn call_word(&mut self, function: u16, arguments: &[Value]) -> Result<Live, Fault> {
        Metered::take_trace();
        let given = i32::try_from(self.fuel).unwrap_or(i32::MAX);
        self.vm.limit_steps(given);
        let result = call_with(&mut *self.vm, function, arguments.len(), &mut |vm, i| {
            arguments[i].to_vm(vm)
        });
        let left = self.vm.steps();
        // A counter that has run out stays at 0.
        let steps = (i64::from(given) - i64::from(left.max(0))) as u64;
        self.steps += steps;
        if self.fuel != u64::MAX {
            self.fuel -= steps;
        }
        self.vm.limit_steps(-1);
        result
    }

    /// Limits the steps that calls may take from now on, all together: calls and backward jumps. A single
    /// call may never take more than 2^31 - 1.
    pub fn limit_steps(&mut self, steps: u64) {
        self.fuel = steps;
    }

    /// What it has used so far.
    pub fn statistics(&self) -> Statistics {
        Statistics {
            steps: self.steps,
            collections: collections() - self.collections,
            peak: Memory::now().peak,
        }
    }

    /// The ids of its exports.
    pub fn exports(&self) -> &[u16] {
        &self.exports
    }

    /// Bytes that the heap holds now.
    pub fn heap_bytes(&self) -> usize {
        self.vm.heap_usage().0
    }

    /// Collects, leaving no room.
    pub fn collect(&mut self) {
        self.vm.run_gc(true);
    }
}

/// The codes of what the machines of this thread have thrown since the last call of this function, caught or not.
pub fn thrown_codes() -> BTreeSet<ErrorCode> {
    thrown()
}

/// The ids that an image imports, but for the engine's own functions.
fn imported(image: &[u8]) -> Vec<u16> {
    let ids = table(image, Section::Imports, 2);
    ids.into_iter()
        .filter(|&id| Native::from_id(id).is_none())
        .collect()
}

/// The first words of a section's entries, as far as the image reaches.
fn table(image: &[u8], section: Section, entry: usize) -> Vec<u16> {
    let Some((head, _)) = image.split_first_chunk::<HEADER_SIZE>() else {
        return Vec::new();
    };
    let (start, end) = Header::parse(head).section(section);
    let bytes = image.get(start..end).unwrap_or_default();
    bytes
        .chunks_exact(entry)
        .map(|entry| u16::from_le_bytes([entry[0], entry[1]]))
        .collect()
}
