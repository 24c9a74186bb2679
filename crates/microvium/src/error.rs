//! Why a build failed.

use crate::thrown::Thrown;
use crate::value::Value;
use microvium_compiler::code;
use microvium_compiler::{Diagnostic, Finding};
use microvium_format::ErrorCode;
use microvium_ir::emit::{EmitError, Limit};
use microvium_ir::{Program, SourceFile};
use std::fmt;

/// A place in a script.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The file.
    pub file: SourceFile,
    /// The offset in bytes.
    pub offset: u32,
    /// The function it is in; empty if it has no name.
    pub function: String,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.file.line_and_column(self.offset);
        let place = format!("{}:{line}:{column}", self.file.name);
        match self.function.as_str() {
            "" => write!(f, "<anonymous> ({place})"),
            name if name == self.file.name => f.write_str(&place),
            name => write!(f, "{name} ({place})"),
        }
    }
}

impl Origin {
    pub(crate) fn is_same_place(&self, other: &Origin) -> bool {
        (&self.file.name, self.offset) == (&other.file.name, other.offset)
    }

    /// The places in the `stack` of an error, as `Display` writes them behind its first line. What else stands there is
    /// left out.
    pub(crate) fn read(stack: &str, program: &Program) -> Vec<Origin> {
        let lines = stack.lines().filter_map(|it| it.strip_prefix("    at "));
        lines
            .filter_map(|line| {
                let (function, place) = match line.strip_suffix(')') {
                    Some(line) => line.rsplit_once(" (")?,
                    None => ("", line),
                };
                let (rest, column) = place.rsplit_once(':')?;
                let (name, row) = rest.rsplit_once(':')?;
                let (_, file) = program.files.iter().find(|(_, it)| it.name == name)?;
                Some(Origin {
                    file: file.clone(),
                    offset: file.offset(row.parse().ok()?, column.parse().ok()?),
                    function: match function {
                        "" => name.to_owned(),
                        "<anonymous>" => String::new(),
                        function => function.to_owned(),
                    },
                })
            })
            .collect()
    }
}

/// Why a build failed.
#[derive(Debug)]
pub enum BuildError {
    /// The source is wrong, or not supported.
    Diagnostics(Vec<Diagnostic>),
    /// A script threw, and nobody caught it.
    Uncaught {
        /// What it threw.
        thrown: Box<Thrown>,
        /// Where, and the calls around it, the innermost first. Those in the library aren't here.
        stack: Vec<Origin>,
        /// Where it was thrown again on purpose, the last time.
        again: Option<Box<Origin>>,
        /// Of `Thrown::causes`, the calls that ran when each was thrown.
        causes: Vec<Vec<Origin>>,
        /// A place that it is about, too, and what there is to say about that.
        before: Option<Box<(Origin, &'static str)>>,
        /// A way out.
        help: Option<String>,
    },
    /// A module awaits at its top level what nothing can settle any more.
    Unsettled {
        /// Its file.
        file: SourceFile,
        /// Where it awaits that.
        at: Option<u32>,
    },
    /// The state can't be an image.
    Encode(String),
    /// There is no export of this id.
    MissingExport {
        /// The id.
        id: u16,
        /// The ids that there are.
        exports: Vec<u16>,
    },
    /// The engine couldn't be started.
    Engine(ErrorCode),
}

impl BuildError {
    /// A function is larger than the bytecode can say.
    pub(crate) fn emit(program: &Program, error: &EmitError) -> BuildError {
        let file = &program.files[error.position.file];
        let at = error.position.offset;
        let finding = match error.limit {
            Limit::Frame => Finding::LargeFrame,
            Limit::Size => Finding::LargeCode,
            Limit::Handlers => Finding::TooManyHandlers,
            Limit::Parameters | Limit::WrittenConstant | Limit::CrossingMethods => Finding::Defect,
        };
        BuildError::Diagnostics(vec![Diagnostic::new(
            finding,
            file,
            at..at,
            &[&error.to_string()],
        )])
    }

    pub(crate) fn engine(code: ErrorCode) -> BuildError {
        BuildError::Engine(code)
    }

