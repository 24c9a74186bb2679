// Recursion without end.
// expect-error: Uncaught RangeError
function f() {
  return f() + 1;
}
f();
