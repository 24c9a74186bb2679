//! Runs a program in our engines: before the snapshot, after it in both widths, and with a snapshot between any two
//! calls, also while async functions wait.

use crate::program::{Call, WAITING};
use crate::trace::show;
use microvium::{Build, BuildError, Function, Loader, Machine, Resumed, RunError, Snapshot, Value};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

/// How often programs may ask for more time, at the top level and in each call.
pub const TICKS: u32 = 120;
/// The lines that programs may print; what comes behind is dropped.
pub const LINES: usize = 400;
/// Calls and jumps backwards that no program comes near.
const STEPS: u64 = 20_000_000;
/// The snapshots of a thorough program besides the first: there are programs of a dozen calls.
const CUTS: usize = 4;
/// Images from this size on are of programs that reach most of the library: each snapshot takes them seconds.
const LARGE: usize = 24 << 10;
/// What the narrow width may need at most: there are programs that only need too much.
const PEAK: usize = 40_000;

/// What came of a program in one engine.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// What it printed, the calls and what became of them among it.
    Lines(Vec<String>),
    /// It didn't build or wasn't restored, for this reason.
    Refused(String),
    /// The toolchain or the engine panicked.
    Panicked,
    /// It needed more memory than the engine has.
    TooLarge,
}

/// What came of a program in all of our engines.
#[derive(Default)]
pub struct Outcomes {
    /// By the name of the engine.
    pub all: Vec<(&'static str, Outcome)>,
    /// Whether one of them has thrown that something isn't supported.
    pub met_unsupported: bool,
    /// The snapshots between two calls.
    pub cuts: usize,
    /// Those of them that were taken while an async function waited.
    pub waiting: usize,
}

impl Outcomes {
    fn push(&mut self, outcome: (&'static str, Outcome)) {
        self.all.push(outcome);
    }
}

/// Runs a program in all of our engines; if it isn't a thorough one, not in the wide width after the snapshot, and with one
/// snapshot between its calls instead of several.
pub fn run(
    sources: &BTreeMap<String, String>,
    calls: &[Call],
    thoroughly: Thoroughness,
) -> Outcomes {
    let mut outcomes = Outcomes::default();
    microvium::met_unsupported();
    let done = catch_unwind(AssertUnwindSafe(|| {
        run_each(sources, calls, thoroughly, &mut outcomes);
    }));
    if done.is_err() {
        outcomes.push(("toolchain", Outcome::Panicked));
    }
    outcomes.met_unsupported = microvium::met_unsupported();
    outcomes
}

fn run_each(
    sources: &BTreeMap<String, String>,
    calls: &[Call],
    thoroughly: Thoroughness,
    outcomes: &mut Outcomes,
) {
    microvium::limit_memory(64 << 20);
    let host = Host::default();
    let mut build = match Build::new(Box::new(|_, _| {}), STEPS) {
        Ok(build) => build,
        Err(error) => return outcomes.push(("build", Outcome::Refused(error.to_string()))),
    };
    for (id, function) in host.imports() {
        build.bind_import(id, function);
    }
    match build.evaluate("main.js", &mut Sources(sources)) {
        Ok(()) => {}
        Err(BuildError::Uncaught { thrown, .. }) => {
            host.add(threw(thrown.name.as_deref()));
            return outcomes.push(("build", Outcome::Lines(host.lines())));
        }
        Err(error) => return outcomes.push(("build", Outcome::Refused(error.to_string()))),
    }
    let top_level = host.lines();
    let snapshot = build.snapshot();
    let is_large = matches!(&snapshot, Ok(snapshot) if snapshot.bytes().len() >= LARGE);
    let mut cuts = Vec::new();
    let mut outcome = Outcome::Lines(top_level.clone());
    for (index, call) in calls.iter().enumerate() {
        if !is_large && thoroughly.is_cut(index, calls.len()) {
            let waiting = match build.exports().contains(&WAITING) {
                true => build.call(WAITING, &[]).ok(),
                false => None,
            };
            outcomes.cuts += 1;
            outcomes.waiting += usize::from(waiting == Some(Value::Boolean(true)));
            cuts.push((index, host.lines(), build.snapshot()));
        }
        outcome = make_calls(&host, std::slice::from_ref(call), |call| {
            call_build(&mut build, call)
        });
        if !matches!(outcome, Outcome::Lines(_)) {
            break;
        }
    }
    outcomes.push(("build", outcome));
    let snapshot = match snapshot {
        Ok(snapshot) => snapshot,
        Err(error) => return outcomes.push(("snapshot", Outcome::Refused(error.to_string()))),
    };

    if thoroughly == Thoroughness::All {
        let outcome = in_wide(&snapshot, top_level.clone(), calls);
        outcomes.push(("wide", outcome));
    }
    drop(build);
    outcomes.push(("narrow", in_narrow(&snapshot, top_level, calls)));
    for (index, so_far, snapshot) in cuts {
        outcomes.push(match snapshot {
            Ok(snapshot) => ("cut", in_narrow(&snapshot, so_far, &calls[index..])),
            Err(error) => ("cut", Outcome::Refused(error.to_string())),
        });
    }
}

/// How much is done with a program.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Thoroughness {
    /// It runs in all engines, with several snapshots between its calls.
    All,
    /// It doesn't run in the wide width after the snapshot. There is one more snapshot, before the call of this number, modulo
    /// how many there are.
    OneCut(u64),
}

impl Thoroughness {
    /// Every fourth program is a thorough one: most of the time goes into snapshots, and more programs find more.
    pub fn of(index: u64) -> Thoroughness {
        match index % 4 {
            0 => Thoroughness::All,
            _ => Thoroughness::OneCut(index / 4),
        }
    }

