//! `microvium watch`.

mod common;

use common::Folder;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// A watching command, ended with the test.
struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn start(folder: &Folder, arguments: &[&str]) -> Watch {
        let mut child = Command::new(env!("CARGO_BIN_EXE_microvium"))
            .arg("watch")
            .args(arguments)
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command can be run");
        let (sender, lines) = channel();
        let streams: [Box<dyn std::io::Read + Send>; 2] = [
            Box::new(child.stdout.take().unwrap()),
            Box::new(child.stderr.take().unwrap()),
        ];
        for stream in streams {
            let sender = sender.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let _ = sender.send(line);
                }
            });
        }
        Watch { child, lines }
    }

    /// Waits for a line with this text.
    fn expect(&self, text: &str) {
        let mut seen = Vec::new();
        loop {
            match self.lines.recv_timeout(Duration::from_secs(60)) {
                Ok(line) if line.contains(text) => return,
                Ok(line) => seen.push(line),
                Err(error) => panic!("no `{text}` ({error}) but {seen:?}"),
            }
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn changes_of_any_source_are_built_and_called() {
    let folder = Folder::with(&[
        (
            "main.js",
            "import { n } from './lib/n.js'; vmExport(1, () => n);",
        ),
        ("lib/n.js", "export const n = 1;"),
    ]);
    let watch = Watch::start(&folder, &["main.js", "-q", "--call", "1"]);
    watch.expect("=> 1");
    watch.expect("waiting for changes");
    folder.write("lib/n.js", "export const n = 2;");
    watch.expect("`n.js` has changed");
    watch.expect("=> 2");
    watch.expect("waiting for changes");
    // An error is shown, and mended.
    folder.write("lib/n.js", "export const n = ;");
    watch.expect("error[syntax]");
    watch.expect("waiting for changes");
    folder.write("lib/n.js", "export const n = 3;");
    watch.expect("=> 3");
}
