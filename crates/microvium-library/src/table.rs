//! What the library consists of.

use microvium_format::Builtin;

/// Where scripts find something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holder {
    /// A property of the global object: the module's export of this name.
    Global,
    /// A property of the global object that no script can name, for the compiler: the module's export of
    /// this name, with `%` before it.
    Helper,
    /// A property of a prototype: the module exports an object `prototype` that has it too.
    Prototype(Builtin),
    /// A builtin slot, where the engine finds it: the module's export of this name.
    Slot(Builtin),
}

/// A module that provides something.
#[derive(Clone, Copy, Debug)]
pub struct Module {
    /// How it is named in messages.
    pub name: &'static str,
    /// Its source, or the part of it that isn't generated.
    pub source: &'static str,
    /// What it provides: names, separated by white space. All are writable, configurable and not
    /// enumerable.
    pub provides: &'static [(Holder, &'static str)],
}

macro_rules! module {
    ($file:literal, $( $holder:expr, $keys:literal );* $(;)?) => {
        Module {
            name: concat!("library/", $file),
            source: include_str!($file),
            provides: &[$( ($holder, $keys) ),*],
        }
    };
}

/// The modules that provide something, by number.
pub const MODULES: &[Module] = &[
    module!("error.js",
        Holder::Global, "Error TypeError RangeError ReferenceError SyntaxError";
        Holder::Slot(Builtin::MakeError), "makeError"),
    module!(
        "function.js",
        Holder::Slot(Builtin::MakePrototype),
        "makePrototype"
    ),
    module!("language.js", Holder::Helper, "characters append rest"),
];

/// The modules that only others import.
pub(crate) const SHARED: &[(&str, &str)] = &[(crate::NATIVE, "")];
