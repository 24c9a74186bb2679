//! The sidecar: what people and tools want to know of an image and the device doesn't. It lies beside
//! the image as `main.mvm-bc.map` and names it by its checksum.

use crate::image::Image;
use crate::slots::Slot;
use microvium_ir::{FileId, Graph, Node, Position, Program, SourceFile, Value};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What is known of an image beyond its bytes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug)]
pub struct Sidecar {
    /// The checksum of the image.
    pub crc: u32,
    /// The source files.
    pub files: Vec<String>,
    /// Their texts, where code in the image comes from them.
    #[serde(default)]
    pub texts: Vec<Option<String>>,
    /// The functions, ordered by address.
    pub functions: Vec<NamedFunction>,
    /// Where instructions come from, ordered by address; each holds until the next.
    pub positions: Vec<AddressPosition>,
    /// What the variable slots hold, in order.
    pub variables: Vec<String>,
    /// The names of imports: of the variables that held them.
    pub imports: BTreeMap<u16, String>,
    /// The names of exports: of the functions.
    pub exports: BTreeMap<u16, String>,
}

/// A function in the image.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug)]
pub struct NamedFunction {
    /// The offset of its first instruction.
    pub address: u16,
    /// The offset behind its last.
    pub end: u16,
    /// Its name; empty if it has none.
    pub name: String,
}

/// Where an instruction comes from.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug)]
pub struct AddressPosition {
    /// The instruction's offset in the image.
    pub address: u16,
    /// Where it comes from.
    pub at: SourcePosition,
}

/// A place in the source.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug)]
pub struct SourcePosition {
    /// The index of the file.
    pub file: u32,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// A place in the source, to be shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place<'a> {
    /// The file's name.
    pub file: &'a str,
    at: SourcePosition,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.at.line, self.at.column)
    }
}

/// A call that was running, to be shown as a line of a stack.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Call<'a> {
    /// The function; empty if it has no name.
    pub function: &'a str,
    /// The place in the source.
    pub at: Place<'a>,
}

impl fmt::Display for Call<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self.function {
            "" => "<anonymous>",
            name => name,
        };
        write!(f, "{name} ({})", self.at)
    }
}

impl Sidecar {
    /// The sidecar of an image. The texts of the library's files aren't in it.
    pub fn new(
        program: &Program,
        graph: &Graph,
        image: &Image,
        library: impl Fn(&str) -> bool,
    ) -> Sidecar {
        let lines: Vec<Lines> = (program.files.iter())
            .map(|(_, file)| Lines::new(file))
            .collect();
        let locate = |position: Position| lines[position.file.index()].locate(position);
        let mut functions: Vec<NamedFunction> = (image.functions.iter())
            .map(|(addresses, function)| NamedFunction {
                address: addresses.start,
                end: addresses.end,
                name: program.functions[*function].name.clone(),
            })
            .collect();
        functions.sort_by_key(|function| function.address);
        let positions = image
            .positions
            .iter()
            .map(|(address, position)| AddressPosition {
                address: *address,
                at: locate(*position),
            });
        let used: BTreeSet<FileId> = image.positions.iter().map(|(_, it)| it.file).collect();
        let texts = (program.files.iter()).map(|(id, file)| {
            (used.contains(&id) && !library(&file.name)).then(|| file.text.to_string())
        });
        let variables = image.slots.iter().map(|slot| match slot {
            Slot::Variable(variable) => program.variables[*variable].name.clone(),
            Slot::Global(name) => name.to_display(),
        });
        Sidecar {
            crc: image.crc(),
            files: program
                .files
                .iter()
                .map(|(_, file)| file.name.clone())
                .collect(),
            texts: texts.collect(),
            functions,
            positions: positions.collect(),
            variables: variables.collect(),
            imports: import_names(program, graph),
            exports: export_names(program, graph),
        }
    }

    /// As JSON, with a newline at its end.
    pub fn to_json(&self) -> String {
        // Strings and integers always have a JSON form.
        let mut text = serde_json::to_string(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// From JSON.
    pub fn from_json(text: &str) -> Result<Sidecar, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The name of the function whose first instruction is at this offset.
    pub fn function(&self, address: usize) -> Option<&str> {
        let found = self
            .functions
            .iter()
            .find(|it| usize::from(it.address) == address);
        found
            .map(|function| function.name.as_str())
            .filter(|name| !name.is_empty())
    }

    /// Where the instruction at this offset comes from.
    pub fn position(&self, address: usize) -> Option<Place<'_>> {
        let after = self
            .positions
            .partition_point(|it| usize::from(it.address) <= address);
        self.place(self.positions[..after].last()?.at)
    }

    /// The file that the instruction at this offset comes from, with its text if that is known; and where it stands there.
    /// `library` has the texts of the library's files.
    pub fn source(
        &self,
        address: usize,
        library: impl Fn(&str) -> Option<String>,
    ) -> Option<(SourceFile, u32)> {
        let after = self
            .positions
            .partition_point(|it| usize::from(it.address) <= address);
        let at = self.positions[..after].last()?.at;
        let file = at.file as usize;
        let name = self.files.get(file)?.clone();
        let text = self.texts.get(file).cloned().flatten();
        let text = text.or_else(|| library(&name)).unwrap_or_default();
        let file = SourceFile {
            name,
            text: text.into(),
        };
        let offset = file.offset(at.line as usize, at.column as usize);
        Some((file, offset))
    }

    fn place(&self, at: SourcePosition) -> Option<Place<'_>> {
        let file = self.files.get(at.file as usize)?;
        Some(Place { file, at })
    }

    /// What an address belongs to. None if it is in no function.
    pub fn call(&self, address: usize) -> Option<Call<'_>> {
        let after = self
            .functions
            .partition_point(|it| usize::from(it.address) <= address);
        let function = self.functions[..after].last()?;
        if address >= usize::from(function.end) {
            return None;
        }
        let at = self.position(address)?;
        Some(Call {
            function: &function.name,
            at,
        })
    }

    /// The name of the variable in a slot.
    pub fn variable(&self, slot: usize) -> Option<&str> {
        self.variables.get(slot).map(String::as_str)
    }
}

fn import_names(program: &Program, graph: &Graph) -> BTreeMap<u16, String> {
    let mut names = BTreeMap::new();
    for (variable, value) in &graph.variables {
        if let Value::Node(node) = value
            && let Node::Host(import) = graph.nodes[*node]
        {
            let name = &program.variables[*variable].name;
            names.entry(import).or_insert_with(|| name.clone());
        }
    }
    names
}

fn export_names(program: &Program, graph: &Graph) -> BTreeMap<u16, String> {
    let mut names = BTreeMap::new();
    for (&id, value) in &graph.exports {
        if let Value::Node(node) = value
            && let Node::Closure { function, .. } = graph.nodes[*node]
        {
            names.insert(id, program.functions[function].name.clone());
        }
    }
    names
}

/// Where the lines of a file begin.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(file: &'a SourceFile) -> Lines<'a> {
        let breaks = file.text.match_indices('\n').map(|(at, _)| at + 1);
        Lines {
            text: &file.text,
            starts: std::iter::once(0).chain(breaks).collect(),
        }
    }

    fn locate(&self, position: Position) -> SourcePosition {
        let offset = position.offset as usize;
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let before = self.text.get(start..offset).unwrap_or_default();
        SourcePosition {
            file: position.file.index() as u32,
            line: line as u32,
            column: before.chars().count() as u32 + 1,
        }
    }
}
