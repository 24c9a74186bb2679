//! Target × how × why not: which devices we build for, and with what on this machine.
//!
//! Two ways lead to a cross build. With rustup's own standard library for the target, cargo does it alone. Where rustup
//! can't fetch that, Debian's `rustc-web` builds `core` from the source that comes with it; then the target can be one of
//! our own, which doesn't keep frame pointers. They take 4% of the flash, and nothing else turns them off.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::project::{has_program, output, root, run, target_dir};

/// A device family, with the tools for its C parts and the machine that stands for it.
pub struct Target {
    pub triple: &'static str,
    /// Its specification without frame pointers, in the project. Named as the triple is, so that cargo takes one for
    /// the other.
    specification: &'static str,
    /// The C compiler, with the flags that choose the processor.
    pub c_compiler: &'static str,
    pub c_flags: &'static [&'static str],
    /// The emulator, with the flags that choose the board.
    pub emulator: &'static str,
    pub board: &'static [&'static str],
}

/// The Cortex-M0 of the BBC micro:bit, the smallest device we measure.
pub const CORTEX_M0: Target = Target {
    triple: "thumbv6m-none-eabi",
    specification: "xtask/firmware/thumbv6m-none-eabi.json",
    c_compiler: "arm-none-eabi-gcc",
    c_flags: &["-mcpu=cortex-m0", "-mthumb"],
    emulator: "qemu-system-arm",
    board: &[
        "-M",
        "microbit",
        "-nographic",
        "-monitor",
        "none",
        "-serial",
        "none",
    ],
};

/// A program that we call, and where it comes from.
struct Tool {
    program: &'static str,
    debian: &'static [&'static str],
    elsewhere: &'static str,
}

const TOOLS: &[Tool] = &[
    Tool {
        program: "arm-none-eabi-gcc",
        debian: &[
            "gcc-arm-none-eabi",
            "binutils-arm-none-eabi",
            "libnewlib-arm-none-eabi",
        ],
        elsewhere: "the Arm GNU Toolchain, https://developer.arm.com/downloads/-/arm-gnu-toolchain-downloads",
    },
    Tool {
        program: "qemu-system-arm",
        debian: &["qemu-system-arm"],
        elsewhere: "QEMU with the Arm system emulator, https://www.qemu.org/download/",
    },
];

/// Debian's compiler that builds `core` itself; only its packages bring it, so it has no other source.
const DEBIAN_RUST: &[&str] = &["rustc-web", "cargo-web", "rust-web-src"];
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_CORE_SOURCE: &str = "/usr/lib/rustlib/src/rust/library/core/Cargo.toml";

/// How code for a target is built here.
enum How {
    /// rustup has the target's standard library.
    Rustup,
    /// Debian's compiler builds `core`.
    BuildCore,
}

/// A way to build for a target.
pub struct Toolchain {
    target: &'static Target,
    how: How,
}

impl Target {
    /// Finds how to build for this target here, and installs what is missing where that is ours to do.
    pub fn toolchain(&'static self) -> Result<Toolchain> {
        let how = if rustup_has(self.triple) {
            How::Rustup
        } else {
            if !has_debian_rust() {
                install(DEBIAN_RUST).with_context(|| {
                    format!(
                        "missing the Rust target {0}: `rustup target add {0}` gets it",
                        self.triple
                    )
                })?;
            }
            How::BuildCore
        };
        Ok(Toolchain { target: self, how })
    }

    /// The C compiler, ready for this target.
    pub fn c(&self) -> Result<Command> {
        let mut command = tool(self.c_compiler)?;
        command.args(self.c_flags);
        Ok(command)
    }

    /// The emulator of this target's board.
    pub fn emulate(&self) -> Result<Command> {
        let mut command = tool(self.emulator)?;
        command.args(self.board);
        Ok(command)
    }
}

impl Toolchain {
    /// `cargo SUBCOMMAND` for the target.
    pub fn cargo(&self, subcommand: &str) -> Command {
        let mut command = match self.how {
            How::Rustup => Command::new("cargo"),
            How::BuildCore => {
                let mut cargo = Command::new(DEBIAN_CARGO);
                // Nightly flags on a stable compiler: `core` can only be built so.
                cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTC", DEBIAN_RUSTC);
                cargo
            }
        };
        command.args([subcommand, "--quiet", "--target"]);
        match self.how {
            How::Rustup => command.arg(self.target.triple),
            How::BuildCore => command
                .arg(root().join(self.target.specification))
                .args(["-Zjson-target-spec", "-Zbuild-std=core"]),
        };
        command
    }

    /// The flags by which rustc finds a linker for the target: Debian's compiler comes without the one it wants.
    pub fn linker_flags(&self) -> Result<Vec<String>> {
        Ok(match self.how {
            How::Rustup => vec![],
            How::BuildCore => {
                let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
                let host = output(Command::new("rustc").args(["--print", "host-tuple"]))?;
                let linker = format!(
                    "{}/lib/rustlib/{}/bin/rust-lld",
                    sysroot.trim(),
                    host.trim()
                );
                vec![
                    format!("-Clinker={linker}"),
                    "-Clinker-flavor=ld.lld".into(),
                ]
            }
        })
    }

    /// Where a build with this profile puts its results.
    pub fn artifacts(&self, profile: &str) -> PathBuf {
        target_dir().join(self.target.triple).join(profile)
    }

    /// The compiler's version, as `rustc 1.96.0`: sizes are only comparable for the same one.
    pub fn version(&self) -> Result<String> {
        let program = match self.how {
            How::Rustup => "rustc",
            How::BuildCore => DEBIAN_RUSTC,
        };
        let version = output(Command::new(program).arg("--version"))?;
        Ok(version
            .split_whitespace()
            .take(2)
            .collect::<Vec<_>>()
            .join(" "))
    }
}

/// A program of the table, installed if need be.
fn tool(program: &str) -> Result<Command> {
    let tool = TOOLS
        .iter()
        .find(|tool| tool.program == program)
        .context("every program we call is in the table")?;
    if !has_program(tool.program) {
        install(tool.debian)
            .with_context(|| format!("missing {}: get {}", tool.program, tool.elsewhere))?;
    }
    Ok(Command::new(tool.program))
}

fn rustup_has(triple: &str) -> bool {
    has_program("rustup")
        && output(Command::new("rustup").args(["target", "list", "--installed"]))
            .is_ok_and(|installed| installed.lines().any(|line| line == triple))
}

fn has_debian_rust() -> bool {
    [DEBIAN_RUSTC, DEBIAN_CARGO, DEBIAN_CORE_SOURCE]
        .iter()
        .all(|path| PathBuf::from(path).is_file())
}

/// Installs packages on Debian when we are root, as in a container.
fn install(packages: &[&str]) -> Result<()> {
    ensure!(
        has_program("apt-get"),
        "`cargo xtask` installs it on Debian only"
    );
    let user = output(Command::new("id").arg("-u"))?;
    ensure!(
        user.trim() == "0",
        "root can install it: apt-get install {}",
        packages.join(" ")
    );
    eprintln!("installing {}", packages.join(" "));
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .arg("-qq")
            .args(arguments);
        command.stdout(std::io::stderr());
        run(&mut command)
    };
    apt(&["update"])?;
    apt(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
}
