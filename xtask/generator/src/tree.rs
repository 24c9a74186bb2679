//! A program as a tree of templates.

use crate::grammar::Grammar;

/// A template with its holes filled.
#[derive(Clone)]
pub struct Node {
    /// The index of the template.
    pub rule: usize,
    /// What it consists of.
    pub parts: Vec<Part>,
}

/// A piece of a node.
#[derive(Clone)]
pub enum Part {
    Text(String),
    Node(Node),
    /// Several of one sort, with what stands between them.
    List(Vec<Node>, &'static str),
}

impl Node {
    /// Appends the text.
    pub fn print(&self, grammar: &Grammar, out: &mut String) {
        for (index, part) in self.parts.iter().enumerate() {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Node(node) => {
                    let next = self.parts.get(index + 1);
                    let has_dot = matches!(next, Some(Part::Text(text)) if text.starts_with('.'));
                    node.print_inside(grammar, out, has_dot);
                }
                Part::List(nodes, separator) => {
                    let is_lines = *separator == "\n";
                    for (index, node) in nodes.iter().enumerate() {
                        if is_lines {
                            out.push('\n');
                        } else if index > 0 {
                            out.push_str(separator);
                        }
                        node.print_inside(grammar, out, false);
                    }
                    if is_lines {
                        out.push('\n');
                    }
                }
            }
        }
    }

    /// The same as a part of another node: an expression in parentheses unless it is plain.
    fn print_inside(&self, grammar: &Grammar, out: &mut String, has_dot: bool) {
        let start = out.len();
        self.print(grammar, out);
        if is_expression(grammar.rules[self.rule].sort) {
            let is_plain = |it: char| it.is_alphanumeric() || "_$.'".contains(it);
            let text = &out[start..];
            let is_number = text.starts_with(|it: char| it.is_ascii_digit());
            if !text.chars().all(is_plain) || has_dot && is_number {
                out.insert(start, '(');
                out.push(')');
            }
        }
    }

    /// Counts the templates.
    pub fn count(&self, counts: &mut [usize]) {
        counts[self.rule] += 1;
        for part in &self.parts {
            match part {
                Part::Text(_) => {}
                Part::Node(node) => node.count(counts),
                Part::List(nodes, _) => nodes.iter().for_each(|node| node.count(counts)),
            }
        }
    }
}

/// Whether the templates of a sort are expressions.
pub fn is_expression(sort: &str) -> bool {
    matches!(
        sort,
        "any"
            | "number"
            | "string"
            | "boolean"
            | "array"
            | "object"
            | "function"
            | "class"
            | "nullable"
            | "callback"
            | "heritage"
            | "source"
            | "literal"
            | "json"
            | "comparison"
            | "size"
            | "index"
            | "key"
            | "error"
            | "plain"
            | "descriptor"
            | "symbol"
            | "bytes"
            | "generator"
            | "iterator"
            | "iterable"
            | "asyncfunction"
            | "promise"
            | "finished"
            | "asyncgenerator"
            | "asynciterable"
            | "tag"
            | "map"
            | "collection"
            | "typed"
            | "buffer"
            | "view"
            | "weak"
            | "errortest"
            | "privateuse"
            | "privatetest"
            | "weakset"
            | "arrayobject"
            | "arrayclass"
            | "species"
            | "erroruse"
            | "held"
            | "named"
    )
}

/// The text with a line for each statement, indented.
pub fn indent(text: &str) -> String {
    let mut out = String::new();
    let mut depth = 0usize;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let closes = line.chars().take_while(|&it| it == '}').count();
        for _ in 0..depth.saturating_sub(closes) {
            out.push_str("  ");
        }
        out.push_str(line);
        out.push('\n');
        let opening = line.matches('{').count();
        depth = (depth + opening).saturating_sub(line.matches('}').count());
    }
    out
}
