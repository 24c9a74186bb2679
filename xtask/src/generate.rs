//! `cargo xtask generate`: random programs, in all engines and in node.

use std::process::Command;

use anyhow::Result;

use crate::project::{root, run, work_dir};

#[derive(clap::Args)]
pub struct Arguments {
    /// Collect and move every cell at every allocation
    #[arg(long)]
    stress: bool,
    /// What the generator takes: `--help` says it
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    generator: Vec<String>,
}

/// Runs the task.
pub fn generate(arguments: &Arguments) -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.args([
        "run",
        "--quiet",
        "--release",
        "--package",
        "microvium-generator",
    ]);
    if arguments.stress {
        cargo.args(["--features", "stress"]);
    }
    cargo.args(["--", "--folder"]).arg(work_dir("generate")?);
    run(cargo.args(&arguments.generator).current_dir(root()))
}
