// A loop can't assign to eval.
// expect-error: SyntaxError
// expect-error: eval
for (eval of []);
