// An exception of the top level.
// expect-error: Uncaught RangeError
// expect-error: too much
function f() {
  throw new RangeError('too much');
}
f();
