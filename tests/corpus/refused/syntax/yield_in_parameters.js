// No yield among the parameters of a generator function.
// expect-error: SyntaxError
function* f(a = yield) {}
