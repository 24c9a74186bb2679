//! Microvium's compiler and C engine, from the npm package that carries both.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::firmware::examples;
use crate::project::{has_program, root, run, work_dir};

const PACKAGE: &str = "microvium@8.0.0";

/// Microvium, installed and built.
pub struct Microvium {
    /// The host program, which takes an image, calls its export 1, and prints the result and the CPU milliseconds.
    pub engine: PathBuf,
    compiler: PathBuf,
}

impl Microvium {
    /// Installs the package and builds its engine as fast as its port allows.
    pub fn install() -> Result<Self> {
        for program in ["node", "npm", "gcc"] {
            ensure!(
                has_program(program),
                "missing {program}, which Microvium needs"
            );
        }
        let dir = work_dir("peers")?;
        let package = dir.join("node_modules/microvium");
        let compiler = package.join("dist/cli.js");
        if !compiler.is_file() {
            // Its install script builds a node addon that we don't use.
            let arguments = ["install", "--silent", "--ignore-scripts", "--prefix"];
            run(Command::new("npm").args(arguments).arg(&dir).arg(PACKAGE))?;
        }
        let (port, engine) = (root().join("xtask/peers"), dir.join("microvium"));
        let sources = package.join("dist-c");
        run(Command::new("gcc")
            // A fixed address for its RAM page, as firmware has; warnings about its sources aren't ours.
            .args(["-O2", "-no-pie", "-w", "-DPOOL_BYTES=65528"])
            .arg("-I")
            .arg(&port)
            .arg("-I")
            .arg(&sources)
            .args([
                port.join("microvium.c"),
                sources.join("microvium.c"),
                examples().join("allocator.c"),
            ])
            .args(["-lm", "-o"])
            .arg(&engine))?;
        Ok(Microvium { engine, compiler })
    }

    /// Builds a script's image with Microvium's command.
    pub fn build_image(&self, script: &Path, image: &Path) -> Result<()> {
        // It reports success on stderr.
        let mut compiler = Command::new("node");
        let output = compiler
            .arg(&self.compiler)
            .arg(script)
            .arg("-s")
            .arg(image)
            .output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(
            output.status.success(),
            "Microvium can't build {}: {said}",
            script.display()
        );
        Ok(())
    }
}
