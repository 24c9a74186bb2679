//! The module `fs` of scripts at build time: files within the root. What a script writes it can read at
//! once, but it reaches the disk with the build's other outputs: all of them, or none.

use crate::Failure;
use crate::output::Outputs;
use microvium::{Build, BuildError, Function, Value};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

/// The files of a build.
pub struct Files {
    /// What scripts may read and write; absolute, without links.
    root: PathBuf,
    /// Where relative paths begin: the main script's folder.
    folder: PathBuf,
    written: RefCell<BTreeMap<PathBuf, Vec<u8>>>,
    made: RefCell<BTreeSet<PathBuf>>,
    /// What scripts have read or looked for, with what was in it: of a folder, its listing. None if it wasn't read, or wasn't
    /// there.
    asked: RefCell<BTreeMap<PathBuf, Option<Vec<u8>>>>,
}

impl Files {
    /// Files within a root. Both paths are absolute and without links.
    pub fn new(root: PathBuf, folder: PathBuf) -> Rc<Files> {
        Rc::new(Files {
            root,
            folder,
            written: RefCell::default(),
            made: RefCell::default(),
            asked: RefCell::default(),
        })
    }

    /// Lets the scripts of a build import them as `fs`.
    pub fn define(self: &Rc<Self>, build: &mut Build) -> Result<(), BuildError> {
        type Method = fn(&Files, &[Value]) -> Result<Value, String>;
        let methods: [(&str, Method); 5] = [
            ("readFileSync", Files::read),
            ("readdirSync", Files::list),
            ("writeFileSync", Files::write),
            ("existsSync", Files::exists),
            ("mkdirSync", Files::make),
        ];
        let functions = methods.map(|(name, method)| {
            let files = self.clone();
            let function: Function = Box::new(move |arguments| method(&files, arguments));
            (name, function)
        });
        build.define_module("fs", functions.into())
    }

    /// Adds what scripts have written to the outputs.
    pub fn write_to(&self, outputs: &mut Outputs) -> Result<(), Failure> {
        for folder in self.made.borrow().iter() {
            outputs.make_folder(folder)?;
        }
        for (path, bytes) in self.written.borrow().iter() {
            outputs.add(path, bytes)?;
        }
        Ok(())
    }

