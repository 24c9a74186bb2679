// super outside of methods.
// expect-error: SyntaxError
function f() {
  super.x;
}
