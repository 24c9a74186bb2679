// Half an escape.
// expect-error: SyntaxError
const s = '\x4';
