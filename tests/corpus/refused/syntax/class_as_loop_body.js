// A class declaration as the body of a loop.
// expect-error: SyntaxError
while (false) class A {}
