// A private name stands before `in` alone.
// expect-error: SyntaxError
class A { #x; m(o) { return #x; } }
