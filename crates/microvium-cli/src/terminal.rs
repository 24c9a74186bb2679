//! What the terminal is like.

use clap::ValueEnum;
use std::io::IsTerminal;

/// When messages are coloured.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How to write to stderr.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Whether messages are coloured.
    pub color: bool,
    /// Whether somebody looks on, so that progress is of interest.
    pub interactive: bool,
}

impl Terminal {
    /// As the environment and the user have it.
    pub fn new(color: Color) -> Terminal {
        let interactive = std::io::stderr().is_terminal();
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Terminal {
            color: match color {
                Color::Auto => interactive && wanted,
                Color::Always => true,
                Color::Never => false,
            },
            interactive,
        }
    }
}
