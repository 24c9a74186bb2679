// yield is no name of a parameter.
// expect-error: SyntaxError
function* f(yield) {}
