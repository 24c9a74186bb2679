//! What a source says of a module that it asks for.

use oxc_span::Span;
use std::ops::Range;

/// The name of another module in a source.
#[derive(Clone, Debug)]
pub struct Request {
    /// As it is written.
    pub specifier: String,
    /// Where it is written first.
    pub span: Range<u32>,
    /// Where it is said to be JSON.
    pub(crate) json: Option<Range<u32>>,
}

/// A span, as others have it than the parser.
pub(crate) fn range(span: Span) -> Range<u32> {
    span.start..span.end
}
