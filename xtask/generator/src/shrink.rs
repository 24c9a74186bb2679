//! Makes a program smaller as long as the engines differ on it in the same way.

use crate::grammar::Grammar;
use crate::node::Node as NodeProcess;
use crate::program::Program;
use crate::tree::{Node, Part, is_expression};
use crate::verdict::{Difference, Verdict, judge};
use anyhow::Result;
use std::time::{Duration, Instant};

/// How long smaller programs are tried.
const TIME: Duration = Duration::from_secs(20);

/// The smallest program found.
pub fn shrink(
    program: &Program,
    difference: &Difference,
    grammar: &Grammar,
    node: &mut NodeProcess,
) -> Result<(Program, Difference)> {
    let mut best = (program.clone(), difference.clone());
    let start = Instant::now();
    let mut at = 0;
    // Goes through the program's nodes from the outermost, again after something was found.
    let mut found = false;
    loop {
        let Some(candidates) = candidates(&best.0, at, grammar) else {
            if !found {
                return Ok(best);
            }
            (at, found) = (0, false);
            continue;
        };
        let mut smaller = None;
        for candidate in candidates {
            if start.elapsed() > TIME {
                return Ok(best);
            }
            if let Verdict::Different(found) = judge(&candidate, grammar, node)?
                && found.is_like(&best.1)
            {
                smaller = Some((candidate, found));
                break;
            }
        }
        match smaller {
            Some(smaller) => (best, found) = (smaller, true),
            None => at += 1,
        }
    }
}

/// Smaller programs by a change of the node of this number; None behind the last one.
fn candidates(program: &Program, at: usize, grammar: &Grammar) -> Option<Vec<Program>> {
    let calls = program.calls.len();
    if at < calls {
        let mut smaller = program.clone();
        smaller.calls.remove(at);
        return Some(vec![smaller]);
    }
    let mut all = Vec::new();
    let children = (0..3).map(Change::Child);
    for change in [Change::Remove, Change::Simplest]
        .into_iter()
        .chain(children)
    {
        let mut smaller = program.clone();
        let mut walk = Walk {
            grammar,
            change,
            left: at - calls,
            changed: false,
        };
        let mut modules = smaller.modules.iter_mut();
        if !modules.any(|module| walk.list(&mut module.items)) {
            return None;
        }
        if walk.changed {
            all.push(smaller);
        }
    }
    Some(all)
}

/// What becomes of a node.
#[derive(Clone, Copy)]
enum Change {
    /// It is taken out of its list.
    Remove,
    /// An expression becomes `0`, anything else nothing.
    Simplest,
    /// It becomes this one of the nodes in it.
    Child(usize),
}

/// A walk to the node that is changed. Its steps say whether they came there.
struct Walk<'g> {
    grammar: &'g Grammar,
    change: Change,
    /// How many nodes come before it.
    left: usize,
    changed: bool,
}

impl Walk<'_> {
    fn list(&mut self, nodes: &mut Vec<Node>) -> bool {
        for index in 0..nodes.len() {
            if self.left == 0 && matches!(self.change, Change::Remove) {
                nodes.remove(index);
                self.changed = true;
                return true;
            }
            if self.node(&mut nodes[index]) {
                return true;
            }
        }
        false
    }

    fn node(&mut self, node: &mut Node) -> bool {
        if self.left == 0 {
            self.changed = change_node(node, self.change, self.grammar);
            return true;
        }
        self.left -= 1;
        node.parts.iter_mut().any(|part| match part {
            Part::Text(_) => false,
            Part::Node(child) => self.node(child),
            Part::List(nodes, _) => self.list(nodes),
        })
    }
}

fn change_node(node: &mut Node, change: Change, grammar: &Grammar) -> bool {
    let is_plain = !node.parts.iter().any(|part| !matches!(part, Part::Text(_)));
    let sort = grammar.rules[node.rule].sort;
    match change {
        Change::Remove => false,
        Change::Simplest => {
            let text = match sort {
                "array" => "[]",
                "object" | "plain" => "{}",
                "string" => "''",
                _ if is_expression(sort) => "0",
                "pattern" | "target" => return false,
                _ => "",
            };
            if is_plain
                && matches!(&node.parts[..], [Part::Text(old)] if old == text || old.len() < 2)
            {
                return false;
            }
            node.parts = vec![Part::Text(text.to_owned())];
            true
        }
        Change::Child(index) => {
            let children = node.parts.iter().flat_map(|part| match part {
                Part::Text(_) => &[],
                Part::Node(node) => std::slice::from_ref(node),
                Part::List(nodes, _) => &nodes[..],
            });
            let fits = |child: &&Node| {
                let child = grammar.rules[child.rule].sort;
                is_expression(child) == is_expression(sort)
                    && (is_expression(sort) || child == sort)
            };
            let Some(child) = children.filter(fits).nth(index).cloned() else {
                return false;
            };
            *node = child;
            true
        }
    }
}
