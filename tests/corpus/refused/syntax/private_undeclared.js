// A private name nobody declares.
// expect-error: SyntaxError
class A {
  m() {
    return this.#x;
  }
}
