//! Files that appear whole or not at all.

use crate::{Failure, file_failure};
use std::fs;
use std::io::Write;
use std::path::Path;
use tempfile::Builder;

/// Writes a file: to a temporary one in the same folder, which is synced and then takes its place. On any
/// failure what was there before stays.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let attempt = || -> std::io::Result<()> {
        let folder = match path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        let mut builder = Builder::new();
        // A temporary file would be private; an output has the rights of any new file.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(bytes)?;
        if let Ok(existing) = fs::metadata(path) {
            file.as_file().set_permissions(existing.permissions())?;
        }
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    attempt().map_err(|error| file_failure("write", path, &error))
}
