//! What a build tells of what it has written.

use microvium::Snapshot;
use microvium_format::Parts;
use microvium_format::image::{Field, HEADER_SIZE, Header, Section};
use std::path::Path;

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
