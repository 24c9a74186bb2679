// yield outside of a generator function.
// expect-error: SyntaxError
function f() {
  yield 1;
}
