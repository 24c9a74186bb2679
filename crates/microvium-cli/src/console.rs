//! What scripts print.

use crate::{Failure, print_line};
use microvium::Stream;
use std::cell::RefCell;
use std::rc::Rc;

/// Where scripts print. A script can't know that its output is lost, so the build fails in its place.
#[derive(Clone, Default)]
pub struct Console(Rc<RefCell<Option<Failure>>>);

impl Console {
    /// Prints a line.
    pub fn print(&self, stream: Stream, line: &str) {
        match stream {
            Stream::Out => {
                if let Err(failure) = print_line(line) {
                    self.0.borrow_mut().get_or_insert(failure);
                }
            }
            Stream::Error => crate::complain(line),
        }
    }

    /// Fails if a line was lost.
    pub fn check(&self) -> Result<(), Failure> {
        self.0.borrow_mut().take().map_or(Ok(()), Err)
    }
}
