// A variable used before its declaration.
// expect-error: Uncaught ReferenceError
x;
let x = 1;
