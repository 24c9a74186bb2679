// Default parameters.
// expect-error: default
function f(x = 1) {
  return x;
}
