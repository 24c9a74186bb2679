// new.target.
// expect-error: new.target
function F() {
  return new.target;
}