    /// Whether there is a snapshot before a call; never before the first. If calls are many, not before each of them.
    fn is_cut(self, index: usize, calls: usize) -> bool {
        let places = calls.saturating_sub(1);
        match self {
            _ if index == 0 => false,
            Thoroughness::All => {
                let cuts = places.min(CUTS);
                (index * cuts) / places > ((index - 1) * cuts) / places
            }
            Thoroughness::OneCut(number) => index as u64 == 1 + number % places as u64,
        }
    }
}

/// Goes on with a program in the wide width, in the same process.
fn in_wide(snapshot: &Snapshot, lines: Vec<String>, calls: &[Call]) -> Outcome {
    let host = Host::begin(lines);
    match Resumed::restore(snapshot, host.imports()) {
        Ok(mut resumed) => {
            resumed.limit_steps(STEPS);
            make_calls(&host, calls, |call| {
                of_run(resumed.call(call.id, &call.arguments))
            })
        }
        Err(error) => Outcome::Refused(error.to_string()),
    }
}

/// Goes on with a program in the narrow width, where it has printed these lines.
fn in_narrow(snapshot: &Snapshot, lines: Vec<String>, calls: &[Call]) -> Outcome {
    microvium::limit_memory(64 << 20);
    let host = Host::begin(lines);
    match Machine::restore(snapshot.bytes(), host.imports()) {
        Ok(mut machine) => {
            machine.limit_steps(STEPS);
            let lines = make_calls(&host, calls, |call| {
                of_run(machine.call(call.id, &call.arguments))
            });
            match machine.statistics().peak > PEAK {
                true => Outcome::TooLarge,
                false => lines,
            }
        }
        Err(error) => Outcome::Refused(error.to_string()),
    }
}

/// The result of a call, or the class of error that it ended with.
type Returned = Result<Result<Value, String>, Option<String>>;

fn call_build(build: &mut Build, call: &Call) -> Returned {
    match build.call(call.id, &call.arguments) {
        Err(BuildError::Uncaught { thrown, .. }) => Err(thrown.name),
        result => Ok(result.map_err(|error| error.to_string())),
    }
}

fn of_run(result: Result<Value, RunError>) -> Returned {
    match result {
        Err(RunError::Uncaught(thrown)) => Err(thrown.name),
        Err(RunError::NotAFunction { .. }) => Err(Some("TypeError".to_owned())),
        result => Ok(result.map_err(|error| error.to_string())),
    }
}

fn make_calls(host: &Host, calls: &[Call], mut make: impl FnMut(&Call) -> Returned) -> Outcome {
    for call in calls {
        host.add(format!("call {}", call.id));
        host.ticks.set(TICKS);
        match make(call) {
            Ok(Ok(result)) => host.add(format!("returned {}", show(&result))),
            Ok(Err(message)) => return Outcome::Refused(message),
            Err(name) => host.add(threw(name.as_deref())),
        }
    }
    Outcome::Lines(host.lines())
}

fn threw(name: Option<&str>) -> String {
    format!("threw {}", name.unwrap_or("a value"))
}

/// What programs import.
#[derive(Clone)]
struct Host {
    lines: Rc<RefCell<Vec<String>>>,
    ticks: Rc<Cell<u32>>,
}

impl Default for Host {
    fn default() -> Host {
        Host::begin(Vec::new())
    }
}

impl Host {
    fn begin(lines: Vec<String>) -> Host {
        Host {
            lines: Rc::new(RefCell::new(lines)),
            ticks: Rc::new(Cell::new(TICKS)),
        }
    }

    fn add(&self, line: String) {
        self.lines.borrow_mut().push(line);
    }

    fn lines(&self) -> Vec<String> {
        self.lines.borrow().clone()
    }

    fn imports(&self) -> BTreeMap<u16, Function> {
        let host = self.clone();
        let print: Function = Box::new(move |arguments| {
            if host.lines.borrow().len() < LINES {
                host.add(show(arguments.first().unwrap_or(&Value::Undefined)));
            }
            Ok(Value::Undefined)
        });
        let ticks = self.ticks.clone();
        let tick: Function = Box::new(move |_| {
            let is_over = ticks.get() == 0;
            ticks.set(ticks.get().saturating_sub(1));
            Ok(Value::Boolean(is_over))
        });
        BTreeMap::from([(1, print), (2, tick)])
    }
}

/// The modules of a program.
struct Sources<'a>(&'a BTreeMap<String, String>);

impl Loader for Sources<'_> {
    fn resolve(&mut self, _importer: &str, specifier: &str) -> Result<String, String> {
        Ok(specifier.trim_start_matches("./").to_owned())
    }

    fn load(&mut self, name: &str) -> Result<String, String> {
        let source = self.0.get(name).cloned();
        source.ok_or_else(|| "there is no such module".to_owned())
    }
}
