//! A folder with scripts in it, and the command run there.
#![allow(dead_code, reason = "not every test file has a use for all of it")]

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder of a test's own, which goes with it.
pub struct Folder(TempDir);

impl Folder {
    /// With these files.
    pub fn with(files: &[(&str, &str)]) -> Folder {
        let folder = Folder(tempfile::tempdir().expect("there is room for a folder"));
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    /// With a `main.js` alone.
    pub fn with_main(source: &str) -> Folder {
        Folder::with(&[("main.js", source)])
    }

    /// One whose outputs are there from an earlier build, all three, and whose `main.js` is now this.
    pub fn spoiled(source: &str) -> Folder {
        let folder = Folder::with_main("vmExport(1, () => 'of the earlier build');");
        folder.succeeds(&["main.js", "--output-disassembly"]);
        folder.write("main.js", source);
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.file(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("folders");
        fs::write(path, bytes).expect("a file can be written");
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.file(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// All files, folders aside.
    pub fn contents(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        fn add(folder: &Path, contents: &mut BTreeMap<PathBuf, Vec<u8>>) {
            for entry in fs::read_dir(folder).expect("the folder can be read") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    add(&path, contents);
                } else if path.exists() {
                    let bytes = fs::read(&path).expect("a file can be read");
                    contents.insert(path, bytes);
                }
            }
        }
        let mut contents = BTreeMap::new();
        add(self.path(), &mut contents);
        contents
    }

    /// The command, in this folder.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_microvium"));
        command.current_dir(self.path()).args(arguments);
        // Only for what never ends: a busy machine may be slow.
        command.timeout(std::time::Duration::from_secs(600));
        command
    }

    /// Runs it and expects success, and no word on stderr but a build's report; returns what it printed.
    pub fn succeeds(&self, arguments: &[&str]) -> String {
        let assert = self.command(arguments).assert().success();
        let reports = text(&assert.get_output().stderr);
        let is_report = |line: &str| line.contains("bytes of RAM when idle");
        assert!(reports.lines().all(is_report), "{reports}");
        text(&assert.get_output().stdout)
    }

    /// Runs it and expects a failure as every failure must be: exit code 1, nothing on stdout, no file
    /// changed, made or removed. Returns the message.
    pub fn fails(&self, arguments: &[&str]) -> String {
        let before = self.contents();
        let assert = self.command(arguments).assert().code(1).stdout("");
        let message = text(&assert.get_output().stderr);
        assert!(!message.trim().is_empty(), "it failed without a message");
        assert!(!message.contains("panicked"), "{message}");
        assert!(self.contents() == before, "files changed; {message}");
        message
    }

    /// Builds `main.js` and makes calls; returns what both printed.
    pub fn build_and_call(&self, calls: &[&str]) -> String {
        let printed = self.succeeds(&["main.js"]);
        printed + &self.succeeds(&run(calls))
    }
}

/// The arguments of `run main.mvm-bc` with these calls.
pub fn run<'a>(calls: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = vec!["run", "main.mvm-bc"];
    for call in calls {
        arguments.extend(["--call", call]);
    }
    arguments
}

/// What a run that went as expected wrote to stderr.
pub fn stderr(assert: &Assert) -> String {
    text(&assert.get_output().stderr)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

/// A message begins with the first text, and contains the others.
pub fn check(message: &str, expected: &[&str]) {
    assert!(message.starts_with(expected[0]), "{message}");
    for text in expected {
        assert!(message.contains(text), "`{text}` isn't in: {message}");
    }
}
