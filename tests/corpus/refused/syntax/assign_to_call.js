// A call can't be assigned.
// expect-error: SyntaxError
// node: skip — node waits until it is executed
function f() {}
f() = 1;
