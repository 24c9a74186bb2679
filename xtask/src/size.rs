//! `cargo xtask size`: the flash that the engine adds to a firmware.
//!
//! A firmware is linked twice: with the engine, and with a stub that does nothing. `linked` is the difference; `engine`
//! is that without the soft float and the memory routines of the compiler's runtime, which a firmware often has anyway.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail, ensure};
use rustc_demangle::demangle;
use serde_json::json;

use crate::firmware::{Sources, library, link};
use crate::flash::{Firmware, names_defined_in};
use crate::project::{Measured, Report, root, work_dir};
use crate::targets::{CORTEX_M0, Target};

/// A choice of the engine's optional parts.
struct Configuration {
    name: &'static str,
    definition: &'static str,
    has_parts: bool,
}

/// The configurations that are measured: all from the same library.
const CONFIGURATIONS: &[Configuration] = &[
    Configuration {
        name: "int",
        definition: "MVM_DEFINE_CONFIG_INT()",
        has_parts: false,
    },
    Configuration {
        name: "float",
        definition: "MVM_DEFINE_CONFIG_FLOAT()",
        has_parts: true,
    },
    Configuration {
        name: "full",
        definition: "MVM_DEFINE_CONFIG_FULL()",
        has_parts: true,
    },
    Configuration {
        name: "safe",
        definition: "MVM_DEFINE_CONFIG_SAFE()",
        has_parts: true,
    },
    Configuration {
        name: "all",
        definition: "MVM_DEFINE_CONFIG_ALL()",
        has_parts: true,
    },
];

const TARGET: &Target = &CORTEX_M0;

/// Where a function or a constant comes from. The order is that of the report.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Origin {
    Engine,
    Number,
    Format,
    Interface,
    Core,
    Integers,
    Unnamed,
    SoftFloat,
}

impl Origin {
    fn title(self) -> &'static str {
        match self {
            Origin::Engine => "microvium-engine",
            Origin::Number => "microvium-number",
            Origin::Format => "microvium-format",
            Origin::Interface => "microvium-capi",
            Origin::Core => "Rust's core",
            Origin::Integers => "compiler's runtime: integers",
            Origin::Unnamed => "constants without a name, padding, less the stub",
            Origin::SoftFloat => "compiler's runtime: soft float, mem*",
        }
    }
}

/// One configuration's measurement.
struct Size {
    configuration: &'static str,
    linked: i64,
    runtime: i64,
    /// Bytes by origin, with the functions from the biggest down.
    origins: BTreeMap<Origin, Vec<(i64, String)>>,
}

/// Runs the task.
pub fn size(report: &Report) -> Result<()> {
    let library = library(TARGET)?;
    let runtime = names_defined_in(&library, "compiler_builtins")?;
    let sizes = CONFIGURATIONS
        .iter()
        .map(|configuration| measure(configuration, &library, &runtime))
        .collect::<Result<Vec<_>>>()?;
    report.deliver(&Measured {
        name: "size",
        numbers: numbers(&sizes),
        text: text(&sizes)?,
    })
}

fn measure(
    configuration: &'static Configuration,
    library: &Path,
    runtime: &BTreeSet<String>,
) -> Result<Size> {
    let &Configuration {
        name: configuration,
        definition,
        has_parts,
    } = configuration;
    let dir = work_dir("size")?;
    let sources = root().join("xtask/firmware");
    let image = dir.join("empty");
    fs::write(&image, [])?;
    let link = |name: &str, files: &[PathBuf], libraries: &[PathBuf]| {
        // The allocator is the firmware's, in both.
        let flags = [
            format!("-DCONFIG={definition}"),
            "-Wl,-q,-u,allocate,-u,release".into(),
        ];
        let firmware = dir.join(format!("{configuration}-{name}.elf"));
        link(
            TARGET,
            &Sources {
                files,
                image: &image,
                flags: &flags,
                libraries,
            },
            &firmware,
        )?;
        Firmware::read(&firmware)
    };
    let main = sources.join("size.c");
    let engine = link(
        "engine",
        std::slice::from_ref(&main),
        &[library.to_path_buf()],
    )?;
    let stub = link("stub", &[main, sources.join("stub.c")], &[])?;

    ensure!(
        engine.statics == stub.statics,
        "{configuration}: the engine has {} bytes of static variables; all its state belongs to a VM",
        engine.statics.abs_diff(stub.statics)
    );
    let names = engine.symbols.values().flat_map(|symbol| &symbol.names);
    let (panics, rest): (Vec<_>, Vec<_>) = names
        .map(|name| readable(name))
        .partition(|name| is_panic(name));
    if !panics.is_empty() {
        bail!("{configuration}: panics are linked: {}", panics.join(", "));
    }
    let parts: Vec<_> = rest.into_iter().filter(|name| is_of_part(name)).collect();
    if parts.is_empty() == has_parts {
        bail!(
            "{configuration}: of optional parts there is linked [{}]",
            parts.join(", ")
        );
    }

    let linked = engine.flash as i64 - stub.flash as i64;
    let origins = by_origin(linked, &engine, &stub, runtime);
    let runtime = origins
        .get(&Origin::SoftFloat)
        .into_iter()
        .flatten()
        .map(|(bytes, _)| bytes)
        .sum();
    Ok(Size {
        configuration,
        linked,
        runtime,
        origins,
    })
}

