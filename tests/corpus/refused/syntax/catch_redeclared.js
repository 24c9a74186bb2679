// A let with the name of the exception.
// expect-error: SyntaxError
try {
} catch (e) {
  let e;
}
