//! From the grammar to programs: holes are filled at random, with the variables that are there.

use crate::grammar::{Grammar, Piece, Rule, sort_of};
use crate::modules::Modules;
use crate::random::Random;
use crate::scope::{Place, Scopes, Variable};
use crate::tree::{Node, Part, is_expression};

/// How deep templates are nested in an item of a module.
const DEPTH: usize = 9;
/// How many templates the largest item of a program has. The time that a program takes grows faster than its size, so most are
/// small.
const SCALES: [usize; 6] = [4, 6, 8, 12, 20, 50];
/// Templates that a program prefers, so that rare ones meet each other.
const FAVOURITES: usize = 24;
/// Sorts with fewer holes for them are rare.
const RARE: usize = 60;
/// By how much: the templates of most sorts together weigh twice to five times as much.
const PREFERENCE: usize = 400;

/// The templates that few programs have.
const ARRAY_OBJECTS: &str = "array objects";

/// Makes one program.
pub struct Generator<'g> {
    pub grammar: &'g Grammar,
    pub random: Random,
    pub scopes: Scopes,
    pub place: Place,
    pub modules: Modules,
    favourites: Vec<usize>,
    /// Variables made by templates that aren't complete.
    pending: Vec<Variable>,
    names: usize,
    exports: u16,
    /// Templates that an item may have.
    scale: usize,
    /// Whether it has arrays that are more than their elements: those bring much of the library into an image, which takes time.
    has_array_objects: bool,
    /// Templates that the program may still have before it takes the smallest.
    room: usize,
}

