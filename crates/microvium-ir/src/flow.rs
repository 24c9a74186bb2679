//! Control flow: successors, orders, dominance and loops of a graph whose node 0 is the entry.

use crate::function::{Block, Function};
use crate::instruction::{Edge, Terminator};

/// The shape of a control-flow graph. Nodes that can't be reached from the entry are in no order, have
/// no predecessors and aren't predecessors.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Where control may go from each node.
    pub successors: Vec<Vec<usize>>,
    /// Where it may come from.
    pub predecessors: Vec<Vec<usize>>,
    /// The reachable nodes in reverse postorder: a node before its successors, but for back edges.
    pub order: Vec<usize>,
    rank: Vec<usize>,
    dominator: Vec<usize>,
}

/// A natural loop.
#[derive(Clone, Debug)]
pub struct Loop {
    /// Where it is entered.
    pub header: usize,
    /// Whether each node is in it.
    pub contains: Vec<bool>,
}

const NOWHERE: usize = usize::MAX;

/// Whether control can come to each block.
pub fn reached(function: &Function) -> Vec<bool> {
    let mut reached = vec![false; function.blocks.len()];
    let mut pending = vec![function.entry()];
    while let Some(id) = pending.pop() {
        if std::mem::replace(&mut reached[id.index()], true) {
            continue;
        }
        let block = &function.blocks[id];
        pending.extend(block.terminator.edges().map(|edge| edge.block));
        pending.extend(block.handler);
    }
    reached
}

/// Where control may go from a block; the handler last.
pub fn successors(block: &Block) -> Vec<usize> {
    let mut all: Vec<usize> = block
        .terminator
        .edges()
        .map(|edge| edge.block.index())
        .collect();
    all.extend(block.handler.map(|handler| handler.index()));
    all
}

impl Flow {
    /// The flow of a function, exceptions included.
    pub fn of(function: &Function) -> Flow {
        Flow::new(function.blocks.iter().map(|(_, b)| successors(b)).collect())
    }

    /// From the successors of each node. In the order, a node's first successor comes nearest.
    pub fn new(successors: Vec<Vec<usize>>) -> Flow {
        let count = successors.len();
        let order = reverse_postorder(&successors);
        let mut rank = vec![NOWHERE; count];
        for (position, &node) in order.iter().enumerate() {
            rank[node] = position;
        }
        let mut predecessors = vec![Vec::new(); count];
        for &node in &order {
            for &next in &successors[node] {
                if !predecessors[next].contains(&node) {
                    predecessors[next].push(node);
                }
            }
        }
        let mut flow = Flow {
            successors,
            predecessors,
            order,
            rank,
            dominator: vec![NOWHERE; count],
        };
        flow.find_dominators();
        flow
    }

    /// Cooper, Harvey and Kennedy's iteration.
    fn find_dominators(&mut self) {
        let Some(&entry) = self.order.first() else {
            return;
        };
        self.dominator[entry] = entry;
        let mut changed = true;
        while changed {
            changed = false;
            for &node in &self.order[1..] {
                let mut known = self.predecessors[node]
                    .iter()
                    .copied()
                    .filter(|&p| self.dominator[p] != NOWHERE);
                let Some(first) = known.next() else { continue };
                let best = known.fold(first, |a, b| self.meet(a, b));
                if self.dominator[node] != best {
                    self.dominator[node] = best;
                    changed = true;
                }
            }
        }
    }

    fn meet(&self, mut a: usize, mut b: usize) -> usize {
        while a != b {
            while self.rank[a] > self.rank[b] {
                a = self.dominator[a];
            }
            while self.rank[b] > self.rank[a] {
                b = self.dominator[b];
            }
        }
        a
    }

    /// Whether control can come to a node.
    pub fn reaches(&self, node: usize) -> bool {
        self.rank[node] != NOWHERE
    }

    /// Whether every way to `node` leads through `dominator`; a node dominates itself.
    pub fn dominates(&self, dominator: usize, mut node: usize) -> bool {
        if !self.reaches(dominator) || !self.reaches(node) {
            return false;
        }
        while self.rank[node] > self.rank[dominator] {
            node = self.dominator[node];
        }
        node == dominator
    }

    /// Whether there is a way from one node to another that avoids a third.
    pub fn leads(&self, from: usize, to: usize, avoided: usize) -> bool {
        let mut seen = vec![false; self.successors.len()];
        let mut pending = vec![from];
        while let Some(node) = pending.pop() {
            if node == to {
                return true;
            }
            if node != avoided && !std::mem::replace(&mut seen[node], true) {
                pending.extend(&self.successors[node]);
            }
        }
        false
    }

    /// The natural loops, outer ones before inner ones.
    pub fn loops(&self) -> Vec<Loop> {
        let mut loops = Vec::new();
        for &header in &self.order {
            let latches: Vec<usize> = self.predecessors[header]
                .iter()
                .copied()
                .filter(|&latch| self.dominates(header, latch))
                .collect();
            if latches.is_empty() {
                continue;
            }
            let mut contains = vec![false; self.successors.len()];
            contains[header] = true;
            let mut work = latches;
            while let Some(node) = work.pop() {
                if !contains[node] {
                    contains[node] = true;
                    work.extend(&self.predecessors[node]);
                }
            }
            loops.push(Loop { header, contains });
        }
        loops
    }
}

fn reverse_postorder(successors: &[Vec<usize>]) -> Vec<usize> {
    let mut order = Vec::new();
    if successors.is_empty() {
        return order;
    }
    let mut seen = vec![false; successors.len()];
    seen[0] = true;
    // A node and how many of its successors, from the last on, have been visited.
    let mut stack = vec![(0, 0)];
    while let Some((node, visited)) = stack.last_mut() {
        let all = &successors[*node];
        if *visited < all.len() {
            *visited += 1;
            let next = all[all.len() - *visited];
            if !seen[next] {
                seen[next] = true;
                stack.push((next, 0));
            }
        } else {
            order.push(*node);
            stack.pop();
        }
    }
    order.reverse();
    order
}

impl Terminator {
    /// The ways to other blocks.
    pub fn edges(&self) -> impl Iterator<Item = &Edge> {
        let edges = match self {
            Terminator::Jump(edge) => [Some(edge), None],
            Terminator::Branch(_, yes, no) => [Some(yes), Some(no)],
            _ => [None, None],
        };
        edges.into_iter().flatten()
    }

    /// The ways to other blocks, to be changed.
    pub fn edges_mut(&mut self) -> impl Iterator<Item = &mut Edge> {
        let edges = match self {
            Terminator::Jump(edge) => [Some(edge), None],
            Terminator::Branch(_, yes, no) => [Some(yes), Some(no)],
            _ => [None, None],
        };
        edges.into_iter().flatten()
    }

    /// The value it decides on, returns or throws.
    pub const fn operand(&self) -> Option<crate::ValueId> {
        match self {
            Terminator::Branch(value, ..)
            | Terminator::Return(value)
            | Terminator::Throw(value) => Some(*value),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub const fn operand_mut(&mut self) -> Option<&mut crate::ValueId> {
        match self {
            Terminator::Branch(value, ..)
            | Terminator::Return(value)
            | Terminator::Throw(value) => Some(value),
            _ => None,
        }
    }
}
