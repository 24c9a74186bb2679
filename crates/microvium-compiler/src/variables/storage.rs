//! Where each variable is kept: in the module, in a scope object, in a local or as a value. What the walk over the tree has
//! found decides that.

use super::find::Finder;
use super::{Function, Kind, Scope, ScopeObject, Storage, VariableIndex, Variables};
use oxc_semantic::ScopeId;
use std::collections::{BTreeMap, BTreeSet};

impl Finder<'_> {
    pub fn finish(mut self) -> Variables {
        let root = self.scoping.root_scope_id();
        let zones = std::mem::take(&mut self.dead_zones);
        let owner = |variable: VariableIndex| {
            let scope = self.variables[variable as usize].scope;
            self.scopes[scope.index()].function
        };
        for variable in zones.unneeded(&self.functions, owner) {
            self.variables[variable as usize].checked = false;
        }
        let captured_heads: BTreeSet<ScopeId> = self
            .heads
            .iter()
            .copied()
            .filter(|head| {
                let declared = &self.scopes[head.index()].variables;
                declared.iter().any(|&variable| {
                    let variable = &self.variables[variable as usize];
                    variable.captured && variable.kind == Kind::Let
                })
            })
            .collect();
        let mut objects: BTreeMap<ScopeId, ScopeObject> = BTreeMap::new();
        for index in 0..self.variables.len() {
            let variable = &self.variables[index];
            let storage = if variable.scope == root && index < self.scoping.symbols_len() {
                Storage::Module
            } else if variable.captured {
                let home = self.home(variable.scope, &captured_heads);
                objects
                    .entry(home)
                    .or_default()
                    .variables
                    .push(index as u32);
                Storage::Field(home, 0)
            } else if variable.assigned_in_region {
                Storage::Local
            } else {
                Storage::Value
            };
            self.variables[index].storage = storage;
        }
        for &(user, variable) in &self.uses {
            if let Storage::Field(home, _) = self.variables[variable as usize].storage {
                let owner = self.scopes[home.index()].function;
                let mut function = user;
                while function != owner {
                    let entry = (self.scopes[home.index()].depth, home);
                    self.functions[function].captures.insert(entry);
                    match self.functions[function].parent {
                        Some(parent) => function = parent,
                        None => break,
                    }
                }
            }
        }
        link(&mut objects, &self.functions, &self.scopes);
        for (home, object) in &objects {
            let first = u32::from(object.parent.is_some());
            for (field, &variable) in object.variables.iter().enumerate() {
                self.variables[variable as usize].storage =
                    Storage::Field(*home, first + field as u32);
            }
        }
        Variables {
            variables: self.variables,
            scopes: self.scopes,
            functions: self.functions,
            objects,
            inner_names: self.inner_names,
            class_names: self.class_names,
            homes: self.homes,
            class_values: self.class_values,
            field_keys: self.field_keys,
            constructors: self.constructors,
            literals: self.literals,
            initializers: self.initializers,
            private: self.private,
            copies: self.copies,
        }
    }

    /// The source scope whose scope object holds the captured variables of `scope`.
    fn home(&self, scope: ScopeId, captured_heads: &BTreeSet<ScopeId>) -> ScopeId {
        let mut home = scope;
        loop {
            let facts = &self.scopes[home.index()];
            let (Some(parent), false) = (facts.parent, captured_heads.contains(&home)) else {
                return home;
            };
            let around = &self.scopes[parent.index()];
            let repeated_with =
                self.bodies.get(&home) == Some(&parent) && captured_heads.contains(&parent);
            if around.function != facts.function || (around.loops != facts.loops && !repeated_with)
            {
                return home;
            }
            home = parent;
        }
    }
}

/// Decides what field 0 of each scope object refers to, if anything is reached through it.
fn link(objects: &mut BTreeMap<ScopeId, ScopeObject>, functions: &[Function], scopes: &[Scope]) {
    for function in functions {
        let mut outer = BTreeSet::new();
        for &(depth, scope) in &function.captures {
            if let Some(object) = objects.get_mut(&scope) {
                object.outer.extend(&outer);
            }
            outer.insert((depth, scope));
        }
    }
    let mut inner_first: Vec<ScopeId> = objects.keys().copied().collect();
    inner_first.sort_by_key(|scope| std::cmp::Reverse(scopes[scope.index()].depth));
    for scope in inner_first {
        let mut outer = objects[&scope].outer.clone();
        if let Some((_, parent)) = outer.pop_last() {
            if let Some(object) = objects.get_mut(&scope) {
                object.parent = Some(parent);
            }
            if let Some(object) = objects.get_mut(&parent) {
                object.outer.extend(outer);
            }
        }
    }
}
