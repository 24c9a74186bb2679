//! What a build tells of what it has written: a line, or all of it with what keeps it.

mod html;

use crate::{Failure, print_line};
use clap::ValueEnum;
use microvium::Snapshot;
use microvium_format::Parts;
use microvium_format::image::{Field, HEADER_SIZE, Header, Section};
use microvium_snapshot::Item;
use microvium_snapshot::image::Sort;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::path::Path;

/// The form of a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Format {
    /// Lines for people.
    Text,
    /// JSON.
    Json,
    /// A page with a map of areas.
    Html,
}

/// A line on an image.
pub fn summary(snapshot: &Snapshot, target: &Path) -> String {
    let bytes = snapshot.bytes();
    let header = bytes.first_chunk::<HEADER_SIZE>().map(Header::parse);
    let needs = Parts(header.as_ref().map_or(0, |it| it.get(Field::Needs)));
    let ram = header.map_or((0, 0), |it| it.section(Section::Ram));
    let parts: Vec<&str> = (Parts::ALL.iter())
        .filter(|(part, ..)| needs.contains(*part))
        .map(|(_, name, _)| *name)
        .collect();
    format!(
        "{}: {} bytes; {} bytes of RAM when idle, besides the VM itself; needs {}",
        target.display(),
        bytes.len(),
        ram.1 - ram.0,
        match &parts[..] {
            [] => "no optional part".to_owned(),
            parts => parts.join(", "),
        }
    )
}

/// So many needs of a part are listed for people.
const SHOWN_NEEDS: usize = 5;

/// All that is in an image.
#[derive(Serialize)]
struct Report {
    bytes: usize,
    /// Bytes by module, the largest first: of code. What isn't code belongs to no module.
    modules: Vec<Group>,
    /// Bytes by sort, the largest first.
    sorts: Vec<Group>,
    /// Why it needs parts of the engine.
    needs: Vec<Need>,
    items: Vec<Entry>,
}

/// Something that needs a part of the engine.
#[derive(Serialize)]
struct Need {
    part: &'static str,
    what: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    /// What keeps it, from the root on.
    chain: Vec<String>,
}

#[derive(Serialize)]
struct Group {
    name: String,
    bytes: usize,
}

/// Something in the image.
#[derive(Serialize)]
struct Entry {
    sort: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    module: Option<String>,
    bytes: usize,
    /// Whether they are in RAM from the beginning.
    ram: bool,
    /// What keeps it, from the root on.
    chain: Vec<String>,
}

impl Report {
    fn new(snapshot: &Snapshot) -> Report {
        let items: Vec<Entry> = (snapshot.image.items.iter())
            .map(|item| entry(snapshot, item))
            .collect();
        let by = |name: fn(&Entry) -> Option<String>| {
            let mut groups: BTreeMap<String, usize> = BTreeMap::new();
            for item in &items {
                if let Some(name) = name(item) {
                    *groups.entry(name).or_default() += item.bytes;
                }
            }
            let groups = groups
                .into_iter()
                .map(|(name, bytes)| Group { name, bytes });
            let mut groups: Vec<Group> = groups.collect();
            groups.sort_by_key(|group| Reverse(group.bytes));
            groups
        };
        Report {
            bytes: snapshot.bytes().len(),
            modules: by(|item| item.module.clone()),
            sorts: by(|item| Some(item.sort.to_owned())),
            needs: snapshot
                .image
                .needs
                .iter()
                .map(|it| need(snapshot, it))
                .collect(),
            items,
        }
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for (title, groups) in [("by sort", &self.sorts), ("code by module", &self.modules)] {
            // Writing to a string can't fail.
            let _ = writeln!(text, "{title}:");
            for group in groups {
                let _ = writeln!(text, "  {:>6}  {}", group.bytes, group.name);
            }
        }
        let mut parts: Vec<&str> = self.needs.iter().map(|need| need.part).collect();
        parts.dedup();
        for part in parts {
            let _ = writeln!(text, "{part} is needed by:");
            let needs: Vec<&Need> = self.needs.iter().filter(|need| need.part == part).collect();
            for need in needs.iter().take(SHOWN_NEEDS) {
                let _ = writeln!(text, "  {need}");
            }
            if let Some(more) = needs.len().checked_sub(SHOWN_NEEDS).filter(|&it| it > 0) {
                let _ = writeln!(text, "  and {more} more, which JSON lists");
            }
        }
        let _ = writeln!(text, "all, with what keeps it:");
        for item in &self.items {
            let place = if item.ram { " (RAM)" } else { "" };
            let _ = write!(text, "  {:>6}  {}{place}", item.bytes, item.name);
            if !item.chain.is_empty() {
                let _ = write!(text, "  <- {}", reversed(&item.chain));
            }
            text.push('\n');
        }
        let _ = write!(text, "  {:>6}  in all", self.bytes);
        text
    }
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        if let Some(at) = &self.at {
            write!(f, " ({at})")?;
        }
        match &self.chain[..] {
            [] => Ok(()),
            chain => write!(f, "  <- {}", reversed(chain)),
        }
    }
}

fn need(snapshot: &Snapshot, need: &microvium_snapshot::needs::Need) -> Need {
    let part = Parts::ALL.iter().find(|(part, ..)| *part == need.part);
    let place = need.position.map(|at| snapshot.program.place(at));
    Need {
        part: part.map_or("", |(_, name, _)| name),
        what: need.what.clone(),
        at: place,
        chain: need.chain.clone(),
    }
}

/// A chain from its end.
fn reversed(chain: &[String]) -> String {
    let names: Vec<&str> = chain.iter().rev().map(String::as_str).collect();
    names.join(" <- ")
}

fn entry(snapshot: &Snapshot, item: &Item) -> Entry {
    let program = &snapshot.program;
    let module = match item.sort {
        Sort::Function(function) => {
            let file = program.functions[function].position.file;
            Some(program.files[file].name.clone())
        }
        _ => None,
    };
    let is_library = (module.as_deref()).is_some_and(microvium::is_library_module);
    Entry {
        sort: match item.sort {
            Sort::Function(_) if is_library => "library",
            Sort::Function(_) => "function",
            Sort::String => "string",
            Sort::Data => "data",
            Sort::Table => "table",
        },
        name: item.name.clone(),
        module,
        bytes: item.bytes,
        ram: item.ram,
        chain: item.chain.clone(),
    }
}

/// Prints the report.
pub fn print(snapshot: &Snapshot, target: &Path, format: Format) -> Result<(), Failure> {
    let report = Report::new(snapshot);
    print_line(&match format {
        Format::Text => report.text(),
        // Strings and numbers always have a JSON form.
        Format::Json => serde_json::to_string_pretty(&report).unwrap_or_default(),
        Format::Html => html::page(&report, &target.display().to_string()),
    })
}
