//! `microvium verify`.

use crate::arguments::ImageOptions;
use crate::{Failure, file_failure, print_line};
use microvium::{Function, Machine, RunError, Value};
use microvium_format::{Kind, Native};
use microvium_snapshot::{Decoded, decode};
use std::fs;

/// Checks that a snapshot is whole: its container, every cell and every instruction; and that an engine
/// with all parts and imports would resume it, which checks that it can do no harm.
pub fn verify(options: &ImageOptions) -> Result<(), Failure> {
    let path = &options.snapshot;
    let image = fs::read(path).map_err(|error| file_failure("read", path, &error))?;
    let wrong = |reason: String| Failure(format!("error: `{}`: {reason}", path.display()));
    let decoded = decode(&image).map_err(|error| wrong(error.to_string()))?;
    let imports = (decoded.imports.iter().copied())
        .filter(|&id| Native::from_id(id).is_none())
        .map(|id| (id, Box::new(|_: &[Value]| Ok(Value::Undefined)) as Function));
    Machine::restore(&image, imports.collect()).map_err(|error| match error {
        RunError::Malformed(offset) => wrong(malformed(&decoded, offset)),
        error => wrong(error.to_string()),
    })?;
    print_line(&format!(
        "`{}` is whole: {} bytes, {} functions",
        path.display(),
        image.len(),
        decoded
            .rom
            .iter()
            .filter(|it| it.kind == Kind::Function)
            .count()
    ))
}

/// What the engine's verifier has found, for people.
pub fn malformed(decoded: &Decoded, offset: usize) -> String {
    let cell = (decoded.rom.iter()).rfind(|cell| usize::from(cell.offset) <= offset);
    let place = cell.map_or_else(
        || "its tables or its initial RAM".to_owned(),
        |cell| format!("the {} at offset {}", cell.kind.name(), cell.offset),
    );
    format!(
        "the image is malformed at offset {offset}, in {place}: resuming it could do harm\n\
         help: its checksum is right, so it wasn't damaged, but made like that"
    )
}
