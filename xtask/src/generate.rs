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

/// A few programs, for the tests: enough to show that the engines and node are still compared.
pub fn sample() -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--package", "microvium-generator", "--"]);
    cargo.arg("--folder").arg(work_dir("generate")?);
    let programs = ["--count", "40", "--first", "5020", "--shrink", "1"];
    run(cargo.args(programs).current_dir(root()))
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
