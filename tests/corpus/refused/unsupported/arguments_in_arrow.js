// The arguments object of the function around an arrow.
// expect-error: arguments
function f() {
  return () => arguments.length;
}
