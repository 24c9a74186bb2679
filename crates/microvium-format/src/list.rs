//! How a list is declared.

/// Declares an enumeration whose variants have a number and one line of meaning, and what every
/// consumer of such a list needs: conversion from the number, the name, the line, the whole list.
macro_rules! list {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident : $repr:ty {
            $( $variant:ident = $code:literal, $text:literal; )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr($repr)]
        $vis enum $name {
            $( #[doc = $text] $variant = $code, )*
        }

        impl $name {
            /// Every member, in order of its number.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )*];

            /// The member with this number.
            pub const fn from_code(code: $repr) -> Option<Self> {
                match code {
                    $( $code => Some(Self::$variant), )*
                    _ => None,
                }
            }

            /// The member's name, as it stands in the table.
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => stringify!($variant), )* }
            }

            /// One line of meaning.
            pub const fn text(self) -> &'static str {
                match self { $( Self::$variant => $text, )* }
            }
        }
    };
}
