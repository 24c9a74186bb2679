//! Getters and setters, in object literals and classes.

use super::Lowerer;
use super::function::Naming;
use super::literal::Name;
use crate::variables::Home;
use microvium_format::attribute::HIDDEN;
use microvium_ir::{Constant, FunctionKind, ValueId};
use oxc_ast::ast::{Function, MethodDefinitionKind, PropertyKind};

/// Which of the two functions of an accessor.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Accessor {
    Getter,
    Setter,
}

impl Accessor {
    /// What an element of a class defines, if it is an accessor.
    pub const fn of_method(kind: MethodDefinitionKind) -> Option<Accessor> {
        match kind {
            MethodDefinitionKind::Get => Some(Accessor::Getter),
            MethodDefinitionKind::Set => Some(Accessor::Setter),
            MethodDefinitionKind::Constructor | MethodDefinitionKind::Method => None,
        }
    }

    /// What comes before the key in the name of its function.
    pub const fn prefix(self) -> &'static str {
        match self {
            Accessor::Getter => "get",
            Accessor::Setter => "set",
        }
    }

    /// The helper that names its function by a computed key.
    const fn naming(self) -> &'static str {
        match self {
            Accessor::Getter => "nameGetter",
            Accessor::Setter => "nameSetter",
        }
    }

    /// The same of a property in a literal.
    pub const fn of_property(kind: PropertyKind) -> Option<Accessor> {
        match kind {
            PropertyKind::Get => Some(Accessor::Getter),
            PropertyKind::Set => Some(Accessor::Setter),
            PropertyKind::Init => None,
        }
    }
}

impl Lowerer<'_, '_> {
    /// Defines a getter or a setter; the other one stays if there is one.
    pub(super) fn accessor(
        &mut self,
        which: Accessor,
        object: ValueId,
        key: Name,
        function: &Function<'_>,
        home: Option<Home>,
    ) {
        let offset = function.span.start;
        let (prefix, helper) = (which.prefix(), which.naming());
        let name = match &key {
            Name::Static(text) => Some(format!("{prefix} {}", text.to_display())),
            Name::Computed(_) => None,
        };
        let mut key = self.primitive_key(key, offset);
        let name = match &name {
            Some(name) => Naming::Text(name),
            None => Naming::Key(&mut key, helper),
        };
        self.method.home = home;
        let function = self.function(function, name, FunctionKind::Method);
        let undefined = self.b().undefined(offset);
        let (getter, setter) = match which {
            Accessor::Getter => (function, undefined),
            Accessor::Setter => (undefined, function),
        };
        // Those of classes aren't enumerable.
        let attributes = match home {
            Some(Home::Object(_)) | None => 0,
            Some(Home::Class(_) | Home::Prototype(_)) => HIDDEN,
        };
        let attributes = Constant::Number(attributes.into());
        let attributes = self.b().constant(attributes, offset);
        let arguments = vec![object, key, getter, setter, attributes];
        self.helper("defineAccessor", arguments, offset);
    }
}
