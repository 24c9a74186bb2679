// A const without initializer.
// expect-error: SyntaxError
const x;
