// A name right after a number.
// expect-error: SyntaxError
const x = 3in [];
