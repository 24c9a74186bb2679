//! Random programs, in all engines and in node: `cargo xtask generate`.
#![forbid(unsafe_code)]

mod engines;
mod generator;
mod grammar;
mod modules;
mod node;
mod program;
mod random;
mod scope;
mod shrink;
mod trace;
mod tree;
mod verdict;

use crate::engines::Outcomes;
use crate::grammar::Grammar;
use crate::node::Node;
use crate::program::Program;
use crate::verdict::{Difference, Verdict};
use anyhow::{Result, ensure};
use clap::Parser;
use rustix::time::{ClockId, clock_gettime};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

#[derive(Parser)]
struct Arguments {
    /// How many programs to run
    #[arg(long, default_value_t = 200)]
    count: u64,
    /// Chooses which programs
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The number of the first program of this seed
    #[arg(long, default_value_t = 0)]
    first: u64,
    /// How many programs on which the engines differ are made smaller and written
    #[arg(long, default_value_t = 10)]
    shrink: usize,
    /// Print the first program instead of running it
    #[arg(long)]
    print: bool,
    /// Print how often each template was used, and fail if one wasn't
    #[arg(long)]
    histogram: bool,
    /// The folder for programs on which the engines differ
    #[arg(long)]
    folder: PathBuf,
}

/// How many programs node and our engines work on at a time.
const BATCH: u64 = 64;
/// The parser and the compiler recurse.
const STACK: usize = 256 << 20;

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let worker = thread::Builder::new().stack_size(STACK);
    let worker = worker.spawn(move || run(&arguments))?;
    worker.join().expect("panics of the engines are caught")
}

fn run(arguments: &Arguments) -> Result<()> {
    let grammar = Grammar::new();
    if arguments.print {
        let program = Program::generate(&grammar, arguments.seed, arguments.first);
        print!("{}", text(&program, &grammar));
        return Ok(());
    }
    std::panic::set_hook(Box::new(|_| {}));
    let mut run = Run {
        arguments,
        grammar: &grammar,
        node: Node::start()?,
        uses: vec![0; grammar.rules.len()],
        voids: BTreeMap::new(),
        same: 0,
        differences: 0,
        cuts: (0, 0),
        start: Instant::now(),
        time: Duration::ZERO,
        slowest: (Duration::ZERO, 0),
    };
    let end = arguments.first + arguments.count;
    let mut first = arguments.first;
    while first < end {
        let last = end.min(first + BATCH);
        run.batch(first..last)?;
        first = last;
    }
    run.report()
}

struct Run<'a> {
    arguments: &'a Arguments,
    grammar: &'a Grammar,
    node: Node,
    /// How often each template was used.
    uses: Vec<usize>,
    voids: BTreeMap<String, usize>,
    same: usize,
    differences: usize,
    /// The snapshots between two calls, and those of them that were taken while an async function waited.
    cuts: (usize, usize),
    start: Instant,
    /// The CPU time that our engines took.
    time: Duration,
    /// The program that took them longest, and how much.
    slowest: (Duration, u64),
}

