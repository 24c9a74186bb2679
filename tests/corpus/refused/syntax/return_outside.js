// return outside of functions.
// expect-error: SyntaxError
return 1;
