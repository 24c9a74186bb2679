// Loops over async iterables.
// expect-error: await
async function f(list) {
  for await (const x of list) return x;
}
