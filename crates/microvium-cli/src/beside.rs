//! What can lie beside an image.

use crate::Failure;
use microvium::Snapshot;
use microvium_snapshot::{Dump, decode, source_map};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// `main.js` and `main.mvm.js` give `main.mvm-bc`.
pub fn beside(script: &Path) -> PathBuf {
    let stem = script.with_extension("");
    let stem = if stem.extension().is_some_and(|extension| extension == "mvm") {
        stem.with_extension("")
    } else {
        stem
    };
    with_suffix(&stem, ".mvm-bc")
}

/// The path with something behind it.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// What is in the image.
pub fn disassembly(snapshot: &Snapshot) -> Result<String, Failure> {
    let decoded = decode(snapshot.bytes()).map_err(|error| Failure(format!("error: {error}")))?;
    Ok(Dump::new(&decoded, Some(&snapshot.sidecar)).to_string())
}

/// The intermediate representation of the functions in the image.
pub fn il(snapshot: &Snapshot) -> Result<String, Failure> {
    let mut functions: Vec<_> = (snapshot.image.functions.iter())
        .map(|(_, function)| *function)
        .collect();
    functions.sort_unstable();
    let program = &snapshot.program;
    let texts = functions
        .iter()
        .map(|&id| microvium_ir::print::print(&program.functions[id], Some(program)));
    Ok(texts.collect::<Vec<_>>().join("\n"))
}

/// The image's bytes as C has them between the braces of an array.
pub fn bytes(snapshot: &Snapshot) -> Result<String, Failure> {
    let mut text = String::new();
    for line in snapshot.bytes().chunks(12) {
        for (i, byte) in line.iter().enumerate() {
            let space = if i == 0 { "" } else { " " };
            // Writing to a string can't fail.
            let _ = write!(text, "{space}0x{byte:02x},");
        }
        text.push('\n');
    }
    Ok(text)
}

/// A source map of version 3, in which the image is one line and its bytes are the columns, as those of
/// WebAssembly modules are.
pub fn source_map(snapshot: &Snapshot) -> Result<String, Failure> {
    Ok(source_map::source_map(&snapshot.sidecar))
}
