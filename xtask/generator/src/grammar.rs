//! The grammar: what programs are made of, as templates in the files of `grammar/`. Each template is a row of
//! the histogram. `grammar/README.md` says how they are written.

use std::collections::BTreeMap;

/// The files, in the order of the histogram.
const FILES: &[(&str, &str)] = &[
    ("values", include_str!("../grammar/values.txt")),
    ("operators", include_str!("../grammar/operators.txt")),
    ("properties", include_str!("../grammar/properties.txt")),
    ("functions", include_str!("../grammar/functions.txt")),
    ("classes", include_str!("../grammar/classes.txt")),
    ("patterns", include_str!("../grammar/patterns.txt")),
    ("statements", include_str!("../grammar/statements.txt")),
    ("modules", include_str!("../grammar/modules.txt")),
    ("strings", include_str!("../grammar/strings.txt")),
    ("arrays", include_str!("../grammar/arrays.txt")),
    (
        "array objects",
        include_str!("../grammar/array_objects.txt"),
    ),
    ("numbers", include_str!("../grammar/numbers.txt")),
    ("objects", include_str!("../grammar/objects.txt")),
    ("attributes", include_str!("../grammar/attributes.txt")),
    ("symbols", include_str!("../grammar/symbols.txt")),
    ("iteration", include_str!("../grammar/iteration.txt")),
    ("bytes", include_str!("../grammar/bytes.txt")),
    ("calls", include_str!("../grammar/calls.txt")),
    ("private", include_str!("../grammar/private.txt")),
    ("async", include_str!("../grammar/async.txt")),
    ("suspended", include_str!("../grammar/suspended.txt")),
    ("collections", include_str!("../grammar/collections.txt")),
    ("typed", include_str!("../grammar/typed.txt")),
    ("weak", include_str!("../grammar/weak.txt")),
    ("wrappers", include_str!("../grammar/wrappers.txt")),
    (
        "functions as objects",
        include_str!("../grammar/functions_as_objects.txt"),
    ),
    ("globals", include_str!("../grammar/globals.txt")),
];

/// A template.
pub struct Rule {
    /// The file it is in.
    pub group: &'static str,
    /// What it makes.
    pub sort: &'static str,
    /// As it is written, with one choice of each `«…»` made.
    pub text: String,
    /// The same in pieces.
    pub pieces: Vec<Piece>,
    /// How often it is chosen.
    pub weight: usize,
    /// How many levels it needs at least.
    pub height: usize,
}

/// A piece of a template.
#[derive(Clone, PartialEq, Debug)]
pub enum Piece {
    /// As it is.
    Text(String),
    /// `<name.argument>`.
    Hole {
        name: String,
        argument: Option<String>,
    },
}

/// All templates.
pub struct Grammar {
    pub rules: Vec<Rule>,
    sorts: BTreeMap<String, Vec<usize>>,
    /// The templates with a hole for a sort.
    users: BTreeMap<String, Vec<usize>>,
}

/// A sort that a `Hole` names, and how it is repeated.
pub fn sort_of(hole: &str) -> (&str, Option<&'static str>) {
    match hole.strip_suffix('*') {
        Some(sort) => (sort, Some("\n")),
        None => match hole.strip_suffix(',') {
            Some(sort) => (sort, Some(", ")),
            None => (hole, None),
        },
    }
}

