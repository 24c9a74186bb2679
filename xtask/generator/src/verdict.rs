//! Whether the engines agree on a program.

use crate::engines::{self, Outcome, Outcomes};
use crate::grammar::Grammar;
use crate::node::{Answer, Node};
use crate::program::Program;
use anyhow::Result;
use std::collections::BTreeMap;
use std::fmt;

/// What there is to say of a program.
#[derive(Clone, PartialEq, Debug)]
pub enum Verdict {
    /// All engines did the same.
    Same,
    /// It isn't for this comparison, for the reason given.
    Void(String),
    /// They differ.
    Different(Difference),
}

/// How an engine of ours differs from node.
#[derive(Clone, PartialEq, Debug)]
pub struct Difference {
    /// Which engine.
    pub engine: &'static str,
    /// The first line that differs, in node and in the engine; or what else went wrong.
    pub found: Found,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Found {
    Lines { node: String, ours: String },
    Refused(String),
    Panicked,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.engine)?;
        match &self.found {
            Found::Lines { node, ours } => write!(f, "{ours} instead of {node}"),
            Found::Refused(reason) => f.write_str(reason),
            Found::Panicked => f.write_str("a panic"),
        }
    }
}

impl Difference {
    /// Whether both may have one reason.
    pub fn is_like(&self, other: &Difference) -> bool {
        let kind = |found: &Found| std::mem::discriminant(found);
        self.engine == other.engine && kind(&self.found) == kind(&other.found)
    }
}

/// Runs a program everywhere.
pub fn judge(program: &Program, grammar: &Grammar, node: &mut Node) -> Result<Verdict> {
    let sources = program.sources(grammar);
    node.ask(&sources, &program.calls);
    let outcomes = engines::run(&sources, &program.calls, program.thoroughness);
    Ok(compare(&sources, &outcomes, &node.answer()?))
}

/// Compares what came of a program.
pub fn compare(
    sources: &BTreeMap<String, String>,
    outcomes: &Outcomes,
    answer: &Answer,
) -> Verdict {
    let lines = match answer {
        Ok(lines) => lines,
        Err(failure) => return Verdict::Void(failure.clone()),
    };
    for (engine, outcome) in &outcomes.all {
        let found = match outcome {
            Outcome::Lines(ours) => match first_difference(lines, ours, engine) {
                Some(found) => found,
                None => continue,
            },
            Outcome::Refused(reason) if reason.starts_with("error[limit]") => return too_large(),
            Outcome::Refused(reason) => Found::Refused(reason.clone()),
            Outcome::Panicked => Found::Panicked,
            Outcome::TooLarge => return too_large(),
        };
        if outcomes.met_unsupported && matches!(found, Found::Lines { .. }) {
            return Verdict::Void("it needs what isn't supported yet".to_owned());
        }
        if let Found::Lines { node, ours } = &found
            && is_reordered(node, ours)
            && sources.values().any(|it| has_late_accessor(it))
        {
            return Verdict::Void("node's order of an object literal's properties".to_owned());
        }
        if let Found::Lines { node, ours } = &found
            && is_rounded_otherwise(node, ours)
            && sources
                .values()
                .any(|it| it.contains("pow") || it.contains("**"))
        {
            return Verdict::Void("node's powers aren't correctly rounded".to_owned());
        }
        if let Found::Lines { ours, .. } = &found
            && ["\"caught\"", "\"ReferenceError\""].contains(&ours.as_str())
            && sources.values().any(|it| assigns_undeclared(it))
        {
            return Verdict::Void("node makes a global where assigning to it throws".to_owned());
        }
        return Verdict::Different(Difference { engine, found });
    }
    Verdict::Same
}

/// Whether two lines consist of the same characters.
fn is_reordered(one: &str, other: &str) -> bool {
    let sorted = |line: &str| {
        let mut bytes = line.as_bytes().to_vec();
        bytes.sort_unstable();
        bytes
    };
    sorted(one) == sorted(other)
}

/// Whether two lines differ in numbers alone, and those by no more than the last bit.
fn is_rounded_otherwise(one: &str, other: &str) -> bool {
    let words = |line: &str| -> Vec<String> {
        let words = line.split([',', '[', ']', ' ', ':', '}']);
        words.map(str::to_owned).collect()
    };
    let is_close = |(one, other): (&String, &String)| match (one.parse(), other.parse()) {
        _ if one == other => true,
        (Ok(one), Ok(other)) => f64::to_bits(one).abs_diff(f64::to_bits(other)) == 1,
        _ => false,
    };
    let (one, other) = (words(one), words(other));
    one.len() == other.len() && one.iter().zip(&other).all(is_close)
}

/// Whether there may be an object literal with a spread and behind it an accessor, which node puts behind the other properties.
fn has_late_accessor(source: &str) -> bool {
    let after = source.split_once("...").map(|(_, after)| after);
    after.is_some_and(|it| it.contains(" get ") || it.contains(" set "))
}

/// Whether a global is assigned to by its name alone. Where there is none yet, that throws, and in node's contexts it is made
/// nevertheless, so that the next assignment doesn't.
fn assigns_undeclared(source: &str) -> bool {
    ["g1 = ", "g2 = ", "g3 = "].iter().any(|assignment| {
        let mut found = source.match_indices(assignment);
        found.any(|(at, _)| !source[..at].ends_with("globalThis."))
    })
}

fn too_large() -> Verdict {
    Verdict::Void("too large for a device".to_owned())
}

fn first_difference(node: &[String], ours: &[String], engine: &str) -> Option<Found> {
    let is_same = |(node, ours): &(&String, &String)| match node.strip_suffix('\n') {
        // `node.mjs` says why.
        Some(node) => node == *ours || engine == "narrow" || engine == "cut",
        None => node == ours,
    };
    let at = node.iter().zip(ours).take_while(is_same).count();
    if at == node.len() && at == ours.len() {
        return None;
    }
    let line = |lines: &[String]| {
        lines
            .get(at)
            .map_or("the end", |line| line.trim_end())
            .to_owned()
    };
    Some(Found::Lines {
        node: line(node),
        ours: line(ours),
    })
}

#[cfg(test)]
mod tests {
    use super::is_rounded_otherwise;

    #[test]
    fn the_last_bit_of_a_number_may_differ() {
        let line = "returned [1,1.5999977986052738]";
        assert!(is_rounded_otherwise(
            line,
            "returned [1,1.5999977986052736]"
        ));
        assert!(!is_rounded_otherwise(
            line,
            "returned [2,1.5999977986052736]"
        ));
        assert!(!is_rounded_otherwise(
            line,
            "returned [1,1.5999977986052731]"
        ));
    }
}
