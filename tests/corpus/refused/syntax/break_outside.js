// break outside of loops.
// expect-error: SyntaxError
function f() {
  break;
}
