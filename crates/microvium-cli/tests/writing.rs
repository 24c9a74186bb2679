//! Where a build writes, and what becomes of the files where it can't.

mod common;

use common::{Folder, check};
use std::fs;

#[test]
fn outputs_go_to_folders_that_are_there() {
    let folder = Folder::spoiled("vmExport(1, 1);");
    check(
        &folder.fails(&["main.js", "-s", "none/main.mvm-bc"]),
        &[
            "error: can't write `none/main.mvm-bc",
            "there is no folder `none`",
        ],
    );
    let folder = Folder::with_main("vmExport(1, 1);");
    let message = folder.fails(&["main.js", "--no-snapshot", "--output-il"]);
    assert!(message.contains("cannot be used with"), "{message}");
}

#[test]
fn a_lost_line_of_output_is_a_failure() {
    let Some(full) = full_device() else { return };
    let folder = Folder::with_main("console.log('lost'); vmExport(1, () => 1);");
    let status = std::process::Command::new(env!("CARGO_BIN_EXE_microvium"))
        .arg("main.js")
        .current_dir(folder.path())
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(status.status.code(), Some(1));
    check(
        &String::from_utf8_lossy(&status.stderr),
        &["error: can't print"],
    );
    assert_eq!(folder.contents().len(), 1);
}

#[test]
fn nothing_that_is_printed_is_lost_without_a_word() {
    let folder = Folder::with_main("vmExport(1, () => 1);");
    folder.succeeds(&["main.js"]);
    for arguments in [
        &["--help"][..],
        &["--version"],
        &["run", "--help"],
        &["--completions", "bash"],
        &["inspect", "main.mvm-bc"],
        &["verify", "main.mvm-bc"],
        &["run", "main.mvm-bc", "--call", "1"],
        &["-e", "console.log(1)", "--no-snapshot"],
    ] {
        let Some(full) = full_device() else {
            return;
        };
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_microvium"))
            .args(arguments)
            .current_dir(folder.path())
            .stdout(full)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let message = String::from_utf8_lossy(&output.stderr);
        check(&message, &["error: can't print"]);
    }
}

/// As by `microvium inspect main.mvm-bc | head -1`.
#[cfg(unix)]
#[test]
fn a_command_whose_output_nobody_reads_ends_without_a_word() {
    let folder = Folder::with_main("vmExport(1, () => 1);");
    folder.succeeds(&["main.js"]);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_microvium"))
        .args(["inspect", "main.mvm-bc"])
        .current_dir(folder.path())
        .stdout(writer)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(141));
}

/// A device on which there is never room; only Linux has it.
fn full_device() -> Option<fs::File> {
    fs::OpenOptions::new().write(true).open("/dev/full").ok()
}

#[test]
fn outputs_that_cannot_be_written_leave_all_others_as_they_were() {
    let folder = Folder::spoiled("vmExport(1, () => 'of the later build');");
    check(
        &folder.fails(&["main.js", "-s", "missing/main.mvm-bc"]),
        &["error: can't write `missing/main.mvm-bc.map`"],
    );
    // The map's place is taken: the image must not be written either, nor the disassembly.
    fs::remove_file(folder.file("main.mvm-bc.map")).unwrap();
    folder.write("main.mvm-bc.map/file", "in the way");
    check(
        &folder.fails(&["main.js", "--output-disassembly"]),
        &["error: can't write `main.mvm-bc.map`"],
    );
    let folder = Folder::spoiled("vmExport(1, () => 'of the later build');");
    let mut permissions = fs::metadata(folder.file("main.mvm-bc"))
        .unwrap()
        .permissions();
    permissions.set_readonly(true);
    fs::set_permissions(folder.file("main.mvm-bc"), permissions).unwrap();
    check(
        &folder.fails(&["main.js", "--output-disassembly"]),
        &["error: can't write `main.mvm-bc`: permission denied"],
    );
}

#[test]
fn the_snapshot_never_replaces_a_source() {
    let folder = Folder::with(&[("main.js", "import './m.js';"), ("m.js", "export {};")]);
    let message = "error: an output would replace the source";
    check(
        &folder.fails(&["main.js", "-s", "main.js"]),
        &[message, "`main.js`"],
    );
    check(
        &folder.fails(&["main.js", "-s", "./m.js"]),
        &[message, "`m.js`"],
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_written_to_and_stays_one() {
    let folder = Folder::with_main("vmExport(1, () => 1);");
    check(
        &folder.fails(&["main.js", "-s", "/dev/full"]),
        &["error: can't write `/dev/full`: No space left"],
    );
    assert!(!fs::metadata("/dev/full").unwrap().is_file());
    check(
        &folder.fails(&["main.js", "-s", "/dev/null", "--output-disassembly"]),
        &["error: `/dev/null` is no regular file"],
    );
    folder.succeeds(&["main.js", "-s", "/dev/null"]);
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
    let printed = folder
        .command(&["main.js", "-s", "/dev/stdout"])
        .output()
        .unwrap()
        .stdout;
    folder.succeeds(&["main.js"]);
    assert_eq!(printed, folder.read("main.mvm-bc"));
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = Folder::with_main("vmExport(1, () => 1);");
    folder.write("elsewhere/image", "");
    std::os::unix::fs::symlink("elsewhere/image", folder.file("main.mvm-bc")).unwrap();
    assert_eq!(folder.build_and_call(&["1"]), "=> 1\n");
    assert!(folder.file("main.mvm-bc").is_symlink());
    assert!(!folder.read("elsewhere/image").is_empty());
}

/// A file system of 64 kB in a folder, while there is one: only root can make it.
#[cfg(target_os = "linux")]
struct Tiny(std::path::PathBuf);

#[cfg(target_os = "linux")]
impl Tiny {
    fn mount(place: std::path::PathBuf) -> Option<Tiny> {
        fs::create_dir(&place).unwrap();
        let mount = std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=64k", "none"])
            .arg(&place)
            .output();
        mount
            .is_ok_and(|it| it.status.success())
            .then_some(Tiny(place))
    }
}

#[cfg(target_os = "linux")]
impl Drop for Tiny {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg(&self.0).status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_everything_as_it_was() {
    let folder = Folder::with_main("vmExport(1, () => 'old');");
    let Some(_tiny) = Tiny::mount(folder.file("disk")) else {
        println!("left out: only root can mount a file system");
        return;
    };
    folder.succeeds(&["main.js", "-s", "disk/main.mvm-bc"]);
    folder.write("main.js", "const list = [];\nfor (let i = 0; i < 4000; i++) list.push('text ' + i);\nvmExport(1, i => list[i]);");
    let message = folder.fails(&["main.js", "-s", "disk/main.mvm-bc", "--output-disassembly"]);
    assert!(
        message.starts_with("error: can't write `disk/main.mvm-bc"),
        "{message}"
    );
    assert!(message.contains("No space left"), "{message}");
    assert_eq!(
        folder.succeeds(&["run", "disk/main.mvm-bc", "--call", "1"]),
        "=> \"old\"\n"
    );
}
