// An optional chain can't be assigned.
// expect-error: SyntaxError
const o = {};
o?.x = 1;
