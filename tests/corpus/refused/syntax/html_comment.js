// A comment of HTML.
// expect-error: SyntaxError
<!-- text