    /// The code of the engine's error; None if something else is wrong.
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            BuildError::Uncaught { thrown, .. } => Some(thrown.code),
            BuildError::Engine(code) => Some(*code),
            _ => None,
        }
    }

    /// Names source files otherwise: as a user would, say.
    pub fn rename_files(&mut self, rename: impl Fn(&str) -> String) {
        let all = |file: &mut SourceFile| file.name = rename(&file.name);
        match self {
            BuildError::Diagnostics(diagnostics) => {
                diagnostics.iter_mut().for_each(|it| all(&mut it.file))
            }
            BuildError::Unsettled { file, .. } => all(file),
            BuildError::Uncaught {
                stack,
                again,
                causes,
                before,
                ..
            } => {
                let again = again.as_deref_mut();
                let before = before.as_deref_mut().map(|(origin, _)| origin);
                for origin in stack
                    .iter_mut()
                    .chain(again)
                    .chain(before)
                    .chain(causes.iter_mut().flatten())
                {
                    // The top level of a module goes by its name.
                    let top_level = origin.function == origin.file.name;
                    all(&mut origin.file);
                    if top_level {
                        origin.function.clone_from(&origin.file.name);
                    }
                }
            }
            _ => {}
        }
    }

    /// The error as text for people, with code frames; coloured for a terminal if asked for.
    pub fn render(&self, color: bool) -> String {
        match self {
            BuildError::Diagnostics(diagnostics) => microvium_compiler::render(diagnostics, color),
            BuildError::Uncaught {
                thrown,
                stack,
                again,
                causes,
                before,
                help,
            } => {
                let mut text = place(thrown, stack, before.as_deref(), color);
                if let Some(again) = again {
                    text.push_str(&thrown_again(again));
                }
                text.push_str(&thrown.list_causes(|index, _| {
                    let calls = causes.get(index).into_iter().flatten();
                    calls.map(Origin::to_string)
                }));
                if let Some(help) = help {
                    text.push_str("\nhelp: ");
                    text.push_str(help);
                }
                text
            }
            BuildError::Unsettled { file, at } => {
                let frame = at.map(|at| {
                    let frame = microvium_compiler::frame(file, &[(at..at, "")], color);
                    format!("\n{frame}")
                });
                format!(
                    "error: what {} awaits at its top level is never settled: no job is left that could do it{}",
                    file.name,
                    frame.unwrap_or_default()
                )
            }
            BuildError::Encode(message) => format!("error[{}]: {message}", code::LIMIT),
            BuildError::MissingExport { id, exports } => {
                format!("error: there is no export {id}; {}", list_exports(exports))
            }
            BuildError::Engine(code) => format!("error: {}", code.text()),
        }
    }
}

/// An exception with the source around it, and the calls that led there.
fn place(
    thrown: &Thrown,
    stack: &[Origin],
    before: Option<&(Origin, &str)>,
    color: bool,
) -> String {
    let [Origin { file, offset, .. }, outer @ ..] = stack else {
        return thrown.to_string();
    };
    let mut labels = vec![(*offset..*offset, "")];
    let mut text = String::new();
    match before {
        Some((it, remark)) if it.file.name == file.name => {
            labels.push((it.offset..it.offset, remark));
        }
        Some((it, remark)) => {
            let label = (it.offset..it.offset, *remark);
            let frame = microvium_compiler::frame(&it.file, &[label], color);
            text = format!("\n{frame}");
        }
        None => {}
    }
    let frame = microvium_compiler::frame(file, &labels, color);
    text.insert_str(0, &format!("{thrown}\n{frame}"));
    if !outer.is_empty() {
        text.push_str(&thrown.list_calls(stack.iter().map(Origin::to_string)));
    }
    text
}

/// The line that says where something was thrown again.
pub fn thrown_again(place: &impl fmt::Display) -> String {
    format!("\n    thrown again at {place}")
}

/// Which exports there are, for an error message.
pub(crate) fn list_exports(exports: &[u16]) -> String {
    match exports {
        [] => "the snapshot has none".to_owned(),
        [one] => format!("the snapshot exports only {one}"),
        _ => {
            let ids: Vec<String> = exports.iter().map(u16::to_string).collect();
            format!("the snapshot exports {}", ids.join(", "))
        }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl std::error::Error for BuildError {}

/// Why an image can't be resumed, or a call failed.
#[derive(Debug)]
pub enum RunError {
    /// The engine refused the image.
    Restore(ErrorCode),
    /// The image isn't what an engine can run without harm, as its verifier has found at this offset.
    Malformed(usize),
    /// The image imports functions that the host doesn't have.
    MissingImport(Vec<u16>),
    /// There is no export of this id.
    MissingExport {
        /// The id.
        id: u16,
        /// The ids that there are.
        exports: Vec<u16>,
    },
    /// The export of this id isn't a function.
    NotAFunction {
        /// The id.
        id: u16,
        /// What it is.
        value: Value,
    },
    /// The script threw, and nobody caught it.
    Uncaught(Thrown),
}

impl RunError {
    /// Why the call of an export failed.
    pub(crate) fn of_call(id: u16, thrown: Thrown, export: impl FnOnce() -> Value) -> RunError {
        let is_entered = !thrown.trace.is_empty();
        match thrown.code {
            ErrorCode::TypeErrorTargetIsNotCallable if !is_entered => RunError::NotAFunction {
                id,
                value: export(),
            },
            _ => RunError::Uncaught(thrown),
        }
    }
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RunError::Restore(code) => write!(f, "error: {}", code.text()),
            RunError::Malformed(offset) => {
                write!(f, "error: the image is malformed at offset {offset}")
            }
            RunError::MissingImport(ids) => {
                let ids: Vec<String> = ids.iter().map(u16::to_string).collect();
                write!(
                    f,
                    "error: the snapshot imports host functions that aren't there: {}",
                    ids.join(", ")
                )
            }
            RunError::MissingExport { id, exports } => {
                write!(
                    f,
                    "error: there is no export {id}; {}",
                    list_exports(exports)
                )
            }
            RunError::NotAFunction { id, value } => {
                let sort = match value {
                    Value::Number(_) => "the number ",
                    Value::String(_) => "the string ",
                    Value::Array(_) => "the array ",
                    Value::Object(_) | Value::Instance { .. } | Value::Error { .. } => {
                        "the object "
                    }
                    _ => "",
                };
                let value = value.to_line_json();
                write!(
                    f,
                    "Uncaught TypeError: export {id} is {sort}{value}, not a function"
                )
            }
            RunError::Uncaught(thrown) => thrown.fmt(f),
        }
    }
}

impl std::error::Error for RunError {}
