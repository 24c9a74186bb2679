//! `cargo xtask bench`: the kernels in both widths, and beside them Microvium's C engine.
//!
//! Last comes what a user waits for: how long the command takes to build a small script.
//!
//! All contestants of a kernel take turns, so that whatever else the machine does slows all of them alike. Each turn is a
//! process of its own, which prints the kernel's result and the CPU time of the call.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use crate::corpus::Tally;
use crate::device::{build_image, command};
use crate::hello::hello;
use crate::peers::Microvium;
use crate::project::{output, root, run, target_dir, work_dir};

/// The kernels with their results, which every contestant must reach.
pub const KERNELS: &[(&str, i64)] = &[
    ("fib", 196418),
    ("loop", 3792),
    ("loop14", 3792),
    ("sieve", 20160),
    ("sort", 11850),
    ("prop", 79684),
    ("prop14", 5956),
    ("closure", 22720),
    ("closure14", 2240),
    ("string", 7500),
    ("mandel", 198325),
    ("class", 1283),
];

#[derive(clap::Args)]
pub struct Arguments {
    /// Print only the numbers, as JSON
    #[arg(long)]
    json: bool,
    /// Run Microvium's C engine too, from its npm package
    #[arg(long)]
    peers: bool,
    /// How often each contestant runs each kernel
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
}

/// An engine that takes part: a program with arguments, to which a kernel's file is added.
struct Contestant {
    name: &'static str,
    program: PathBuf,
    arguments: &'static [&'static str],
    runs: Form,
}

/// The forms of a kernel.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Script,
    Image,
    PeerImage,
}

/// CPU milliseconds of one contestant on one kernel.
struct Time {
    min: f64,
    median: f64,
}

/// Runs the task.
pub fn bench(arguments: &Arguments) -> Result<()> {
    let peer = if arguments.peers {
        Some(Microvium::install()?)
    } else {
        None
    };
    let microvium = command()?;
    let contestants = contestants(peer.as_ref())?;
    let dir = work_dir("bench")?;

    let mut rows = Vec::new();
    for &(kernel, expected) in KERNELS {
        let (script, ours) = kernel_files(&microvium, &dir, kernel)?;
        let theirs = script.with_extension("peer.mvm-bc");
        if let Some(peer) = &peer {
            peer.build_image(&script, &theirs)?;
        }
        let mut turns: Vec<Vec<f64>> = contestants.iter().map(|_| Vec::new()).collect();
        for _ in 0..arguments.rounds {
            for (contestant, times) in contestants.iter().zip(&mut turns) {
                let kernel_file = match contestant.runs {
                    Form::Script => &script,
                    Form::Image => &ours,
                    Form::PeerImage => &theirs,
                };
                times.push(turn(contestant, kernel_file, kernel, expected)?);
            }
        }
        rows.push((kernel, turns.into_iter().map(Time::of).collect::<Vec<_>>()));
    }
    if arguments.json {
        println!(
            "{}",
            serde_json::to_string_pretty(&numbers(&contestants, &rows))?
        );
    } else {
        print!("{}", text(&contestants, &rows)?);
        let fast = target_dir().join("speed/microvium");
        println!("\n{}", hello(&fast, arguments.rounds)?);
    }
    Ok(())
}

/// Every kernel once in both widths, for its result alone.
pub fn results() -> Result<Tally> {
    let microvium = command()?;
    let dir = work_dir("bench")?;
    let mut tally = Tally::default();
    for contestant in ours("dev", "debug")? {
        for &(kernel, expected) in KERNELS {
            let (script, image) = kernel_files(&microvium, &dir, kernel)?;
            let file = match contestant.runs {
                Form::Script => script,
                _ => image,
            };
            match turn(&contestant, &file, kernel, expected) {
                Ok(_) => tally.passed += 1,
                Err(error) => {
                    println!("FAILED {kernel}: {error:#}");
                    tally.failed += 1;
                }
            }
        }
    }
    Ok(tally)
}

/// A kernel's script and image.
fn kernel_files(microvium: &Path, dir: &Path, kernel: &str) -> Result<(PathBuf, PathBuf)> {
    let script = dir.join(kernel).with_extension("js");
    let source = root()
        .join("tests/kernels")
        .join(kernel)
        .with_extension("js");
    let source = fs::read_to_string(source)?;
    fs::write(&script, source + "vmExport(1, run);\n")?;
    let image = script.with_extension("mvm-bc");
    build_image(microvium, &script, &image)?;
    Ok((script, image))
}

