//! Files that appear whole or not at all, and together or not at all.

use crate::{Failure, file_failure};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// Files to be written. Until `commit` they are temporary ones beside their places; if it is never
/// called, they vanish and what was there before stays.
#[derive(Default)]
pub struct Outputs {
    waiting: Vec<Waiting>,
    /// What is no regular file (a pipe, a device) can't be replaced: it is written to.
    streams: Vec<(PathBuf, Vec<u8>)>,
    /// Folders that were made for them.
    folders: Vec<PathBuf>,
}

impl Drop for Outputs {
    fn drop(&mut self) {
        self.waiting.clear();
        for folder in self.folders.iter().rev() {
            // One that isn't empty is in use by others, and stays.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// A finished file that waits to take its place.
struct Waiting {
    file: NamedTempFile,
    place: PathBuf,
}

impl Outputs {
    /// Adds a file: all that can fail before it takes its place is done here.
    pub fn add(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        self.prepare(path, bytes)
            .map_err(|error| file_failure("write", path, &error))
    }

    fn prepare(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let place = place(path);
        if self.waiting.iter().any(|it| it.place == place) {
            return Err(io::Error::other("two outputs have this place"));
        }
        let existing = match fs::metadata(&place) {
            Ok(metadata) => Some(metadata),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        if let Some(existing) = &existing {
            if existing.is_dir() {
                return Err(io::ErrorKind::IsADirectory.into());
            }
            if !existing.is_file() {
                self.streams.push((path.to_owned(), bytes.to_owned()));
                return Ok(());
            }
            // Replacing a file asks the folder for permission; the file is to be asked, too.
            if existing.permissions().readonly() {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
        }
        let folder = match place.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        if !folder.is_dir() {
            let message = format!("there is no folder `{}`", folder.display());
            return Err(io::Error::new(io::ErrorKind::NotFound, message));
        }
        let mut builder = Builder::new();
        // A temporary file would be private; an output has the rights of any new file.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        // The library's errors would name the temporary file.
        let mut file = builder
            .tempfile_in(folder)
            .map_err(|error| io::Error::from(error.kind()))?;
        file.as_file_mut().write_all(bytes)?;
        if let Some(existing) = existing {
            file.as_file().set_permissions(existing.permissions())?;
        }
        file.as_file().sync_all()?;
        self.waiting.push(Waiting { file, place });
        Ok(())
    }

    /// Makes a folder, whose parent is there. It goes again if the files are never put into their places.
    pub fn make_folder(&mut self, path: &Path) -> Result<(), Failure> {
        if !path.is_dir() {
            fs::create_dir(path).map_err(|error| file_failure("make", path, &error))?;
            self.folders.push(path.to_owned());
        }
        Ok(())
    }

    /// Whether a file is among them. Both paths are absolute and without links.
    pub fn contains(&self, path: &Path) -> bool {
        self.waiting.iter().any(|it| it.place == path)
    }

    /// Puts all files into their places. Streams are first, as writing to them may still fail.
    pub fn commit(mut self) -> Result<(), Failure> {
        for (path, bytes) in &self.streams {
            fs::OpenOptions::new()
                .write(true)
                .open(path)
                .and_then(|mut stream| stream.write_all(bytes))
                .map_err(|error| file_failure("write", path, &error))?;
        }
        self.folders.clear();
        for Waiting { file, place } in std::mem::take(&mut self.waiting) {
            file.persist(&place)
                .map_err(|failed| file_failure("write", &place, &failed.error))?;
        }
        Ok(())
    }
}

/// Where a file really lies, or will: a link stays a link, and what it leads to is replaced.
fn place(path: &Path) -> PathBuf {
    let folder = path.parent().map(|folder| match folder == Path::new("") {
        true => Path::new(".").canonicalize(),
        false => folder.canonicalize(),
    });
    match (path.canonicalize(), folder, path.file_name()) {
        (Ok(place), ..) => place,
        (_, Some(Ok(folder)), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

/// Whether a path is that of a pipe or a device, beside which nothing else can lie.
pub fn is_stream(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
}
