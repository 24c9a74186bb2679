// No line break between yield and its star.
// expect-error: SyntaxError
function* f() {
  yield
  * [];
}
