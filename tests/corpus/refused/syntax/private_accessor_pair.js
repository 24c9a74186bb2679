// A private getter and setter of which one is static.
// expect-error: SyntaxError
class A { get #x() {} static set #x(v) {} }