/// Sorts what the engine adds by where it comes from.
fn by_origin(
    linked: i64,
    engine: &Firmware,
    stub: &Firmware,
    runtime: &BTreeSet<String>,
) -> BTreeMap<Origin, Vec<(i64, String)>> {
    let firmware: BTreeSet<&String> = stub
        .symbols
        .values()
        .flat_map(|symbol| &symbol.names)
        .filter(|name| !name.starts_with("mvm_"))
        .collect();
    let soft_float = soft_float(engine, runtime);
    let mut origins = BTreeMap::<Origin, Vec<(i64, String)>>::new();
    let mut rest = linked;
    for (address, symbol) in &engine.symbols {
        if symbol.names.iter().any(|name| firmware.contains(name)) {
            continue;
        }
        let name = symbol
            .names
            .iter()
            .next()
            .map(|name| readable(name))
            .unwrap_or_default();
        let origin = if soft_float.contains(address) {
            Origin::SoftFloat
        } else if symbol.names.iter().any(|name| runtime.contains(name)) {
            Origin::Integers
        } else {
            origin(&name)
        };
        let bytes = symbol.bytes as i64;
        rest -= bytes;
        origins
            .entry(origin)
            .or_default()
            .push((bytes, short(&name)));
    }
    origins
        .entry(Origin::Unnamed)
        .or_default()
        .push((rest, "(without a name)".into()));
    for functions in origins.values_mut() {
        functions.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    }
    origins
}

