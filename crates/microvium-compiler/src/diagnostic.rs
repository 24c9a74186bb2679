//! What is wrong with a source, where, and what to do about it.

use crate::code;
use crate::finding::Finding;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use microvium_ir::SourceFile;
use std::ops::Range;

/// A finding in a source file.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// What was found.
    pub finding: Finding,
    /// The same in words.
    pub message: String,
    /// The file it is about.
    pub file: SourceFile,
    /// The places that matter; the first is the one to blame. Without any, no source is shown.
    pub labels: Vec<Label>,
    /// A way out.
    pub help: Option<String>,
}

/// A place in the source and what there is to say about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The bytes of the source.
    pub span: Range<u32>,
    /// The remark; may be empty.
    pub text: String,
}

impl Diagnostic {
    /// A finding at a place in a file, with what its message leaves open.
    pub fn new(
        finding: Finding,
        file: &SourceFile,
        span: Range<u32>,
        details: &[&str],
    ) -> Diagnostic {
        let mut texts = finding.text().split("{}");
        let mut message = texts.next().unwrap_or_default().to_owned();
        for (text, detail) in texts.zip(details) {
            message.push_str(detail);
            message.push_str(text);
        }
        let help = finding.help();
        Diagnostic {
            finding,
            message,
            file: file.clone(),
            labels: vec![Label {
                span,
                text: String::new(),
            }],
            help: (!help.is_empty()).then(|| help.to_owned()),
        }
    }

    /// A finding about a file, or about the program it belongs to, that has no place to show.
    pub fn without_place(finding: Finding, file: &SourceFile, details: &[&str]) -> Diagnostic {
        Diagnostic {
            labels: Vec::new(),
            ..Diagnostic::new(finding, file, 0..0, details)
        }
    }

    /// The same with a remark at the place to blame.
    pub fn label(mut self, text: impl Into<String>) -> Diagnostic {
        if let Some(label) = self.labels.first_mut() {
            label.text = text.into();
        }
        self
    }

    /// The same with a way out.
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// The class of the exception that other engines would throw.
    pub fn class(&self) -> &'static str {
        match self.finding.code() {
            code::MISSING_MODULE | code::LIMIT => "Error",
            _ => "SyntaxError",
        }
    }

    /// The text for people, with the source around it.
    pub fn render(&self, color: bool) -> String {
        let level = if self.finding.is_warning() {
            Level::WARNING
        } else {
            Level::ERROR
        };
        let text = &*self.file.text;
        let places = self.labels.iter();
        let places: Vec<_> = places.map(|it| (it.span.clone(), &*it.text)).collect();
        let mut group =
            Group::with_title(level.primary_title(&*self.message).id(self.finding.code()));
        if !self.labels.is_empty() {
            let snippet = Snippet::source(text).path(&*self.file.name);
            group = group.element(snippet.annotations(annotations(text, &places)));
        }
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(&**help));
        }
        renderer(color).render(&[group])
    }
}

/// The texts of several diagnostics, an empty line between them.
pub fn render(diagnostics: &[Diagnostic], color: bool) -> String {
    let shown = diagnostics.iter().take(SHOWN);
    let mut texts: Vec<String> = shown.map(|it| it.render(color)).collect();
    let more = diagnostics.len() - texts.len();
    if more > 0 {
        texts.push(format!("and {more} more"));
    }
    texts.join("\n\n")
}

/// How many diagnostics are shown: whoever has more mends these first.
const SHOWN: usize = 20;

/// The source around places of it, each with a remark that may be empty. The first is the one to blame.
pub fn frame(file: &SourceFile, places: &[(Range<u32>, &str)], color: bool) -> String {
    let snippet = Snippet::source(&*file.text).path(&*file.name);
    let snippet = snippet.annotations(annotations(&file.text, places));
    renderer(color).render(&[Group::with_level(Level::ERROR).element(snippet)])
}

fn annotations<'t>(text: &str, places: &[(Range<u32>, &'t str)]) -> Vec<Annotation<'t>> {
    let annotations = places.iter().enumerate().map(|(index, (span, remark))| {
        let kind = if index == 0 {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let remark = (!remark.is_empty()).then_some(*remark);
        kind.span(within(text, span)).label(remark)
    });
    annotations.collect()
}

