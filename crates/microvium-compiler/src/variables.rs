//! Where each variable of a module lives: in a variable slot, in SSA values, in a local that handlers
//! see, or as a field of a scope object because a closure captures it.
//!
//! A scope object is made for a function, and for each block that may be entered repeatedly while its
//! function runs; captured variables of other blocks live in the scope object around them. A function is
//! created over the innermost scope object that it needs, and reaches outer ones through field 0.

mod arguments;
mod class;
mod dead_zone;
mod find;
mod private;
mod storage;

use crate::parameter_scope::Copies;
pub(crate) use class::{SuperCalls, fields, has_fields};
use find::Finder;
use oxc_ast::ast::Program;
use oxc_ast_visit::Visit;
use oxc_semantic::{ReferenceId, ScopeId, Scoping};
pub(crate) use private::{Content, Owner, Private, PrivateKey};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A variable of a module, by index: its symbols, then what has no symbol.
pub(crate) type VariableIndex = u32;
/// A function of a module; the first is the module's top-level code.
pub(crate) type FunctionIndex = usize;

/// What declares a variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// `var`, a function declaration, a catch parameter: never empty.
    Plain,
    /// A parameter.
    Parameter,
    /// `let` or `class`: empty until initialized.
    Let,
    /// `const`, or the name of a class inside of it.
    Const,
    /// The name of a function expression inside of it.
    OwnName,
    /// An import.
    Import,
    /// `this`, as arrow functions capture it.
    This,
    /// `new.target`, likewise.
    NewTarget,
    /// `arguments`: the object, or the array that does for it.
    Arguments,
}

impl Kind {
    /// Whether it is empty until its declaration is evaluated.
    pub const fn is_lexical(self) -> bool {
        matches!(self, Kind::Let | Kind::Const)
    }
}

/// Where a variable lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Storage {
    /// At the top level of the module: in a variable slot, its own or that of another module.
    Module,
    /// In SSA values.
    Value,
    /// In a mutable local.
    Local,
    /// In a field of the scope object of a source scope.
    Field(ScopeId, u32),
}

/// A variable.
#[derive(Debug)]
pub(crate) struct Variable {
    pub name: String,
    pub kind: Kind,
    pub storage: Storage,
    /// The source scope that declares it.
    pub scope: ScopeId,
    /// Whether anything refers to it.
    pub used: bool,
    /// Whether code may refer to it before it has a value, and has to check that if it is a lexical one.
    pub checked: bool,
    captured: bool,
    assigned_in_region: bool,
}

/// What `super` means: the object whose prototype it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Home {
    /// A class's prototype, by the scope of the class.
    Prototype(ScopeId),
    /// A class.
    Class(ScopeId),
    /// An object literal, by the scope made for it.
    Object(ScopeId),
}

/// What surrounds a piece of code, up to the next function that isn't an arrow.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Around {
    pub home: Option<Home>,
    /// The class that `this` is, in what initializes its static elements.
    pub class: Option<ScopeId>,
    /// Whether it initializes a field: `new.target` is undefined there.
    pub initializer: bool,
}

/// What is known of a source scope. Behind those of the parser come some that only we need: of
/// constructors that aren't written, and of object literals.
#[derive(Clone, Default, Debug)]
struct Scope {
    parent: Option<ScopeId>,
    function: FunctionIndex,
    depth: u32,
    /// How many loops of the function repeat it.
    loops: u32,
    /// How many guarded regions of the function it is in.
    regions: u32,
    variables: Vec<VariableIndex>,
}

/// A scope object.
#[derive(Default, Debug)]
pub(crate) struct ScopeObject {
    /// The scope that field 0 refers to.
    pub parent: Option<ScopeId>,
    /// The variables in its other fields, in order.
    pub variables: Vec<VariableIndex>,
    /// The scopes around it that are reached through it.
    outer: BTreeSet<(u32, ScopeId)>,
}

/// A key that a constructor gives its instances.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum InstanceKey {
    /// A name.
    Name(String),
    /// A private name, by its number in the module.
    Private(u32),
}

/// What is known of a function.
#[derive(Default, Debug)]
pub(crate) struct Function {
    parent: Option<FunctionIndex>,
    scope: Option<ScopeId>,
    arrow: bool,
    this: Option<VariableIndex>,
    target: Option<VariableIndex>,
    /// Its `arguments`, if it, or an arrow function in it, asks for it.
    pub arguments: Option<VariableIndex>,
    /// Whether more than the elements and the length can be told of that.
    pub arguments_seen: bool,
    /// Whether it is the constructor of a class that extends another one: `this` is a variable that is
    /// empty until `super()` returns.
    pub derived: bool,
    /// Whether it, or an arrow function in it, asks for `new.target`.
    pub uses_target: bool,
    /// The scope objects of functions around it that it needs, outermost first.
    captures: BTreeSet<(u32, ScopeId)>,
    /// The keys assigned to its `this`.
    pub instance_keys: Vec<InstanceKey>,
}

impl Function {
    /// The scope object that it is created over.
    pub fn captured(&self) -> Option<ScopeId> {
        self.captures.last().map(|(_, scope)| *scope)
    }
}

