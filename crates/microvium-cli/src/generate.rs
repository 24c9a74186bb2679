//! `--generate-lib`: the C header and the static library, for firmware.

use crate::output::Outputs;
use crate::{Failure, complain, file_failure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const HEADER: &str = "microvium.h";
const LIBRARY: &str = "libmicrovium.a";
const PACKAGE: &str = "crates/microvium-capi";

/// Builds the library from its sources and copies it with its header.
pub fn library(folder: &Path, target: Option<&str>) -> Result<(), Failure> {
    let Some(sources) = sources() else {
        return Err(Failure(format!(
            "error: the sources of `{LIBRARY}` are neither around this command nor around the current folder\n\
             help: run this in a clone of the repository that `microvium` was built from, which has the folder `{PACKAGE}`"
        )));
    };
    let built = compile(&sources, target)?;
    let mut outputs = Outputs::default();
    outputs.make_folder(folder)?;
    for (name, path) in [
        (HEADER, sources.join(PACKAGE).join("include").join(HEADER)),
        (LIBRARY, built),
    ] {
        let bytes = fs::read(&path).map_err(|error| file_failure("read", &path, &error))?;
        outputs.add(&folder.join(name), &bytes)?;
    }
    outputs.commit()
}

/// The folder of the sources: around the command, as cargo leaves it, or around the current folder.
fn sources() -> Option<PathBuf> {
    let places = [std::env::current_dir(), std::env::current_exe()];
    let places: Vec<PathBuf> = places.into_iter().flatten().collect();
    let mut folders = places.iter().flat_map(|place| place.ancestors());
    let found = folders.find(|folder| folder.join(PACKAGE).join("Cargo.toml").is_file());
    found.map(Path::to_owned)
}

/// Has cargo build the library; gives its place.
fn compile(sources: &Path, target: Option<&str>) -> Result<PathBuf, Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .current_dir(sources)
        .args(["build", "--profile", "firmware"])
        .args([
            "--package",
            "microvium-capi",
            "--message-format",
            "json-render-diagnostics",
        ]);
    if let Some(target) = target {
        command.args(["--target", target]);
    }
    complain(&format!(
        "building {LIBRARY} for {}",
        target.unwrap_or("this machine")
    ));
    let output = command.stderr(std::process::Stdio::inherit()).output();
    let output = output.map_err(|error| Failure(format!("error: can't run cargo: {error}")))?;
    if !output.status.success() {
        let help = match target {
            Some(target) => {
                format!("\nhelp: `rustup target add {target}` installs what a target needs")
            }
            None => String::new(),
        };
        return Err(Failure(format!(
            "error: `{LIBRARY}` could not be built{help}"
        )));
    }
    // The last artifact that is named as the library is.
    let text = String::from_utf8_lossy(&output.stdout);
    let messages = text
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok());
    let files: Vec<PathBuf> = messages
        .flat_map(|message: serde_json::Value| match &message["filenames"] {
            serde_json::Value::Array(names) => names.clone(),
            _ => Vec::new(),
        })
        .filter_map(|name| name.as_str().map(PathBuf::from))
        .collect();
    let found = files.into_iter().rfind(|file| file.ends_with(LIBRARY));
    found.ok_or_else(|| Failure(format!("error: cargo built no `{LIBRARY}`")))
}