fn renderer(color: bool) -> Renderer {
    if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
}

/// The span as a range of the text, on character boundaries whatever it was.
fn within(text: &str, span: &Range<u32>) -> Range<usize> {
    let clamp = |offset: u32| text.floor_char_boundary(offset as usize);
    let start = clamp(span.start);
    start..clamp(span.end).max(start)
}

/// The name of `candidates` that `name` is most likely a misspelling of.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|(distance, candidate)| {
            distance * 3 <= name.chars().count().max(candidate.chars().count()).max(3)
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// The names that CommonJS gives every module.
const COMMON_JS_NAMES: [&str; 5] = ["require", "module", "exports", "__filename", "__dirname"];

/// What to do about a CommonJS module where an ES module is wanted.
const COMMON_JS_HELP: &str = "this is a CommonJS module, and only ES modules can be imported: \
    look for one in the package, or turn this one into one with a bundler";

/// The timers of browsers and of node.
const TIMERS: [&str; 5] = [
    "setTimeout",
    "setInterval",
    "setImmediate",
    "clearTimeout",
    "clearInterval",
];

/// What there is in place of timers.
const TIMERS_HELP: &str = "there are no timers: the host calls an export when time has come, \
    or settles the promise of an import";

/// What there is in place of a clock.
const CLOCK_HELP: &str =
    "there is no clock: import one from the host, `const millis = vmImport(2);`";

/// What there is in place of node's `process`, which packages ask for `NODE_ENV`.
const PROCESS_HELP: &str = "there is no `process`: a module that is imported before may make one, \
    `globalThis.process = { env: { NODE_ENV: 'production' } };`";

/// What helps where `name` stands for nothing, of the names that are known there.
pub fn help_with_name<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    if COMMON_JS_NAMES.contains(&name) {
        return Some(COMMON_JS_HELP.to_owned());
    }
    if TIMERS.contains(&name) {
        return Some(TIMERS_HELP.to_owned());
    }
    if let "Date" | "performance" = name {
        return Some(CLOCK_HELP.to_owned());
    }
    if name == "process" {
        return Some(PROCESS_HELP.to_owned());
    }
    nearest(name, known).map(|found| format!("did you mean `{found}`?"))
}

/// What helps where a module with this text is expected to export something and doesn't.
pub(crate) fn help_without_exports(text: &str) -> &'static str {
    if text.contains("module.exports") || text.contains("exports.") {
        return COMMON_JS_HELP;
    }
    "it exports nothing"
}

/// How many characters must be inserted, removed or replaced to get from `a` to `b`, letter case
/// aside.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.to_lowercase().chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diagnostic_shows_file_line_column_caret_reason_and_help() {
        let file = SourceFile {
            name: "src/main.js".to_owned(),
            text: "let a;\nlet é = class {};\n".into(),
        };
        let text = Diagnostic::new(Finding::Eval, &file, 16..24, &[])
            .label("here")
            .help("write a function")
            .render(false);
        assert!(text.starts_with("error[unsupported]: `eval` is"), "{text}");
        assert!(text.contains("src/main.js:2:9"), "{text}");
        assert!(text.contains("^^^^^^^^ here"), "{text}");
        assert!(text.contains("help: write a function"), "{text}");
    }

    #[test]
    fn spans_outside_the_text_are_clamped() {
        let file = SourceFile {
            name: "a.js".to_owned(),
            text: "é".into(),
        };
        for span in [0..9, 1..1, 7..9] {
            assert!(
                Diagnostic::new(Finding::Syntax, &file, span, &["bad"])
                    .render(false)
                    .contains("a.js:1:")
            );
        }
    }

    #[test]
    fn misspellings_are_recognized() {
        assert_eq!(nearest("Qeue", ["Stack", "Queue", "x"]), Some("Queue"));
        assert_eq!(nearest("makeblinker", ["makeBlinker"]), Some("makeBlinker"));
        assert_eq!(nearest("foo", ["bar"]), None);
    }
}
