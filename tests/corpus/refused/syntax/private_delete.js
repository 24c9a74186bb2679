// A private field isn't deleted.
// expect-error: SyntaxError
class A { #x; m() { delete this.#x; } }
