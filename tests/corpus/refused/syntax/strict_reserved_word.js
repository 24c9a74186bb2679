// A word reserved in strict code as a name.
// expect-error: SyntaxError
let static = 1;
