// Generator functions.
// expect-error: generator
function* f() {
  yield 1;
}
