//! `cargo xtask forged`: images that are wrong though their checksum is right, under AddressSanitizer.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::device::{build_image, command};
use crate::project::{output, root, target_dir, work_dir};

/// The programs, of which continuous integration takes the first.
const PROGRAMS: &[&str] = &[
    "prog50/main.js",
    "empty.js",
    "hello.js",
    "blog.js",
    "crc.js",
    "weak.js",
];

/// The engines: that of devices, that of the desktop, and that of devices under stress.
const ENGINES: &[&str] = &["", "speed", "stress"];

#[derive(clap::Args)]
pub struct Arguments {
    /// Scripts besides the five programs
    scripts: Vec<PathBuf>,
    /// How many images of each program with random changes to run, besides those with one bit flipped
    #[arg(long, default_value_t = 20_000)]
    random: usize,
}

/// Runs the task.
pub fn forged(arguments: &Arguments) -> Result<()> {
    let programs = PROGRAMS.iter().map(|it| program(it));
    let scripts: Vec<PathBuf> = programs.chain(arguments.scripts.iter().cloned()).collect();
    for features in ENGINES {
        let forge = Forge::new(features)?;
        forge.crafted()?;
        for script in &scripts {
            forge.run("bits", script, None)?;
            forge.run("random", script, Some(arguments.random))?;
        }
    }
    Ok(())
}

/// What continuous integration runs: every bit of one program.
pub fn one() -> Result<()> {
    for features in &ENGINES[..2] {
        let forge = Forge::new(features)?;
        forge.crafted()?;
        forge.run("bits", &program(PROGRAMS[0]), None)?;
    }
    Ok(())
}

fn program(name: &str) -> PathBuf {
    root().join("tests/programs").join(name)
}

/// The program that forges and runs images, and what builds them.
struct Forge {
    runner: PathBuf,
    microvium: PathBuf,
    engine: &'static str,
}

impl Forge {
    fn new(features: &'static str) -> Result<Forge> {
        let host = output(Command::new("rustc").args(["--print", "host-tuple"]))?;
        let host = host.trim();
        // The sanitizer comes with every rustc, but only unstable ones offer it unasked.
        let build = ["build", "--quiet", "--package", "microvium-forged"];
        output(
            Command::new("cargo")
                .args(build)
                .args(["--target", host, "--features", features])
                .env("RUSTC_BOOTSTRAP", "1")
                .env("RUSTFLAGS", "-Zsanitizer=address")
                .current_dir(root()),
        )?;
        Ok(Forge {
            runner: target_dir().join(host).join("debug/microvium-forged"),
            microvium: command()?,
            engine: match features {
                "" => "size",
                features => features,
            },
        })
    }

    /// Runs the images that are made by hand.
    fn crafted(&self) -> Result<()> {
        self.finish(
            Command::new(&self.runner).arg("crafted"),
            "images made by hand",
        )
    }

    fn run(&self, how: &str, script: &Path, count: Option<usize>) -> Result<()> {
        let image = work_dir("forged")?.join("main.mvm-bc");
        build_image(&self.microvium, script, &image)?;
        let count = count.map(|it| it.to_string());
        let name = script.strip_prefix(root()).unwrap_or(script).display();
        self.finish(
            Command::new(&self.runner).arg(how).arg(&image).args(count),
            &format!("{name}, {how}"),
        )
    }

    fn finish(&self, runner: &mut Command, name: &str) -> Result<()> {
        let ran = runner.output().context("the runner has been built")?;
        let engine = self.engine;
        if !ran.status.success() {
            // It says what it is at in place of what it was at.
            let messages = String::from_utf8_lossy(&ran.stderr);
            let last = messages.rsplit('\r').next().unwrap_or_default();
            bail!("{name}, engine for {engine}: {last}");
        }
        let tally = String::from_utf8_lossy(&ran.stdout);
        println!("{name}, engine for {engine}: {}", tally.trim());
        Ok(())
    }
}
