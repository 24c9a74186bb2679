// Regular expression literals.
// expect-error: regular expression
function f() {
  return /a+/g;
}