/// All variables of a module.
pub(crate) struct Variables {
    variables: Vec<Variable>,
    scopes: Vec<Scope>,
    functions: Vec<Function>,
    objects: BTreeMap<ScopeId, ScopeObject>,
    /// References that mean another variable than their symbol's.
    inner_names: HashMap<ReferenceId, VariableIndex>,
    /// The names of classes inside of themselves, where they differ from the ones outside.
    class_names: HashMap<ScopeId, VariableIndex>,
    /// The variables of home objects and classes, of those that are asked for.
    homes: HashMap<ScopeId, VariableIndex>,
    class_values: HashMap<ScopeId, VariableIndex>,
    /// The keys of fields that are computed, by their place in the source.
    field_keys: HashMap<u32, VariableIndex>,
    /// The scopes made for constructors that aren't written, by class, and for object literals, by place.
    constructors: HashMap<ScopeId, ScopeId>,
    literals: HashMap<u32, ScopeId>,
    /// The arrow functions that initialize fields, and the variables that hold them, by class.
    initializers: HashMap<ScopeId, (ScopeId, VariableIndex)>,
    /// What private names mean.
    private: private::Names,
    copies: Copies,
}

impl Variables {
    /// Finds out about all variables of a module.
    pub fn of(program: &Program<'_>, scoping: &Scoping, copies: Copies) -> Variables {
        let mut finder = Finder::new(scoping);
        finder.numbers = arguments::Numbers::of(program, scoping);
        finder.copy(copies);
        finder.visit_program(program);
        finder.finish()
    }

    /// The parameters of a function that variables of its body begin with, each before its variable.
    pub fn copies(
        &self,
        function: ScopeId,
    ) -> impl Iterator<Item = (VariableIndex, VariableIndex)> {
        let copies = self.copies.get(&function).into_iter().flatten();
        copies.map(|(from, to)| (from.index() as u32, to.index() as u32))
    }

    pub fn get(&self, variable: VariableIndex) -> &Variable {
        &self.variables[variable as usize]
    }

    /// The variable of a reference, unless it is a global.
    pub fn referenced(&self, reference: ReferenceId, scoping: &Scoping) -> Option<VariableIndex> {
        match self.inner_names.get(&reference) {
            Some(&variable) => Some(variable),
            None => scoping
                .get_reference(reference)
                .symbol_id()
                .map(|symbol| symbol.index() as u32),
        }
    }

    /// The variables that a source scope declares.
    pub fn declared(&self, scope: ScopeId) -> &[VariableIndex] {
        &self.scopes[scope.index()].variables
    }

    /// The variable of a class's name inside of it, if it isn't the one outside.
    pub fn class_name(&self, scope: ScopeId) -> Option<VariableIndex> {
        self.class_names.get(&scope).copied()
    }

    /// The scope object of a source scope, if it has one.
    pub fn object(&self, scope: ScopeId) -> Option<&ScopeObject> {
        self.objects.get(&scope)
    }

    /// The function whose code a source scope belongs to.
    pub fn function_of(&self, scope: ScopeId) -> FunctionIndex {
        self.scopes[scope.index()].function
    }

    pub fn function(&self, function: FunctionIndex) -> &Function {
        &self.functions[function]
    }

    /// The function whose `this` a function means, if it isn't its own: an arrow's.
    pub fn this_of(&self, function: FunctionIndex) -> FunctionIndex {
        this_owner(&self.functions, function)
    }

    /// The variable of the prototype of a class, or of an object literal, if `super` needs it.
    pub fn home(&self, scope: ScopeId) -> Option<VariableIndex> {
        self.homes.get(&scope).copied()
    }

    /// The variable of the class itself, if something needs it.
    pub fn class_value(&self, scope: ScopeId) -> Option<VariableIndex> {
        self.class_values.get(&scope).copied()
    }

    /// The variable of a field's computed key.
    pub fn field_key(&self, offset: u32) -> Option<VariableIndex> {
        self.field_keys.get(&offset).copied()
    }

    /// The scope of a constructor that isn't written, if it evaluates anything.
    pub fn constructor(&self, class: ScopeId) -> Option<ScopeId> {
        self.constructors.get(&class).copied()
    }

    /// The scope of the arrow function that initializes the fields of a class's instances, and the variable that holds it; of a
    /// class whose constructor doesn't contain that code itself.
    pub fn initializer(&self, class: ScopeId) -> Option<(ScopeId, VariableIndex)> {
        self.initializers.get(&class).copied()
    }

    /// What the private name at a place of the source means.
    pub fn private(&self, offset: u32) -> Private {
        self.private.at(offset)
    }

    /// The key of those who have the private methods of a class, if instances have any.
    pub fn brand(&self, class: ScopeId) -> Option<PrivateKey> {
        self.private.brand(class)
    }

    /// The private names of a class that are made when it is evaluated.
    pub fn made_names(&self, class: ScopeId) -> &[VariableIndex] {
        self.private.made(class)
    }

    /// How many private names have texts of their own.
    pub fn known_names(&self) -> u32 {
        self.private.known()
    }

    /// The scope of an object literal.
    pub fn literal(&self, offset: u32) -> Option<ScopeId> {
        self.literals.get(&offset).copied()
    }

    /// The captured variable of a function's `new.target`.
    pub fn target_variable(&self, function: FunctionIndex) -> Option<VariableIndex> {
        self.functions[function].target
    }

    /// What `arguments` means in a function, if that has one.
    pub fn arguments_of(&self, function: FunctionIndex) -> Option<VariableIndex> {
        self.functions[self.this_of(function)].arguments
    }

    /// The captured variable of a function's `this`.
    pub fn this_variable(&self, function: FunctionIndex) -> Option<VariableIndex> {
        self.functions[function].this
    }
}

fn this_owner(functions: &[Function], function: FunctionIndex) -> FunctionIndex {
    let mut owner = function;
    while let (true, Some(parent)) = (functions[owner].arrow, functions[owner].parent) {
        owner = parent;
    }
    owner
}
