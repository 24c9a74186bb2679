// Two parameters of one name.
// expect-error: SyntaxError
function f(a, a) {}
