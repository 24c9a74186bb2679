// Old octal escapes.
// expect-error: SyntaxError
const s = '\01';
