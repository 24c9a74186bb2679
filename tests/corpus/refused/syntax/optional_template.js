// A template after an optional chain.
// expect-error: SyntaxError
const o = {};
o?.x`t`;
