// A literal can't be assigned.
// expect-error: SyntaxError
1 = 2;
