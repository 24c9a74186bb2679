// Spread arguments.
// expect-error: spread
function f(list) {
  return f(1, ...list);
}
