// Destructuring in an assignment.
// expect-error: destructuring
function f(a, b) {
  [a, b] = [b, a];
  ({ a, b } = { a: b, b: a });
  return a;
}
