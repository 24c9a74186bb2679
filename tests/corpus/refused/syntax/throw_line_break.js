// A line break after throw.
// expect-error: SyntaxError
function f() {
  throw
  1;
}