/// The addresses of the runtime's soft float and memory routines, with what only they use.
fn soft_float(engine: &Firmware, runtime: &BTreeSet<String>) -> BTreeSet<u64> {
    let of_runtime = engine
        .symbols
        .iter()
        .filter(|(_, symbol)| symbol.names.iter().any(|name| runtime.contains(name)));
    let (mut found, mut others): (BTreeSet<u64>, Vec<_>) = (BTreeSet::new(), Vec::new());
    for (&address, symbol) in of_runtime {
        if symbol
            .names
            .iter()
            .any(|name| is_soft_float(name) || is_memory(name))
        {
            found.insert(address);
        } else {
            others.push((address, &symbol.users));
        }
    }
    loop {
        let before = found.len();
        for (address, users) in &others {
            if !users.is_empty() && users.is_subset(&found) {
                found.insert(*address);
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

/// Names of Arm's run-time interface, and of GCC's, which has `df` or `sf` for each float type in them.
fn is_soft_float(name: &str) -> bool {
    const ARM: &[&str] = &["d", "f", "cd", "cf", "i2", "ui2", "l2", "ul2"];
    if let Some(rest) = name.strip_prefix("__aeabi_") {
        return ARM.iter().any(|prefix| rest.starts_with(prefix));
    }
    name.starts_with("__") && (name.contains("df") || name.contains("sf"))
        || readable(name).contains("compiler_builtins::float::")
}

fn is_memory(name: &str) -> bool {
    ["memcpy", "memmove", "memset", "memcmp", "bcmp"].contains(&name)
        || name.starts_with("__aeabi_mem")
        || readable(name).contains("compiler_builtins::mem::")
}

fn is_panic(name: &str) -> bool {
    [
        "core::panicking",
        "panic_fmt",
        "rust_begin_unwind",
        "panic_bounds_check",
        "_fail::",
        "unwrap_failed",
        "expect_failed",
    ]
    .iter()
    .any(|part| name.contains(part))
}

/// Whether a function or a constant is there for an optional part only, or for statistics.
fn is_of_part(name: &str) -> bool {
    const INTERFACE: &[&str] = &[
        "mvm_float",
        "mvm_floatText",
        "mvm_counting",
        "mvm_library",
        "mvm_typedArrays",
        "mvm_weak",
        "mvm_verifier",
        "mvm_getMemoryStats",
    ];
    INTERFACE.contains(&name)
        || name.contains("microvium_number::") && !name.contains("microvium_number::integer::")
        || name.contains("microvium_engine::parts::")
        || name.contains("microvium_engine::natives::")
        || name.contains("microvium_engine::typed::")
        || name.contains("microvium_engine::verify::")
        || name.contains("microvium_engine::weak::")
        || name.contains("microvium_engine::statistics::")
        || is_soft_float(name)
}

/// A name as its author wrote it, without the compiler's hash.
fn readable(name: &str) -> String {
    format!("{:#}", demangle(name))
}

/// There is one width and one platform in a firmware: naming them with every function says nothing.
fn short(name: &str) -> String {
    const NARROW: &str = "<microvium_engine::narrow::Narrow<microvium::Device>>";
    name.replace(&format!("::{NARROW}"), "").replace(NARROW, "")
}

/// By the first of our crates in the name: what we made of a generic function is ours. A name without a path is of C.
fn origin(name: &str) -> Origin {
    let crates = [
        ("microvium_engine::", Origin::Engine),
        ("microvium_number::", Origin::Number),
        ("microvium_format::", Origin::Format),
    ];
    let found = crates
        .iter()
        .filter_map(|&(part, origin)| Some((name.find(part)?, origin)));
    match found.min() {
        Some((_, origin)) => origin,
        None if !name.contains("::") || name.contains("microvium") => Origin::Interface,
        None => Origin::Core,
    }
}

fn numbers(sizes: &[Size]) -> serde_json::Value {
    let of = |size: &Size| json!({ "engine": size.linked - size.runtime, "linked": size.linked });
    let by_configuration: serde_json::Map<_, _> = sizes
        .iter()
        .map(|size| (size.configuration.to_string(), of(size)))
        .collect();
    json!({ TARGET.triple: by_configuration })
}

fn text(sizes: &[Size]) -> Result<String> {
    let mut text = format!(
        "Flash that the engine adds, {}, {}\n",
        TARGET.triple,
        TARGET.toolchain()?.version()?
    );
    for size in sizes {
        write!(
            text,
            "\n{}: engine {}, linked {}\n",
            size.configuration,
            size.linked - size.runtime,
            size.linked
        )?;
        for (origin, functions) in &size.origins {
            let total: i64 = functions.iter().map(|(bytes, _)| bytes).sum();
            writeln!(text, "\n{total:>7}  {}", origin.title())?;
            for (bytes, name) in functions {
                writeln!(text, "{bytes:>11}  {name}")?;
            }
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn soft_float_and_memory_are_told_from_integers() {
        for name in [
            "__aeabi_dadd",
            "__aeabi_fmul",
            "__aeabi_ui2d",
            "__adddf3",
            "__fixunsdfsi",
            "__floatsisf",
        ] {
            assert!(is_soft_float(name), "{name}");
        }
        for name in [
            "__aeabi_uidivmod",
            "__udivdi3",
            "__aeabi_lmul",
            "__clzsi2",
            "__aeabi_idiv",
            "mvm_floats",
        ] {
            assert!(!is_soft_float(name) && !is_memory(name), "{name}");
        }
        for name in ["memcpy", "__aeabi_memclr4", "__aeabi_memcpy"] {
            assert!(is_memory(name), "{name}");
        }
    }

    #[test]
    fn a_generic_function_is_of_the_crate_that_made_it() {
        let origin_of = |name| origin(name).title();
        assert_eq!(
            origin_of("core::ptr::drop_in_place::<microvium_engine::heap::Heap>"),
            "microvium-engine"
        );
        assert_eq!(
            origin_of("<microvium_number::soft::Float as core::cmp::PartialEq>::eq"),
            "microvium-number"
        );
        assert_eq!(origin_of("core::str::from_utf8"), "Rust's core");
        assert_eq!(origin_of("<i32>::checked_div"), "Rust's core");
        assert_eq!(origin_of("mvm_restore"), "microvium-capi");
    }

    #[test]
    fn parts_are_seen() {
        for name in ["mvm_float", "microvium_number::soft::pack", "__adddf3"] {
            assert!(is_of_part(name), "{name}");
        }
        for name in ["mvm_call", "microvium_number::integer::print", "memcpy"] {
            assert!(!is_of_part(name), "{name}");
        }
    }

    #[test]
    fn panics_are_seen() {
        assert!(is_panic("core::panicking::panic_fmt"));
        assert!(is_panic("core::slice::index::slice_index_fail::do_panic"));
        assert!(!is_panic("microvium_engine::interpreter::run"));
    }
}
