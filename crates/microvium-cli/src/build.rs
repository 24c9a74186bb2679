//! `microvium SCRIPT…`.

use crate::arguments::{Arguments, BuildOptions};
use crate::beside::{self, beside, with_suffix};
use crate::console::Console;
use crate::files::Files;
use crate::loader::{FileLoader, Names};
use crate::output::{Outputs, is_stream};
use crate::progress::Progress;
use crate::report::Format;
use crate::terminal::Terminal;
use crate::{Failure, file_failure};
use clap::CommandFactory;
use microvium::{Build, BuildError, Snapshot, nearest};
use microvium_format::ErrorCode;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The name of the module that `--eval` gives.
const EVAL: &str = "(eval)";

/// What is built: files, and where what belongs to them lies.
struct Input {
    /// The scripts' names.
    modules: Vec<String>,
    loader: FileLoader,
    files: Rc<Files>,
    /// The image, unless another place is given.
    target: PathBuf,
}

impl Input {
    /// The file of a module, if it is in one.
    fn path(&self, name: &str) -> Option<PathBuf> {
        self.loader.names().existing(name)
    }
}

/// Builds the scripts and writes the snapshot.
pub fn build(options: &BuildOptions, terminal: Terminal) -> Result<(), Failure> {
    build_noting(options, terminal, &mut Sources::new()).map(drop)
}

/// The files that the outcome of a build depends on, by absolute paths without links; and what was read there, unless
/// nothing was.
pub type Sources = BTreeMap<PathBuf, Option<Vec<u8>>>;

/// The same; gives where the snapshot was written, if it was, and the sources, even if it fails.
pub fn build_noting(
    options: &BuildOptions,
    terminal: Terminal,
    sources: &mut Sources,
) -> Result<Option<PathBuf>, Failure> {
    if options.generate_port {
        return Err(Failure(PORT.to_owned()));
    }
    if let Some(folder) = &options.generate_lib {
        crate::generate::library(folder, options.target.as_deref())?;
        if options.scripts.is_empty() && options.eval.is_none() {
            return Ok(None);
        }
    }
    let mut input = input(options)?;
    for path in input.modules.iter().filter_map(|name| input.path(name)) {
        let read = fs::read(&path).ok();
        sources.insert(path, read);
    }
    let progress = Progress::start(terminal, options.quiet);
    let console = match options.report {
        Some(Format::Json | Format::Html) => Console::aside(),
        Some(Format::Text) | None => Console::default(),
    };
    let print = {
        let (console, progress) = (console.clone(), progress.clone());
        move |stream, line: &str| progress.suspend(|| console.print(stream, line))
    };
    let names = input.loader.names().clone();
    let report = |error: BuildError| {
        progress.finish();
        let code = error.code();
        limited(describe(error, &names, terminal), code, options)
    };
    microvium::limit_memory(options.max_memory);
    let mut build = Build::new(Box::new(print), options.max_instructions).map_err(report)?;
    input.files.define(&mut build).map_err(report)?;
    for module in &input.modules {
        progress.say(&format!("running {}", names.shown(module)));
        let result = build.evaluate(module, &mut input.loader);
        let known = build.program();
        sources.extend((known.files.iter()).filter_map(|(_, file)| {
            let path = names.existing(&file.name)?;
            Some((path, Some(file.text.as_bytes().to_vec())))
        }));
        drop(known);
        sources.extend(input.files.asked());
        result.map_err(report)?;
    }
    console.check()?;
    let mut outputs = Outputs::default();
    input.files.write_to(&mut outputs)?;
    let sources: Vec<String> = (build.program().files.iter())
        .map(|(_, file)| file.name.clone())
        .collect();
    check_sources(&sources, &names, |source| outputs.contains(source))?;
    if options.no_snapshot {
        outputs.commit()?;
        return Ok(None);
    }
    progress.say("taking the snapshot");
    let snapshot = build.snapshot().map_err(report)?;
    progress.finish();
    let target = options.snapshot.as_ref().unwrap_or(&input.target);
    let is_target = |source: &Path| target.canonicalize().is_ok_and(|target| target == source);
    check_sources(&sources, &names, is_target)?;
    if !options.no_warnings {
        warn(&snapshot, &names, terminal);
    }
    add(&mut outputs, &snapshot, target, options)?;
    outputs.commit()?;
    if let Some(format) = options.report {
        crate::report::print(&snapshot, target, format)?;
    }
    if !options.quiet {
        crate::complain(&crate::report::summary(&snapshot, target));
    }
    Ok(Some(target.clone()))
}

