// new.target outside of functions.
// expect-error: SyntaxError
const x = new.target;
