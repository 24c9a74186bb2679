// The initializer of a field is no part of the generator function around it.
// expect-error: SyntaxError
function* f() {
  return class {
    a = yield;
  };
}
