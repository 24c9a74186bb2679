// Async generators.
// expect-error: async generator
async function* f() {
  yield 1;
}
