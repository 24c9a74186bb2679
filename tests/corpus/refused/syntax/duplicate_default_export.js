// Two defaults.
// expect-error: SyntaxError
export default 1;
export default 2;
