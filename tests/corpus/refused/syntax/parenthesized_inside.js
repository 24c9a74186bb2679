// Parentheses around a pattern within another one.
// expect-error: SyntaxError
let b;
for ({ a: ({ b }) } of []);
