//! A program: all functions and variables of all its modules.

use crate::arena::{Arena, Id};
use crate::function::Function;

/// Names a function, in the IR, in the live build-time engine and in the graph alike.
pub type FunctionId = Id<Function>;
/// Names a module-level variable.
pub type VariableId = Id<Variable>;
/// Names a source file.
pub type FileId = Id<SourceFile>;

/// All functions and variables of all modules compiled so far. Grows as modules are added; ids stay.
#[derive(Clone, Default, Debug)]
pub struct Program {
    /// The functions, module bodies included.
    pub functions: Arena<Function>,
    /// The module-level variables: `let`, `const`, `var`, functions, classes, default exports and
    /// namespaces. An import has none; it is its exporter's.
    pub variables: Arena<Variable>,
    /// The source files that positions refer to.
    pub files: Arena<SourceFile>,
    /// How many private names have a text of their own (see [`Text::private`](crate::Text::private)).
    pub private_names: u32,
}

impl Program {
    /// The name of a module of the library, without what all of them begin with; None of other files.
    pub fn library_module(&self, file: FileId) -> Option<&str> {
        self.files.get(file)?.name.strip_prefix("library/")
    }

    /// A place as people read it: file, line and column.
    pub fn place(&self, at: Position) -> String {
        let file = &self.files[at.file];
        let (line, column) = file.line_and_column(at.offset);
        format!("{}:{line}:{column}", file.name)
    }
}

/// A module-level variable.
#[derive(Clone, Debug)]
pub struct Variable {
    /// Its name in the source, for people.
    pub name: String,
    /// The module that declares it.
    pub file: FileId,
}

/// A source file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// How it is named in messages: relative, with `/`.
    pub name: String,
    /// Its text.
    pub text: std::sync::Arc<str>,
}

impl SourceFile {
    /// The line and the column in characters, both from 1, of an offset in bytes.
    pub fn line_and_column(&self, offset: u32) -> (usize, usize) {
        let before = &self.text[..self.text.floor_char_boundary(offset as usize)];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        (line, before[start..].chars().count() + 1)
    }

    /// The offset of a line and a column, the other way round; some offset if there is no such place.
    pub fn offset(&self, line: usize, column: usize) -> u32 {
        let mut starts =
            std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1));
        let start = starts.nth(line.saturating_sub(1)).unwrap_or_default();
        let before = self.text[start..].chars().take(column.saturating_sub(1));
        (start + before.map(char::len_utf8).sum::<usize>()) as u32
    }
}

/// Where something stands in the source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Position {
    /// The file.
    pub file: FileId,
    /// The offset in bytes.
    pub offset: u32,
}
