//! `microvium SCRIPT`.

use crate::arguments::BuildOptions;
use crate::loader::FileLoader;
use crate::{Failure, file_failure, output};
use microvium::{Build, BuildError, Stream};
use microvium_snapshot::{Dump, decode};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// Builds the script and writes the snapshot.
pub fn build(options: &BuildOptions) -> Result<(), Failure> {
    let Some(script) = &options.script else {
        return Err(Failure(
            "error: no script is given; `microvium --help` tells how".to_owned(),
        ));
    };
    let folder =
        std::env::current_dir().map_err(|error| file_failure("find", Path::new("."), &error))?;
    let script_path = script
        .canonicalize()
        .map_err(|error| file_failure("read", script, &error))?;
    let mut loader = FileLoader::new(&folder.canonicalize().unwrap_or(folder));
    let name = loader.name(&script_path);

    microvium::limit_memory(options.max_memory);
    let mut build = Build::new(Box::new(print), options.max_instructions).map_err(report)?;
    build.evaluate(&name, &mut loader).map_err(report)?;
    if options.no_snapshot {
        return Ok(());
    }
    let snapshot = build.snapshot().map_err(report)?;
    let target = options.snapshot.clone().unwrap_or_else(|| beside(script));
    if options.output_disassembly {
        let decoded =
            decode(snapshot.bytes()).map_err(|error| Failure(format!("error: {error}")))?;
        let text = Dump::new(&decoded, Some(&snapshot.sidecar)).to_string();
        output::write(&with_suffix(&target, ".disassembly"), text.as_bytes())?;
    }
    output::write(
        &with_suffix(&target, ".map"),
        snapshot.sidecar.to_json().as_bytes(),
    )?;
    output::write(&target, snapshot.bytes())
}

/// `main.js` and `main.mvm.js` give `main.mvm-bc`.
fn beside(script: &Path) -> PathBuf {
    let stem = script.with_extension("");
    let stem = if stem.extension().is_some_and(|extension| extension == "mvm") {
        stem.with_extension("")
    } else {
        stem
    };
    with_suffix(&stem, ".mvm-bc")
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn print(stream: Stream, line: &str) {
    match stream {
        Stream::Out => println!("{line}"),
        Stream::Error => eprintln!("{line}"),
    }
}

fn report(error: BuildError) -> Failure {
    let color = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    Failure(error.render(color).trim_end().to_owned())
}