/// Those that take part; the peer, if there is one, is the last.
fn contestants(peer: Option<&Microvium>) -> Result<Vec<Contestant>> {
    let build = [
        "build",
        "--quiet",
        "--profile",
        "speed",
        "--package",
        "microvium-cli",
    ];
    run(Command::new("cargo").args(build).current_dir(root()))?;
    let mut contestants = ours("speed", "speed")?;
    if let Some(peer) = peer {
        let program = peer.engine.clone();
        contestants.push(Contestant {
            name: "microvium",
            program,
            arguments: &[],
            runs: Form::PeerImage,
        });
    }
    Ok(contestants)
}

/// Our two, built with a profile that puts them into a folder.
fn ours(profile: &str, folder: &str) -> Result<Vec<Contestant>> {
    let build = [
        "build",
        "--quiet",
        "--profile",
        profile,
        "--package",
        "microvium-bench",
    ];
    run(Command::new("cargo").args(build).current_dir(root()))?;
    let program = target_dir().join(folder).join("microvium-bench");
    let ours = |name, arguments, runs| Contestant {
        name,
        program: program.clone(),
        arguments,
        runs,
    };
    Ok(vec![
        ours("narrow", &["narrow"], Form::Image),
        ours("wide", &["wide"], Form::Script),
    ])
}

/// The milliseconds that a contestant takes for a kernel, whose result must be right.
fn turn(contestant: &Contestant, kernel_file: &Path, kernel: &str, expected: i64) -> Result<f64> {
    let printed = output(
        Command::new(&contestant.program)
            .args(contestant.arguments)
            .arg(kernel_file),
    )?;
    let (result, milliseconds) = printed
        .trim()
        .split_once(' ')
        .context("a contestant prints result and time")?;
    let name = contestant.name;
    ensure!(
        result.parse() == Ok(expected),
        "{name} computes {result} in {kernel}, but {expected} is right"
    );
    Ok(milliseconds.parse()?)
}

impl Time {
    fn of(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        Time {
            min: times[0],
            median: times[times.len() / 2],
        }
    }
}

/// Each contestant's times as parts of the last's; `None` unless that is the peer.
fn ratios(contestants: &[Contestant], times: &[Time]) -> Option<Vec<f64>> {
    let peer = contestants
        .last()
        .zip(times.last())
        .filter(|(last, _)| last.runs == Form::PeerImage)?
        .1;
    Some(times.iter().map(|time| time.median / peer.median).collect())
}

/// The geometric mean of each contestant's ratios over all kernels.
fn means(contestants: &[Contestant], rows: &[(&str, Vec<Time>)]) -> Option<Vec<f64>> {
    let by_kernel = rows
        .iter()
        .map(|(_, times)| ratios(contestants, times))
        .collect::<Option<Vec<_>>>()?;
    let mean = |column: usize| {
        let logs: f64 = by_kernel.iter().map(|ratios| ratios[column].ln()).sum();
        (logs / by_kernel.len() as f64).exp()
    };
    Some((0..contestants.len()).map(mean).collect())
}

fn numbers(contestants: &[Contestant], rows: &[(&str, Vec<Time>)]) -> Value {
    let mut all = Map::new();
    for (kernel, times) in rows {
        let ratios = ratios(contestants, times);
        let mut row = Map::new();
        for (i, (contestant, time)) in contestants.iter().zip(times).enumerate() {
            let mut entry = json!({ "min": time.min, "median": time.median });
            if let Some(ratios) = &ratios {
                entry["ratio"] = json!(ratios[i]);
            }
            row.insert(contestant.name.into(), entry);
        }
        all.insert((*kernel).into(), row.into());
    }
    if let Some(means) = means(contestants, rows) {
        let named = contestants
            .iter()
            .zip(means)
            .map(|(contestant, mean)| (contestant.name.to_string(), json!(mean)));
        all.insert("geomean".into(), Value::Object(named.collect()));
    }
    all.into()
}

fn text(contestants: &[Contestant], rows: &[(&str, Vec<Time>)]) -> Result<String> {
    let mut text = format!("{:<12}", "CPU ms");
    for contestant in contestants {
        write!(text, "{:>20}", contestant.name)?;
    }
    text.push('\n');
    for (kernel, times) in rows {
        write!(text, "{kernel:<12}")?;
        let ratios = ratios(contestants, times);
        for (i, time) in times.iter().enumerate() {
            match &ratios {
                Some(ratios) => write!(text, "{:>12.1}  x{:>5.2}", time.median, ratios[i])?,
                None => write!(text, "{:>12.1}{:>8.1}", time.median, time.min)?,
            }
        }
        text.push('\n');
    }
    if let Some(means) = means(contestants, rows) {
        write!(text, "{:<12}", "geomean")?;
        for mean in means {
            write!(text, "{:>14}x{mean:>5.2}", "")?;
        }
        text.push('\n');
    }
    Ok(text)
}
