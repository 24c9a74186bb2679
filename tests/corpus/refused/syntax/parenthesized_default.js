// A target and its default in parentheses.
// expect-error: SyntaxError
// expect-error: parentheses
let a;
[(a = 1)] = [];
