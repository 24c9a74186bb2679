// No yield among the parameters of an arrow function.
// expect-error: SyntaxError
function* f() {
  return (a = yield) => a;
}
