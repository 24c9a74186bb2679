//! Building C firmware: the engine as a static library, and sources linked with it for a device.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::project::{root, run};
use crate::targets::{Target, Toolchain};

/// The profile that firmware is built with; the workspace's `Cargo.toml` says what it is.
const PROFILE: &str = "firmware";

/// Builds the C library for a device.
pub fn library(target: &'static Target) -> Result<PathBuf> {
    let toolchain = target.toolchain()?;
    let mut cargo = toolchain.cargo("rustc");
    cargo.args([
        "--package",
        "microvium-capi",
        "--lib",
        "--crate-type",
        "staticlib",
    ]);
    run(cargo.args(["--profile", PROFILE]).current_dir(root()))?;
    Ok(built(&toolchain))
}

/// Where building it for a device puts the C library.
pub fn built(toolchain: &Toolchain) -> PathBuf {
    toolchain.artifacts(PROFILE).join("libmicrovium.a")
}

/// The folder of the example firmware, whose start-up code and linker script serve all others.
pub fn examples() -> PathBuf {
    root().join("examples/c-firmware")
}

/// What a C firmware is made of.
pub struct Sources<'a> {
    pub files: &'a [PathBuf],
    /// The image that `image.S` puts into flash.
    pub image: &'a Path,
    /// More flags for the compiler, which links as well.
    pub flags: &'a [String],
    /// Libraries, in the order they are searched.
    pub libraries: &'a [PathBuf],
}

/// Compiles and links a firmware.
pub fn link(target: &Target, sources: &Sources, firmware: &Path) -> Result<()> {
    let examples = examples();
    let mut compiler = target.c()?;
    compiler
        .args(["-std=c11", "-Os", "-Wall", "-Wextra", "-Werror"])
        .args(["-ffreestanding", "-ffunction-sections", "-fdata-sections"])
        // Else a switch calls a routine of libgcc.
        .arg("-fno-jump-tables")
        .args(["-nostdlib", "-Wl,--gc-sections,-z,noexecstack", "-T"])
        .arg(examples.join("microbit.ld"))
        .arg("-I")
        .arg(&examples)
        .arg("-I")
        .arg(root().join("crates/microvium-capi/include"))
        .arg(format!("-DIMAGE=\"{}\"", sources.image.display()))
        .args(sources.flags)
        .args(sources.files)
        .args(["startup.c", "allocator.c", "image.S"].map(|file| examples.join(file)))
        .args(sources.libraries)
        .arg("-o")
        .arg(firmware);
    run(&mut compiler)
}
