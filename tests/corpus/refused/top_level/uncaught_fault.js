// A fault of the top level.
// expect-error: Uncaught TypeError
const o = {};
o.x.y = 1;
