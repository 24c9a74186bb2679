// The debugger statement.
// expect-error: debugger
function f() {
  debugger;
}
