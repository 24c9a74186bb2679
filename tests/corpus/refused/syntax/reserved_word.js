// A reserved word as a name.
// expect-error: SyntaxError
const enum = 1;
