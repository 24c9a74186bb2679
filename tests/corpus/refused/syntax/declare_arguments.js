// arguments is no name of a variable.
// expect-error: SyntaxError
let arguments = 1;
