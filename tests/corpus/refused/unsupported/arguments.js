// The arguments object.
// expect-error: arguments
function f() {
  return arguments[0];
}