impl Run<'_> {
    fn batch(&mut self, indices: std::ops::Range<u64>) -> Result<()> {
        let generate = |index| Program::generate(self.grammar, self.arguments.seed, index);
        let programs: Vec<Program> = indices.clone().map(generate).collect();
        let sources: Vec<_> = programs.iter().map(|it| it.sources(self.grammar)).collect();
        for (program, sources) in programs.iter().zip(&sources) {
            self.node.ask(sources, &program.calls);
        }
        let mut different = Vec::new();
        for ((program, sources), index) in programs.into_iter().zip(sources).zip(indices) {
            // Node is ahead. What it can't run isn't worth our time.
            let answer = self.node.answer()?;
            let start = cpu_time();
            let outcomes = match &answer {
                Ok(_) => engines::run(&sources, &program.calls, program.thoroughness),
                Err(_) => Outcomes::default(),
            };
            let time = cpu_time() - start;
            self.time += time;
            self.slowest = self.slowest.max((time, index));
            self.cuts.0 += outcomes.cuts;
            self.cuts.1 += outcomes.waiting;
            let verdict = verdict::compare(&sources, &outcomes, &answer);
            if !matches!(verdict, Verdict::Void(_)) {
                let items = program.modules.iter().flat_map(|module| &module.items);
                items.for_each(|item| item.count(&mut self.uses));
            }
            match verdict {
                Verdict::Same => self.same += 1,
                Verdict::Void(reason) => *self.voids.entry(reason).or_default() += 1,
                Verdict::Different(difference) => different.push((index, program, difference)),
            }
        }
        for (index, program, difference) in different {
            self.differences += 1;
            println!("program {index}: {difference}");
            if self.differences <= self.arguments.shrink {
                self.show(index, &program, &difference)?;
            }
        }
        Ok(())
    }

    /// Makes a program smaller, prints it and writes it.
    fn show(&mut self, index: u64, program: &Program, difference: &Difference) -> Result<()> {
        let smallest = shrink::shrink(program, difference, self.grammar, &mut self.node)?;
        let (program, difference) = smallest;
        println!(
            "{}it is smaller: {difference}\n",
            text(&program, self.grammar)
        );
        let folder = self
            .arguments
            .folder
            .join(format!("{}-{index}", self.arguments.seed));
        write(&folder, &program, self.grammar)
    }

    fn report(&self) -> Result<()> {
        let unused: Vec<usize> = (0..self.uses.len())
            .filter(|&rule| self.uses[rule] == 0)
            .collect();
        if self.arguments.histogram {
            print!("{}", histogram(self.grammar, &self.uses));
        }
        println!("{} programs are the same in all engines", self.same);
        let (cuts, waiting) = self.cuts;
        println!(
            "There were {cuts} snapshots between two calls, {waiting} while async functions waited"
        );
        for (reason, count) in &self.voids {
            println!("{count} were left out: {reason}");
        }
        let (longest, index) = self.slowest;
        println!(
            "It took {} s; our engines took {} ms of CPU for each program, and longest for program {index}: {} ms",
            self.start.elapsed().as_secs(),
            self.time.as_millis() / u128::from(self.arguments.count.max(1)),
            longest.as_millis()
        );
        println!(
            "{} of {} templates were used",
            self.uses.len() - unused.len(),
            self.uses.len()
        );
        ensure!(
            self.differences == 0,
            "{} programs differ",
            self.differences
        );
        ensure!(
            unused.is_empty() || !self.arguments.histogram,
            "{} templates weren't used",
            unused.len()
        );
        Ok(())
    }
}

/// The CPU time that this thread has taken.
fn cpu_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// How often each template was used, by file and sort.
fn histogram(grammar: &Grammar, uses: &[usize]) -> String {
    let mut text = String::new();
    let mut last = ("", "");
    for (rule, uses) in grammar.rules.iter().zip(uses) {
        if last != (rule.group, rule.sort) {
            text += &format!("{}: {}\n", rule.group, rule.sort);
            last = (rule.group, rule.sort);
        }
        text += &format!("{uses:>9}  {}\n", rule.text);
    }
    text
}

/// The program for people.
fn text(program: &Program, grammar: &Grammar) -> String {
    let mut text = String::new();
    let sources = program.sources(grammar).into_iter();
    for (name, source) in sources.filter(|(name, _)| name != modules::PRELUDE) {
        text += &format!("// {name}\n{source}");
    }
    for call in &program.calls {
        let arguments: Vec<String> = call.arguments.iter().map(trace::show).collect();
        text += &format!("// call: {}({})\n", call.id, arguments.join(", "));
    }
    text
}

fn write(folder: &Path, program: &Program, grammar: &Grammar) -> Result<()> {
    fs::create_dir_all(folder)?;
    for (name, source) in program.sources(grammar) {
        fs::write(folder.join(name), source)?;
    }
    Ok(())
}
