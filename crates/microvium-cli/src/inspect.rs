//! `microvium inspect`.

use crate::arguments::ImageOptions;
use crate::{Failure, file_failure, print_line, sidecar};
use microvium_snapshot::{Dump, decode};
use std::fs;

/// Prints what a snapshot consists of, with the names of its sidecar if there is one that fits.
pub fn inspect(options: &ImageOptions) -> Result<(), Failure> {
    let path = &options.snapshot;
    let image = fs::read(path).map_err(|error| file_failure("read", path, &error))?;
    let decoded =
        decode(&image).map_err(|error| Failure(format!("error: `{}`: {error}", path.display())))?;
    let sidecar = sidecar::read(path, &image).ok();
    let text = Dump::new(&decoded, sidecar.as_ref()).to_string();
    print_line(text.trim_end())
}
