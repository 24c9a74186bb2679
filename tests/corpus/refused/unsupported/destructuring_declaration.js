// Destructuring in a declaration.
// expect-error: destructuring
function f(o) {
  const { a, b: c } = o;
  return a + c;
}
