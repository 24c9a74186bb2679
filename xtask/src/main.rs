//! The project's own commands: everything that isn't `cargo build` or `cargo test`.
#![forbid(unsafe_code)]

mod bench;
mod corpus;
mod costs;
mod device;
mod examples;
mod firmware;
mod flash;
mod forged;
mod forms;
mod generate;
mod hello;
mod parser_tests;
mod parts;
mod peers;
mod project;
mod ram;
mod size;
mod targets;
mod test;
mod test262;
mod values;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Measures and tests Microvium")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Flash that the engine adds to a Cortex-M0 firmware
    Size(project::Report),
    /// RAM that programs need on a Cortex-M0
    Ram(project::Report),
    /// Bytes that parts of the language and of the library add to an image
    Costs(project::Report),
    /// CPU time of the kernels in both widths
    Bench(bench::Arguments),
    /// The stack form of bytecode beside an accumulator form
    Forms(forms::Arguments),
    /// Random programs in all engines and in node
    Generate(generate::Arguments),
    /// What the library computes, in both widths and in node
    Values,
    /// What is JavaScript and what isn't, by the npm package test262-parser-tests
    ParserTests,
    /// Runs a checkout of tc39/test262
    Test262(test262::Arguments),
    /// Runs an image on a Cortex-M0
    Device(device::Arguments),
    /// Runs the language corpus on a Cortex-M0
    Corpus,
    /// Runs images that are wrong on purpose, under AddressSanitizer
    Forged(forged::Arguments),
    /// Runs everything that must hold
    Test,
}

fn main() -> ExitCode {
    match perform(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<()> {
    match task {
        Task::Size(report) => size::size(&report),
        Task::Ram(report) => ram::ram(&report),
        Task::Costs(report) => costs::costs(&report),
        Task::Bench(arguments) => bench::bench(&arguments),
        Task::Forms(arguments) => forms::forms(&arguments),
        Task::Generate(arguments) => generate::generate(&arguments),
        Task::Values => values::values(),
        Task::Test262(arguments) => test262::test262(&arguments),
        Task::ParserTests => parser_tests::parser_tests(),
        Task::Device(arguments) => device::device(&arguments),
        Task::Corpus => corpus::corpus(),
        Task::Forged(arguments) => forged::forged(&arguments),
        Task::Test => test::test(),
    }
}
