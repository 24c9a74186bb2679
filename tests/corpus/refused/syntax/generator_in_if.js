// No generator declaration as the body of a statement.
// expect-error: SyntaxError
if (true) function* f() {}
