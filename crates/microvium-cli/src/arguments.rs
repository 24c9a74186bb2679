//! The command line.

use crate::call::Call;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Runs a script until its top-level code is done, and writes the state of the whole virtual machine as
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
  microvium main.js                          writes main.mvm-bc
  microvium run main.mvm-bc --call 1         resumes it and calls export 1
  microvium run main.mvm-bc --call '2(3,\"x\")'")]
pub struct Arguments {
    /// What to do other than to build.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How to build.
    #[command(flatten)]
    pub build: BuildOptions,
}

/// What to do other than to build.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Resume a snapshot and call its exports.
    Run(RunOptions),
    /// Show what a snapshot consists of.
    Inspect(InspectOptions),
}

/// How to build.
#[derive(Args, Debug)]
pub struct BuildOptions {
    /// The script.
    #[arg(value_name = "SCRIPT")]
    pub script: Option<PathBuf>,
    /// Write the snapshot to this file instead of one beside the script.
    #[arg(short = 's', long = "snapshot", value_name = "FILE")]
    pub snapshot: Option<PathBuf>,
    /// Run the script, but write no snapshot.
    #[arg(long, conflicts_with = "snapshot")]
    pub no_snapshot: bool,
    /// Write the snapshot's disassembly beside it.
    #[arg(long)]
    pub output_disassembly: bool,
    /// The most calls and backward jumps that the script may make while it is built.
    #[arg(long, value_name = "N", default_value_t = 1_000_000_000)]
    pub max_instructions: u64,
    /// The most bytes of memory that the script may use while it is built.
    #[arg(long, value_name = "BYTES", default_value_t = 256 << 20)]
    pub max_memory: usize,
}

/// How to resume a snapshot.
#[derive(Args, Debug)]
pub struct RunOptions {
    /// The snapshot. Import 1 prints a line.
    #[arg(value_name = "SNAPSHOT")]
    pub snapshot: PathBuf,
    /// Call an export: ID or ID(ARGUMENTS), where the arguments are JSON. Calls are made in order, in one
    /// VM; a result other than undefined is printed.
    #[arg(long = "call", value_name = "CALL")]
    pub calls: Vec<Call>,
}

/// What to show.
#[derive(Args, Debug)]
pub struct InspectOptions {
    /// The snapshot.
    #[arg(value_name = "SNAPSHOT")]
    pub snapshot: PathBuf,
}
