// The same name declared twice.
// expect-error: SyntaxError
let x = 1;
let x = 2;
