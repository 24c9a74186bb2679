// An escape beyond Unicode.
// expect-error: SyntaxError
const s = '\u{110000}';
