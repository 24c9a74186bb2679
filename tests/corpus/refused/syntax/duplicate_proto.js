// Two prototypes in one literal.
// expect-error: SyntaxError
const o = { __proto__: 1, __proto__: 2 };