impl<'g> Generator<'g> {
    /// The maker of program `index` of a run. Each run of as many programs as there are templates prefers
    /// each template at least once.
    pub fn new(grammar: &'g Grammar, seed: u64, index: u64) -> Generator<'g> {
        let mut random = Random::new(seed, index);
        let count = grammar.rules.len();
        let mut favourites: Vec<usize> = (0..FAVOURITES)
            .map(|i| match i {
                0..8 => (index as usize * 8 + i) % count,
                _ => random.below(count),
            })
            .collect();
        let has_array_objects =
            index % 12 == 5 || grammar.rules[favourites[0]].group == ARRAY_OBJECTS;
        // To prefer a template is of no use if hardly anything asks for one of its sort.
        for i in 0..8 {
            let mut users = grammar.users(grammar.rules[favourites[i]].sort);
            while users.len() < RARE
                && let Some(&user) = random.pick(users)
                && !favourites.contains(&user)
            {
                favourites.push(user);
                users = grammar.users(grammar.rules[user].sort);
            }
        }
        Generator {
            grammar,
            random,
            scopes: Scopes::default(),
            place: Place::default(),
            modules: Modules::default(),
            favourites,
            pending: Vec::new(),
            names: 0,
            exports: 0,
            scale: SCALES[0],
            has_array_objects,
            room: 0,
        }
    }

    /// The number of exports so far.
    pub fn exports(&self) -> u16 {
        self.exports
    }

    /// Chooses how large the program is.
    pub fn choose_scale(&mut self) -> usize {
        self.scale = *self.random.pick(&SCALES).unwrap_or(&SCALES[0]);
        self.scale
    }

    /// An item of a module, of a size of its own.
    pub fn item(&mut self, sort: &str) -> Option<Node> {
        self.room = self.random.between(3, self.scale);
        self.make(sort, DEPTH)
    }

    /// Fills a template of this sort; None if there is none whose holes can be filled here.
    pub fn make(&mut self, sort: &str, depth: usize) -> Option<Node> {
        // Now and then something else than what is wanted.
        let is_typed = matches!(
            sort,
            "number" | "string" | "boolean" | "array" | "object" | "function" | "class"
        );
        let sort = match is_typed && depth > 2 && self.random.percent(3) {
            true => "any",
            false => sort,
        };
        let grammar = self.grammar;
        let rules = grammar.sort(sort)?;
        let least = grammar.height(sort);
        let depth = match self.room {
            0 => least,
            _ => depth.max(least),
        };
        let fits = |&rule: &usize| {
            let rule = &grammar.rules[rule];
            rule.height <= depth && (self.has_array_objects || rule.group != ARRAY_OBJECTS)
        };
        let rules: Vec<usize> = rules.iter().copied().filter(fits).collect();
        let weights: Vec<usize> = rules.iter().map(|&rule| self.weight(rule)).collect();
        for _ in 0..8 {
            let mut at = self.random.below(weights.iter().sum::<usize>().max(1));
            let chosen = (rules.iter().zip(&weights)).find(|&(_, &weight)| {
                let found = at < weight;
                at = at.wrapping_sub(weight);
                found
            });
            if let Some(node) = chosen.and_then(|(&rule, _)| self.fill(rule, depth)) {
                return Some(node);
            }
        }
        rules.iter().find_map(|&rule| self.fill(rule, depth))
    }

    fn weight(&self, rule: usize) -> usize {
        let Rule { weight, group, .. } = self.grammar.rules[rule];
        let weight = if group == ARRAY_OBJECTS {
            weight * 8
        } else {
            weight
        };
        match self.favourites.contains(&rule) {
            true => weight + PREFERENCE,
            false => weight,
        }
    }

    /// Fills a template; on failure all is as it was.
    fn fill(&mut self, rule: usize, depth: usize) -> Option<Node> {
        let (scopes, place) = (self.scopes.depth(), self.place.clone());
        let declared = self.scopes.count();
        let (pending, modules) = (self.pending.len(), self.modules.mark());
        self.room = self.room.saturating_sub(1);
        let exports = self.exports;
        let parts = self.fill_pieces(rule, depth);
        if parts.is_none() {
            self.exports = exports;
            self.pending.truncate(pending);
            self.modules.reset(modules);
        }
        self.scopes.close_to(scopes);
        if parts.is_none() {
            self.scopes.truncate(declared);
        }
        self.place = place;
        let sort = self.grammar.rules[rule].sort;
        if sort != "pattern" {
            self.declare(pending);
        }
        Some(Node {
            rule,
            parts: parts?,
        })
    }

    fn fill_pieces(&mut self, rule: usize, depth: usize) -> Option<Vec<Part>> {
        let grammar = self.grammar;
        let mut parts: Vec<Part> = Vec::new();
        let mut same = String::new();
        let mut outer = Vec::new();
        for piece in &grammar.rules[rule].pieces {
            let (name, argument) = match piece {
                Piece::Text(text) => {
                    parts.push(Part::Text(text.clone()));
                    continue;
                }
                Piece::Hole { name, argument } => (&**name, argument.as_deref()),
            };
            let kind = argument.unwrap_or("any");
            let text = match name {
                "open" => {
                    self.declare(0);
                    outer.push(self.place.clone());
                    self.place = self.place.inside(kind);
                    let is_block =
                        matches!(kind, "block" | "loop" | "switch" | "class" | "private");
                    self.scopes.open(!is_block);
                    continue;
                }
                "close" => {
                    self.declare(0);
                    self.place = outer.pop()?;
                    self.scopes.close_to(self.scopes.depth() - 1);
                    continue;
                }
                "new" | "const" | "fresh" | "counter" | "export" | "local" | "namespace"
                | "default" => {
                    same = self.new_variable(name, kind)?;
                    same.clone()
                }
                "same" => same.clone(),
                "var" => self.variable(kind, false)?,
                "set" => self.variable(kind, true)?,
                "label" => {
                    self.names += 1;
                    let label = format!("l{}", self.names);
                    let labelled = grammar.rules[rule].text.split_once(": ");
                    let is_loop = labelled.is_some_and(|(_, it)| {
                        ["for", "while", "do"]
                            .iter()
                            .any(|word| it.starts_with(word))
                    });
                    self.place.labels.push((label.clone(), is_loop));
                    label
                }
                "to" => {
                    let labels = self.place.labels.iter();
                    let labels = labels.filter(|(_, is_loop)| *is_loop || kind == "block");
                    let labels: Vec<&String> = labels.map(|(name, _)| name).collect();
                    (*self.random.pick(&labels)?).clone()
                }
                "id" => {
                    self.exports += 1;
                    self.exports.to_string()
                }
                "exported" => self.modules.new_export(&same, &mut self.random)?,
                "imported" => self.modules.imported(&mut self.random)?,
                "from" => {
                    let is_star = grammar.rules[rule].text.starts_with("export * from");
                    self.modules.from(is_star, &mut self.random)?
                }
                condition if condition.starts_with('?') => match self.place.allows(condition) {
                    true => continue,
                    false => return None,
                },
                _ => {
                    parts.push(self.make_part(name, depth)?);
                    continue;
                }
            };
            parts.push(Part::Text(text));
        }
        Some(parts)
    }

    /// A part of another sort, once or repeated.
    fn make_part(&mut self, name: &str, depth: usize) -> Option<Part> {
        let (sort, separator) = sort_of(name);
        assert!(
            self.grammar.sort(sort).is_some(),
            "there is no sort `{sort}`"
        );
        let depth = match is_expression(sort) {
            // Statements leave most of the room to others.
            true => depth.min(self.random.between(2, 6)),
            false => depth,
        };
        let Some(separator) = separator else {
            return self.make(sort, depth.saturating_sub(1)).map(Part::Node);
        };
        let most = match (self.room, depth) {
            (0, _) | (_, 0..2) => 0,
            _ => 4,
        };
        let mut nodes = Vec::new();
        for _ in 0..self.random.between(0, most) {
            nodes.extend(self.make(sort, depth.saturating_sub(1)));
        }
        Some(Part::List(nodes, separator))
    }

    fn variable(&mut self, kind: &str, assignable: bool) -> Option<String> {
        let variable = self.scopes.choose(kind, assignable, &mut self.random)?;
        Some(variable.name.clone())
    }

    /// A name for a variable that is declared when its template is complete.
    fn new_variable(&mut self, how: &str, kind: &str) -> Option<String> {
        if how == "default" {
            self.modules.choose_default(&mut self.random)?;
        }
        let may_hide = matches!(how, "new" | "const") && self.random.percent(12);
        let hidden = may_hide
            .then(|| self.scopes.hidden(&mut self.random))
            .flatten();
        let is_pending = |name: &String| self.pending.iter().any(|it| it.name == *name);
        let name = match hidden.filter(|name| !is_pending(name)) {
            Some(name) => name,
            None => {
                self.names += 1;
                format!("v{}", self.names)
            }
        };
        let kind = match how {
            "counter" => "counter".to_owned(),
            "namespace" => "namespace".to_owned(),
            "local" => self.modules.local_kind()?,
            _ => kind.to_owned(),
        };
        if how == "export" {
            self.modules.export(&name, &kind);
        }
        self.pending.push(Variable {
            name: name.clone(),
            kind,
            assignable: matches!(how, "new" | "fresh" | "export"),
        });
        Some(name)
    }

    /// Declares pending variables in the innermost scope.
    fn declare(&mut self, from: usize) {
        let from = from.min(self.pending.len());
        for variable in self.pending.drain(from..) {
            self.scopes.declare(variable);
        }
    }
}
