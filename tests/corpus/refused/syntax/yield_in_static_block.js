// A static block is no part of the generator function around it.
// expect-error: SyntaxError
function* f() {
  class C {
    static {
      yield;
    }
  }
}
