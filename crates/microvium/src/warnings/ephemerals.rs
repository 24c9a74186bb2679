//! Functions that exist only before the snapshot, where code that a snapshot holds may call them: nothing but the call itself will
//! throw.

use super::{Code, Warned};
use microvium_analysis::Facts;
use microvium_compiler::{Diagnostic, Finding};
use microvium_ir::{FileId, Graph, Node, SourceFile, Text, Value};
use std::collections::BTreeSet;

/// A warning for each function that calls such a function and nothing else there, and for each that only the library or the host
/// may call.
pub(super) fn warnings(code: &Code<'_>, graph: &Graph, facts: &Facts) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    let mut warned = Warned::default();
    let mut placed = BTreeSet::new();
    let mut others = BTreeSet::new();
    for &(place, function, node) in &facts.ephemeral_calls {
        let Node::Ephemeral(name) = &graph.nodes[node] else {
            continue;
        };
        // Where something else may be called too, it may be all that ever is.
        if !code.holds(place) || facts.other_calls.contains(&(place, function)) {
            continue;
        }
        if code.is_library(place) {
            others.insert((name, "the library may call it".to_owned()));
            continue;
        }
        placed.insert(name);
        let function = code.function(function);
        if !warned.is_first(function) {
            continue;
        }
        let caller = match function.name.as_str() {
            "" => "a function without a name".to_owned(),
            name => format!("`{name}`"),
        };
        let name = name.to_display();
        let file = code.file(place);
        let span = span(file, place.offset, &name);
        let details = &[&*name, &format!("{caller} calls it")];
        let warning = Diagnostic::new(Finding::Ephemeral, file, span, details);
        warnings.push(warning.help(way_out(&name)));
    }
    for (id, value) in &graph.exports {
        if let Value::Node(node) = value
            && let Node::Ephemeral(name) = &graph.nodes[*node]
        {
            others.insert((name, format!("it is export {id}")));
        }
    }
    let unplaced = others
        .into_iter()
        .filter(|(name, _)| !placed.contains(name));
    warnings.extend(unplaced.map(|(name, who): (&Text, String)| {
        let file = &code.program.files[FileId::new(0)];
        let name = name.to_display();
        let details = &[&*name, &*who];
        let warning = Diagnostic::without_place(Finding::Ephemeral, file, details);
        warning.help(way_out(&name))
    }));
    warnings
}

fn way_out(name: &str) -> String {
    match name.strip_prefix("console.") {
        Some(_) => format!(
            "`{name} = vmImport(1, {name});` at the top level has import 1 print on the device, and before that what prints now"
        ),
        None => "call it before the snapshot: at the top level, say".to_owned(),
    }
}

/// Where a callee of this name is called: with the object that it is a member of, if that stands there.
fn span(file: &SourceFile, offset: u32, name: &str) -> std::ops::Range<u32> {
    let at = offset as usize;
    let (before, after) = file.text.split_at_checked(at).unwrap_or(("", ""));
    let object = name.rfind('.').map_or("", |dot| &name[..=dot]);
    let member = &name[object.len()..];
    if !after.starts_with(member) {
        return offset..offset;
    }
    let start = match before.ends_with(object) {
        true => at - object.len(),
        false => at,
    };
    start as u32..(at + member.len()) as u32
}
