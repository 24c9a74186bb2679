// A declaration where a statement must stand.
// expect-error: SyntaxError
if (true) let x = 1;
