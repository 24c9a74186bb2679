// A loop can't assign to arguments, in parentheses either.
// expect-error: SyntaxError
// expect-error: arguments
for ((arguments) in {});
