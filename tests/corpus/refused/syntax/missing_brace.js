// A block without an end.
// expect-error: SyntaxError
function f() {
  return 1;
