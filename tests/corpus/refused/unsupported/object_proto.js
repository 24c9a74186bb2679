// A prototype given in a literal.
// expect-error: __proto__
const o = { __proto__: null };
