// A private name declared twice.
// expect-error: SyntaxError
class A { #x; #x; }
