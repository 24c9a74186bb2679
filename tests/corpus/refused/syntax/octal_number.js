// Old octal numbers.
// expect-error: SyntaxError
const x = 017;
