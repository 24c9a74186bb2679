//! The command line.

use crate::call::Call;
use crate::import::Import;
use crate::report::Format;
use crate::terminal::Color;
use clap::builder::{PossibleValue, PossibleValuesParser, RangedI64ValueParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use microvium::Device;
use microvium_format::Parts;
use std::path::PathBuf;

/// Runs scripts until their top-level code is done, and writes the state of the whole virtual machine as
/// a snapshot for the device.
#[derive(Debug, Parser)]
#[command(
    name = "microvium",
    version,
    args_conflicts_with_subcommands = true,
    arg_required_else_help = true
)]
#[command(after_help = "\
Examples:
  microvium main.js                           writes main.mvm-bc, and a map for tools beside it
  microvium -e 'vmExport(1, () => 6 * 7)'     writes script.mvm-bc
  microvium run main.mvm-bc --call 1          resumes it on the device's engine and calls export 1
  microvium run main.mvm-bc --call '2(3,\"x\")'
  microvium inspect main.mvm-bc               shows all that is in it

A script says `vmExport(1, f)` to let the device call `f` by the number 1, and `vmImport(1)` for a function
that the device has under that number. All else that its top-level code does is done here, once.")]
pub struct Arguments {
    /// What to do other than to build.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How to build.
    #[command(flatten)]
    pub build: BuildOptions,
    /// Print what a shell needs to complete this command's options.
    #[arg(long, value_enum, value_name = "SHELL", exclusive = true)]
    pub completions: Option<clap_complete::Shell>,
    /// When messages are coloured; NO_COLOR means never.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t, global = true)]
    pub color: Color,
}

/// What to do other than to build.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Resume a snapshot and call its exports.
    Run(RunOptions),
    /// Build, and call exports, again whenever a source changes.
    Watch(WatchOptions),
    /// Talk with the build-time engine: every input is run, and its value printed.
    Repl,
    /// Show what a snapshot consists of.
    Inspect(ImageOptions),
    /// Check that a snapshot is whole and could be resumed.
    Verify(ImageOptions),
    /// Say which functions and places in the source addresses in a snapshot belong to.
    Symbolize(SymbolizeOptions),
}

/// How to build.
#[derive(Args, Debug)]
pub struct BuildOptions {
    /// The scripts: they run in this order, in one virtual machine. The first is the main one, which the
    /// snapshot is named after.
    #[arg(value_name = "SCRIPT")]
    pub scripts: Vec<PathBuf>,
    /// Run this code, after the scripts if there are any.
    #[arg(short = 'e', long, value_name = "CODE", allow_hyphen_values = true)]
    pub eval: Option<String>,
    /// Write the snapshot to this file instead of one beside the script.
    #[arg(short = 's', long = "snapshot", value_name = "FILE")]
    pub snapshot: Option<PathBuf>,
    /// Run the scripts, but write no snapshot.
    #[arg(long, conflicts_with = "snapshot")]
    pub no_snapshot: bool,
    /// The folder in which scripts may read and write files, by `import * as fs from 'fs'`: that of the main
    /// script if no other is given.
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Print all that is in the snapshot, with its bytes and what keeps it there. HTML is a page with a map.
    /// With JSON or HTML, what scripts print goes to stderr.
    #[arg(long, value_enum, value_name = "FORMAT", num_args = 0..=1, require_equals = true, default_missing_value = "text", conflicts_with = "no_snapshot")]
    pub report: Option<Format>,
    /// Don't say what was written.
    #[arg(short = 'q', long)]
    pub quiet: bool,
    /// Don't warn of what is likely to be a mistake, or may throw: names that stand for nothing, calls of what exists only before the
    /// snapshot, keys of arrays that the host passes.
    #[arg(long)]
    pub no_warnings: bool,
    /// Write the snapshot's disassembly beside it: FILE.disassembly.
    #[arg(long, conflicts_with = "no_snapshot")]
    pub output_disassembly: bool,
    /// Write the intermediate representation of its functions beside it: FILE.il.
    #[arg(long, conflicts_with = "no_snapshot")]
    pub output_il: bool,
    /// Write its bytes as text that C can include beside it: FILE.bytes.
    #[arg(long, conflicts_with = "no_snapshot")]
    pub output_bytes: bool,
    /// Write a standard source map beside it, whose columns are bytes: FILE.source-map.json.
    #[arg(long, conflicts_with = "no_snapshot")]
    pub output_source_map: bool,
    /// Build the C library from its sources and copy it with its header to this folder.
    #[arg(long, value_name = "DIR")]
    pub generate_lib: Option<PathBuf>,
    /// What the library is built for, as rustc names it: thumbv6m-none-eabi, say.
    #[arg(long, value_name = "TRIPLE", requires = "generate_lib")]
    pub target: Option<String>,
    /// Microvium's port file: says what there is instead.
    #[arg(long, hide = true)]
    pub generate_port: bool,
    /// The most calls and backward jumps that the scripts may make while they are built.
    #[arg(long, value_name = "N", default_value_t = 1_000_000_000)]
    pub max_instructions: u64,
    /// The most bytes of memory that the scripts may use while they are built.
    #[arg(long, value_name = "BYTES", default_value_t = 256 << 20)]
    pub max_memory: usize,
}

