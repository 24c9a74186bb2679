// Destructuring of an iterable.
// expect-error: destructuring
function f(list) {
  let [a, , b] = list;
  return a + b;
}
