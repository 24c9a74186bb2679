// yield is reserved in strict code.
// expect-error: SyntaxError
let yield = 1;