/// How to resume a snapshot.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  microvium run main.mvm-bc --call 1 --call '2(3,\"x\")'
  microvium run main.js --call 1 --width wide       builds in memory, and resumes in the wide engine
  microvium run main.mvm-bc --import 2=20.5 --call 1
  microvium run main.mvm-bc --host board.js --call 1, where board.js has `vmExport(2, () => 20.5)`
  microvium run main.mvm-bc --call 1 --without float,power --heap 2048 --stack 1024")]
pub struct RunOptions {
    /// The snapshot, or a script to build in memory. Import 1 prints a line.
    #[arg(value_name = "SNAPSHOT")]
    pub snapshot: PathBuf,
    /// What to call, and with what imports.
    #[command(flatten)]
    pub host: HostOptions,
    /// The engine: the device's, or the one of build time.
    #[arg(long, value_enum, value_name = "WIDTH", default_value_t = Width::Narrow)]
    pub width: Width,
    /// The most calls and backward jumps that the calls may make.
    #[arg(long, value_name = "N")]
    pub max_instructions: Option<u64>,
}

/// What the host of a snapshot does.
#[derive(Args, Clone, Debug)]
pub struct HostOptions {
    /// Call an export: ID or ID(ARGUMENTS), where the arguments are numbers, strings in double quotes, true, false, null or
    /// undefined, with commas between them; arrays and objects can't be passed. Calls are made in order, in one VM; a result
    /// other than undefined is printed as JSON, with NaN and the like as they are, and of a promise what it is fulfilled with.
    #[arg(long = "call", value_name = "CALL")]
    pub calls: Vec<Call>,
    /// Give an import a function: ID=print, which prints its first argument, or ID=VALUE, which returns a number, a string in
    /// double quotes, true, false, null or undefined.
    #[arg(long = "import", value_name = "ID=WHAT")]
    pub imports: Vec<Import>,
    /// Give the imports functions of a script, which runs in the build-time engine: what it exports by
    /// `vmExport(ID, f)`. One that is async gives a promise, which is settled when the call is done. What they throw
    /// arrives as a text.
    #[arg(long = "host", value_name = "SCRIPT")]
    pub script: Option<PathBuf>,
    /// Say what the calls took: steps, collections, memory.
    #[arg(long)]
    pub stats: bool,
    /// What the device's engine lacks.
    #[command(flatten)]
    pub device: DeviceOptions,
}

/// What the device's engine lacks.
#[derive(Args, Clone, Debug)]
pub struct DeviceOptions {
    /// Run on an engine without this part, as a firmware has that doesn't name it; several have commas between them.
    #[arg(long, value_name = "PART", value_delimiter = ',', value_parser = part())]
    pub without: Vec<Parts>,
    /// The most bytes of heap that the engine may have, 65532 unless it is said.
    #[arg(long, value_name = "BYTES", value_parser = bytes())]
    pub heap: Option<u32>,
    /// The most bytes of stack, 16384 unless it is said. In C it is MVM_STACK_SIZE, and 1024.
    #[arg(long, value_name = "BYTES", value_parser = bytes())]
    pub stack: Option<u32>,
}

impl DeviceOptions {
    /// The device; None if it lacks nothing.
    pub fn device(&self) -> Option<Device> {
        let all = Device::default();
        let device = Device {
            without: self.without.iter().copied().fold(Parts::NONE, Parts::with),
            max_heap: self.heap.unwrap_or(all.max_heap),
            max_stack: self.stack.unwrap_or(all.max_stack),
        };
        (device != all).then_some(device)
    }
}

/// A part by its name.
fn part() -> impl TypedValueParser<Value = Parts> {
    let all = Parts::ALL.iter();
    let values =
        all.map(|(_, name, text)| PossibleValue::new(*name).help(text.trim_end_matches('.')));
    PossibleValuesParser::new(values).map(|chosen| {
        let part = Parts::ALL.iter().find(|(_, name, _)| *name == chosen);
        part.map_or(Parts::NONE, |(part, ..)| *part)
    })
}

fn bytes() -> RangedI64ValueParser<u32> {
    clap::value_parser!(u32).range(..=65534)
}

/// How wide values are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Width {
    /// 16 bits.
    Narrow,
    /// 64 bits.
    Wide,
}

/// What to do again and again.
#[derive(Args, Debug)]
pub struct WatchOptions {
    /// How to build.
    #[command(flatten)]
    pub build: BuildOptions,
    /// What to call of what was built, as `run` does.
    #[command(flatten)]
    pub host: HostOptions,
}

/// Which snapshot to look at.
#[derive(Args, Debug)]
pub struct ImageOptions {
    /// The snapshot.
    #[arg(value_name = "SNAPSHOT")]
    pub snapshot: PathBuf,
}

/// Which addresses to look up.
#[derive(Args, Debug)]
pub struct SymbolizeOptions {
    /// The snapshot. Its map must lie beside it.
    #[arg(value_name = "SNAPSHOT")]
    pub snapshot: PathBuf,
    /// Offsets in the snapshot, decimal or hexadecimal with 0x: what `mvm_getCurrentAddress` gives, say, or where `inspect`
    /// shows a function.
    #[arg(value_name = "ADDRESS", required = true, value_parser = address)]
    pub addresses: Vec<u16>,
}

fn address(text: &str) -> Result<u16, String> {
    let number = match text.strip_prefix("0x") {
        Some(digits) => u16::from_str_radix(digits, 16),
        None => text.parse(),
    };
    number.map_err(|_| "an address is a number from 0 to 65535".to_owned())
}
