// The pattern of a loop in parentheses of its own.
// expect-error: SyntaxError
// expect-error: parentheses
let a;
for (([a]) of []) a;
