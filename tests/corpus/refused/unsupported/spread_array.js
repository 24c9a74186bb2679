// Spread elements.
// expect-error: spread
function f(list) {
  return [0, ...list];
}
