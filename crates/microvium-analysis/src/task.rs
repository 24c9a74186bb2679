//! What is to be done: each instruction that may run, and each use of something by the host, is looked at again when a
//! place that it has read grows.

use crate::place::Accessor;
use crate::thing::Thing;
use microvium_ir::{BlockId, FunctionId};
use rustc_hash::FxHashSet;

/// Something that reads places and adds to others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Task {
    /// The host starts functions that end later.
    Later,
    /// The host does what it may with what it has.
    Host(Thing),
    /// Getters of what is read are called: each once, however often it is read.
    Getter(Accessor),
    /// Setters of what is written.
    Setter(Accessor),
    /// An instruction of a block; behind the last one its terminator, and then its handler.
    Step(FunctionId, BlockId, u32),
}

/// Names a task.
pub type TaskId = u32;

/// All tasks.
pub struct Tasks {
    all: Vec<Task>,
    /// A bit for each that waits.
    waiting: Vec<u64>,
    /// Those before it have had their turn in this round.
    next: usize,
    /// The blocks whose steps are among them.
    reached: FxHashSet<(FunctionId, BlockId)>,
}

impl Tasks {
    pub fn new() -> Tasks {
        let mut tasks = Tasks {
            all: Vec::new(),
            waiting: Vec::new(),
            next: 0,
            reached: FxHashSet::default(),
        };
        tasks.start(Task::Later);
        tasks
    }

    /// There is one more.
    pub fn start(&mut self, task: Task) {
        let id = self.all.len() as TaskId;
        self.all.push(task);
        self.wake(id);
    }

    /// A block may run, which has so many instructions.
    pub fn reach(&mut self, function: FunctionId, block: BlockId, instructions: usize) {
        if self.reached.insert((function, block)) {
            for at in 0..instructions as u32 + 2 {
                self.start(Task::Step(function, block, at));
            }
        }
    }

    /// A task is to be done again.
    pub fn wake(&mut self, id: TaskId) {
        let at = id as usize / 64;
        if at >= self.waiting.len() {
            self.waiting.resize(at + 1, 0);
        }
        self.waiting[at] |= 1 << (id % 64);
    }

    /// The next one that waits. They take turns in the order in which they were started, which is mostly that in which
    /// values flow.
    pub fn take(&mut self) -> Option<(TaskId, Task)> {
        let id = self.find(self.next).or_else(|| self.find(0))?;
        self.waiting[id / 64] &= !(1 << (id % 64));
        self.next = id + 1;
        Some((id as TaskId, self.all[id]))
    }

    fn find(&self, from: usize) -> Option<usize> {
        let first = self.waiting.get(from / 64)? & (u64::MAX << (from % 64));
        let rest = self.waiting.iter().copied().skip(from / 64 + 1);
        let mut words = std::iter::once(first).chain(rest).zip(from / 64..);
        let (word, at) = words.find(|(word, _)| *word != 0)?;
        Some(at * 64 + word.trailing_zeros() as usize)
    }
}
