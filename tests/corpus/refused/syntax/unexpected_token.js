// A token that fits nothing.
// expect-error: SyntaxError
const x = 1 +;