impl Grammar {
    /// Reads the files.
    pub fn new() -> Grammar {
        let mut rules = Vec::new();
        for (group, text) in FILES {
            read(group, text, &mut rules);
        }
        let mut sorts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, rule) in rules.iter().enumerate() {
            sorts.entry(rule.sort.to_owned()).or_default().push(index);
        }
        let mut users: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, rule) in rules.iter().enumerate() {
            for piece in &rule.pieces {
                if let Piece::Hole { name, .. } = piece {
                    let users = users.entry(sort_of(name).0.to_owned()).or_default();
                    users.push(index);
                }
            }
        }
        let mut grammar = Grammar {
            rules,
            sorts,
            users,
        };
        grammar.measure();
        grammar
    }

    /// The templates that make something, by index.
    pub fn sort(&self, name: &str) -> Option<&[usize]> {
        self.sorts.get(name).map(Vec::as_slice)
    }

    /// The templates with a hole for a sort, by index.
    pub fn users(&self, sort: &str) -> &[usize] {
        self.users.get(sort).map_or(&[], Vec::as_slice)
    }

    /// The levels that a sort needs at least.
    pub fn height(&self, sort: &str) -> usize {
        let rules = self.sorts.get(sort).into_iter().flatten();
        rules
            .map(|&rule| self.rules[rule].height)
            .min()
            .unwrap_or(0)
    }

    /// Finds the heights: each is one more than those of the sorts in its holes.
    fn measure(&mut self) {
        loop {
            let mut changed = false;
            for index in 0..self.rules.len() {
                let holes = self.rules[index]
                    .pieces
                    .iter()
                    .filter_map(|piece| match piece {
                        Piece::Hole { name, .. } => match sort_of(name) {
                            (_, Some(_)) => None,
                            (sort, None) => Some(self.height(sort)),
                        },
                        Piece::Text(_) => None,
                    });
                let height = holes.max().unwrap_or(0).saturating_add(1);
                changed |= self.rules[index].height != height;
                self.rules[index].height = height;
            }
            if !changed {
                return;
            }
        }
    }
}

/// Reads a file: a line `sort:`, and below it, indented, its templates.
fn read(group: &'static str, text: &'static str, rules: &mut Vec<Rule>) {
    let mut sort = "";
    for line in text.lines() {
        if let Some(name) = line.strip_suffix(':').filter(|it| !it.starts_with(' ')) {
            sort = name;
            continue;
        }
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (weight, template) = match line.split_once("* ") {
            Some((digits, rest)) if digits.bytes().all(|it| it.is_ascii_digit()) => {
                (digits.parse().unwrap_or(1), rest)
            }
            _ => (1, line),
        };
        let template = if template == "empty" { "" } else { template };
        let choices = choices(template);
        // The choices share the weight of the line, in tenths of a unit.
        let weight = (weight * 20usize).div_ceil(choices.len() + 1);
        for text in choices {
            rules.push(Rule {
                group,
                sort,
                pieces: pieces(&text),
                text,
                weight,
                height: 0,
            });
        }
    }
}

/// The template once for every choice of its `«…»`.
fn choices(template: &str) -> Vec<String> {
    let Some((before, rest)) = template.split_once('«') else {
        return vec![template.to_owned()];
    };
    let (words, after) = rest.split_once('»').unwrap_or((rest, ""));
    let tails = choices(after);
    let words = words.split_whitespace();
    words
        .flat_map(|word| {
            tails
                .iter()
                .map(move |tail| format!("{before}{word}{tail}"))
        })
        .collect()
}

fn pieces(template: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('<') {
        let (before, after) = rest.split_at(at);
        text.push_str(before);
        let hole = after[1..].split('>').next().unwrap_or_default();
        let is_hole = hole.starts_with(|it: char| it.is_ascii_lowercase() || it == '?')
            && after.len() > hole.len() + 1
            && !hole.contains(' ');
        if !is_hole {
            text.push('<');
            rest = &after[1..];
            continue;
        }
        pieces.push(Piece::Text(std::mem::take(&mut text)));
        let (name, argument) = match hole.split_once('.') {
            Some((name, argument)) => (name, Some(argument.to_owned())),
            None => (hole, None),
        };
        pieces.push(Piece::Hole {
            name: name.to_owned(),
            argument,
        });
        rest = &after[hole.len() + 2..];
    }
    text.push_str(rest);
    pieces.push(Piece::Text(text));
    pieces.retain(|piece| *piece != Piece::Text(String::new()));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_one_rule_for_each_of_its_choices() {
        assert_eq!(choices("a «+ -» b"), ["a + b", "a - b"]);
        assert_eq!(choices("«x y»«1 2»"), ["x1", "x2", "y1", "y2"]);
    }

    #[test]
    fn holes_are_told_from_operators() {
        let hole = |name: &str| Piece::Hole {
            name: name.to_owned(),
            argument: None,
        };
        let text = |text: &str| Piece::Text(text.to_owned());
        assert_eq!(
            pieces("<a> << <b> < 1"),
            [hole("a"), text(" << "), hole("b"), text(" < 1")]
        );
    }
}
