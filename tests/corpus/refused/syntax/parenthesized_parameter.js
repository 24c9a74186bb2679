// A parameter of an arrow function in parentheses of its own.
// expect-error: SyntaxError
// expect-error: parentheses
const f = ((a)) => a;
