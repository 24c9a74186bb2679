// A comment without an end.
// expect-error: SyntaxError
const x = 1; /* no end
