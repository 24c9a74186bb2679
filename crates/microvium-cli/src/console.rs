//! What scripts print.

use crate::{Failure, print_line};
use microvium::Stream;
use std::cell::RefCell;
use std::rc::Rc;

/// Where scripts print. A script can't know that its output is lost, so the build fails in its place.
#[derive(Clone, Default)]
pub struct Console {
    failure: Rc<RefCell<Option<Failure>>>,
    /// Whether all goes to stderr.
    is_aside: bool,
}

impl Console {
    /// One that leaves stdout to something else.
    pub fn aside() -> Console {
        Console {
            is_aside: true,
            ..Console::default()
        }
    }

    /// Prints a line.
    pub fn print(&self, stream: Stream, line: &str) {
        match stream {
            Stream::Out if !self.is_aside => {
                if let Err(failure) = print_line(line) {
                    self.failure.borrow_mut().get_or_insert(failure);
                }
            }
            _ => crate::complain(line),
        }
    }

    /// Fails if a line was lost.
    pub fn check(&self) -> Result<(), Failure> {
        self.failure.borrow_mut().take().map_or(Ok(()), Err)
    }
}
