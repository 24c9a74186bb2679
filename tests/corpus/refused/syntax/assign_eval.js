// eval is no name of a variable.
// expect-error: SyntaxError
eval = 1;
