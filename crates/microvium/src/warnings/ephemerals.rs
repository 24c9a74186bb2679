//! Functions that exist only before the snapshot, where code that a snapshot holds may call them: warnings, as nothing but
//! the call itself will throw.

use microvium_analysis::Facts;
use microvium_compiler::{Diagnostic, Finding};
use microvium_ir::{FileId, Graph, Node, Position, Program, SourceFile, Text, Value};
use std::collections::BTreeSet;

/// A warning for each function that calls such a function and nothing else there, if the call is in the image, whose code comes from these
/// places; and for each that only the library or the host may call.
pub(crate) fn warnings(
    program: &Program,
    graph: &Graph,
    facts: &Facts,
    kept: &BTreeSet<Position>,
) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    let mut warned = BTreeSet::new();
    let mut placed = BTreeSet::new();
    let mut others = BTreeSet::new();
    for &(position, function, node) in &facts.ephemeral_calls {
        let Node::Ephemeral(name) = &graph.nodes[node] else {
            continue;
        };
        // Where something else may be called too, it may be all that ever is.
        if !kept.contains(&position) || facts.other_calls.contains(&(position, function)) {
            continue;
        }
        let file = &program.files[position.file];
        if crate::is_library_module(&file.name) {
            others.insert((name, "the library may call it".to_owned()));
            continue;
        }
        placed.insert(name);
        // What waits is several functions, of one name and place.
        let function = &program.functions[function];
        if !warned.insert((function.position, &function.name)) {
            continue;
        }
        let caller = match function.name.as_str() {
            "" => "a function without a name".to_owned(),
            name => format!("`{name}`"),
        };
        let name = name.to_display();
        let span = span(file, position.offset, &name);
        warnings.push(warning(file, span, &name, &format!("{caller} calls it")));
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
        let file = &program.files[FileId::new(0)];
        let mut warning = warning(file, 0..0, &name.to_display(), &who);
        warning.labels.clear();
        warning
    }));
    warnings
}

fn warning(file: &SourceFile, span: std::ops::Range<u32>, name: &str, who: &str) -> Diagnostic {
    let warning = Diagnostic::new(Finding::Ephemeral, file, span, &[name, who]);
    warning.help(match name.strip_prefix("console.") {
        Some(_) => format!(
            "`{name} = vmImport(1, {name});` at the top level has import 1 print on the device, and before that what prints now"
        ),
        None => "call it before the snapshot: at the top level, say".to_owned(),
    })
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
