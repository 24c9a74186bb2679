// A let with the name of a parameter.
// expect-error: SyntaxError
function f(a) {
  let a;
}
