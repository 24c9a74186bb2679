//! Facts about a captured Microvium program: what its exports can reach, and what of that reachable code
//! can write. Encoding, trimming and boost all work from this one set of facts.
//!
//! The world is closed: no code runs but what the exports reach, and hosts pass only primitives, things
//! of their own, and values they were given. The program is analysed as a whole, insensitive to control
//! flow: a set of possible values for each place that can hold some, grown until nothing changes. Calls are told
//! apart as far as that pays (`variant`).
#![forbid(unsafe_code)]

mod facts;
mod family;
mod flow;
mod keys;
mod owners;
mod place;
mod places;
mod set;
mod task;
mod thing;
mod transfer;
mod variant;

pub use facts::{Contents, Difference, Facts};

use flow::Flow;
use microvium_format::Builtin;
use microvium_ir::{Graph, Key, Program, Text};
use std::collections::BTreeSet;
use transfer::Transfer;

/// What was found out when a program was analysed with less of the library.
#[derive(Default)]
pub struct Earlier {
    /// What listing keys gave: it gives that again.
    listed: BTreeSet<Text>,
    /// Whether everything mixed with everything.
    in_vain: bool,
}

/// Finds out what the exports of a program reach.
pub fn analyse(program: &Program, graph: &Graph) -> Facts {
    analyse_again(program, graph, &mut Earlier::default())
}

/// The same with what is known from an earlier graph of the program. An analysis that finds keys that it hasn't counted on
/// begins once more, and so does one that has told functions apart in vain.
pub fn analyse_again(program: &Program, graph: &Graph, known: &mut Earlier) -> Facts {
    let mut listed: BTreeSet<Key> = known.listed.iter().map(Key::from).collect();
    let mut facts = loop {
        let mut transfer = Transfer::new(Flow::new(program, graph, &listed, !known.in_vain));
        for value in graph.exports.values() {
            let value = transfer.flow.value_set(value);
            transfer.flow.escape(&value);
        }
        transfer.run();
        if transfer.flow.variants.in_vain {
            known.in_vain = true;
            continue;
        }
        // What a key that isn't known may mean, they change from the start.
        let new = std::mem::take(&mut transfer.flow.listed);
        if new.is_empty() {
            break transfer.flow.finish();
        }
        // Nodes have other numbers in another graph.
        known
            .listed
            .extend(new.iter().filter_map(Key::text).cloned());
        listed.extend(new);
    };
    for (builtin, value) in &graph.builtins {
        // What no slot of an image need hold: functions that nothing calls, and what only the library asks for.
        let is_other = matches!(
            builtin,
            Builtin::MakeError
                | Builtin::Operate
                | Builtin::Access
                | Builtin::AsyncStart
                | Builtin::AssignArray
                | Builtin::PushOther
                | Builtin::TypedPrototype
        );
        if !is_other && facts.prototype(graph, value).is_some() {
            facts.builtins.insert(*builtin);
        }
    }
    facts
}
