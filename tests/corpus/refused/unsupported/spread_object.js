// Spread properties.
// expect-error: spread
function f(o) {
  return { ...o, x: 1 };
}
