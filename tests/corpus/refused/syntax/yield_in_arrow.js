// An arrow function in a generator function is no generator function.
// expect-error: SyntaxError
function* f() {
  return () => yield 1;
}
