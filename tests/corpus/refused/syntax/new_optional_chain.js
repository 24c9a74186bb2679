// new over an optional chain.
// expect-error: SyntaxError
const o = {};
new o?.x();
