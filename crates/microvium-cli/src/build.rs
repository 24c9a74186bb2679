//! `microvium SCRIPT`.

use crate::arguments::BuildOptions;
use crate::loader::{FileLoader, Names};
use crate::output::{Outputs, is_stream};
use crate::{Failure, file_failure, print_line};
use microvium::{Build, BuildError, Snapshot, Stream};
use microvium_format::ErrorCode;
use microvium_snapshot::{Dump, decode};
use std::cell::RefCell;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Builds the script and writes the snapshot.
pub fn build(options: &BuildOptions) -> Result<(), Failure> {
    let Some(script) = &options.script else {
        return Err(Failure(
            "error: no script is given; `microvium --help` tells how".to_owned(),
        ));
    };
    let path = script
        .canonicalize()
        .map_err(|error| file_failure("read", script, &error))?;
    let mut loader = FileLoader::new(path.parent().unwrap_or(&path));
    let name = loader.name(&path);

    // A script can't know that its output is lost, so the build fails in its place.
    let lost = Rc::new(RefCell::new(None));
    let console = {
        let lost = lost.clone();
        move |stream, line: &str| match stream {
            Stream::Out => {
                if let Err(failure) = print_line(line) {
                    lost.borrow_mut().get_or_insert(failure);
                }
            }
            Stream::Error => crate::complain(line),
        }
    };
    let names = loader.names().clone();
    let report = |error| report(error, &names, options);
    microvium::limit_memory(options.max_memory);
    let mut build = Build::new(Box::new(console), options.max_instructions).map_err(report)?;
    build.evaluate(&name, &mut loader).map_err(report)?;
    if let Some(failure) = lost.borrow_mut().take() {
        return Err(failure);
    }
    if options.no_snapshot {
        return Ok(());
    }
    let snapshot = build.snapshot().map_err(report)?;
    let target = options.snapshot.clone().unwrap_or_else(|| beside(script));
    let sources = &build.program().files;
    if let Some((_, source)) =
        (sources.iter()).find(|(_, file)| is_same(&names.path(&file.name), &target))
    {
        return Err(Failure(format!(
            "error: the snapshot would replace the source `{}`; give `-s` another file",
            names.shown(&source.name)
        )));
    }
    write(&snapshot, &target, options.output_disassembly)
}

/// Writes the snapshot and what lies beside it, all or nothing.
fn write(snapshot: &Snapshot, target: &Path, disassembly: bool) -> Result<(), Failure> {
    let mut outputs = Outputs::default();
    if is_stream(target) {
        if disassembly {
            return Err(Failure(format!(
                "error: `{}` is no regular file, so the disassembly can't lie beside it; give `-s` a regular file",
                target.display()
            )));
        }
    } else {
        if disassembly {
            let decoded =
                decode(snapshot.bytes()).map_err(|error| Failure(format!("error: {error}")))?;
            let text = Dump::new(&decoded, Some(&snapshot.sidecar)).to_string();
            outputs.add(&with_suffix(target, ".disassembly"), text.as_bytes())?;
        }
        let map = snapshot.sidecar.to_json();
        outputs.add(&with_suffix(target, ".map"), map.as_bytes())?;
    }
    outputs.add(target, snapshot.bytes())?;
    outputs.commit()
}

/// Whether two paths lead to one existing file.
fn is_same(a: &Path, b: &Path) -> bool {
    a.canonicalize()
        .is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
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

/// Puts an error into words, with files as the user would name them here, and the option that is a way
/// out of a limit.
fn report(mut error: BuildError, names: &Names, options: &BuildOptions) -> Failure {
    error.rename_files(|name| names.shown(name));
    let color = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let mut text = error.render(color).trim_end().to_owned();
    let help = match error.code() {
        Some(ErrorCode::InstructionCountReached) => Some(format!(
            "the script may make {} calls and backward jumps; `--max-instructions` sets another limit",
            options.max_instructions
        )),
        Some(ErrorCode::OutOfMemory | ErrorCode::MallocFail) => Some(format!(
            "the script may use {} bytes; `--max-memory` sets another limit",
            options.max_memory
        )),
        _ => None,
    };
    if let Some(help) = help {
        text.push_str("\nhelp: ");
        text.push_str(&help);
    }
    Failure(text)
}
