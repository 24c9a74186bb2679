//! The variables and jumps that a place in a program may use.

use crate::random::Random;

/// A variable.
#[derive(Clone)]
pub struct Variable {
    pub name: String,
    /// What it mostly holds: a sort of the grammar, or `error`, `key`, `namespace`.
    pub kind: String,
    pub assignable: bool,
}

/// What a place may do besides using variables.
#[derive(Clone, Default)]
pub struct Place {
    pub in_loop: bool,
    pub may_break: bool,
    pub may_return: bool,
    pub has_super: bool,
    pub has_target: bool,
    pub may_yield: bool,
    pub may_await: bool,
    /// Whether a class around has the private names that all such classes have.
    pub has_private: bool,
    pub has_arguments: bool,
    /// Labels, and whether they are of loops.
    pub labels: Vec<(String, bool)>,
}

impl Place {
    /// The place inside an `<open.…>`.
    pub fn inside(&self, what: &str) -> Place {
        let nested = Place {
            may_return: true,
            has_target: true,
            has_private: self.has_private,
            ..Place::default()
        };
        match what {
            "loop" => Place {
                in_loop: true,
                may_break: true,
                ..self.clone()
            },
            "switch" => Place {
                may_break: true,
                ..self.clone()
            },
            "function" => Place {
                has_arguments: true,
                ..nested
            },
            "arrow" => Place {
                has_super: self.has_super,
                has_target: self.has_target,
                has_arguments: self.has_arguments,
                ..nested
            },
            "method" | "constructor" | "derived" => Place {
                has_super: true,
                has_arguments: true,
                ..nested
            },
            "static" | "field" => Place {
                has_super: true,
                may_return: false,
                ..nested
            },
            "await" => Place {
                may_await: true,
                ..self.clone()
            },
            "private" => Place {
                has_private: true,
                ..self.clone()
            },
            "yield" => Place {
                may_yield: true,
                ..self.clone()
            },
            // A block, the names of a class.
            _ => self.clone(),
        }
    }

    /// Whether a `<?…>` holds.
    pub fn allows(&self, what: &str) -> bool {
        match what {
            "?loop" => self.in_loop,
            "?break" => self.may_break,
            "?function" => self.may_return,
            "?super" => self.has_super,
            "?target" => self.has_target,
            "?yield" => self.may_yield,
            "?await" => self.may_await,
            "?private" => self.has_private,
            "?arguments" => self.has_arguments,
            _ => unreachable!("{what} isn't a condition"),
        }
    }
}

/// The scopes around a place, the innermost last.
#[derive(Default)]
pub struct Scopes {
    scopes: Vec<Vec<Variable>>,
    /// For each scope, whether it is a function's own.
    functions: Vec<bool>,
}

impl Scopes {
    pub fn depth(&self) -> usize {
        self.scopes.len()
    }

    pub fn open(&mut self, is_function: bool) {
        self.scopes.push(Vec::new());
        self.functions.push(is_function);
    }

    pub fn close_to(&mut self, depth: usize) {
        self.scopes.truncate(depth);
        self.functions.truncate(depth);
    }

    /// The number of variables in the innermost scope.
    pub fn count(&self) -> usize {
        self.scopes.last().map_or(0, Vec::len)
    }

    /// Takes back what was declared in the innermost scope since it had so many variables.
    pub fn truncate(&mut self, count: usize) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.truncate(count);
        }
    }

    pub fn declare(&mut self, variable: Variable) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.push(variable);
        }
    }

    /// A variable of this kind; newer ones more often. Any kind is `any`, but for those that only some
    /// templates can use.
    pub fn choose(&self, kind: &str, assignable: bool, random: &mut Random) -> Option<&Variable> {
        let fits = |variable: &&Variable| {
            let is_special = matches!(
                &*variable.kind,
                "error"
                    | "namespace"
                    | "counter"
                    | "generator"
                    | "asyncgenerator"
                    | "async"
                    | "map"
                    | "collection"
                    | "typed"
                    | "buffer"
                    | "view"
                    | "weak"
                    | "weakset"
                    | "arrayobject"
                    | "arrayclass"
            );
            let fits = variable.kind == kind
                || kind == "any" && !is_special
                || kind == "number" && variable.kind == "counter";
            fits && (variable.assignable || !assignable) && self.is_visible(variable)
        };
        let all: Vec<&Variable> = self.scopes.iter().flatten().filter(fits).collect();
        let from = if random.percent(50) { all.len() / 2 } else { 0 };
        random.pick(&all[from..]).copied()
    }

    /// Whether no inner variable has its name.
    fn is_visible(&self, variable: &Variable) -> bool {
        let innermost = (self.scopes.iter().rev())
            .find_map(|scope| scope.iter().rev().find(|it| it.name == variable.name));
        innermost.is_some_and(|it| std::ptr::eq(it, variable))
    }

    /// The name of an outer variable that the innermost scope may use for one of its own: not at a function's
    /// top level, where parameters must be told from it.
    pub fn hidden(&self, random: &mut Random) -> Option<String> {
        let (inner, outer) = self.scopes.split_last()?;
        if outer.is_empty() || *self.functions.last()? {
            return None;
        }
        let names: Vec<&String> = outer.iter().flatten().map(|it| &it.name).collect();
        let name = (*random.pick(&names)?).clone();
        inner.iter().all(|it| it.name != name).then_some(name)
    }
}
