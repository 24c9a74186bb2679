// An expression can't be incremented.
// expect-error: SyntaxError
let a = 1;
(a + 1)++;
