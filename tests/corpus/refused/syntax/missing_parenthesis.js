// A call without an end.
// expect-error: SyntaxError
const x = f(1, 2;
