// Loops over keys.
// expect-error: for-in
function f(o) {
  for (const k in o) return k;
}
