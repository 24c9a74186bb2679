// A function declaration where a statement must stand.
// expect-error: SyntaxError
if (true) function f() {}