    /// The files, there or not, that scripts have asked for without having written them.
    pub fn asked(&self) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        let written = self.written.borrow();
        let mut asked = self.asked.borrow().clone();
        asked.retain(|path, _| !written.contains_key(path));
        asked
    }

    fn read(&self, arguments: &[Value]) -> Result<Value, String> {
        let name = path_argument("readFileSync", arguments)?;
        let path = self.find(&name)?;
        self.asked.borrow_mut().insert(path.clone(), None);
        let is_text = encoding(arguments.get(1))?;
        let bytes = match self.written.borrow().get(&path) {
            Some(bytes) => bytes.clone(),
            None => {
                let bytes = fs::read(&path).map_err(|error| reason("open", &name, &error))?;
                let mut asked = self.asked.borrow_mut();
                asked.insert(path, Some(bytes.clone()));
                bytes
            }
        };
        if !is_text {
            return Ok(Value::Bytes(bytes));
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Value::String(text.as_str().into())),
            Err(_) => Err(format!("readFileSync: `{name}` isn't UTF-8")),
        }
    }

    fn write(&self, arguments: &[Value]) -> Result<Value, String> {
        let name = path_argument("writeFileSync", arguments)?;
        let path = self.find(&name)?;
        encoding(arguments.get(2))?;
        let bytes = match arguments.get(1) {
            Some(Value::String(text)) => text.to_display().into_bytes(),
            Some(Value::Bytes(bytes)) => bytes.clone(),
            _ => {
                let message = "writeFileSync: the second argument must be a string or a Uint8Array";
                return Err(message.to_owned());
            }
        };
        if path.is_dir() || self.made.borrow().contains(&path) {
            return Err(format!("EISDIR: `{name}` is a folder"));
        }
        self.needs_parent(&name, &path)?;
        self.written.borrow_mut().insert(path, bytes);
        Ok(Value::Undefined)
    }

    fn list(&self, arguments: &[Value]) -> Result<Value, String> {
        let name = path_argument("readdirSync", arguments)?;
        if let Some(Value::Object(options)) = arguments.get(1)
            && let Some((key, _)) = options
                .iter()
                .find(|(key, _)| key.as_bytes() != b"encoding")
        {
            return Err(format!(
                "readdirSync: the option `{}` isn't supported",
                key.to_display()
            ));
        }
        encoding(arguments.get(1))?;
        let path = self.find(&name)?;
        self.asked.borrow_mut().insert(path.clone(), None);
        let made = self.made.borrow();
        let mut names = match names(&path) {
            Ok(names) => names,
            Err(_) if made.contains(&path) => BTreeSet::new(),
            Err(error) => return Err(reason("scandir", &name, &error)),
        };
        let listing = listing(&names);
        self.asked.borrow_mut().insert(path.clone(), Some(listing));
        let written = self.written.borrow();
        let own = made.iter().chain(written.keys());
        let own = own.filter(|it| it.parent() == Some(&path));
        names.extend(own.filter_map(|it| Some(it.file_name()?.to_string_lossy().into_owned())));
        let names = names.iter().map(|it| Value::String(it.as_str().into()));
        Ok(Value::Array(names.collect()))
    }

    fn exists(&self, arguments: &[Value]) -> Result<Value, String> {
        let name = path_argument("existsSync", arguments)?;
        // What is outside of the root isn't there, as far as a script can know.
        let found = self.find(&name).is_ok_and(|path| {
            let found = path.exists()
                || self.written.borrow().contains_key(&path)
                || self.made.borrow().contains(&path);
            self.asked.borrow_mut().entry(path).or_default();
            found
        });
        Ok(Value::Boolean(found))
    }

    fn make(&self, arguments: &[Value]) -> Result<Value, String> {
        let name = path_argument("mkdirSync", arguments)?;
        let path = self.find(&name)?;
        let recursive = match arguments.get(1) {
            Some(Value::Object(options)) => options.iter().any(|(key, value)| {
                key.as_bytes() == b"recursive" && *value == Value::Boolean(true)
            }),
            _ => false,
        };
        let is_folder = path.is_dir() || self.made.borrow().contains(&path);
        if is_folder && recursive {
            return Ok(Value::Undefined);
        }
        if is_folder || path.exists() || self.written.borrow().contains_key(&path) {
            return Err(format!("EEXIST: `{name}` is there already"));
        }
        if !recursive {
            self.needs_parent(&name, &path)?;
        }
        let missing = path.ancestors().take_while(|folder| !folder.exists());
        self.made.borrow_mut().extend(missing.map(Path::to_owned));
        Ok(Value::Undefined)
    }

    fn needs_parent(&self, name: &str, path: &Path) -> Result<(), String> {
        match path.parent() {
            Some(parent) if parent.is_dir() || self.made.borrow().contains(parent) => Ok(()),
            _ => Err(format!("ENOENT: the folder of `{name}` isn't there")),
        }
    }

    /// The path without links of what a script names, which is within the root.
    fn find(&self, name: &str) -> Result<PathBuf, String> {
        let mut path = self.folder.clone();
        for component in Path::new(name).components() {
            match component {
                Component::CurDir => continue,
                Component::ParentDir => {
                    path.pop();
                }
                component => path.push(component),
            }
            if path.symlink_metadata().is_ok() {
                path = path
                    .canonicalize()
                    .map_err(|error| reason("open", name, &error))?;
            }
        }
        match path.starts_with(&self.root) {
            true => Ok(path),
            false => Err(format!(
                "EACCES: `{name}` is outside of the folder that scripts may use; `--root` sets another one"
            )),
        }
    }
}

/// What is in a folder.
fn names(folder: &Path) -> std::io::Result<BTreeSet<String>> {
    fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect()
}

fn listing(names: &BTreeSet<String>) -> Vec<u8> {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.join("\0").into_bytes()
}

/// What is in a file now, or the listing of a folder.
pub fn contents(path: &Path) -> std::io::Result<Vec<u8>> {
    match path.is_dir() {
        true => names(path).map(|it| listing(&it)),
        false => fs::read(path),
    }
}

fn path_argument(function: &str, arguments: &[Value]) -> Result<String, String> {
    match arguments.first() {
        Some(Value::String(path)) => Ok(path.to_display()),
        _ => Err(format!("{function}: the path must be a string")),
    }
}

/// Whether an argument asks for text, as a string or as the option `encoding`.
fn encoding(argument: Option<&Value>) -> Result<bool, String> {
    let name = match argument {
        Some(Value::Object(options)) => {
            let found = options
                .iter()
                .find(|(key, _)| key.as_bytes() == b"encoding");
            found.map(|(_, value)| value)
        }
        other => other,
    };
    match name {
        None | Some(Value::Undefined | Value::Null) => Ok(false),
        Some(Value::String(name)) => match &*name.to_display().to_lowercase() {
            "utf8" | "utf-8" => Ok(true),
            other => Err(format!(
                "the encoding `{other}` isn't supported; use `utf8`"
            )),
        },
        Some(_) => Err("the encoding must be a string".to_owned()),
    }
}

/// In the words of node.
fn reason(doing: &str, name: &str, error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => {
            format!("ENOENT: no such file or directory, {doing} '{name}'")
        }
        std::io::ErrorKind::IsADirectory => {
            format!("EISDIR: illegal operation on a directory, read '{name}'")
        }
        std::io::ErrorKind::NotADirectory => format!("ENOTDIR: not a directory, {doing} '{name}'"),
        std::io::ErrorKind::PermissionDenied => {
            format!("EACCES: permission denied, {doing} '{name}'")
        }
        _ => format!("can't {doing} '{name}': {error}"),
    }
}
