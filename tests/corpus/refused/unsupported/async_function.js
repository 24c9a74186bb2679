// Async functions.
// expect-error: async
async function f() {
  return 1;
}
