//! `microvium watch`.

mod common;

use common::Folder;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// How long a line may take: only one that never comes takes longer, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(300);

/// Changes a file at once, so that no build sees half of it.
fn replace(folder: &Folder, name: &str, text: &str) {
    let new = format!("{name}~");
    folder.write(&new, text);
    std::fs::rename(folder.file(&new), folder.file(name)).expect("a file can be renamed");
}

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

    /// The next lines, ordered: they come by two ways.
    fn next(&self, count: usize) -> Vec<String> {
        let next = || self.lines.recv_timeout(PATIENCE);
        let lines = (0..count).map(|_| next().expect("there is another line"));
        let mut lines: Vec<String> = lines.collect();
        lines.sort();
        lines
    }

    /// Waits until each of these texts has been seen in a line, in any order: they come by two ways.
    fn expect(&self, texts: &[&str]) {
        let mut missing = texts.to_vec();
        let mut seen = Vec::new();
        while !missing.is_empty() {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => {
                    missing.retain(|text| !line.contains(text));
                    seen.push(line);
                }
                Err(error) => panic!("no {missing:?} ({error}) in {seen:?}"),
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
    watch.expect(&["=> 1", "waiting for changes"]);
    replace(&folder, "lib/n.js", "export const n = 2;");
    watch.expect(&["`n.js` has changed", "=> 2", "waiting for changes"]);
    // An error is shown, and mended.
    replace(&folder, "lib/n.js", "export const n = ;");
    watch.expect(&["error[syntax]", "waiting for changes"]);
    replace(&folder, "lib/n.js", "export const n = 3;");
    watch.expect(&["=> 3"]);
}

#[test]
fn a_change_while_it_is_built_for_the_first_time_is_seen() {
    let slow = "console.log('begun'); for (let i = 0; i < 1e6; i++); vmExport(1, () => 1);";
    let folder = Folder::with_main(slow);
    let watch = Watch::start(&folder, &["main.js", "-q", "--call", "1"]);
    watch.expect(&["begun"]);
    replace(&folder, "main.js", "vmExport(1, () => 2);");
    watch.expect(&["=> 1", "`main.js` has changed", "=> 2"]);
}

#[test]
fn only_what_the_outcome_depends_on_is_a_change() {
    let folder = Folder::with(&[
        (
            "main.js",
            "import * as fs from 'fs';
            const n = +fs.readFileSync('n.txt', 'utf8');
            fs.writeFileSync('out.js', 'written');
            vmExport(1, () => n);",
        ),
        ("n.txt", "1"),
        ("other.js", ""),
    ]);
    let watch = Watch::start(&folder, &["main.js", "-q", "--call", "1"]);
    assert_eq!(watch.next(2), ["=> 1", "waiting for changes"]);
    folder.read("main.js");
    folder.write("other.js", "1");
    std::thread::sleep(Duration::from_millis(500));
    replace(&folder, "n.txt", "2");
    let expected = ["=> 2", "`n.txt` has changed", "waiting for changes"];
    assert_eq!(watch.next(3), expected);
}

#[test]
fn what_is_in_a_folder_that_was_listed_is_watched() {
    let folder = Folder::with(&[
        (
            "main.js",
            "import * as fs from 'fs';
            const names = fs.readdirSync('assets').join();
            vmExport(1, () => names);",
        ),
        ("assets/a", ""),
    ]);
    let watch = Watch::start(&folder, &["main.js", "-q", "--call", "1"]);
    watch.expect(&["=> \"a\"", "waiting for changes"]);
    folder.write("assets/b", "");
    watch.expect(&["`b` has changed", "=> \"a,b\"", "waiting for changes"]);
    // The build's own outputs are in this one; what they are changes nothing any more.
    replace(
        &folder,
        "main.js",
        "import * as fs from 'fs'; const names = fs.readdirSync('.').join(); vmExport(1, () => names);",
    );
    let names = "assets,main.js,main.mvm-bc,main.mvm-bc.map";
    watch.expect(&[&format!("=> \"{names}\""), "waiting for changes"]);
}
