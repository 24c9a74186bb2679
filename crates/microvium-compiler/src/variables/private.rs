//! Private names: what each means, by the class around it.
//!
//! A field is stored in the object under a key. Methods and accessors are variables of the class; which objects
//! have those of instances tells a key that they have all together, and those of the class itself only the class
//! has. The keys of a class that is evaluated once are known texts, those of another are made by each evaluation.

use super::class::has_brand;
use super::find::Finder;
use super::{InstanceKey, Kind, VariableIndex};
use oxc_ast::ast::{ClassBody, ClassElement, MethodDefinitionKind, PrivateIdentifier};
use oxc_semantic::ScopeId;
use oxc_span::GetSpan;
use std::collections::{BTreeMap, HashMap};

/// The key under which objects have something private.
#[derive(Clone, Copy, Debug)]
pub(crate) enum PrivateKey {
    /// The text with this number, counted in the module.
    Known(u32),
    /// What this variable holds.
    Made(VariableIndex),
}

/// Who has what a private name means.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Owner {
    /// The objects with this key.
    Key(PrivateKey),
    /// The class itself, which this variable holds.
    Class(VariableIndex),
}

/// What a private name means.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Content {
    /// What is stored under its owners' key.
    Field,
    /// The method in this variable.
    Method(VariableIndex),
    /// The getter and the setter in these variables.
    Accessor(Option<VariableIndex>, Option<VariableIndex>),
}

/// A private name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Private {
    pub owner: Owner,
    pub content: Content,
}

/// The private names of a module.
#[derive(Default)]
pub(super) struct Names {
    /// The classes around, and what they declare.
    around: Vec<(ScopeId, BTreeMap<String, Private>)>,
    /// What the names in the source mean, by their places.
    places: HashMap<u32, Private>,
    brands: HashMap<ScopeId, PrivateKey>,
    made: HashMap<ScopeId, Vec<VariableIndex>>,
    known: u32,
}

impl Names {
    pub fn at(&self, offset: u32) -> Private {
        self.places[&offset]
    }

    pub fn brand(&self, class: ScopeId) -> Option<PrivateKey> {
        self.brands.get(&class).copied()
    }

    pub fn made(&self, class: ScopeId) -> &[VariableIndex] {
        self.made.get(&class).map_or(&[], Vec::as_slice)
    }

    pub const fn known(&self) -> u32 {
        self.known
    }
}

impl Finder<'_> {
    /// The names that a class declares mean something from here on.
    pub(super) fn enter_private_names(&mut self, body: &ClassBody<'_>, class: ScopeId) {
        let brand = has_brand(body).then(|| self.private_key(class));
        if let Some(key) = brand {
            self.private.brands.insert(class, key);
        }
        let mut names: BTreeMap<String, Private> = BTreeMap::new();
        for element in &body.body {
            let Some(name) = element.property_key().and_then(|key| key.private_name()) else {
                continue;
            };
            let is_static = element.r#static();
            let owner = match (element, is_static, brand) {
                (ClassElement::MethodDefinition(_), false, Some(brand)) => Owner::Key(brand),
                (ClassElement::MethodDefinition(_), ..) => Owner::Class(self.class_value(class)),
                _ => Owner::Key(self.private_key(class)),
            };
            let mut private = Private {
                owner,
                content: Content::Field,
            };
            if let ClassElement::MethodDefinition(method) = element {
                let function = self.variable(&format!("#{name}"), Kind::Plain, class);
                let old = names.get(name.as_str()).map(|it| it.content);
                let (mut getter, mut setter) = match old {
                    Some(Content::Accessor(getter, setter)) => (getter, setter),
                    _ => (None, None),
                };
                private.content = match method.kind {
                    MethodDefinitionKind::Get => {
                        getter = Some(function);
                        Content::Accessor(getter, setter)
                    }
                    MethodDefinitionKind::Set => {
                        setter = Some(function);
                        Content::Accessor(getter, setter)
                    }
                    _ => Content::Method(function),
                };
            }
            names.insert(name.to_string(), private);
        }
        // Where a name is declared, it means the same.
        for element in &body.body {
            if let Some(key) = element.property_key()
                && let Some(name) = key.private_name()
            {
                self.private
                    .places
                    .insert(key.span().start, names[name.as_str()]);
            }
        }
        self.private.around.push((class, names));
    }

    pub(super) fn leave_private_names(&mut self) {
        self.private.around.pop();
    }

    /// A key: what is evaluated at most once needs none of its own each time.
    fn private_key(&mut self, class: ScopeId) -> PrivateKey {
        if self.function == 0 && self.loops == 0 {
            self.private.known += 1;
            return PrivateKey::Known(self.private.known - 1);
        }
        let variable = self.variable("#", Kind::Plain, class);
        self.private.made.entry(class).or_default().push(variable);
        PrivateKey::Made(variable)
    }

    /// A private name in an expression.
    pub(super) fn refer_private(&mut self, it: &PrivateIdentifier<'_>) {
        let around = self.private.around.iter().rev();
        let found = around
            .filter_map(|(_, names)| names.get(it.name.as_str()))
            .next();
        // Others are syntax errors.
        let Some(&private) = found else { return };
        self.private.places.insert(it.span.start, private);
        match private.owner {
            Owner::Key(PrivateKey::Made(variable)) | Owner::Class(variable) => {
                self.refer(variable, false);
            }
            Owner::Key(PrivateKey::Known(_)) => {}
        }
        let functions = match private.content {
            Content::Field => [None, None],
            Content::Method(method) => [Some(method), None],
            Content::Accessor(getter, setter) => [getter, setter],
        };
        for function in functions.into_iter().flatten() {
            self.refer(function, false);
        }
    }

    /// A function refers to the key of a field, which it defines.
    pub(super) fn element_name(&mut self, offset: u32) {
        if let Owner::Key(key) = self.private.places[&offset].owner {
            self.refer_key(key);
        }
    }

    /// A constructor gives what has the private methods of its class their key. Whether there are such.
    pub(super) fn refer_brand(&mut self) -> bool {
        let class = self.private.around.last().map(|(class, _)| *class);
        let brand = class.and_then(|class| self.private.brand(class));
        if let Some(key) = brand {
            self.refer_key(key);
        }
        brand.is_some()
    }

    fn refer_key(&mut self, key: PrivateKey) {
        match key {
            PrivateKey::Known(number) => self.expect_key(InstanceKey::Private(number)),
            PrivateKey::Made(variable) => self.refer(variable, false),
        }
    }
}
