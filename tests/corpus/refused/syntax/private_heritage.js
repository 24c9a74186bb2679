// What a class extends doesn't see its private names.
// expect-error: SyntaxError
class A extends (o => o.#x, Object) { #x; }
