//! The map beside an image.

use microvium_snapshot::Sidecar;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the map of an image lies.
pub fn place(image: &Path) -> PathBuf {
    let mut name = image.as_os_str().to_owned();
    name.push(".map");
    name.into()
}

/// The map of an image; or why there is none to use, and how to get it.
pub fn read(path: &Path, image: &[u8]) -> Result<Sidecar, String> {
    let place = place(path);
    let way_out = "a build writes it beside the image, from the same sources always the same";
    let text = fs::read_to_string(&place)
        .map_err(|error| format!("can't read `{}` ({error}); {way_out}", place.display()))?;
    let sidecar = Sidecar::from_json(&text)
        .map_err(|error| format!("`{}` is no map: {error}; {way_out}", place.display()))?;
    let crc = image.get(4..8).map(|bytes| bytes.try_into());
    match crc {
        Some(Ok(crc)) if sidecar.crc == u32::from_le_bytes(crc) => Ok(sidecar),
        _ => Err(format!(
            "`{}` is the map of another image; {way_out}",
            place.display()
        )),
    }
}
