//! `microvium inspect`.

use crate::arguments::InspectOptions;
use crate::{Failure, file_failure, print_line};
use microvium_snapshot::{Dump, Sidecar, decode};
use std::fs;

/// Prints what a snapshot consists of, with the names of its sidecar if there is one that fits.
pub fn inspect(options: &InspectOptions) -> Result<(), Failure> {
    let path = &options.snapshot;
    let image = fs::read(path).map_err(|error| file_failure("read", path, &error))?;
    let decoded =
        decode(&image).map_err(|error| Failure(format!("error: `{}`: {error}", path.display())))?;
    let mut map = path.as_os_str().to_owned();
    map.push(".map");
    let sidecar = fs::read_to_string(map)
        .ok()
        .and_then(|text| Sidecar::from_json(&text).ok());
    let crc = image
        .get(4..8)
        .map(|bytes| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]));
    let sidecar = sidecar.filter(|sidecar| Some(sidecar.crc) == crc);
    let text = Dump::new(&decoded, sidecar.as_ref()).to_string();
    print_line(text.trim_end())
}
