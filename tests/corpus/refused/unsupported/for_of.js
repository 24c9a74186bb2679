// Loops over iterables.
// expect-error: for-of
function f(list) {
  for (const x of list) return x;
}
