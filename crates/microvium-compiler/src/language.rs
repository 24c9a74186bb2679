//! What a module is written in.

use crate::diagnostic::Diagnostic;
use crate::finding::Finding;
use microvium_ir::SourceFile;

/// What a module is written in.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum Language {
    /// JavaScript.
    #[default]
    JavaScript,
    /// JavaScript that goes on where earlier modules of this kind stopped: it sees what they have declared
    /// and imported. The result of its body is the value of its last statement, if that is an expression.
    Session,
    /// TypeScript: its types are stripped, its enumerations and namespaces become objects.
    TypeScript,
    /// JSON: the module's default export is the value. Whoever compiles the module provides it.
    Json,
    /// Nothing: the host provides the values of these exports.
    Host(Vec<String>),
}

impl Language {
    /// The names of the exports whose values are provided.
    pub(crate) fn provided(&self) -> &[String] {
        match self {
            Language::Host(names) => names,
            _ => &[],
        }
    }

    /// Whether the module has code.
    pub(crate) fn has_code(&self) -> bool {
        !matches!(self, Language::Json | Language::Host(_))
    }
}

/// What is wrong with a JSON text.
pub(crate) fn check_json(file: &SourceFile) -> Result<(), Vec<Diagnostic>> {
    let Err(error) = serde_json::from_str::<serde_json::Value>(&file.text) else {
        return Ok(());
    };
    // Lines and columns count from 1, columns in bytes; a column of 0 is the end of the line before.
    let lines = file.text.split_inclusive('\n');
    let start: usize = lines.take(error.line().max(1) - 1).map(str::len).sum();
    let offset = (start + error.column()).saturating_sub(1) as u32;
    let text = error.to_string();
    let reason = text
        .rsplit_once(" at line ")
        .map_or(&*text, |(reason, _)| reason);
    Err(vec![
        Diagnostic::new(Finding::Json, file, offset..offset, &[]).label(reason.to_owned()),
    ])
}
