// A sign before ** needs parentheses.
// expect-error: SyntaxError
const x = -2 ** 2;
