//! The parts of an engine that a firmware may leave out.

/// A set of optional parts. An image states the parts it can't run without; an engine states the ones
/// it has.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Parts(pub u16);

macro_rules! parts {
    ($( $name:ident = $bit:literal, $word:literal, $text:literal; )*) => {
        impl Parts {
            $( #[doc = $text] pub const $name: Parts = Parts(1 << $bit); )*
            /// Each part with its name and one line of meaning.
            pub const ALL: &'static [(Parts, &'static str, &'static str)] =
                &[$( (Parts::$name, $word, $text), )*];
        }
    };
}

parts! {
    FLOAT = 0, "float", "Arithmetic on numbers that are no 32-bit integers.";
    FLOAT_TEXT = 1, "float-text", "Printing and parsing such numbers.";
    POWER = 4, "power", "The operator `**`, besides float arithmetic.";
    LIBRARY = 5, "library", "What the standard library stands on, and the rarer operators: `in`, `delete`, `instanceof`, `super`, spread in calls.";
    TYPED_ARRAYS = 6, "typed-arrays", "Typed arrays that are more than a Uint8Array with bytes of its own, and DataView.";
    WEAK = 7, "weak", "`WeakMap`, `WeakSet` and `WeakRef`.";
}

impl Parts {
    /// No part.
    pub const NONE: Parts = Parts(0);

    /// Both sets together.
    pub const fn with(self, other: Parts) -> Parts {
        Parts(self.0 | other.0)
    }

    /// What is in `self` and not in `other`.
    pub const fn without(self, other: Parts) -> Parts {
        Parts(self.0 & !other.0)
    }

    /// Whether all of `other` is in `self`.
    pub const fn contains(self, other: Parts) -> bool {
        self.0 & other.0 == other.0
    }
}