/// Finds the files that the options name.
fn input(options: &BuildOptions) -> Result<Input, Failure> {
    require_script(options)?;
    let mut paths = Vec::new();
    for script in &options.scripts {
        let path = script.canonicalize();
        let path = path.map_err(|error| missing_script(script, &error))?;
        if path.is_dir() {
            let error = std::io::ErrorKind::IsADirectory.into();
            return Err(file_failure("read", script, &error));
        }
        paths.push(path);
    }
    let folder = match paths.first() {
        Some(main) => main.parent().unwrap_or(main).to_owned(),
        None => Path::new(".")
            .canonicalize()
            .map_err(|error| file_failure("read", Path::new("."), &error))?,
    };
    let mut loader = FileLoader::new(&folder);
    let mut modules: Vec<String> = paths.iter().map(|path| loader.name(path)).collect();
    if let Some(code) = &options.eval {
        loader.give(EVAL, code);
        modules.push(EVAL.to_owned());
    }
    let root = match &options.root {
        Some(root) => root
            .canonicalize()
            .map_err(|error| file_failure("use the root", root, &error))?,
        None => folder.clone(),
    };
    let target = match options.scripts.first() {
        Some(script) => beside(script),
        None => PathBuf::from("script.mvm-bc"),
    };
    Ok(Input {
        modules,
        loader,
        files: Files::new(root, folder),
        target,
    })
}

/// That a script isn't there, which may be a misspelt command.
fn missing_script(script: &Path, error: &std::io::Error) -> Failure {
    let Failure(mut text) = file_failure("read", script, error);
    if ["build", "compile"].contains(&&*script.to_string_lossy()) {
        text.push_str("\nhelp: building takes no command: `microvium main.js`");
        return Failure(text);
    }
    let arguments = Arguments::command();
    let commands = arguments.get_subcommands().map(clap::Command::get_name);
    if let Some(command) = nearest(&script.to_string_lossy(), commands) {
        text.push_str(&format!("\nhelp: did you mean the command `{command}`?"));
    }
    Failure(text)
}

/// Fails if an output would replace a source.
fn check_sources(
    sources: &[String],
    names: &Names,
    is_output: impl Fn(&Path) -> bool,
) -> Result<(), Failure> {
    let replaced = sources
        .iter()
        .find(|name| (names.path(name).canonicalize()).is_ok_and(|path| is_output(&path)));
    match replaced {
        Some(name) => Err(Failure(format!(
            "error: an output would replace the source `{}`; give it another name",
            names.shown(name)
        ))),
        None => Ok(()),
    }
}

/// Adds the snapshot and what lies beside it to the outputs.
fn add(
    outputs: &mut Outputs,
    snapshot: &Snapshot,
    target: &Path,
    options: &BuildOptions,
) -> Result<(), Failure> {
    let wanted = [
        (
            options.output_disassembly,
            ".disassembly",
            beside::disassembly as fn(&Snapshot) -> Result<String, Failure>,
        ),
        (options.output_il, ".il", beside::il),
        (options.output_bytes, ".bytes", beside::bytes),
        (
            options.output_source_map,
            ".source-map.json",
            beside::source_map,
        ),
    ];
    if is_stream(target) {
        if let Some((_, suffix, _)) = wanted.iter().find(|(wanted, ..)| *wanted) {
            return Err(Failure(format!(
                "error: `{}` is no regular file, so no `{suffix}` can lie beside it; give `-s` a regular file",
                target.display()
            )));
        }
    } else {
        for (_, suffix, text) in wanted.iter().filter(|(wanted, ..)| *wanted) {
            outputs.add(&with_suffix(target, suffix), text(snapshot)?.as_bytes())?;
        }
        let map = snapshot.sidecar.to_json();
        outputs.add(&crate::sidecar::place(target), map.as_bytes())?;
    }
    outputs.add(target, snapshot.bytes())
}

/// Fails if there is nothing to run.
pub fn require_script(options: &BuildOptions) -> Result<(), Failure> {
    match options.scripts.is_empty() && options.eval.is_none() {
        true => Err(Failure(
            "error: no script is given; `microvium --help` tells how".to_owned(),
        )),
        false => Ok(()),
    }
}

/// Puts an error into words, with files as the user would name them here.
pub fn describe(mut error: BuildError, names: &Names, terminal: Terminal) -> Failure {
    error.rename_files(|name| names.shown(name));
    Failure(error.render(terminal.color).trim_end().to_owned())
}

/// Shows what is likely to be a mistake.
pub fn warn(snapshot: &Snapshot, names: &Names, terminal: Terminal) {
    for warning in &snapshot.warnings {
        let mut warning = warning.clone();
        warning.file.name = names.shown(&warning.file.name);
        crate::complain(&warning.render(terminal.color));
    }
}

/// The same with the option that is a way out of a limit.
fn limited(failure: Failure, code: Option<ErrorCode>, options: &BuildOptions) -> Failure {
    let Failure(mut text) = failure;
    let help = match code {
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

/// What there is instead of Microvium's port file.
const PORT: &str = "\
error: there is no port file to generate: a firmware states in one constant what it offers
help: write `MVM_DEFINE_CONFIG_FULL();` or `MVM_DEFINE_CONFIG_INT();` into one C file, with the functions
      that they name for allocation; see docs/c-interface.md. `--generate-lib DIR` copies the header that
      describes them, and the library";
