// A getter has no body without parentheses.
// expect-error: SyntaxError
export const o = { get x { return 1; } };
