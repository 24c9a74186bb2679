// A template without an end.
// expect-error: SyntaxError
const s = `abc ${1} ;
