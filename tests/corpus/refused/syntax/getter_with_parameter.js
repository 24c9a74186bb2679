// A getter has no parameters.
// expect-error: SyntaxError
export const o = { get x(a) { return a; } };
